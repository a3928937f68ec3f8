import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { installLibtorch, type InstallOptions } from '../../../lib/install/download/install';
import type { Flavour } from '../../../lib/install/types';
import { libraryFileName } from '../../../lib/install/paths';
import { fakeLibtorch } from './fake';
import { temporaryFolder } from '../../support/temporary-folder';
import { fileHandler, testServer } from './server';
import { makeZip } from './zip';

const base = temporaryFolder();
const server = testServer();
let cases = 0;

const lib = (name: string) => `torch/lib/${libraryFileName(name)}`;

function fakeWheel(version = '2.13.0+cpu', more: Record<string, string> = {}): Buffer {
  return makeZip({
    [lib('torch')]: 'torch',
    [lib('torch_cpu')]: 'torch_cpu'.repeat(5000),
    [lib('c10')]: 'c10',
    [lib('torch_python')]: 'only for Python',
    'torch/include/torch/torch.h': '#pragma once',
    'torch/version.py': `__version__ = '${version}'\n`,
    'torch/__init__.py': '',
    ...more,
  });
}

const wheelName = (version: string) =>
  `torch-${version}-cp312-cp312-${
    { linux: 'manylinux_2_28', darwin: 'macosx_11_0', win32: 'win' }[process.platform as string]
  }_${process.platform === 'win32' ? 'amd64' : process.arch === 'arm64' ? 'aarch64_arm64' : 'x86_64'}.whl`;

/** Serves an index with one wheel, with `hash` or its real one. */
function serveIndex(wheel: Buffer, { hash, name = wheelName('2.13.0%2Bcpu') }: { hash?: string; name?: string } = {}) {
  const sha256 = hash ?? createHash('sha256').update(wheel).digest('hex');
  server.on('/whl/cpu/torch/', (_, response) => {
    response.end(
      `<html><a href="../files/${name}#sha256=${sha256}" data-requires-python="&gt;=3.10">${name}</a></html>`,
    );
  });
  server.on(`/whl/cpu/files/${decodeURIComponent(name)}`, fileHandler(wheel));
}

/** An installation into a fresh cache that cannot reach anything but the test server, and has no Python. */
function options(more: Partial<InstallOptions> = {}): InstallOptions & { dir: string } {
  const dir = join(base, String(cases++));
  const env = { LIBTORCH_NODE_INDEX_URL: `${server.base}/whl`, LIBTORCH_NODE_PYTHON: '/no/python', PATH: '' };
  return { env, verify: () => Promise.resolve(), ...more, dir };
}

/** Nothing but whole builds and the empty folder of downloads may be in a cache. */
const namesIn = (dir: string) => readdirSync(dir).filter((name) => name !== 'downloads');

test.each([301, 302, 307, 308])('a mirror that redirects with %i is followed, index and file', async (status) => {
  serveIndex(fakeWheel());
  const { base: address } = server;
  server.on('/old/cpu/torch/', (_, response) => {
    response.writeHead(status, { location: `${address}/whl/cpu/torch/` }).end();
  });
  const to = options();
  const env = { ...to.env, LIBTORCH_NODE_INDEX_URL: `${address}/old` };
  expect((await installLibtorch({ ...to, env })).installed).toBe(true);
});

test('a wheel that the index names and the server lacks: every source is named', async () => {
  serveIndex(fakeWheel());
  server.on(`/whl/cpu/files/${decodeURIComponent(wheelName('2.13.0%2Bcpu'))}`, (_, response) => {
    response.writeHead(404).end();
  });
  const to = options();
  await expect(installLibtorch(to)).rejects.toMatchObject({
    code: 'ERR_INSTALL_NO_SOURCE',
    message: expect.stringContaining('status 404') as string,
  });
  expect(namesIn(to.dir)).toEqual([]);
});

