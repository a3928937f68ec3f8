/** Masked functions whose result has the shape of the input. */
import { float, int, keyword } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import type { DType } from '../tensor/dtype';
import { type Identity, type MaskedOptions, DTYPE, MASK, canonicalDims, combine, requireStrided } from './mask';
import * as ops from './operators';
import { norm } from './reductions';

const ALONG = { input: tensor(), dim: int(), dtype: keyword(DTYPE), mask: keyword(MASK) };
/** A masked function along one dimension. */
export type MaskedNormalization = (
  input: Tensor,
  dim:
    | number
    | (MaskedOptions & {
        /** The dimension along which it is computed. */
        readonly dim: number;
      }),
  options?: MaskedOptions,
) => Tensor;

/** A function whose result has the shape of the input. */
function along(
  name: string,
  identity: Identity,
  compute: (input: Tensor, dim: number, dtype: DType) => Tensor,
): MaskedNormalization {
  return Object.defineProperty(
    (...args: readonly unknown[]): Tensor => {
      const { input, dim, dtype, mask } = readArguments(`torch.masked.${name}`, ALONG, args);
      requireStrided(name, input);
      const at = canonicalDims(dim, input.ndim)[0] ?? 0;
      return compute(combine(name, identity, input, mask), at, dtype ?? input.dtype);
    },
    'name',
    { value: name },
  );
}

/** The sum of the elements that count, up to each. @see https://docs.pytorch.org/docs/2.13/masked.html */
export const cumsum: MaskedNormalization = along('cumsum', 'zero', (input, dim, dtype) =>
  ops.cumsumOf(input, dim, { dtype }),
);
/** The product of the elements that count, up to each. @see https://docs.pytorch.org/docs/2.13/masked.html */
export const cumprod: MaskedNormalization = along('cumprod', 'one', (input, dim, dtype) =>
  ops.cumprodOf(input, dim, { dtype }),
);
/**
 * The softmax of the elements that count; the others get 0.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 * @example
 * torch.masked.softmax(torch.ones([3]), 0, { mask: torch.tensor([true, false, true]) }).tolist(); // [0.5, 0, 0.5]
 */
export const softmax: MaskedNormalization = along('softmax', 'least', (input, dim, dtype) =>
  ops.softmaxOf(input, dim, dtype),
);
/** The logarithm of the softmax of the elements that count. @see https://docs.pytorch.org/docs/2.13/masked.html */
export const logSoftmax: MaskedNormalization = along('log_softmax', 'least', (input, dim, dtype) =>
  ops.logSoftmaxOf(input, dim, dtype),
);
/** The softmin of the elements that count. @see https://docs.pytorch.org/docs/2.13/masked.html */
export const softmin: MaskedNormalization = along('softmin', 'most', (input, dim, dtype) =>
  ops.softmaxOf(ops.neg(input), dim, dtype),
);

const NORMALIZE = {
  input: tensor(),
  ord: float(),
  dim: int(),
  eps: keyword(float(1e-12)),
  dtype: keyword(DTYPE),
  mask: keyword(MASK),
};

/**
 * The elements that count, divided by their norm along a dimension.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export function normalize(
  input: Tensor,
  ord: number,
  dim: number,
  options?: MaskedOptions & {
    /** The least that is divided by. @defaultValue 1e-12 */
    readonly eps?: number;
  },
): Tensor;
export function normalize(...args: readonly unknown[]): Tensor {
  const { input, ord, dim, eps, dtype, mask } = readArguments('torch.masked.normalize', NORMALIZE, args);
  requireStrided('normalize', input);
  const length = norm(input, ord, dim, { keepdim: true, dtype: dtype ?? input.dtype, mask });
  const least = ops.full([], eps, { dtype: length.dtype, device: length.device.toString() });
  return ops.div(combine('sum', 'zero', input, mask), ops.maximum(length, least));
}

const LOGADDEXP = {
  input: tensor(),
  other: tensor(),
  dtype: keyword(DTYPE),
  inputMask: keyword(MASK),
  otherMask: keyword(MASK),
};

/**
 * The logarithm of the sum of two exponentials, of which each counts where its mask says so.
 *
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export function logaddexp(
  input: Tensor,
  other: Tensor,
  options?: {
    /** The dtype of the result. @defaultValue null, for that of the input */
    readonly dtype?: DType | null;
    /** Where `input` counts. @defaultValue null, for everywhere */
    readonly inputMask?: Tensor | null;
    /** Where `other` counts. @defaultValue null, for everywhere */
    readonly otherMask?: Tensor | null;
  },
): Tensor;
export function logaddexp(...args: readonly unknown[]): Tensor {
  const read = readArguments('torch.masked.logaddexp', LOGADDEXP, args);
  requireStrided('logaddexp', read.input);
  requireStrided('logaddexp', read.other);
  const a = combine('logaddexp', 'least', read.input, read.inputMask);
  const b = combine('logaddexp', 'least', read.other, read.otherMask);
  return ops.logaddexpOf(a, b).to(read.dtype ?? read.input.dtype);
}
