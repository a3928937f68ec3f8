import { binaryCrossEntropyWithLogits, empty, log, log1p, sigmoid } from '../ops/generated/functions';
import { asFunction } from '../ops/dispatch/operator';
import { tensor } from '../ops/creation';
import { broadcastTensors, finfo } from '../ops/python';
import { arange } from '../ops/generated/functions';
import { valueError } from '../errors';
import { type DType, getDefaultDtype } from '../tensor/dtype';
import type { Device } from '../tensor/device';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import type { ParameterValue, Size } from './arguments';

/** What several distributions compute, with the operators of Python's `torch.distributions.utils` in their order. */

/** Euler's constant. */
export const EULER = 0.5772156649015329;
/** log Γ(½). */
export const LGAMMA_HALF = 0.5723649429247004;

type Unary = (input: Tensor) => Tensor;

/** Operators that Python's torch has under names with an underscore. */
export const standardGamma: Unary = asFunction<Unary>('aten::_standard_gamma');
export const sampleDirichlet: Unary = asFunction<Unary>('aten::_sample_dirichlet');
export const dirichletGrad = asFunction<(x: Tensor, alpha: Tensor, total: Tensor) => Tensor>('aten::_dirichlet_grad');
const isAllTrue: Unary = asFunction<Unary>('aten::_is_all_true');

/** Whether every element is true. */
export function allTrue(mask: Tensor): boolean {
  return isAllTrue(mask).item<boolean>() === true;
}

/** Whether any element is true. */
export function anyTrue(mask: Tensor): boolean {
  return mask.any().item<boolean>() === true;
}

/** Tensors of one shape; numbers become tensors of the dtype and device of the first tensor, else of the default dtype. */
export function broadcastAll<const T extends readonly ParameterValue[]>(...values: T): { [K in keyof T]: Tensor } {
  const first = values.find<ParameterValue>(isTensor) as Tensor | undefined;
  const options = first ? { dtype: first.dtype, device: first.device } : { dtype: getDefaultDtype() };
  const tensors = values.map((value) => (isTensor(value) ? value : tensor(value, options)));
  return broadcastTensors(tensors) as { [K in keyof T]: Tensor };
}

/** The sum over the last dimensions. */
export function sumRightmost(value: Tensor, dims: number): Tensor {
  if (dims === 0) return value;
  return value.reshape([...value.shape.slice(0, -dims), -1]).sum(-1);
}

export function standardNormal(shape: Size, { dtype, device }: { dtype: DType; device: Device }): Tensor {
  return empty([...shape], { dtype, device }).normal_();
}

/** Probabilities kept away from 0 and 1 by the dtype's epsilon. */
export function clampProbs(probs: Tensor): Tensor {
  const { eps } = finfo(probs.dtype);
  return probs.clamp(eps, 1 - eps);
}

/** The log-odds of probabilities. */
export function binaryLogits(probs: Tensor): Tensor {
  const clamped = clampProbs(probs);
  return log(clamped).sub(log1p(clamped.neg()));
}

/** The probabilities of log-odds. */
export function binaryProbs(logits: Tensor): Tensor {
  return sigmoid(logits);
}

/** Logits of the probabilities of classes. */
export function classLogits(probs: Tensor): Tensor {
  return log(clampProbs(probs));
}

/** Binary cross entropy of logits, for each element. */
export function crossEntropy(logits: Tensor, target: Tensor): Tensor {
  return binaryCrossEntropyWithLogits(logits, target, null, null, 0);
}

/** Which elements of an n × n matrix lie on or below a diagonal. */
function trilMask(n: number, diagonal: number, { device }: Tensor): Tensor {
  const columns = arange(n, { device });
  return columns.lt(columns.view([-1, 1]).add(diagonal + 1));
}

/** The elements of matrices `[*, n, n]` on and below a diagonal, row by row. */
export function trilMatrixToVec(matrix: Tensor, diagonal = 0): Tensor {
  const n = matrix.shape.at(-1) as number;
  if (diagonal < -n || diagonal >= n) throw valueError(`diag (${diagonal}) provided is outside [${-n}, ${n - 1}].`);
  return matrix.index('...', trilMask(n, diagonal, matrix));
}

/** The way back from {@link trilMatrixToVec}; the other elements are zero. */
export function vecToTrilMatrix(vector: Tensor, diagonal = 0): Tensor {
  const length = vector.shape.at(-1) as number;
  const b = 1 + 2 * diagonal;
  const exact = (-b + Math.sqrt(b ** 2 + 8 * length + 4 * Math.abs(diagonal) * (diagonal + 1))) / 2;
  const n = Math.round(exact);
  if (n - exact > finfo(vector.dtype).eps) {
    throw valueError(
      `The size of last dimension is ${length} which cannot be expressed as ` +
        'the lower triangular part of a square D x D matrix.',
    );
  }
  const matrix = vector.newZeros([...vector.shape.slice(0, -1), n, n]);
  matrix.setItem(['...', trilMask(n, diagonal, vector)], vector);
  return matrix;
}

/** Whether two shapes are equal. */
export function sameSize(a: Size, b: Size): boolean {
  return a.length === b.length && a.every((extent, i) => extent === b[i]);
}
