import { float, int, value } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { nn, type Tensor } from '../../../index';
import { Conv2dNormActivation, type NormLayer, batchNorm } from '../../ops/layers';
import { SnakeKeys } from '../../snake-keys';
import { heFanOut } from '../initialize';
import { mobilenetV3Large } from '../mobilenet-v3';
import { type Recipe, define } from '../registry';
import { AnchorGenerator } from './anchors';
import { type BackboneOptions, frozenNorm, resnetPyramid, separateBackbone, stagesOf, withoutEps } from './backbones';
import { SHAPED, type ShapedDetectorOptions, transformFor } from './detector-options';
import { BackboneWithFPN } from './fpn';
import { checkBoxes, checkTargets, featuresOf } from './one-stage';
import type { GeneralizedRCNNTransform } from './rcnn-transform';
import { RoIHeads } from './roi-heads';
import { MultiScaleRoIAlign } from './roi-pool';
import { RPNHead, RegionProposalNetwork } from './rpn';
import type { Detection, DetectionTarget, Losses, Size } from './types';

/**
 * Two linear layers over the features of a box.
 *
 * @example
 * new vision.models.detection.TwoMLPHead(8 * 7 * 7, 16).forward(torch.rand([5, 8, 7, 7])).shape; // [5, 16]
 */
export class TwoMLPHead extends SnakeKeys {
  readonly fc6: nn.Linear;
  readonly fc7: nn.Linear;

  constructor(inChannels: number, representationSize: number) {
    super();
    this.fc6 = new nn.Linear(inChannels, representationSize);
    this.fc7 = new nn.Linear(representationSize, representationSize);
  }

  override forward(x: Tensor): Tensor {
    return this.fc7.forward(this.fc6.forward(x.flatten(1)).relu()).relu();
  }
}

/**
 * Convolutions and linear layers over the features of a box.
 *
 * @example
 * const head = new vision.models.detection.FastRCNNConvFCHead([8, 7, 7], [8, 8], [16]);
 * head.forward(torch.rand([5, 8, 7, 7])).shape; // [5, 16]
 */
export class FastRCNNConvFCHead extends nn.Sequential {
  constructor(
    [channels, height, width]: readonly [number, number, number],
    convolutions: readonly number[],
    linears: readonly number[],
    normLayer: NormLayer | null = null,
  ) {
    let before = channels;
    const convs = convolutions.map((now) => {
      const layer = new Conv2dNormActivation(before, now, { normLayer });
      before = now;
      return layer;
    });
    before *= height * width;
    const rest = linears.flatMap((now) => {
      const layers = [new nn.Linear(before, now), new nn.ReLU({ inplace: true })];
      before = now;
      return layers;
    });
    super(...convs, new nn.Flatten(), ...rest);
    for (const module of this.modules()) if (module instanceof nn.Conv2d) heFanOut(module);
  }
}

/**
 * The last layers of a detector: the class of a box, and its differences for each class. Put a new one in the place of
 * `model.roiHeads.boxPredictor` for other classes.
 *
 * @see https://github.com/pytorch/vision/blob/main/torchvision/models/detection/faster_rcnn.py
 * @example
 * const predictor = new vision.models.detection.FastRCNNPredictor(1024, 3);
 * predictor.forward(torch.ones([5, 1024]))[1].shape; // [5, 12]
 */
export class FastRCNNPredictor extends SnakeKeys {
  readonly clsScore: nn.Linear;
  readonly bboxPred: nn.Linear;

  constructor(inChannels: number, numClasses: number) {
    super();
    this.clsScore = new nn.Linear(inChannels, numClasses);
    this.bboxPred = new nn.Linear(inChannels, numClasses * 4);
  }

  override forward(x: Tensor): [scores: Tensor, differences: Tensor] {
    const flat = x.flatten(1);
    return [this.clsScore.forward(flat), this.bboxPred.forward(flat)];
  }
}

