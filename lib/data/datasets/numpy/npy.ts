import { permute } from '../../../ops/generated/functions';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { native } from '../../../native/binding';
import { expectTensor } from '../../../tensor/arguments';
import { outOfMemoryError, TorchError } from '../../../errors';
import { fileFailure, openRegular, pathOf } from '../../../arguments/files';
import { type Tensor, handleOf, wrap } from '../../../tensor/tensor';
import { type NpyHeader, PREFIX_BYTES, headerRange, npyError, parseHeader, writeHeader } from './header';
import { replacement } from './replace';
import { refuseSurplus } from '../../../arguments/read';

/** Bytes that one call reads or writes; a system call takes less than 2 GB. */
const PIECE = 1 << 30;

/** Fills `target` with the next bytes of a source; says how many there were. */
export type Fill = (target: Uint8Array) => number;

/**
 * The array of an `.npy` file as a tensor. Arrays of Python objects are refused, as they are pickles. An array that was saved
 * column by column keeps its strides, as with numpy.
 *
 * @throws TorchError for a file that is none, that is cut off, or whose elements have no dtype here.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.load.html
 * @example
 * const x = datasets.loadNpy('features.npy');
 */
export function loadNpy(file: string, ...surplus: []): Tensor {
  refuseSurplus('loadNpy', 1, surplus);
  const path = pathOf('loadNpy', file);
  const source = openRegular('loadNpy', path);
  try {
    return readFrom(source, path);
  } catch (cause) {
    throw cause instanceof TorchError ? cause : fileFailure('loadNpy', path, cause);
  } finally {
    closeSync(source);
  }
}

function readFrom(source: number, path: string): Tensor {
  let at = 0;
  return readArray(path, fstatSync(source).size, (target) => {
    const count = readSync(source, target, 0, Math.min(target.length, PIECE), at);
    at += count;
    return count;
  });
}

/** Reads an array of a source that has `size` bytes. @internal */
export function readArray(name: string, size: number, fill: Fill): Tensor {
  const prefix = take(name, fill, new Uint8Array(Math.min(PREFIX_BYTES, size)));
  const [begin, end] = headerRange(name, prefix);
  if (end > size) throw cutOff(name);
  const rest = take(name, fill, new Uint8Array(end - prefix.length));
  const text = Buffer.concat([prefix, rest]).toString('latin1', begin, end);
  const header = parseHeader(name, text);
  const bytes = header.shape.reduce((product, extent) => product * extent, header.dtype.itemsize);
  // Before anything is allocated: a header may claim what it likes.
  if (bytes > size - end) throw cutOff(name);
  return toTensor(take(name, fill, allocate(name, bytes)), header);
}

function allocate(name: string, bytes: number): Uint8Array {
  try {
    return new Uint8Array(bytes);
  } catch (cause) {
    throw outOfMemoryError(`${name}: there is no memory for ${bytes} bytes`, { cause });
  }
}

function take(name: string, fill: Fill, target: Uint8Array): Buffer {
  for (let done = 0; done < target.length; ) {
    const count = fill(target.subarray(done));
    if (count === 0) throw cutOff(name);
    done += count;
  }
  return Buffer.from(target.buffer, target.byteOffset, target.length);
}

function cutOff(name: string): TorchError {
  return npyError(name, 'the file is shorter than its header says');
}

function toTensor(bytes: Buffer, { dtype, shape, fortran, swapped }: NpyHeader): Tensor {
  if (swapped) swap(bytes, dtype.isComplex ? dtype.itemsize / 2 : dtype.itemsize);
  const stored = fortran ? shape.toReversed() : shape;
  const elements = wrap(
    native.fromBytes(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length, dtype.code, stored),
  );
  if (!fortran || shape.length < 2) return elements;
  const turned = permute(
    elements,
    shape.map((_, i) => shape.length - 1 - i),
  );
  elements.dispose();
  return turned;
}

function swap(bytes: Buffer, size: number): void {
  if (size === 2) bytes.swap16();
  else if (size === 4) bytes.swap32();
  else bytes.swap64();
}

/**
 * Writes a tensor as `.npy`, row by row. The file is there whole or not at all.
 *
 * @throws TypeError for a dtype that numpy lacks, as bfloat16.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.save.html
 * @example
 * datasets.saveNpy('features.npy', torch.randn([100, 8]));
 */
export function saveNpy(file: string, tensor: Tensor, ...surplus: []): void {
  refuseSurplus('saveNpy', 2, surplus);
  const parts = arrayBytes('saveNpy', tensor);
  const { unfinished, mode, finish, fail } = replacement('saveNpy', file);
  try {
    writeAll(unfinished, mode, parts);
    finish();
  } catch (cause) {
    throw fail(cause);
  }
}

/** A tensor as the header and the elements of `.npy`. @internal */
export function arrayBytes(caller: string, tensor: Tensor): readonly [header: Buffer, elements: Uint8Array] {
  const { dtype, shape } = expectTensor(caller, tensor);
  const header = writeHeader(caller, dtype, shape);
  return [header, new Uint8Array(native.toBytes(handleOf(tensor)))];
}

function writeAll(file: string, mode: number, parts: readonly Uint8Array[]): void {
  const target = openSync(file, 'w', mode);
  try {
    for (const part of parts) {
      for (let done = 0; done < part.length; ) {
        done += writeSync(target, part, done, Math.min(PIECE, part.length - done));
      }
    }
  } finally {
    closeSync(target);
  }
}
