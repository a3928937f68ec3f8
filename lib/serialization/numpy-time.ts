import type { Decoder, Decoding, NumpyType } from './numpy-type';

/** The unit and how many of them one step is, from the end of a type's state: (dict, (unit, count, ...)). */
function unitOf(state: unknown): readonly [unit: string, steps: bigint] | null {
  const metadata: unknown = Array.isArray(state) ? (state as readonly unknown[])[8] : undefined;
  const described: unknown = Array.isArray(metadata) ? (metadata as readonly unknown[])[1] : undefined;
  const [unit, steps] = Array.isArray(described) ? (described as readonly unknown[]) : [];
  const name = unit instanceof Uint8Array ? Buffer.from(unit).toString('latin1') : unit;
  if (typeof name !== 'string' || typeof steps !== 'number') return null;
  return Object.hasOwn(UNITS, name) ? [name, BigInt(steps)] : null;
}

/** How a duration is called, and for parts of a day how many make a day. */
const UNITS: Readonly<Record<string, readonly [name: string, perDay: bigint, digits: number]>> = {
  Y: ['years', 0n, 0],
  M: ['months', 0n, 0],
  W: ['weeks', 0n, 0],
  D: ['days', 1n, 0],
  h: ['hours', 24n, 0],
  m: ['minutes', 1440n, 0],
  s: ['seconds', 86400n, 0],
  ms: ['milliseconds', 86400n * 10n ** 3n, 3],
  us: ['microseconds', 86400n * 10n ** 6n, 6],
  ns: ['nanoseconds', 86400n * 10n ** 9n, 9],
  ps: ['picoseconds', 86400n * 10n ** 12n, 12],
  fs: ['femtoseconds', 86400n * 10n ** 15n, 15],
  as: ['attoseconds', 86400n * 10n ** 18n, 18],
  generic: ['generic time units', 0n, 0],
};

const NOT_A_TIME = -(2n ** 63n);

/** How a date or a duration becomes the text that numpy prints. */
export function timeDecoding({ state, bigEndian }: NumpyType, isDate: boolean): Decoding | null {
  const described = unitOf(state);
  if (!described) return null;
  const [unit, steps] = described;
  const decode: Decoder = (bytes, at) => {
    const value = bytes.getBigInt64(at, !bigEndian);
    if (value === NOT_A_TIME) return 'NaT';
    return isDate ? dateText(value * steps, unit) : `${value * steps} ${UNITS[unit]?.[0]}`;
  };
  return { width: 8, decode };
}

/** A date as numpy prints one of its unit, counted from 1970. */
function dateText(value: bigint, unit: string): string {
  if (unit === 'generic') return String(value);
  if (unit === 'Y') return yearText(1970n + value);
  if (unit === 'M')
    return `${yearText(1970n + floorDiv(value, 12n))}-${pad(value - floorDiv(value, 12n) * 12n + 1n, 2)}`;
  if (unit === 'W') return dayText(value * 7n);
  const [, perDay, digits] = UNITS[unit] as readonly [string, bigint, number];
  const day = floorDiv(value, perDay);
  return dayText(day) + clockText(value - day * perDay, unit, digits);
}

function clockText(part: bigint, unit: string, digits: number): string {
  if (unit === 'D') return '';
  if (unit === 'h') return `T${pad(part, 2)}`;
  if (unit === 'm') return `T${pad(part / 60n, 2)}:${pad(part % 60n, 2)}`;
  const perSecond = 10n ** BigInt(digits);
  const seconds = part / perSecond;
  const clock = `T${pad(seconds / 3600n, 2)}:${pad((seconds / 60n) % 60n, 2)}:${pad(seconds % 60n, 2)}`;
  return digits === 0 ? clock : `${clock}.${pad(part % perSecond, digits)}`;
}

/** Days since 1970 as a date of the Gregorian calendar, which numpy also uses before there was one. */
function dayText(days: bigint): string {
  const shifted = days + 719468n; // from March 1st of year 0
  const era = floorDiv(shifted, 146097n);
  const dayOfEra = shifted - era * 146097n;
  const yearOfEra = (dayOfEra - dayOfEra / 1460n + dayOfEra / 36524n - dayOfEra / 146096n) / 365n;
  const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const monthFromMarch = (5n * dayOfYear + 2n) / 153n;
  const day = dayOfYear - (153n * monthFromMarch + 2n) / 5n + 1n;
  const month = monthFromMarch < 10n ? monthFromMarch + 3n : monthFromMarch - 9n;
  const year = yearOfEra + era * 400n + (month <= 2n ? 1n : 0n);
  return `${yearText(year)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function yearText(year: bigint): string {
  return year < 0n ? `-${pad(-year, 3)}` : pad(year, 4);
}

function pad(value: bigint, digits: number): string {
  return String(value).padStart(digits, '0');
}

function floorDiv(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by !== 0n && value < 0n ? quotient - 1n : quotient;
}
