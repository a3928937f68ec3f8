/** Makes values of what hyparquet reads: it is given a schema without meanings, so that no value passes through its own. */
import type * as Hyparquet from 'hyparquet';
import { Corrupt } from './unreadable';
import {
  type Interval,
  type ListArray,
  binary,
  decimal,
  distinct,
  float16,
  list,
  map,
  struct,
  text,
} from './column-values';

/** Makes the value of what is stored; of an array of them also a typed array. */
interface Cells {
  readonly of: (stored: unknown) => unknown;
  readonly array: ListArray;
}

type Element = Hyparquet.SchemaElement;
type Tree = Hyparquet.SchemaTree;

/** A text that is none. It is refused where its row is made, not where its page is read. */
class BadText {
  constructor(readonly cause: unknown) {}
}

/** What hyparquet still calls: texts, so that one of a dictionary is decoded once; and the oldest form of a time. */
export const PARSERS = {
  stringFromBytes(bytes: Uint8Array): unknown {
    try {
      return bytes && text(bytes);
    } catch (cause) {
      return new BadText(cause);
    }
  },
  timestampFromNanoseconds: (nanoseconds: bigint): bigint => nanoseconds,
} as unknown as Hyparquet.ParquetParsers;

/** The same file, whose columns are stored values, texts and lists of such. */
export function withoutMeanings(metadata: Hyparquet.FileMetaData, tree: Tree): Hyparquet.FileMetaData {
  const kept = new Map<Element, Element['converted_type']>();
  const visit = (node: Tree): void => {
    if (listElement(node)) kept.set(node.element, 'LIST');
    if (node.children.length === 0 && isText(node.element)) kept.set(node.element, 'UTF8');
    node.children.forEach(visit);
  };
  visit(tree);
  const schema = metadata.schema.map((element) => {
    const { converted_type: _, logical_type: __, ...stored } = element;
    const meaning = kept.get(element);
    return meaning ? { ...stored, converted_type: meaning } : stored;
  });
  return { ...metadata, schema };
}

/** Makes the values of a column. */
export function parquetCell(tree: Tree): (stored: unknown) => unknown {
  return cellsOf(tree).of;
}

/** The values of a node, null where there is none. What is repeated is a list by itself. */
function cellsOf(node: Tree): Cells {
  const cells = elementCells(node);
  return node.element.repetition_type === 'REPEATED' ? { of: listOf(cells), array: null } : cells;
}

/** The values of a node, one by one where it is repeated. */
function elementCells(node: Tree): Cells {
  return node.children.length > 0 ? nested(node) : leaf(node.element);
}

const is = ({ converted_type: old, logical_type: type }: Element, ...names: readonly string[]): boolean =>
  names.includes(String(old)) || names.includes(String(type?.type));

const isText = (element: Element): boolean =>
  element.type === 'BYTE_ARRAY' && is(element, 'UTF8', 'STRING', 'ENUM', 'JSON');

/**
 * What a list's elements are in the schema: its repeated node's only child, by the rules for older writers the repeated node
 * itself; undefined for what is no list, or one whose elements have to be looked for in structs.
 */
function listElement(node: Tree): Tree | undefined {
  const [repeated] = node.children;
  if (!is(node.element, 'LIST') || node.children.length !== 1 || !repeated) return undefined;
  if (repeated.element.repetition_type !== 'REPEATED') return undefined;
  if (repeated.children.length === 0) return repeated;
  const { name } = repeated.element;
  const isStruct = repeated.children.length > 1 || name === 'array' || name === `${node.element.name}_tuple`;
  return isStruct ? undefined : repeated.children[0];
}

function nested(node: Tree): Cells {
  const element = listElement(node);
  if (element) return { of: listOf(elementCells(element)), array: null };
  const [repeated] = node.children;
  const only = node.children.length === 1 && repeated?.element.repetition_type === 'REPEATED' ? repeated : undefined;
  if (only && is(node.element, 'MAP', 'MAP_KEY_VALUE')) return mapOf(only);
  if (only && is(node.element, 'LIST')) return inside(only.element.name, cellsOf(only));
  return structOf(node);
}

const listOf =
  ({ of, array }: Cells) =>
  (stored: unknown): unknown =>
    stored == null ? null : list(Array.from(stored as ArrayLike<unknown>, of), array);

/** What is wrapped in a struct of one field. */
function inside(name: string, { of }: Cells): Cells {
  return { of: (stored) => (stored == null ? null : of((stored as Record<string, unknown>)[name])), array: null };
}

function structOf(node: Tree): Cells {
  const names = distinct(
    node.children.map(({ element }) => element.name),
    'fields',
  );
  const fields = node.children.map(cellsOf);
  const of = (stored: unknown): unknown => {
    if (stored == null) return null;
    const values = fields.map((field, i) => field.of((stored as Record<string, unknown>)[names[i] as string]));
    return struct(names, values);
  };
  return { of, array: null };
}

