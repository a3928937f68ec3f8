import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { oneProcess } from './one-process';

const program = oneProcess();
afterAll(() => {
  program.end();
});
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-misuse-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every command with the arguments that it needs. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  install: [],
  list: [],
  uninstall: ['2.13.0-cpu'],
  prune: [],
  doctor: [],
  inspect: ['file.pt'],
  convert: ['from.pt', 'to.safetensors'],
  runs: ['folder'],
  board: ['folder'],
  run: ['script.js'],
  init: ['folder'],
  completion: ['bash'],
};

test('help lists these commands and the exit codes', async () => {
  const { stdout, status } = await program.run('--help');
  expect(status).toBe(0);
  const named = [...stdout.matchAll(/^ {2}(\w+) /gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...Object.keys(COMMANDS), 'help'].sort());
  expect(stdout).toContain('Usage: libtorch-node [options] [command]');
  expect(stdout).toContain('Exit codes: 0 done, 1 failed, 2 not understood.');
});

describe.each(Object.entries(COMMANDS))('%s', (command, args) => {
  test('help is no mistake, and names the program', async () => {
    const { stdout, stderr, status } = await program.run(command, '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`Usage: libtorch-node ${command} [options]`);
  });

  test('an unknown option is named', async () => {
    const { stdout, stderr, status } = await program.run(command, '--jsno\x1b[31m\u202e\nx', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: unknown option '--jsno\\x1b\[31m\\u202e\\nx'\n$/);
  });

  // What stands behind a script is the script's.
  if (command !== 'run') {
    test('an argument too many is refused', async () => {
      const { stdout, stderr, status } = await program.run(command, ...args, 'more');
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/too many arguments/);
    });
  }

  if (args.length > 0 && command !== 'runs' && command !== 'board') {
    test('an argument too few is named', async () => {
      const { stdout, stderr, status } = await program.run(command, ...args.slice(1));
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^error: missing required argument '\w+'\n$/);
    });
  }
});

test.each([
  [['instal'], /^error: unknown command 'instal'\n\(Did you mean install\?\)\n$/],
  [['a\x1b]0;b\x07'], /^error: unknown command 'a\\x1b]0;b\\x07'\n$/],
  [['inspect', 'x', '--josn'], /^error: unknown option '--josn'\n\(Did you mean --json\?\)\n$/],
  [['install', '--from'], /argument missing/],
  [['install', '--cuda', 'x\x9b'], /'x\\x9b' is invalid.*cu130/],
  [[], /^Usage: libtorch-node/],
])('%j is not understood', async (args, message) => {
  const { status, stdout, stderr } = await program.run(...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
});

test.each([
  ['inspect', /^inspect: ".*none": there is no such file\n\(ERR_TORCH_FILE\)\n$/],
  ['convert', /^convert: ".*none": there is no such file\n\(ERR_TORCH_FILE\)\n$/],
  ['runs', /^runs: ".*none": there is no such file\n\(ERR_TORCH_FILE\)\n$/],
  ['install', /none does not exist\.\n\nCheck the argument of --from\.\n\(ERR_INSTALL_USAGE\)\n$/],
  ['uninstall', /holds no libtorch .*none\.\n\nGive a version .*\n\(ERR_INSTALL_USAGE\)\n$/],
])('%s of what is not there fails', async (command, message) => {
  const none = path.join(folder, 'none');
  const args = { convert: [none, path.join(folder, 'out.pt')], install: ['--from', none, '--dir', folder] };
  const { status, stdout, stderr } = await program.run(
    command,
    ...((args as Record<string, string[]>)[command] ?? [none]),
    ...(command === 'uninstall' ? ['--dir', folder] : []),
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(message);
});
