/** `torch.distributed.optim`: optimizers of several ranks. */
export { PostLocalSGDOptimizer, type PostLocalSGDStateDict } from './post-local-sgd-optimizer';
export type { OptimizerClass, ZeroOptions } from './zero-arguments';
export { ZeroRedundancyOptimizer } from './zero-redundancy-optimizer';
