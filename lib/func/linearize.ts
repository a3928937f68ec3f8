import { typeName } from '../arguments/describe';
import { runtimeError, typeError } from '../errors';
import { type Tensor, isTensor, keep } from '../ops/tensor-methods';
import { getRngState, setRngState } from '../tensor/generator';
import { pushforward } from './jvp';
import { callSynchronously } from './layers';
import { flatten, sameForm, showForm } from './tree';

/** The first way in which a tangent does not fit its primal. */
function misfit(primal: Tensor, tangent: Tensor): string | undefined {
  const shape = (tensor: Tensor): string => `[${tensor.shape.join(', ')}]`;
  if (shape(primal) !== shape(tangent)) {
    return `with shape ${shape(tangent)} in flattened pytree doesn't match the shape ${shape(primal)}`;
  }
  if (String(primal.device) !== String(tangent.device)) {
    return `with device ${String(tangent.device)} in flattened pytree doesn't match the device ${String(primal.device)}`;
  }
  if (primal.dtype === tangent.dtype) return undefined;
  return `with dtype ${String(tangent.dtype)} in flattened pytree doesn't match the dtype ${String(primal.dtype)}`;
}

function checkTangents(primals: readonly Tensor[], tangents: readonly unknown[]): void {
  for (const [i, tangent] of tangents.entries()) {
    if (!isTensor(tangent)) throw typeError(`linearize: expected a Tensor as tangent ${i}, got ${typeName(tangent)}`);
    const why = misfit(primals[i] as Tensor, tangent);
    if (why !== undefined) throw runtimeError(`tangent:${i} ${why} of the corresponding primal.`);
  }
}

/**
 * Runs `func`, and returns its value together with a function that computes the product of its Jacobian at `primals` with
 * given tangents. Each call of that function runs `func` again with dual numbers, and with the random numbers of the first run, so that
 * it is the same function.
 *
 * @param primals - The arguments of `func`: tensors, or trees of them.
 * @returns `[output, jvpFunction]`.
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
  // It outlives the scope in which this is called.
  const drawnFrom = keep(getRngState());
  const output = callSynchronously('linearize', func, primals);
  return [
    output,
    (...tangents: A) => {
      const { leaves, form } = flatten(tangents);
      if (!sameForm(form, given.form)) {
        throw runtimeError(
          `Expected the tangents ${showForm(form)} to have the same argspec as the primals ${showForm(given.form)}`,
        );
      }
      checkTangents(given.leaves as Tensor[], leaves);
      const now = getRngState();
      setRngState(drawnFrom);
      try {
        return pushforward(func as (...args: unknown[]) => unknown, primals, tangents, {}).tangent as R;
      } finally {
        setRngState(now);
        now.dispose();
      }
    },
  ];
}
