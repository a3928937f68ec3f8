/** Reads the values of an Arrow column from its buffers: apache-arrow's own getters cut times to milliseconds. */
import type { NumericArray } from '../../typed-array';
import type { ReadCell } from './columns';
import { Corrupt } from './unreadable';
import {
  type Interval,
  type ListArray,
  binary,
  days,
  decimal,
  distinct,
  float16,
  list,
  map,
  struct,
  text,
} from './column-values';

/** What is used of apache-arrow's types, whose classes are one for each unit and width. */
interface ArrowType {
  readonly typeId: number;
  readonly precision: number;
  readonly bitWidth: number;
  readonly scale: number;
  readonly unit: number;
  readonly listSize: number;
  readonly byteWidth: number;
  readonly mode: number;
  readonly typeIds: ArrayLike<number>;
  readonly children: readonly { readonly name: string }[];
}

/** What is used of apache-arrow's `Data`: the buffers of a column in one record batch. */
export interface ArrowData {
  readonly type: ArrowType;
  readonly length: number;
  readonly nullCount: number;
  readonly nullBitmap?: Uint8Array;
  readonly values: NumericArray;
  readonly valueOffsets: Int32Array | BigInt64Array;
  readonly typeIds: Int8Array;
  readonly children: readonly ArrowData[];
  readonly dictionary?: { readonly data: readonly ArrowData[] };
  readonly variadicBuffers?: readonly Uint8Array[];
}

/** A column's values, one by one; of a column of numbers also as an array of them. */
interface Cells {
  readonly read: ReadCell;
  readonly array: ListArray;
  readonly run?: (begin: number, end: number) => NumericArray;
}

/** The values of a column, null where there is none. */
export function readArrow(data: ArrowData, rows: number): ReadCell {
  if (data.length < rows) throw new Corrupt('a column has fewer values than there are rows');
  return cellsOf(data).read;
}

function cellsOf(data: ArrowData): Cells {
  const reader = READERS[data.type.typeId];
  if (!reader) throw new Corrupt(`columns of Arrow's type ${data.type.typeId} are not supported`);
  const cells = reader(data);
  const { nullCount, nullBitmap: bits = new Uint8Array(0), length } = data;
  if (nullCount <= 0 || WITHOUT_NULLS.includes(data.type.typeId)) return cells;
  if (bits.length * 8 < length) throw new Corrupt('the nulls of a column are cut off');
  const { read, array } = cells;
  return { array, read: (i) => ((bits[i >> 3] as number) & (1 << (i & 7)) ? read(i) : null) };
}

/** Elements of the buffer of values, of which there must be enough. */
function valuesOf<T extends NumericArray>({ values, length }: ArrowData, each = 1): T {
  if (length > 0 && !(values?.length >= length * each)) throw new Corrupt('the values of a column are cut off');
  return values as T;
}

function numbers(data: ArrowData): Cells {
  const values = valuesOf(data);
  const array = values?.constructor as unknown as ListArray;
  return { array, read: (i) => values[i], run: (begin, end) => values.slice(begin, end) };
}

function floats(data: ArrowData): Cells {
  if (data.type.precision !== 0) return numbers(data);
  const bits = valuesOf<Uint16Array>(data);
  return { array: Float32Array, read: (i) => float16(bits[i] as number) };
}

function bools(data: ArrowData): Cells {
  const bits = valuesOf<Uint8Array>(data, 1 / 8);
  return { array: null, read: (i) => ((bits[i >> 3] as number) & (1 << (i & 7))) !== 0 };
}

function decimals(data: ArrowData): Cells {
  const { scale, bitWidth } = data.type;
  const each = bitWidth / 32;
  const words = valuesOf<Uint32Array>(data, each);
  const read = (row: number): string => {
    let value = 0n;
    for (let i = each - 1; i >= 0; i--) value = (value << 32n) | BigInt(words[row * each + i] as number);
    return decimal(BigInt.asIntN(bitWidth, value), scale);
  };
  return { array: null, read };
}

