import { Complex } from '../tensor/complex';
import { nodeKind, wireTag } from '../native/codes';
import type { NativeTable } from '../native/contract/serialization';
import { isUnsafeKey, markOrderedDict, PickledObject, Size, type TorchConstant } from './values';

/** How the tree's tensors and constants become objects of the library. */
export interface UnpackHost {
  /** The tensor with this number in the table. */
  tensor(index: number): unknown;
  constant(kind: TorchConstant['kind'], name: string): unknown;
}

interface Entry {
  readonly kind: number;
  readonly text: number;
  readonly count: number;
  /** Position of the state's tag in the stream; the items follow. */
  readonly at: number;
}

/**
 * Builds the JavaScript values of a table: first all containers, empty, and then their contents. This allows cycles and
 * any depth.
 */
export function unpackTable(table: NativeTable, host: UnpackHost): unknown {
  return new Unpacker(table, host).run();
}

class Unpacker {
  readonly #table: NativeTable;
  readonly #host: UnpackHost;
  readonly #stream: Int32Array;
  readonly #doubles: Float64Array;
  readonly #longs: BigInt64Array;
  readonly #entries: Entry[] = [];
  readonly #values: unknown[] = [];

  constructor(table: NativeTable, host: UnpackHost) {
    this.#table = table;
    this.#host = host;
    this.#stream = new Int32Array(table.stream);
    this.#doubles = new Float64Array(table.doubles);
    this.#longs = new BigInt64Array(table.longs);
  }

  run(): unknown {
    const end = this.#scan();
    for (const entry of this.#entries) this.#values.push(this.#shell(entry));
    this.#entries.forEach((entry, index) => this.#fill(entry, this.#values[index]));
    this.#entries.forEach((entry, index) => this.#finish(entry, this.#values[index]));
    return this.#value(end);
  }

  /** Finds the entries and returns the position of the root. */
  #scan(): number {
    let at = 0;
    for (let i = 0; i < this.#table.nodes; i++) {
      const count = this.#number(at + 2);
      this.#entries.push({ kind: this.#number(at), text: this.#number(at + 1), count, at: at + 3 });
      at += 5 + 2 * count;
    }
    return at;
  }

  #number(at: number): number {
    return this.#stream[at] as number;
  }

  #value(at: number): unknown {
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
        return this.#values[payload];
    }
  }

  #item(entry: Entry, index: number): unknown {
    return this.#value(entry.at + 2 + 2 * index);
  }

  #items(entry: Entry): unknown[] {
    return Array.from({ length: entry.count }, (_, index) => this.#item(entry, index));
  }

  #text(entry: Entry): string {
    return entry.text < 0 ? '' : (this.#table.texts[entry.text] as string);
  }

  #blob(entry: Entry): Uint8Array {
    return new Uint8Array(this.#table.blobs[entry.text] as ArrayBuffer);
  }

  #shell(entry: Entry): unknown {
    switch (entry.kind) {
      case nodeKind.text:
        return this.#text(entry);
      case nodeKind.bytes:
        return this.#blob(entry);
      case nodeKind.bigint:
        return bigintOf(this.#blob(entry));
      case nodeKind.complex:
        return new Complex(this.#item(entry, 0) as number, this.#item(entry, 1) as number);
      case nodeKind.list:
      case nodeKind.tuple:
        return [];
      case nodeKind.size:
        return Size.from(this.#items(entry) as number[]);
      case nodeKind.set:
      case nodeKind.frozenSet:
        return new Set();
      case nodeKind.dict:
      case nodeKind.orderedDict:
        return this.#hasPlainKeys(entry) ? {} : new Map();
      case nodeKind.tensor:
        return this.#host.tensor(entry.text);
      case nodeKind.object:
        return new PickledObject(this.#text(entry), []);
      default:
        return this.#constant(entry);
    }
  }

  #constant(entry: Entry): unknown {
    const names = {
      [nodeKind.dtype]: 'dtype',
      [nodeKind.device]: 'device',
      [nodeKind.layout]: 'layout',
      [nodeKind.qscheme]: 'qscheme',
    } as const;
    const kind = (names as Readonly<Record<number, TorchConstant['kind']>>)[entry.kind] ?? 'global';
    return this.#host.constant(kind, this.#text(entry));
  }

  /** Whether a plain object can hold the dict without reordering or losing a key. */
  #hasPlainKeys(entry: Entry): boolean {
    for (let i = 0; i < entry.count; i += 2) {
      const at = entry.at + 2 + 2 * i;
      const key = this.#number(at) === wireTag.node ? this.#entries[this.#number(at + 1)] : undefined;
      if (key?.kind !== nodeKind.text || isUnsafeKey(this.#text(key))) return false;
    }
    return true;
  }

  #fill(entry: Entry, value: unknown): void {
    switch (entry.kind) {
      case nodeKind.list:
      case nodeKind.tuple:
        for (let i = 0; i < entry.count; i++) (value as unknown[]).push(this.#item(entry, i));
        return;
      case nodeKind.set:
      case nodeKind.frozenSet:
        for (let i = 0; i < entry.count; i++) (value as Set<unknown>).add(this.#item(entry, i));
        return;
      case nodeKind.dict:
        return this.#fillDict(entry, value as object);
      case nodeKind.orderedDict:
        this.#fillDict(entry, value as object);
        markOrderedDict(value as object, this.#value(entry.at));
        return;
    }
  }

  #fillDict(entry: Entry, target: object): void {
    for (let i = 0; i + 1 < entry.count; i += 2) {
      const key = this.#item(entry, i);
      const value = this.#item(entry, i + 1);
      if (target instanceof Map) target.set(key, value);
      else (target as Record<string, unknown>)[key as string] = value;
    }
  }

  #fillObject(entry: Entry, target: PickledObject): void {
    const [args, list, dict] = this.#items(entry);
    target.state = this.#value(entry.at);
    target.list = list as unknown[] | null;
    target.dict = dict;
    if (Array.isArray(args)) for (const argument of args) (target.args as unknown[]).push(argument);
  }

  /**
   * Objects that are completed last: an object copies its arguments, and a tuple is frozen. Saving tells tuples from
   * lists by that.
   */
  #finish(entry: Entry, value: unknown): void {
    if (entry.kind === nodeKind.tuple) Object.freeze(value);
    if (entry.kind === nodeKind.object) this.#fillObject(entry, value as PickledObject);
  }
}

function integerOf(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Two's complement, the lowest byte first. */
function bigintOf(bytes: Uint8Array): number | bigint {
  if (bytes.length === 0) return 0;
  const hex = Buffer.from(bytes).reverse().toString('hex');
  return integerOf(BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`)));
}
