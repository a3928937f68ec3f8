import { bool, float, int, listOfInts } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { run } from '../ops/layers';
import { initialize, onesAndZeros } from './initialize';
import { type Recipe, define } from './registry';

export interface DenseNetOptions {
  /** The channels that each layer adds. @defaultValue 32 */
  readonly growthRate?: number;
  /** The number of layers of each block. @defaultValue [6, 12, 24, 16] */
  readonly blockConfig?: readonly number[];
  /** The channels of the first convolution. @defaultValue 64 */
  readonly numInitFeatures?: number;
  /** The channels between the two convolutions of a layer, in growth rates. @defaultValue 4 */
  readonly bnSize?: number;
  /** The probability that dropout zeroes a number after each layer. @defaultValue 0 */
  readonly dropRate?: number;
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** Compute the narrow part of each layer again in the backward pass: slower, with less memory. @defaultValue false */
  readonly memoryEfficient?: boolean;
}

const OPTIONS = {
  growthRate: int(32),
  blockConfig: listOfInts([6, 12, 24, 16]),
  numInitFeatures: int(64),
  bnSize: int(4),
  dropRate: float(0),
  numClasses: int(1000),
  memoryEfficient: bool(false),
};

type Growth = Readonly<Required<Pick<DenseNetOptions, 'growthRate' | 'bnSize' | 'dropRate' | 'memoryEfficient'>>>;

const relu = (): nn.ReLU => new nn.ReLU({ inplace: true });

class DenseLayer extends nn.Module {
  readonly norm1: nn.BatchNorm2d;
  readonly relu1 = relu();
  readonly conv1: nn.Conv2d;
  readonly norm2: nn.BatchNorm2d;
  readonly relu2 = relu();
  readonly conv2: nn.Conv2d;
  private readonly growth: Growth;

  constructor(channels: number, growth: Growth) {
    super();
    const { growthRate, bnSize } = growth;
    this.norm1 = new nn.BatchNorm2d(channels);
    this.conv1 = new nn.Conv2d(channels, bnSize * growthRate, 1, { stride: 1, bias: false });
    this.norm2 = new nn.BatchNorm2d(bnSize * growthRate);
    this.conv2 = new nn.Conv2d(bnSize * growthRate, growthRate, 3, { stride: 1, padding: 1, bias: false });
    this.growth = growth;
  }

  override displayName(): string {
    return '_DenseLayer';
  }

  private narrow(features: readonly Tensor[]): Tensor {
    return this.conv1.forward(this.relu1.forward(this.norm1.forward(torch.cat(features, 1))));
  }

  override forward(input: Tensor | readonly Tensor[]): Tensor {
    const features = input instanceof torch.Tensor ? [input] : input;
    const { memoryEfficient, dropRate } = this.growth;
    const narrow =
      memoryEfficient && features.some((tensor) => tensor.requiresGrad)
        ? (torch.utils.checkpoint.checkpoint((...tensors: Tensor[]) => this.narrow(tensors), features) as Tensor)
        : this.narrow(features);
    const out = this.conv2.forward(this.relu2.forward(this.norm2.forward(narrow)));
    return dropRate > 0 ? nn.functional.dropout(out, { p: dropRate, training: this.training }) : out;
  }
}

class DenseBlock extends nn.ModuleDict<DenseLayer> {
  constructor(layers: number, channels: number, growth: Growth) {
    super();
    for (let i = 0; i < layers; i++) {
      this.addModule(`denselayer${i + 1}`, new DenseLayer(channels + i * growth.growthRate, growth));
    }
  }

  override displayName(): string {
    return '_DenseBlock';
  }

  override forward(input: Tensor): Tensor {
    const features = [input];
    for (const layer of this.values()) features.push(layer.forward(features));
    return torch.cat(features, 1);
  }
}

class Transition extends nn.Sequential {
  constructor(channels: number) {
    super({
      norm: new nn.BatchNorm2d(channels),
      relu: relu(),
      conv: new nn.Conv2d(channels, Math.floor(channels / 2), 1, { stride: 1, bias: false }),
      pool: new nn.AvgPool2d(2, { stride: 2 }),
    });
  }

