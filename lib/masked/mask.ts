/** How a mask is applied: masked-out elements become what does not change the result. */
import { either, int, keyword, listOfInts, nullable, bool, value } from '../arguments/fields';
import { indexError, runtimeError, valueError } from '../errors';
import { anyFunction, broadcastTo, clone, full, where } from './operators';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { DType, bool as boolean } from '../tensor/dtype';
import { type Layout, strided } from '../tensor/layout';

/** A dimension, several, or null for all. */
export type Dims = number | readonly number[] | null;

/** The arguments of a reduction, in Python's order. @internal */
export const DTYPE = value<DType | null>('a dtype or null', (v) => v === null || v instanceof DType, null);
/** @internal */
export const MASK = nullable(tensor());
/** @internal */
export const REDUCTION = {
  input: tensor(),
  dim: nullable(either(int(), listOfInts())),
  keepdim: keyword(nullable(bool(), false)),
  dtype: keyword(DTYPE),
  mask: keyword(MASK),
};

/** What all masked functions take by name. */
export interface MaskedOptions {
  /** The dtype of the result. @defaultValue null, for that of the input, or int64 of sums and products of integers */
  readonly dtype?: DType | null;
  /** True where an element counts; it is broadcast to the input. @defaultValue null, for all */
  readonly mask?: Tensor | null;
}

/** What masked reductions take by name. */
export interface ReductionOptions extends MaskedOptions {
  /** Keep reduced dimensions with size 1. @defaultValue false */
  readonly keepdim?: boolean | null;
}

/** The dimensions as Python reads them: sorted, without negative ones; null and [] mean all. */
export function canonicalDims(dim: Dims, ndim: number): number[] {
  if (dim === null || (Array.isArray(dim) && dim.length === 0)) return Array.from({ length: ndim }, (_, i) => i);
  const most = Math.max(ndim, 1);
  const list = typeof dim === 'number' ? [dim] : dim;
  const dims: number[] = [];
  for (const d of list) {
    if (dims.includes(d)) throw runtimeError(`dim=${d} appears multiple times in the list of dims`);
    if (d >= most || d < -most) {
      throw indexError(`Dimension out of range (expected to be in range of [${-most}, ${most - 1}], but got ${d})`);
    }
    dims.push(d);
  }
  return dims.map((d) => (d + most) % most).sort((a, b) => a - b);
}

const LEAST: Readonly<Record<string, readonly [min: number | bigint, max: number | bigint]>> = {
  uint8: [0, 255],
  int8: [-128, 127],
  int16: [-32768, 32767],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** What an element becomes that does not count. */
export type Identity = 'zero' | 'one' | 'least' | 'most' | 'infinity' | 'nan';

function identityOf(name: string, identity: Identity, { dtype }: Tensor): number | bigint {
  if (identity === 'zero') return 0;
  if (identity === 'one') return 1;
  if (identity === 'nan') return NaN;
  const low = identity === 'least';
  if (dtype.isFloatingPoint) return low ? -Infinity : Infinity;
  if (dtype.isComplex && name === 'logsumexp') return -Infinity;
  const limits = LEAST[dtype.name];
  if (limits && identity !== 'infinity') return low ? limits[0] : limits[1];
  throw runtimeError(`identity of ${name} on torch.${dtype.name} input`, { code: 'ERR_TORCH_NOT_IMPLEMENTED' });
}

/** A mask as an input takes it: of its shape, of booleans. */
export function inputMask(input: Tensor, mask: Tensor): Tensor {
  const same = mask.shape.length === input.shape.length && mask.shape.every((n, i) => n === input.shape[i]);
  if (!same && mask.ndim > input.ndim) {
    throw indexError('_input_mask expected broadcastable mask (got mask dimensionality higher than of the input)');
  }
  const whole = same ? mask : broadcastTo(clone(mask), input.shape);
  return (whole.layout === strided ? whole : whole.toDense()).to(boolean);
}

/** The input with masked-out elements replaced. */
export function combine(name: string, identity: Identity, input: Tensor, mask: Tensor | null): Tensor {
  if (mask === null) return input;
  const canonical = inputMask(input, mask);
  const fill = full([], identityOf(name, identity, input), { dtype: input.dtype, device: input.device.toString() });
  return where(canonical, input, fill);
}

/** Tensors with all their elements only. */
export function requireStrided(name: string, input: Tensor, layouts = 'strided'): void {
  const { layout }: { readonly layout: Layout } = input;
  if (layout !== strided) throw valueError(`masked ${name} expects ${layouts} tensor (got ${String(layout)} tensor)`);
}

/** Whether something counts along dimensions. */
export function anyAlong(mask: Tensor, dims: readonly number[], keepdim: boolean): Tensor {
  return [...dims].reverse().reduce((result, dim) => anyFunction(result, dim, keepdim), mask);
}