test('the wheel index: what is libtorch is unpacked, and the wheel is removed', async () => {
  serveIndex(fakeWheel());
  const to = options();
  const { libtorch, installed } = await installLibtorch(to);
  const root = join(to.dir, '2.13.0-cpu');
  expect({ root: libtorch.root, flavour: libtorch.flavour, installed }).toEqual({
    root,
    flavour: 'cpu',
    installed: true,
  });
  expect(readdirSync(root).sort()).toEqual(['include', 'lib', 'version.py']);
  expect(readdirSync(join(root, 'lib')).sort()).toEqual(
    ['torch', 'torch_cpu', 'c10'].map((n) => libraryFileName(n)).sort(),
  );
  expect(readFileSync(join(root, 'lib', libraryFileName('torch_cpu')), 'utf8')).toBe('torch_cpu'.repeat(5000));
  expect(namesIn(to.dir)).toEqual(['2.13.0-cpu']);
  expect(readdirSync(join(to.dir, 'downloads'))).toEqual([]);
});

test('a second installation asks nobody', async () => {
  serveIndex(fakeWheel());
  const to = options();
  await installLibtorch(to);
  server.log.length = 0;
  expect((await installLibtorch(to)).installed).toBe(false);
  expect(server.log).toEqual([]);
});

test('two installations at once download once', async () => {
  serveIndex(fakeWheel());
  const to = options();
  const results = await Promise.all([installLibtorch(to), installLibtorch(to), installLibtorch(to)]);
  expect(results.map(({ installed }) => installed).sort()).toEqual([false, false, true]);
  expect(server.log.filter((line) => line.startsWith('GET') && line.endsWith('.whl'))).toHaveLength(1);
});

test('a wrong hash ends it, and leaves nothing', async () => {
  serveIndex(fakeWheel(), { hash: 'ab'.repeat(32) });
  const to = options();
  await expect(installLibtorch(to)).rejects.toMatchObject({ code: 'ERR_INSTALL_HASH' });
  expect(namesIn(to.dir)).toEqual([]);
  expect(readdirSync(join(to.dir, 'downloads'))).toEqual([]);
});

test('an index without a fitting wheel, and no pip: every source is named', async () => {
  serveIndex(fakeWheel(), { name: wheelName('2.12.0%2Bcpu') });
  const call = installLibtorch(options());
  await expect(call).rejects.toMatchObject({
    code: 'ERR_INSTALL_NO_SOURCE',
    message: expect.stringMatching(/wheel index: .*no wheel of version 2\.13\.0[\s\S]*pip: .*no\/python/) as string,
    fix: expect.stringContaining('--from') as string,
  });
});

test('a libtorch that does not load is not kept', async () => {
  serveIndex(fakeWheel());
  const to = options({ verify: undefined });
  await expect(installLibtorch(to)).rejects.toMatchObject({ code: 'ERR_INSTALL_VERIFY' });
  expect(namesIn(to.dir)).toEqual([]);
});

test('a build that was not asked for is refused', async () => {
  serveIndex(fakeWheel('2.13.0+cu130', { [lib('torch_cuda')]: '', [lib('c10_cuda')]: '' }));
  const to = options();
  await expect(installLibtorch(to)).rejects.toMatchObject({ code: 'ERR_INSTALL_WRONG_BUILD' });
  expect(namesIn(to.dir)).toEqual([]);
});

test('somebody who declines downloads nothing', async () => {
  serveIndex(fakeWheel());
  const asked: string[] = [];
  const reporter = {
    step: () => undefined,
    begin: () => ({ update: () => undefined, end: () => undefined }),
    confirm: (question: string) => (asked.push(question), Promise.resolve(false)),
  };
  await expect(installLibtorch(options({ reporter }))).rejects.toMatchObject({ code: 'ERR_INSTALL_DECLINED' });
  expect(asked[0]).toMatch(/^Download torch-.*\(\d+ (bytes|kB)\)\?$/);
  expect(server.log.some((line) => line.startsWith('GET') && line.endsWith('.whl'))).toBe(false);
});

