import { isAvailable } from '../cuda/device';
import { lengthOf } from './dataset-check';
import type { Collated } from './collate';
import { type IterableDataset, type MapDataset, isIterableDataset } from './dataset';
import { drawSeed } from './draw';
import { type Epoch, MapEpoch, NativeEpoch } from './epoch';
import { Fetcher } from './fetch';
import { type Entries, type Opened, enumerate, iterate, iterateAsync } from './iterate';
import { PinnedEpoch } from './pin';
import { type DataLoaderOptions, type DataLoaderPositions, type Plan, planOf } from './options';
import { type DataLoaderState, Start } from './progress';
import type { Sized } from './sampler';
import { StreamEpoch } from './stream-epoch';
import type { Generator, Seed } from '../tensor/generator';
import { WorkerEpoch } from './worker/epoch';
import type { WorkerSource } from './worker/source';
import type { WorkerDataset } from './worker-dataset';
import { nameOf } from '../arguments/describe';
import { runtimeError, typeError, valueError, warn } from '../errors';
import { limitArguments } from '../arguments/surplus';

const NOTHING_TO_PIN_FOR =
  "'pinMemory' is set to true but no accelerator is found, so memory that is pinned for a device won't be used.";

const NO_PLACE =
  'DataLoader.stateDict(): with inOrder: false batches come in any order, so that no number says which of an epoch were given';

/** What a {@link DataLoader} loads. */
export type AnyDataset<T> = MapDataset<T> | IterableDataset<T> | WorkerDataset<T> | readonly T[];

/** Options that need no check any longer. */
class Checked {
  constructor(readonly plan: Plan) {}
}

/** The epoch that a loop is in. */
interface Current {
  readonly start: Start;
  yielded: number;
}

/**
 * Batches of a dataset, in order or shuffled. Iterated with `for`; with `for await` where the dataset or its collation
 * is asynchronous. Leaving a loop early releases everything.
 *
 * With the same seed the batches are Python's, bit for bit. An epoch draws from the default generator (or `generator`)
 * what Python draws: a base seed when it starts, and its sampler's numbers when the first batch is asked for.
 * What samples and collation draw is drawn when their batch is asked for, in the order of the samples. Only a `get` that draws
 * after an `await` draws in an order of its own: see {@link MapDataset.prefetch}.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.DataLoader
 * @example
 * const dataset = new data.TensorDataset(torch.randn([1000, 10, 100]), torch.randint(0, 2, [1000]));
 * const loader = new data.DataLoader(dataset, { batchSize: 64, shuffle: true });
 * for (const [i, [x, y]] of loader.entries()) console.log(i, x.shape, y.shape); // 0 [64, 10, 100] [64] …
 */
export class DataLoader<T, B = Collated<T>> implements Iterable<B>, AsyncIterable<B> {
  // Its options, as they are in force: `ATTRIBUTES` below defines them. None can be set.
  declare readonly dataset: MapDataset<T> | IterableDataset<T>;
  /** Null where samples are not batched, and with a `batchSampler`. */
  declare readonly batchSize: number | null;
  /** Where the indices come from; null for an iterable dataset. */
  declare readonly sampler: Iterable<number> | null;
  /** Where the indices of each batch come from; null where samples are not batched, and for an iterable dataset. */
  declare readonly batchSampler: Iterable<readonly number[]> | null;
  declare readonly numWorkers: number;
  /** What makes a batch of samples: the option, or {@link defaultCollate}. */
  declare readonly collateFn: (samples: never) => unknown;
  declare readonly pinMemory: boolean;
  declare readonly dropLast: boolean;
  /** In seconds; 0 for ever. */
  declare readonly timeout: number;
  declare readonly generator: Generator | null;
  declare readonly prefetchFactor: number;
  declare readonly persistentWorkers: boolean;
  declare readonly inOrder: boolean;
  readonly #plan: Plan;
  #current: Current | null = null;
  #resume: Current | null = null;
  /** The epoch that has the workers that persist. */
  #persistent: WorkerEpoch | null = null;
  /** The seed that workers which persist were given. */
  #baseSeed: Seed | null = null;
  #warned = false;

  /** The checked options of a loader. @internal */
  static planOf<T, B>(loader: DataLoader<T, B>): Plan {
    return loader.#plan;
  }

  /** A loader of checked options. @internal */
  static from<T, B>(plan: Plan): DataLoader<T, B> {
    return new DataLoader<T, B>(new Checked(plan) as never);
  }

  constructor(dataset: AnyDataset<T>, options?: DataLoaderOptions<T, B>);
  constructor(dataset: AnyDataset<T>, ...positions: DataLoaderPositions<T, B>);
  constructor(...args: readonly unknown[]) {
    const [first] = args;
    this.#plan = first instanceof Checked ? first.plan : planOf(args);
  }

  /** The number of batches in an epoch. */
  get length(): number {
    const { dataset, batchSampler, sampler, batchSize, dropLast } = this.#plan;
    if (!isIterableDataset(dataset)) return sized(batchSampler ?? sampler);
    const batches = sized(dataset) / (batchSize ?? 1);
    return dropLast ? Math.floor(batches) : Math.ceil(batches);
  }

