import { bool } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import { run } from '../ops/layers';
import { CLASSIFIER, type ClassifierOptions } from './alexnet';
import { heFanOut, initialize, onesAndZeros, smallNormal } from './initialize';
import { type Recipe, define } from './registry';

export interface VGGOptions extends ClassifierOptions {
  /** Draw the weights as the paper does. @defaultValue true */
  readonly initWeights?: boolean;
}

const OPTIONS = { numClasses: CLASSIFIER.numClasses, initWeights: bool(true), dropout: CLASSIFIER.dropout };

/**
 * A VGG network over pictures `[N, 3, H, W]`; gives `[N, numClasses]`.
 *
 * @see https://docs.pytorch.org/vision/stable/models/vgg.html
 * @example
 * const features = new nn.Sequential(new nn.Conv2d(3, 512, 3));
 * new vision.models.VGG(features, { numClasses: 10 }).forward(torch.ones([1, 3, 16, 16])).shape; // [1, 10]
 */
export class VGG extends nn.Module {
  features: nn.Module;
  avgpool: nn.Module;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  constructor(features: nn.Module, options: VGGOptions = {}) {
    super();
    const { numClasses, initWeights, dropout } = readOptions('VGG', OPTIONS, options);
    const relu = (): nn.ReLU => new nn.ReLU(true);
    this.features = features;
    this.avgpool = new nn.AdaptiveAvgPool2d([7, 7]);
    this.classifier = new nn.Sequential(
      new nn.Linear(512 * 7 * 7, 4096),
      relu(),
      new nn.Dropout(dropout),
      new nn.Linear(4096, 4096),
      relu(),
      new nn.Dropout(dropout),
      new nn.Linear(4096, numClasses),
    );
    if (initWeights) initialize(this, { convolution: heFanOut, norm: onesAndZeros, linear: smallNormal });
  }

  override forward(x: Tensor): Tensor {
    return run(this.classifier, run(this.avgpool, run(this.features, x)).flatten(1));
  }
}

/** The channels of the convolutions by the number of layers; M is a pooling that halves the picture. */
const PLANS = {
  11: [64, 'M', 128, 'M', 256, 256, 'M', 512, 512, 'M', 512, 512, 'M'],
  13: [64, 64, 'M', 128, 128, 'M', 256, 256, 'M', 512, 512, 'M', 512, 512, 'M'],
  16: [64, 64, 'M', 128, 128, 'M', 256, 256, 256, 'M', 512, 512, 512, 'M', 512, 512, 512, 'M'],
  19: [64, 64, 'M', 128, 128, 'M', 256, 256, 256, 256, 'M', 512, 512, 512, 512, 'M', 512, 512, 512, 512, 'M'],
};

function features(depth: keyof typeof PLANS, normalized: boolean): nn.Sequential {
  let channels = 3;
  const layers = (PLANS[depth] as readonly (number | 'M')[]).flatMap((step): nn.Module[] => {
    if (step === 'M') return [new nn.MaxPool2d(2, { stride: 2 })];
    const convolution = new nn.Conv2d(channels, step, 3, { padding: 1 });
    channels = step;
    return [convolution, ...(normalized ? [new nn.BatchNorm2d(step)] : []), new nn.ReLU({ inplace: true })];
  });
  return new nn.Sequential(...layers);
}

const make =
  (depth: keyof typeof PLANS, normalized = false): Recipe<VGG, VGGOptions> =>
  (options) =>
    new VGG(features(depth, normalized), options);

/**
 * VGG-11.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg11.html
 * @example
 * const model = vision.models.vgg11({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 32, 32])).shape; // [2, 10]
 */
export const vgg11 = define('vgg11', make(11));
/**
 * VGG-11 with batch normalization.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg11_bn.html
 * @example
 * // Without dropout before the last layers.
 * const model = vision.models.vgg11Bn({ numClasses: 10, dropout: 0 }).eval();
 * model.forward(torch.rand([2, 3, 32, 32])).shape; // [2, 10]
 */
export const vgg11Bn = define('vgg11_bn', make(11, true));
/**
 * VGG-13.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg13.html
 * @example
 * // The features of pictures, without the last layers.
 * const { features } = vision.models.vgg13();
 * nn.functional.relu((features as nn.Sequential).forward(torch.rand([1, 3, 64, 64]))).shape; // [1, 512, 2, 2]
 */
export const vgg13 = define('vgg13', make(13));
/**
 * VGG-13 with batch normalization.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg13_bn.html
 * @example
 * const model = vision.models.vgg13Bn({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 32, 32])).shape; // [2, 10]
 */
export const vgg13Bn = define('vgg13_bn', make(13, true));
/**
 * VGG-16.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg16.html
 * @example
 * // Another last layer, for three classes.
 * const model = vision.models.vgg16();
 * (model.classifier as nn.Sequential).set(6, new nn.Linear(4096, 3));
 * model.eval().forward(torch.rand([1, 3, 32, 32])).shape; // [1, 3]
 */
export const vgg16 = define('vgg16', make(16));
/**
 * VGG-16 with batch normalization.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg16_bn.html
 * @example
 * // Only the last layers learn.
 * const model = vision.models.vgg16Bn({ numClasses: 3 });
 * model.features.requiresGrad_(false);
 * model.parameters().filter(({ requiresGrad }) => requiresGrad).length; // 6
 */
export const vgg16Bn = define('vgg16_bn', make(16, true));
/**
 * VGG-19.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg19.html
 * @example
 * // How alike two pictures are to the first layers: the loss of style and of content.
 * const { features } = vision.models.vgg19();
 * const first = (features as nn.Sequential).slice(0, 4).eval();
 * const [one, other] = [torch.rand([1, 3, 32, 32]), torch.rand([1, 3, 32, 32])];
 * nn.functional.mseLoss(first.forward(one), first.forward(other)).shape; // []
 */
export const vgg19 = define('vgg19', make(19));
/**
 * VGG-19 with batch normalization.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.vgg19_bn.html
 * @example
 * const model = vision.models.vgg19Bn({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 32, 32])).shape; // [2, 10]
 */
export const vgg19Bn = define('vgg19_bn', make(19, true));
