import type { Tensor } from '../../ops/tensor-methods';
import { deepCopy } from '../copy';
import { aten } from '../functional/define';
import type { Module } from '../module';
import type { BatchNorm } from '../modules/batch-norm';
import type { Convolution } from '../modules/convolution';
import type { Linear } from '../modules/linear';
import { Parameter } from '../parameter';
import { runtimeError } from '../../errors';
import { bool, float, nullable, required } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { tensor as tensorField } from '../../tensor/arguments';
import { moduleField } from './fields';

/**
 * Folds a batch normalization into the layer before it, for inference.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#utility-functions-to-fuse-modules-with-batchnorm-modules
 */

const maybe = required(nullable(tensorField()));
const STATISTICS = { bnRm: tensorField(), bnRv: tensorField(), bnEps: float() };
const CONV_WEIGHTS = {
  ...{ convW: tensorField(), convB: maybe, ...STATISTICS, bnW: maybe, bnB: maybe, transpose: bool(false) },
};
const LINEAR_WEIGHTS = {
  ...{ linearW: tensorField(), linearB: maybe, ...STATISTICS, bnW: tensorField(), bnB: tensorField() },
};
const bn = moduleField<BatchNorm>();
const CONV_EVAL = { conv: moduleField<Convolution>(), bn, transpose: bool(false) };
const LINEAR_EVAL = { linear: moduleField<Linear>(), bn };

function parameter(tensor: Tensor, like: Tensor, requiresGrad: boolean): Parameter {
  return new Parameter(aten('detach')(aten('to')(tensor, { dtype: like.dtype })), requiresGrad);
}

/**
 * A convolution's weight and bias, with a batch normalization folded in.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.fuse_conv_bn_weights.html
 */
export function fuseConvBnWeights(
  ...args: [
    convW: Tensor,
    convB: Tensor | null,
    bnRm: Tensor,
    bnRv: Tensor,
    bnEps: number,
    bnW: Tensor | null,
    bnB: Tensor | null,
    transpose?: boolean,
  ]
): [weight: Parameter, bias: Parameter] {
  const given = readArguments('fuseConvBnWeights', CONV_WEIGHTS, args);
  const { convW, convB, bnRm, bnRv, bnEps, bnW, bnB, transpose } = given;
  const bias = convB ?? aten('zeros_like')(bnRm);
  const scale = bnW ?? aten('ones_like')(bnRm);
  const shift = bnB ?? aten('zeros_like')(bnRm);
  const inverse = aten('rsqrt')(aten('add')(bnRv, bnEps));
  const ones = new Array<number>(convW.ndim - 2).fill(1);
  const shape = transpose ? [1, -1, ...ones] : [-1, 1, ...ones];
  const weight = aten('mul')(convW, aten('reshape')(aten('mul')(scale, inverse), shape));
  const centered = aten('mul')(aten('sub')(bias, bnRm), inverse);
  const fused = aten('add')(aten('mul')(centered, scale), shift);
  return [parameter(weight, convW, convW.requiresGrad), parameter(fused, convB ?? convW, bias.requiresGrad)];
}

/**
 * The same for a linear layer.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.fuse_linear_bn_weights.html
 */
export function fuseLinearBnWeights(
  ...args: [
    linearW: Tensor,
    linearB: Tensor | null,
    bnRm: Tensor,
    bnRv: Tensor,
    bnEps: number,
    bnW: Tensor,
    bnB: Tensor,
  ]
): [weight: Parameter, bias: Parameter] {
  const given = readArguments('fuseLinearBnWeights', LINEAR_WEIGHTS, args);
  const { linearW, linearB, bnRm, bnRv, bnEps, bnW, bnB } = given;
  const bias = linearB ?? aten('zeros_like')(bnRm);
  const scale = aten('mul')(bnW, aten('rsqrt')(aten('add')(bnRv, bnEps)));
  const column = aten('to')(aten('unsqueeze')(scale, -1), { dtype: linearW.dtype });
  const fused = aten('add')(aten('mul')(aten('sub')(bias, bnRm), scale), bnB);
  return [
    parameter(aten('mul')(linearW, column), linearW, linearW.requiresGrad),
    parameter(fused, linearB ?? linearW, bias.requiresGrad),
  ];
}

function statistics(layer: Module, norm: BatchNorm): [mean: Tensor, variance: Tensor] {
  if (layer.training || norm.training) throw runtimeError('Fusion only for eval!');
  const { runningMean, runningVar } = norm;
  if (!runningMean || !runningVar) throw runtimeError('the batch normalization has no running statistics');
  return [runningMean, runningVar];
}

/**
 * A copy of a convolution with a batch normalization folded in. It computes what both compute in evaluation mode.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.fuse_conv_bn_eval.html
 * @example
 * nn.utils.fuseConvBnEval(new nn.Conv2d(3, 8, 3).eval(), new nn.BatchNorm2d(8).eval());
 */
export function fuseConvBnEval<M extends Convolution>(...args: [conv: M, bn: BatchNorm, transpose?: boolean]): M {
  const { conv, bn, transpose } = readArguments('fuseConvBnEval', CONV_EVAL, args);
  const [mean, variance] = statistics(conv, bn);
  const fused = deepCopy(conv) as M;
  const { weight, bias } = fused;
  [fused.weight, fused.bias] = fuseConvBnWeights(weight, bias, mean, variance, bn.eps, bn.weight, bn.bias, transpose);
  return fused;
}

/**
 * A copy of a linear layer with a batch normalization folded in. It computes what both compute in evaluation mode.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.fuse_linear_bn_eval.html
 * @example
 * nn.utils.fuseLinearBnEval(new nn.Linear(3, 8).eval(), new nn.BatchNorm1d(8).eval());
 */
export function fuseLinearBnEval<M extends Linear>(...args: [linear: M, bn: BatchNorm]): M {
  const { linear, bn } = readArguments('fuseLinearBnEval', LINEAR_EVAL, args);
  const [mean, variance] = statistics(linear, bn);
  if (linear.outFeatures !== bn.numFeatures && bn.numFeatures !== 1) {
    throw runtimeError(
      'To fuse, linear.outFeatures == bn.numFeatures or bn.numFeatures == 1, ' +
        `got linear.outFeatures=${linear.outFeatures} and bn.numFeatures=${bn.numFeatures}`,
    );
  }
  if (!bn.weight || !bn.bias) throw runtimeError('the batch normalization has no weight and bias');
  const fused = deepCopy(linear) as M;
  const { weight, bias } = fused;
  [fused.weight, fused.bias] = fuseLinearBnWeights(weight, bias, mean, variance, bn.eps, bn.weight, bn.bias);
  return fused;
}
