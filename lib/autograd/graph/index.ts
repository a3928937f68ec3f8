/** `torch.autograd.graph`. */
import './graph-members';
export {
  GradientEdge,
  type HookResult,
  type InputMetadata,
  type MaybeGradients,
  Node,
  type NodeHook,
  type NodePreHook,
  getGradientEdge,
} from './node';
export {
  type PackHook,
  type SaveOnCpuOptions,
  type UnpackHook,
  disableSavedTensorsHooks,
  incrementVersion,
  saveOnCpu,
  savedTensorsHooks,
} from './saved-tensors';
export { type MultiGradHookOptions, registerMultiGradHook } from './multi-grad';
export { AllowMutationOnSavedContext, allowMutationOnSavedTensors } from './mutation';
export { setOverrideStaleCaptureStream, setWarnOnAccumulateGradStreamMismatch } from './gpu-streams';
