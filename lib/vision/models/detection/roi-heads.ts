import { float, floats, int, required } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { typeError, valueError } from '../../../errors';
import { nn, Tensor } from '../../../index';
import * as torch from '../../../index';
import { batchedNms, boxIou, clipBoxesToImage, removeSmallBoxes } from '../../ops/boxes';
import { run } from '../../ops/layers';
import { SnakeKeys } from '../../snake-keys';
import { keypointLoss, keypointsIn } from './keypoints';
import { maskChances, maskLoss } from './masks';
import { BELOW_LOW_THRESHOLD, BETWEEN_THRESHOLDS, BoxCoder, indicesOf, match, sampleBalanced } from './matching';
import type { MultiScaleRoIAlign } from './roi-pool';
import type { Detection, DetectionTarget, Features, Losses, Size } from './types';

/** What the second stage needs to know. */
export interface RoIHeadsOptions {
  /** In training: a proposal that overlaps a true box at least this much shows its thing. */
  readonly fgIouThresh: number;
  /** In training: a proposal that overlaps all true boxes less than this is background. */
  readonly bgIouThresh: number;
  /** In training: how many proposals of a picture are learned from. */
  readonly batchSizePerImage: number;
  /** In training: which share of them shows things. */
  readonly positiveFraction: number;
  /** What differences of boxes are multiplied by, for x, y, width and height. */
  readonly bboxRegWeights: readonly [number, number, number, number];
  /** In evaluation: the least score of a box that is given. */
  readonly scoreThresh: number;
  /** In evaluation: of two boxes of one class that overlap more than this, the better one stays. */
  readonly nmsThresh: number;
  /** In evaluation: the most boxes of a picture. */
  readonly detectionsPerImg: number;
}

const OPTIONS = {
  fgIouThresh: required(float()),
  bgIouThresh: required(float()),
  batchSizePerImage: required(int()),
  positiveFraction: required(float()),
  bboxRegWeights: required(floats()),
  scoreThresh: required(float()),
  nmsThresh: required(float()),
  detectionsPerImg: required(int()),
};

/** Proposals of each picture, with what they should become. */
interface Samples {
  /** The number of the box of the picture for each proposal. */
  readonly matches: readonly Tensor[];
  readonly proposals: readonly Tensor[];
  readonly labels: readonly Tensor[];
  readonly goals: readonly Tensor[];
}

/** Boxes smaller than this in pixels are none. */
const MIN_SIZE = 1e-2;

type Look = (branch: Branch, boxes: readonly Tensor[]) => Tensor;
type Predictor = nn.Module & { forward(x: Tensor): [scores: Tensor, differences: Tensor] };

/** What looks at boxes once more: for masks, or for key points. */
export interface Branch {
  /** The features of boxes. */
  readonly roiPool: MultiScaleRoIAlign;
  /** Convolutions over them. */
  readonly head: nn.Module;
  /** The last layers. */
  readonly predictor: nn.Module;
}

/**
 * Says what is in proposed boxes, and where exactly.
 *
 * @example
 * const pool = new vision.models.detection.MultiScaleRoIAlign({ featmapNames: ['0'], outputSize: 7, samplingRatio: 2 });
 * const [head, predictor] = [new vision.models.detection.TwoMLPHead(8 * 7 * 7, 16), new vision.models.detection.FastRCNNPredictor(16, 3)];
 * const training = { fgIouThresh: 0.5, bgIouThresh: 0.5, batchSizePerImage: 512, positiveFraction: 0.25 };
 * const found = { bboxRegWeights: [10, 10, 5, 5] as const, scoreThresh: 0.05, nmsThresh: 0.5, detectionsPerImg: 100 };
 * const heads = new vision.models.detection.RoIHeads(pool, head, predictor, { ...training, ...found }).eval();
 * const boxes = [torch.tensor([[0, 0, 32, 32]], { dtype: torch.float32 })];
 * const [[first]] = heads.forward({ '0': torch.rand([1, 8, 16, 16]) }, boxes, [[64, 64]], null);
 * first!.labels.numel() === first!.scores.numel(); // true
 */
export class RoIHeads extends SnakeKeys {
  readonly boxRoiPool: MultiScaleRoIAlign;
  readonly boxHead: nn.Module;
  /** The last layers: put another `FastRCNNPredictor` here for other classes. */
  boxPredictor: nn.Module;
  declare maskRoiPool?: MultiScaleRoIAlign;
  declare maskHead?: nn.Module;
  /** The last layers of masks: put another `MaskRCNNPredictor` here for other classes. */
  declare maskPredictor?: nn.Module;
  declare keypointRoiPool?: MultiScaleRoIAlign;
  declare keypointHead?: nn.Module;
  /** The last layers of key points: put another `KeypointRCNNPredictor` here for other points. */
  declare keypointPredictor?: nn.Module;
  private readonly options: RoIHeadsOptions;
  private readonly boxCoder: BoxCoder;

