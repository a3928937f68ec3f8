import { bool, choice, either, float, ints, nullable, optional } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { FACTORY, tensor } from '../../tensor/arguments';
import { asFunction } from '../dispatch/operator';
import type { DType } from '../../tensor/dtype';
import type { Tensor } from '../../tensor/tensor';

type Norm<P> = (x: Tensor, p: P, dim: readonly number[] | null, keepdim: boolean, options: object) => Tensor;

export const linalgVectorNorm = asFunction<Norm<number>>('aten::linalg_vector_norm');
export const linalgMatrixNorm = asFunction<Norm<string>>('aten::linalg_matrix_norm');

export interface NormOptions {
  /** The power of the norm, or `'fro'` or `'nuc'`. @defaultValue 'fro' */
  readonly p?: number | 'fro' | 'nuc' | null;
  /** The dimensions to reduce. @defaultValue null, which means all */
  readonly dim?: number | readonly number[] | null;
  /** Keep reduced dimensions, with size 1. @defaultValue false */
  readonly keepdim?: boolean;
  /** The dtype to which the input is cast first. @defaultValue null, which keeps its own */
  readonly dtype?: DType | null;
  /** Receives the result. */
  readonly out?: Tensor;
}

/** What may follow the tensor: the options by position, in Python's order, or an object of them. */
export type NormRest = Mixed<
  [
    p?: number | 'fro' | 'nuc' | null,
    dim?: number | readonly number[] | null,
    keepdim?: boolean,
    out?: Tensor | null,
    dtype?: DType | null,
  ],
  NormOptions
>;
/** The same for the method, which has no `out`. */
export type NormMethodRest = Mixed<
  [p?: number | 'fro' | 'nuc' | null, dim?: number | readonly number[] | null, keepdim?: boolean, dtype?: DType | null],
  Omit<NormOptions, 'out'>
>;

const NORM = {
  input: tensor(),
  p: nullable(either(float(), choice(['fro', 'nuc'])), 'fro'),
  dim: nullable(ints()),
  keepdim: bool(false),
  out: optional(tensor()),
  dtype: FACTORY.dtype,
};

/** The method has no `out`. */
const NORM_METHOD = { input: NORM.input, p: NORM.p, dim: NORM.dim, keepdim: NORM.keepdim, dtype: NORM.dtype };

/**
 * The norm of a matrix or of vectors.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.norm.html
 * @example
 * torch.norm(torch.tensor([3, 4], { dtype: torch.float32 })).item(); // 5
 */
export function norm(input: Tensor, ...rest: NormRest): Tensor;
export function norm(...args: readonly unknown[]): Tensor {
  const { input, ...options } = readArguments('norm', NORM, args);
  return normOf(input, options);
}

/** {@link norm} as the method takes it. @internal */
export function normMethod(...args: readonly unknown[]): Tensor {
  const { input, ...options } = readArguments('norm', NORM_METHOD, args);
  return normOf(input, options);
}

function normOf(input: Tensor, { p = 'fro', dim = null, keepdim = false, dtype = null, out }: NormOptions): Tensor {
  const dims = typeof dim === 'number' ? [dim] : dim;
  const rest = { dtype, ...(out ? { out } : {}) };
  if (typeof p !== 'string') return linalgVectorNorm(input, p ?? 2, dims, keepdim, rest);
  if (p === 'fro' && (dims === null || dims.length <= 2)) return linalgVectorNorm(input, 2, dims, keepdim, rest);
  return linalgMatrixNorm(input, p, dims ?? input.shape.map((_, i) => i), keepdim, rest);
}
