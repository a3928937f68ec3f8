/** One or more cases for each module class: how it is made, and what it is given. */
import * as torch from '../../lib/index';
import type { Tensor } from '../../lib/index';
import { aten } from '../../lib/nn/functional/define';

export interface ModuleCase {
  readonly name: string;
  readonly kind: string;
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly unknown[];
  /** Keyword arguments of forward. */
  readonly named: Readonly<Record<string, unknown>>;
  /** So many of the inputs get gradients. */
  readonly differentiable: number;
  /** 0 is equal bits; otherwise `why` says why not. */
  readonly tolerance: number;
  readonly why?: string;
}

type Extra = Partial<Pick<ModuleCase, 'options' | 'named' | 'differentiable' | 'tolerance' | 'why'>>;

export const CASES: ModuleCase[] = [];
torch.manualSeed(3);

const random = (...shape: number[]): Tensor => aten('randn')(shape);
const uniform = (...shape: number[]): Tensor => aten('rand')(shape);
const labels = (high: number, ...shape: number[]): Tensor => aten('randint')(high, shape);
const signs = (...shape: number[]): Tensor => aten('sub')(aten('mul')(aten('round')(uniform(...shape)), 2), 1);

function add(kind: string, args: readonly unknown[], inputs: readonly unknown[], extra: Extra = {}): void {
  const count = CASES.filter((one) => one.kind === kind).length;
  const options = extra.options ?? {};
  const name = `${kind}${count ? ` ${JSON.stringify(Object.keys(options))} ${count}` : ''}`;
  CASES.push({
    name,
    kind,
    args,
    options,
    inputs,
    named: {},
    differentiable: kind.endsWith('Loss') ? 1 : 9,
    tolerance: 0,
    ...extra,
  });
}

// Activations.
const PLAIN = ['ReLU', 'ReLU6', 'SELU', 'SiLU', 'Mish', 'Hardsigmoid', 'Hardswish', 'Sigmoid', 'Tanh', 'LogSigmoid'];
const MORE = ['Softsign', 'Tanhshrink', 'ELU', 'CELU', 'Hardtanh', 'LeakyReLU', 'RReLU', 'GLU', 'GELU', 'Softplus'];
for (const kind of [...PLAIN, ...MORE, 'Softshrink', 'Hardshrink', 'PReLU', 'Identity']) add(kind, [], [random(3, 4)]);
add('ReLU', [], [random(3, 4)], { options: { inplace: true }, differentiable: 0 });
add('ELU', [], [random(3, 4)], { options: { alpha: 0.5 } });
add('GELU', [], [random(3, 4)], { options: { approximate: 'tanh' } });
add('Threshold', [0.1, 20.5], [random(3, 4)]);
add('PReLU', [4], [random(3, 4)], { options: { init: 0.5 } });
for (const kind of ['Softmax', 'Softmin', 'LogSoftmax']) add(kind, [1], [random(3, 4)]);
add('Softmax2d', [], [random(2, 3, 4, 4)]);

// Dropout.
for (const kind of ['Dropout', 'AlphaDropout']) add(kind, [0.3], [random(6, 5)]);
add('Dropout1d', [0.3], [random(6, 5, 4)]);
add('Dropout1d', [0.3], [random(5, 4)]);
add('Dropout2d', [0.3], [random(2, 5, 4, 4)]);
for (const kind of ['Dropout3d', 'FeatureAlphaDropout']) add(kind, [0.3], [random(2, 5, 3, 4, 4)]);

// Linear maps, embeddings.
add('Linear', [4, 3], [random(5, 4)]);
add('Linear', [0, 3], [random(5, 0)]);
add('Bilinear', [4, 3, 2], [random(5, 4), random(5, 3)]);
add('Embedding', [10, 3], [labels(10, 4, 5)], { options: { paddingIdx: 1 } });
add('EmbeddingBag', [10, 3], [labels(10, 4, 5)]);
add('EmbeddingBag', [10, 3], [labels(10, 4, 5)], { options: { mode: 'max', paddingIdx: 2 } });
add('EmbeddingBag', [10, 3], [labels(10, 6), aten('arange')(0, 6, 2)], { options: { mode: 'sum', maxNorm: 1.5 } });

// Convolutions.
const SPATIAL = [[9], [8, 7], [5, 6, 7]];
for (const n of [1, 2, 3]) {
  const input = random(2, 4, ...SPATIAL[n - 1]!);
  add(`Conv${n}d`, [4, 6, 3], [input]);
  add(`Conv${n}d`, [4, 6, 3], [input], { options: { stride: 2, padding: 1, groups: 2, bias: false } });
  add(`Conv${n}d`, [4, 6, 3], [input], { options: { padding: 'same', dilation: 2 } });
  if (n < 3) add(`Conv${n}d`, [4, 6, 3], [input], { options: { padding: 1, paddingMode: 'circular' } });
  add(`Conv${n}d`, [4, 6, 3], [input], { options: { padding: 'same', paddingMode: 'reflect' } });
  add(`ConvTranspose${n}d`, [4, 6, 3], [input]);
  add(`ConvTranspose${n}d`, [4, 6, 3], [input], { options: { stride: 2, outputPadding: 1, groups: 2 } });
}

