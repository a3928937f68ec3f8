/**
 * Every suite of bench/ runs and comes to figures: one round of each, as `BENCH_ROUNDS=1 npm run bench -- SUITE` measures it. What the
 * figures are says nothing here, as the other side's threads and other tests run beside it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../bench/report/read';
import { pythonPath } from '../support/python';

const root = path.join(__dirname, '../..');
const tried = path.join(root, 'build/bench/try.json');

/** Why a suite is not tried. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  checkpoint:
    'writes and reads files of 1 GB for minutes; test/parity/checkpoint and test/memory do the same with small ones',
  cold: 'starts 26 processes that call one thing 2,000 times each',
};
const suites = readdirSync(path.join(root, 'bench/suites'));

beforeAll(() => rmSync(tried, { force: true }));

test('what is left out is there', () => {
  expect(suites).toEqual(expect.arrayContaining(Object.keys(LEFT_OUT)));
});

test.each(suites.filter((name) => LEFT_OUT[name] === undefined))(
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
