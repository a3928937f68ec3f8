import { aten, define } from './define';
import { input, plain } from './elementwise';
import { valueError } from '../../errors';
import { choice, float, int } from '../../arguments/fields';

/**
 * Smooth activations and gates. All but `glu` work on each element by itself: the result has the input's shape and
 * dtype. With `inplace: true` the input itself is changed and returned.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#non-linear-activation-functions
 */

/**
 * `silu(input, inplace = false)`: x·σ(x), also called swish.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.silu.html
 * @example
 * nn.functional.silu(torch.tensor([-1, 0, 1.5])).tolist(); // [-0.2689, 0, 1.2264]
 */
export const silu = plain('silu');

/**
 * `mish(input, inplace = false)`: x·tanh(softplus(x)).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.mish.html
 * @example
 * nn.functional.mish(torch.tensor([-1, 0, 1.5])).tolist(); // [-0.3034, 0, 1.4034]
 */
export const mish = plain('mish');

/**
 * `hardsigmoid(input, inplace = false)`: x/6 + 1/2, kept between 0 and 1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardsigmoid.html
 * @example
 * nn.functional.hardsigmoid(torch.tensor([-4, 0, 1.5])).tolist(); // [0, 0.5, 0.75]
 */
export const hardsigmoid = plain('hardsigmoid');

/**
 * `hardswish(input, inplace = false)`: x·hardsigmoid(x).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardswish.html
 * @example
 * nn.functional.hardswish(torch.tensor([-4, 0, 1.5])).tolist(); // [0, 0, 1.125]
 */
export const hardswish = plain('hardswish');

/**
 * `tanh(input)`: the hyperbolic tangent. Integers become float32.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.tanh.html
 * @example
 * nn.functional.tanh(torch.tensor([-1, 0, 1.5])).tolist(); // [-0.7616, 0, 0.9051]
 */
export const tanh = define('tanh', { input }, (v) => aten('tanh')(v.input));

/**
 * `sigmoid(input)`: 1/(1 + e⁻ˣ). Integers become float32.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.sigmoid.html
 * @example
 * nn.functional.sigmoid(torch.tensor([-1, 0, 1.5])).tolist(); // [0.2689, 0.5, 0.8176]
 */
export const sigmoid = define('sigmoid', { input }, (v) => aten('sigmoid')(v.input));

/**
 * `logsigmoid(input)`: log σ(x), without the loss of digits of log after sigmoid.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.logsigmoid.html
 * @example
 * nn.functional.logsigmoid(torch.tensor([-1, 0, 1.5])).tolist(); // [-1.3133, -0.6931, -0.2014]
 */
export const logsigmoid = define('logsigmoid', { input }, (v) => aten('log_sigmoid')(v.input));

/**
 * `softsign(input)`: x/(1 + |x|).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softsign.html
 * @example
 * nn.functional.softsign(torch.tensor([-1, 0, 1.5])).tolist(); // [-0.5, 0, 0.6]
 */
export const softsign = define('softsign', { input }, (v) =>
  aten('div')(v.input, aten('add')(aten('abs')(v.input), 1)),
);

/**
 * `tanhshrink(input)`: x − tanh(x).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.tanhshrink.html
 * @example
 * nn.functional.tanhshrink(torch.tensor([-1, 0, 1.5])).tolist(); // [-0.2384, 0, 0.5949]
 */
export const tanhshrink = define('tanhshrink', { input }, (v) => aten('sub')(v.input, aten('tanh')(v.input)));

/**
 * `softshrink(input, lambd = 0.5)`: x moved towards 0 by lambd, and 0 where it is nearer than that.
 *
 * @throws TorchError if lambd is below 0
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softshrink.html
 * @example
 * nn.functional.softshrink(torch.tensor([-1, 0.25, 1.5])).tolist(); // [-0.5, 0, 1]
 */
export const softshrink = define('softshrink', { input, lambd: float(0.5) }, (v) =>
  aten('softshrink')(v.input, v.lambd),
);

/**
 * `hardshrink(input, lambd = 0.5)`: x, or 0 where it is nearer to 0 than lambd.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardshrink.html
 * @example
 * nn.functional.hardshrink(torch.tensor([-1, 0.25, 1.5])).tolist(); // [-1, 0, 1.5]
 */
export const hardshrink = define('hardshrink', { input, lambd: float(0.5) }, (v) =>
  aten('hardshrink')(v.input, v.lambd),
);

/**
 * `softplus(input, beta = 1, threshold = 20)`: log(1 + e^(beta·x))/beta, and x itself where beta·x is above the
 * threshold.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softplus.html
 * @example
 * nn.functional.softplus(torch.tensor([-1, 0, 21.5])).tolist(); // [0.3133, 0.6931, 21.5]
 */
export const softplus = define('softplus', { input, beta: float(1), threshold: float(20) }, (v) =>
  aten('softplus')(v.input, v.beta, v.threshold),
);

/**
 * `gelu(input, approximate = 'none')`: x·Φ(x), where Φ is the distribution function of the standard normal
 * distribution; 'tanh' approximates it.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.gelu.html
 * @example
 * nn.functional.gelu(torch.tensor([-1, 0, 1.5])).tolist(); // [-0.1587, 0, 1.3998]
 * nn.functional.gelu(torch.tensor([-1, 0, 1.5]), 'tanh').tolist(); // [-0.1588, 0, 1.3996]
 */
export const gelu = define('gelu', { input, approximate: choice(['none', 'tanh'], 'none') }, (v) =>
  v.approximate === 'none' ? aten('gelu')(v.input) : aten('gelu')(v.input, { approximate: v.approximate }),
);

/**
 * `glu(input, dim = -1)`: a·σ(b), where a and b are the halves of the input along `dim`, which becomes half as long.
 *
 * @throws TorchError if `dim` has an odd size; (`ERR_TORCH_VALUE`) if the input has no dimensions
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.glu.html
 * @example
 * nn.functional.glu(torch.tensor([[1.5, 2, 0, 1]])).tolist(); // [[0.75, 1.4621]]
 */
export const glu = define('glu', { input, dim: int(-1) }, (v) => {
  if (v.input.ndim === 0) throw valueError('glu does not support scalars because halving size must be even');
  return aten('glu')(v.input, v.dim);
});
