import { callback, float, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import { Conv2dNormActivation, type NormLayer, SqueezeExcitation, batchNorm, run, silu } from '../ops/layers';
import { StochasticDepth } from '../ops/stochastic-depth';
import { heLeakyFanOut, initialize, onesAndZeros } from './initialize';
import { makeDivisible } from './make-divisible';
import { type Recipe, define } from './registry';
import { SnakeKeys } from '../snake-keys';

/** What a stage of blocks is made of. */
type Row = readonly [expand: number, kernel: number, stride: number, input: number, output: number, blocks: number];
type Stage = readonly [kind: 'MBConv' | 'FusedMBConv', ...row: Row];

interface BlockPlan {
  readonly expandRatio: number;
  readonly kernelSize: number;
  readonly stride: number;
  readonly input: number;
  readonly output: number;
}

/** What both kinds of blocks do around their layers. */
abstract class ResidualBlock extends SnakeKeys {
  readonly block: nn.Sequential;
  readonly stochasticDepth: StochasticDepth;
  private readonly useResConnect: boolean;

  constructor({ stride, input, output }: BlockPlan, layers: readonly nn.Module[], depthProbability: number) {
    super();
    this.useResConnect = stride === 1 && input === output;
    this.block = new nn.Sequential(...layers);
    this.stochasticDepth = new StochasticDepth(depthProbability, 'row');
  }

  override forward(input: Tensor): Tensor {
    const result = this.block.forward(input);
    return this.useResConnect ? this.stochasticDepth.forward(result).add_(input) : result;
  }
}

/** A 1 × 1 convolution that widens, one for each channel, squeeze and excitation, and one that narrows. */
class MBConv extends ResidualBlock {
  constructor(plan: BlockPlan, depthProbability: number, normLayer: NormLayer) {
    const { expandRatio, kernelSize, stride, input, output } = plan;
    const expanded = makeDivisible(input * expandRatio, 8);
    const common = { normLayer, activationLayer: silu };
    const layers = [
      ...(expanded === input ? [] : [new Conv2dNormActivation(input, expanded, { kernelSize: 1, ...common })]),
      new Conv2dNormActivation(expanded, expanded, { kernelSize, stride, groups: expanded, ...common }),
      new SqueezeExcitation(expanded, Math.max(1, Math.floor(input / 4)), { activation: () => silu(true) }),
      new Conv2dNormActivation(expanded, output, { kernelSize: 1, normLayer, activationLayer: null }),
    ];
    super(plan, layers, depthProbability);
  }
}

/** The same with one full convolution in place of the first two. */
class FusedMBConv extends ResidualBlock {
  constructor(plan: BlockPlan, depthProbability: number, normLayer: NormLayer) {
    const { expandRatio, kernelSize, stride, input, output } = plan;
    const expanded = makeDivisible(input * expandRatio, 8);
    const common = { kernelSize, stride, normLayer, activationLayer: silu };
    const layers =
      expanded === input
        ? [new Conv2dNormActivation(input, output, common)]
        : [
            new Conv2dNormActivation(input, expanded, common),
            new Conv2dNormActivation(expanded, output, { kernelSize: 1, normLayer, activationLayer: null }),
          ];
    super(plan, layers, depthProbability);
  }
}

const BLOCKS = { MBConv, FusedMBConv };

export interface EfficientNetOptions {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** The probability that dropout zeroes a number before the last layer. @defaultValue that of the paper: 0.2 to 0.5 */
  readonly dropout?: number;
  /** The probability that the last block is left out; earlier ones less. @defaultValue 0.2 */
  readonly stochasticDepthProb?: number;
  /** Makes a normalization layer for a number of channels. @defaultValue `nn.BatchNorm2d`, with the model's own eps and momentum */
  readonly normLayer?: NormLayer | null;
}

const OPTIONS = {
  numClasses: int(1000),
  dropout: float(0.2),
  stochasticDepthProb: float(0.2),
  normLayer: nullable(callback<NormLayer>()),
};

/**
 * An EfficientNet over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/efficientnet.html
 * @example
 * vision.models.efficientnetB0({ numClasses: 10 }).forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class EfficientNet extends nn.Module {
  features: nn.Module;
  avgpool: nn.Module;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  /** @internal */
  constructor(stages: readonly Stage[], lastChannel: number | null, options: EfficientNetOptions) {
    super();
    const { numClasses, dropout, stochasticDepthProb, ...read } = readOptions('EfficientNet', OPTIONS, options);
    const normLayer = read.normLayer ?? batchNorm;
    const total = stages.reduce((sum, stage) => sum + stage[6], 0);
    const common = { normLayer, activationLayer: silu };
    const first = (stages[0] as Stage)[4];
    const before = (stages.at(-1) as Stage)[5];
    const last = lastChannel ?? 4 * before;
    let done = 0;
    this.features = new nn.Sequential(
      ...[new Conv2dNormActivation(3, first, { kernelSize: 3, stride: 2, ...common })],
      ...stages.map(([kind, expandRatio, kernelSize, stride, input, output, blocks]) => {
        const block = (_: unknown, i: number): nn.Module => {
          const place = i === 0 ? { stride, input } : { stride: 1, input: output };
          const plan = { expandRatio, kernelSize, output, ...place };
          return new BLOCKS[kind](plan, (stochasticDepthProb * done++) / total, normLayer);
        };
        return new nn.Sequential(...Array.from({ length: blocks }, block));
      }),
      new Conv2dNormActivation(before, last, { kernelSize: 1, ...common }),
    );
    this.avgpool = new nn.AdaptiveAvgPool2d(1);
    this.classifier = new nn.Sequential(new nn.Dropout(dropout, { inplace: true }), new nn.Linear(last, numClasses));
    initialize(this, { convolution: heLeakyFanOut, norm: onesAndZeros, linear: uniformByOutputs });
  }

  override forward(x: Tensor): Tensor {
    return run(this.classifier, run(this.avgpool, run(this.features, x)).flatten(1));
  }
}