export interface FasterRCNNOptions extends ShapedDetectorOptions {
  /** Proposals before suppression, in training. @defaultValue 2000 */
  readonly rpnPreNmsTopNTrain?: number;
  /** Proposals before suppression, in evaluation. @defaultValue 1000 */
  readonly rpnPreNmsTopNTest?: number;
  /** Proposals after suppression, in training. @defaultValue 2000 */
  readonly rpnPostNmsTopNTrain?: number;
  /** Proposals after suppression, in evaluation. @defaultValue 1000 */
  readonly rpnPostNmsTopNTest?: number;
  /** The overlap from which one of two proposals is suppressed. @defaultValue 0.7 */
  readonly rpnNmsThresh?: number;
  /** The overlap from which an anchor is a thing. @defaultValue 0.7 */
  readonly rpnFgIouThresh?: number;
  /** The overlap below which an anchor is background. @defaultValue 0.3 */
  readonly rpnBgIouThresh?: number;
  /** How many anchors of a picture are learned from. @defaultValue 256 */
  readonly rpnBatchSizePerImage?: number;
  /** The part of them that are things. @defaultValue 0.5 */
  readonly rpnPositiveFraction?: number;
  /** The least chance of a proposal. @defaultValue 0 */
  readonly rpnScoreThresh?: number;
  /** The least chance of what is found. @defaultValue 0.05 */
  readonly boxScoreThresh?: number;
  /** The overlap from which one of two finds is suppressed. @defaultValue 0.5 */
  readonly boxNmsThresh?: number;
  /** The most finds in a picture. @defaultValue 100 */
  readonly boxDetectionsPerImg?: number;
  /** The overlap from which a proposal is a thing. @defaultValue 0.5 */
  readonly boxFgIouThresh?: number;
  /** The overlap below which a proposal is background. @defaultValue 0.5 */
  readonly boxBgIouThresh?: number;
  /** How many proposals of a picture are learned from. @defaultValue 512 */
  readonly boxBatchSizePerImage?: number;
  /** The part of them that are things. @defaultValue 0.25 */
  readonly boxPositiveFraction?: number;
  /** By what the differences of boxes are multiplied. @defaultValue [10, 10, 5, 5] */
  readonly bboxRegWeights?: readonly [number, number, number, number];
}

const isFour = (given: unknown): boolean =>
  Array.isArray(given) && given.length === 4 && given.every((one) => typeof one === 'number');
const OPTIONS = {
  ...SHAPED,
  rpnPreNmsTopNTrain: int(2000),
  rpnPreNmsTopNTest: int(1000),
  rpnPostNmsTopNTrain: int(2000),
  rpnPostNmsTopNTest: int(1000),
  rpnNmsThresh: float(0.7),
  rpnFgIouThresh: float(0.7),
  rpnBgIouThresh: float(0.3),
  rpnBatchSizePerImage: int(256),
  rpnPositiveFraction: float(0.5),
  rpnScoreThresh: float(0),
  boxScoreThresh: float(0.05),
  boxNmsThresh: float(0.5),
  boxDetectionsPerImg: int(100),
  boxFgIouThresh: float(0.5),
  boxBgIouThresh: float(0.5),
  boxBatchSizePerImage: int(512),
  boxPositiveFraction: float(0.25),
  bboxRegWeights: value<readonly [number, number, number, number]>('four numbers', isFour, [10, 10, 5, 5]),
};

/** The parts of a detector that another one takes the place of. */
export interface FasterRCNNParts {
  /** The boxes that are tried. */
  readonly rpnAnchorGenerator?: AnchorGenerator;
  /** What says where things may be. */
  readonly rpnHead?: nn.Module;
  /** What looks at the features of a box. */
  readonly boxHead?: nn.Module;
}

const TRIED = [[32], [64], [128], [256], [512]] as const;
const WIDE = 1024;

/** The parts of the second version: more convolutions, with normalizations. @internal */
export function secondParts(): FasterRCNNParts {
  const rpnAnchorGenerator = new AnchorGenerator(TRIED);
  const rpnHead = new RPNHead(256, rpnAnchorGenerator.numAnchorsPerLocation()[0] as number, 2);
  const boxHead = new FastRCNNConvFCHead([256, 7, 7], [256, 256, 256, 256], [WIDE], batchNorm);
  return { rpnAnchorGenerator, rpnHead, boxHead };
}

/**
 * Finds things in pictures: proposes boxes, and says what is in them. In training it gives losses, in evaluation what it
 * finds.
 *
 * @throws TorchValueError for boxes without a width or height, for targets that are missing in training.
 * @see https://docs.pytorch.org/vision/stable/models/faster_rcnn.html
 * @example
 * const options = { numClasses: 3, minSize: 64, maxSize: 64 };
 * const model = vision.models.detection.fasterrcnnMobilenetV3Large320Fpn(options).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.boxes.shape[1]; // 4
 */
