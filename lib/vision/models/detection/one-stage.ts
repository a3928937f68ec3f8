/** What detectors of one stage share: a head looks at every place of every feature map at once. */
import { show } from '../../../arguments/describe';
import { typeError, valueError } from '../../../errors';
import { Tensor, type nn } from '../../../index';
import * as torch from '../../../index';
import { batchedNms, boxIou, clipBoxesToImage } from '../../ops/boxes';
import { run } from '../../ops/layers';
import { SnakeKeys } from '../../snake-keys';
import { tupleText } from '../../text';
import { indicesOf } from './matching';
import type { GeneralizedRCNNTransform } from './rcnn-transform';
import type { Detection, DetectionTarget, Features, ImageList, Losses, Size } from './types';

/** Fails on what is no list of pictures, and in training on targets that are none. */
export function checkTargets(label: string, images: unknown, targets: unknown, training: boolean): void {
  if (!Array.isArray(images) || !images.every((image) => image instanceof Tensor)) {
    throw typeError(`${label}.forward(): expected an array of pictures [3, H, W], one tensor for each`);
  }
  if (images.length === 0) throw valueError(`${label}.forward(): there is no picture`);
  if (!training) return;
  if (targets === null) throw valueError('targets should not be null when in training mode');
  if (!Array.isArray(targets)) {
    throw typeError(`${label}.forward(): 'targets' should be an array of { boxes, labels }, got ${show(targets)}`);
  }
  if (targets.length !== images.length) {
    throw valueError(`there are ${images.length} pictures and ${targets.length} targets`);
  }
  targets.forEach(checkTarget);
}

function checkTarget(target: Partial<DetectionTarget> | null, i: number): void {
  const { boxes, labels } = target ?? {};
  if (!(boxes instanceof Tensor)) {
    throw valueError(`Expected target boxes to be of type Tensor. Target ${i} is ${show(target)}`);
  }
  if (boxes.ndim !== 2 || boxes.shape[1] !== 4) {
    throw valueError(`Expected target boxes to be a tensor of shape [N, 4], got ${tupleText(boxes.shape)}.`);
  }
  if (!(labels instanceof Tensor)) throw valueError('Every element of targets should have a labels key');
  if (labels.ndim === 1 && labels.shape[0] === boxes.shape[0]) return;
  throw valueError(`target ${i} has ${boxes.shape[0] as number} boxes and labels of shape ${tupleText(labels.shape)}`);
}

/** Fails for a box without a width or a height, NaN among them. */
export function checkBoxes({ boxes }: DetectionTarget, i: number): void {
  const bad = boxes.index(':', '2:').gt(boxes.index(':', ':2')).logicalNot().any(1);
  if (!bad.any().item<boolean>()) return;
  const first = boxes.index(bad).index(0).tolist<number[]>();
  throw valueError(
    'All bounding boxes should have positive height and width. ' +
      `Found invalid box [${first.join(', ')}] for target at index ${i}.`,
  );
}

/** The feature maps of a backbone by their names. */
export function featuresOf(backbone: nn.Module, images: Tensor): Features {
  const found = run(backbone, images) as unknown;
  return found instanceof Tensor ? { '0': found } : (found as Features);
}

/** `[N, A C, H, W]` as `[N, H W A, C]`. */
export function flattenMap(map: Tensor, values: number): Tensor {
  const [n, , h, w] = map.shape as [number, number, number, number];
  return map.view([n, -1, values, h, w]).permute([0, 3, 4, 1, 2]).reshape([n, -1, values]);
}

/** What a head says of each anchor: tensors `[N, anchors, …]` by their names. */
export type HeadOutputs = Readonly<Record<string, Tensor>>;

/** The anchors of a picture, or of a level of it. */
export interface Candidates {
  readonly boxes: Tensor;
  readonly scores: Tensor;
  readonly labels: Tensor;
}

/** The best of what is left after suppression. */
export function bestOf(parts: readonly Candidates[], threshold: number, most: number): Detection {
  const all = (name: keyof Candidates): Tensor => torch.cat(parts.map((part) => part[name]));
  const [boxes, scores, labels] = [all('boxes'), all('scores'), all('labels')];
  const keep = batchedNms(boxes, scores, labels, threshold).index(`:${most}`);
  const pick = (one: Tensor): Tensor => one.indexSelect(0, keep);
  return { boxes: pick(boxes), scores: pick(scores), labels: pick(labels) };
}

