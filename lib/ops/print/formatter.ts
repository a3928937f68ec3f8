import { fixed, scientific } from './numbers';
import { getPrintoptions } from './options';

/** Writes the elements of one tensor, all to one width. */
export interface Formatter {
  readonly width: number;
  format(value: number | bigint | boolean): string;
}

function padded(write: (value: never) => string, width: number): Formatter {
  return { width, format: (value) => write(value as never).padStart(width) };
}

function widest(texts: Iterable<string>): number {
  let width = 1;
  for (const text of texts) width = Math.max(width, text.length);
  return width;
}

/** For integers and booleans. */
export function plainFormatter(values: readonly (number | bigint | boolean)[]): Formatter {
  const write = (value: number | bigint | boolean): string =>
    typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
  return padded(write, widest(values.map(write)));
}

/** Whether the values are too far apart, too large or too small for fixed digits. */
function wantsScientific(least: number, most: number): boolean {
  return getPrintoptions().sciMode ?? (most / least > 1000 || most > 1e8 || least < 1e-4);
}

/** For floating point numbers: the notation follows from all of them, the width from the finite ones. */
export function floatFormatter(values: readonly number[]): Formatter {
  const { precision } = getPrintoptions();
  const finite = values.filter((value) => Number.isFinite(value) && value !== 0);
  if (finite.length === 0) return padded(wholeText, 1);
  let [least, most, whole] = [Infinity, 0, true];
  for (const value of finite) {
    least = Math.min(least, Math.abs(value));
    most = Math.max(most, Math.abs(value));
    whole &&= Number.isInteger(value);
  }
  const scientificText = (value: number): string => scientific(value, precision);
  const fixedText = (value: number): string => fixed(value, precision);
  const write = wantsScientific(least, most) ? scientificText : whole ? wholeText : fixedText;
  return padded(write, widest(finite.map(write)));
}

/** A whole number with its point: `3.` */
function wholeText(value: number): string {
  return Number.isFinite(value) ? `${fixed(value, 0)}.` : fixed(value, 0);
}
