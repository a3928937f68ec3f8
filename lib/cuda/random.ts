import { readArguments, takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import type { GeneratorBox } from '../native/contract';
import { any } from '../arguments/fields';
import { tensor, tensorList, tensors } from '../tensor/arguments';
import { type Generator, SEED, type Seed, defaultGeneratorOf } from '../tensor/generator';
import { type Tensor, handleOf, wrap } from '../tensor/tensor';
import {
  type CudaDeviceArgument,
  type CudaDeviceLike,
  type OneDevice,
  deviceCount,
  deviceIndex,
  givenIndex,
  isAvailable,
} from './device';

const STATE = { newState: tensor(), device: any<CudaDeviceLike>() };
const STATES = { newStates: tensors() };

/** A device's default generator. Where there is none, seeding does nothing, as in Python. */
function generator(index: number): GeneratorBox {
  return native.defaultGenerator(`cuda:${index}`);
}

function everyIndex(): number[] {
  return Array.from({ length: deviceCount() }, (_, i) => i);
}

/**
 * The generator of each GPU that is used where no other is given. Python has a list of that name, which is empty until
 * CUDA is used.
 *
 * @see https://docs.pytorch.org/docs/2.13/cuda.html
 * @example
 * torch.cuda.defaultGenerators().length === torch.cuda.deviceCount(); // true
 */
export function defaultGenerators(...args: []): Generator[] {
  takesNothing('torch.cuda.defaultGenerators', args);
  return everyIndex().map((index) => defaultGeneratorOf(`cuda:${index}`));
}

/**
 * Seeds the current device's generator. Without a GPU it does nothing.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.manual_seed.html
 */
export function manualSeed(...args: [seed: Seed]): void {
  const { seed } = readArguments('torch.cuda.manualSeed', SEED, args);
  if (isAvailable()) native.setSeed(generator(native.cudaCurrentDevice()), seed);
}

/** Seeds every device's generator. Without a GPU it does nothing. */
export function manualSeedAll(...args: [seed: Seed]): void {
  const { seed } = readArguments('torch.cuda.manualSeedAll', SEED, args);
  for (const index of everyIndex()) native.setSeed(generator(index), seed);
}

/** Seeds the current device's generator from the system's entropy. Without a GPU it does nothing. */
export function seed(...args: []): void {
  takesNothing('torch.cuda.seed', args);
  if (isAvailable()) native.freshSeed(generator(native.cudaCurrentDevice()));
}

/** Seeds every device's generator with one number from the system's entropy. Without a GPU it does nothing. */
export function seedAll(...args: []): void {
  takesNothing('torch.cuda.seedAll', args);
  const [first, ...others] = everyIndex();
  if (first === undefined) return;
  const drawn = native.freshSeed(generator(first));
  for (const index of others) native.setSeed(generator(index), drawn);
}

/** The current device's seed. */
export function initialSeed(...args: []): Seed {
  takesNothing('torch.cuda.initialSeed', args);
  return native.initialSeed(generator(native.cudaCurrentDevice()));
}

/** A device's state, as uint8. */
export function getRngState(...device: OneDevice): Tensor {
  return wrap(native.getState(generator(deviceIndex('getRngState', device))));
}

/** The state of every device. */
export function getRngStateAll(...args: []): Tensor[] {
  takesNothing('torch.cuda.getRngStateAll', args);
  return everyIndex().map((index) => wrap(native.getState(generator(index))));
}

/** Restores a device's state. Without a GPU it does nothing. */
export function setRngState(...args: [newState: Tensor, device?: CudaDeviceArgument]): void {
  const { newState, device } = readArguments('torch.cuda.setRngState', STATE, args);
  const handle = handleOf(newState);
  givenIndex('setRngState', [device]);
  if (isAvailable()) native.setState(generator(deviceIndex('setRngState', [device])), handle);
}

/** Restores the states that {@link getRngStateAll} returned. */
export function setRngStateAll(...args: [newStates: Iterable<Tensor>]): void {
  const { newStates } = readArguments('torch.cuda.setRngStateAll', STATES, args);
  const states = tensorList('torch.cuda.setRngStateAll', newStates, 'newStates');
  for (const [index, state] of states.entries()) setRngState(state, index);
}
