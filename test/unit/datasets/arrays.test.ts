/** Files of arrays: what is hostile, missing or cut off. test/parity/sources.test.ts has the good ones. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as torch from '../../../lib/index';
import { data, datasets } from '../../../lib/index';
import { liveTensors } from '../../support/live';

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'arrays-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function write(name: string, content: Buffer): string {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function npy(header: string, elements = Buffer.alloc(0)): Buffer {
  const prefix = Buffer.from('\x93NUMPY\x01\x00\x00\x00', 'latin1');
  prefix.writeUInt16LE(header.length, 8);
  return Buffer.concat([prefix, Buffer.from(header, 'latin1'), elements]);
}

const dict = (descr: string, shape: string): string =>
  `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }\n`;

describe('.npy', () => {
  test.each([
    ['nothing', Buffer.alloc(0), /this is not an .npy file/],
    ['text', Buffer.from('hello, this is text'), /this is not an .npy file/],
    ['version 9', Buffer.from('\x93NUMPY\x09\x00\x10\x00 and so on', 'latin1'), /version 9/],
    ['a header beyond the end', npy('').fill(0xff, 8, 10).subarray(0, 10), /not an .npy file/],
    ['a header that is cut off', Buffer.concat([npy('').subarray(0, 8), Buffer.from([200, 0, 65, 66])]), /shorter/],
    ['a long header', Buffer.from('\x93NUMPY\x02\x00\xff\xff\xff\xff', 'latin1'), /a header of 4294967295 bytes/],
    ['no dict', npy('not a dict at all'), /the header "not a dict at all" is not one/],
    ['an archive', Buffer.from('PK\x03\x04 and so on'), /read it with loadNpz/],
    ['an unknown type', npy(dict('<f16', '(2,)')), /'<f16' has no counterpart/],
    ['a date', npy(dict('<M8', '(2,)')), /'<M8' has no counterpart/],
    ['objects', npy(dict('|O', '(2,)')), /pickles/],
    ['an enormous shape', npy(dict('<f4', '(4294967296, 4294967296)')), /the shape .* is not one/],
    ['a negative extent', npy(dict('<f4', '(-2,)')), /the header .* is not one/],
    ['two extents without a comma', npy(dict('<f4', '(2 3)')), /the shape .* is not one/],
    ['a claim of 4 TB', npy(dict('<f4', '(1099511627776,)')), /shorter than its header says/],
    ['too few elements', npy(dict('<f4', '(2,)'), Buffer.alloc(7)), /shorter than its header says/],
    ['65 dimensions', npy(dict('<f4', `(${'1,'.repeat(65)})`), Buffer.alloc(4)), /the shape .* is not one/],
  ])('%s', (_, content, message) => {
    expect(() => datasets.loadNpy(write('bad.npy', content))).toThrow(message);
  });

  test('missing files, and arguments that are none', () => {
    expect(() => datasets.loadNpy(path.join(root, 'none.npy'))).toThrow(/none\.npy": there is no such file/);
    expect(() => datasets.loadNpy(root)).toThrow(/is a folder, not a regular file/);
    expect(() => datasets.loadNpy(5 as never)).toThrow(/path of a file/);
    const file = path.join(root, 'x.npy');
    expect(() => datasets.saveNpy(file, [1] as never)).toThrow(/expected a Tensor, got an array/);
    expect(() => datasets.saveNpy(file, torch.ones([2], { dtype: torch.bfloat16 }))).toThrow(/numpy has no bfloat16/);
    expect(() => datasets.saveNpy(path.join(root, 'none', 'x.npy'), torch.ones([2]))).toThrow(
      /none": there is no such folder/,
    );
    expect(existsSync(file)).toBe(false);
  });

  test('a tensor that requires gradients, and one that is no longer there', () => {
    const file = path.join(root, 'g.npy');
    datasets.saveNpy(file, torch.ones([2], { requiresGrad: true }));
    expect(datasets.loadNpy(file).tolist()).toEqual([1, 1]);
    const gone = torch.ones([2]);
    gone.dispose();
    expect(() => datasets.saveNpy(file, gone)).toThrow(/disposed/);
    expect(datasets.loadNpy(file).tolist()).toEqual([1, 1]);
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('.npz', () => {
  test('an array in it that is damaged fails as a whole, and its tensors go', async () => {
    const file = path.join(root, 'inner.npz');
    await datasets.saveNpz(file, { x: torch.arange(3), y: torch.arange(4) });
    const bytes = readFileSync(file);
    // The header's own text, of which the checksum then is wrong, too.
    bytes.write('desXr', bytes.lastIndexOf("'descr'") + 1);
    const before = liveTensors();
    await expect(datasets.loadNpz(write('inner.npz', bytes))).rejects.toThrow(
      /inner\.npz: the checksum of y\.npy is wrong/,
    );
    expect(liveTensors()).toBeLessThanOrEqual(before);
    await expect(datasets.loadNpz(write('text.npz', Buffer.from('text'.repeat(30))))).rejects.toThrow(
      /text\.npz: this is not an \.npz file: those are zip archives/,
    );
  });

  test('a wrong checksum, a cut file, no zip', async () => {
    const file = path.join(root, 'a.npz');
    await datasets.saveNpz(file, { x: torch.arange(100) });
    const whole = readFileSync(file);
    const flipped = Buffer.from(whole);
    flipped[400] = (flipped[400] as number) ^ 1;
    await expect(datasets.loadNpz(write('flipped.npz', flipped))).rejects.toThrow(/flipped\.npz: .*checksum of x\.npy/);
    await expect(datasets.loadNpz(write('cut.npz', whole.subarray(0, 500)))).rejects.toThrow(/cut\.npz: /);
    await expect(datasets.loadNpz(write('no.npz', Buffer.from('no zip')))).rejects.toThrow(/no\.npz: /);
    await expect(datasets.loadNpz(path.join(root, 'none.npz'))).rejects.toThrow(/none\.npz/);
  });

  test('the same tensors give the same file, and a failure leaves the old one', async () => {
    const [a, b] = [path.join(root, 'one.npz'), path.join(root, 'two.npz')];
    const tensors = { x: torch.arange(5), y: torch.zeros([2, 2]) };
    await datasets.saveNpz(a, tensors);
    await datasets.saveNpz(b, tensors);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
    await expect(datasets.saveNpz(a, { x: 5 as never })).rejects.toThrow(/expected a Tensor/);
    await expect(datasets.saveNpz(path.join(root, 'no', 'a.npz'), tensors)).rejects.toThrow(
      /no": there is no such folder/,
    );
    await expect(datasets.saveNpz(a, tensors, { compress: true } as never)).rejects.toThrow(
      /did you mean 'compressed'/,
    );
    expect(Object.keys(await datasets.loadNpz(a))).toEqual(['x', 'y']);
    const before = liveTensors();
    const odd = write('odd.npz', Buffer.alloc(0));
    await expect(datasets.loadNpz(odd)).rejects.toThrow(/odd\.npz/);
    expect(liveTensors()).toBeLessThanOrEqual(before);
  });
});

/** idx: two zeros, the type, the number of dimensions, the extents, the elements; all of it big-endian. */
function idx(type: number, shape: readonly number[], elements: Buffer): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header[2] = type;
  header[3] = shape.length;
  shape.forEach((extent, i) => header.writeUInt32BE(extent, 4 + 4 * i));
  return Buffer.concat([header, elements]);
}

