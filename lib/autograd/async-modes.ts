import { AsyncResource, createHook, executionAsyncId } from 'node:async_hooks';
import { native } from '../native/binding';
import { isGenerator, isGeneratorObject } from '../arguments/synchronous';
import { runtimeError, typeError } from '../errors';
import { refuseSurplus } from '../arguments/read';

/** The modes of asynchronous contexts, by the context's number. */
const modes = new Map<number, boolean>();
/** Contexts that run now, the innermost last, and the modes around them. */
const entered: { readonly id: number; readonly former: boolean }[] = [];
let running = 0;

/** Sets the mode before each part of such a task runs, and restores the former one after it. */
const hook = createHook({
  init(id) {
    const mode = modes.get(executionAsyncId());
    if (mode !== undefined) modes.set(id, mode);
  },
  before(id) {
    const mode = modes.get(id);
    if (mode !== undefined) entered.push({ id, former: native.setGradEnabled(mode) });
  },
  after(id) {
    if (entered.at(-1)?.id === id) native.setGradEnabled((entered.pop() as { former: boolean }).former);
  },
  destroy(id) {
    modes.delete(id);
  },
});

/** Fails where a runtime does not call the hook: the mode would silently be another one, at once (Bun) or after an await (Deno). */
function requireHooks(name: string, enabled: boolean): void {
  const known = modes.size;
  void new Promise(() => undefined);
  if (native.isGradEnabled() === enabled && modes.size > known) return;
  const mode = enabled ? 'torch.enableGrad' : 'torch.noGrad';
  throw runtimeError(
    `${name}: this runtime does not call the hooks of node:async_hooks, so the mode would be lost. ` +
      `Use ${mode}(() => …) around each synchronous part`,
    { code: 'ERR_TORCH_NOT_IMPLEMENTED' },
  );
}

async function follow<R>(name: string, enabled: boolean, body: () => R | PromiseLike<R>): Promise<R> {
  if (typeof body !== 'function') throw typeError(`${name}: expected a function`);
  if (isGenerator(body))
    throw typeError(`${name}: expected a function that returns a promise, got a generator function`);
  if (running++ === 0) hook.enable();
  try {
    const task = new AsyncResource(name, { requireManualDestroy: true });
    modes.set(task.asyncId(), enabled);
    const result = await task.runInAsyncScope(() => {
      requireHooks(name, enabled);
      return body();
    });
    if (!isGeneratorObject(result)) return result;
    throw typeError(
      `${name}: its function returned a generator, which does its work later. Iterate over it in the function`,
    );
  } finally {
    if (--running === 0) {
      hook.disable();
      modes.clear();
      // The piece that runs now has no `after` any more.
      for (const { former } of entered.splice(0).reverse()) native.setGradEnabled(former);
    }
  }
}

/**
 * {@link noGrad} for an asynchronous function: operators are not recorded in it, across all its awaits. Other tasks
 * that run meanwhile still record. The mode belongs to the asynchronous context, as an `AsyncLocalStorage` does: what
 * the function starts has it, too. Other promises are slower while one such function runs.
 *
 * @throws TorchError `ERR_TORCH_NOT_IMPLEMENTED` in runtimes that do not call the hooks of `node:async_hooks`, as Bun and Deno.
 * @example
 * const w = torch.ones([2], { requiresGrad: true });
 * const y = await torch.noGradAsync(async () => {
 *   await Promise.resolve();
 *   return w.mul(2);
 * });
 * y.requiresGrad; // false
 */
export async function noGradAsync<R>(body: () => R | PromiseLike<R>, ...surplus: []): Promise<R> {
  refuseSurplus('torch.noGradAsync', 1, surplus);
  return follow('torch.noGradAsync', false, body);
}

/** {@link enableGrad} for an asynchronous function, inside {@link noGradAsync} too. */
export async function enableGradAsync<R>(body: () => R | PromiseLike<R>, ...surplus: []): Promise<R> {
  refuseSurplus('torch.enableGradAsync', 1, surplus);
  return follow('torch.enableGradAsync', true, body);
}
