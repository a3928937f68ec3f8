import { basename } from 'node:path';

import { formatBytes } from '../install/download/space';
import { brief, cut, isHuge, stepOf } from '../serialization/brief';
import { type FileOutline, Note, type TensorOutline } from '../serialization/outline';
import { type CheckpointFiles, checkpointFiles, readingAsync } from './checkpoint-files';
import { outlineAny } from './formats';
import { isDistributed } from '../distributed/checkpoint/folder';
import { outlineDistributed } from '../distributed/checkpoint/outline';
import {
  describeDifferences,
  describeStats,
  type TensorDifference,
  tensorDifferences,
  type TensorStats,
  tensorStats,
} from './inspect-tensors';
import { print } from './print';
import { visible, visibleJson } from './visible';
import { volumeOf } from '../arguments/extents';

/** Lines for people; a larger model is for `--all`, or for a program. */
const MOST_LINES = 10_000;
const MOST_CLASSES = 100;
/** A column gets no wider: one long name must not widen every line. */
const WIDEST = 120;

export interface InspectFlags {
  readonly json?: boolean;
  readonly all?: boolean;
  /** Statistics of every tensor instead of an outline. */
  readonly stats?: boolean;
  /** Another checkpoint to compare with. */
  readonly diff?: string;
}

/** Prints what a file, a folder or an index holds. */
export async function inspect(path: string, { json, all, stats, diff }: InspectFlags): Promise<void> {
  if (diff !== undefined || stats) return inspectTensors(path, diff, json ?? false);
  const found = isDistributed(path) ? { name: path, files: [] } : checkpointFiles('inspect', path);
  const outline = found.files.length === 0 ? outlineDistributed(path) : await outlineOf(found);
  if (json) console.log(visibleJson(outline, jsonValue));
  else print(describe(basename(found.name), outline, all ? Infinity : MOST_LINES));
}

/** These read the tensors, which an outline does not. */
async function inspectTensors(path: string, other: string | undefined, json: boolean): Promise<void> {
  const rows = other === undefined ? await tensorStats(path) : await tensorDifferences(path, other);
  if (json) return void console.log(visibleJson(rows, jsonValue));
  if (other === undefined) print(describeStats(path, rows as TensorStats[]));
  else print(describeDifferences(rows as TensorDifference[]));
}

/** One outline of all files; shards count as one checkpoint. */
async function outlineOf({ files }: CheckpointFiles): Promise<FileOutline & { readonly shards?: readonly string[] }> {
  const parts: FileOutline[] = [];
  for (const file of files) parts.push(await readingAsync('inspect', file, outlineAny));
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first as FileOutline;
  return {
    format: first.format,
    shards: files.map((file) => basename(file)),
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    bigEndian: parts.some(({ bigEndian }) => bigEndian),
    tensors: parts.flatMap(({ tensors }, part) => tensors.map((tensor) => ownStorage(tensor, part))),
    values: Object.assign({}, ...parts.map(({ values }) => values)) as Record<string, unknown>,
    metadata: Object.assign({}, ...parts.map(({ metadata }) => metadata)) as Record<string, string>,
    classes: [...new Set(parts.flatMap(({ classes }) => classes))],
  };
}

/** The storages of every file are numbered from its own beginning. */
function ownStorage(tensor: TensorOutline, part: number): TensorOutline {
  return tensor.storage === null ? tensor : { ...tensor, storage: `${part}/${tensor.storage}` };
}

/** Values that JSON has no word for. */
function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return isHuge(value) ? brief(value) : value.toString();
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return ArrayBuffer.isView(value) ? `${value.byteLength} bytes` : value;
}

/** The lines for people. @internal */
export function describe(
  name: string,
  outline: FileOutline & { readonly shards?: readonly string[] },
  most = MOST_LINES,
): string[] {
  const order = outline.bigEndian ? ', big-endian' : '';
  const shards = outline.shards === undefined ? '' : ` in ${outline.shards.length} files`;
  const tensors = outline.tensors.slice(0, most);
  const values = [...Object.entries(outline.metadata), ...Object.entries(outline.values)];
  const shown = values.slice(0, most - tensors.length);
  const left = outline.tensors.length + values.length - tensors.length - shown.length;
  return [
    `${name}: ${outline.format}${shards}${order}, ${formatBytes(outline.bytes)}`,
    ...table(tensors),
    ...shown.map(
      ([path, value]) => `${path || '(the whole file)'} = ${value instanceof Note ? value.text : brief(value, 100)}`,
    ),
    ...(left > 0 ? [`... and ${left} more; --all prints them, --json everything for programs`] : []),
    summary(outline.tensors),
    ...classLines(outline.classes),
    ...(outline.advice === undefined ? [] : [outline.advice]),
  ];
}

/** `[2, 4]`, or for a part of a DTensor `[2, 4] of [8, 4]`. */
function shapeText({ shape, whole }: TensorOutline): string {
  return whole === undefined ? brief(shape) : `${brief(shape)} of ${brief(whole)}`;
}

function table(tensors: readonly TensorOutline[]): string[] {
  const rows = tensors.map((tensor) =>
    [tensor.name, tensor.dtype, shapeText(tensor), formatBytes(tensor.bytes)].map((cell) => visible(stepOf(cell))),
  );
  const widths = [0, 1, 2].map((column) =>
    rows.reduce((width, row) => Math.max(width, Math.min(WIDEST, (row[column] ?? '').length)), 0),
  );
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function summary(tensors: readonly TensorOutline[]): string {
  const elements = tensors.reduce((sum, { shape }) => sum + volumeOf(shape), 0);
  const bytes = tensors.reduce((sum, tensor) => sum + tensor.bytes, 0);
  const shared = tensors.filter(({ storage }) => storage !== null).length;
  const storages = new Set(tensors.map(({ storage }) => storage).filter((storage) => storage !== null)).size;
  const sharing = shared > storages ? `, ${shared} of them in ${storages} storages` : '';
  return `${tensors.length} tensors, ${elements.toLocaleString('en-US')} elements, ${formatBytes(bytes)}${sharing}`;
}

function classLines(classes: readonly string[]): string[] {
  if (classes.length === 0) return [];
  const names = classes.slice(0, MOST_CLASSES).map(className);
  const more = classes.length > MOST_CLASSES ? `, and ${classes.length - MOST_CLASSES} more` : '';
  return [`classes it would need in Python: ${names.join(', ')}${more}`];
}

/** A name that Python could not have written (`.x.exe`, with a space, empty) is quoted: it is only what the file says. */
function className(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_<][\p{L}\p{N}_<>]*)*$/u.test(name) ? cut(name) : brief(name);
}
