import type { Tensor } from '../../tensor-methods';
import { trim } from '../args';
import { valueError } from '../failures';
import * as F from '../functional';
import { spread } from '../functional/define';
import { outputSize } from '../functional/pool-sizes';
import { Layer } from '../layer';
import { type Field, type Rest, bool, float, int, ints, nullable, value } from '../options';
import { pythonText } from '../python-text';
import { named, simple } from '../simple';

/** Pooling layers. `stride` is the kernel's size unless given. */

type Ints = number | readonly number[];
type Pooled = Tensor & [Tensor, Tensor];

/** Reads the options and fills the stride in. */
abstract class Pooling extends Layer {
  declare readonly kernelSize: Ints;
  declare readonly stride: Ints;

  protected build(table: Readonly<Record<string, Field<unknown>>>, args: readonly unknown[]): void {
    this.read(table, trim(args));
    Object.assign(this, { stride: this.stride ?? this.kernelSize });
  }
}

const MAXIMUM = {
  ...{ kernelSize: ints(), stride: nullable(ints()), padding: ints(0), dilation: ints(1) },
  ...{ returnIndices: bool(false), ceilMode: bool(false) },
};

abstract class Maximum extends Pooling {
  declare readonly padding: Ints;
  declare readonly dilation: Ints;
  declare readonly returnIndices: boolean;
  declare readonly ceilMode: boolean;

  constructor(kernelSize: Ints, ...rest: Rest<typeof MAXIMUM>) {
    super();
    this.build(MAXIMUM, [kernelSize, ...rest]);
  }

  protected abstract pool(): typeof F.maxPool2d;

  override forward(input: Tensor): Pooled {
    const { kernelSize, stride, padding, dilation, ceilMode, returnIndices } = this;
    return this.pool()(input, kernelSize, stride, padding, dilation, ceilMode, returnIndices);
  }

  override extraRepr(): string {
    return this.list('kernelSize', 'stride', 'padding', 'dilation', 'ceilMode');
  }
}

const UNPOOL = { kernelSize: ints(), stride: nullable(ints()), padding: ints(0) };

abstract class Unpooling extends Pooling {
  declare readonly padding: Ints;

  constructor(kernelSize: Ints, ...rest: Rest<typeof UNPOOL>) {
    super();
    this.build(UNPOOL, [kernelSize, ...rest]);
  }

  protected abstract unpool(): typeof F.maxUnpool2d;

  override forward(input: Tensor, indices: Tensor, size: readonly number[] | null = null): Tensor {
    return this.unpool()(input, indices, this.kernelSize, this.stride, this.padding, size);
  }

  /** Python keeps a number for each dimension. */
  override extraRepr(): string {
    const count = Number(/\d/.exec(this.unpool().name)?.[0]);
    const text = (option: Ints): string =>
      count === 1 ? pythonText([option].flat()) : pythonText(spread(option, count));
    return `kernel_size=${text(this.kernelSize)}, stride=${text(this.stride)}, padding=${text(this.padding)}`;
  }
}

const AVERAGE = {
  ...{ kernelSize: ints(), stride: nullable(ints()), padding: ints(0), ceilMode: bool(false) },
  countIncludePad: bool(true),
};
const AVERAGE_ND = { ...AVERAGE, divisorOverride: nullable(int()) };

abstract class Average extends Pooling {
  declare readonly padding: Ints;
  declare readonly ceilMode: boolean;
  declare readonly countIncludePad: boolean;
  declare readonly divisorOverride: number | null;

  override extraRepr(): string {
    return this.list('kernelSize', 'stride', 'padding');
  }
}

/**
 * The mean of each window of `[N, C, L]` or `[C, L]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AvgPool1d.html
 * @example
 * new nn.AvgPool1d(3, { stride: 2 }).forward(torch.randn([2, 4, 10]));
 */
export class AvgPool1d extends Average {
  constructor(kernelSize: Ints, ...rest: Rest<typeof AVERAGE>) {
    super();
    this.build(AVERAGE, [kernelSize, ...rest]);
    // As a tuple of one, like Python's.
    for (const name of ['kernelSize', 'stride', 'padding'] as const) {
      const option = this[name];
      Object.assign(this, { [name]: typeof option === 'number' ? [option] : option });
    }
  }

  override forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad } = this;
    return F.avgPool1d(input, kernelSize, stride, padding, ceilMode, countIncludePad);
  }
}

const LP = { normType: float(), kernelSize: ints(), stride: nullable(ints()), ceilMode: bool(false) };
const LP_PRINT = named('normType', 'kernelSize', 'stride', 'ceilMode');

