/**
 * Guards the dispatch path by counting instructions, which, unlike seconds, do not depend on what else the machine does.
 * Two runs that differ only in the number of calls are subtracted; what is left is the calls'. Skipped, and said so,
 * where there is no valgrind.
 */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const program = path.join(__dirname, '../../bench/instructions/program.cjs');
const hasValgrind = spawnSync('valgrind', ['--version']).status === 0;
/** How often each is called in the two runs: fewer times what takes longer. */
const CALLS: readonly [fewer: number, more: number] = [5_000, 25_000];
const CALLS_OF_MODELS: readonly [fewer: number, more: number] = [100, 600];

/** What one call took when this was recorded (Node 20, x86-64), and a quarter more for other Nodes and libraries. */
const RECORDED = {
  ...{ 'add in a scope': 5800, 'add with gradients': 9438 },
  ...{ 'training step': 457_686, 'run of layers': 118_939 },
} as const;
const MARGIN = 1.25;

function count(which: string, calls: number): Promise<number> {
  const node = [process.execPath, '--predictable', '--single-threaded', program, which, String(calls)];
  const args = ['--tool=callgrind', '--callgrind-out-file=/dev/null', ...node];
  // The plainest kernels: those for wider vectors would be another count on another processor.
  const plain = { ATEN_CPU_CAPABILITY: 'default', LIBTORCH_NODE_CPU_CAPABILITY: 'default' };
  const env = { ...process.env, ...plain, OMP_NUM_THREADS: '1', LIBTORCH_NODE_FUSED_MLP: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn('valgrind', args, { env });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => {
      const found = /Collected : (\d+)/.exec(text)?.[1];
      if (status === 0 && found) resolve(Number(found));
      else reject(new Error(`valgrind ended with ${status}: ${text}`));
    });
  });
}

(hasValgrind ? test : test.skip).each(Object.entries(RECORDED))(
  '%s takes at most a quarter more than %p instructions',
  async (which, recorded) => {
    const [fewer, more] = which.startsWith('add') ? CALLS : CALLS_OF_MODELS;
    const [few, many] = await Promise.all([count(which, fewer), count(which, more)]);
    const each = (many - few) / (more - fewer);
    console.log(`${which}: ${Math.round(each)} instructions a call`);
    expect(each).toBeGreaterThan(recorded / 10); // something was counted
    expect(each).toBeLessThan(recorded * MARGIN);
  },
  600_000,
);
