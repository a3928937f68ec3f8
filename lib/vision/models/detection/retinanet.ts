import { float, int } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { Conv2dNormActivation, type NormLayer, batchNorm } from '../../ops/layers';
import { generalizedBoxIouLoss, sigmoidFocalLoss } from '../../ops/losses';
import { SnakeKeys } from '../../snake-keys';
import { type Recipe, define } from '../registry';
import { AnchorGenerator } from './anchors';
import { type BackboneOptions, frozenNorm, resnetPyramid, separateBackbone, withoutEps } from './backbones';
import { SHAPED, type ShapedDetectorOptions, transformFor } from './detector-options';
import { LastLevelP6P7 } from './fpn';
import { BETWEEN_THRESHOLDS, BoxCoder, indicesOf, match } from './matching';
import { readOldNames } from './old-names';
import { type HeadOutputs, OneStageDetector, bestOfLevels, flattenMap, matchAll } from './one-stage';
import type { GeneralizedRCNNTransform } from './rcnn-transform';
import type { Detection, DetectionTarget, Losses, Size } from './types';

/** Weights from a normal distribution with a standard deviation of 0.01, and a bias of zero. */
export function smallStart(layer: nn.Conv2d): void {
  nn.init.normal_(layer.weight, { std: 0.01 });
  if (layer.bias) nn.init.zeros_(layer.bias);
}

/** The start of scores with which nearly everything is background. */
export const PRIOR = -Math.log((1 - 0.01) / 0.01);

/** Four convolutions that keep the channels. */
function tower(channels: number, normLayer: NormLayer | null): nn.Sequential {
  const layer = (): nn.Module => new Conv2dNormActivation(channels, channels, { normLayer });
  return new nn.Sequential(...Array.from({ length: 4 }, layer));
}

/** The start of all convolutions in it. */
export function smallTower(conv: nn.Sequential): void {
  for (const module of conv.modules()) if (module instanceof nn.Conv2d) smallStart(module);
}

/** Published files count activations, too. */
const OLD_TOWER = Object.fromEntries([0, 1, 2, 3].map((i) => [`conv.${2 * i}`, `conv.${i}.0`]));

/**
 * What each anchor's box shows.
 *
 * @example
 * const head = new vision.models.detection.RetinaNetClassificationHead(8, 9, 3);
 * head.forward([torch.rand([1, 8, 4, 4])]).shape; // [1, 144, 3]
 */
export class RetinaNetClassificationHead extends SnakeKeys {
  readonly conv: nn.Sequential;
  readonly clsLogits: nn.Conv2d;
  readonly numClasses: number;

  constructor(inChannels: number, numAnchors: number, numClasses: number, normLayer: NormLayer | null = null) {
    super();
    this.conv = tower(inChannels, normLayer);
    smallTower(this.conv);
    this.clsLogits = new nn.Conv2d(inChannels, numAnchors * numClasses, 3, { stride: 1, padding: 1 });
    nn.init.normal_(this.clsLogits.weight, { std: 0.01 });
    nn.init.constant_(this.clsLogits.bias as Tensor, PRIOR);
    this.numClasses = numClasses;
    readOldNames(this, OLD_TOWER);
  }

  override forward(maps: readonly Tensor[]): Tensor {
    const scores = (map: Tensor): Tensor => flattenMap(this.clsLogits.forward(this.conv.forward(map)), this.numClasses);
    return torch.cat(maps.map(scores), 1);
  }

  /** The focal loss of `[N, anchors, classes]`. */
  loss(targets: readonly DetectionTarget[], logits: Tensor, matches: readonly Tensor[]): Tensor {
    const each = matches.map((own, i) => {
      const { labels } = targets[i] as DetectionTarget;
      const given = logits.index(i);
      const things = indicesOf(own.ge(0));
      const goals = torch.zerosLike(given);
      goals.indexPut_([things, labels.indexSelect(0, own.indexSelect(0, things))], goals.newOnes([]));
      const counts = own.ne(BETWEEN_THRESHOLDS);
      const loss = sigmoidFocalLoss(given.index(counts), goals.index(counts), { reduction: 'sum' });
      return loss.div(Math.max(1, things.numel()));
    });
    return each.reduce((sum, loss) => sum.add(loss)).div(targets.length);
  }
}

/**
 * How each anchor's box differs.
 *
 * @example
 * const head = new vision.models.detection.RetinaNetRegressionHead(8, 9);
 * head.forward([torch.rand([1, 8, 4, 4])]).shape; // [1, 144, 4]
 */
export class RetinaNetRegressionHead extends SnakeKeys {
  readonly conv: nn.Sequential;
  readonly bboxReg: nn.Conv2d;
  private readonly boxCoder = new BoxCoder([1, 1, 1, 1]);

