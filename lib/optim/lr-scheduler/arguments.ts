import { typeError } from '../../errors';
import { type Field, int, value } from '../../arguments/fields';
import { show } from '../../arguments/describe';
import { isTensor } from '../../tensor/tensor';
import type { Optimizer } from '../optimizer';
import { valueOf } from './scheduler';

/** Arguments that schedulers share, for the tables of their constructors. */

/** The first argument of every scheduler, which the base class checks. */
export const OPTIMIZER: Field<Optimizer> = value<Optimizer>('an Optimizer', () => true);

/** The last argument of every scheduler: the epoch after which training is resumed, or -1 to begin. */
export const LAST_EPOCH: Field<number> = int(-1);

/** One number, or one for each parameter group. */
export function numbers(fallback?: number): Field<number | readonly number[]> {
  const isNumber = (v: unknown): boolean => typeof v === 'number';
  const fits = (v: unknown): boolean => isNumber(v) || (Array.isArray(v) && v.every(isNumber));
  return value<number | readonly number[]>('a number, or a list with one for each group', fits, fallback);
}

/**
 * The number that a user's function returned. Without a `return`, Python fails in the multiplication, but JavaScript
 * would go on with NaN.
 */
export function returnedNumber(label: string, what: string, result: unknown): number {
  if (typeof result === 'number') return result;
  if (typeof result === 'boolean' || typeof result === 'bigint') return Number(result);
  if (isTensor(result)) return valueOf(result);
  throw typeError(`${label}: ${what} should return a number, got ${show(result)}`);
}

/** A metric: a number, or a tensor of one element. */
export function readMetric(label: string, metric: unknown): number {
  if (typeof metric === 'number') return metric;
  if (typeof metric === 'boolean' || typeof metric === 'bigint') return Number(metric);
  if (isTensor(metric)) return valueOf(metric);
  throw typeError(`${label}() takes the metric of the epoch, a number or a Tensor, got ${show(metric)}`);
}
