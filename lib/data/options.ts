import { typeName } from '../dispatch/arguments';
import { Generator } from '../random';
import { booleanOption, knownOptions, nameOf, show, wholeNumber } from './check';
import { defaultCollate, defaultConvert, type Collated } from './collate';
import { asDataset } from './compose';
import { type IterableDataset, type MapDataset, isIterable } from './dataset';
import { BatchSampler, RandomSampler, type Sampler, SequentialSampler } from './sampler';

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
   * 0 loads in this thread. More are native threads for a {@link TensorDataset} and `worker_threads` for a
   * {@link WorkerDataset}.
   */
  readonly numWorkers?: number;
  /** Batches that each worker (without workers: an asynchronous dataset) is ahead of the loop. The default is 2. */
  readonly prefetchFactor?: number | null;
  /** Seconds to wait for a batch before the loop ends with an error; 0 waits for ever. */
  readonly timeout?: number;
  /** Put batches into page-locked memory, from which they are copied to a GPU faster. */
  readonly pinMemory?: boolean;
}

/** Checked options, with everything filled in. */
export interface Plan {
  readonly dataset: MapDataset<unknown> | IterableDataset<unknown>;
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
  readonly pinMemory: boolean;
}

const KNOWN = [
  ...['batchSize', 'shuffle', 'sampler', 'batchSampler', 'collate', 'dropLast', 'generator', 'numWorkers'],
  ...['prefetchFactor', 'timeout', 'pinMemory'],
];

type Options = DataLoaderOptions<unknown, unknown>;

/** Python's checks, in Python's order. */
export function planOf(dataset: unknown, options: Options): Plan {
  knownOptions('DataLoader', options, KNOWN);
  const checked = checkDataset(dataset);
  const numWorkers = wholeNumber('numWorkers', options.numWorkers ?? 0, 0);
  const generator = checkGenerator(options.generator ?? null);
  exclusive(checked, options);
  const batchSize = options.batchSampler ? null : batchSizeOf(options.batchSize);
  const dropLast = booleanOption('dropLast', options.dropLast ?? false);
  const sampler = isIterable(checked) ? null : (options.sampler ?? defaultSampler(checked, options, generator));
  const batched = options.batchSampler != null || batchSize !== null;
  return {
    dataset: checked,
    batchSize,
    dropLast,
    sampler,
    batchSampler:
      options.batchSampler ?? (sampler && batchSize ? new BatchSampler(sampler, batchSize, dropLast) : null),
    collate:
      (options.collate) ?? (batched ? (defaultCollate) : defaultConvert),
    defaultCollation: options.collate == null,
    generator,
    numWorkers,
    prefetchFactor: wholeNumber('prefetchFactor', options.prefetchFactor ?? 2, 1),
    timeoutMs: timeoutOf(options.timeout ?? 0),
    pinMemory: booleanOption('pinMemory', options.pinMemory ?? false),
  };
}

function checkDataset(dataset: unknown): MapDataset<unknown> | IterableDataset<unknown> {
  if (typeof dataset === 'object' && dataset !== null) {
    if (isIterable(dataset)) return dataset;
    if (typeof (dataset as MapDataset<unknown>).get === 'function' && 'length' in dataset) {
      return dataset as MapDataset<unknown>;
    }
    if (Array.isArray(dataset)) return asDataset(dataset as unknown[]);
  }
  throw new TypeError(
    `DataLoader: expected a dataset with get(index) and length, an IterableDataset or an array, got ${typeName(dataset)}`,
  );
}

function exclusive(dataset: object, options: Options): void {
  const { sampler, batchSampler, shuffle = false, batchSize, dropLast } = options;
  booleanOption('shuffle', shuffle);
  if (isIterable(dataset)) {
    const name = shuffle ? 'shuffle' : sampler ? 'sampler' : batchSampler ? 'batchSampler' : null;
    if (name) throw new TypeError(`DataLoader with IterableDataset: expected unspecified ${name} option`);
  }
  for (const [name, value] of Object.entries({ sampler, batchSampler })) {
    if (value != null && typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
      throw new TypeError(`${name} should be iterable, got ${nameOf(value)}`);
    }
  }
  if (sampler && shuffle) throw new TypeError('sampler option is mutually exclusive with shuffle');
  if (batchSampler && ((batchSize ?? 1) !== 1 || batchSize === null || shuffle || sampler || dropLast)) {
    throw new TypeError('batchSampler option is mutually exclusive with batchSize, shuffle, sampler, and dropLast');
  }
  if (batchSize === null && dropLast) {
    throw new TypeError('batchSize: null disables auto-batching and is mutually exclusive with dropLast');
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
  throw new TypeError(`generator should be a torch.Generator, got ${show(generator)}`);
}

function timeoutOf(seconds: unknown): number {
  if (typeof seconds === 'number' && seconds >= 0 && seconds < 2 ** 31 / 1000) return Math.ceil(seconds * 1000);
  throw new TypeError(`timeout should be a non-negative number of seconds, but got timeout=${show(seconds)}`);
}
