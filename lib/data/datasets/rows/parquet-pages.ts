/**
 * Checks the headers of Parquet's pages before hyparquet reads them: it believes them, and a changed byte made it collect nothing
 * for ever, which nothing in this thread can end.
 */
import type * as Hyparquet from 'hyparquet';
import { Corrupt } from './unreadable';

/** What is looked at of a structure in Thrift's compact form: its whole numbers and structures, by their field's number. */
type Struct = Map<number, number | Struct>;

/** Structures in structures; a page's header has three. */
const DEEPEST = 8;

class Reader {
  readonly #view: DataView;
  offset = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #byte(): number {
    if (this.offset >= this.#view.byteLength) throw new Corrupt('the header of a page is cut off');
    return this.#view.getUint8(this.offset++);
  }

  #varint(): number {
    let value = 0;
    for (let shift = 1; shift < 2 ** 70; shift *= 128) {
      const byte = this.#byte();
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) return value;
    }
    throw new Corrupt('a number in the header of a page has no end');
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  struct(depth = 0): Struct {
    if (depth > DEEPEST) throw new Corrupt('the header of a page has no end');
    const fields: Struct = new Map();
    for (let field = 0, byte = this.#byte(); byte !== 0; byte = this.#byte()) {
      field = byte >> 4 ? field + (byte >> 4) : this.#zigzag();
      const value = this.#value(byte & 15, depth);
      if (value !== undefined) fields.set(field, value);
    }
    return fields;
  }

  /** By Thrift's numbers of types: 1 and 2 are true and false, which take no room. */
  #value(type: number, depth: number): number | Struct | undefined {
    if (type === 1 || type === 2) return type === 1 ? 1 : 0;
    if (type === 3) return this.#byte();
    if (type >= 4 && type <= 6) return this.#zigzag();
    if (type === 12) return this.struct(depth + 1);
    if (type !== 7 && type !== 8) throw new Corrupt('the header of a page has a field that no page has');
    const length = type === 7 ? 8 : this.#varint();
    this.offset += length;
    return undefined;
  }
}

/** Field `id` of a structure, a whole number from 0 to `most`. */
function count(fields: Struct, id: number, most: number): number {
  const value = fields.get(id);
  if (typeof value === 'number' && value >= 0 && value <= most) return value;
  throw new Corrupt('the header of a page does not fit the column');
}

const DATA = 0;
const DICTIONARY = 2;
const DATA_V2 = 3;

/** The number of values in a page of data, 0 of another one; by the numbers of the fields in parquet.thrift. */
function valuesOf(header: Struct, type: number, values: number, stored: number, size: number): number {
  const part = header.get({ [DATA]: 5, [DICTIONARY]: 7, [DATA_V2]: 8 }[type] ?? -1);
  if (!(part instanceof Map)) throw new Corrupt('a page has not the header of its kind');
  if (type === DICTIONARY) {
    count(part, 1, size);
    return 0;
  }
  const here = count(part, 1, values);
  if (type === DATA_V2) {
    count(part, 2, here);
    count(part, 3, here);
    count(part, 5, stored - count(part, 6, stored));
  }
  return here;
}

/** Goes over the pages of a column in a group of rows, and says whether one of them is of version 2. */
function checkChunk(bytes: Uint8Array, values: number): boolean {
  const reader = new Reader(bytes);
  let second = false;
  for (let left = values; left > 0 && reader.offset < bytes.length - 1; ) {
    const header = reader.struct();
    const size = count(header, 2, 2 ** 31);
    const stored = count(header, 3, bytes.length - reader.offset);
    const type = count(header, 1, DATA_V2);
    second ||= type === DATA_V2;
    left -= valuesOf(header, type, left, stored, size);
    reader.offset += stored;
  }
  return second;
}

/**
 * Checks the columns of a group of rows that are in `bytes`, which begin at `start` in the file.
 *
 * @returns The paths of those that have pages of version 2.
 */
export function checkPages({ columns }: Hyparquet.RowGroup, bytes: Uint8Array, start: number): string[] {
  const second: string[] = [];
  for (const { meta_data: column } of columns) {
    if (!column) continue;
    const begin = Number(column.dictionary_page_offset || column.data_page_offset) - start;
    const end = begin + Number(column.total_compressed_size);
    if (!(begin >= 0 && end <= bytes.length)) continue;
    if (checkChunk(bytes.subarray(begin, end), Number(column.num_values))) second.push(column.path_in_schema.join('.'));
  }
  return second;
}
