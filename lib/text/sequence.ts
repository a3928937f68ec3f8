import { wholeNumber } from '../data/check';

/** Which end of a sequence is cut off, or filled up. */
export type Side = 'left' | 'right';

/** The first `maxLength` items; the last ones where the left side is cut off. */
export function truncate<T>(sequence: readonly T[], maxLength: number, side: Side = 'right'): T[] {
  wholeNumber('maxLength', maxLength, 0);
  return side === 'right' ? sequence.slice(0, maxLength) : sequence.slice(Math.max(0, sequence.length - maxLength));
}

/**
 * Fills a sequence up to `length`. On the left, the last time step of a recurrent layer is the last item of the text.
 *
 * @example
 * text.pad([5, 6], 4, { side: 'left' }); // [0, 0, 5, 6]
 */
export function pad<T>(
  sequence: readonly T[],
  length: number,
  { value = 0 as T, side = 'right' }: { readonly value?: T; readonly side?: Side } = {},
): T[] {
  const filling = new Array<T>(Math.max(0, wholeNumber('length', length, 0) - sequence.length)).fill(value);
  return side === 'right' ? [...sequence, ...filling] : [...filling, ...sequence];
}
