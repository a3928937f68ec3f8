import type { Tensor } from '../../ops/tensor-methods';
import { aten, define } from './define';
import { valueError } from '../../errors';
import { bool, float, int, ints, nullable, required } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';
import { sizeText, volumeOf } from '../../arguments/extents';

/**
 * Normalizations.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#normalization-functions
 */

const affine = { weight: nullable(tensor()), bias: nullable(tensor()) };
const stats = { runningMean: nullable(tensor()), runningVar: nullable(tensor()) };
const shape = ints();
const listed = (v: number | readonly number[]): readonly number[] => (typeof v === 'number' ? [v] : v);

function checkBatch({ shape: size }: Tensor): void {
  const values = volumeOf([size[0] ?? 1, ...size.slice(2)]);
  if (values === 1) {
    throw valueError(`Expected more than 1 value per channel when training, got input size ${sizeText(size)}`);
  }
}

/**
 * `batchNorm(input, runningMean, runningVar, weight = null, bias = null, training = false, momentum = 0.1,
 * eps = 1e-5)`: (x − mean)/√(var + eps)·weight + bias for each channel of `[N, C, *]`; all four others are `[C]`. While
 * training, mean and variance are the batch's, and the running ones move towards them by `momentum`; otherwise the
 * running ones are used.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) while training, if a channel has only one value or eps is not above 0; if eps
 * is below 0
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.batch_norm.html
 * @example
 * const [mean, variance] = [torch.tensor([1.5]), torch.tensor([4.5])];
 * nn.functional.batchNorm(torch.tensor([[1.5], [6]]), mean, variance).tolist(); // [[0], [2.1213]]
 */
export const batchNorm = define(
  'batchNorm',
  {
    ...{ input: tensor(), runningMean: required(stats.runningMean), runningVar: required(stats.runningVar) },
    ...affine,
    training: bool(false),
    momentum: float(0.1),
    eps: float(1e-5),
  },
  (v) => {
    if (v.training) checkBatch(v.input);
    if (v.training && v.eps <= 0) throw valueError(`batch_norm eps must be positive during training, but got ${v.eps}`);
    if (v.eps < 0) throw valueError(`batch_norm eps must be non-negative, but got ${v.eps}`);
    return aten('batch_norm')(
      ...[v.input, v.weight, v.bias, v.runningMean, v.runningVar, v.training, v.momentum, v.eps, true],
    );
  },
);

/**
 * `instanceNorm(input, runningMean = null, runningVar = null, weight = null, bias = null, useInputStats = true,
 * momentum = 0.1, eps = 1e-5)`: `batchNorm` of each sample by itself, over the dimensions after the channels of
 * `[N, C, *]`. Without `useInputStats` the running mean and variance are used.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with useInputStats, if a channel has only one element
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.instance_norm.html
 * @example
 * nn.functional.instanceNorm(torch.tensor([[[1, 2, 3.5, 5.5]]])).tolist(); // [[[-1.1795, -0.5898, 0.2949, 1.4744]]]
 */
export const instanceNorm = define(
  'instanceNorm',
  { input: tensor(), ...stats, ...affine, useInputStats: bool(true), momentum: float(0.1), eps: float(1e-5) },
  (v) => {
    const size = v.input.shape;
    if (v.useInputStats && volumeOf(size.slice(2)) === 1) {
      throw valueError(`Expected more than 1 spatial element when training, got input size ${sizeText(size)}`);
    }
    return aten('instance_norm')(
      ...[v.input, v.weight, v.bias, v.runningMean, v.runningVar, v.useInputStats, v.momentum, v.eps, true],
    );
  },
);

/**
 * `layerNorm(input, normalizedShape, weight = null, bias = null, eps = 1e-5)`: (x − mean)/√(var + eps)·weight + bias
 * over the last dimensions, whose sizes are `normalizedShape`, a number or a list; so are those of weight and bias.
 *
 * @throws TorchError if the last sizes are not `normalizedShape`
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.layer_norm.html
 * @example
 * nn.functional.layerNorm(torch.tensor([[1, 2, 4.5]]), 3).tolist(); // [[-1.0190, -0.3397, 1.3587]]
 */
export const layerNorm = define(
  'layerNorm',
  { input: tensor(), normalizedShape: shape, ...affine, eps: float(1e-5) },
  (v) => aten('layer_norm')(v.input, listed(v.normalizedShape), v.weight, v.bias, v.eps, true),
);

