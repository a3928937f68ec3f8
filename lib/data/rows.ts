/** Which datasets are rows of tensors, so that a batch is a gather. */
import { Subset } from './compose';
import { TensorDataset } from './tensor-dataset';

/** A tensor dataset and, for subsets of one, which rows are meant. */
export interface TensorRows {
  readonly dataset: TensorDataset;
  /** Null for all of them, in order. */
  readonly indices: readonly number[] | null;
}

/** The tensors behind a dataset, if a gather gives what its `get` and the default collation would. */
export function tensorsBehind(dataset: unknown): TensorRows | null {
  if (dataset instanceof TensorDataset) {
    return dataset.get === TensorDataset.prototype.get ? { dataset, indices: null } : null;
  }
  if (!(dataset instanceof Subset) || dataset.get !== Subset.prototype.get) return null;
  const inner = tensorsBehind(dataset.dataset);
  if (!inner) return null;
  const { indices } = inner;
  return { ...inner, indices: indices ? dataset.indices.map((i) => indices[i] as number) : dataset.indices };
}
