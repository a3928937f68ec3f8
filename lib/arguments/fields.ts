import { camelCase, snakeCase } from './names';
import { isMap, isPlainObject } from './plain-object';

/** The kinds of arguments of which a table for {@link readArguments} is made. */

/** One argument: what fits, what it is when left out, and how messages name it. */
export interface Field<T> {
  readonly fits: (value: unknown) => boolean;
  readonly expects: string;
  readonly fallback: T | undefined;
  readonly required: boolean;
  /** Printed as a Python float. */
  readonly float: boolean;
  /** Given by name only: what stands behind `*` in Python's signature. */
  readonly keyword?: boolean;
  /** A plain object in this place is the argument itself, not the options of the call. */
  readonly object?: boolean;
  /** The error for a value that does not fit, where the usual one would not help. */
  readonly refuse?: (given: unknown, prefix: string) => Error;
  /** Converts a value that fits, for example a choice in Python's spelling to ours. */
  readonly convert?: (value: unknown) => T;
}

/** The arguments of a function or constructor, in Python's order. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a table reads. */
export type Values<S> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never };

/** What an options object may hold. */
export type OptionsOf<S> = { readonly [K in keyof S]?: (S[K] extends Field<infer T> ? T : never) | undefined };

/** What may follow the required arguments: options by position, or an object of them; the table checks which. */
export type Rest<S> = readonly (OptionsOf<S> | OptionsOf<S>[keyof S])[];

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
export const str = (fallback?: string): Field<string> =>
  field('a string', (value) => typeof value === 'string', fallback);

/** An integer of at least `least`. */
export function count(least: number, fallback?: number): Field<number> {
  return field(`an integer of at least ${least}`, (v) => isInteger(v) && (v as number) >= least, fallback);
}

/** One of several strings, in our spelling or in Python's: `fanOut` or `fan_out`. */
export function choice<const T extends readonly string[]>(values: T, fallback?: T[number]): Field<T[number]> {
  const inPython = (value: string): T[number] | undefined =>
    values.find((one) => one === camelCase(value) || snakeCase(one) === value);
  const ours = (value: unknown): T[number] | undefined =>
    typeof value !== 'string' ? undefined : values.includes(value) ? value : inPython(value);
  return {
    ...field<T[number]>(
      values.map((value) => `'${value}'`).join(' or '),
      (value) => ours(value) !== undefined,
      fallback,
    ),
    convert: (value) => ours(value) as T[number],
  };
}

/** The same, or null; null is the default unless another is given. */
export function nullable<T>(inner: Field<T>, fallback: T | null = null): Field<T | null> {
  const { convert } = inner;
  return {
    ...field<T | null>(`${inner.expects} or null`, (v) => v === null || inner.fits(v), fallback, inner.float),
    ...(inner.object ? { object: true } : {}),
    ...(inner.refuse ? { refuse: inner.refuse } : {}),
    ...(convert ? { convert: (v: unknown): T | null => (v === null ? null : convert(v)) } : {}),
  };
}

/** An integer, or a list of integers. */
export function ints(fallback?: number | readonly number[]): Field<number | readonly number[]> {
  const fits = (value: unknown): boolean => isInteger(value) || (Array.isArray(value) && value.every(isInteger));
  return field('an integer or a list of integers', fits, fallback);
}

/** A list of integers. */
export function listOfInts(fallback?: readonly number[]): Field<readonly number[]> {
  return field('a list of integers', (v) => Array.isArray(v) && v.every(isInteger), fallback);
}

/** A number, or a list of numbers. */
export function floats(fallback?: number | readonly number[]): Field<number | readonly number[]> {
  const fits = (v: unknown): boolean => isNumber(v) || (Array.isArray(v) && v.every(isNumber));
  return field('a number or a list of numbers', fits, fallback);
}

/** One of two kinds. */
export function either<A, B>(a: Field<A>, b: Field<B>, fallback?: A | B): Field<A | B> {
  const both = field<A | B>(
    `${a.expects} or ${b.expects}`,
    (v) => a.fits(v) || b.fits(v),
    fallback,
    a.float || b.float,
  );
  const convert = (v: unknown): A | B => (a.fits(v) ? (a.convert?.(v) ?? (v as A)) : (b.convert?.(v) ?? (v as B)));
  return {
    ...both,
    ...(a.object || b.object ? { object: true } : {}),
    ...(a.convert || b.convert ? { convert } : {}),
  };
}

/** Anything that passes a test of its own. */
export function value<T>(expects: string, fits: (value: unknown) => boolean, fallback?: T): Field<T> {
  return field(expects, fits, fallback);
}

/** Anything at all; `undefined` when left out. */
export function any<T = unknown>(): Field<T | undefined> {
  return { fits: () => true, expects: 'a value', fallback: undefined, required: false, float: false };
}

/** A function. */
export function callback<F>(): Field<F> {
  return field<F>('a function', (v) => typeof v === 'function', undefined);
}

/** An object whose own entries are the argument: a state dict, a map of names. */
export function record<T = Readonly<Record<string, unknown>>>(fallback?: T): Field<T> {
  return { ...field<T>('an object', (v) => isPlainObject(v) || isMap(v), fallback), object: true };
}

/** An iterable other than a string. */
export function iterable<T = Iterable<unknown>>(what = 'an iterable'): Field<T> {
  const fits = (v: unknown): boolean =>
    typeof v === 'object' && v !== null && typeof (v as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';
  return field<T>(what, fits, undefined);
}

/** An AbortSignal of any realm. */
export function signal(): Field<AbortSignal | null> {
  const fits = (v: unknown): boolean =>
    typeof v === 'object' &&
    v !== null &&
    typeof (v as Partial<AbortSignal>).aborted === 'boolean' &&
    typeof (v as Partial<AbortSignal>).addEventListener === 'function';
  return nullable(field<AbortSignal>('an AbortSignal', fits, undefined));
}

/** The same argument, by name only. */
export function keyword<T>(inner: Field<T>): Field<T> {
  return { ...inner, keyword: true };
}

/** The same argument, which must be given, even if it is null. */
export function required<T>(inner: Field<T>): Field<T> {
  return { ...inner, required: true };
}

/** The same argument, `undefined` when left out. */
export function optional<T>(inner: Field<T>): Field<T | undefined> {
  // Without the fallback that `nullable` has: null is then what somebody gave.
  return { ...inner, required: false, fallback: undefined };
}
