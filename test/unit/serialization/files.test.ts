/** Paths that are no files, modes that stay, and what killed processes leave. */
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../../lib/index';

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(join(tmpdir(), 'ltn-files-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const there = (name: string): string => join(folder, name);
const tensors = (): Record<string, torch.Tensor> => ({ x: torch.tensor([1, 2, 3, 4], { dtype: torch.float32 }) });
const { nn, optim } = torch;

function fifo(): string {
  if (!fs.existsSync(there('fifo'))) execFileSync('mkfifo', [there('fifo')]);
  return there('fifo');
}

const READERS: Readonly<Record<string, (path: never) => unknown>> = {
  load: (path) => torch.load(path),
  'load, mapped': (path) => torch.load(path, { mmap: true }),
  loadAsync: (path) => torch.loadAsync(path),
  loadSafetensors: (path) => torch.loadSafetensors(path),
  'loadSafetensors, mapped': (path) => torch.loadSafetensors(path, { mmap: true }),
  loadSafetensorsAsync: (path) => torch.loadSafetensorsAsync(path),
  safetensorsInfo: (path) => torch.safetensorsInfo(path),
  loadArchive: (path) => torch.loadArchive(path),
  'loadArchive into an optimizer': (path) =>
    torch.loadArchive(path, new optim.SGD(new nn.Linear(2, 1).parameters(), { lr: 1 })),
  loadModel: (path) => torch.loadModel(path, { classes: {} }),
  fromFile: (path) => torch.fromFile(path, { size: 1 }),
};

const WRITERS: Readonly<Record<string, (path: never) => unknown>> = {
  save: (path) => torch.save(tensors(), path),
  saveAsync: (path) => torch.saveAsync(tensors(), path),
  saveSafetensors: (path) => torch.saveSafetensors(tensors(), path),
  saveSafetensorsAsync: (path) => torch.saveSafetensorsAsync(tensors(), path),
  saveArchive: (path) => torch.saveArchive(tensors(), path),
  'saveArchive of an optimizer': (path) =>
    torch.saveArchive(new optim.SGD(new nn.Linear(2, 1).parameters(), { lr: 1 }), path),
  saveModel: (path) => torch.saveModel(new nn.Linear(2, 1), path),
};

async function caught(call: () => unknown): Promise<{ code: string; message: string; cause?: { code: string } }> {
  try {
    await call();
  } catch (error) {
    return error as { code: string; message: string; cause?: { code: string } };
  }
  throw new Error('it did not throw');
}

const NO_PATHS: readonly (readonly [unknown, RegExp])[] = [
  ['', /empty string/],
  ['a\0b', /null character/],
  [5, /got 5/],
  [null, /got null/],
  [undefined, /got undefined/],
  [{ wrongOption: 'x' }, /wrongOption|got an Object/],
];

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it.each([
    ['a FIFO', fifo, /is a FIFO, not a regular file/],
    ['/dev/zero', () => '/dev/zero', /is a device, not a regular file/],
    ['/dev/null', () => '/dev/null', /is a device, not a regular file/],
  ])('refuses %s before it opens it', async (_kind, path, message) => {
    const error = await caught(() => read(path() as never));
    expect([error.code, error.message]).toEqual(['ERR_TORCH_FILE', expect.stringMatching(message)]);
  });

  it('names a value that is not a path', async () => {
    for (const [path, message] of NO_PATHS) {
      const error = await caught(() => read(path as never));
      expect([error instanceof TypeError, error.message]).toEqual([true, expect.stringMatching(message)]);
    }
  });

  it('gives the reason of the system for a file that is not there', async () => {
    const error = await caught(() => read(there('missing') as never));
    expect([error.code, error.cause?.code]).toEqual(['ERR_TORCH_FILE', 'ENOENT']);
    expect(error.message).toContain('missing');
  });
});

describe.each(Object.entries(READERS).filter(([name]) => !/[sS]afetensors/.test(name)))('%s', (_, read) => {
  it('refuses a folder', async () => {
    const error = await caught(() => read(folder as never));
    expect([error.code, error.message]).toEqual(['ERR_TORCH_FILE', expect.stringMatching(/is a folder/)]);
  });
});

