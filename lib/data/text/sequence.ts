import { show } from '../../arguments/describe';
import { any, choice } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { wholeNumber } from '../dataset-check';
import { typeError } from '../../errors';

const PAD = { value: any(), side: choice(['left', 'right'], 'right') };

/** Which end of a sequence is cut off, or filled up. */
export type Side = 'left' | 'right';

/** The first `maxLength` items; the last ones where the left side is cut off. */
export function truncate<T>(sequence: readonly T[], maxLength: number, side: Side = 'right', ...surplus: []): T[] {
  refuseSurplus('truncate', 3, surplus);
  wholeNumber('maxLength', maxLength, 0);
  if (side !== 'left' && side !== 'right') {
    throw typeError(`text.truncate(): 'side' should be 'left' or 'right', got ${show(side)}`);
  }
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
  options?: {
    /** What is added. @defaultValue 0 */
    readonly value?: T;
    /** The side on which it is added. @defaultValue 'right' */
    readonly side?: Side;
  },
  ...surplus: []
): T[] {
  refuseSurplus('pad', 3, surplus);
  const { value = 0, side } = readOptions('text.pad', PAD, options);
  const filling = new Array<T>(Math.max(0, wholeNumber('length', length, 0) - sequence.length)).fill(value as T);
  return side === 'right' ? [...sequence, ...filling] : [...filling, ...sequence];
}
