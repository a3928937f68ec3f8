import { show } from '../arguments/describe';
import { type Field, any, bool, keyword, nullable } from '../arguments/fields';
import { isPlainObject } from '../arguments/plain-object';
import { JOB_FIELDS } from '../native/jobs';
import { regularFile } from '../arguments/files';
import { typeError } from '../errors';

/** Arguments that the functions of this folder share, as {@link readArguments} takes them. */

/** The path of a file; lib/arguments/files.ts says what is wrong with one. */
export const PATH = any<string | URL>();

/** The value to save. A plain object in this place is the value, not options. */
export const OBJECT: Field<unknown> = { ...any(), object: true };

export const MMAP = keyword(nullable(bool()));

/** `signal`, of asynchronous forms. */
export const SIGNAL = { signal: keyword(JOB_FIELDS.signal) };

/** The path of a file to read, or its bytes. */
export function sourceOf(label: string, source: unknown): string | Uint8Array {
  const bytes = bytesOf(source);
  if (bytes) return bytes;
  if (typeof source === 'string' || source instanceof URL) return regularFile(label, source);
  throw typeError(`${label}: expected the path of a file or its bytes, got ${show(source)}${hintFor(source)}`);
}

// Bytes may come from another realm, where instanceof fails.
function bytesOf(source: unknown): Uint8Array | null {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const tag = Object.prototype.toString.call(source);
  return tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]'
    ? new Uint8Array(source as ArrayBuffer)
    : null;
}

function hintFor(source: unknown): string {
  if (typeof source !== 'object' || source === null) return '';
  if (typeof (source as Partial<Promise<unknown>>).then === 'function') return '; await it';
  return Object.prototype.toString.call(source) === '[object Blob]' ? '; pass await blob.arrayBuffer()' : '';
}

/** Names and values of a state dict: a plain object or a Map, and nothing that merely looks like one. */
export function entriesOfTensors(label: string, given: unknown): [string, unknown][] {
  if (given instanceof Map) {
    const entries = [...(given as ReadonlyMap<unknown, unknown>)];
    const wrong = entries.find(([name]) => typeof name !== 'string');
    if (wrong) throw typeError(`${label}: names of tensors should be strings, got ${show(wrong[0])}`);
    return entries as [string, unknown][];
  }
  if (isPlainObject(given)) return Object.entries(given);
  const isModule = typeof (given as { stateDict?: unknown } | null | undefined)?.stateDict === 'function';
  throw typeError(
    `${label}: expected an object of tensors, got ${show(given)}${isModule ? '; pass its stateDict()' : ''}`,
  );
}
