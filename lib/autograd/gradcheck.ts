import { bool, callback, float, keyword, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { tensorList, tensors } from '../tensor/arguments';
import { native } from '../native/binding';
import { float64 } from '../tensor/dtype';
import { runtimeError, type TorchError, typeError } from '../errors';
import { type Tensor, handleOf, isTensor } from '../tensor/tensor';
import { grad } from './backward';
import { noGrad } from './modes';
import { clone, detach, fill_, narrow, randnLike, reshape, zerosLike } from '../ops/generated/functions';

export interface GradcheckOptions {
  /** The step of the finite differences. @defaultValue 1e-6 */
  readonly eps?: number;
  /** The difference that is allowed, as a number. @defaultValue 1e-5 */
  readonly atol?: number;
  /** The difference that is allowed, as a fraction of the gradient. @defaultValue 1e-3 */
  readonly rtol?: number;
  /** Throw if the gradients differ; false returns false. @defaultValue true */
  readonly raiseException?: boolean;
  /** How much two runs of the backward may differ. @defaultValue 0 */
  readonly nondetTol?: number;
}

/** What may follow the inputs: the options by position, in this order, or an object of them. */
export type GradcheckRest = Mixed<
  [eps?: number, atol?: number, rtol?: number, raiseException?: boolean, options?: GradcheckOptions],
  GradcheckOptions
>;

const GRADCHECK = {
  func: callback<Differentiable>(),
  inputs: tensors(),
  eps: float(1e-6),
  atol: float(1e-5),
  rtol: float(1e-3),
  raiseException: bool(true),
  nondetTol: keyword(float(0)),
};

/** Its fourth argument is the gradients that flow in. */
const GRADGRADCHECK = {
  func: GRADCHECK.func,
  inputs: GRADCHECK.inputs,
  gradOutputs: nullable(tensors()),
  eps: GRADCHECK.eps,
  atol: GRADCHECK.atol,
  rtol: GRADCHECK.rtol,
  genNonContigGradOutputs: value<false>('false, the default', (given) => given === false, false),
  raiseException: GRADCHECK.raiseException,
  nondetTol: float(0),
};

export interface GradgradcheckOptions extends GradcheckOptions {
  /** The gradients that flow in, which must require gradients; random by default. */
  readonly gradOutputs?: Tensor | readonly Tensor[] | null;
}

type Differentiable = (...inputs: Tensor[]) => Tensor | readonly Tensor[];

const failure = (message: string): TorchError => runtimeError(message, { code: 'ERR_TORCH_AUTOGRAD' });

/** Outputs that have a gradient. */
function outputsOf(func: Differentiable, inputs: readonly Tensor[]): Tensor[] {
  const result = func(...inputs);
  const list: readonly unknown[] = Array.isArray(result) ? result : [result];
  return list.filter((item): item is Tensor => isTensor(item) && item.dtype.isFloatingPoint);
}

/** The elements as numbers; float64, as checked. */
function read(tensor: Tensor): Float64Array {
  return new Float64Array(native.toBytes(handleOf(tensor)));
}

/** Jacobian columns by finite differences: for each output, one row for each element of the input. */
function numerical(func: Differentiable, inputs: readonly Tensor[], input: Tensor, eps: number): Float64Array[][] {
  const flat = reshape(input.data, [-1]);
  const evaluate = (): Float64Array[] => outputsOf(func, inputs).map((output) => read(clone(output)));
  return Array.from({ length: input.numel() }, (_, j) => {
    const element = narrow(flat, 0, j, 1);
    const value = element.item<number>();
    fill_(element, value - eps);
    const below = evaluate();
    fill_(element, value + eps);
    const above = evaluate();
    fill_(element, value);
    return above.map((outputs, k) => outputs.map((x, i) => (x - (below[k]?.[i] ?? NaN)) / (2 * eps)));
  });
}

/** The gradients of one output element with respect to all inputs. */
function analyticalRow(output: Tensor, index: number, inputs: readonly Tensor[]): Float64Array[] {
  const seed = zerosLike(detach(output));
  fill_(narrow(reshape(seed, [-1]), 0, index, 1), 1);
  const gradients = grad<readonly Tensor[]>(output, inputs, {
    gradOutputs: seed,
    retainGraph: true,
    allowUnused: true,
    materializeGrads: true,
  });
  return gradients.map((gradient, i) => {
    const input = inputs[i] as Tensor;
    if (gradient.shape.join() !== input.shape.join()) throw failure('Analytical gradient has incorrect size');
    return read(gradient);
  });
}

function requireInputs(name: string, inputs: readonly Tensor[]): Tensor[] {
  const differentiable = inputs.filter((input) => input.requiresGrad);
  if (differentiable.length === 0) throw typeError(`${name} expects all tensor inputs to require gradients: none does`);
  for (const input of differentiable) {
    if (input.dtype === float64 && input.isContiguous()) continue;
    throw typeError(
      `${name}: inputs that require gradients must be contiguous and float64, got ${input.dtype}: ` +
        'finite differences mean nothing in less precision',
    );
  }
  return differentiable;
}

/** Compares one output's Jacobian; returns what differs, or null. */
function compare(
  output: Tensor,
  k: number,
  inputs: readonly Tensor[],
  numericals: readonly Float64Array[][][],
  { atol, rtol, nondetTol }: Required<GradcheckOptions>,
): string | null {
  for (let i = 0; i < output.numel(); i++) {
    const row = output.requiresGrad
      ? analyticalRow(output, i, inputs)
      : inputs.map((input) => new Float64Array(input.numel()));
    const again = output.requiresGrad ? analyticalRow(output, i, inputs) : row;
    for (const [n, gradient] of row.entries()) {
      for (const [j, analytical] of gradient.entries()) {
        if (!(Math.abs(analytical - (again[n]?.[j] ?? NaN)) <= nondetTol)) {
          return `Backward is not reentrant, i.e., running backward with same input and grad_output multiple times gives different values (output ${k}, input ${n})`;
        }
        const finite = numericals[n]?.[j]?.[k]?.[i] ?? NaN;
        if (Math.abs(analytical - finite) <= atol + rtol * Math.abs(finite)) continue;
        return `Jacobian mismatch for output ${k} with respect to input ${n}, element (${i}, ${j}):\nnumerical: ${finite}\nanalytical: ${analytical}`;
      }
    }
  }
  return null;
}

/**
 * Compares the gradients of a function with finite differences, element by element.
 *
 * @param inputs float64 tensors; those that require gradients are checked.
 * @throws TorchError `ERR_TORCH_AUTOGRAD` naming the first difference, unless `raiseException` is false.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.gradcheck.gradcheck.html
 * @example
 * const x = torch.rand([3], { dtype: torch.float64, requiresGrad: true });
 * torch.autograd.gradcheck((x) => x.sin(), [x]); // true
 */
export function gradcheck(func: Differentiable, inputs: readonly Tensor[] | Tensor, ...options: GradcheckRest): boolean;
export function gradcheck(...args: readonly unknown[]): boolean {
  const { func, inputs, ...all } = readArguments('gradcheck', GRADCHECK, args);
  const list = tensorList('gradcheck()', inputs, 'inputs');
  const differentiable = requireInputs('gradcheck', list);
  const difference = findDifference(func, list, differentiable, all);
  if (difference === null) return true;
  if (all.raiseException) throw failure(difference);
  return false;
}

function findDifference(
  func: Differentiable,
  inputs: readonly Tensor[],
  differentiable: readonly Tensor[],
  options: Required<GradcheckOptions>,
): string | null {
  const numericals = differentiable.map((input) => numerical(func, inputs, input, options.eps));
  const outputs = outputsOf(func, inputs);
  const wrong = outputs.find((output) => output.dtype !== float64);
  if (wrong) throw failure(`gradcheck: expected float64 outputs, got ${wrong.dtype}`);
  for (const [k, output] of outputs.entries()) {
    const difference = compare(output, k, differentiable, numericals, options);
    if (difference !== null) return difference;
  }
  return null;
}

/**
 * Compares second derivatives with finite differences of the first ones. The gradients that flow in are random.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.autograd.gradcheck.gradgradcheck.html
 */
export function gradgradcheck(
  func: Differentiable,
  inputs: readonly Tensor[] | Tensor,
  options?: GradgradcheckOptions,
): boolean;
export function gradgradcheck(...args: readonly unknown[]): boolean {
  const { func, inputs, gradOutputs, ...rest } = readArguments('gradgradcheck', GRADGRADCHECK, args);
  const { genNonContigGradOutputs: _, ...options } = rest;
  const list = tensorList('gradgradcheck()', inputs, 'inputs');
  const count = list.length;
  const seeds =
    gradOutputs === null
      ? noGrad(() => outputsOf(func, list).map((output) => randnLike(output).requiresGrad_()))
      : tensorList('gradgradcheck()', gradOutputs, 'gradOutputs');
  const differentiable = list.map((input) => input.requiresGrad);
  const first: Differentiable = (...all) => {
    const [values, gradOutputs] = [all.slice(0, count), all.slice(count)];
    const outputs = outputsOf(func, values);
    const recorded = outputs.map((output) => output.requiresGrad);
    return enabledGrad(
      outputs.filter((_, i) => recorded[i]),
      values.filter((_, i) => differentiable[i]),
      gradOutputs.filter((_, i) => recorded[i]),
    );
  };
  return gradcheck(first, [...list, ...seeds], options);
}

function enabledGrad(outputs: Tensor[], inputs: Tensor[], gradOutputs: Tensor[]): Tensor[] {
  return grad<readonly Tensor[]>(outputs, inputs, {
    gradOutputs,
    createGraph: true,
    allowUnused: true,
    materializeGrads: true,
  });
}
