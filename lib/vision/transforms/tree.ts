/** Samples of any shape: arrays, records and maps with tensors and other values as leaves. */
import { isMap, isPlainObject } from '../../arguments/plain-object';

export interface Flat {
  /** All leaves, depth first. */
  readonly leaves: readonly unknown[];
  /** The same structure with other leaves. */
  readonly rebuild: (leaves: readonly unknown[]) => unknown;
}

/** Calls `visit` for each leaf, and gives the structure with what it returned. */
function map(value: unknown, visit: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => map(item, visit));
  if (isMap(value)) return new Map([...value].map(([key, item]) => [key, map(item, visit)]));
  if (isPlainObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item, visit)]));
  return visit(value);
}

/** The leaves of a sample, and how to put others in their places. */
export function flatten(sample: unknown): Flat {
  const leaves: unknown[] = [];
  map(sample, (leaf) => leaves.push(leaf));
  return {
    leaves,
    rebuild: (others) => {
      let next = 0;
      return map(sample, () => others[next++]);
    },
  };
}
