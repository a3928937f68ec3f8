/** `torch.distributed.optim`: optimizers of several ranks. */
export type { OptimizerClass, ZeroOptions } from './zero-arguments';
export { ZeroRedundancyOptimizer } from './zero-redundancy-optimizer';
