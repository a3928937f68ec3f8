import { typeName } from '../../arguments/describe';
import { isPlainObject } from '../../arguments/plain-object';
import { typeError } from '../../errors';
import { isTensor } from '../../ops/tensor-methods';

/** The form of a nested value, as Python's pytree writes it. */
export interface TreeSpec {
  readonly type: string | null;
  readonly context: string | null;
  readonly children: readonly TreeSpec[];
}

/** A value at the end of a branch: a tensor, a number, a string, a boolean or null. */
export interface Leaf {
  /** Keys and places from the outside in. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** A nested value, taken apart. */
export interface Tree {
  readonly leaves: readonly Leaf[];
  readonly spec: TreeSpec;
}

const LEAF: TreeSpec = { type: null, context: null, children: [] };
const MAX_DEPTH = 100;

/**
 * Takes a nested value apart. Arrays are Python's tuples, plain objects its dicts.
 *
 * @throws TypeError for anything else than tensors, numbers, strings, booleans and null at the ends.
 */
export function flatten(label: string, value: unknown, path: readonly (string | number)[] = []): Tree {
  if (path.length > MAX_DEPTH) throw typeError(`${label} is nested too deeply, or contains itself`);
  if (Array.isArray(value)) {
    return branch(
      'builtins.tuple',
      'null',
      value.map((item, i) => flatten(label, item, [...path, i])),
    );
  }
  if (isPlainObject(value)) {
    const keys = Object.keys(value).filter((key) => value[key] !== undefined);
    return branch(
      'builtins.dict',
      jsonText(keys),
      keys.map((key) => flatten(label, value[key], [...path, key])),
    );
  }
  if (value === null || isTensor(value) || /^(number|bigint|string|boolean)$/.test(typeof value)) {
    return { leaves: [{ path, value }], spec: LEAF };
  }
  throw typeError(
    `${label}${pathText(path)} is ${typeName(value)}; a program takes and returns tensors, numbers, strings, ` +
      'booleans, null, and arrays and plain objects of them',
  );
}

function branch(type: string, context: string, trees: readonly Tree[]): Tree {
  return {
    leaves: trees.flatMap(({ leaves }) => leaves),
    spec: { type, context, children: trees.map(({ spec }) => spec) },
  };
}

/** A tuple of the values of several trees. */
export function tupleOf(trees: readonly Tree[]): Tree {
  return branch('builtins.tuple', 'null', trees);
}

/** A dict of the values of several trees. */
export function dictOf(entries: ReadonlyMap<string, Tree>): Tree {
  return branch('builtins.dict', jsonText([...entries.keys()]), [...entries.values()]);
}

/** `.h[0]`, for messages. */
export function pathText(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
}

/** JSON with Python's spaces. */
function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`;
  return JSON.stringify(value);
}

/** The specification as a program has it. */
export function specText(spec: TreeSpec): string {
  return `[1, ${oneText(spec)}]`;
}

function oneText({ type, context, children }: TreeSpec): string {
  const parts = [jsonText(type), jsonText(context), `[${children.map(oneText).join(', ')}]`];
  return `{"type": ${parts[0]}, "context": ${parts[1]}, "children_spec": ${parts[2]}}`;
}

/** Puts other leaves into the places of the leaves of a value. */
export function rebuild(value: unknown, leaves: Iterator<unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => rebuild(item, leaves));
  if (isPlainObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, rebuild(item, leaves)]),
    );
  }
  return leaves.next().value;
}
