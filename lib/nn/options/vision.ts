import type { Ints } from './common';

/** The options of what changes shapes and resizes pictures. */

export interface PadArguments {
  /** How many elements are added at each side: one number, or a list such as `[left, right, top, bottom]`, last dimension first. */
  readonly padding: Ints;
}

export interface ConstantPadArguments extends PadArguments {
  /** What the padding consists of. */
  readonly value: number;
}

export interface PadOptions {
  /** What the padding consists of: one value, the input mirrored, its border repeated, or its other end. @defaultValue 'constant' */
  readonly mode?: 'constant' | 'reflect' | 'replicate' | 'circular' | undefined;
  /** The value of constant padding. @defaultValue null, which means 0 */
  readonly value?: number | null | undefined;
}

export interface FlattenOptions {
  /** The first dimension that is flattened. @defaultValue 1 */
  readonly startDim?: number | undefined;
  /** The last dimension that is flattened. @defaultValue -1 */
  readonly endDim?: number | undefined;
}

export interface UnflattenArguments {
  /** The dimension that is split. */
  readonly dim: number;
  /** The sizes that it is split into; one may be -1, to be inferred. */
  readonly unflattenedSize: readonly number[];
}

export interface UpscaleArguments {
  /** By how much height and width grow. */
  readonly upscaleFactor: number;
}

export interface DownscaleArguments {
  /** By how much height and width shrink. */
  readonly downscaleFactor: number;
}

export interface ShuffleArguments {
  /** Into how many groups channels are divided before they are interleaved. */
  readonly groups: number;
}

export interface ResizeOptions {
  /** The spatial size of the result; this or `scaleFactor` is needed. @defaultValue null */
  readonly size?: Ints | null | undefined;
  /** By how much each spatial dimension grows. @defaultValue null */
  readonly scaleFactor?: number | readonly number[] | null | undefined;
}

export interface AlignCornersOptions {
  /**
   * Align the centers of the corner pixels, which keeps their values. False aligns the outer edges of these pixels.
   *
   * @defaultValue null, which means false
   */
  readonly alignCorners?: boolean | null | undefined;
}

type Interpolation = 'nearest' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'area' | 'nearest-exact';

export interface RecomputeOptions {
  /** Compute the scale from the sizes again, instead of using `scaleFactor` as it is. @defaultValue null, which means false */
  readonly recomputeScaleFactor?: boolean | null | undefined;
}

export interface UpsampleOptions extends ResizeOptions, AlignCornersOptions, RecomputeOptions {
  /** How values between pixels are computed; what fits depends on the number of dimensions. @defaultValue 'nearest' */
  readonly mode?: Interpolation | undefined;
}

export interface UpsampleFunctionOptions extends ResizeOptions, AlignCornersOptions {
  /** How values between pixels are computed; what fits depends on the number of dimensions. @defaultValue 'nearest' */
  readonly mode?: Interpolation | 'lanczos' | undefined;
}

export interface InterpolateOptions extends UpsampleFunctionOptions, RecomputeOptions {
  /** Blur before shrinking, against aliasing; with `'bilinear'`, `'bicubic'` and `'lanczos'`. @defaultValue false */
  readonly antialias?: boolean | undefined;
}

export interface GridSampleOptions extends AlignCornersOptions {
  /** How values between pixels are computed. @defaultValue 'bilinear' */
  readonly mode?: 'bilinear' | 'nearest' | 'bicubic' | undefined;
  /** What lies outside the input: zeros, its border, or its mirror image. @defaultValue 'zeros' */
  readonly paddingMode?: 'zeros' | 'border' | 'reflection' | undefined;
}

export interface OneHotOptions {
  /** How many classes there are. @defaultValue -1, which means one more than the largest label */
  readonly numClasses?: number | undefined;
}
