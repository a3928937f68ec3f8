/** How much faster two workers tokenise than the loop's own thread; bench/suites/data has both beside Python's. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { rounds } from '../../harness/extent';
import { quantile } from '../../harness/pair';
import type { Figure, OwnSuite } from '../../harness/types';

const program = path.join(__dirname, 'program.cjs');
const ROUNDS = rounds(9);

interface Round {
  readonly none: number;
  readonly two: number;
}

async function measure(): Promise<Figure[]> {
  const env = { ...process.env, OMP_NUM_THREADS: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(ROUNDS)], { env });
  const measured = JSON.parse(stdout) as Round[];
  const median = (figure: (round: Round) => number): number => quantile(measured.map(figure), 0.5);
  console.log(`  each round: ${measured.map(({ none, two }) => (none / two).toFixed(2)).join(' ')}`);
  return [
    { name: 'an epoch in the loop’s thread', value: median(({ none }) => none), unit: 's' },
    { name: 'an epoch with two workers', value: median(({ two }) => two), unit: 's' },
    { name: 'none / two workers', value: median(({ none, two }) => none / two), unit: 'times', atLeast: 1.6 },
  ];
}

export const suite: OwnSuite = { title: 'what two workers of a loader bring', measure };
