import { elementReader, valuesOf } from '../convert/elements';
import type { Complex } from '../../tensor/complex';
import { cat } from '../generated/functions';
import type { Tensor } from '../../tensor/tensor';
import { type Formatter, floatFormatter, plainFormatter } from './formatter';
import { getPrintoptions } from './options';

/** What is printed of a tensor: the elements that remain after summarizing, and which dimensions were cut. */
interface Shown {
  readonly shape: readonly number[];
  readonly cut: readonly boolean[];
  readonly element: (index: number) => string;
  /** Characters of one element with the separator after it. */
  readonly width: number;
}

/** The elements of a dense tensor in brackets, as Python lays them out. */
export function contents(tensor: Tensor, indent: number): string {
  if (tensor.numel() === 0) return '[]';
  const { threshold, edgeitems } = getPrintoptions();
  const summarize = tensor.numel() > threshold;
  if (summarize && edgeitems === 0 && tensor.ndim > 0) return '[...]';
  const cut = tensor.shape.map((extent) => summarize && extent > 2 * edgeitems);
  return dimension(shown(edges(tensor, cut), cut), 0, indent, { next: 0 });
}

/** Keeps both ends of each summarized dimension. */
function edges(tensor: Tensor, cut: readonly boolean[]): Tensor {
  const { edgeitems } = getPrintoptions();
  return cut.reduce((rest, isCut, dim) => {
    if (!isCut) return rest;
    const end = (rest.shape[dim] as number) - edgeitems;
    return cat([rest.narrow(dim, 0, edgeitems), rest.narrow(dim, end, edgeitems)], dim);
  }, tensor);
}

function shown(tensor: Tensor, cut: readonly boolean[]): Shown {
  const { shape, dtype } = tensor;
  const read = elementReader(tensor, valuesOf(tensor));
  const values = Array.from({ length: tensor.numel() }, (_, i) => read(i));
  if (dtype.isComplex) return { shape, cut, ...complexElements(values as Complex[]) };
  const formatter = dtype.isFloatingPoint ? floatFormatter(values as number[]) : plainFormatter(values as number[]);
  return { shape, cut, element: (i) => formatter.format(values[i] as number), width: formatter.width + 2 };
}

function complexElements(values: readonly Complex[]): Pick<Shown, 'element' | 'width'> {
  const real = floatFormatter(values.map(({ re }) => re));
  const imag = floatFormatter(values.map(({ im }) => im));
  return {
    element: (i) => complexText(values[i] as Complex, real, imag),
    width: real.width + imag.width + 3,
  };
}

function complexText(value: Complex, real: Formatter, imag: Formatter): string {
  const part = `${imag.format(value.im)}j`.trimStart();
  return real.format(value.re) + (/^[+-]/.test(part) ? part : `+${part}`);
}

function dimension(data: Shown, dim: number, indent: number, cursor: { next: number }): string {
  if (dim === data.shape.length) return data.element(cursor.next++);
  if (dim === data.shape.length - 1) return row(data, dim, indent, cursor);
  const { edgeitems } = getPrintoptions();
  const slices = Array.from({ length: data.shape[dim] as number }, () => dimension(data, dim + 1, indent + 1, cursor));
  if (data.cut[dim]) slices.splice(edgeitems, 0, '...');
  const separator = `,${'\n'.repeat(data.shape.length - dim - 1)}${' '.repeat(indent + 1)}`;
  return `[${slices.join(separator)}]`;
}

function row(data: Shown, dim: number, indent: number, cursor: { next: number }): string {
  const { edgeitems, linewidth } = getPrintoptions();
  const items = Array.from({ length: data.shape[dim] as number }, () => data.element(cursor.next++));
  if (data.cut[dim]) items.splice(edgeitems, 0, ' ...');
  const perLine = Math.max(1, Math.floor((linewidth - indent) / data.width));
  const lines: string[] = [];
  for (let i = 0; i < items.length; i += perLine) lines.push(items.slice(i, i + perLine).join(', '));
  return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
}
