/** Numbers as Python writes them. JavaScript rounds an exact tie up, Python to the even digit. */

const isNegative = (value: number): boolean => value < 0 || Object.is(value, -0);

function special(value: number): string | null {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return null;
  return value > 0 ? 'inf' : '-inf';
}

/** Digits that are enough to see whether a double lies exactly between two decimals. */
const MORE = 40;

/** `digits` cut after its first `keep` characters, if what follows is exactly one half and the last one kept is even. */
function evenAtTie(digits: string, keep: number): string | null {
  if (!/^50*$/.test(digits.slice(keep).replace('.', ''))) return null;
  const kept = digits.slice(0, keep);
  return Number(kept.replace('.', '').at(-1)) % 2 === 0 ? kept : null;
}

/** Python's `f'{value:.{precision}f}'`. */
export function fixed(value: number, precision: number): string {
  const odd = special(value);
  if (odd !== null) return odd;
  const size = Math.abs(value);
  const sign = isNegative(value) ? '-' : '';
  if (size >= 1e21) return `${sign}${BigInt(size)}${precision ? `.${'0'.repeat(precision)}` : ''}`;
  const exact = size.toFixed(precision + MORE);
  const point = exact.indexOf('.');
  return sign + (evenAtTie(exact, precision ? point + 1 + precision : point) ?? size.toFixed(precision));
}

/** Python's `f'{value:.{precision}e}'`. */
export function scientific(value: number, precision: number): string {
  const odd = special(value);
  if (odd !== null) return odd;
  const size = Math.abs(value);
  const [exact = ''] = size.toExponential(precision + MORE).split('e');
  const [mantissa = '', exponent = ''] = size.toExponential(precision).split('e');
  const kept = evenAtTie(exact, precision ? 2 + precision : 1) ?? mantissa;
  return `${isNegative(value) ? '-' : ''}${kept}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

/** Python's `str` of a float. */
export function floatText(value: number): string {
  const odd = special(value);
  if (odd !== null) return odd;
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const sign = isNegative(value) ? '-' : '';
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16)) {
    return `${sign}${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const text = String(Math.abs(value));
  return sign + (text.includes('.') ? text : `${text}.0`);
}

/** Python's `str` of a tuple of ints. */
export function tupleText(values: readonly number[]): string {
  return values.length === 1 ? `(${values[0]},)` : `(${values.join(', ')})`;
}

/** C's `%g`: six digits without trailing zeros, and an exponent from 1e6 on and below 1e-4. */
export function generalText(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const [digits, power] = scientific(value, 5).split('e') as [string, string];
  const exponent = Number(power);
  return exponent >= -4 && exponent < 6 ? String(Number(`${digits}e${exponent}`)) : `${Number(digits)}e${power}`;
}
