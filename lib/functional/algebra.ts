/** Functions that Python has around operators of algebra. */
import { asFunction } from '../dispatch/operator';
import type { DType } from '../dtype';
import { linalgMatrixNorm, linalgVectorNorm } from './norms';
import { type Tensor, isTensor } from '../tensor';
import { type Tensors, tensorsOf } from './variadic';
import { typeError, valueError } from '../errors';

const ops = {
  einsum: asFunction<(equation: string, tensors: readonly Tensor[]) => Tensor>('aten::einsum'),
  tensordot:
    asFunction<(a: Tensor, b: Tensor, dimsA: readonly number[], dimsB: readonly number[], options: object) => Tensor>(
      'aten::tensordot',
    ),
  cdist: asFunction<(a: Tensor, b: Tensor, p: number, mode: number | null) => Tensor>('aten::cdist'),
  lu: asFunction<(a: Tensor, pivot: boolean, check: boolean) => [Tensor, Tensor, Tensor]>('aten::_lu_with_info'),
};

/**
 * Sums of products in Einstein's notation.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.einsum.html
 * @example
 * torch.einsum('bij,bjk->bik', a, b);
 */
export function einsum(equation: string, ...operands: Tensors): Tensor {
  if (typeof equation !== 'string') throw typeError('einsum(): expected an equation, such as "ij,jk->ik", first');
  return ops.einsum(equation, tensorsOf('einsum', operands));
}

export interface TensordotOptions {
  /** How many dimensions to contract, or which ones of either tensor. The default is 2. */
  readonly dims?: number | readonly [readonly number[], readonly number[]];
  readonly out?: Tensor;
}

/** Contracts dimensions. @see https://docs.pytorch.org/docs/2.13/generated/torch.tensordot.html */
export function tensordot(a: Tensor, b: Tensor, dims: TensordotOptions['dims'] | TensordotOptions = 2): Tensor {
  const isOptions = typeof dims === 'object' && !Array.isArray(dims);
  const { dims: which = 2, out } = isOptions ? (dims as TensordotOptions) : { dims: dims as TensordotOptions['dims'] };
  const [ofA, ofB] = typeof which === 'number' ? lastAndFirst(which, Math.min(a.ndim, b.ndim)) : which;
  return ops.tensordot(a, b, ofA, ofB, out ? { out } : {});
}

function lastAndFirst(count: number, most: number): [number[], number[]] {
  if (!Number.isInteger(count) || count < 0 || count > most) {
    throw valueError(`tensordot(): dims must be from 0 to ${most}, got ${count}`);
  }
  const dims = Array.from({ length: count }, (_, i) => i);
  return [dims.map((i) => i - count), dims];
}

const MODES = {
  use_mm_for_euclid_dist_if_necessary: null,
  use_mm_for_euclid_dist: 1,
  donot_use_mm_for_euclid_dist: 2,
} as const;

export interface CdistOptions {
  readonly p?: number;
  readonly computeMode?: keyof typeof MODES;
}

/** Distances between rows. @see https://docs.pytorch.org/docs/2.13/generated/torch.cdist.html */
export function cdist(x1: Tensor, x2: Tensor, options: number | CdistOptions = {}): Tensor {
  const { p = 2, computeMode = 'use_mm_for_euclid_dist_if_necessary' } =
    typeof options === 'number' ? { p: options } : options;
  if (!Object.hasOwn(MODES, computeMode)) {
    throw typeError(`cdist(): computeMode must be one of ${Object.keys(MODES).join(', ')}, got ${computeMode}`);
  }
  return ops.cdist(x1, x2, p, MODES[computeMode]);
}

export interface NormOptions {
  /** `'fro'`, `'nuc'` or a number. The default is `'fro'`. */
  readonly p?: number | 'fro' | 'nuc' | null;
  readonly dim?: number | readonly number[] | null;
  readonly keepdim?: boolean;
  readonly dtype?: DType | null;
  readonly out?: Tensor;
}

/** The norm of a matrix or of vectors. @see https://docs.pytorch.org/docs/2.13/generated/torch.norm.html */
export function norm(
  input: Tensor,
  p: NormOptions['p'] | NormOptions = 'fro',
  dim?: NormOptions['dim'] | NormOptions,
  keepdim?: boolean,
): Tensor {
  if (!isTensor(input)) throw typeError('norm(): expected a tensor');
  const options: NormOptions = {
    ...(isPlain(p) ? p : { p }),
    ...(dim === undefined ? {} : isPlain(dim) ? dim : { dim }),
    ...(keepdim === undefined ? {} : { keepdim }),
  };
  return normOf(input, options);
}

function isPlain(value: unknown): value is NormOptions {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function normOf(input: Tensor, { p = 'fro', dim = null, keepdim = false, dtype = null, out }: NormOptions): Tensor {
  const dims = typeof dim === 'number' ? [dim] : dim;
  const rest = { dtype, ...(out ? { out } : {}) };
  if (typeof p !== 'string') return linalgVectorNorm(input, p ?? 2, dims, keepdim, rest);
  if (p === 'fro' && (dims === null || dims.length <= 2)) return linalgVectorNorm(input, 2, dims, keepdim, rest);
  return linalgMatrixNorm(input, p, dims ?? input.shape.map((_, i) => i), keepdim, rest);
}

export interface LuOptions {
  readonly pivot?: boolean;
  /** Return the number of the failed minor instead of throwing. */
  readonly getInfos?: boolean;
}

/** The LU factorization `[LU, pivots]`. @see https://docs.pytorch.org/docs/2.13/generated/torch.lu.html */
export function lu(a: Tensor, { pivot = true, getInfos = false }: LuOptions = {}): Tensor[] {
  const [factors, pivots, infos] = ops.lu(a, pivot, !getInfos);
  return getInfos ? [factors, pivots, infos] : [factors, pivots];
}
