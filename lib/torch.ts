/** What `torch` has but for what looks at all of it: exports only. Each family has a folder or a file of its own. */
export {
  TorchError,
  TorchIndexError,
  TorchKeyError,
  TorchOutOfMemoryError,
  TorchTypeError,
  TorchValueError,
  type TorchErrorCode,
} from './errors';
export { DType, type DTypeKind, getDefaultDtype } from './tensor/dtype';
export * from './tensor/dtypes';
export type { Synchronous } from './arguments/synchronous';
export { Device, type DeviceLike, type DeviceText, type DeviceType } from './tensor/device';
export { Complex, complexNumber } from './tensor/complex';
export {
  Layout,
  MemoryFormat,
  channelsLast,
  channelsLast3d,
  contiguousFormat,
  jagged,
  preserveFormat,
  sparseBsc,
  sparseBsr,
  sparseCoo,
  sparseCsc,
  sparseCsr,
  strided,
} from './tensor/layout';
export type { BackwardOptions } from './autograd/backward-members';
export {
  Tensor,
  type MemoryOptions,
  type MemoryReport,
  type SweepOptions,
  emptyCache,
  keep,
  memory,
  scope,
  sweep,
} from './ops/tensor-methods';
export * as autograd from './autograd/index';
export * as distributions from './distributions/index';
export * as func from './func/index';
export * as library from './library/index';
export * as masked from './masked/index';
export * as nested from './nested/index';
export { vmap } from './func/index';
export * as training from './training/index';
export { getDefaultDevice, setDefaultDevice } from './autograd/default-device';
export { enableGradAsync, noGradAsync } from './autograd/async-modes';
export {
  enableGrad,
  isAnomalyCheckNanEnabled,
  isAnomalyEnabled,
  setAnomalyEnabled,
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
} from './tensor/share';
export {
  Generator,
  type Seed,
  defaultGenerator,
  getRngState,
  initialSeed,
  manualSeed,
  setRngState,
} from './tensor/generator';
export * from './serialization/index';
export * as serialization from './serialization/namespace';
export * from './ops/python/index';
export * from './ops/generated/functions';
export * as data from './data';
export * as optim from './optim';
export * as nn from './nn/index';
export { type PrepareOptions, type PreparedModule, optimizeForInference } from './nn/prepared/index';
export { Slice, slice } from './ops/indexing/slice';
export type { Index } from './ops/indexing/parse';
export { type PrintOptions, type SetPrintOptions, getPrintoptions, setPrintoptions } from './ops/print/options';
export * from './tensor/settings';
export * as export from './export/index';
export * as onnx from './onnx/index';
export * as linalg from './ops/linalg';
export * as fft from './ops/fft';
export * as special from './ops/special';
export * as backends from './backends/index';
export * as distributed from './distributed/index';
export * as cuda from './graphed/index';
export { ops, type OperatorNamespace, type OperatorPacket, type RawOperator } from './ops/raw';
export type { Int, Scalar } from './tensor/scalar';
export * as amp from './amp';
export * as jit from './jit/index';
export { GradScaler } from './amp/grad-scaler';
export {
  autocastDecrementNesting,
  autocastIncrementNesting,
  isAutocastCacheEnabled,
  setAutocastCacheEnabled,
  setAutocastDtype,
  setAutocastEnabled,
} from './amp/autocast-state';
export { autocast, clearAutocastCache, getAutocastDtype, isAutocastEnabled } from './amp/autocast';
export * as datasets from './data/datasets';
export * as text from './data/text';
export * as utils from './utils';
export * as signal from './signal/index';
export * as random from './random/index';
export { seed, threadSafeGenerator } from './random/index';
export { getDeviceModule } from './accelerator/device-module';
export * as cpu from './accelerator/cpu';
export * as accelerator from './accelerator/index';
export * as testing from './testing/index';
export * as hub from './hub/index';
export * as profiler from './profiler/index';
export * as ao from './ao/index';
export * as sparse from './sparse/index';
export {
  type LowRank,
  type PcaLowrankOptions,
  type SvdLowrankOptions,
  pcaLowrank,
  svdLowrank,
} from './sparse/low-rank';
export { type LobpcgOptions, type LobpcgState, type OrthoParameters, lobpcg } from './sparse/lobpcg/index';
export { e, inf, nan, newaxis, pi } from './ops/python/constants';
