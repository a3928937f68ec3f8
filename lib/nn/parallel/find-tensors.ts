import { entriesOf, isMap, isPlainObject } from '../../arguments/plain-object';
import { isTensor, type Tensor } from '../../ops/tensor-methods';
import { isModule } from '../module-state';
import { PackedSequence } from '../utils/packed-sequence';

/** What a forward takes and gives: tensors, in arrays, objects and Maps as deep as you like. */

/** All tensors in a value. Objects of classes are looked into as Python looks into data classes. */
export function findTensors(value: unknown, found: Tensor[] = [], seen = new Set<object>()): Tensor[] {
  if (typeof value !== 'object' || value === null) return found;
  if (isTensor(value)) found.push(value);
  else if (!seen.has(value) && !isModule(value) && !ArrayBuffer.isView(value)) {
    seen.add(value);
    const inner = Array.isArray(value) || value instanceof Set ? value : entriesOf(value).map(([, item]) => item);
    for (const item of inner) findTensors(item, found, seen);
  }
  return found;
}

/** The same value with other tensors: arrays, plain objects, Maps and packed sequences are made anew. */
export function mapTensors(value: unknown, change: (tensor: Tensor) => Tensor): unknown {
  if (isTensor(value)) return change(value);
  const inner = (item: unknown): unknown => mapTensors(item, change);
  if (Array.isArray(value)) return value.map(inner);
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, inner(item)]));
  if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inner(item)]));
  if (!(value instanceof PackedSequence)) return value;
  const { data, batchSizes, sortedIndices, unsortedIndices } = value;
  return new PackedSequence(change(data), batchSizes, sortedIndices, unsortedIndices);
}
