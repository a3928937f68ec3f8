/** Key points of things: as places of a map over a box, and back. */
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import type { DetectionTarget } from './types';

const { functional: F } = nn;

/** The place of each point in a map over its box, and whether it lies in there and is seen. */
function placesOf(keypoints: Tensor, boxes: Tensor, side: number): readonly [places: Tensor, valid: Tensor] {
  const [x1, y1, x2, y2] = boxes.unbind(1).map((one) => one.unsqueeze(1)) as [Tensor, Tensor, Tensor, Tensor];
  const [x, y, seen] = keypoints.unbind(-1) as [Tensor, Tensor, Tensor];
  const along = (at: Tensor, from: Tensor, to: Tensor): Tensor => {
    const scale = to.sub(from).reciprocal().mul(side);
    const place = at.sub(from).mul(scale).floor().to(torch.int64);
    return place.maskedFill(at.eq(to), side - 1);
  };
  const [column, row] = [along(x, x1, x2), along(y, y1, y2)];
  const inside = (one: Tensor): Tensor => one.ge(0).logicalAnd(one.lt(side));
  const valid = inside(column).logicalAnd(inside(row)).logicalAnd(seen.gt(0)).to(torch.int64);
  return [row.mul(side).add(column).mul(valid), valid];
}

/** The loss of maps `[K, points, side, side]` of boxes that show things. */
export function keypointLoss(
  logits: Tensor,
  boxes: readonly Tensor[],
  targets: readonly DetectionTarget[],
  matches: readonly Tensor[],
): Tensor {
  const [count, points, side] = logits.shape as [number, number, number];
  const each = matches.map((own, i) => {
    const keypoints = ((targets[i] as DetectionTarget).keypoints as Tensor).indexSelect(0, own);
    return placesOf(keypoints, boxes[i] as Tensor, side);
  });
  const goals = torch.cat(each.map(([places]) => places.flatten()));
  const valid = torch
    .cat(each.map(([, seen]) => seen.flatten()))
    .nonzero()
    .flatten();
  if (goals.numel() === 0 || valid.numel() === 0) return logits.sum().mul(0);
  const flat = logits.view([count * points, side * side]);
  return F.crossEntropy(flat.indexSelect(0, valid), goals.indexSelect(0, valid));
}

/** The points `[K, points, 3]` that maps show within boxes, and their scores `[K, points]`. */
export function keypointsIn(maps: Tensor, boxes: Tensor): readonly [points: Tensor, scores: Tensor] {
  const [count, points] = maps.shape as [number, number];
  const [x1, y1, x2, y2] = boxes.unbind(1) as [Tensor, Tensor, Tensor, Tensor];
  const lengths = [y2.sub(y1), x2.sub(x1)].map((one) => one.clamp({ min: 1 })) as [Tensor, Tensor];
  const whole = lengths.map((one) => one.ceil().tolist<number[]>()) as [number[], number[]];
  const found = Array.from({ length: count }, (_, i) => {
    const size = [whole[0][i] as number, whole[1][i] as number] as const;
    const map = F.interpolate(maps.index(i).unsqueeze(1), { size, mode: 'bicubic', alignCorners: false }).select(1, 0);
    const flat = map.reshape([points, -1]);
    const best = flat.argmax(1);
    const column = best.remainder(size[1]);
    const row = best.sub(column).div(size[1], { roundingMode: 'floor' });
    const along = (place: Tensor, axis: 0 | 1, from: Tensor): Tensor =>
      place.to(torch.float32).add(0.5).mul(lengths[axis].index(i).div(size[axis])).add(from.index(i));
    const [x, y] = [along(column, 1, x1), along(row, 0, y1)];
    return [torch.stack([x, y, torch.onesLike(x)], 1), flat.gather(1, best.unsqueeze(1)).select(1, 0)] as const;
  });
  if (count === 0) return [maps.newZeros([0, points, 3]), maps.newZeros([0, points])];
  return [torch.stack(found.map(([one]) => one)), torch.stack(found.map(([, score]) => score))];
}
