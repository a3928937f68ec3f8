import type { Tensor } from '../../tensor-methods';
import { withoutGrad } from '../convert';
import { explainIndex, runtimeError, valueError } from '../failures';
import { bool, choice, float, int, nullable, tensor } from '../options';
import { aten, atenMany, define } from './define';

/**
 * Embeddings and dropout.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#sparse-functions
 */

const NORM = { maxNorm: nullable(float()), normType: float(2), scaleGradByFreq: bool(false) };

function renormalise(weight: Tensor, indices: Tensor, maxNorm: number, normType: number): void {
  withoutGrad(() => aten('embedding_renorm_')(aten('detach')(weight), indices, maxNorm, normType));
}

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
      if (v.maxNorm !== null) renormalise(v.weight, indices, v.maxNorm, v.normType);
      return aten('embedding')(v.weight, indices, padding, v.scaleGradByFreq, v.sparse);
    } catch (error) {
      throw explainIndex(error, v.input, rows);
    }
  },
);

const MODES = { sum: 0, mean: 1, max: 2 } as const;

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
      if (v.maxNorm !== null) renormalise(v.weight, input, v.maxNorm, v.normType);
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

function dropping(name: string, operator: string, prepare?: (input: Tensor) => Tensor, finish?: (x: Tensor) => Tensor) {
  return define(name, DROPOUT, (v) => {
    if (!(v.p >= 0 && v.p <= 1)) throw valueError(`dropout probability has to be between 0 and 1, but got ${v.p}`);
    const input = prepare ? prepare(v.input) : v.input;
    const output = aten(v.inplace ? `${operator}_` : operator)(input, v.p, v.training);
    return finish && v.input.ndim === 2 ? finish(output) : output;
  });
}

export const dropout = dropping('dropout', 'dropout');
export const alphaDropout = define('alphaDropout', { ...DROPOUT, training: bool(false) }, (v) =>
  aten(v.inplace ? 'alpha_dropout_' : 'alpha_dropout')(v.input, v.p, v.training),
);
export const featureAlphaDropout = define('featureAlphaDropout', { ...DROPOUT, training: bool(false) }, (v) =>
  aten(v.inplace ? 'feature_alpha_dropout_' : 'feature_alpha_dropout')(v.input, v.p, v.training),
);
export const dropout2d = dropping('dropout2d', 'feature_dropout');
export const dropout3d = dropping('dropout3d', 'feature_dropout');
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

/** `softmax(query·keyᵀ·scale + mask)·value`, by the fastest kernel that fits. */
export const scaledDotProductAttention = define(
  'scaledDotProductAttention',
  {
    ...{ query: tensor(), key: tensor(), value: tensor(), attnMask: nullable(tensor()), dropoutP: float(0) },
    ...{ isCausal: bool(false), scale: nullable(float()), enableGqa: bool(false) },
  },
  (v) =>
    aten('scaled_dot_product_attention')(v.query, v.key, v.value, v.attnMask, v.dropoutP, v.isCausal, {
      scale: v.scale,
      enableGqa: v.enableGqa,
    }),
);
