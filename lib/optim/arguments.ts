import type { Fields, Field } from '../arguments/fields';
import { bool, keyword, nullable, value } from '../arguments/fields';
import { type Tensor, isTensor } from '../tensor/tensor';
import type { OptimizerParams } from './types';

/** Arguments that optimizers share, for the tables of their constructors. */

/** The first argument of every optimizer. Its contents are checked when groups are made of it. */
export function params<O extends object>(): Field<OptimizerParams<O>> {
  return value<OptimizerParams<O>>('an iterable of Tensors or groups', () => true);
}

/** A learning rate: a number, or a tensor of one element. */
export function rate(fallback: number): Field<number | Tensor> {
  return value<number | Tensor>('a number or a Tensor', (v) => typeof v === 'number' || isTensor(v), fallback);
}

/** Two numbers. */
export function pair(fallback: readonly [number, number]): Field<readonly [number, number]> {
  return value<readonly [number, number]>('two numbers', isPairOf(isNumber), fallback);
}

const isNumber = (v: unknown): boolean => typeof v === 'number';

/** Whether something is an array of two of a kind. */
export function isPairOf(fits: (v: unknown) => boolean): (v: unknown) => boolean {
  return (v) => Array.isArray(v) && v.length === 2 && v.every(fits);
}

/** A switch that is off by default. */
export const off = (): Field<boolean> => bool(false);
/** The same, by name only. */
export const offByName = (): Field<boolean> => keyword(off());
/** `foreach` and `fused`: null leaves the choice to the optimizer. */
export const choice = (): Field<boolean | null> => nullable(bool());
/** The same, by name only. */
export const choiceByName = (): Field<boolean | null> => keyword(choice());

/** The options of a table with their defaults. */
export function defaultsOf(table: Fields): Record<string, unknown> {
  const { params: _, ...options } = table;
  return Object.fromEntries(Object.entries(options).map(([name, { fallback }]) => [name, fallback]));
}
