import type { DeviceLike } from '../tensor/device';
import type { ProcessGroup } from '../c10d/process-group';
import type { DType } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';

/**
 * The options of layers and functions, each described once: a layer and the function that it calls share an interface,
 * and families of layers extend a common one. Sizes are in elements; a list has one number for each spatial dimension,
 * in the order of the shape.
 */

/** One number for all spatial dimensions, or a list with one for each. */
export type Ints = number | readonly number[];

/** Where and how the tensors of a layer are made. */
export interface FactoryOptions {
  /** The device on which parameters and buffers are made. @defaultValue null, which means the default device */
  readonly device?: DeviceLike | null | undefined;
  /** The dtype of parameters and buffers. @defaultValue null, which means the default dtype, float32 */
  readonly dtype?: DType | null | undefined;
}

/** No options. */
export type NoOptions = Readonly<Record<never, never>>;

export interface InplaceOptions {
  /** Change the input itself and return it, instead of making a new tensor. @defaultValue false */
  readonly inplace?: boolean | undefined;
}

// Activations.

export interface AlphaOptions {
  /** The scale below 0, where the result approaches −alpha. @defaultValue 1 */
  readonly alpha?: number | undefined;
}

export interface EluOptions extends AlphaOptions, InplaceOptions {}

export interface SlopeOptions {
  /** The slope below 0. @defaultValue 0.01 */
  readonly negativeSlope?: number | undefined;
}

export interface LeakyReluOptions extends SlopeOptions, InplaceOptions {}

export interface RangeOptions {
  /** The lowest value that is returned. @defaultValue -1 */
  readonly minVal?: number | undefined;
  /** The highest value that is returned; at least `minVal`. @defaultValue 1 */
  readonly maxVal?: number | undefined;
}

export interface HardtanhOptions extends RangeOptions, InplaceOptions {}

export interface SlopesOptions {
  /** The least slope below 0. @defaultValue 1/8 */
  readonly lower?: number | undefined;
  /** The greatest slope below 0; at least `lower`. @defaultValue 1/3 */
  readonly upper?: number | undefined;
}

export interface RReluOptions extends SlopesOptions, InplaceOptions {}

export interface RReluInPlaceOptions extends SlopesOptions {
  /** Draw the slope of each element at random; otherwise the mean of `lower` and `upper` is used. @defaultValue false */
  readonly training?: boolean | undefined;
}

export interface RReluFunctionOptions extends RReluInPlaceOptions, InplaceOptions {}

export interface ThresholdArguments extends InplaceOptions {
  /** Elements above it stay. */
  readonly threshold: number;
  /** What the other elements become. */
  readonly value: number;
}

export interface LambdOptions {
  /** Elements whose absolute value is at most this become 0. @defaultValue 0.5 */
  readonly lambd?: number | undefined;
}

export interface SoftplusOptions {
  /** How sharp the bend at 0 is: log(1 + e^(beta·x)) / beta. @defaultValue 1 */
  readonly beta?: number | undefined;
  /** Where beta·x is above it, x itself is returned. @defaultValue 20 */
  readonly threshold?: number | undefined;
}

export interface GeluOptions {
  /** `'none'` computes the exact function, `'tanh'` a fast approximation. @defaultValue 'none' */
  readonly approximate?: 'none' | 'tanh' | undefined;
}

export interface GluOptions {
  /** The dimension that is halved. @defaultValue -1 */
  readonly dim?: number | undefined;
}

export interface PReLUOptions extends FactoryOptions {
  /** How many slopes are learned: 1, or as many as the input has channels. @defaultValue 1 */
  readonly numParameters?: number | undefined;
  /** What each slope starts with. @defaultValue 0.25 */
  readonly init?: number | undefined;
}

export interface SoftmaxOptions {
  /** The dimension along which the results sum to 1. @defaultValue null, which chooses by the number of dimensions and warns */
  readonly dim?: number | null | undefined;
}

export interface SoftmaxFunctionOptions extends SoftmaxOptions {
  /** The dtype to which the input is cast first, against overflow. @defaultValue null, which keeps the input's */
  readonly dtype?: DType | null | undefined;
}

export interface GumbelSoftmaxOptions {
  /** The temperature: the lower, the closer samples are to one-hot. @defaultValue 1 */
  readonly tau?: number | undefined;
  /** Return one-hot samples, with the gradient of the soft ones. @defaultValue false */
  readonly hard?: boolean | undefined;
  /** Has no effect, as in Python. @defaultValue 1e-10 */
  readonly eps?: number | undefined;
  /** The dimension along which samples sum to 1. @defaultValue -1 */
  readonly dim?: number | undefined;
}

// Dropout.

export interface DropoutOptions extends InplaceOptions {
  /** The probability with which an element (or a channel) becomes 0, between 0 and 1. @defaultValue 0.5 */
  readonly p?: number | undefined;
}

export interface DropoutFunctionOptions extends DropoutOptions {
  /** Drop elements; false returns the input. @defaultValue true */
  readonly training?: boolean | undefined;
}

