import { gridBorder as BORDERS, gridSample as SAMPLES } from '../../native/codes';
import { aten, define } from './define';
import { bool, choice, float, int, listOfInts, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Sampling, shuffling and padding.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#vision-functions
 */

const input = tensor();

/**
 * `gridSample(input, grid, mode = 'bilinear', paddingMode = 'zeros', alignCorners = null)`: samples `[N, C, H, W]` at
 * the places of `grid`, `[N, Hout, Wout, 2]`: x and y, of which −1 and 1 are the edges, or with `alignCorners` the
 * center of corner elements. The result is `[N, C, Hout, Wout]`; volumes have a D before H and three coordinates.
 * Modes are 'bilinear', 'nearest' and 'bicubic'; what lies outside is 'zeros', the 'border' or its 'reflection'.
 *
 * @throws TorchError if the shapes do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.grid_sample.html
 * @example
 * const grid = torch.tensor([[[[0, 0], [-0.5, 0]]]]);
 * nn.functional.gridSample(torch.tensor([[[[1, 2.5]]]]), grid).tolist(); // [[[[1.75, 1]]]]
 */
export const gridSample = define(
  'gridSample',
  {
    ...{ input, grid: tensor(), mode: choice(['bilinear', 'nearest', 'bicubic'], 'bilinear') },
    ...{ paddingMode: choice(['zeros', 'border', 'reflection'], 'zeros'), alignCorners: nullable(bool()) },
  },
  (v) => aten('grid_sampler')(v.input, v.grid, SAMPLES[v.mode], BORDERS[v.paddingMode], v.alignCorners ?? false),
);

const size = listOfInts();

/**
 * `affineGrid(theta, size, alignCorners = null)`: the grid for {@link gridSample} that maps each place of the result by
 * an affine matrix: `[N, 2, 3]` and a size of `[N, C, H, W]` give `[N, H, W, 2]`, `[N, 3, 4]` and `[N, C, D, H, W]`
 * give `[N, D, H, W, 3]`.
 *
 * @throws TorchError if the shapes do not fit
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.affine_grid.html
 * @example
 * const theta = torch.tensor([[[1, 0, 0.5], [0, 1, 0]]]);
 * nn.functional.affineGrid(theta, [1, 1, 1, 2]).tolist(); // [[[[0, 0], [1, 0]]]]
 */
export const affineGrid = define('affineGrid', { theta: tensor(), size, alignCorners: nullable(bool()) }, (v) =>
  aten('affine_grid_generator')(v.theta, v.size, v.alignCorners ?? false),
);

/**
 * `pixelShuffle(input, upscaleFactor)`: makes channels into pixels: `[*, C·r², H, W]` becomes `[*, C, H·r, W·r]`.
 *
 * @throws TorchError if the channels are not a multiple of r²
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pixel_shuffle.html
 * @example
 * nn.functional.pixelShuffle(torch.arange(4).reshape([1, 4, 1, 1]), 2).tolist(); // [[[[0, 1], [2, 3]]]]
 */
export const pixelShuffle = define('pixelShuffle', { input, upscaleFactor: int() }, (v) =>
  aten('pixel_shuffle')(v.input, v.upscaleFactor),
);

/**
 * `pixelUnshuffle(input, downscaleFactor)`: the inverse of {@link pixelShuffle}: `[*, C, H·r, W·r]` becomes
 * `[*, C·r², H, W]`. Arguments go by position.
 *
 * @throws TorchError if height or width is not a multiple of r
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pixel_unshuffle.html
 * @example
 * nn.functional.pixelUnshuffle(torch.arange(4).reshape([1, 1, 2, 2]), 2).shape; // [1, 4, 1, 1]
 */
export const pixelUnshuffle = define('pixelUnshuffle', { input, downscaleFactor: int() }, (v) =>
  aten('pixel_unshuffle')(v.input, v.downscaleFactor),
);

/**
 * `channelShuffle(input, groups)`: takes turns among `groups` groups of channels of `[N, C, *]`.
 *
 * @throws TorchError if C is not a multiple of groups
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * nn.functional.channelShuffle(torch.arange(4).reshape([1, 4, 1]), 2).flatten().tolist(); // [0, 2, 1, 3]
 */
export const channelShuffle = define('channelShuffle', { input, groups: int() }, (v) =>
  aten('channel_shuffle')(v.input, v.groups),
);

/**
 * `nativeChannelShuffle(input, groups)`: {@link channelShuffle} by libtorch's mobile kernel, which has no gradient.
 *
 * @throws TorchError if C is not a multiple of groups
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/nn/functional.py
 * @example
 * nn.functional.nativeChannelShuffle(torch.arange(4).reshape([1, 4, 1, 1]).float(), 2).flatten().tolist(); // [0, 2, 1, 3]
 */
export const nativeChannelShuffle = define('nativeChannelShuffle', { input, groups: int() }, (v) =>
  aten('native_channel_shuffle')(v.input, v.groups),
);

/**
 * `pad(input, pad, mode = 'constant', value = null)`: adds elements around the last dimensions. `pad` lists how many,
 * before and after, from the last dimension on; negative ones take away. Modes are 'constant' (of `value`, or 0),
 * 'reflect', 'replicate' and 'circular'; all but the first leave N and C alone.
 *
 * @throws TorchError if `pad` has an odd length or more than two numbers for a dimension, or the mode cannot pad so far
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pad.html
 * @example
 * nn.functional.pad(torch.tensor([[1, 2]]), [1, 2]).tolist(); // [[0, 1, 2, 0, 0]]
 * nn.functional.pad(torch.tensor([[1, 2.5, 3]]), [2, 0], 'reflect').tolist(); // [[3, 2.5, 1, 2.5, 3]]
 */
export const pad = define(
  'pad',
  {
    input,
    pad: size,
    mode: choice(['constant', 'reflect', 'replicate', 'circular'], 'constant'),
    value: nullable(float()),
  },
  (v) => aten('pad')(v.input, v.pad, { mode: v.mode, value: v.value }),
);
