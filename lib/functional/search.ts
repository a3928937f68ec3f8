/** Unique elements, indices and the like. */
import { asFunction } from '../dispatch/operator';
import { bool, int64 } from '../dtype';
import { tensor as makeTensor } from '../creation';
import { type Tensor, isTensor } from '../tensor';
import { typeError, valueError } from '../errors';

type Three = [Tensor, Tensor, Tensor];

const ops = {
  unique: asFunction<(x: Tensor, sorted: boolean, inverse: boolean, counts: boolean) => Three>('aten::_unique2'),
  uniqueDim:
    asFunction<(x: Tensor, dim: number, sorted: boolean, inverse: boolean, counts: boolean) => Three>(
      'aten::unique_dim',
    ),
  consecutive:
    asFunction<(x: Tensor, inverse: boolean, counts: boolean, dim: number | null) => Three>('aten::unique_consecutive'),
  nonzero: asFunction<(x: Tensor) => Tensor>('aten::nonzero'),
  nonzeroTuple: asFunction<(x: Tensor) => Tensor[]>('aten::nonzero_numpy'),
};

export interface UniqueOptions {
  /** Sort the result, true by default. */
  readonly sorted?: boolean;
  /** Also return, for each element, the place of its value in the result. */
  readonly returnInverse?: boolean;
  /** Also return how often each value occurs. */
  readonly returnCounts?: boolean;
  /** Compare slices along this dimension instead of elements. */
  readonly dim?: number | null;
}

/** What the options ask for: the values alone, or with inverse and counts in this order. */
type Unique<O extends UniqueOptions> = O extends { readonly returnInverse: true } | { readonly returnCounts: true }
  ? Tensor[]
  : Tensor;

function select<O extends UniqueOptions>([values, inverse, counts]: Three, options: O): Unique<O> {
  const more = [...(options.returnInverse ? [inverse] : []), ...(options.returnCounts ? [counts] : [])];
  return (more.length ? [values, ...more] : values) as Unique<O>;
}

/**
 * The unique elements of a tensor.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unique.html
 * @example
 * const [values, counts] = torch.unique(x, { returnCounts: true });
 */
export function unique<const O extends UniqueOptions>(input: Tensor, options: O = {} as O): Unique<O> {
  const { sorted = true, returnInverse = false, returnCounts = false, dim } = options;
  if (dim == null) return select(ops.unique(input, sorted, returnInverse, returnCounts), options);
  return select(ops.uniqueDim(input, dim, sorted, returnInverse, returnCounts), options);
}

/** Drops repeated neighbours. @see https://docs.pytorch.org/docs/2.13/generated/torch.unique_consecutive.html */
export function uniqueConsecutive<const O extends Omit<UniqueOptions, 'sorted'>>(
  input: Tensor,
  options: O = {} as O,
): Unique<O> {
  const { returnInverse = false, returnCounts = false, dim = null } = options;
  return select(ops.consecutive(input, returnInverse, returnCounts, dim), options);
}

/**
 * The indices of the elements that are not zero: a row for each, or with `asTuple` a vector for each dimension.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nonzero.html
 */
export function nonzero(input: Tensor, options?: { readonly asTuple?: false }): Tensor;
export function nonzero(input: Tensor, options: { readonly asTuple: true }): Tensor[];
export function nonzero(input: Tensor, { asTuple = false }: { readonly asTuple?: boolean } = {}): Tensor | Tensor[] {
  return asTuple ? ops.nonzeroTuple(input) : ops.nonzero(input);
}

/** Flat indices as one index tensor for each dimension. @see https://docs.pytorch.org/docs/2.13/generated/torch.unravel_index.html */
export function unravelIndex(indices: Tensor, shape: number | readonly number[]): Tensor[] {
  if (!isTensor(indices) || indices.isFloatingPoint() || indices.isComplex() || indices.dtype === bool) {
    throw typeError(`unravelIndex(): expected an integer tensor, got ${isTensor(indices) ? indices.dtype : 'none'}`);
  }
  const extents = typeof shape === 'number' ? [shape] : shape;
  if (extents.some((extent) => extent < 0)) throw valueError('unravelIndex(): negative extent in the shape');
  const steps = extents.map((_, i) => extents.slice(i + 1).reduce((a, b) => a * b, 1));
  const vector = (values: readonly number[]) => makeTensor(values, { dtype: int64, device: indices.device });
  return indices.unsqueeze(-1).floorDivide(vector(steps)).remainder(vector(extents)).unbind(-1);
}
