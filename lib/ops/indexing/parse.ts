import { type NestedArray, tensor } from '../creation';
import { flatten } from '../creation/nested';
import { type Tensor, handleOf, isTensor } from '../../tensor/tensor';
import { indexKind } from '../../native/codes';
import { Slice } from './slice';
import { typeError, valueError } from '../../errors';

/**
 * One index, as it stands between Python's brackets: an integer, a slice (`'1:-1'`, `':'`, `torch.slice(0, 4, 2)`),
 * `'...'`, `null` for a new axis, a boolean, an index or mask tensor, or an array that stands for one.
 */
export type Index = number | bigint | string | null | boolean | Slice | Tensor | readonly NestedArray[];

/** A loop uses the same texts in every step. */
const parsed = new Map<string, Slice | null>();

const SLICE = /^\s*([+-]?\d+)?\s*:\s*([+-]?\d+)?\s*(?::\s*([+-]?\d+)?\s*)?$/;

/** A slice, or null for `...`. */
function parseText(text: string): Slice | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const match = SLICE.exec(text);
  if (!match && text.trim() !== '...') {
    throw typeError(`index(): '${text}' is not a slice; write it as in Python, '1:-1', '::2', ':' or '...'`);
  }
  const slice = match ? new Slice(bound(match[1]), bound(match[2]), bound(match[3])) : null;
  if (parsed.size < 1000) parsed.set(text, slice);
  return slice;
}

function bound(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw valueError(`index(): ${text} is too large for an index`);
  return value;
}

/** An index array as a tensor: of booleans a mask, else of integers. */
function arrayIndex(array: readonly NestedArray[]): Tensor {
  const { elements } = flatten(array);
  const isMask = elements.length > 0 && elements.every((element) => typeof element === 'boolean');
  const wrong = isMask ? undefined : elements.find((element) => !isInteger(element));
  if (wrong !== undefined) throw typeError(`index(): an index array holds integers or booleans, got ${String(wrong)}`);
  return elements.length === 0 ? tensor(array).long() : tensor(array);
}

const isInteger = (value: unknown): boolean => typeof value === 'bigint' || Number.isSafeInteger(value);

/** Native code reads four numbers for each index: its kind and up to three values. */
export function encodeIndices(indices: readonly Index[]): unknown[] {
  const codes: unknown[] = [];
  for (const index of indices) encodeIndex(index, codes);
  return codes;
}

function encodeIndex(index: Index, codes: unknown[]): void {
  switch (typeof index) {
    case 'number':
    case 'bigint':
      if (!isInteger(index)) throw typeError(`index(): only whole numbers are indices, got ${index}`);
      codes.push(indexKind.integer, index, 0, 0);
      return;
    case 'string':
      pushSlice(parseText(index), codes);
      return;
    case 'boolean':
      codes.push(indexKind.boolean, Number(index), 0, 0);
      return;
    default:
      encodeObject(index, codes);
  }
}

function pushSlice(slice: Slice | null, codes: unknown[]): void {
  if (slice === null) codes.push(indexKind.ellipsis, 0, 0, 0);
  else codes.push(indexKind.slice, slice.start, slice.stop, slice.step);
}

function encodeObject(index: Index | undefined, codes: unknown[]): void {
  if (index === null) codes.push(indexKind.none, 0, 0, 0);
  else if (isTensor(index)) codes.push(indexKind.tensor, handleOf(index), 0, 0);
  else if (index instanceof Slice) pushSlice(index, codes);
  else if (Array.isArray(index)) codes.push(indexKind.tensor, handleOf(arrayIndex(index)), 0, 0);
  else {
    const got = index === undefined ? 'undefined' : typeof index;
    throw typeError(`index(): expected integers, slices, '...', null, booleans, tensors or arrays, got ${got}`);
  }
}
