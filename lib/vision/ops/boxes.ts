/** Boxes of things in pictures, `(x1, y1, x2, y2)` with the upper left corner first unless a format says otherwise. */
import { typeError, valueError } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';

/** What the four numbers of a box are: two corners, a corner and a size, or a centre and a size. */
export type BoxFormat = 'xyxy' | 'xywh' | 'cxcywh';

const FORMATS: readonly string[] = ['xyxy', 'xywh', 'cxcywh'];

type Four = readonly [Tensor, Tensor, Tensor, Tensor];

function parts(boxes: Tensor): Four {
  if (!(boxes instanceof Tensor)) throw typeError('boxes should be a Tensor');
  if (boxes.shape.at(-1) !== 4) {
    throw valueError(`boxes should have 4 numbers in their last dimension, got the shape [${boxes.shape.join(', ')}]`);
  }
  return boxes.unbind(-1) as unknown as Four;
}

/** A type in which products of coordinates do not overflow. */
function upcast(tensor: Tensor): Tensor {
  const wide = tensor.isFloatingPoint() ? [torch.float32, torch.float64] : [torch.int32, torch.int64];
  return wide.includes(tensor.dtype) ? tensor : tensor.to(wide[0] as torch.DType);
}

const TO_CORNERS: Readonly<Record<BoxFormat, (box: Four) => Four>> = {
  xyxy: (box) => box,
  xywh: ([x, y, w, h]) => [x, y, x.add(w), y.add(h)],
  cxcywh: ([cx, cy, w, h]) => [cx.sub(w.mul(0.5)), cy.sub(h.mul(0.5)), cx.add(w.mul(0.5)), cy.add(h.mul(0.5))],
};

const FROM_CORNERS: Readonly<Record<BoxFormat, (box: Four) => Four>> = {
  xyxy: (box) => box,
  xywh: ([x1, y1, x2, y2]) => [x1, y1, x2.sub(x1), y2.sub(y1)],
  cxcywh: ([x1, y1, x2, y2]) => [x1.add(x2).div(2), y1.add(y2).div(2), x2.sub(x1), y2.sub(y1)],
};

function checkFormat(what: string, ...formats: readonly string[]): void {
  if (formats.every((format) => FORMATS.includes(format))) return;
  throw valueError(`Unsupported ${what} for the format ${formats.join(' and ')}: use ${FORMATS.join(', ')}`);
}

/**
 * Boxes in another format.
 *
 * @param boxes - `[…, 4]`.
 * @throws TorchValueError for an unknown format.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.box_convert.html
 * @example
 * vision.ops.boxConvert(torch.tensor([[1, 2, 3, 4]]), 'xywh', 'xyxy').tolist(); // [[1, 2, 4, 6]]
 */
export function boxConvert(boxes: Tensor, inFmt: BoxFormat, outFmt: BoxFormat): Tensor {
  checkFormat('Bounding Box Conversions', inFmt, outFmt);
  const box = parts(boxes);
  if (inFmt === outFmt) return boxes.clone();
  return torch.stack(FROM_CORNERS[outFmt](TO_CORNERS[inFmt](box)), -1);
}

/**
 * The areas of boxes.
 *
 * @param boxes - `[…, 4]`.
 * @param fmt - What their numbers are. @defaultValue 'xyxy'
 * @returns `[…]`
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.box_area.html
 * @example
 * vision.ops.boxArea(torch.tensor([[0, 0, 3, 2]])).tolist(); // [6]
 */
export function boxArea(boxes: Tensor, fmt: BoxFormat = 'xyxy'): Tensor {
  checkFormat('Bounding Box area', fmt);
  const [a, b, c, d] = parts(upcast(boxes));
  return fmt === 'xyxy' ? c.sub(a).mul(d.sub(b)) : c.mul(d);
}

/** The corners of boxes as two tensors `[…, 2]`. */
function corners(boxes: Tensor, fmt: BoxFormat): [upperLeft: Tensor, lowerRight: Tensor] {
  parts(boxes);
  const [first, second] = [boxes.narrow(-1, 0, 2), boxes.narrow(-1, 2, 2)];
  if (fmt === 'xyxy') return [first, second];
  if (fmt === 'xywh') return [first, first.add(second)];
  return [first.sub(second.div(2)), first.add(second.div(2))];
}

/** Width times height of what is between corners. */
function areaBetween(upperLeft: Tensor, lowerRight: Tensor): Tensor {
  const [width, height] = upcast(lowerRight.sub(upperLeft)).clamp({ min: 0 }).unbind(-1) as [Tensor, Tensor];
  return width.mul(height);
}

