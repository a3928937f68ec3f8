/** The header of `.npy`: a dict in Python's notation, of which only what numpy writes is taken. */
import { dataError, TorchError, typeError } from '../../../errors';
import type { DType } from '../../../tensor/dtype';
import * as dtypes from '../../../tensor/dtype';

export interface NpyHeader {
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** Columns first. */
  readonly fortran: boolean;
  /** Whether the elements' bytes are in the order that this machine has not. */
  readonly swapped: boolean;
}

const MAGIC = Buffer.from('\x93NUMPY', 'latin1');

/** Enough for the fixed part of a header. */
export const PREFIX_BYTES = 12;

/** numpy's letters. `l` and `q` do not occur: a header gives kind and size. */
const DTYPES: Readonly<Record<string, DType>> = {
  b1: dtypes.bool,
  i1: dtypes.int8,
  i2: dtypes.int16,
  i4: dtypes.int32,
  i8: dtypes.int64,
  u1: dtypes.uint8,
  u2: dtypes.uint16,
  u4: dtypes.uint32,
  u8: dtypes.uint64,
  f2: dtypes.float16,
  f4: dtypes.float32,
  f8: dtypes.float64,
  c8: dtypes.complex64,
  c16: dtypes.complex128,
};

/** An array that numpy has and tensors have not: sound, but not to be read. */
export class NoCounterpart extends TorchError {}

export function npyError(name: string, message: string): TorchError {
  return dataError(`${name}: ${message}`);
}

/** Where the text of a header begins and ends, from the first bytes of a file. */
export function headerRange(name: string, prefix: Buffer): readonly [begin: number, end: number] {
  if (prefix.toString('latin1', 0, 4) === 'PK\x03\x04') {
    throw npyError(name, 'this is a zip archive, as .npz files are: read it with loadNpz');
  }
  if (prefix.length < PREFIX_BYTES || !prefix.subarray(0, 6).equals(MAGIC)) {
    throw npyError(name, 'this is not an .npy file: it does not begin with \\x93NUMPY');
  }
  const version = prefix[6] as number;
  if (version < 1 || version > 3) throw npyError(name, `version ${version} of .npy is not known`);
  const [begin, length] = version === 1 ? [10, prefix.readUInt16LE(8)] : [12, prefix.readUInt32LE(8)];
  // numpy itself refuses longer ones; a million dimensions would not need more.
  if (length > 1 << 16) throw npyError(name, `a header of ${length} bytes is too long`);
  return [begin, begin + length];
}

const FIELDS = {
  descr: /'descr'\s*:\s*'([<>|=]?)([a-zA-Z]\d*)'/,
  fortran: /'fortran_order'\s*:\s*(True|False)/,
  /** Python 2 wrote long integers as `3L`. */
  shape: /'shape'\s*:\s*\(([\d\sL,]*)\)/,
} as const;

/** Reads the text of a header. */
export function parseHeader(name: string, text: string): NpyHeader {
  const [, order, kind] = FIELDS.descr.exec(text) ?? [];
  const [, fortran] = FIELDS.fortran.exec(text) ?? [];
  const [, extents] = FIELDS.shape.exec(text) ?? [];
  const dtype = DTYPES[kind ?? ''];
  if (!dtype) throw unreadable(name, text);
  if (fortran === undefined || extents === undefined) throw npyError(name, `the header ${quoted(text)} is not one`);
  const shape = extents
    .split(',')
    .map((extent) => extent.trim().replace(/L$/, ''))
    .filter((extent) => extent !== '')
    .map(Number);
  checkShape(name, shape, dtype);
  return { dtype, shape, fortran: fortran === 'True', swapped: order === '>' && dtype.itemsize > 1 };
}

function unreadable(name: string, text: string): TorchError {
  const [, descr] = /'descr'\s*:\s*('[^']*'|\[.*?\](?=\s*,\s*'fortran))/.exec(text) ?? [];
  if (descr === undefined) return npyError(name, `the header ${quoted(text)} is not one`);
  const reason = /^'[<>|=]?O/.test(descr)
    ? 'arrays of Python objects are pickles, which are programs; they are not read'
    : `an array of ${descr} has no counterpart among tensors`;
  return new NoCounterpart(`${name}: ${reason}`, { code: 'ERR_TORCH_DATA' });
}

function quoted(text: string): string {
  return JSON.stringify(text.trim().slice(0, 80));
}

function checkShape(name: string, shape: readonly number[], { itemsize }: DType): void {
  let bytes = itemsize;
  for (const extent of shape) bytes *= extent;
  const whole = shape.every(Number.isSafeInteger) && Number.isSafeInteger(bytes);
  if (!whole || shape.length > 64) throw npyError(name, `the shape (${shape.join(', ')}) is not one`);
}

/** The bytes before the elements, as numpy 1.0 writes them: a multiple of 64 long. */
export function writeHeader(name: string, dtype: DType, shape: readonly number[]): Buffer {
  const letters = Object.entries(DTYPES).find(([, known]) => known === dtype)?.[0];
  if (letters === undefined) {
    throw typeError(`${name}: numpy has no ${dtype.name}; convert the tensor first, as with .to(torch.float32)`);
  }
  const order = dtype.itemsize === 1 ? '|' : '<';
  const extents = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '${order}${letters}', 'fortran_order': False, 'shape': (${extents}), }`;
  const padding = 63 - ((10 + text.length) % 64);
  const header = Buffer.from(`\x93NUMPY\x01\x00\x00\x00${text}${' '.repeat(padding)}\n`, 'latin1');
  header.writeUInt16LE(header.length - 10, 8);
  return header;
}
