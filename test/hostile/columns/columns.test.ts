/** Damaged Arrow and Parquet files: an error of this package that names the file, or rows; never the end of the process. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { datasets, type TorchError } from '../../../lib/index';

const interop = path.join(__dirname, '../../interop/columns');
const unit = path.join(__dirname, '../../unit/datasets/fixtures');
const FILES = [
  ...['types-v1.parquet', 'types-v2.parquet', 'types-decimals.parquet', 'types-lz4.feather', 'types.arrows'].map(
    (name) => path.join(interop, name),
  ),
  ...['none.parquet', 'snappy.parquet', 'lz4.parquet', 'file.arrow', 'zstd.arrow'].map((name) => path.join(unit, name)),
];

interface Answer {
  readonly problems: readonly string[];
  readonly refused: number;
  readonly slowest: number;
}

function read(files: readonly string[], seed: number, count: number): Answer {
  const argument = JSON.stringify({ files, seed, count });
  const options = ['--max-old-space-size=1000', path.join(__dirname, 'read.cjs'), argument];
  const run = spawnSync(process.execPath, options, { encoding: 'utf8', timeout: 300_000 });
  if (run.stdout === '')
    throw new Error(`the process ended with ${run.status ?? run.signal}: ${run.stderr.slice(-2000)}`);
  return JSON.parse(run.stdout) as Answer;
}

test('mutations', () => {
  const { problems, refused, slowest } = read(FILES, 1, 40);
  expect(problems).toEqual([]);
  expect(refused).toBeGreaterThan(100);
  expect(slowest).toBeLessThan(20_000);
}, 320_000);

test('a table of more elements than the file has bytes, which filled the memory', () => {
  expect(read([path.join(interop, 'types-uncompressed.feather')], 122, 1).problems).toEqual([]);
});

test('a page without a number of values, which was read for ever', () => {
  expect(read([path.join(interop, 'types-v2.parquet')], 1497, 1).problems).toEqual([]);
});

test('a table that points at something else than a batch, which was waited for for ever', () => {
  expect(read([path.join(unit, 'file.arrow')], 2007, 1).problems).toEqual([]);
});

describe('what is in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'columns-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function failure(name: string, bytes: Buffer, options = {}): Promise<TorchError> {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    try {
      for await (const row of new datasets.ArrowDataset(file, options)) void row;
    } catch (error) {
      return error as TorchError;
    }
    throw new Error('nothing was wrong');
  }

  test('damage ends the reading where bad rows are left out, too, and keeps its cause', async () => {
    const whole = readFileSync(path.join(unit, 'stream.arrows'));
    const error = await failure('cut.arrows', whole.subarray(0, whole.length - 500), { onError: 'skip' });
    expect(error.code).toBe('ERR_TORCH_DATA');
    expect(error.message).toContain(`${path.join(folder, 'cut.arrows')}: it cannot be read as an Arrow file`);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('a compressed buffer that claims to be larger than it can be is not believed', async () => {
    const bytes = Buffer.from(readFileSync(path.join(unit, 'zstd.arrow')));
    const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
    bytes.writeBigInt64LE(1n << 40n, bytes.indexOf(magic) - 8);
    const error = await failure('large.arrow', bytes);
    expect(error.message).toMatch(/a buffer of \d+ bytes claims to hold 1099511627776/);
  });

  test('text that is no UTF-8 makes a row a malformed one', async () => {
    const bytes = Buffer.from(readFileSync(path.join(unit, 'file.arrow')));
    bytes[bytes.indexOf('review 1')] = 0xff;
    const error = await failure('text.arrow', bytes);
    expect(error.message).toBe(
      `${path.join(folder, 'text.arrow')}:row 2: the column 'text': a text is not valid UTF-8`,
    );
    const skipped: string[] = [];
    const options = { onError: 'skip', onSkip: ({ message }: Error) => void skipped.push(message) } as const;
    let rows = 0;
    for await (const row of new datasets.ArrowDataset(path.join(folder, 'text.arrow'), options)) rows += row ? 1 : 0;
    expect([rows, skipped]).toEqual([9, [error.message]]);
  });
});