function mapOf(entry: Tree): Cells {
  const [key, value] = entry.children;
  if (!key) throw new Corrupt('a map has no keys');
  const name = entry.element.name;
  const keys = cellsOf(key);
  const values = value ? cellsOf(value) : null;
  const of = (stored: unknown): unknown => {
    const entries = (stored as Record<string, unknown> | null | undefined)?.[name];
    if (entries == null) return null;
    const pairs = (entries as Record<string, unknown>[]).map((pair): [unknown, unknown] => [
      keys.of(pair[key.element.name]),
      value && values ? values.of(pair[value.element.name]) : null,
    ]);
    return map(pairs);
  };
  return { of, array: null };
}

/** A leaf: one function for each way to store a value, which what it means makes others of. */
function leaf(element: Element): Cells {
  if (is(element, 'NULL')) return { of: () => null, array: null };
  const { of, array } = stored(element);
  return { of: (value) => (value == null ? null : of(value as never)), array };
}

interface Leaf {
  readonly of: (value: never) => unknown;
  readonly array: ListArray;
}

const same = (value: unknown): unknown => value;

function stored(element: Element): Leaf {
  switch (element.type) {
    case 'BOOLEAN':
      return { of: same, array: null };
    case 'INT32':
      return int32(element);
    case 'INT64':
      return int64(element);
    case 'INT96':
      return { of: same, array: BigInt64Array };
    case 'FLOAT':
      return { of: same, array: Float32Array };
    case 'DOUBLE':
      return { of: same, array: Float64Array };
    case 'BYTE_ARRAY':
    case 'FIXED_LEN_BYTE_ARRAY':
      return { of: bytes(element), array: is(element, 'FLOAT16') ? Float32Array : null };
    default:
      throw new Corrupt(`the column '${element.name}' is stored as nothing that Parquet has`);
  }
}

/** How many bits a whole number has, and whether it has a sign. */
function widthOf({ converted_type: old, logical_type: type, ...element }: Element): readonly [number, boolean] {
  if (type?.type === 'INTEGER') return [type.bitWidth, type.isSigned];
  const [, unsigned, bits] = /^(U?)INT_(\d+)$/.exec(old ?? '') ?? [];
  return bits ? [Number(bits), unsigned !== 'U'] : [element.type === 'INT32' ? 32 : 64, true];
}

const SIGNED: Readonly<Record<number, ListArray>> = { 8: Int8Array, 16: Int16Array, 32: Int32Array };
const UNSIGNED: Readonly<Record<number, ListArray>> = { 8: Uint8Array, 16: Uint16Array, 32: Uint32Array };

function int32(element: Element): Leaf {
  if (is(element, 'DECIMAL')) return { of: (value) => decimal(BigInt(value), scaleOf(element)), array: null };
  const [bits, isSigned] = widthOf(element);
  if (isSigned) return { of: same, array: SIGNED[bits] ?? Int32Array };
  return { of: (value) => value >>> 0, array: UNSIGNED[bits] ?? Uint32Array };
}

function int64(element: Element): Leaf {
  if (is(element, 'DECIMAL')) return { of: (value) => decimal(value, scaleOf(element)), array: null };
  const [, isSigned] = widthOf(element);
  if (isSigned) return { of: same, array: BigInt64Array };
  return { of: (value) => BigInt.asUintN(64, value), array: BigUint64Array };
}

function bytes(element: Element): (value: never) => unknown {
  if (isText(element)) return ofText;
  if (is(element, 'DECIMAL')) return (value) => decimal(bigEndian(value), scaleOf(element));
  if (is(element, 'FLOAT16'))
    return (value: Uint8Array) => float16(new DataView(value.buffer, value.byteOffset).getUint16(0, true));
  if (is(element, 'INTERVAL')) return interval;
  return binary;
}

function ofText(value: string | BadText): string {
  if (value instanceof BadText) throw value.cause;
  return value;
}

function scaleOf({ scale, logical_type: type }: Element): number {
  return scale ?? (type?.type === 'DECIMAL' ? type.scale : 0);
}

function bigEndian(value: Uint8Array): bigint {
  if (value.length === 0) return 0n;
  return BigInt.asIntN(value.length * 8, BigInt(`0x${Buffer.from(value).toString('hex')}`));
}

function interval(value: Uint8Array): Interval {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const [months, days, milliseconds] = [0, 4, 8].map((at) => view.getUint32(at, true)) as [number, number, number];
  return { months, days, nanoseconds: BigInt(milliseconds) * 1_000_000n };
}
