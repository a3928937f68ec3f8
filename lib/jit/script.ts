import { native } from '../native/binding';
import { runtimeError } from '../errors';
import { takesNothing } from '../arguments/read';

/**
 * Always throws: `torch.jit.script` compiles the Python source of a function or class, and JavaScript has none. {@link
 * trace} records what a model computes; `torch.export.export` is what PyTorch advises.
 *
 * @throws TorchError
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.script.html
 */
export function script(..._args: unknown[]): never {
  throw runtimeError(
    'torch.jit.script compiles Python source, which a model in JavaScript does not have. Use torch.jit.trace, or ' +
      'torch.export.export, which PyTorch advises; a module that was scripted in Python is read by torch.jit.load',
    { code: 'ERR_TORCH_NOT_IMPLEMENTED' },
  );
}

/**
 * Whether this code runs inside of {@link trace}.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.is_tracing.html
 * @example
 * ```ts
 * torch.jit.isTracing(); // false
 * ```
 */
export function isTracing(...args: []): boolean {
  takesNothing('torch.jit.isTracing', args);
  return native.jitIsTracing();
}
