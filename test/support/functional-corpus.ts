/** One call or more of each function of nn.functional. */
import * as torch from '../../lib/index';
import type { Tensor } from '../../lib/index';

export interface FunctionCase {
  /** Python's name. */
  readonly name: string;
  readonly args: readonly unknown[];
  /** By JavaScript's names. */
  readonly options: Readonly<Record<string, unknown>>;
}

export const FUNCTIONS: FunctionCase[] = [];
torch.manualSeed(12);

const add = (name: string, args: readonly unknown[], options: Record<string, unknown> = {}): void =>
  void FUNCTIONS.push({ name, args, options });
const r = (...shape: number[]): Tensor => torch.randn(shape);
const u = (...shape: number[]): Tensor => torch.rand(shape);
const ints = (high: number, ...shape: number[]): Tensor => torch.randint(0, high, shape);

// Activations.
const plain = [
  'relu',
  'relu6',
  'selu',
  'silu',
  'mish',
  'hardsigmoid',
  'hardswish',
  'relu_',
  'selu_',
  'tanh',
  'sigmoid',
];
for (const name of [...plain, 'logsigmoid', 'softsign', 'tanhshrink', 'gelu', 'elu', 'elu_', 'celu', 'celu_']) {
  add(name, [r(3, 4)]);
}
for (const name of ['leaky_relu', 'leaky_relu_', 'hardshrink', 'softshrink']) add(name, [r(3, 4), 0.3]);
for (const name of ['hardtanh', 'hardtanh_']) add(name, [r(3, 4)], { minVal: -0.5, maxVal: 0.7 });
for (const name of ['threshold', 'threshold_']) add(name, [r(3, 4), 0.1, 7.5]);
for (const name of ['rrelu', 'rrelu_']) add(name, [r(3, 4)], { lower: 0.1, upper: 0.3, training: true });
add('glu', [r(3, 4)], { dim: 0 - 1 });
add('gelu', [r(3, 4)], { approximate: 'tanh' });
add('softplus', [r(3, 4)], { beta: 2, threshold: 1 });
add('prelu', [r(3, 4), u(4)]);
for (const name of ['softmax', 'log_softmax', 'softmin']) {
  add(name, [r(3, 4)], { dim: 1 });
  add(name, [r(3, 4)], { dim: 0, dtype: torch.float64 });
}
add('gumbel_softmax', [r(3, 4)], { tau: 0.5, hard: true });
add('gumbel_softmax', [r(3, 4)], { dim: 0 });

// Linear maps and convolutions.
add('linear', [r(5, 4), r(3, 4), r(3)]);
add('bilinear', [r(5, 4), r(5, 3), r(2, 4, 3), r(2)]);
const SPACE = [[9], [8, 7], [5, 6, 7]];
for (const n of [1, 2, 3]) {
  const kernel = new Array<number>(n).fill(3);
  const input = r(2, 4, ...(SPACE[n - 1] as number[]));
  add(`conv${n}d`, [input, r(6, 2, ...kernel), r(6)], { stride: 2, padding: 1, groups: 2 });
  add(`conv${n}d`, [input, r(6, 4, ...kernel)], { padding: 'same', dilation: 2 });
  add(`conv_transpose${n}d`, [input, r(4, 3, ...kernel), r(6)], { stride: 2, outputPadding: 1, groups: 2 });
  add(`avg_pool${n}d`, [input, 3], { stride: 2, padding: 1, ceilMode: true, countIncludePad: false });
  const pooling = { stride: 2, padding: 1, dilation: 1, ceilMode: true };
  add(`max_pool${n}d`, [input, 3], pooling);
  add(`max_pool${n}d`, [input, 3], { ...pooling, returnIndices: true });
  add(`max_pool${n}d_with_indices`, [input, 3], pooling);
  add(`adaptive_avg_pool${n}d`, [input, 3]);
  add(`adaptive_max_pool${n}d`, [input, 3]);
  add(`adaptive_max_pool${n}d_with_indices`, [input, 3]);
  add(`lp_pool${n}d`, [u(2, 4, ...(SPACE[n - 1] as number[])), 2.5, 2], { ceilMode: true });
  const pooled = new Array<number>(n).fill(2);
  const indices = torch.arange(2 ** n).reshape([1, 1, ...pooled]);
  add(`max_unpool${n}d`, [r(1, 1, ...pooled), indices, 2], { stride: 2 });
  add(`dropout${n}d`, [r(2, 5, ...(SPACE[n - 1] as number[]))], { p: 0.4 });
  if (n > 1) {
    add(`fractional_max_pool${n}d`, [input, 2], { outputSize: 3 });
    add(`fractional_max_pool${n}d_with_indices`, [input, 2], { outputRatio: new Array<number>(n).fill(0.5) });
  }
}
add('conv_tbc', [r(5, 2, 4), r(3, 4, 6), r(6)], { pad: 1 });
add('unfold', [r(2, 3, 5, 6), [2, 3]], { padding: 1, stride: 2 });
add('fold', [r(1, 12, 12), [4, 5], 2]);
add('grouped_mm', [r(2, 8, 16), r(2, 16, 24)]);

