import path from 'node:path';
import { pythonPath } from '../../harness/pair';
import { spawnSync } from 'node:child_process';
import type { Both, Figure, OwnSuite } from '../../harness/types';

const MODELS = ['transformer', 'CNN'];

/** In MB: resident before the model, at the peak of the training, and at rest after it. */
interface Reading {
  readonly before: number;
  readonly peak: number;
  readonly after: number;
}

function read(program: string, args: readonly string[]): Reading {
  const env = { ...process.env, OMP_NUM_THREADS: process.env['OMP_NUM_THREADS'] ?? '2' };
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as Reading;
}

function figures(model: string): Figure[] {
  const [node, python]: Both<Reading> = [
    read(process.execPath, [path.join(__dirname, 'node.cjs'), model]),
    read(pythonPath(), [path.join(__dirname, 'python.py'), model]),
  ];
  const both = (what: string, of: (reading: Reading) => number, atMost: number): Figure[] => [
    { name: `${model}: ${what}, Node / Python`, value: of(node) / of(python), unit: 'ratio', atMost },
    { name: `${model}: ${what}, Node`, value: of(node), unit: 'MB' },
    { name: `${model}: ${what}, Python`, value: of(python), unit: 'MB' },
  ];
  return [
    ...both('peak of resident memory', ({ peak }) => peak, 1),
    ...both('what training adds at its peak', ({ peak, before }) => peak - before, 1),
    ...both('resident after training', ({ after }) => after, 1),
  ];
}

/** Five training steps of a transformer and of a CNN, each in a process of its own. */
export const suite: OwnSuite = {
  title: 'Memory of training',
  measure: () => Promise.resolve(MODELS.flatMap(figures)),
};
