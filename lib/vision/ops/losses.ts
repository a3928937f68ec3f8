/** Losses of detection. */
import { float, str } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';

/** What becomes of the losses: all of them, their mean or their sum. */
export type Reduction = 'none' | 'mean' | 'sum';

function reduce(loss: Tensor, reduction: string): Tensor {
  if (reduction === 'none') return loss;
  if (reduction === 'sum') return loss.sum();
  if (reduction === 'mean') return loss.mean();
  throw valueError(
    `Invalid Value for arg 'reduction': '${reduction}'. Supported reduction modes: 'none', 'mean', 'sum'`,
  );
}

export interface FocalLossOptions {
  /** The weight of positives, from 0 to 1; −1 weighs nothing. @defaultValue 0.25 */
  readonly alpha?: number;
  /** How much less what is already right counts. @defaultValue 2 */
  readonly gamma?: number;
  /** All losses, their mean or their sum. @defaultValue 'none' */
  readonly reduction?: Reduction;
}

const FOCAL_LOSS = { alpha: float(0.25), gamma: float(2), reduction: str('none') };

/**
 * The focal loss of two classes: cross entropy in which what is already right counts less.
 *
 * @param inputs - Logits, of any shape.
 * @param targets - 0 or 1, of the same shape and of floats.
 * @throws TorchValueError for another `alpha` or `reduction`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.sigmoid_focal_loss.html
 * @example
 * vision.ops.sigmoidFocalLoss(torch.zeros([2]), torch.ones([2]), { reduction: 'mean' }).item(); // 0.0433…
 */
export function sigmoidFocalLoss(inputs: Tensor, targets: Tensor, options: FocalLossOptions = {}): Tensor {
  const { alpha, gamma, reduction } = readOptions('sigmoidFocalLoss', FOCAL_LOSS, options);
  if (!(alpha >= 0 && alpha <= 1) && alpha !== -1) {
    throw valueError(`Invalid alpha value: ${alpha}. alpha must be in the range [0,1] or -1 for ignore.`);
  }
  const p = inputs.sigmoid();
  const entropy = nn.functional.binaryCrossEntropyWithLogits(inputs, targets, { reduction: 'none' });
  const right = p.mul(targets).add(torch.rsub(p, 1).mul(torch.rsub(targets, 1)));
  const loss = entropy.mul(torch.rsub(right, 1).pow(gamma));
  if (alpha < 0) return reduce(loss, reduction);
  return reduce(
    targets
      .mul(alpha)
      .add(torch.rsub(targets, 1).mul(1 - alpha))
      .mul(loss),
    reduction,
  );
}

export interface BoxLossOptions {
  /** All losses, their mean or their sum. @defaultValue 'none' */
  readonly reduction?: Reduction;
  /** Added where a division by zero could be. @defaultValue 1e-7 */
  readonly eps?: number;
}

const BOX_LOSS = { reduction: str('none'), eps: float(1e-7) };

type Four = readonly [Tensor, Tensor, Tensor, Tensor];

const floats = (boxes: Tensor): Tensor => (boxes.isFloatingPoint() ? boxes : boxes.to(torch.float32));
/** Left, top, right and bottom. Gradients are summed by call of it: as many calls as in Python give the same bits. */
const sides = (boxes: Tensor): Four => boxes.unbind(-1) as unknown as Four;

function overlap(boxes1: Tensor, boxes2: Tensor): [intersection: Tensor, union: Tensor] {
  const [[x1, y1, x2, y2], [a1, b1, a2, b2]] = [sides(boxes1), sides(boxes2)];
  const [left, top, right, bottom] = [x1.maximum(a1), y1.maximum(b1), x2.minimum(a2), y2.minimum(b2)];
  const meet = bottom.gt(top).logicalAnd(right.gt(left));
  const intersection = torch.where(meet, right.sub(left).mul(bottom.sub(top)), torch.zerosLike(x1));
  const areas = x2
    .sub(x1)
    .mul(y2.sub(y1))
    .add(a2.sub(a1).mul(b2.sub(b1)));
  return [intersection, areas.sub(intersection)];
}

/** The box around both. */
function around([x1, y1, x2, y2]: Four, [a1, b1, a2, b2]: Four): [width: Tensor, height: Tensor] {
  return [x2.maximum(a2).sub(x1.minimum(a1)), y2.maximum(b2).sub(y1.minimum(b1))];
}

