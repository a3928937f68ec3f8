/** What a newcomer reads whose package has no binary, or one that does not fit. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describeBadBinary, describeMissingBinary } from '../../../lib/install/failure';
import { temporaryFolder } from '../../support/temporary-folder';

const root = path.join(__dirname, '../../..');
const base = temporaryFolder();
const release = path.join(root, 'build/Release');
const LOADER = 'libtorch_node.node';
const CORE = `libtorch_node_cpu-2.13.${process.platform === 'win32' ? 'dll' : process.platform === 'darwin' ? 'dylib' : 'so'}`;

/** A folder as LIBTORCH_NODE_PREBUILD names it, with these files in it. */
function prebuild(files: Readonly<Record<string, string | { readonly copyOf: string }>>): string {
  const folder = mkdtempSync(path.join(base, 'prebuild-'));
  const inside = path.join(folder, 'build/Release');
  mkdirSync(inside, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(inside, name);
    if (typeof content === 'string') writeFileSync(file, content);
    else copyFileSync(path.join(release, content.copyOf), file);
  }
  return folder;
}

/** Runs the built package with such a folder. */
function run(folder: string, ...args: readonly string[]) {
  const env = { ...process.env, LIBTORCH_NODE_PREBUILD: folder, NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

const inspect = (folder: string) => run(folder, 'dist/cli/main.js', 'inspect', 'package.json');

const loader = { copyOf: LOADER };

test.each<[string, Parameters<typeof prebuild>[0], RegExp]>([
  ['no binary at all', {}, /^libtorch-node has no binary for this system \(\w+ \w+, Node [\d.]+\) in /],
  [
    'a loader of another system',
    { [LOADER]: 'MZ' },
    /^The binary \S+libtorch_node\.node of libtorch-node does not load: /,
  ],
  [
    'a loader alone',
    { [LOADER]: loader },
    /^\S+ holds no core of libtorch-node \(cpu, which LIBTORCH_NODE_FLAVOUR asks for\)/,
  ],
  [
    'an empty core',
    { [LOADER]: loader, [CORE]: '' },
    /^The binary \S+libtorch_node_cpu-2\.13\.\w+ of libtorch-node does not load with libtorch \S+ \(\S+\): \S+.* file too short\.$/m,
  ],
  [
    'a core that is no addon',
    { [LOADER]: loader, [CORE]: { copyOf: LOADER } },
    /does not load with libtorch .*: (it lacks the functions that this version|Module did not self-register)/,
  ],
])(
  '%s: what is wrong, why, and the way out',
  (_, files, sentence) => {
    const folder = prebuild(files);
    const { status, stdout, stderr } = inspect(folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).toContain(folder);
    expect(stderr).toContain('npm run build:native');
    expect(stderr).toContain('LIBTORCH_NODE_PREBUILD');
    expect(stderr).toContain('(ERR_CORE_NOT_FOUND)');
    expect(stderr).not.toMatch(/fault of libtorch-node|\n\s+at /);
  },
  180_000,
);

test('a program gets an error with a code, and what Node said as its cause', () => {
  const program = `try { require('./dist/index.js') } catch (e) { console.log(e.name, e.code, e.cause.code ?? e.cause.message) }`;
  const { stdout } = run(prebuild({ [LOADER]: loader, [CORE]: '' }), '-e', program);
  expect(stdout).toMatch(/^TorchError ERR_CORE_NOT_FOUND ERR_DLOPEN_FAILED\n$/);
}, 180_000);

test('a binary in an archive of Electron: what keeps it out', () => {
  const inside = '/app/resources/app.asar/node_modules/libtorch-node';
  const hint = "asarUnpack: ['**/node_modules/libtorch-node/**']";
  expect(describeMissingBinary(inside)).toContain(hint);
  expect(describeBadBinary(`${inside}/prebuilds/a.node`, 'no such file')).toContain(hint);
  expect(describeMissingBinary('/app/resources/app.asar.unpacked/node_modules/libtorch-node')).not.toContain(hint);
});
