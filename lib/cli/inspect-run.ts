import { basename } from 'node:path';

import { formatBytes } from '../libtorch/install/space';
import { Complex } from '../enums';
import { type FileOutline, outlineFile, type TensorOutline } from '../serialization/outline';

/** Prints what a file holds. */
export function inspect(file: string, json: boolean): void {
  const outline = outlineFile(file);
  console.log(json ? JSON.stringify(outline, jsonValue, 2) : describe(basename(file), outline));
}

/** Values that JSON has no word for. */
function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return ArrayBuffer.isView(value) ? `${value.byteLength} bytes` : value;
}

/** The text for people. @internal */
export function describe(name: string, outline: FileOutline): string {
  const order = outline.bigEndian ? ', big-endian' : '';
  return [
    `${name}: ${outline.format}${order}, ${formatBytes(outline.bytes)}`,
    ...table(outline.tensors),
    ...Object.entries({ ...outline.metadata, ...outline.values }).map(([path, value]) => `${path} = ${shorten(value)}`),
    summary(outline.tensors),
    ...(outline.classes.length > 0 ? [`classes it would need in Python: ${outline.classes.join(', ')}`] : []),
  ].join('\n');
}

function table(tensors: readonly TensorOutline[]): string[] {
  const rows = tensors.map((tensor) => [
    tensor.name,
    tensor.dtype,
    `[${tensor.shape.join(', ')}]`,
    formatBytes(tensor.bytes),
  ]);
  const widths = [0, 1, 2].map((column) => rows.reduce((width, row) => Math.max(width, (row[column] ?? '').length), 0));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function summary(tensors: readonly TensorOutline[]): string {
  const elements = tensors.reduce((sum, { shape }) => sum + shape.reduce((product, dim) => product * dim, 1), 0);
  const bytes = tensors.reduce((sum, tensor) => sum + tensor.bytes, 0);
  const shared = tensors.filter(({ storage }) => storage !== null).length;
  const storages = new Set(tensors.map(({ storage }) => storage).filter((storage) => storage !== null)).size;
  const sharing = shared > storages ? `, ${shared} of them in ${storages} storages` : '';
  return `${tensors.length} tensors, ${elements.toLocaleString('en-US')} elements, ${formatBytes(bytes)}${sharing}`;
}

function shorten(value: unknown): string {
  const text = textOf(value);
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

function textOf(value: unknown): string {
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (value instanceof Complex) return `${value.re}${value.im < 0 ? '' : '+'}${value.im}j`;
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
