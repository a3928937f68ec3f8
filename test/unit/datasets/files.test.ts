/** What every reader and writer here does with a path that is no regular file. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as torch from '../../../lib/index';
import { datasets } from '../../../lib/index';

let root: string;
let fifo: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(tmpdir(), 'kinds-'));
  fifo = path.join(root, 'fifo');
  execFileSync('mkfifo', [fifo]);
});
afterAll(() => fs.rmSync(root, { recursive: true }));

async function read(dataset: object): Promise<void> {
  for await (const _ of dataset as AsyncIterable<unknown>);
}

type Reader = (file: string) => unknown;

const READERS: readonly (readonly [string, Reader])[] = [
  ['CsvDataset', (file) => read(new datasets.CsvDataset(file))],
  ['JsonLinesDataset', (file) => read(new datasets.JsonLinesDataset(file))],
  ['loadNpy', (file) => datasets.loadNpy(file)],
  ['loadNpz', (file) => datasets.loadNpz(file)],
  ['loadIdx', (file) => datasets.loadIdx(file)],
  ['FileDataset', (file) => new datasets.FileDataset([[file, 0]], ['x']).get(0)],
];

const WRITERS: readonly (readonly [string, Reader])[] = [
  ['saveNpy', (file) => datasets.saveNpy(file, torch.ones([2]))],
  ['saveNpz', (file) => datasets.saveNpz(file, { x: torch.ones([2]) })],
];

async function failure(body: () => unknown): Promise<torch.TorchError> {
  try {
    await body();
  } catch (error) {
    return error as torch.TorchError;
  }
  throw new Error('nothing was thrown');
}

describe.each([...READERS, ...WRITERS])('%s', (name, use) => {
  test('refuses a FIFO, a device and a folder before it opens them', async () => {
    for (const [file, kind] of [
      [fifo, 'a FIFO'],
      ['/dev/zero', 'a device'],
      [root, 'a folder'],
    ] as const) {
      const error = await failure(() => use(file));
      expect(error.message).toBe(`${name}: ${JSON.stringify(file)} is ${kind}, not a regular file`);
      expect([error instanceof torch.TorchError, error.code]).toEqual([true, 'ERR_TORCH_FILE']);
    }
    expect(fs.readdirSync(root)).toEqual(['fifo']);
  });

  test('refuses what is no path', async () => {
    for (const file of [5, null, undefined, '', 'a\0b', {}, Buffer.from('x')]) {
      const error = await failure(() => use(file as never));
      expect(error).toBeInstanceOf(torch.TorchTypeError);
    }
  });

  test('names what is missing, and the cause', async () => {
    const error = await failure(() => use(path.join(root, 'none', 'file')));
    expect(error.message).toMatch(/there is no such f/);
    expect([error.code, (error.cause as NodeJS.ErrnoException).code]).toEqual(['ERR_TORCH_FILE', 'ENOENT']);
  });
});

test('folders', () => {
  for (const dir of [5, '', 'a\0b', null]) {
    expect(() => new datasets.FolderDataset(dir as never)).toThrow(torch.TorchTypeError);
    expect(() => datasets.mnist(dir as never)).toThrow(torch.TorchTypeError);
    expect(() => datasets.imdb(dir as never)).toThrow(torch.TorchTypeError);
  }
  expect(() => new datasets.FolderDataset(fifo)).toThrow(/a part of the path is not a folder/);
});

test('a file: URL is a path', async () => {
  const file = path.join(root, 'ä b.npy');
  const url = pathToFileURL(file) as unknown as string;
  datasets.saveNpy(url, torch.arange(3));
  expect(datasets.loadNpy(url).tolist()).toEqual([0, 1, 2]);
  fs.rmSync(file);
});

test('saving keeps the mode of the file and the link that leads to it', async () => {
  const [file, link] = [path.join(root, 'private'), path.join(root, 'link')];
  for (const [, save] of WRITERS) {
    fs.writeFileSync(file, 'old', { mode: 0o600 });
    fs.symlinkSync(file, link);
    await save(link);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(file).length).toBeGreaterThan(100);
    for (const one of [file, link]) fs.rmSync(one);
  }
  await Promise.all(WRITERS.map(([, save]) => save(file)));
  expect(fs.readdirSync(root).sort()).toEqual(['fifo', 'private']);
});
