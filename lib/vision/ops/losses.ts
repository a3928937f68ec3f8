/** Losses of detection. */
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';

/** What becomes of the losses: all of them, their mean or their sum. */
export type Reduction = 'none' | 'mean' | 'sum';

function reduce(loss: Tensor, reduction: Reduction): Tensor {
  if (reduction === 'none') return loss;
  if (reduction === 'sum') return loss.sum();
  if (reduction === 'mean') return loss.mean();
  throw valueError(
    `Invalid Value for arg 'reduction': '${String(reduction)}'. Supported reduction modes: 'none', 'mean', 'sum'`,
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
  const { alpha = 0.25, gamma = 2, reduction = 'none' } = options;
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
  const { reduction = 'none', eps = 1e-7 } = options;
  const float = (boxes: Tensor): Tensor => (boxes.isFloatingPoint() ? boxes : boxes.to(torch.float32));
  const [x1, y1, x2, y2] = float(boxes1).unbind(-1) as [Tensor, Tensor, Tensor, Tensor];
  const [a1, b1, a2, b2] = float(boxes2).unbind(-1) as [Tensor, Tensor, Tensor, Tensor];
  const [left, top, right, bottom] = [x1.maximum(a1), y1.maximum(b1), x2.minimum(a2), y2.minimum(b2)];
  const overlap = bottom.gt(top).logicalAnd(right.gt(left));
  const intersection = torch.where(overlap, right.sub(left).mul(bottom.sub(top)), torch.zerosLike(x1));
  const areas = x2
    .sub(x1)
    .mul(y2.sub(y1))
    .add(a2.sub(a1).mul(b2.sub(b1)));
  const union = areas.sub(intersection);
  const width = x2.maximum(a2).sub(x1.minimum(a1));
  const around = width.mul(y2.maximum(b2).sub(y1.minimum(b1)));
  const generalized = intersection.div(union.add(eps)).sub(around.sub(union).div(around.add(eps)));
  const loss = torch.rsub(generalized, 1);
  return reduction === 'mean' && loss.numel() === 0 ? loss.sum().mul(0) : reduce(loss, reduction);
}