function uniformByOutputs({ weight, bias }: nn.Linear): void {
  const range = 1 / Math.sqrt(weight.shape[0] as number);
  nn.init.uniform_(weight, -range, range);
  if (bias) nn.init.zeros_(bias);
}

/** The stages of the first version, scaled in width and depth from those of B0. */
function scaled(width: number, depth: number): Stage[] {
  const base: readonly Row[] = [
    [1, 3, 1, 32, 16, 1],
    [6, 3, 2, 16, 24, 2],
    [6, 5, 2, 24, 40, 2],
    [6, 3, 2, 40, 80, 3],
    [6, 5, 1, 80, 112, 3],
    [6, 5, 2, 112, 192, 4],
    [6, 3, 1, 192, 320, 1],
  ];
  const adjust = (channels: number): number => makeDivisible(channels * width, 8);
  return base.map(([expand, kernel, stride, input, output, blocks]) =>
    plain(expand, kernel, stride, adjust(input), adjust(output), Math.ceil(blocks * depth)),
  );
}

const fused = (...row: Row): Stage => ['FusedMBConv', ...row];
const plain = (...row: Row): Stage => ['MBConv', ...row];

const normOf =
  (options: { readonly eps: number; readonly momentum?: number }): NormLayer =>
  (channels) =>
    new nn.BatchNorm2d(channels, options);

type Make = Recipe<EfficientNet, EfficientNetOptions>;

const first =
  (width: number, depth: number, dropout: number, own: EfficientNetOptions = {}): Make =>
  (options) =>
    new EfficientNet(scaled(width, depth), null, { dropout, ...own, ...options });

const second =
  (stages: readonly Stage[], dropout: number): Make =>
  (options) =>
    new EfficientNet(stages, 1280, { dropout, normLayer: normOf({ eps: 1e-3 }), ...options });