describe('idx', () => {
  test('elements of each type', () => {
    const floats = Buffer.alloc(8);
    floats.writeFloatBE(1.5, 0);
    floats.writeFloatBE(-2, 4);
    expect(datasets.loadIdx(write('f', idx(0x0d, [2], floats))).tolist()).toEqual([1.5, -2]);
    const shorts = Buffer.from([0xff, 0xfe, 0x01, 0x00]);
    expect(datasets.loadIdx(write('s', idx(0x0b, [2, 1], shorts))).tolist()).toEqual([[-2], [256]]);
    const double = Buffer.alloc(8);
    double.writeDoubleBE(0.1, 0);
    expect(datasets.loadIdx(write('d', idx(0x0e, [1], double))).tolist()).toEqual([0.1]);
    expect(datasets.loadIdx(write('b', idx(0x09, [2], Buffer.from([255, 1])))).tolist()).toEqual([-1, 1]);
    const empty = datasets.loadIdx(write('e', idx(0x08, [0, 28, 28], Buffer.alloc(0))));
    expect(empty.shape).toEqual([0, 28, 28]);
  });

  test.each([
    ['nothing', Buffer.alloc(0), /not an idx file/],
    ['a wrong magic number', Buffer.from([1, 0, 8, 1, 0, 0, 0, 0]), /not an idx file/],
    ['an unknown type', idx(0x0a, [1], Buffer.alloc(1)), /not an idx file/],
    ['a header that is cut off', Buffer.from([0, 0, 8, 3, 0, 0]), /not an idx file/],
    ['255 dimensions', Buffer.from([0, 0, 8, 255, 1, 2, 3]), /not an idx file/],
    ['too few elements', idx(8, [5], Buffer.alloc(4)), /\[5\] of uint8, 5 bytes, but 4 follow/],
    ['too many elements', idx(8, [5], Buffer.alloc(6)), /5 bytes, but 6 follow/],
    ['an enormous claim', idx(8, [2 ** 32 - 1, 2 ** 32 - 1, 2 ** 32 - 1], Buffer.alloc(4)), /but 4 follow/],
  ])('%s', (_, content, message) => {
    expect(() => datasets.loadIdx(write('bad', content))).toThrow(message);
    expect(() => datasets.loadIdx(write('bad.gz', gzipSync(content)))).toThrow(message);
  });

  test('gzip that is none', () => {
    expect(() => datasets.loadIdx(write('no.gz', Buffer.from('no gzip')))).toThrow(/no\.gz: this is not an idx file/);
    const cut = gzipSync(idx(8, [1000], Buffer.alloc(1000, 7))).subarray(0, 20);
    expect(() => datasets.loadIdx(write('cut.gz', cut))).toThrow(/cannot be decompressed: unexpected end of file/);
    const named = write('packed', gzipSync(idx(8, [2], Buffer.from([1, 2]))));
    expect(datasets.loadIdx(named).tolist()).toEqual([1, 2]);
    expect(datasets.loadIdx(write('plain.gz', idx(8, [2], Buffer.from([1, 2])))).tolist()).toEqual([1, 2]);
  });
});

