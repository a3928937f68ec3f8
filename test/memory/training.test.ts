/** What training leaves behind; `npm run bench -- soak` does the same for 20,000 steps and 50 runs. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const program = path.join(__dirname, '../../bench/suites/soak/program.cjs');

interface Left {
  readonly done: number;
  readonly rss: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

function leftBy(what: string, count: number): Left {
  const args = ['--expose-gc', program, what, String(count)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 240_000 })) as Left;
}

test('2,000 steps of a Trainer', () => {
  const left = leftBy('steps', 2000);
  expect(left).toMatchObject({ done: 2000, tensors: 0, bytes: 0, threads: 0, handles: 0 });
  expect(left.rss).toBeLessThan(20);
}, 250_000);

test('runs that end at random moments, in this thread and in workers', () => {
  const left = leftBy('abort', 12);
  expect(left).toMatchObject({ tensors: 0, bytes: 0, threads: 0, handles: 0 });
  expect(Object.values(left.outcomes).reduce((sum, count) => sum + count, 0)).toBe(20);
  // Nothing else than what was asked for happened to them.
  expect(
    Object.keys(left.outcomes).filter((name) => !['finished', 'enough', 'ERR_TRAINING_WORKER'].includes(name)),
  ).toEqual([]);
}, 250_000);
