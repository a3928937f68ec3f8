import { typeName } from '../arguments/describe';
import { bool, callback, value } from '../arguments/fields';
import { isPlainObject } from '../arguments/plain-object';
import { readArguments } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { isGradEnabled } from '../autograd/modes';
import { runtimeError } from '../errors';
import { inGradMode } from '../native/grad-mode';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { callSynchronously, inGrad } from './layers';
import { flatten, sameForm, showForm, unflatten } from './tree';
import {
  type Argnums,
  gradientsOf,
  outputTensors,
  positions,
  requireGrads,
  sliceArguments,
  splitAux,
  unwrapAll,
  wrapAll,
} from './wrapping';

export interface GradOptions {
  /** Which argument the gradient is of, or several as an array. The default is 0. */
  readonly argnums?: Argnums;
  /** The function returns `[output, aux]`, and `aux` is passed on as it is. The default is false. */
  readonly hasAux?: boolean;
}

/** The gradient of one argument, or of several. */
export type GradOf<A extends readonly unknown[], N> = N extends readonly number[]
  ? { -readonly [K in keyof N]: N[K] extends keyof A ? A[N[K]] : unknown }
  : N extends keyof A
    ? A[N]
    : number extends N
      ? A[number]
      : A[0];

const TABLE = {
  func: callback<(...args: unknown[]) => unknown>(),
  argnums: value<Argnums>('an integer or an array of integers', () => true, 0),
  hasAux: bool(false),
};

type GradRest = Mixed<[argnums?: Argnums, hasAux?: boolean], GradOptions>;

interface Differentiated {
  readonly gradient: unknown;
  readonly value: unknown;
  readonly aux: unknown;
}

const API = 'grad_and_value(f)(*args)';

function differentiate(
  { func, argnums, hasAux }: { func: (...args: unknown[]) => unknown; argnums: Argnums; hasAux: boolean },
  given: readonly unknown[],
): Differentiated {
  return inGrad((level) =>
    inGradMode(true, () => {
      const args = wrapAll(given, level) as unknown[];
      const chosen = sliceArguments(args, argnums);
      requireGrads(chosen);
      const result = callSynchronously('grad', func, args);
      const [output, aux] = hasAux ? splitAux(API, result) : [result, undefined];
      requireScalar(output);
      const { leaves, form } = flatten(chosen);
      const gradients = gradientsOf([output], leaves as Tensor[], null, { retainGraph: false, createGraph: true });
      return {
        gradient: unwrapAll(unflatten(gradients, form), level),
        value: unwrapAll(output, level),
        aux: hasAux ? unwrapAll(aux, level) : undefined,
      };
    }),
  );
}

function requireScalar(output: unknown): asserts output is Tensor {
  if (!isTensor(output)) {
    throw runtimeError(`${API}: Expected f(*args) to return a Tensor, got ${typeName(output)}`);
  }
  if (output.dim() === 0) return;
  throw runtimeError(
    `${API}: Expected f(*args) to return a scalar Tensor, got tensor with ${output.dim()} dims. Maybe you wanted to use ` +
      'the vjp or jacrev APIs instead?',
  );
}

/**
 * A function that computes the gradient of `func`, which returns a tensor of one number, by reverse-mode differentiation.
 * It nests, and goes with {@link vmap}: `vmap(grad(loss))` gives the gradients of each sample.
 *
 * `argnums` says which argument the gradient is of; an array gives an array of gradients. With `hasAux` the function
 * returns `[output, aux]`, and the result is `[gradient, aux]`.
 *
 * @returns A function of the same arguments, whose result has the form of the argument. Arguments may be trees of tensors.
 * @throws TorchError if `func` does not return a scalar Tensor.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.grad.html
 * @example
 * const cosine = torch.func.grad((x: torch.Tensor) => x.sin());
 * cosine(torch.tensor(0.5)); // cos(0.5) = 0.8776
 * const second = torch.func.grad(cosine);
 */
export function grad<A extends unknown[], X>(
  func: (...args: A) => readonly [Tensor, X],
  options: GradOptions & { readonly hasAux: true },
): (...args: A) => [gradient: A[0], aux: X];
export function grad<A extends unknown[], const N extends Argnums>(
  func: (...args: A) => Tensor,
  argnums: N,
): (...args: A) => GradOf<A, N>;
export function grad<A extends unknown[]>(func: (...args: A) => Tensor): (...args: A) => A[0];
export function grad(func: (...args: never[]) => unknown, ...rest: GradRest): (...args: unknown[]) => unknown;
export function grad(...given: readonly unknown[]): (...args: never[]) => unknown {
  const options = readArguments('grad', TABLE, given);
  return (...args: unknown[]) => {
    const { gradient, aux } = differentiate(options, args);
    return options.hasAux ? [gradient, aux] : gradient;
  };
}

/**
 * As {@link grad}, with the function's value as well.
 *
 * @returns A function whose result is `[gradient, value]`, or `[gradient, [value, aux]]` with `hasAux`.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.grad_and_value.html
 * @example
 * const [gradient, value] = torch.func.gradAndValue((x: torch.Tensor) => x.pow(2).sum())(torch.ones([3]));
 * gradient.tolist(); // [2, 2, 2]
 * value.item(); // 3
 */