// Pooling.
for (const n of [1, 2, 3]) {
  const input = random(2, 3, ...SPATIAL[n - 1]!);
  const positive = uniform(2, 3, ...SPATIAL[n - 1]!);
  add(`MaxPool${n}d`, [2], [input]);
  add(`MaxPool${n}d`, [3], [input], { options: { stride: 2, padding: 1, returnIndices: true } });
  add(`AvgPool${n}d`, [3], [input], { options: { stride: 2, padding: 1, countIncludePad: false } });
  add(`LPPool${n}d`, [2.5, 2], [positive]);
  add(`AdaptiveAvgPool${n}d`, [3], [input]);
  add(`AdaptiveMaxPool${n}d`, [3], [input], { options: { returnIndices: true } });
  if (n > 1) add(`FractionalMaxPool${n}d`, [2], [input], { options: { outputSize: 3 } });
  const pooled = new Array<number>(n).fill(2);
  const indices = aten('reshape')(aten('arange')(0, 2 ** n), [1, 1, ...pooled]);
  add(`MaxUnpool${n}d`, [2], [random(1, 1, ...pooled), indices]);
}
add('AdaptiveAvgPool2d', [[null, 2]], [random(2, 3, 5, 6)]);

// Padding.
for (const n of [1, 2, 3]) {
  const input = random(2, 3, ...SPATIAL[n - 1]!);
  add(`ConstantPad${n}d`, [2, 3.5], [input]);
  for (const kind of ['Zero', 'Reflection', 'Replication', 'Circular']) add(`${kind}Pad${n}d`, [1], [input]);
  add(`ZeroPad${n}d`, [Array.from({ length: 2 * n }, (_, i) => i)], [input]);
}

// Normalization.
for (const n of [1, 2, 3]) {
  const input = random(4, 3, ...SPATIAL[n - 1]!);
  add(`BatchNorm${n}d`, [3], [input]);
  add(`BatchNorm${n}d`, [3], [input], { options: { momentum: null, affine: false } });
  add(`BatchNorm${n}d`, [3], [input], { options: { trackRunningStats: false, bias: false } });
  add(`InstanceNorm${n}d`, [3], [input]);
  add(`InstanceNorm${n}d`, [3], [input], { options: { affine: true, trackRunningStats: true } });
}
add('BatchNorm1d', [3], [random(5, 3)]);
add('LayerNorm', [[3, 4]], [random(2, 3, 4)]);
add('LayerNorm', [4], [random(2, 3, 4)], { options: { bias: false, eps: 1e-3 } });
add('RMSNorm', [4], [random(2, 3, 4)]);
add('RMSNorm', [[3, 4]], [random(2, 3, 4)], { options: { eps: 1e-6, elementwiseAffine: false } });
add('GroupNorm', [2, 4], [random(3, 4, 5)]);
add('LocalResponseNorm', [2], [random(2, 5, 4)]);
add('LocalResponseNorm', [3], [random(2, 5, 4, 4)]);

add('CrossMapLRN2d', [3], [random(2, 5, 4, 4)]);
add('CrossMapLRN2d', [5, 0.1, 0.5, 2], [random(2, 7, 3, 2)]);

// Shapes and comparisons.
add('Flatten', [], [random(2, 3, 4)]);
add('Unflatten', [1, [2, 2]], [random(3, 4)]);
add('Unfold', [[2, 3]], [random(2, 3, 5, 6)]);
add('Fold', [[4, 5], 2], [random(1, 12, 12)]);
add('PixelShuffle', [2], [random(1, 8, 3, 3)]);
add('PixelUnshuffle', [2], [random(1, 2, 4, 4)]);
add('ChannelShuffle', [2], [random(1, 4, 2, 2)]);
add('Upsample', [], [random(1, 2, 3, 3)], { options: { scaleFactor: 2 } });
add('Upsample', [], [random(1, 2, 3, 3)], { options: { size: [5, 6], mode: 'bicubic', alignCorners: true } });
add('Upsample', [], [random(1, 2, 4)], { options: { size: 7, mode: 'linear' } });
add('Upsample', [], [random(1, 2, 3, 3, 3)], { options: { scaleFactor: 1.5, mode: 'trilinear' } });
add('Upsample', [], [random(1, 2, 4, 4)], { options: { scaleFactor: 0.5, mode: 'area' } });
add('UpsamplingNearest2d', [], [random(1, 2, 3, 3)], { options: { scaleFactor: 2 } });
add('UpsamplingBilinear2d', [], [random(1, 2, 3, 3)], { options: { size: 5 } });
add('CosineSimilarity', [], [random(3, 4), random(3, 4)]);
add('PairwiseDistance', [], [random(3, 4), random(3, 4)], { options: { keepdim: true } });

