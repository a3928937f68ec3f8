/** `torch.distributed.algorithms.model_averaging`. */
export * as averagers from './averagers';
export * as hierarchicalModelAverager from './hierarchical-model-averager';
export * as utils from './utils';
