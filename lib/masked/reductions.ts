/** Masked reductions. */
import { bool, float, int, keyword, nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { runtimeError, valueError } from '../errors';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { type DType, float32, int64 } from '../tensor/dtype';
import {
  type Dims,
  type Identity,
  type ReductionOptions,
  DTYPE,
  MASK,
  REDUCTION,
  canonicalDims,
  combine,
  inputMask,
  requireStrided,
} from './mask';
import * as ops from './operators';

/** `dim` by position or by name. */
type WithDim<O> = O & {
  /** What is reduced. @defaultValue null, for everything */
  readonly dim?: Dims;
};
/** A masked reduction. */
export type MaskedReduction = (
  input: Tensor,
  dim?: Dims | WithDim<ReductionOptions>,
  options?: ReductionOptions,
) => Tensor;

const promotes = new Set(['uint8', 'bool', 'int8', 'int16', 'int32']);
const promoted = ({ dtype }: Tensor): DType => (promotes.has(dtype.name) ? int64 : dtype);

interface Read {
  readonly input: Tensor;
  readonly dim: Dims;
  readonly keepdim: boolean | null;
  readonly dtype: DType | null;
  readonly mask: Tensor | null;
}

const SPARSE = 'strided, sparse_coo or sparse_csr';

/** A reduction that fills masked-out elements with `identity`. */
function reduction(
  name: string,
  identity: Identity,
  compute: (input: Tensor, dims: number[], keepdim: boolean, dtype: DType) => Tensor,
  dtypeOf = ({ dtype }: Tensor): DType => dtype,
): MaskedReduction {
  const label = `torch.masked.${name}`;
  return Object.defineProperty(
    (...args: readonly unknown[]): Tensor => {
      const { input, dim, keepdim, dtype, mask }: Read = readArguments(label, REDUCTION, args);
      requireStrided(name, input, name === 'logsumexp' ? 'strided' : SPARSE);
      const filled = combine(name, identity, input, mask);
      return compute(filled, canonicalDims(dim, input.ndim), Boolean(keepdim), dtype ?? dtypeOf(input));
    },
    'name',
    { value: name },
  );
}

/**
 * The sum of the elements that count.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 * @example
 * const x = torch.tensor([[1, 2], [3, 4]]);
 * torch.masked.sum(x, 1, { mask: torch.tensor([[true, false], [true, true]]) }).tolist(); // [1, 7]
 */
export const sum: MaskedReduction = reduction(
  'sum',
  'zero',
  (input, dims, keepdim, dtype) => ops.sumOf(input, dims, keepdim, { dtype }),
  promoted,
);

/**
 * The product of the elements that count.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export const prod: MaskedReduction = reduction(
  'prod',
  'one',
  (input, dims, keepdim, dtype) =>
    [...dims].reverse().reduce((result, dim) => ops.prodOf(result, dim, keepdim), input.to(dtype)),
  promoted,
);

/**
 * The largest of the elements that count.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export const amax: MaskedReduction = reduction('amax', 'least', (input, dims, keepdim, dtype) =>
  ops.amaxOf(input, dims, keepdim).to(dtype),
);

/**
 * The smallest of the elements that count.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export const amin: MaskedReduction = reduction('amin', 'most', (input, dims, keepdim, dtype) =>
  ops.aminOf(input, dims, keepdim).to(dtype),
);

/**
 * The logarithm of the sum of the exponentials of the elements that count.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export const logsumexp: MaskedReduction = reduction('logsumexp', 'least', (input, dims, keepdim, dtype) =>
  ops.logsumexpOf(input, dims, keepdim).to(dtype),
);

/** How many elements count along dimensions. */
function countOf(input: Tensor, dims: readonly number[], keepdim: boolean, mask: Tensor | null): Tensor {
  const ones = mask ?? ops.full(input.shape, 1, { dtype: int64, device: input.device.toString() });
  return ops.sumOf(ones, dims, keepdim);
}

/**
 * The mean of the elements that count; NaN where none does.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 * @example
 * const x = torch.tensor([1, 2.5, 6]);
 * torch.masked.mean(x, { mask: torch.tensor([true, false, true]) }).item(); // 3.5
 */
export function mean(input: Tensor, dim?: Dims | WithDim<ReductionOptions>, options?: ReductionOptions): Tensor;
export function mean(...args: readonly unknown[]): Tensor {
  const { input, dim, keepdim, dtype, mask }: Read = readArguments('torch.masked.mean', REDUCTION, args);
  const result = dtype ?? input.dtype;
  if (!result.isFloatingPoint && !result.isComplex) {
    throw valueError(
      `mean(): Could not infer output dtype. ${dtype ? 'Optional' : 'Input'} dtype must be either a floating point or complex ` +
        `dtype. Got: torch.${result.name}`,
    );
  }
  requireStrided('mean', input, 'strided or sparse_csr');
  const dims = canonicalDims(dim, input.ndim);
  const inside = mask ? inputMask(input, mask) : null;
  const total = sum(input, dims, { keepdim, dtype: result, mask: inside });
  return ops.div(total, countOf(input, dims, Boolean(keepdim), inside));
}

const ARGUMENT = {
  input: tensor(),
  dim: nullable(int()),
  keepdim: keyword(nullable(bool(), false)),
  dtype: keyword(DTYPE),
  mask: keyword(MASK),
};

function position(name: string, identity: Identity, compute: typeof ops.argmaxOf, args: readonly unknown[]): Tensor {
  const { input, dim, keepdim, dtype, mask } = readArguments(`torch.masked.${name}`, ARGUMENT, args);
  requireStrided(name, input);
  return compute(combine(name, identity, input, mask), dim, Boolean(keepdim)).to(dtype ?? input.dtype);
}

/** What {@link argmax} and {@link argmin} take after the input. */
export type OneDim<O> =
  | number
  | null
  | (O & {
      /** The dimension that is reduced. @defaultValue null, for the index among all elements */
      readonly dim?: number | null;
    });

/**
 * The index of the largest element that counts. The result has the dtype of the input, as in Python.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export function argmax(input: Tensor, dim?: OneDim<ReductionOptions>, options?: ReductionOptions): Tensor;
export function argmax(...args: readonly unknown[]): Tensor {
  return position('argmax', 'least', ops.argmaxOf, args);
}

/**
 * The index of the smallest element that counts. The result has the dtype of the input, as in Python.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export function argmin(input: Tensor, dim?: OneDim<ReductionOptions>, options?: ReductionOptions): Tensor;
export function argmin(...args: readonly unknown[]): Tensor {
  return position('argmin', 'most', ops.argminOf, args);
}

const MEDIAN = { ...ARGUMENT, dim: int(-1), keepdim: keyword(bool(false)) };

/**
 * The median of the elements that count along one dimension.
 *
 * @throws TorchValueError for integers, where no element of a row counts
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export function median(
  input: Tensor,
  dim?:
    | number
    | (ReductionOptions & {
        /** The dimension that is reduced. @defaultValue -1 */
        readonly dim?: number;
      }),
  options?: ReductionOptions,
): Tensor;
export function median(...args: readonly unknown[]): Tensor {
  const { input, dim, keepdim, dtype, mask } = readArguments('torch.masked.median', MEDIAN, args);
  requireStrided('median', input);
  const real = input.dtype.isFloatingPoint;
  const numbers = real ? input : input.to(float32);
  const at = canonicalDims(dim, input.ndim)[0] ?? 0;
  const [output] = ops.nanmedianOf(combine('median', 'nan', numbers, mask), at, keepdim);
  if (real) return output;
  if (ops.isnan(output).any().item<boolean>()) {
    throw valueError('masked median expects no fully masked out rows if dtype is not floating point');
  }
  return output.to(dtype ?? input.dtype);
}