  constructor(pool: MultiScaleRoIAlign, head: nn.Module, predictor: nn.Module, options: RoIHeadsOptions) {
    super();
    this.boxRoiPool = pool;
    this.boxHead = head;
    this.boxPredictor = predictor;
    this.options = readOptions('RoIHeads', OPTIONS, options) as RoIHeadsOptions;
    this.boxCoder = new BoxCoder(this.options.bboxRegWeights);
  }

  override forward(
    features: Features,
    proposals: readonly Tensor[],
    imageShapes: readonly Size[],
    targets: readonly DetectionTarget[] | null,
  ): [detections: Detection[], losses: Losses] {
    targets?.forEach((target) => this.checkTarget(target));
    const samples = this.training ? this.select(proposals, targets) : null;
    const boxes = samples?.proposals ?? proposals;
    const pooled = this.boxRoiPool.forward(features, boxes, imageShapes);
    const [logits, differences] = (this.boxPredictor as Predictor).forward(run(this.boxHead, pooled));
    const look = (branch: Branch, at: readonly Tensor[]): Tensor =>
      run(branch.predictor, run(branch.head, branch.roiPool.forward(features, at, imageShapes)));
    if (samples) return [[], { ...losses(logits, differences, samples), ...this.branchLosses(samples, targets, look) }];
    return [this.lookAgain(this.detect(logits, differences, boxes, imageShapes), look), {}];
  }

  private checkTarget({ boxes, labels, masks, keypoints }: DetectionTarget): void {
    if (!boxes.isFloatingPoint())
      throw typeError(`target boxes must of float type, instead got ${String(boxes.dtype)}`);
    if (!(labels instanceof Tensor)) throw valueError('Every element of targets should have a labels key');
    if (labels.dtype !== torch.int64) {
      throw typeError(`target labels must of int64 type, instead got ${String(labels.dtype)}`);
    }
    if (this.maskPredictor && this.training && !masks) {
      throw valueError('Every element of targets should have a masks key');
    }
    if (!this.keypointPredictor || !this.training) return;
    if (!keypoints) throw valueError('Every element of targets should have a keypoints key');
    if (keypoints.dtype !== torch.float32) {
      throw typeError(`target keypoints must of float type, instead got ${String(keypoints.dtype)}`);
    }
  }

  private branches(): { readonly mask: Branch | null; readonly keypoint: Branch | null } {
    const branch = (roiPool?: MultiScaleRoIAlign, head?: nn.Module, predictor?: nn.Module): Branch | null =>
      roiPool && head && predictor ? { roiPool, head, predictor } : null;
    return {
      mask: branch(this.maskRoiPool, this.maskHead, this.maskPredictor),
      keypoint: branch(this.keypointRoiPool, this.keypointHead, this.keypointPredictor),
    };
  }

  /** The losses of masks and key points, over the proposals that show things. */
  private branchLosses(samples: Samples, targets: readonly DetectionTarget[] | null, look: Look): Losses {
    const { mask, keypoint } = this.branches();
    if ((!mask && !keypoint) || !targets) return {};
    const things = samples.labels.map((labels) => indicesOf(labels.gt(0)));
    const pick = (all: readonly Tensor[]): Tensor[] => all.map((one, i) => one.indexSelect(0, things[i] as Tensor));
    const [boxes, matches] = [pick(samples.proposals), pick(samples.matches)];
    return {
      ...(mask && { lossMask: maskLoss(look(mask, boxes), boxes, targets, matches) }),
      ...(keypoint && { lossKeypoint: keypointLoss(look(keypoint, boxes), boxes, targets, matches) }),
    };
  }

  /** What is found, with its masks and key points. */
  private lookAgain(found: readonly Detection[], look: Look): Detection[] {
    const { mask, keypoint } = this.branches();
    const boxes = found.map((one) => one.boxes);
    const masks =
      mask &&
      maskChances(
        look(mask, boxes),
        found.map(({ labels }) => labels),
      );
    const maps =
      keypoint &&
      look(keypoint, boxes).split(
        boxes.map((one) => one.shape[0] as number),
        0,
      );
    return found.map((one, i) => {
      const points = maps && keypointsIn(maps[i] as Tensor, one.boxes);
      return {
        ...one,
        ...(masks && { masks: masks[i] }),
        ...(points && { keypoints: points[0], keypointsScores: points[1] }),
      };
    });
  }

