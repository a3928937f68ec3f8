/** Functions that Python has around operators of algebra. */
import { bool, choice, either, float, int, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { tensor } from '../../tensor/arguments';
import { asFunction } from '../dispatch/operator';
import type { Tensor } from '../../tensor/tensor';
import { type Tensors, tensorsOf } from './variadic';
import { typeError, valueError } from '../../errors';

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
  /** How many dimensions are contracted, or which ones of each tensor. @defaultValue 2 */
  readonly dims?: number | readonly [readonly number[], readonly number[]];
  /** Receives the result. @defaultValue null */
  readonly out?: Tensor;
}

const isDims = (dims: unknown): boolean => Array.isArray(dims) && dims.length === 2 && dims.every(Array.isArray);

const TENSORDOT = {
  a: tensor(),
  b: tensor(),
  dims: either(int(), value<readonly [readonly number[], readonly number[]]>('two lists of dimensions', isDims), 2),
  out: nullable(tensor()),
};

/**
 * Contracts dimensions.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tensordot.html
 * @example
 * torch.tensordot(torch.ones([2, 3]), torch.ones([3, 4]), 1).shape; // [2, 4]
 */
export function tensordot(
  a: Tensor,
  b: Tensor,
  dims?: TensordotOptions['dims'] | TensordotOptions,
  out?: Tensor | Pick<TensordotOptions, 'out'>,
): Tensor;
export function tensordot(...args: readonly unknown[]): Tensor {
  const { a, b, dims, out } = readArguments('tensordot', TENSORDOT, args);
  const [ofA, ofB] = typeof dims === 'number' ? lastAndFirst(dims, Math.min(a.ndim, b.ndim)) : dims;
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
  useMmForEuclidDistIfNecessary: null,
  useMmForEuclidDist: 1,
  donotUseMmForEuclidDist: 2,
} as const;

type ComputeMode =
  | keyof typeof MODES
  | 'use_mm_for_euclid_dist_if_necessary'
  | 'use_mm_for_euclid_dist'
  | 'donot_use_mm_for_euclid_dist';

export interface CdistOptions {
  /** The power of the norm: 2 is the Euclidean distance. @defaultValue 2 */
  readonly p?: number;
  /** Whether Euclidean distances are computed by a matrix product. @defaultValue 'useMmForEuclidDistIfNecessary', which does so above 25 rows */
  readonly computeMode?: ComputeMode;
}

const CDIST = {
  x1: tensor(),
  x2: tensor(),
  p: float(2),
  computeMode: choice(
    ['useMmForEuclidDistIfNecessary', 'useMmForEuclidDist', 'donotUseMmForEuclidDist'],
    'useMmForEuclidDistIfNecessary',
  ),
};

/** Distances between rows. @see https://docs.pytorch.org/docs/2.13/generated/torch.cdist.html */
export function cdist(x1: Tensor, x2: Tensor, p?: number | CdistOptions, computeMode?: ComputeMode): Tensor;
export function cdist(...args: readonly unknown[]): Tensor {
  const { x1, x2, p, computeMode } = readArguments('cdist', CDIST, args);
  return ops.cdist(x1, x2, p, MODES[computeMode]);
}

export { type NormOptions, type NormRest, norm } from './norms';

export interface LuOptions {
  /** Exchange rows, for accuracy. False works on CUDA only. @defaultValue true */
  readonly pivot?: boolean;
  /** Return the number of the failed minor instead of throwing. @defaultValue false */
  readonly getInfos?: boolean;
}

/** What may follow the matrix: the options by position, or an object of them. */
export type LuRest = Mixed<[pivot?: boolean, getInfos?: boolean], LuOptions>;

const LU = { A: tensor(), pivot: bool(true), getInfos: bool(false) };

/** The LU factorization `[LU, pivots]`. @see https://docs.pytorch.org/docs/2.13/generated/torch.lu.html */
export function lu(A: Tensor, ...rest: LuRest): Tensor[];
export function lu(...args: readonly unknown[]): Tensor[] {
  const { A, pivot, getInfos } = readArguments('lu', LU, args);
  const [factors, pivots, infos] = ops.lu(A, pivot, !getInfos);
  return getInfos ? [factors, pivots, infos] : [factors, pivots];
}
