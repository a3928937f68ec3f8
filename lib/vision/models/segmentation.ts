/** Models that give a class to each point of a picture. */
import { bool, int, nullable } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { run } from '../ops/layers';
import { SnakeKeys } from '../snake-keys';
import { IntermediateLayerGetter } from './intermediate-layers';
import { mobilenetV3Large } from './mobilenet-v3';
import { type Recipe, define } from './registry';
import { resnet101, resnet50 } from './resnet';

/** The scores of each class at each point, `[N, numClasses, H, W]`; `aux` where the model has a second head. */
export interface SegmentationOutput {
  /** The scores of the last head. */
  readonly out: Tensor;
  /** Those of the head over earlier features. */
  readonly aux?: Tensor;
}

/** A backbone, a head over its last features, and, for training, one over earlier ones. */
abstract class SegmentationModel extends SnakeKeys {
  readonly backbone: IntermediateLayerGetter;
  /** The head: its last layer has a channel for each class. */
  classifier: nn.Module;
  auxClassifier: nn.Module | null;

  constructor(backbone: IntermediateLayerGetter, classifier: nn.Module, auxClassifier: nn.Module | null = null) {
    super();
    this.backbone = backbone;
    this.classifier = classifier;
    this.auxClassifier = auxClassifier;
  }

  override forward(x: Tensor): SegmentationOutput {
    const size = x.shape.slice(-2);
    const { out, aux } = this.backbone.forward(x) as { out: Tensor; aux?: Tensor };
    const full = (scores: Tensor): Tensor =>
      nn.functional.interpolate(scores, { size, mode: 'bilinear', alignCorners: false });
    const main = full(run(this.classifier, out));
    return this.auxClassifier && aux ? { out: main, aux: full(run(this.auxClassifier, aux)) } : { out: main };
  }
}

/**
 * A fully convolutional network: a backbone and two convolutions.
 *
 * @see https://docs.pytorch.org/vision/stable/models/fcn.html
 * @example
 * vision.models.fcnResnet50({ numClasses: 3 }).eval().forward(torch.ones([1, 3, 64, 64])).out.shape; // [1, 3, 64, 64]
 */
export class FCN extends SegmentationModel {}

/**
 * DeepLabV3: a backbone, and convolutions with several dilations side by side.
 *
 * @see https://docs.pytorch.org/vision/stable/models/deeplabv3.html
 * @example
 * const model = vision.models.deeplabv3MobilenetV3Large({ numClasses: 3 }).eval();
 * model.forward(torch.ones([1, 3, 64, 64])).out.shape; // [1, 3, 64, 64]
 */
export class DeepLabV3 extends SegmentationModel {}

class FCNHead extends nn.Sequential {
  constructor(channels: number, classes: number) {
    const inside = Math.floor(channels / 4);
    super(
      new nn.Conv2d(channels, inside, 3, { padding: 1, bias: false }),
      new nn.BatchNorm2d(inside),
      new nn.ReLU(),
      new nn.Dropout(0.1),
      new nn.Conv2d(inside, classes, 1),
    );
  }
}

class ASPPConv extends nn.Sequential {
  constructor(channels: number, out: number, dilation: number) {
    super(
      new nn.Conv2d(channels, out, 3, { padding: dilation, dilation, bias: false }),
      new nn.BatchNorm2d(out),
      new nn.ReLU(),
    );
  }
}

class ASPPPooling extends nn.Sequential {
  constructor(channels: number, out: number) {
    super(
      new nn.AdaptiveAvgPool2d(1),
      new nn.Conv2d(channels, out, 1, { bias: false }),
      new nn.BatchNorm2d(out),
      new nn.ReLU(),
    );
  }

  override forward(x: Tensor): Tensor {
    const size = x.shape.slice(-2);
    return nn.functional.interpolate(super.forward(x), { size, mode: 'bilinear', alignCorners: false });
  }
}

/** Convolutions with several dilations, and the mean of the picture, side by side. */
class ASPP extends nn.Module {
  readonly convs: nn.ModuleList;
  readonly project: nn.Sequential;

  constructor(channels: number, rates: readonly number[], out = 256) {
    super();
    const point = (inputs: number): nn.Module[] => [
      new nn.Conv2d(inputs, out, 1, { bias: false }),
      new nn.BatchNorm2d(out),
      new nn.ReLU(),
    ];
    this.convs = new nn.ModuleList([
      new nn.Sequential(...point(channels)),
      ...rates.map((rate) => new ASPPConv(channels, out, rate)),
      new ASPPPooling(channels, out),
    ]);
    this.project = new nn.Sequential(...point(this.convs.length * out), new nn.Dropout(0.5));
  }

  override forward(x: Tensor): Tensor {
    const parts = Array.from(this.convs, (conv) => run(conv, x));
    return this.project.forward(torch.cat(parts, 1));
  }
}

class DeepLabHead extends nn.Sequential {
  constructor(channels: number, classes: number) {
    super(
      new ASPP(channels, [12, 24, 36]),
      new nn.Conv2d(256, 256, 3, { padding: 1, bias: false }),
      new nn.BatchNorm2d(256),
      new nn.ReLU(),
      new nn.Conv2d(256, classes, 1),
    );
  }
}