interface Pairs {
  readonly union: Tensor;
  readonly iou: Tensor;
  /** The box around both. */
  readonly around: readonly [upperLeft: Tensor, lowerRight: Tensor];
}

/** Each of the first boxes with each of the second ones. */
function pairs(boxes1: Tensor, boxes2: Tensor, fmt: BoxFormat = 'xyxy'): Pairs {
  checkFormat('Box IoU Calculation', fmt);
  const [a, b] = corners(boxes1, fmt).map((side) => side.unsqueeze(-2)) as [Tensor, Tensor];
  const [c, d] = corners(boxes2, fmt).map((side) => side.unsqueeze(-3)) as [Tensor, Tensor];
  const intersection = areaBetween(torch.maximum(a, c), torch.minimum(b, d));
  const [area1, area2] = [boxArea(boxes1, fmt).unsqueeze(-1), boxArea(boxes2, fmt).unsqueeze(-2)];
  const union = area1.add(area2).sub(intersection);
  return { union, iou: intersection.div(union), around: [torch.minimum(a, c), torch.maximum(b, d)] };
}

/**
 * Intersection over union of each of the first boxes with each of the second ones.
 *
 * @param boxes1 - `[…, N, 4]`.
 * @param boxes2 - `[…, M, 4]`.
 * @param fmt - What their numbers are. @defaultValue 'xyxy'
 * @returns `[…, N, M]`, from 0 to 1.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.box_iou.html
 * @example
 * const boxes = torch.tensor([[0, 0, 2, 2], [1, 0, 3, 2]]);
 * vision.ops.boxIou(boxes, boxes).tolist(); // [[1, 0.3333333432674408], [0.3333333432674408, 1]]
 */
export function boxIou(boxes1: Tensor, boxes2: Tensor, fmt: BoxFormat = 'xyxy'): Tensor {
  return pairs(boxes1, boxes2, fmt).iou;
}

/**
 * {@link boxIou}, less the part of the box around both that neither fills: from −1 to 1.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.generalized_box_iou.html
 * @example
 * vision.ops.generalizedBoxIou(torch.tensor([[0, 0, 1, 1]]), torch.tensor([[1, 0, 2, 1]])).tolist(); // [[0]]
 */
export function generalizedBoxIou(boxes1: Tensor, boxes2: Tensor): Tensor {
  const { union, iou, around } = pairs(boxes1, boxes2);
  const area = areaBetween(...around);
  return iou.sub(area.sub(union).div(area));
}

const mean = (a: Tensor, b: Tensor): Tensor => a.add(b).div(2);
const squared = (difference: Tensor): Tensor => upcast(difference).square();

/** Intersection over union, less the distance of the centres; and intersection over union alone. */
function distance(boxes1: Tensor, boxes2: Tensor, eps: number): [diou: Tensor, iou: Tensor] {
  const { iou, around } = pairs(boxes1, boxes2);
  const [width, height] = upcast(around[1].sub(around[0])).clamp({ min: 0 }).unbind(-1) as [Tensor, Tensor];
  const diagonal = width.square().add(height.square()).add(eps);
  const [a, b] = [parts(boxes1), parts(boxes2)];
  const across = mean(a[0], a[2]).unsqueeze(-1).sub(mean(b[0], b[2]).unsqueeze(-2));
  const down = mean(a[1], a[3]).unsqueeze(-1).sub(mean(b[1], b[3]).unsqueeze(-2));
  return [iou.sub(squared(across).add(squared(down)).div(diagonal)), iou];
}

/**
 * {@link boxIou}, less the square of the distance of the centres, in squares of the diagonal of the box around both.
 *
 * @param eps - Added to the diagonal. @defaultValue 1e-7
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.distance_box_iou.html
 * @example
 * vision.ops.distanceBoxIou(torch.tensor([[0, 0, 1, 1]]), torch.tensor([[0, 0, 1, 1]])).tolist(); // [[1]]
 */
export function distanceBoxIou(boxes1: Tensor, boxes2: Tensor, eps = 1e-7): Tensor {
  return distance(upcast(boxes1), upcast(boxes2), eps)[0];
}

/**
 * {@link distanceBoxIou}, less a term for differing ratios of width to height.
 *
 * @param eps - Added where a division by zero could be. @defaultValue 1e-7
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.complete_box_iou.html
 * @example
 * vision.ops.completeBoxIou(torch.tensor([[0, 0, 1, 1]]), torch.tensor([[0, 0, 1, 1]])).tolist(); // [[1]]
 */
