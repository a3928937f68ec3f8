/** `torch.autograd`. */
export {
  type BackwardArguments,
  type GradArguments,
  type Grads,
  type Place,
  type TensorOrTensors,
  backward,
  grad,
} from './backward';
export {
  Function,
  FunctionContext,
  type DifferentiableFunction,
  type ForwardResult,
  type SeparateFunction,
  type Gradients,
  onceDifferentiable,
} from './function';
export type { OutDims, VmapInfo } from './vmap-info';
import './tensor-hooks';
export type { TensorHook } from './tensor-hooks';
export { RemovableHandle } from './removable-hooks';
export {
  type AnomalyOptions,
  type ModeGuard,
  detectAnomaly,
  enableGrad,
  inferenceMode,
  isAnomalyEnabled,
  noGrad,
  setDetectAnomaly,
  setGradEnabled,
} from './modes';
export { type GradcheckOptions, gradcheck, gradgradcheck } from './gradcheck';
export { backwardAsync } from './backward-async';
export * as functional from './functional';
export * as forwardAd from './forward-ad';
export * as graph from './graph/index';
export { isMultithreadingEnabled, setMultithreadingEnabled } from './multithreading';
export * as profiler from '../profiler/autograd';
export { enforceGradLayoutPolicy } from './grad-layout';
