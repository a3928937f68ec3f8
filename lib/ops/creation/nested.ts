import { Complex } from '../../tensor/complex';
import { type Tensor, isTensor } from '../../tensor/tensor';
import { article, nameOf } from '../../arguments/describe';
import { typeError } from '../../errors';

/** One element of a nested array. */
export type Element = number | bigint | boolean | Complex;

/** Numbers in arrays of any depth; a tensor of one element counts as its element. */
export type NestedArray = Element | Tensor | readonly NestedArray[];

/** A nested array taken apart: its elements in row-major order. */
export interface Flattened {
  readonly shape: readonly number[];
  readonly elements: readonly Element[];
}

/** Takes a nested array apart; a ragged one is a TypeError that names the place. */
export function flatten(data: NestedArray): Flattened {
  const shape: number[] = [];
  for (let level: unknown = data; Array.isArray(level); level = level[0]) {
    shape.push(level.length);
    if (shape.length > MAX_DEPTH) throw typeError(`tensor(): arrays nest deeper than ${MAX_DEPTH} levels`);
  }
  const elements: Element[] = [];
  collect(data, shape, 0, [], elements);
  return { shape, elements };
}

/** As many dimensions as libtorch iterates over. */
const MAX_DEPTH = 64;

function collect(data: unknown, shape: readonly number[], depth: number, path: number[], into: Element[]): void {
  if (depth === shape.length) {
    into.push(elementOf(data, path));
    return;
  }
  if (!Array.isArray(data)) throw ragged(path, `an array of ${shape[depth]}`, describe(data));
  if (data.length !== shape[depth]) throw ragged(path, `an array of ${shape[depth]}`, describe(data));
  const leaf = depth + 1 === shape.length;
  for (let i = 0; i < data.length; i++) {
    const item: unknown = data[i];
    // Most elements are numbers: they need neither a path nor a call.
    if (leaf && typeof item === 'number') into.push(item);
    else collect(item, shape, depth + 1, [...path, i], into);
  }
}

function elementOf(value: unknown, path: readonly number[]): Element {
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value;
  if (value instanceof Complex) return value;
  if (isTensor(value)) return value.item();
  if (Array.isArray(value)) throw ragged(path, 'a number', describe(value));
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
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? article(nameOf(value)) : `the ${typeof value} ${String(value)}`;
}