export function completeBoxIou(boxes1: Tensor, boxes2: Tensor, eps = 1e-7): Tensor {
  const [first, second] = [upcast(boxes1), upcast(boxes2)];
  const [diou, iou] = distance(first, second, eps);
  const angle = ([x1, y1, x2, y2]: Four, axis: number): Tensor => {
    const [width, height] = [x2.sub(x1).unsqueeze(axis), y2.sub(y1).unsqueeze(axis)];
    return width.div(height).atan();
  };
  const difference = angle(parts(first), -1).sub(angle(parts(second), -2));
  const v = difference.pow(2).mul(4 / Math.PI ** 2);
  const alpha = torch.noGrad(() => v.div(torch.rsub(iou, 1).add(v).add(eps)));
  return diou.sub(alpha.mul(v));
}

/**
 * Boxes with what lies outside of the picture cut off.
 *
 * @param boxes - `[…, 4]`.
 * @param size - The height and the width of the picture.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.clip_boxes_to_image.html
 * @example
 * vision.ops.clipBoxesToImage(torch.tensor([[-1, 2, 9, 9]]), [8, 8]).tolist(); // [[0, 2, 8, 8]]
 */
export function clipBoxesToImage(boxes: Tensor, size: readonly [height: number, width: number]): Tensor {
  const [x1, y1, x2, y2] = parts(boxes);
  const [height, width] = size;
  const inside = (along: Tensor, most: number): Tensor => along.clamp({ min: 0, max: most });
  return torch.stack([inside(x1, width), inside(y1, height), inside(x2, width), inside(y2, height)], -1);
}

/**
 * The numbers of the boxes whose sides both have at least a length.
 *
 * @param boxes - `[N, 4]`.
 * @returns int64 `[K]`
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.remove_small_boxes.html
 * @example
 * vision.ops.removeSmallBoxes(torch.tensor([[0, 0, 1, 9], [0, 0, 5, 5]]), 2).tolist(); // [1]
 */
export function removeSmallBoxes(boxes: Tensor, minSize: number): Tensor {
  const [x1, y1, x2, y2] = parts(boxes);
  const keep = x2.sub(x1).ge(minSize).logicalAnd(y2.sub(y1).ge(minSize));
  return keep.nonzero().select(-1, 0);
}

/**
 * The boxes around masks.
 *
 * @param masks - `[N, H, W]`; what is not zero belongs to the thing.
 * @returns float32 `[N, 4]`: the first and the last column and row of each.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.masks_to_boxes.html
 * @example
 * vision.ops.masksToBoxes(torch.eye(3).unsqueeze(0)).tolist(); // [[0, 0, 2, 2]]
 */
export function masksToBoxes(masks: Tensor): Tensor {
  if (masks.ndim !== 3) throw valueError(`masks should be [N, H, W], got [${masks.shape.join(', ')}]`);
  if (masks.numel() === 0) return torch.zeros([0, 4], { device: masks.device });
  const boxes = Array.from({ length: masks.shape[0] as number }, (_, i) => {
    const [rows, columns] = masks.select(0, i).nonzero().unbind(1) as [Tensor, Tensor];
    if (rows.numel() === 0) throw valueError(`mask ${i} is empty: it has no box`);
    return torch.stack([columns.min(), rows.min(), columns.max(), rows.max()]);
  });
  return torch.stack(boxes).to(torch.float32);
}

/** The numbers of the boxes that stay, best first; of boxes and scores as arrays of the precision of `round`. */
function suppress(
  boxes: ArrayLike<number>,
  order: ArrayLike<number | bigint>,
  threshold: number,
  round: (value: number) => number,
): number[] {
  const count = order.length;
  const at = (box: number, i: number): number => boxes[4 * box + i] as number;
  const area = (i: number): number => round(round(at(i, 2) - at(i, 0)) * round(at(i, 3) - at(i, 1)));
  const areas = Float64Array.from({ length: count }, (_, i) => area(i));
  const suppressed = new Uint8Array(count);
  const kept: number[] = [];
  for (let i = 0; i < count; i++) {
    const best = Number(order[i]);
    if (suppressed[best]) continue;
    kept.push(best);
    for (let j = i + 1; j < count; j++) {
      const other = Number(order[j]);
      if (suppressed[other]) continue;
      const width = Math.max(0, round(Math.min(at(best, 2), at(other, 2)) - Math.max(at(best, 0), at(other, 0))));
      const height = Math.max(0, round(Math.min(at(best, 3), at(other, 3)) - Math.max(at(best, 1), at(other, 1))));
      const intersection = round(width * height);
      const union = round(round((areas[best] as number) + (areas[other] as number)) - intersection);
      if (round(intersection / union) > threshold) suppressed[other] = 1;
    }
  }
  return kept;
}

