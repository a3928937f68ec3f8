/** Files of 4 GB that are not what they are taken for: each reader says so with the name of the file, and holds none of it. */
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { peakFromHere } from '../support/peak';
import { convert } from '../../lib/cli/convert-run';
import { inspect } from '../../lib/cli/inspect-run';
import * as torch from '../../lib/index';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ltn-huge-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIZE = 4 * 2 ** 30;
/** Far less than the file, and more than a run takes that reads none of it. */
const MOST_KB = 500_000;

function number(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

const bytes = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const ARRAY = "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }";

/** How the files begin; zeros follow, which take no place on the disk. */
const heads: Readonly<Record<string, Buffer>> = {
  'nothing but zeros': bytes(),
  'the begin of a zip file': bytes('PK\x03\x04'),
  'a pickle in frames': bytes('\x80\x04\x95', number(8), 'K\x01K\x01K\x01K\x01'),
  'an old checkpoint': bytes('\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03.'),
  'safetensors with a header of the whole file': bytes(number(SIZE - 8), '{'),
  'safetensors with a header of 90 MB': bytes(number(90_000_000), '{"a":'),
  'an array of NumPy': bytes('\x93NUMPY\x01\x00', Buffer.from([ARRAY.length, 0]), ARRAY),
  'a text of JSON': bytes('{"weight_map": {'),
};

function huge(head: Buffer): string {
  const file = join(mkdtempSync(join(folder, 'one-')), 'model.bin');
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, head);
  ftruncateSync(descriptor, SIZE);
  closeSync(descriptor);
  return file;
}

/** Under a name that tells what it should be. */
function named(file: string, name: string): string {
  const other = join(dirname(file), name);
  mkdirSync(dirname(other), { recursive: true });
  renameSync(file, other);
  return other;
}

const dcp = torch.distributed.checkpoint;
const readers: Readonly<Record<string, (file: string) => unknown>> = {
  'torch.load': (file) => torch.load(file),
  'torch.load of anything': (file) => torch.load(file, { weightsOnly: false, mmap: true }),
  'torch.loadAsync': (file) => torch.loadAsync(file),
  'torch.loadSafetensors': (file) => torch.loadSafetensors(file),
  'torch.loadArchive': (file) => torch.loadArchive(file),
  'torch.jit.load': (file) => torch.jit.load(file),
  'torch.export.load': (file) => torch.export.load(file),
  'torch.export.aotiLoadPackage': (file) => torch.export.aotiLoadPackage(file, { allowNativeCode: true }),
  'a distributed checkpoint': (file) =>
    dcp.load({ w: torch.zeros([2]) }, { checkpointId: dirname(named(file, '.metadata')), noDist: true }),
  inspect: (file) => inspect(file, {}),
  'inspect of .safetensors': (file) => inspect(named(file, 'model.safetensors'), {}),
  'inspect of .npy': (file) => inspect(named(file, 'model.npy'), {}),
  'inspect of .pt2': (file) => inspect(named(file, 'model.pt2'), {}),
  'inspect of an index': (file) => inspect(named(file, 'model.safetensors.index.json'), {}),
  convert: (file) => convert(file, `${file}.safetensors`, {}),
};

describe.each(Object.keys(heads))('%s', (what) => {
  it.each(Object.keys(readers))('%s', async (reader) => {
    const file = huge(heads[what] as Buffer);
    const grown = peakFromHere();
    let error: (Error & { code?: string }) | undefined;
    try {
      await readers[reader]?.(file);
    } catch (thrown) {
      error = thrown as Error;
    }
    expect(error?.code).toMatch(/^ERR_TORCH_/);
    expect(error?.message).toContain(basename(dirname(file)));
    expect(grown()).toBeLessThan(MOST_KB);
    rmSync(dirname(file), { recursive: true });
  });
});
