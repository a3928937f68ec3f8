/** What long runs leave behind: 20,000 steps in one, and 50 runs in one process that end at random moments. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { rounds } from '../../harness/extent';
import type { Figure, OwnSuite } from '../../harness/types';

/** Steps are counted in hundreds, so that a try is short. */
const [STEPS, RUNS] = [100 * rounds(200), rounds(50)];
const program = path.join(__dirname, 'program.cjs');

interface Left {
  readonly tensors: number;
  readonly bytes: number;
  readonly threads: number;
  readonly handles: number;
  readonly rss: number;
  readonly done?: number;
  readonly outcomes?: Readonly<Record<string, number>>;
}

async function leftBy(what: 'steps' | 'abort', count: number): Promise<Left> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, what, String(count)]);
  return JSON.parse(stdout) as Left;
}

async function measure(): Promise<Figure[]> {
  const steps = await leftBy('steps', STEPS);
  const abort = await leftBy('abort', RUNS);
  console.log(`the runs: ${JSON.stringify(abort.outcomes)}`);
  const exactly = (name: string, value: number): Figure => ({ name, value, unit: '', atMost: 0 });
  return [
    {
      name: `resident memory after ${STEPS.toLocaleString('en')} steps more`,
      value: steps.rss,
      unit: 'MB',
      atMost: 20,
    },
    exactly(`tensors after ${STEPS.toLocaleString('en')} steps more`, steps.tensors),
    exactly(`tensors after ${RUNS} runs`, abort.tensors),
    exactly(`bytes of tensors after ${RUNS} runs`, abort.bytes),
    exactly(`threads after ${RUNS} runs`, abort.threads),
    exactly(`handles after ${RUNS} runs`, abort.handles),
    { name: `resident memory after ${RUNS} runs`, value: abort.rss, unit: 'MB' },
  ];
}

export const suite: OwnSuite = { title: 'memory, threads and handles after long runs', measure };
