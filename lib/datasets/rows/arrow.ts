import { type FileHandle, open } from 'node:fs/promises';
import type * as Arrow from 'apache-arrow';
import { optionalPackage } from '../../packages';
import { type ColumnOptions, type ColumnRow, checkColumnOptions, chosen, plain } from './columns';
import { type Row, RowDataset, rowOf } from './dataset';
import type { Meter } from './meter';
import { messageOf } from '../../arguments/describe';

/**
 * The rows of an Arrow file (Feather 2) or stream, one batch of it in memory at a time. Needs the optional package `apache-arrow`.
 * 64-bit integers are bigints, lists of numbers typed arrays. Compressed buffers, which Feather's writers make unless they are told not
 * to, are not read.
 *
 * @see https://arrow.apache.org/docs/format/Columnar.html
 * @example
 * const reviews = new datasets.ArrowDataset('reviews.arrow', { columns: ['text', 'label'] });
 * for await (const { text, label } of new data.DataLoader(reviews, { batchSize: 64 })) console.log(text, label);
 */
export class ArrowDataset<T = ColumnRow> extends RowDataset<T> {
  readonly #options: ColumnOptions<T>;

  constructor(file: string, options: ColumnOptions<T> = {}) {
    const checked = checkColumnOptions('ArrowDataset', options);
    super(file, checked);
    this.#options = checked;
  }

  protected override async *rows(meter: Meter): AsyncGenerator<Row<T>, void, undefined> {
    try {
      yield* this.#read(meter);
    } catch (cause) {
      // The package's own message does not say what to do.
      if (!/codec not found/.test(messageOf(cause))) throw cause;
      throw new Error("it is compressed, which is not read: write it with compression='uncompressed'", { cause });
    }
  }

  async *#read(meter: Meter): AsyncGenerator<Row<T>, void, undefined> {
    const { RecordBatchReader } = optionalPackage<typeof Arrow>('apache-arrow');
    const { map = (row: unknown) => row as T } = this.#options;
    const file = await open(this.file);
    try {
      const reader = await (RecordBatchReader.from(await sourceOf(file, meter)) as Promise<Arrow.RecordBatchReader>);
      await reader.open();
      const names = chosen(
        reader.schema.fields.map((field) => field.name),
        this.#options.columns ?? undefined,
      );
      let count = 0;
      for await (const batch of reader) {
        for (const row of rowsOf(batch, names)) yield rowOf(row, `row ${++count}`, map as (row: ColumnRow) => T);
      }
    } finally {
      await file.close().catch(() => undefined);
    }
  }
}

/** A file is read from its end, where it says what it holds; a stream from its start. Arrow takes both, its types only one. */
async function sourceOf(file: FileHandle, meter: Meter): Promise<FileHandle> {
  const { buffer } = await file.read(Buffer.alloc(6), 0, 6, 0);
  return buffer.toString('latin1') === 'ARROW1' ? file : (meter.stream() as unknown as FileHandle);
}

function* rowsOf(batch: Arrow.RecordBatch, names: readonly string[]): Generator<ColumnRow, void> {
  const columns = names.map((name) => [name, batch.getChild(name)] as const);
  for (let i = 0; i < batch.numRows; i++) {
    yield Object.fromEntries(columns.map(([name, column]) => [name, plain(column?.get(i) as unknown)]));
  }
}