/**
 * The greatest value of each window; with `returnIndices`, `[output, indices]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxPool1d.html
 * @example
 * new nn.MaxPool1d(3, { stride: 2 }).forward(torch.randn([2, 4, 12]));
 */
export class MaxPool1d extends Maximum {
  protected override pool(): typeof F.maxPool2d {
    return F.maxPool1d;
  }
}

/**
 * The greatest value of each window; with `returnIndices`, `[output, indices]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxPool2d.html
 * @example
 * new nn.MaxPool2d(3, { stride: 2 }).forward(torch.randn([2, 4, 12, 12]));
 */
export class MaxPool2d extends Maximum {
  protected override pool(): typeof F.maxPool2d {
    return F.maxPool2d;
  }
}

/**
 * The greatest value of each window; with `returnIndices`, `[output, indices]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxPool3d.html
 * @example
 * new nn.MaxPool3d(3, { stride: 2 }).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class MaxPool3d extends Maximum {
  protected override pool(): typeof F.maxPool2d {
    return F.maxPool3d;
  }
}

/**
 * The inverse of `MaxPool1d` with its indices; everything else is zero.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxUnpool1d.html
 * @example
 * const [output, indices] = new nn.MaxPool1d(2, { returnIndices: true }).forward(torch.randn([2, 4, 12]));
 * new nn.MaxUnpool1d(2).forward(output, indices);
 */
export class MaxUnpool1d extends Unpooling {
  protected override unpool(): typeof F.maxUnpool2d {
    return F.maxUnpool1d;
  }
}

/**
 * The inverse of `MaxPool2d` with its indices; everything else is zero.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxUnpool2d.html
 * @example
 * const [output, indices] = new nn.MaxPool2d(2, { returnIndices: true }).forward(torch.randn([2, 4, 12, 12]));
 * new nn.MaxUnpool2d(2).forward(output, indices);
 */
export class MaxUnpool2d extends Unpooling {
  protected override unpool(): typeof F.maxUnpool2d {
    return F.maxUnpool2d;
  }
}

/**
 * The inverse of `MaxPool3d` with its indices; everything else is zero.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxUnpool3d.html
 * @example
 * const [output, indices] = new nn.MaxPool3d(2, { returnIndices: true }).forward(torch.randn([2, 4, 6, 6, 6]));
 * new nn.MaxUnpool3d(2).forward(output, indices);
 */
export class MaxUnpool3d extends Unpooling {
  protected override unpool(): typeof F.maxUnpool2d {
    return F.maxUnpool3d;
  }
}

/**
 * The mean of each window.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AvgPool2d.html
 * @example
 * new nn.AvgPool2d(3, { stride: 2 }).forward(torch.randn([2, 4, 12, 12]));
 */
export class AvgPool2d extends Average {
  constructor(kernelSize: Ints, ...rest: Rest<typeof AVERAGE_ND>) {
    super();
    this.build(AVERAGE_ND, [kernelSize, ...rest]);
  }

  override forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this;
    return F.avgPool2d(input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
  }
}

/**
 * The mean of each window.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AvgPool3d.html
 * @example
 * new nn.AvgPool3d(3, { stride: 2 }).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class AvgPool3d extends Average {
  constructor(kernelSize: Ints, ...rest: Rest<typeof AVERAGE_ND>) {
    super();
    this.build(AVERAGE_ND, [kernelSize, ...rest]);
  }

  override forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this;
    return F.avgPool3d(input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
  }
}

/**
 * The p-norm of each window, times a constant.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LPPool1d.html
 * @example
 * new nn.LPPool1d(2, 3, { stride: 2 }).forward(torch.randn([2, 4, 12]));
 */
export class LPPool1d extends simple(
  LP,
  (x, v) => F.lpPool1d(x, v.normType, v.kernelSize, v.stride, v.ceilMode),
  LP_PRINT,
) {}

/**
 * The p-norm of each window, times a constant.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LPPool2d.html
 * @example
 * new nn.LPPool2d(2, 3, { stride: 2 }).forward(torch.randn([2, 4, 12, 12]));
 */
export class LPPool2d extends simple(
  LP,
  (x, v) => F.lpPool2d(x, v.normType, v.kernelSize, v.stride, v.ceilMode),
  LP_PRINT,
) {}

