import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { data, datasets } from '../../../lib';

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'folders-'));
  const files = {
    'train/pos/1_9.txt': 'Wonderful.',
    'train/pos/0_8.txt': 'A good film.',
    'train/neg/0_2.txt': 'Dull.',
    'train/unsup/0_0.txt': 'Not rated.',
    'test/pos/0_10.txt': 'Best of the year.',
    'test/neg/0_1.txt': 'Terrible.',
    'train/neg/readme.md': 'no review',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  mkdirSync(path.join(root, 'empty'));
});
afterAll(() => rmSync(root, { recursive: true }));

test('imdb reads the layout of aclImdb, without the reviews that have no label', () => {
  const train = datasets.imdb(root);
  expect(train.classes).toEqual(['neg', 'pos']);
  expect(Array.from({ length: train.length }, (_, i) => train.get(i))).toEqual([
    ['Dull.', 0],
    ['A good film.', 1],
    ['Wonderful.', 1],
  ]);
  expect(datasets.imdb(root, { split: 'test' }).length).toBe(2);
  expect(() => datasets.imdb(root, { split: 'dev' as never })).toThrow(/'train' or 'test'/);
});

test('a folder of classes is batched like any dataset', () => {
  const folder = new datasets.FolderDataset(path.join(root, 'train'), { extensions: ['.txt'] });
  expect(folder.classes).toEqual(['neg', 'pos', 'unsup']);
  const [[texts, labels]] = [...new data.DataLoader(folder, { batchSize: 10 })] as unknown as [
    [string[], { shape: number[] }],
  ];
  expect(texts).toEqual(['Dull.', 'A good film.', 'Wonderful.', 'Not rated.']);
  expect(labels.shape).toEqual([4]);
});

test('what is missing is named', () => {
  expect(() => datasets.imdb(path.join(root, 'nowhere'))).toThrow(/nowhere.*does not exist/);
  expect(() => new datasets.FolderDataset(path.join(root, 'empty'))).toThrow(/has no folders, so no classes/);
  const options = { extensions: ['.jpg'] };
  expect(() => new datasets.FolderDataset(path.join(root, 'train'), options)).toThrow(/no file that ends in .jpg/);
});
