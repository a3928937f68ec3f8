import { nullable, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { type DeviceLike, isDeviceLike } from './device';
import type { GeneratorBox } from '../native/contract';
import { tensor } from './arguments';
import { type Tensor, handleOf, wrap } from './tensor';

const GENERATOR = { device: nullable(value<DeviceLike>('a device', isDeviceLike)) };

const isSeed = (given: unknown): boolean => typeof given === 'bigint' || Number.isSafeInteger(given);
/** The table of every function that sets a seed. @internal */
export const SEED = { seed: value<Seed>('an integer or a bigint', isSeed) };
const STATE = { newState: tensor() };

/** A seed: any int64, or a uint64 as bigint. */
export type Seed = number | bigint;

/** Only this module makes generators from native ones. */
const OWN = Symbol('native');

/**
 * A source of random numbers with a state of its own.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.Generator.html
 * @example
 * const generator = new torch.Generator().manualSeed(0);
 * torch.randperm(3, { generator }).tolist();
 */
export class Generator {
  readonly #box: GeneratorBox;

  constructor(
    device?:
      | DeviceLike
      | {
          /** The device on which it draws. @defaultValue 'cpu' */
          readonly device?: DeviceLike;
        },
  );
  /** @internal */
  constructor(key: typeof OWN, box: GeneratorBox);
  constructor(...args: readonly unknown[]) {
    this.#box =
      args[0] === OWN
        ? (args[1] as GeneratorBox)
        : native.newGenerator(String(readArguments('Generator', GENERATOR, args).device ?? 'cpu'));
  }

  /** @internal */
  static boxOf(generator: Generator): GeneratorBox {
    return generator.#box;
  }

  toString(): string {
    return '<torch._C.Generator object>';
  }

  /** Sets the seed; returns this generator. */
  manualSeed(...args: [seed: Seed]): this {
    native.setSeed(this.#box, readArguments('Generator.manualSeed', SEED, args).seed);
    return this;
  }

  /** Sets a seed from the system's entropy and returns it. */
  seed(...args: []): Seed {
    takesNothing('Generator.seed', args);
    return native.freshSeed(this.#box);
  }

  initialSeed(...args: []): Seed {
    takesNothing('Generator.initialSeed', args);
    return native.initialSeed(this.#box);
  }

  get device(): string {
    return native.generatorDevice(this.#box);
  }

  /** The state as a uint8 tensor, the same bytes as Python's. */
  getState(...args: []): Tensor {
    takesNothing('Generator.getState', args);
    return wrap(native.getState(this.#box));
  }

  setState(...args: [newState: Tensor]): this {
    native.setState(this.#box, handleOf(readArguments('Generator.setState', STATE, args).newState));
    return this;
  }
}

/** The generator of a device that is used where no other is given. @internal */
export function defaultGeneratorOf(device: string): Generator {
  return new Generator(OWN, native.defaultGenerator(device));
}

/**
 * The generator of the CPU that is used where no other is given.
 *
 * @see https://docs.pytorch.org/docs/2.13/random.html#torch.random.default_generator
 * @example
 * torch.manualSeed(0);
 * torch.defaultGenerator.initialSeed(); // 0
 */
export const defaultGenerator = defaultGeneratorOf('cpu');

/**
 * Seeds every default generator; the same seed gives the same numbers as in Python.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.manual_seed.html
 */
export function manualSeed(...args: [seed: Seed]): void {
  native.manualSeed(readArguments('manualSeed', SEED, args).seed);
}

/** The CPU generator's seed. */
export function initialSeed(...args: []): Seed {
  takesNothing('initialSeed', args);
  return native.initialSeed(native.defaultGenerator('cpu'));
}

/** The state of the CPU generator. */
export function getRngState(...args: []): Tensor {
  takesNothing('getRngState', args);
  return wrap(native.getState(native.defaultGenerator('cpu')));
}

/** Restores what {@link getRngState} returned. */
export function setRngState(...args: [newState: Tensor]): void {
  const { newState } = readArguments('setRngState', STATE, args);
  native.setState(native.defaultGenerator('cpu'), handleOf(newState));
}
