import { sizeText } from '../../arguments/extents';
import type { Tensor } from '../../ops/tensor-methods';
import { withoutGrad } from '../../native/grad-mode';
import { isRecorded } from '../recorded';
import { aten, define } from './define';
import { PAIR, REDUCTIONS, reduced, reduction, sameSize, weight } from './reduction';
import { valueError, warn } from '../../errors';
import { bool, choice, either, float } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Losses between numbers and between distributions. Each is computed for every element, from two tensors of one shape;
 * `reduction` says what is returned: their 'mean', their 'sum', or with 'none' all of them, in the input's shape.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#loss-functions
 */

/** Broadcasts both sides, and warns if the shapes suggest a mistake. */
function broadcast(input: Tensor, target: Tensor): [Tensor, Tensor] {
  if (sameSize(input, target)) return [input, target];
  warn(
    `Using a target size (${sizeText(target.shape)}) that is different to the input size (${sizeText(input.shape)}). ` +
      'This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.',
  );
  return aten('broadcast_tensors')([input, target]) as unknown as [Tensor, Tensor];
}

function checkWeight(given: Tensor, input: Tensor): void {
  if (!sameSize(given, input)) throw valueError('Weights and input must have the same size.');
}

/** A loss between broadcast tensors, with optional weights of elements. */
function elementwise(name: 'mseLoss' | 'l1Loss', operator: string, errors: (x: Tensor, y: Tensor) => Tensor) {
  return define(name, { ...PAIR, reduction, weight }, (v) => {
    const [x, y] = broadcast(v.input, v.target);
    if (!v.weight) return aten(operator)(x, y, REDUCTIONS[v.reduction]);
    checkWeight(v.weight, v.input);
    const weighted = aten('mul')(errors(x, y), v.weight);
    if (v.reduction !== 'mean') return reduced(weighted, v.reduction);
    return aten('div')(aten('sum')(weighted), aten('sum')(v.weight));
  });
}

/**
 * `mseLoss(input, target, reduction = 'mean', weight = null)`: (x − y)². With a `weight` of the input's shape, which
 * multiplies each element, the mean is divided by the sum of the weights. Tensors of other shapes are broadcast, with a
 * warning.
 *
 * @throws TorchError if the shapes do not broadcast; (`ERR_TORCH_VALUE`) if `weight` has another shape than the input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.mse_loss.html
 * @example
 * nn.functional.mseLoss(torch.tensor([0.5, 2]), torch.tensor([1.5, 4])).item(); // 2.5
 */
export const mseLoss = elementwise('mseLoss', 'mse_loss', (x, y) => aten('pow')(aten('sub')(x, y), 2));

/**
 * `l1Loss(input, target, reduction = 'mean', weight = null)`: |x − y|. With a `weight` of the input's shape, which
 * multiplies each element, the mean is divided by the sum of the weights. Tensors of other shapes are broadcast, with a
 * warning.
 *
 * @throws TorchError if the shapes do not broadcast; (`ERR_TORCH_VALUE`) if `weight` has another shape than the input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.l1_loss.html
 * @example
 * nn.functional.l1Loss(torch.tensor([0.5, 2]), torch.tensor([1.5, 4]), 'none').tolist(); // [1, 2]
 */
export const l1Loss = elementwise('l1Loss', 'l1_loss', (x, y) => aten('abs')(aten('sub')(x, y)));

/**
 * `smoothL1Loss(input, target, reduction = 'mean', beta = 1)`: with d = |x − y|, d²/(2·beta) below beta and d − beta/2
 * above. Tensors of other shapes are broadcast, with a warning.
 *
 * @throws TorchError if beta is below 0, or the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.smooth_l1_loss.html
 * @example
 * nn.functional.smoothL1Loss(torch.tensor([0.5, 2]), torch.tensor([1, 4.5]), 'none').tolist(); // [0.125, 2]
 */
export const smoothL1Loss = define('smoothL1Loss', { ...PAIR, reduction, beta: float(1) }, (v) => {
  const [x, y] = broadcast(v.input, v.target);
  if (v.beta === 0) return aten('l1_loss')(x, y, REDUCTIONS[v.reduction]);
  return aten('smooth_l1_loss')(x, y, REDUCTIONS[v.reduction], v.beta);
});

