/** `torch.library`: your own operators in libtorch's dispatcher. */
export { Library, type OperatorName, fallthroughKernel } from './library';
export type { Kernel } from './kernel';
export type { TagName } from './tags';
export { type CustomOpDef, type CustomOpOptions, type DefineOptions, customOp, define, impl } from './custom-op';
export {
  type CustomBackward,
  type CustomSetupContext,
  type CustomVmap,
  type LibraryOption,
  type RegisterAutogradOptions,
  registerAutocast,
  registerAutograd,
  registerKernel,
  registerVmap,
} from './rules';
export { registerFake } from './fake';
export { SafeKernelFunction, getKernel } from './safe-kernel';
export { type OpcheckOptions, type OpcheckTest, opcheck } from './opcheck';
