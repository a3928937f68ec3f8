import { nodeKind } from '../native/codes';
import { decodingOf, nest, NumpyDtype } from './numpy';
import type { Decoding, NumpyType } from './numpy-type';
import type { Entry, TableReader } from './table-reader';
import { volumeOf } from '../arguments/extents';

/** No type has so many parts, nor nests them so deep; a damaged or hostile file may. */
const MOST_PARTS = 100_000;
const MOST_LEVELS = 64;

/** Reads numpy's arrays of values that are no numbers out of a table. @internal */
export class NumpyReader {
  readonly #table: TableReader;
  readonly #types = new Map<number, NumpyType>();
  readonly #decodings = new Map<number, Decoding | null>();
  #parts = 0;

  constructor(table: TableReader) {
    this.#table = table;
  }

  /** The type that an entry describes. */
  type(index: number): NumpyType {
    const known = this.#types.get(index);
    if (known) return known;
    this.#parts = 0;
    const type = this.#describeType(this.#table.entries[index] as Entry, 0);
    this.#types.set(index, type);
    return type;
  }

  /** Whether the items of an array are values of the tree. */
  holdsObjects(entry: Entry): boolean {
    return this.type(this.#typeIndex(entry)).code.startsWith('O');
  }

  isScalar(entry: Entry): boolean {
    return this.#shape(entry).length === 0;
  }

  /** The values of an array, or the one of a scalar; undefined where its type is not read. */
  values(entry: Entry): unknown {
    const decoding = this.#decoding(this.#typeIndex(entry));
    const content = this.#table.entries[this.#table.nodeAt(this.#table.itemAt(entry, 3))];
    if (!decoding || content?.kind !== nodeKind.bytes) return undefined;
    const blob = this.#table.blob(content);
    const shape = this.#shape(entry);
    const count = volumeOf(shape);
    if (count * decoding.width !== blob.byteLength) return undefined;
    const bytes = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
    return nest(shape, this.#isFortran(entry), (index) => decoding.decode(bytes, index * decoding.width));
  }

  /** Fills an array whose items are values of the tree. */
  fill(entry: Entry, into: unknown[], value: (at: number) => unknown): void {
    const list = this.#table.entries[this.#table.nodeAt(this.#table.itemAt(entry, 3))] as Entry;
    nest(this.#shape(entry), this.#isFortran(entry), (index) => value(this.#table.itemAt(list, index)), into);
  }

  /** What an array without dimensions holds, or else the bytes of an array that is not read. */
  only(entry: Entry, value: (at: number) => unknown): unknown {
    const at = this.#table.itemAt(entry, 3);
    const list = this.#table.entries[this.#table.nodeAt(at)];
    return list?.kind === nodeKind.list && list.count === 1 ? value(this.#table.itemAt(list, 0)) : value(at);
  }

  #typeIndex(entry: Entry): number {
    return this.#table.nodeAt(this.#table.itemAt(entry, 0));
  }

  #decoding(index: number): Decoding | null {
    const known = this.#decodings.get(index);
    if (known !== undefined) return known;
    const decoding = decodingOf(this.type(index));
    this.#decodings.set(index, decoding);
    return decoding;
  }

  #shape(entry: Entry): number[] {
    const shape = this.#table.entries[this.#table.nodeAt(this.#table.itemAt(entry, 1))] as Entry;
    const at = (i: number): unknown => this.#table.value(this.#table.itemAt(shape, i), () => 0);
    return Array.from({ length: shape.count }, (_, i) => at(i) as number);
  }

  #isFortran(entry: Entry): boolean {
    return this.#table.value(this.#table.itemAt(entry, 2), () => false) === true;
  }

  /** A part of a type's state, all at once: unpacking makes the values of a tree in another order. */
  #describe(at: number, level: number): unknown {
    if (++this.#parts > MOST_PARTS || level > MOST_LEVELS) return null;
    return this.#table.value(at, (index) => this.#describeNode(index, level));
  }

  #describeNode(index: number, level: number): unknown {
    const entry = this.#table.entries[index] as Entry;
    const item = (i: number): unknown => this.#describe(this.#table.itemAt(entry, i), level + 1);
    switch (entry.kind) {
      case nodeKind.text:
        return this.#table.text(entry);
      case nodeKind.bytes:
        return this.#table.blob(entry);
      case nodeKind.tuple:
      case nodeKind.list:
      case nodeKind.size:
        return Array.from({ length: entry.count }, (_, i) => item(i));
      case nodeKind.dict:
        return new Map(Array.from({ length: entry.count >> 1 }, (_, i) => [item(2 * i), item(2 * i + 1)] as const));
      case nodeKind.numpyDtype:
        return level < MOST_LEVELS ? new NumpyDtype(this.#describeType(entry, level + 1)) : null;
      default:
        return null;
    }
  }

  #describeType(entry: Entry, level: number): NumpyType {
    const state = entry.count > 0 ? this.#describe(this.#table.itemAt(entry, 0), level) : null;
    return { code: this.#table.text(entry), bigEndian: Array.isArray(state) && state[1] === '>', state };
  }
}
