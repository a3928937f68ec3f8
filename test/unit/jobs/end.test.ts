import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KINDS, WAYS, endOf, prepare } from './end';

const folder = mkdtempSync(path.join(tmpdir(), 'jobs-end-'));
beforeAll(() => prepare(folder));
afterAll(() => rmSync(folder, { recursive: true }));

/** Some pairs of a kind and a way; scripts/end-of-process.ts runs all, many times. */
const pairs = [
  ...KINDS.map((kind) => [kind, 'exit'] as const),
  ...(Object.keys(WAYS) as (keyof typeof WAYS)[]).slice(1).map((way) => ['backward', way] as const),
];

test.each(pairs)(
  '%s, ended by %s, has the exit code of that end',
  (kind, way) => {
    expect(endOf(kind, way, folder)).toBe(WAYS[way]);
  },
  60_000,
);

test('what was being saved is whole or not there', () => {
  expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
});
