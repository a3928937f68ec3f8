/** Examples that have no test of their own, in short: they start, learn and end. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

function run(example: string, ...args: string[]): string {
  const program = [path.join(root, 'scripts/run-ts.cjs'), path.join(root, 'examples', example)];
  const result = spawnSync(process.execPath, [...program, ...args], { encoding: 'utf8', timeout: 240_000 });
  if (result.status !== 0) throw new Error(`it ended with ${result.status ?? result.signal}: ${result.stderr}`);
  return result.stdout;
}

test('the variational autoencoder finds pictures more likely as it learns, and draws some', () => {
  const output = run('vae.ts', '--epochs', '3');
  const bounds = [...output.matchAll(/^epoch \d+: (-?\d+\.\d+) nats/gm)].map(([, value]) => Number(value));
  expect(bounds.length).toBeGreaterThan(0);
  // A pixel that is 0 or 1 with equal probability costs 0.69 nats: 135.9 for a picture of 14 by 14.
  expect(bounds.at(-1)).toBeGreaterThan(-14 * 14 * Math.LN2);
  expect(output).toContain('██');
}, 300_000);

test('the agent balances the pole longer than by chance after two iterations', () => {
  const output = run('ppo.ts', '--iterations', '2');
  expect(output).toMatch(/^iteration 2: \d+ steps, mean return \d+\.\d$/m);
  const [, mean] = /mean return of 20 episodes: (\d+\.\d) of 500/.exec(output) ?? [];
  // Choices by chance last for some 22 steps, and always the same one for some 9.
  expect(Number(mean)).toBeGreaterThan(9);
}, 300_000);

test('gradients of each sample train a private classifier', () => {
  const output = run('per-sample-gradients.ts', '--epochs', '8');
  const [, difference] = /differ by (\S+)/.exec(output) ?? [];
  expect(Number(difference)).toBeLessThan(1e-5);
  const accuracies = [...output.matchAll(/accuracy (\d\.\d+)/g)].map(([, value]) => Number(value));
  expect(accuracies).toHaveLength(8);
  // The larger class has some 61 % of the points.
  expect(accuracies.at(-1)).toBeGreaterThan(0.75);
}, 300_000);

test('an ensemble that is trained in one call is right more often than its members', () => {
  const output = run('ensemble.ts', '--epochs', '7');
  const [, difference] = /differ by (\S+)/.exec(output) ?? [];
  expect(Number(difference)).toBeLessThan(1e-5);
  const rates = [...output.matchAll(/a member (\d\.\d+), together (\d\.\d+)/g)].map(([, ...both]) => both.map(Number));
  expect(rates).toHaveLength(7);
  const [alone, together] = rates.at(-1) as [number, number];
  expect(alone).toBeGreaterThan(0.9);
  expect(together).toBeGreaterThan(alone);
}, 300_000);

test('the profiled loop prints a table and writes a trace with its spans', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'profile-'));
  try {
    expect(run('profiling.ts', folder)).toMatch(/^\s*aten::addmm /m);
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const { traceEvents } = JSON.parse(readFileSync(path.join(folder, file as string), 'utf8')) as {
      readonly traceEvents: readonly { readonly name: string }[];
    };
    const named = (name: string): number => traceEvents.filter((event) => event.name === name).length;
    expect([named('forward'), named('backward'), named('Optimizer.step#AdamW.step')]).toEqual([3, 3, 3]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
