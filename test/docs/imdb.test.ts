/** examples/imdb.ts on a made-up folder in the layout of aclImdb. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');

const OPINIONS = {
  pos: ['wonderful', 'loved', 'great', 'moving', 'best'],
  neg: ['dull', 'waste', 'worst', 'awful', 'boring'],
} as const;

/** A review of some length in which a few words say what it thinks. */
function review(kind: 'pos' | 'neg', index: number): string {
  const filler = ['the film', 'an actor', 'of it', 'that scene', 'in a way', 'was', 'and then'];
  const parts = Array.from({ length: 4 + (index % 9) }, (_, i) => {
    const word = OPINIONS[kind][(index + i) % OPINIONS[kind].length];
    return `${filler[(index * 3 + i) % filler.length]} ${i % 2 ? word : filler[(index + i) % filler.length]}`;
  });
  return `${parts.join(' ')}.<br /><br />${OPINIONS[kind][index % 5]}!`;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'imdb-'));
  for (const [split, count] of [
    ['train', 64],
    ['test', 20],
  ] as const) {
    for (const kind of ['pos', 'neg', 'unsup'] as const) {
      mkdirSync(path.join(folder, 'aclImdb', split, kind), { recursive: true });
      for (let i = 0; i < count; i++) {
        const file = path.join(folder, 'aclImdb', split, kind, `${i}_${kind === 'pos' ? 9 : 2}.txt`);
        writeFileSync(file, kind === 'unsup' ? 'not rated' : review(kind, split === 'train' ? i : i + 1000));
      }
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): string {
  const program = [path.join(root, 'scripts/run-ts.cjs'), path.join(root, 'examples/imdb.ts')];
  const result = spawnSync(process.execPath, [...program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (result.status !== 0) throw new Error(`it ended with ${result.status ?? result.signal}: ${result.stderr}`);
  return result.stdout;
}

test('learns made-up reviews, saves the model, and classifies with it', () => {
  const output = run('--epochs', '12');
  expect(output).toContain('128 reviews to train on, 40 to test; ');
  const accuracies = [...output.matchAll(/accuracy on the test reviews (\d\.\d+)/g)].map(([, value]) => Number(value));
  expect(accuracies).toHaveLength(12);
  expect(accuracies.at(-1)).toBeGreaterThanOrEqual(0.9);
  expect(run('--load', 'imdbnet.pt', '--classify', 'the film was great, wonderful')).toMatch(/: positive/);
  expect(run('--load', 'imdbnet.pt', '--classify', 'the film was dull, awful')).toMatch(/: negative/);
}, 180_000);

test('a folder that is not there is named', () => {
  expect(() => run('--dir', 'nowhere')).toThrow(/nowhere.*there is no such file/);
}, 180_000);
