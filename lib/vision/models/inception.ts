import { bool, float, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { BasicConv2d, drawTruncated, fromImageNet } from './inception-parts';
import { type Recipe, define } from './registry';

const { avgPool2d, maxPool2d } = nn.functional;

/** One layer after the other. */
const through = (x: Tensor, ...layers: readonly { forward(x: Tensor): Tensor }[]): Tensor =>
  layers.reduce((value, layer) => layer.forward(value), x);
const average = (x: Tensor): Tensor => avgPool2d(x, 3, { stride: 1, padding: 1 });
const shrunk = (x: Tensor): Tensor => maxPool2d(x, 3, { stride: 2 });

const WIDE = { padding: [0, 3] } as const;
const TALL = { padding: [3, 0] } as const;

class InceptionA extends nn.Module {
  readonly branch1x1: BasicConv2d;
  readonly branch5x5_1: BasicConv2d;
  readonly branch5x5_2: BasicConv2d;
  readonly branch3x3dbl_1: BasicConv2d;
  readonly branch3x3dbl_2: BasicConv2d;
  readonly branch3x3dbl_3: BasicConv2d;
  readonly branch_pool: BasicConv2d;

  constructor(channels: number, pooled: number) {
    super();
    this.branch1x1 = new BasicConv2d(channels, 64, 1);
    this.branch5x5_1 = new BasicConv2d(channels, 48, 1);
    this.branch5x5_2 = new BasicConv2d(48, 64, 5, { padding: 2 });
    this.branch3x3dbl_1 = new BasicConv2d(channels, 64, 1);
    this.branch3x3dbl_2 = new BasicConv2d(64, 96, 3, { padding: 1 });
    this.branch3x3dbl_3 = new BasicConv2d(96, 96, 3, { padding: 1 });
    this.branch_pool = new BasicConv2d(channels, pooled, 1);
  }

  override forward(x: Tensor): Tensor {
    return torch.cat(
      [
        this.branch1x1.forward(x),
        through(x, this.branch5x5_1, this.branch5x5_2),
        through(x, this.branch3x3dbl_1, this.branch3x3dbl_2, this.branch3x3dbl_3),
        this.branch_pool.forward(average(x)),
      ],
      1,
    );
  }
}

class InceptionB extends nn.Module {
  readonly branch3x3: BasicConv2d;
  readonly branch3x3dbl_1: BasicConv2d;
  readonly branch3x3dbl_2: BasicConv2d;
  readonly branch3x3dbl_3: BasicConv2d;

  constructor(channels: number) {
    super();
    this.branch3x3 = new BasicConv2d(channels, 384, 3, { stride: 2 });
    this.branch3x3dbl_1 = new BasicConv2d(channels, 64, 1);
    this.branch3x3dbl_2 = new BasicConv2d(64, 96, 3, { padding: 1 });
    this.branch3x3dbl_3 = new BasicConv2d(96, 96, 3, { stride: 2 });
  }

  override forward(x: Tensor): Tensor {
    const three = this.branch3x3.forward(x);
    const double = through(x, this.branch3x3dbl_1, this.branch3x3dbl_2, this.branch3x3dbl_3);
    return torch.cat([three, double, shrunk(x)], 1);
  }
}

class InceptionC extends nn.Module {
  readonly branch1x1: BasicConv2d;
  readonly branch7x7_1: BasicConv2d;
  readonly branch7x7_2: BasicConv2d;
  readonly branch7x7_3: BasicConv2d;
  readonly branch7x7dbl_1: BasicConv2d;
  readonly branch7x7dbl_2: BasicConv2d;
  readonly branch7x7dbl_3: BasicConv2d;
  readonly branch7x7dbl_4: BasicConv2d;
  readonly branch7x7dbl_5: BasicConv2d;
  readonly branch_pool: BasicConv2d;

  constructor(channels: number, inside: number) {
    super();
    this.branch1x1 = new BasicConv2d(channels, 192, 1);
    this.branch7x7_1 = new BasicConv2d(channels, inside, 1);
    this.branch7x7_2 = new BasicConv2d(inside, inside, [1, 7], WIDE);
    this.branch7x7_3 = new BasicConv2d(inside, 192, [7, 1], TALL);
    this.branch7x7dbl_1 = new BasicConv2d(channels, inside, 1);
    this.branch7x7dbl_2 = new BasicConv2d(inside, inside, [7, 1], TALL);
    this.branch7x7dbl_3 = new BasicConv2d(inside, inside, [1, 7], WIDE);
    this.branch7x7dbl_4 = new BasicConv2d(inside, inside, [7, 1], TALL);
    this.branch7x7dbl_5 = new BasicConv2d(inside, 192, [1, 7], WIDE);
    this.branch_pool = new BasicConv2d(channels, 192, 1);
  }

  override forward(x: Tensor): Tensor {
    const double = [this.branch7x7dbl_1, this.branch7x7dbl_2, this.branch7x7dbl_3, this.branch7x7dbl_4] as const;
    return torch.cat(
      [
        this.branch1x1.forward(x),
        through(x, this.branch7x7_1, this.branch7x7_2, this.branch7x7_3),
        through(x, ...double, this.branch7x7dbl_5),
        this.branch_pool.forward(average(x)),
      ],
      1,
    );
  }
}

class InceptionD extends nn.Module {
  readonly branch3x3_1: BasicConv2d;
  readonly branch3x3_2: BasicConv2d;
  readonly branch7x7x3_1: BasicConv2d;
  readonly branch7x7x3_2: BasicConv2d;
  readonly branch7x7x3_3: BasicConv2d;
  readonly branch7x7x3_4: BasicConv2d;

  constructor(channels: number) {
    super();
    this.branch3x3_1 = new BasicConv2d(channels, 192, 1);
    this.branch3x3_2 = new BasicConv2d(192, 320, 3, { stride: 2 });
    this.branch7x7x3_1 = new BasicConv2d(channels, 192, 1);
    this.branch7x7x3_2 = new BasicConv2d(192, 192, [1, 7], WIDE);
    this.branch7x7x3_3 = new BasicConv2d(192, 192, [7, 1], TALL);
    this.branch7x7x3_4 = new BasicConv2d(192, 192, 3, { stride: 2 });
  }

  override forward(x: Tensor): Tensor {
    const three = through(x, this.branch3x3_1, this.branch3x3_2);
    const seven = through(x, this.branch7x7x3_1, this.branch7x7x3_2, this.branch7x7x3_3, this.branch7x7x3_4);
    return torch.cat([three, seven, shrunk(x)], 1);
  }
}

class InceptionE extends nn.Module {
  readonly branch1x1: BasicConv2d;
  readonly branch3x3_1: BasicConv2d;
  readonly branch3x3_2a: BasicConv2d;
  readonly branch3x3_2b: BasicConv2d;
  readonly branch3x3dbl_1: BasicConv2d;
  readonly branch3x3dbl_2: BasicConv2d;
  readonly branch3x3dbl_3a: BasicConv2d;
  readonly branch3x3dbl_3b: BasicConv2d;
  readonly branch_pool: BasicConv2d;

  constructor(channels: number) {
    super();
    this.branch1x1 = new BasicConv2d(channels, 320, 1);
    this.branch3x3_1 = new BasicConv2d(channels, 384, 1);
    this.branch3x3_2a = new BasicConv2d(384, 384, [1, 3], { padding: [0, 1] });
    this.branch3x3_2b = new BasicConv2d(384, 384, [3, 1], { padding: [1, 0] });
    this.branch3x3dbl_1 = new BasicConv2d(channels, 448, 1);
    this.branch3x3dbl_2 = new BasicConv2d(448, 384, 3, { padding: 1 });
    this.branch3x3dbl_3a = new BasicConv2d(384, 384, [1, 3], { padding: [0, 1] });
    this.branch3x3dbl_3b = new BasicConv2d(384, 384, [3, 1], { padding: [1, 0] });
    this.branch_pool = new BasicConv2d(channels, 192, 1);
  }

  override forward(x: Tensor): Tensor {
    // In torchvision's order, in which gradients are summed.
    const one = this.branch1x1.forward(x);
    const narrow = this.branch3x3_1.forward(x);
    const three = torch.cat([this.branch3x3_2a.forward(narrow), this.branch3x3_2b.forward(narrow)], 1);
    const deep = through(x, this.branch3x3dbl_1, this.branch3x3dbl_2);
    const double = torch.cat([this.branch3x3dbl_3a.forward(deep), this.branch3x3dbl_3b.forward(deep)], 1);
    return torch.cat([one, three, double, this.branch_pool.forward(average(x))], 1);
  }
}

/** A second head in the middle, for training. */
class InceptionAux extends nn.Module {
  readonly conv0: BasicConv2d;
  readonly conv1: BasicConv2d;
  readonly fc: nn.Linear;

  constructor(channels: number, classes: number) {
    super();
    this.conv0 = new BasicConv2d(channels, 128, 1);
    this.conv1 = new BasicConv2d(128, 768, 5);
    this.fc = new nn.Linear(768, classes);
  }

  override forward(x: Tensor): Tensor {
    const small = through(avgPool2d(x, 5, { stride: 3 }), this.conv0, this.conv1);
    return this.fc.forward(nn.functional.adaptiveAvgPool2d(small, [1, 1]).flatten(1));
  }
}

export interface Inception3Options {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** A second head for training. @defaultValue true */
  readonly auxLogits?: boolean;
  /** Take pictures that are normalized as ImageNet is. @defaultValue null, which means false, and true with published weights */
  readonly transformInput?: boolean | null;
  /** Draw the weights from a truncated normal distribution. @defaultValue true */
  readonly initWeights?: boolean;
  /** The probability that dropout zeroes a number before the last layer. @defaultValue 0.5 */
  readonly dropout?: number;
}

const OPTIONS = {
  numClasses: int(1000),
  auxLogits: bool(true),
  transformInput: nullable(bool()),
  initWeights: bool(true),
  dropout: float(0.5),
};

/** What the two heads give in training. */
export interface InceptionOutputs {
  /** The scores of the last head, `[N, numClasses]`. */
  readonly logits: Tensor;
  /** Those of the head over earlier features. */
  readonly auxLogits: Tensor;
}

/**
 * Inception v3 over pictures `[N, 3, H, W]` of at least 75 × 75; gives `[N, numClasses]`, in training with `auxLogits`
 * those of two heads.
 *
 * @see https://docs.pytorch.org/vision/stable/models/inception.html
 * @example
 * const scores = vision.models.inceptionV3({ numClasses: 5, initWeights: false }).eval().forward(torch.ones([1, 3, 75, 75])) as torch.Tensor;
 * scores.shape; // [1, 5]
 */
export class Inception3 extends nn.Module {
  auxLogits: boolean;
  readonly transformInput: boolean;
  readonly Conv2d_1a_3x3 = new BasicConv2d(3, 32, 3, { stride: 2 });
  readonly Conv2d_2a_3x3 = new BasicConv2d(32, 32, 3);
  readonly Conv2d_2b_3x3 = new BasicConv2d(32, 64, 3, { padding: 1 });
  readonly maxpool1 = new nn.MaxPool2d(3, { stride: 2 });
  readonly Conv2d_3b_1x1 = new BasicConv2d(64, 80, 1);
  readonly Conv2d_4a_3x3 = new BasicConv2d(80, 192, 3);
  readonly maxpool2 = new nn.MaxPool2d(3, { stride: 2 });
  readonly Mixed_5b = new InceptionA(192, 32);
  readonly Mixed_5c = new InceptionA(256, 64);
  readonly Mixed_5d = new InceptionA(288, 64);
  readonly Mixed_6a = new InceptionB(288);
  readonly Mixed_6b = new InceptionC(768, 128);
  readonly Mixed_6c = new InceptionC(768, 160);
  readonly Mixed_6d = new InceptionC(768, 160);
  readonly Mixed_6e = new InceptionC(768, 192);
  AuxLogits: InceptionAux | null;
  readonly Mixed_7a: InceptionD;
  readonly Mixed_7b: InceptionE;
  readonly Mixed_7c: InceptionE;
  readonly avgpool: nn.AdaptiveAvgPool2d;
  readonly dropout: nn.Dropout;
  /** The last layer: put another one here for other classes. */
  fc: nn.Module;

  constructor(options: Inception3Options = {}) {
    super();
    const read = readOptions('Inception3', OPTIONS, options);
    this.auxLogits = read.auxLogits;
    this.transformInput = read.transformInput ?? false;
    this.AuxLogits = read.auxLogits ? new InceptionAux(768, read.numClasses) : null;
    this.Mixed_7a = new InceptionD(768);
    this.Mixed_7b = new InceptionE(1280);
    this.Mixed_7c = new InceptionE(2048);
    this.avgpool = new nn.AdaptiveAvgPool2d([1, 1]);
    this.dropout = new nn.Dropout(read.dropout);
    this.fc = new nn.Linear(2048, read.numClasses);
    const head = this.AuxLogits?.fc;
    if (read.initWeights) drawTruncated(this, (layer) => (layer === head ? 0.001 : 0.1));
  }

  override forward(given: Tensor): Tensor | InceptionOutputs {
    const input = this.transformInput ? fromImageNet(given) : given;
    const stem = through(input, this.Conv2d_1a_3x3, this.Conv2d_2a_3x3, this.Conv2d_2b_3x3, this.maxpool1);
    const fifth = through(stem, this.Conv2d_3b_1x1, this.Conv2d_4a_3x3, this.maxpool2, this.Mixed_5b, this.Mixed_5c);
    const sixth = through(
      fifth,
      this.Mixed_5d,
      this.Mixed_6a,
      this.Mixed_6b,
      this.Mixed_6c,
      this.Mixed_6d,
      this.Mixed_6e,
    );
    const aux = this.training ? this.AuxLogits?.forward(sixth) : undefined;
    const last = through(sixth, this.Mixed_7a, this.Mixed_7b, this.Mixed_7c, this.avgpool, this.dropout);
    const logits = (this.fc as nn.Linear).forward(last.flatten(1));
    return aux && this.auxLogits ? { logits, auxLogits: aux } : logits;
  }
}

const recipe: Recipe<Inception3, Inception3Options> = (options, trained = false) => {
  if (!trained) return new Inception3(options);
  return new Inception3({ transformInput: true, ...options, auxLogits: true, initWeights: false });
};

/**
 * Inception v3.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.inception_v3.html
 * @example
 * // In training a second head gives scores, too.
 * const model = vision.models.inceptionV3({ numClasses: 5, initWeights: false });
 * const both = model.forward(torch.rand([2, 3, 299, 299])) as { logits: torch.Tensor; auxLogits: torch.Tensor };
 * both.auxLogits.shape; // [2, 5]
 */
export const inceptionV3 = define('inception_v3', recipe, (model, { auxLogits = true }) => {
  if (!auxLogits) Object.assign(model, { auxLogits: false, AuxLogits: null });
});