describe('--from', () => {
  test('takes a zip as PyTorch publishes it, of any version', async () => {
    const to = options();
    const file = join(base, 'libtorch.zip');
    writeFileSync(
      file,
      makeZip({
        [`libtorch/lib/${libraryFileName('torch')}`]: 'a',
        [`libtorch/lib/${libraryFileName('torch_cpu')}`]: 'b',
        [`libtorch/lib/${libraryFileName('c10')}`]: 'c',
        'libtorch/build-version': '2.13.2+cpu\n',
      }),
    );
    const { libtorch } = await installLibtorch({ ...to, from: file });
    expect(libtorch).toMatchObject({ version: '2.13.2', root: join(to.dir, '2.13.2-cpu') });
  });

  test('takes a folder, and replaces what was there', async () => {
    const to = options();
    const folder = fakeLibtorch(join(base, 'given'), '2.13.0');
    await installLibtorch({ ...to, from: folder });
    writeFileSync(join(folder, 'lib', libraryFileName('c10')), 'new');
    const { libtorch, installed } = await installLibtorch({ ...to, from: folder });
    expect(installed).toBe(true);
    expect(readFileSync(join(libtorch.libDir, libraryFileName('c10')), 'utf8')).toBe('new');
    expect(namesIn(to.dir)).toEqual(['2.13.0-cpu']);
  });

  test('takes an address, with a hash if it carries one', async () => {
    const wheel = fakeWheel();
    server.on('/my.whl', fileHandler(wheel));
    expect((await installLibtorch(options({ from: `${server.base}/my.whl` }))).installed).toBe(true);
    const wrong = options({ from: `${server.base}/my.whl#sha256=${'0'.repeat(64)}` });
    await expect(installLibtorch(wrong)).rejects.toMatchObject({ code: 'ERR_INSTALL_HASH' });
  });

  test('an asked-for version still counts', async () => {
    const from = fakeLibtorch(join(base, 'other version'), '2.12.0');
    const call = installLibtorch(options({ from, version: '2.13.0' }));
    await expect(call).rejects.toMatchObject({ code: 'ERR_INSTALL_WRONG_BUILD' });
  });

  test.each([
    ['does not exist', () => '/no/such/file', 'ERR_INSTALL_USAGE'],
    ['is below a file', () => join(writeTemporary('a file'), 'below'), 'ERR_INSTALL_USAGE'],
    ['is a device', () => '/dev/null', 'ERR_INSTALL_USAGE'],
    ['is no address', () => 'http://[', 'ERR_INSTALL_USAGE'],
    ['ends in half a sha256', () => `${server.base}/x.whl#sha256=abc`, 'ERR_INSTALL_USAGE'],
    ['is no zip', () => writeTemporary('not a zip at all'), 'ERR_INSTALL_ARCHIVE'],
    ['is cut short', () => writeTemporary(fakeWheel().subarray(0, 300)), 'ERR_INSTALL_ARCHIVE'],
    ['holds no libtorch', () => writeTemporary(makeZip({ 'readme.txt': 'hello' })), 'ERR_INSTALL_ARCHIVE'],
    ['has a wrong checksum inside', () => writeTemporary(damaged(fakeWheel())), 'ERR_INSTALL_ARCHIVE'],
    ['is an empty folder', () => join(base, 'empty'), 'ERR_INSTALL_ARCHIVE'],
    [
      'points outside',
      () => writeTemporary(fakeWheel('2.13.0', { 'torch/lib/../../../evil': '' })),
      'ERR_INSTALL_ARCHIVE',
    ],
  ])('what %s is refused', async (_, make, code) => {
    mkdirSync(join(base, 'empty'), { recursive: true });
    const to = options({ from: make() });
    await expect(installLibtorch(to)).rejects.toMatchObject({ code });
    expect(namesIn(to.dir)).toEqual([]);
    expect(existsSync(join(base, 'evil'))).toBe(false);
  });
});

function writeTemporary(content: string | Buffer): string {
  const file = join(base, `file${cases++}.whl`);
  writeFileSync(file, content);
  return file;
}

/** Changes the CRC of the first entry in both of its headers. */
function damaged(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  const central = copy.indexOf('PK\x01\x02');
  copy.writeUInt32LE(1, central + 16);
  return copy;
}

