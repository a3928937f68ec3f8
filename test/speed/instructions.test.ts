/**
 * Guards the dispatch path by counting instructions, which, unlike seconds, do not depend on what else the machine does.
 * Two runs of calls that differ only in their number are subtracted; what is left is the calls'. Skipped, and said so,
 * where there is no valgrind.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const program = path.join(__dirname, '../../bench/instructions/program.cjs');
const hasValgrind = spawnSync('valgrind', ['--version']).status === 0;

interface Case {
  /** What one call took when this was recorded (Node 20, x86-64), each after those above it. */
  readonly recorded: number;
  /** The calls of the smaller run; the larger one has five times as many. */
  readonly calls: number;
}

const CASES: Readonly<Record<string, Case>> = {
  'add in a scope': { recorded: 5425, calls: 5000 },
  'add with gradients': { recorded: 10_214, calls: 5000 },
  'training step': { recorded: 238_892, calls: 100 },
  'run of layers': { recorded: 146_067, calls: 100 },
  'tensor of 1,000 numbers': { recorded: 85_275, calls: 100 },
};
/** A quarter more for other Nodes and libraries. */
const MARGIN = 1.25;

/** The program by its marks, four for each case: before the smaller run and after it, and so with the larger one. */
async function countParts(): Promise<number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'instructions-'));
  const file = path.join(folder, 'parts');
  const cases = Object.entries(CASES).flatMap(([name, { calls }]) => [name, String(calls)]);
  const node = [process.execPath, '--expose-gc', '--predictable', '--single-threaded', program, ...cases];
  const args = ['--tool=callgrind', `--callgrind-out-file=${file}`, '--dump-before=getpriority', ...node];
  // The plainest kernels: those for wider vectors would be another count on another processor.
  const plain = { ATEN_CPU_CAPABILITY: 'default', LIBTORCH_NODE_CPU_CAPABILITY: 'default' };
  const env = { ...process.env, ...plain, OMP_NUM_THREADS: '1', LIBTORCH_NODE_FUSED_MLP: '1' };
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn('valgrind', args, { env });
      let text = '';
      child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.on('error', reject);
      child.on('close', (status) => {
        if (status === 0) resolve();
        else reject(new Error(`valgrind ended with ${status}: ${text}`));
      });
    });
    // What a mark ends is parts.1, parts.2 and so on; the rest is in the file itself.
    const marks = readdirSync(folder).length - 1;
    const names = [...Array.from({ length: marks }, (_, i) => `parts.${i + 1}`), 'parts'];
    return names.map((name) => Number(/^totals: (\d+)/m.exec(readFileSync(path.join(folder, name), 'utf8'))?.[1]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

(hasValgrind ? describe : describe.skip)('instructions of a call', () => {
  let parts: number[] = [];
  beforeAll(async () => {
    parts = await countParts();
  }, 900_000);

  test.each(Object.entries(CASES).map(([name, one], i) => ({ name, ...one, first: 1 + 4 * i })))(
    '$name takes at most a quarter more than $recorded',
    ({ name, recorded, calls, first }) => {
      expect(parts).toHaveLength(1 + 4 * Object.keys(CASES).length);
      const [few, many] = [parts[first], parts[first + 2]] as [number, number];
      const each = (many - few) / (4 * calls);
      console.log(`${name}: ${Math.round(each)} instructions a call`);
      expect(each).toBeGreaterThan(recorded / 10); // something was counted
      expect(each).toBeLessThan(recorded * MARGIN);
    },
  );
});