const LARGE = { normLayer: normOf({ eps: 0.001, momentum: 0.01 }) };

/**
 * EfficientNet B0.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b0.html
 * @example
 * const model = vision.models.efficientnetB0({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetB0 = define('efficientnet_b0', first(1, 1, 0.2));
/**
 * EfficientNet B1.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b1.html
 * @example
 * const model = vision.models.efficientnetB1({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetB1 = define('efficientnet_b1', first(1, 1.1, 0.2));
/**
 * EfficientNet B2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b2.html
 * @example
 * const model = vision.models.efficientnetB2({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetB2 = define('efficientnet_b2', first(1.1, 1.2, 0.3));
/**
 * EfficientNet B3.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b3.html
 * @example
 * const model = vision.models.efficientnetB3({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetB3 = define('efficientnet_b3', first(1.2, 1.4, 0.3));
/**
 * EfficientNet B4.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b4.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.efficientnetB4();
 * (model.classifier as nn.Sequential).set(1, new nn.Linear(1792, 3));
 * model.eval().forward(torch.rand([2, 3, 64, 64])).shape; // [2, 3]
 */
export const efficientnetB4 = define('efficientnet_b4', first(1.4, 1.8, 0.4));
/**
 * EfficientNet B5.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b5.html
 * @example
 * const model = vision.models.efficientnetB5({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetB5 = define('efficientnet_b5', first(1.6, 2.2, 0.4, LARGE));
/**
 * EfficientNet B6.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b6.html
 * @example
 * // The features of pictures, without the last layers.
 * const { features } = vision.models.efficientnetB6().eval();
 * (features as nn.Sequential).forward(torch.rand([1, 3, 64, 64])).shape; // [1, 2304, 2, 2]
 */
export const efficientnetB6 = define('efficientnet_b6', first(1.8, 2.6, 0.5, LARGE));
/**
 * EfficientNet B7.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_b7.html
 * @example
 * const model = vision.models.efficientnetB7({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetB7 = define('efficientnet_b7', first(2, 3.1, 0.5, LARGE));

/**
 * The small EfficientNetV2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_v2_s.html
 * @example
 * const model = vision.models.efficientnetV2S({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetV2S = define(
  'efficientnet_v2_s',
  second(
    [
      fused(1, 3, 1, 24, 24, 2),
      fused(4, 3, 2, 24, 48, 4),
      fused(4, 3, 2, 48, 64, 4),
      plain(4, 3, 2, 64, 128, 6),
      plain(6, 3, 1, 128, 160, 9),
      plain(6, 3, 2, 160, 256, 15),
    ],
    0.2,
  ),
);
/**
 * The medium EfficientNetV2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_v2_m.html
 * @example
 * // Less dropout, for more data.
 * const model = vision.models.efficientnetV2M({ numClasses: 10, dropout: 0.1 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetV2M = define(
  'efficientnet_v2_m',
  second(
    [
      fused(1, 3, 1, 24, 24, 3),
      fused(4, 3, 2, 24, 48, 5),
      fused(4, 3, 2, 48, 80, 5),
      plain(4, 3, 2, 80, 160, 7),
      plain(6, 3, 1, 160, 176, 14),
      plain(6, 3, 2, 176, 304, 18),
      plain(6, 3, 1, 304, 512, 5),
    ],
    0.3,
  ),
);
/**
 * The large EfficientNetV2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.efficientnet_v2_l.html
 * @example
 * const model = vision.models.efficientnetV2L({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const efficientnetV2L = define(
  'efficientnet_v2_l',
  second(
    [
      fused(1, 3, 1, 32, 32, 4),
      fused(4, 3, 2, 32, 64, 7),
      fused(4, 3, 2, 64, 96, 7),
      plain(4, 3, 2, 96, 192, 10),
      plain(6, 3, 1, 192, 224, 19),
      plain(6, 3, 2, 224, 384, 25),
      plain(6, 3, 1, 384, 640, 7),
    ],
    0.4,
  ),
);
