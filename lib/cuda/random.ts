import { native } from '../binding';
import type { GeneratorBox } from '../native';
import type { Seed } from '../random';
import { type Tensor, handleOf, wrap } from '../tensor';
import { type CudaDeviceArgument, deviceCount, deviceIndex, givenIndex, isAvailable } from './device';
import { typeError } from '../errors';

/** A device's default generator. Where there is none, seeding does nothing, as in Python. */
function generator(index: number): GeneratorBox {
  return native.defaultGenerator(`cuda:${index}`);
}

function everyIndex(): number[] {
  return Array.from({ length: deviceCount() }, (_, i) => i);
}

function checkSeed(name: string, seed: Seed): void {
  if (typeof seed === 'bigint' || Number.isSafeInteger(seed)) return;
  throw typeError(`torch.cuda.${name}(): a seed is a whole number or a bigint, got ${String(seed)}`);
}

/**
 * Seeds the current device's generator. Without a GPU it does nothing.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.manual_seed.html
 */
export function manualSeed(seed: Seed): void {
  checkSeed('manualSeed', seed);
  if (isAvailable()) native.setSeed(generator(native.cudaCurrentDevice()), seed);
}

/** Seeds every device's generator. Without a GPU it does nothing. */
export function manualSeedAll(seed: Seed): void {
  checkSeed('manualSeedAll', seed);
  for (const index of everyIndex()) native.setSeed(generator(index), seed);
}

/** Seeds the current device's generator from the system's entropy. Without a GPU it does nothing. */
export function seed(): void {
  if (isAvailable()) native.freshSeed(generator(native.cudaCurrentDevice()));
}

/** Seeds every device's generator with one number from the system's entropy. Without a GPU it does nothing. */
export function seedAll(): void {
  const [first, ...others] = everyIndex();
  if (first === undefined) return;
  const drawn = native.freshSeed(generator(first));
  for (const index of others) native.setSeed(generator(index), drawn);
}

/** The current device's seed. */
export function initialSeed(): Seed {
  return native.initialSeed(generator(native.cudaCurrentDevice()));
}

/** A device's state, as uint8. */
export function getRngState(device: CudaDeviceArgument = 'cuda'): Tensor {
  return wrap(native.getState(generator(deviceIndex('getRngState', device))));
}

/** The state of every device. */
export function getRngStateAll(): Tensor[] {
  return everyIndex().map((index) => wrap(native.getState(generator(index))));
}

/** Brings a device's state back. Without a GPU it does nothing. */
export function setRngState(state: Tensor, device: CudaDeviceArgument = 'cuda'): void {
  const handle = handleOf(state);
  givenIndex('setRngState', device);
  if (isAvailable()) native.setState(generator(deviceIndex('setRngState', device)), handle);
}

/** Brings the states of {@link getRngStateAll} back. */
export function setRngStateAll(states: Iterable<Tensor>): void {
  for (const [index, state] of [...states].entries()) setRngState(state, index);
}
