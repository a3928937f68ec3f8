/** `torch.autograd.functional`: derivatives of whole functions. */
import { viewAs } from '../ops/method-functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { bool, callback, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { tensorList } from '../tensor/arguments';
import { grad } from './backward';
import { enableGrad } from './modes';
import { clone, detach, narrow, reshape, stack, zerosLike } from '../ops/generated/functions';
import { typeError } from '../errors';

/** One tensor or several. Results have the same form. */
export type Inputs = Tensor | readonly Tensor[];
/** A function of tensors. */
export type TensorFunction = (...inputs: Tensor[]) => Inputs;

export interface FunctionalOptions {
  /** Record the computation, for higher derivatives. @defaultValue false */
  readonly createGraph?: boolean;
  /** Throw if an output does not depend on an input; false gives zeros. @defaultValue false */
  readonly strict?: boolean;
}

/** What may follow: `createGraph` and `strict` by position, or an object of them. */
export type FunctionalRest = Mixed<[createGraph?: boolean, strict?: boolean], FunctionalOptions>;

export interface ProductOptions extends FunctionalOptions {
  /** The vector of the product, in the shape of the inputs or outputs. @defaultValue null, which is allowed for a single number */
  readonly v?: Inputs | null;
}

const listOf = (value: Inputs): Tensor[] => (isTensor(value) ? [value] : [...value]);
const formOf = (like: Inputs, list: readonly Tensor[]): Inputs => (isTensor(like) ? (list[0] as Tensor) : [...list]);

function checked(name: string, given: Tensor | Iterable<Tensor>, what = 'inputs'): Tensor[] {
  const list = tensorList(`${name}()`, given, what);
  if (list.length === 0) throw typeError(`${name}(): '${what}' should hold at least one Tensor`);
  return list;
}

const MATRIX = {
  func: callback<TensorFunction>(),
  inputs: value<Inputs>('a Tensor or an array of Tensors', isInputs),
  createGraph: bool(false),
  strict: bool(false),
};

const PRODUCT = {
  func: MATRIX.func,
  inputs: MATRIX.inputs,
  v: nullable(MATRIX.inputs),
  createGraph: MATRIX.createGraph,
  strict: MATRIX.strict,
};

function isInputs(given: unknown): boolean {
  return isTensor(given) || Array.isArray(given);
}

/** Separate inputs, so that no gradient accumulates in the caller's tensors. */
function prepare(inputs: readonly Tensor[], createGraph: boolean): Tensor[] {
  return inputs.map((input) => {
    if (createGraph) return input.requiresGrad ? viewAs(input, input) : clone(input).requiresGrad_();
    return clone(detach(input)).requiresGrad_();
  });
}

function finish(tensors: readonly Tensor[], createGraph: boolean): Tensor[] {
  return tensors.map((tensor) => (createGraph ? tensor : detach(tensor)));
}

function gradients(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  gradOutputs: readonly (Tensor | null)[] | null,
  { strict = false }: FunctionalOptions,
  createGraph: boolean,
): Tensor[] {
  const kept = outputs.map((output) => output.requiresGrad);
  if (strict && !kept.every(Boolean)) {
    throw typeError('one of the outputs is independent of all inputs, which strict mode does not allow');
  }
  if (!kept.some(Boolean)) return inputs.map((input) => zerosLike(input));
  const found: readonly (Tensor | null)[] = grad(
    outputs.filter((_, i) => kept[i]),
    inputs,
    {
      gradOutputs: gradOutputs?.filter((_, i) => kept[i]) ?? null,
      retainGraph: true,
      createGraph,
      allowUnused: true,
    },
  );
  return found.map((gradient, i) => {
    if (gradient === null && strict)
      throw typeError(`the output is independent of input ${i}, which strict mode does not allow`);
    return gradient ?? zerosLike(inputs[i] as Tensor);
  });
}

