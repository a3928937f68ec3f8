import { types } from 'node:util';
import { isTensor } from '../../ops/tensor-methods';

/** Where a value that is to cross threads holds a tensor, as `.model.weight` or `[0]`; null if nowhere. */
export function tensorIn(value: unknown): string | null {
  const seen = new Set<object>();
  const pending: [unknown, string][] = [[value, '']];
  for (const [item, path] of pending) {
    if (typeof item !== 'object' || item === null || seen.has(item)) continue;
    seen.add(item);
    if (isTensor(item)) return path;
    // One by one: as arguments of a call, a long array would overflow the stack.
    for (const child of childrenOf(item, path)) pending.push(child);
  }
  return null;
}

function childrenOf(value: object, path: string): readonly [unknown, string][] {
  if (ArrayBuffer.isView(value)) return [];
  if (types.isMap(value)) return [...value].map(([key, item]) => [item, `${path}.get(${JSON.stringify(key)})`]);
  if (types.isSet(value)) return [...value].map((item) => [item, path]);
  if (Array.isArray(value)) return value.map((item, i) => [item, `${path}[${i}]`]);
  return Object.entries(value).map(([key, item]) => [item, `${path}.${key}`]);
}
