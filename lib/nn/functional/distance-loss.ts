import { sizeText } from '../../arguments/extents';
import type { Tensor } from '../../ops/tensor-methods';
import { aten, define } from './define';
import { REDUCTIONS, reduced, reduction } from './reduction';
import { runtimeError, valueError } from '../../errors';
import { bool, float, keyword, nullable, value } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Losses that compare two or three tensors with each other. `reduction` says what is returned: the 'mean' of the
 * losses, their 'sum', or with 'none' all of them.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#loss-functions
 */

const TWO = { input1: tensor(), input2: tensor(), target: tensor(), margin: float(0), reduction };

/**
 * `marginRankingLoss(input1, input2, target, margin = 0, reduction = 'mean')`: max(0, −y·(x₁ − x₂) + margin), where y
 * is 1 if x₁ should be the larger and −1 if x₂ should. All three have one shape.
 *
 * @throws TorchError if the numbers of dimensions differ or the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.margin_ranking_loss.html
 * @example
 * const [x1, x2] = [torch.tensor([0.5, 2]), torch.tensor([1.5, 1])];
 * nn.functional.marginRankingLoss(x1, x2, torch.tensor([1, 1]), 0.5, 'none').tolist(); // [1.5, 0]
 */
export const marginRankingLoss = define('marginRankingLoss', TWO, (v) => {
  if (v.input1.ndim !== v.input2.ndim || v.input1.ndim !== v.target.ndim) {
    throw runtimeError(
      `margin_ranking_loss : All input tensors should have same dimension but got sizes: ` +
        `input1: ${sizeText(v.input1.shape)}, input2: ${sizeText(v.input2.shape)}, target: ${sizeText(v.target.shape)} `,
    );
  }
  return aten('margin_ranking_loss')(v.input1, v.input2, v.target, v.margin, REDUCTIONS[v.reduction]);
});

/**
 * `cosineEmbeddingLoss(input1, input2, target, margin = 0, reduction = 'mean')`: 1 − cos(x₁, x₂) where y is 1, max(0,
 * cos(x₁, x₂) − margin) where y is −1. The inputs are `[N, D]` with a target `[N]`, or `[D]` with `[]`.
 *
 * @throws TorchError if the shapes do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.cosine_embedding_loss.html
 * @example
 * const [x1, x2] = [torch.tensor([[0.5, 0]]), torch.tensor([[0, 1.5]])];
 * nn.functional.cosineEmbeddingLoss(x1, x2, torch.tensor([1])).item(); // 1
 */
export const cosineEmbeddingLoss = define('cosineEmbeddingLoss', TWO, (v) =>
  aten('cosine_embedding_loss')(v.input1, v.input2, v.target, v.margin, REDUCTIONS[v.reduction]),
);

const TRIPLE = { anchor: tensor(), positive: tensor(), negative: tensor() };

/**
 * `tripletMarginLoss(anchor, positive, negative, margin = 1, p = 2, eps = 1e-6, swap = false, reduction = 'mean')`:
 * max(0, d(a, p) − d(a, n) + margin) for the p-norm of differences, to which eps is added. All three are `[N, D]` or
 * `[D]`. With `swap` the negative's distance is the smaller of those from the anchor and from the positive.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if margin is not above 0; if the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.triplet_margin_loss.html
 * @example
 * const [anchor, near, far] = [torch.tensor([[0.5, 0]]), torch.tensor([[0.5, 1]]), torch.tensor([[0.5, 1.5]])];
 * nn.functional.tripletMarginLoss(anchor, near, far).item(); // 0.5
 */
export const tripletMarginLoss = define(
  'tripletMarginLoss',
  { ...TRIPLE, margin: float(1), p: float(2), eps: float(1e-6), swap: bool(false), reduction },
  (v) => {
    if (v.margin <= 0) throw valueError(`margin must be greater than 0, got ${v.margin}`);
    return aten('triplet_margin_loss')(
      ...[v.anchor, v.positive, v.negative, v.margin, v.p, v.eps, v.swap, REDUCTIONS[v.reduction]],
    );
  },
);

/** A distance of two tensors of one shape, row by row. */
export type Distance = (a: Tensor, b: Tensor) => Tensor;

/**
 * `tripletMarginWithDistanceLoss(anchor, positive, negative, distanceFunction = null, margin = 1, swap = false,
 * reduction = 'mean')`: {@link tripletMarginLoss} with a distance of your own; without one it is the Euclidean distance
 * over the last dimension.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if margin is not above 0; if the numbers of dimensions differ
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.triplet_margin_with_distance_loss.html
 * @example
 * const [anchor, near, far] = [torch.tensor([[0.5, 0]]), torch.tensor([[0.5, 1]]), torch.tensor([[0.5, 1.5]])];
 * const distanceFunction = (a: torch.Tensor, b: torch.Tensor) => a.sub(b).abs().sum(-1);
 * nn.functional.tripletMarginWithDistanceLoss(anchor, near, far, { distanceFunction }).item(); // 0.5
 */
export const tripletMarginWithDistanceLoss = define(
  'tripletMarginWithDistanceLoss',
  {
    ...TRIPLE,
    distanceFunction: keyword(nullable(value<Distance>('a function', (v) => typeof v === 'function'))),
    ...{ margin: float(1), swap: bool(false), reduction },
  },
  (v) => {
    if (v.margin <= 0) throw valueError(`margin must be greater than 0, got ${v.margin}`);
    if (v.anchor.ndim !== v.positive.ndim || v.positive.ndim !== v.negative.ndim) {
      throw runtimeError(
        'The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: ' +
          `anchor ${v.anchor.ndim}D, positive ${v.positive.ndim}D, and negative ${v.negative.ndim}D inputs`,
      );
    }
    const distance = v.distanceFunction ?? ((a: Tensor, b: Tensor) => aten('pairwise_distance')(a, b));
    const near = distance(v.anchor, v.positive);
    let far = distance(v.anchor, v.negative);
    if (v.swap) far = aten('minimum')(far, distance(v.positive, v.negative));
    const loss = aten('clamp_min')(aten('sub')(aten('add')(near, v.margin), far), 0);
    return reduced(loss, v.reduction);
  },
);
