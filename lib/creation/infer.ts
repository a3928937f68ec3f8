import { type DType, bool, complex128, complex32, complex64, float16, float64, getDefaultDtype, int64 } from '../dtype';
import { Complex } from '../enums';
import type { Element } from './nested';

/** Whether JavaScript's number would be an int in Python: -0 and what is beyond 2^53 would not. */
export function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** The dtype that Python infers: booleans, then int64, then the default dtype, then its complex form. */
export function inferDtype(elements: readonly Element[]): DType {
  if (elements.length === 0) return getDefaultDtype();
  let rank = 0;
  for (const element of elements) rank = Math.max(rank, rankOf(element));
  return [bool, int64, getDefaultDtype(), complexDtype()][rank] as DType;
}

function rankOf(element: Element): number {
  if (typeof element === 'number') return isWhole(element) ? 1 : 2;
  if (typeof element === 'bigint') return 1;
  return element instanceof Complex ? 3 : 0;
}

function complexDtype(): DType {
  const real = getDefaultDtype();
  if (real === float64) return complex128;
  return real === float16 ? complex32 : complex64;
}
