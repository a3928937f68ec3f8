import { aten, define, spread } from './define';
import { fillSizes, orKernel, outputSize } from './pool-sizes';
import { valueError } from '../../errors';
import { bool, float, int, ints, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';
import { volumeOf } from '../../arguments/extents';

/**
 * Averages of windows. N counts the batch and may be missing, C the channels; sizes are in elements, one number for all
 * dimensions or a list.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#pooling-functions
 */

const input = tensor();

const AVERAGE = { input, kernelSize: ints(), stride: nullable(ints()), padding: ints(0), ceilMode: bool(false) };
const AVERAGE_ND = { ...AVERAGE, countIncludePad: bool(true), divisorOverride: nullable(int()) };

/**
 * `avgPool1d(input, kernelSize, stride = kernelSize, padding = 0, ceilMode = false, countIncludePad = true)`: the mean
 * of each window of `[N, C, L]`. The result is `[N, C, Lout]`, Lout = ⌊(L + 2·padding − kernelSize) / stride⌋ + 1, or
 * ⌈…⌉ with `ceilMode`. Padding is of zeros, which count unless `countIncludePad` is false.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool1d.html
 * @example
 * nn.functional.avgPool1d(torch.tensor([[1, 2, 3, 4.5]]), 2).tolist(); // [[1.5, 3.75]]
 */
export const avgPool1d = define('avgPool1d', { ...AVERAGE, countIncludePad: bool(true) }, (v) =>
  aten('avg_pool1d')(v.input, v.kernelSize, orKernel(v.stride, v.kernelSize), v.padding, v.ceilMode, v.countIncludePad),
);
const average = (name: 'avgPool2d' | 'avgPool3d', operator: string) =>
  define(name, AVERAGE_ND, (v) =>
    aten(operator)(
      ...[v.input, v.kernelSize, orKernel(v.stride, v.kernelSize), v.padding, v.ceilMode],
      ...[v.countIncludePad, v.divisorOverride],
    ),
  );

/**
 * `avgPool2d(input, kernelSize, stride = kernelSize, padding = 0, ceilMode = false, countIncludePad = true,
 * divisorOverride = null)`: the mean of each window of `[N, C, H, W]`. Sizes follow as in `avgPool1d`, in each
 * dimension. `divisorOverride` is what sums are divided by instead of the number of elements.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool2d.html
 * @example
 * nn.functional.avgPool2d(torch.tensor([[[1, 2], [3, 4.5]]]), 2).tolist(); // [[[2.625]]]
 */
export const avgPool2d = average('avgPool2d', 'avg_pool2d');

/**
 * `avgPool3d(input, kernelSize, stride = kernelSize, padding = 0, ceilMode = false, countIncludePad = true,
 * divisorOverride = null)`: the mean of each window of `[N, C, D, H, W]`. Sizes follow as in `avgPool1d`, in each
 * dimension. `divisorOverride` is what sums are divided by instead of the number of elements.
 *
 * @throws TorchError if padding is more than half a window, or nothing is left
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool3d.html
 * @example
 * nn.functional.avgPool3d(torch.ones([1, 3, 8, 8, 8]), 2).shape; // [1, 3, 4, 4, 4]
 */
export const avgPool3d = average('avgPool3d', 'avg_pool3d');

const adaptiveAverage = (count: 1 | 2 | 3) =>
  define(`adaptiveAvgPool${count}d`, { input, outputSize }, (v) =>
    aten(`adaptive_avg_pool${count}d`)(v.input, fillSizes(v.input, v.outputSize, count)),
  );

/**
 * `adaptiveAvgPool1d(input, outputSize)`: means of windows of `[N, C, L]` chosen so that the result is
 * `[N, C, outputSize]`.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool1d.html
 * @example
 * nn.functional.adaptiveAvgPool1d(torch.tensor([[1, 2, 3, 4.5]]), 2).tolist(); // [[1.5, 3.75]]
 */
export const adaptiveAvgPool1d = adaptiveAverage(1);

/**
 * `adaptiveAvgPool2d(input, outputSize)`: means of windows of `[N, C, H, W]` chosen so that the result is
 * `[N, C, …outputSize]`: a number, or a list of 2; null keeps a size.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool2d.html
 * @example
 * nn.functional.adaptiveAvgPool2d(torch.ones([1, 3, 8, 9]), [5, null]).shape; // [1, 3, 5, 9]
 */
export const adaptiveAvgPool2d = adaptiveAverage(2);

/**
 * `adaptiveAvgPool3d(input, outputSize)`: means of windows of `[N, C, D, H, W]` chosen so that the result is
 * `[N, C, …outputSize]`: a number, or a list of 3; null keeps a size.
 *
 * @throws TorchError if sizes and dimensions do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool3d.html
 * @example
 * nn.functional.adaptiveAvgPool3d(torch.ones([1, 3, 8, 9, 10]), 2).shape; // [1, 3, 2, 2, 2]
 */
export const adaptiveAvgPool3d = adaptiveAverage(3);

const LP = { input, normType: float(), kernelSize: ints(), stride: nullable(ints()), ceilMode: bool(false) };

const powerAverage = (n: 1 | 2 | 3) =>
  define(`lpPool${n}d`, LP, (v) => {
    if (v.normType === 0) throw valueError('normType must not be 0: the norm is a power of 1 / normType');
    const powered = aten('pow')(v.input, v.normType);
    const stride = v.stride ?? v.kernelSize;
    const mean = aten(`avg_pool${n}d`)(powered, v.kernelSize, stride, 0, { ceilMode: v.ceilMode });
    const size = volumeOf(spread(v.kernelSize, n));
    const rectified = aten('mul')(aten('sign')(mean), aten('relu')(aten('abs')(mean)));
    return aten('pow')(aten('mul')(rectified, size), 1 / v.normType);
  });

/**
 * `lpPool1d(input, normType, kernelSize, stride = kernelSize, ceilMode = false)`: the norm (Σ xᵖ)^(1/p) of each window
 * of `[N, C, L]`, for p = normType. Sizes follow as in `avgPool1d`.
 *
 * @throws TorchError if a window is larger than the input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.lp_pool1d.html
 * @example
 * nn.functional.lpPool1d(torch.tensor([[3, 4, 6, 8.5]]), 2, 2).tolist(); // [[5, 10.4043]]
 */
export const lpPool1d = powerAverage(1);

/**
 * `lpPool2d(input, normType, kernelSize, stride = kernelSize, ceilMode = false)`: the norm (Σ xᵖ)^(1/p) of each window
 * of `[N, C, H, W]`, for p = normType. Sizes follow as in `avgPool1d`.
 *
 * @throws TorchError if a window is larger than the input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.lp_pool2d.html
 * @example
 * nn.functional.lpPool2d(torch.ones([1, 1, 2, 2]), 2, 2).tolist(); // [[[[2]]]]
 */
export const lpPool2d = powerAverage(2);

/**
 * `lpPool3d(input, normType, kernelSize, stride = kernelSize, ceilMode = false)`: the norm (Σ xᵖ)^(1/p) of each window
 * of `[N, C, D, H, W]`, for p = normType. Sizes follow as in `avgPool1d`.
 *
 * @throws TorchError if a window is larger than the input
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.lp_pool3d.html
 * @example
 * nn.functional.lpPool3d(torch.ones([1, 1, 2, 2, 2]), 3, 2).tolist(); // [[[[[2]]]]]
 */
export const lpPool3d = powerAverage(3);
