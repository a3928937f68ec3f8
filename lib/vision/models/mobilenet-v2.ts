import { callback, float, int, nullable, value } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import { Conv2dNormActivation, type NormLayer, batchNorm, relu6, run } from '../ops/layers';
import { heLeakyFanOut, initialize, onesAndZeros, smallNormal } from './initialize';
import { makeDivisible, roundHalfToEven } from './make-divisible';
import { define } from './registry';

class InvertedResidual extends nn.Module {
  readonly conv: nn.Sequential;
  private readonly useResConnect: boolean;

  constructor(inChannels: number, outChannels: number, stride: number, expandRatio: number, normLayer: NormLayer) {
    super();
    if (stride !== 1 && stride !== 2) throw valueError(`stride should be 1 or 2 instead of ${stride}`);
    const hidden = roundHalfToEven(inChannels * expandRatio);
    const activationLayer = relu6;
    this.useResConnect = stride === 1 && inChannels === outChannels;
    this.conv = new nn.Sequential(
      ...(expandRatio === 1
        ? []
        : [new Conv2dNormActivation(inChannels, hidden, { kernelSize: 1, normLayer, activationLayer })]),
      new Conv2dNormActivation(hidden, hidden, { stride, groups: hidden, normLayer, activationLayer }),
      new nn.Conv2d(hidden, outChannels, 1, { stride: 1, padding: 0, bias: false }),
      normLayer(outChannels),
    );
  }

  override forward(x: Tensor): Tensor {
    return this.useResConnect ? x.add(this.conv.forward(x)) : this.conv.forward(x);
  }
}

export interface MobileNetV2Options {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** A factor for the width of all layers. @defaultValue 1 */
  readonly widthMult?: number;
  /** The stages: expansion, channels, number of blocks, stride of the first one. @defaultValue null, which means the paper's */
  readonly invertedResidualSetting?: readonly (readonly [number, number, number, number])[] | null;
  /** Numbers of channels are multiples of this. @defaultValue 8 */
  readonly roundNearest?: number;
  /** Makes a normalization layer for a number of channels. @defaultValue null, which means `nn.BatchNorm2d` */
  readonly normLayer?: NormLayer | null;
  /** The probability that dropout zeroes a number before the last layer. @defaultValue 0.2 */
  readonly dropout?: number;
}

type Setting = readonly (readonly number[])[];

const OPTIONS = {
  numClasses: int(1000),
  widthMult: float(1),
  invertedResidualSetting: nullable(value<Setting>('a list of lists of four numbers', Array.isArray)),
  roundNearest: int(8),
  normLayer: nullable(callback<NormLayer>()),
  dropout: float(0.2),
};

const PAPER: Setting = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
];

/**
 * MobileNetV2 over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/mobilenetv2.html
 * @example
 * new vision.models.MobileNetV2({ numClasses: 10, widthMult: 0.25 }).forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class MobileNetV2 extends nn.Module {
  features: nn.Module;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  constructor(options: MobileNetV2Options = {}) {
    super();
    const read = readOptions('MobileNetV2', OPTIONS, options);
    const { widthMult, roundNearest } = read;
    const setting = read.invertedResidualSetting ?? PAPER;
    if (setting[0]?.length !== 4) {
      throw valueError(
        `invertedResidualSetting should be non-empty or a 4-element list, got ${JSON.stringify(setting)}`,
      );
    }
    const common = { normLayer: read.normLayer ?? batchNorm, activationLayer: relu6 };
    let channels = makeDivisible(32 * widthMult, roundNearest);
    const last = makeDivisible(1280 * Math.max(1, widthMult), roundNearest);
    const features: nn.Module[] = [new Conv2dNormActivation(3, channels, { stride: 2, ...common })];
    for (const [expand, width, blocks, stride] of setting as readonly (readonly [number, number, number, number])[]) {
      const out = makeDivisible(width * widthMult, roundNearest);
      for (let i = 0; i < blocks; i++) {
        features.push(new InvertedResidual(channels, out, i === 0 ? stride : 1, expand, common.normLayer));
        channels = out;
      }
    }
    features.push(new Conv2dNormActivation(channels, last, { kernelSize: 1, ...common }));
    this.features = new nn.Sequential(...features);
    this.classifier = new nn.Sequential(new nn.Dropout(read.dropout), new nn.Linear(last, read.numClasses));
    initialize(this, { convolution: heLeakyFanOut, norm: onesAndZeros, linear: smallNormal });
  }

  override forward(x: Tensor): Tensor {
    return run(this.classifier, nn.functional.adaptiveAvgPool2d(run(this.features, x), [1, 1]).flatten(1));
  }
}

/**
 * MobileNetV2.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mobilenet_v2.html
 * @example
 * const model = vision.models.mobilenetV2({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const mobilenetV2 = define('mobilenet_v2', (options: MobileNetV2Options) => new MobileNetV2(options));
