/** What long runs leave behind: 20,000 steps in one, and 50 runs in one process that end at random moments. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Figure, OwnSuite } from '../../harness/types';

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
  const steps = await leftBy('steps', 20_000);
  const abort = await leftBy('abort', 50);
  console.log(`the runs: ${JSON.stringify(abort.outcomes)}`);
  const exactly = (name: string, value: number): Figure => ({ name, value, unit: '', atMost: 0 });
  return [
    { name: 'resident memory after 20,000 steps more', value: steps.rss, unit: 'MB', atMost: 20 },
    exactly('tensors after 20,000 steps more', steps.tensors),
    exactly('tensors after 50 runs', abort.tensors),
    exactly('bytes of tensors after 50 runs', abort.bytes),
    exactly('threads after 50 runs', abort.threads),
    exactly('handles after 50 runs', abort.handles),
    { name: 'resident memory after 50 runs', value: abort.rss, unit: 'MB' },
  ];
}

export const suite: OwnSuite = { title: 'memory, threads and handles after long runs', measure };
