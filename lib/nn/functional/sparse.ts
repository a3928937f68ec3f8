import type { Tensor } from '../../ops/tensor-methods';
import { embeddingBag as MODES } from '../../native/codes';
import { withoutGrad } from '../../native/grad-mode';
import { explainIndex } from '../failures';
import { aten, atenMany, define } from './define';
import { runtimeError, valueError } from '../../errors';
import { bool, choice, float, int, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Embeddings and dropout.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#sparse-functions
 */

const NORM = { maxNorm: nullable(float()), normType: float(2), scaleGradByFreq: bool(false) };

function renormalize(weight: Tensor, indices: Tensor, maxNorm: number, normType: number): void {
  withoutGrad(() => aten('embedding_renorm_')(aten('detach')(weight), indices, maxNorm, normType));
}

/**
 * `embedding(input, weight, paddingIdx = null, maxNorm = null, normType = 2, scaleGradByFreq = false, sparse = false)`:
 * rows of `weight`, `[V, D]`, by int32 or int64 indices of any shape `[*]`: `[*, D]`. The row `paddingIdx` gets no
 * gradient. `maxNorm` first shortens the rows in use to that norm, in place. `sparse` makes the gradient a sparse
 * tensor.
 *
 * @throws TorchIndexError if an index is not below V; TorchError (`ERR_TORCH_VALUE`) if paddingIdx is not
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.embedding.html
 * @example
 * const weight = torch.tensor([[1, 2], [3, 4.5]]);
 * nn.functional.embedding(torch.tensor([1, 0, 1]), weight).tolist(); // [[3, 4.5], [1, 2], [3, 4.5]]
 */
export const embedding = define(
  'embedding',
  { input: tensor(), weight: tensor(), paddingIdx: nullable(int()), ...NORM, sparse: bool(false) },
  (v) => {
    const rows = v.weight.shape[0] ?? 0;
    let padding = v.paddingIdx ?? -1;
    if (v.paddingIdx !== null) {
      if (v.paddingIdx >= rows || v.paddingIdx < -rows) throw valueError('paddingIdx must be within numEmbeddings');
      if (padding < 0) padding += rows;
    }
    try {
      const indices = v.maxNorm === null ? v.input : aten('contiguous')(v.input);
      if (v.maxNorm !== null) renormalize(v.weight, indices, v.maxNorm, v.normType);
      return aten('embedding')(v.weight, indices, padding, v.scaleGradByFreq, v.sparse);
    } catch (error) {
      throw explainIndex(error, v.input, rows);
    }
  },
);

/**
 * `embeddingBag(input, weight, offsets = null, maxNorm = null, normType = 2, scaleGradByFreq = false, mode = 'mean',
 * sparse = false, perSampleWeights = null, includeLastOffset = false, paddingIdx = null)`: the 'sum', 'mean' or 'max'
 * of the embeddings of each bag, `[bags, D]`. A bag is a row of `input`, `[bags, n]`, or begins at an offset of
 * `input`, `[n]`; with `includeLastOffset` the last offset is the end. `perSampleWeights`, of the input's shape, go
 * with 'sum'. The index `paddingIdx` does not count.
 *
 * @throws TorchIndexError if an index is not below the number of rows; TorchError (`ERR_TORCH_VALUE`) if shapes or
 * options do not fit each other
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.embedding_bag.html
 * @example
 * const weight = torch.tensor([[1, 2], [3, 4.5]]);
 * nn.functional.embeddingBag(torch.tensor([[0, 1]]), weight).tolist(); // [[2, 3.25]]
 * nn.functional.embeddingBag(torch.tensor([0, 1, 1]), weight, torch.tensor([0, 1]), { mode: 'sum' }).tolist(); // [[1, 2], [6, 9]]
 */
export const embeddingBag = define(
  'embeddingBag',
  {
    ...{ input: tensor(), weight: tensor(), offsets: nullable(tensor()), ...NORM },
    ...{ mode: choice(['sum', 'mean', 'max'], 'mean'), sparse: bool(false), perSampleWeights: nullable(tensor()) },
    ...{ includeLastOffset: bool(false), paddingIdx: nullable(int()) },
  },
  (v) => {
    let { input, offsets, perSampleWeights: weights, includeLastOffset } = v;
    checkBag(v);
    if (input.ndim === 2) {
      if (offsets) throw valueError('if input is 2D, then offsets has to be null, as the rows are the bags');
      const options = { dtype: input.dtype, device: input.device };
      offsets = aten('arange')(0, input.numel(), input.shape[1], options);
      includeLastOffset = false;
      input = aten('reshape')(input, [-1]);
      weights &&= aten('reshape')(weights, [-1]);
    }
    try {
      if (v.maxNorm !== null) renormalize(v.weight, input, v.maxNorm, v.normType);
      const args = [v.scaleGradByFreq, MODES[v.mode], v.sparse, weights, includeLastOffset, v.paddingIdx];
      return atenMany('embedding_bag')(v.weight, input, offsets, ...args)[0] as Tensor;
    } catch (error) {
      throw explainIndex(error, input, v.weight.shape[0] ?? 0);
    }
  },
);

interface Bag {
  readonly input: Tensor;
  readonly weight: Tensor;
  readonly offsets: Tensor | null;
  readonly perSampleWeights: Tensor | null;
  readonly mode: string;
  readonly scaleGradByFreq: boolean;
  readonly sparse: boolean;
}

function checkBag({ input, weight, offsets, perSampleWeights: weights, mode, scaleGradByFreq, sparse }: Bag): void {
  if (weights && weights.shape.join() !== input.shape.join()) {
    throw valueError('embeddingBag: perSampleWeights must have the same shape as the input');
  }
  if (weight.ndim !== 2) throw valueError(`weight has to be a 2D Tensor, but got Tensor of dimension ${weight.ndim}`);
  if (input.ndim !== 1 && input.ndim !== 2) {
    throw valueError(`input has to be 1D or 2D Tensor, but got Tensor of dimension ${input.ndim}`);
  }
  if (input.ndim === 1 && offsets?.ndim !== 1) throw valueError('offsets has to be a 1D Tensor');
  if (mode === 'max' && scaleGradByFreq) {
    throw valueError('max mode does not support scaling the gradient by the frequency');
  }
  if (mode === 'max' && sparse) throw valueError('max mode does not support sparse weights');
  if (weights && mode !== 'sum') {
    throw runtimeError(`embeddingBag: perSampleWeights is only supported for mode='sum' (got mode='${mode}')`);
  }
}

const DROPOUT = { input: tensor(), p: float(0.5), training: bool(true), inplace: bool(false) };

function dropping(
  name: 'dropout' | `dropout${1 | 2 | 3}d`,
  operator: string,
  prepare?: (input: Tensor) => Tensor,
  finish?: (x: Tensor) => Tensor,
) {
  return define(name, DROPOUT, (v) => {
    if (!(v.p >= 0 && v.p <= 1)) throw valueError(`dropout probability has to be between 0 and 1, but got ${v.p}`);
    const input = prepare ? prepare(v.input) : v.input;
    const output = aten(v.inplace ? `${operator}_` : operator)(input, v.p, v.training);
    return finish && v.input.ndim === 2 ? finish(output) : output;
  });
}

/**
 * `dropout(input, p = 0.5, training = true, inplace = false)`: each element becomes 0 with probability p, the others
 * grow by 1/(1 − p); x itself unless training. The shape stays.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if p lies outside [0, 1]
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.dropout.html
 * @example
 * nn.functional.dropout(torch.ones([2]), { p: 1 }).tolist(); // [0, 0]
 * nn.functional.dropout(torch.ones([2]), { training: false }).tolist(); // [1, 1]
 */
export const dropout = dropping('dropout', 'dropout');

/**
 * `alphaDropout(input, p = 0.5, training = false, inplace = false)`: dropout for `selu`: what is dropped becomes −λ·α,
 * and the result is scaled so that a mean of 0 and a variance of 1 stay.
 *
 * @throws TorchError if p lies outside [0, 1]
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.alpha_dropout.html
 * @example
 * nn.functional.alphaDropout(torch.ones([2]), { p: 0.5 }).tolist(); // [1, 1]
 */
export const alphaDropout = define('alphaDropout', { ...DROPOUT, training: bool(false) }, (v) =>
  aten(v.inplace ? 'alpha_dropout_' : 'alpha_dropout')(v.input, v.p, v.training),
);

/**
 * `featureAlphaDropout(input, p = 0.5, training = false, inplace = false)`: `alphaDropout` of whole channels of
 * `[N, C, *]`.
 *
 * @throws TorchError if p lies outside [0, 1]
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.feature_alpha_dropout.html
 * @example
 * nn.functional.featureAlphaDropout(torch.ones([1, 2, 1])).tolist(); // [[[1], [1]]]
 */
export const featureAlphaDropout = define('featureAlphaDropout', { ...DROPOUT, training: bool(false) }, (v) =>
  aten(v.inplace ? 'feature_alpha_dropout_' : 'feature_alpha_dropout')(v.input, v.p, v.training),
);

/**
 * `dropout2d(input, p = 0.5, training = true, inplace = false)`: whole channels of `[N, C, H, W]` become 0 with
 * probability p, the others grow by 1/(1 − p).
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if p lies outside [0, 1]
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.dropout2d.html
 * @example
 * nn.functional.dropout2d(torch.ones([1, 2, 1, 1]), 1).tolist(); // [[[[0]], [[0]]]]
 */
export const dropout2d = dropping('dropout2d', 'feature_dropout');

/**
 * `dropout3d(input, p = 0.5, training = true, inplace = false)`: `dropout2d` for `[N, C, D, H, W]`.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if p lies outside [0, 1]
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.dropout3d.html
 * @example
 * nn.functional.dropout3d(torch.ones([1, 2, 1, 1, 1]), 1).tolist(); // [[[[[0]]], [[[0]]]]]
 */
export const dropout3d = dropping('dropout3d', 'feature_dropout');

/**
 * `dropout1d(input, p = 0.5, training = true, inplace = false)`: `dropout2d` for `[N, C, L]` or `[C, L]`.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if p lies outside [0, 1]; if the input has neither 2 nor 3 dimensions
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.dropout1d.html
 * @example
 * nn.functional.dropout1d(torch.ones([2, 1]), 1).tolist(); // [[0], [0]]
 */
export const dropout1d = dropping(
  'dropout1d',
  'feature_dropout',
  (input) => {
    if (input.ndim !== 2 && input.ndim !== 3) {
      throw runtimeError(`dropout1d: Expected 2D or 3D input, but received a ${input.ndim}D input.`);
    }
    return input.ndim === 2 ? aten('unsqueeze')(input, 0) : input;
  },
  (output) => aten('squeeze')(output, 0),
);
