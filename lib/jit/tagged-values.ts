import { scriptTag } from '../native/codes';
import type { Handle } from '../native/contract';
import { typeError } from '../errors';
import { article, nameOf } from '../arguments/describe';
import { entriesOf, isMap, isPlainObject } from '../arguments/plain-object';
import { isUnsafeKey } from '../serialization/python-values';
import { Complex } from '../tensor/complex';
import { Device } from '../tensor/device';
import { DType } from '../tensor/dtype';
import { isTensor, type Tensor, handleOf, wrap } from '../ops/tensor-methods';

/** Values of TorchScript that say themselves what they are; `native/jit/values.cc` is the other side. */

/** An array may hold itself. */
const MOST_LEVELS = 32;

/** What a JavaScript array becomes: a list, unless it is frozen, as the tuples that are read are. */
export type ArrayForm = 'list' | 'tuple';

/** A value for a place that says nothing about its type. */
export function encodeTagged(value: unknown, form: ArrayForm = 'list', level = 0): unknown {
  if (level > MOST_LEVELS) throw typeError('a value is nested too deeply');
  if (value === null || value === undefined) return null;
  if (isTensor(value)) return [scriptTag.tensor, handleOf(value)];
  const inner = (item: unknown): unknown => encodeTagged(item, form, level + 1);
  if (Array.isArray(value)) {
    const isTuple = form === 'tuple' || Object.isFrozen(value);
    return [isTuple ? scriptTag.tuple : scriptTag.list, value.map(inner)];
  }
  if (isMap(value) || isPlainObject(value)) {
    const entries = entriesOf(value);
    return [scriptTag.dict, entries.map(([key]) => inner(key)), entries.map(([, item]) => inner(item))];
  }
  return encodeLeaf(value);
}

function encodeLeaf(value: unknown): unknown {
  if (value instanceof Complex) return [scriptTag.complex, value.re, value.im];
  if (value instanceof Device) return [scriptTag.device, value.toString()];
  if (value instanceof DType) return value.code;
  if (['number', 'bigint', 'boolean', 'string'].includes(typeof value)) return value;
  throw typeError(`${article(nameOf(value))} is not a value of TorchScript`);
}

/** Whether {@link encodeTagged} takes it. */
export function isTaggable(value: unknown, level = 0): boolean {
  if (level > MOST_LEVELS || value === undefined || typeof value === 'symbol' || typeof value === 'function') {
    return false;
  }
  if (value === null || typeof value !== 'object' || isTensor(value)) return true;
  if (Array.isArray(value)) return value.every((item) => isTaggable(item, level + 1));
  if (isMap(value) || isPlainObject(value)) return entriesOf(value).every(([, item]) => isTaggable(item, level + 1));
  return value instanceof Complex || value instanceof Device || value instanceof DType;
}

/**
 * A value that native code has returned. As `torch.load` has it, dicts become plain objects, or Maps where a key is no
 * string or looks like an array's index; lists become arrays, and tuples frozen arrays, which have the names of a
 * NamedTuple as properties.
 */
export function decodeTagged(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [tag, first, second] = value as [number, unknown, unknown];
  switch (tag) {
    case scriptTag.tensor:
      return first === null ? null : wrap(first as Handle);
    case scriptTag.list:
      return (first as unknown[]).map(decodeTagged);
    case scriptTag.tuple:
      return tupleOf((first as unknown[]).map(decodeTagged), second as readonly string[] | null);
    case scriptTag.dict:
      return dictOf((first as unknown[]).map(decodeTagged), (second as unknown[]).map(decodeTagged));
    case scriptTag.complex:
      return new Complex(first as number, second as number);
    default:
      return new Device(first as string);
  }
}

function tupleOf(items: unknown[], names: readonly string[] | null): readonly unknown[] {
  names?.forEach((name, i) => Object.defineProperty(items, name, { value: items[i], configurable: true }));
  return Object.freeze(items);
}

function dictOf(keys: readonly unknown[], values: readonly unknown[]): unknown {
  const entries = keys.map((key, i) => [key, values[i]] as const);
  const isRecord = keys.every((key) => typeof key === 'string' && !isUnsafeKey(key));
  return isRecord ? Object.fromEntries(entries as readonly (readonly [string, unknown])[]) : new Map(entries);
}

/** All tensors of a value, in order. */
export function tensorsOf(value: unknown): Tensor[] {
  if (isTensor(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(tensorsOf);
  if (isMap(value) || isPlainObject(value)) return entriesOf(value).flatMap(([, item]) => tensorsOf(item));
  return [];
}
