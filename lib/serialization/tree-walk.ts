import { PickledObject } from './python-values';

/** A part of a loaded tree and the expression that reaches it, such as `tree.model` or `tree.get(0)`. @internal */
export interface Place {
  readonly value: unknown;
  readonly path: string;
}

/** A longer path says nothing, and a hostile file may make any. */
const LONGEST = 500;

/** Visits each object of a tree once, the outer ones first. `visit` says whether to look inside. @internal */
export function walkTree(root: unknown, visit: (place: Place) => boolean): void {
  const seen = new Set<unknown>();
  let level: Place[] = [{ value: root, path: 'tree' }];
  while (level.length > 0) {
    const next: Place[] = [];
    for (const place of level) {
      const { value } = place;
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      if (visit(place)) for (const part of partsOf(place)) next.push(part);
    }
    level = next;
  }
}

/** What an object of a tree holds. @internal */
export function* partsOf({ value, path }: Place): Iterable<Place> {
  const at = (step: string, part: unknown): Place => ({
    value: part,
    path: path.length > LONGEST ? `${path.slice(0, LONGEST)}...` : path + step,
  });
  if (value instanceof PickledObject) {
    yield at('.state', value.state);
    yield at('.list', value.list);
    yield at('.dict', value.dict);
    yield at('.args', value.args);
  } else if (value instanceof Map) {
    for (const [key, part] of value as Map<unknown, unknown>) {
      yield at(`.get(${keyText(key)})`, part);
      yield at('.keys()', key);
    }
  } else if (value instanceof Set) {
    for (const part of value as Set<unknown>) yield at('.values()', part);
  } else if (Array.isArray(value)) {
    for (const [index, part] of (value as readonly unknown[]).entries()) yield at(`[${index}]`, part);
  } else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [key, part] of Object.entries(value)) yield at(stepText(key), part);
  }
}

function stepText(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) && key.length <= LONGEST ? `.${key}` : `[${keyText(key)}]`;
}

function keyText(key: unknown): string {
  if (typeof key === 'string') return JSON.stringify(key.slice(0, LONGEST));
  return typeof key === 'object' ? '...' : String(key).slice(0, LONGEST);
}