describe.each(Object.entries(WRITERS))('%s', (_, write) => {
  it('replaces no device, FIFO or folder', async () => {
    for (const [path, message] of [
      ['/dev/null', /is a device/],
      [fifo(), /is a FIFO/],
      [folder, /is a folder/],
    ] as const) {
      const error = await caught(() => write(path as never));
      expect([error.code, error.message]).toEqual(['ERR_TORCH_FILE', expect.stringMatching(message)]);
    }
    expect([fs.statSync('/dev/null').isCharacterDevice(), fs.statSync(fifo()).isFIFO()]).toEqual([true, true]);
  });

  it('names a value that is not a path', async () => {
    for (const [path] of NO_PATHS) {
      expect(await caught(() => write(path as never))).toBeInstanceOf(TypeError);
    }
  });

  it('says with a reason that there is no such folder', async () => {
    const error = await caught(() => write(join(folder, 'no', 'file') as never));
    expect([error.code, error.cause?.code]).toEqual(['ERR_TORCH_FILE', 'ENOENT']);
  });

  it('keeps the mode of the file that it replaces', async () => {
    const path = there('mode');
    for (const mode of [0o600, 0o640, 0o604]) {
      fs.rmSync(path, { force: true });
      fs.writeFileSync(path, 'old');
      fs.chmodSync(path, mode);
      await write(path as never);
      expect((fs.statSync(path).mode & 0o777).toString(8)).toBe(mode.toString(8));
      expect(fs.readFileSync(path, 'latin1')).not.toBe('old');
    }
  });

  it('removes what a killed process left of the same file, and nothing else', async () => {
    const path = there(`left-${_.replaceAll(' ', '-')}`);
    const old = [`${path}.tmp-999999-0`, `${path}.tmp-7-12`];
    const others = [`${path}.tmp-999999-1`, `${path}.tmp-notes`, `${path}x.tmp-999999-0`, `${path}.tmp-1-`];
    for (const file of [...old, ...others]) fs.writeFileSync(file, 'left');
    const hour = new Date(Date.now() - 3_600_000);
    for (const file of [...old, ...others.slice(1)]) fs.utimesSync(file, hour, hour);
    await write(path as never);
    expect(old.filter((file) => fs.existsSync(file))).toEqual([]);
    // The first one was written a moment ago: somebody may still be at it.
    expect(others.filter((file) => fs.existsSync(file))).toEqual(others);
  });

  it('writes the file behind a link that leads to none yet', async () => {
    const [link, target] = [there(`link-${_}`), there(`target-${_}`)];
    fs.symlinkSync(`target-${_}`, link);
    await write(link as never);
    expect([fs.lstatSync(link).isSymbolicLink(), fs.statSync(target).isFile()]).toEqual([true, true]);
  });
});

describe('a mapped file that becomes shorter', () => {
  const MEGABYTE = 1 << 20;

  function cutShort(body: string): ReturnType<typeof spawnSync> {
    const script = `
      const fs = require('node:fs');
      const torch = require(${JSON.stringify(join(__dirname, '../../../dist/index.js'))});
      const file = ${JSON.stringify(there('shrinks'))};
      ${body}
      console.log('mapped');
      fs.truncateSync(file, 4096);
      console.log(x.sum().item());
    `;
    return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  }

  it.each([
    [
      'torch.load',
      `torch.save({ x: torch.ones([${MEGABYTE}]) }, file); const { x } = torch.load(file, { mmap: true });`,
    ],
    [
      'loadSafetensors',
      `torch.saveSafetensors({ x: torch.ones([${MEGABYTE}]) }, file);
       const { x } = torch.loadSafetensors(file, { mmap: true });`,
    ],
    [
      'fromFile',
      `fs.writeFileSync(file, Buffer.alloc(4 * ${MEGABYTE})); const x = torch.fromFile(file, { size: ${MEGABYTE} });`,
    ],
  ])('ends the process with SIGBUS and says why: %s', (_, body) => {
    const { stdout, stderr, signal } = cutShort(body);
    expect([stdout, signal]).toEqual(['mapped\n', 'SIGBUS']);
    expect(stderr).toMatch(/libtorch-node: a mapped file became shorter while its tensors were in use/);
  });
});
