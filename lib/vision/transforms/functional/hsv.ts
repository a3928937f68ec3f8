/** Colours as hue, saturation and value, in the order of torchvision's arithmetic. */
import type { Tensor } from '../../../index';
import * as torch from '../../../index';

/** @internal */
export function rgbToHsv(image: Tensor): Tensor {
  const [r, g] = image.unbind(-3) as [Tensor, Tensor, Tensor];
  const [least, most] = image.aminmax({ dim: -3 });
  const equal = most.eq(least);
  const range = most.sub(least);
  const ones = torch.onesLike(most);
  const s = range.div(torch.where(equal, ones, most));
  const divisor = torch.where(equal, ones, range).unsqueeze_(-3);
  const [rc, gc, bc] = most.unsqueeze(-3).sub(image).div(divisor).unbind(-3) as [Tensor, Tensor, Tensor];
  const notRed = most.ne(r);
  const green = most.eq(g);
  const hg = rc.add(2).sub_(bc).mul_(green.bitwiseAnd(notRed));
  const hr = bc.sub_(gc).mul_(notRed.bitwiseNot());
  const hb = gc.add_(4).sub_(rc).mul_(notRed.logicalAnd(green.logicalNot()));
  const h = hr
    .add_(hg)
    .add_(hb)
    .mul_(1 / 6)
    .add_(1)
    .fmod_(1);
  return torch.stack([h, s, most], -3);
}

/** Which of value, p, q and t is red, green and blue, for each sixth of the circle. */
const SELECT = [
  [0, 2, 1, 1, 3, 0],
  [3, 0, 0, 2, 1, 1],
  [1, 1, 3, 0, 0, 2],
];

/** @internal */
export function hsvToRgb(image: Tensor): Tensor {
  const [h, s, v] = image.unbind(-3) as [Tensor, Tensor, Tensor];
  const h6 = h.mul(6);
  const whole = h6.floor();
  const f = h6.sub_(whole);
  const sixth = whole.to(torch.int32);
  const sf = s.mul(f);
  const rest = torch.rsub(s, 1);
  const q = torch.rsub(sf, 1).mul_(v).clamp_(0, 1);
  const t = sf.add(rest).mul_(v).clamp_(0, 1);
  const p = rest.mul_(v).clamp_(0, 1);
  sixth.remainder_(6);
  const parts = torch.stack([v, p, q, t], -3);
  const select = torch.tensor(SELECT, { device: image.device }).index(':', sixth);
  return parts.gather(-3, select.ndim > 3 ? select.moveaxis(0, -3) : select);
}
