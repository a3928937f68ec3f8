import { takes } from '../forward-arguments';
import type { Constructs, Mixed } from '../../arguments/signature';
import type { AdaptivePoolArguments, AvgPoolNdOptions, AvgPoolOptions, LPPoolArguments } from '../options';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { outputSize } from '../functional/pool-sizes';
import { named, simple } from '../simple';
import { type Ints, Pooling } from './pooling-layer';
import { bool, float, int, ints, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/** Pools that average. `stride` is the kernel's size unless given. */

const AVERAGE = {
  ...{ kernelSize: ints(), stride: nullable(ints()), padding: ints(0), ceilMode: bool(false) },
  countIncludePad: bool(true),
};
const AVERAGE_ND = { ...AVERAGE, divisorOverride: nullable(int()) };

type AverageArguments = [stride?: Ints | null, padding?: Ints, ceilMode?: boolean, countIncludePad?: boolean];

abstract class Average extends Pooling {
  declare readonly padding: Ints;
  declare readonly ceilMode: boolean;
  declare readonly countIncludePad: boolean;

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
  constructor(kernelSize: Ints, ...rest: Mixed<AverageArguments, AvgPoolOptions>) {
    super();
    this.build(AVERAGE, [kernelSize, ...rest]);
    // As a tuple of one, like Python's.
    for (const name of ['kernelSize', 'stride', 'padding'] as const) {
      const option = this[name];
      Object.assign(this, { [name]: typeof option === 'number' ? [option] : option });
    }
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad } = this;
    return F.avgPool1d(input, kernelSize, stride, padding, ceilMode, countIncludePad);
  }
}

interface AverageNd extends Average {
  readonly divisorOverride: number | null;
  forward(input: Tensor): Tensor;
}

/** A layer over one of the functions that average several dimensions. */
function average(
  pool: typeof F.avgPool2d,
): Constructs<[kernelSize: Ints], [...AverageArguments, divisorOverride?: number | null], AvgPoolNdOptions, AverageNd> {
  return class extends Average {
    declare readonly divisorOverride: number | null;

    constructor(kernelSize: Ints, ...rest: readonly unknown[]) {
      super();
      this.build(AVERAGE_ND, [kernelSize, ...rest]);
    }

    static {
      takes(this, { input: tensor() });
    }

    override forward(input: Tensor): Tensor {
      const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this;
      return pool(input, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
    }
  };
}

/**
 * The mean of each window.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AvgPool2d.html
 * @example
 * new nn.AvgPool2d(3, { stride: 2 }).forward(torch.randn([2, 4, 12, 12]));
 */
export class AvgPool2d extends average(F.avgPool2d) {}

/**
 * The mean of each window.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AvgPool3d.html
 * @example
 * new nn.AvgPool3d(3, { stride: 2 }).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class AvgPool3d extends average(F.avgPool3d) {}

const LP = { normType: float(), kernelSize: ints(), stride: nullable(ints()), ceilMode: bool(false) };

const lp = (pool: typeof F.lpPool2d) =>
  simple<LPPoolArguments, [normType: number, kernelSize: Ints, stride?: Ints | null, ceilMode?: boolean]>(
    LP,
    (x, v) => pool(x, v.normType, v.kernelSize, v.stride, v.ceilMode),
    named('normType', 'kernelSize', 'stride', 'ceilMode'),
  );

/**
 * The p-norm of each window, times a constant.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LPPool1d.html
 * @example
 * new nn.LPPool1d(2, 3, { stride: 2 }).forward(torch.randn([2, 4, 12]));
 */
export class LPPool1d extends lp(F.lpPool1d) {}

/**
 * The p-norm of each window, times a constant.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LPPool2d.html
 * @example
 * new nn.LPPool2d(2, 3, { stride: 2 }).forward(torch.randn([2, 4, 12, 12]));
 */
export class LPPool2d extends lp(F.lpPool2d) {}

/**
 * The p-norm of each window, times a constant.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LPPool3d.html
 * @example
 * new nn.LPPool3d(2, 3, { stride: 2 }).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class LPPool3d extends lp(F.lpPool3d) {}

const adaptive = (pool: typeof F.adaptiveAvgPool2d) =>
  simple<AdaptivePoolArguments, [outputSize: AdaptivePoolArguments['outputSize']]>(
    { outputSize },
    (x, v) => pool(x, v.outputSize),
    named('outputSize'),
  );

/**
 * Means of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveAvgPool1d.html
 * @example
 * new nn.AdaptiveAvgPool1d(2).forward(torch.randn([2, 4, 12]));
 */
export class AdaptiveAvgPool1d extends adaptive(F.adaptiveAvgPool1d) {}

/**
 * Means of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveAvgPool2d.html
 * @example
 * new nn.AdaptiveAvgPool2d(2).forward(torch.randn([2, 4, 12, 12]));
 */
export class AdaptiveAvgPool2d extends adaptive(F.adaptiveAvgPool2d) {}

/**
 * Means of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveAvgPool3d.html
 * @example
 * new nn.AdaptiveAvgPool3d(2).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class AdaptiveAvgPool3d extends adaptive(F.adaptiveAvgPool3d) {}