  [Symbol.iterator](): IterableIterator<B> {
    return iterate(this.#open());
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<B> {
    return iterateAsync(this.#open());
  }

  /**
   * Batches with their positions: Python's `enumerate(loader)`, for `for` and for `for await`.
   *
   * @example
   * for (const [i, batch] of loader.entries()) console.log(i, batch);
   */
  entries(): Entries<B> {
    return enumerate(this);
  }

  /**
   * Where this loader is, to be saved beside the model. Together with the state of the default generator
   * (`torch.getRngState()`) it resumes in the middle of an epoch with exactly the batches that were left.
   *
   * @throws TorchError in an epoch whose batches come in any order, by `inOrder: false`.
   * @example
   * torch.save({ model: model.stateDict(), loader: loader.stateDict(), rng: torch.getRngState() }, 'half.pt');
   */
  stateDict(): DataLoaderState {
    const at = this.#resume ?? this.#current;
    if (at && this.#plan.workers && !this.#plan.inOrder) throw runtimeError(NO_PLACE);
    return at ? at.start.toState(at.yielded) : { yielded: 0, rngState: null };
  }

  /** The next iteration goes on where {@link stateDict} was called; those after it are whole epochs again. */
  loadStateDict(state: DataLoaderState): void {
    const start = Start.from(state);
    this.#resume = start && { start, yielded: state.yielded };
    this.#current = null;
  }

  /** Opens an epoch: a new one, or the one that is to be resumed. */
  #open(): Opened {
    const resume = this.#resume;
    this.#resume = null;
    const current = (this.#current = resume ?? { start: Start.of(this.#plan, this.#keptSeed()), yielded: 0 });
    const epoch = resume ? current.start.replay(this.#plan, () => this.#begin(current)) : this.#begin(current);
    return {
      epoch: this.#pins() ? new PinnedEpoch(epoch) : epoch,
      given: () => void current.yielded++,
      ended: () => {
        if (this.#current === current) this.#current = null;
      },
    };
  }

  #begin({ start, yielded }: Current): Epoch {
    this.#baseSeed = start.baseSeed ?? drawSeed(this.#plan.generator);
    const epoch = this.#epoch(this.#baseSeed);
    if (yielded > 0) epoch.skip(yielded);
    return epoch;
  }

  /** As in Python: an epoch whose workers are those of the one before draws no seed for them. */
  #keptSeed(): Seed | null {
    const { persistentWorkers, workers } = this.#plan;
    const kept = persistentWorkers && (workers === null || (workers.alive && !this.#persistent?.open));
    return kept ? this.#baseSeed : null;
  }

  /** Whether batches are to be pinned. Where nothing could use that, Python warns and goes on without, too. */
  #pins(): boolean {
    const { pinMemory, pinMemoryDevice } = this.#plan;
    if (!pinMemory) return false;
    const present = isAvailable();
    if (!this.#warned && pinMemoryDevice !== '') warn(ignoredDevice(pinMemoryDevice));
    if (!this.#warned && !present) warn(NOTHING_TO_PIN_FOR);
    this.#warned = true;
    return present;
  }

  #epoch(baseSeed: Seed): Epoch {
    const plan = this.#plan;
    const requests = (plan.batchSampler ?? plan.sampler) as Iterable<number | readonly number[]> | null;
    if (plan.workers) return this.#workerEpoch(plan.workers, requests, baseSeed);
    if (isIterableDataset(plan.dataset)) return new StreamEpoch(plan.dataset, plan);
    const gathered = NativeEpoch.for(plan);
    if (gathered) return gathered;
    return new MapEpoch(new Fetcher(plan.dataset, plan), requests ?? [], plan.prefetchFactor);
  }

  #workerEpoch(source: WorkerSource, requests: Iterable<number | readonly number[]> | null, baseSeed: Seed): Epoch {
    const { prefetchFactor, persistentWorkers: persistent, batchSize, dropLast, inOrder } = this.#plan;
    const busy = persistent && this.#persistent?.open === true;
    const pool = source.take(persistent, busy);
    const batching = { batchSize, dropLast };
    const epoch = new WorkerEpoch(pool, requests, {
      ...{ prefetchFactor, batching, baseSeed, inOrder },
      persistent: persistent && !busy,
    });
    if (persistent && !busy) this.#persistent = epoch;
    return epoch;
  }

  /** Ends workers that are kept for the next epoch. */
  close(): void {
    this.#plan.workers?.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

const ignoredDevice = (device: string): string =>
  `pinMemoryDevice is deprecated: memory is pinned for the current accelerator, and '${device}' is ignored`;

function sized(what: object | null): number {
  if (what && 'length' in what) return lengthOf(what as Sized);
  throw typeError(`${nameOf(what)} has no length`);
}

/** Properties of a loader by what they say of its options. */
const ATTRIBUTES: Readonly<Record<string, (plan: Plan) => unknown>> = {
  dataset: ({ dataset }) => dataset,
  batchSize: ({ batchSize }) => batchSize,
  sampler: ({ sampler }) => sampler,
  batchSampler: ({ batchSampler }) => batchSampler,
  numWorkers: ({ numWorkers }) => numWorkers,
  collateFn: ({ collate }) => collate,
  pinMemory: ({ pinMemory }) => pinMemory,
  dropLast: ({ dropLast }) => dropLast,
  timeout: ({ timeoutMs }) => timeoutMs / 1000,
  generator: ({ generator }) => generator,
  prefetchFactor: ({ prefetchFactor }) => prefetchFactor,
  persistentWorkers: ({ persistentWorkers }) => persistentWorkers,
  inOrder: ({ inOrder }) => inOrder,
};

// As in Python, which refuses some of them; the others would have no effect here.
for (const [name, read] of Object.entries(ATTRIBUTES)) {
  Object.defineProperty(DataLoader.prototype, name, {
    get(this: DataLoader<unknown>) {
      return read(DataLoader.planOf(this));
    },
    set(this: DataLoader<unknown>) {
      throw valueError(`${name} attribute should not be set after ${this.constructor.name} is initialized`);
    },
    configurable: true,
  });
}

limitArguments([DataLoader], { entries: 0, stateDict: 0, loadStateDict: 1, close: 0 });
