import type { CausalBias } from './causal-bias';
import type { Tensor } from '../../ops/tensor-methods';
import type { DType } from '../../tensor/dtype';
import type * as Options from '../options';
import type { Ints } from '../options';
import type { Named, Plain } from './calls';
import type { LossSignatures } from './loss-signatures';
import type { WindowSignatures } from './window-signatures';

/** What callers of `torch.nn.functional` see: the arguments of each function, in Python's order. */

type InplaceCall = Plain<[input: Tensor], [inplace?: boolean], Options.InplaceOptions>;
type Elementwise = Plain<[input: Tensor], [], Options.NoOptions>;
type ShrinkCall = Plain<[input: Tensor], [lambd?: number], Options.LambdOptions>;
type EluCall = Plain<[input: Tensor], [alpha?: number, inplace?: boolean], Options.EluOptions>;
type EluInPlaceCall = Plain<[input: Tensor], [alpha?: number], Options.AlphaOptions>;
type SoftmaxCall = Plain<[input: Tensor], [dim?: number | null, dtype?: DType | null], Options.SoftmaxFunctionOptions>;
type DropoutCall = Plain<
  [input: Tensor],
  [p?: number, training?: boolean, inplace?: boolean],
  Options.DropoutFunctionOptions
>;
type AlphaDropoutCall = Plain<
  [input: Tensor],
  [p?: number, training?: boolean, inplace?: boolean],
  Options.AlphaDropoutFunctionOptions
>;

