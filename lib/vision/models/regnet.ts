import { callback, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import {
  type ActivationLayer,
  Conv2dNormActivation,
  type NormLayer,
  SqueezeExcitation,
  batchNorm,
  relu,
  run,
} from '../ops/layers';
import { initialize, onesAndZeros, smallNormal } from './initialize';
import { makeDivisible, roundHalfToEven } from './make-divisible';
import { type Recipe, define } from './registry';

class SimpleStemIN extends Conv2dNormActivation {}

interface BlockOptions {
  readonly widthIn: number;
  readonly widthOut: number;
  readonly stride: number;
  readonly groupWidth: number;
  readonly seRatio: number | null;
  readonly normLayer: NormLayer;
  readonly activationLayer: ActivationLayer;
}

class BottleneckTransform extends nn.Sequential {
  constructor({ widthIn, widthOut, stride, groupWidth, seRatio, normLayer, activationLayer }: BlockOptions) {
    const groups = Math.floor(widthOut / groupWidth);
    const common = { normLayer, activationLayer };
    super(
      new Map<string, nn.Module>([
        ['a', new Conv2dNormActivation(widthIn, widthOut, { kernelSize: 1, stride: 1, ...common })],
        ['b', new Conv2dNormActivation(widthOut, widthOut, { kernelSize: 3, stride, groups, ...common })],
        ...(seRatio ? [['se', squeeze(widthOut, roundHalfToEven(seRatio * widthIn), activationLayer)] as const] : []),
        [
          'c',
          new Conv2dNormActivation(widthOut, widthOut, { kernelSize: 1, stride: 1, normLayer, activationLayer: null }),
        ],
      ]),
    );
  }
}

function squeeze(channels: number, inside: number, activation: ActivationLayer): SqueezeExcitation {
  return new SqueezeExcitation(channels, inside, { activation });
}

class ResBottleneckBlock extends nn.Module {
  readonly proj: Conv2dNormActivation | null;
  readonly f: BottleneckTransform;
  readonly activation: nn.Module;

  constructor(options: BlockOptions) {
    super();
    const { widthIn, widthOut, stride, normLayer, activationLayer } = options;
    const fits = widthIn === widthOut && stride === 1;
    this.proj = fits
      ? null
      : new Conv2dNormActivation(widthIn, widthOut, { kernelSize: 1, stride, normLayer, activationLayer: null });
    this.f = new BottleneckTransform(options);
    this.activation = activationLayer(true);
  }

  override forward(x: Tensor): Tensor {
    return run(this.activation, (this.proj ? this.proj.forward(x) : x).add(this.f.forward(x)));
  }
}

class AnyStage extends nn.Sequential {
  constructor(stage: number, depth: number, options: BlockOptions) {
    const { widthOut } = options;
    super(
      new Map(
        Array.from({ length: depth }, (_, i) => {
          const place = i === 0 ? options : { ...options, widthIn: widthOut, stride: 1 };
          return [`block${stage}-${i}`, new ResBottleneckBlock(place)] as const;
        }),
      ),
    );
  }
}

/** The numbers that define a RegNet. */
export interface RegNetPlan {
  /** The number of blocks. */
  readonly depth: number;
  /** The width of the first block: a multiple of 8. */
  readonly w0: number;
  /** By how much the width grows from block to block. */
  readonly wa: number;
  /** The ratio of the widths of two stages: more than 1. */
  readonly wm: number;
  /** The channels of a group of the 3 × 3 convolutions. */
  readonly groupWidth: number;
  /** The ratio of squeeze and excitation; null leaves it out. */
  readonly seRatio?: number | null;
}

interface Stage {
  readonly width: number;
  readonly depth: number;
  readonly groupWidth: number;
}

/** float32, in which torchvision computes widths. */
const f32 = Math.fround;

/** Stages of equal width, from the widths of the blocks on a line, rounded to powers of `wm` and multiples of 8. */
function stagesOf({ depth, w0, wa, wm, groupWidth }: RegNetPlan): Stage[] {
  if (wa < 0 || w0 <= 0 || wm <= 1 || w0 % 8 !== 0) throw valueError('Invalid RegNet settings');
  const counts = new Map<number, number>();
  for (let i = 0; i < depth; i++) {
    const onLine = f32(f32(i * f32(wa)) + w0);
    const power = roundHalfToEven(f32(f32(Math.log(f32(onLine / w0))) / f32(Math.log(wm))));
    const width = roundHalfToEven(f32(f32(w0 * f32(wm ** power)) / 8)) * 8;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].map(([width, blocks]) => {
    const group = Math.min(groupWidth, width);
    return { width: makeDivisible(width, group), depth: blocks, groupWidth: group };
  });
}

export interface RegNetOptions {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** The channels of the first convolution. @defaultValue 32 */
  readonly stemWidth?: number;
  /** Makes a normalization layer for a number of channels. @defaultValue null, which means `nn.BatchNorm2d` */
  readonly normLayer?: NormLayer | null;
  /** Makes the activations. @defaultValue null, which means `nn.ReLU` */
  readonly activation?: ActivationLayer | null;
}

const OPTIONS = {
  numClasses: int(1000),
  stemWidth: int(32),
  normLayer: nullable(callback<NormLayer>()),
  activation: nullable(callback<ActivationLayer>()),
};

/**
 * A RegNet over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @throws TorchValueError for numbers that define none.
 * @see https://docs.pytorch.org/vision/stable/models/regnet.html
 * @example
 * const model = new vision.models.RegNet({ depth: 4, w0: 8, wa: 8, wm: 2, groupWidth: 8 }, { numClasses: 10 });
 * model.forward(torch.ones([2, 3, 32, 32])).shape; // [2, 10]
 */
export class RegNet extends nn.Module {
  readonly stem: nn.Module;
  trunkOutput: nn.Sequential;
  avgpool: nn.Module;
  /** The last layer: put another one here for other classes. */
  fc: nn.Module;

  constructor(plan: RegNetPlan, options: RegNetOptions = {}) {
    super();
    const { numClasses, stemWidth, ...read } = readOptions('RegNet', OPTIONS, options);
    const normLayer = read.normLayer ?? batchNorm;
    const activationLayer = read.activation ?? relu;
    const common = { normLayer, activationLayer, stride: 2, seRatio: plan.seRatio ?? null };
    this.stem = new SimpleStemIN(3, stemWidth, { kernelSize: 3, stride: 2, normLayer, activationLayer });
    let widthIn = stemWidth;
    const stages = stagesOf(plan).map(({ width, depth, groupWidth }, i) => {
      const stage = new AnyStage(i + 1, depth, { ...common, widthIn, widthOut: width, groupWidth });
      widthIn = width;
      return [`block${i + 1}`, stage] as const;
    });
    this.trunkOutput = new nn.Sequential(new Map(stages));
    this.avgpool = new nn.AdaptiveAvgPool2d([1, 1]);
    this.fc = new nn.Linear(widthIn, numClasses);
    initialize(this, { convolution: byOutputs, norm: onesAndZeros, linear: smallNormal });
  }

  override keyOf(property: string): string {
    return property === 'trunkOutput' ? 'trunk_output' : super.keyOf(property);
  }

  override forward(x: Tensor): Tensor {
    return run(this.fc, run(this.avgpool, this.trunkOutput.forward(run(this.stem, x))).flatten(1));
  }
}

function byOutputs({ weight }: nn.Conv2d): void {
  const [outputs, , height, width] = weight.shape as [number, number, number, number];
  nn.init.normal_(weight, { mean: 0, std: Math.sqrt(2 / (height * width * outputs)) });
}

const make =
  (
    depth: number,
    w0: number,
    wa: number,
    wm: number,
    groupWidth: number,
    seRatio?: number,
  ): Recipe<RegNet, RegNetOptions> =>
  (options) =>
    new RegNet({ depth, w0, wa, wm, groupWidth, seRatio: seRatio ?? null }, options);

/**
 * RegNet Y, 400 million multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_y_400mf.html
 * @example
 * const model = vision.models.regnetY400mf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetY400mf = define('regnet_y_400mf', make(16, 48, 27.89, 2.09, 8, 0.25));
/**
 * RegNet Y, 800 million multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_y_800mf.html
 * @example
 * const model = vision.models.regnetY800mf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetY800mf = define('regnet_y_800mf', make(14, 56, 38.84, 2.4, 16, 0.25));
/**
 * RegNet Y, 1.6 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_y_1_6gf.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.regnetY1_6gf();
 * model.fc = new nn.Linear(888, 3);
 * model.eval().forward(torch.rand([2, 3, 64, 64])).shape; // [2, 3]
 */
export const regnetY1_6gf = define('regnet_y_1_6gf', make(27, 48, 20.71, 2.65, 24, 0.25));
/**
 * RegNet Y, 3.2 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_y_3_2gf.html
 * @example
 * const model = vision.models.regnetY3_2gf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetY3_2gf = define('regnet_y_3_2gf', make(21, 80, 42.63, 2.66, 24, 0.25));
/**
 * RegNet Y, 8 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_y_8gf.html
 * @example
 * const model = vision.models.regnetY8gf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetY8gf = define('regnet_y_8gf', make(17, 192, 76.82, 2.19, 56, 0.25));
/**
 * RegNet Y, 16 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_y_16gf.html
 * @example
 * // 3,024 features of each picture, without the last layer.
 * const model = vision.models.regnetY16gf().eval();
 * model.fc = new nn.Identity();
 * model.forward(torch.rand([1, 3, 64, 64])).shape; // [1, 3024]
 */
export const regnetY16gf = define('regnet_y_16gf', make(18, 200, 106.23, 2.48, 112, 0.25));
/**
 * RegNet Y, 32 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_y_32gf.html
 * @example
 * const model = vision.models.regnetY32gf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetY32gf = define('regnet_y_32gf', make(20, 232, 115.89, 2.53, 232, 0.25));
/**
 * RegNet Y, 128 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_y_128gf.html
 * @example
 * // 645 million weights, 2.6 GB of memory: made where they need none.
 * torch.setDefaultDevice('meta');
 * const model = vision.models.regnetY128gf();
 * model.parameters().reduce((sum, one) => sum + one.numel(), 0); // 644812894
 * torch.setDefaultDevice(null);
 */
export const regnetY128gf = define('regnet_y_128gf', make(27, 456, 160.83, 2.52, 264, 0.25));
/**
 * RegNet X, 400 million multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_x_400mf.html
 * @example
 * const model = vision.models.regnetX400mf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetX400mf = define('regnet_x_400mf', make(22, 24, 24.48, 2.54, 16));
/**
 * RegNet X, 800 million multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_x_800mf.html
 * @example
 * const model = vision.models.regnetX800mf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetX800mf = define('regnet_x_800mf', make(16, 56, 35.73, 2.28, 16));
/**
 * RegNet X, 1.6 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_x_1_6gf.html
 * @example
 * // Only the last layer learns.
 * const model = vision.models.regnetX1_6gf({ numClasses: 3 });
 * model.requiresGrad_(false);
 * model.fc.requiresGrad_(true);
 * model.parameters().filter(({ requiresGrad }) => requiresGrad).length; // 2
 */
export const regnetX1_6gf = define('regnet_x_1_6gf', make(18, 80, 34.01, 2.25, 24));
/**
 * RegNet X, 3.2 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_x_3_2gf.html
 * @example
 * const model = vision.models.regnetX3_2gf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetX3_2gf = define('regnet_x_3_2gf', make(25, 88, 26.31, 2.25, 48));
/**
 * RegNet X, 8 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_x_8gf.html
 * @example
 * // A narrower first layer.
 * const model = vision.models.regnetX8gf({ numClasses: 10, stemWidth: 16 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetX8gf = define('regnet_x_8gf', make(23, 80, 49.56, 2.88, 120));
/**
 * RegNet X, 16 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_x_16gf.html
 * @example
 * const model = vision.models.regnetX16gf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetX16gf = define('regnet_x_16gf', make(22, 216, 55.59, 2.1, 128));
/**
 * RegNet X, 32 billion multiply-adds.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.regnet_x_32gf.html
 * @example
 * const model = vision.models.regnetX32gf({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const regnetX32gf = define('regnet_x_32gf', make(23, 320, 69.86, 2, 168));
