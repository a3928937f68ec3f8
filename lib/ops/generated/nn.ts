// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.
import { asFunction } from '../dispatch/operator';
import type { Generator } from '../../tensor/generator';
import type { Int } from '../../tensor/scalar';
import type { Scalar } from '../../tensor/scalar';
import type { Tensor } from '../../tensor/tensor';

/**
 * `aten::adaptive_avg_pool2d(Tensor self, SymInt[2] output_size) -> Tensor`
 * `aten::adaptive_avg_pool2d.out(Tensor self, SymInt[2] output_size, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool2d.html
 */
export const adaptiveAvgPool2d: {
  (input: Tensor, outputSize: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::adaptive_avg_pool2d');

/**
 * `aten::adaptive_avg_pool3d(Tensor self, SymInt[3] output_size) -> Tensor`
 * `aten::adaptive_avg_pool3d.out(Tensor self, SymInt[3] output_size, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool3d.html
 */
export const adaptiveAvgPool3d: {
  (input: Tensor, outputSize: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::adaptive_avg_pool3d');

/**
 * `aten::adaptive_max_pool2d(Tensor self, int[2] output_size) -> (Tensor, Tensor)`
 * `aten::adaptive_max_pool2d.out(Tensor self, int[2] output_size, *, Tensor(a!) out, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_max_pool2d.html
 */
export const adaptiveMaxPool2d: {
  (input: Tensor, outputSize: Int | readonly Int[]): [Tensor, Tensor];
  (input: Tensor, options: { outputSize: Int | readonly Int[] }): [Tensor, Tensor];
  (input: Tensor, outputSize: Int | readonly Int[], options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { outputSize: Int | readonly Int[]; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::adaptive_max_pool2d');

/**
 * `aten::adaptive_max_pool3d(Tensor self, int[3] output_size) -> (Tensor, Tensor)`
 * `aten::adaptive_max_pool3d.out(Tensor self, int[3] output_size, *, Tensor(a!) out, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_max_pool3d.html
 */
export const adaptiveMaxPool3d: {
  (input: Tensor, outputSize: Int | readonly Int[]): [Tensor, Tensor];
  (input: Tensor, options: { outputSize: Int | readonly Int[] }): [Tensor, Tensor];
  (input: Tensor, outputSize: Int | readonly Int[], options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { outputSize: Int | readonly Int[]; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::adaptive_max_pool3d');

/**
 * `aten::avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor`
 * `aten::avg_pool2d.out(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool2d.html
 */
export const avgPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], ceilMode?: boolean, countIncludePad?: boolean, divisorOverride?: Int | null): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: { countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, countIncludePad: boolean, options: { divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, countIncludePad: boolean | undefined, divisorOverride: Int | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: { countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, countIncludePad: boolean, options: { divisorOverride?: Int | null; out: Tensor }): Tensor;
} = asFunction('aten::avg_pool2d');

/**
 * `aten::avg_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor`
 * `aten::avg_pool3d.out(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool3d.html
 */
export const avgPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], ceilMode?: boolean, countIncludePad?: boolean, divisorOverride?: Int | null): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: { countIncludePad?: boolean; divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, countIncludePad: boolean, options: { divisorOverride?: Int | null }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, countIncludePad: boolean | undefined, divisorOverride: Int | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: { countIncludePad?: boolean; divisorOverride?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, countIncludePad: boolean, options: { divisorOverride?: Int | null; out: Tensor }): Tensor;
} = asFunction('aten::avg_pool3d');

/**
 * `aten::binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=1) -> Tensor`
 * `aten::binary_cross_entropy.out(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.binary_cross_entropy.html
 */
export const binaryCrossEntropy: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null | undefined, reduction: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { reduction?: Int; out: Tensor }): Tensor;
} = asFunction('aten::binary_cross_entropy');

/**
 * `aten::col2im(Tensor self, SymInt[2] output_size, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor`
 * `aten::col2im.out(Tensor self, SymInt[2] output_size, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const col2im: {
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], stride: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; kernelSize: Int | readonly Int[]; dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { kernelSize: Int | readonly Int[]; dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], options: { dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], options: { padding: Int | readonly Int[]; stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], options: { stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], stride: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; kernelSize: Int | readonly Int[]; dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { kernelSize: Int | readonly Int[]; dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], options: { dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], options: { padding: Int | readonly Int[]; stride: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], options: { stride: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::col2im');

/**
 * `aten::conv_depthwise3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding, SymInt[3] dilation) -> Tensor`
 * `aten::conv_depthwise3d.out(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding, SymInt[3] dilation, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const convDepthwise3d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias: Tensor | null; stride: Int | readonly Int[]; padding: Int | readonly Int[]; dilation: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias: Tensor | null; stride: Int | readonly Int[]; padding: Int | readonly Int[]; dilation: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias: Tensor | null; stride: Int | readonly Int[]; padding: Int | readonly Int[]; dilation: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride: Int | readonly Int[]; padding: Int | readonly Int[]; dilation: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding: Int | readonly Int[]; dilation: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias: Tensor | null; stride: Int | readonly Int[]; padding: Int | readonly Int[]; dilation: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias: Tensor | null; stride: Int | readonly Int[]; padding: Int | readonly Int[]; dilation: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias: Tensor | null; stride: Int | readonly Int[]; padding: Int | readonly Int[]; dilation: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride: Int | readonly Int[]; padding: Int | readonly Int[]; dilation: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding: Int | readonly Int[]; dilation: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::conv_depthwise3d');

/**
 * `aten::cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, float label_smoothing=0.) -> Tensor`
 */
export const crossEntropyLoss: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, ignoreIndex?: Int, labelSmoothing?: number): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int; labelSmoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int; labelSmoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { reduction?: Int; ignoreIndex?: Int; labelSmoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: { ignoreIndex?: Int; labelSmoothing?: number }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, ignoreIndex: Int, options: { labelSmoothing?: number }): Tensor;
} = asFunction('aten::cross_entropy_loss');

/**
 * `aten::elu(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor`
 * `aten::elu.out(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.elu.html
 */
export const elu: {
  (input: Tensor, alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): Tensor;
  (input: Tensor, options: { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, options: { scale?: Scalar; inputScale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, options: { inputScale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar | undefined, scale: Scalar | undefined, inputScale: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, alpha: Scalar, options: { scale?: Scalar; inputScale?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, options: { inputScale?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::elu');

/**
 * `aten::elu_(Tensor(a!) self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.elu_.html
 */
export const elu_: {
  (input: Tensor, alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): Tensor;
  (input: Tensor, options: { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, options: { scale?: Scalar; inputScale?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar, scale: Scalar, options: { inputScale?: Scalar }): Tensor;
} = asFunction('aten::elu_');

/**
 * `aten::flatten_dense_tensors(Tensor[] tensors) -> Tensor`
 */
export const flattenDenseTensors: {
  (tensors: readonly Tensor[]): Tensor;
} = asFunction('aten::flatten_dense_tensors');

/**
 * `aten::fractional_max_pool2d(Tensor self, int[2] kernel_size, int[2] output_size, Tensor random_samples) -> (Tensor, Tensor)`
 * `aten::fractional_max_pool2d.output(Tensor self, int[2] kernel_size, int[2] output_size, Tensor random_samples, *, Tensor(a!) output, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.fractional_max_pool2d.html
 */
export const fractionalMaxPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], randomSamples: Tensor): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; outputSize: Int | readonly Int[]; randomSamples: Tensor }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { outputSize: Int | readonly Int[]; randomSamples: Tensor }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], options: { randomSamples: Tensor }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], randomSamples: Tensor, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; outputSize: Int | readonly Int[]; randomSamples: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { outputSize: Int | readonly Int[]; randomSamples: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], options: { randomSamples: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::fractional_max_pool2d');

/**
 * `aten::fractional_max_pool3d(Tensor self, int[3] kernel_size, int[3] output_size, Tensor random_samples) -> (Tensor, Tensor)`
 * `aten::fractional_max_pool3d.output(Tensor self, int[3] kernel_size, int[3] output_size, Tensor random_samples, *, Tensor(a!) output, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.fractional_max_pool3d.html
 */
export const fractionalMaxPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], randomSamples: Tensor): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; outputSize: Int | readonly Int[]; randomSamples: Tensor }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { outputSize: Int | readonly Int[]; randomSamples: Tensor }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], options: { randomSamples: Tensor }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], randomSamples: Tensor, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; outputSize: Int | readonly Int[]; randomSamples: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { outputSize: Int | readonly Int[]; randomSamples: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], outputSize: Int | readonly Int[], options: { randomSamples: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::fractional_max_pool3d');

/**
 * `aten::gelu(Tensor self, *, str approximate="none") -> Tensor`
 * `aten::gelu.out(Tensor self, *, str approximate="none", Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.gelu.html
 */
export const gelu: {
  (input: Tensor, options?: { approximate?: string }): Tensor;
  (input: Tensor, options: { approximate?: string; out: Tensor }): Tensor;
} = asFunction('aten::gelu');

/**
 * `aten::gelu_(Tensor(a!) self, *, str approximate="none") -> Tensor(a!)`
 */
export const gelu_: {
  (input: Tensor, options?: { approximate?: string }): Tensor;
} = asFunction('aten::gelu_');

/**
 * `aten::glu(Tensor self, int dim=-1) -> Tensor`
 * `aten::glu.out(Tensor self, int dim=-1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.glu.html
 */
export const glu: {
  (input: Tensor, dim?: Int): Tensor;
  (input: Tensor, options: { dim?: Int }): Tensor;
  (input: Tensor, dim: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int; out: Tensor }): Tensor;
} = asFunction('aten::glu');

/**
 * `aten::hardsigmoid(Tensor self) -> Tensor`
 * `aten::hardsigmoid.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardsigmoid.html
 */
export const hardsigmoid: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::hardsigmoid');

/**
 * `aten::hardsigmoid_(Tensor(a!) self) -> Tensor(a!)`
 */
export const hardsigmoid_: {
  (input: Tensor): Tensor;
} = asFunction('aten::hardsigmoid_');

/**
 * `aten::hardswish(Tensor self) -> Tensor`
 * `aten::hardswish.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardswish.html
 */
export const hardswish: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::hardswish');

/**
 * `aten::hardswish_(Tensor(a!) self) -> Tensor(a!)`
 */
export const hardswish_: {
  (input: Tensor): Tensor;
} = asFunction('aten::hardswish_');

/**
 * `aten::hardtanh(Tensor self, Scalar min_val=-1, Scalar max_val=1) -> Tensor`
 * `aten::hardtanh.out(Tensor self, Scalar min_val=-1, Scalar max_val=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardtanh.html
 */
export const hardtanh: {
  (input: Tensor, minVal?: Scalar, maxVal?: Scalar): Tensor;
  (input: Tensor, options: { minVal?: Scalar; maxVal?: Scalar }): Tensor;
  (input: Tensor, minVal: Scalar, options: { maxVal?: Scalar }): Tensor;
  (input: Tensor, minVal: Scalar | undefined, maxVal: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { minVal?: Scalar; maxVal?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, minVal: Scalar, options: { maxVal?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::hardtanh');

/**
 * `aten::hardtanh_(Tensor(a!) self, Scalar min_val=-1, Scalar max_val=1) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardtanh_.html
 */
export const hardtanh_: {
  (input: Tensor, minVal?: Scalar, maxVal?: Scalar): Tensor;
  (input: Tensor, options: { minVal?: Scalar; maxVal?: Scalar }): Tensor;
  (input: Tensor, minVal: Scalar, options: { maxVal?: Scalar }): Tensor;
} = asFunction('aten::hardtanh_');

/**
 * `aten::huber_loss(Tensor self, Tensor target, int reduction=1, float delta=1.) -> Tensor`
 * `aten::huber_loss.out(Tensor self, Tensor target, int reduction=1, float delta=1., *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.huber_loss.html
 */
export const huberLoss: {
  (input: Tensor, target: Tensor, reduction?: Int, delta?: number): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int; delta?: number }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int; delta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int, options: { delta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int | undefined, delta: number | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int; delta?: number; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int; delta?: number; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int, options: { delta?: number; out: Tensor }): Tensor;
} = asFunction('aten::huber_loss');

/**
 * `aten::im2col(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor`
 * `aten::im2col.out(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const im2col: {
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], stride: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], options: { padding: Int | readonly Int[]; stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], options: { stride: Int | readonly Int[] }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], stride: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { dilation: Int | readonly Int[]; padding: Int | readonly Int[]; stride: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], options: { padding: Int | readonly Int[]; stride: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], dilation: Int | readonly Int[], padding: Int | readonly Int[], options: { stride: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::im2col');

/**
 * `aten::l1_loss(Tensor self, Tensor target, int reduction=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.l1_loss.html
 */
export const l1Loss: {
  (input: Tensor, target: Tensor, reduction?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int }): Tensor;
} = asFunction('aten::l1_loss');

/**
 * `aten::leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor`
 * `aten::leaky_relu.out(Tensor self, Scalar negative_slope=0.01, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.leaky_relu.html
 */
export const leakyRelu: {
  (input: Tensor, negativeSlope?: Scalar): Tensor;
  (input: Tensor, options: { negativeSlope?: Scalar }): Tensor;
  (input: Tensor, negativeSlope: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { negativeSlope?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::leaky_relu');

/**
 * `aten::leaky_relu_(Tensor(a!) self, Scalar negative_slope=0.01) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.leaky_relu_.html
 */
export const leakyRelu_: {
  (input: Tensor, negativeSlope?: Scalar): Tensor;
  (input: Tensor, options: { negativeSlope?: Scalar }): Tensor;
} = asFunction('aten::leaky_relu_');

/**
 * `aten::linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor`
 * `aten::linear.out(Tensor input, Tensor weight, Tensor? bias=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.linear.html
 */
export const linear: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; out: Tensor }): Tensor;
} = asFunction('aten::linear');

/**
 * `aten::log_sigmoid(Tensor self) -> Tensor`
 * `aten::log_sigmoid.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const logSigmoid: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::log_sigmoid');

/**
 * `aten::max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)`
 * `aten::max_pool2d_with_indices.out(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, *, Tensor(a!) out, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_pool2d_with_indices.html
 */
export const maxPool2dWithIndices: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::max_pool2d_with_indices');

/**
 * `aten::max_pool3d_with_indices(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)`
 * `aten::max_pool3d_with_indices.out(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False, *, Tensor(a!) out, Tensor(b!) indices) -> (Tensor(a!), Tensor(b!))`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_pool3d_with_indices.html
 */
export const maxPool3dWithIndices: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::max_pool3d_with_indices');

/**
 * `aten::max_unpool2d(Tensor self, Tensor indices, SymInt[2] output_size) -> Tensor`
 * `aten::max_unpool2d.out(Tensor self, Tensor indices, SymInt[2] output_size, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_unpool2d.html
 */
export const maxUnpool2d: {
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { indices: Tensor; outputSize: Int | readonly Int[] }): Tensor;
  (input: Tensor, indices: Tensor, options: { outputSize: Int | readonly Int[] }): Tensor;
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { indices: Tensor; outputSize: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, indices: Tensor, options: { outputSize: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::max_unpool2d');

/**
 * `aten::max_unpool3d(Tensor self, Tensor indices, SymInt[3] output_size, int[3] stride, int[3] padding) -> Tensor`
 * `aten::max_unpool3d.out(Tensor self, Tensor indices, SymInt[3] output_size, int[3] stride, int[3] padding, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_unpool3d.html
 */
export const maxUnpool3d: {
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { indices: Tensor; outputSize: Int | readonly Int[]; stride: Int | readonly Int[]; padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, indices: Tensor, options: { outputSize: Int | readonly Int[]; stride: Int | readonly Int[]; padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], options: { stride: Int | readonly Int[]; padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { indices: Tensor; outputSize: Int | readonly Int[]; stride: Int | readonly Int[]; padding: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, indices: Tensor, options: { outputSize: Int | readonly Int[]; stride: Int | readonly Int[]; padding: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], options: { stride: Int | readonly Int[]; padding: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, indices: Tensor, outputSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::max_unpool3d');

/**
 * `aten::mish(Tensor self) -> Tensor`
 * `aten::mish.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.mish.html
 */
export const mish: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::mish');

/**
 * `aten::mish_(Tensor(a!) self) -> Tensor(a!)`
 */
export const mish_: {
  (input: Tensor): Tensor;
} = asFunction('aten::mish_');

/**
 * `aten::mkldnn_linear(Tensor self, Tensor weight, Tensor? bias=None) -> Tensor`
 * `aten::mkldnn_linear.out(Tensor self, Tensor weight, Tensor? bias=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const mkldnnLinear: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; out: Tensor }): Tensor;
} = asFunction('aten::mkldnn_linear');

/**
 * `aten::mkldnn_reorder_conv2d_weight(Tensor self, SymInt[2] padding=[0, 0], SymInt[2] stride=[1, 1], SymInt[2] dilation=[1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor`
 * `aten::mkldnn_reorder_conv2d_weight.out(Tensor self, SymInt[2] padding=[0, 0], SymInt[2] stride=[1, 1], SymInt[2] dilation=[1, 1], SymInt groups=1, SymInt[]? input_size=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const mkldnnReorderConv2dWeight: {
  (input: Tensor, padding?: Int | readonly Int[], stride?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int, inputSize?: readonly Int[] | null): Tensor;
  (input: Tensor, options: { padding?: Int | readonly Int[]; stride?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { stride?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], options: { groups?: Int; inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], groups: Int, options: { inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[] | undefined, stride: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, groups: Int | undefined, inputSize: readonly Int[] | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { padding?: Int | readonly Int[]; stride?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { stride?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], options: { groups?: Int; inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], groups: Int, options: { inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
} = asFunction('aten::mkldnn_reorder_conv2d_weight');

/**
 * `aten::mkldnn_reorder_conv3d_weight(Tensor self, SymInt[3] padding=[0, 0, 0], SymInt[3] stride=[1, 1, 1], SymInt[3] dilation=[1, 1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor`
 * `aten::mkldnn_reorder_conv3d_weight.out(Tensor self, SymInt[3] padding=[0, 0, 0], SymInt[3] stride=[1, 1, 1], SymInt[3] dilation=[1, 1, 1], SymInt groups=1, SymInt[]? input_size=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const mkldnnReorderConv3dWeight: {
  (input: Tensor, padding?: Int | readonly Int[], stride?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int, inputSize?: readonly Int[] | null): Tensor;
  (input: Tensor, options: { padding?: Int | readonly Int[]; stride?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { stride?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], options: { groups?: Int; inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], groups: Int, options: { inputSize?: readonly Int[] | null }): Tensor;
  (input: Tensor, padding: Int | readonly Int[] | undefined, stride: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, groups: Int | undefined, inputSize: readonly Int[] | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { padding?: Int | readonly Int[]; stride?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { stride?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; groups?: Int; inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], options: { groups?: Int; inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], stride: Int | readonly Int[], dilation: Int | readonly Int[], groups: Int, options: { inputSize?: readonly Int[] | null; out: Tensor }): Tensor;
} = asFunction('aten::mkldnn_reorder_conv3d_weight');

/**
 * `aten::mse_loss(Tensor self, Tensor target, int reduction=1) -> Tensor`
 * `aten::mse_loss.out(Tensor self, Tensor target, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.mse_loss.html
 */
export const mseLoss: {
  (input: Tensor, target: Tensor, reduction?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int; out: Tensor }): Tensor;
} = asFunction('aten::mse_loss');

/**
 * `aten::multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, int reduction=1) -> Tensor`
 * `aten::multi_margin_loss.out(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.multi_margin_loss.html
 */
export const multiMarginLoss: {
  (input: Tensor, target: Tensor, p?: Scalar, margin?: Scalar, weight?: Tensor | null, reduction?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; p?: Scalar; margin?: Scalar; weight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { p?: Scalar; margin?: Scalar; weight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, options: { margin?: Scalar; weight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, margin: Scalar, options: { weight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, margin: Scalar, weight: Tensor | null, options: { reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar | undefined, margin: Scalar | undefined, weight: Tensor | null | undefined, reduction: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; p?: Scalar; margin?: Scalar; weight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { p?: Scalar; margin?: Scalar; weight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, options: { margin?: Scalar; weight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, margin: Scalar, options: { weight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, p: Scalar, margin: Scalar, weight: Tensor | null, options: { reduction?: Int; out: Tensor }): Tensor;
} = asFunction('aten::multi_margin_loss');

/**
 * `aten::multilabel_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor`
 * `aten::multilabel_margin_loss.out(Tensor self, Tensor target, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.multilabel_margin_loss.html
 */
export const multilabelMarginLoss: {
  (input: Tensor, target: Tensor, reduction?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int; out: Tensor }): Tensor;
} = asFunction('aten::multilabel_margin_loss');

/**
 * `aten::nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor`
 * `aten::nll_loss.out(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.nll_loss.html
 */
export const nllLoss: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, ignoreIndex?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: { ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null | undefined, reduction: Int | undefined, ignoreIndex: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { reduction?: Int; ignoreIndex?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: { ignoreIndex?: Int; out: Tensor }): Tensor;
} = asFunction('aten::nll_loss');

/**
 * `aten::nll_loss2d(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor`
 * `aten::nll_loss2d.out(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const nllLoss2d: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, ignoreIndex?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: { ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null | undefined, reduction: Int | undefined, ignoreIndex: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { reduction?: Int; ignoreIndex?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: { ignoreIndex?: Int; out: Tensor }): Tensor;
} = asFunction('aten::nll_loss2d');

/**
 * `aten::nll_loss_nd(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor`
 */
export const nllLossNd: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, reduction?: Int, ignoreIndex?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { reduction?: Int; ignoreIndex?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, reduction: Int, options: { ignoreIndex?: Int }): Tensor;
} = asFunction('aten::nll_loss_nd');

/**
 * `aten::one_hot(Tensor self, int num_classes=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.one_hot.html
 */
export const oneHot: {
  (input: Tensor, numClasses?: Int): Tensor;
  (input: Tensor, options: { numClasses?: Int }): Tensor;
} = asFunction('aten::one_hot');

/**
 * `aten::pad(Tensor self, SymInt[] pad, str mode="constant", float? value=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pad.html
 */
export const pad: {
  (input: Tensor, pad: readonly Int[], mode?: string, value?: number | null): Tensor;
  (input: Tensor, options: { pad: readonly Int[]; mode?: string; value?: number | null }): Tensor;
  (input: Tensor, pad: readonly Int[], options: { mode?: string; value?: number | null }): Tensor;
  (input: Tensor, pad: readonly Int[], mode: string, options: { value?: number | null }): Tensor;
} = asFunction('aten::pad');

/**
 * `aten::pad_sequence(Tensor[] sequences, bool batch_first=False, float padding_value=0., str padding_side="right") -> Tensor`
 */
export const padSequence: {
  (sequences: readonly Tensor[], batchFirst?: boolean, paddingValue?: number, paddingSide?: string): Tensor;
  (sequences: readonly Tensor[], options: { batchFirst?: boolean; paddingValue?: number; paddingSide?: string }): Tensor;
  (sequences: readonly Tensor[], batchFirst: boolean, options: { paddingValue?: number; paddingSide?: string }): Tensor;
  (sequences: readonly Tensor[], batchFirst: boolean, paddingValue: number, options: { paddingSide?: string }): Tensor;
} = asFunction('aten::pad_sequence');

/**
 * `aten::reflection_pad1d(Tensor self, SymInt[2] padding) -> Tensor`
 * `aten::reflection_pad1d.out(Tensor self, SymInt[2] padding, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const reflectionPad1d: {
  (input: Tensor, padding: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::reflection_pad1d');

/**
 * `aten::reflection_pad2d(Tensor self, SymInt[4] padding) -> Tensor`
 * `aten::reflection_pad2d.out(Tensor self, SymInt[4] padding, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const reflectionPad2d: {
  (input: Tensor, padding: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::reflection_pad2d');

/**
 * `aten::reflection_pad3d(Tensor self, SymInt[6] padding) -> Tensor`
 * `aten::reflection_pad3d.out(Tensor self, SymInt[6] padding, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const reflectionPad3d: {
  (input: Tensor, padding: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[]; out: Tensor }): Tensor;
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
 * `aten::replication_pad1d.out(Tensor self, SymInt[2] padding, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const replicationPad1d: {
  (input: Tensor, padding: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::replication_pad1d');

/**
 * `aten::replication_pad2d(Tensor self, SymInt[4] padding) -> Tensor`
 * `aten::replication_pad2d.out(Tensor self, SymInt[4] padding, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const replicationPad2d: {
  (input: Tensor, padding: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::replication_pad2d');

/**
 * `aten::replication_pad3d(Tensor self, SymInt[6] padding) -> Tensor`
 * `aten::replication_pad3d.out(Tensor self, SymInt[6] padding, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const replicationPad3d: {
  (input: Tensor, padding: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[] }): Tensor;
  (input: Tensor, padding: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { padding: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::replication_pad3d');

/**
 * `aten::rrelu_with_noise(Tensor self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor`
 * `aten::rrelu_with_noise.out(Tensor self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const rreluWithNoise: {
  (input: Tensor, noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  (input: Tensor, options: { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, options: { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, options: { upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, options: { training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: { generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar | undefined, upper: Scalar | undefined, training: boolean | undefined, generator: Generator | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, noise: Tensor, options: { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, options: { upper?: Scalar; training?: boolean; generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, options: { training?: boolean; generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: { generator?: Generator | null; out: Tensor }): Tensor;
} = asFunction('aten::rrelu_with_noise');

/**
 * `aten::rrelu_with_noise_(Tensor(a!) self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)`
 */
export const rreluWithNoise_: {
  (input: Tensor, noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  (input: Tensor, options: { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, options: { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, options: { upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, options: { training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: { generator?: Generator | null }): Tensor;
} = asFunction('aten::rrelu_with_noise_');

/**
 * `aten::scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0., bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.scaled_dot_product_attention.html
 */
export const scaledDotProductAttention: {
  (query: Tensor, key: Tensor, value: Tensor, attnMask?: Tensor | null, dropoutP?: number, isCausal?: boolean, options?: { scale?: number | null; enableGqa?: boolean }): Tensor;
  (query: Tensor, options: { key: Tensor; value: Tensor; attnMask?: Tensor | null; dropoutP?: number; isCausal?: boolean; scale?: number | null; enableGqa?: boolean }): Tensor;
  (query: Tensor, key: Tensor, options: { value: Tensor; attnMask?: Tensor | null; dropoutP?: number; isCausal?: boolean; scale?: number | null; enableGqa?: boolean }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, options: { attnMask?: Tensor | null; dropoutP?: number; isCausal?: boolean; scale?: number | null; enableGqa?: boolean }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, attnMask: Tensor | null, options: { dropoutP?: number; isCausal?: boolean; scale?: number | null; enableGqa?: boolean }): Tensor;
  (query: Tensor, key: Tensor, value: Tensor, attnMask: Tensor | null, dropoutP: number, options: { isCausal?: boolean; scale?: number | null; enableGqa?: boolean }): Tensor;
} = asFunction('aten::scaled_dot_product_attention');

/**
 * `aten::silu(Tensor self) -> Tensor`
 * `aten::silu.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.silu.html
 */
export const silu: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::silu');

/**
 * `aten::silu_(Tensor(a!) self) -> Tensor(a!)`
 */
export const silu_: {
  (input: Tensor): Tensor;
} = asFunction('aten::silu_');

/**
 * `aten::slow_conv3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0]) -> Tensor`
 * `aten::slow_conv3d.out(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], *, Tensor(a!) out) -> Tensor(a!)`
 */
export const slowConv3d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null | undefined, stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::slow_conv3d');

/**
 * `aten::slow_conv_dilated2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor`
 * `aten::slow_conv_dilated2d.out(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1], *, Tensor(a!) out) -> Tensor(a!)`
 */
export const slowConvDilated2d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null | undefined, stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::slow_conv_dilated2d');

/**
 * `aten::slow_conv_dilated3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor`
 * `aten::slow_conv_dilated3d.out(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1], *, Tensor(a!) out) -> Tensor(a!)`
 */
export const slowConvDilated3d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null | undefined, stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::slow_conv_dilated3d');

/**
 * `aten::slow_conv_transpose2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor`
 * `aten::slow_conv_transpose2d.out(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt[2] dilation=[1, 1], *, Tensor(a!) out) -> Tensor(a!)`
 */
export const slowConvTranspose2d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: { dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null | undefined, stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, outputPadding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::slow_conv_transpose2d');

/**
 * `aten::slow_conv_transpose3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor`
 * `aten::slow_conv_transpose3d.out(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1], *, Tensor(a!) out) -> Tensor(a!)`
 */
export const slowConvTranspose3d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: { dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null | undefined, stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, outputPadding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { outputPadding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::slow_conv_transpose3d');

/**
 * `aten::smooth_l1_loss(Tensor self, Tensor target, int reduction=1, float beta=1.) -> Tensor`
 * `aten::smooth_l1_loss.out(Tensor self, Tensor target, int reduction=1, float beta=1., *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.smooth_l1_loss.html
 */
export const smoothL1Loss: {
  (input: Tensor, target: Tensor, reduction?: Int, beta?: number): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int; beta?: number }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int; beta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int, options: { beta?: number }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int | undefined, beta: number | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int; beta?: number; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int; beta?: number; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int, options: { beta?: number; out: Tensor }): Tensor;
} = asFunction('aten::smooth_l1_loss');

/**
 * `aten::soft_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor`
 * `aten::soft_margin_loss.out(Tensor self, Tensor target, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.soft_margin_loss.html
 */
export const softMarginLoss: {
  (input: Tensor, target: Tensor, reduction?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, reduction: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int; out: Tensor }): Tensor;
} = asFunction('aten::soft_margin_loss');

/**
 * `aten::softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor`
 * `aten::softplus.out(Tensor self, Scalar beta=1, Scalar threshold=20, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softplus.html
 */
export const softplus: {
  (input: Tensor, beta?: Scalar, threshold?: Scalar): Tensor;
  (input: Tensor, options: { beta?: Scalar; threshold?: Scalar }): Tensor;
  (input: Tensor, beta: Scalar, options: { threshold?: Scalar }): Tensor;
  (input: Tensor, beta: Scalar | undefined, threshold: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { beta?: Scalar; threshold?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, beta: Scalar, options: { threshold?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::softplus');

/**
 * `aten::softshrink(Tensor self, Scalar lambd=0.5) -> Tensor`
 * `aten::softshrink.out(Tensor self, Scalar lambd=0.5, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.softshrink.html
 */
export const softshrink: {
  (input: Tensor, lambd?: Scalar): Tensor;
  (input: Tensor, options: { lambd?: Scalar }): Tensor;
  (input: Tensor, lambd: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { lambd?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::softshrink');

/**
 * `aten::thnn_conv2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0]) -> Tensor`
 * `aten::thnn_conv2d.out(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], *, Tensor(a!) out) -> Tensor(a!)`
 */
export const thnnConv2d: {
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null | undefined, stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { kernelSize: Int | readonly Int[]; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, kernelSize: Int | readonly Int[], bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::thnn_conv2d');

/**
 * `aten::unflatten_dense_tensors(Tensor flat, Tensor[] tensors) -> Tensor[]`
 */
export const unflattenDenseTensors: {
  (flat: Tensor, tensors: readonly Tensor[]): Tensor[];
  (flat: Tensor, options: { tensors: readonly Tensor[] }): Tensor[];
} = asFunction('aten::unflatten_dense_tensors');

/**
 * `aten::upsample_bicubic2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor`
 * `aten::upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor`
 * `aten::upsample_bicubic2d.out(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const upsampleBicubic2d: {
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; alignCorners: boolean; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { alignCorners: boolean; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: { scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH?: number | null, scalesW?: number | null): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: { scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH: number | null, options: { scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH: number | null | undefined, scalesW: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { alignCorners: boolean; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: { scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH: number | null, options: { scalesW?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::upsample_bicubic2d');

/**
 * `aten::upsample_bilinear2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor`
 * `aten::upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor`
 * `aten::upsample_bilinear2d.vec_out(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::upsample_bilinear2d.out(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const upsampleBilinear2d: {
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; alignCorners: boolean; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { alignCorners: boolean; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: { scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH?: number | null, scalesW?: number | null): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: { scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH: number | null, options: { scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; alignCorners: boolean; scaleFactors: readonly number[] | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { alignCorners: boolean; scaleFactors: readonly number[] | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: { scaleFactors: readonly number[] | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH: number | null | undefined, scalesW: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { alignCorners: boolean; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: { scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesH: number | null, options: { scalesW?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::upsample_bilinear2d');

/**
 * `aten::upsample_linear1d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor`
 * `aten::upsample_linear1d(Tensor self, SymInt[1] output_size, bool align_corners, float? scales=None) -> Tensor`
 * `aten::upsample_linear1d.out(Tensor self, SymInt[1] output_size, bool align_corners, float? scales=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const upsampleLinear1d: {
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; alignCorners: boolean; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { alignCorners: boolean; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: { scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scales?: number | null): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; alignCorners: boolean; scales?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { alignCorners: boolean; scales?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: { scales?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scales: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; alignCorners: boolean; scales?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { alignCorners: boolean; scales?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: { scales?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::upsample_linear1d');

/**
 * `aten::upsample_nearest1d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor`
 * `aten::upsample_nearest1d(Tensor self, SymInt[1] output_size, float? scales=None) -> Tensor`
 * `aten::upsample_nearest1d.out(Tensor self, SymInt[1] output_size, float? scales=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const upsampleNearest1d: {
  (input: Tensor, outputSize: readonly Int[] | null, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scales?: number | null): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; scales?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { scales?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scales: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; scales?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { scales?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::upsample_nearest1d');

/**
 * `aten::upsample_nearest2d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor`
 * `aten::upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor`
 * `aten::upsample_nearest2d.vec_out(Tensor input, SymInt[]? output_size, float[]? scale_factors, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::upsample_nearest2d.out(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const upsampleNearest2d: {
  (input: Tensor, outputSize: readonly Int[] | null, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesH?: number | null, scalesW?: number | null): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesH: number | null, options: { scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, scaleFactors: readonly number[] | null, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; scaleFactors: readonly number[] | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { scaleFactors: readonly number[] | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesH: number | null | undefined, scalesW: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesH: number | null, options: { scalesW?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::upsample_nearest2d');

/**
 * `aten::upsample_nearest3d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor`
 * `aten::upsample_nearest3d(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor`
 * `aten::upsample_nearest3d.out(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const upsampleNearest3d: {
  (input: Tensor, outputSize: readonly Int[] | null, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD?: number | null, scalesH?: number | null, scalesW?: number | null): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD: number | null, options: { scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD: number | null, scalesH: number | null, options: { scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD: number | null | undefined, scalesH: number | null | undefined, scalesW: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { scalesD?: number | null; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD: number | null, options: { scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], scalesD: number | null, scalesH: number | null, options: { scalesW?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::upsample_nearest3d');

/**
 * `aten::upsample_trilinear3d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor`
 * `aten::upsample_trilinear3d(Tensor self, SymInt[3] output_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor`
 * `aten::upsample_trilinear3d.out(Tensor self, SymInt[3] output_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const upsampleTrilinear3d: {
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, scaleFactors: readonly number[] | null): Tensor;
  (input: Tensor, options: { outputSize: readonly Int[] | null; alignCorners: boolean; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, options: { alignCorners: boolean; scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: readonly Int[] | null, alignCorners: boolean, options: { scaleFactors: readonly number[] | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD?: number | null, scalesH?: number | null, scalesW?: number | null): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; alignCorners: boolean; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { alignCorners: boolean; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: { scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD: number | null, options: { scalesH?: number | null; scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD: number | null, scalesH: number | null, options: { scalesW?: number | null }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD: number | null | undefined, scalesH: number | null | undefined, scalesW: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; alignCorners: boolean; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { alignCorners: boolean; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, options: { scalesD?: number | null; scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD: number | null, options: { scalesH?: number | null; scalesW?: number | null; out: Tensor }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], alignCorners: boolean, scalesD: number | null, scalesH: number | null, options: { scalesW?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::upsample_trilinear3d');

