import { Complex } from '../tensor/complex';
import { nodeKind } from '../native/codes';
import type { NativeTable } from '../native/contract/serialization';
import { type Entry, integerOf, TableReader } from './table-reader';
import { NumpyReader } from './unpack-numpy';
import { isUnsafeKey, markOrderedDict, PickledObject, Size, type TorchConstant } from './python-values';

/** How the tree's tensors and constants become objects of the library. */
export interface UnpackHost {
  /** The tensor with this number in the table. */
  tensor(index: number): unknown;
  constant(kind: TorchConstant['kind'], name: string): unknown;
  /** Told of a value that stays a description, of a class that is read otherwise. */
  unreadable?(className: string): void;
}

/**
 * Builds the JavaScript values of a table: first all containers, empty, and then their contents. This allows cycles and
 * any depth.
 */
export function unpackTable(table: NativeTable, host: UnpackHost): unknown {
  return new Unpacker(table, host).run();
}

class Unpacker {
  readonly #host: UnpackHost;
  readonly #table: TableReader;
  readonly #numpy: NumpyReader;
  readonly #values: unknown[] = [];

  constructor(table: NativeTable, host: UnpackHost) {
    this.#host = host;
    this.#table = new TableReader(table);
    this.#numpy = new NumpyReader(this.#table);
  }

  run(): unknown {
    const { entries, root } = this.#table;
    entries.forEach((entry, index) => this.#values.push(this.#shell(entry, index)));
    entries.forEach((entry, index) => this.#fill(entry, this.#values[index]));
    entries.forEach((entry, index) => this.#finish(entry, this.#values[index]));
    return this.#value(root);
  }

  #value(at: number): unknown {
    return this.#table.value(at, (index) => this.#values[index]);
  }

  #item(entry: Entry, index: number): unknown {
    return this.#value(this.#table.itemAt(entry, index));
  }

  #items(entry: Entry): unknown[] {
    return Array.from({ length: entry.count }, (_, index) => this.#item(entry, index));
  }

  #shell(entry: Entry, index: number): unknown {
    switch (entry.kind) {
      case nodeKind.text:
        return this.#table.text(entry);
      case nodeKind.bytes:
        return this.#table.blob(entry);
      case nodeKind.bigint:
        return bigintOf(this.#table.blob(entry));
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
        return new PickledObject(this.#table.text(entry), []);
      case nodeKind.numpyDtype:
        return new PickledObject('numpy.dtype', [this.#numpy.type(index).code]);
      case nodeKind.numpyArray:
        return this.#array(entry);
      default:
        return this.#constant(entry);
    }
  }

  /** Values, or an array that is filled later; else a description. */
  #array(entry: Entry): unknown {
    const isScalar = this.#numpy.isScalar(entry);
    if (!this.#numpy.holdsObjects(entry)) {
      const values = this.#numpy.values(entry);
      if (values !== undefined) return values;
      this.#host.unreadable?.('numpy.ndarray');
    } else if (!isScalar) {
      return [];
    }
    return new PickledObject('numpy.ndarray', []);
  }

  #constant(entry: Entry): unknown {
    const names = {
      [nodeKind.dtype]: 'dtype',
      [nodeKind.device]: 'device',
      [nodeKind.layout]: 'layout',
      [nodeKind.qscheme]: 'qscheme',
    } as const;
    const kind = (names as Readonly<Record<number, TorchConstant['kind']>>)[entry.kind] ?? 'global';
    return this.#host.constant(kind, this.#table.text(entry));
  }

  /** Whether a plain object can hold the dict without reordering or losing a key. */
  #hasPlainKeys(entry: Entry): boolean {
    for (let i = 0; i < entry.count; i += 2) {
      const key = this.#table.entries[this.#table.nodeAt(this.#table.itemAt(entry, i))];
      if (key?.kind !== nodeKind.text || isUnsafeKey(this.#table.text(key))) return false;
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
      case nodeKind.numpyArray:
        if (value instanceof PickledObject) value.state = this.#numpy.only(entry, (at) => this.#value(at));
        else if (Array.isArray(value) && this.#numpy.holdsObjects(entry)) {
          this.#numpy.fill(entry, value, (at) => this.#value(at));
        }
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
    if (entry.kind === nodeKind.numpyDtype && entry.count > 0) (value as PickledObject).state = this.#item(entry, 0);
  }
}

/** Two's complement, the lowest byte first. */
function bigintOf(bytes: Uint8Array): number | bigint {
  if (bytes.length === 0) return 0;
  const hex = Buffer.from(bytes).reverse().toString('hex');
  return integerOf(BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`)));
}