// Dropout.
for (const name of ['dropout', 'alpha_dropout']) add(name, [r(6, 5)], { p: 0.3 });
add('feature_alpha_dropout', [r(2, 5, 3, 4, 4)], { p: 0.3 });
add('dropout', [r(6, 5)], { p: 0.3, training: false });

// Embeddings, attention.
add('embedding', [ints(7, 3, 2), r(7, 4)], { paddingIdx: 1, maxNorm: 1.5, scaleGradByFreq: true });
add('embedding_bag', [ints(7, 3, 2), r(7, 4)], { mode: 'sum', perSampleWeights: u(3, 2) });
add('embedding_bag', [ints(7, 6), r(7, 4), torch.tensor([0, 2, 5])], { mode: 'max', paddingIdx: 2 });
add('one_hot', [ints(5, 4)], { numClasses: 6 });
add('scaled_dot_product_attention', [r(2, 3, 4, 8), r(2, 3, 5, 8), r(2, 3, 5, 8)], { attnMask: r(4, 5), scale: 0.5 });
add('scaled_dot_product_attention', [r(2, 3, 4, 8), r(2, 3, 4, 8), r(2, 3, 4, 8)], { isCausal: true });

// Normalization.
add('batch_norm', [r(4, 3, 5), torch.zeros([3]), torch.ones([3]), r(3), r(3)], { training: true, momentum: 0.3 });
add('batch_norm', [r(4, 3, 5), r(3), u(3)], { eps: 1e-3 });
add('instance_norm', [r(4, 3, 5)], { weight: r(3), bias: r(3) });
add('layer_norm', [r(4, 3, 5), [3, 5]], { weight: r(3, 5), bias: r(3, 5) });
add('rms_norm', [r(4, 3, 5), [5]], { weight: r(5), eps: 1e-5 });
add('group_norm', [r(2, 6, 4), 3], { weight: r(6), bias: r(6) });
add('local_response_norm', [r(2, 6, 4, 4), 3], { alpha: 0.1, k: 2 });
add('normalize', [r(3, 4)], { p: 3, dim: 0 });

