/** Rotated boxes, as torchvision computes them. Angles are in degrees, corners go clockwise. */
import type { Tensor } from '../../../index';
import * as torch from '../../../index';
import type { CanvasSize } from '../../tv-tensors/bounding-boxes';

const at = (boxes: Tensor, i: number): Tensor => boxes.index('...', i);
const radians = (boxes: Tensor): Tensor => at(boxes, 4).mul(torch.pi).div(180.0);

/** Half the size of each box, rounded down as torchvision does of integers. */
function halves(boxes: Tensor): readonly [width: Tensor, height: Tensor] {
  const roundingMode = boxes.isFloatingPoint() ? null : 'floor';
  const half = boxes.index('...', '2:-1').div(-2, { roundingMode }).abs_();
  return [at(half, 0), at(half, 1)];
}

/** @internal */
export function cxcywhrToXywhr(boxes: Tensor): Tensor {
  const out = boxes.clone();
  const [width, height] = halves(out);
  const angle = radians(out);
  const [cos, sin] = [angle.cos(), angle.sin()];
  at(out, 0).sub_(width.mul(cos)).sub_(height.mul(sin));
  at(out, 1).add_(width.mul(sin)).sub_(height.mul(cos));
  return out;
}

/** @internal */
export function xywhrToCxcywhr(boxes: Tensor): Tensor {
  const out = boxes.clone();
  const [width, height] = halves(out);
  const angle = radians(out);
  const [cos, sin] = [angle.cos(), angle.sin()];
  at(out, 0).add_(width.mul(cos)).add_(height.mul(sin));
  at(out, 1).sub_(width.mul(sin)).add_(height.mul(cos));
  return out;
}

/** @internal */
export function xywhrToCorners(boxes: Tensor): Tensor {
  const [width, height] = [at(boxes, 2), at(boxes, 3)];
  const angle = radians(boxes);
  const [cos, sin] = [angle.cos(), angle.sin()];
  const out = boxes.index('...', ':2').tile([1, 4]);
  at(out, 2).add_(width.mul(cos));
  at(out, 3).sub_(width.mul(sin));
  at(out, 4).add_(width.mul(cos).add(height.mul(sin)));
  at(out, 5).sub_(width.mul(sin).sub(height.mul(cos)));
  at(out, 6).add_(height.mul(sin));
  at(out, 7).add_(height.mul(cos));
  return out;
}

/** @internal */
export function cornersToXywhr(boxes: Tensor): Tensor {
  const { dtype } = boxes;
  const out = [torch.float32, torch.float64].includes(dtype) ? boxes.clone() : boxes.to(torch.float32);
  const angle = torch.atan2(at(out, 1).sub(at(out, 3)), at(out, 2).sub(at(out, 0)));
  out.index('...', '4:6').sub_(out.index('...', '2:4'));
  out.index('...', '2:4').sub_(out.index('...', ':2'));
  out.setItem('...', 2, at(out, 2).pow(2).add(at(out, 3).pow(2)).sqrt());
  out.setItem('...', 3, at(out, 4).pow(2).add(at(out, 5).pow(2)).sqrt());
  out.setItem('...', 4, angle.div_(torch.pi).mul_(180.0));
  return out.to(dtype).index('...', ':5');
}

/** The rotated boxes that parallelograms, which transforms make of boxes, come closest to. @internal */
export function parallelogramToBoxes(corners: Tensor): Tensor {
  const { shape, dtype } = corners;
  const floats = [torch.float32, torch.float64].includes(dtype) ? corners : corners.to(torch.float32);
  const [x1, y1, x2, y2, x3, y3, x4, y4] = floats.unbind(-1) as [
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
  ];
  const [cx, cy] = [x1.add(x3).div(2), y1.add(y3).div(2)];
  const wp = x2.sub(x1).pow(2).add(y2.sub(y1).pow(2)).sqrt();
  const hp = x4.sub(x1).pow(2).add(y4.sub(y1).pow(2)).sqrt();
  const r12 = torch.atan2(y1.sub(y2), x2.sub(x1));
  const r14 = torch.atan2(y1.sub(y4), x4.sub(x1));
  const between = r12.sub(r14);
  const sign = torch.where(between.gt(torch.pi / 2), -1, 1);
  const [cos, sin] = [between.cos(), between.sin()];
  const w = torch.where(wp.lt(hp), wp.mul(sin), wp.add(hp.mul(cos).mul(sign)));
  const h = torch.where(wp.gt(hp), hp.mul(sin), hp.add(wp.mul(cos).mul(sign)));
  const angle = torch.where(hp.gt(wp), r14.add(torch.pi / 2), r12);
  const out = boxAround({ cx, cy, w, h, angle }).reshape(shape);
  return out.to(dtype);
}

interface Rotated {
  readonly cx: Tensor;
  readonly cy: Tensor;
  readonly w: Tensor;
  readonly h: Tensor;
  readonly angle: Tensor;
}

function boxAround({ cx, cy, w, h, angle }: Rotated): Tensor {
  const [cos, sin] = [angle.cos(), angle.sin()];
  const [wc, ws, hc, hs] = [w.div(2).mul(cos), w.div(2).mul(sin), h.div(2).mul(cos), h.div(2).mul(sin)];
  return torch.stack(
    [
      ...[cx.sub(wc).sub(hs), cy.sub(hc).add(ws), cx.add(wc).sub(hs), cy.sub(hc).sub(ws)],
      ...[cx.add(wc).add(hs), cy.add(hc).sub(ws), cx.sub(wc).add(hs), cy.add(hc).add(ws)],
    ],
    -1,
  );
}

