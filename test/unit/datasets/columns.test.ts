/** Arrow and Parquet files that pyarrow wrote, see fixtures/columns.py. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { data, datasets, type TorchError } from '../../../lib/index';
import { optionalModule, optionalPackage } from '../../../lib/install/packages';

const fixture = (name: string): string => path.join(__dirname, 'fixtures', name);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'columns-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Row `i` of every file. */
const rowOf = (i: number): Record<string, unknown> => ({
  text: `review ${i}`,
  label: i % 2,
  id: 2n ** 53n + 2n * BigInt(i),
  score: i / 4,
  good: i % 3 === 0,
  maybe: i % 2 ? null : BigInt(i),
  vector: Float32Array.of(i, i + 0.5, 0 - i),
  kind: i % 2 ? 'b' : 'a',
  nested: { x: BigInt(i), y: String(i) },
});

const rows = Array.from({ length: 10 }, (_, i) => rowOf(i));

async function all(dataset: datasets.RowDataset<unknown>): Promise<unknown[]> {
  const read: unknown[] = [];
  for await (const row of dataset as AsyncIterable<unknown>) read.push(row);
  return read;
}

describe('ArrowDataset', () => {
  test.each(['file.arrow', 'stream.arrows', 'zstd.arrow'])('%s', async (name) => {
    expect(await all(new datasets.ArrowDataset(fixture(name)))).toEqual(rows);
  });

  test('columns and map make samples, which a loader batches', async () => {
    const dataset = new datasets.ArrowDataset(fixture('file.arrow'), {
      columns: ['vector', 'label'],
      map: ({ vector, label }: { vector: Float32Array; label: number }) => [vector, label] as const,
    });
    const labels: number[][] = [];
    for await (const [x, y] of new data.DataLoader(dataset, { batchSize: 4 })) {
      expect([x.dtype.name, x.shape[1]]).toEqual(['float32', 3]);
      labels.push(y.tolist() as number[]);
    }
    expect(labels).toEqual([
      [0, 1, 0, 1],
      [0, 1, 0, 1],
      [0, 1],
    ]);
  });

  test('progress, and rows that map refuses', async () => {
    const seen: datasets.ReadProgress[] = [];
    const skipped: string[] = [];
    const file = fixture('file.arrow');
    const map = ({ score }: { score: number }): number => {
      if (score === 0.5) throw new RangeError('not this one');
      return score;
    };
    const dataset = new datasets.ArrowDataset(file, {
      map,
      onError: 'skip',
      onSkip: (error: TorchError) => void skipped.push(error.message),
      onProgress: (progress) => void seen.push(progress),
    });
    expect(await all(dataset)).toHaveLength(9);
    expect(skipped).toEqual([`${file}:row 3: not this one`]);
    const size = readFileSync(file).length;
    expect(seen).toEqual([{ file, bytes: size, totalBytes: size, rows: 9 }]);
  });

  test('what cannot be read', async () => {
    const refused = async (name: string, options = {}): Promise<string> => {
      try {
        return `read ${(await all(new datasets.ArrowDataset(name, options))).length} rows`;
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(await refused(fixture('file.arrow'), { columns: ['words'] })).toMatch(
      /file\.arrow: there is no column 'words': the columns are text, label/,
    );
    expect(await refused(path.join(folder, 'none.arrow'))).toMatch(/none\.arrow": there is no such file/);
    const whole = readFileSync(fixture('file.arrow'));
    const stream = readFileSync(fixture('stream.arrows'));
    for (const [name, bytes] of Object.entries({
      empty: Buffer.alloc(0),
      text: Buffer.from('this is text, and long enough to be taken for something else'),
      cut: whole.subarray(0, 700),
      'cut in a batch': stream.subarray(0, stream.length - 500),
      'cut in the footer': whole.subarray(0, -20),
      magic: Buffer.from('ARROW1'),
    })) {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      expect(await refused(file)).toMatch(`${file}: it cannot be read as an Arrow file: `);
    }
  });
});

describe('ParquetDataset', () => {
  const codecs = ['none', 'snappy', 'gzip', 'brotli', 'zstd', 'lz4'];
  const requests: [string, object][] = [];
  let answers: { rows?: unknown[]; seen?: datasets.ReadProgress[]; message?: string; code?: string; cause?: string }[];

  beforeAll(() => {
    for (const [name, bytes] of Object.entries({
      empty: Buffer.alloc(0),
      text: Buffer.from('this is text, and no Parquet'),
      cut: readFileSync(fixture('none.parquet')).subarray(0, 3000),
    })) {
      writeFileSync(path.join(folder, name), bytes);
    }
    requests.push(
      ...codecs.map((codec): [string, object] => [fixture(`${codec}.parquet`), {}]),
      [fixture('snappy.parquet'), { columns: ['label', 'text'], progress: true }],
      [fixture('none.parquet'), { columns: ['words'] }],
      [fixture('none.parquet'), { refuse: 1.25 }],
      [fixture('none.parquet'), { refuse: 1.25, onError: 'skip' }],
      ...['empty', 'text', 'cut', 'none'].map((name): [string, object] => [path.join(folder, name), {}]),
      [fixture('lists-v2.parquet'), {}],
    );
    const run = spawnSync(process.execPath, [fixture('parquet.cjs'), JSON.stringify(requests)], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    answers = JSON.parse(run.stdout) as typeof answers;
  });

  /** As JSON has it. */
  const asJson = (row: Record<string, unknown>): unknown =>
    JSON.parse(
      JSON.stringify({ ...row, vector: [...(row['vector'] as Float32Array)] }, (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}n` : value,
      ),
    );

  test.each(codecs)('compressed with %s, in three row groups', (codec) => {
    expect(answers[codecs.indexOf(codec)]!.rows).toEqual(rows.map(asJson));
  });

  test('columns and progress', () => {
    const { rows: read, seen } = answers[codecs.length]!;
    expect(read).toEqual(rows.map(({ label, text }) => ({ label, text })));
    const totalBytes = readFileSync(fixture('snappy.parquet')).length;
    expect(seen).toEqual([{ file: fixture('snappy.parquet'), bytes: totalBytes, totalBytes, rows: 10 }]);
  });

  test('columns that are not there, and rows that map refuses', () => {
    const [missing, thrown, skipped] = answers.slice(codecs.length + 1);
    expect(missing!.message).toMatch(/none\.parquet: there is no column 'words': the columns are text, label/);
    expect(thrown!.message).toBe(`${fixture('none.parquet')}:row 6: not this one`);
    expect(skipped!.rows).toHaveLength(9);
  });

  test('what is no Parquet is named', () => {
    const refused = answers.slice(codecs.length + 4);
    expect(refused).toHaveLength(5);
    for (const [i, name] of ['empty', 'text', 'cut'].entries()) {
      expect(refused[i]!.message).toMatch(`${path.join(folder, name)}: it cannot be read as a Parquet file: `);
      expect(refused[i]!.code).toBe('ERR_TORCH_DATA');
      expect(refused[i]!.cause).not.toBe('undefined');
    }
    expect(refused[3]!.message).toMatch(/none": there is no such file/);
  });

  test('pages that the package cannot read are named, with what to write instead', () => {
    expect(answers.at(-1)).toMatchObject({ code: 'ERR_TORCH_DATA' });
    expect(answers.at(-1)!.message).toMatch(
      /lists-v2\.parquet: the column l\.list\.element\.a has structs in lists, .* data_page_version='1\.0'/,
    );
  });
});

test.each([datasets.ArrowDataset, datasets.ParquetDataset])('only regular files are opened: %p', async (Class) => {
  await expect(all(new Class(folder))).rejects.toThrow(/" is a folder, not a regular file/);
  await expect(all(new Class('/dev/zero'))).rejects.toThrow(/"\/dev\/zero" is a device, not a regular file/);
  const fifo = path.join(folder, `${Class.name}.fifo`);
  spawnSync('mkfifo', [fifo]);
  await expect(all(new Class(fifo))).rejects.toThrow(/\.fifo" is a FIFO, not a regular file/);
  expect(() => new Class(3 as never)).toThrow(`${Class.name}: expected the path of a file, got 3`);
});

test('a package that is missing is named, with what installs it', async () => {
  expect(() => optionalPackage('not-there')).toThrow(/needs the package not-there.*npm install not-there/);
  await expect(optionalModule('@not/there')).rejects.toThrow(/npm install @not\/there/);
});

test('options that do not fit', () => {
  for (const Class of [datasets.ArrowDataset, datasets.ParquetDataset]) {
    expect(() => new Class('x', { columns: 'text' } as never)).toThrow(
      /'columns' should be a list of names or null, got 'text'/,
    );
    expect(() => new Class('x', { columns: [] })).toThrow(/'columns' should be a list of names or null, got \[\]/);
    expect(() => new Class('x', { column: ['text'] } as never)).toThrow(/did you mean 'columns'/);
    expect(() => new Class('x', { onError: 'warn' } as never)).toThrow(
      /'onError' should be 'throw' or 'skip', got 'warn'/,
    );
  }
});