export interface AlphaDropoutFunctionOptions extends DropoutOptions {
  /** Drop elements; false returns the input. @defaultValue false */
  readonly training?: boolean | undefined;
}

// Linear layers.

export interface BiasOptions {
  /** Learn a bias, which is added to the result. @defaultValue true */
  readonly bias?: boolean | undefined;
}

export interface LinearOptions extends BiasOptions, FactoryOptions {}

export interface BiasArgument {
  /** Added to the result; null adds nothing. Shape `[outFeatures]`, or `[outChannels]` of a convolution. @defaultValue null */
  readonly bias?: Tensor | null | undefined;
}

// Convolutions and windows.

export interface StrideOptions {
  /** The step from one window to the next, in elements. @defaultValue 1 */
  readonly stride?: Ints | undefined;
}

export interface DilationOptions {
  /** The distance between the elements of a window; 1 takes neighbours. @defaultValue 1 */
  readonly dilation?: Ints | undefined;
}

export interface PaddingOptions {
  /** How many elements are added on both sides of each spatial dimension. @defaultValue 0 */
  readonly padding?: Ints | undefined;
}

export interface GroupsOptions {
  /** Into how many groups channels are divided; each output channel sees the input channels of its group only. @defaultValue 1 */
  readonly groups?: number | undefined;
}

export interface PaddingModeOptions {
  /** What padding consists of: zeros, the input mirrored, its border repeated, or its other end. @defaultValue 'zeros' */
  readonly paddingMode?: 'zeros' | 'reflect' | 'replicate' | 'circular' | undefined;
}

export interface OutputPaddingOptions {
  /** How many elements are added on one side of the result, to choose among the sizes that a stride allows. @defaultValue 0 */
  readonly outputPadding?: Ints | undefined;
}

interface ConvPaddingOptions {
  /**
   * How many elements are added on both sides of each spatial dimension; `'valid'` adds none, `'same'` as many as keep the
   * size (with stride 1 only).
   *
   * @defaultValue 0
   */
  readonly padding?: Ints | 'valid' | 'same' | undefined;
}

export interface ConvOptions
  extends StrideOptions,
    ConvPaddingOptions,
    DilationOptions,
    GroupsOptions,
    BiasOptions,
    PaddingModeOptions,
    FactoryOptions {}

export interface ConvTransposeOptions
  extends StrideOptions,
    PaddingOptions,
    OutputPaddingOptions,
    GroupsOptions,
    BiasOptions,
    DilationOptions,
    PaddingModeOptions,
    FactoryOptions {}

export interface ConvFunctionOptions
  extends BiasArgument,
    StrideOptions,
    ConvPaddingOptions,
    DilationOptions,
    GroupsOptions {}

export interface ConvTransposeFunctionOptions
  extends BiasArgument,
    StrideOptions,
    PaddingOptions,
    OutputPaddingOptions,
    GroupsOptions,
    DilationOptions {}

export interface ConvTbcOptions {
  /** How many elements are added at both ends of the first dimension. @defaultValue 0 */
  readonly pad?: number | undefined;
}

export interface BlockOptions extends DilationOptions, PaddingOptions, StrideOptions {}

export interface KernelSize {
  /** The size of a window. */
  readonly kernelSize: Ints;
}

export interface UnfoldArguments extends KernelSize, BlockOptions {}

export interface FoldArguments extends UnfoldArguments {
  /** The spatial size of the result. */
  readonly outputSize: Ints;
}

export interface GroupedMmOptions {
  /** Where each group of rows ends: an int32 tensor `[G]`. @defaultValue null, for a batch of matrices */
  readonly offs?: Tensor | null | undefined;
  /** Added to the result; libtorch refuses it yet. @defaultValue null */
  readonly bias?: Tensor | null | undefined;
  /** The dtype of the result. @defaultValue null, which means the inputs' */
  readonly outDtype?: DType | null | undefined;
}

// Pools.

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

// Shapes and pictures.

export interface PadArguments {
  /** How many elements are added at each side: one number, or `[left, right, top, bottom, front, back]` as far as there are dimensions. */
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
  /** What it is split into; one number may be -1, which stands for what is left. */
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
   * Take the centres of the corner pixels as the extremes, so that corners keep their values; otherwise the edges of the
   * pixels are the extremes.
   *
   * @defaultValue null, which means false
   */
  readonly alignCorners?: boolean | null | undefined;
}

type Interpolation = 'nearest' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'area' | 'nearest-exact';

