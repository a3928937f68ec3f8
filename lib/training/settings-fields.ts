import { type Field, value } from '../arguments/fields';

/** A number that is greater than 0. @internal */
export const positive = (fallback?: number): Field<number> =>
  value<number>('a number greater than 0', (v) => typeof v === 'number' && v > 0, fallback);
