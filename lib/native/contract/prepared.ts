import type { Box, Handle } from '../values';

export type PackedDenseBox = Box<'PackedDense'>;
export type Int8DenseBox = Box<'Int8Dense'>;
export type PackedEncoderBox = Box<'PackedEncoder'>;
export type SmallConvolutionBox = Box<'SmallConvolution'>;
export type StampBox = Box<'Stamp'>;

/** What native/nn/prepared exports: layers in inference, in float32 on the CPU. Each `run` returns null for inputs that it does not take. */
export interface PreparedNative {
  packDense(weight: Handle, bias: Handle | null): PackedDenseBox;
  /** `activation` is a number of lib/nn/prepared/activation.ts. */
  runPackedDense(packed: PackedDenseBox, input: Handle, activation: number, slope: number): Handle | null;
  /** Throws where a weight is not finite. */
  packInt8Dense(weight: Handle, bias: Handle | null): Int8DenseBox;
  runInt8Dense(packed: Int8DenseBox, input: Handle): Handle | null;
  packSmallConvolution(
    weight: Handle,
    bias: Handle | null,
    padding: readonly number[],
    stride: readonly number[],
    dilation: readonly number[],
  ): SmallConvolutionBox;
  /** The result has its channels last in memory. */
  runSmallConvolution(packed: SmallConvolutionBox, input: Handle, activation: number, slope: number): Handle | null;
  /** The tensors of a layer in the order of libtorch's operator for it. */
  packEncoder(
    tensors: readonly Handle[],
    heads: number,
    gelu: boolean,
    normFirst: boolean,
    eps: number,
  ): PackedEncoderBox;
  runPackedEncoder(packed: PackedEncoderBox, input: Handle): Handle | null;
  /** The versions of these tensors as they are now. */
  newStamp(tensors: readonly Handle[]): StampBox;
  /** The place of the first tensor that has been changed in place since, or -1. */
  stampChange(stamp: StampBox): number;
}