export interface RecomputeOptions {
  /** Compute the scale anew from the sizes instead of using `scaleFactor` as it is. @defaultValue null, which means false */
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

// Distances.

export interface CosineSimilarityOptions {
  /** The dimension along which vectors lie. @defaultValue 1 */
  readonly dim?: number | undefined;
  /** The least norm by which is divided. @defaultValue 1e-8 */
  readonly eps?: number | undefined;
}

export interface NormDegreeOptions {
  /** The power of the norm: 2 is the Euclidean distance. @defaultValue 2 */
  readonly p?: number | undefined;
}

export interface PairwiseDistanceOptions extends NormDegreeOptions {
  /** Added to each difference, so that no distance is 0. @defaultValue 1e-6 */
  readonly eps?: number | undefined;
  /** Keep the reduced dimension with size 1. @defaultValue false */
  readonly keepdim?: boolean | undefined;
}

export interface NormalizeOptions extends NormDegreeOptions {
  /** The dimension along which vectors get norm 1. @defaultValue 1 */
  readonly dim?: number | undefined;
  /** The least norm by which is divided. @defaultValue 1e-12 */
  readonly eps?: number | undefined;
}

// Normalization.

export interface EpsOptions {
  /** Added to the variance, so that nothing is divided by 0. @defaultValue 1e-5 */
  readonly eps?: number | undefined;
}

interface MomentumOptions extends EpsOptions {
  /** The share of the new batch in the running statistics. The layers take null as well, for a cumulative average. @defaultValue 0.1 */
  readonly momentum?: number | undefined;
}

export interface AffineBiasOptions {
  /** Learn a bias beside the weight. @defaultValue true */
  readonly bias?: boolean | undefined;
}

interface RunningNormOptions extends EpsOptions, AffineBiasOptions, FactoryOptions {
  /** The share of the new batch in the running statistics; null averages over all batches. @defaultValue 0.1 */
  readonly momentum?: number | null | undefined;
}

export interface BatchNormOptions extends RunningNormOptions {
  /** Learn a weight and a bias for each channel. @defaultValue true */
  readonly affine?: boolean | undefined;
  /** Keep running statistics, which are used in evaluation. @defaultValue true */
  readonly trackRunningStats?: boolean | undefined;
}

export interface SyncBatchNormOptions extends BatchNormOptions {
  /** The ranks that share statistics; all of them by default. @defaultValue null */
  readonly processGroup?: ProcessGroup | null | undefined;
}

export interface InstanceNormOptions extends RunningNormOptions {
  /** Learn a weight and a bias for each channel. @defaultValue false (true in the lazy layers) */
  readonly affine?: boolean | undefined;
  /** Keep running statistics, which are used in evaluation. @defaultValue false (true in the lazy layers) */
  readonly trackRunningStats?: boolean | undefined;
}

export interface ElementwiseAffineOptions {
  /** Learn a weight (and a bias) of the normalized shape. @defaultValue true */
  readonly elementwiseAffine?: boolean | undefined;
}

export interface LayerNormOptions extends EpsOptions, ElementwiseAffineOptions, AffineBiasOptions, FactoryOptions {}

export interface RMSNormEpsOptions {
  /** Added to the mean square, so that nothing is divided by 0. @defaultValue null, which means the dtype's machine epsilon */
  readonly eps?: number | null | undefined;
}

export interface RMSNormOptions extends RMSNormEpsOptions, ElementwiseAffineOptions, FactoryOptions {}

export interface GroupNormOptions extends EpsOptions, AffineBiasOptions, FactoryOptions {
  /** Learn a weight and a bias for each channel. @defaultValue true */
  readonly affine?: boolean | undefined;
}

export interface ResponseNormOptions {
  /** The factor of the sum of squares. @defaultValue 1e-4 */
  readonly alpha?: number | undefined;
  /** The power to which the denominator is raised. @defaultValue 0.75 */
  readonly beta?: number | undefined;
  /** What the sum of squares is added to. @defaultValue 1 */
  readonly k?: number | undefined;
}

export interface ResponseNormArguments extends ResponseNormOptions {
  /** Over how many neighbouring channels squares are summed. */
  readonly size: number;
}

export interface NormWeightOptions {
  /** The factor of each normalized element. @defaultValue null, which means 1 */
  readonly weight?: Tensor | null | undefined;
}

export interface NormAffineOptions extends NormWeightOptions {
  /** Added to each normalized element. @defaultValue null, which means 0 */
  readonly bias?: Tensor | null | undefined;
}

export interface LayerNormFunctionOptions extends NormAffineOptions, EpsOptions {}

export interface RMSNormFunctionOptions extends NormWeightOptions, RMSNormEpsOptions {}

export interface BatchNormFunctionOptions extends NormAffineOptions, MomentumOptions {
  /** Normalize by the batch's statistics and update the running ones; false uses the running ones. @defaultValue false */
  readonly training?: boolean | undefined;
}

export interface InstanceNormFunctionOptions extends NormAffineOptions, MomentumOptions {
  /** The running means, shape `[C]`, which are updated. @defaultValue null */
  readonly runningMean?: Tensor | null | undefined;
  /** The running variances, shape `[C]`, which are updated. @defaultValue null */
  readonly runningVar?: Tensor | null | undefined;
  /** Normalize by the statistics of each plane; false uses the running ones. @defaultValue true */
  readonly useInputStats?: boolean | undefined;
}
