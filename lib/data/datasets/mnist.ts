import { unsqueeze } from '../../ops/generated/functions';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { native } from '../../native/binding';
import { bool, choice } from '../../arguments/fields';
import { messageOf } from '../../arguments/describe';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { TensorDataset } from '../tensor-dataset';
import { asFunction } from '../../ops/dispatch/operator';
import * as dtypes from '../../tensor/dtype';
import type { DType } from '../../tensor/dtype';
import { dataError, fileError, type TorchError } from '../../errors';
import { fileFailure, pathOf, regularFile } from '../../arguments/files';
import { type Tensor, wrap } from '../../tensor/tensor';
import { isGzip } from './rows/meter';

const convert = asFunction<(tensor: Tensor, dtype: DType) => Tensor>('aten::to');
const divide_ = asFunction<(tensor: Tensor, by: number) => Tensor>('aten::div_');

/** A file that unpacks to more is refused; MNIST's largest has 47 MB. */
const MOST_BYTES = 1 << 30;

/** By the third byte of a file. */
const DTYPES: Readonly<Record<number, DType>> = {
  0x08: dtypes.uint8,
  0x09: dtypes.int8,
  0x0b: dtypes.int16,
  0x0c: dtypes.int32,
  0x0d: dtypes.float32,
  0x0e: dtypes.float64,
};

/**
 * The array of an idx file, the format of MNIST; gzip is decompressed, whatever the file is called.
 *
 * @throws TorchError where the file cannot be read, and where its header does not fit it.
 * @example
 * datasets.loadIdx('train-labels-idx1-ubyte.gz').shape; // [60000]
 */
export function loadIdx(file: string, ...surplus: []): Tensor {
  refuseSurplus('loadIdx', 1, surplus);
  const bytes = contents(regularFile('loadIdx', file));
  const dtype = DTYPES[bytes[2] ?? -1];
  const dims = bytes[3] ?? 0;
  const begin = 4 + 4 * dims;
  if (bytes.length < begin || bytes[0] !== 0 || bytes[1] !== 0 || !dtype) {
    throw idxError(file, 'this is not an idx file');
  }
  const shape = Array.from({ length: dims }, (_, i) => bytes.readUInt32BE(4 + 4 * i));
  const claimed = shape.reduce((product, extent) => product * extent, dtype.itemsize);
  if (claimed !== bytes.length - begin) {
    throw idxError(
      file,
      `its header says [${shape.join(', ')}] of ${dtype.name}, ${claimed} bytes, but ${bytes.length - begin} follow`,
    );
  }
  // Elements are big-endian, and begin where a swap of their size may not.
  const elements = Buffer.from(new Uint8Array(bytes.subarray(begin)).buffer);
  if (dtype.itemsize === 2) elements.swap16();
  if (dtype.itemsize === 4) elements.swap32();
  if (dtype.itemsize === 8) elements.swap64();
  return wrap(native.fromBytes(elements.buffer, 0, elements.length, dtype.code, shape));
}

function contents(file: string): Buffer {
  const bytes = orFailure(file, () => readFileSync(file));
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    throw dataError(`${file} cannot be decompressed: ${messageOf(cause)}`, { cause });
  }
}

function orFailure<R>(file: string, read: () => R): R {
  try {
    return read();
  } catch (cause) {
    throw fileFailure('loadIdx', file, cause);
  }
}

function idxError(file: string, message: string): TorchError {
  return dataError(`${file}: ${message}`);
}

export interface MnistOptions {
  /** The part of the data: `'train'` or `'test'`. */
  readonly split?: 'train' | 'test';
  /**
   * Images as torchvision's `ToTensor` gives them: float32 from 0 to 1, `[N, 1, 28, 28]`. With `false` they stay bytes,
   * `[N, 28, 28]`.
   */
  readonly scale?: boolean;
}

const OPTIONS = { split: choice(['train', 'test'], 'train'), scale: bool(true) };

/**
 * The handwritten digits, or anything in their format (Fashion-MNIST, KMNIST): `train-images-idx3-ubyte`,
 * `train-labels-idx1-ubyte` and the same with `t10k`, plain or `.gz`, in `dir` or in torchvision's `dir/MNIST/raw`. Labels are int64.
 *
 * @see https://docs.pytorch.org/vision/main/generated/torchvision.datasets.MNIST.html
 * @example
 * const loader = new data.DataLoader(datasets.mnist('mnist'), { batchSize: 64, shuffle: true });
 */
export function mnist(
  dir: string,
  options: MnistOptions = {},
  ...surplus: []
): TensorDataset<[images: Tensor, labels: Tensor]> {
  refuseSurplus('mnist', 2, surplus);
  const root = pathOf('mnist', dir);
  const { split, scale } = readOptions('mnist', OPTIONS, options);
  const name = split === 'train' ? 'train' : 't10k';
  const images = read(root, `${name}-images-idx3-ubyte`, 3);
  const labels = read(root, `${name}-labels-idx1-ubyte`, 1);
  if (images.size(0) !== labels.size(0)) {
    throw idxError(root, `there are ${images.size(0)} images of ${split} and ${labels.size(0)} labels`);
  }
  return new TensorDataset(scale ? scaled(images) : images, replaced(labels, convert(labels, dtypes.int64)));
}

function read(dir: string, name: string, dims: number): Tensor {
  const folders = [dir, path.join(dir, 'MNIST', 'raw')];
  const files = folders.flatMap((folder) => [path.join(folder, name), path.join(folder, `${name}.gz`)]);
  const file = files.find((candidate) => existsSync(candidate));
  if (file === undefined) throw fileError(`${dir} has neither ${name} nor ${name}.gz`);
  const tensor = loadIdx(file);
  if (tensor.ndim === dims && tensor.dtype === dtypes.uint8) return tensor;
  const found = `[${tensor.shape.join(', ')}] of ${tensor.dtype.name}`;
  tensor.dispose();
  throw idxError(file, `expected bytes in ${dims} dimensions, got ${found}`);
}

function scaled(images: Tensor): Tensor {
  const floats = divide_(replaced(images, convert(images, dtypes.float32)), 255);
  return replaced(floats, unsqueeze(floats, 1));
}

/** Ends the first tensor and gives the second. */
function replaced(old: Tensor, now: Tensor): Tensor {
  old.dispose();
  return now;
}
