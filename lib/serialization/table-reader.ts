import { wireTag } from '../native/codes';
import type { NativeTable } from '../native/contract/serialization';

/** A node of a table: what kind of value it is, and where its items stand. */
export interface Entry {
  readonly kind: number;
  readonly text: number;
  readonly count: number;
  /** Position of the state's tag in the stream; the items follow. */
  readonly at: number;
}

/** The flat arrays of a checkpoint's tree, by entries. native/serialization/table.h describes them. @internal */
export class TableReader {
  readonly entries: readonly Entry[];
  /** Position of the root. */
  readonly root: number;
  readonly #table: NativeTable;
  readonly #stream: Int32Array;
  readonly #doubles: Float64Array;
  readonly #longs: BigInt64Array;

  constructor(table: NativeTable) {
    this.#table = table;
    this.#stream = new Int32Array(table.stream);
    this.#doubles = new Float64Array(table.doubles);
    this.#longs = new BigInt64Array(table.longs);
    const entries: Entry[] = [];
    let at = 0;
    for (let i = 0; i < table.nodes; i++) {
      const count = this.#number(at + 2);
      entries.push({ kind: this.#number(at), text: this.#number(at + 1), count, at: at + 3 });
      at += 5 + 2 * count;
    }
    this.entries = entries;
    this.root = at;
  }

  /** The value at a position; `node` gives that of an entry. */
  value(at: number, node: (index: number) => unknown): unknown {
    const payload = this.#number(at + 1);
    switch (this.#number(at)) {
      case wireTag.none:
        return null;
      case wireTag.bool:
        return payload === 1;
      case wireTag.int:
        return payload;
      case wireTag.long:
        return integerOf(this.#longs[payload] as bigint);
      case wireTag.float:
        return this.#doubles[payload];
      default:
        return node(payload);
    }
  }

  /** The number of the entry at a position, or -1 for a value that is none. */
  nodeAt(at: number): number {
    return this.#number(at) === wireTag.node ? this.#number(at + 1) : -1;
  }

  /** The position of an item. */
  itemAt(entry: Entry, index: number): number {
    return entry.at + 2 + 2 * index;
  }

  text(entry: Entry): string {
    return entry.text < 0 ? '' : (this.#table.texts[entry.text] as string);
  }

  blob(entry: Entry): Uint8Array {
    return new Uint8Array(this.#table.blobs[entry.text] as ArrayBuffer);
  }

  #number(at: number): number {
    return this.#stream[at] as number;
  }
}

/** A number, or a bigint where a number would lose digits. */
export function integerOf(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
