/** Implementations of flash attention that programs bring along: kernels registered with `torch.library`. */
import { callback, keyword, str } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import { valueError, warn } from '../../errors';

/** What takes the kernels of an implementation out of the dispatcher again. */
export interface FlashAttentionHandle {
  /** Removes them. */
  remove(): void;
}

/** The options of {@link registerFlashAttentionImpl}. */
export interface FlashAttentionImplOptions {
  /** Puts the kernels into the dispatcher; called by `activateFlashAttentionImpl`. */
  readonly registerFn: () => FlashAttentionHandle | null | undefined;
}

const implementations = new Map<string, FlashAttentionImplOptions['registerFn']>();
let active: readonly [name: string, handle: FlashAttentionHandle] | null = null;

const REGISTER = { impl: str(), registerFn: keyword(callback<FlashAttentionImplOptions['registerFn']>()) };
const ACTIVATE = { impl: str() };

/**
 * Gives an implementation of flash attention a name.
 *
 * @param impl - The name.
 * @param options - What registers its kernels.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.attention.register_flash_attention_impl.html
 * @example
 * const { attention } = torch.nn;
 * attention.registerFlashAttentionImpl('mine', { registerFn: () => ({ remove: () => undefined }) });
 * attention.listFlashAttentionImpls(); // ['mine']
 */
export function registerFlashAttentionImpl(...args: [impl: string, options: FlashAttentionImplOptions]): void {
  const { impl, registerFn } = readArguments('registerFlashAttentionImpl', REGISTER, args);
  implementations.set(impl, registerFn);
}

/**
 * Puts the kernels of an implementation into the dispatcher, in place of those of the one before.
 *
 * @param impl - Its name.
 * @throws TorchValueError for a name that nothing was registered under.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.attention.activate_flash_attention_impl.html
 */
export function activateFlashAttentionImpl(...args: [impl: string]): void {
  const { impl } = readArguments('activateFlashAttentionImpl', ACTIVATE, args);
  deactivate();
  const register = implementations.get(impl);
  if (!register) {
    const known = listFlashAttentionImpls().map((name) => `'${name}'`);
    throw valueError(`Unknown flash attention impl '${impl}'. Available implementations: [${known.join(', ')}]`);
  }
  const handle = register();
  if (handle) active = [impl, handle];
}

/** The names of all implementations that were registered, in alphabetical order. */
export function listFlashAttentionImpls(...args: []): string[] {
  takesNothing('listFlashAttentionImpls', args);
  return [...implementations.keys()].sort();
}

/** The name of the implementation that is active; null for libtorch's own. */
export function currentFlashAttentionImpl(...args: []): string | null {
  takesNothing('currentFlashAttentionImpl', args);
  return active?.[0] ?? null;
}

/** Goes back to libtorch's own kernels. Warns where no other implementation is active. */
export function restoreFlashAttentionImpl(...args: []): void {
  takesNothing('restoreFlashAttentionImpl', args);
  if (active === null) warn('Trying to restore default FA2 impl when no custom impl was activated');
  deactivate();
}

function deactivate(): void {
  const former = active;
  active = null;
  former?.[1].remove();
}
