/** Hooks on the tensors that operators save for backward. */
import { bool, callback, str, value } from '../../arguments/fields';
import { isPlainObject } from '../../arguments/plain-object';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { typeName } from '../../arguments/describe';
import { typeError } from '../../errors';
import { native } from '../../native/binding';
import type { Handle } from '../../native/contract';
import { empty } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { handleOf, isTensor, lifetimes, wrap } from '../../tensor/tensor';
import type { Device } from '../../tensor/device';
import { type ModeGuard, during, guard, orderedGuard } from '../modes';

/** What is saved in place of a tensor. */
export type PackHook<P> = (tensor: Tensor) => P;
/** The tensor again, with the same values. */
export type UnpackHook<P> = (packed: P) => Tensor;

/** What a hook has packed lives as long as the graph: scopes do not end it. */
function keepTensors(packed: unknown, depth = 0): void {
  if (isTensor(packed)) lifetimes.keep(packed);
  else if (depth > 20) return;
  else if (Array.isArray(packed)) for (const item of packed) keepTensors(item, depth + 1);
  else if (isPlainObject(packed)) for (const item of Object.values(packed)) keepTensors(item, depth + 1);
}

/** Opened and not yet closed, the innermost last. */
const open: object[] = [];

/** Hooks as native code has them, until the guard closes. @internal */
export function openSavedHooks(pack: Parameters<typeof native.pushSavedHooks>[0]): ModeGuard {
  native.pushSavedHooks(pack);
  return orderedGuard(open, 'hooks on saved tensors', () => native.popSavedHooks());
}

function openPair<P>(pack: PackHook<P>, unpack: UnpackHook<P>): ModeGuard {
  return openSavedHooks(([handle]) => {
    const packed = pack(wrap(handle));
    if (packed instanceof Promise) throw typeError('a pack hook is synchronous: it returned a promise');
    keepTensors(packed);
    return () => {
      const tensor: unknown = unpack(packed);
      if (isTensor(tensor)) return [handleOf(tensor)];
      throw typeError(
        `Output of saved tensor unpack_hook expected to be a Tensor but got result of type ${typeName(tensor)}`,
      );
    };
  });
}

const HOOKS = { packHook: callback<PackHook<unknown>>(), unpackHook: callback<UnpackHook<unknown>>() };

/**
 * While it lasts, each tensor that an operator or a custom function saves for its backward is given to `packHook`, and the graph
 * keeps what that returns. `unpackHook` makes the tensor of it when the backward needs it. Of nested pairs the innermost counts.
 *
 * With a third argument, a synchronous function, the hooks last as long as it runs. Otherwise they last until the returned
 * guard is closed. They see the operators of this thread of JavaScript, and not those of work off the thread.
 *
 * @param packHook must not change the tensor in place. To avoid a circle it should not return the tensor itself, but
 *   `tensor.detach()`.
 * @param unpackHook runs on this thread, in `backward` and with `backwardAsync` between other work
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.saved_tensors_hooks
 * @example
 * const x = torch.rand([4], { requiresGrad: true });
 * const half = torch.autograd.graph.savedTensorsHooks(
 *   (tensor) => tensor.to(torch.float16),
 *   (packed) => packed.to(torch.float32),
 *   () => x.exp().sum(),
 * );
 * half.backward();
 */
export function savedTensorsHooks<P>(packHook: PackHook<P>, unpackHook: UnpackHook<P>): ModeGuard;
export function savedTensorsHooks<P, R>(packHook: PackHook<P>, unpackHook: UnpackHook<P>, body: () => R): R;
export function savedTensorsHooks<R>(
  packHook: PackHook<unknown>,
  unpackHook: UnpackHook<unknown>,
  body?: () => R,
  ...surplus: []
): R | ModeGuard {
  refuseSurplus('savedTensorsHooks', 3, surplus);
  const hooks = readArguments('savedTensorsHooks', HOOKS, [packHook, unpackHook]);
  return during('torch.autograd.graph.savedTensorsHooks', openPair(hooks.packHook, hooks.unpackHook), body);
}

