/** The sentences of a comparison that failed, as Python's `torch.testing` has them. */
import { fixed, floatText, tupleText } from '../ops/print/numbers';
import { pythonText } from '../ops/print/python-text';
import type { Tensor } from '../ops/tensor-methods';
import { Complex } from '../tensor/complex';
import { int64 } from '../tensor/dtype';

/** Whether a number of JavaScript stands for an int or a float of Python. */
export type Kind = 'bool' | 'int' | 'float' | 'complex';

/** A number with what it is in Python. */
export interface Scalar {
  readonly kind: Kind;
  readonly value: number | bigint | boolean | Complex;
}

export interface Tolerances {
  readonly rtol: number;
  readonly atol: number;
}

/** `str` of a number. */
export function scalarText({ kind, value }: Scalar): string {
  if (value instanceof Complex) return complexText(value);
  if (kind === 'bool') return value ? 'True' : 'False';
  return kind === 'int' ? String(value) : floatText(Number(value));
}

/** `(1+2j)`, or `2j` without a real part. */
function complexText({ re, im }: Complex): string {
  const part = (x: number): string => floatText(x).replace(/\.0$/, '');
  const imaginary = `${part(im)}j`;
  if (Object.is(re, 0)) return imaginary;
  return `(${part(re)}${imaginary.startsWith('-') ? '' : '+'}${imaginary})`;
}

interface Difference {
  readonly text: string;
  /** Where it is; null for single numbers. */
  readonly index: readonly number[] | null;
}

interface Parts extends Tolerances {
  readonly name: string;
  readonly extra: string;
  readonly absolute: Difference;
  readonly relative: Difference;
}

function sentence(parts: Parts): string {
  const { name, extra, rtol, atol } = parts;
  const equality = rtol === 0 && atol === 0;
  const line = (kind: 'absolute' | 'relative', tolerance: number): string => {
    const { text, index } = parts[kind];
    const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    const begin =
      index === null
        ? `${title} difference: ${text}`
        : `Greatest ${kind} difference: ${text} at index ${tupleText(index)}`;
    return equality ? begin : `${begin} (up to ${pythonText(tolerance)} allowed)`;
  };
  const head = `${name} are not ${equality ? 'equal' : 'close'}!`;
  return `${head}\n\n${extra}\n${line('absolute', atol)}\n${line('relative', rtol)}`;
}

/** The absolute value of `a - b`, with what it is in Python. */
export function distance(a: Scalar, b: Scalar): Scalar {
  if (a.value instanceof Complex || b.value instanceof Complex) {
    const [x, y] = [complexOf(a.value), complexOf(b.value)];
    return { kind: 'float', value: Math.hypot(x.re - y.re, x.im - y.im) };
  }
  if (a.kind === 'float' || b.kind === 'float') {
    return { kind: 'float', value: Math.abs(Number(a.value) - Number(b.value)) };
  }
  const exact = BigInt(a.value) - BigInt(b.value);
  return { kind: 'int', value: exact < 0n ? -exact : exact };
}

function complexOf(value: Scalar['value']): Complex {
  return value instanceof Complex ? value : new Complex(Number(value), 0);
}

/** The absolute value of a number. */
export const magnitude = ({ value }: Scalar): number =>
  value instanceof Complex ? Math.hypot(value.re, value.im) : Math.abs(Number(value));

/** Of two numbers. */
export function scalarMismatch(actual: Scalar, expected: Scalar, tolerances: Tolerances, name = 'Scalars'): string {
  const difference = distance(actual, expected);
  const size = magnitude(expected);
  const relative = size === 0 ? Infinity : Number(difference.value) / size;
  return sentence({
    name,
    extra: `Expected ${scalarText(expected)} but got ${scalarText(actual)}.`,
    absolute: { text: scalarText(difference), index: null },
    relative: { text: floatText(relative), index: null },
    ...tolerances,
  });
}

/** How many elements differ: `1 / 4 (25.0%)`. */
function counted(matches: Tensor): string {
  const all = matches.numel();
  const wrong = all - Number(matches.sum().item());
  return `Mismatched elements: ${wrong} / ${all} (${fixed((100 * wrong) / all, 1)}%)`;
}

function unravel(flat: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  for (const size of [...shape].reverse()) {
    index.unshift(flat % size);
    flat = Math.floor(flat / size);
  }
  return index;
}

/** Of two tensors of one shape; `matches` says which elements are close. */
export function tensorMismatch(
  actual: Tensor,
  expected: Tensor,
  matches: Tensor,
  tolerances: Tolerances,
  name = 'Tensor-likes',
): string {
  const extra = counted(matches);
  if (actual.dtype.isFloatingPoint && actual.dtype.itemsize === 1) return bitwise(matches, name, extra);
  const [a, b, same] = [actual.flatten(), expected.flatten(), matches.flatten()];
  const whole = !actual.dtype.isFloatingPoint && !actual.dtype.isComplex;
  const [x, y] = whole ? [a.to(int64), b.to(int64)] : [a, b];
  const absolute = x.sub(y).abs().maskedFill(same, 0);
  const relative = absolute.div(y.abs()).maskedFill(same, 0);
  return sentence({
    name,
    extra,
    absolute: greatest(absolute, matches.shape),
    relative: greatest(relative, matches.shape),
    ...tolerances,
  });
}

function greatest(differences: Tensor, shape: readonly number[]): Difference {
  const [values, indices] = differences.max(0);
  const value = values.item<number | bigint>();
  const text = differences.dtype === int64 ? String(value) : floatText(Number(value));
  return { text, index: unravel(Number(indices.item()), shape) };
}

function bitwise(matches: Tensor, name: string, extra: string): string {
  const first = matches.logicalNot().nonzero().select(0, 0).tolist<number[]>();
  return `${name} are not 'equal'!\n\n${extra}\nThe first mismatched element is at index ${tupleText(first)}.`;
}
