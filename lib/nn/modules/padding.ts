import * as F from '../functional';
import { spread } from '../functional/define';
import { float, ints } from '../options';
import { pythonText } from '../python-text';
import { type Printable, named, simple } from '../simple';

/** Padding layers: a number for all sides, or `[left, right, top, bottom, front, back]` as far as there are dimensions. */

const padding = ints();
/** Python keeps all sides, even when one number is given. */
const sides =
  (count: number) =>
  (layer: Printable): string =>
    pythonText(spread((layer as unknown as { padding: number | readonly number[] }).padding, count));

const sidesAndValue =
  (count: number) =>
  (layer: Printable): string =>
    `padding=${sides(count)(layer)}, ${named('value')(layer)}`;

/**
 * Pads with a value.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConstantPad1d.html
 * @example
 * new nn.ConstantPad1d(2, 3.5).forward(torch.randn([2, 4, 12]));
 */
export class ConstantPad1d extends simple(
  { padding, value: float() },
  (x, v) => F.pad(x, spread(v.padding, 2), 'constant', v.value),
  sidesAndValue(2),
) {}

/**
 * Pads with a value.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConstantPad2d.html
 * @example
 * new nn.ConstantPad2d(2, 3.5).forward(torch.randn([2, 4, 12, 12]));
 */
export class ConstantPad2d extends simple(
  { padding, value: float() },
  (x, v) => F.pad(x, spread(v.padding, 4), 'constant', v.value),
  sidesAndValue(4),
) {}

/**
 * Pads with a value.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConstantPad3d.html
 * @example
 * new nn.ConstantPad3d(2, 3.5).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class ConstantPad3d extends simple(
  { padding, value: float() },
  (x, v) => F.pad(x, spread(v.padding, 6), 'constant', v.value),
  sidesAndValue(6),
) {}

/**
 * Pads with zeros.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ZeroPad1d.html
 * @example
 * new nn.ZeroPad1d(1).forward(torch.randn([2, 4, 12]));
 */
export class ZeroPad1d extends simple({ padding }, (x, v) => F.pad(x, spread(v.padding, 2), 'constant', 0), sides(2)) {}

/**
 * Pads with zeros.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ZeroPad2d.html
 * @example
 * new nn.ZeroPad2d(1).forward(torch.randn([2, 4, 12, 12]));
 */
export class ZeroPad2d extends simple({ padding }, (x, v) => F.pad(x, spread(v.padding, 4), 'constant', 0), sides(4)) {}

/**
 * Pads with zeros.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ZeroPad3d.html
 * @example
 * new nn.ZeroPad3d(1).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class ZeroPad3d extends simple({ padding }, (x, v) => F.pad(x, spread(v.padding, 6), 'constant', 0), sides(6)) {}

/**
 * Pads with the reflection of the input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReflectionPad1d.html
 * @example
 * new nn.ReflectionPad1d(1).forward(torch.randn([2, 4, 12]));
 */
export class ReflectionPad1d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 2), 'reflect'),
  sides(2),
) {}

/**
 * Pads with the reflection of the input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReflectionPad2d.html
 * @example
 * new nn.ReflectionPad2d(1).forward(torch.randn([2, 4, 12, 12]));
 */
export class ReflectionPad2d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 4), 'reflect'),
  sides(4),
) {}

/**
 * Pads with the reflection of the input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReflectionPad3d.html
 * @example
 * new nn.ReflectionPad3d(1).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class ReflectionPad3d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 6), 'reflect'),
  sides(6),
) {}

/**
 * Pads with the values at the border.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReplicationPad1d.html
 * @example
 * new nn.ReplicationPad1d(1).forward(torch.randn([2, 4, 12]));
 */
export class ReplicationPad1d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 2), 'replicate'),
  sides(2),
) {}

/**
 * Pads with the values at the border.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReplicationPad2d.html
 * @example
 * new nn.ReplicationPad2d(1).forward(torch.randn([2, 4, 12, 12]));
 */
export class ReplicationPad2d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 4), 'replicate'),
  sides(4),
) {}

/**
 * Pads with the values at the border.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReplicationPad3d.html
 * @example
 * new nn.ReplicationPad3d(1).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class ReplicationPad3d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 6), 'replicate'),
  sides(6),
) {}

/**
 * Pads with the values of the other side.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CircularPad1d.html
 * @example
 * new nn.CircularPad1d(1).forward(torch.randn([2, 4, 12]));
 */
export class CircularPad1d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 2), 'circular'),
  sides(2),
) {}

/**
 * Pads with the values of the other side.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CircularPad2d.html
 * @example
 * new nn.CircularPad2d(1).forward(torch.randn([2, 4, 12, 12]));
 */
export class CircularPad2d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 4), 'circular'),
  sides(4),
) {}

/**
 * Pads with the values of the other side.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CircularPad3d.html
 * @example
 * new nn.CircularPad3d(1).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class CircularPad3d extends simple(
  { padding },
  (x, v) => F.pad(x, spread(v.padding, 6), 'circular'),
  sides(6),
) {}
