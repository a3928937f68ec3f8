import type { Tensor } from '../../tensor-methods';
import { DType } from '../../dtype';
import { either, int, ints, nullable, tensor, value } from '../options';
import { aten, define } from './define';

/**
 * Convolutions and linear maps.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#convolution-functions
 */

const HEAD = { input: tensor(), weight: tensor(), bias: nullable(tensor()), stride: ints(1) };
const mode = value<string>("'valid' or 'same'", (v) => v === 'valid' || v === 'same');
const CONV = { ...HEAD, padding: either(ints(), mode, 0) };
const CONV_TABLE = { ...CONV, dilation: ints(1), groups: int(1) };
const TRANSPOSE = { ...HEAD, padding: ints(0), outputPadding: ints(0), groups: int(1), dilation: ints(1) };

const convolution = (name: string, operator: string) =>
  define(name, CONV_TABLE, (v) => aten(operator)(v.input, v.weight, v.bias, v.stride, v.padding, v.dilation, v.groups));

const transposed = (name: string, operator: string) =>
  define(name, TRANSPOSE, (v) =>
    aten(operator)(v.input, v.weight, v.bias, v.stride, v.padding, v.outputPadding, v.groups, v.dilation),
  );

export const conv1d = convolution('conv1d', 'conv1d');
export const conv2d = convolution('conv2d', 'conv2d');
export const conv3d = convolution('conv3d', 'conv3d');
export const convTranspose1d = transposed('convTranspose1d', 'conv_transpose1d');
export const convTranspose2d = transposed('convTranspose2d', 'conv_transpose2d');
export const convTranspose3d = transposed('convTranspose3d', 'conv_transpose3d');
export const convTbc = define('convTbc', { input: tensor(), weight: tensor(), bias: tensor(), pad: int(0) }, (v) =>
  aten('conv_tbc')(v.input, v.weight, v.bias, v.pad),
);

/** `input·weightᵀ + bias`. */
export function linear(input: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  return aten('linear')(input, weight, bias);
}

/** `input1ᵀ·weight·input2 + bias`. */
export function bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  return aten('bilinear')(input1, input2, weight, bias);
}

const BLOCKS = { kernelSize: ints(), dilation: ints(1), padding: ints(0), stride: ints(1) };
const pair = (v: number | readonly number[]): readonly number[] => (typeof v === 'number' ? [v, v] : v);

export const unfold = define('unfold', { input: tensor(), ...BLOCKS }, (v) =>
  aten('im2col')(v.input, pair(v.kernelSize), pair(v.dilation), pair(v.padding), pair(v.stride)),
);
export const fold = define('fold', { input: tensor(), outputSize: ints(), ...BLOCKS }, (v) =>
  aten('col2im')(v.input, pair(v.outputSize), pair(v.kernelSize), pair(v.dilation), pair(v.padding), pair(v.stride)),
);

const outDtype = nullable(value<DType>('a dtype', (v) => v instanceof DType));
const GROUPED = {
  ...{ input: tensor(), matB: tensor(), offs: nullable(tensor()), bias: nullable(tensor()) },
  outDtype,
};

/** Matrix products by groups: of batches, or of rows that `offs` (int32, where each group ends) divides. */
export const groupedMm = define('groupedMm', GROUPED, (v) => {
  const { offs, bias } = v;
  return aten('_grouped_mm')(v.input, v.matB, { offs, bias, outDtype: v.outDtype });
});