function dates(data: ArrowData): Cells {
  if (data.type.unit === 0) return numbers(data);
  const milliseconds = valuesOf<BigInt64Array>(data);
  return { array: Int32Array, read: (i) => days(milliseconds[i] as bigint) };
}

const YEAR_MONTH = 0;
const DAY_TIME = 1;

function intervals(data: ArrowData): Cells {
  const { unit } = data.type;
  const each = unit === YEAR_MONTH ? 1 : unit === DAY_TIME ? 2 : 4;
  const parts = valuesOf<Int32Array>(data, each);
  const read = (row: number): Interval => {
    const [a = 0, b = 0, low = 0, high = 0] = parts.subarray(row * each, (row + 1) * each);
    if (unit === YEAR_MONTH) return { months: a, days: 0, nanoseconds: 0n };
    if (unit === DAY_TIME) return { months: 0, days: a, nanoseconds: BigInt(b) * 1_000_000n };
    return { months: a, days: b, nanoseconds: (BigInt(high) << 32n) | BigInt(low >>> 0) };
  };
  return { array: null, read };
}

/** Where each value begins and the last one ends, in order and inside of what they point into. */
function offsetsOf({ valueOffsets: offsets, length }: ArrowData, size: number): (i: number) => number {
  if (length === 0) return () => 0;
  if (!(offsets?.length > length)) throw new Corrupt('the offsets of a column are cut off');
  for (let i = 0; i < length; i++) {
    if ((offsets[i] as number) > (offsets[i + 1] as number)) throw new Corrupt('the offsets of a column go backwards');
  }
  if (Number(offsets[0]) < 0 || Number(offsets[length]) > size) {
    throw new Corrupt('the offsets of a column point outside of its values');
  }
  return (i) => Number(offsets[i]);
}

type Decode = (bytes: Uint8Array) => unknown;

const bytesOf =
  (decode: Decode) =>
  (data: ArrowData): Cells => {
    const values = (data.values ?? new Uint8Array(0)) as Uint8Array;
    const at = offsetsOf(data, values.length);
    return { array: null, read: (i) => decode(values.subarray(at(i), at(i + 1))) };
  };

/** Of each value 16 bytes: its length, and itself where it is short, else which buffer it is in and where. */
const viewsOf =
  (decode: Decode) =>
  (data: ArrowData): Cells => {
    const bytes = valuesOf<Uint8Array>(data, 16);
    const views = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const read = (row: number): unknown => {
      const size = views.getInt32(row * 16, true);
      if (size >= 0 && size <= 12) return decode(bytes.subarray(row * 16 + 4, row * 16 + 4 + size));
      const buffer = data.variadicBuffers?.[views.getInt32(row * 16 + 8, true)];
      const begin = views.getInt32(row * 16 + 12, true);
      if (size < 0 || !buffer || begin < 0 || begin + size > buffer.length) {
        throw new Corrupt('a value of a column is outside of its buffers');
      }
      return decode(buffer.subarray(begin, begin + size));
    };
    return { array: null, read };
  };

function fixedBytes(data: ArrowData): Cells {
  const { byteWidth } = data.type;
  const bytes = valuesOf<Uint8Array>(data, byteWidth);
  return { array: null, read: (i) => binary(bytes.subarray(i * byteWidth, (i + 1) * byteWidth)) };
}

function childOf({ children }: ArrowData, i = 0, atLeast = 0): ArrowData {
  const child = children[i];
  if (!child || child.length < atLeast) throw new Corrupt('a nested column is cut off');
  return child;
}

/** More elements in one list are not believed: those of some types take no room in the file. */
const LONGEST_LIST = 1 << 24;

/** The elements from `begin` to `end` as one value. */
function slice({ read, array, run }: Cells, begin: number, end: number): unknown {
  if (run) return run(begin, end);
  if (end - begin > LONGEST_LIST) throw new Corrupt(`a list claims to have ${end - begin} elements`);
  return list(
    Array.from({ length: end - begin }, (_, i) => read(begin + i)),
    array,
  );
}

