// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.
import { asFunction } from '../dispatch/operator';
import type { Generator } from '../../tensor/generator';
import type { Int } from '../../tensor/scalar';
import type { Scalar } from '../../tensor/scalar';
import type { Tensor } from '../../tensor/tensor';

/**
 * `aten::adaptive_avg_pool2d(Tensor self, SymInt[2] output_size) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool2d.html
 */
export const adaptiveAvgPool2d: {
  (input: Tensor, outputSize: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::adaptive_avg_pool2d');

/**
 * `aten::adaptive_avg_pool3d(Tensor self, SymInt[3] output_size) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool3d.html
 */
export const adaptiveAvgPool3d: {
  (input: Tensor, outputSize: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::adaptive_avg_pool3d');

/**
 * `aten::adaptive_max_pool2d(Tensor self, int[2] output_size) -> (Tensor, Tensor)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_max_pool2d.html
 */
export const adaptiveMaxPool2d: {
  (input: Tensor, outputSize: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::adaptive_max_pool2d');

/**
 * `aten::adaptive_max_pool3d(Tensor self, int[3] output_size) -> (Tensor, Tensor)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_max_pool3d.html
 */
export const adaptiveMaxPool3d: {
  (input: Tensor, outputSize: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::adaptive_max_pool3d');

/**
 * `aten::avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool2d.html
 */
export const avgPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], ceilMode?: boolean, countIncludePad?: boolean, divisorOverride?: Int | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: {
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, countIncludePad: boolean, options: {
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::avg_pool2d');

/**
 * `aten::avg_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool3d.html
 */
export const avgPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], ceilMode?: boolean, countIncludePad?: boolean, divisorOverride?: Int | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: {
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, countIncludePad: boolean, options: {
    /** What sums are divided by. Default: the number of elements in the window. */
    divisorOverride?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::avg_pool3d');

/**
 * `aten::binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.binary_cross_entropy.html
 */
export const binaryCrossEntropy: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The weight of each element. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::binary_cross_entropy');

/**
 * `aten::col2im(Tensor self, SymInt[2] output_size, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor`
 */
export const col2im: {
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], stride: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::col2im');

/**
 * `aten::conv_depthwise3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding, SymInt[3] dilation) -> Tensor`
 */
export const convDepthwise3d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::conv_depthwise3d');

/**
 * `aten::cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, float label_smoothing=0.) -> Tensor`
 */
export const crossEntropyLoss: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, ignoreIndex?: Int, labelSmoothing?: number): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** The share of the target that is spread over all classes. */
    labelSmoothing?: number;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** The share of the target that is spread over all classes. */
    labelSmoothing?: number;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** The share of the target that is spread over all classes. */
    labelSmoothing?: number;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: {
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** The share of the target that is spread over all classes. */
    labelSmoothing?: number;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, ignoreIndex: Int, options: {
    /** The share of the target that is spread over all classes. */
    labelSmoothing?: number;
  }): Tensor;
} = asFunction('aten::cross_entropy_loss');

/**
 * `aten::elu(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.elu.html
 */
export const elu: {
  (input: Tensor, alpha?: Scalar, scale?: Scalar, inputScale?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The scale below 0. */
    alpha?: Scalar;
    /** The factor of the whole result. */
    scale?: Scalar;
    /** The factor of the input below 0. */
    inputScale?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, alpha: Scalar, options: {
    /** The factor of the whole result. */
    scale?: Scalar;
    /** The factor of the input below 0. */
    inputScale?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, options: {
    /** The factor of the input below 0. */
    inputScale?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::elu');

/**
 * `aten::elu_(Tensor(a!) self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.elu_.html
 */
export const elu_: {
  (input: Tensor, alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): Tensor;
  (input: Tensor, options: {
    /** The scale below 0. */
    alpha?: Scalar;
    /** The factor of the whole result. */
    scale?: Scalar;
    /** The factor of the input below 0. */
    inputScale?: Scalar;
  }): Tensor;
  (input: Tensor, alpha: Scalar, options: {
    /** The factor of the whole result. */
    scale?: Scalar;
    /** The factor of the input below 0. */
    inputScale?: Scalar;
  }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, options: {
    /** The factor of the input below 0. */
    inputScale?: Scalar;
  }): Tensor;
} = asFunction('aten::elu_');

/**
 * `aten::flatten_dense_tensors(Tensor[] tensors) -> Tensor`
 */
export const flattenDenseTensors: {
  (tensors: readonly Tensor[]): Tensor;
} = asFunction('aten::flatten_dense_tensors');

/**
 * `aten::fractional_max_pool2d(Tensor self, int[2] kernel_size, int[2] output_size, Tensor random_samples) -> (Tensor, Tensor)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.fractional_max_pool2d.html
 */
export const fractionalMaxPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], randomSamples: Tensor, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** The random numbers that place the windows. */
    randomSamples: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** The random numbers that place the windows. */
    randomSamples: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], options: {
    /** The random numbers that place the windows. */
    randomSamples: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::fractional_max_pool2d');

/**
 * `aten::fractional_max_pool3d(Tensor self, int[3] kernel_size, int[3] output_size, Tensor random_samples) -> (Tensor, Tensor)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.fractional_max_pool3d.html
 */
export const fractionalMaxPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], randomSamples: Tensor, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** The random numbers that place the windows. */
    randomSamples: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** The random numbers that place the windows. */
    randomSamples: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], options: {
    /** The random numbers that place the windows. */
    randomSamples: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::fractional_max_pool3d');

/**
 * `aten::gelu(Tensor self, *, str approximate="none") -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.gelu.html
 */
export const gelu: {
  (input: Tensor, options?: {
    /** `'none'` is exact, `'tanh'` a fast approximation. */
    approximate?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::gelu');

/**
 * `aten::gelu_(Tensor(a!) self, *, str approximate="none") -> Tensor(a!)`
 */
export const gelu_: {
  (input: Tensor, options?: {
    /** `'none'` is exact, `'tanh'` a fast approximation. */
    approximate?: string;
  }): Tensor;
} = asFunction('aten::gelu_');

/**
 * `aten::glu(Tensor self, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.glu.html
 */
export const glu: {
  (input: Tensor, dim?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension that is halved. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::glu');

/**
 * `aten::hardsigmoid(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardsigmoid.html
 */
export const hardsigmoid: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::hardsigmoid');

/**
 * `aten::hardsigmoid_(Tensor(a!) self) -> Tensor(a!)`
 */
export const hardsigmoid_: {
  (input: Tensor): Tensor;
} = asFunction('aten::hardsigmoid_');

/**
 * `aten::hardswish(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardswish.html
 */
export const hardswish: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::hardswish');

/**
 * `aten::hardswish_(Tensor(a!) self) -> Tensor(a!)`
 */
export const hardswish_: {
  (input: Tensor): Tensor;
} = asFunction('aten::hardswish_');

/**
 * `aten::hardtanh(Tensor self, Scalar min_val=-1, Scalar max_val=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardtanh.html
 */
export const hardtanh: {
  (input: Tensor, minVal?: Scalar, maxVal?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The lowest value that is returned. */
    minVal?: Scalar;
    /** The highest value that is returned. */
    maxVal?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, minVal: Scalar, options: {
    /** The highest value that is returned. */
    maxVal?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::hardtanh');

/**
 * `aten::hardtanh_(Tensor(a!) self, Scalar min_val=-1, Scalar max_val=1) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardtanh_.html
 */
export const hardtanh_: {
  (input: Tensor, minVal?: Scalar, maxVal?: Scalar): Tensor;
  (input: Tensor, options: {
    /** The lowest value that is returned. */
    minVal?: Scalar;
    /** The highest value that is returned. */
    maxVal?: Scalar;
  }): Tensor;
  (input: Tensor, minVal: Scalar, options: {
    /** The highest value that is returned. */
    maxVal?: Scalar;
  }): Tensor;
} = asFunction('aten::hardtanh_');

/**
 * `aten::huber_loss(Tensor self, Tensor target, int reduction=1, float delta=1.) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.huber_loss.html
 */
export const huberLoss: {
  (input: Tensor, target: Tensor, reduction?: Int, delta?: number, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The difference at which the squared error becomes the absolute one. */
    delta?: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The difference at which the squared error becomes the absolute one. */
    delta?: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int, options: {
    /** The difference at which the squared error becomes the absolute one. */
    delta?: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::huber_loss');

/**
 * `aten::im2col(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor`
 */
export const im2col: {
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], stride: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The step from one window to the next. */
    stride: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::im2col');

/**
 * `aten::l1_loss(Tensor self, Tensor target, int reduction=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.l1_loss.html
 */
export const l1Loss: {
  (input: Tensor, target: Tensor, reduction?: Int): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
} = asFunction('aten::l1_loss');

/**
 * `aten::leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.leaky_relu.html
 */
export const leakyRelu: {
  (input: Tensor, negativeSlope?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The slope below 0. */
    negativeSlope?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::leaky_relu');

/**
 * `aten::leaky_relu_(Tensor(a!) self, Scalar negative_slope=0.01) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.leaky_relu_.html
 */
export const leakyRelu_: {
  (input: Tensor, negativeSlope?: Scalar): Tensor;
  (input: Tensor, options: {
    /** The slope below 0. */
    negativeSlope?: Scalar;
  }): Tensor;
} = asFunction('aten::leaky_relu_');

/**
 * `aten::linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.linear.html
 */
export const linear: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The weights of the layer. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linear');

/**
 * `aten::log_sigmoid(Tensor self) -> Tensor`
 */
export const logSigmoid: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::log_sigmoid');

/**
 * `aten::max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_pool2d_with_indices.html
 */
export const maxPool2dWithIndices: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::max_pool2d_with_indices');

/**
 * `aten::max_pool3d_with_indices(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_pool3d_with_indices.html
 */
export const maxPool3dWithIndices: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::max_pool3d_with_indices');

/**
 * `aten::max_unpool2d(Tensor self, Tensor indices, SymInt[2] output_size) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_unpool2d.html
 */
export const maxUnpool2d: {
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The places of the maxima, as the pool returned them. */
    indices: Tensor;
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, indices: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::max_unpool2d');

/**
 * `aten::max_unpool3d(Tensor self, Tensor indices, SymInt[3] output_size, int[3] stride, int[3] padding) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_unpool3d.html
 */
export const maxUnpool3d: {
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The places of the maxima, as the pool returned them. */
    indices: Tensor;
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, indices: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::max_unpool3d');

/**
 * `aten::mish(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.mish.html
 */
export const mish: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mish');

/**
 * `aten::mish_(Tensor(a!) self) -> Tensor(a!)`
 */
export const mish_: {
  (input: Tensor): Tensor;
} = asFunction('aten::mish_');

/**
 * `aten::mkldnn_linear(Tensor self, Tensor weight, Tensor? bias=None) -> Tensor`
 */
export const mkldnnLinear: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The weights of the layer. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mkldnn_linear');

/**
 * `aten::mkldnn_reorder_conv2d_weight(Tensor self, SymInt[2] padding=[0, 0], SymInt[2] stride=[1, 1], SymInt[2] dilation=[1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor`
 */
export const mkldnnReorderConv2dWeight: {
  (input: Tensor, padding?: Int | readonly Int[], stride?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int, inputSize?: readonly Int[] | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], groups: Int, options: {
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mkldnn_reorder_conv2d_weight');

/**
 * `aten::mkldnn_reorder_conv3d_weight(Tensor self, SymInt[3] padding=[0, 0, 0], SymInt[3] stride=[1, 1, 1], SymInt[3] dilation=[1, 1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor`
 */
export const mkldnnReorderConv3dWeight: {
  (input: Tensor, padding?: Int | readonly Int[], stride?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int, inputSize?: readonly Int[] | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], groups: Int, options: {
    /** The shape of the input. */
    inputSize?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mkldnn_reorder_conv3d_weight');

/**
 * `aten::mse_loss(Tensor self, Tensor target, int reduction=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.mse_loss.html
 */
export const mseLoss: {
  (input: Tensor, target: Tensor, reduction?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mse_loss');

/**
 * `aten::multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, int reduction=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.multi_margin_loss.html
 */
export const multiMarginLoss: {
  (input: Tensor, target: Tensor, p?: Scalar, margin?: Scalar, weight?: Tensor | null, reduction?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The power of each difference: 1 or 2. */
    p?: Scalar;
    /** The distance beyond which an example adds no loss. */
    margin?: Scalar;
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The power of each difference: 1 or 2. */
    p?: Scalar;
    /** The distance beyond which an example adds no loss. */
    margin?: Scalar;
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, options: {
    /** The distance beyond which an example adds no loss. */
    margin?: Scalar;
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, margin: Scalar, options: {
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, margin: Scalar, weight: Tensor | null, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::multi_margin_loss');

/**
 * `aten::multilabel_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.multilabel_margin_loss.html
 */
export const multilabelMarginLoss: {
  (input: Tensor, target: Tensor, reduction?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::multilabel_margin_loss');

/**
 * `aten::nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.nll_loss.html
 */
export const nllLoss: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, ignoreIndex?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: {
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::nll_loss');

/**
 * `aten::nll_loss2d(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor`
 */
export const nllLoss2d: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, ignoreIndex?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: {
    /** The label that does not count. */
    ignoreIndex?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::nll_loss2d');

/**
 * `aten::nll_loss_nd(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor`
 */
export const nllLossNd: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, ignoreIndex?: Int): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The weight of each class. */
    weight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The label that does not count. */
    ignoreIndex?: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: {
    /** The label that does not count. */
    ignoreIndex?: Int;
  }): Tensor;
} = asFunction('aten::nll_loss_nd');

/**
 * `aten::one_hot(Tensor self, int num_classes=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.one_hot.html
 */
export const oneHot: {
  (input: Tensor, numClasses?: Int): Tensor;
  (input: Tensor, options: {
    /** How many classes there are. -1: one more than the largest label. */
    numClasses?: Int;
  }): Tensor;
} = asFunction('aten::one_hot');

/**
 * `aten::pad(Tensor self, SymInt[] pad, str mode="constant", float? value=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pad.html
 */
export const pad: {
  (input: Tensor, pad: readonly Int[], mode?: string, value?: number | null): Tensor;
  (input: Tensor, options: {
    /** How many elements are added at each side, last dimension first. */
    pad: readonly Int[];
    /** What the padding consists of. */
    mode?: string;
    /** The value of the padding. */
    value?: number | null;
  }): Tensor;
  (input: Tensor, pad: readonly Int[], options: {
    /** What the padding consists of. */
    mode?: string;
    /** The value of the padding. */
    value?: number | null;
  }): Tensor;
  (input: Tensor, pad: readonly Int[], mode: string, options: {
    /** The value of the padding. */
    value?: number | null;
  }): Tensor;
} = asFunction('aten::pad');

/**
 * `aten::pad_sequence(Tensor[] sequences, bool batch_first=False, float padding_value=0., str padding_side="right") -> Tensor`
 */
export const padSequence: {
  (sequences: readonly Tensor[], batchFirst?: boolean, paddingValue?: number, paddingSide?: string): Tensor;
  (sequences: readonly Tensor[], options: {
    /** The batch is the first dimension. */
    batchFirst?: boolean;
    /** The value of the padding. */
    paddingValue?: number;
    /** The side that is padded: `'right'` or `'left'`. */
    paddingSide?: string;
  }): Tensor;
  (sequences: readonly Tensor[], batchFirst: boolean, options: {
    /** The value of the padding. */
    paddingValue?: number;
    /** The side that is padded: `'right'` or `'left'`. */
    paddingSide?: string;
  }): Tensor;
  (sequences: readonly Tensor[], batchFirst: boolean, paddingValue: number, options: {
    /** The side that is padded: `'right'` or `'left'`. */
    paddingSide?: string;
  }): Tensor;
} = asFunction('aten::pad_sequence');

/**
 * `aten::reflection_pad1d(Tensor self, SymInt[2] padding) -> Tensor`
 */
export const reflectionPad1d: {
  (input: Tensor, padding: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added: `[left, right, top, bottom, front, back]`. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::reflection_pad1d');

/**
 * `aten::reflection_pad2d(Tensor self, SymInt[4] padding) -> Tensor`
 */
export const reflectionPad2d: {
  (input: Tensor, padding: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added: `[left, right, top, bottom, front, back]`. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::reflection_pad2d');

/**
 * `aten::reflection_pad3d(Tensor self, SymInt[6] padding) -> Tensor`
 */
export const reflectionPad3d: {
  (input: Tensor, padding: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added: `[left, right, top, bottom, front, back]`. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::reflection_pad3d');

/**
 * `aten::relu6(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.relu6.html
 */
export const relu6: {
  (input: Tensor): Tensor;
} = asFunction('aten::relu6');

/**
 * `aten::relu6_(Tensor(a!) self) -> Tensor(a!)`
 */
export const relu6_: {
  (input: Tensor): Tensor;
} = asFunction('aten::relu6_');

/**
 * `aten::replication_pad1d(Tensor self, SymInt[2] padding) -> Tensor`
 */
export const replicationPad1d: {
  (input: Tensor, padding: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added: `[left, right, top, bottom, front, back]`. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::replication_pad1d');

/**
 * `aten::replication_pad2d(Tensor self, SymInt[4] padding) -> Tensor`
 */
export const replicationPad2d: {
  (input: Tensor, padding: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added: `[left, right, top, bottom, front, back]`. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::replication_pad2d');

/**
 * `aten::replication_pad3d(Tensor self, SymInt[6] padding) -> Tensor`
 */
export const replicationPad3d: {
  (input: Tensor, padding: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added: `[left, right, top, bottom, front, back]`. */
    padding: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::replication_pad3d');

/**
 * `aten::rrelu_with_noise(Tensor self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor`
 */
export const rreluWithNoise: {
  (input: Tensor, noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Receives the slopes that were drawn. */
    noise: Tensor;
    /** The least slope below 0. */
    lower?: Scalar;
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, noise: Tensor, options: {
    /** The least slope below 0. */
    lower?: Scalar;
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, options: {
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, options: {
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::rrelu_with_noise');

/**
 * `aten::rrelu_with_noise_(Tensor(a!) self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)`
 */
export const rreluWithNoise_: {
  (input: Tensor, noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  (input: Tensor, options: {
    /** Receives the slopes that were drawn. */
    noise: Tensor;
    /** The least slope below 0. */
    lower?: Scalar;
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, noise: Tensor, options: {
    /** The least slope below 0. */
    lower?: Scalar;
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, options: {
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, options: {
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
} = asFunction('aten::rrelu_with_noise_');

/**
 * `aten::scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0., bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.scaled_dot_product_attention.html
 */
export const scaledDotProductAttention: {
  (query: Tensor, key: Tensor, value: Tensor, attnMask?: Tensor | null, dropoutP?: number, isCausal?: boolean, options?: {
    /** The factor of the scores. Default: 1/√E. */
    scale?: number | null;
    /** Let several query heads share a key head. */
    enableGqa?: boolean;
  }): Tensor;
  (query: Tensor, options: {
    /** The keys: `[N, ..., S, E]`. */
    key: Tensor;
    /** The values: `[N, ..., S, Ev]`. */
    value: Tensor;
    /** What may be attended to, or what is added to the scores. */
    attnMask?: Tensor | null;
    /** The probability with which attention is dropped. */
    dropoutP?: number;
    /** No position attends to a later one. */
    isCausal?: boolean;
    /** The factor of the scores. Default: 1/√E. */
    scale?: number | null;
    /** Let several query heads share a key head. */
    enableGqa?: boolean;
  }): Tensor;
  (query: Tensor, key: Tensor, options: {
    /** The values: `[N, ..., S, Ev]`. */
    value: Tensor;
    /** What may be attended to, or what is added to the scores. */
    attnMask?: Tensor | null;
    /** The probability with which attention is dropped. */
    dropoutP?: number;
    /** No position attends to a later one. */
    isCausal?: boolean;
    /** The factor of the scores. Default: 1/√E. */
    scale?: number | null;
    /** Let several query heads share a key head. */
    enableGqa?: boolean;
  }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, options: {
    /** What may be attended to, or what is added to the scores. */
    attnMask?: Tensor | null;
    /** The probability with which attention is dropped. */
    dropoutP?: number;
    /** No position attends to a later one. */
    isCausal?: boolean;
    /** The factor of the scores. Default: 1/√E. */
    scale?: number | null;
    /** Let several query heads share a key head. */
    enableGqa?: boolean;
  }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, attnMask: Tensor | null, options: {
    /** The probability with which attention is dropped. */
    dropoutP?: number;
    /** No position attends to a later one. */
    isCausal?: boolean;
    /** The factor of the scores. Default: 1/√E. */
    scale?: number | null;
    /** Let several query heads share a key head. */
    enableGqa?: boolean;
  }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, attnMask: Tensor | null, dropoutP: number, options: {
    /** No position attends to a later one. */
    isCausal?: boolean;
    /** The factor of the scores. Default: 1/√E. */
    scale?: number | null;
    /** Let several query heads share a key head. */
    enableGqa?: boolean;
  }): Tensor;
} = asFunction('aten::scaled_dot_product_attention');

/**
 * `aten::silu(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.silu.html
 */
export const silu: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::silu');

/**
 * `aten::silu_(Tensor(a!) self) -> Tensor(a!)`
 */
export const silu_: {
  (input: Tensor): Tensor;
} = asFunction('aten::silu_');

/**
 * `aten::slow_conv3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0]) -> Tensor`
 */
export const slowConv3d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::slow_conv3d');

/**
 * `aten::slow_conv_dilated2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor`
 */
export const slowConvDilated2d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::slow_conv_dilated2d');

/**
 * `aten::slow_conv_dilated3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor`
 */
export const slowConvDilated3d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::slow_conv_dilated3d');

/**
 * `aten::slow_conv_transpose2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor`
 */
export const slowConvTranspose2d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], dilation?: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::slow_conv_transpose2d');

/**
 * `aten::slow_conv_transpose3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor`
 */
export const slowConvTranspose3d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], dilation?: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::slow_conv_transpose3d');

/**
 * `aten::smooth_l1_loss(Tensor self, Tensor target, int reduction=1, float beta=1.) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.smooth_l1_loss.html
 */
export const smoothL1Loss: {
  (input: Tensor, target: Tensor, reduction?: Int, beta?: number, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The difference at which the squared error becomes the absolute one. */
    beta?: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The difference at which the squared error becomes the absolute one. */
    beta?: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int, options: {
    /** The difference at which the squared error becomes the absolute one. */
    beta?: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::smooth_l1_loss');

/**
 * `aten::soft_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.soft_margin_loss.html
 */
export const softMarginLoss: {
  (input: Tensor, target: Tensor, reduction?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::soft_margin_loss');

/**
 * `aten::softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softplus.html
 */
export const softplus: {
  (input: Tensor, beta?: Scalar, threshold?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How sharp the bend at 0 is. */
    beta?: Scalar;
    /** Where `beta` times the input is above it, the input is returned. */
    threshold?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, beta: Scalar, options: {
    /** Where `beta` times the input is above it, the input is returned. */
    threshold?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::softplus');

/**
 * `aten::softshrink(Tensor self, Scalar lambd=0.5) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softshrink.html
 */
export const softshrink: {
  (input: Tensor, lambd?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Elements between −lambd and lambd become 0. */
    lambd?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::softshrink');

/**
 * `aten::thnn_conv2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0]) -> Tensor`
 */
export const thnnConv2d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::thnn_conv2d');

/**
 * `aten::unflatten_dense_tensors(Tensor flat, Tensor[] tensors) -> Tensor[]`
 */
export const unflattenDenseTensors: {
  (flat: Tensor, tensors: readonly Tensor[]): Tensor[];
  (flat: Tensor, options: {
    /** The tensors to work on. */
    tensors: readonly Tensor[];
  }): Tensor[];
} = asFunction('aten::unflatten_dense_tensors');

/**
 * `aten::upsample_bicubic2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor`
 * `aten::upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor`
 */
export const upsampleBicubic2d: {
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: readonly Int[] | null;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: {
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH?: number | null, scalesW?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: {
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH: number | null, options: {
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::upsample_bicubic2d');

/**
 * `aten::upsample_bilinear2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor`
 * `aten::upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor`
 */
export const upsampleBilinear2d: {
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: readonly Int[] | null;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: {
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH?: number | null, scalesW?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: {
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH: number | null, options: {
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::upsample_bilinear2d');

/**
 * `aten::upsample_linear1d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor`
 * `aten::upsample_linear1d(Tensor self, SymInt[1] output_size, bool align_corners, float? scales=None) -> Tensor`
 */
export const upsampleLinear1d: {
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: readonly Int[] | null;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: {
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scales?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much the length grows. */
    scales?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much the length grows. */
    scales?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: {
    /** By how much the length grows. */
    scales?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::upsample_linear1d');

/**
 * `aten::upsample_nearest1d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor`
 * `aten::upsample_nearest1d(Tensor self, SymInt[1] output_size, float? scales=None) -> Tensor`
 */
export const upsampleNearest1d: {
  (input: Tensor, outputSize: readonly Int[] | null, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: readonly Int[] | null;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: {
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scales?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** By how much the length grows. */
    scales?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: {
    /** By how much the length grows. */
    scales?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::upsample_nearest1d');

/**
 * `aten::upsample_nearest2d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor`
 * `aten::upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor`
 */
export const upsampleNearest2d: {
  (input: Tensor, outputSize: readonly Int[] | null, scaleFactors: readonly number[] | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: readonly Int[] | null;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: {
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesH?: number | null, scalesW?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: {
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesH: number | null, options: {
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::upsample_nearest2d');

/**
 * `aten::upsample_nearest3d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor`
 * `aten::upsample_nearest3d(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor`
 */
export const upsampleNearest3d: {
  (input: Tensor, outputSize: readonly Int[] | null, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: readonly Int[] | null;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: {
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD?: number | null, scalesH?: number | null, scalesW?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** By how much the depth grows. */
    scalesD?: number | null;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: {
    /** By how much the depth grows. */
    scalesD?: number | null;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD: number | null, options: {
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD: number | null, scalesH: number | null, options: {
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::upsample_nearest3d');

/**
 * `aten::upsample_trilinear3d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor`
 * `aten::upsample_trilinear3d(Tensor self, SymInt[3] output_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor`
 */
export const upsampleTrilinear3d: {
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: readonly Int[] | null;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: {
    /** By how much each spatial dimension grows. */
    scaleFactors: readonly number[] | null;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD?: number | null, scalesH?: number | null, scalesW?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much the depth grows. */
    scalesD?: number | null;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** By how much the depth grows. */
    scalesD?: number | null;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: {
    /** By how much the depth grows. */
    scalesD?: number | null;
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD: number | null, options: {
    /** By how much the height grows. */
    scalesH?: number | null;
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD: number | null, scalesH: number | null, options: {
    /** By how much the width grows. */
    scalesW?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::upsample_trilinear3d');

