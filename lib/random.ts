import { nullable, value } from './arguments/fields';
import { readArguments } from './arguments/read';
import { native } from './binding';
import { Device, type DeviceLike } from './device';
import type { GeneratorBox } from './native';
import { type Tensor, handleOf, wrap } from './tensor';

const isDevice = (given: unknown): boolean => typeof given === 'string' || given instanceof Device;
const GENERATOR = { device: nullable(value<DeviceLike>('a device', isDevice)) };

/** A seed: any int64, or a uint64 as bigint. */
export type Seed = number | bigint;

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

  constructor(device?: DeviceLike | { readonly device?: DeviceLike });
  constructor(...args: readonly unknown[]) {
    this.#box = native.newGenerator(String(readArguments('Generator', GENERATOR, args).device ?? 'cpu'));
  }

  /** @internal */
  static boxOf(generator: Generator): GeneratorBox {
    return generator.#box;
  }

  /** Sets the seed; returns this generator. */
  manualSeed(seed: Seed): this {
    native.setSeed(this.#box, seed);
    return this;
  }

  /** Sets a seed from the system's entropy and returns it. */
  seed(): Seed {
    return native.freshSeed(this.#box);
  }

  initialSeed(): Seed {
    return native.initialSeed(this.#box);
  }

  get device(): string {
    return native.generatorDevice(this.#box);
  }

  /** The state as a uint8 tensor, the same bytes as Python's. */
  getState(): Tensor {
    return wrap(native.getState(this.#box));
  }

  setState(state: Tensor): this {
    native.setState(this.#box, handleOf(state));
    return this;
  }
}

/**
 * Seeds every default generator; the same seed gives the same numbers as in Python.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.manual_seed.html
 */
export function manualSeed(seed: Seed): void {
  native.manualSeed(seed);
}

/** The CPU generator's seed. */
export function initialSeed(): Seed {
  return native.initialSeed(native.defaultGenerator('cpu'));
}

/** The state of the CPU generator. */
export function getRngState(): Tensor {
  return wrap(native.getState(native.defaultGenerator('cpu')));
}

/** Restores what {@link getRngState} returned. */
export function setRngState(state: Tensor): void {
  native.setState(native.defaultGenerator('cpu'), handleOf(state));
}
