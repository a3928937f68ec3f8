import { aten, define, dtype } from './define';
import { choice, either, int, ints, keyword, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Convolutions and linear maps.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#convolution-functions
 */

const HEAD = { input: tensor(), weight: tensor(), bias: nullable(tensor()), stride: ints(1) };
const mode = choice(['valid', 'same']);
const CONV = { ...HEAD, padding: either(ints(), mode, 0) };
const CONV_TABLE = { ...CONV, dilation: ints(1), groups: int(1) };
const TRANSPOSE = { ...HEAD, padding: ints(0), outputPadding: ints(0), groups: int(1), dilation: ints(1) };

const convolution = (name: `conv${1 | 2 | 3}d`, operator: string) =>
  define(name, CONV_TABLE, (v) => aten(operator)(v.input, v.weight, v.bias, v.stride, v.padding, v.dilation, v.groups));

const transposed = (name: `convTranspose${1 | 2 | 3}d`, operator: string) =>
  define(name, TRANSPOSE, (v) =>
    aten(operator)(v.input, v.weight, v.bias, v.stride, v.padding, v.outputPadding, v.groups, v.dilation),
  );

/**
 * `conv1d(input, weight, bias = null, stride = 1, padding = 0, dilation = 1, groups = 1)`: the cross-correlation of
 * `[N, Cin, L]`, or one without N, with the kernels `[Cout, Cin/groups, k]`, plus a bias of `[Cout]`. The result is
 * `[N, Cout, Lout]`, Lout = ⌊(L + 2·padding − dilation·(k − 1) − 1) / stride⌋ + 1; padding 'same' keeps the length, for
 * stride 1, and 'valid' is 0.
 *
 * @throws TorchError if the channels do not fit, or a kernel is larger than its padded input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv1d.html
 * @example
 * const line = torch.tensor([[[1, 2, 3, 4]]]).float();
 * nn.functional.conv1d(line, torch.ones([1, 1, 2])).tolist(); // [[[3, 5, 7]]]
 */
export const conv1d = convolution('conv1d', 'conv1d');

/**
 * `conv2d(input, weight, bias = null, stride = 1, padding = 0, dilation = 1, groups = 1)`: the cross-correlation of
 * `[N, Cin, H, W]`, or one without N, with the kernels `[Cout, Cin/groups, kH, kW]`, plus a bias of `[Cout]`. Sizes
 * follow from those of `conv1d`, in each dimension; options are a number or a list of 2; padding may be 'same' or
 * 'valid'.
 *
 * @throws TorchError if the channels do not fit, or a kernel is larger than its padded input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv2d.html
 * @example
 * const images = torch.ones([2, 3, 8, 8]);
 * nn.functional.conv2d(images, torch.ones([5, 3, 3, 3]), { padding: 'same' }).shape; // [2, 5, 8, 8]
 */
export const conv2d = convolution('conv2d', 'conv2d');

/**
 * `conv3d(input, weight, bias = null, stride = 1, padding = 0, dilation = 1, groups = 1)`: the cross-correlation of
 * `[N, Cin, D, H, W]`, or one without N, with the kernels `[Cout, Cin/groups, kD, kH, kW]`, plus a bias of `[Cout]`.
 * Sizes follow from those of `conv1d`, in each dimension; options are a number or a list of 3; padding may be 'same' or
 * 'valid'.
 *
 * @throws TorchError if the channels do not fit, or a kernel is larger than its padded input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv3d.html
 * @example
 * const clips = torch.ones([2, 3, 8, 8, 8]);
 * nn.functional.conv3d(clips, torch.ones([5, 3, 3, 3, 3]), null, 2).shape; // [2, 5, 3, 3, 3]
 */
export const conv3d = convolution('conv3d', 'conv3d');

/**
 * `convTranspose1d(input, weight, bias = null, stride = 1, padding = 0, outputPadding = 0, groups = 1, dilation = 1)`:
 * the gradient of `conv1d` by its input, which enlarges by the stride: `[N, Cin, L]`, or one without N, and kernels
 * `[Cin, Cout/groups, k]` give `[N, Cout, Lout]`, Lout = (L − 1)·stride − 2·padding + dilation·(k − 1) + outputPadding
 * + 1.
 *
 * @throws TorchError if the channels do not fit, or outputPadding is not below stride or dilation
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose1d.html
 * @example
 * const line = torch.tensor([[[1, 2, 3]]]).float();
 * nn.functional.convTranspose1d(line, torch.ones([1, 1, 2])).tolist(); // [[[1, 3, 5, 3]]]
 */
export const convTranspose1d = transposed('convTranspose1d', 'conv_transpose1d');

/**
 * `convTranspose2d(input, weight, bias = null, stride = 1, padding = 0, outputPadding = 0, groups = 1, dilation = 1)`:
 * the gradient of `conv2d` by its input, which enlarges by the stride: `[N, Cin, H, W]`, or one without N, and kernels
 * `[Cin, Cout/groups, kH, kW]` give Cout channels. Sizes follow from those of `convTranspose1d`, in each dimension;
 * options are a number or a list of 2.
 *
 * @throws TorchError if the channels do not fit, or outputPadding is not below stride or dilation
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose2d.html
 * @example
 * const images = torch.ones([2, 5, 4, 4]);
 * nn.functional.convTranspose2d(images, torch.ones([5, 3, 2, 2]), null, 2).shape; // [2, 3, 8, 8]
 */
export const convTranspose2d = transposed('convTranspose2d', 'conv_transpose2d');

/**
 * `convTranspose3d(input, weight, bias = null, stride = 1, padding = 0, outputPadding = 0, groups = 1, dilation = 1)`:
 * the gradient of `conv3d` by its input, which enlarges by the stride: `[N, Cin, D, H, W]`, or one without N, and
 * kernels `[Cin, Cout/groups, kD, kH, kW]` give Cout channels. Sizes follow from those of `convTranspose1d`, in each
 * dimension; options are a number or a list of 3.
 *
 * @throws TorchError if the channels do not fit, or outputPadding is not below stride or dilation
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose3d.html
 * @example
 * const clips = torch.ones([2, 5, 4, 4, 4]);
 * nn.functional.convTranspose3d(clips, torch.ones([5, 3, 2, 2, 2]), null, 2).shape; // [2, 3, 8, 8, 8]
 */
export const convTranspose3d = transposed('convTranspose3d', 'conv_transpose3d');

/**
 * `convTbc(input, weight, bias, pad = 0)`: a convolution over time in the order [time, batch, channels]: `[T, N, Cin]`,
 * kernels `[k, Cin, Cout]` and a bias of `[Cout]` give `[T + 2·pad − k + 1, N, Cout]`.
 *
 * @throws TorchError if the shapes do not fit
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * nn.functional.convTbc(torch.ones([5, 2, 3]), torch.ones([2, 3, 4]), torch.zeros([4])).shape; // [4, 2, 4]
 */
export const convTbc = define('convTbc', { input: tensor(), weight: tensor(), bias: tensor(), pad: int(0) }, (v) =>
  aten('conv_tbc')(v.input, v.weight, v.bias, v.pad),
);

/**
 * `linear(input, weight, bias = null)`: x·weightᵀ + bias. `[*, in]` with a weight of `[out, in]` and a bias of `[out]`
 * gives `[*, out]`; a weight of `[in]` gives `[*]`.
 *
 * @throws TorchError if the shapes do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.linear.html
 * @example
 * const weight = torch.tensor([[1, 2], [3, 4.5]]);
 * nn.functional.linear(torch.tensor([[1, 0.5]]), weight).tolist(); // [[2, 5.25]]
 */
export const linear = define('linear', { input: tensor(), weight: tensor(), bias: nullable(tensor()) }, (v) =>
  aten('linear')(v.input, v.weight, v.bias),
);

/**
 * `bilinear(input1, input2, weight, bias = null)`: x₁ᵀ·Wᵢ·x₂ + biasᵢ for each output i. `[*, in1]` and `[*, in2]` with
 * a weight of `[out, in1, in2]` give `[*, out]`.
 *
 * @throws TorchError if the shapes do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.bilinear.html
 * @example
 * nn.functional.bilinear(torch.ones([1, 2]), torch.ones([1, 3]), torch.ones([4, 2, 3])).tolist(); // [[6, 6, 6, 6]]
 */
export const bilinear = define(
  'bilinear',
  { input1: tensor(), input2: tensor(), weight: tensor(), bias: nullable(tensor()) },
  (v) => aten('bilinear')(v.input1, v.input2, v.weight, v.bias),
);

const BLOCKS = { kernelSize: ints(), dilation: ints(1), padding: ints(0), stride: ints(1) };
const pair = (v: number | readonly number[]): readonly number[] => (typeof v === 'number' ? [v, v] : v);

/**
 * `unfold(input, kernelSize, dilation = 1, padding = 0, stride = 1)`: the windows that a convolution would see, as
 * columns: `[N, C, H, W]`, or one without N, gives `[N, C·kH·kW, windows]`.
 *
 * @throws TorchError if a window is larger than the padded input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.unfold.html
 * @example
 * nn.functional.unfold(torch.ones([1, 3, 4, 4]), 2).shape; // [1, 12, 9]
 */
export const unfold = define('unfold', { input: tensor(), ...BLOCKS }, (v) =>
  aten('im2col')(v.input, pair(v.kernelSize), pair(v.dilation), pair(v.padding), pair(v.stride)),
);

/**
 * `fold(input, outputSize, kernelSize, dilation = 1, padding = 0, stride = 1)`: the sum of the windows that `unfold`
 * took out: `[N, C·kH·kW, windows]`, or one without N, gives `[N, C, H, W]` for an outputSize of `[H, W]`, or one
 * number for both.
 *
 * @throws TorchError if the number of windows is not that of outputSize
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.fold.html
 * @example
 * const windows = nn.functional.unfold(torch.ones([1, 1, 3, 3]), 2);
 * nn.functional.fold(windows, 3, 2).tolist(); // [[[[1, 2, 1], [2, 4, 2], [1, 2, 1]]]]
 */
export const fold = define('fold', { input: tensor(), outputSize: ints(), ...BLOCKS }, (v) =>
  aten('col2im')(v.input, pair(v.outputSize), pair(v.kernelSize), pair(v.dilation), pair(v.padding), pair(v.stride)),
);

const GROUPED = {
  ...{ matA: tensor(), matB: tensor(), offs: keyword(nullable(tensor())), bias: nullable(tensor()) },
  outDtype: dtype,
};

/**
 * `groupedMm(matA, matB, offs = null, bias = null, outDtype = null)`: matrix products by groups: of two batches
 * `[G, M, K]` and `[G, K, N]`, or of the rows `[M, K]` that `offs` divides, an int32 tensor `[G]` of where each group
 * ends.
 *
 * @throws TorchError if shapes, strides or dtypes are not what the kernel takes; with a `bias`, which libtorch refuses
 * yet
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.grouped_mm.html
 * @example
 * const options = { dtype: torch.bfloat16 };
 * const [rows, experts] = [torch.ones([4, 8], options), torch.ones([2, 8, 16], options)];
 * const offs = torch.tensor([1, 4], { dtype: torch.int32 });
 * nn.functional.groupedMm(rows, experts, { offs }).shape; // [4, 16]
 */
export const groupedMm = define('groupedMm', GROUPED, (v) => {
  const { offs, bias } = v;
  return aten('_grouped_mm')(v.matA, v.matB, { offs, bias, outDtype: v.outDtype });
});