/** Every function by its name. */
export interface Signatures extends LossSignatures, WindowSignatures {
  silu: InplaceCall;
  mish: InplaceCall;
  hardsigmoid: InplaceCall;
  hardswish: InplaceCall;
  tanh: Elementwise;
  sigmoid: Elementwise;
  logsigmoid: Elementwise;
  softsign: Elementwise;
  tanhshrink: Elementwise;
  softshrink: ShrinkCall;
  hardshrink: ShrinkCall;
  softplus: Plain<[input: Tensor], [beta?: number, threshold?: number], Options.SoftplusOptions>;
  gelu: Plain<[input: Tensor], [approximate?: 'none' | 'tanh'], Options.GeluOptions>;
  glu: Plain<[input: Tensor], [dim?: number], Options.GluOptions>;
  groupedMm: Named<[matA: Tensor, matB: Tensor], [options?: never], Options.GroupedMmOptions, 'matB'>;
  oneHot: Plain<[tensor: Tensor], [numClasses?: number], Options.OneHotOptions>;
  cosineSimilarity: Named<
    [x1: Tensor, x2: Tensor],
    [dim?: number, eps?: number],
    Options.CosineSimilarityOptions,
    'x2'
  >;
  pairwiseDistance: Named<
    [x1: Tensor, x2: Tensor],
    [p?: number, eps?: number, keepdim?: boolean],
    Options.PairwiseDistanceOptions,
    'x2'
  >;
  pdist: Plain<[input: Tensor], [p?: number], Options.NormDegreeOptions>;
  batchNorm: Named<
    [input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null],
    [weight?: Tensor | null, bias?: Tensor | null, training?: boolean, momentum?: number, eps?: number],
    Options.BatchNormFunctionOptions,
    'runningMean' | 'runningVar'
  >;
  instanceNorm: Plain<
    [input: Tensor],
    [
      runningMean?: Tensor | null,
      runningVar?: Tensor | null,
      weight?: Tensor | null,
      bias?: Tensor | null,
      useInputStats?: boolean,
      momentum?: number,
      eps?: number,
    ],
    Options.InstanceNormFunctionOptions
  >;
  layerNorm: Named<
    [input: Tensor, normalizedShape: Ints],
    [weight?: Tensor | null, bias?: Tensor | null, eps?: number],
    Options.LayerNormFunctionOptions,
    'normalizedShape'
  >;
  rmsNorm: Named<
    [input: Tensor, normalizedShape: Ints],
    [weight?: Tensor | null, eps?: number | null],
    Options.RMSNormFunctionOptions,
    'normalizedShape'
  >;
  groupNorm: Named<
    [input: Tensor, numGroups: number],
    [weight?: Tensor | null, bias?: Tensor | null, eps?: number],
    Options.LayerNormFunctionOptions,
    'numGroups'
  >;
  localResponseNorm: Named<
    [input: Tensor, size: number],
    [alpha?: number, beta?: number, k?: number],
    Options.ResponseNormOptions,
    'size'
  >;
  normalize: Plain<[input: Tensor], [p?: number, dim?: number, eps?: number], Options.NormalizeOptions>;
  relu: InplaceCall;
  relu_: Elementwise;
  relu6: InplaceCall;
  selu: InplaceCall;
  selu_: Elementwise;
  elu: EluCall;
  elu_: EluInPlaceCall;
  celu: EluCall;
  celu_: EluInPlaceCall;
  leakyRelu: Plain<[input: Tensor], [negativeSlope?: number, inplace?: boolean], Options.LeakyReluOptions>;
  leakyRelu_: Plain<[input: Tensor], [negativeSlope?: number], Options.SlopeOptions>;
  prelu: Named<[input: Tensor, weight: Tensor], [], Options.NoOptions, 'weight'>;
  rrelu: Plain<
    [input: Tensor],
    [lower?: number, upper?: number, training?: boolean, inplace?: boolean],
    Options.RReluFunctionOptions
  >;
  rrelu_: Plain<[input: Tensor], [lower?: number, upper?: number, training?: boolean], Options.RReluInPlaceOptions>;
  hardtanh: Plain<[input: Tensor], [minVal?: number, maxVal?: number, inplace?: boolean], Options.HardtanhOptions>;
  hardtanh_: Plain<[input: Tensor], [minVal?: number, maxVal?: number], Options.RangeOptions>;
  threshold: Named<
    [input: Tensor, threshold: number, value: number],
    [inplace?: boolean],
    Options.InplaceOptions,
    'threshold' | 'value'
  >;
  threshold_: Named<[input: Tensor, threshold: number, value: number], [], Options.NoOptions, 'threshold' | 'value'>;
  softmax: SoftmaxCall;
  logSoftmax: SoftmaxCall;
  softmin: SoftmaxCall;
  gumbelSoftmax: Plain<
    [logits: Tensor],
    [tau?: number, hard?: boolean, eps?: number, dim?: number],
    Options.GumbelSoftmaxOptions
  >;
  embedding: Named<
    [input: Tensor, weight: Tensor],
    [
      paddingIdx?: number | null,
      maxNorm?: number | null,
      normType?: number,
      scaleGradByFreq?: boolean,
      sparse?: boolean,
    ],
    Options.EmbeddingFunctionOptions,
    'weight'
  >;
  embeddingBag: Named<
    [input: Tensor, weight: Tensor],
    [
      offsets?: Tensor | null,
      maxNorm?: number | null,
      normType?: number,
      scaleGradByFreq?: boolean,
      mode?: 'sum' | 'mean' | 'max',
      sparse?: boolean,
      perSampleWeights?: Tensor | null,
      includeLastOffset?: boolean,
      paddingIdx?: number | null,
    ],
    Options.EmbeddingBagFunctionOptions,
    'weight'
  >;
  dropout: DropoutCall;
  alphaDropout: AlphaDropoutCall;
  featureAlphaDropout: AlphaDropoutCall;
  dropout2d: DropoutCall;
  dropout3d: DropoutCall;
  dropout1d: DropoutCall;
  scaledDotProductAttention: Named<
    [query: Tensor, key: Tensor, value: Tensor],
    [
      attnMask?: Tensor | CausalBias | null,
      dropoutP?: number,
      isCausal?: boolean,
      scale?: number | null,
      enableGqa?: boolean,
    ],
    Options.ScaledDotProductAttentionOptions,
    'key' | 'value'
  >;
  pixelUnshuffle: Named<[input: Tensor, downscaleFactor: number], [], Options.NoOptions, 'downscaleFactor'>;
}
