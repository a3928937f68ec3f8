import { type FileHandle, open } from 'node:fs/promises';
import type * as Arrow from 'apache-arrow';
import { messageOf } from '../../../arguments/describe';
import { type ArrowData, readArrow } from './arrow-cells';
import { codecMissing } from './arrow-codecs';
import { loadArrow } from './arrow-package';
import {
  type CheckedColumnOptions,
  type ColumnOptions,
  type ColumnRow,
  checkColumnOptions,
  chosen,
  columnRow,
} from './columns';
import { type Row, RowDataset } from './dataset';
import type { Meter } from './meter';
import { Corrupt, unreadable } from './unreadable';
import { refuseSurplus } from '../../../arguments/read';

/**
 * The rows of an Arrow file (Feather 2) or stream, one batch of it in memory at a time. Needs the optional package
 * `apache-arrow`; for compressed files, which pandas and pyarrow write unless they are told not to, also `lz4-napi` (LZ4), and
 * before Node 22.15 `fzstd` (ZSTD).
 *
 * Values are those of {@link ParquetDataset}: the table in docs/data.md has them by type.
 *
 * @see https://arrow.apache.org/docs/format/Columnar.html
 * @example
 * const reviews = new datasets.ArrowDataset('reviews.arrow', { columns: ['text', 'label'] });
 * for await (const { text, label } of new data.DataLoader(reviews, { batchSize: 64 })) console.log(text, label);
 */
export class ArrowDataset<T = ColumnRow> extends RowDataset<T> {
  readonly #options: CheckedColumnOptions<T>;

  constructor(file: string, options: ColumnOptions<T> = {}, ...surplus: []) {
    refuseSurplus('ArrowDataset', 2, surplus);
    const checked = checkColumnOptions('ArrowDataset', options);
    super(file, checked);
    this.#options = checked;
  }

  protected override async *rows(meter: Meter): AsyncGenerator<Row<T>, void, undefined> {
    const arrow = loadArrow();
    const file = await open(this.file);
    try {
      yield* this.#read(await readerOf(arrow, file, meter));
    } catch (cause) {
      const isCodec = /codec not found/.test(messageOf(cause));
      throw unreadable(this.file, 'an Arrow file', isCodec ? codecMissing(cause) : cause);
    } finally {
      await file.close().catch(() => undefined);
    }
  }

  async *#read(reader: Arrow.RecordBatchReader): AsyncGenerator<Row<T>, void, undefined> {
    const { columns, map } = this.#options;
    await reader.open();
    if (!reader.schema) throw new Corrupt('it has no schema');
    const all = reader.schema.fields.map(({ name }) => name);
    const names = chosen(all, columns);
    let count = 0;
    for await (const { data, numRows } of batchesOf(reader)) {
      const children = data.children as unknown as readonly ArrowData[];
      const cells = names.map((name) => readArrow(children[all.indexOf(name)] as ArrowData, numRows));
      for (let i = 0; i < numRows; i++) yield columnRow(names, cells, i, ++count, map);
    }
  }
}

/** Of a file, the batches that its table has: the package's own loop waits for ever where the table points at something else. */
async function* batchesOf(reader: Arrow.RecordBatchReader): AsyncGenerator<Arrow.RecordBatch, void, undefined> {
  if (!reader.isFile()) return yield* reader as AsyncIterable<Arrow.RecordBatch>;
  for (let i = 0; i < reader.numRecordBatches; i++) {
    const batch = await reader.readRecordBatch(i);
    if (!batch) throw new Corrupt(`batch ${i} is not there`);
    yield batch;
  }
}

/** A file is read from its end, where it says what it holds; a stream from its start. */
async function readerOf(arrow: typeof Arrow, file: FileHandle, meter: Meter): Promise<Arrow.RecordBatchReader> {
  const { buffer } = await file.read(Buffer.alloc(6), 0, 6, 0);
  const isFile = buffer.toString('latin1') === 'ARROW1';
  // Arrow takes both, its types only one.
  const source = isFile ? file : (meter.stream() as unknown as FileHandle);
  return arrow.RecordBatchReader.from(source) as Promise<Arrow.RecordBatchReader>;
}