// Losses.
const [scores, classes] = [r(4, 5), ints(5, 4)];
for (const reduction of ['mean', 'sum', 'none']) {
  const options = { reduction };
  for (const name of ['mse_loss', 'l1_loss']) add(name, [scores, r(4, 5)], options);
  for (const name of ['mse_loss', 'l1_loss', 'huber_loss'])
    add(name, [scores, r(4, 5)], { ...options, weight: u(4, 5) });
  add('smooth_l1_loss', [scores, r(4, 5)], { ...options, beta: 0.3 });
  add('huber_loss', [scores, r(4, 5)], { ...options, delta: 0.3 });
  add('nll_loss', [scores.logSoftmax(1), classes], { ...options, weight: u(5), ignoreIndex: 1 });
  add('cross_entropy', [scores, classes], { ...options, labelSmoothing: 0.2 });
  add('linear_cross_entropy', [scores, r(6, 5), ints(6, 4)], { ...options, linearBias: r(6) });
  add('binary_cross_entropy', [u(4, 5), u(4, 5)], { ...options, weight: u(4, 5) });
  add('binary_cross_entropy_with_logits', [scores, u(4, 5)], { ...options, posWeight: u(5) });
  add('kl_div', [scores.logSoftmax(1), u(4, 5)], options);
  add('poisson_nll_loss', [scores, u(4, 5)], { ...options, logInput: false, full: true });
  add('gaussian_nll_loss', [scores, r(4, 5), u(4, 1)], { ...options, full: true });
  add('margin_ranking_loss', [r(4), r(4), r(4).sign()], { ...options, margin: 0.3 });
  add('cosine_embedding_loss', [scores, r(4, 5), r(4).sign()], options);
  add('hinge_embedding_loss', [scores, r(4, 5).sign()], options);
  add('multilabel_margin_loss', [scores, ints(5, 4, 5).sub(1)], options);
  add('soft_margin_loss', [scores, r(4, 5).sign()], options);
  add('multilabel_soft_margin_loss', [scores, u(4, 5).round()], { ...options, weight: u(5) });
  add('multi_margin_loss', [scores, classes], { ...options, p: 2, margin: 0.7, weight: u(5) });
  add('triplet_margin_loss', [r(4, 5), r(4, 5), r(4, 5)], { ...options, swap: true, p: 3 });
  add('triplet_margin_with_distance_loss', [r(4, 5), r(4, 5), r(4, 5)], { ...options, margin: 0.5 });
  const lengths = torch.full([2], 6);
  const targets = ints(4, 2, 3).add(1);
  add('ctc_loss', [r(6, 2, 5).logSoftmax(2), targets, lengths, torch.tensor([3, 2])], {
    ...options,
    zeroInfinity: true,
  });
}

// Vision, distances.
add('interpolate', [r(1, 2, 4, 5)], { scaleFactor: [1.5, 2] });
add('interpolate', [r(1, 2, 8, 8)], { size: [3, 5], mode: 'bilinear', antialias: true });
add('interpolate', [r(1, 2, 4, 4)], { scaleFactor: 1.6, mode: 'bicubic', recomputeScaleFactor: true });
add('interpolate', [r(1, 2, 5, 5)], { scaleFactor: 2, mode: 'nearest-exact' });
add('upsample', [r(1, 2, 3, 3)], { scaleFactor: 2 });
add('upsample_nearest', [r(1, 2, 3, 3)], { size: 5 });
add('upsample_bilinear', [r(1, 2, 3, 3)], { scaleFactor: 2 });
const grid = u(1, 3, 4, 2).mul(2.4).sub(1.2);
add('grid_sample', [r(1, 2, 5, 6), grid], { alignCorners: false });
add('grid_sample', [r(1, 2, 5, 6), grid], { mode: 'bicubic', paddingMode: 'reflection', alignCorners: true });
add('affine_grid', [r(1, 2, 3), [1, 1, 3, 4]], { alignCorners: true });
add('pixel_shuffle', [r(1, 8, 3, 3), 2]);
add('pixel_unshuffle', [r(1, 2, 4, 4), 2]);
for (const name of ['channel_shuffle', 'native_channel_shuffle']) add(name, [r(1, 4, 2, 2), 2]);
add('pad', [r(2, 3, 4), [1, 2]], { value: 1.5 });
for (const mode of ['reflect', 'replicate', 'circular']) add('pad', [r(2, 3, 4), [1, 2]], { mode });
add('cosine_similarity', [r(3, 4), r(3, 4)], { dim: 0 });
add('pairwise_distance', [r(3, 4), r(3, 4)], { p: 1.5, keepdim: true });
add('pdist', [r(4, 3)], { p: 3 });
