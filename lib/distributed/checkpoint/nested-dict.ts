import { valueError } from '../../errors';
import { entriesOf, isMap, isPlainObject } from '../../arguments/plain-object';
import { isUnsafeKey, Size } from '../../serialization/python-values';
import { isTensor } from '../../tensor/tensor';
import type { ObjectPath, PathItem } from './metadata';

/** Nested dicts and lists as one flat dict, by Python's rules: torch/distributed/checkpoint/_nested_dict.py. */

/** A state dict: a plain object or a Map, whose keys are names. */
export type StateDictLike = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

export interface Flattened {
  readonly values: Map<string, unknown>;
  readonly paths: Map<string, ObjectPath>;
}

/** No state dict is so deep; one that holds itself has no end. */
const MAX_DEPTH = 1000;

const isDict = (value: unknown): value is object => isMap(value) || isPlainObject(value);

/** Python's list: a frozen array stands for a tuple, which is not looked into. */
const isList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && !Object.isFrozen(value) && !(value instanceof Size);

/** A list of plain values is one value; one with a dict or a tensor in it is looked into. */
function isLeaf(value: unknown, depth = 0): boolean {
  if (isDict(value)) return false;
  if (!isList(value) || depth > MAX_DEPTH) return true;
  return value.every((item) => isPlain(item, () => isLeaf(item, depth + 1)));
}

/** The rule before PyTorch 2.4: a dict of plain values is one value, too. */
function isOldLeaf(value: unknown, depth = 0): boolean {
  const items = isDict(value) ? entriesOf(value).map(([, item]) => item) : isList(value) ? value : [];
  return depth > MAX_DEPTH || items.every((item) => isPlain(item, () => isOldLeaf(item, depth + 1)));
}

function isPlain(item: unknown, isContainerPlain: () => boolean): boolean {
  if (isTensor(item)) return false;
  return !(isDict(item) || isList(item)) || isContainerPlain();
}

/**
 * Nested dicts and lists as one dict: `{ a: { b: 1 } }` becomes `a.b`.
 *
 * @throws TorchValueError where two paths have the same name, and for a dict that holds itself. @internal
 */
export function flattenStateDict(stateDict: StateDictLike): Flattened {
  return flatten(stateDict, isLeaf);
}

/** The same by the rule of PyTorch before 2.4, to read its checkpoints. @internal */
export function flattenAsBefore24(stateDict: StateDictLike): Flattened {
  return flatten(stateDict, isOldLeaf);
}

function flatten(stateDict: StateDictLike, isWhole: (value: unknown) => boolean): Flattened {
  const values = new Map<string, unknown>();
  const paths = new Map<string, ObjectPath>();
  const put = (path: ObjectPath, value: unknown): void => {
    const name = path.join('.');
    if (values.has(name)) throw valueError(`duplicated flatten key ${name}`);
    values.set(name, value);
    paths.set(name, path);
  };
  const visit = (path: ObjectPath, value: unknown): void => {
    if (path.length > MAX_DEPTH) throw valueError(`the state dict is nested too deep at ${path.slice(0, 5).join('.')}`);
    if (isWhole(value)) put(path, value);
    else if (isDict(value)) for (const [key, item] of entriesOf(value)) visit([...path, String(key)], item);
    else (value as unknown[]).forEach((item, i) => visit([...path, i], item));
  };
  for (const [key, value] of entriesOf(stateDict)) visit([String(key)], value);
  return { values, paths };
}

/** The key of a dict that a step of a path means: a Map may have the number that the path has as text. */
function keyIn(container: object, step: PathItem): unknown {
  if (!isMap(container) || container.has(step)) return step;
  for (const key of container.keys()) if (String(key) === String(step)) return key;
  return step;
}

function childOf(container: object, step: PathItem): unknown {
  if (isMap(container)) return container.get(keyIn(container, step));
  return Object.hasOwn(container, step) ? (container as Record<PathItem, unknown>)[step] : undefined;
}

function setChild(container: object, step: PathItem, value: unknown): void {
  if (isMap(container)) {
    (container as Map<unknown, unknown>).set(keyIn(container, step), value);
  } else if (Array.isArray(container)) {
    while (container.length < Number(step)) container.push(null);
    container[Number(step)] = value;
  } else {
    // A key may be `__proto__`.
    Object.defineProperty(container, step, { value, writable: true, enumerable: true, configurable: true });
  }
}

/** Sets the value at a path; dicts (Maps) and lists that are missing on the way are made. @internal */
export function setElement(root: object, path: ObjectPath, value: unknown): void {
  let container = root;
  for (const [i, step] of path.slice(0, -1).entries()) {
    let child = childOf(container, step);
    if (typeof child !== 'object' || child === null) {
      child = typeof path[i + 1] === 'number' ? [] : new Map<string, unknown>();
      setChild(container, step, child);
    }
    const fits = typeof path[i + 1] === 'number' ? Array.isArray(child) : isDict(child) || Array.isArray(child);
    if (!fits) throw valueError(`the path ${path.join('.')} leads through a value that is neither a dict nor a list`);
    container = child as object;
  }
  setChild(container, path.at(-1) as PathItem, value);
}

/**
 * A tree of Maps as one of plain objects, where no key would be reordered or taken for something else: as `torch.load`
 * reads dicts. @internal
 */
export function asObjects(tree: unknown): unknown {
  if (Array.isArray(tree)) return Object.isFrozen(tree) ? tree : tree.map(asObjects);
  if (!(tree instanceof Map)) return tree;
  const entries = [...(tree as ReadonlyMap<unknown, unknown>)].map(([key, value]) => [key, asObjects(value)] as const);
  const isPlain = entries.every(([key]) => typeof key === 'string' && !isUnsafeKey(key));
  return isPlain ? Object.fromEntries(entries as [string, unknown][]) : new Map(entries);
}