export class FasterRCNN extends SnakeKeys {
  readonly transform: GeneralizedRCNNTransform;
  readonly backbone: nn.Module;
  readonly rpn: RegionProposalNetwork;
  readonly roiHeads: RoIHeads;

  constructor(
    backbone: nn.Module & { readonly outChannels: number },
    options: FasterRCNNOptions = {},
    parts: FasterRCNNParts = {},
  ) {
    super();
    const read = readOptions('FasterRCNN', OPTIONS, options);
    const channels = backbone.outChannels;
    const anchors = parts.rpnAnchorGenerator ?? new AnchorGenerator(TRIED);
    const rpnHead = parts.rpnHead ?? new RPNHead(channels, anchors.numAnchorsPerLocation()[0] as number);
    const pool = new MultiScaleRoIAlign({ featmapNames: ['0', '1', '2', '3'], outputSize: 7, samplingRatio: 2 });
    const boxHead = parts.boxHead ?? new TwoMLPHead(channels * 7 ** 2, WIDE);
    const predictor = new FastRCNNPredictor(WIDE, read.numClasses);
    this.transform = transformFor(read, { minSize: read.minSize, maxSize: read.maxSize });
    this.backbone = backbone;
    this.rpn = new RegionProposalNetwork(anchors, rpnHead, {
      fgIouThresh: read.rpnFgIouThresh,
      bgIouThresh: read.rpnBgIouThresh,
      batchSizePerImage: read.rpnBatchSizePerImage,
      positiveFraction: read.rpnPositiveFraction,
      preNmsTopN: { training: read.rpnPreNmsTopNTrain, testing: read.rpnPreNmsTopNTest },
      postNmsTopN: { training: read.rpnPostNmsTopNTrain, testing: read.rpnPostNmsTopNTest },
      nmsThresh: read.rpnNmsThresh,
      scoreThresh: read.rpnScoreThresh,
    });
    this.roiHeads = new RoIHeads(pool, boxHead, predictor, {
      fgIouThresh: read.boxFgIouThresh,
      bgIouThresh: read.boxBgIouThresh,
      batchSizePerImage: read.boxBatchSizePerImage,
      positiveFraction: read.boxPositiveFraction,
      bboxRegWeights: read.bboxRegWeights,
      scoreThresh: read.boxScoreThresh,
      nmsThresh: read.boxNmsThresh,
      detectionsPerImg: read.boxDetectionsPerImg,
    });
  }

  /**
   * The losses of pictures, in training; what is found in each, in evaluation.
   *
   * @param images - Pictures `[3, H, W]` of floats from 0 to 1, of any sizes.
   * @param targets - What is in them; needed in training.
   */
  override forward(images: readonly Tensor[], targets: readonly DetectionTarget[] | null = null): Losses | Detection[] {
    checkTargets(this.displayName(), images, targets, this.training);
    const sizes = images.map((image) => image.shape.slice(-2) as unknown as Size);
    const [list, moved] = this.transform.forward(images, targets);
    moved?.forEach(checkBoxes);
    const features = featuresOf(this.backbone, list.tensors);
    const [proposals, proposalLosses] = this.rpn.forward(list, features, moved);
    const [detections, losses] = this.roiHeads.forward(features, proposals, list.imageSizes, moved);
    if (this.training) return { ...losses, ...proposalLosses };
    return this.transform.postprocess(detections, list.imageSizes, sizes);
  }
}

export interface FasterRCNNDetectorOptions extends FasterRCNNOptions, BackboneOptions {}

const resnetFpn: Recipe<FasterRCNN, FasterRCNNDetectorOptions> = (given, trained = false) => {
  const { weights, learned, count, rest } = separateBackbone('FasterRCNN', given, trained, [3, 5]);
  const normLayer = learned ? frozenNorm : batchNorm;
  return new FasterRCNN(resnetPyramid({ weights, count, normLayer }), rest);
};

