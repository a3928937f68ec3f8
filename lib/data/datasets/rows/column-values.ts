/**
 * What a value of a column is in JavaScript: one convention for Arrow and Parquet, which docs/data.md has as a table. What is
 * read of either format becomes a value here and nowhere else.
 */
import { isUtf8 } from 'node:buffer';
import { typeError, valueError } from '../../../errors';
import type { NumericArray } from '../../typed-array';

/** A whole number of months, days and nanoseconds: lengths of their own, since months and days are not all equally long. */
export interface Interval {
  /** Whole months. */
  readonly months: number;
  /** Whole days. */
  readonly days: number;
  /** What is left, in nanoseconds. */
  readonly nanoseconds: bigint;
}

interface ArrayClass {
  readonly name: string;
  new (values: never): NumericArray;
}

/** The arrays of lists of numbers, by the class that holds an element of the column. */
export type ListArray = ArrayClass | null;

/** An exact decimal number, never in scientific notation: 12345 with scale 2 is `'123.45'`. */
export function decimal(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const sign = unscaled < 0n ? '-' : '';
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Bytes of the sample's own: a view would keep a whole group of rows alive, and change with it. */
export function binary(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/** Text; a byte order mark is part of it. Bytes that are no UTF-8 are refused, not replaced. */
export function text(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw valueError('a text is not valid UTF-8');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** The number of which these are the bits. */
export function float16(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const DAY_MS = 86_400_000n;

/** Whole days since 1970 of milliseconds since then. */
export function days(milliseconds: bigint): number {
  const whole = milliseconds / DAY_MS;
  return Number(milliseconds % DAY_MS < 0n ? whole - 1n : whole);
}

/** A typed array of a list of numbers, which collates to one tensor of its dtype; an array where there is a null or no number. */
export function list(values: readonly unknown[], array: ListArray): unknown {
  if (array === null || values.includes(null)) return values;
  return new array(values as never);
}

/** A map. A key that comes twice is refused: one of its values would be lost. */
export function map(entries: readonly (readonly [unknown, unknown])[]): Map<unknown, unknown> {
  const result = new Map(entries);
  if (result.size === entries.length) return result;
  const keys = entries.map(([key]) => key);
  throw valueError(`a map has the key ${String(keys.find((key, i) => keys.indexOf(key) < i))} twice`);
}

const ORDINARY = { writable: true, enumerable: true, configurable: true };

/** A row or a struct. */
export function struct(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    // Assigned, this name would set the prototype.
    if (name === '__proto__') Object.defineProperty(row, name, { value: values[i], ...ORDINARY });
    else row[name] = values[i];
  }
  return row;
}

/** The names of columns, or of a struct's fields: an object has each of them once. */
export function distinct(names: readonly string[], what: string): readonly string[] {
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return names;
  throw typeError(`there are two ${what} with the name '${twice}'`);
}