describe('mnist', () => {
  const image = (value: number): number[] => new Array<number>(28 * 28).fill(value);

  beforeAll(() => {
    write('mnist/train-images-idx3-ubyte', idx(8, [3, 28, 28], Buffer.from([0, 51, 255].flatMap(image))));
    write('mnist/train-labels-idx1-ubyte', idx(8, [3], Buffer.from([7, 0, 9])));
    write('vision/MNIST/raw/t10k-images-idx3-ubyte.gz', gzipSync(idx(8, [1, 28, 28], Buffer.from(image(5)))));
    write('vision/MNIST/raw/t10k-labels-idx1-ubyte.gz', gzipSync(idx(8, [1], Buffer.from([4]))));
    write('uneven/train-images-idx3-ubyte', idx(8, [1, 28, 28], Buffer.from(image(5))));
    write('uneven/train-labels-idx1-ubyte', idx(8, [2], Buffer.from([4, 4])));
    write('swapped/train-images-idx3-ubyte', idx(8, [1], Buffer.from([4])));
  });

  test('images as ToTensor gives them, labels as numbers, in batches', () => {
    const train = datasets.mnist(path.join(root, 'mnist'));
    const [[x, y]] = [...new data.DataLoader(train, { batchSize: 3 })] as [[torch.Tensor, torch.Tensor]];
    expect([x.shape, x.dtype.name, y.tolist(), y.dtype.name]).toEqual([[3, 1, 28, 28], 'float32', [7, 0, 9], 'int64']);
    expect(x.index(':', 0, 27, 27).tolist()).toEqual([0, Math.fround(0.2), 1]);
  });

  test('bytes, from gzip, in the folders of torchvision', () => {
    const test = datasets.mnist(path.join(root, 'vision'), { split: 'test', scale: false });
    const [x, y] = test.tensors;
    expect([x.shape, x.dtype.name, x.index(0, 3, 4).item(), y.tolist()]).toEqual([[1, 28, 28], 'uint8', 5, [4]]);
  });

  test('what does not fit', () => {
    const from = (name: string, options = {}): unknown => datasets.mnist(path.join(root, name), options);
    expect(() => from('mnist', { split: 'test' })).toThrow(
      /neither t10k-images-idx3-ubyte nor t10k-images-idx3-ubyte.gz/,
    );
    expect(() => from('uneven')).toThrow(/1 images of train and 2 labels/);
    expect(() => from('swapped')).toThrow(/expected bytes in 3 dimensions, got \[1\] of uint8/);
    expect(() => from('mnist', { split: 'dev' })).toThrow(/'train' or 'test', got 'dev'/);
    expect(() => from('mnist', { train: true })).toThrow(/unknown option 'train'/);
    expect(() => from('nowhere')).toThrow(/nowhere has neither/);
  });
});
