import { bool, callback, choice, int, keyword, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { valueError } from '../errors';
import { cat, fill_, movedim, squeeze, unflatten as unflattenTensor, unsqueeze } from '../ops/generated/functions';
import { split } from '../ops/python/shapes';
import type { Tensor } from '../ops/tensor-methods';
import { pullback } from './grad';
import { pushforward } from './jvp';
import { RANDOMNESS, type Randomness } from './layers';
import { flatten, unflatten } from './tree';
import { vmap } from './vmap';
import { type Argnums, refuseComplex, sliceArguments } from './wrapping';

export interface JacrevOptions {
  /** Which argument the Jacobian is of, or several as an array. The default is 0. */
  readonly argnums?: Argnums;
  /** The function returns `[output, aux]`, and `aux` is passed on as it is. The default is false. */
  readonly hasAux?: boolean;
  /** Compute this many rows of the Jacobian at a time, to save memory; 1 does without vmap. The default is null: all. */
  readonly chunkSize?: number | null;
}

export interface JacfwdOptions {
  /** Which argument the Jacobian is of, or several as an array. The default is 0. */
  readonly argnums?: Argnums;
  /** The function returns `[output, aux]`, and `aux` is passed on as it is. The default is false. */
  readonly hasAux?: boolean;
  /** What operators that draw random numbers do, as of {@link vmap}. The default is `'error'`. */
  readonly randomness?: Randomness;
}

export interface HessianOptions {
  /** Which argument the Hessian is of, or several as an array. The default is 0. */
  readonly argnums?: Argnums;
}

const argnums = value<Argnums>('an integer or an array of integers', () => true, 0);
const func = callback<(...args: unknown[]) => unknown>();

const REVERSE = {
  func,
  argnums,
  hasAux: keyword(bool(false)),
  chunkSize: keyword(nullable(int())),
  _preallocateAndCopy: keyword(bool(false)),
};

/** The rows of the identity matrix, split into parts of the shapes of `tensors`; at most `chunk` rows at a time. */
function* standardBasis(tensors: readonly Tensor[], chunk: number): Generator<Tensor[]> {
  const counts = tensors.map((tensor) => tensor.numel());
  const total = counts.reduce((sum, count) => sum + count, 0);
  for (let first = 0; first < total || first === 0; first += chunk) {
    const rows = Math.min(chunk, total - first);
    let start = 0;
    yield tensors.map((tensor, i) => {
      const part = tensor.newZeros([rows, counts[i] as number]);
      fill_(part.diagonal(first - start), 1);
      start += counts[i] as number;
      return part.view([rows, ...tensor.shape]);
    });
    if (total === 0) return;
  }
}

/** The Jacobian's rows for each input, `[elements of all outputs, ...input]`. */
function reverseRows(
  outputs: readonly Tensor[],
  form: Parameters<typeof unflatten>[1],
  pull: (cotangents: unknown) => unknown,
  chunkSize: number | null,
): Tensor[] {
  const total = outputs.reduce((sum, output) => sum + output.numel(), 0);
  const parts: Tensor[][] = [];
  for (const basis of standardBasis(outputs, Math.max(1, Math.min(chunkSize ?? total, total)))) {
    const single = chunkSize === 1;
    const cotangents = unflatten(single ? basis.map((part) => squeeze(part, 0)) : basis, form);
    const rows = single ? pull(cotangents) : vmap(pull)(cotangents);
    const leaves = flatten(rows).leaves as Tensor[];
    parts.push(single ? leaves.map((leaf) => unsqueeze(leaf, 0)) : leaves);
  }
  const [first = []] = parts;
  if (parts.length === 1) return first;
  return first.map((_, i) =>
    cat(
      parts.map((rows) => rows[i] as Tensor),
      0,
    ),
  );
}

/**
 * A function that computes the Jacobian of `func` by reverse-mode differentiation: one backward for each element of the
 * output, all at once by {@link vmap}. Better than {@link jacfwd} where there are more inputs than outputs.
 *
 * @returns A function of the same arguments. Its result has the form of the output, and at each leaf that of the chosen
 * argument; each tensor has the shape `[...output, ...input]`. With `hasAux`, `[jacobian, aux]`.
 * @throws TorchError for complex inputs or outputs.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.jacrev.html
 * @example
 * torch.func.jacrev((x: torch.Tensor) => x.sin())(torch.zeros([2])); // the identity
 */
export function jacrev<A extends unknown[], R>(
  func: (...args: A) => R,
  ...rest: Mixed<[argnums?: number], JacrevOptions & { readonly argnums?: number; readonly hasAux?: false }>
): (...args: A) => R;
export function jacrev<A extends unknown[]>(
  func: (...args: A) => unknown,
  ...rest: Mixed<[argnums?: Argnums], JacrevOptions>
): (...args: A) => unknown;
export function jacrev(...given: readonly unknown[]): (...args: never[]) => unknown {
  const options = readArguments('jacrev', REVERSE, given);
  const { chunkSize, hasAux } = options;
  if (chunkSize !== null && chunkSize <= 0) throw valueError('jacrev: `chunk_size` should be greater than 0.');
  return (...args: unknown[]) => {
    refuseComplex('jacrev', args, 'inputs');
    const { output, pull, aux } = pullback(options.func, args, options);
    const { leaves, form } = flatten(output);
    const outputs = leaves as Tensor[];
    refuseComplex('jacrev', outputs, 'outputs');
    const primals = flatten(sliceArguments(args, options.argnums));
    const counts = outputs.map((out) => out.numel());
    const blocks = reverseRows(outputs, form, pull, chunkSize).map((rows) => split(rows, counts, 0));
    const jacobians = outputs.map((out, o) => {
      const byInput = primals.leaves.map((primal, i) =>
        (blocks[i]?.[o] as Tensor).view([...out.shape, ...(primal as Tensor).shape]),
      );
      return unflatten(byInput, primals.form);
    });
    const jacobian = unflatten(jacobians, form);
    return hasAux ? [jacobian, aux] : jacobian;
  };
}

const FORWARD = {
  func,
  argnums,
  hasAux: bool(false),
  randomness: keyword(choice(RANDOMNESS, 'error')),
};

function restoreShape(columns: Tensor, shape: readonly number[]): Tensor {
  return shape.length === 0 ? squeeze(columns, -1) : unflattenTensor(columns, -1, [...shape]);
}

/**
 * A function that computes the Jacobian of `func` by forward-mode differentiation: one pass for each element of the input,
 * all at once by {@link vmap}. Better than {@link jacrev} where there are more outputs than inputs.
 *
 * @returns As of {@link jacrev}.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.jacfwd.html
 * @example
 * torch.func.jacfwd((x: torch.Tensor) => x.sin())(torch.zeros([2])); // the identity
 */
export function jacfwd<A extends unknown[], R>(
  func: (...args: A) => R,
  ...rest: Mixed<
    [argnums?: number, hasAux?: false],
    JacfwdOptions & { readonly argnums?: number; readonly hasAux?: false }
  >
): (...args: A) => R;
export function jacfwd<A extends unknown[]>(
  func: (...args: A) => unknown,
  ...rest: Mixed<[argnums?: Argnums, hasAux?: boolean], JacfwdOptions>
): (...args: A) => unknown;
export function jacfwd(...given: readonly unknown[]): (...args: never[]) => unknown {
  const options = readArguments('jacfwd', FORWARD, given);
  return (...args: unknown[]) => {
    refuseComplex('jacfwd', args, 'inputs');
    const chosen = sliceArguments(args, options.argnums);
    const primals = flatten(chosen);
    const inputs = primals.leaves as Tensor[];
    const counts = inputs.map((input) => input.numel());
    const total = counts.reduce((sum, count) => sum + count, 0);
    const [basis = []] = standardBasis(inputs, Math.max(1, total));
    const push = (tangents: unknown): unknown => {
      const pushed = pushforward(options.func, args, tangents, options);
      refuseComplex('jacfwd', pushed.output, 'outputs');
      return options.hasAux ? [pushed.tangent, pushed.aux] : pushed.tangent;
    };
    const results = vmap(push, { randomness: options.randomness })(unflatten(basis, primals.form));
    const [tangents, aux] = options.hasAux ? (results as [unknown, unknown]) : [results, undefined];
    const { leaves, form } = flatten(tangents);
    const jacobians = (leaves as Tensor[]).map((leaf) => {
      const columns = split(movedim(leaf, 0, -1), counts, -1);
      return unflatten(
        columns.map((part, i) => restoreShape(part, (inputs[i] as Tensor).shape)),
        primals.form,
      );
    });
    const jacobian = unflatten(jacobians, form);
    return options.hasAux ? [jacobian, firstOfEach(aux)] : jacobian;
  };
}

/** `aux` came once for each column: it is the same in all. */
function firstOfEach(aux: unknown): unknown {
  const { leaves, form } = flatten(aux);
  return unflatten(
    leaves.map((leaf) => (leaf as Tensor).select(0, 0)),
    form,
  );
}

/**
 * A function that computes the Hessian of `func`: {@link jacfwd} of {@link jacrev}.
 *
 * @param argnums - Which argument the Hessian is of, or several as an array.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.hessian.html
 * @example
 * torch.func.hessian((x: torch.Tensor) => x.pow(3).sum())(torch.tensor([1.5, 2])); // [[9, 0], [0, 12]]
 */
export function hessian<A extends unknown[], R>(func: (...args: A) => R, argnums?: number): (...args: A) => R;
export function hessian<A extends unknown[]>(
  func: (...args: A) => unknown,
  ...rest: Mixed<[argnums?: Argnums], HessianOptions>
): (...args: A) => unknown;
export function hessian(...given: readonly unknown[]): (...args: never[]) => unknown {
  const options = readArguments('hessian', HESSIAN, given);
  return jacfwd(jacrev(options.func, options.argnums), options.argnums);
}

const HESSIAN = { func, argnums };
