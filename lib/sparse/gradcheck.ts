import { bool, callback, optional } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { GradcheckOptions } from '../autograd/gradcheck';
import { isPlainObject } from '../arguments/plain-object';
import { asFunction } from '../ops/dispatch/operator';
import { onesLike } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { bool as boolean } from '../tensor/dtype';
import { type Layout, sparseBsc, sparseBsr, sparseCoo, sparseCsc, sparseCsr } from '../tensor/layout';
import { typeError } from '../errors';
import { show } from '../arguments/describe';

const make = {
  indices: asFunction<(input: Tensor) => Tensor>('aten::_indices'),
  values: asFunction<(input: Tensor) => Tensor>('aten::_values'),
  coo: asFunction<(indices: Tensor, values: Tensor, size: readonly number[], options: object) => Tensor>(
    'aten::sparse_coo_tensor',
  ),
  compressed: asFunction<
    (compressed: Tensor, plain: Tensor, values: Tensor, size: readonly number[], options: object) => Tensor
  >('aten::sparse_compressed_tensor'),
};

const SPARSE: ReadonlySet<Layout> = new Set([sparseCoo, sparseCsr, sparseCsc, sparseBsr, sparseBsc]);
const BY_ROWS: ReadonlySet<Layout> = new Set([sparseCsr, sparseBsr]);
const BLOCKS: ReadonlySet<Layout> = new Set([sparseBsr, sparseBsc]);

type Function_ = (...inputs: Tensor[]) => Tensor | readonly Tensor[];
/** `gradcheck`, or a function that takes the same. */
export type Gradcheck = (func: Function_, inputs: readonly Tensor[], options?: GradcheckOptions) => boolean;

/** What {@link asSparseGradcheck}'s function takes. */
export interface SparseGradcheckOptions extends GradcheckOptions {
  /** Elements that a sparse input does not name have no gradient; false makes them zeros that have. @defaultValue false */
  readonly masked?: boolean;
}

/** The values of a sparse tensor, and the function that puts it together again. */
interface Taken {
  readonly values: Tensor;
  readonly restore: (values: Tensor) => Tensor;
}

/** The same tensor with all of its elements named. */
function everywhere(x: Tensor): Tensor {
  const batch = x.ndim - x.denseDim() - x.sparseDim();
  const blocksize = BLOCKS.has(x.layout) ? x.values().shape.slice(batch + 1, batch + 3) : null;
  const full = onesLike(x.detach().toDense(), { dtype: boolean });
  const options = { layout: x.layout, denseDim: x.denseDim(), ...(blocksize ? { blocksize } : {}) };
  const mask = (full as unknown as { toSparse(options: object): Tensor }).toSparse(options);
  return x.detach().toDense().sparseMask(mask);
}

function take(input: Tensor, masked: boolean): Taken {
  const x = masked ? input.detach() : everywhere(input);
  const size = x.shape;
  if (x.layout === sparseCoo) {
    const [indices, isCoalesced] = [make.indices(x), x.isCoalesced()];
    const restore = (values: Tensor): Tensor => make.coo(indices, values, size, { isCoalesced });
    return { values: make.values(x).clone().requiresGrad_(true), restore };
  }
  const [compressed, plain] = BY_ROWS.has(x.layout)
    ? [x.crowIndices(), x.colIndices()]
    : [x.ccolIndices(), x.rowIndices()];
  const { layout } = x;
  const restore = (values: Tensor): Tensor => make.compressed(compressed, plain, values, size, { layout });
  return { values: x.values().clone().requiresGrad_(true), restore };
}

const isSparse = (x: unknown): x is Tensor => isTensor(x) && SPARSE.has(x.layout);

/** The values of an output: all elements are named, so that they are the same whatever the input. */
function stridedOf(output: Tensor, masked: boolean): Tensor {
  if (!isSparse(output) || !output.requiresGrad) return output;
  if (!masked) return output.toDense();
  return output.layout === sparseCoo ? output.coalesce().values() : output.values();
}

const FIELDS = { gradcheck: callback<Gradcheck>() };
const OPTIONS = { masked: optional(bool()) };

/**
 * A `gradcheck` that takes sparse tensors, too: it is given their values instead, and the function gets sparse tensors that are made
 * of them again.
 *
 * @param gradcheck - `torch.autograd.gradcheck`, or a function that takes the same.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.as_sparse_gradcheck.html
 * @example
 * const check = torch.sparse.asSparseGradcheck(torch.autograd.gradcheck);
 * const x = torch.tensor([[0, 1.5], [2, 3]], { dtype: torch.float64 }).toSparse().requiresGrad_(true);
 * check((x) => x.toSparseCsr(), [x]); // true
 */
export function asSparseGradcheck(
  ...args: [gradcheck: Gradcheck]
): (func: Function_, inputs: Tensor | readonly Tensor[], options?: SparseGradcheckOptions) => boolean {
  const { gradcheck } = readArguments('asSparseGradcheck', FIELDS, args);
  return (func, inputs, options = {}) => {
    if (!isPlainObject(options)) throw typeError(`gradcheck(): expected an object of options, got ${show(options)}`);
    const { masked: given, ...rest } = options;
    const masked = readArguments('gradcheck', OPTIONS, [{ masked: given }]).masked ?? false;
    const list = isTensor(inputs) ? [inputs] : [...inputs];
    const taken = list.map((input) => (isSparse(input) && input.requiresGrad ? take(input, masked) : null));
    const wrapped: Function_ = (...values) => {
      const outputs = func(...values.map((value, i) => taken[i]?.restore(value) ?? value));
      return (isTensor(outputs) ? [outputs] : [...outputs]).map((output) => stridedOf(output, masked));
    };
    return gradcheck(
      wrapped,
      list.map((input, i) => taken[i]?.values ?? input),
      rest,
    );
  };
}
