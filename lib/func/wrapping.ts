import { typeName } from '../arguments/describe';
import { runtimeError, valueError } from '../errors';
import { native } from '../native/binding';
import { grad as autogradGrad } from '../autograd/backward';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { zerosLike } from '../ops/generated/functions';
import { handleOf, wrap } from '../tensor/tensor';
import { flatten, mapTensors, mapTree } from './tree';

/** What the transforms that differentiate share: wrapping at their level, which arguments they differentiate, gradients. */

/** Which arguments are differentiated: a position, or several. */
export type Argnums = number | readonly number[];

export function wrapAll(tree: unknown, level: number): unknown {
  return mapTensors(tree, (tensor) => wrap(native.wrapForGrad(handleOf(tensor), level)));
}

/** The same tree at the level outside; tensors only, as these leave a transform. */
export function unwrapAll(tree: unknown, level: number): unknown {
  return mapTree(tree, (leaf) => {
    if (!isTensor(leaf)) throw runtimeError(`Expected tensors, got unsupported type ${typeName(leaf)}`);
    return wrap(native.unwrapForGrad(handleOf(leaf), level));
  });
}

/** Makes each leaf one that gradients are computed for, which users may not do under a transform. */
export function requireGrads(tree: unknown): void {
  const former = native.allowRequiresGrad(true);
  try {
    for (const leaf of flatten(tree).leaves) {
      if (!isTensor(leaf)) throw valueError(`Thing passed to transform API must be Tensor, got ${typeName(leaf)}`);
      leaf.requiresGrad_();
    }
  } finally {
    native.allowRequiresGrad(former);
  }
}

function wrapArgnum(argnum: unknown, count: number): number {
  if (typeof argnum !== 'number' || !Number.isSafeInteger(argnum)) {
    throw runtimeError(`argnum must be int, got: ${typeName(argnum)}`);
  }
  if (argnum >= -count && argnum < count) return argnum < 0 ? argnum + count : argnum;
  throw runtimeError(`Got argnum=${argnum}, but only ${count} positional inputs`);
}

/** The positions that are meant, in the order given. */
export function positions(argnums: Argnums, count: number): number[] {
  if (typeof argnums !== 'number' && !Array.isArray(argnums)) {
    throw runtimeError(`argnums must be int or Tuple[int, ...], got: ${typeName(argnums)}`);
  }
  if (!Array.isArray(argnums)) return [wrapArgnum(argnums, count)];
  const wrapped = argnums.map((argnum) => wrapArgnum(argnum, count));
  if (wrapped.length === 0) throw runtimeError('argnums must be non-empty');
  if (new Set(wrapped).size !== wrapped.length) {
    throw runtimeError(`argnums elements must be unique, got [${wrapped.join(', ')}]`);
  }
  return wrapped;
}

/** The arguments that are differentiated: one for a number, an array for an array. */
export function sliceArguments(args: readonly unknown[], argnums: Argnums): unknown {
  const chosen = positions(argnums, args.length).map((i) => args[i]);
  return Array.isArray(argnums) ? chosen : chosen[0];
}

/** Gradients of what depends on the inputs, and zeros for inputs that nothing depends on. */
export function gradientsOf(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  cotangents: readonly Tensor[] | null,
  { retainGraph, createGraph }: { readonly retainGraph: boolean; readonly createGraph: boolean },
): Tensor[] {
  const kept = outputs.map((output) => output.requiresGrad);
  if (!kept.some(Boolean)) return inputs.map((input) => zerosLike(input));
  const found = autogradGrad(
    outputs.filter((_, i) => kept[i]),
    inputs,
    {
      gradOutputs: cotangents ? cotangents.filter((_, i) => kept[i]) : null,
      retainGraph,
      createGraph,
      allowUnused: true,
    },
  );
  return found.map((gradient, i) => gradient ?? zerosLike(inputs[i] as Tensor));
}

/** Splits what a function with `hasAux` returns. */
export function splitAux(api: string, result: unknown): [output: unknown, aux: unknown] {
  if (Array.isArray(result) && result.length === 2) return [result[0], result[1]];
  throw runtimeError(`${api}: output of function f should be a tuple: (output, aux) if has_aux is True`);
}

/** The tensors that a function returned: at least one, and nothing else. */
export function outputTensors(result: unknown, api: string): Tensor[] {
  const { leaves } = flatten(result);
  const [first] = leaves;
  if (leaves.length === 0 || (leaves.length === 1 && (first === null || first === undefined))) {
    throw runtimeError(
      `${api}: Expected f to be a function that has non-empty output (got output = [${leaves.map(String).join(', ')}])`,
    );
  }
  for (const leaf of leaves) {
    if (isTensor(leaf)) continue;
    throw runtimeError(`${api}: expected f(*primals) to return only tensors, got unsupported type ${typeName(leaf)}`);
  }
  return leaves as Tensor[];
}

/** Fails on complex tensors, for which Jacobians are not defined. */
export function refuseComplex(api: string, tree: unknown, what: 'inputs' | 'outputs'): void {
  for (const [i, leaf] of flatten(tree).leaves.entries()) {
    if (!isTensor(leaf) || !leaf.isComplex()) continue;
    throw runtimeError(
      `${api}: Expected all ${what} to be real but received complex tensor at flattened input idx: ${i}`,
    );
  }
}
