import { ReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { data, datasets, TorchError } from '../../../lib/index';
import { takeIndices } from '../../../lib/data/draw';
import { lines } from '../../../lib/data/datasets/rows/lines';
import { Readable } from 'node:stream';

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'rows-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const file = path.join(root, name);
  writeFileSync(file, content);
  return file;
}

async function all<T>(dataset: AsyncIterable<T> | data.IterableDataset<T>): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of dataset as AsyncIterable<T>) rows.push(row);
  return rows;
}

async function caught(dataset: data.IterableDataset<unknown>): Promise<TorchError> {
  try {
    await all(dataset);
  } catch (error) {
    return error as TorchError;
  }
  throw new Error('nothing was thrown');
}

describe('CsvDataset', () => {
  test('quotes, commas, line ends and quotes inside quotes, a byte order mark, CRLF, empty lines', async () => {
    const file = write('a.csv', '\uFEFFtext,label\r\n"one, two",1\r\n\r\n"three\nfour",2\r\n"say ""hi""",3\r\n');
    expect(await all(new datasets.CsvDataset(file))).toEqual([
      { text: 'one, two', label: '1' },
      { text: 'three\nfour', label: '2' },
      { text: 'say "hi"', label: '3' },
    ]);
  });

  test('TSV, names of its own, no header, and gzip', async () => {
    const file = write('a.tsv.gz', gzipSync('one\t1\ntwo\t2'));
    const named = new datasets.CsvDataset(file, { delimiter: '\t', header: ['word', 'count'] });
    expect(await all(named)).toEqual([
      { word: 'one', count: '1' },
      { word: 'two', count: '2' },
    ]);
    const plain = new datasets.CsvDataset<string[]>(file, { delimiter: '\t', header: false });
    expect(await all(plain)).toEqual([
      ['one', '1'],
      ['two', '2'],
    ]);
  });

  test('types and map make samples, which a loader batches; each epoch reads anew', async () => {
    const file = write('b.csv', `x,y\n${Array.from({ length: 5 }, (_, i) => `${i / 2},${i}`).join('\n')}`);
    const dataset = new datasets.CsvDataset(file, {
      types: { x: 'number', y: 'integer' },
      map: ({ x, y }: { x: number; y: number }) => [Float32Array.of(x), y] as const,
    });
    const loader = new data.DataLoader(dataset, { batchSize: 2 });
    for (let epoch = 0; epoch < 2; epoch++) {
      const labels: number[][] = [];
      for await (const [x, y] of loader) {
        expect([x.dtype.name, x.shape[1]]).toEqual(['float32', 1]);
        labels.push(takeIndices(y));
      }
      expect(labels).toEqual([[0, 1], [2, 3], [4]]);
    }
  });

  const bad = (): string => write('bad.csv', 'text,spam\na,1\nb,yes\n"c\nd",0\ne\nf,1,2\ng,0\n"h"x,1\ni,1\n');
  const types = { spam: 'integer' } as const;

  test('a malformed row names the file and the line, and comes after the good rows before it', async () => {
    const file = bad();
    const error = await caught(new datasets.CsvDataset(file, { types }));
    expect(error).toBeInstanceOf(TorchError);
    expect(error.message).toBe(`${file}:3: the column 'spam' should hold integers, got 'yes'`);
    expect(error.cause).toBeInstanceOf(TypeError);
    const seen: unknown[] = [];
    await expect(async () => {
      for await (const batch of new data.DataLoader(new datasets.CsvDataset(file, { types }))) seen.push(batch);
    }).rejects.toThrow(/^CsvDataset failed after 1 samples: .*bad\.csv:3: /);
    expect(seen).toHaveLength(1);
  });

  test("onError: 'skip' leaves malformed rows out and tells of each", async () => {
    const file = bad();
    const skipped: string[] = [];
    const onSkip = (error: TorchError): void => void skipped.push(error.message.slice(file.length));
    const rows = await all(new datasets.CsvDataset(file, { types, onError: 'skip', onSkip }));
    expect(rows).toEqual([
      { text: 'a', spam: 1 },
      { text: 'c\nd', spam: 0 },
      { text: 'g', spam: 0 },
      { text: 'i', spam: 1 },
    ]);
    expect(skipped).toEqual([
      expect.stringMatching(/^:3: the column 'spam'/),
      ':6: the row has 1 fields instead of 2; relaxColumns: true takes it',
      ':7: the row has 3 fields instead of 2; relaxColumns: true takes it',
      ":9: behind a closing quote comes 'x', neither the delimiter nor the end of the line",
    ]);
  });

  test('an error of map is the row’s', async () => {
    const file = write('m.csv', 'x\n1\n2\n');
    const map = ({ x }: { x: string }): string => {
      if (x === '2') throw new RangeError('two is too many');
      return x;
    };
    const error = await caught(new datasets.CsvDataset(file, { map }));
    expect(error.message).toBe(`${file}:3: two is too many`);
    expect(error.cause).toBeInstanceOf(RangeError);
    expect(await all(new datasets.CsvDataset(file, { map, onError: 'skip' }))).toEqual(['1']);
  });

  test('a quote that is never closed', async () => {
    const file = write('q.csv', `x\n1\n"${'long\n'.repeat(1000)}`);
    expect((await caught(new datasets.CsvDataset(file))).message).toMatch(
      /q\.csv:3: the quote " that opens here is never closed/,
    );
    const short = await caught(new datasets.CsvDataset(file, { maxRowLength: 100, onError: 'skip' }));
    expect(short.message).toMatch(/q\.csv:3: the row that has a field here is longer than 100 bytes/);
  });

  test('headers that do not fit', async () => {
    const file = write('h.csv', 'a,a\n1,2\n');
    expect((await caught(new datasets.CsvDataset(file))).message).toMatch(/h\.csv: the column 'a' is there twice/);
    const other = write('i.csv', 'a,b\n1,2\n');
    const error = await caught(new datasets.CsvDataset(other, { types: { c: 'number' } }));
    expect(error.message).toMatch(/i\.csv: there is no column 'c': the columns are a, b/);
  });

  test.each(['', ' ', 'x', '1.5', '1e400', '12345678901234567890'])('%p is no integer', async (field) => {
    const file = write('n.csv', `a,b\n"${field}",x\n`);
    expect((await caught(new datasets.CsvDataset(file, { types: { a: 'integer' } }))).message).toMatch(/integers/);
  });

  test.each([
    ['1.5', 1.5],
    [' -2e3 ', -2000],
    ['NaN', NaN],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['', NaN],
    ['NA', NaN],
    ['.5', 0.5],
    ['5.', 5],
    ['0x1F', null],
    ['0b1', null],
    ['1_000', null],
    ['1e', null],
    ['none', null],
  ])('%p as a number is %p', async (field, value) => {
    const file = write('n.csv', `a,b\n"${field}",x\n`);
    const dataset = new datasets.CsvDataset(file, { types: { a: 'number' }, onError: 'skip' });
    expect(await all(dataset)).toEqual(value === null ? [] : [{ a: value, b: 'x' }]);
  });

  test('names that every object has are columns like others', async () => {
    const file = write('p.csv', '__proto__,constructor\n1,2\n');
    const [row] = await all(new datasets.CsvDataset(file));
    expect(Object.entries(row!)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });

  test.each([
    [{ onError: 'ignore' }, /'onError' should be 'throw' or 'skip', got 'ignore'/],
    [{ delimeter: ';' }, /unknown option 'delimeter': did you mean 'delimiter'/],
    [{ delimiter: '' }, /'delimiter' should be/],
    [{ delimiter: '"' }, /delimiter, quote and comment should differ, got '"', '"'/],
    [{ quote: 'xx' }, /'quote' should be an ASCII character or null/],
    [{ skipLines: -1 }, /'skipLines' should be an integer of at least 0/],
    [{ relaxColumns: 1 }, /'relaxColumns' should be a boolean/],
    [{ encoding: 'utf-5' }, /encoding should be one of .*got 'utf-5'/],
    [{ header: 5 }, /'header' should be/],
    [{ header: ['a', 'a'] }, /'a' is there twice/],
    [{ types: { a: 'float' } }, /types.a should be one of 'string', .*'number', .*got 'float'/],
    [{ types: { a: 'number' }, header: false }, /need a header/],
    [{ map: 5 }, /'map' should be a function/],
    [{ maxRowLength: 0 }, /maxRowLength/],
  ])('refuses the options %p', (options, message) => {
    expect(() => new datasets.CsvDataset('x.csv', options as never)).toThrow(message);
  });

  test('files that cannot be read', async () => {
    expect((await caught(new datasets.CsvDataset(path.join(root, 'none.csv')))).message).toMatch(
      /^CsvDataset: .*none\.csv": there is no such file/,
    );
    expect((await caught(new datasets.CsvDataset(root))).message).toMatch(/is a folder, not a regular file/);
    const broken = write('broken.csv.gz', gzipSync('a,b\n1,2\n'.repeat(1000)).subarray(0, 30));
    expect((await caught(new datasets.CsvDataset(broken))).message).toMatch(/broken\.csv\.gz: unexpected end of file/);
    expect(() => new datasets.CsvDataset(5 as never)).toThrow(/path of a file, got 5/);
  });

  test('a loop that is left early closes the file, and a synchronous one says what to do', async () => {
    const file = write('long.csv', `x\n${'1\n'.repeat(200_000)}`);
    const dataset = new datasets.CsvDataset(file);
    const closed = jest.spyOn(ReadStream.prototype, '_destroy');
    for await (const _ of new data.DataLoader(dataset, { batchSize: 2 })) break;
    while (closed.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(closed).toHaveBeenCalledTimes(1);
    closed.mockRestore();
    expect(() => [...new data.DataLoader(dataset)]).toThrow(/for await/);
  });
});

describe('JsonLinesDataset', () => {
  test('values, empty lines, CRLF, characters that chunks cut, map', async () => {
    const file = write('a.jsonl', '{"text":"深度学习"}\r\n\n[1,2]\n"x"');
    expect(await all(new datasets.JsonLinesDataset(file))).toEqual([{ text: '深度学习' }, [1, 2], 'x']);
    const mapped = new datasets.JsonLinesDataset(file, { map: (value: unknown) => typeof value });
    expect(await all(mapped)).toEqual(['object', 'object', 'string']);
  });

  test('a malformed line names the file and the line, or is left out', async () => {
    const file = write('bad.jsonl', '{"a":1}\n\n{"a":2\n{"a":3}\n');
    const error = await caught(new datasets.JsonLinesDataset(file));
    expect(error.message).toMatch(/bad\.jsonl:3: this is not JSON: .*position \d+$/);
    expect((error.cause as Error).cause).toBeInstanceOf(SyntaxError);
    expect(await all(new datasets.JsonLinesDataset(file, { onError: 'skip' }))).toEqual([{ a: 1 }, { a: 3 }]);
  });

  test('a line that is too long is not kept', async () => {
    const file = write('long.jsonl', `1\n${' '.repeat(500_000)}2\n3`);
    const rows = new datasets.JsonLinesDataset(file, { maxLineLength: 1000, onError: 'skip' });
    expect(await all(rows)).toEqual([1, 3]);
    expect((await caught(new datasets.JsonLinesDataset(file, { maxLineLength: 1000 }))).message).toMatch(/:2: .*1000/);
  });

  test('lines are the same however the bytes are cut', async () => {
    const text = '\uFEFFé\n\n深度\r\nlast';
    for (const size of [1, 2, 3, 100]) {
      const bytes = Buffer.from(text);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const found = await all(lines(Readable.from(chunks), 100));
      expect(found).toEqual(['é', '', '深度', 'last'].map((line, i) => ({ number: i + 1, text: line })));
    }
  });
});

test('progress is told during a long read and at its end', async () => {
  const file = write('progress.jsonl', '{"x":1}\n'.repeat(50_000));
  const seen: datasets.ReadProgress[] = [];
  let rows = 0;
  const dataset = new datasets.JsonLinesDataset(file, { onProgress: (progress) => void seen.push(progress) });
  for await (const _ of dataset as unknown as AsyncIterable<unknown>) {
    // A reader that takes its time, so that the reading is a long one.
    if (++rows % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(seen.at(-1)).toEqual({ file, bytes: 400_000, totalBytes: 400_000, rows: 50_000 });
  expect(seen.length).toBeGreaterThan(2);
  for (const [i, { bytes, rows: count }] of seen.entries()) {
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(400_000);
    if (i > 0) expect(count).toBeGreaterThanOrEqual(seen[i - 1]!.rows);
  }
});
