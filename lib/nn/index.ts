/** `torch.nn`: modules, losses, containers and their tools. */
export { Module } from './module';
export type { MemberOptions } from './module';
export { Buffer, Parameter } from './parameter';
export { deepCopy } from './copy';
export type {
  BackwardHook,
  BackwardPreHook,
  ForwardHook,
  ForwardPreHook,
  HookHandle,
  HookInputs,
} from './module-hooks';
export type { ModuleGradients } from './backward-hooks';
export type { NamedBuffer, NamedParameter } from './module-state';
export {
  IncompatibleKeys,
  type LoadOptions,
  type StateDict,
  type StateDictLike,
  type StateDictOptions,
} from './state-dict';
export { Bilinear, type BilinearOptions, Linear, type LinearOptions } from './modules/linear';
export * from './modules/embedding';
export * from './modules/dropout';
export * from './modules/softmax';
export {
  GRU,
  type GRUOptions,
  LSTM,
  type LSTMOptions,
  RNN,
  type RNNOptions,
  RecurrentLayer as RNNBase,
} from './modules/recurrent';
export {
  CrossEntropyLoss,
  type CrossEntropyLossOptions,
  NLLLoss,
  type NLLLossOptions,
  type Reduction,
} from './modules/class-losses';
export { ModuleList, Sequential } from './containers/module-list';
export * from './containers/dicts';
export * from './containers/parameters';
export * as functional from './functional';
export * as init from './init';
export * from './modules/activation';
export * from './modules/losses';
export * from './modules/distance-losses';
export {
  Conv1d,
  Conv2d,
  Conv3d,
  type ConvOptions,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
  type ConvTransposeOptions,
} from './modules/convolution';
export * from './modules/max-pooling';
export * from './modules/pooling';
export * from './modules/padding';
export { GroupNorm, LayerNorm, LocalResponseNorm, RMSNorm, type ShapeLike } from './modules/normalization';
export {
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
} from './modules/batch-norm';
export { SyncBatchNorm } from './modules/sync-batch-norm';
export * from './modules/shape';
export * from './modules/cells';
export * from './modules/embedding-bag';
export * as utils from './utils';
export * as modules from './modules/namespace';
export * as parallel from './parallel';
export { DataParallel, type DataParallelOptions } from './parallel/data-parallel';
export * as attention from './attention/index';
export { MultiheadAttention, type AttentionOptions } from './modules/attention';
export * from './modules/transformer';
export {
  TransformerDecoderLayer,
  TransformerEncoderLayer,
  type Activation,
  type DecoderOptions,
  type EncoderOptions,
} from './modules/transformer-layer';
export * from './modules/lazy';
export { CrossMapLRN2d } from './modules/cross-map-lrn';
export { LinearCrossEntropyLoss, type LinearCrossEntropyLossOptions } from './modules/linear-cross-entropy';
export { AdaptiveLogSoftmaxWithLoss } from './modules/adaptive';
