/** Pairs of sentences from a file, and batches of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Tensor, data, datasets } from '../../../lib/index';

let folder: string;
const file = (content: string | Uint8Array): string => {
  const name = path.join(folder, 'pairs.tsv');
  writeFileSync(name, content);
  return name;
};
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'pairs-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = 'Go.\tGeh.\tCC-BY 2.0\r\n\r\nHi "there"\tHallo „du“\tCC-BY 2.0\nI see.\tIch verstehe.\tx\n';

test('the first two columns, with quotes as they are', async () => {
  expect(await datasets.sentencePairs(file(LINES))).toEqual([
    ['Go.', 'Geh.'],
    ['Hi "there"', 'Hallo „du“'],
    ['I see.', 'Ich verstehe.'],
  ]);
});

test('the other way, gzip, a limit, a filter, another separator', async () => {
  const zipped = file(gzipSync(LINES));
  expect(await datasets.sentencePairs(zipped, { columns: [1, 0], limit: 1 })).toEqual([['Geh.', 'Go.']]);
  expect(await datasets.sentencePairs(zipped, { filter: (source) => source.startsWith('I') })).toHaveLength(1);
  expect(await datasets.sentencePairs(zipped, { limit: 0 })).toEqual([]);
  expect(await datasets.sentencePairs(file('a ||| b'), { separator: '|||' })).toEqual([['a', 'b']]);
});

test('a line without a translation is named, or left out', async () => {
  const name = file('a\tb\nonly one\nc\td\n');
  await expect(datasets.sentencePairs(name)).rejects.toThrow(
    /pairs\.tsv:2: expected a sentence in each of the columns/,
  );
  const skipped: string[] = [];
  const onSkip = (error: Error): void => void skipped.push(error.message);
  expect(await datasets.sentencePairs(name, { onError: 'skip', onSkip })).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(skipped).toHaveLength(1);
});

test('what is no file and what is no option', async () => {
  await expect(datasets.sentencePairs(folder)).rejects.toMatchObject({ code: 'ERR_TORCH_FILE' });
  await expect(datasets.sentencePairs('x', { columns: [0] as never })).rejects.toThrow('two numbers of columns');
  await expect(datasets.sentencePairs('x', { separator: '' })).rejects.toThrow('a string that is not empty');
});

describe('a batch of pairs', () => {
  const lists = (batch: readonly Tensor[]): unknown[] => batch.map((tensor) => tensor.tolist());

  test('two sequences, what goes with them, and both lengths', () => {
    const collate = data.padCollate({ sequences: 2, lengths: true });
    const batch = collate([
      [[5, 6, 7], [1], 0],
      [[8], [2, 3], 1],
    ]);
    expect(lists(batch)).toEqual([[[5, 6, 7], [8, 0, 0]], [[1, 0], [2, 3]], [0, 1], [3, 1], [1, 2]]); // prettier-ignore
    const typed: [Tensor, Tensor, Tensor, Tensor, Tensor] = batch;
    expect(typed).toHaveLength(5);
  });

  test('each column decides about its own dtype', () => {
    const [source, target] = data.padCollate({ sequences: 2 })([[[1, 2], [0.5]]] as [number[], number[]][]);
    expect([source.dtype.name, target.dtype.name]).toEqual(['int64', 'float32']);
  });

  test('a sample without its second sequence', () => {
    const collate = data.padCollate({ sequences: 2 }) as (samples: unknown[]) => unknown;
    expect(() => collate([[[1, 2]]])).toThrow(/sample 0 should be/);
    expect(() => data.padCollate({ sequences: 0 })).toThrow(/sequences/);
  });
});