/** For each output, the derivatives by each input: shapes `[...output, ...input]`. */
function jacobianRows(
  func: TensorFunction,
  inputs: readonly Tensor[],
  options: FunctionalOptions,
): { rows: Tensor[][]; outputs: Inputs } {
  const { createGraph = false } = options;
  const own = prepare(inputs, createGraph);
  const outputs = func(...own);
  const rows = listOf(outputs).map((output) => {
    const flat = reshape(output, [-1]);
    const perElement = Array.from({ length: flat.numel() }, (_, i) =>
      gradients([reshape(narrow(flat, 0, i, 1), [])], own, null, options, createGraph),
    );
    return own.map((input, n) => {
      const shape = [...output.shape, ...input.shape];
      const parts = perElement.map((row) => row[n] as Tensor);
      return reshape(
        parts.length ? stack(parts) : zerosLike(reshape(narrow(reshape(input, [-1]), 0, 0, 0), [0])),
        shape,
      );
    });
  });
  return { rows: rows.map((row) => finish(row, createGraph)), outputs };
}

/** A Jacobian: by outputs where there are several, then by inputs where there are several. */
export type Jacobian = Tensor | Tensor[] | Tensor[][];

/**
 * All derivatives of all outputs by all inputs.
 *
 * @returns For one output and one input a tensor of shape `[...output, ...input]`; an array where the inputs or the
 * outputs are an array, and an array of arrays where both are: outputs first.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.functional.jacobian.html
 * @example
 * const x = torch.tensor([1, 2], { dtype: torch.float32 });
 * torch.autograd.functional.jacobian((v) => v.mul(v), x); // [[2, 0], [0, 4]]
 */
export function jacobian(func: TensorFunction, inputs: Tensor, ...options: FunctionalRest): Tensor;
export function jacobian(func: TensorFunction, inputs: Inputs, ...options: FunctionalRest): Jacobian;
export function jacobian(...args: readonly unknown[]): Jacobian {
  const { func, inputs, ...options } = readArguments('jacobian', MATRIX, args);
  const list = checked('jacobian', inputs);
  return enableGrad(() => {
    const { rows, outputs } = jacobianRows(func, list, options);
    const perOutput = rows.map((row) => (isTensor(inputs) ? (row[0] as Tensor) : row));
    return (isTensor(outputs) ? perOutput[0] : perOutput) as Jacobian;
  });
}

/**
 * The second derivatives of a function with one element: `[...input, ...input]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.functional.hessian.html
 */
export function hessian(func: TensorFunction, inputs: Tensor, ...options: FunctionalRest): Tensor;
export function hessian(func: TensorFunction, inputs: Inputs, ...options: FunctionalRest): Jacobian;
export function hessian(...args: readonly unknown[]): Jacobian {
  const { func, inputs, ...options } = readArguments('hessian', MATRIX, args);
  const first: TensorFunction = (...values) => {
    const { rows, outputs } = jacobianRows(func, values, { ...options, createGraph: true });
    scalarOf('hessian', outputs);
    const [row] = rows as [Tensor[]];
    return formOf(
      inputs,
      row.map((gradient, i) => viewAs(gradient, values[i] as Tensor)),
    );
  };
  return jacobian(first, inputs, options);
}

function scalarOf(name: string, outputs: Inputs): Tensor {
  const list = listOf(outputs);
  const [output] = list;
  if (list.length === 1 && output?.numel() === 1) return output;
  throw typeError(`${name}: the function should return one element`);
}

function vectors(name: string, v: Inputs | null, like: readonly Tensor[]): (Tensor | null)[] {
  if (v === null) {
    if (like.length === 1 && like[0]?.numel() === 1) return [null];
    throw typeError(`${name}: give a vector v, since the function returns more than one element`);
  }
  const list = checked(name, v, 'v');
  const same = list.length === like.length && list.every((one, i) => one.shape.join() === like[i]?.shape.join());
  if (!same)
    throw typeError(`${name}: v should have the shapes [${like.map(({ shape }) => shape.join(', ')).join('], [')}]`);
  return list;
}