/**
 * `huberLoss(input, target, reduction = 'mean', delta = 1, weight = null)`: with d = |x − y|, d²/2 up to delta and
 * delta·(d − delta/2) above. `weight`, of the input's shape, multiplies each element; the mean is not divided by it.
 * Tensors of other shapes are broadcast, with a warning.
 *
 * @throws TorchError if delta is not above 0, or the shapes do not broadcast; (`ERR_TORCH_VALUE`) if `weight` has another
 * shape than the input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.huber_loss.html
 * @example
 * nn.functional.huberLoss(torch.tensor([0.5, 2]), torch.tensor([1, 4.5]), 'none', 2).tolist(); // [0.125, 3]
 */
export const huberLoss = define('huberLoss', { ...PAIR, reduction, delta: float(1), weight }, (v) => {
  const [x, y] = broadcast(v.input, v.target);
  if (!v.weight) return aten('huber_loss')(x, y, REDUCTIONS[v.reduction], v.delta);
  checkWeight(v.weight, v.input);
  return reduced(aten('mul')(aten('huber_loss')(x, y, 0, v.delta), v.weight), v.reduction);
});

/**
 * `klDiv(input, target, reduction = 'mean', logTarget = false)`: the Kullback-Leibler divergence, element by element
 * y·(log y − x): `input` holds logarithms of probabilities, `target` probabilities, or logarithms too with `logTarget`.
 * The divergence itself is the sum; 'batchmean' divides it by the first dimension, 'mean' by the number of elements.
 *
 * @throws TorchError if the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.kl_div.html
 * @example
 * const guess = torch.tensor([[0.5, 0.5]]).log();
 * nn.functional.klDiv(guess, torch.tensor([[0.25, 0.75]]), 'batchmean').item(); // 0.1308
 */
export const klDiv = define(
  'klDiv',
  { ...PAIR, reduction: choice(['none', 'mean', 'sum', 'batchmean'], 'mean'), logTarget: bool(false) },
  (v) => {
    const batchMean = v.reduction === 'batchmean';
    const how = REDUCTIONS[v.reduction === 'batchmean' ? 'sum' : v.reduction];
    const loss = aten('kl_div')(v.input, v.target, how, { logTarget: v.logTarget });
    return batchMean && v.input.ndim !== 0 ? aten('div')(loss, v.input.shape[0] as number) : loss;
  },
);

/**
 * `poissonNllLoss(input, target, logInput = true, full = false, eps = 1e-8, reduction = 'mean')`: the negative
 * log-likelihood of counts y: eˣ − y·x, or x − y·log(x + eps) without `logInput`. `full` adds Stirling's approximation
 * of log y! where y is above 1.
 *
 * @throws TorchError if the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.poisson_nll_loss.html
 * @example
 * nn.functional.poissonNllLoss(torch.tensor([0, 0.5]), torch.tensor([1, 3]), { reduction: 'none' }).tolist(); // [1, 0.1487]
 */
export const poissonNllLoss = define(
  'poissonNllLoss',
  { ...PAIR, logInput: bool(true), full: bool(false), eps: float(1e-8), reduction },
  (v) => aten('poisson_nll_loss')(v.input, v.target, v.logInput, v.full, v.eps, REDUCTIONS[v.reduction]),
);

function variance(given: Tensor | number, input: Tensor): Tensor {
  const var_ = typeof given === 'number' ? aten('mul')(aten('ones_like')(input), given) : given;
  const isChecked = !isRecorded();
  if (isChecked && Number(aten('any')(aten('lt')(var_, 0)).item())) throw valueError('var has negative entry/entries');
  const [shape, own] = [input.shape, var_.shape];
  if (sameSize(var_, input)) return var_;
  if (own.length === shape.length - 1 && own.every((extent, i) => extent === shape[i])) {
    return aten('unsqueeze')(var_, -1);
  }
  const differing = own.filter((extent, i) => extent !== shape[i]).reduce((a, b) => a + b, 0);
  if (own.length !== shape.length || differing !== 1) throw valueError('var is of incorrect size');
  return var_;
}

/**
 * `gaussianNllLoss(input, target, var, full = false, eps = 1e-6, reduction = 'mean')`: the negative log-likelihood of y
 * under a normal distribution of mean x: (log var + (x − y)²/var)/2. `var` is a number or a tensor of the input's
 * shape, whose last dimension may be 1 or missing; it is kept above eps, which has no gradient. `full` adds log(2π)/2.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) if `var` has another shape or an entry below 0
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.gaussian_nll_loss.html
 * @example
 * nn.functional.gaussianNllLoss(torch.tensor([0.5, 2]), torch.tensor([1.5, 4]), 2).item(); // 0.9716
 */
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
