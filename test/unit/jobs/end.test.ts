import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as torch from '../../../lib/index';
import { KINDS, REPEATABLE, WAYS, type Way, endOf, prepare } from './end';

const folder = mkdtempSync(path.join(tmpdir(), 'jobs-end-'));
beforeAll(() => prepare(folder));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each kind and each way once or twice; `npm run soak:exit` does all pairs, a hundred times. */
const pairs: (readonly [kind: string, way: Way])[] = [
  ...KINDS.map((kind) => [kind, 'exit'] as const),
  ...(Object.keys(WAYS) as Way[]).slice(1).map((way) => ['backward', way] as const),
  ['trainInWorker', 'exitInWorker'],
];

test.each(pairs)(
  '%s, ended by %s, has the exit code of that end',
  async (kind, way) => {
    expect(await endOf(kind, way, folder, REPEATABLE.has(way) ? 2 : 1)).toBe(WAYS[way]);
  },
  120_000,
);

test('what was being saved is whole or not there', () => {
  const names = readdirSync(folder);
  expect(names.filter((name) => name.includes('.tmp'))).toEqual([]);
  for (const name of names.filter((each) => each.startsWith('saved-') && each.endsWith('.pt'))) {
    expect((torch.load(path.join(folder, name)) as { x: torch.Tensor }).x.shape).toEqual([300, 300]);
  }
});

test('a worker that ends inside a native call leaves the process alone', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [path.join(__dirname, 'end-native.cjs')]);
  const lines = stdout.trim().split('\n');
  expect(stderr).toBe('');
  expect(lines).toHaveLength(19);
  expect(lines.slice(0, -1).filter((line) => !/^\w+ 3$/.test(line))).toEqual([]);
  expect(lines.at(-1)).toBe('loading 1');
}, 120_000);
