import { aten, define } from './define';
import { input, inplace, plain } from './elementwise';
import { valueError } from '../../errors';
import { bool, float } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Piecewise activations. They work on each element by itself: the result has the input's shape and dtype. With
 * `inplace: true`, and in the forms whose names end in `_`, the input itself is changed and returned.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#non-linear-activation-functions
 */

/**
 * `relu(input, inplace = false)`: max(0, x). NaN stays NaN.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.relu.html
 * @example
 * nn.functional.relu(torch.tensor([-1.5, 0, 2])).tolist(); // [0, 0, 2]
 */
export const relu = plain('relu');

/**
 * `relu_(input)`: {@link relu} in place.
 *
 * @throws TorchError if the input is a leaf that requires a gradient
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.relu_.html
 * @example
 * const t = torch.tensor([-1.5, 2]);
 * nn.functional.relu_(t);
 * t.tolist(); // [0, 2]
 */
export const relu_ = define('relu_', { input }, (v) => aten('relu_')(v.input));

/**
 * `relu6(input, inplace = false)`: min(max(0, x), 6).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.relu6.html
 * @example
 * nn.functional.relu6(torch.tensor([-1.5, 2, 7])).tolist(); // [0, 2, 6]
 */
export const relu6 = plain('relu6');

/**
 * `selu(input, inplace = false)`: λ·x above 0 and λ·α·(eˣ − 1) below, with λ = 1.0507 and α = 1.6733, for which
 * activations keep a mean of 0 and a variance of 1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.selu.html
 * @example
 * nn.functional.selu(torch.tensor([-1, 0, 1.5])).tolist(); // [-1.1113, 0, 1.5761]
 */
export const selu = plain('selu');

/**
 * `selu_(input)`: {@link selu} in place.
 *
 * @throws TorchError if the input is a leaf that requires a gradient
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * nn.functional.selu_(torch.tensor([0, 1.5])).tolist(); // [0, 1.5761]
 */
export const selu_ = define('selu_', { input }, (v) => aten('selu_')(v.input));

/**
 * `elu(input, alpha = 1, inplace = false)`: x above 0, alpha·(eˣ − 1) below.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.elu.html
 * @example
 * nn.functional.elu(torch.tensor([-1, 1.5]), { alpha: 2 }).tolist(); // [-1.2642, 1.5]
 */
export const elu = define('elu', { input, alpha: float(1), inplace }, (v) =>
  aten(v.inplace ? 'elu_' : 'elu')(v.input, v.alpha),
);

/**
 * `elu_(input, alpha = 1)`: {@link elu} in place.
 *
 * @throws TorchError if the input is a leaf that requires a gradient
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.elu_.html
 * @example
 * nn.functional.elu_(torch.tensor([-1, 1.5])).tolist(); // [-0.6321, 1.5]
 */
export const elu_ = define('elu_', { input, alpha: float(1) }, (v) => aten('elu_')(v.input, v.alpha));

/**
 * `celu(input, alpha = 1, inplace = false)`: x above 0, alpha·(e^(x/alpha) − 1) below, smooth for every alpha.
 *
 * @throws TorchError if alpha is 0
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.celu.html
 * @example
 * nn.functional.celu(torch.tensor([-1, 1.5]), { alpha: 2 }).tolist(); // [-0.7869, 1.5]
 */
export const celu = define('celu', { input, alpha: float(1), inplace }, (v) =>
  aten(v.inplace ? 'celu_' : 'celu')(v.input, v.alpha),
);

/**
 * `celu_(input, alpha = 1)`: {@link celu} in place.
 *
 * @throws TorchError if alpha is 0, or the input a leaf that requires a gradient
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * nn.functional.celu_(torch.tensor([-1, 1.5])).tolist(); // [-0.6321, 1.5]
 */
export const celu_ = define('celu_', { input, alpha: float(1) }, (v) => aten('celu_')(v.input, v.alpha));

/**
 * `leakyRelu(input, negativeSlope = 0.01, inplace = false)`: x above 0, negativeSlope·x below.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.leaky_relu.html
 * @example
 * nn.functional.leakyRelu(torch.tensor([-1.5, 2]), 0.5).tolist(); // [-0.75, 2]
 */
export const leakyRelu = define('leakyRelu', { input, negativeSlope: float(0.01), inplace }, (v) =>
  aten(v.inplace ? 'leaky_relu_' : 'leaky_relu')(v.input, v.negativeSlope),
);