  constructor(
    inChannels: number,
    numAnchors: number,
    normLayer: NormLayer | null = null,
    private readonly kind: 'l1' | 'giou' = 'l1',
  ) {
    super();
    this.conv = tower(inChannels, normLayer);
    this.bboxReg = new nn.Conv2d(inChannels, numAnchors * 4, 3, { stride: 1, padding: 1 });
    smallStart(this.bboxReg);
    smallTower(this.conv);
    readOldNames(this, OLD_TOWER);
  }

  override forward(maps: readonly Tensor[]): Tensor {
    return torch.cat(
      maps.map((map) => flattenMap(this.bboxReg.forward(this.conv.forward(map)), 4)),
      1,
    );
  }

  /** The loss of differences `[N, anchors, 4]`. */
  loss(
    targets: readonly DetectionTarget[],
    differences: Tensor,
    anchors: readonly Tensor[],
    matches: readonly Tensor[],
  ): Tensor {
    const each = matches.map((own, i) => {
      const things = indicesOf(own.ge(0));
      const boxes = (targets[i] as DetectionTarget).boxes.indexSelect(0, own.indexSelect(0, things));
      const from = (anchors[i] as Tensor).indexSelect(0, things);
      const given = differences.index(i).index(things);
      return this.boxLoss(given, boxes, from).div(Math.max(1, things.numel()));
    });
    return each.reduce((sum, loss) => sum.add(loss)).div(Math.max(1, targets.length));
  }

  private boxLoss(differences: Tensor, boxes: Tensor, anchors: Tensor): Tensor {
    const { boxCoder } = this;
    if (this.kind === 'giou') {
      return generalizedBoxIouLoss(boxCoder.decodeSingle(differences, anchors), boxes, { reduction: 'sum' });
    }
    return nn.functional.l1Loss(differences, boxCoder.encodeSingle(boxes, anchors), { reduction: 'sum' });
  }
}

/**
 * Says of each anchor what is there, and how its box differs.
 *
 * @example
 * const head = new vision.models.detection.RetinaNetHead(8, 9, 3);
 * head.forward([torch.rand([1, 8, 4, 4])]).clsLogits!.shape; // [1, 144, 3]
 */
export class RetinaNetHead extends SnakeKeys {
  readonly classificationHead: RetinaNetClassificationHead;
  readonly regressionHead: RetinaNetRegressionHead;

  constructor(
    inChannels: number,
    numAnchors: number,
    numClasses: number,
    normLayer: NormLayer | null = null,
    boxLoss: 'l1' | 'giou' = 'l1',
  ) {
    super();
    this.classificationHead = new RetinaNetClassificationHead(inChannels, numAnchors, numClasses, normLayer);
    this.regressionHead = new RetinaNetRegressionHead(inChannels, numAnchors, normLayer, boxLoss);
  }

  override forward(maps: readonly Tensor[]): HeadOutputs {
    return { clsLogits: this.classificationHead.forward(maps), bboxRegression: this.regressionHead.forward(maps) };
  }
}

export interface RetinaNetOptions extends ShapedDetectorOptions {
  /** The least chance of what is found. @defaultValue 0.05 */
  readonly scoreThresh?: number;
  /** The overlap from which one of two finds is suppressed. @defaultValue 0.5 */
  readonly nmsThresh?: number;
  /** The most finds in a picture. @defaultValue 300 */
  readonly detectionsPerImg?: number;
  /** The overlap from which an anchor is a thing. @defaultValue 0.5 */
  readonly fgIouThresh?: number;
  /** The overlap below which an anchor is background. @defaultValue 0.4 */
  readonly bgIouThresh?: number;
  /** The most candidates of each feature map before suppression. @defaultValue 1000 */
  readonly topkCandidates?: number;
}

const OPTIONS = {
  ...SHAPED,
  scoreThresh: float(0.05),
  nmsThresh: float(0.5),
  detectionsPerImg: int(300),
  fgIouThresh: float(0.5),
  bgIouThresh: float(0.4),
  topkCandidates: int(1000),
};

/** The parts of a RetinaNet that others take the place of. */
export interface RetinaNetParts {
  /** The boxes that are tried. */
  readonly anchorGenerator?: AnchorGenerator;
  /** What looks at them. */
  readonly head?: RetinaNetHead;
}

/** Three sizes at each of five maps. */
function defaultAnchors(): AnchorGenerator {
  const sizes = [32, 64, 128, 256, 512];
  return new AnchorGenerator(sizes.map((x) => [x, Math.trunc(x * 2 ** (1 / 3)), Math.trunc(x * 2 ** (2 / 3))]));
}

/**
 * Finds things in pictures in one stage, with a loss in which what is easy counts little.
 *
 * @throws TorchValueError for boxes without a width or height, for targets that are missing in training.
 * @see https://docs.pytorch.org/vision/stable/models/retinanet.html
 * @example
 * const model = vision.models.detection.retinanetResnet50Fpn({ numClasses: 3, minSize: 64, maxSize: 64 }).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.boxes.shape[1]; // 4
 */
