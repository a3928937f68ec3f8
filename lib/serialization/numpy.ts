import { Complex } from '../tensor/complex';
import { timeDecoding } from './numpy-time';
import type { Decoder, Decoding, NumpyType } from './numpy-type';
import { isUnsafeKey } from './python-values';

/**
 * Arrays and scalars of numpy that are no numbers, as JavaScript values: texts are strings, bytes `Uint8Array`s,
 * records objects by the names of their fields, dates and durations texts as numpy prints them, and an array of any of
 * these an array, nested once for each dimension.
 */

/** Makes an array of this shape out of a flat list. */
export function nest(
  shape: readonly number[],
  fortran: boolean,
  at: (index: number) => unknown,
  into?: unknown[],
): unknown {
  const strides = stridesOf(shape, fortran);
  const build = (dim: number, offset: number, out: unknown[]): unknown => {
    if (dim === shape.length) return at(offset);
    for (let i = 0; i < (shape[dim] as number); i++) {
      out.push(build(dim + 1, offset + i * (strides[dim] as number), []));
    }
    return out;
  };
  return build(0, 0, into ?? []);
}

function stridesOf(shape: readonly number[], fortran: boolean): number[] {
  const strides: number[] = new Array<number>(shape.length).fill(1);
  let step = 1;
  for (let i = 0; i < shape.length; i++) {
    const dim = fortran ? i : shape.length - 1 - i;
    strides[dim] = step;
    step *= shape[dim] as number;
  }
  return strides;
}

/** Records nest no deeper in any program. */
const MOST_LEVELS = 16;

/** How values of a type are read; null for a type that is not known. */
export function decodingOf(type: NumpyType, level = 0): Decoding | null {
  const letter = type.code.charAt(0);
  const count = Number(type.code.slice(1));
  const little = !type.bigEndian;
  switch (letter) {
    case 'U':
      return { width: count * 4, decode: (bytes, at) => textAt(bytes, at, count, little) };
    case 'S':
      return { width: count, decode: (bytes, at) => bytesAt(bytes, at, count) };
    case 'M':
    case 'm':
      return timeDecoding(type, letter === 'M');
    case 'V':
      return level > MOST_LEVELS ? null : recordDecoding(type, count, level);
    default:
      return numberDecoding(type.code, little);
  }
}

function textAt(bytes: DataView, at: number, count: number, little: boolean): string {
  let end = count;
  while (end > 0 && bytes.getUint32(at + 4 * (end - 1), little) === 0) end--;
  let text = '';
  for (let i = 0; i < end; i++) {
    const code = bytes.getUint32(at + 4 * i, little);
    text += String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd);
  }
  return text;
}

/** numpy fills a shorter value up with zeros, and does not show them. */
function bytesAt(bytes: DataView, at: number, count: number): Uint8Array {
  let end = count;
  while (end > 0 && bytes.getUint8(at + end - 1) === 0) end--;
  return rawAt(bytes, at, end);
}

function rawAt(bytes: DataView, at: number, count: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + at, count).slice();
}

type Reader =
  | 'getInt8'
  | 'getUint8'
  | 'getInt16'
  | 'getUint16'
  | 'getInt32'
  | 'getUint32'
  | 'getFloat32'
  | 'getFloat64';

const NUMBERS: Readonly<Record<string, readonly [width: number, reader: Reader]>> = {
  i1: [1, 'getInt8'],
  u1: [1, 'getUint8'],
  i2: [2, 'getInt16'],
  u2: [2, 'getUint16'],
  i4: [4, 'getInt32'],
  u4: [4, 'getUint32'],
  f4: [4, 'getFloat32'],
  f8: [8, 'getFloat64'],
};

function numberDecoding(code: string, little: boolean): Decoding | null {
  const plain = Object.hasOwn(NUMBERS, code) ? NUMBERS[code] : undefined;
  if (plain) return { width: plain[0], decode: (bytes, at) => bytes[plain[1]](at, little) };
  switch (code) {
    case 'b1':
      return { width: 1, decode: (bytes, at) => bytes.getUint8(at) !== 0 };
    case 'i8':
      return { width: 8, decode: (bytes, at) => safe(bytes.getBigInt64(at, little)) };
    case 'u8':
      return { width: 8, decode: (bytes, at) => safe(bytes.getBigUint64(at, little)) };
    case 'f2':
      return { width: 2, decode: (bytes, at) => halfOf(bytes.getUint16(at, little)) };
    case 'c8':
      return {
        width: 8,
        decode: (bytes, at) => new Complex(bytes.getFloat32(at, little), bytes.getFloat32(at + 4, little)),
      };
    case 'c16':
      return {
        width: 16,
        decode: (bytes, at) => new Complex(bytes.getFloat64(at, little), bytes.getFloat64(at + 8, little)),
      };
    default:
      return null;
  }
}

function safe(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function halfOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

// --- records

/** A numpy type inside of another one's state; unpacking makes it. */
export class NumpyDtype {
  constructor(readonly type: NumpyType) {}
}

function recordDecoding({ state }: NumpyType, count: number, level: number): Decoding | null {
  const [, , subarray, names, fields, width] = Array.isArray(state) ? (state as readonly unknown[]) : [];
  if (Array.isArray(subarray)) return subarrayDecoding(subarray as readonly unknown[], level);
  if (!Array.isArray(names)) return { width: count, decode: (bytes, at) => rawAt(bytes, at, count) };
  const members: (Decoding & { readonly name: string; readonly offset: number })[] = [];
  for (const name of names as readonly unknown[]) {
    const [dtype, offset] = (typeof name === 'string' ? fieldOf(fields, name) : null) ?? [];
    const inner = dtype instanceof NumpyDtype ? decodingOf(dtype.type, level + 1) : null;
    const fits = typeof offset === 'number' && offset >= 0 && typeof width === 'number';
    if (!inner || !fits || offset + inner.width > width) return null;
    members.push({ ...inner, name: name as string, offset });
  }
  const decode: Decoder = (bytes, at) =>
    tableOf(members.map((member) => [member.name, member.decode(bytes, at + member.offset)]));
  return { width: width as number, decode };
}

function fieldOf(fields: unknown, name: string): readonly unknown[] | null {
  if (typeof fields !== 'object' || fields === null) return null;
  const field = fields instanceof Map ? fields.get(name) : Object.getOwnPropertyDescriptor(fields, name)?.value;
  return Array.isArray(field) ? (field as readonly unknown[]) : null;
}

/** As a dict is read: an object would reorder some names, or lose them. */
function tableOf(entries: readonly (readonly [string, unknown])[]): unknown {
  return entries.some(([name]) => isUnsafeKey(name)) ? new Map(entries) : Object.fromEntries(entries);
}

function subarrayDecoding([base, shape]: readonly unknown[], level: number): Decoding | null {
  const inner = base instanceof NumpyDtype ? decodingOf(base.type, level + 1) : null;
  const dims = Array.isArray(shape) ? (shape as readonly unknown[]) : [shape];
  const isDim = (dim: unknown): dim is number => typeof dim === 'number' && Number.isSafeInteger(dim) && dim >= 0;
  if (!inner || inner.width === 0 || !dims.every(isDim)) return null;
  const width = dims.reduce((product, dim) => product * dim, inner.width);
  if (!Number.isSafeInteger(width)) return null;
  return {
    width,
    decode: (bytes, at) => nest(dims, false, (index) => inner.decode(bytes, at + index * inner.width)),
  };
}
