/**
 * `torch.jit`: models of TorchScript. PyTorch has deprecated it and points to `torch.export`; files of it are everywhere,
 * so they are read, trained and written here.
 *
 * @see https://docs.pytorch.org/docs/2.13/jit.html
 */
export {
  type ExtraFiles,
  type ScriptLoadOptions,
  type ScriptSaveOptions,
  load,
  loadAsync,
  save,
  saveToBuffer,
} from './files';
export { type FreezeOptions, freeze, optimizeForInference } from './freeze';
export type { ScriptArgument, ScriptMethod } from './method';
export { ScriptModule } from './script-module';
export { isTracing, script } from './script';
export { type TraceOptions, trace } from './trace';