const SAVE_ON_CPU = { pinMemory: bool(false), deviceType: str('cuda') };

/** The options of {@link saveOnCpu}. */
export interface SaveOnCpuOptions {
  /** Copy into pinned memory, from which copies to a GPU need not wait. @defaultValue false */
  readonly pinMemory?: boolean;
  /** The kind of the device, for pinned memory. @defaultValue 'cuda' */
  readonly deviceType?: string;
}

/**
 * While it lasts, tensors that operators save for backward are moved to the CPU, and back when the backward needs them: less
 * memory of a GPU for more time.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.save_on_cpu
 * @example
 * const x = torch.rand([4], { requiresGrad: true });
 * const y = torch.autograd.graph.saveOnCpu(() => x.exp().sum());
 * y.backward();
 */
export function saveOnCpu(options?: SaveOnCpuOptions): ModeGuard;
export function saveOnCpu<R>(body: () => R, options?: SaveOnCpuOptions): R;
export function saveOnCpu<R>(
  first: SaveOnCpuOptions | (() => R) = {},
  second: SaveOnCpuOptions = {},
  ...surplus: []
): R | ModeGuard {
  refuseSurplus('saveOnCpu', 2, surplus);
  const body = typeof first === 'function' ? first : undefined;
  const { pinMemory } = readArguments('saveOnCpu', SAVE_ON_CPU, [body ? second : first]);
  const pack = (tensor: Tensor): readonly [Tensor, Device] => {
    const { device } = tensor;
    if (!pinMemory || tensor.device.type === 'cpu') return [tensor.to('cpu'), device];
    const packed = empty(tensor.shape, { dtype: tensor.dtype, layout: tensor.layout, pinMemory: true });
    return [packed.copy_(tensor, true), device];
  };
  const mode = openPair(pack, ([packed, device]: readonly [Tensor, Device]) =>
    packed.to(device, { nonBlocking: pinMemory }),
  );
  return during('torch.autograd.graph.saveOnCpu', mode, body);
}

const DISABLE = { errorMessage: str() };

/**
 * While it lasts, {@link savedTensorsHooks} throws this message.
 *
 * @throws TorchError with the message if hooks are open now
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.disable_saved_tensors_hooks
 * @example
 * const saveOnCpu = () => torch.autograd.graph.saveOnCpu();
 * const { disableSavedTensorsHooks } = torch.autograd.graph;
 * try { disableSavedTensorsHooks('not here', saveOnCpu); } catch (error) { console.log((error as Error).message); } // not here
 */
export function disableSavedTensorsHooks(errorMessage: string): ModeGuard;
export function disableSavedTensorsHooks<R>(errorMessage: string, body: () => R): R;
export function disableSavedTensorsHooks<R>(errorMessage: string, body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('disableSavedTensorsHooks', 2, surplus);
  const read = readArguments('disableSavedTensorsHooks', DISABLE, [errorMessage]);
  const former = native.disableSavedHooks(read.errorMessage);
  const mode = guard(() => void native.disableSavedHooks(former));
  return during('torch.autograd.graph.disableSavedTensorsHooks', mode, body);
}

const isTensors = (given: unknown): boolean => isTensor(given) || (Array.isArray(given) && given.every(isTensor));
const INCREMENT = { tensor: value<Tensor | readonly Tensor[]>('a Tensor or an array of Tensors', isTensors) };

/**
 * Tells autograd that tensors have been changed in place by something else, such as code that writes to their memory.
 *
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.increment_version
 * @example
 * torch.autograd.graph.incrementVersion(torch.ones([2]));
 */
export function incrementVersion(tensor: Tensor | readonly Tensor[], ...surplus: []): void {
  const read = readArguments('incrementVersion', INCREMENT, [tensor, ...surplus]);
  const list = isTensor(read.tensor) ? [read.tensor] : read.tensor;
  native.incrementVersions(list.map((one): Handle => handleOf(one)));
}
