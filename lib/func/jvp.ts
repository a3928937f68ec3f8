import { typeName } from '../arguments/describe';
import { bool, callback, keyword, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { dualOf } from '../autograd/dual';
import { enterDualLevel, exitDualLevel, unpackDual } from '../autograd/forward-ad';
import { runtimeError } from '../errors';
import { native } from '../native/binding';
import { zerosLike } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { callSynchronously, inJvp } from './layers';
import { flatten, sameForm, showForm, unflatten } from './tree';
import { type Argnums, outputTensors, positions, splitAux, unwrapAll, wrapAll } from './wrapping';

export interface JvpOptions {
  /** Throw if an output does not depend on the primals. The default is false: its tangent is zero. */
  readonly strict?: boolean;
  /** The function returns `[output, aux]`, and `aux` is passed on as it is. The default is false. */
  readonly hasAux?: boolean;
}

const API = 'jvp(f, primals, tangents)';

/** How many of them are running: the outermost begins the level of dual numbers. */
let nesting = 0;

function inDualLevel<R>(body: () => R): R {
  const outermost = nesting === 0;
  if (outermost) enterDualLevel();
  nesting++;
  const former = native.setForwardGradEnabled(true);
  try {
    return body();
  } finally {
    native.setForwardGradEnabled(former);
    nesting--;
    if (outermost) exitDualLevel();
  }
}

function tensorsOf(leaves: readonly unknown[], what: string): readonly Tensor[] {
  if (leaves.length === 0) throw runtimeError(`${API}: Expected ${what} to contain at least one Tensor.`);
  for (const leaf of leaves) {
    if (!isTensor(leaf)) throw runtimeError(`${API}: Expected ${what} to only contain Tensors, got ${typeName(leaf)}`);
  }
  return leaves as readonly Tensor[];
}

/** Primal and tangent of a result. @internal */
export function splitDual(dual: Tensor, strict: boolean): [primal: Tensor, tangent: Tensor] {
  const { primal, tangent } = unpackDual(dual);
  if (tangent !== null) return [primal, tangent];
  if (!strict) return [primal, zerosLike(primal)];
  throw runtimeError(
    'jvp(f, primals, tangents, strict=True): The output of f is independent of the inputs. This is not allowed with ' +
      'strict=True.',
  );
}

/** The inputs with dual numbers where they are differentiated. */
function dualInputs(primals: readonly unknown[], tangents: unknown, argnums: Argnums | null, level: number): unknown[] {
  const places = argnums === null ? null : positions(argnums, primals.length);
  const chosen =
    places === null ? primals : Array.isArray(argnums) ? places.map((i) => primals[i]) : primals[places[0] as number];
  const { leaves, form } = flatten(chosen);
  const given = flatten(tangents);
  if (!sameForm(form, given.form)) {
    throw runtimeError(
      `${API}: Expected primals and tangents to have the same python structure. For example, if primals is a tuple of 3 ` +
        `tensors, tangents also must be. Got primals with structure ${showForm(form)} and tangents with structure ` +
        showForm(given.form),
    );
  }
  const primalTensors = tensorsOf(leaves, 'primals');
  const tangentTensors = tensorsOf(given.leaves, 'tangents');
  const duals = unflatten(
    primalTensors.map((primal, i) => dualOf(primal, tangentTensors[i] as Tensor, 0)),
    form,
  );
  if (places === null) return duals as unknown[];
  const wrapped = wrapAll([...primals], level) as unknown[];
  const list = Array.isArray(argnums) ? (duals as unknown[]) : [duals];
  for (const [i, place] of places.entries()) wrapped[place] = list[i];
  return wrapped;
}

interface Pushed {
  readonly output: unknown;
  readonly tangent: unknown;
  readonly aux: unknown;
}

/** What {@link jvp} and {@link jacfwd} share. @internal */
export function pushforward(
  func: (...args: unknown[]) => unknown,
  primals: unknown,
  tangents: unknown,
  { argnums = null, strict = false, hasAux = false }: JvpOptions & { readonly argnums?: Argnums | null },
): Pushed {
  if (!Array.isArray(primals)) {
    throw runtimeError(`${API}: Expected primals to be a tuple. E.g. it should be valid to call f(*primals).`);
  }
  return inJvp((level) =>
    inDualLevel(() => {
      const inputs = dualInputs(primals, tangents, argnums, level);
      const result = callSynchronously('jvp', func, inputs);
      const [output, aux] = hasAux ? splitAux(API, result) : [result, undefined];
      const { form } = flatten(output);
      const pairs = outputTensors(output, API).map((dual) => splitDual(dual, strict));
      const outside = (at: 0 | 1): unknown =>
        unflatten(
          pairs.map((pair) => unwrapAll(pair[at], level)),
          form,
        );
      return { output: outside(0), tangent: outside(1), aux: hasAux ? unwrapAll(aux, level) : undefined };
    }),
  );
}

const TABLE = {
  func: callback<(...args: unknown[]) => unknown>(),
  primals: value<unknown>('an array', () => true),
  tangents: { ...value<unknown>('an array', () => true), object: true },
  strict: keyword(bool(false)),
  hasAux: keyword(bool(false)),
};

/**
 * Runs `func`, and computes the product of its Jacobian with `tangents` along with it (forward-mode differentiation).
 *
 * @param primals - The arguments of `func`, in an array.
 * @param tangents - In the form and shapes of `primals`.
 * @returns `[output, tangent]`, and `aux` as a third with `hasAux`.
 * @throws TorchError if the forms differ, or for an operator without a formula for forward mode.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.jvp.html
 * @example
 * const [y, slope] = torch.func.jvp((x: torch.Tensor) => x.pow(2), [torch.tensor([3, 4.5])], [torch.ones([2])]);
 * slope.tolist(); // [6, 9]
 */
export function jvp<A extends unknown[], R, X>(
  func: (...args: A) => readonly [R, X],
  primals: A,
  tangents: A,
  options: JvpOptions & { readonly hasAux: true },
): [output: R, tangent: R, aux: X];
export function jvp<A extends unknown[], R>(
  func: (...args: A) => R,
  primals: A,
  tangents: A,
  options?: JvpOptions,
): [output: R, tangent: R];
export function jvp(...args: readonly unknown[]): unknown[] {
  const { func, primals, tangents, strict, hasAux } = readArguments('jvp', TABLE, args);
  const { output, tangent, aux } = pushforward(func, primals, tangents, { strict, hasAux });
  return hasAux ? [output, tangent, aux] : [output, tangent];
}
