import { Complex } from '../../tensor/complex';
import { type Tensor, isTensor } from '../../tensor/tensor';
import type { DType } from '../../tensor/dtype';
import { article, nameOf } from '../../arguments/describe';
import { typeError } from '../../errors';
import { type TypedArray, dtypeOfArray, isTypedArray } from './typed-array';

/** One element of a nested array. */
export type Element = number | bigint | boolean | Complex;

/** Numbers in arrays of any depth, the innermost of which may be typed; a tensor of one element counts as its element. */
export type NestedArray = Element | Tensor | TypedArray | readonly NestedArray[];

/** A nested array taken apart: its elements in row-major order. */
export interface Flattened {
  readonly shape: readonly number[];
  /** A Float64Array if all of them are numbers. */
  readonly elements: Float64Array | readonly Element[];
  /** The dtypes of typed arrays in it. */
  readonly typed: ReadonlySet<DType>;
  /** The elements that are not in typed arrays, where there are typed arrays. */
  readonly plain: readonly Element[];
}

/** Takes a nested array apart; a ragged one is a TypeError that names the place. */
export function flatten(data: NestedArray): Flattened {
  const shape: number[] = [];
  let level: unknown = data;
  for (; Array.isArray(level); level = level[0]) {
    shape.push(level.length);
    if (shape.length > MAX_DEPTH) throw typeError(`tensor(): arrays nest deeper than ${MAX_DEPTH} levels`);
  }
  if (isTypedArray(level)) shape.push(level.length);
  const collector = new Collector(shape);
  collector.collect(data, 0, []);
  return { shape, elements: collector.elements, typed: collector.typed, plain: collector.plain };
}

/** As many dimensions as libtorch iterates over. */
const MAX_DEPTH = 64;

/** Room for the first numbers. */
const FIRST_ROOM = 256;

/**
 * Reads each element once. Numbers go into a Float64Array, which costs a few nanoseconds each; with the first other element all
 * of them move to an array.
 */
class Collector {
  readonly typed = new Set<DType>();
  /** Where the elements of typed arrays begin and end. */
  readonly #ranges: (readonly [begin: number, end: number])[] = [];
  #numbers = new Float64Array(FIRST_ROOM);
  #count = 0;
  #others: Element[] | null = null;

  constructor(readonly shape: readonly number[]) {}

  get elements(): Float64Array | readonly Element[] {
    return this.#others ?? this.#numbers.subarray(0, this.#count);
  }

  get plain(): readonly Element[] {
    const typed = this.#ranges.reduce((sum, [begin, end]) => sum + end - begin, 0);
    if (this.#ranges.length === 0 || typed === this.#length) return [];
    const all: Element[] = Array.from(this.elements);
    let next = 0;
    return this.#ranges.concat([[all.length, all.length]]).flatMap(([begin, end]) => {
      const part = all.slice(next, begin);
      next = end;
      return part;
    });
  }

  get #length(): number {
    return this.#others?.length ?? this.#count;
  }

  /** `path` says where `data` stands, for messages. */
  collect(data: unknown, depth: number, path: readonly number[]): void {
    const extent = this.shape[depth];
    if (extent === undefined) return this.#addElement(data, path);
    if (isTypedArray(data)) return this.#addTyped(data, depth, path);
    if (!Array.isArray(data) || data.length !== extent) throw ragged(path, `an array of ${extent}`, describe(data));
    if (depth + 1 === this.shape.length) return this.#addRow(data, extent, path);
    for (let i = 0; i < extent; i++) this.collect(data[i], depth + 1, [...path, i]);
  }

  #addRow(row: readonly unknown[], extent: number, path: readonly number[]): void {
    let i = 0;
    if (this.#others === null) {
      const numbers = this.#room(extent);
      let at = this.#count;
      let item: unknown;
      for (; i < extent && typeof (item = row[i]) === 'number'; i++) numbers[at++] = item;
      this.#count = at;
      if (i === extent) return;
      this.#addElement(item, [...path, i++]);
    }
    for (; i < extent; i++) {
      const item = row[i];
      // Most elements are numbers: they need neither a path nor a call.
      if (typeof item === 'number' && this.#others !== null) this.#others.push(item);
      else this.#addElement(item, [...path, i]);
    }
  }

  #addTyped(row: TypedArray, depth: number, path: readonly number[]): void {
    const extent = this.shape[depth];
    if (depth + 1 !== this.shape.length || row.length !== extent)
      throw ragged(path, `an array of ${extent}`, describe(row));
    this.typed.add(dtypeOfArray(row));
    this.#ranges.push([this.#length, this.#length + extent]);
    if (this.#others === null && typeof row[0] !== 'bigint') {
      this.#room(extent).set(row as Float64Array, this.#count);
      this.#count += extent;
    } else {
      for (const item of row) this.#general().push(item);
    }
  }

  #addElement(value: unknown, path: readonly number[]): void {
    const element = elementOf(value, path);
    if (typeof element === 'number' && this.#others === null) this.#room(1)[this.#count++] = element;
    else this.#general().push(element);
  }

  /** Numbers with room for `more`. */
  #room(more: number): Float64Array {
    const needed = this.#count + more;
    if (needed > this.#numbers.length) {
      const larger = new Float64Array(Math.max(needed, 2 * this.#count));
      larger.set(this.#numbers.subarray(0, this.#count));
      this.#numbers = larger;
    }
    return this.#numbers;
  }

  #general(): Element[] {
    return (this.#others ??= Array.from(this.#numbers.subarray(0, this.#count)));
  }
}

function elementOf(value: unknown, path: readonly number[]): Element {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value;
  if (value instanceof Complex) return value;
  if (isTensor(value)) return value.item();
  if (Array.isArray(value) || isTypedArray(value)) throw ragged(path, 'a number', describe(value));
  throw typeError(`tensor(): expected a number${place(path)}, got ${describe(value)}`);
}

function ragged(path: readonly number[], wanted: string, got: string): TypeError {
  return typeError(
    `tensor(): a ragged array: expected ${wanted}${place(path)}, as its first neighbors have, got ${got}`,
  );
}

function place(path: readonly number[]): string {
  return path.length ? ` at [${path.join('][')}]` : '';
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (isTypedArray(value)) return `${article(nameOf(value))} of ${value.length}`;
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? article(nameOf(value)) : `the ${typeof value} ${String(value)}`;
}
