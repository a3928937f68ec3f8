import { sizeText } from '../../arguments/extents';
import type { Tensor } from '../../ops/tensor-methods';
import { explainLabel } from '../failures';
import { aten, define } from './define';
import { PAIR, REDUCTIONS, reduced, reduction, sameSize, weight } from './reduction';
import { valueError } from '../../errors';
import { bool, either, float, int, listOfInts, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Losses between scores and labels. N counts the batch, C the classes; `*` are further dimensions, such as those of an
 * image. `reduction` says what is returned: the 'mean' of the losses, their 'sum', or with 'none' all of them.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#loss-functions
 */

const CLASSES = { ...PAIR, weight, ignoreIndex: int(-100), reduction };

function withLabels(input: Tensor, body: () => Tensor): Tensor {
  try {
    return body();
  } catch (error) {
    throw explainLabel(error, input);
  }
}

/**
 * `nllLoss(input, target, weight = null, ignoreIndex = -100, reduction = 'mean')`: −x[y], the negative log-likelihood
 * of label y. `input` is `[N, C, *]` or `[C]`, logarithms of probabilities; `target` `[N, *]` or `[]`, int64 labels
 * below C. `weight`, `[C]`, weighs the classes, and the mean is divided by the sum of the weights that were used.
 * Labels that are `ignoreIndex` do not count.
 *
 * @throws TorchIndexError if a label is not below C; TorchError if the shapes do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.nll_loss.html
 * @example
 * nn.functional.nllLoss(torch.tensor([[-0.5, -1], [-2, -0.25]]), torch.tensor([0, 1])).item(); // 0.375
 */
export const nllLoss = define('nllLoss', CLASSES, (v) =>
  withLabels(v.input, () => aten('nll_loss_nd')(v.input, v.target, v.weight, REDUCTIONS[v.reduction], v.ignoreIndex)),
);

/**
 * `crossEntropy(input, target, weight = null, ignoreIndex = -100, reduction = 'mean', labelSmoothing = 0)`: {@link
 * nllLoss} of the log-softmax of scores. `input` is `[N, C, *]` or `[C]`; `target` either int64 labels, `[N, *]` or
 * `[]`, or probabilities of the input's shape and dtype. `labelSmoothing`, 0 to 1, is how much of the target is spread
 * over all classes.
 *
 * @throws TorchIndexError if a label is not below C; TorchError if the shapes do not fit, or labelSmoothing lies outside
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.cross_entropy.html
 * @example
 * nn.functional.crossEntropy(torch.tensor([[1.5, 0, 0]]), torch.tensor([0])).item(); // 0.3690
 * nn.functional.crossEntropy(torch.tensor([[1.5, 0, 0]]), torch.tensor([[0.5, 0.5, 0]])).item(); // 1.1190
 */
export const crossEntropy = define('crossEntropy', { ...CLASSES, labelSmoothing: float(0) }, (v) =>
  withLabels(v.input, () =>
    aten('cross_entropy_loss')(
      ...[v.input, v.target, v.weight, REDUCTIONS[v.reduction], v.ignoreIndex, v.labelSmoothing],
    ),
  ),
);

/**
 * `binaryCrossEntropy(input, target, weight = null, reduction = 'mean')`: −(y·log x + (1 − y)·log(1 − x)) of
 * probabilities x, where logarithms are kept above −100. `target` has the input's shape; `weight` multiplies the
 * elements and is broadcast.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if the shapes differ; if an input lies outside [0, 1]
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.binary_cross_entropy.html
 * @example
 * nn.functional.binaryCrossEntropy(torch.tensor([0.5, 0.75]), torch.tensor([0, 1]).float(), null, 'none').tolist(); // [0.6931, 0.2877]
 */
export const binaryCrossEntropy = define('binaryCrossEntropy', { ...PAIR, weight, reduction }, (v) => {
  if (!sameSize(v.target, v.input)) {
    throw valueError(
      `Using a target size (${sizeText(v.target.shape)}) that is different to the input size (${sizeText(v.input.shape)}) ` +
        'is deprecated. Please ensure they have the same size.',
    );
  }
  const expanded = v.weight && aten('expand')(v.weight, broadcastShape(v.target.shape, v.weight.shape));
  return aten('binary_cross_entropy')(v.input, v.target, expanded, REDUCTIONS[v.reduction]);
});

function broadcastShape(a: readonly number[], b: readonly number[]): number[] {
  const length = Math.max(a.length, b.length);
  const at = (shape: readonly number[], i: number): number => shape[i - (length - shape.length)] ?? 1;
  return Array.from({ length }, (_, i) => Math.max(at(a, i), at(b, i)));
}

/**
 * `binaryCrossEntropyWithLogits(input, target, weight = null, reduction = 'mean', posWeight = null)`: {@link
 * binaryCrossEntropy} of the sigmoid of scores, which cannot overflow. `target` has the input's shape; `weight`
 * multiplies the elements, `posWeight` what positive labels cost, and both are broadcast.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if the shapes differ
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.binary_cross_entropy_with_logits.html
 * @example
 * nn.functional.binaryCrossEntropyWithLogits(torch.tensor([0, 1.5]), torch.tensor([0, 1]).float()).item(); // 0.4473
 */
export const binaryCrossEntropyWithLogits = define(
  'binaryCrossEntropyWithLogits',
  { ...PAIR, weight, reduction, posWeight: nullable(tensor()) },
  (v) => {
    if (!sameSize(v.target, v.input)) {
      throw valueError(
        `Target size (${sizeText(v.target.shape)}) must be the same as input size (${sizeText(v.input.shape)})`,
      );
    }
    return aten('binary_cross_entropy_with_logits')(
      ...[v.input, v.target, v.weight, v.posWeight, REDUCTIONS[v.reduction]],
    );
  },
);

/**
 * `hingeEmbeddingLoss(input, target, margin = 1, reduction = 'mean')`: x where y is 1, max(0, margin − x) where y is
 * −1. Both tensors have one shape.
 *
 * @throws TorchError if the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hinge_embedding_loss.html
 * @example
 * nn.functional.hingeEmbeddingLoss(torch.tensor([0.5, 0.25]), torch.tensor([1, -1]), { reduction: 'none' }).tolist(); // [0.5, 0.75]
 */
export const hingeEmbeddingLoss = define('hingeEmbeddingLoss', { ...PAIR, margin: float(1), reduction }, (v) =>
  aten('hinge_embedding_loss')(v.input, v.target, v.margin, REDUCTIONS[v.reduction]),
);

/**
 * `softMarginLoss(input, target, reduction = 'mean')`: log(1 + e^(−y·x)) for y of ±1. Both tensors have one shape.
 *
 * @throws TorchError if the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.soft_margin_loss.html
 * @example
 * nn.functional.softMarginLoss(torch.tensor([0.5, 0.25]), torch.tensor([1, -1])).item(); // 0.6500
 */
export const softMarginLoss = define('softMarginLoss', { ...PAIR, reduction }, (v) =>
  aten('soft_margin_loss')(v.input, v.target, REDUCTIONS[v.reduction]),
);

/**
 * `multiMarginLoss(input, target, p = 1, margin = 1, weight = null, reduction = 'mean')`: for each row, the sum over
 * wrong classes i of max(0, margin − x[y] + x[i])ᵖ, divided by C. `input` is `[N, C]` or `[C]`, `target` `[N]` or `[]`,
 * int64 labels; `weight`, `[C]`, weighs the labels.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) unless p is 1 or 2 and `weight` has one dimension; if a label is not below C
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.multi_margin_loss.html
 * @example
 * nn.functional.multiMarginLoss(torch.tensor([[0.5, 0.25]]), torch.tensor([0])).item(); // 0.375
 */
export const multiMarginLoss = define(
  'multiMarginLoss',
  { ...PAIR, p: int(1), margin: float(1), weight, reduction },
  (v) => {
    if (v.p !== 1 && v.p !== 2) throw valueError('only p == 1 and p == 2 supported');
    if (v.weight && v.weight.ndim !== 1) throw valueError('weight must be one-dimensional');
    return aten('multi_margin_loss')(v.input, v.target, v.p, v.margin, v.weight, REDUCTIONS[v.reduction]);
  },
);

/**
 * `multilabelMarginLoss(input, target, reduction = 'mean')`: for each row, the sum over its labels j and all other
 * classes i of max(0, 1 − x[j] + x[i]), divided by C. `input` is `[N, C]` or `[C]`; `target`, int64 of the same shape,
 * lists labels up to the first −1.
 *
 * @throws TorchError if the shapes differ or a label is not below C
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.multilabel_margin_loss.html
 * @example
 * nn.functional.multilabelMarginLoss(torch.tensor([[0.5, 0.25, 1]]), torch.tensor([[0, 2, -1]])).item(); // 0.3333
 */
export const multilabelMarginLoss = define('multilabelMarginLoss', { ...PAIR, reduction }, (v) =>
  aten('multilabel_margin_loss')(v.input, v.target, REDUCTIONS[v.reduction]),
);

/**
 * `multilabelSoftMarginLoss(input, target, weight = null, reduction = 'mean')`: {@link binaryCrossEntropyWithLogits} of
 * each class, averaged over the last dimension, so that `[N, C]` gives `[N]` with reduction 'none'. `target` has the
 * input's shape; `weight`, `[C]`, weighs the classes.
 *
 * @throws TorchError if the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.multilabel_soft_margin_loss.html
 * @example
 * nn.functional.multilabelSoftMarginLoss(torch.tensor([[0, 1.5]]), torch.tensor([[0, 1]])).item(); // 0.4473
 */
export const multilabelSoftMarginLoss = define('multilabelSoftMarginLoss', { ...PAIR, weight, reduction }, (v) => {
  const { input, target } = v;
  const positive = aten('mul')(target, aten('log_sigmoid')(input));
  const negative = aten('mul')(aten('rsub')(target, 1), aten('log_sigmoid')(aten('neg')(input)));
  let loss = aten('neg')(aten('add')(positive, negative));
  if (v.weight) loss = aten('mul')(loss, v.weight);
  return reduced(aten('div')(aten('sum')(loss, [input.ndim - 1]), input.shape.at(-1) as number), v.reduction);
});

const lengths = either(tensor(), listOfInts());

/**
 * `ctcLoss(logProbs, targets, inputLengths, targetLengths, blank = 0, reduction = 'mean', zeroInfinity = false)`: the
 * connectionist temporal classification loss, of all ways to align labels with T time steps. `logProbs` is `[T, N, C]`
 * or `[T, C]`, logarithms of probabilities; `targets` `[N, S]`, or all labels one after the other; the lengths are
 * lists or tensors of N integers. 'mean' divides each loss by its target's length first. A target longer than its input
 * costs infinity, or 0 with `zeroInfinity`.
 *
 * @throws TorchError if lengths, shapes or `blank` do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.ctc_loss.html
 * @example
 * const logProbs = torch.full([4, 1, 3], 1 / 3).log();
 * nn.functional.ctcLoss(logProbs, torch.tensor([[1, 2]]), [4], [2]).item(); // 0.8432
 */
export const ctcLoss = define(
  'ctcLoss',
  {
    ...{ logProbs: tensor(), targets: tensor(), inputLengths: lengths, targetLengths: lengths },
    ...{ blank: int(0), reduction, zeroInfinity: bool(false) },
  },
  (v) =>
    // Lengths are two tensors or two lists; the operator refuses one of each.
    aten<string>('ctc_loss')(
      ...[v.logProbs, v.targets, v.inputLengths, v.targetLengths, v.blank, REDUCTIONS[v.reduction], v.zeroInfinity],
    ),
);
