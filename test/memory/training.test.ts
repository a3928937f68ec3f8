/** What training leaves behind; `npm run bench -- soak` does the same for 20,000 steps and 50 runs. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { leastBelow } from '../support/least';

const program = path.join(__dirname, '../../bench/suites/soak/program.cjs');

interface Left {
  readonly done: number;
  readonly rss: number;
}

function leftBy(what: string, count: number): Left {
  const args = ['--expose-gc', program, what, String(count)];
  // One thread and the default kernels: it is about what is left, and takes a quarter of the time.
  const env = { ...process.env, OMP_NUM_THREADS: '1', LIBTORCH_NODE_FUSED_RNN: '1' };
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env, timeout: 240_000 })) as Left;
}

test('1,000 steps of a Trainer', async () => {
  const megabytes = await leastBelow(20, () => {
    const left = leftBy('steps', 1000);
    expect(left).toMatchObject({ done: 1000, tensors: 0, bytes: 0, threads: 0, handles: 0 });
    return left.rss;
  });
  expect(megabytes).toBeLessThan(20);
}, 730_000);
