/** Checks that the classes of this folder share. */
import { closest } from '../names';
import { typeName } from '../dispatch/arguments';

/** A whole number of at least `least`, or a TypeError that names the option. */
export function wholeNumber(name: string, value: unknown, least: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  const kind = least > 0 ? 'positive integer' : 'non-negative integer';
  throw new TypeError(`${name} should be a ${kind} value, but got ${name}=${show(value)}`);
}

/** A boolean, or a TypeError that names the option. */
export function booleanOption(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError(`${name} should be a boolean value, but got ${name}=${show(value)}`);
}

/** The length of a dataset or sampler. */
export function lengthOf(what: { readonly length: number }): number {
  const { length } = what;
  if (Number.isSafeInteger(length) && length >= 0) return length;
  throw new TypeError(`${nameOf(what)}.length must be a non-negative integer, got ${show(length)}`);
}

/** Refuses names that are not options, with the closest that is one. */
export function knownOptions(caller: string, options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller}: expected an object of options, got ${typeName(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const right = closest(name, known);
    throw new TypeError(`${caller}: unknown option '${name}'${right ? `: did you mean '${right}'?` : ''}`);
  }
}

/** The class of an object, for messages. */
export function nameOf(object: unknown): string {
  if (typeof object !== 'object' || object === null) return typeName(object);
  return (object as { constructor?: { name?: string } }).constructor?.name ?? 'an object';
}

/** A value, for messages. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'object' && value !== null) return nameOf(value);
  return String(value);
}

/** What went wrong, of an error from any realm. */
export function messageOf(cause: unknown): string {
  const { message } = (cause ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : String(cause);
}
