/** examples/translate.ts translates as well as its twin in Python: BLEU over three seeds. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pythonPath } from '../../support/python';

const root = path.join(__dirname, '../../..');
const SEEDS = [1, 2, 3];

let folder: string;
let pairs: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'translate-'));
  pairs = path.join(folder, 'pairs.tsv');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ran(program: string, args: readonly string[]): string {
  // One thread: under load two wait for each other most of the time, in Python as here.
  const env = { ...process.env, OMP_NUM_THREADS: '1' };
  const result = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 400_000, env });
  if (result.status !== 0) throw new Error(`it ended with ${result.status ?? result.signal}: ${result.stderr}`);
  return result.stdout;
}

const example = (...args: string[]): string =>
  ran(process.execPath, [path.join(root, 'scripts/run-ts.cjs'), path.join(root, 'examples/translate.ts'), ...args]);

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);

const CASES = [
  { model: 'gru', hidden: 64, epochs: 6, lr: 0.005 },
  { model: 'transformer', hidden: 64, epochs: 6, lr: 0.002 },
] as const;

test.each(CASES)(
  '$model',
  ({ model, hidden, epochs, lr }) => {
    const sizes = ['--model', model, '--hidden', `${hidden}`, '--epochs', `${epochs}`, '--lr', `${lr}`];
    if (model === 'gru') example('--limit', '2000', '--epochs', '0', '--write', pairs);
    expect(readFileSync(pairs, 'utf8').trim().split('\n')).toHaveLength(2000);
    const ours = SEEDS.map((seed) => {
      const output = example('--pairs', pairs, '--seed', `${seed}`, ...sizes);
      return Number(/BLEU (\d+\.\d+)[^\n]*\n(?![\s\S]*BLEU)/.exec(output)?.[1]);
    });
    const twin = path.join(__dirname, 'twin.py');
    const theirs = ran(pythonPath, [twin, pairs, model, `${hidden}`, `${epochs}`, `${lr}`, ...SEEDS.map(String)]);
    const python = theirs.trim().split(' ').map(Number);
    expect([...ours, ...python].every((bleu) => bleu > 50)).toBe(true);
    // Batches are shuffled by different generators: as far apart as seeds are, and a point for what seeds hide.
    expect(Math.abs(mean(ours) - mean(python))).toBeLessThanOrEqual(Math.max(spread(ours), spread(python)) + 1);
  },
  600_000,
);

test('a sentence, what it looked at, and a model that is saved', () => {
  const [svg, saved] = [path.join(folder, 'attention.svg'), path.join(folder, 'model.pt')];
  const said = ['--say', 'today i see the small dog .', '--svg', svg, '--save', saved];
  const output = example('--limit', '300', '--epochs', '1', '--hidden', '16', ...said);
  expect(output).toMatch(/today i see the small dog \. {2}→ {2}\S/);
  const picture = readFileSync(svg, 'utf8');
  expect(picture).toMatch(/^<svg [\s\S]*<rect [^>]*fill-opacity="\d\.\d{3}"[\s\S]*<\/svg>\n$/);
  expect(picture).toContain('>today</text>');
  expect(readFileSync(saved).length).toBeGreaterThan(1000);
}, 300_000);