// Recurrent cells and layers.
for (const kind of ['RNNCell', 'GRUCell', 'LSTMCell']) {
  add(kind, [4, 5], [random(3, 4)]);
  add(kind, [4, 5], [random(4)], { options: { bias: false } });
}
add('RNNCell', [4, 5], [random(3, 4), random(3, 5)], { options: { nonlinearity: 'relu' } });
add('LSTMCell', [4, 5], [random(3, 4), [random(3, 5), random(3, 5)]]);
for (const kind of ['RNN', 'GRU', 'LSTM']) add(kind, [4, 5], [random(3, 2, 4)], { options: { numLayers: 2 } });

// Losses.
const [scores, probabilities] = [random(4, 5), uniform(4, 5)];
for (const reduction of ['mean', 'sum', 'none']) {
  const options = { reduction };
  add('L1Loss', [], [scores, random(4, 5)], { options });
  add('MSELoss', [], [scores, random(4, 5)], { options });
  add('SmoothL1Loss', [], [scores, random(4, 5)], { options: { ...options, beta: 0.5 } });
  add('HuberLoss', [], [scores, random(4, 5)], { options: { ...options, delta: 0.5 } });
  add('BCELoss', [], [probabilities, uniform(4, 5)], { options: { ...options, weight: uniform(5) } });
  add('BCEWithLogitsLoss', [], [scores, uniform(4, 5)], { options: { ...options, posWeight: uniform(5) } });
  add('KLDivLoss', [], [scores, uniform(4, 5)], { options });
  add('PoissonNLLLoss', [], [scores, uniform(4, 5)], { options: { ...options, full: true } });
  add('GaussianNLLLoss', [], [scores, random(4, 5), uniform(4, 5)], { options: { ...options, full: true } });
  add('HingeEmbeddingLoss', [], [scores, signs(4, 5)], { options });
  add('SoftMarginLoss', [], [scores, signs(4, 5)], { options });
  add('MultiLabelSoftMarginLoss', [], [scores, aten('round')(uniform(4, 5))], { options });
  add('MultiMarginLoss', [], [scores, labels(5, 4)], { options: { ...options, p: 2 } });
  add('MarginRankingLoss', [], [random(4), random(4), signs(4)], { options: { ...options, margin: 0.5 } });
  add('CosineEmbeddingLoss', [], [scores, random(4, 5), signs(4)], { options });
  add('TripletMarginLoss', [], [scores, random(4, 5), random(4, 5)], { options: { ...options, swap: true } });
  add('TripletMarginWithDistanceLoss', [], [scores, random(4, 5), random(4, 5)], { options });
  add('NLLLoss', [], [aten('log_softmax')(scores, 1), labels(5, 4)], { options });
  add('CrossEntropyLoss', [], [scores, labels(5, 4)], { options });
}
add('LinearCrossEntropyLoss', [5, 7], [scores, labels(7, 4)], {
  options: { bias: true, weight: uniform(7), labelSmoothing: 0.1, ignoreIndex: 2 },
});
add('LinearCrossEntropyLoss', [5, 3], [scores, labels(3, 4, 2, 2)], { options: { outFeatures: [2, 2], bias: true } });
add('LinearCrossEntropyLoss', [5, 3], [scores, uniform(4, 3)], { options: { reduction: 'sum' } });
add('KLDivLoss', [], [scores, uniform(4, 5)], { options: { reduction: 'batchmean', logTarget: true } });
add('MultiLabelMarginLoss', [], [scores, aten('sub')(labels(5, 4, 5), 1)]);
const lengths = aten('full')([2], 6, { dtype: torch.int64 });
const targetLengths = aten('full')([2], 3, { dtype: torch.int64 });
add('CTCLoss', [], [aten('log_softmax')(random(6, 2, 5), 2), aten('add')(labels(4, 2, 3), 1), lengths, targetLengths]);

