import { native } from '../binding';
import type { Handle } from '../native';
import { type Tensor, handleOf, isTensor, wrapOrNull } from '../tensor';
import { zerosLike } from './operators';
import { typeError } from '../errors';

/** One tensor or several. */
export type TensorOrTensors = Tensor | readonly Tensor[];

export interface BackwardArguments {
  /** The gradient of the result with respect to each tensor; null for a scalar's 1. */
  readonly gradTensors?: Tensor | readonly (Tensor | null)[] | null;
  /** Keep the graph for another backward. The default is `createGraph`. */
  readonly retainGraph?: boolean;
  /** Record the backward itself, for higher derivatives. */
  readonly createGraph?: boolean;
  /** Accumulate into these leaves only. */
  readonly inputs?: TensorOrTensors;
}

export interface GradArguments {
  /** The gradient of the result with respect to each output; null for a scalar's 1. */
  readonly gradOutputs?: Tensor | readonly (Tensor | null)[] | null;
  /** Keep the graph for another call. The default is `createGraph`. */
  readonly retainGraph?: boolean;
  /** Record the computation of the gradients, for higher derivatives. */
  readonly createGraph?: boolean;
  /** Return null for inputs that the outputs do not depend on, instead of throwing. The default is `materializeGrads`. */
  readonly allowUnused?: boolean;
  /** Return zeros instead of null for those. */
  readonly materializeGrads?: boolean;
}

function listOf(name: string, value: TensorOrTensors): readonly Tensor[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every(isTensor)) throw typeError(`${name}: expected a Tensor or an array of Tensors`);
  return list;
}

function gradientsOf(name: string, value: BackwardArguments['gradTensors'], count: number): (Handle | null)[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : new Array<unknown>(count).fill(value ?? null);
  if (list.length !== count) {
    throw typeError(`${name}: got ${count} tensors and ${list.length} gradients`);
  }
  return list.map((item) => {
    if (item === null || item === undefined) return null;
    if (!isTensor(item)) throw typeError(`${name}: each gradient must be a Tensor or null`);
    return handleOf(item);
  });
}

/**
 * Computes the gradients of the leaves that the tensors were made from, and adds them to their `grad`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.backward.html
 * @example
 * const x = torch.tensor([2, 3], { dtype: torch.float32, requiresGrad: true });
 * torch.autograd.backward([x.mul(x).sum(), x.sum()]);
 * x.grad?.tolist(); // [5, 7]
 */
export function backward(tensors: TensorOrTensors, options: BackwardArguments = {}): void {
  native.backward(...encodeBackward('torch.autograd.backward', tensors, options));
}

/** The arguments of native.backward. @internal */
export function encodeBackward(
  name: string,
  tensors: TensorOrTensors,
  options: BackwardArguments,
): Parameters<typeof native.backward> {
  const { createGraph = false, retainGraph = createGraph, inputs } = options;
  const list = listOf(name, tensors);
  const into = inputs === undefined ? [] : listOf(`${name}: inputs`, inputs);
  if (inputs !== undefined && into.length === 0) throw typeError(`${name}: inputs must not be empty`);
  const gradients = gradientsOf(name, options.gradTensors, list.length);
  return [list.map(handleOf), gradients, retainGraph, createGraph, into.map(handleOf)];
}

/** The gradients of `grad`: as many as inputs, null where one is unused and that is allowed. */
export type Grads<I extends TensorOrTensors> = I extends Tensor ? [Tensor] : { -readonly [K in keyof I]: Tensor };

/**
 * Computes and returns the gradients of the outputs with respect to the inputs; no `grad` changes.
 *
 * @returns One gradient for each input. With `allowUnused`, an input that was not used has null.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.grad.html
 * @example
 * const x = torch.tensor([3], { dtype: torch.float32, requiresGrad: true });
 * const [first] = torch.autograd.grad(x.pow(3).sum(), x, { createGraph: true });
 * const [second] = torch.autograd.grad(first.sum(), x);
 * second.item(); // 18
 */
export function grad(
  outputs: TensorOrTensors,
  inputs: TensorOrTensors,
  options: GradArguments & ({ readonly allowUnused: true } & { readonly materializeGrads?: false }),
): (Tensor | null)[];
export function grad<const I extends TensorOrTensors>(
  outputs: TensorOrTensors,
  inputs: I,
  options?: GradArguments,
): Grads<I>;
export function grad(outputs: TensorOrTensors, inputs: TensorOrTensors, options: GradArguments = {}): unknown {
  const { createGraph = false, retainGraph = createGraph, materializeGrads = false } = options;
  const { allowUnused = materializeGrads } = options;
  if (materializeGrads && !allowUnused) {
    throw typeError('torch.autograd.grad: allowUnused must not be false with materializeGrads: true');
  }
  const from = listOf('torch.autograd.grad: outputs', outputs);
  const to = listOf('torch.autograd.grad: inputs', inputs);
  if (to.length === 0) throw typeError('torch.autograd.grad: inputs must not be empty');
  const handles = native.gradients(
    from.map(handleOf),
    to.map(handleOf),
    gradientsOf('torch.autograd.grad', options.gradOutputs, from.length),
    retainGraph,
    createGraph,
    allowUnused,
  );
  return handles.map((handle, i) => {
    const gradient = wrapOrNull(handle);
    if (gradient !== null || !materializeGrads) return gradient;
    return zerosLike(to[i] as Tensor);
  });
}
