/** `libtorch-node init` writes a project that compiles, trains and passes its test; `completion` knows every command. */
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../../..');
const main = path.join(root, 'dist/cli/main.js');
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'cli-init-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function command(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const cli = (...args: string[]) => command(folder, main, ...args);

test('the project compiles, trains and passes its test', () => {
  const made = cli('init', 'My Project');
  expect(made.status).toBe(0);
  expect(made.stdout.split('\n').slice(1)).toEqual(['cd My Project', 'npm install', 'npm start', '']);
  const project = path.join(folder, 'My Project');
  const manifest = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'my-project', scripts: { start: 'tsc && node dist/train.js' } });
  // What `npm install` would bring.
  mkdirSync(path.join(project, 'node_modules/@types'), { recursive: true });
  symlinkSync(root, path.join(project, 'node_modules/libtorch-node'));
  symlinkSync(path.join(root, 'node_modules/@types/node'), path.join(project, 'node_modules/@types/node'));
  const tsc = command(project, path.join(root, 'node_modules/typescript/bin/tsc'));
  expect([tsc.stdout, tsc.status]).toEqual(['', 0]);
  const trained = command(project, 'dist/train.js');
  expect([trained.stderr.match(/Error.*/)?.[0], trained.status]).toEqual([undefined, 0]);
  const accuracy = Number(/accuracy (\d\.\d+)/.exec(trained.stdout)?.[1]);
  expect(accuracy).toBeGreaterThan(0.8);
  const [run] = readdirSync(path.join(project, 'runs'));
  expect(readdirSync(path.join(project, 'runs', run ?? '')).sort()).toEqual([
    ...['checkpoints', 'config.json', 'events.jsonl', 'metrics.csv', 'system.jsonl', 'tensorboard'],
  ]);
  expect(command(project, '--test', 'dist/').status).toBe(0);
});

test('a folder that has something is left alone', () => {
  writeFileSync(path.join(folder, 'mine'), 'x');
  const { status, stderr } = cli('init', '.');
  expect([status, stderr]).toEqual([1, 'init: "." is there and is not empty; name a new folder\n(ERR_TORCH_FILE)\n']);
  expect(readdirSync(folder)).toEqual(['mine']);
});

test('shells complete commands, options and files', () => {
  const script = cli('completion', 'bash').stdout;
  writeFileSync(path.join(folder, 'complete.sh'), script);
  const complete = (...words: string[]): string[] => {
    const call = `source complete.sh; COMP_WORDS=(${['libtorch-node', ...words].map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _libtorch_node; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', call], { cwd: folder, encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
  };
  expect(complete('in')).toEqual(['install', 'inspect', 'init']);
  expect(complete('inspect', '--s')).toEqual(['--stats']);
  expect(complete('board', 'comp')).toEqual(['complete.sh']);
  writeFileSync(path.join(folder, 'my run'), '');
  expect(complete('board', 'my')).toEqual(['my run']);
  expect(cli('completion', 'fish').stdout).toContain(
    "complete -c libtorch-node -n __fish_use_subcommand -f -a board -d 'show the",
  );
  expect(cli('completion', 'zsh').stdout).toMatch(/^autoload -U \+X bashcompinit/);
  const wrong = cli('completion', 'cmd');
  expect(wrong.stderr).toContain('expected bash, zsh, fish.');
  expect(wrong.status).toBe(2);
});
