import { pathToFileURL } from 'node:url';
import { Generator } from '../tensor/generator';
import { whole } from './dataset-check';
import { defaultCollate, defaultConvert, type Collated } from './collate';
import { asDataset } from './compose';
import { type IterableDataset, type MapDataset, isIterableDataset } from './dataset';
import { tensorsBehind } from './rows';
import { BatchSampler, RandomSampler, type Sampler, SequentialSampler } from './sampler';
import type { PoolOptions } from './worker/pool';
import { WorkerSource } from './worker/source';
import { WorkerDataset } from './worker-dataset';
import { nameOf, typeName } from '../arguments/describe';
import { type Values, bool, callback, float, iterable, keyword, nullable, str, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { typeError, valueError } from '../errors';

/** The options of a {@link DataLoader}; names and defaults are Python's. */
export interface DataLoaderOptions<T, B = Collated<T>> {
  /** Samples in a batch; null gives single samples, not collated. The default is 1. */
  readonly batchSize?: number | null;
  /** A new random order for each epoch. */
  readonly shuffle?: boolean | null;
  /** The order of samples; excludes `shuffle`. */
  readonly sampler?: Sampler | Iterable<number> | null;
  /** Lists of indices, one for each batch; excludes `batchSize`, `shuffle`, `sampler` and `dropLast`. */
  readonly batchSampler?: Sampler<readonly number[]> | Iterable<readonly number[]> | null;
  /** Joins samples to a batch; {@link defaultCollate} by default. */
  readonly collateFn?: ((samples: T[]) => B | Promise<B>) | null;
  /** The same as `collateFn`, by a shorter name. */
  readonly collate?: ((samples: T[]) => B | Promise<B>) | null;
  /** Leave out the last batch when it is smaller than `batchSize`. */
  readonly dropLast?: boolean;
  /** Draws the order and the workers' seeds; the default generator otherwise. */
  readonly generator?: Generator | null;
  /**
   * Puts the tensors of each batch into memory that a GPU copies from faster, and beside other work. Where there is no GPU it
   * warns and does nothing.
   */
  readonly pinMemory?: boolean;
  /**
   * 0 loads in this thread. More are native threads for a {@link TensorDataset} and `worker_threads` for a
   * {@link WorkerDataset}.
   */
  readonly numWorkers?: number;
  /** Batches that each worker (without workers: an asynchronous dataset) is ahead of the loop. The default is 2. */
  readonly prefetchFactor?: number | null;
  /** Seconds to wait for a batch before the loop ends with an error; 0 waits for ever. */
  readonly timeout?: number;
  /** Keep the workers for the next epoch. */
  readonly persistentWorkers?: boolean;
  /** A module whose default export is called in each worker, with the worker's id, before the first batch. */
  readonly workerInitFn?: URL | string | null;
  /** The same as `workerInitFn`, by a shorter name. */
  readonly workerInit?: URL | string | null;
  /** Python's place for a way to start processes: here workers are threads, so that it is always null. */
  readonly multiprocessingContext?: null;
  /** Deprecated in Python, too: memory is pinned for the current accelerator, whatever is given here. */
  readonly pinMemoryDevice?: string;
  /**
   * Whether the batches of a {@link WorkerDataset} come in the order of the sampler, the default. With `false` the one that is
   * ready first comes first, so that a slow worker holds up none of the others; which is which then depends on the
   * machine.
   */
  readonly inOrder?: boolean;
}

/** The same by position, in Python's order; the last may be an object that names more of them. */
export type DataLoaderPositions<T, B = Collated<T>, O = DataLoaderOptions<T, B>> = readonly [
  batchSize: number | null,
  shuffle?: boolean | O | null,
  sampler?: Sampler | Iterable<number> | O | null,
  batchSampler?: Sampler<readonly number[]> | Iterable<readonly number[]> | O | null,
  numWorkers?: number | O,
  collateFn?: ((samples: T[]) => B | Promise<B>) | O | null,
  pinMemory?: boolean | O,
  dropLast?: boolean | O,
  timeout?: number | O,
  workerInitFn?: URL | string | O | null,
  multiprocessingContext?: O | null,
  generator?: Generator | O | null,
];

/** Checked options, with everything filled in. */
export interface Plan {
  readonly dataset: AnyDataset;
  readonly batchSize: number | null;
  readonly dropLast: boolean;
  /** Null for an iterable dataset. */
  readonly sampler: Iterable<number> | null;
  /** Null where samples are not batched, and for an iterable dataset. */
  readonly batchSampler: Iterable<readonly number[]> | null;
  readonly collate: (samples: never) => unknown;
  readonly defaultCollation: boolean;
  readonly generator: Generator | null;
  readonly numWorkers: number;
  readonly prefetchFactor: number;
  /** In milliseconds; 0 for ever. */
  readonly timeoutMs: number;
  readonly persistentWorkers: boolean;
  readonly pinMemory: boolean;
  readonly pinMemoryDevice: string;
  readonly inOrder: boolean;
  /** Null where the dataset is in this thread. */
  readonly workers: WorkerSource | null;
}

type AnyDataset = MapDataset<unknown> | IterableDataset<unknown>;

type Order = Iterable<number>;
type Batches = Iterable<readonly number[]>;

/** Python's order; what is in no place there, or in none here, is given by name. */
const TABLE = {
  dataset: { ...value<unknown>('a dataset', () => true), object: true },
  batchSize: nullable(whole('batchSize', 1), 1),
  shuffle: nullable(bool()),
  sampler: nullable(iterable<Order>('an iterable of indices')),
  batchSampler: nullable(iterable<Batches>('an iterable of lists of indices')),
  numWorkers: whole('numWorkers', 0, 0),
  collateFn: nullable(callback<(samples: never) => unknown>()),
  pinMemory: bool(false),
  dropLast: bool(false),
  timeout: float(0),
  workerInitFn: nullable(value<URL | string>('the URL or path of a module', isModule)),
  // Workers are threads, and there is one kind of them.
  multiprocessingContext: nullable(value<null>('null: workers are threads', () => false)),
  generator: nullable(value<Generator>('a torch.Generator', (v) => v instanceof Generator)),
  prefetchFactor: keyword(nullable(whole('prefetchFactor', 1))),
  persistentWorkers: keyword(bool(false)),
  pinMemoryDevice: keyword(str('')),
  inOrder: keyword(bool(true)),
  // The shorter names that they had first.
  collate: keyword(nullable(callback<(samples: never) => unknown>())),
  workerInit: keyword(nullable(value<URL | string>('the URL or path of a module', isModule))),
};

type Options = Values<typeof TABLE>;

function isModule(given: unknown): boolean {
  return given instanceof URL || typeof given === 'string';
}

/** The arguments; what has two names is given by one of them. */
function readOnce(args: readonly unknown[]): Options {
  const given = readArguments('DataLoader', TABLE, args);
  for (const [name, short] of [
    ['collateFn', 'collate'],
    ['workerInitFn', 'workerInit'],
  ] as const) {
    if (given[name] === null || given[short] === null) continue;
    throw typeError(`DataLoader() got several values for argument '${name}', which is '${short}', too`);
  }
  return {
    ...given,
    collateFn: given.collateFn ?? given.collate,
    workerInitFn: given.workerInitFn ?? given.workerInit,
  };
}

/** A loader's arguments, with Python's checks in Python's order. */
export function planOf(args: readonly unknown[]): Plan {
  const options = readOnce(args);
  const { dataset, numWorkers, persistentWorkers, pinMemory } = options;
  const timeoutMs = timeoutOf(options.timeout);
  if (persistentWorkers && numWorkers === 0) throw valueError('persistentWorkers option needs numWorkers > 0');
  const workers = workersOf(dataset, options, { numWorkers, timeoutMs, init: moduleOf(options.workerInitFn) });
  const checked = workers ? workers.standIn() : checkDataset(dataset);
  if (numWorkers > 0 && !workers) checkThreads(checked, numWorkers);
  return {
    ...orderOf(checked, options),
    ...{ dataset: checked, defaultCollation: options.collateFn === null },
    ...{ numWorkers, timeoutMs, persistentWorkers, pinMemory, workers },
    ...{ pinMemoryDevice: options.pinMemoryDevice, inOrder: options.inOrder },
    prefetchFactor: options.prefetchFactor ?? 2,
  };
}

type OrderPlan = Pick<Plan, 'batchSize' | 'dropLast' | 'sampler' | 'batchSampler' | 'collate' | 'generator'>;

/** The options that say which samples make a batch. */
function orderOf(dataset: AnyDataset, options: Options): OrderPlan {
  exclusive(dataset, options);
  const { generator, dropLast } = options;
  const batchSize = options.batchSampler ? null : options.batchSize;
  const sampler = isIterableDataset(dataset) ? null : (options.sampler ?? defaultSampler(dataset, options, generator));
  const own = sampler && batchSize ? new BatchSampler(sampler, batchSize, dropLast) : null;
  const collate = options.batchSampler !== null || batchSize !== null ? defaultCollate : defaultConvert;
  return {
    ...{ batchSize, dropLast, sampler, generator },
    batchSampler: options.batchSampler ?? own,
    collate: options.collateFn ?? collate,
  };
}

function workersOf(dataset: unknown, options: Options, pool: PoolOptions): WorkerSource | null {
  if (!(dataset instanceof WorkerDataset)) return null;
  if (pool.numWorkers === 0) throw valueError('a WorkerDataset needs numWorkers of at least 1');
  if (options.collateFn !== null) {
    throw valueError('batches of a WorkerDataset are collated in the workers: export `collate` from its module');
  }
  return new WorkerSource(dataset, pool);
}

function moduleOf(module: URL | string | null): string | null {
  return typeof module === 'string' ? pathToFileURL(module).href : (module?.href ?? null);
}

/** Threads can be given tensors, but no objects with methods. */
function checkThreads(dataset: AnyDataset, numWorkers: number): void {
  if (tensorsBehind(dataset)) return;
  throw typeError(
    `numWorkers=${numWorkers}: ${nameOf(dataset)} cannot be handed to a thread. Put it into a module and load that ` +
      'with data.WorkerDataset',
  );
}

function checkDataset(dataset: unknown): AnyDataset {
  if (typeof dataset === 'object' && dataset !== null) {
    if (isIterableDataset(dataset)) return dataset;
    if (typeof (dataset as MapDataset<unknown>).get === 'function' && 'length' in dataset) {
      return dataset as MapDataset<unknown>;
    }
    if (Array.isArray(dataset)) return asDataset(dataset as unknown[]);
  }
  throw typeError(
    `DataLoader: expected a dataset with get(index) and length, an IterableDataset or an array, got ${typeName(dataset)}`,
  );
}

function exclusive(dataset: object, options: Options): void {
  const { sampler, batchSampler, shuffle, batchSize, dropLast } = options;
  if (isIterableDataset(dataset)) {
    const name = shuffle ? 'shuffle' : sampler ? 'sampler' : batchSampler ? 'batchSampler' : null;
    if (name) throw valueError(`DataLoader with IterableDataset: expected unspecified ${name} option`);
  }
  if (sampler && shuffle) throw valueError('sampler option is mutually exclusive with shuffle');
  if (batchSampler && (batchSize !== 1 || shuffle || sampler || dropLast)) {
    throw valueError('batchSampler option is mutually exclusive with batchSize, shuffle, sampler, and dropLast');
  }
  if (batchSize === null && dropLast) {
    throw valueError('batchSize: null disables auto-batching and is mutually exclusive with dropLast');
  }
}

function defaultSampler(dataset: MapDataset<unknown>, options: Options, generator: Generator | null): Sampler {
  return options.shuffle ? new RandomSampler(dataset, { generator }) : new SequentialSampler(dataset);
}

/** A timer's longest time is 2^31 ms. */
function timeoutOf(seconds: number): number {
  if (seconds >= 0 && seconds < 2 ** 31 / 1000) return Math.ceil(seconds * 1000);
  throw valueError(`timeout option should be a non-negative number of seconds, but got timeout=${seconds}`);
}
