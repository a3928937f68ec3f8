import { float, int, record, required } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { valueError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { batchedNms, boxIou, clipBoxesToImage, removeSmallBoxes } from '../../ops/boxes';
import { Conv2dNormActivation } from '../../ops/layers';
import { SnakeKeys } from '../../snake-keys';
import type { AnchorGenerator } from './anchors';
import { BELOW_LOW_THRESHOLD, BETWEEN_THRESHOLDS, BoxCoder, indicesOf, match, sampleBalanced } from './matching';
import { readOldNames } from './old-names';
import { flattenMap } from './one-stage';
import type { DetectionTarget, Features, ImageList, Losses, Size } from './types';

/**
 * Says of each anchor whether a thing is there, and how its box differs.
 *
 * @example
 * const head = new vision.models.detection.RPNHead(8, 3);
 * const [scores, differences] = head.forward([torch.rand([1, 8, 16, 16])]);
 * scores[0]!.shape; // [1, 3, 16, 16]
 * differences[0]!.shape; // [1, 12, 16, 16]
 */
export class RPNHead extends SnakeKeys {
  readonly conv: nn.Sequential;
  readonly clsLogits: nn.Conv2d;
  readonly bboxPred: nn.Conv2d;

  constructor(inChannels: number, numAnchors: number, convDepth = 1) {
    super();
    const layer = (): nn.Module => new Conv2dNormActivation(inChannels, inChannels, { kernelSize: 3, normLayer: null });
    this.conv = new nn.Sequential(...Array.from({ length: convDepth }, layer));
    this.clsLogits = new nn.Conv2d(inChannels, numAnchors, 1, { stride: 1 });
    this.bboxPred = new nn.Conv2d(inChannels, numAnchors * 4, 1, { stride: 1 });
    for (const module of this.modules()) {
      if (!(module instanceof nn.Conv2d)) continue;
      nn.init.normal_(module.weight, 0, 0.01);
      if (module.bias) nn.init.zeros_(module.bias);
    }
    readOldNames(this, { conv: 'conv.0.0' });
  }

  override forward(maps: readonly Tensor[]): [logits: Tensor[], differences: Tensor[]] {
    const hidden = maps.map((map) => this.conv.forward(map));
    return [hidden.map((one) => this.clsLogits.forward(one)), hidden.map((one) => this.bboxPred.forward(one))];
  }
}

/** What a region proposal network needs to know. */
export interface RPNOptions {
  /** In training: an anchor that overlaps a true box at least this much shows a thing. */
  readonly fgIouThresh: number;
  /** In training: an anchor that overlaps all true boxes less than this is background. */
  readonly bgIouThresh: number;
  /** In training: how many anchors of a picture are learned from. */
  readonly batchSizePerImage: number;
  /** In training: which share of them shows things. */
  readonly positiveFraction: number;
  /** How many proposals of each feature map are kept before overlapping ones are removed. */
  readonly preNmsTopN: { readonly training: number; readonly testing: number };
  /** How many proposals of a picture are kept after that. */
  readonly postNmsTopN: { readonly training: number; readonly testing: number };
  /** Of two proposals that overlap more than this, the better one stays. */
  readonly nmsThresh: number;
  /** The least score of a proposal. */
  readonly scoreThresh: number;
}

const OPTIONS = {
  fgIouThresh: required(float()),
  bgIouThresh: required(float()),
  batchSizePerImage: required(int()),
  positiveFraction: required(float()),
  preNmsTopN: required(record<RPNOptions['preNmsTopN']>()),
  postNmsTopN: required(record<RPNOptions['postNmsTopN']>()),
  nmsThresh: required(float()),
  scoreThresh: required(float()),
};

/** Boxes smaller than this in pixels are none. */
const MIN_SIZE = 1e-3;

/**
 * Proposes boxes in which things may be.
 *
 * @example
 * const anchors = new vision.models.detection.AnchorGenerator([[32]], [[1]]);
 * const training = { fgIouThresh: 0.7, bgIouThresh: 0.3, batchSizePerImage: 256, positiveFraction: 0.5 };
 * const kept = { preNmsTopN: { training: 20, testing: 10 }, postNmsTopN: { training: 20, testing: 10 }, nmsThresh: 0.7, scoreThresh: 0 };
 * const rpn = new vision.models.detection.RegionProposalNetwork(anchors, new vision.models.detection.RPNHead(8, 1), { ...training, ...kept }).eval();
 * const images = { tensors: torch.rand([1, 3, 64, 64]), imageSizes: [[64, 64]] as const };
 * const [[boxes]] = rpn.forward(images, { '0': torch.rand([1, 8, 16, 16]) }, null);
 * boxes!.shape[1]; // 4
 */
export class RegionProposalNetwork extends SnakeKeys {
  readonly anchorGenerator: AnchorGenerator;
  readonly head: nn.Module;
  private readonly options: RPNOptions;
  private readonly boxCoder = new BoxCoder([1, 1, 1, 1]);

  constructor(anchorGenerator: AnchorGenerator, head: nn.Module, options: RPNOptions) {
    super();
    this.anchorGenerator = anchorGenerator;
    this.head = head;
    this.options = readOptions('RegionProposalNetwork', OPTIONS, options);
  }

  override forward(
    images: ImageList,
    features: Features,
    targets: readonly DetectionTarget[] | null,
  ): [proposals: Tensor[], losses: Losses] {
    const maps = Object.values(features);
    const head = this.head as RPNHead;
    const [logits, differences] = head.forward(maps);
    const anchors = this.anchorGenerator.forward(images, maps);
    const perLevel = logits.map((one) => one.shape.slice(1).reduce((product, extent) => product * extent, 1));
    const objectness = torch
      .cat(
        logits.map((one) => flattenMap(one, 1)),
        1,
      )
      .flatten(0, -2);
    const deltas = torch
      .cat(
        differences.map((one) => flattenMap(one, 4)),
        1,
      )
      .reshape([-1, 4]);
    const decoded = this.boxCoder.decode(deltas.detach(), anchors).view([anchors.length, -1, 4]);
    const proposals = this.filter(decoded, objectness, images.imageSizes, perLevel);
    if (!this.training) return [proposals, {}];
    if (!targets) throw valueError('targets should not be null');
    return [proposals, this.losses(objectness, deltas, anchors, targets)];
  }

  private filter(boxes: Tensor, logits: Tensor, sizes: readonly Size[], perLevel: readonly number[]): Tensor[] {
    const mode = this.training ? 'training' : 'testing';
    const scores = logits.detach().reshape([boxes.shape[0] as number, -1]);
    let offset = 0;
    const chosen = scores.split([...perLevel], 1).map((level) => {
      const count = Math.min(this.options.preNmsTopN[mode], level.shape[1] as number);
      const at = level.topk(count, 1)[1].add(offset);
      offset += level.shape[1] as number;
      return at;
    });
    const levels = torch.cat(
      chosen.map((one, i) => torch.full([one.shape[1] as number], i, { dtype: torch.int64, device: boxes.device })),
    );
    const places = torch.cat(chosen, 1);
    return sizes.map((size, i) => {
      const own = places.index(i);
      const kept = { boxes: boxes.index(i).indexSelect(0, own), scores: scores.index(i).indexSelect(0, own).sigmoid() };
      return this.best(kept.boxes, kept.scores, levels, size, this.options.postNmsTopN[mode]);
    });
  }

  private best(given: Tensor, scores: Tensor, levels: Tensor, size: Size, most: number): Tensor {
    const boxes = clipBoxesToImage(given, size);
    const large = removeSmallBoxes(boxes, MIN_SIZE);
    const good = large.indexSelect(0, indicesOf(scores.indexSelect(0, large).ge(this.options.scoreThresh)));
    const pick = (one: Tensor): Tensor => one.indexSelect(0, good);
    const keep = batchedNms(pick(boxes), pick(scores), pick(levels), this.options.nmsThresh);
    return pick(boxes).indexSelect(0, keep.index(`:${most}`));
  }

  /** The box of the picture for each anchor, and whether it is one: 1, 0, or −1 for those that do not count. */
  private assign(anchors: Tensor, { boxes }: DetectionTarget): [labels: Tensor, matched: Tensor] {
    if (boxes.numel() === 0) {
      const options = { dtype: torch.float32, device: anchors.device };
      return [torch.zeros([anchors.shape[0] as number], options), torch.zeros([...anchors.shape], options)];
    }
    const { fgIouThresh: high, bgIouThresh: low } = this.options;
    const matches = match(boxIou(boxes, anchors), { high, low, allowLowQualityMatches: true });
    const labels = matches.ge(0).to(torch.float32);
    labels.maskedFill_(matches.eq(BELOW_LOW_THRESHOLD), 0).maskedFill_(matches.eq(BETWEEN_THRESHOLDS), -1);
    return [labels, boxes.indexSelect(0, matches.clamp(0))];
  }

  private losses(
    objectness: Tensor,
    deltas: Tensor,
    anchors: readonly Tensor[],
    targets: readonly DetectionTarget[],
  ): Losses {
    const assigned = anchors.map((one, i) => this.assign(one, targets[i] as DetectionTarget));
    const labels = assigned.map(([one]) => one);
    const goals = torch.cat(
      this.boxCoder.encode(
        assigned.map(([, one]) => one),
        anchors,
      ),
      0,
    );
    const { positive, negative } = sampleBalanced(
      labels,
      this.options.batchSizePerImage,
      this.options.positiveFraction,
    );
    const things = indicesOf(torch.cat(positive, 0));
    const sampled = torch.cat([things, indicesOf(torch.cat(negative, 0))], 0);
    const boxLoss = nn.functional.smoothL1Loss(deltas.indexSelect(0, things), goals.indexSelect(0, things), {
      beta: 1 / 9,
      reduction: 'sum',
    });
    const logits = objectness.flatten().indexSelect(0, sampled);
    return {
      lossObjectness: nn.functional.binaryCrossEntropyWithLogits(logits, torch.cat(labels, 0).indexSelect(0, sampled)),
      lossRpnBoxReg: boxLoss.div(sampled.numel()),
    };
  }
}
