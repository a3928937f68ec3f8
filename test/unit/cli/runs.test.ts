import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { compareRuns, sparkline } from '../../../lib/cli/runs-table';
import { type RunSummary, readRun } from '../../../lib/training/run-summary';

const main = path.join(__dirname, '../../../dist/cli/main.js');
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'runs-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, config: object, losses: readonly number[], accuracy: number): void {
  const where = path.join(folder, name);
  mkdirSync(where);
  writeFileSync(path.join(where, 'config.json'), JSON.stringify(config));
  const steps = losses.map((loss, i) => ({ type: 'step', epoch: 0, step: i + 1, loss }));
  const figures = { loss: losses.at(-1), metrics: { accuracy }, samples: 8 };
  const epoch = { type: 'epochEnd', epoch: 0, step: losses.length, train: figures, validation: null, lr: [0.1] };
  const end = { type: 'end', epoch: 1, step: losses.length, reason: 'finished' };
  const lines = [...steps, epoch, end].map((event) => JSON.stringify(event));
  writeFileSync(path.join(where, 'events.jsonl'), `${lines.join('\n')}\n{"type":"st`);
}

test('a sparkline goes from the least to the greatest', () => {
  expect(sparkline([1, 2, 3, 4, 5, 6, 7, 8])).toBe('▁▂▃▄▅▆▇█');
  expect(sparkline([3, 3, 3])).toBe('▁▁▁');
  expect(sparkline([1, NaN, 2])).toBe('▁×█');
  expect(sparkline([])).toBe('');
  expect(
    sparkline(
      Array.from({ length: 1000 }, (_, i) => -i),
      4,
    ),
  ).toBe('█▆▃▁');
});

test('the command compares runs by what differs', () => {
  write('first', { lr: 0.1, cell: 'gru', seed: 0 }, [0.7, 0.5, 0.25], 0.875);
  write('second', { lr: 0.01, cell: 'gru', seed: 0 }, [0.7, 0.6, 0.5], 0.75);
  const { stdout, status } = spawnSync(process.execPath, [main, 'runs', folder], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toBe(
    'name    state     epochs  step  loss    accuracy  lr    losses\n' +
      'first   finished  1       3     0.2500  0.8750    0.1   █▅▁\n' +
      'second  finished  1       3     0.5000  0.7500    0.01  █▅▁\n',
  );
  const json = spawnSync(process.execPath, [main, 'runs', folder, '--json'], { encoding: 'utf8' }).stdout;
  expect((JSON.parse(json) as RunSummary[]).map(({ name, step }) => [name, step])).toEqual([
    ['first', 3],
    ['second', 3],
  ]);
});

test('a folder without runs, one that is not there, a file, and no folder at all', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [main, 'runs', ...args], { encoding: 'utf8', cwd: folder });
  const empty = run(folder);
  expect([empty.status, empty.stdout]).toEqual([0, `There are no runs in ${folder}.\n`]);
  const unnamed = run();
  expect([unnamed.status, unnamed.stdout]).toEqual([0, 'There are no runs in runs.\n']);
  const none = path.join(folder, 'none');
  const missing = run(none);
  expect([missing.status, missing.stdout]).toEqual([1, '']);
  expect(missing.stderr).toBe(`runs: "${none}": there is no such file\n(ERR_TORCH_FILE)\n`);
  writeFileSync(none, '');
  expect(run(none)).toMatchObject({ status: 1, stderr: `runs: "${none}" is not a folder\n(ERR_TORCH_FILE)\n` });
});

test('the directory of one run is that run', () => {
  write('first', { lr: 0.1 }, [0.5, 0.25], 1);
  const { stdout } = spawnSync(process.execPath, [main, 'runs', path.join(folder, 'first')], { encoding: 'utf8' });
  expect(stdout).toBe(
    'name   state     epochs  step  loss    accuracy  losses\nfirst  finished  1       2     0.2500  1.000     █▁\n',
  );
});

test('what is no event is left out, and settings that are none are named', () => {
  const where = path.join(folder, 'odd');
  mkdirSync(where);
  const lines = ['null', '5', '[]', '{"type":"step","step":"x"}', '{"type":"epochEnd","epoch":0,"train":null}'];
  writeFileSync(path.join(where, 'events.jsonl'), [...lines, '{"type":"step","step":1,"loss":2}', ''].join('\n'));
  expect(readRun(where)).toMatchObject({ step: 1, losses: [2], epochs: [], state: 'interrupted' });
  for (const [text, message] of [
    ['null', 'is not an object of settings'],
    ['{', 'is not JSON'],
  ] as const) {
    writeFileSync(path.join(where, 'config.json'), text);
    expect(() => readRun(where)).toThrow(message);
    const { status, stderr } = spawnSync(process.execPath, [main, 'runs', folder], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('(ERR_TRAINING_RUN_DIRECTORY)');
  }
});

test('what a run saves and warns of after its end does not change how it ended', () => {
  const where = path.join(folder, 'ended');
  mkdirSync(where);
  const lines = ['{"type":"start"}', '{"type":"step","step":1,"loss":2}', '{"type":"end","reason":"stopped"}'];
  const state = (...more: string[]): string => {
    writeFileSync(path.join(where, 'events.jsonl'), `${[...lines, ...more].join('\n')}\n`);
    return readRun(where).state;
  };
  expect(state()).toBe('stopped');
  expect(state('{"type":"checkpoint","path":"last.pt"}', '{"type":"warning","message":"x"}')).toBe('stopped');
  expect(state('{"type":"checkpoint","path":"last.pt"}', '{"type":"failed","message":"x"}')).toBe('failed');
  expect(state('{"type":"checkpoint","path":"last.pt"}', '{"type":"start","resumed":true}')).toBe('interrupted');
});

test('names and settings cannot command the terminal', () => {
  write('a\x1b[31m\nb', { text: 'x\x9b2J', seed: 1 }, [1], 0.5);
  write('other', { text: 'y\u202e', seed: 1 }, [1], 0.5);
  const { stdout } = spawnSync(process.execPath, [main, 'runs', folder], { encoding: 'utf8' });
  expect(stdout).toBe(
    'name          state     epochs  step  loss   accuracy  text     losses\n' +
      'a\\x1b[31m\\nb  finished  1       1     1.000  0.5000    x\\x9b2J  ▁\n' +
      'other         finished  1       1     1.000  0.5000    y\\u202e  ▁\n',
  );
});

test('a run that was killed is interrupted, and shows what it had', () => {
  const where = path.join(folder, 'killed');
  mkdirSync(where);
  writeFileSync(path.join(where, 'events.jsonl'), '{"type":"step","epoch":0,"step":1,"loss":0.5}\n{"type":');
  const run = readRun(where);
  expect(run).toMatchObject({ state: 'interrupted', step: 1, losses: [0.5], config: {} });
  const table = 'name    state        epochs  step  loss    losses\nkilled  interrupted  0       1     0.5000  ▁';
  expect(compareRuns([run], 80)).toBe(table);
  expect(compareRuns([run], 20)).toBe('name    state\nkilled  interrupted');
});
