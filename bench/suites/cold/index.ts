import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { rounds } from '../../harness/extent';
import { pythonPath, quantile } from '../../harness/pair';
import type { Both, Figure, OwnSuite } from '../../harness/types';

/** The calls after which the time is read. */
const MARKS = [100, 500, 2000];

const CASES = [
  ...['add of 1 KB', 'add of 4 KB', 'add of 16 KB', 'add of 64 KB'],
  ...['LayerNorm', 'Linear', 'GELU', 'LayerNorm, Linear, GELU', 'MLP', 'CNN', 'transformer', 'GRU'],
];
const GENERATION = '1,000 characters from a GRU';

/** What a process prints for each mark, since its first call; `own` is processor time of the main thread. */
type Reading = Readonly<Record<string, readonly [microseconds: number, faults: number, own: number]>>;

function read(program: string, args: readonly string[]): Reading {
  const env = { ...process.env, OMP_NUM_THREADS: process.env['OMP_NUM_THREADS'] ?? '2' };
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as Reading;
}

function both(name: string, marks: readonly number[], round: number): Both<Reading> {
  const args = [name, marks.join()];
  const node = (): Reading => read(process.execPath, [path.join(__dirname, 'node.cjs'), ...args]);
  const python = (): Reading => read(pythonPath(), [path.join(__dirname, 'python.py'), ...args]);
  if (round % 2 === 0) return [node(), python()];
  const second = python();
  return [node(), second];
}

function figures(name: string, mark: number, what: string, pairs: readonly Both<Reading>[]): Figure[] {
  const median = (pick: (pair: Both<Reading>) => number): number => quantile(pairs.map(pick), 0.5);
  const at = (reading: Reading, which: 0 | 1 | 2): number => reading[mark]?.[which] ?? NaN;
  const ratio = (which: 0 | 2): number => median(([node, python]) => at(node, which) / at(python, which));
  return [
    { name: `${name}: ${what}, Node / Python`, value: ratio(0), unit: 'ratio', ...(mark === 500 ? { atMost: 1 } : {}) },
    { name: `${name}: ${what}, processor time of the main thread, Node / Python`, value: ratio(2), unit: 'ratio' },
    { name: `${name}: ${what}, Node`, value: median(([node]) => at(node, 0)), unit: 'us' },
    { name: `${name}: ${what}, page faults in Node`, value: median(([node]) => at(node, 1)), unit: '' },
    { name: `${name}: ${what}, page faults in Python`, value: median(([, python]) => at(python, 1)), unit: '' },
  ];
}

function measureCase(name: string, marks: readonly number[], what: (mark: number) => string): Figure[] {
  const pairs = Array.from({ length: rounds(9) }, (_, round) => both(name, marks, round));
  return marks.flatMap((mark) => figures(name, mark, what(mark), pairs));
}

/** Each sample is a new process, which calls one thing again and again; loading the library is not counted. */
export const suite: OwnSuite = {
  title: 'First calls of a process, inference',
  measure: () =>
    Promise.resolve([
      ...CASES.flatMap((name) => measureCase(name, MARKS, (mark) => `first ${mark} calls`)),
      ...measureCase(GENERATION, [1], () => 'first'),
    ]),
};