/** The outputs, and the product. */
export type Product = [outputs: Inputs, product: Inputs];

/**
 * A vector times the Jacobian. `v` has the shapes of the outputs.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.functional.vjp.html
 */
export function vjp(
  func: TensorFunction,
  inputs: Inputs,
  v?: Inputs | null | ProductOptions,
  ...options: FunctionalRest
): Product;
export function vjp(...args: readonly unknown[]): Product {
  const { func, inputs, v, ...options } = readArguments('vjp', PRODUCT, args);
  const { createGraph } = options;
  return enableGrad(() => {
    const own = prepare(checked('vjp', inputs), createGraph);
    const outputs = func(...own);
    const product = gradients(listOf(outputs), own, vectors('vjp', v, listOf(outputs)), options, createGraph);
    return [formOf(outputs, finish(listOf(outputs), createGraph)), formOf(inputs, finish(product, createGraph))];
  });
}

/**
 * The Jacobian times a vector, by differentiating {@link vjp} once more. `v` has the shapes of the inputs.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.functional.jvp.html
 */
export function jvp(
  func: TensorFunction,
  inputs: Inputs,
  v?: Inputs | null | ProductOptions,
  ...options: FunctionalRest
): Product;
export function jvp(...args: readonly unknown[]): Product {
  const { func, inputs, v, ...options } = readArguments('jvp', PRODUCT, args);
  const { createGraph } = options;
  return enableGrad(() => {
    const own = prepare(checked('jvp', inputs), createGraph);
    const direction = vectors('jvp', v, own);
    const outputs = func(...own);
    const list = listOf(outputs);
    const dummies = list.map((output) => zerosLike(detach(output)).requiresGrad_());
    const first = gradients(list, own, dummies, options, true);
    const product = gradients(first, dummies, direction, options, createGraph);
    return [formOf(outputs, finish(list, createGraph)), formOf(outputs, finish(product, createGraph))];
  });
}

/**
 * A vector times the Hessian of a function with one element.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.functional.vhp.html
 */
export function vhp(
  func: TensorFunction,
  inputs: Inputs,
  v?: Inputs | null | ProductOptions,
  ...options: FunctionalRest
): Product;
export function vhp(...args: readonly unknown[]): Product {
  const { func, inputs, v, ...options } = readArguments('vhp', PRODUCT, args);
  const { createGraph } = options;
  return enableGrad(() => {
    const own = prepare(checked('vhp', inputs), createGraph);
    const direction = vectors('vhp', v, own);
    const output = scalarOf('vhp', func(...own));
    const first = gradients([output], own, null, options, true);
    const product = gradients(first, own, direction, options, createGraph);
    return [finish([output], createGraph)[0] as Tensor, formOf(inputs, finish(product, createGraph))];
  });
}

/**
 * The Hessian times a vector, for a function with one element.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.functional.hvp.html
 */
export function hvp(
  func: TensorFunction,
  inputs: Inputs,
  v?: Inputs | null | ProductOptions,
  ...options: FunctionalRest
): Product;
export function hvp(...args: readonly unknown[]): Product {
  const { func, inputs, v, ...options } = readArguments('hvp', PRODUCT, args);
  const { createGraph } = options;
  return enableGrad(() => {
    const own = prepare(checked('hvp', inputs), createGraph);
    const direction = vectors('hvp', v, own);
    const output = scalarOf('hvp', func(...own));
    const first = gradients([output], own, null, options, true);
    const dummies = own.map((input) => zerosLike(detach(input)).requiresGrad_());
    const second = gradients(first, own, dummies, options, true);
    const product = gradients(second, dummies, direction, options, createGraph);
    return [finish([output], createGraph)[0] as Tensor, formOf(inputs, finish(product, createGraph))];
  });
}
