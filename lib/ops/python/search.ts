/** Unique elements, indices and the like. */
import { asFunction } from '../dispatch/operator';
import { bool, int64 } from '../../tensor/dtype';
import { bool as flag, int, keyword, nullable, optional, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { tensor } from '../../tensor/arguments';
import { tensor as makeTensor } from '../creation';
import { type Tensor, isTensor } from '../../tensor/tensor';
import { typeError, valueError } from '../../errors';
import { volumeOf } from '../../arguments/extents';

type Three = [Tensor, Tensor, Tensor];

const ops = {
  unique: asFunction<(x: Tensor, sorted: boolean, inverse: boolean, counts: boolean) => Three>('aten::_unique2'),
  uniqueDim:
    asFunction<(x: Tensor, dim: number, sorted: boolean, inverse: boolean, counts: boolean) => Three>(
      'aten::unique_dim',
    ),
  consecutive:
    asFunction<(x: Tensor, inverse: boolean, counts: boolean, dim: number | null) => Three>('aten::unique_consecutive'),
  nonzero: asFunction<(x: Tensor, options?: { readonly out: Tensor }) => Tensor>('aten::nonzero'),
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

/** What may follow the tensor: the options by position, in Python's order, or an object of them. */
export type UniqueRest = Mixed<
  [sorted?: boolean, returnInverse?: boolean, returnCounts?: boolean, dim?: number | null],
  UniqueOptions
>;
/** The same for neighbors. */
export type ConsecutiveRest = Mixed<
  [returnInverse?: boolean, returnCounts?: boolean, dim?: number | null],
  Omit<UniqueOptions, 'sorted'>
>;

const UNIQUE = {
  input: tensor(),
  sorted: flag(true),
  returnInverse: flag(false),
  returnCounts: flag(false),
  dim: nullable(int()),
};

/**
 * The unique elements of a tensor.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unique.html
 * @example
 * const [values, counts] = torch.unique(x, { returnCounts: true });
 */
export function unique<const O extends UniqueOptions>(input: Tensor, options?: O): Unique<O>;
export function unique(input: Tensor, ...rest: UniqueRest): Tensor | Tensor[];
export function unique(...args: readonly unknown[]): Tensor | Tensor[] {
  const { input, dim, ...options } = readArguments('unique', UNIQUE, args);
  const { sorted, returnInverse, returnCounts } = options;
  if (dim === null) return select(ops.unique(input, sorted, returnInverse, returnCounts), options);
  return select(ops.uniqueDim(input, dim, sorted, returnInverse, returnCounts), options);
}

const CONSECUTIVE = {
  input: tensor(),
  returnInverse: flag(false),
  returnCounts: flag(false),
  dim: nullable(int()),
};

/** Drops repeated neighbors. @see https://docs.pytorch.org/docs/2.13/generated/torch.unique_consecutive.html */
export function uniqueConsecutive<const O extends Omit<UniqueOptions, 'sorted'>>(input: Tensor, options?: O): Unique<O>;
export function uniqueConsecutive(input: Tensor, ...rest: ConsecutiveRest): Tensor | Tensor[];
export function uniqueConsecutive(...args: readonly unknown[]): Tensor | Tensor[] {
  const { input, dim, ...options } = readArguments('uniqueConsecutive', CONSECUTIVE, args);
  return select(ops.consecutive(input, options.returnInverse, options.returnCounts, dim), options);
}

const NONZERO = { input: tensor(), out: keyword(optional(tensor())), asTuple: keyword(flag(false)) };

export interface NonzeroOptions<T extends boolean> {
  /** Return a vector of indices for each dimension. @defaultValue false */
  readonly asTuple?: T;
  /** Receives the result. */
  readonly out?: Tensor;
}

/**
 * The indices of the elements that are not zero: a row for each, or with `asTuple` a vector for each dimension.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nonzero.html
 */
export function nonzero(input: Tensor, options?: NonzeroOptions<false>): Tensor;
export function nonzero(input: Tensor, options: NonzeroOptions<true> & { readonly asTuple: true }): Tensor[];
export function nonzero(...args: readonly unknown[]): Tensor | Tensor[] {
  const { input, out, asTuple } = readArguments('nonzero', NONZERO, args);
  if (asTuple) return ops.nonzeroTuple(input);
  return out ? ops.nonzero(input, { out }) : ops.nonzero(input);
}

const isShape = (given: unknown): boolean =>
  isTensor(given) ||
  Number.isSafeInteger(given) ||
  (Array.isArray(given) && given.every((one) => Number.isSafeInteger(one) || (isTensor(one) && one.ndim === 0)));

const UNRAVEL = {
  indices: tensor(),
  shape: value<number | readonly (number | Tensor)[] | Tensor>('an integer, a list of integers or a Tensor', isShape),
};

/** The extents of a shape in any of its forms. */
function extentsOf(shape: number | readonly (number | Tensor)[] | Tensor): number[] {
  if (!isTensor(shape))
    return (typeof shape === 'number' ? [shape] : shape).map((one) => Number(isTensor(one) ? one.item() : one));
  if (shape.ndim > 1 || shape.isFloatingPoint() || shape.isComplex() || shape.dtype === bool) {
    throw typeError(
      `unravelIndex(): expected a shape of integers in 0 or 1 dimensions, got ${shape.dtype} [${shape.shape.join(', ')}]`,
    );
  }
  return [shape.tolist()].flat().map(Number);
}

/**
 * Flat indices as one index tensor for each dimension.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unravel_index.html
 * @example
 * torch.unravelIndex(torch.tensor([5, 3]), [2, 3]).map((one) => one.tolist()); // [[1, 1], [2, 0]]
 */
export function unravelIndex(indices: Tensor, shape: number | readonly (number | Tensor)[] | Tensor): Tensor[];
export function unravelIndex(
  indices: Tensor,
  options: { readonly shape: number | readonly number[] | Tensor },
): Tensor[];
export function unravelIndex(...args: readonly unknown[]): Tensor[] {
  const { indices, shape } = readArguments('unravelIndex', UNRAVEL, args);
  if (indices.isFloatingPoint() || indices.isComplex() || indices.dtype === bool) {
    throw typeError(`unravelIndex(): expected an integer tensor, got ${indices.dtype}`);
  }
  const extents = extentsOf(shape);
  if (extents.some((extent) => extent < 0)) throw valueError('unravelIndex(): negative extent in the shape');
  const steps = extents.map((_, i) => volumeOf(extents.slice(i + 1)));
  const vector = (values: readonly number[]) => makeTensor(values, { dtype: int64, device: indices.device });
  return indices.unsqueeze(-1).floorDivide(vector(steps)).remainder(vector(extents)).unbind(-1);
}