/** The mean of no boxes is zero. */
function reduceBoxes(loss: Tensor, reduction: string): Tensor {
  return reduction === 'mean' && loss.numel() === 0 ? loss.sum().mul(0) : reduce(loss, reduction);
}

/**
 * One less the generalized intersection over union of boxes and the boxes that they should be, pair by pair.
 *
 * @param boxes1 - `[N, 4]`.
 * @param boxes2 - `[N, 4]`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.generalized_box_iou_loss.html
 * @example
 * const boxes = torch.tensor([[0, 0, 2, 2]]);
 * vision.ops.generalizedBoxIouLoss(boxes, boxes).item(); // nearly 0
 */
export function generalizedBoxIouLoss(boxes1: Tensor, boxes2: Tensor, options: BoxLossOptions = {}): Tensor {
  const { reduction, eps } = readOptions('generalizedBoxIouLoss', BOX_LOSS, options);
  const [first, second] = [floats(boxes1), floats(boxes2)];
  const [intersection, union] = overlap(first, second);
  const [width, height] = around(sides(first), sides(second));
  const area = width.mul(height);
  const generalized = intersection.div(union.add(eps)).sub(area.sub(union).div(area.add(eps)));
  return reduceBoxes(torch.rsub(generalized, 1), reduction);
}

/** The loss of {@link distanceBoxIouLoss} of each pair, and its intersection over union. */
function distanceLoss(boxes1: Tensor, boxes2: Tensor, eps = 1e-7): [loss: Tensor, iou: Tensor] {
  const [intersection, union] = overlap(boxes1, boxes2);
  const [first, second] = [sides(boxes1), sides(boxes2)];
  const [width, height] = around(first, second);
  const iou = intersection.div(union.add(eps));
  const diagonal = width.square().add(height.square()).add(eps);
  const middle = ([x1, y1, x2, y2]: Four): [Tensor, Tensor] => [x2.add(x1).div(2), y2.add(y1).div(2)];
  const [[x, y], [a, b]] = [middle(first), middle(second)];
  const apart = x.sub(a).square().add(y.sub(b).square());
  return [torch.rsub(iou, 1).add(apart.div(diagonal)), iou];
}

/**
 * One less the intersection over union of boxes and the boxes that they should be, pair by pair, and the square of the
 * distance of their centres, in squares of the diagonal of the box around both.
 *
 * @param boxes1 - `[N, 4]`.
 * @param boxes2 - `[N, 4]`.
 * @throws TorchValueError for another `reduction`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.distance_box_iou_loss.html
 * @example
 * const boxes = torch.tensor([[0, 0, 2, 2]]);
 * vision.ops.distanceBoxIouLoss(boxes, boxes.add(4)).item(); // 1.4444…: they do not meet
 */
export function distanceBoxIouLoss(boxes1: Tensor, boxes2: Tensor, options: BoxLossOptions = {}): Tensor {
  const { reduction, eps } = readOptions('distanceBoxIouLoss', BOX_LOSS, options);
  return reduceBoxes(distanceLoss(floats(boxes1), floats(boxes2), eps)[0], reduction);
}

/**
 * {@link distanceBoxIouLoss}, and a term for differing ratios of width to height.
 *
 * As in torchvision, `eps` is added in that term only; the others add 1e-7.
 *
 * @param boxes1 - `[N, 4]`.
 * @param boxes2 - `[N, 4]`.
 * @throws TorchValueError for another `reduction`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.complete_box_iou_loss.html
 * @example
 * const [wide, high] = [torch.tensor([[0, 1, 4, 3]]), torch.tensor([[1, 0, 3, 4]])];
 * vision.ops.completeBoxIouLoss(wide, high).item(); // 0.7027…
 */
export function completeBoxIouLoss(boxes1: Tensor, boxes2: Tensor, options: BoxLossOptions = {}): Tensor {
  const { reduction, eps } = readOptions('completeBoxIouLoss', BOX_LOSS, options);
  const [first, second] = [floats(boxes1), floats(boxes2)];
  const [loss, iou] = distanceLoss(first, second);
  const angle = ([x1, y1, x2, y2]: Four): Tensor => x2.sub(x1).div(y2.sub(y1)).atan();
  const [box, goal] = [sides(first), sides(second)];
  const v = angle(goal)
    .sub(angle(box))
    .pow(2)
    .mul(4 / Math.PI ** 2);
  const alpha = torch.noGrad(() => v.div(torch.rsub(iou, 1).add(v).add(eps)));
  return reduceBoxes(loss.add(alpha.mul(v)), reduction);
}
