import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { data, datasets, TorchError, TorchIndexError } from '../../../lib/index';

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
  expect(() => datasets.imdb(path.join(root, 'nowhere'))).toThrow(/nowhere.*there is no such file/);
  expect(() => new datasets.FolderDataset(path.join(root, 'empty'))).toThrow(/has no folders, so no classes/);
  const options = { extensions: ['.jpg'] };
  expect(() => new datasets.FolderDataset(path.join(root, 'train'), options)).toThrow(
    /has no file that ends in .jpg in the classes neg, pos, unsup/,
  );
});

describe('a folder as people have it', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'classes-'));
    const files = {
      'a/z.txt': 'z',
      'a/B.TXT': 'B',
      'a/.DS_Store': 'no sample',
      'a/.cache/c.txt': 'no sample',
      'a/deep/0.txt': 'deep 0',
      'a/deep/er/0.txt': 'deeper 0',
      'a/d/1.txt': 'd 1',
      'a/folder.txt/2.txt': '2',
      '.git/config.txt': 'no class',
      'elsewhere/.hidden': '',
      'ä/\u{1F600}.txt': 'astral',
      'ä/\uFF5E.txt': 'tilde',
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
      writeFileSync(path.join(dir, name), text);
    }
    symlinkSync(path.join(dir, 'a'), path.join(dir, 'a', 'deep', 'loop'));
    symlinkSync('..', path.join(dir, 'a', 'deep', 'up'));
    symlinkSync('loop', path.join(dir, 'a', 'loop'));
    symlinkSync('a', path.join(dir, 'link'));
    execFileSync('mkfifo', [path.join(dir, 'a', 'pipe.txt')]);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const relative = (folder: datasets.FileDataset): unknown[] =>
    folder.files.map(([file, label]) => [path.relative(dir, file), label]);

  test('circles of links end, each folder is read once, in the order of sorted(os.walk(folder, followlinks=True))', () => {
    const folder = new datasets.FolderDataset(dir, { extensions: ['.txt'], classes: ['ä', 'a'] });
    expect(relative(folder)).toEqual([
      ['ä/\uFF5E.txt', 0],
      ['ä/\u{1F600}.txt', 0],
      ['a/B.TXT', 1],
      ['a/z.txt', 1],
      ['a/d/1.txt', 1],
      ['a/deep/0.txt', 1],
      ['a/deep/er/0.txt', 1],
      ['a/folder.txt/2.txt', 1],
    ]);
    expect(folder.get(6)).toEqual(['deeper 0', 1]);
  });

  test('hidden folders are no classes, hidden files no samples; a link to a folder is a class', () => {
    expect(() => new datasets.FolderDataset(dir)).toThrow(
      /has no file in the class elsewhere; allowEmpty: true takes it/,
    );
    const folder = new datasets.FolderDataset(dir, { allowEmpty: true, extensions: ['.TXT'] });
    expect(folder.classes).toEqual(['a', 'elsewhere', 'link', 'ä']);
    expect(
      relative(folder).filter((entry) => String(entry).includes('.DS_Store') || String(entry).includes('.c')),
    ).toEqual([]);
    expect(folder.files.filter(([, label]) => label === 2)).toHaveLength(6);
  });

  test('what cannot be read is an error with the cause', () => {
    const gone = path.join(dir, 'a', 'gone.txt');
    symlinkSync('nothing', gone);
    const folder = new datasets.FolderDataset(dir, { classes: ['a'] });
    const index = folder.files.findIndex(([file]) => file === gone);
    const caught = (read: () => unknown): TorchError => {
      try {
        read();
      } catch (error) {
        return error as TorchError;
      }
      throw new Error('nothing was thrown');
    };
    const missing = caught(() => folder.get(index));
    expect(missing).toBeInstanceOf(TorchError);
    expect(missing.message).toBe(`FileDataset: ${JSON.stringify(gone)}: there is no such file`);
    expect([missing.code, (missing.cause as NodeJS.ErrnoException).code]).toEqual(['ERR_TORCH_FILE', 'ENOENT']);
    unlinkSync(gone);
    const directory = new datasets.FileDataset([[dir, 0]], ['x']);
    expect(() => directory.get(0)).toThrow(/is a folder, not a regular file/);
    const own = new datasets.FileDataset([[dir, 0]], ['x'], (file) => readFileSync(file, 'latin1'));
    expect((caught(() => own.get(0)).cause as NodeJS.ErrnoException).code).toBe('EISDIR');
    expect(() => own.get(1)).toThrow(TorchIndexError);
    const noFolder = caught(() => new datasets.FolderDataset(path.join(dir, 'a', 'z.txt')));
    expect([noFolder.code, (noFolder.cause as NodeJS.ErrnoException).code]).toEqual(['ERR_TORCH_FILE', 'ENOTDIR']);
  });

  test('bytes that are no UTF-8 are an error that says how to read them; a byte order mark is none of the text', () => {
    const file = path.join(dir, 'latin.bin');
    writeFileSync(file, Buffer.from('café', 'latin1'));
    expect(() => new datasets.FileDataset([[file, 0]], ['x']).get(0)).toThrow(
      /is not text in UTF-8: read it with `load`/,
    );
    const read = new datasets.FileDataset([[file, 0]], ['x'], (name) => readFileSync(name, 'latin1'));
    expect(read.get(0)).toEqual(['café', 0]);
    writeFileSync(file, '\uFEFFcafé');
    expect(new datasets.FileDataset([[file, 0]], ['x']).get(0)).toEqual(['café', 0]);
  });

  test.each([
    [[5], /FolderDataset: expected the path of a file, got 5/],
    [[''], /an empty string/],
    [['x', { extension: ['.txt'] }], /unknown option 'extension': did you mean 'extensions'/],
    [['x', { extensions: '.txt' }], /'extensions' should be a list of endings or null, got '.txt'/],
    [['x', { classes: [1] }], /'classes' should be a list of names or null/],
    [['x', { load: 5 }], /'load' should be a function/],
  ])('refuses %p', (args, message) => {
    expect(() => new datasets.FolderDataset(...(args as [string]))).toThrow(message);
  });

  test('the other readers of folders have the same options', () => {
    expect(() => datasets.imdb(dir, { spilt: 'train' } as never)).toThrow(/did you mean 'split'/);
    expect(() => datasets.spamAssassin({ dri: 'x' } as never)).toThrow(/did you mean 'dir'/);
    expect(() => datasets.spamAssassin({ dir: path.join(dir, 'none') })).toThrow(/there is no such file/);
    expect(() => new datasets.FileDataset([['a']] as never, ['x'])).toThrow(
      /'files' should be a list of \[file, label\]/,
    );
  });
});
