import { select, indexSelect } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../tensor/tensor';
import { Dataset } from './dataset';
import { indexTensor } from './draw';
import { typeName } from '../arguments/describe';
import { typeError, valueError } from '../errors';
import { limitArguments } from '../arguments/surplus';

/** One row of each tensor. */
export type Rows<Ts extends readonly Tensor[]> = { -readonly [K in keyof Ts]: Tensor };

/**
 * Tensors of equal first extents; sample `i` is row `i` of each. A {@link DataLoader} over it gathers a whole batch at
 * once in native code, with `numWorkers` native threads that prefetch.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.TensorDataset
 * @example
 * const dataset = new data.TensorDataset(torch.randn([1000, 10, 100]), torch.randint(0, 2, [1000]));
 * const [x, y] = dataset.get(0); // [10, 100] and []
 */
export class TensorDataset<Ts extends readonly Tensor[] = readonly Tensor[]> extends Dataset<Rows<Ts>> {
  readonly tensors: Ts;

  constructor(...tensors: Ts) {
    super();
    if (tensors.length === 0) throw typeError('TensorDataset: expected at least one tensor');
    const sizes = tensors.map((tensor, i) => firstExtent(tensor, i));
    if (sizes.some((size) => size !== sizes[0])) {
      throw valueError(`TensorDataset: size mismatch between tensors: their first extents are ${sizes.join(', ')}`);
    }
    this.tensors = tensors;
  }

  get length(): number {
    return (this.tensors[0] as Tensor).size(0);
  }

  get(index: number): Rows<Ts> {
    return this.tensors.map((tensor) => select(tensor, 0, index)) as Rows<Ts>;
  }

  /** The rows of several indices, stacked: one gather per tensor. */
  gather(indices: readonly number[]): Rows<Ts> {
    const index = indexTensor(indices);
    try {
      return this.tensors.map((tensor) => indexSelect(tensor, 0, index)) as Rows<Ts>;
    } finally {
      index.dispose();
    }
  }
}

function firstExtent(tensor: unknown, position: number): number {
  if (!isTensor(tensor)) {
    throw typeError(`TensorDataset: argument ${position} must be a Tensor, got ${typeName(tensor)}`);
  }
  if (tensor.ndim === 0) throw typeError(`TensorDataset: argument ${position} has no dimensions, so no rows`);
  return tensor.size(0);
}

limitArguments([TensorDataset], { get: 1, gather: 1 });
