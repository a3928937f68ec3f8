import { typeName } from '../arguments/describe';
import { runtimeError, typeError } from '../errors';
import { native } from '../native/binding';
import type { LinearBox } from '../native/contract/func';
import { type Tensor, isTensor, keep } from '../ops/tensor-methods';
import { getRngState, setRngState } from '../tensor/generator';
import { handleOf, wrap } from '../tensor/tensor';
import { pushforward } from './jvp';
import { callSynchronously } from './layers';
import { type Flat, flatten, sameForm, showForm, unflatten } from './tree';

/** What a tangent has in common with its primal, which may end before. */
type TensorForm = Readonly<Record<'shape' | 'device' | 'dtype', string>>;

const formOf = ({ shape, device, dtype }: Tensor): TensorForm => ({
  shape: `[${shape.join(', ')}]`,
  device: String(device),
  dtype: String(dtype),
});

function checkTangents(primals: readonly TensorForm[], tangents: readonly unknown[]): void {
  for (const [i, tangent] of tangents.entries()) {
    if (!isTensor(tangent)) throw typeError(`linearize: expected a Tensor as tangent ${i}, got ${typeName(tangent)}`);
    const [expected, form] = [primals[i] as TensorForm, formOf(tangent)];
    const what = (['shape', 'device', 'dtype'] as const).find((name) => form[name] !== expected[name]);
    if (what === undefined) continue;
    throw runtimeError(
      `tangent:${i} with ${what} ${form[what]} in flattened pytree doesn't match the ${what} ${expected[what]} of the ` +
        'corresponding primal.',
    );
  }
}

/** Stand-ins for any tangents. */
function standIns(primals: readonly Tensor[]): Tensor[] {
  return primals.map((primal) => primal.newZeros([]).expandAs(primal));
}

type Push = (tangents: readonly Tensor[]) => unknown;
type Func = (...args: unknown[]) => unknown;

/** The tensors among what `func` returns, and how its result is made of others in their places. */
class Outputs {
  #output: Flat = flatten([]);

  readonly func: Func;

  constructor(func: Func) {
    this.func = (...args) => {
      this.#output = flatten(func(...args));
      return this.#output.leaves.filter(isTensor);
    };
  }

  /** The result with tangents for its tensors; other values stay. */
  withTangents(tangents: readonly Tensor[]): unknown {
    const { leaves, form } = this.#output;
    let next = 0;
    return unflatten(
      leaves.map((leaf) => (isTensor(leaf) ? tangents[next++] : leaf)),
      form,
    );
  }
}

/** The tangents that `outputs` computes, from a recording of the operators that depend on the tangents; null where there is none. */
function recorded(outputs: Outputs, primals: readonly unknown[], { leaves, form }: Flat): Push | null {
  if (native.countLayers() > 0) return null;
  const tangents = standIns(leaves as Tensor[]);
  let computed: readonly Tensor[] | null = null;
  let linear: LinearBox | null = null;
  native.beginLinear(tangents.map(handleOf));
  try {
    computed = tangentsOf(outputs, primals, unflatten(tangents, form));
  } finally {
    linear = native.endLinear(computed && computed.map(handleOf));
  }
  if (linear === null) return null;
  const box = linear;
  return (given) => outputs.withTangents(native.runLinear(box, given.map(handleOf)).map(wrap));
}

function tangentsOf(outputs: Outputs, primals: readonly unknown[], tangents: unknown): readonly Tensor[] {
  let count = 0;
  const counted: Func = (...args) => {
    const tensors = outputs.func(...args) as readonly Tensor[];
    count = tensors.length;
    // A transform has at least one result.
    return count > 0 ? tensors : [flatten(args).leaves[0]];
  };
  return (pushforward(counted, primals, tangents, {}).tangent as readonly Tensor[]).slice(0, count);
}

function requireTensors(leaves: readonly unknown[]): asserts leaves is readonly Tensor[] {
  for (const [i, leaf] of leaves.entries()) {
    if (!isTensor(leaf)) throw typeError(`linearize: expected a Tensor as primal ${i}, got ${typeName(leaf)}`);
  }
}

/** Runs `body` with the random numbers that began at a state. */
function drawingFrom<R>(state: Tensor, body: () => R): R {
  const now = getRngState();
  setRngState(state);
  try {
    return body();
  } finally {
    setRngState(now);
    now.dispose();
  }
}

/**
 * Runs `func`, and returns its value together with a function that computes the product of its Jacobian at `primals` with
 * given tangents. `func` runs twice, with the same random numbers: for its value, and with dual numbers, while the operators that
 * compute the tangents are recorded. The function runs these again, and nothing that depends on the primals alone.
 *
 * Three kinds of functions cannot be recorded, and run again for each product: one inside of another transform, one whose tangents depend
 * on a tensor from outside that it changes, and one that draws random numbers from tangents.
 *
 * @param primals - The arguments of `func`: tensors, or trees of them.
 * @returns `[output, jvpFunction]`.
 * @throws TorchError if tangents do not have the form, shapes, dtypes and devices of `primals`, or if `func` reads elements of
 *   tangents.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.linearize.html
 * @example
 * const [y, push] = torch.func.linearize((x: torch.Tensor) => x.sin(), torch.zeros([3]));
 * push(torch.ones([3])).tolist(); // [1, 1, 1]
 */
export function linearize<A extends unknown[], R>(
  func: (...args: A) => R,
  ...primals: A
): [output: R, jvpFunction: (...tangents: A) => R] {
  const given = flatten(primals);
  requireTensors(given.leaves);
  const forms = given.leaves.map(formOf);
  // It outlives the scope in which this is called.
  const drawnFrom = keep(getRngState());
  const output = callSynchronously('linearize', func, primals);
  const outputs = new Outputs(func as Func);
  const push = drawingFrom(drawnFrom, () => recorded(outputs, primals, given));
  if (push) drawnFrom.dispose();
  return [
    output,
    (...tangents: A) => {
      const { leaves, form } = flatten(tangents);
      if (!sameForm(form, given.form)) {
        throw runtimeError(
          `Expected the tangents ${showForm(form)} to have the same argspec as the primals ${showForm(given.form)}`,
        );
      }
      checkTangents(forms, leaves);
      if (push) return push(leaves as Tensor[]) as R;
      return drawingFrom(drawnFrom, () => outputs.withTangents(tangentsOf(outputs, primals, tangents)) as R);
    },
  ];
}