const { input: INPUT, ...BY_NAME } = REDUCTION;
const NORM = { input: INPUT, ord: nullable(float(), 2), ...BY_NAME };

/**
 * The norm of the elements that count.
 *
 * @param ord the kind of norm; 2 by default
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export function norm(
  input: Tensor,
  ord?:
    | number
    | null
    | (WithDim<ReductionOptions> & {
        /** The kind of norm: 1, 2, Infinity, -Infinity or another number. @defaultValue 2 */
        readonly ord?: number | null;
      }),
  dim?: Dims | WithDim<ReductionOptions>,
  options?: ReductionOptions,
): Tensor;
export function norm(...args: readonly unknown[]): Tensor {
  const { input, ord, dim, keepdim, dtype, mask } = readArguments('torch.masked.norm', NORM, args);
  requireStrided('norm', input);
  const order = ord ?? 2;
  const filled = combine('norm', order === -Infinity ? 'infinity' : 'zero', input, mask);
  const options = { dtype: dtype ?? input.dtype };
  return ops.vectorNorm(filled, order, canonicalDims(dim, input.ndim), Boolean(keepdim), options);
}

/** The options of {@link var_} and {@link std}. */
export interface VarOptions extends ReductionOptions {
  /** What is subtracted from the count. @defaultValue null, for 1 */
  readonly correction?: number | null;
}

