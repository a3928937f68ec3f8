import type { Tensor } from '../../tensor-methods';
import { withoutGrad } from '../convert';
import { explainLabel, runtimeError, valueError, warn } from '../failures';
import { type Field, bool, choice, either, float, int, nullable, tensor, value } from '../options';
import { aten, define } from './define';

/**
 * Losses. `reduction` is 'mean' unless 'sum' or 'none' is given.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#loss-functions
 */

const REDUCTIONS = { none: 0, mean: 1, sum: 2 } as const;
type Reduction = keyof typeof REDUCTIONS;
const reduction: Field<Reduction> = choice(['none', 'mean', 'sum'], 'mean');
const PAIR = { input: tensor(), target: tensor() };
const weight = nullable(tensor());

function reduced(loss: Tensor, how: Reduction): Tensor {
  return how === 'none' ? loss : aten(how)(loss);
}

function sizeText(x: Tensor): string {
  return `torch.Size([${x.shape.join(', ')}])`;
}

function sameSize(a: Tensor, b: Tensor): boolean {
  const [left, right] = [a.shape, b.shape];
  return left.length === right.length && left.every((extent, i) => extent === right[i]);
}

/** Broadcasts both sides, warning where that is hardly meant. */
function broadcast(input: Tensor, target: Tensor): Tensor[] {
  if (sameSize(input, target)) return [input, target];
  warn(
    `Using a target size (${sizeText(target)}) that is different to the input size (${sizeText(input)}). ` +
      'This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.',
  );
  return aten('broadcast_tensors')([input, target]) as unknown as Tensor[];
}

function checkWeight(given: Tensor, input: Tensor): void {
  if (!sameSize(given, input)) throw valueError('Weights and input must have the same size.');
}

/** A loss between broadcast tensors that may weigh its elements. */
function elementwise(name: string, operator: string, errors: (x: Tensor, y: Tensor) => Tensor) {
  return define(name, { ...PAIR, reduction, weight }, (v) => {
    const [x, y] = broadcast(v.input, v.target) as [Tensor, Tensor];
    if (!v.weight) return aten(operator)(x, y, REDUCTIONS[v.reduction]);
    checkWeight(v.weight, v.input);
    const weighted = aten('mul')(errors(x, y), v.weight);
    if (v.reduction !== 'mean') return reduced(weighted, v.reduction);
    return aten('div')(aten('sum')(weighted), aten('sum')(v.weight));
  });
}

export const mseLoss = elementwise('mseLoss', 'mse_loss', (x, y) => aten('pow')(aten('sub')(x, y), 2));
export const l1Loss = elementwise('l1Loss', 'l1_loss', (x, y) => aten('abs')(aten('sub')(x, y)));

export const smoothL1Loss = define('smoothL1Loss', { ...PAIR, reduction, beta: float(1) }, (v) => {
  const [x, y] = broadcast(v.input, v.target);
  if (v.beta === 0) return aten('l1_loss')(x, y, REDUCTIONS[v.reduction]);
  return aten('smooth_l1_loss')(x, y, REDUCTIONS[v.reduction], v.beta);
});

export const huberLoss = define('huberLoss', { ...PAIR, reduction, delta: float(1), weight }, (v) => {
  const [x, y] = broadcast(v.input, v.target);
  if (!v.weight) return aten('huber_loss')(x, y, REDUCTIONS[v.reduction], v.delta);
  checkWeight(v.weight, v.input);
  return reduced(aten('mul')(aten('huber_loss')(x, y, 0, v.delta), v.weight), v.reduction);
});

const CLASSES = { ...PAIR, weight, ignoreIndex: int(-100), reduction };

function withLabels(input: Tensor, body: () => Tensor): Tensor {
  try {
    return body();
  } catch (error) {
    throw explainLabel(error, input);
  }
}

export const nllLoss = define('nllLoss', CLASSES, (v) =>
  withLabels(v.input, () => aten('nll_loss_nd')(v.input, v.target, v.weight, REDUCTIONS[v.reduction], v.ignoreIndex)),
);

export const crossEntropy = define('crossEntropy', { ...CLASSES, labelSmoothing: float(0) }, (v) =>
  withLabels(v.input, () =>
    aten('cross_entropy_loss')(
      ...[v.input, v.target, v.weight, REDUCTIONS[v.reduction], v.ignoreIndex, v.labelSmoothing],
    ),
  ),
);