export function gradAndValue<A extends unknown[], const N extends Argnums>(
  func: (...args: A) => Tensor,
  argnums: N,
): (...args: A) => [gradient: GradOf<A, N>, value: Tensor];
export function gradAndValue<A extends unknown[]>(
  func: (...args: A) => Tensor,
): (...args: A) => [gradient: A[0], value: Tensor];
export function gradAndValue<A extends unknown[], X>(
  func: (...args: A) => readonly [Tensor, X],
  options: GradOptions & { readonly hasAux: true },
): (...args: A) => [gradient: A[0], result: [value: Tensor, aux: X]];
export function gradAndValue(func: (...args: never[]) => unknown, ...rest: GradRest): (...args: unknown[]) => unknown;
export function gradAndValue(...given: readonly unknown[]): (...args: never[]) => unknown {
  const options = readArguments('gradAndValue', TABLE, given);
  return (...args: unknown[]) => {
    const { gradient, value: output, aux } = differentiate(options, args);
    return [gradient, options.hasAux ? [output, aux] : output];
  };
}

export interface VjpOptions {
  /** The function returns `[output, aux]`, and `aux` is passed on as it is. The default is false. */
  readonly hasAux?: boolean;
}

/** Computes the product of a cotangent with the Jacobian: one result for each primal. */
export type VjpFunction<A extends readonly unknown[]> = (
  cotangents: unknown,
  retainGraph?: boolean,
  createGraph?: boolean | null,
) => A;

interface Pullback {
  readonly output: unknown;
  readonly pull: VjpFunction<unknown[]>;
  readonly aux: unknown;
}

const VJP = 'vjp(f, *primals)';

function notReal(outputs: readonly Tensor[]): void {
  for (const output of outputs) {
    if (output.isFloatingPoint() || output.isComplex()) continue;
    throw runtimeError(
      `vjp(f, ...): All outputs of f must be floating-point or complex Tensors, got Tensor with dtype ${String(output.dtype)}`,
    );
  }
}

/** What {@link vjp} and {@link jacrev} share. Without `argnums`, every primal is differentiated. @internal */
export function pullback(
  func: (...args: unknown[]) => unknown,
  given: readonly unknown[],
  { argnums = null, hasAux = false }: { readonly argnums?: Argnums | null; readonly hasAux?: boolean },
): Pullback {
  return inGrad((level) =>
    inGradMode(true, () => {
      const primals = wrapAll(given, level) as unknown[];
      const chosen = argnums === null ? primals : positions(argnums, primals.length).map((i) => primals[i]);
      requireGrads(chosen);
      const result = callSynchronously('vjp', func, primals);
      const [output, aux] = hasAux ? splitAux(VJP, result) : [result, undefined];
      const outputs = outputTensors(output, VJP);
      const { leaves, form } = flatten(chosen);
      notReal(outputs);
      return {
        output: unwrapAll(output, level),
        aux: hasAux ? unwrapAll(aux, level) : undefined,
        pull: pullOf({ outputs, form: flatten(output).form }, { inputs: leaves as Tensor[], form }),
      };
    }),
  );
}

function pullOf(
  from: { readonly outputs: readonly Tensor[]; readonly form: Parameters<typeof sameForm>[0] },
  to: { readonly inputs: readonly Tensor[]; readonly form: Parameters<typeof sameForm>[0] },
): VjpFunction<unknown[]> {
  return (cotangents, retainGraph = true, createGraph = null) => {
    const { leaves, form } = flatten(cotangents);
    if (!sameForm(form, from.form)) {
      throw runtimeError(
        'Expected pytree structure of cotangents to be the same as pytree structure of outputs to the function. ' +
          `cotangents: ${showForm(form)}, primal output: ${showForm(from.form)}`,
      );
    }
    for (const leaf of leaves) {
      if (!isTensor(leaf)) throw runtimeError(`vjp: expected cotangents to be Tensors, got ${typeName(leaf)}`);
    }
    const gradients = gradientsOf(from.outputs, to.inputs, leaves as Tensor[], {
      retainGraph,
      createGraph: createGraph ?? isGradEnabled(),
    });
    return unflatten(gradients, to.form) as unknown[];
  };
}

/**
 * Runs `func`, and returns its result together with a function that computes products of cotangents with the Jacobian
 * (reverse-mode differentiation).
 *
 * @param primals - The arguments of `func`, all of them tensors or trees of tensors, then options.
 * @returns `[output, vjpFunction]`, and `aux` as a third with `hasAux`. `vjpFunction(cotangents)` takes a tree of the form
 * of the output, and returns an array with a result for each primal.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.vjp.html
 * @example
 * const [y, pull] = torch.func.vjp((x: torch.Tensor) => x.pow(2), torch.tensor([1.5, 2]));
 * pull(torch.ones([2]))[0].tolist(); // [3, 4]
 */
export function vjp<A extends unknown[], R, X>(
  func: (...args: A) => readonly [R, X],
  ...args: [...primals: A, options: VjpOptions & { readonly hasAux: true }]
): [output: R, vjpFunction: VjpFunction<A>, aux: X];
export function vjp<A extends unknown[], R>(
  func: (...args: A) => R,
  ...args: [...primals: A]
): [output: R, vjpFunction: VjpFunction<A>];
export function vjp<A extends unknown[], R>(
  func: (...args: A) => R,
  ...args: [...primals: A, options: VjpOptions]
): [output: R, vjpFunction: VjpFunction<A>];
export function vjp(func: (...args: never[]) => unknown, ...given: unknown[]): unknown[] {
  const last = given.at(-1);
  const named = isPlainObject(last) && Object.keys(last).every((key) => key === 'hasAux') && 'hasAux' in last;
  const { hasAux } = readArguments('vjp', { hasAux: bool(false) }, named ? [last] : []);
  const primals = named ? given.slice(0, -1) : given;
  const { output, pull, aux } = pullback(func as (...args: unknown[]) => unknown, primals, { hasAux });
  return hasAux ? [output, pull, aux] : [output, pull];
}