/**
 * `leakyRelu_(input, negativeSlope = 0.01)`: {@link leakyRelu} in place.
 *
 * @throws TorchError if the input is a leaf that requires a gradient
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.leaky_relu_.html
 * @example
 * nn.functional.leakyRelu_(torch.tensor([-1.5, 2])).tolist(); // [-0.015, 2]
 */
export const leakyRelu_ = define('leakyRelu_', { input, negativeSlope: float(0.01) }, (v) =>
  aten('leaky_relu_')(v.input, v.negativeSlope),
);

/**
 * `prelu(input, weight)`: x above 0, weight·x below, where `weight` is learned: one number, or one for each channel,
 * which is the input's second dimension.
 *
 * @throws TorchError if `weight` has neither one element nor one for each channel
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.prelu.html
 * @example
 * nn.functional.prelu(torch.tensor([[-2.5, -2, 1]]), torch.tensor([0.5, 2, 1])).tolist(); // [[-1.25, -4, 1]]
 */
export const prelu = define('prelu', { input, weight: tensor() }, (v) => aten('prelu')(v.input, v.weight));

const RRELU = { input, lower: float(1 / 8), upper: float(1 / 3), training: bool(false) };

/**
 * `rrelu(input, lower = 1/8, upper = 1/3, training = false, inplace = false)`: x above 0, a·x below. While training, a
 * is drawn from [lower, upper] for each element; otherwise it is their mean.
 *
 * @throws TorchError if lower is above upper
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.rrelu.html
 * @example
 * nn.functional.rrelu(torch.tensor([-1, 1.5]), 0.25, 0.75).tolist(); // [-0.5, 1.5]
 */
export const rrelu = define('rrelu', { ...RRELU, inplace }, (v) =>
  aten(v.inplace ? 'rrelu_' : 'rrelu')(v.input, v.lower, v.upper, v.training),
);

/**
 * `rrelu_(input, lower = 1/8, upper = 1/3, training = false)`: {@link rrelu} in place.
 *
 * @throws TorchError if lower is above upper, or the input a leaf that requires a gradient
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.rrelu_.html
 * @example
 * nn.functional.rrelu_(torch.tensor([-1, 1.5]), 0.25, 0.75).tolist(); // [-0.5, 1.5]
 */
export const rrelu_ = define('rrelu_', RRELU, (v) => aten('rrelu_')(v.input, v.lower, v.upper, v.training));

/**
 * `hardtanh(input, minVal = -1, maxVal = 1, inplace = false)`: x, kept between minVal and maxVal.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if minVal is above maxVal
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardtanh.html
 * @example
 * nn.functional.hardtanh(torch.tensor([-2.5, 0.5, 3])).tolist(); // [-1, 0.5, 1]
 */
export const hardtanh = define('hardtanh', { input, minVal: float(-1), maxVal: float(1), inplace }, (v) => {
  if (v.minVal > v.maxVal) throw valueError('minVal cannot be greater than maxVal');
  return aten(v.inplace ? 'hardtanh_' : 'hardtanh')(v.input, v.minVal, v.maxVal);
});

/**
 * `hardtanh_(input, minVal = -1, maxVal = 1)`: {@link hardtanh} in place.
 *
 * @throws TorchError if the input is a leaf that requires a gradient
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardtanh_.html
 * @example
 * nn.functional.hardtanh_(torch.tensor([-2.5, 0.5])).tolist(); // [-1, 0.5]
 */
export const hardtanh_ = define('hardtanh_', { input, minVal: float(-1), maxVal: float(1) }, (v) =>
  aten('hardtanh_')(v.input, v.minVal, v.maxVal),
);

/**
 * `threshold(input, threshold, value, inplace = false)`: x above the threshold, `value` elsewhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.threshold.html
 * @example
 * nn.functional.threshold(torch.tensor([0.5, 1, 2]), 1, -7).tolist(); // [-7, -7, 2]
 */
export const threshold = define('threshold', { input, threshold: float(), value: float(), inplace }, (v) =>
  aten(v.inplace ? 'threshold_' : 'threshold')(v.input, v.threshold, v.value),
);

/**
 * `threshold_(input, threshold, value)`: {@link threshold} in place.
 *
 * @throws TorchError if the input is a leaf that requires a gradient
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.threshold_.html
 * @example
 * nn.functional.threshold_(torch.tensor([0.5, 1, 2]), 1, -7).tolist(); // [-7, -7, 2]
 */
export const threshold_ = define('threshold_', { input, threshold: float(), value: float() }, (v) =>
  aten('threshold_')(v.input, v.threshold, v.value),
);
