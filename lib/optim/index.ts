/** `torch.optim`: exports only. */
export { Optimizer } from './optimizer';
export {
  registerOptimizerStepPostHook,
  registerOptimizerStepPreHook,
  type StateDictHook,
  type StateDictPreHook,
  type StepPostHook,
  type StepPreHook,
} from './step-hooks';
export type {
  Closure,
  HookHandle,
  OptimizerParams,
  OptimizerState,
  OptimizerStateDict,
  ParamGroup,
  ParamGroupInput,
  ParamState,
  Params,
} from './types';
export { Adam, AdamW, type AdamGroup, type AdamOptions, type AdamWOptions } from './adam';
export { SGD, type SGDGroup, type SGDOptions } from './sgd';
export { Adadelta, type AdadeltaGroup, type AdadeltaOptions } from './adadelta';
export { Adafactor, type AdafactorGroup, type AdafactorOptions } from './adafactor';
export { Adagrad, type AdagradGroup, type AdagradOptions } from './adagrad';
export { Adamax, type AdamaxGroup, type AdamaxOptions } from './adamax';
export { ASGD, type ASGDGroup, type ASGDOptions } from './asgd';
export { Muon, type MuonGroup, type MuonOptions } from './muon';
export { NAdam, type NAdamGroup, type NAdamOptions } from './nadam';
export { RAdam, type RAdamGroup, type RAdamOptions } from './radam';
export { RMSprop, type RMSpropGroup, type RMSpropOptions } from './rmsprop';
export { Rprop, type RpropGroup, type RpropOptions } from './rprop';
export { SparseAdam, type SparseAdamGroup, type SparseAdamOptions } from './sparse-adam';
export * as lrScheduler from './lr-scheduler';
export * as swaUtils from './swa';
export { LBFGS, type LBFGSGroup, type LBFGSOptions } from './lbfgs/lbfgs';
