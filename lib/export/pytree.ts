import { type Step, pathTo, show, typeName } from './shown';
import { isMap, isPlainObject } from '../arguments/plain-object';
import type { NamedTupleDef } from './schema/program';

/** The form of a tree of values, as Python's pytree writes it: lists, tuples and dicts with leaves in them. */
export interface TreeSpec {
  /** null for a leaf. */
  readonly type: string | null;
  /** Of a dict or a named tuple: its keys. */
  readonly keys: readonly (string | number)[] | null;
  readonly children: readonly TreeSpec[];
  /** How many leaves it has. */
  readonly leaves: number;
}

type Fail = (what: string) => never;

const LEAF: TreeSpec = { type: null, keys: null, children: [], leaves: 1 };
const MAX_DEPTH = 200;

/** Reads the form of a tree; `fail` throws. */
export function parseTree(json: string, named: ReadonlyMap<string, NamedTupleDef>, fail: Fail): TreeSpec {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return fail('the form of its inputs or outputs is not JSON');
  }
  if (!Array.isArray(parsed) || parsed[0] !== 1)
    return fail('the form of its inputs or outputs has an unknown version');
  return readSpec(parsed[1], named, fail, 0);
}

function readSpec(given: unknown, named: ReadonlyMap<string, NamedTupleDef>, fail: Fail, depth: number): TreeSpec {
  if (!isPlainObject(given) || depth > MAX_DEPTH) return fail('the form of its inputs or outputs is damaged');
  const { type, context, children_spec: children } = given;
  if (!Array.isArray(children)) return fail('the form of its inputs or outputs is damaged');
  if (type === null) return LEAF;
  if (typeof type !== 'string') return fail('the form of its inputs or outputs is damaged');
  const items = children.map((child) => readSpec(child, named, fail, depth + 1));
  const keys = keysOf(type, context, named, items.length);
  if (keys && keys.length !== items.length) return fail(`a ${type} has ${items.length} values for ${keys.length} keys`);
  return { type, keys, children: items, leaves: items.reduce((sum, item) => sum + item.leaves, 0) };
}

const SEQUENCES = new Set(['builtins.tuple', 'builtins.list', 'collections.deque']);

/** The keys of a dict, a named tuple or a registered class; null for what has none. */
function keysOf(
  type: string,
  context: unknown,
  named: ReadonlyMap<string, NamedTupleDef>,
  count: number,
): readonly (string | number)[] | null {
  if (SEQUENCES.has(type) || typeof context !== 'string') return null;
  let read: unknown;
  try {
    read = JSON.parse(context);
  } catch {
    return null;
  }
  if (type === 'collections.namedtuple') return typeof read === 'string' ? (named.get(read)?.fieldNames ?? null) : null;
  if (isPlainObject(read)) read = read['dict_context'];
  if (isKeys(read)) return read;
  // A dataclass: its fields with values, and those without.
  const [first] = Array.isArray(read) ? (read as unknown[]) : [];
  return isKeys(first) && first.length === count ? first : null;
}

function isKeys(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((key) => typeof key === 'string' || typeof key === 'number');
}

/** A step from a tree to what is in it. */

/** Appends the leaves of a value that has the form `spec`; `fail` throws. */
export function flatten(spec: TreeSpec, value: unknown, path: readonly Step[], out: unknown[], fail: Fail): void {
  if (spec.type === null) {
    out.push(value === undefined ? null : value);
    return;
  }
  if (spec.keys) return flattenKeys(spec, spec.keys, value, path, out, fail);
  if (!Array.isArray(value)) return fail(`${pathTo(path)} should be an array, got ${show(value)}`);
  if (value.length !== spec.children.length) {
    return fail(`${pathTo(path)} should have ${spec.children.length} items, got ${value.length}`);
  }
  spec.children.forEach((child, i) => flatten(child, value[i], [...path, i], out, fail));
}

function flattenKeys(
  spec: TreeSpec,
  keys: readonly (string | number)[],
  value: unknown,
  path: readonly Step[],
  out: unknown[],
  fail: Fail,
): void {
  if (Array.isArray(value) && spec.type === 'collections.namedtuple' && value.length === keys.length) {
    spec.children.forEach((child, i) => flatten(child, value[i], [...path, i], out, fail));
    return;
  }
  const map = isMap(value) ? value : isPlainObject(value) ? new Map(Object.entries(value)) : null;
  if (!map) return fail(`${pathTo(path)} should be an object with ${keys.join(', ')}, got ${typeName(value)}`);
  const find = (key: string | number): unknown => (map.has(key) ? map.get(key) : map.get(String(key)));
  const missing = keys.filter((key) => find(key) === undefined);
  if (missing.length > 0) return fail(`${pathTo(path)} misses ${missing.join(', ')}`);
  const surplus = [...map.keys()].filter((key) => !keys.some((one) => String(one) === String(key)));
  if (surplus.length > 0) return fail(`${pathTo(path)} has ${surplus.join(', ')}, which the program does not take`);
  spec.children.forEach((child, i) => {
    const key = keys[i] as Step;
    flatten(child, find(key), [...path, key], out, fail);
  });
}

/** The tree of leaves: tuples and lists become arrays, dicts and classes objects, or Maps if a key is a number. */
export function unflatten(spec: TreeSpec, leaves: Iterator<unknown>): unknown {
  if (spec.type === null) return leaves.next().value;
  const items = spec.children.map((child) => unflatten(child, leaves));
  if (!spec.keys) return items;
  const entries = spec.keys.map((key, i) => [key, items[i]] as const);
  if (entries.some(([key]) => typeof key === 'number')) return new Map(entries);
  const out: Record<string, unknown> = {};
  for (const [key, value] of entries) {
    Object.defineProperty(out, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return out;
}

/** The paths to the leaves. */
export function pathsOf(spec: TreeSpec, path: readonly Step[] = []): (readonly Step[])[] {
  if (spec.type === null) return [path];
  return spec.children.flatMap((child, i) => pathsOf(child, [...path, spec.keys?.[i] ?? i]));
}
