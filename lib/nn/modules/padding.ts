import * as F from '../functional';
import type { ConstantPadArguments, Ints, PadArguments } from '../options';
import { spread } from '../functional/define';
import { pythonText } from '../../ops/print/python-text';
import { type Printable, named, simple } from '../simple';
import { float, ints } from '../../arguments/fields';

/** Padding layers: a number for all sides, or a list such as `[left, right, top, bottom]`, last dimension first. */

const padding = ints();

/** Python keeps all sides, even when one number is given. */
const sides =
  (count: number) =>
  (layer: Printable): string =>
    pythonText(spread((layer as unknown as { padding: number | readonly number[] }).padding, count));

/** Pads `dims` dimensions, and so twice as many sides, by a mode of {@link F.pad}. */
const padded = (dims: 1 | 2 | 3, mode: 'constant' | 'reflect' | 'replicate' | 'circular') =>
  simple<PadArguments, [padding: Ints]>(
    { padding },
    (x, v) => F.pad(x, spread(v.padding, 2 * dims), mode),
    sides(2 * dims),
  );

/** The same, with a value that is given. */
const paddedWithValue = (dims: 1 | 2 | 3) =>
  simple<ConstantPadArguments, [padding: Ints, value: number]>(
    { padding, value: float() },
    (x, v) => F.pad(x, spread(v.padding, 2 * dims), 'constant', v.value),
    (layer) => `padding=${sides(2 * dims)(layer)}, ${named('value')(layer)}`,
  );

/**
 * Pads with a value.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConstantPad1d.html
 * @example
 * new nn.ConstantPad1d(2, 3.5).forward(torch.randn([2, 4, 12]));
 */
export class ConstantPad1d extends paddedWithValue(1) {}

/**
 * Pads with a value.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConstantPad2d.html
 * @example
 * new nn.ConstantPad2d(2, 3.5).forward(torch.randn([2, 4, 12, 12]));
 */
export class ConstantPad2d extends paddedWithValue(2) {}

/**
 * Pads with a value.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConstantPad3d.html
 * @example
 * new nn.ConstantPad3d(2, 3.5).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class ConstantPad3d extends paddedWithValue(3) {}

/**
 * Pads with zeros.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ZeroPad1d.html
 * @example
 * new nn.ZeroPad1d(1).forward(torch.randn([2, 4, 12]));
 */
export class ZeroPad1d extends padded(1, 'constant') {}

/**
 * Pads with zeros.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ZeroPad2d.html
 * @example
 * new nn.ZeroPad2d(1).forward(torch.randn([2, 4, 12, 12]));
 */
export class ZeroPad2d extends padded(2, 'constant') {}

/**
 * Pads with zeros.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ZeroPad3d.html
 * @example
 * new nn.ZeroPad3d(1).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class ZeroPad3d extends padded(3, 'constant') {}

/**
 * Pads with the reflection of the input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReflectionPad1d.html
 * @example
 * new nn.ReflectionPad1d(1).forward(torch.randn([2, 4, 12]));
 */
export class ReflectionPad1d extends padded(1, 'reflect') {}

/**
 * Pads with the reflection of the input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReflectionPad2d.html
 * @example
 * new nn.ReflectionPad2d(1).forward(torch.randn([2, 4, 12, 12]));
 */
export class ReflectionPad2d extends padded(2, 'reflect') {}

/**
 * Pads with the reflection of the input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReflectionPad3d.html
 * @example
 * new nn.ReflectionPad3d(1).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class ReflectionPad3d extends padded(3, 'reflect') {}

/**
 * Pads with the values at the border.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReplicationPad1d.html
 * @example
 * new nn.ReplicationPad1d(1).forward(torch.randn([2, 4, 12]));
 */
export class ReplicationPad1d extends padded(1, 'replicate') {}

/**
 * Pads with the values at the border.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReplicationPad2d.html
 * @example
 * new nn.ReplicationPad2d(1).forward(torch.randn([2, 4, 12, 12]));
 */
export class ReplicationPad2d extends padded(2, 'replicate') {}

/**
 * Pads with the values at the border.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReplicationPad3d.html
 * @example
 * new nn.ReplicationPad3d(1).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class ReplicationPad3d extends padded(3, 'replicate') {}

/**
 * Pads with the values of the other side.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CircularPad1d.html
 * @example
 * new nn.CircularPad1d(1).forward(torch.randn([2, 4, 12]));
 */
export class CircularPad1d extends padded(1, 'circular') {}

/**
 * Pads with the values of the other side.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CircularPad2d.html
 * @example
 * new nn.CircularPad2d(1).forward(torch.randn([2, 4, 12, 12]));
 */
export class CircularPad2d extends padded(2, 'circular') {}

/**
 * Pads with the values of the other side.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CircularPad3d.html
 * @example
 * new nn.CircularPad3d(1).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class CircularPad3d extends padded(3, 'circular') {}