export class RetinaNet extends OneStageDetector {
  override readonly backbone: nn.Module;
  override readonly anchorGenerator: AnchorGenerator;
  /** The head: put another one here for other classes. */
  override head: nn.Module;
  override readonly transform: GeneralizedRCNNTransform;
  private readonly options: Required<RetinaNetOptions>;
  private readonly boxCoder = new BoxCoder([1, 1, 1, 1]);

  constructor(
    backbone: nn.Module & { readonly outChannels: number },
    options: RetinaNetOptions = {},
    parts: RetinaNetParts = {},
  ) {
    super();
    const read = readOptions('RetinaNet', OPTIONS, options);
    this.options = read as Required<RetinaNetOptions>;
    this.backbone = backbone;
    this.anchorGenerator = parts.anchorGenerator ?? defaultAnchors();
    const each = this.anchorGenerator.numAnchorsPerLocation()[0] as number;
    this.head = parts.head ?? new RetinaNetHead(backbone.outChannels, each, read.numClasses);
    this.transform = transformFor(read, { minSize: read.minSize, maxSize: read.maxSize });
  }

  protected override losses(
    targets: readonly DetectionTarget[],
    { clsLogits, bboxRegression }: HeadOutputs,
    anchors: readonly Tensor[],
  ): Losses {
    const { fgIouThresh: high, bgIouThresh: low } = this.options;
    const matches = matchAll(targets, anchors, (quality) =>
      match(quality, { high, low, allowLowQualityMatches: true }),
    );
    const head = this.head as RetinaNetHead;
    return {
      classification: head.classificationHead.loss(targets, clsLogits as Tensor, matches),
      bboxRegression: head.regressionHead.loss(targets, bboxRegression as Tensor, anchors, matches),
    };
  }

  protected override detect(
    { clsLogits, bboxRegression }: HeadOutputs,
    anchors: Tensor,
    size: Size,
    perLevel: readonly number[],
  ): Detection {
    const levels = (all: Tensor | undefined): Tensor[] => (all as Tensor).split([...perLevel], 0);
    const chances = levels(clsLogits).map((level) => level.sigmoid());
    const found = { chances, differences: levels(bboxRegression), anchors: levels(anchors) };
    return bestOfLevels(
      found,
      (differences, from) => this.boxCoder.decodeSingle(differences, from),
      size,
      this.options,
    );
  }
}

export interface RetinaNetDetectorOptions extends RetinaNetOptions, BackboneOptions {}

const onResnet: Recipe<RetinaNet, RetinaNetDetectorOptions> = (given, trained = false) => {
  const { weights, learned, count, rest } = separateBackbone('RetinaNet', given, trained, [3, 5]);
  const extraBlocks = (): LastLevelP6P7 => new LastLevelP6P7(256, 256);
  const normLayer = learned ? frozenNorm : batchNorm;
  return new RetinaNet(resnetPyramid({ weights, count, normLayer, stages: [2, 3, 4], extraBlocks }), rest);
};

const groupNorm: NormLayer = (channels) => new nn.GroupNorm(32, channels);

const onResnetV2: Recipe<RetinaNet, RetinaNetDetectorOptions> = (given, trained = false) => {
  const { weights, count, rest } = separateBackbone('RetinaNet', given, trained, [3, 5]);
  const extraBlocks = (): LastLevelP6P7 => new LastLevelP6P7(2048, 256);
  const backbone = resnetPyramid({ weights, count, normLayer: batchNorm, stages: [2, 3, 4], extraBlocks });
  const anchorGenerator = defaultAnchors();
  const each = anchorGenerator.numAnchorsPerLocation()[0] as number;
  const { numClasses } = readOptions('RetinaNet', OPTIONS, rest as RetinaNetOptions);
  const head = new RetinaNetHead(backbone.outChannels, each, numClasses, groupNorm, 'giou');
  return new RetinaNet(backbone, rest, { anchorGenerator, head });
};

/**
 * RetinaNet on ResNet-50.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.retinanet_resnet50_fpn.html
 * @example
 * // The losses of a step of training.
 * const model = vision.models.detection.retinanetResnet50Fpn({ numClasses: 3, minSize: 64, maxSize: 64 });
 * const target = { boxes: torch.tensor([[4, 4, 40, 30]], { dtype: torch.float32 }), labels: torch.tensor([1]) };
 * const losses = model.forward([torch.rand([3, 64, 48])], [target]);
 * Object.keys(losses); // ['classification', 'bboxRegression']
 */
export const retinanetResnet50Fpn = define(
  'retinanet_resnet50_fpn',
  onResnet,
  withoutEps('retinanet_resnet50_fpn'),
  91,
);
/**
 * RetinaNet on ResNet-50 with normalizations.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.retinanet_resnet50_fpn_v2.html
 * @example
 * const model = vision.models.detection.retinanetResnet50FpnV2({ numClasses: 3, minSize: 64, maxSize: 64 }).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.labels.numel() === found!.scores.numel(); // true
 */
export const retinanetResnet50FpnV2 = define('retinanet_resnet50_fpn_v2', onResnetV2, undefined, 91);