function lists(data: ArrowData): Cells {
  const child = childOf(data);
  const at = offsetsOf(data, child.length);
  const cells = cellsOf(child);
  return { array: null, read: (i) => slice(cells, at(i), at(i + 1)) };
}

function fixedLists(data: ArrowData): Cells {
  const { listSize } = data.type;
  const cells = cellsOf(childOf(data, 0, data.length * listSize));
  return { array: null, read: (i) => slice(cells, i * listSize, (i + 1) * listSize) };
}

function structs(data: ArrowData): Cells {
  const names = distinct(
    data.type.children.map(({ name }) => name),
    'fields',
  );
  const cells = names.map((_, i) => cellsOf(childOf(data, i, data.length)));
  const read = (row: number): unknown =>
    struct(
      names,
      cells.map((cell) => cell.read(row)),
    );
  return { array: null, read };
}

function maps(data: ArrowData): Cells {
  const entries = childOf(data);
  const at = offsetsOf(data, entries.length);
  const keys = cellsOf(childOf(entries, 0, entries.length));
  const values = cellsOf(childOf(entries, 1, entries.length));
  const read = (row: number): unknown => {
    const begin = at(row);
    return map(Array.from({ length: at(row + 1) - begin }, (_, i) => [keys.read(begin + i), values.read(begin + i)]));
  };
  return { array: null, read };
}

const DENSE = 1;

function unions(data: ArrowData): Cells {
  const { type, typeIds, valueOffsets, length } = data;
  if (length > 0 && !(typeIds?.length >= length)) throw new Corrupt('the types of a union are cut off');
  const isDense = type.mode === DENSE;
  const children = data.children.map((child) => ({ ...cellsOf(child), length: child.length }));
  const ids = Array.from(type.typeIds);
  const read = (row: number): unknown => {
    const child = children[ids.indexOf(typeIds[row] as number)];
    const at = isDense ? Number(valueOffsets?.[row] ?? -1) : row;
    if (!child || at < 0 || at >= child.length) throw new Corrupt('a value of a union is outside of its columns');
    return child.read(at);
  };
  return { array: null, read };
}

/** The values that numbers stand for. A text is decoded once. */
function dictionaries(data: ArrowData): Cells {
  const indices = valuesOf(data);
  const parts = (data.dictionary?.data ?? []).map((part) => ({ ...cellsOf(part), length: part.length }));
  const known = new Map<number, unknown>();
  const look = (index: number): unknown => {
    let rest = index;
    for (const part of parts) {
      if (rest >= 0 && rest < part.length) return part.read(rest);
      rest -= part.length;
    }
    throw new Corrupt('a value is outside of its dictionary');
  };
  const read = (row: number): unknown => {
    const index = Number(indices[row]);
    if (known.has(index)) return known.get(index);
    const found = look(index);
    if (typeof found !== 'object' || found === null) known.set(index, found);
    return found;
  };
  return { array: parts[0]?.array ?? null, read };
}

const NULL = 1;
const UNION = 14;

/** Types that do not say which values are null: all of them, and those of a union's columns. */
const WITHOUT_NULLS = [NULL, UNION];

/** By the numbers of the types in Arrow's Schema.fbs; a dictionary is -1 in apache-arrow. */
const READERS: Readonly<Record<number, (data: ArrowData) => Cells>> = {
  [-1]: dictionaries,
  [NULL]: () => ({ array: null, read: () => null }),
  2: numbers, // Int
  3: floats,
  4: bytesOf(binary),
  5: bytesOf(text), // Utf8
  6: bools,
  7: decimals,
  8: dates,
  9: numbers, // Time
  10: numbers, // Timestamp
  11: intervals,
  12: lists,
  13: structs,
  [UNION]: unions,
  15: fixedBytes,
  16: fixedLists,
  17: maps,
  18: numbers, // Duration
  19: bytesOf(binary), // LargeBinary
  20: bytesOf(text), // LargeUtf8
  21: lists, // LargeList
  23: viewsOf(binary),
  24: viewsOf(text),
};
