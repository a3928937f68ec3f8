import {
  type DType,
  bool,
  complex128,
  complex32,
  complex64,
  dtypeOf,
  float16,
  float64,
  getDefaultDtype,
  int64,
} from '../../tensor/dtype';
import { asFunction } from '../dispatch/operator';
import { Complex } from '../../tensor/complex';
import { valueError } from '../../errors';
import type { Element, Flattened } from './nested';

/**
 * The dtype that Python infers: booleans, then int64, then the default dtype, then its complex form. A whole number is
 * an int, even if it is -0. One that int64 does not hold is an error, since it may be meant as an int or as a float.
 * Typed arrays have the dtypes of their elements, and the result is what all of them promote to.
 */
export function inferDtype({ elements, typed, plain }: Omit<Flattened, 'shape'>): DType {
  if (typed.size === 0) return ofElements(elements);
  const found = [...typed];
  if (plain.length > 0) found.push(ofElements(plain));
  return found.reduce((a, b) => dtypeOf(promote(a, b)));
}

const promote = asFunction<(a: DType, b: DType) => number>('aten::promote_types');

function ofElements(elements: Flattened['elements']): DType {
  if (elements.length === 0) return getDefaultDtype();
  let rank = 0;
  if (elements instanceof Float64Array) rank = areWhole(elements) ? 1 : 2;
  else for (const element of elements) rank = Math.max(rank, rankOf(element));
  if (rank === 1) elements.forEach(requireInt64);
  return [bool, int64, getDefaultDtype(), complexDtype()][rank] as DType;
}

/** Whether all are whole numbers. */
export function areWhole(numbers: Float64Array): boolean {
  for (const number of numbers) if ((number | 0) !== number && !Number.isInteger(number)) return false;
  return true;
}

function rankOf(element: Element): number {
  if (typeof element === 'number') return Number.isInteger(element) ? 1 : 2;
  if (typeof element === 'bigint') return 1;
  return element instanceof Complex ? 3 : 0;
}

/** 2^63, the first number that int64 does not hold. */
const INT64_END = 2 ** 63;

function requireInt64(element: Element): void {
  if (typeof element !== 'number' || (element >= -INT64_END && element < INT64_END)) return;
  throw valueError(
    `tensor(): ${element} is a whole number beyond int64: give a dtype, such as { dtype: torch.float32 }, ` +
      'or for uint64 a bigint and { dtype: torch.uint64 }',
  );
}

function complexDtype(): DType {
  const real = getDefaultDtype();
  if (real === float64) return complex128;
  return real === float16 ? complex32 : complex64;
}
