/** examples/vae.ts and examples/ppo.ts in short: they start, learn and end. */
import { spawnSync } from 'node:child_process';
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
