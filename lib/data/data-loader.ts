import type { Collated, Converted } from './collate';
import { type AnyDataset, DataLoader as Loader } from './loader';
import type { DataLoaderOptions, DataLoaderPositions } from './options';

/** Options of a loader that gives samples one by one, as they are. */
export type UnbatchedOptions<T> = Omit<DataLoaderOptions<T>, 'batchSize' | 'collateFn' | 'collate'> & {
  readonly batchSize: null;
  readonly collateFn?: null;
  readonly collate?: null;
};

/** Options of a loader whose batches are joined by the usual rules. */
export type CollatedOptions<T> = Omit<DataLoaderOptions<T>, 'collateFn' | 'collate'> & {
  readonly collateFn?: null;
  readonly collate?: null;
};

/** How a {@link DataLoader} is made; what it gives follows from what it is given. */
export interface DataLoaderConstructor {
  /** Samples one by one. The type parameters are found by the compiler: one's own are those of the others. */
  new <T, _B extends Converted<T>, N extends null>(
    dataset: AnyDataset<T>,
    options: UnbatchedOptions<T> & { readonly batchSize: N },
  ): DataLoader<T, Converted<T>>;
  new <T, _B extends Converted<T>, N extends null>(
    dataset: AnyDataset<T>,
    batchSize: N,
    options?: Omit<UnbatchedOptions<T>, 'batchSize'>,
  ): DataLoader<T, Converted<T>>;
  /** Batches as {@link defaultCollate} makes them. */
  new <T, _B extends Collated<T>, _N extends null>(
    dataset: AnyDataset<T>,
    options?: CollatedOptions<T>,
  ): DataLoader<T, Collated<T>>;
  /** Batches as `collate` makes them. */
  new <T, B = Collated<T>>(dataset: AnyDataset<T>, options?: DataLoaderOptions<T, B>): DataLoader<T, B>;
  new <T, B = Collated<T>>(dataset: AnyDataset<T>, ...positions: DataLoaderPositions<T, B>): DataLoader<T, B>;
  /** What loaders inherit, by which `instanceof` knows them. */
  readonly prototype: DataLoader<unknown>;
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
export const DataLoader = Loader as DataLoaderConstructor;

/**
 * A loader.
 *
 * @typeParam T - A sample.
 * @typeParam B - What it gives: a batch of samples.
 */
export type DataLoader<T, B = Collated<T>> = Loader<T, B>;