describe('Python', () => {
  test('its torch is copied when asked for', async () => {
    const torch = fakeLibtorch(join(base, 'site-packages', 'torch'), '2.13.0+cpu');
    const to = options({ usePython: true });
    const env = { ...process.env, PYTHONPATH: join(torch, '..'), VIRTUAL_ENV: '', CONDA_PREFIX: '' };
    delete (env as NodeJS.ProcessEnv)['LIBTORCH_NODE_PYTHON'];
    const { libtorch } = await installLibtorch({ ...to, env });
    expect(libtorch).toMatchObject({ root: join(to.dir, '2.13.0-cpu'), version: '2.13.0' });
  });

  test('one that cannot be started is named, with the way out', async () => {
    const to = options({ usePython: true });
    await expect(installLibtorch(to)).rejects.toMatchObject({
      code: 'ERR_INSTALL_PYTHON',
      message: expect.stringContaining('/no/python') as string,
      fix: expect.stringContaining('LIBTORCH_NODE_PYTHON') as string,
    });
    expect(namesIn(to.dir)).toEqual([]);
  });

  test('pip is asked when the index has nothing, first without retries', async () => {
    const folder = join(base, 'bin');
    const wheel = join(base, 'pip.whl');
    writeFileSync(wheel, fakeWheel());
    mkdirSync(folder, { recursive: true });
    // Fails the first time, as an index behind a dead address does; then leaves a wheel in --dest.
    const script = [
      '#!/bin/sh',
      `echo "$@" >> '${base}/pip.log'`,
      'case "$*" in *"--retries 0"*) echo "ERROR: no route" >&2; exit 1;; esac',
      'while [ "$1" != --dest ]; do shift; done',
      `cp '${wheel}' "$2/torch-2.13.0-x.whl"`,
    ];
    writeFileSync(join(folder, 'python3'), script.join('\n'));
    chmodSync(join(folder, 'python3'), 0o755);
    const PATH = [folder, process.env['PATH']].join(delimiter);
    const env = { LIBTORCH_NODE_INDEX_URL: `${server.base}/nothing`, PATH };
    const { libtorch } = await installLibtorch({ ...options(), env });
    expect(libtorch.version).toBe('2.13.0');
    const calls = readFileSync(join(base, 'pip.log'), 'utf8').trim().split('\n');
    expect(calls).toHaveLength(2);
    expect(calls[0]).toMatch(/download --no-deps .*--retries 0 .*torch==2\.13\.0$/);
    expect(calls[1]).not.toContain('--retries');
  });

  test('pip is asked for a CUDA version by its name, and brings no other', async () => {
    const folder = join(base, 'bin-cuda');
    mkdirSync(folder, { recursive: true });
    // As PyPI: it has no wheel of that name, but one of the plain version.
    const script = [
      '#!/bin/sh',
      `echo "$@" >> '${base}/pip-cuda.log'`,
      'case "$*" in *+cu*) echo "ERROR: No matching distribution found" >&2; exit 1;; esac',
      'while [ "$1" != --dest ]; do shift; done',
      `touch "$2/torch-2.14.1-x.whl"`,
    ];
    writeFileSync(join(folder, 'python3'), script.join('\n'));
    chmodSync(join(folder, 'python3'), 0o755);
    const PATH = [folder, process.env['PATH']].join(delimiter);
    const env = { LIBTORCH_NODE_INDEX_URL: `${server.base}/nothing`, PATH };
    const asked = (flavour: Flavour) => installLibtorch({ ...options(), env, flavour });
    await expect(asked('cu999')).rejects.toMatchObject({
      code: 'ERR_INSTALL_NO_SOURCE',
      message: expect.stringContaining('No matching distribution found') as string,
    });
    const calls = readFileSync(join(base, 'pip-cuda.log'), 'utf8').trim().split('\n');
    expect(calls.every((call) => call.endsWith('torch==2.14.1+cu999'))).toBe(true);
    await asked('cu130').catch(() => undefined);
    expect(readFileSync(join(base, 'pip-cuda.log'), 'utf8').trim()).toMatch(/torch==2\.14\.1$/);
  });
});