/**
 * The p-norm of each window, times a constant.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LPPool3d.html
 * @example
 * new nn.LPPool3d(2, 3, { stride: 2 }).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class LPPool3d extends simple(
  LP,
  (x, v) => F.lpPool3d(x, v.normType, v.kernelSize, v.stride, v.ceilMode),
  LP_PRINT,
) {}

/**
 * Means of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveAvgPool1d.html
 * @example
 * new nn.AdaptiveAvgPool1d(2).forward(torch.randn([2, 4, 12]));
 */
export class AdaptiveAvgPool1d extends simple(
  { outputSize },
  (x, v) => F.adaptiveAvgPool1d(x, v.outputSize),
  named('outputSize'),
) {}

/**
 * Means of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveAvgPool2d.html
 * @example
 * new nn.AdaptiveAvgPool2d(2).forward(torch.randn([2, 4, 12, 12]));
 */
export class AdaptiveAvgPool2d extends simple(
  { outputSize },
  (x, v) => F.adaptiveAvgPool2d(x, v.outputSize),
  named('outputSize'),
) {}

/**
 * Means of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveAvgPool3d.html
 * @example
 * new nn.AdaptiveAvgPool3d(2).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class AdaptiveAvgPool3d extends simple(
  { outputSize },
  (x, v) => F.adaptiveAvgPool3d(x, v.outputSize),
  named('outputSize'),
) {}

/**
 * Maxima of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveMaxPool1d.html
 * @example
 * new nn.AdaptiveMaxPool1d(2).forward(torch.randn([2, 4, 12]));
 */
export class AdaptiveMaxPool1d extends simple(
  { outputSize, returnIndices: bool(false) },
  (x, v) => F.adaptiveMaxPool1d(x, v.outputSize, v.returnIndices),
  named('outputSize'),
) {}

/**
 * Maxima of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveMaxPool2d.html
 * @example
 * new nn.AdaptiveMaxPool2d(2).forward(torch.randn([2, 4, 12, 12]));
 */
export class AdaptiveMaxPool2d extends simple(
  { outputSize, returnIndices: bool(false) },
  (x, v) => F.adaptiveMaxPool2d(x, v.outputSize, v.returnIndices),
  named('outputSize'),
) {}

/**
 * Maxima of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveMaxPool3d.html
 * @example
 * new nn.AdaptiveMaxPool3d(2).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class AdaptiveMaxPool3d extends simple(
  { outputSize, returnIndices: bool(false) },
  (x, v) => F.adaptiveMaxPool3d(x, v.outputSize, v.returnIndices),
  named('outputSize'),
) {}

const ratio = nullable(
  value<number | readonly number[]>('a number or a list of them', (v) =>
    [v].flat().every((n) => typeof n === 'number'),
  ),
);
const FRACTIONAL = { kernelSize: ints(), outputSize: nullable(ints()), outputRatio: ratio, returnIndices: bool(false) };

function checkRatio({ outputSize: size, outputRatio }: { outputSize: unknown; outputRatio: Ints | null }): void {
  if (size === null && outputRatio === null) {
    throw valueError('fractional max pooling requires specifying either an outputSize or an outputRatio');
  }
  if (size !== null && outputRatio !== null)
    throw valueError('only one of outputSize and outputRatio may be specified');
  if (outputRatio !== null && ![outputRatio].flat().every((r) => 0 < r && r < 1)) {
    throw valueError(`outputRatio must be between 0 and 1 (got ${String(outputRatio)})`);
  }
}

/**
 * Maxima of windows at random places, for outputs of any size.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.FractionalMaxPool2d.html
 * @example
 * new nn.FractionalMaxPool2d(2, { outputRatio: 0.5 }).forward(torch.randn([2, 4, 12, 12]));
 */
export class FractionalMaxPool2d extends simple(FRACTIONAL, (x, v) =>
  F.fractionalMaxPool2d(x, v.kernelSize, v.outputSize, v.outputRatio, v.returnIndices),
) {
  constructor(kernelSize: Ints, ...rest: Rest<typeof FRACTIONAL>) {
    super(kernelSize, ...rest);
    checkRatio(this);
  }
}

/**
 * Maxima of windows at random places, for outputs of any size.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.FractionalMaxPool3d.html
 * @example
 * new nn.FractionalMaxPool3d(2, { outputRatio: 0.5 }).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class FractionalMaxPool3d extends simple(FRACTIONAL, (x, v) =>
  F.fractionalMaxPool3d(x, v.kernelSize, v.outputSize, v.outputRatio, v.returnIndices),
) {
  constructor(kernelSize: Ints, ...rest: Rest<typeof FRACTIONAL>) {
    super(kernelSize, ...rest);
    checkRatio(this);
  }
}
