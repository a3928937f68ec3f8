/** How far an epoch is, and what it takes to get there again. */
import { native } from '../native/binding';
import { uint8 } from '../tensor/dtype';
import { Generator, type Seed } from '../tensor/generator';
import { type Tensor, handleOf, isTensor, wrap } from '../tensor/tensor';
import { wholeNumber } from './dataset-check';
import type { Plan } from './options';
import type { GeneratorBox } from '../native/contract';
import { show } from '../arguments/describe';
import { typeError } from '../errors';

/** Where a loader is in its epoch; tensors and numbers, so that `torch.save` takes it. */
export interface DataLoaderState {
  /** Batches that the loop has been given in this epoch; 0 between epochs. */
  readonly yielded: number;
  /** The generator's state at the start of the epoch, uint8; null between epochs. */
  readonly rngState: Tensor | null;
  /** The workers' base seed, where they went on from the epoch before and so drew none; see `persistentWorkers`. */
  readonly baseSeed?: Seed;
  /** What the sampler's own `stateDict()` said at the start of the epoch, if it has one. */
  readonly sampler?: unknown;
}

interface Stateful {
  stateDict(): unknown;
  loadStateDict(state: unknown): void;
}

/** The start of an epoch: a copy of the generator's state, not a tensor, as it outlives every scope. */
export class Start {
  private constructor(
    readonly rng: ArrayBuffer,
    /** Null where the epoch draws it. */
    readonly baseSeed: Seed | null,
    readonly sampler: unknown,
  ) {}

  static of(plan: Plan, baseSeed: Seed | null): Start {
    return new Start(readState(boxOf(plan)), baseSeed, statefulSampler(plan)?.stateDict());
  }

  /** What {@link DataLoaderState} says, checked; null between epochs. */
  static from(state: DataLoaderState): Start | null {
    if (typeof state !== 'object' || state === null) throw typeError('expected a state of a DataLoader');
    wholeNumber('state.yielded', state.yielded, 0);
    if (state.rngState === null) return null;
    if (!isTensor(state.rngState)) throw typeError('state.rngState should be a tensor or null');
    const { baseSeed = null } = state;
    if (baseSeed !== null && typeof baseSeed !== 'number' && typeof baseSeed !== 'bigint') {
      throw typeError(`state.baseSeed should be an integer, got ${show(baseSeed)}`);
    }
    return new Start(native.toBytes(handleOf(state.rngState)), baseSeed, state.sampler);
  }

  toState(yielded: number): DataLoaderState {
    const { rng, baseSeed, sampler } = this;
    const rngState = wrap(native.fromBytes(rng, 0, rng.byteLength, uint8.code, [rng.byteLength]));
    return {
      ...{ yielded, rngState },
      ...(baseSeed === null ? {} : { baseSeed }),
      ...(sampler === undefined ? {} : { sampler }),
    };
  }

  /**
   * Runs `draw` under the state that the epoch began with. The default generator then goes on where it was: a resumed
   * program has restored it itself. A generator of the loader's own stays where `draw` has left it.
   */
  replay<R>(plan: Plan, draw: () => R): R {
    const box = boxOf(plan);
    const now = plan.generator ? null : readState(box);
    // A state of before the sampler had one says nothing of it.
    if (this.sampler !== undefined) statefulSampler(plan)?.loadStateDict(this.sampler);
    writeState(box, this.rng);
    try {
      return draw();
    } finally {
      if (now) writeState(box, now);
    }
  }
}

function boxOf({ generator }: Plan): GeneratorBox {
  return generator ? Generator.boxOf(generator) : native.defaultGenerator('cpu');
}

function readState(box: GeneratorBox): ArrayBuffer {
  const state = wrap(native.getState(box));
  try {
    return native.toBytes(handleOf(state));
  } finally {
    state.dispose();
  }
}

function writeState(box: GeneratorBox, bytes: ArrayBuffer): void {
  const state = wrap(native.fromBytes(bytes, 0, bytes.byteLength, uint8.code, [bytes.byteLength]));
  try {
    native.setState(box, handleOf(state));
  } finally {
    state.dispose();
  }
}

/** The sampler, if it has a state of its own. */
function statefulSampler({ sampler, batchSampler }: Plan): Stateful | null {
  for (const candidate of [batchSampler, sampler]) {
    const { stateDict, loadStateDict } = (candidate ?? {}) as Partial<Stateful>;
    if (typeof stateDict === 'function' && typeof loadStateDict === 'function') return candidate as unknown as Stateful;
  }
  return null;
}