export const binaryCrossEntropy = define('binaryCrossEntropy', { ...PAIR, weight, reduction }, (v) => {
  if (!sameSize(v.target, v.input)) {
    throw valueError(
      `Using a target size (${sizeText(v.target)}) that is different to the input size (${sizeText(v.input)}) ` +
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

export const binaryCrossEntropyWithLogits = define(
  'binaryCrossEntropyWithLogits',
  { ...PAIR, weight, reduction, posWeight: nullable(tensor()) },
  (v) => {
    if (!sameSize(v.target, v.input)) {
      throw valueError(`Target size (${sizeText(v.target)}) must be the same as input size (${sizeText(v.input)})`);
    }
    return aten('binary_cross_entropy_with_logits')(
      ...[v.input, v.target, v.weight, v.posWeight, REDUCTIONS[v.reduction]],
    );
  },
);

export const klDiv = define(
  'klDiv',
  { ...PAIR, reduction: choice(['none', 'mean', 'sum', 'batchmean'], 'mean'), logTarget: bool(false) },
  (v) => {
    const batchMean = v.reduction === 'batchmean';
    const how = REDUCTIONS[v.reduction === 'batchmean' ? 'sum' : v.reduction];
    const loss = aten('kl_div')(v.input, v.target, how, { logTarget: v.logTarget });
    return batchMean && v.input.ndim !== 0 ? aten('div')(loss, v.input.shape[0]) : loss;
  },
);

export const poissonNllLoss = define(
  'poissonNllLoss',
  { ...PAIR, logInput: bool(true), full: bool(false), eps: float(1e-8), reduction },
  (v) => aten('poisson_nll_loss')(v.input, v.target, v.logInput, v.full, v.eps, REDUCTIONS[v.reduction]),
);

function variance(given: Tensor | number, input: Tensor): Tensor {
  const var_ = typeof given === 'number' ? aten('mul')(aten('ones_like')(input), given) : given;
  if (Number(aten('any')(aten('lt')(var_, 0)).item())) throw valueError('var has negative entry/entries');
  const [shape, own] = [input.shape, var_.shape];
  if (sameSize(var_, input)) return var_;
  if (own.length === shape.length - 1 && own.every((extent, i) => extent === shape[i])) {
    return aten('unsqueeze')(var_, -1);
  }
  const differing = own.filter((extent, i) => extent !== shape[i]).reduce((a, b) => a + b, 0);
  if (own.length !== shape.length || differing !== 1) throw valueError('var is of incorrect size');
  return var_;
}

export const gaussianNllLoss = define(
  'gaussianNllLoss',
  { ...PAIR, var: either(tensor(), float()), full: bool(false), eps: float(1e-6), reduction },
  (v) => {
    const clamped = aten('clone')(variance(v.var, v.input));
    withoutGrad(() => aten('clamp_')(clamped, { min: v.eps }));
    const square = aten('pow')(aten('sub')(v.input, v.target), 2);
    let loss = aten('mul')(aten('add')(aten('log')(clamped), aten('div')(square, clamped)), 0.5);
    if (v.full) loss = aten('add')(loss, 0.5 * Math.log(2 * Math.PI));
    return reduced(loss, v.reduction);
  },
);

const TWO = { input1: tensor(), input2: tensor(), target: tensor(), margin: float(0), reduction };

export const marginRankingLoss = define('marginRankingLoss', TWO, (v) => {
  if (v.input1.ndim !== v.input2.ndim || v.input1.ndim !== v.target.ndim) {
    throw runtimeError(
      `margin_ranking_loss : All input tensors should have same dimension but got sizes: ` +
        `input1: ${sizeText(v.input1)}, input2: ${sizeText(v.input2)}, target: ${sizeText(v.target)} `,
    );
  }
  return aten('margin_ranking_loss')(v.input1, v.input2, v.target, v.margin, REDUCTIONS[v.reduction]);
});

export const cosineEmbeddingLoss = define('cosineEmbeddingLoss', TWO, (v) =>
  aten('cosine_embedding_loss')(v.input1, v.input2, v.target, v.margin, REDUCTIONS[v.reduction]),
);

export const hingeEmbeddingLoss = define('hingeEmbeddingLoss', { ...PAIR, margin: float(1), reduction }, (v) =>
  aten('hinge_embedding_loss')(v.input, v.target, v.margin, REDUCTIONS[v.reduction]),
);

export const multilabelMarginLoss = define('multilabelMarginLoss', { ...PAIR, reduction }, (v) =>
  aten('multilabel_margin_loss')(v.input, v.target, REDUCTIONS[v.reduction]),
);

export const softMarginLoss = define('softMarginLoss', { ...PAIR, reduction }, (v) =>
  aten('soft_margin_loss')(v.input, v.target, REDUCTIONS[v.reduction]),
);

export const multilabelSoftMarginLoss = define('multilabelSoftMarginLoss', { ...PAIR, weight, reduction }, (v) => {
  const { input, target } = v;
  const positive = aten('mul')(target, aten('log_sigmoid')(input));
  const negative = aten('mul')(aten('rsub')(target, 1), aten('log_sigmoid')(aten('neg')(input)));
  let loss = aten('neg')(aten('add')(positive, negative));
  if (v.weight) loss = aten('mul')(loss, v.weight);
  return reduced(aten('div')(aten('sum')(loss, [input.ndim - 1]), input.shape.at(-1)), v.reduction);
});

export const multiMarginLoss = define(
  'multiMarginLoss',
  { ...PAIR, p: int(1), margin: float(1), weight, reduction },
  (v) => {
    if (v.p !== 1 && v.p !== 2) throw valueError('only p == 1 and p == 2 supported');
    if (v.weight && v.weight.ndim !== 1) throw valueError('weight must be one-dimensional');
    return aten('multi_margin_loss')(v.input, v.target, v.p, v.margin, v.weight, REDUCTIONS[v.reduction]);
  },
);

const TRIPLE = { anchor: tensor(), positive: tensor(), negative: tensor() };

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

export type Distance = (a: Tensor, b: Tensor) => Tensor;

export const tripletMarginWithDistanceLoss = define(
  'tripletMarginWithDistanceLoss',
  {
    ...TRIPLE,
    distanceFunction: nullable(value<Distance>('a function', (v) => typeof v === 'function')),
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

const lengths = either(tensor(), value<readonly number[]>('a list of integers', Array.isArray));

export const ctcLoss = define(
  'ctcLoss',
  {
    ...{ logProbs: tensor(), targets: tensor(), inputLengths: lengths, targetLengths: lengths },
    ...{ blank: int(0), reduction, zeroInfinity: bool(false) },
  },
  (v) =>
    aten('ctc_loss')(
      ...[v.logProbs, v.targets, v.inputLengths, v.targetLengths, v.blank, REDUCTIONS[v.reduction], v.zeroInfinity],
    ),
);
