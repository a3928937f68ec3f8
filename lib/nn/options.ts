import { DType } from '../dtype';
import { Device, type DeviceLike } from '../device';
import { closest } from '../names';
import { type Tensor, isTensor } from '../tensor-methods';

/**
 * Arguments of constructors, checked by one table per class. Each argument may be given by position or in a trailing
 * plain object, as in Python.
 */

/** One argument: what fits, what it is when left out, and how messages name it. */
export interface Field<T> {
  readonly fits: (value: unknown) => boolean;
  readonly expects: string;
  readonly fallback: T | undefined;
  readonly required: boolean;
  /** Printed as a Python float. */
  readonly float: boolean;
}

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a table reads. */
export type Values<S> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never };

/** What a constructor's options object may hold. */
export type OptionsOf<S> = { readonly [K in keyof S]?: (S[K] extends Field<infer T> ? T : never) | undefined };

function field<T>(
  expects: string,
  fits: (value: unknown) => boolean,
  fallback: T | undefined,
  float = false,
): Field<T> {
  return { fits, expects, fallback, required: fallback === undefined, float };
}

const isInteger = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value);
const isNumber = (value: unknown): boolean => typeof value === 'number';

export const int = (fallback?: number): Field<number> => field('an integer', isInteger, fallback);
export const float = (fallback?: number): Field<number> => field('a number', isNumber, fallback, true);
export const bool = (fallback?: boolean): Field<boolean> =>
  field('a boolean', (value) => typeof value === 'boolean', fallback);

/** One of several strings. */
export function choice<const T extends readonly string[]>(values: T, fallback?: T[number]): Field<T[number]> {
  const expects = values.map((value) => `'${value}'`).join(' or ');
  return field(expects, (value) => typeof value === 'string' && values.includes(value), fallback);
}

/** The same, or null; null is the default unless another is given. */
export function nullable<T>(inner: Field<T>, fallback: T | null = null): Field<T | null> {
  const fits = (value: unknown): boolean => value === null || inner.fits(value);
  return field<T | null>(`${inner.expects} or null`, fits, fallback, inner.float);
}

/** A number, or a list of numbers. */
export function ints(fallback?: number | readonly number[]): Field<number | readonly number[]> {
  const fits = (value: unknown): boolean => isInteger(value) || (Array.isArray(value) && value.every(isInteger));
  return field('an integer or a list of integers', fits, fallback);
}

/** One of two kinds. */
export function either<A, B>(a: Field<A>, b: Field<B>, fallback?: A | B): Field<A | B> {
  return field(`${a.expects} or ${b.expects}`, (v) => a.fits(v) || b.fits(v), fallback, a.float || b.float);
}

export const tensor = (): Field<Tensor> => field<Tensor>('a Tensor', isTensor, undefined);

/** Anything that passes a test of its own. */
export function value<T>(expects: string, fits: (value: unknown) => boolean, fallback?: T): Field<T> {
  return field(expects, fits, fallback);
}

/** `device` and `dtype`, which every layer with parameters takes. */
export const FACTORY = {
  device: field<DeviceLike | null>(
    'a device',
    (v) => v === null || typeof v === 'string' || v instanceof Device,
    null as DeviceLike | null,
  ),
  dtype: field<DType | null>('a dtype', (v) => v === null || v instanceof DType, null as DType | null),
};

function isPlainObject(given: unknown): given is Record<string, unknown> {
  if (typeof given !== 'object' || given === null) return false;
  const prototype: unknown = Object.getPrototypeOf(given);
  return prototype === Object.prototype || prototype === null;
}

/** Reads a call's arguments by a table. */
export function readArguments<S extends Fields>(label: string, table: S, args: readonly unknown[]): Values<S> {
  const names = Object.keys(table);
  const last = args.at(-1);
  const options = isPlainObject(last) ? last : {};
  const positional = isPlainObject(last) ? args.slice(0, -1) : args;
  if (positional.length > names.length) {
    throw new TypeError(`${label}() takes at most ${names.length} arguments, got ${positional.length}`);
  }
  refuseUnknown(label, options, names);
  const result: Record<string, unknown> = {};
  names.forEach((name, i) => {
    const byName = options[name];
    if (positional[i] !== undefined && byName !== undefined) {
      throw new TypeError(`${label}() got several values for argument '${name}'`);
    }
    result[name] = readField(label, name, table[name] as Field<unknown>, positional[i] ?? byName);
    if (positional[i] === null) result[name] = readField(label, name, table[name] as Field<unknown>, null);
  });
  return result as Values<S>;
}

/** Fails on an option that there is not, and names the one that was meant. */
export function refuseUnknown(label: string, options: object, names: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue;
    const right = closest(name, names);
    throw new TypeError(
      `${label}() got an unknown option '${name}'` +
        (right ? `: did you mean '${right}'?` : `; it has ${names.join(', ')}`),
    );
  }
}

function readField(label: string, name: string, { fits, expects, fallback, required }: Field<unknown>, given: unknown) {
  if (given === undefined) {
    if (required) throw new TypeError(`${label}() misses '${name}' (${expects})`);
    return fallback;
  }
  if (!fits(given)) throw new TypeError(`${label}(): '${name}' should be ${expects}, got ${shown(given)}`);
  return given;
}

function shown(given: unknown): string {
  if (isTensor(given)) return 'a Tensor';
  if (typeof given === 'string') return `'${given}'`;
  if (Array.isArray(given)) return `[${given.join(', ')}]`;
  return typeof given === 'object' && given !== null ? `a ${given.constructor?.name ?? 'object'}` : String(given);
}

/** What may follow the required arguments: options by position, or an object of them; the table checks which. */
export type Rest<S> = readonly (OptionsOf<S> | OptionsOf<S>[keyof S])[];