export interface SegmentationOptions {
  /** The number of classes, with the background. @defaultValue 21 */
  readonly numClasses?: number;
  /** A second head for training. @defaultValue null, which means that there is none; published weights have one */
  readonly auxLoss?: boolean | null;
  /** A file with weights for the backbone alone. @defaultValue null, which means random ones */
  readonly weightsBackbone?: string | URL | null;
}

const OPTIONS = { numClasses: int(21), auxLoss: nullable(bool()) };

/** Reads the options of a model; those of the backbone go on. */
function options(label: string, given: SegmentationOptions) {
  const { weightsBackbone = null, ...own } = given;
  return { ...readOptions(label, OPTIONS, own), weights: weightsBackbone };
}

const RESNETS = { resnet50, resnet101 };

const onResnet =
  <M extends SegmentationModel>(
    Model: new (...parts: ConstructorParameters<typeof FCN>) => M,
    Head: new (channels: number, classes: number) => nn.Module,
    backbone: keyof typeof RESNETS,
  ): Recipe<M, SegmentationOptions> =>
  (given) => {
    const { numClasses, auxLoss, weights } = options(`${Model.name} on ${backbone}`, given);
    const resnet = RESNETS[backbone]({ replaceStrideWithDilation: [false, true, true], weights });
    const features = new IntermediateLayerGetter(resnet, { layer4: 'out', ...(auxLoss ? { layer3: 'aux' } : {}) });
    const aux = auxLoss ? new FCNHead(1024, numClasses) : null;
    return new Model(features, new Head(2048, numClasses), aux);
  };

const onMobileNet: Recipe<DeepLabV3, SegmentationOptions> = (given) => {
  const { numClasses, auxLoss, weights } = options('DeepLabV3 on mobilenetV3Large', given);
  const { features } = mobilenetV3Large({ dilated: true, weights });
  const blocks = [...features] as (nn.Module & { readonly shrinks?: boolean; readonly outChannels: number })[];
  const stages = [0, ...blocks.flatMap(({ shrinks }, i) => (shrinks ? [i] : [])), blocks.length - 1];
  const [out, auxiliary] = [stages.at(-1), stages.at(-4)] as [number, number];
  const channels = (i: number): number => blocks[i]?.outChannels ?? 0;
  const layers = { [out]: 'out', ...(auxLoss ? { [auxiliary]: 'aux' } : {}) };
  const aux = auxLoss ? new FCNHead(channels(auxiliary), numClasses) : null;
  const head = new DeepLabHead(channels(out), numClasses);
  return new DeepLabV3(new IntermediateLayerGetter(features, layers), head, aux);
};

/**
 * FCN on ResNet-50.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.segmentation.fcn_resnet50.html
 * @example
 * // The class of each pixel.
 * const model = vision.models.fcnResnet50({ numClasses: 3 }).eval();
 * model.forward(torch.rand([1, 3, 64, 64])).out.argmax(1).shape; // [1, 64, 64]
 */
export const fcnResnet50 = define('fcn_resnet50', onResnet(FCN, FCNHead, 'resnet50'), undefined, 21);
/**
 * FCN on ResNet-101.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.segmentation.fcn_resnet101.html
 * @example
 * // A second head, for the loss in training.
 * const model = vision.models.fcnResnet101({ numClasses: 3, auxLoss: true });
 * const { out, aux } = model.forward(torch.rand([2, 3, 64, 64]));
 * [out.shape, aux!.shape]; // [[2, 3, 64, 64], [2, 3, 64, 64]]
 */
export const fcnResnet101 = define('fcn_resnet101', onResnet(FCN, FCNHead, 'resnet101'), undefined, 21);
/**
 * DeepLabV3 on ResNet-50.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.segmentation.deeplabv3_resnet50.html
 * @example
 * // The class of each pixel.
 * const model = vision.models.deeplabv3Resnet50({ numClasses: 3 }).eval();
 * model.forward(torch.rand([1, 3, 64, 64])).out.argmax(1).shape; // [1, 64, 64]
 */
export const deeplabv3Resnet50 = define(
  'deeplabv3_resnet50',
  onResnet(DeepLabV3, DeepLabHead, 'resnet50'),
  undefined,
  21,
);
/**
 * DeepLabV3 on ResNet-101.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.segmentation.deeplabv3_resnet101.html
 * @example
 * const model = vision.models.deeplabv3Resnet101({ numClasses: 3 }).eval();
 * model.forward(torch.rand([1, 3, 64, 64])).out.shape; // [1, 3, 64, 64]
 */
export const deeplabv3Resnet101 = define(
  'deeplabv3_resnet101',
  onResnet(DeepLabV3, DeepLabHead, 'resnet101'),
  undefined,
  21,
);
/**
 * DeepLabV3 on MobileNetV3.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.segmentation.deeplabv3_mobilenet_v3_large.html
 * @example
 * const model = vision.models.deeplabv3MobilenetV3Large({ numClasses: 3 }).eval();
 * model.forward(torch.rand([1, 3, 64, 64])).out.shape; // [1, 3, 64, 64]
 */
export const deeplabv3MobilenetV3Large = define('deeplabv3_mobilenet_v3_large', onMobileNet, undefined, 21);
