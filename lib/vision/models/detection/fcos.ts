import { float, int } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { valueError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { batchNorm } from '../../ops/layers';
import { generalizedBoxIouLoss, sigmoidFocalLoss } from '../../ops/losses';
import { SnakeKeys } from '../../snake-keys';
import { type Recipe, define } from '../registry';
import { AnchorGenerator } from './anchors';
import { type BackboneOptions, frozenNorm, resnetPyramid, separateBackbone } from './backbones';
import { SHAPED, type ShapedDetectorOptions, transformFor } from './detector-options';
import { LastLevelP6P7 } from './fpn';
import { linearCoder } from './matching';
import { type HeadOutputs, OneStageDetector, bestOfLevels, flattenMap } from './one-stage';
import type { GeneralizedRCNNTransform } from './rcnn-transform';
import { PRIOR, smallStart, smallTower } from './retinanet';
import type { Detection, DetectionTarget, Losses, Size } from './types';

/** Convolutions that keep the channels, each with a normalization in groups. */
function groupTower(channels: number, count: number): nn.Sequential {
  return new nn.Sequential(
    ...Array.from({ length: count }, () => [
      new nn.Conv2d(channels, channels, 3, { stride: 1, padding: 1 }),
      new nn.GroupNorm(32, channels),
      new nn.ReLU(),
    ]).flat(),
  );
}

/**
 * What each place shows.
 *
 * @example
 * const head = new vision.models.detection.FCOSClassificationHead(32, 1, 3);
 * head.forward([torch.rand([1, 32, 8, 8]), torch.rand([1, 32, 4, 4])]).shape; // [1, 80, 3]
 */
export class FCOSClassificationHead extends SnakeKeys {
  readonly conv: nn.Sequential;
  readonly clsLogits: nn.Conv2d;
  readonly numClasses: number;

  constructor(inChannels: number, numAnchors: number, numClasses: number, numConvs = 4) {
    super();
    this.conv = groupTower(inChannels, numConvs);
    smallTower(this.conv);
    this.clsLogits = new nn.Conv2d(inChannels, numAnchors * numClasses, 3, { stride: 1, padding: 1 });
    nn.init.normal_(this.clsLogits.weight, { std: 0.01 });
    nn.init.constant_(this.clsLogits.bias as Tensor, PRIOR);
    this.numClasses = numClasses;
  }

  override forward(maps: readonly Tensor[]): Tensor {
    const scores = (map: Tensor): Tensor => flattenMap(this.clsLogits.forward(this.conv.forward(map)), this.numClasses);
    return torch.cat(maps.map(scores), 1);
  }
}

/**
 * How far the sides of a box are from each place, and how near its middle is.
 *
 * @example
 * const head = new vision.models.detection.FCOSRegressionHead(32, 1);
 * const [differences, middles] = head.forward([torch.rand([1, 32, 8, 8])]);
 * [differences.shape, middles.shape]; // [[1, 64, 4], [1, 64, 1]]
 */
export class FCOSRegressionHead extends SnakeKeys {
  readonly conv: nn.Sequential;
  readonly bboxReg: nn.Conv2d;
  readonly bboxCtrness: nn.Conv2d;

  constructor(inChannels: number, numAnchors: number, numConvs = 4) {
    super();
    this.conv = groupTower(inChannels, numConvs);
    this.bboxReg = new nn.Conv2d(inChannels, numAnchors * 4, 3, { stride: 1, padding: 1 });
    this.bboxCtrness = new nn.Conv2d(inChannels, numAnchors, 3, { stride: 1, padding: 1 });
    smallStart(this.bboxReg);
    smallStart(this.bboxCtrness);
    smallTower(this.conv);
  }

  override forward(maps: readonly Tensor[]): [differences: Tensor, middles: Tensor] {
    const hidden = maps.map((map) => this.conv.forward(map));
    const all = (one: (map: Tensor) => Tensor, values: number): Tensor =>
      torch.cat(
        hidden.map((map) => flattenMap(one(map), values)),
        1,
      );
    return [all((map) => this.bboxReg.forward(map).relu(), 4), all((map) => this.bboxCtrness.forward(map), 1)];
  }
}

/**
 * Says of each place what is there, and where the sides of its box are.
 *
 * @example
 * const head = new vision.models.detection.FCOSHead(32, 1, 3);
 * Object.keys(head.forward([torch.rand([1, 32, 8, 8])])); // ['clsLogits', 'bboxRegression', 'bboxCtrness']
 */
export class FCOSHead extends SnakeKeys {
  readonly classificationHead: FCOSClassificationHead;
  readonly regressionHead: FCOSRegressionHead;

  constructor(inChannels: number, numAnchors: number, numClasses: number, numConvs = 4) {
    super();
    this.classificationHead = new FCOSClassificationHead(inChannels, numAnchors, numClasses, numConvs);
    this.regressionHead = new FCOSRegressionHead(inChannels, numAnchors, numConvs);
  }

  override forward(maps: readonly Tensor[]): HeadOutputs {
    const clsLogits = this.classificationHead.forward(maps);
    const [bboxRegression, bboxCtrness] = this.regressionHead.forward(maps);
    return { clsLogits, bboxRegression, bboxCtrness };
  }
}

export interface FCOSOptions extends ShapedDetectorOptions {
  /** How far from the middle of a box, in steps of the map, places belong to it. @defaultValue 1.5 */
  readonly centerSamplingRadius?: number;
  /** The least score of what is found. @defaultValue 0.2 */
  readonly scoreThresh?: number;
  /** The overlap from which one of two finds is suppressed. @defaultValue 0.6 */
  readonly nmsThresh?: number;
  /** The most finds in a picture. @defaultValue 100 */
  readonly detectionsPerImg?: number;
  /** The most candidates of each feature map before suppression. @defaultValue 1000 */
  readonly topkCandidates?: number;
}

const OPTIONS = {
  ...SHAPED,
  centerSamplingRadius: float(1.5),
  scoreThresh: float(0.2),
  nmsThresh: float(0.6),
  detectionsPerImg: int(100),
  topkCandidates: int(1000),
};

/** The parts of an FCOS that others take the place of. */
export interface FCOSParts {
  /** The places that are looked at: one at each point of each map. */
  readonly anchorGenerator?: AnchorGenerator;
  /** What looks at them. */
  readonly head?: FCOSHead;
}

const column = (one: Tensor): Tensor => one.unsqueeze(1);

/**
 * Finds things in pictures in one stage and without sizes of boxes to begin from.
 *
 * @throws TorchValueError for boxes without a width or height, for targets that are missing in training.
 * @see https://docs.pytorch.org/vision/stable/models/fcos.html
 * @example
 * const model = vision.models.detection.fcosResnet50Fpn({ numClasses: 3, minSize: 64, maxSize: 64 }).eval();
 * const [found] = torch.noGrad(() => model.forward([torch.rand([3, 64, 48])])) as vision.models.detection.Detection[];
 * found!.boxes.shape[1]; // 4
 */
export class FCOS extends OneStageDetector {
  override readonly backbone: nn.Module;
  override readonly anchorGenerator: AnchorGenerator;
  /** The head: put another one here for other classes. */
  override head: nn.Module;
  override readonly transform: GeneralizedRCNNTransform;
  private readonly options: Required<FCOSOptions>;

  constructor(
    backbone: nn.Module & { readonly outChannels: number },
    options: FCOSOptions = {},
    parts: FCOSParts = {},
  ) {
    super();
    const read = readOptions('FCOS', OPTIONS, options);
    this.options = read as Required<FCOSOptions>;
    this.backbone = backbone;
    const sizes = [[8], [16], [32], [64], [128]];
    this.anchorGenerator =
      parts.anchorGenerator ??
      new AnchorGenerator(
        sizes,
        sizes.map(() => [1]),
      );
    const each = this.anchorGenerator.numAnchorsPerLocation()[0] as number;
    if (each !== 1) throw valueError(`anchor_generator.num_anchors_per_location()[0] should be 1 instead of ${each}`);
    this.head = parts.head ?? new FCOSHead(backbone.outChannels, each, read.numClasses);
    this.transform = transformFor(read, { minSize: read.minSize, maxSize: read.maxSize });
  }

  /** The number of the box of the picture for each place, or −1. */
  private assign(anchors: Tensor, { boxes }: DetectionTarget, perLevel: readonly number[]): Tensor {
    const total = anchors.shape[0] as number;
    if (boxes.numel() === 0) return torch.full([total], -1, { dtype: torch.int64, device: anchors.device });
    const middle = (one: Tensor): Tensor =>
      one
        .narrow(1, 0, 2)
        .add(one.narrow(1, 2, 2))
        .div(2);
    const places = middle(anchors);
    const steps = anchors.select(1, 2).sub(anchors.select(1, 0));
    const apart = places.unsqueeze(1).sub(middle(boxes).unsqueeze(0)).abs().max(2)[0];
    const near = apart.lt(column(steps.mul(this.options.centerSamplingRadius)));
    const [x, y] = places.unsqueeze(2).unbind(1) as [Tensor, Tensor];
    const [x0, y0, x1, y1] = boxes.unsqueeze(0).unbind(2) as [Tensor, Tensor, Tensor, Tensor];
    const sides = torch.stack([x.sub(x0), y.sub(y0), x1.sub(x), y1.sub(y)], 2);
    const inside = sides.min(2)[0].gt(0);
    const lower = steps.mul(4);
    lower.narrow(0, 0, perLevel[0] as number).fill_(0);
    const upper = steps.mul(8);
    upper.narrow(0, total - (perLevel.at(-1) as number), perLevel.at(-1) as number).fill_(Infinity);
    const longest = sides.max(2)[0];
    const fits = longest.gt(column(lower)).logicalAnd(longest.lt(column(upper)));
    const [a, b, c, d] = boxes.unbind(1) as [Tensor, Tensor, Tensor, Tensor];
    const areas = c.sub(a).mul(d.sub(b));
    const matched = near.logicalAnd(inside).logicalAnd(fits).to(torch.float32);
    const [best, which] = matched.mul(torch.rsub(areas.unsqueeze(0), 1e8)).max(1);
    return which.maskedFill(best.lt(1e-5), -1);
  }

  protected override losses(
    targets: readonly DetectionTarget[],
    outputs: HeadOutputs,
    anchors: readonly Tensor[],
    perLevel: readonly number[],
  ): Losses {
    const { clsLogits, bboxRegression, bboxCtrness } = outputs as Record<string, Tensor> & {
      readonly clsLogits: Tensor;
      readonly bboxRegression: Tensor;
      readonly bboxCtrness: Tensor;
    };
    const assigned = anchors.map((one, i) =>
      goalsOf(this.assign(one, targets[i] as DetectionTarget, perLevel), targets[i] as DetectionTarget),
    );
    const classes = torch.stack(assigned.map(([own]) => own));
    const boxes = torch.stack(assigned.map(([, own]) => own));
    const places = torch.stack([...anchors]);
    const things = classes.ge(0);
    const count = Math.max(1, things.sum().item<number>());
    const goals = torch.zerosLike(clsLogits);
    const [picture, place] = things.nonzero().unbind(1) as [Tensor, Tensor];
    goals.indexPut_([picture, place, classes.index(things)], goals.newOnes([]));
    const decoded = linearCoder.decode(bboxRegression, places);
    const sum = { reduction: 'sum' } as const;
    const centered = centerness(linearCoder.encode(places, boxes));
    const middle = nn.functional.binaryCrossEntropyWithLogits(
      bboxCtrness.squeeze(2).index(things),
      centered.index(things),
      sum,
    );
    return {
      classification: sigmoidFocalLoss(clsLogits, goals, sum).div(count),
      bboxRegression: generalizedBoxIouLoss(decoded.index(things), boxes.index(things), sum).div(count),
      bboxCtrness: middle.div(count),
    };
  }

  protected override detect(
    { clsLogits, bboxRegression, bboxCtrness }: HeadOutputs,
    anchors: Tensor,
    size: Size,
    perLevel: readonly number[],
  ): Detection {
    const levels = (all: Tensor | undefined): Tensor[] => (all as Tensor).split([...perLevel], 0);
    const middles = levels(bboxCtrness).map((level) => level.sigmoid());
    const chances = levels(clsLogits).map((level, i) =>
      level
        .sigmoid()
        .mul(middles[i] as Tensor)
        .sqrt(),
    );
    const found = { chances, differences: levels(bboxRegression), anchors: levels(anchors) };
    return bestOfLevels(found, (differences, from) => linearCoder.decode(differences, from), size, this.options);
  }
}

/** The class, −1 for the background, and the box of each place. */
function goalsOf(matches: Tensor, { boxes, labels }: DetectionTarget): readonly [classes: Tensor, boxes: Tensor] {
  const count = matches.shape[0] as number;
  const background = matches.lt(0);
  if (labels.numel() === 0) {
    return [labels.newZeros([count]).maskedFill(background, -1), boxes.newZeros([count, 4])];
  }
  const which = matches.clamp(0);
  return [labels.indexSelect(0, which).maskedFill(background, -1), boxes.indexSelect(0, which)];
}

/** How near a place is to the middle of its box: 1 there, 0 at a side. */
function centerness(sides: Tensor): Tensor {
  const ratio = (first: number): Tensor => {
    const two = torch.stack([sides.select(2, first), sides.select(2, first + 2)], 2);
    return two.min(-1)[0].div(two.max(-1)[0]);
  };
  return ratio(0).mul(ratio(1)).sqrt();
}

export interface FCOSDetectorOptions extends FCOSOptions, BackboneOptions {}

const recipe: Recipe<FCOS, FCOSDetectorOptions> = (given, trained = false) => {
  const { weights, learned, count, rest } = separateBackbone('FCOS', given, trained, [3, 5]);
  const extraBlocks = (): LastLevelP6P7 => new LastLevelP6P7(256, 256);
  const normLayer = learned ? frozenNorm : batchNorm;
  return new FCOS(resnetPyramid({ weights, count, normLayer, stages: [2, 3, 4], extraBlocks }), rest);
};

/**
 * FCOS on ResNet-50.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.detection.fcos_resnet50_fpn.html
 * @example
 * // The losses of a step of training.
 * const model = vision.models.detection.fcosResnet50Fpn({ numClasses: 3, minSize: 64, maxSize: 64 });
 * const target = { boxes: torch.tensor([[4, 4, 40, 30]], { dtype: torch.float32 }), labels: torch.tensor([1]) };
 * const losses = model.forward([torch.rand([3, 64, 48])], [target]);
 * Object.keys(losses); // ['classification', 'bboxRegression', 'bboxCtrness']
 */
export const fcosResnet50Fpn = define('fcos_resnet50_fpn', recipe, undefined, 91);