const VAR = {
  input: REDUCTION.input,
  dim: REDUCTION.dim,
  unbiased: nullable(bool()),
  correction: keyword(nullable(float())),
  keepdim: REDUCTION.keepdim,
  dtype: REDUCTION.dtype,
  mask: REDUCTION.mask,
};

function variance(name: string, args: readonly unknown[], root: boolean): Tensor {
  const { input, dim, unbiased, keepdim, ...given } = readArguments(`torch.masked.${name}`, VAR, args);
  if (unbiased !== null && given.correction !== null) {
    throw runtimeError('Only one of unbiased and correction may be given');
  }
  requireStrided('std/var', input);
  const correction = given.correction ?? (unbiased === false ? 0 : 1);
  const real = (dtype: DType): DType => (dtype.isFloatingPoint || dtype.isComplex ? dtype : float32);
  const dtype = given.dtype ?? real(input.dtype);
  const dims = canonicalDims(dim, input.ndim);
  const mask = given.mask ? inputMask(input, given.mask) : null;
  let count = countOf(input, dims, true, mask);
  const average = ops.div(sum(input, dims, { keepdim: true, dtype, mask }), count);
  const apart = ops.sub(input, average);
  const total = sum(ops.mul(apart, ops.conj(apart)), dims, { keepdim, dtype: real(dtype), mask });
  if (keepdim !== true) count = ops.reshape(count, total.shape);
  if (correction !== 0) {
    const numbers = ops.sub(count.to(real(dtype).isComplex ? total.real.dtype : real(dtype)), correction);
    const zero = ops.full([], 0, { dtype: numbers.dtype, device: numbers.device.toString() });
    count = ops.maximum(numbers, zero);
  }
  const output = ops.div(total, count).to(dtype);
  return root ? ops.sqrt(output) : output;
}

type VarRest = [
  dim?:
    | Dims
    | WithDim<
        VarOptions & {
          /** Subtract 1 from the count, or nothing with false; not together with `correction`. @defaultValue null, for true */
          readonly unbiased?: boolean | null;
        }
      >,
  unbiased?: boolean | null | VarOptions,
  options?: VarOptions,
];

/** The variance of the elements that count: `torch.masked.var`, a name that JavaScript keeps for itself. */
function var_(input: Tensor, ...rest: VarRest): Tensor;
function var_(...args: readonly unknown[]): Tensor {
  return variance('var', args, false);
}
export { var_ as var };

/**
 * The standard deviation of the elements that count.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export function std(input: Tensor, ...rest: VarRest): Tensor;
export function std(...args: readonly unknown[]): Tensor {
  return variance('std', args, true);
}
