import { bool, float, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { BasicConv2d, drawTruncated, fromImageNet } from './inception-parts';
import { type Recipe, define } from './registry';

/** Branches with kernels of several sizes, side by side. */
class Inception extends nn.Module {
  readonly branch1: BasicConv2d;
  readonly branch2: nn.Sequential;
  readonly branch3: nn.Sequential;
  readonly branch4: nn.Sequential;

  constructor(...[input, one, before3, three, before5, five, pooled]: readonly number[] & Seven) {
    super();
    this.branch1 = new BasicConv2d(input, one, 1);
    this.branch2 = new nn.Sequential(
      new BasicConv2d(input, before3, 1),
      new BasicConv2d(before3, three, 3, { padding: 1 }),
    );
    this.branch3 = new nn.Sequential(
      new BasicConv2d(input, before5, 1),
      new BasicConv2d(before5, five, 3, { padding: 1 }),
    );
    this.branch4 = new nn.Sequential(
      new nn.MaxPool2d(3, { stride: 1, padding: 1, ceilMode: true }),
      new BasicConv2d(input, pooled, 1),
    );
  }

  override forward(x: Tensor): Tensor {
    return torch.cat(
      [this.branch1, this.branch2, this.branch3, this.branch4].map((branch) => branch.forward(x)),
      1,
    );
  }
}
type Seven = readonly [number, number, number, number, number, number, number];

/** A second head in the middle, for training. */
class InceptionAux extends nn.Module {
  readonly conv: BasicConv2d;
  readonly fc1: nn.Linear;
  readonly fc2: nn.Linear;
  readonly dropout: nn.Dropout;

  constructor(channels: number, classes: number, dropout: number) {
    super();
    this.conv = new BasicConv2d(channels, 128, 1);
    this.fc1 = new nn.Linear(2048, 1024);
    this.fc2 = new nn.Linear(1024, classes);
    this.dropout = new nn.Dropout(dropout);
  }

  override forward(x: Tensor): Tensor {
    const small = this.conv.forward(nn.functional.adaptiveAvgPool2d(x, [4, 4]));
    return this.fc2.forward(this.dropout.forward(this.fc1.forward(small.flatten(1)).relu_()));
  }
}

export interface GoogLeNetOptions {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** Two more heads for training. @defaultValue true; false with published weights */
  readonly auxLogits?: boolean;
  /** Take pictures that are normalized as ImageNet is. @defaultValue null, which means false, and true with published weights */
  readonly transformInput?: boolean | null;
  /** Draw the weights from a truncated normal distribution. @defaultValue true */
  readonly initWeights?: boolean;
  /** The probability that dropout zeroes a number before the last layer. @defaultValue 0.2 */
  readonly dropout?: number;
  /** The same in the two other heads. @defaultValue 0.7 */
  readonly dropoutAux?: number;
}

const OPTIONS = {
  numClasses: int(1000),
  auxLogits: bool(true),
  transformInput: nullable(bool()),
  initWeights: bool(true),
  dropout: float(0.2),
  dropoutAux: float(0.7),
};

/** What the three heads give in training. */
export interface GoogLeNetOutputs {
  /** The scores of the last head, `[N, numClasses]`. */
  readonly logits: Tensor;
  /** Those of the head after the second group of blocks. */
  readonly auxLogits2: Tensor;
  /** Those of the head after the first group of blocks. */
  readonly auxLogits1: Tensor;
}

/**
 * GoogLeNet over pictures `[N, 3, H, W]`; gives `[N, numClasses]`, in training with `auxLogits` those of three heads.
 *
 * @see https://docs.pytorch.org/vision/stable/models/googlenet.html
 * @example
 * const scores = vision.models.googlenet({ numClasses: 5, initWeights: false }).eval().forward(torch.ones([1, 3, 32, 32])) as torch.Tensor;
 * scores.shape; // [1, 5]
 */
export class GoogLeNet extends nn.Module {
  auxLogits: boolean;
  readonly transformInput: boolean;
  readonly conv1 = new BasicConv2d(3, 64, 7, { stride: 2, padding: 3 });
  readonly maxpool1 = new nn.MaxPool2d(3, { stride: 2, ceilMode: true });
  readonly conv2 = new BasicConv2d(64, 64, 1);
  readonly conv3 = new BasicConv2d(64, 192, 3, { padding: 1 });
  readonly maxpool2 = new nn.MaxPool2d(3, { stride: 2, ceilMode: true });
  readonly inception3a = new Inception(192, 64, 96, 128, 16, 32, 32);
  readonly inception3b = new Inception(256, 128, 128, 192, 32, 96, 64);
  readonly maxpool3 = new nn.MaxPool2d(3, { stride: 2, ceilMode: true });
  readonly inception4a = new Inception(480, 192, 96, 208, 16, 48, 64);
  readonly inception4b = new Inception(512, 160, 112, 224, 24, 64, 64);
  readonly inception4c = new Inception(512, 128, 128, 256, 24, 64, 64);
  readonly inception4d = new Inception(512, 112, 144, 288, 32, 64, 64);
  readonly inception4e = new Inception(528, 256, 160, 320, 32, 128, 128);
  readonly maxpool4 = new nn.MaxPool2d(2, { stride: 2, ceilMode: true });
  readonly inception5a = new Inception(832, 256, 160, 320, 32, 128, 128);
  readonly inception5b = new Inception(832, 384, 192, 384, 48, 128, 128);
  aux1: InceptionAux | null;
  aux2: InceptionAux | null;
  readonly avgpool: nn.AdaptiveAvgPool2d;
  readonly dropout: nn.Dropout;
  /** The last layer: put another one here for other classes. */
  fc: nn.Module;

  constructor(options: GoogLeNetOptions = {}) {
    super();
    const read = readOptions('GoogLeNet', OPTIONS, options);
    this.auxLogits = read.auxLogits;
    this.transformInput = read.transformInput ?? false;
    this.aux1 = read.auxLogits ? new InceptionAux(512, read.numClasses, read.dropoutAux) : null;
    this.aux2 = read.auxLogits ? new InceptionAux(528, read.numClasses, read.dropoutAux) : null;
    this.avgpool = new nn.AdaptiveAvgPool2d([1, 1]);
    this.dropout = new nn.Dropout(read.dropout);
    this.fc = new nn.Linear(1024, read.numClasses);
    if (read.initWeights) drawTruncated(this, () => 0.01);
  }

  override forward(given: Tensor): Tensor | GoogLeNetOutputs {
    const input = this.transformInput ? fromImageNet(given) : given;
    const run = (x: Tensor, ...layers: readonly { forward(x: Tensor): Tensor }[]): Tensor =>
      layers.reduce((value, layer) => layer.forward(value), x);
    const stem = run(input, this.conv1, this.maxpool1, this.conv2, this.conv3, this.maxpool2);
    const third = run(stem, this.inception3a, this.inception3b, this.maxpool3, this.inception4a);
    const aux1 = this.training ? this.aux1?.forward(third) : undefined;
    const fourth = run(third, this.inception4b, this.inception4c, this.inception4d);
    const aux2 = this.training ? this.aux2?.forward(fourth) : undefined;
    const last = run(fourth, this.inception4e, this.maxpool4, this.inception5a, this.inception5b, this.avgpool);
    const logits = run(this.dropout.forward(last.flatten(1)), this.fc as nn.Linear);
    return aux1 && aux2 && this.auxLogits ? { logits, auxLogits2: aux2, auxLogits1: aux1 } : logits;
  }
}

const recipe: Recipe<GoogLeNet, GoogLeNetOptions> = (options, trained = false) => {
  if (!trained) return new GoogLeNet(options);
  return new GoogLeNet({ transformInput: true, ...options, auxLogits: true, initWeights: false });
};

/**
 * GoogLeNet.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.googlenet.html
 * @example
 * const options = { numClasses: 10, auxLogits: false, initWeights: false };
 * const scores = vision.models.googlenet(options).eval().forward(torch.rand([1, 3, 64, 64])) as torch.Tensor;
 * scores.shape; // [1, 10]
 */
export const googlenet = define('googlenet', recipe, (model, { auxLogits = false }) => {
  if (!auxLogits) Object.assign(model, { auxLogits: false, aux1: null, aux2: null });
});
