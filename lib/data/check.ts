/** Checks that the classes of this folder share. */
import { nameOf, show } from '../arguments/describe';
import { typeError } from '../errors';

/** A whole number of at least `least`, or a TypeError that names the option. */
export function wholeNumber(name: string, value: unknown, least: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  const kind = least > 0 ? 'positive integer' : 'non-negative integer';
  throw typeError(`${name} should be a ${kind} value, but got ${name}=${show(value)}`);
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
