/** Values of every type of column, in Arrow and in Parquet, against what pyarrow reads of the same files: see column_types.py. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { datasets } from '../../../lib/index';

const ARROW = ['types-uncompressed.feather', 'types-lz4.feather', 'types-zstd.feather', 'types.arrows'];
const PARQUET = ['types-v1', 'types-v2', 'types-decimals', 'types-plain-lists', 'types-int96'].map(
  (x) => `${x}.parquet`,
);
const BOTH = ['types-uncompressed.feather', 'types-v1.parquet'] as const;

/** What becomes of the first row, taken twice. */
const BATCH = [
  ['int8', 'int64', '0,0'],
  ['uint64', 'int64', '0,0'],
  ['float16', 'int64', '0,0'],
  ['bool', 'bool', 'true,true'],
  ['date32', 'int64', '0,0'],
  ['date64', 'int64', '0,0'],
  ['time32ms', 'int64', '0,0'],
  ['time64ns', 'int64', '0,0'],
  ['timestamp_ns', 'int64', '0,0'],
  ['timestamp_tz', 'int64', '0,0'],
  ['duration_ns', 'int64', '0,0'],
  ['fixed_binary', 'uint8', '0,255,254,0,255,254'],
  ['fixed_list', 'float32', '1,2,1,2'],
  ['list_float16', 'float32', '0.0999755859375,0.0999755859375'],
  ['list_date', 'int32', '1,1'],
  ['list_time', 'int64', '1,1'],
  ['list_uint64', 'uint64', '18446744073709551615,18446744073709551615'],
] as const;

interface Compared {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly differences: readonly string[];
  readonly error?: string;
}

let answer: {
  readonly files: Readonly<Record<string, Compared>>;
  readonly batches: Readonly<Record<string, readonly (readonly [string, string, readonly number[], string])[]>>;
};
beforeAll(() => {
  const request = {
    files: [...ARROW, ...PARQUET],
    batches: BOTH.map((name) => [name, BATCH.map(([column]) => column)]),
  };
  const run = spawnSync(process.execPath, [path.join(__dirname, 'read.cjs'), JSON.stringify(request)], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  answer = JSON.parse(run.stdout) as typeof answer;
});

test.each([
  ...ARROW.map((name) => [name, 6, 70] as const),
  ['types-v1.parquet', 6, 61],
  ['types-v2.parquet', 6, 59],
  ['types-decimals.parquet', 6, 61],
  ['types-plain-lists.parquet', 6, 61],
  ['types-int96.parquet', 5, 1],
] as const)('%s is as pyarrow reads it', (name, rows, columns) => {
  const compared = answer.files[name]!;
  expect(compared.error).toBeUndefined();
  expect(compared.differences).toEqual([]);
  expect([compared.rows, compared.columns.length]).toEqual([rows, columns]);
});

test('both formats have the same columns, but for what Parquet cannot hold', () => {
  const [arrow, parquet] = BOTH.map((name) => new Set(answer.files[name]!.columns)) as [Set<string>, Set<string>];
  expect([...parquet].filter((name) => !arrow.has(name))).toEqual([]);
  expect([...arrow].filter((name) => !parquet.has(name)).sort()).toEqual([
    'decimal_negative',
    'dense_union',
    'dictionary_null',
    'fixed_list_null',
    'interval',
    'sparse_union',
    'struct_of_dictionary',
    'time32s',
    'timestamp_s',
  ]);
});

test.each(BOTH)('%s makes batches of tensors, dates and times too', (name) => {
  const found = answer.batches[name]!.map(([column, dtype, , values]) => [column, dtype, values]);
  expect(found).toEqual(BATCH.map((one) => [...one]));
});

test.each(['pandas.feather', 'pandas-zstd.feather'])('%s, which pandas writes by default', async (name) => {
  let count = 0;
  for await (const row of new datasets.ArrowDataset(path.join(__dirname, name))) {
    const i = count++;
    if (row['id'] === BigInt(i * 3) && row['half'] === (i % 100) / 2 && row['text'] === `review ${i % 97}`) continue;
    throw new Error(`row ${i} is ${String(Object.values(row))}`);
  }
  expect(count).toBe(12_000);
});