/**
 * `rmsNorm(input, normalizedShape, weight = null, eps = null)`: x/√(mean of x² + eps)·weight over the last dimensions,
 * whose sizes are `normalizedShape`, a number or a list. Without an eps it is the smallest that the dtype knows, as
 * `torch.finfo(dtype).eps` in Python.
 *
 * @throws TorchError if the last sizes are not `normalizedShape`
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.rms_norm.html
 * @example
 * nn.functional.rmsNorm(torch.tensor([[1.5, 2]]), 2).tolist(); // [[0.8485, 1.1314]]
 */
export const rmsNorm = define(
  'rmsNorm',
  { input: tensor(), normalizedShape: shape, weight: nullable(tensor()), eps: nullable(float()) },
  (v) => aten('rms_norm')(v.input, listed(v.normalizedShape), v.weight, v.eps),
);

/**
 * `groupNorm(input, numGroups, weight = null, bias = null, eps = 1e-5)`: normalizes `[N, C, *]` over each of
 * `numGroups` groups of channels with all that follows them; weight and bias are `[C]`.
 *
 * @throws TorchError if C is not a multiple of numGroups; (`ERR_TORCH_VALUE`) with fewer than 2 dimensions, or one
 * value in a group
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.group_norm.html
 * @example
 * nn.functional.groupNorm(torch.tensor([[1, 2, 4, 8.5]]), 2).tolist(); // [[-1.0000, 1.0000, -1.0000, 1.0000]]
 */
export const groupNorm = define(
  'groupNorm',
  { input: tensor(), numGroups: int(), ...affine, eps: float(1e-5) },
  (v) => {
    const { shape: size } = v.input;
    if (size.length < 2)
      throw valueError(`Expected at least 2 dimensions for input tensor but received ${size.length}`);
    checkSize([(size[0] ?? 1) * Math.trunc((size[1] ?? 1) / v.numGroups), v.numGroups, ...size.slice(2)]);
    return aten('group_norm')(v.input, v.numGroups, v.weight, v.bias, v.eps, true);
  },
);

function checkSize(size: readonly number[]): void {
  const values = volumeOf([size[0] ?? 1, ...size.slice(2)]);
  if (values === 1)
    throw valueError(`Expected more than 1 value per channel when training, got input size [${size.join(', ')}]`);
}

/**
 * `localResponseNorm(input, size, alpha = 1e-4, beta = 0.75, k = 1)`: x/(k + alpha·m)^beta, where m is the mean of x²
 * over `size` neighboring channels of `[N, C, *]`.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with fewer than 3 dimensions
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.local_response_norm.html
 * @example
 * nn.functional.localResponseNorm(torch.tensor([[[1.5], [2]]]), 2, { alpha: 1 }).tolist(); // [[[0.8523], [0.6910]]]
 */
export const localResponseNorm = define(
  'localResponseNorm',
  { input: tensor(), size: int(), alpha: float(1e-4), beta: float(0.75), k: float(1) },
  ({ input, size, alpha, beta, k }) => {
    if (input.ndim < 3) throw valueError(`Expected 3D or higher dimensionality input (got ${input.ndim} dimensions)`);
    if (input.numel() === 0) return input;
    const [before, after] = [Math.trunc(size / 2), Math.trunc((size - 1) / 2)];
    const [n, c, d] = input.shape;
    let sums = aten('mul')(input, input);
    if (input.ndim === 3) {
      sums = aten('constant_pad_nd')(aten('unsqueeze')(sums, 1), [0, 0, before, after]);
      sums = aten('squeeze')(aten('avg_pool2d')(sums, [size, 1], 1), 1);
    } else {
      sums = aten('constant_pad_nd')(aten('view')(sums, [n, 1, c, d, -1]), [0, 0, 0, 0, before, after]);
      sums = aten('squeeze')(aten('avg_pool3d')(sums, [size, 1, 1], 1), 1);
      sums = aten('view')(sums, input.shape);
    }
    return aten('div')(input, aten('pow')(aten('add')(aten('mul')(sums, alpha), k), beta));
  },
);

/**
 * `normalize(input, p = 2, dim = 1, eps = 1e-12)`: x/max(‖x‖ₚ, eps) along `dim`. The shape stays.
 *
 * @throws TorchIndexError if there is no such dimension
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.normalize.html
 * @example
 * nn.functional.normalize(torch.tensor([[3, 4.5]])).tolist(); // [[0.5547, 0.8321]]
 */
export const normalize = define(
  'normalize',
  { input: tensor(), p: float(2), dim: int(1), eps: float(1e-12) },
  ({ input, p, dim, eps }) => {
    const norm = aten('clamp_min')(aten('norm')(input, p, [dim], true), eps);
    return aten('div')(input, aten('expand_as')(norm, input));
  },
);
