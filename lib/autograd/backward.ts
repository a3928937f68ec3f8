import { bool, nullable, optional, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { expectTensor, tensorList, tensors } from '../tensor/arguments';
import { type EdgeRequest, batchedGradients, runFromEdges, someEdge } from './edges';
import { type GradientEdge, isEdge } from './graph/node';
import { native } from '../native/binding';
import type { Handle } from '../native/contract';
import { type Tensor, handleOf, isTensor, wrapOrNull } from '../tensor/tensor';
import { zerosLike } from '../ops/generated/functions';
import { runtimeError, typeError, valueError } from '../errors';

/** One tensor or several. */
export type TensorOrTensors = Tensor | readonly Tensor[];

/** A place in the graph: a tensor, or an edge of `autograd.graph`. */
export type Place = Tensor | GradientEdge;

export interface BackwardArguments {
  /** The gradient of the result with respect to each tensor. Null stands for 1, the gradient of a scalar. */
  readonly gradTensors?: Tensor | readonly (Tensor | null)[] | null;
  /** Keep the graph for another backward. The default is `createGraph`. */
  readonly retainGraph?: boolean | null;
  /** Record the backward itself, for higher derivatives. */
  readonly createGraph?: boolean;
  /** Accumulate into these leaves only. */
  readonly inputs?: TensorOrTensors | Place | readonly Place[] | null;
}

export interface GradArguments {
  /** The gradient of the result with respect to each output. Null stands for 1, the gradient of a scalar. */
  readonly gradOutputs?: Tensor | readonly (Tensor | null)[] | null;
  /** Keep the graph for another call. The default is `createGraph`. */
  readonly retainGraph?: boolean | null;
  /** Record the computation of the gradients, for higher derivatives. */
  readonly createGraph?: boolean;
  /** Return null for inputs that the outputs do not depend on, instead of throwing. The default is `materializeGrads`. */
  readonly allowUnused?: boolean | null;
  /**
   * The first dimension of each tensor of `gradOutputs` is a batch: all vector-Jacobian products are computed at once, and the
   * gradients have that dimension, too. @defaultValue false
   */
  readonly isGradsBatched?: boolean;
  /** Return zeros instead of null for inputs that the outputs do not depend on. */
  readonly materializeGrads?: boolean;
}

/** What may follow `gradOutputs`: the options by position, in Python's order, or an object of them. */
type GradRest = Mixed<
  [
    retainGraph?: boolean | null,
    createGraph?: boolean,
    onlyInputs?: true,
    allowUnused?: boolean | null,
    isGradsBatched?: boolean,
    materializeGrads?: boolean,
  ],
  Omit<GradArguments, 'gradOutputs'>
>;

/** A gradient for each of several tensors. Null stands for 1, the gradient of a scalar. */
type Gradients = Tensor | readonly (Tensor | null)[];

const isGradients = (given: unknown): boolean => isTensor(given) || Array.isArray(given);
const gradients = (): ReturnType<typeof nullable<Gradients>> =>
  nullable(value<Gradients>('a Tensor or an array of Tensors and null', isGradients));

function gradientsOf(name: string, value: BackwardArguments['gradTensors'], count: number): (Handle | null)[] {
  const list: readonly unknown[] = isTensor(value) ? [value] : (value ?? new Array<null>(count).fill(null));
  if (list.length !== count) {
    throw typeError(`${name}: got ${count} tensors and ${list.length} gradients`);
  }
  return list.map((item) => {
    if (item === null || item === undefined) return null;
    return handleOf(expectTensor(`${name}()`, item, 'gradients'));
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
export function backward(tensors: TensorOrTensors | Place | readonly Place[], options?: BackwardArguments): void;
export function backward(
  tensors: TensorOrTensors | Place | readonly Place[],
  gradTensors: BackwardArguments['gradTensors'],
  retainGraph?: boolean | null | Omit<BackwardArguments, 'gradTensors'>,
  createGraph?: boolean | Pick<BackwardArguments, 'createGraph' | 'inputs'>,
): void;
export function backward(...args: readonly unknown[]): void {
  const { tensors: from, gradVariables, inputs, ...options } = readArguments('backward', BACKWARD, args);
  if (gradVariables !== null) throw typeError("backward(): use 'gradTensors' instead of 'gradVariables'");
  const [outputs, into] = [placesOf(from), inputs == null ? [] : placesOf(inputs)];
  if (!someEdge([...outputs, ...into])) {
    return native.backward(
      ...encodeBackward('torch.autograd.backward', from as Tensor, { ...options, inputs: inputs as Tensor }),
    );
  }
  if (inputs != null && into.length === 0) throw runtimeError('torch.autograd.backward: inputs must not be empty');
  const { gradTensors, createGraph } = options;
  const gradients = gradientsOf('torch.autograd.backward', gradTensors, outputs.length);
  const retainGraph = options.retainGraph ?? createGraph;
  runFromEdges({ outputs, gradients, retainGraph, createGraph, inputs: into }, true);
}

/** One place or several, as a list. */
function placesOf(given: unknown): Place[] {
  return isTensor(given) || isEdge(given) ? [given] : [...(given as Iterable<Place>)];
}

/** A tensor or an edge, or an iterable of them. */
const places = (): ReturnType<typeof value<Place | Iterable<Place>>> =>
  value<Place | Iterable<Place>>('a Tensor or an iterable of tensors', (v) => isEdge(v) || tensors().fits(v));

/** In Python's order. @internal */
export const BACKWARD = {
  tensors: places(),
  gradTensors: gradients(),
  retainGraph: nullable(bool()),
  createGraph: bool(false),
  gradVariables: nullable(value<null>('left out: it is called gradTensors', () => false)),
  inputs: optional(nullable(places())),
};

/** The arguments of native.backward. @internal */
export function encodeBackward(
  name: string,
  from: Tensor | Iterable<Tensor>,
  options: Omit<BackwardArguments, 'inputs'> & { readonly inputs?: Tensor | Iterable<Tensor> | null },
): Parameters<typeof native.backward> {
  const { createGraph = false, inputs } = options;
  const retainGraph = options.retainGraph ?? createGraph;
  const list = tensorList(`${name}()`, from);
  const into = inputs == null ? [] : tensorList(`${name}()`, inputs, 'inputs');
  if (inputs != null && into.length === 0) throw runtimeError(`${name}: inputs must not be empty`);
  const given = gradientsOf(name, options.gradTensors, list.length);
  return [list.map(handleOf), given, retainGraph, createGraph, into.map(handleOf)];
}

/** The gradients that `grad` returns: one for each input, or null for an unused input if that is allowed. */
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
  outputs: TensorOrTensors | Place | readonly Place[],
  inputs: TensorOrTensors | Place | readonly Place[],
  options: GradArguments & ({ readonly allowUnused: true } & { readonly materializeGrads?: false }),
): (Tensor | null)[];
export function grad<const I extends TensorOrTensors>(
  outputs: TensorOrTensors | Place | readonly Place[],
  inputs: I,
  options?: GradArguments,
): Grads<I>;
export function grad(
  outputs: TensorOrTensors | Place | readonly Place[],
  inputs: Place | readonly Place[],
  options?: GradArguments,
): Tensor[];
export function grad(
  outputs: TensorOrTensors | Place | readonly Place[],
  inputs: TensorOrTensors | Place | readonly Place[],
  gradOutputs: GradArguments['gradOutputs'],
  ...rest: GradRest
): (Tensor | null)[];
export function grad(...args: readonly unknown[]): unknown {
  const { outputs, inputs, gradOutputs, createGraph, materializeGrads, ...given } = readArguments('grad', GRAD, args);
  const allowUnused = given.allowUnused ?? materializeGrads;
  if (materializeGrads && !allowUnused) {
    throw valueError('torch.autograd.grad: allowUnused must not be false with materializeGrads: true');
  }
  const [from, to] = [placesOf(outputs), placesOf(inputs)];
  for (const one of [...from, ...to]) if (!isEdge(one)) expectTensor('torch.autograd.grad()', one);
  if (to.length === 0) throw valueError('torch.autograd.grad: inputs must not be empty');
  const request = { outputs: from, inputs: to, retainGraph: given.retainGraph ?? createGraph, createGraph };
  const gradients = gradientsOf('torch.autograd.grad', gradOutputs, from.length);
  const compute = (list: readonly (Handle | null)[]): (Handle | null)[] =>
    gradientHandles({ ...request, gradients: list }, allowUnused);
  const handles = given.isGradsBatched
    ? batchedGradients(gradients, compute, sizesOf(gradOutputs))
    : compute(gradients);
  return handles.map((handle, i) => {
    const gradient = wrapOrNull(handle);
    if (gradient !== null || !materializeGrads) return gradient;
    const input = to[i] as Place;
    if (isEdge(input)) throw runtimeError('materialize_grads cannot be used when the given input is a GradientEdge');
    return zerosLike(input);
  });
}

/** The first dimension of each gradient that is given. */
function sizesOf(gradOutputs: GradArguments['gradOutputs']): number[] {
  const list = isTensor(gradOutputs) ? [gradOutputs] : (gradOutputs ?? []);
  return list.flatMap((gradient) => {
    if (!gradient) return [];
    const [size] = gradient.shape;
    if (size === undefined)
      throw valueError('torch.autograd.grad: with isGradsBatched, gradients have a batch dimension');
    return [size];
  });
}

function gradientHandles(request: EdgeRequest, allowUnused: boolean): (Handle | null)[] {
  const { outputs, inputs, gradients, retainGraph, createGraph } = request;
  if (!someEdge([...outputs, ...inputs])) {
    const [from, to] = [outputs, inputs] as [Tensor[], Tensor[]];
    return native.gradients(
      from.map(handleOf),
      to.map(handleOf),
      [...gradients],
      retainGraph,
      createGraph,
      allowUnused,
    );
  }
  const handles = runFromEdges(request, false);
  if (!allowUnused && handles.includes(null)) {
    throw runtimeError(
      'One of the differentiated Tensors appears to not have been used in the graph. Set allowUnused: true if this is the ' +
        'desired behavior.',
      { code: 'ERR_TORCH_AUTOGRAD' },
    );
  }
  return handles;
}

const GRAD = {
  outputs: places(),
  inputs: places(),
  gradOutputs: gradients(),
  retainGraph: nullable(bool()),
  createGraph: bool(false),
  onlyInputs: value<true>('true, the default', (given) => given === true, true),
  allowUnused: nullable(bool()),
  isGradsBatched: bool(false),
  materializeGrads: bool(false),
};
