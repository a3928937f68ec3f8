import type { Tensor } from '../../tensor-methods';
import { valueError } from '../failures';
import { bool, choice, float, int, nullable, tensor, value } from '../options';
import { DType } from '../../dtype';
import { contiguousFormat as legacyContiguous } from '../../enums';
import { aten, define } from './define';

/**
 * Activation functions: Python's `torch.nn.functional` in camelCase. With `inplace: true` they change their input.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#non-linear-activation-functions
 */

const inplace = bool(false);
const input = tensor();

/** A function with an in-place form and no options but that. */
function plain(name: string, operator = name) {
  return define(name, { input, inplace }, (v) => aten(v.inplace ? `${operator}_` : operator)(v.input));
}

export const relu = plain('relu');
export const relu6 = plain('relu6');
export const selu = plain('selu');
export const silu = plain('silu');
export const mish = plain('mish');
export const hardsigmoid = plain('hardsigmoid');
export const hardswish = plain('hardswish');
export const relu_ = (x: Tensor): Tensor => aten('relu_')(x);
export const selu_ = (x: Tensor): Tensor => aten('selu_')(x);
export const tanh = (x: Tensor): Tensor => aten('tanh')(x);
export const sigmoid = (x: Tensor): Tensor => aten('sigmoid')(x);
export const logsigmoid = (x: Tensor): Tensor => aten('log_sigmoid')(x);
export const softsign = (x: Tensor): Tensor => aten('div')(x, aten('add')(aten('abs')(x), 1));
export const tanhshrink = (x: Tensor): Tensor => aten('sub')(x, aten('tanh')(x));

export const elu = define('elu', { input, alpha: float(1), inplace }, (v) =>
  aten(v.inplace ? 'elu_' : 'elu')(v.input, v.alpha),
);
export const elu_ = define('elu_', { input, alpha: float(1) }, (v) => aten('elu_')(v.input, v.alpha));

export const celu = define('celu', { input, alpha: float(1), inplace }, (v) =>
  aten(v.inplace ? 'celu_' : 'celu')(v.input, v.alpha),
);
export const celu_ = define('celu_', { input, alpha: float(1) }, (v) => aten('celu_')(v.input, v.alpha));

export const leakyRelu = define('leakyRelu', { input, negativeSlope: float(0.01), inplace }, (v) =>
  aten(v.inplace ? 'leaky_relu_' : 'leaky_relu')(v.input, v.negativeSlope),
);
export const leakyRelu_ = define('leakyRelu_', { input, negativeSlope: float(0.01) }, (v) =>
  aten('leaky_relu_')(v.input, v.negativeSlope),
);

export const hardtanh = define('hardtanh', { input, minVal: float(-1), maxVal: float(1), inplace }, (v) => {
  if (v.minVal > v.maxVal) throw valueError('minVal cannot be greater than maxVal');
  return aten(v.inplace ? 'hardtanh_' : 'hardtanh')(v.input, v.minVal, v.maxVal);
});
export const hardtanh_ = define('hardtanh_', { input, minVal: float(-1), maxVal: float(1) }, (v) =>
  aten('hardtanh_')(v.input, v.minVal, v.maxVal),
);

export const threshold = define('threshold', { input, threshold: float(), value: float(), inplace }, (v) =>
  aten(v.inplace ? 'threshold_' : 'threshold')(v.input, v.threshold, v.value),
);
export const threshold_ = define('threshold_', { input, threshold: float(), value: float() }, (v) =>
  aten('threshold_')(v.input, v.threshold, v.value),
);

const RRELU = { input, lower: float(1 / 8), upper: float(1 / 3), training: bool(false) };
export const rrelu = define('rrelu', { ...RRELU, inplace }, (v) =>
  aten(v.inplace ? 'rrelu_' : 'rrelu')(v.input, v.lower, v.upper, v.training),
);
export const rrelu_ = define('rrelu_', RRELU, (v) => aten('rrelu_')(v.input, v.lower, v.upper, v.training));

export const glu = define('glu', { input, dim: int(-1) }, (v) => {
  if (v.input.ndim === 0) throw valueError('glu does not support scalars because halving size must be even');
  return aten('glu')(v.input, v.dim);
});

export const gelu = define('gelu', { input, approximate: choice(['none', 'tanh'], 'none') }, (v) =>
  aten('gelu')(v.input, { approximate: v.approximate }),
);
export const softplus = define('softplus', { input, beta: float(1), threshold: float(20) }, (v) =>
  aten('softplus')(v.input, v.beta, v.threshold),
);
export const softshrink = define('softshrink', { input, lambd: float(0.5) }, (v) =>
  aten('softshrink')(v.input, v.lambd),
);
export const hardshrink = define('hardshrink', { input, lambd: float(0.5) }, (v) =>
  aten('hardshrink')(v.input, v.lambd),
);
export const prelu = define('prelu', { input, weight: tensor() }, (v) => aten('prelu')(v.input, v.weight));

const dtype = nullable(value<DType>('a dtype', (v) => v instanceof DType));
const OVER_DIM = { input, dim: nullable(int()), dtype };

/** Python's choice where no dim was given. */
export function impliedDim(x: Tensor): number {
  return [0, 1, 3].includes(x.ndim) ? 0 : 1;
}

export const softmax = define('softmax', OVER_DIM, (v) =>
  aten('softmax')(v.input, v.dim ?? impliedDim(v.input), v.dtype),
);
export const logSoftmax = define('logSoftmax', OVER_DIM, (v) =>
  aten('log_softmax')(v.input, v.dim ?? impliedDim(v.input), v.dtype),
);
export const softmin = define('softmin', OVER_DIM, (v) =>
  aten('softmax')(aten('neg')(v.input), v.dim ?? impliedDim(v.input), v.dtype),
);

/** Samples of the Gumbel-Softmax distribution; `hard` ones are one-hot, with the gradient of soft ones. */
export const gumbelSoftmax = define(
  'gumbelSoftmax',
  { logits: tensor(), tau: float(1), hard: bool(false), eps: float(1e-10), dim: int(-1) },
  ({ logits, tau, hard, dim }) => {
    const noise = aten('empty_like')(logits, { memoryFormat: legacyContiguous });
    const gumbels = aten('neg')(aten('log')(aten('exponential_')(noise)));
    const soft = aten('softmax')(aten('div')(aten('add')(logits, gumbels), tau), dim);
    if (!hard) return soft;
    const index = (aten('max') as unknown as (...args: unknown[]) => [Tensor, Tensor])(soft, dim, true)[1];
    const zeros = aten('zeros_like')(logits, { memoryFormat: legacyContiguous });
    const oneHot = aten('scatter_')(zeros, dim, index, 1);
    return aten('add')(aten('sub')(oneHot, aten('detach')(soft)), soft);
  },
);
