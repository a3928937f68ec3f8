/** `torch.optim.lr_scheduler`: exports only. */
export { LRScheduler, type SchedulerOptions, type SchedulerStateDict } from './scheduler';
export { LambdaLR, MultiplicativeLR, type LrLambda } from './lambda';
export { MultiStepLR, StepLR, type StepOptions } from './step';
export {
  ConstantLR,
  ExponentialLR,
  LinearLR,
  PolynomialLR,
  type ConstantLROptions,
  type LinearLROptions,
  type PolynomialLROptions,
} from './factor';
export {
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  type CosineOptions,
  type CosineRestartsOptions,
} from './cosine';
export { ReduceLROnPlateau, type PlateauOptions } from './plateau';
export { CyclicLR, type CyclicLROptions } from './cyclic';
export { OneCycleLR, type OneCycleLROptions } from './one-cycle';
export { ChainedScheduler, SequentialLR } from './compose';
