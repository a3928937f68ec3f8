/** Checks that the classes of this folder share. */
import { nameOf, show } from '../arguments/describe';
import { type Field, value as kind } from '../arguments/fields';
import { typeError, valueError } from '../errors';

const isWhole = (value: unknown, least: number): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least;

function notWhole(name: string, given: unknown, least: number): Error {
  const which = least > 0 ? 'positive integer' : 'non-negative integer';
  return valueError(`${name} should be a ${which} value, but got ${name}=${show(given)}`);
}

/** A whole number of at least `least`, or a ValueError that names the option. */
export function wholeNumber(name: string, value: unknown, least: number): number {
  if (isWhole(value, least)) return value as number;
  throw notWhole(name, value, least);
}

/** The same as an argument of a call: as in Python anything else, of whatever kind, is a ValueError. */
export function whole(name: string, least: number, fallback?: number): Field<number> {
  const field = kind<number>(`an integer of at least ${least}`, (given) => isWhole(given, least), fallback);
  return { ...field, refuse: (given) => notWhole(name, given, least) };
}

/** A list of indices; a DataView has a length in bytes only. */
export function indexList(): Field<readonly number[]> {
  return kind('an array of indices', (v) => Array.isArray(v) || (ArrayBuffer.isView(v) && 'length' in v));
}

/** A boolean, or a TypeError that names the option. */
export function booleanOption(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw typeError(`${name} should be a boolean value, but got ${name}=${show(value)}`);
}

/** The length of a dataset or sampler. */
export function lengthOf(what: { readonly length: number }): number {
  const { length } = what;
  if (Number.isSafeInteger(length) && length >= 0) return length;
  throw typeError(`${nameOf(what)}.length must be a non-negative integer, got ${show(length)}`);
}
