import { valueError } from '../errors';
import { isPlainObject } from '../arguments/plain-object';
import { type Tensor, isTensor } from '../ops/tensor-methods';

/**
 * Trees of values, as Python's pytree has them: arrays and plain objects are branches, anything else is a leaf. A
 * transform takes its function's arguments apart, works on the leaves, and puts them together again.
 */

/** A tensor, or arrays and plain objects of trees. */
export type Tree = Tensor | readonly Tree[] | { readonly [key: string]: Tree };

/** The form of a tree without its leaves. */
export type TreeForm =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'list'; readonly children: readonly TreeForm[] }
  | { readonly kind: 'dict'; readonly keys: readonly string[]; readonly children: readonly TreeForm[] };

const LEAF: TreeForm = { kind: 'leaf' };

/** Deeper trees are circles, which have no end. */
const DEEPEST = 1000;

export interface Flat {
  readonly leaves: unknown[];
  readonly form: TreeForm;
}

export function flatten(tree: unknown): Flat {
  const leaves: unknown[] = [];
  const visit = (node: unknown, depth: number): TreeForm => {
    if (depth > DEEPEST) throw valueError('the tree contains itself');
    if (Array.isArray(node)) return { kind: 'list', children: node.map((child) => visit(child, depth + 1)) };
    if (isPlainObject(node)) {
      const keys = Object.keys(node);
      return { kind: 'dict', keys, children: keys.map((key) => visit(node[key], depth + 1)) };
    }
    leaves.push(node);
    return LEAF;
  };
  return { form: visit(tree, 0), leaves };
}

export function unflatten(leaves: readonly unknown[], form: TreeForm): unknown {
  let next = 0;
  const build = (node: TreeForm): unknown => {
    if (node.kind === 'leaf') return leaves[next++];
    if (node.kind === 'list') return node.children.map(build);
    return Object.fromEntries(node.keys.map((key, i) => [key, build(node.children[i] as TreeForm)]));
  };
  return build(form);
}

export function mapTree(tree: unknown, change: (leaf: unknown) => unknown): unknown {
  const { leaves, form } = flatten(tree);
  return unflatten(leaves.map(change), form);
}

/** The same tree with each tensor changed, and other leaves as they are. */
export function mapTensors(tree: unknown, change: (tensor: Tensor) => Tensor): unknown {
  return mapTree(tree, (leaf) => (isTensor(leaf) ? change(leaf) : leaf));
}

export function sameForm(a: TreeForm, b: TreeForm): boolean {
  if (a.kind === 'leaf' || b.kind === 'leaf') return a.kind === b.kind;
  if (a.kind !== b.kind || a.children.length !== b.children.length) return false;
  if (a.kind === 'dict' && b.kind === 'dict' && !a.keys.every((key, i) => key === b.keys[i])) return false;
  return a.children.every((child, i) => sameForm(child, b.children[i] as TreeForm));
}

/** How messages show a form: `[*, { weight: * }]`. */
export function showForm(form: TreeForm): string {
  if (form.kind === 'leaf') return '*';
  const children = form.children.map(showForm);
  if (form.kind === 'list') return `[${children.join(', ')}]`;
  return children.length ? `{ ${form.keys.map((key, i) => `${key}: ${children[i]}`).join(', ')} }` : '{}';
}

/**
 * One value for each leaf of `form`, from a tree that may end earlier: a leaf of it counts for the whole branch that stands
 * there. Undefined if the two do not fit.
 */
export function broadcast(tree: unknown, form: TreeForm): unknown[] | undefined {
  const result: unknown[] = [];
  const repeat = (value: unknown, node: TreeForm): void => {
    if (node.kind === 'leaf') result.push(value);
    else for (const child of node.children) repeat(value, child);
  };
  const visit = (value: unknown, node: TreeForm): boolean => {
    if (Array.isArray(value)) {
      if (node.kind !== 'list' || node.children.length !== value.length) return false;
      return value.every((item, i) => visit(item, node.children[i] as TreeForm));
    }
    if (isPlainObject(value)) {
      if (node.kind !== 'dict') return false;
      const keys = Object.keys(value);
      if (keys.length !== node.keys.length) return false;
      return node.keys.every((key, i) => Object.hasOwn(value, key) && visit(value[key], node.children[i] as TreeForm));
    }
    repeat(value, node);
    return true;
  };
  return visit(tree, form) ? result : undefined;
}
