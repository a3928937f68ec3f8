// Installations that are killed, or that meet a disk that is full or cannot be written. Each runs in a process of its own
// against the test server; whatever happened to it, the next one has to find a cache that it can use.
import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { installLibtorch } from '../../../lib/install/download/install';
import { locateLibtorch } from '../../../lib/install/locate';
import { libraryFileName } from '../../../lib/install/paths';
import { fakeLibtorch } from './fake';
import { temporaryFolder } from '../../support/temporary-folder';
import { fileHandler, testServer } from './server';
import { makeZip } from './zip';

const base = temporaryFolder();
const server = testServer();
let cases = 0;

const root = join(__dirname, '../../..');
const installer = join(root, 'dist/install/download/install.js');

beforeAll(() => {
  if (!existsSync(installer)) execFileSync(process.execPath, [join(root, 'scripts/setup.cjs'), '--for', 'build']);
}, 600_000);

const lib = (name: string) => `torch/lib/${libraryFileName(name)}`;
const wheel = makeZip({
  [lib('torch')]: 'torch',
  [lib('torch_cpu')]: randomBytes(100_000).toString('hex'),
  [lib('c10')]: 'c10',
  'torch/version.py': "__version__ = '2.13.0+cpu'\n",
});
const sha256 = createHash('sha256').update(wheel).digest('hex');
const address = () => `${server.base}/torch.whl#sha256=${sha256}`;

/** Installs `from` into `dir`; prints the outcome as JSON, and `verifying` on the way. With `hang` it stops there. */
const PROGRAM = `
const { installLibtorch } = require(${JSON.stringify(installer)});
const [from, dir, hang] = process.argv.slice(1);
const verify = () => new Promise((done) => {
  console.log('verifying');
  if (hang) setInterval(() => undefined, 1000); else done();
});
installLibtorch({ from, dir, verify }).then(
  ({ libtorch }) => console.log(JSON.stringify({ root: libtorch.root })),
  ({ code, message, fix, stack }) => console.log(JSON.stringify({ code, message, fix, stack })),
);
`;

interface Outcome {
  readonly root?: string;
  readonly code?: string;
  readonly message?: string;
  readonly fix?: string;
}

const freshCache = () => join(base, String(cases++));
const namesIn = (dir: string) => readdirSync(dir).filter((name) => name !== 'downloads');

function isFound(cache: string): boolean {
  return locateLibtorch({ env: { LIBTORCH_NODE_CACHE: cache }, systemRoots: [] }).found;
}

/** Ends the child as a power cut would: none of its code runs any more. */
async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await gone;
}

/** What a killed installation left is not used, and the next installation works without any help. */
async function expectRecovery(cache: string): Promise<void> {
  expect(isFound(cache)).toBe(false);
  const { installed } = await installLibtorch({ from: address(), dir: cache, verify: () => Promise.resolve() });
  expect(installed).toBe(true);
  expect(isFound(cache)).toBe(true);
}

test('killed in the middle of the download: the next installation takes it up there', async () => {
  const cache = freshCache();
  const half = Math.floor(wheel.length / 2);
  const sent = new Promise<void>((done) => {
    server.on('/torch.whl', (_, response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': wheel.length });
      response.write(wheel.subarray(0, half), () => {
        done();
      });
    });
  });
  const child = spawn(process.execPath, ['-e', PROGRAM, address(), cache], { stdio: 'ignore' });
  await sent;
  await waitFor(() => existsSync(join(cache, 'downloads/torch.whl.part')));
  await kill(child);
  server.on('/torch.whl', fileHandler(wheel));
  await expectRecovery(cache);
  expect(server.log.at(-1)).toMatch(/^GET \/torch\.whl( bytes=\d+-)?$/);
  expect(namesIn(cache)).toEqual(['2.13.0-cpu']);
});

test('killed when everything is unpacked but not yet checked: it is not used', async () => {
  const cache = freshCache();
  server.on('/torch.whl', fileHandler(wheel));
  const child = spawn(process.execPath, ['-e', PROGRAM, address(), cache, 'hang'], { stdio: 'pipe' });
  await new Promise((done) => child.stdout.once('data', done));
  await kill(child);
  expect(namesIn(cache).some((name) => name.startsWith('.stage-'))).toBe(true);
  await expectRecovery(cache);
});

/** Loads of files are looked for, since the child writes them when it likes. */
async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 5));
}

/** Runs the program to its end, on a tiny file system of its own if it names one. */
async function outcome(cache: string, tmpfs?: string): Promise<Outcome> {
  const command = [process.execPath, '-e', PROGRAM, address(), cache];
  const [program = '', ...args] =
    tmpfs === undefined
      ? command
      : ['unshare', '-rm', 'sh', '-c', `mount -t tmpfs -o ${tmpfs} none '${cache}' && exec "$@"`, 'sh', ...command];
  const { stdout } = await promisify(execFile)(program, args, { timeout: 60_000 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Outcome;
}

// A disk of a few megabytes takes a mount of one's own, which containers may refuse: shown as skipped there.
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', base]).status === 0;
const withSmallDisk = canMount ? test.each : test.skip.each;

withSmallDisk([
  ['too small for the download', 'size=64k', /free, but .* are needed/],
  ['too small for what is unpacked', 'size=260k', /free, but .* are needed/],
  ['without room for another file', 'size=10m,nr_inodes=7', /no space left/],
])('a disk %s is said to be full, with a way out', async (_, options, sentence) => {
  const cache = freshCache();
  mkdirSync(cache);
  server.on('/torch.whl', fileHandler(wheel));
  const answer = await outcome(cache, options);
  expect(answer).toMatchObject({ code: 'ERR_INSTALL_DISK_FULL', fix: expect.stringContaining('--dir') as string });
  expect(answer.message).toMatch(sentence);
});

test.each([
  ['is a file', (cache: string) => cache],
  ['lies below a file', (cache: string) => join(cache, 'below')],
])('a cache that %s is named, with a way out', async (_, place) => {
  const file = freshCache();
  writeFileSync(file, '');
  const answer = await outcome(place(file));
  expect(answer).toMatchObject({ code: 'ERR_INSTALL_FOLDER', fix: expect.stringContaining('--dir') as string });
  expect(answer.message).toContain(`The cache ${place(file)} cannot be used`);
});

test('a build that cannot take its place leaves the old one where it was', async () => {
  const cache = freshCache();
  await installLibtorch({
    from: fakeLibtorch(join(base, 'old'), '2.13.0'),
    dir: cache,
    verify: () => Promise.resolve(),
  });
  const verify = () => Promise.reject(new Error('does not load'));
  const call = installLibtorch({ from: fakeLibtorch(join(base, 'new'), '2.13.0'), dir: cache, verify });
  await expect(call).rejects.toThrow('does not load');
  expect(isFound(cache)).toBe(true);
  expect(namesIn(cache)).toEqual(['2.13.0-cpu']);
});
