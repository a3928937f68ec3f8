import { open, type FileHandle } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type * as Hyparquet from 'hyparquet';
import { optionalModule } from '../../../install/packages';
import {
  type CheckedColumnOptions,
  type ColumnOptions,
  type ColumnRow,
  type ReadCell,
  checkColumnOptions,
  chosen,
  columnRow,
} from './columns';
import { type Row, RowDataset } from './dataset';
import { dataError } from '../../../errors';
import type { Meter } from './meter';
import { PARSERS, parquetCell, withoutMeanings } from './parquet-cells';
import { checkPages } from './parquet-pages';
import { Corrupt, unreadable } from './unreadable';
import { refuseSurplus } from '../../../arguments/read';

/**
 * The rows of a Parquet file, one of its row groups in memory at a time, and of that only the columns that are asked for. Needs the
 * optional package `hyparquet`; for ZSTD and LZ4 `hyparquet-compressors`, too.
 *
 * Values are those of {@link ArrowDataset}: the table in docs/data.md has them by type.
 *
 * @see https://parquet.apache.org/docs/file-format/
 * @example
 * const reviews = new datasets.ParquetDataset('reviews.parquet', { columns: ['text', 'label'] });
 * for await (const { text, label } of new data.DataLoader(reviews, { batchSize: 64 })) console.log(text, label);
 */
export class ParquetDataset<T = ColumnRow> extends RowDataset<T> {
  readonly #options: CheckedColumnOptions<T>;

  constructor(file: string, options: ColumnOptions<T> = {}, ...surplus: []) {
    refuseSurplus('ParquetDataset', 2, surplus);
    const checked = checkColumnOptions('ParquetDataset', options);
    super(file, checked);
    this.#options = checked;
  }

  protected override async *rows(meter: Meter): AsyncGenerator<Row<T>, void, undefined> {
    const hyparquet = await optionalModule<typeof Hyparquet>('hyparquet');
    const file = await open(this.file);
    const buffer = bufferOf(file, meter);
    try {
      yield* this.#read(hyparquet, buffer);
    } catch (cause) {
      throw unreadable(
        this.file,
        'a Parquet file',
        buffer.uncounted ? asUncounted(this.file, cause, buffer.uncounted) : cause,
      );
    } finally {
      await file.close();
    }
  }

  async *#read(hyparquet: typeof Hyparquet, file: CheckedBuffer): AsyncGenerator<Row<T>, void, undefined> {
    const { columns: wanted, map } = this.#options;
    const metadata = await hyparquet.parquetMetadataAsync(file, { parsers: PARSERS, geoparquet: false });
    const tree = hyparquet.parquetSchema(metadata);
    checkGroups(metadata, tree);
    const listed = new Set(structsInLists(tree));
    const { children } = tree;
    const all = children.map(({ element }) => element.name);
    const columns = [...chosen(all, wanted)];
    const makers = columns.map((name) => parquetCell(children[all.indexOf(name)] as Hyparquet.SchemaTree));
    const options = {
      ...{ file, columns, utf8: false, parsers: PARSERS, compressors: await compressorsFor(metadata) },
      metadata: withoutMeanings(metadata, tree),
    };
    let count = 0;
    for (const group of metadata.row_groups) {
      file.check = (bytes, start) => {
        file.uncounted ??= checkPages(group, bytes, start).find((path) => listed.has(path));
      };
      const rows = Number(group.num_rows);
      const stored = await readGroup(hyparquet, { ...options, rowStart: count, rowEnd: count + rows });
      const cells = columns.map((name, i) =>
        cellOf(stored.get(name) ?? [], makers[i] as (stored: unknown) => unknown, rows),
      );
      for (let i = 0; i < rows; i++) yield columnRow(columns, cells, i, ++count, map);
    }
  }
}

/** The paths of the columns that have values. */
function leavesOf({ children, path }: Hyparquet.SchemaTree): readonly string[] {
  return children.length === 0 ? [path.join('.')] : children.flatMap(leavesOf);
}

/** The paths of the columns that are fields of structs in lists. */
function structsInLists(tree: Hyparquet.SchemaTree, inList = false): readonly string[] {
  const repeated = inList || tree.element.repetition_type === 'REPEATED';
  return tree.children.flatMap((child) => {
    // The one child of a list or of a map is what repeats; a struct that repeats has fields below it.
    const isField = repeated && child.children.length === 0 && tree.element.repetition_type !== 'REPEATED';
    return isField ? [child.path.join('.')] : structsInLists(child, repeated);
  });
}

