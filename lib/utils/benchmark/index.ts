/** `torch.utils.benchmark`: how long something takes, and tables of it. */
export { Colorize, Compare } from './compare';
export { orderedUnique, setTorchThreads } from './helpers';
export { Measurement, type TaskOptions, TaskSpec } from './measurement';
export { selectUnit, trimSigfig, unitToEnglish } from './statistics';
export { type AdaptiveOptions, type BlockedOptions, Timer, type TimerOptions } from './timer';
export {
  FuzzedParameter,
  type FuzzedDistribution,
  type FuzzedParameterOptions,
  type FuzzedParameters,
  ParameterAlias,
} from './fuzzed-parameter';
export {
  type FuzzedProperties,
  type FuzzedSize,
  FuzzedTensor,
  type FuzzedTensorOptions,
  type TensorConstructor,
} from './fuzzed-tensor';
export { FuzzedSparseTensor, type FuzzedSparseTensorOptions } from './fuzzed-sparse-tensor';
export { type FuzzedDraw, Fuzzer, type FuzzerConstraint, type FuzzerOptions } from './fuzzer';
