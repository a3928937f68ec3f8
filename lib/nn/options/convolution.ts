import type { DType } from '../../tensor/dtype';
import type { Tensor } from '../../tensor/tensor';
import type { FactoryOptions, Ints } from './common';

/** The options of linear layers, and of layers that slide a window over their input. */

export interface BiasOptions {
  /** Learn a bias, which is added to the result. @defaultValue true */
  readonly bias?: boolean | undefined;
}

export interface LinearOptions extends BiasOptions, FactoryOptions {}

export interface BiasArgument {
  /** Added to the result; null adds nothing. Shape `[outFeatures]`, or `[outChannels]` of a convolution. @defaultValue null */
  readonly bias?: Tensor | null | undefined;
}

export interface StrideOptions {
  /** The step from one window to the next, in elements. @defaultValue 1 */
  readonly stride?: Ints | undefined;
}

export interface DilationOptions {
  /** The distance between the elements of a window; 1 takes neighbors. @defaultValue 1 */
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
   * How many elements are added on both sides of each spatial dimension; `'valid'` adds none, `'same'` keeps the
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
