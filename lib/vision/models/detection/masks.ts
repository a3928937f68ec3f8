/** Masks of things: what is learned from them, and where they stand in a picture. */
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { roiAlign } from '../../ops/roi-align';
import type { DetectionTarget, Size } from './types';

const { functional: F } = nn;

/** The masks of a picture within boxes, brought to one size. */
function cutMasks(masks: Tensor, boxes: Tensor, matches: Tensor, side: number): Tensor {
  const regions = torch.cat([matches.to(boxes.dtype).unsqueeze(1), boxes], 1);
  return roiAlign(masks.unsqueeze(1).to(boxes.dtype), regions, { outputSize: side }).select(1, 0);
}

/** The loss of masks `[K, classes, side, side]` of boxes that show things. */
export function maskLoss(
  logits: Tensor,
  boxes: readonly Tensor[],
  targets: readonly DetectionTarget[],
  matches: readonly Tensor[],
): Tensor {
  const side = logits.shape.at(-1) as number;
  const labels = torch.cat(matches.map((own, i) => (targets[i] as DetectionTarget).labels.indexSelect(0, own)));
  const goals = torch.cat(
    matches.map((own, i) => cutMasks((targets[i] as DetectionTarget).masks as Tensor, boxes[i] as Tensor, own, side)),
  );
  if (goals.numel() === 0) return logits.sum().mul(0);
  const own = logits.index(torch.arange(labels.shape[0] as number, { device: labels.device }), labels);
  return F.binaryCrossEntropyWithLogits(own, goals);
}

/** The chances of the mask of each find, of its class, `[K, 1, side, side]` for each picture. */
export function maskChances(logits: Tensor, labels: readonly Tensor[]): Tensor[] {
  const all = torch.cat([...labels]);
  const chances = logits.sigmoid();
  const own = chances.index(torch.arange(chances.shape[0] as number, { device: all.device }), all).unsqueeze(1);
  return own.split(
    labels.map((one) => one.shape[0] as number),
    0,
  );
}

/** Boxes as much larger as a mask with a margin is larger than without. */
function grown(boxes: Tensor, scale: number): Tensor {
  const [x1, y1, x2, y2] = boxes.unbind(1) as [Tensor, Tensor, Tensor, Tensor];
  const half = (from: Tensor, to: Tensor): Tensor => to.sub(from).mul(0.5).mul(scale);
  const [w, h] = [half(x1, x2), half(y1, y2)];
  const [x, y] = [x2.add(x1).mul(0.5), y2.add(y1).mul(0.5)];
  return torch.stack([x.sub(w), y.sub(h), x.add(w), y.add(h)], 1);
}

/** Masks of finds in the whole picture, `[K, 1, height, width]`. */
export function pasteMasks(masks: Tensor, boxes: Tensor, size: Size): Tensor {
  const side = masks.shape.at(-1) as number;
  const padded = F.pad(masks, [1, 1, 1, 1]);
  const places = grown(boxes, (side + 2) / side)
    .to(torch.int64)
    .tolist<[number, number, number, number][]>();
  const out = masks.newZeros([places.length, 1, ...size]);
  places.forEach((place, i) => paste(out.index(i, 0), padded.narrow(0, i, 1), place));
  return out;
}

function paste(out: Tensor, mask: Tensor, [x1, y1, x2, y2]: readonly [number, number, number, number]): void {
  const [height, width] = out.shape as [number, number];
  const full = [Math.max(y2 - y1 + 1, 1), Math.max(x2 - x1 + 1, 1)] as const;
  const drawn = F.interpolate(mask, { size: full, mode: 'bilinear', alignCorners: false }).index(0, 0);
  const [left, right] = [Math.max(x1, 0), Math.min(x2 + 1, width)];
  const [top, bottom] = [Math.max(y1, 0), Math.min(y2 + 1, height)];
  if (right <= left || bottom <= top) return;
  const part = drawn.narrow(0, top - y1, bottom - top).narrow(1, left - x1, right - left);
  out
    .narrow(0, top, bottom - top)
    .narrow(1, left, right - left)
    .copy_(part);
}