/** The order of corners that begins with the one farthest to the left. */
function leftFirst(corners: Tensor): Tensor {
  const [x, y] = [corners.index('...', '0::2'), corners.index('...', '1::2')];
  const most = (values: Tensor): Tensor => values.abs().max(1, true)[0];
  const first = y
    .div(most(y))
    .add(x.div(most(x)).mul(100))
    .min(1)[1];
  const order = torch.onesLike(corners);
  order.setItem('...', 0, first.mul(2));
  return order.cumsum(1).remainder(8).to(torch.int64);
}

function next(values: Tensor): Tensor {
  return values.roll(-1, -1).sub(values);
}

function slopes(corners: Tensor): readonly [slope: Tensor, intercept: Tensor] {
  const [x, y] = [corners.index('...', '::2'), corners.index('...', '1::2')];
  const slope = next(y).div(next(x));
  return [slope, y.sub(slope.mul(x))];
}

function intersections(slope: Tensor, intercept: Tensor): Tensor {
  const before = (values: Tensor): Tensor => values.sub(values.roll(1, -1));
  const x = before(intercept).neg().div(before(slope));
  const y = slope.mul(x).add(intercept);
  return torch.cat([x.unsqueeze(-1), y.unsqueeze(-1)], -1).view([slope.shape[0] as number, 8]);
}

type Four = [Tensor, Tensor, Tensor, Tensor];

function clampIntercepts(boxes: Tensor, original: Tensor, size: CanvasSize, mode: 'soft' | 'hard'): Tensor {
  const [slope, intercept] = slopes(boxes);
  const [, limits] = slopes(original);
  const [b1m, b2m, b3m, b4m] = limits.unbind(-1) as Four;
  let [b1, b2, b3, b4] = intercept.unbind(-1) as Four;
  b1 = b2.clamp(b1, b3).clamp(0, size[0]);
  b4 = b3.clamp(b2, b4).clamp(0, size[0]);
  if (mode === 'hard') {
    b1 = b4 = b1.add(b4).div(2);
    [b2, b3] = keepShape(slope, [b1, b2, b3, b4], size);
  }
  // In place, as torchvision does it: in the hard mode the first one and the last one are one tensor.
  b1.clamp_(b1m, b3m);
  b3.clamp_(b1m, b3m);
  b2.clamp_(b2m, b4m);
  b4.clamp_(b2m, b4m);
  return torch.stack([b1, b2, b3, b4], -1);
}

function keepShape(slope: Tensor, [b1, b2, b3, b4]: Four, [height, width]: CanvasSize): [b2: Tensor, b3: Tensor] {
  const [a1, a2, a3, a4] = slope.unbind(-1) as Four;
  const lower = [
    ...[b1.mul(a2).div(a1), b3.mul(a2).div(a3)],
    ...[a1.sub(a2).mul(width).add(b1), a3.sub(a2).mul(width).add(b3)],
  ];
  const second = torch.minimum(torch.stack(lower, 1).max(1)[0], b2);
  const at = (a: Tensor, b: Tensor): Tensor => torch.rsub(a3.div(a), 1).mul(height).add(b.mul(a3).div(a));
  const upper = [
    ...[at(a4, b4), at(a2, second)],
    ...[a2.sub(a3).mul(width).add(second), a4.sub(a3).mul(width).add(b4)],
  ];
  return [second, torch.maximum(torch.stack(upper, 1).min(1)[0], b3)];
}

/** Cuts what is left of the left edge. */
function clampLeft(boxes: Tensor, original: Tensor, size: CanvasSize, mode: 'soft' | 'hard'): Tensor {
  const [slope] = slopes(boxes);
  const [x1, y1, x2, y2, x3, y3, x4, y4] = boxes.unbind(-1) as [...Four, ...Four];
  const cut = intersections(slope, clampIntercepts(boxes, original, size, mode));
  const straight = boxes.clone();
  at(straight, 0).clamp_(0);
  at(straight, 6).clamp_(0);
  const vertical = y1.isclose(y2).bitwiseOr(y3.isclose(y4));
  const outside = [x1, x2, x3, x4].map((x) => x.le(0)).reduce((all, one) => all.bitwiseAnd(one));
  const gone = outside
    .bitwiseOr(y1.isclose(y4))
    .bitwiseOr(y2.isclose(y3))
    .bitwiseOr(vertical.bitwiseAnd(x1.isclose(x2)));
  const cases: readonly (readonly [condition: Tensor, value: Tensor])[] = [
    [x1.lt(0).bitwiseAnd(cut.isnan().any(-1).logicalNot()), cut],
    [vertical, straight],
    [gone, torch.zerosLike(straight)],
  ];
  return cases.reduce((out, [condition, value]) => torch.where(condition.unsqueeze(1), value, out), boxes);
}

/** The corners seen from the next side of the picture. */
function turned(corners: Tensor, width: number): Tensor {
  const out = torch.emptyLike(corners);
  out.setItem(':', '::2', corners.index(':', '1::2'));
  out.setItem(':', '1::2', torch.rsub(corners.index(':', '::2'), width));
  return out;
}

/** Rotated boxes, given by corners, cut at the four edges one after the other. @internal */
export function clampRotated(corners: Tensor, canvas: CanvasSize, mode: 'soft' | 'hard'): Tensor {
  let [boxes, original, size] = [corners, corners.clone(), canvas];
  for (let side = 0; side < 4; side++) {
    const order = leftFirst(boxes);
    [boxes, original] = [boxes.gather(1, order), original.gather(1, order)];
    boxes = clampLeft(boxes, original, size, mode);
    [boxes, original] = [boxes.gather(1, order), original.gather(1, order)];
    [boxes, original] = [turned(boxes, size[1]), turned(original, size[1])];
    size = [size[1], size[0]];
  }
  return boxes;
}
