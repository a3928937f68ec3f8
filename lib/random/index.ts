/** `torch.random`: the state of the default generators. */
import type { Synchronous } from '../arguments/synchronous';
import { bool, iterable, nullable, str } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { type ModeGuard, during, guard } from '../autograd/modes';
import * as cuda from '../cuda/index';
import { runtimeError, warn } from '../errors';
import { native } from '../native/binding';
import { Device, type DeviceLike } from '../tensor/device';
import { type Generator, type Seed, getRngState, setRngState } from '../tensor/generator';

export { getRngState, initialSeed, manualSeed, setRngState } from '../tensor/generator';

/**
 * Seeds every default generator from the system's entropy, and returns the seed.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.seed.html
 * @example
 * const drawn = torch.random.seed();
 * const first = torch.rand([2]);
 * torch.manualSeed(drawn);
 * torch.equal(torch.rand([2]), first); // true
 */
export function seed(...args: []): Seed {
  takesNothing('torch.random.seed', args);
  const drawn = native.freshSeed(native.defaultGenerator('cpu'));
  native.manualSeed(drawn);
  return drawn;
}

export interface ForkRngOptions {
  /** The GPUs whose generators are restored too. @defaultValue null, which means all of them */
  readonly devices?: Iterable<number | DeviceLike> | null;
  /** False: nothing is restored. @defaultValue true */
  readonly enabled?: boolean;
  /** The kind of these devices; `'meta'` restores nothing. @defaultValue null, which means `'cuda'` */
  readonly deviceType?: string | null;
}

const FORK = {
  devices: nullable(iterable<Iterable<number | DeviceLike>>('an iterable of devices')),
  enabled: bool(true),
  deviceType: nullable(str()),
};

let warned = false;

function everyDevice(): number[] {
  const count = cuda.deviceCount();
  if (count > 1 && !warned) {
    warned = true;
    warn(
      `CUDA reports that you have ${count} available devices, and you have used forkRng without explicitly specifying ` +
        'which devices are being used. For safety, we initialize *every* CUDA device by default, which can be quite slow ' +
        'if you have a lot of CUDAs. If you know that you are only making use of a few CUDA devices, set the environment ' +
        "variable CUDA_VISIBLE_DEVICES or the 'devices' option of forkRng with the set of devices you are actually using.",
    );
  }
  return Array.from({ length: count }, (_, i) => i);
}

/**
 * Restores the state of the generators at the end: of a `using`, or of a synchronous function. So what is drawn meanwhile
 * does not change what is drawn later. The CPU's generator is always one of them.
 *
 * An asynchronous function would end before its work does: open the guard with `using` in it. The generators belong to the
 * whole process, so what other tasks draw meanwhile is undone, too.
 *
 * @returns the guard, or what the function returned
 * @throws TorchError for a kind of device that there is not.
 * @see https://docs.pytorch.org/docs/2.13/random.html#torch.random.fork_rng
 * @example
 * torch.manualSeed(0);
 * const inside = torch.random.forkRng(() => torch.rand([2]));
 * torch.equal(torch.rand([2]), inside); // true: drawn from the same state
 */
export function forkRng(options?: ForkRngOptions): ModeGuard;
export function forkRng<R>(body: () => Synchronous<R>): R;
export function forkRng<R>(options: ForkRngOptions, body: () => Synchronous<R>): R;
export function forkRng(...args: readonly unknown[]): unknown {
  const last = args[args.length - 1];
  const body = typeof last === 'function' ? (last as () => unknown) : undefined;
  const options = readArguments('torch.random.forkRng', FORK, body ? args.slice(0, -1) : args);
  return during('torch.random.forkRng', fork(options), body);
}

function fork({ devices, enabled, deviceType }: Required<ForkRngOptions>): ModeGuard {
  const type = deviceType === null ? 'cuda' : new Device(deviceType).type;
  if (!enabled || type === 'meta') return guard(() => undefined);
  if (type !== 'cuda') {
    throw runtimeError(`torch has no module of \`${type}\` with generators; the CPU's is always restored`);
  }
  const state = getRngState();
  const states = (devices === null ? everyDevice() : [...devices]).map(
    (device) => [device, cuda.getRngState(device)] as const,
  );
  return guard(() => {
    setRngState(state);
    for (const [device, own] of states) cuda.setRngState(own, device);
    for (const own of [state, ...states.map(([, each]) => each)]) own.dispose();
  });
}

/**
 * The generator that a worker thread is to draw from; null where that is the default one. Here it always is: the worker of a
 * `DataLoader` has a default generator of its own, seeded for it.
 *
 * @see https://docs.pytorch.org/docs/2.13/random.html
 */
export function threadSafeGenerator(...args: []): Generator | null {
  takesNothing('torch.random.threadSafeGenerator', args);
  return null;
}
