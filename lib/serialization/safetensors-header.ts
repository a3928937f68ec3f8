import { closeSync, fstatSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { openRegular, readFully } from '../arguments/files';
import { serializationError } from './errors';
import { JsonReader } from './json-reader';

/** One tensor of a safetensors file. */
export interface SafetensorsEntry {
  /** The name of torch's dtype, such as `float32`. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Position of its first byte in the file. */
  readonly position: number;
  readonly bytes: number;
}

export interface SafetensorsHeader {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, SafetensorsEntry>;
}

/** The format's own limit, in bytes. @internal */
export const MAX_HEADER = 100_000_000;

/** JavaScript memory that a header and its tensors take, at most, for each byte of it. */
const MEMORY_FACTOR = 20;

/** Names of the format, torch's names, bytes of an element. */
export const safetensorsDtypes = [
  ['BOOL', 'bool', 1],
  ['U8', 'uint8', 1],
  ['I8', 'int8', 1],
  ['F8_E5M2', 'float8_e5m2', 1],
  ['F8_E4M3', 'float8_e4m3fn', 1],
  ['F8_E5M2FNUZ', 'float8_e5m2fnuz', 1],
  ['F8_E4M3FNUZ', 'float8_e4m3fnuz', 1],
  ['F8_E8M0', 'float8_e8m0fnu', 1],
  ['I16', 'int16', 2],
  ['U16', 'uint16', 2],
  ['F16', 'float16', 2],
  ['BF16', 'bfloat16', 2],
  ['I32', 'int32', 4],
  ['U32', 'uint32', 4],
  ['F32', 'float32', 4],
  ['C64', 'complex64', 8],
  ['F64', 'float64', 8],
  ['I64', 'int64', 8],
  ['U64', 'uint64', 8],
] as const;

/** Reads and checks the header of a file: after this, every tensor lies inside of it and none overlaps another. */
export function readSafetensorsHeader(path: string, label = 'torch.loadSafetensors'): SafetensorsHeader {
  const fail = (what: string): never => {
    throw serializationError(`${path} is not a valid safetensors file: ${what}`);
  };
  return withFile(label, path, (read, size) => {
    if (size < 8) fail('it is too short');
    const length = Number(read(0, 8).readBigUInt64LE());
    if (length > MAX_HEADER || length > size - 8) fail('its header is longer than the file');
    checkMemory(path, length);
    const header = parse(read(8, length), 8 + length, fail);
    checkCoverage([...header.tensors.values()], 8 + length, size, fail);
    return header;
  });
}

type Fail = (what: string) => never;

/** Reads this many bytes at a position. */
type Read = (position: number, length: number) => Buffer;

/** Opens a regular file while `body` runs. @internal */
export function withFile<T>(label: string, path: string, body: (read: Read, size: number) => T): T {
  const file = openRegular(label, path);
  try {
    const read: Read = (position, length) => {
      const block = Buffer.alloc(length);
      readFully(label, path, file, position, block);
      return block;
    };
    return body(read, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

/** V8 ends the process when its heap is full. So a header that does not fit is refused before it is read. @internal */
export function checkMemory(path: string, length: number): void {
  if (length < 1 << 20) return;
  const { heap_size_limit: limit, used_heap_size: used } = getHeapStatistics();
  if (length * MEMORY_FACTOR <= limit - used) return;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);
  throw serializationError(
    `the header of ${path} has ${megabytes(length)} MB, for which up to ${megabytes(length * MEMORY_FACTOR)} MB of ` +
      `JavaScript memory are needed and ${megabytes(limit - used)} MB are left; if you trust it, start node with a ` +
      'larger --max-old-space-size',
  );
}

function parse(bytes: Buffer, start: number, fail: Fail): SafetensorsHeader {
  if (bytes[0] !== '{'.charCodeAt(0)) fail('its header is not an object');
  const json = new JsonReader(bytes, (what) => fail(what.replace(/^it is/, 'its header is')));
  const tensors = new Map<string, SafetensorsEntry>();
  let metadata: Record<string, string> | undefined;
  json.object((name) => {
    if (tensors.has(name) || (metadata && name === METADATA)) fail(`${JSON.stringify(name)} occurs twice`);
    if (name === METADATA) metadata = json.reading('its metadata is not a table of strings', () => readTexts(json));
    else tensors.set(name, readEntry(json, name, start, fail));
  });
  json.end();
  return { metadata: metadata ?? {}, tensors };
}

/** Name of what stands beside the tensors. @internal */
export const METADATA = '__metadata__';

/** An object of strings. @internal */
export function readTexts(json: JsonReader): Record<string, string> {
  const texts: Record<string, string> = {};
  json.object((name) => {
    const value = json.string();
    if (name !== '__proto__') texts[name] = value;
    else Object.defineProperty(texts, name, { value, enumerable: true, writable: true, configurable: true });
  });
  return texts;
}

const KNOWN: ReadonlyMap<string, (typeof safetensorsDtypes)[number]> = new Map(
  safetensorsDtypes.map((row) => [row[0], row]),
);

/** `{ dtype, shape, data_offsets }`; other fields are ignored, as the format's own library does. */
function readEntry(json: JsonReader, name: string, start: number, fail: Fail): SafetensorsEntry {
  let dtype: string | undefined;
  let shape: number[] | undefined;
  let offsets: number[] | undefined;
  const noShape = `the shape of ${name} is not a list of sizes`;
  const noPlace = `the place of ${name} is not two offsets`;
  json.object((field) => {
    if (field === 'dtype') dtype = json.reading(`the dtype of ${name} is not a text`, () => json.string());
    else if (field === 'shape') shape = json.reading(noShape, () => readCounts(json));
    else if (field === 'data_offsets') offsets = json.reading(noPlace, () => readCounts(json));
    else json.skip();
  });
  const known = KNOWN.get(dtype ?? '');
  if (!known) return fail(`${name} has the unknown dtype ${String(dtype)}`);
  if (!shape) return fail(noShape);
  if (offsets?.length !== 2) return fail(noPlace);
  const [begin, end] = offsets as [number, number];
  const bytes = shape.reduce((product, dim) => product * dim, known[2] as number);
  if (!Number.isSafeInteger(bytes) || end - begin !== bytes) fail(`${name} does not have the size of its shape`);
  return { dtype: known[1], shape, position: start + begin, bytes };
}

function readCounts(json: JsonReader): number[] {
  const counts: number[] = [];
  json.array(() => void counts.push(json.count()));
  return counts;
}

/** The tensors must fill the file without a gap, which rules out overlaps too. */
function checkCoverage(entries: readonly SafetensorsEntry[], start: number, size: number, fail: Fail): void {
  let at = start;
  for (const entry of [...entries].sort((a, b) => a.position - b.position || a.bytes - b.bytes)) {
    if (entry.position !== at) fail('its tensors overlap or leave a gap');
    at += entry.bytes;
  }
  if (at !== size) fail('its tensors do not end where the file does');
}
