import { bool, callback, float, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import {
  Conv2dNormActivation,
  type NormLayer,
  SqueezeExcitation,
  hardsigmoid,
  hardswish,
  relu,
  run,
} from '../ops/layers';
import { heLeakyFanOut, initialize, onesAndZeros, smallNormal } from './initialize';
import { makeDivisible } from './make-divisible';
import { type Recipe, define } from './registry';

/** One block: channels of the input, kernel, width inside, channels of the output, squeeze, hard swish, stride, dilation. */
type Row = readonly [number, number, number, number, boolean, boolean, number, number];

class InvertedResidual extends nn.Module {
  readonly block: nn.Sequential;
  readonly outChannels: number;
  /** Whether this is the first block of a smaller size. @internal */
  readonly shrinks: boolean;
  private readonly useResConnect: boolean;

  constructor([input, kernelSize, expanded, output, squeezes, swish, stride, dilation]: Row, normLayer: NormLayer) {
    super();
    this.outChannels = output;
    this.shrinks = stride > 1;
    this.useResConnect = stride === 1 && input === output;
    const common = { normLayer, activationLayer: swish ? hardswish : relu };
    const step = { stride: dilation > 1 ? 1 : stride, dilation, groups: expanded };
    const squeeze = { scaleActivation: hardsigmoid };
    this.block = new nn.Sequential(
      ...(expanded === input ? [] : [new Conv2dNormActivation(input, expanded, { kernelSize: 1, ...common })]),
      new Conv2dNormActivation(expanded, expanded, { kernelSize, ...step, ...common }),
      ...(squeezes ? [new SqueezeExcitation(expanded, makeDivisible(Math.floor(expanded / 4), 8), squeeze)] : []),
      new Conv2dNormActivation(expanded, output, { kernelSize: 1, normLayer, activationLayer: null }),
    );
  }

  override forward(input: Tensor): Tensor {
    const result = this.block.forward(input);
    return this.useResConnect ? result.add_(input) : result;
  }
}

export interface MobileNetV3Options {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** A factor for the width of all layers. @defaultValue 1 */
  readonly widthMult?: number;
  /** Half as many channels in the last stage. @defaultValue false */
  readonly reducedTail?: boolean;
  /** Dilate in the last stage, for segmentation, instead of shrinking. @defaultValue false */
  readonly dilated?: boolean;
  /** Makes a normalization layer for a number of channels. @defaultValue null, which means `nn.BatchNorm2d` with eps 0.001 and momentum 0.01 */
  readonly normLayer?: NormLayer | null;
  /** The probability that dropout zeroes a number before the last layer. @defaultValue 0.2 */
  readonly dropout?: number;
}

const OPTIONS = {
  numClasses: int(1000),
  widthMult: float(1),
  reducedTail: bool(false),
  dilated: bool(false),
  normLayer: nullable(callback<NormLayer>()),
  dropout: float(0.2),
};

/** The rows of the paper's tables; the last stage depends on its tail and its dilation. */
function rows(size: 'large' | 'small', tail: number, dilation: number): Row[] {
  if (size === 'large') {
    return [
      [16, 3, 16, 16, false, false, 1, 1],
      [16, 3, 64, 24, false, false, 2, 1],
      [24, 3, 72, 24, false, false, 1, 1],
      [24, 5, 72, 40, true, false, 2, 1],
      [40, 5, 120, 40, true, false, 1, 1],
      [40, 5, 120, 40, true, false, 1, 1],
      [40, 3, 240, 80, false, true, 2, 1],
      [80, 3, 200, 80, false, true, 1, 1],
      [80, 3, 184, 80, false, true, 1, 1],
      [80, 3, 184, 80, false, true, 1, 1],
      [80, 3, 480, 112, true, true, 1, 1],
      [112, 3, 672, 112, true, true, 1, 1],
      [112, 5, 672, 160 / tail, true, true, 2, dilation],
      [160 / tail, 5, 960 / tail, 160 / tail, true, true, 1, dilation],
      [160 / tail, 5, 960 / tail, 160 / tail, true, true, 1, dilation],
    ];
  }
  return [
    [16, 3, 16, 16, true, false, 2, 1],
    [16, 3, 72, 24, false, false, 2, 1],
    [24, 3, 88, 24, false, false, 1, 1],
    [24, 5, 96, 40, true, true, 2, 1],
    [40, 5, 240, 40, true, true, 1, 1],
    [40, 5, 240, 40, true, true, 1, 1],
    [40, 5, 120, 48, true, true, 1, 1],
    [48, 5, 144, 48, true, true, 1, 1],
    [48, 5, 288, 96 / tail, true, true, 2, dilation],
    [96 / tail, 5, 576 / tail, 96 / tail, true, true, 1, dilation],
    [96 / tail, 5, 576 / tail, 96 / tail, true, true, 1, dilation],
  ];
}

/**
 * MobileNetV3 over pictures `[N, 3, H, W]`; gives `[N, numClasses]`. Its size is `'large'` or `'small'`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/mobilenetv3.html
 * @example
 * new vision.models.MobileNetV3('small', { numClasses: 10 }).forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class MobileNetV3 extends nn.Module {
  features: nn.Sequential;
  avgpool: nn.Module;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  constructor(size: 'large' | 'small', options: MobileNetV3Options = {}) {
    super();
    const { numClasses, widthMult, reducedTail, dilated, dropout, ...read } = readOptions(
      'MobileNetV3',
      OPTIONS,
      options,
    );
    const normLayer = read.normLayer ?? ((channels) => new nn.BatchNorm2d(channels, { eps: 0.001, momentum: 0.01 }));
    const tail = reducedTail ? 2 : 1;
    const adjust = (channels: number): number => makeDivisible(channels * widthMult, 8);
    const blocks = rows(size, tail, dilated ? 2 : 1).map(
      ([input, kernel, expanded, output, ...rest]): Row => [
        adjust(input),
        kernel,
        adjust(expanded),
        adjust(output),
        ...rest,
      ],
    );
    const first = (blocks[0] as Row)[0];
    const end = (blocks.at(-1) as Row)[3];
    const last = adjust((size === 'large' ? 1280 : 1024) / tail);
    const common = { normLayer, activationLayer: hardswish };
    this.features = new nn.Sequential(
      ...[new Conv2dNormActivation(3, first, { kernelSize: 3, stride: 2, ...common })],
      ...blocks.map((row) => new InvertedResidual(row, normLayer)),
      new Conv2dNormActivation(end, 6 * end, { kernelSize: 1, ...common }),
    );
    this.avgpool = new nn.AdaptiveAvgPool2d(1);
    this.classifier = new nn.Sequential(
      new nn.Linear(6 * end, last),
      new nn.Hardswish({ inplace: true }),
      new nn.Dropout(dropout, { inplace: true }),
      new nn.Linear(last, numClasses),
    );
    initialize(this, { convolution: heLeakyFanOut, norm: onesAndZeros, linear: smallNormal });
  }

  override forward(x: Tensor): Tensor {
    return run(this.classifier, run(this.avgpool, this.features.forward(x)).flatten(1));
  }
}

const make =
  (size: 'large' | 'small'): Recipe<MobileNetV3, MobileNetV3Options> =>
  (options) =>
    new MobileNetV3(size, options);

/**
 * The large MobileNetV3.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mobilenet_v3_large.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.mobilenetV3Large();
 * (model.classifier as nn.Sequential).set(3, new nn.Linear(1280, 3));
 * model.eval().forward(torch.rand([2, 3, 64, 64])).shape; // [2, 3]
 */
export const mobilenetV3Large = define('mobilenet_v3_large', make('large'));
/**
 * The small MobileNetV3.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mobilenet_v3_small.html
 * @example
 * const model = vision.models.mobilenetV3Small({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const mobilenetV3Small = define('mobilenet_v3_small', make('small'));
