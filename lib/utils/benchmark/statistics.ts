import { fixed } from '../../ops/print/numbers';
import { refuseSurplus } from '../../arguments/read';

/** Numbers as Python's benchmark computes and prints them. */

/** The quantile of sorted numbers, with linear interpolation. */
export function quantile(sorted: readonly number[], q: number): number {
  // As Python says that there is none.
  if (sorted.length === 0) return -1;
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const [a, b] = [sorted[low] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  const weight = at - low;
  // As libtorch's lerp: from the nearer end.
  return weight < 0.5 ? a + weight * (b - a) : b - (b - a) * (1 - weight);
}

export function mean(values: readonly number[]): number {
  if (values.length === 0) return -1;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation, not corrected for the size of the sample. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

const UNITS: Readonly<Record<number, string>> = { [-3]: 'ns', [-2]: 'us', [-1]: 'ms' };
const SCALES: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1 };

/** The unit in which a time in seconds is of the order of one, and its length in seconds. */
export function selectUnit(seconds: number, ...surplus: []): [unit: string, scale: number] {
  refuseSurplus('selectUnit', 1, surplus);
  const unit = UNITS[Math.floor(Math.fround(Math.log10(Math.fround(seconds))) / 3)] ?? 's';
  return [unit, SCALES[unit] ?? 1];
}

const ENGLISH: Readonly<Record<string, string>> = {
  ns: 'nanosecond',
  us: 'microsecond',
  ms: 'millisecond',
  s: 'second',
};

/** `microsecond` for `us`. */
export function unitToEnglish(unit: string, ...surplus: []): string {
  refuseSurplus('unitToEnglish', 1, surplus);
  return ENGLISH[unit] ?? unit;
}

/** A number without the figures behind the first `n`. */
export function trimSigfig(value: number, n: number, ...surplus: []): number {
  refuseSurplus('trimSigfig', 2, surplus);
  // Python computes it with tensors of float32: a tie there is one here.
  const scale = 10 ** (Math.ceil(Math.fround(Math.log10(Math.abs(Math.fround(value))))) - n);
  return Math.fround(Number(fixed(Math.fround(value / scale), 0)) * Math.fround(scale));
}

/** Text in the middle of a width, as Python's `center` puts it. */
export function center(text: string, width: number, fill = ' '): string {
  const free = width - text.length;
  if (free <= 0) return text;
  const left = Math.floor(free / 2) + (free & width & 1);
  return fill.repeat(left) + text + fill.repeat(free - left);
}
