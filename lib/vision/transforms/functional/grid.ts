/** Pictures seen through a grid of places: what affine, perspective and elastic transforms share. */
import { runtimeError, valueError } from '../../../errors';
import { type DType, type Device, type Tensor, nn } from '../../../index';
import * as torch from '../../../index';
import type { Fill } from '../types';
import type { InterpolationMode } from './interpolation';

/** The type that places are computed in. */
export const gridType = (image: Tensor): DType => (image.isFloatingPoint() ? image.dtype : torch.float32);

/** Fails on modes and fills that a grid cannot be used with. */
export function checkGrid(image: Tensor, mode: InterpolationMode, fill: Fill): void {
  const channels = image.shape.at(-3) ?? 1;
  if (Array.isArray(fill) && fill.length > 1 && fill.length !== channels) {
    throw valueError(
      "The number of elements in 'fill' cannot broadcast to match the number of channels of the image " +
        `(${fill.length} != ${channels})`,
    );
  }
  if (mode !== 'nearest' && mode !== 'bilinear') {
    throw valueError(`Interpolation mode '${mode}' is unsupported with Tensor input`);
  }
}

/** `[1, H, W, 3]`: the place of each pixel, and a one. */
function places(x: Tensor, y: Tensor): Tensor {
  const [width, height] = [x.shape[0] as number, y.shape[0] as number];
  const grid = torch.empty([1, height, width, 3], { dtype: x.dtype, device: x.device });
  grid.index('...', 0).copy_(x);
  grid.index('...', 1).copy_(y.unsqueeze(-1));
  grid.index('...', 2).fill_(1);
  return grid;
}

export type Size = readonly [height: number, width: number];

/** Where each pixel of the result comes from, by six numbers. Places are from −1 to 1. */
export function affineGrid(matrix: readonly number[], image: Tensor, input: Size, output: Size): Tensor {
  const [dtype, { device }] = [gridType(image), image];
  const [height, width] = output;
  const along = (extent: number): Tensor =>
    torch.linspace((1 - extent) * 0.5, (extent - 1) * 0.5, extent, { device }).to(dtype);
  const theta = torch.tensor([...matrix], { dtype, device }).reshape([1, 2, 3]);
  const scale = torch.tensor([0.5 * input[1], 0.5 * input[0]], { dtype, device });
  const grid = places(along(width), along(height));
  return grid
    .view([1, height * width, 3])
    .bmm(theta.transpose(1, 2).div_(scale))
    .view([1, height, width, 2]);
}

/** The same by the eight coefficients of a perspective. */
export function perspectiveGrid(coefficients: readonly number[], image: Tensor): Tensor {
  const [dtype, { device }] = [gridType(image), image];
  const [height, width] = image.shape.slice(-2) as [number, number];
  const [a, b, c, d, e, f, g, h] = coefficients as [...Eight];
  const theta1 = torch
    .tensor(
      [
        [a, b, c],
        [d, e, f],
      ],
      { dtype, device },
    )
    .unsqueeze(0);
  const theta2 = torch
    .tensor(
      [
        [g, h, 1],
        [g, h, 1],
      ],
      { dtype, device },
    )
    .unsqueeze(0);
  const along = (extent: number): Tensor => torch.linspace(0.5, extent + 0.5 - 1, extent, { dtype, device });
  const grid = places(along(width), along(height)).view([1, height * width, 3]);
  const scale = torch.tensor([0.5 * width, 0.5 * height], { dtype, device });
  const above = grid.bmm(theta1.transpose(1, 2).div_(scale));
  return above
    .div_(grid.bmm(theta2.transpose(1, 2)))
    .sub_(1)
    .view([1, height, width, 2]);
}
type Eight = [number, number, number, number, number, number, number, number];

/** The grid that changes nothing. */
export function identityGrid([height, width]: Size, dtype: DType, device: Device): Tensor {
  const grid = torch.empty([1, height, width, 2], { dtype, device });
  const along = (extent: number): Tensor =>
    torch.linspace((-extent + 1) / extent, (extent - 1) / extent, extent, { dtype, device });
  grid.index('...', 0).copy_(along(width));
  grid.index('...', 1).copy_(along(height).unsqueeze(-1));
  return grid;
}

/** The picture seen through a grid. Where the grid looks outside, there is the fill; zeros where that is null. */
export function throughGrid(image: Tensor, grid: Tensor, mode: InterpolationMode, fill: Fill): Tensor {
  const [channels, height, width] = image.shape.slice(-3) as [number, number, number];
  const shape = [...image.shape.slice(0, -3), channels, ...grid.shape.slice(1, 3)];
  if (image.numel() === 0) return image.reshape(shape);
  const batch = image.reshape([-1, channels, height, width]);
  const count = batch.shape[0] as number;
  const exact = image.dtype === grid.dtype;
  const floats = exact ? batch : batch.to(grid.dtype);
  const places = count > 1 ? grid.expand([count, -1, -1, -1]) : grid;
  const seen = fill === null ? sample(floats, places, mode) : filled(floats, places, mode, fill);
  return (exact ? seen : seen.round_().to(image.dtype)).reshape(shape);
}

function sample(image: Tensor, grid: Tensor, mode: InterpolationMode): Tensor {
  return nn.functional.gridSample(image, grid, {
    mode: mode as 'bilinear' | 'nearest',
    paddingMode: 'zeros',
    alignCorners: false,
  });
}

/** A channel of ones goes along, which shows how much of each pixel was inside. */
function filled(image: Tensor, grid: Tensor, mode: InterpolationMode, fill: number | readonly number[]): Tensor {
  const [count, channels, height, width] = image.shape as [number, number, number, number];
  const { dtype, device } = image;
  const ones = torch.ones([count, 1, height, width], { dtype, device });
  const seen = sample(torch.cat([image, ones], 1), grid, mode);
  const picture = seen.narrow(1, 0, channels);
  const inside = seen.narrow(1, channels, 1).expandAs(picture);
  const color = torch.tensor(typeof fill === 'number' ? [fill] : [...fill], { dtype, device }).view([1, -1, 1, 1]);
  if (mode === 'nearest') return torch.where(inside.lt(0.5), color.expandAs(picture), picture);
  return picture.sub_(color).mul_(inside).add_(color);
}

/** The error of a matrix that has no inverse. */
export const notInvertible = (coefficients: readonly number[], denominator: number): Error =>
  runtimeError(
    `Provided perspective_coeffs [${coefficients.join(', ')}] can not be inverted to transform bounding boxes. ` +
      `Denominator is zero, denom=${denominator}`,
  );