  override displayName(): string {
    return '_Transition';
  }
}

/** A dot in a name of the first published files: `denselayer1.norm.1.weight`. */
const OLD_NAME = /^(.*denselayer\d+\.(?:norm|relu|conv))\.([12]\.(?:weight|bias|running_mean|running_var))$/;

/**
 * A DenseNet over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/densenet.html
 * @example
 * const model = new vision.models.DenseNet({ blockConfig: [2, 2, 2, 2], numClasses: 10 });
 * model.forward(torch.ones([1, 3, 64, 64])).shape; // [1, 10]
 */
export class DenseNet extends nn.Module {
  features: nn.Module;
  /** The last layer: put another one here for other classes. */
  classifier: nn.Module;

  constructor(options: DenseNetOptions = {}) {
    super();
    const { blockConfig, numInitFeatures, numClasses, ...growth } = readOptions('DenseNet', OPTIONS, options);
    let channels = numInitFeatures;
    const features = new nn.Sequential({
      conv0: new nn.Conv2d(3, channels, 7, { stride: 2, padding: 3, bias: false }),
      norm0: new nn.BatchNorm2d(channels),
      relu0: relu(),
      pool0: new nn.MaxPool2d(3, { stride: 2, padding: 1 }),
    });
    blockConfig.forEach((layers, i) => {
      features.addModule(`denseblock${i + 1}`, new DenseBlock(layers, channels, growth));
      channels += layers * growth.growthRate;
      if (i === blockConfig.length - 1) return;
      features.addModule(`transition${i + 1}`, new Transition(channels));
      channels = Math.floor(channels / 2);
    });
    features.addModule('norm5', new nn.BatchNorm2d(channels));
    this.features = features;
    this.classifier = new nn.Linear(channels, numClasses);
    initialize(this, {
      convolution: ({ weight }) => void nn.init.kaimingNormal_(weight),
      norm: onesAndZeros,
      linear: ({ bias }) => void (bias && nn.init.zeros_(bias)),
    });
    this.registerLoadStateDictPreHook((_module, { entries }) => {
      for (const [key, tensor] of [...entries]) {
        const [, layer, rest = ''] = OLD_NAME.exec(key) ?? [];
        if (layer === undefined) continue;
        entries.delete(key);
        entries.set(`${layer}${rest}`, tensor);
      }
    });
  }

  override forward(x: Tensor): Tensor {
    const features = nn.functional.relu(run(this.features, x), { inplace: true });
    return run(this.classifier, nn.functional.adaptiveAvgPool2d(features, [1, 1]).flatten(1));
  }
}

const make =
  (growthRate: number, blockConfig: readonly number[], numInitFeatures: number): Recipe<DenseNet, DenseNetOptions> =>
  (options) =>
    new DenseNet({ growthRate, blockConfig, numInitFeatures, ...options });

/**
 * DenseNet-121.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.densenet121.html
 * @example
 * const model = vision.models.densenet121({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const densenet121 = define('densenet121', make(32, [6, 12, 24, 16], 64));
/**
 * DenseNet-161.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.densenet161.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.densenet161();
 * model.classifier = new nn.Linear(2208, 3);
 * model.eval().forward(torch.rand([2, 3, 64, 64])).shape; // [2, 3]
 */
export const densenet161 = define('densenet161', make(48, [6, 12, 36, 24], 96));
/**
 * DenseNet-169.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.densenet169.html
 * @example
 * // Less memory in training: what is inside of a block is computed again in the backward pass.
 * const model = vision.models.densenet169({ numClasses: 10, memoryEfficient: true }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const densenet169 = define('densenet169', make(32, [6, 12, 32, 32], 64));
/**
 * DenseNet-201.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.densenet201.html
 * @example
 * const model = vision.models.densenet201({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const densenet201 = define('densenet201', make(32, [6, 12, 48, 32], 64));
