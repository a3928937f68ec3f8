import { takes } from '../forward-arguments';
import type { Constructs, Mixed } from '../../arguments/signature';
import type {
  AdaptiveMaxPoolArguments,
  FractionalMaxPoolOptions,
  KernelSize,
  MaxPoolOptions,
  MaxUnpoolOptions,
} from '../options';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { spread } from '../functional/define';
import { outputSize } from '../functional/pool-sizes';
import { pythonText } from '../../ops/print/python-text';
import { type SimpleLayer, named, simple } from '../simple';
import { type Ints, Pooling } from './pooling-layer';
import { valueError } from '../../errors';
import { bool, floats, ints, listOfInts, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/** Pools that take maxima, and their inverses. `stride` is the kernel's size unless given. */

type Pooled = Tensor & [Tensor, Tensor];

const MAXIMUM = {
  ...{ kernelSize: ints(), stride: nullable(ints()), padding: ints(0), dilation: ints(1) },
  ...{ returnIndices: bool(false), ceilMode: bool(false) },
};

interface Maximum extends Pooling {
  readonly padding: Ints;
  readonly dilation: Ints;
  readonly returnIndices: boolean;
  readonly ceilMode: boolean;
  forward(input: Tensor): Pooled;
}

type MaxPoolArguments = [
  stride?: Ints | null,
  padding?: Ints,
  dilation?: Ints,
  returnIndices?: boolean,
  ceilMode?: boolean,
];

/** A layer over one of the functions that take maxima. */
function maximum(pool: typeof F.maxPool2d): Constructs<[kernelSize: Ints], MaxPoolArguments, MaxPoolOptions, Maximum> {
  return class extends Pooling {
    declare readonly padding: Ints;
    declare readonly dilation: Ints;
    declare readonly returnIndices: boolean;
    declare readonly ceilMode: boolean;

    constructor(kernelSize: Ints, ...rest: readonly unknown[]) {
      super();
      this.build(MAXIMUM, [kernelSize, ...rest]);
    }

    static {
      takes(this, { input: tensor() });
    }

    override forward(input: Tensor): Pooled {
      const { kernelSize, stride, padding, dilation, ceilMode, returnIndices } = this;
      return pool(input, kernelSize, stride, padding, dilation, ceilMode, returnIndices);
    }

    override extraRepr(): string {
      return this.list('kernelSize', 'stride', 'padding', 'dilation', 'ceilMode');
    }
  };
}

/**
 * The greatest value of each window; with `returnIndices`, `[output, indices]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxPool1d.html
 * @example
 * new nn.MaxPool1d(3, { stride: 2 }).forward(torch.randn([2, 4, 12]));
 */
export class MaxPool1d extends maximum(F.maxPool1d) {}

/**
 * The greatest value of each window; with `returnIndices`, `[output, indices]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxPool2d.html
 * @example
 * new nn.MaxPool2d(3, { stride: 2 }).forward(torch.randn([2, 4, 12, 12]));
 */
export class MaxPool2d extends maximum(F.maxPool2d) {}

/**
 * The greatest value of each window; with `returnIndices`, `[output, indices]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxPool3d.html
 * @example
 * new nn.MaxPool3d(3, { stride: 2 }).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class MaxPool3d extends maximum(F.maxPool3d) {}

const UNPOOL = { kernelSize: ints(), stride: nullable(ints()), padding: ints(0) };

interface Unpooling extends Pooling {
  readonly padding: Ints;
  forward(input: Tensor, indices: Tensor, size?: readonly number[] | null): Tensor;
}

/** A layer over one of the functions that put the maxima of `dims` dimensions back. */
function unpooling(
  unpool: typeof F.maxUnpool2d,
  dims: 1 | 2 | 3,
): Constructs<[kernelSize: Ints], [stride?: Ints | null, padding?: Ints], MaxUnpoolOptions, Unpooling> {
  // Python keeps a number for each dimension.
  const text = (option: Ints): string => pythonText(dims === 1 ? [option].flat() : spread(option, dims));
  return class extends Pooling {
    declare readonly padding: Ints;

    constructor(kernelSize: Ints, ...rest: readonly unknown[]) {
      super();
      this.build(UNPOOL, [kernelSize, ...rest]);
    }

    static {
      takes(this, { input: tensor(), indices: tensor(), outputSize: nullable(listOfInts()) });
    }

    override forward(input: Tensor, indices: Tensor, size: readonly number[] | null = null): Tensor {
      return unpool(input, indices, this.kernelSize, this.stride, this.padding, size);
    }

    override extraRepr(): string {
      return `kernel_size=${text(this.kernelSize)}, stride=${text(this.stride)}, padding=${text(this.padding)}`;
    }
  };
}

/**
 * The inverse of `MaxPool1d` with its indices; everything else is zero.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxUnpool1d.html
 * @example
 * const [output, indices] = new nn.MaxPool1d(2, { returnIndices: true }).forward(torch.randn([2, 4, 12]));
 * new nn.MaxUnpool1d(2).forward(output, indices);
 */
export class MaxUnpool1d extends unpooling(F.maxUnpool1d, 1) {}

/**
 * The inverse of `MaxPool2d` with its indices; everything else is zero.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxUnpool2d.html
 * @example
 * const [output, indices] = new nn.MaxPool2d(2, { returnIndices: true }).forward(torch.randn([2, 4, 12, 12]));
 * new nn.MaxUnpool2d(2).forward(output, indices);
 */
export class MaxUnpool2d extends unpooling(F.maxUnpool2d, 2) {}

/**
 * The inverse of `MaxPool3d` with its indices; everything else is zero.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MaxUnpool3d.html
 * @example
 * const [output, indices] = new nn.MaxPool3d(2, { returnIndices: true }).forward(torch.randn([2, 4, 6, 6, 6]));
 * new nn.MaxUnpool3d(2).forward(output, indices);
 */
export class MaxUnpool3d extends unpooling(F.maxUnpool3d, 3) {}

const adaptive = (pool: typeof F.adaptiveMaxPool2d) =>
  simple<AdaptiveMaxPoolArguments, [outputSize: AdaptiveMaxPoolArguments['outputSize'], returnIndices?: boolean]>(
    { outputSize, returnIndices: bool(false) },
    (x, v) => pool(x, v.outputSize, v.returnIndices),
    named('outputSize'),
  );

/**
 * Maxima of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveMaxPool1d.html
 * @example
 * new nn.AdaptiveMaxPool1d(2).forward(torch.randn([2, 4, 12]));
 */
export class AdaptiveMaxPool1d extends adaptive(F.adaptiveMaxPool1d) {}

/**
 * Maxima of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveMaxPool2d.html
 * @example
 * new nn.AdaptiveMaxPool2d(2).forward(torch.randn([2, 4, 12, 12]));
 */
export class AdaptiveMaxPool2d extends adaptive(F.adaptiveMaxPool2d) {}

/**
 * Maxima of as many windows as the output shall have.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveMaxPool3d.html
 * @example
 * new nn.AdaptiveMaxPool3d(2).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class AdaptiveMaxPool3d extends adaptive(F.adaptiveMaxPool3d) {}

const ratio = nullable(floats());
const FRACTIONAL = {
  ...{ kernelSize: ints(), outputSize: nullable(ints()), outputRatio: ratio, returnIndices: bool(false) },
  _randomSamples: nullable(tensor()),
};

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

interface FractionalTable extends KernelSize, FractionalMaxPoolOptions {}
type FractionalArguments = [
  outputSize?: Ints | null,
  outputRatio?: number | readonly number[] | null,
  returnIndices?: boolean,
  _randomSamples?: Tensor | null,
];

/** A layer over one of the functions that take maxima at random places. */
function fractional(
  pool: typeof F.fractionalMaxPool2d,
): Constructs<[kernelSize: Ints], FractionalArguments, FractionalMaxPoolOptions, SimpleLayer<FractionalTable>> {
  const Base = simple<FractionalTable, [kernelSize: Ints, ...FractionalArguments]>(FRACTIONAL, (x, v) =>
    pool(x, v.kernelSize, v.outputSize, v.outputRatio, v.returnIndices, v._randomSamples),
  );
  return class extends Base {
    constructor(...args: Mixed<[kernelSize: Ints, ...FractionalArguments], Partial<FractionalTable>>) {
      super(...args);
      checkRatio(this);
    }
  };
}

/**
 * Maxima of windows at random places, for outputs of any size.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.FractionalMaxPool2d.html
 * @example
 * new nn.FractionalMaxPool2d(2, { outputRatio: 0.5 }).forward(torch.randn([2, 4, 12, 12]));
 */
export class FractionalMaxPool2d extends fractional(F.fractionalMaxPool2d) {}

/**
 * Maxima of windows at random places, for outputs of any size.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.FractionalMaxPool3d.html
 * @example
 * new nn.FractionalMaxPool3d(2, { outputRatio: 0.5 }).forward(torch.randn([2, 4, 6, 6, 6]));
 */
export class FractionalMaxPool3d extends fractional(F.fractionalMaxPool3d) {}
