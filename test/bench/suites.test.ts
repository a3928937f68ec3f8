/**
 * `npm run bench:try`: the quicker suites of bench/ run and come to figures, one round of each, as `BENCH_ROUNDS=1 npm run bench --
 * SUITE` measures it. What the figures are says nothing here.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../bench/report/read';
import { pythonPath } from '../support/python';

const root = path.join(__dirname, '../..');
const tried = path.join(root, 'build/bench/try.json');

/** Suites that take minutes even with one round: `BENCH_ROUNDS=1 npm run bench -- SUITE` tries them. */
const LONG = [
  ...['backend', 'checkpoint', 'cold', 'device', 'distributed', 'inference', 'language', 'models'],
  ...['peers', 'recurrent', 'scaling', 'soak', 'spam', 'training', 'turns', 'types', 'vision'],
];
const suites = readdirSync(path.join(root, 'bench/suites'));

beforeAll(() => rmSync(tried, { force: true }));

test('what is left out is there', () => {
  expect(suites).toEqual(expect.arrayContaining(LONG));
});

test.each(suites.filter((name) => !LONG.includes(name)))(
  '%s',
  (name) => {
    // With the kernels that are measured; jest.config.cjs has switched them off.
    const { LIBTORCH_NODE_FUSED_RNN: _rnn, LIBTORCH_NODE_FUSED_MLP: _mlp, ...inherited } = process.env;
    const env = { ...inherited, BENCH_ROUNDS: '1', LIBTORCH_NODE_PYTHON: pythonPath };
    const args = ['scripts/run-ts.cjs', 'bench/run.ts', name];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      env,
      encoding: 'utf8',
      timeout: 600_000,
    });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
    const report = JSON.parse(readFileSync(tried, 'utf8')) as Report;
    const values = [
      ...report.results.flatMap(({ suite, name: one, node, python, ratio }) => [[suite, one, node, python, ratio]]),
      ...report.figures.flatMap(({ suite, name: one, value }) => [[suite, one, value]]),
    ].filter(([suite]) => suite === name);
    expect(values).not.toHaveLength(0);
    // What is no number is null in JSON.
    const unusable = values.filter(([, , ...figures]) => !figures.every((figure) => typeof figure === 'number'));
    expect(unusable).toEqual([]);
  },
  620_000,
);
