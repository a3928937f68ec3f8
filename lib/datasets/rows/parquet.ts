import { open, type FileHandle } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type * as Hyparquet from 'hyparquet';
import { optionalModule } from '../../packages';
import { type ColumnOptions, type ColumnRow, checkColumnOptions, chosen } from './columns';
import { type Row, RowDataset, rowOf } from './dataset';
import type { Meter } from './meter';

/**
 * The rows of a Parquet file, one of its row groups in memory at a time, and of that only the columns that are asked for. Needs the
 * optional package `hyparquet`; for ZSTD and LZ4 `hyparquet-compressors`, too. 64-bit integers are bigints.
 *
 * @see https://parquet.apache.org/docs/file-format/
 * @example
 * const reviews = new datasets.ParquetDataset('reviews.parquet', { columns: ['text', 'label'] });
 * for await (const { text, label } of new data.DataLoader(reviews, { batchSize: 64 })) console.log(text, label);
 */
export class ParquetDataset<T = ColumnRow> extends RowDataset<T> {
  readonly #options: ColumnOptions<T>;

  constructor(file: string, options: ColumnOptions<T> = {}) {
    const checked = checkColumnOptions('ParquetDataset', options);
    super(file, checked);
    this.#options = checked;
  }

  protected override async *rows(meter: Meter): AsyncGenerator<Row<T>, void, undefined> {
    const hyparquet = await optionalModule<typeof Hyparquet>('hyparquet');
    const { map = (row: unknown) => row as T } = this.#options;
    const file = await open(this.file);
    try {
      const source = bufferOf(file, meter);
      const metadata = await hyparquet.parquetMetadataAsync(source);
      const compressors = await compressorsFor(metadata);
      const names = hyparquet.parquetSchema(metadata).children.map(({ element }) => element.name);
      const columns = [...chosen(names, this.#options.columns ?? undefined)];
      let begin = 0;
      for (const { num_rows: rows } of metadata.row_groups) {
        const range = { rowStart: begin, rowEnd: begin + Number(rows) };
        const group = await hyparquet.parquetReadObjects({ file: source, metadata, columns, compressors, ...range });
        for (const row of group) yield rowOf(row, `row ${++begin}`, map as (row: ColumnRow) => T);
      }
    } finally {
      await file.close();
    }
  }
}

/** Slices of the file, read when they are asked for. */
function bufferOf(file: FileHandle, meter: Meter): Hyparquet.AsyncBuffer {
  return {
    byteLength: meter.totalBytes,
    async slice(start, end = meter.totalBytes) {
      const bytes = new Uint8Array(end - start);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      if (bytesRead < bytes.length) throw new Error('the file ends before its time');
      meter.bytes += bytesRead;
      return bytes.buffer;
    },
  };
}

/** Snappy is hyparquet's own, gzip and Brotli are Node's; what is left is in a package that only then is asked for. */
async function compressorsFor(metadata: Hyparquet.FileMetaData): Promise<Hyparquet.Compressors> {
  const own: Hyparquet.Compressors = {
    GZIP: (input, length) => unpacked(gunzipSync(input, { maxOutputLength: length })),
    BROTLI: (input, length) => unpacked(brotliDecompressSync(input, { maxOutputLength: length })),
  };
  const used = new Set(metadata.row_groups.flatMap(({ columns }) => columns.map((column) => column.meta_data?.codec)));
  const known = ['UNCOMPRESSED', 'SNAPPY', ...Object.keys(own), undefined];
  if ([...used].every((codec) => known.includes(codec))) return own;
  const more = await optionalModule<{ compressors: Hyparquet.Compressors }>('hyparquet-compressors');
  return { ...more.compressors, ...own };
}

function unpacked(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
