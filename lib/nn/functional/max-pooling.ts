import { aten, atenMany, define, madeOf, spread } from './define';
import { fillSizes, orKernel, outputSize } from './pool-sizes';
import type { Pooled } from './calls';
import type { Signatures } from './signatures';
import { valueError } from '../../errors';
import { bool, floats, ints, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Maxima of windows. With `returnIndices: true` the result is `[output, indices]`, two tensors of one shape: the
 * indices are the places of the maxima in their planes, counted over all spatial dimensions. N counts the batch and may
 * be missing, C the channels; sizes are in elements, one number for all dimensions or a list.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#pooling-functions
 */

const input = tensor();

const MAXIMUM = {
  ...{ input, kernelSize: ints(), stride: nullable(ints()), padding: ints(0), dilation: ints(1) },
  ...{ ceilMode: bool(false), returnIndices: bool(false) },
};

const maximum = (name: `maxPool${1 | 2 | 3}d`, operator: string) =>
  define(name, MAXIMUM, (v): Pooled => {
    const args = [v.input, v.kernelSize, orKernel(v.stride, v.kernelSize), v.padding, v.dilation, v.ceilMode];
    return (v.returnIndices ? atenMany(`${operator}_with_indices`)(...args) : aten(operator)(...args)) as Pooled;
  });

/**
 * `maxPool1d(input, kernelSize, stride = kernelSize, padding = 0, dilation = 1, ceilMode = false,
 * returnIndices = false)`: the largest element of each window of `[N, C, L]`. The result is `[N, C, Lout]`, Lout = ⌊(L
 * + 2·padding − dilation·(kernelSize − 1) − 1) / stride⌋ + 1, or ⌈…⌉ with `ceilMode`. Padding never wins.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_pool1d.html
 * @example
 * nn.functional.maxPool1d(torch.tensor([[1, 2, 3, 4.5]]), 2).tolist(); // [[2, 4.5]]
 */
export const maxPool1d = maximum('maxPool1d', 'max_pool1d');

/**
 * `maxPool2d(input, kernelSize, stride = kernelSize, padding = 0, dilation = 1, ceilMode = false,
 * returnIndices = false)`: the largest element of each window of `[N, C, H, W]`. Sizes follow as in `maxPool1d`, in
 * each dimension.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_pool2d.html
 * @example
 * nn.functional.maxPool2d(torch.tensor([[[1, 2], [3, 4.5]]]), 2).tolist(); // [[[4.5]]]
 */
export const maxPool2d = maximum('maxPool2d', 'max_pool2d');

/**
 * `maxPool3d(input, kernelSize, stride = kernelSize, padding = 0, dilation = 1, ceilMode = false,
 * returnIndices = false)`: the largest element of each window of `[N, C, D, H, W]`. Sizes follow as in `maxPool1d`, in
 * each dimension.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.max_pool3d.html
 * @example
 * nn.functional.maxPool3d(torch.ones([1, 3, 8, 8, 8]), 2).shape; // [1, 3, 4, 4, 4]
 */
export const maxPool3d = maximum('maxPool3d', 'max_pool3d');

/** The same function, with the positions of the maxima as its second result, whatever `returnIndices` says. */
function withIndices<N extends keyof Signatures & `${string}axPool${2 | 3 | 1}d`>(
  pool: Signatures[N],
): Signatures[`${N}WithIndices`] {
  const { table, body } = madeOf(pool);
  const name = `${pool.name}WithIndices` as `${N}WithIndices`;
  return define(name, table, (v) => body({ ...v, returnIndices: true }) as ReturnType<Signatures[`${N}WithIndices`]>);
}

/**
 * `maxPool1dWithIndices(input, kernelSize, stride = kernelSize, padding = 0, dilation = 1, ceilMode = false,
 * returnIndices = false)`: {@link maxPool1d} as `[output, indices]`, whatever returnIndices says.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * const [, indices] = nn.functional.maxPool1dWithIndices(torch.tensor([[1, 2, 3, 4.5]]), 2);
 * indices.tolist(); // [[1, 3]]
 */
export const maxPool1dWithIndices = withIndices<'maxPool1d'>(maxPool1d);

/**
 * `maxPool2dWithIndices(input, kernelSize, stride = kernelSize, padding = 0, dilation = 1, ceilMode = false,
 * returnIndices = false)`: {@link maxPool2d} as `[output, indices]`, whatever returnIndices says.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * const [, indices] = nn.functional.maxPool2dWithIndices(torch.tensor([[[1, 2], [3, 4.5]]]), 2);
 * indices.tolist(); // [[[3]]]
 */
export const maxPool2dWithIndices = withIndices<'maxPool2d'>(maxPool2d);

/**
 * `maxPool3dWithIndices(input, kernelSize, stride = kernelSize, padding = 0, dilation = 1, ceilMode = false,
 * returnIndices = false)`: {@link maxPool3d} as `[output, indices]`, whatever returnIndices says.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * const [output, indices] = nn.functional.maxPool3dWithIndices(torch.ones([1, 3, 8, 8, 8]), 2);
 * indices.shape; // [1, 3, 4, 4, 4]
 */
export const maxPool3dWithIndices = withIndices<'maxPool3d'>(maxPool3d);

const adaptiveMaximum = (count: 1 | 2 | 3) =>
  define(`adaptiveMaxPool${count}d`, { input, outputSize, returnIndices: bool(false) }, (v): Pooled => {
    const result = atenMany(`adaptive_max_pool${count}d`)(v.input, fillSizes(v.input, v.outputSize, count));
    return (v.returnIndices ? result : result[0]) as Pooled;
  });

/**
 * `adaptiveMaxPool1d(input, outputSize, returnIndices = false)`: the largest elements of windows of `[N, C, L]` chosen
 * so that the result is `[N, C, outputSize]`.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_max_pool1d.html
 * @example
 * nn.functional.adaptiveMaxPool1d(torch.tensor([[1, 2, 3, 4.5]]), 2).tolist(); // [[2, 4.5]]
 */
export const adaptiveMaxPool1d = adaptiveMaximum(1);

/**
 * `adaptiveMaxPool2d(input, outputSize, returnIndices = false)`: the largest elements of windows of `[N, C, H, W]`
 * chosen so that the result is `[N, C, …outputSize]`: a number, or a list of 2; null keeps a size.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_max_pool2d.html
 * @example
 * nn.functional.adaptiveMaxPool2d(torch.ones([1, 3, 8, 9]), [5, null]).shape; // [1, 3, 5, 9]
 */
export const adaptiveMaxPool2d = adaptiveMaximum(2);

/**
 * `adaptiveMaxPool3d(input, outputSize, returnIndices = false)`: the largest elements of windows of `[N, C, D, H, W]`
 * chosen so that the result is `[N, C, …outputSize]`: a number, or a list of 3; null keeps a size.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_max_pool3d.html
 * @example
 * nn.functional.adaptiveMaxPool3d(torch.ones([1, 3, 8, 9, 10]), 2).shape; // [1, 3, 2, 2, 2]
 */
export const adaptiveMaxPool3d = adaptiveMaximum(3);

/**
 * `adaptiveMaxPool1dWithIndices(input, outputSize, returnIndices = false)`: {@link adaptiveMaxPool1d} as
 * `[output, indices]`, whatever returnIndices says.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * const [, indices] = nn.functional.adaptiveMaxPool1dWithIndices(torch.tensor([[1, 2, 3, 4.5]]), 2);
 * indices.tolist(); // [[1, 3]]
 */
export const adaptiveMaxPool1dWithIndices = withIndices<'adaptiveMaxPool1d'>(adaptiveMaxPool1d);

/**
 * `adaptiveMaxPool2dWithIndices(input, outputSize, returnIndices = false)`: {@link adaptiveMaxPool2d} as
 * `[output, indices]`, whatever returnIndices says.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * const [, indices] = nn.functional.adaptiveMaxPool2dWithIndices(torch.tensor([[[1, 2], [3, 4.5]]]), 1);
 * indices.tolist(); // [[[3]]]
 */
export const adaptiveMaxPool2dWithIndices = withIndices<'adaptiveMaxPool2d'>(adaptiveMaxPool2d);

/**
 * `adaptiveMaxPool3dWithIndices(input, outputSize, returnIndices = false)`: {@link adaptiveMaxPool3d} as
 * `[output, indices]`, whatever returnIndices says.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * const [, indices] = nn.functional.adaptiveMaxPool3dWithIndices(torch.ones([1, 3, 8, 9, 10]), 2);
 * indices.shape; // [1, 3, 2, 2, 2]
 */
export const adaptiveMaxPool3dWithIndices = withIndices<'adaptiveMaxPool3d'>(adaptiveMaxPool3d);

const FRACTIONAL = {
  ...{ input, kernelSize: ints(), outputSize: nullable(ints()) },
  outputRatio: nullable(floats()),
  ...{ returnIndices: bool(false), _randomSamples: nullable(tensor()) },
};

const fractional = (n: 2 | 3) =>
  define(`fractionalMaxPool${n}d`, FRACTIONAL, (v): Pooled => {
    if (v.outputSize === null && v.outputRatio === null) {
      throw valueError(`fractionalMaxPool${n}d requires specifying either an outputSize or an outputRatio`);
    }
    const extents = v.input.shape.slice(-n);
    const ratios = v.outputRatio === null ? [] : spread(v.outputRatio, n);
    const size = v.outputSize ?? extents.map((extent, i) => Math.trunc(extent * (ratios[i] ?? 1)));
    const [batch, channels] = v.input.ndim === n + 1 ? [1, v.input.shape[0]] : v.input.shape;
    const options = { dtype: v.input.dtype, device: v.input.device };
    const samples = v._randomSamples ?? aten('rand')([batch, channels as number, n], options);
    const result = atenMany(`fractional_max_pool${n}d`)(v.input, spread(v.kernelSize, n), spread(size, n), samples);
    return (v.returnIndices ? result : result[0]) as Pooled;
  });

/**
 * `fractionalMaxPool2d(input, kernelSize, outputSize = null, outputRatio = null, returnIndices = false,
 * _randomSamples = null)`: maxima of windows of `[N, C, H, W]` whose distances are drawn at random, so that sizes need
 * not divide each other: the result has `outputSize`, or `outputRatio`, below 1, times the input's size.
 * `_randomSamples`, `[N, C, 2]` from [0, 1), replaces the draw.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with neither outputSize nor outputRatio; if sizes do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.fractional_max_pool2d.html
 * @example
 * nn.functional.fractionalMaxPool2d(torch.ones([1, 3, 8, 8]), 2, 5).shape; // [1, 3, 5, 5]
 */
export const fractionalMaxPool2d = fractional(2);

/**
 * `fractionalMaxPool3d(input, kernelSize, outputSize = null, outputRatio = null, returnIndices = false,
 * _randomSamples = null)`: maxima of windows of `[N, C, D, H, W]` whose distances are drawn at random, so that sizes
 * need not divide each other: the result has `outputSize`, or `outputRatio`, below 1, times the input's size.
 * `_randomSamples`, `[N, C, 3]` from [0, 1), replaces the draw.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with neither outputSize nor outputRatio; if sizes do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.fractional_max_pool3d.html
 * @example
 * nn.functional.fractionalMaxPool3d(torch.ones([1, 3, 8, 8, 8]), 2, 5).shape; // [1, 3, 5, 5, 5]
 */
export const fractionalMaxPool3d = fractional(3);

/**
 * `fractionalMaxPool2dWithIndices(input, kernelSize, outputSize = null, outputRatio = null, returnIndices = false,
 * _randomSamples = null)`: {@link fractionalMaxPool2d} as `[output, indices]`, whatever returnIndices says.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with neither outputSize nor outputRatio; if sizes do not fit
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * const [, indices] = nn.functional.fractionalMaxPool2dWithIndices(torch.ones([1, 3, 8, 8]), 2, { outputRatio: 0.5 });
 * indices.shape; // [1, 3, 4, 4]
 */
export const fractionalMaxPool2dWithIndices = withIndices<'fractionalMaxPool2d'>(fractionalMaxPool2d);

/**
 * `fractionalMaxPool3dWithIndices(input, kernelSize, outputSize = null, outputRatio = null, returnIndices = false,
 * _randomSamples = null)`: {@link fractionalMaxPool3d} as `[output, indices]`, whatever returnIndices says.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) with neither outputSize nor outputRatio; if sizes do not fit
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * const [, indices] = nn.functional.fractionalMaxPool3dWithIndices(torch.ones([1, 3, 8, 8, 8]), 2, { outputRatio: 0.5 });
 * indices.shape; // [1, 3, 4, 4, 4]
 */
export const fractionalMaxPool3dWithIndices = withIndices<'fractionalMaxPool3d'>(fractionalMaxPool3d);