/** The anchors and classes of the highest scores of a level, `[anchors, classes]`. */
function highest(
  scores: Tensor,
  threshold: number,
  most: number,
): { readonly scores: Tensor; readonly anchors: Tensor; readonly labels: Tensor } {
  const classes = scores.shape.at(-1) as number;
  const flat = scores.flatten();
  const good = indicesOf(flat.gt(threshold));
  const [values, order] = flat.indexSelect(0, good).topk(Math.min(good.numel(), most));
  const places = good.indexSelect(0, order);
  return { scores: values, anchors: places.div(classes, { roundingMode: 'floor' }), labels: places.remainder(classes) };
}

/** Of each level of a picture: the chances of classes, the differences of boxes and the anchors. */
export interface Levels {
  readonly chances: readonly Tensor[];
  readonly differences: readonly Tensor[];
  readonly anchors: readonly Tensor[];
}

/** What counts as found. */
export interface FindLimits {
  readonly scoreThresh: number;
  readonly nmsThresh: number;
  readonly detectionsPerImg: number;
  readonly topkCandidates: number;
}

/** What is found in a picture: the best of the likeliest candidates of each level. */
export function bestOfLevels(
  { chances, differences, anchors }: Levels,
  decode: (differences: Tensor, anchors: Tensor) => Tensor,
  size: Size,
  { scoreThresh, nmsThresh, detectionsPerImg, topkCandidates }: FindLimits,
): Detection {
  const parts = chances.map((level, i) => {
    const { scores, labels, anchors: best } = highest(level, scoreThresh, topkCandidates);
    const pick = (all: readonly Tensor[]): Tensor => (all[i] as Tensor).indexSelect(0, best);
    return { boxes: clipBoxesToImage(decode(pick(differences), pick(anchors)), size), scores, labels };
  });
  return bestOf(parts, nmsThresh, detectionsPerImg);
}

/** The number of the box of the picture for each anchor by `matcher`, or −1 where there is no box. */
export function matchAll(
  targets: readonly DetectionTarget[],
  anchors: readonly Tensor[],
  matcher: (quality: Tensor) => Tensor,
): Tensor[] {
  return anchors.map((one, i) => {
    const { boxes } = targets[i] as DetectionTarget;
    if (boxes.numel() > 0) return matcher(boxIou(boxes, one));
    return torch.full([one.shape[0] as number], -1, { dtype: torch.int64, device: one.device });
  });
}

/**
 * What is found, or in training the losses.
 *
 * @example
 * const models: vision.models.detection.OneStageDetector[] = [vision.models.detection.ssdlite320MobilenetV3Large(), vision.models.detection.fcosResnet50Fpn()];
 * models.map((model) => model.head.constructor.name); // ['SSDLiteHead', 'FCOSHead']
 */
export abstract class OneStageDetector extends SnakeKeys {
  abstract readonly backbone: nn.Module;
  abstract readonly anchorGenerator: { forward(images: ImageList, maps: readonly Tensor[]): Tensor[] };
  abstract head: nn.Module;
  abstract readonly transform: GeneralizedRCNNTransform;

  /** The losses of what the head says. @internal */
  protected abstract losses(
    targets: readonly DetectionTarget[],
    outputs: HeadOutputs,
    anchors: readonly Tensor[],
    perLevel: readonly number[],
  ): Losses;

  /** What is found in a picture, of the outputs for it. @internal */
  protected abstract detect(outputs: HeadOutputs, anchors: Tensor, size: Size, perLevel: readonly number[]): Detection;

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
    const maps = Object.values(featuresOf(this.backbone, list.tensors));
    const outputs = (this.head as nn.Module & { forward(given: readonly Tensor[]): HeadOutputs }).forward(maps);
    const anchors = this.anchorGenerator.forward(list, maps);
    const places = maps.map((map) => (map.shape[2] as number) * (map.shape[3] as number));
    const total = places.reduce((sum, count) => sum + count, 0);
    const each = Math.floor(((anchors[0] as Tensor).shape[0] as number) / total);
    const perLevel = places.map((count) => count * each);
    if (this.training) return this.losses(moved as readonly DetectionTarget[], outputs, anchors, perLevel);
    const found = anchors.map((one, i) => {
      const own = Object.entries(outputs).map(([name, output]) => [name, output.index(i)] as const);
      return this.detect(Object.fromEntries(own), one, list.imageSizes[i] as Size, perLevel);
    });
    return this.transform.postprocess(found, list.imageSizes, sizes);
  }
}