  private select(given: readonly Tensor[], targets: readonly DetectionTarget[] | null): Samples {
    if (!targets) throw valueError('targets should not be null');
    const dtype = given[0]?.dtype ?? torch.float32;
    const truth = targets.map(({ boxes }) => boxes.to(dtype));
    const proposals = given.map((one, i) => torch.cat([one, truth[i] as Tensor]));
    const assigned = proposals.map((one, i) =>
      this.assign(one, truth[i] as Tensor, (targets[i] as DetectionTarget).labels),
    );
    const { positive, negative } = sampleBalanced(
      assigned.map(([, labels]) => labels),
      this.options.batchSizePerImage,
      this.options.positiveFraction,
    );
    const drawn = positive.map((one, i) => indicesOf(one.logicalOr(negative[i] as Tensor)));
    const pick = (all: readonly Tensor[]): Tensor[] => all.map((one, i) => one.indexSelect(0, drawn[i] as Tensor));
    const matched = pick(assigned.map(([matches]) => matches));
    const chosen = pick(proposals);
    const boxes = truth.map((one, i) => {
      const some = one.numel() === 0 ? torch.zeros([1, 4], { dtype, device: one.device }) : one;
      return some.indexSelect(0, matched[i] as Tensor);
    });
    return {
      matches: matched,
      proposals: chosen,
      labels: pick(assigned.map(([, labels]) => labels)),
      goals: this.boxCoder.encode(boxes, chosen),
    };
  }

  /** The box of the picture for each proposal, and its class: 0 for the background, −1 for those that do not count. */
  private assign(proposals: Tensor, boxes: Tensor, classes: Tensor): [matches: Tensor, labels: Tensor] {
    if (boxes.numel() === 0) {
      const none = torch.zeros([proposals.shape[0] as number], { dtype: torch.int64, device: proposals.device });
      return [none, none.clone()];
    }
    const { fgIouThresh: high, bgIouThresh: low } = this.options;
    const found = match(boxIou(boxes, proposals), { high, low, allowLowQualityMatches: false });
    const matches = found.clamp(0);
    const labels = classes.indexSelect(0, matches).to(torch.int64);
    labels.maskedFill_(found.eq(BELOW_LOW_THRESHOLD), 0).maskedFill_(found.eq(BETWEEN_THRESHOLDS), -1);
    return [matches, labels];
  }

  private detect(
    logits: Tensor,
    differences: Tensor,
    proposals: readonly Tensor[],
    imageShapes: readonly Size[],
  ): Detection[] {
    const counts = proposals.map((one) => one.shape[0] as number);
    const boxes = this.boxCoder.decode(differences, proposals).split(counts, 0);
    const scores = logits.softmax(-1).split(counts, 0);
    return boxes.map((one, i) => this.best(one, scores[i] as Tensor, imageShapes[i] as Size));
  }

  private best(given: Tensor, chances: Tensor, size: Size): Detection {
    const classes = chances.shape[1] as number;
    const numbers = torch.arange(classes, { device: given.device }).view([1, -1]).expandAs(chances);
    const boxes = clipBoxesToImage(given.reshape([-1, classes, 4]), size)
      .index(':', '1:')
      .reshape([-1, 4]);
    const scores = chances.index(':', '1:').reshape([-1]);
    const labels = numbers.index(':', '1:').reshape([-1]);
    const good = indicesOf(scores.gt(this.options.scoreThresh));
    const large = good.indexSelect(0, removeSmallBoxes(boxes.indexSelect(0, good), MIN_SIZE));
    const pick = (one: Tensor): Tensor => one.indexSelect(0, large);
    const all = batchedNms(pick(boxes), pick(scores), pick(labels), this.options.nmsThresh);
    const kept = large.indexSelect(0, all.index(`:${this.options.detectionsPerImg}`));
    const last = (one: Tensor): Tensor => one.indexSelect(0, kept);
    return { boxes: last(boxes), labels: last(labels), scores: last(scores) };
  }
}

function losses(logits: Tensor, differences: Tensor, samples: Samples): Losses {
  const labels = torch.cat([...samples.labels], 0);
  const goals = torch.cat([...samples.goals], 0);
  const things = indicesOf(labels.gt(0));
  const all = differences.reshape([logits.shape[0] as number, -1, 4]);
  const own = all.index(things, labels.indexSelect(0, things));
  const boxLoss = nn.functional.smoothL1Loss(own, goals.indexSelect(0, things), { beta: 1 / 9, reduction: 'sum' });
  return { lossClassifier: nn.functional.crossEntropy(logits, labels), lossBoxReg: boxLoss.div(labels.numel()) };
}
