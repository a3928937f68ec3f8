/** The public API: exports only. Each family has a folder or a file of its own. */
export {
  TorchError,
  TorchIndexError,
  TorchKeyError,
  TorchOutOfMemoryError,
  TorchTypeError,
  TorchValueError,
  type TorchErrorCode,
} from './errors';
export { DType, type DTypeKind, getDefaultDtype } from './dtype';
export * from './dtypes';
export { Device, type DeviceLike } from './device';
export {
  Complex,
  Layout,
  MemoryFormat,
  channelsLast,
  channelsLast3d,
  complexNumber,
  contiguousFormat,
  jagged,
  preserveFormat,
  sparseBsc,
  sparseBsr,
  sparseCoo,
  sparseCsc,
  sparseCsr,
  strided,
} from './enums';
export type { BackwardOptions } from './autograd/members';
export { Tensor, type SweepOptions, keep, memory, scope, sweep } from './tensor-methods';
export * as autograd from './autograd/index';
export * as func from './func';
export * as training from './training/index';
export { enableGradAsync, noGradAsync } from './autograd/async-modes';
export {
  enableGrad,
  inferenceMode,
  isGradEnabled,
  isInferenceModeEnabled,
  noGrad,
  setGradEnabled,
} from './autograd/modes';
export {
  type ShareOptions,
  type SharedState,
  type SharedTensor,
  type UnsharedState,
  discardShared,
  fromShared,
  fromSharedState,
  shareState,
} from './workers/share';
export { Generator, type Seed, getRngState, initialSeed, manualSeed, setRngState } from './random';
export * from './serialization/index';
export * from './functional';
export * from './ops.generated';
export * as data from './data';
export * as optim from './optim';
export * as nn from './nn/index';
export { Slice, slice } from './indexing/slice';
export type { Index } from './indexing/parse';
export { type PrintOptions, type SetPrintOptions, getPrintoptions, setPrintoptions } from './print/options';
export * from './settings';
export * as linalg from './linalg';
export * as fft from './fft';
export * as special from './special';
export * as backends from './backends/index';
export * as cuda from './cuda/index';
export { ops, type OperatorNamespace, type OperatorPacket, type RawOperator } from './ops/raw';
export type { Int, Scalar } from './ops/types';
export * as amp from './amp';
export { autocast, clearAutocastCache, getAutocastDtype, isAutocastEnabled } from './amp/autocast';
export * as datasets from './datasets';
export * as text from './text';
export * as utils from './utils';
