import type { Tensor } from '../../ops/tensor-methods';
import { contiguousFormat as legacyContiguous } from '../../tensor/layout';
import { aten, define, dtype, impliedDim } from './define';
import { bool, float, int, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Distributions over one dimension. The result has the input's shape; `dtype` is the type that the input is converted
 * to before anything is computed.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#non-linear-activation-functions
 */

const OVER_DIM = { input: tensor(), dim: nullable(int()), dtype };

/**
 * `softmax(input, dim = null, dtype = null)`: eˣ, divided by its sum over `dim`. Without a `dim` it is 0 for tensors of
 * 0, 1 and 3 dimensions and 1 for others, which Python has deprecated.
 *
 * @throws TorchIndexError if there is no such dimension
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softmax.html
 * @example
 * nn.functional.softmax(torch.tensor([0, 1.5, 3]), 0).tolist(); // [0.0391, 0.1753, 0.7856]
 */
export const softmax = define('softmax', OVER_DIM, (v) =>
  aten('softmax')(v.input, v.dim ?? impliedDim(v.input), v.dtype),
);

/**
 * `logSoftmax(input, dim = null, dtype = null)`: the logarithm of {@link softmax}, faster and with more digits than log
 * after softmax.
 *
 * @throws TorchIndexError if there is no such dimension
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.log_softmax.html
 * @example
 * nn.functional.logSoftmax(torch.tensor([0, 1.5, 3]), 0).tolist(); // [-3.2413, -1.7413, -0.2413]
 */
export const logSoftmax = define('logSoftmax', OVER_DIM, (v) =>
  aten('log_softmax')(v.input, v.dim ?? impliedDim(v.input), v.dtype),
);

/**
 * `softmin(input, dim = null, dtype = null)`: {@link softmax} of −x.
 *
 * @throws TorchIndexError if there is no such dimension
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softmin.html
 * @example
 * nn.functional.softmin(torch.tensor([0, 1.5, 3]), 0).tolist(); // [0.7856, 0.1753, 0.0391]
 */
export const softmin = define('softmin', OVER_DIM, (v) =>
  aten('softmax')(aten('neg')(v.input), v.dim ?? impliedDim(v.input), v.dtype),
);

function gumbelNoise(like: Tensor): Tensor {
  const noise = aten('empty_like')(like, { memoryFormat: legacyContiguous });
  return aten('neg')(aten('log')(aten('exponential_')(noise)));
}

/** One-hot where `soft` is largest, with the gradient of `soft`. */
function straightThrough(soft: Tensor, dim: number): Tensor {
  const index = (aten('max') as unknown as (...args: unknown[]) => [Tensor, Tensor])(soft, dim, true)[1];
  const zeros = aten('zeros_like')(soft, { memoryFormat: legacyContiguous });
  const oneHot = aten('scatter_')(zeros, dim, index, 1);
  return aten('add')(aten('sub')(oneHot, aten('detach')(soft)), soft);
}

/**
 * `gumbelSoftmax(logits, tau = 1, hard = false, eps = 1e-10, dim = -1)`: samples of the Gumbel-Softmax distribution
 * along `dim`: softmax((logits + Gumbel noise)/tau). `hard` ones are one-hot, with the gradient of soft ones. `eps`
 * does nothing, as in Python.
 *
 * @throws TorchIndexError if there is no such dimension
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.gumbel_softmax.html
 * @example
 * nn.functional.gumbelSoftmax(torch.tensor([0, 50.5, 0]), { hard: true }).tolist(); // [0, 1, 0]
 */
export const gumbelSoftmax = define(
  'gumbelSoftmax',
  { logits: tensor(), tau: float(1), hard: bool(false), eps: float(1e-10), dim: int(-1) },
  ({ logits, tau, hard, dim }) => {
    const soft = aten('softmax')(aten('div')(aten('add')(logits, gumbelNoise(logits)), tau), dim);
    return hard ? straightThrough(soft, dim) : soft;
  },
);