/**
 * Non-maximum suppression: of boxes that overlap by more than a threshold, the one of the highest score stays.
 *
 * It takes a time that grows with the square of the number of boxes: some 50 ms for 4,000, on the thread of the call.
 *
 * @param boxes - float32 or float64 `[N, 4]`.
 * @param scores - `[N]`.
 * @param iouThreshold - Boxes that overlap by more than this are suppressed.
 * @returns int64 `[K]`: the numbers of the boxes that stay, best first.
 * @throws TorchValueError for other shapes, TorchTypeError for other dtypes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.nms.html
 * @example
 * const boxes = torch.tensor([[0, 0, 2, 2], [0, 0, 2, 1.9], [5, 5, 6, 6]]);
 * vision.ops.nms(boxes, torch.tensor([0.9, 0.8, 0.7]), 0.5).tolist(); // [0, 2]
 */
export function nms(boxes: Tensor, scores: Tensor, iouThreshold: number): Tensor {
  parts(boxes);
  const [count] = boxes.shape;
  if (boxes.ndim !== 2) throw valueError(`boxes should be a 2d tensor, got ${boxes.ndim}D`);
  if (scores.ndim !== 1) throw valueError(`scores should be a 1d tensor, got ${scores.ndim}D`);
  if (scores.shape[0] !== count) {
    throw valueError(
      `boxes and scores should have the same number of elements in dimension 0, got ${count} and ${scores.shape[0]}`,
    );
  }
  if (boxes.dtype !== scores.dtype) throw typeError('boxes should have the same type as scores');
  if (boxes.dtype !== torch.float32 && boxes.dtype !== torch.float64) {
    throw typeError(`nms() takes float32 or float64, not ${boxes.dtype.name}`);
  }
  const [, order] = scores.detach().sort({ stable: true, dim: 0, descending: true });
  const flat = boxes.detach().to('cpu').contiguous().flatten().toTypedArray() as ArrayLike<number>;
  const round = boxes.dtype === torch.float32 ? Math.fround : (value: number): number => value;
  const kept = suppress(flat, order.to('cpu').toTypedArray(), iouThreshold, round);
  return torch.tensor(kept, { dtype: torch.int64, device: boxes.device });
}

/**
 * {@link nms} among the boxes of each category by itself.
 *
 * @param boxes - float32 or float64 `[N, 4]`.
 * @param scores - `[N]`.
 * @param idxs - The category of each box, `[N]`.
 * @param iouThreshold - Boxes of a category that overlap by more than this are suppressed.
 * @returns int64 `[K]`: the numbers of the boxes that stay, best first.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.batched_nms.html
 * @example
 * const boxes = torch.tensor([[0, 0, 2, 2], [0, 0, 2, 1.9]]);
 * vision.ops.batchedNms(boxes, torch.tensor([0.9, 0.8]), torch.tensor([0, 1]), 0.5).tolist(); // [0, 1]
 */
export function batchedNms(boxes: Tensor, scores: Tensor, idxs: Tensor, iouThreshold: number): Tensor {
  if (boxes.numel() === 0) return torch.empty([0], { dtype: torch.int64, device: boxes.device });
  if (boxes.numel() > 4000) return nmsByCategory(boxes, scores, idxs, iouThreshold);
  // Categories are moved so far apart that they do not overlap.
  const offsets = idxs.to(boxes.dtype).mul(boxes.max().add(1));
  return nms(boxes.add(offsets.unsqueeze(1)), scores, iouThreshold);
}

function nmsByCategory(boxes: Tensor, scores: Tensor, idxs: Tensor, iouThreshold: number): Tensor {
  const keep = torch.zerosLike(scores, { dtype: torch.bool });
  for (const category of torch.unique(idxs).tolist<number[]>()) {
    const own = idxs.eq(category).nonzero().select(1, 0);
    const kept = nms(boxes.indexSelect(0, own), scores.indexSelect(0, own), iouThreshold);
    keep.indexFill_(0, own.indexSelect(0, kept), true);
  }
  const kept = keep.nonzero().select(1, 0);
  const [, order] = scores.indexSelect(0, kept).sort({ dim: 0, descending: true });
  return kept.indexSelect(0, order);
}
