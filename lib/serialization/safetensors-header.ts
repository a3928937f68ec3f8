import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { serializationError } from './errors';

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

/** The format's own limit. */
const MAX_HEADER = 100_000_000;

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
export function readSafetensorsHeader(path: string): SafetensorsHeader {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw serializationError(`cannot open ${path}: ${(error as Error).message}`, error);
  }
  try {
    return parse(path, file);
  } finally {
    closeSync(file);
  }
}

function parse(path: string, file: number): SafetensorsHeader {
  const fail = (what: string): never => {
    throw serializationError(`${path} is not a valid safetensors file: ${what}`);
  };
  const size = fstatSync(file).size;
  if (size < 8) fail('it is too short');
  const length = Number(readBlock(file, 0, 8).readBigUInt64LE());
  if (length > MAX_HEADER || length > size - 8) fail('its header is longer than the file');
  const text = readBlock(file, 8, length).toString('utf8');
  if (!text.startsWith('{')) fail('its header is not an object');
  const header = parseJson(text, fail);
  const metadata = checkedMetadata(header.__metadata__, fail);
  const tensors = new Map<string, SafetensorsEntry>();
  for (const [name, entry] of Object.entries(header)) {
    if (name !== '__metadata__') tensors.set(name, checkedEntry(name, entry, 8 + length, fail));
  }
  checkCoverage([...tensors.values()], 8 + length, size, fail);
  return { metadata, tensors };
}

type Fail = (what: string) => never;

function readBlock(file: number, position: number, length: number): Buffer {
  const block = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const got = readSync(file, block, done, length - done, position + done);
    if (got === 0) throw serializationError('the file became shorter while it was read');
    done += got;
  }
  return block;
}

function parseJson(text: string, fail: Fail): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return fail('its header is not JSON');
  }
}

function checkedMetadata(value: unknown, fail: Fail): Record<string, string> {
  if (value === undefined) return {};
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isTable || Object.values(value).some((text) => typeof text !== 'string'))
    fail('its metadata is not a table of strings');
  return value as Record<string, string>;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function checkedEntry(name: string, value: unknown, start: number, fail: Fail): SafetensorsEntry {
  const { dtype, shape, data_offsets: offsets } = (value ?? {}) as Record<string, unknown>;
  const known = safetensorsDtypes.find(([code]) => code === dtype);
  if (!known) return fail(`${name} has the unknown dtype ${String(dtype)}`);
  if (!Array.isArray(shape) || !shape.every(isCount)) return fail(`the shape of ${name} is not a list of sizes`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    return fail(`the place of ${name} is not two offsets`);
  }
  const [begin, end] = offsets as [number, number];
  const bytes = shape.reduce((product: number, dim: number) => product * dim, known[2]);
  if (!Number.isSafeInteger(bytes) || end - begin !== bytes) fail(`${name} does not have the size of its shape`);
  return { dtype: known[1], shape, position: start + begin, bytes };
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
