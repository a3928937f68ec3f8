import type { Tensor } from '../../tensor/tensor';
import type { Ints } from './common';
import type { DilationOptions, KernelSize, PaddingOptions } from './convolution';

/** The options of pools. */

export interface PoolStrideOptions {
  /** The step from one window to the next, in elements. @defaultValue `kernelSize`, so that windows do not overlap */
  readonly stride?: Ints | null | undefined;
}

export interface CeilModeOptions {
  /** Round the size of the result up instead of down, so that a last window may reach beyond the input. @defaultValue false */
  readonly ceilMode?: boolean | undefined;
}

export interface ReturnIndicesOptions {
  /** Return `[output, indices]`: each maximum with its index in the flattened plane. @defaultValue false */
  readonly returnIndices?: boolean | undefined;
}

export interface MaxPoolOptions
  extends PoolStrideOptions,
    PaddingOptions,
    DilationOptions,
    ReturnIndicesOptions,
    CeilModeOptions {}

export interface MaxUnpoolOptions extends PoolStrideOptions, PaddingOptions {}

export interface MaxUnpoolFunctionOptions extends MaxUnpoolOptions {
  /** The shape of the result, with or without batch and channels. @defaultValue null, which means the least size that fits */
  readonly outputSize?: readonly number[] | null | undefined;
}

export interface AvgPoolOptions extends PoolStrideOptions, PaddingOptions, CeilModeOptions {
  /** Count the zeros of the padding as elements of a window. @defaultValue true */
  readonly countIncludePad?: boolean | undefined;
}

export interface AvgPoolNdOptions extends AvgPoolOptions {
  /** What sums are divided by. @defaultValue null, which means the number of elements in the window */
  readonly divisorOverride?: number | null | undefined;
}

export interface LPPoolOptions extends PoolStrideOptions, CeilModeOptions {}

export interface LPPoolArguments extends KernelSize, LPPoolOptions {
  /** The power p of the norm (Σ xᵖ)^(1/p); not 0. */
  readonly normType: number;
}

export interface AdaptivePoolArguments {
  /** The spatial size of the result; null keeps the input's size of a dimension. */
  readonly outputSize: number | null | readonly (number | null)[];
}

export interface AdaptiveMaxPoolArguments extends AdaptivePoolArguments, ReturnIndicesOptions {}

export interface FractionalMaxPoolOptions extends ReturnIndicesOptions {
  /** The spatial size of the result; this or `outputRatio` is needed. @defaultValue null */
  readonly outputSize?: Ints | null | undefined;
  /** The size of the result as a fraction of the input's, between 0 and 1. @defaultValue null */
  readonly outputRatio?: number | readonly number[] | null | undefined;
  /** What to use instead of random numbers: `[N, C, dimensions]` from [0, 1). @defaultValue null */
  readonly _randomSamples?: Tensor | null | undefined;
}