// Attention. Gradients are recorded, so Python does not take its fast path for inference.
const [queries, sources] = [random(3, 2, 8), random(5, 2, 8)];
const causal = aten('triu')(aten('full')([3, 3], -Infinity), 1);
const ignored = aten('gt')(uniform(2, 5), 0.7);
add('MultiheadAttention', [8, 2], [queries, sources, sources]);
add('MultiheadAttention', [8, 2], [queries, sources, random(5, 2, 8)], { named: { needWeights: false } });
add('MultiheadAttention', [8, 2], [queries, sources, sources], {
  options: { dropout: 0.2, addBiasKv: true, addZeroAttn: true },
  named: { keyPaddingMask: ignored, averageAttnWeights: false },
});
add('MultiheadAttention', [8, 2], [queries, random(5, 2, 6), random(5, 2, 7)], {
  options: { kdim: 6, vdim: 7, bias: false },
});
add('MultiheadAttention', [8, 2], [random(2, 3, 8), random(2, 5, 8), random(2, 5, 8)], {
  options: { batchFirst: true },
});
const hidden = aten('triu')(aten('full')([3, 3], true), 1);
const perHead = random(4, 3, 5);
const paddedTargets = aten('gt')(uniform(2, 3), 0.8);
const floatPadding = aten('mul')(uniform(2, 5), -2);
const attention = (inputs: Tensor[], options: object, named: object): void =>
  add('MultiheadAttention', [8, 2], inputs, {
    options: options as Record<string, unknown>,
    named: named as Record<string, unknown>,
  });
const self = [queries, queries, queries];
attention(self, {}, { attnMask: hidden });
attention(self, {}, { attnMask: causal, isCausal: true });
attention(self, {}, { attnMask: causal, isCausal: true, needWeights: false });
attention(self, {}, { attnMask: causal, keyPaddingMask: paddedTargets, isCausal: true, needWeights: false });
attention([queries, sources, sources], {}, { attnMask: perHead, keyPaddingMask: floatPadding });
attention([queries, sources, sources], { addBiasKv: true }, { attnMask: perHead, needWeights: false });
attention([queries, sources, sources], { addZeroAttn: true, bias: false }, { keyPaddingMask: ignored });
attention([queries, random(5, 2, 6), random(5, 2, 8)], { kdim: 6, addBiasKv: true, addZeroAttn: true }, {});
attention([queries, random(5, 2, 8), random(5, 2, 3)], { vdim: 3, dropout: 0.3 }, { needWeights: false });
attention([random(3, 8), random(5, 8), random(5, 8)], {}, { keyPaddingMask: aten('gt')(uniform(5), 0.7) });
attention([random(3, 8), random(5, 8), random(5, 8)], { batchFirst: true }, { averageAttnWeights: false });
const batches = random(2, 3, 8);
attention([batches, batches, batches], { batchFirst: true }, { attnMask: hidden, needWeights: false });
add('TransformerEncoderLayer', [8, 2, 16], [queries]);
add('TransformerEncoderLayer', [8, 2, 16], [batches], {
  options: { batchFirst: true, bias: false, layerNormEps: 1e-3 },
  named: { srcMask: causal, srcKeyPaddingMask: paddedTargets, isCausal: true },
});
add('TransformerEncoderLayer', [8, 2, 16], [random(3, 8)], { options: { normFirst: true } });
add('TransformerDecoderLayer', [8, 2, 16], [batches, random(2, 5, 8)], {
  options: { batchFirst: true, activation: 'gelu' },
  named: { tgtKeyPaddingMask: paddedTargets, memoryKeyPaddingMask: ignored, memoryMask: random(3, 5) },
});
add('Transformer', [], [random(2, 5, 8), batches], {
  options: {
    ...{ dModel: 8, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 2, dimFeedforward: 16 },
    batchFirst: true,
    normFirst: true,
    bias: false,
  },
  named: { tgtMask: causal, tgtIsCausal: true, srcKeyPaddingMask: ignored, memoryKeyPaddingMask: ignored },
});
add('TransformerEncoderLayer', [8, 2, 16], [queries], {
  options: { normFirst: true, activation: 'gelu', dropout: 0.25 },
  named: { srcMask: causal },
});
add('TransformerDecoderLayer', [8, 2, 16], [queries, sources]);
add('TransformerDecoderLayer', [8, 2, 16], [queries, sources], {
  options: { normFirst: true, bias: false },
  named: { tgtMask: causal, tgtIsCausal: true },
});
add('Transformer', [], [sources, queries], {
  options: { dModel: 8, nhead: 2, numEncoderLayers: 2, numDecoderLayers: 2, dimFeedforward: 16 },
  named: { tgtMask: causal },
});

// Lazy layers, after their first input.
add('LazyLinear', [3], [random(5, 4)]);
for (const n of [1, 2, 3]) {
  const input = random(2, 4, ...SPATIAL[n - 1]!);
  add(`LazyConv${n}d`, [6, 3], [input], { options: { padding: 1 } });
  add(`LazyConvTranspose${n}d`, [6, 3], [input], { options: { stride: 2 } });
  add(`LazyBatchNorm${n}d`, [], [input]);
  add(`LazyInstanceNorm${n}d`, [], [input]);
}
add('SyncBatchNorm', [4], [random(3, 4, 5)]);
add('AdaptiveLogSoftmaxWithLoss', [8, 20, [5, 10]], [random(4, 8), torch.tensor([0, 7, 12, 3])]);
