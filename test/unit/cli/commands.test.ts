import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fakeLibtorch } from '../libtorch/fake';
import { temporaryFolder } from '../../support/temporary-folder';

const root = join(__dirname, '../../..');
const main = join(root, 'dist/cli/main.js');
const cache = temporaryFolder();
const broken = temporaryFolder();

/** Runs the built command in an environment of its own. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const all = { PATH: process.env['PATH'], HOME: cache, LIBTORCH_NODE_CACHE: cache, ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env: all });
  return { status, stdout, stderr };
}

beforeAll(() => {
  if (!existsSync(main)) execFileSync(process.execPath, [join(root, 'scripts/setup.cjs'), '--for', 'build']);
}, 600_000);

test('help names the commands', () => {
  const { stdout } = run(['--help']);
  for (const command of ['install', 'doctor', 'list', 'uninstall', 'prune']) expect(stdout).toContain(command);
});

test.each([
  [['install', '--cuda', 'cu13'], /cu130/],
  [['install', '--version', 'latest'], /2\.13\.0/],
  [['instal'], /install/],
])('%j is refused with a hint', (args, hint) => {
  const { status, stderr } = run(args);
  expect(status).not.toBe(0);
  expect(stderr).toMatch(hint);
});

test('a failed installation prints a sentence, a fix and a code, and no stack', () => {
  const { status, stdout, stderr } = run(['install', '--from', '/no/such/file']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('/no/such/file does not exist.');
  expect(stderr).toContain('(ERR_INSTALL_USAGE)');
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('doctor without libtorch exits with 1 and says what to run', () => {
  const { status, stdout } = run(['doctor'], { LIBTORCH: '/nowhere' });
  expect(status).toBe(1);
  expect(stdout).toContain('npx libtorch-node install');
  expect(stdout).toContain('/nowhere does not exist');
});

test('doctor --json is for programs', () => {
  const { stdout, status } = run(['doctor', '--json'], { LIBTORCH: '/nowhere' });
  const { facts, findings } = JSON.parse(stdout) as { facts: { node: string }; findings: { code: string }[] };
  expect(facts.node).toBe(process.versions.node);
  expect(findings.map(({ code }) => code)).toContain('LIBTORCH_NOT_FOUND');
  expect(status).toBe(1);
});

test('a library that is no library is found out by loading it', () => {
  const folder = fakeLibtorch(broken, '2.13.0');
  writeFileSync(join(folder, 'lib', 'libtorch.so'), 'garbage');
  const { stdout, status } = run(['doctor'], { LIBTORCH: folder });
  expect(status).toBe(1);
  expect(stdout).toMatch(/does not load: .*(file too short|invalid ELF|Mach-O|not a valid)/i);
});

test('list and uninstall work on the cache', () => {
  fakeLibtorch(join(cache, '2.13.0-cpu'), '2.13.0');
  expect(run(['list']).stdout).toContain('2.13.0-cpu');
  expect(run(['uninstall', '2.13.0-cpu']).stdout).toContain('Removed');
  expect(run(['list']).stdout).toContain('holds no libtorch');
  expect(run(['uninstall', '2.13.0-cpu']).status).toBe(1);
});
