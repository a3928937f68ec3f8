import { pathToFileURL } from 'node:url';
import { Generator } from '../random';
import { booleanOption, wholeNumber } from './check';
import { defaultCollate, defaultConvert, type Collated } from './collate';
import { asDataset } from './compose';
import { type IterableDataset, type MapDataset, isIterable } from './dataset';
import { tensorsBehind } from './rows';
import { BatchSampler, RandomSampler, type Sampler, SequentialSampler } from './sampler';
import type { PoolOptions } from './worker/pool';
import { WorkerSource } from './worker/source';
import { WorkerDataset } from './worker-dataset';
import { nameOf, show, typeName } from '../arguments/describe';
import { knownOptions } from '../arguments/read';
import { typeError } from '../errors';

/** The options of a {@link DataLoader}; names and defaults are Python's. */
export interface DataLoaderOptions<T, B = Collated<T>> {
  /** Samples in a batch; null gives single samples, not collated. The default is 1. */
  readonly batchSize?: number | null;
  /** A new random order for each epoch. */
  readonly shuffle?: boolean;
  /** The order of samples; excludes `shuffle`. */
  readonly sampler?: Sampler | Iterable<number> | null;
  /** Lists of indices, one for each batch; excludes `batchSize`, `shuffle`, `sampler` and `dropLast`. */
  readonly batchSampler?: Sampler<readonly number[]> | Iterable<readonly number[]> | null;
  /** Joins samples to a batch; {@link defaultCollate} by default. */
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
  readonly workerInit?: URL | string | null;
}

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
  /** Null where the dataset is in this thread. */
  readonly workers: WorkerSource | null;
}

const KNOWN = [
  ...['batchSize', 'shuffle', 'sampler', 'batchSampler', 'collate', 'dropLast', 'generator', 'numWorkers'],
  ...['prefetchFactor', 'timeout', 'persistentWorkers', 'pinMemory', 'workerInit'],
];

type AnyDataset = MapDataset<unknown> | IterableDataset<unknown>;

type Options = DataLoaderOptions<unknown, unknown>;

/** Python's checks, in Python's order. */
export function planOf(dataset: unknown, options: Options): Plan {
  knownOptions('DataLoader', options, KNOWN);
  const numWorkers = wholeNumber('numWorkers', options.numWorkers ?? 0, 0);
  const timeoutMs = timeoutOf(options.timeout ?? 0);
  const persistentWorkers = booleanOption('persistentWorkers', options.persistentWorkers ?? false);
  if (persistentWorkers && numWorkers === 0) throw typeError('persistentWorkers option needs numWorkers > 0');
  const workers = workersOf(dataset, options, { numWorkers, timeoutMs, init: moduleOf(options.workerInit ?? null) });
  const checked = workers ? workers.standIn() : checkDataset(dataset);
  if (numWorkers > 0 && !workers) checkThreads(checked, numWorkers);
  return {
    ...orderOf(checked, options),
    dataset: checked,
    defaultCollation: options.collate == null,
    numWorkers,
    prefetchFactor: wholeNumber('prefetchFactor', options.prefetchFactor ?? 2, 1),
    timeoutMs,
    persistentWorkers,
    pinMemory: booleanOption('pinMemory', options.pinMemory ?? false),
    workers,
  };
}

type OrderPlan = Pick<Plan, 'batchSize' | 'dropLast' | 'sampler' | 'batchSampler' | 'collate' | 'generator'>;

/** The options that say which samples make a batch. */
function orderOf(dataset: AnyDataset, options: Options): OrderPlan {
  const generator = checkGenerator(options.generator ?? null);
  exclusive(dataset, options);
  const batchSize = options.batchSampler ? null : batchSizeOf(options.batchSize);
  const dropLast = booleanOption('dropLast', options.dropLast ?? false);
  const sampler = isIterable(dataset) ? null : (options.sampler ?? defaultSampler(dataset, options, generator));
  const own = sampler && batchSize ? new BatchSampler(sampler, batchSize, dropLast) : null;
  const collate = options.batchSampler != null || batchSize !== null ? defaultCollate : defaultConvert;
  return {
    ...{ batchSize, dropLast, sampler, generator },
    batchSampler: options.batchSampler ?? own,
    collate: options.collate ?? collate,
  };
}

function workersOf(dataset: unknown, options: Options, pool: PoolOptions): WorkerSource | null {
  if (!(dataset instanceof WorkerDataset)) return null;
  if (pool.numWorkers === 0) throw typeError('a WorkerDataset needs numWorkers of at least 1');
  if (options.collate != null) {
    throw typeError('batches of a WorkerDataset are collated in the workers: export `collate` from its module');
  }
  return new WorkerSource(dataset, pool);
}

function moduleOf(module: unknown): string | null {
  if (module === null) return null;
  if (module instanceof URL) return module.href;
  if (typeof module === 'string') return pathToFileURL(module).href;
  throw typeError(`workerInit should be the URL or path of a module, got ${show(module)}`);
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
    if (isIterable(dataset)) return dataset;
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
  const { sampler, batchSampler, shuffle = false, batchSize, dropLast } = options;
  booleanOption('shuffle', shuffle);
  if (isIterable(dataset)) {
    const name = shuffle ? 'shuffle' : sampler ? 'sampler' : batchSampler ? 'batchSampler' : null;
    if (name) throw typeError(`DataLoader with IterableDataset: expected unspecified ${name} option`);
  }
  for (const [name, value] of Object.entries({ sampler, batchSampler })) {
    if (value != null && typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
      throw typeError(`${name} should be iterable, got ${nameOf(value)}`);
    }
  }
  if (sampler && shuffle) throw typeError('sampler option is mutually exclusive with shuffle');
  if (batchSampler && ((batchSize ?? 1) !== 1 || batchSize === null || shuffle || sampler || dropLast)) {
    throw typeError('batchSampler option is mutually exclusive with batchSize, shuffle, sampler, and dropLast');
  }
  if (batchSize === null && dropLast) {
    throw typeError('batchSize: null disables auto-batching and is mutually exclusive with dropLast');
  }
}

function batchSizeOf(batchSize: number | null | undefined): number | null {
  return batchSize === null ? null : wholeNumber('batchSize', batchSize ?? 1, 1);
}

function defaultSampler(dataset: MapDataset<unknown>, options: Options, generator: Generator | null): Sampler {
  return options.shuffle ? new RandomSampler(dataset, { generator }) : new SequentialSampler(dataset);
}

function checkGenerator(generator: unknown): Generator | null {
  if (generator === null || generator instanceof Generator) return generator;
  throw typeError(`generator should be a torch.Generator, got ${show(generator)}`);
}

function timeoutOf(seconds: unknown): number {
  if (typeof seconds === 'number' && seconds >= 0 && seconds < 2 ** 31 / 1000) return Math.ceil(seconds * 1000);
  throw typeError(`timeout should be a non-negative number of seconds, but got timeout=${show(seconds)}`);
}
