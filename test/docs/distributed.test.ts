/** examples/distributed.ts in small: two ranks train on the spam mails, and go on with the run. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Starter } from '../unit/cli/starter';

const root = path.join(__dirname, '../..');
const register = path.join(root, 'scripts/register-ts.cjs');

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'distributed-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The steps and the accuracy that rank 0 tells at the end. */
async function train(...args: readonly string[]): Promise<readonly [steps: number, accuracy: number]> {
  const options = ['--nproc-per-node', '2', '--node-args', `--require ${register}`];
  const program = [path.join(root, 'examples/distributed.ts'), '--mails', '400', '--folder', path.join(folder, 'run')];
  const { code, stdout, stderr } = await new Starter([...options, ...program, ...args]).ended;
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  const lines = [...stdout.matchAll(/^\[default(\d)\]:(\d+) steps, accuracy on held-out mails ([\d.]+)$/gm)];
  expect(lines.map(([, rank]) => rank)).toEqual(['0']);
  return [Number(lines[0]?.[2]), Number(lines[0]?.[3])];
}

test('two ranks learn, and go on with the run', async () => {
  // 320 mails, half of them on each rank, in batches of 32.
  const [steps, accuracy] = await train('--epochs', '6');
  expect(steps).toBe(30);
  expect(accuracy).toBeGreaterThan(0.6);
  const [later] = await train('--epochs', '7', '--resume');
  expect(later).toBe(35);
  const events = readFileSync(path.join(folder, 'run/events.jsonl'), 'utf8');
  expect(events.match(/"type":"epochEnd"/g)).toHaveLength(7);
}, 300_000);