const resnetFpnV2: Recipe<FasterRCNN, FasterRCNNDetectorOptions> = (given, trained = false) => {
  const { weights, count, rest } = separateBackbone('FasterRCNN', given, trained, [3, 5]);
  const backbone = resnetPyramid({ weights, count, normLayer: batchNorm, pyramidNorm: batchNorm });
  return new FasterRCNN(backbone, rest, secondParts());
};

/** The sizes of boxes at each of three maps. */
const ALL_SIZES = [32, 64, 128, 256, 512];

const mobilenetFpn =
  (defaults: FasterRCNNOptions): Recipe<FasterRCNN, FasterRCNNDetectorOptions> =>
  (given, trained = false) => {
    const { weights, learned, count, rest } = separateBackbone('FasterRCNN', given, trained, [3, 6]);
    const { features } = mobilenetV3Large({ weights, normLayer: learned ? frozenNorm : batchNorm });
    const { blocks, stages } = stagesOf(features, count);
    const used = stages.slice(-2);
    const names = Object.fromEntries(used.map((stage, i) => [String(stage), String(i)]));
    const channels = used.map((stage) => blocks[stage]?.outChannels ?? 0);
    const backbone = new BackboneWithFPN(features, names, channels, 256);
    const rpnAnchorGenerator = new AnchorGenerator([ALL_SIZES, ALL_SIZES, ALL_SIZES]);
    return new FasterRCNN(backbone, { ...defaults, ...rest }, { rpnAnchorGenerator });
  };

/**
 * Faster R-CNN on ResNet-50.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.fasterrcnn_resnet50_fpn.html
 * @example
 * // Other classes: a new layer in the place of the last one.
 * const model = vision.models.detection.fasterrcnnResnet50Fpn();
 * model.roiHeads.boxPredictor = new vision.models.detection.FastRCNNPredictor(1024, 3);
 */
export const fasterrcnnResnet50Fpn = define(
  'fasterrcnn_resnet50_fpn',
  resnetFpn,
  withoutEps('fasterrcnn_resnet50_fpn'),
  91,
);
/**
 * Faster R-CNN on ResNet-50 with normalizations.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.fasterrcnn_resnet50_fpn_v2.html
 * @example
 * // The losses of a step of training.
 * const model = vision.models.detection.fasterrcnnResnet50FpnV2({ numClasses: 3, minSize: 64, maxSize: 64 });
 * const target = { boxes: torch.tensor([[4, 4, 40, 30]], { dtype: torch.float32 }), labels: torch.tensor([1]) };
 * const losses = model.forward([torch.rand([3, 64, 48])], [target]);
 * Object.keys(losses); // ['lossClassifier', 'lossBoxReg', 'lossObjectness', 'lossRpnBoxReg']
 */
export const fasterrcnnResnet50FpnV2 = define('fasterrcnn_resnet50_fpn_v2', resnetFpnV2, undefined, 91);
/**
 * Faster R-CNN on MobileNetV3.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.fasterrcnn_mobilenet_v3_large_fpn.html
 * @example
 * const options = { numClasses: 3, minSize: 64, maxSize: 64 };
 * const model = vision.models.detection.fasterrcnnMobilenetV3LargeFpn(options);
 * const target = { boxes: torch.tensor([[4, 4, 40, 30]], { dtype: torch.float32 }), labels: torch.tensor([1]) };
 * const losses = model.forward([torch.rand([3, 64, 48])], [target]);
 * Object.keys(losses).length; // 4
 */
export const fasterrcnnMobilenetV3LargeFpn = define(
  'fasterrcnn_mobilenet_v3_large_fpn',
  mobilenetFpn({ rpnScoreThresh: 0.05 }),
  undefined,
  91,
);
/**
 * Faster R-CNN on MobileNetV3 for small pictures.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.fasterrcnn_mobilenet_v3_large_320_fpn.html
 * @example
 * const model = vision.models.detection.fasterrcnnMobilenetV3Large320Fpn({ numClasses: 3, minSize: 64, maxSize: 64 }).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.labels.numel() === found!.scores.numel(); // true
 */
export const fasterrcnnMobilenetV3Large320Fpn = define(
  'fasterrcnn_mobilenet_v3_large_320_fpn',
  mobilenetFpn({ minSize: 320, maxSize: 640, rpnPreNmsTopNTest: 150, rpnPostNmsTopNTest: 150, rpnScoreThresh: 0.05 }),
  undefined,
  91,
);