/** What failed in a file that hyparquet takes for a damaged one. */
function asUncounted(file: string, cause: unknown, path: string): unknown {
  if (cause instanceof Corrupt || String((cause as { code?: unknown }).code).startsWith('ERR_')) return cause;
  return dataError(
    `${file}: the column ${path} has structs in lists, in data pages of version 2: hyparquet counts the nulls of empty lists in them ` +
      "otherwise than their writer. Write the file with data_page_version='1.0', which is pyarrow's default",
    { cause },
  );
}

/** A column of more values in a group of rows is not read: they would not fit into the memory. */
const MOST_VALUES = 1 << 27;

/**
 * Each group of rows has each column, in order, and no more. hyparquet takes what is there, and a column that comes twice and is
 * damaged would end the process.
 */
function checkGroups({ row_groups: groups }: Hyparquet.FileMetaData, tree: Hyparquet.SchemaTree): void {
  const leaves = leavesOf(tree);
  for (const { columns, num_rows: rows } of groups) {
    const paths = columns.map(({ meta_data: column }) => column?.path_in_schema.join('.'));
    if (paths.length !== leaves.length || paths.some((path, i) => path !== leaves[i])) {
      throw new Corrupt('a group of rows has other columns than the file');
    }
    const values = columns.map(({ meta_data: column }) => column?.num_values ?? 0n);
    if ([rows, ...values].some((count) => !(count >= 0n && count <= MOST_VALUES))) {
      throw new Corrupt(`a group claims to have ${rows} rows`);
    }
  }
}

/** What is stored in a column, page by page. */
type Pages = readonly ArrayLike<unknown>[];

async function readGroup(
  { parquetRead }: typeof Hyparquet,
  options: Parameters<typeof Hyparquet.parquetRead>[0],
): Promise<ReadonlyMap<string, Pages>> {
  const columns = new Map<string, ArrayLike<unknown>[]>();
  await parquetRead({
    ...options,
    onChunk({ columnName, columnData }) {
      columns.set(columnName, [...(columns.get(columnName) ?? []), columnData]);
    },
  });
  return columns;
}

/** Reads a column from its first row to its last. */
function cellOf(pages: Pages, make: (stored: unknown) => unknown, rows: number): ReadCell {
  const found = pages.reduce((sum, { length }) => sum + length, 0);
  if (found !== rows) throw new Corrupt(`a column has ${found} values in a group of ${rows} rows`);
  let page = 0;
  let begin = 0;
  return (row) => {
    for (; row >= begin + (pages[page]?.length ?? Infinity); page++) begin += pages[page]?.length ?? 0;
    return make(pages[page]?.[row - begin]);
  };
}

/** What is read is checked, once it is known what should be there. */
interface CheckedBuffer extends Hyparquet.AsyncBuffer {
  check?: (bytes: Uint8Array, start: number) => void;
  /** A column, once it is read, whose nulls may be counted in two ways. */
  uncounted?: string | undefined;
}

/** Slices of the file, read when they are asked for. */
function bufferOf(file: FileHandle, meter: Meter): CheckedBuffer {
  const read = async (start: number, end: number): Promise<ArrayBuffer> => {
    if (!(start >= 0 && end >= start && end <= meter.totalBytes)) throw new Corrupt('it points outside of itself');
    const bytes = new Uint8Array(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    if (bytesRead < bytes.length) throw new Corrupt('it became shorter while it was read');
    meter.bytes += bytesRead;
    buffer.check?.(bytes, start);
    return bytes.buffer;
  };
  const buffer: CheckedBuffer = {
    byteLength: meter.totalBytes,
    slice(start, end = meter.totalBytes) {
      const slice = read(start, end);
      // hyparquet asks for slices ahead, which after another one's failure nobody waits for: that must not end the process.
      slice.catch(() => undefined);
      return slice;
    },
  };
  return buffer;
}

/** Snappy is hyparquet's own, gzip and Brotli are Node's; what is left is in a package that only then is asked for. */
async function compressorsFor(metadata: Hyparquet.FileMetaData): Promise<Hyparquet.Compressors> {
  const own: Hyparquet.Compressors = {
    GZIP: (input, length) => unpacked(gunzipSync(input, { maxOutputLength: Math.max(length, 1) })),
    BROTLI: (input, length) => unpacked(brotliDecompressSync(input, { maxOutputLength: Math.max(length, 1) })),
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
