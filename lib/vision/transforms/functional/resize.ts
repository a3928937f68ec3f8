import { bool, int, ints, nullable } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { tensor } from '../arguments';
import { valueError } from '../../../errors';
import { type Tensor, nn } from '../../../index';
import * as torch from '../../../index';
import { boxesLike, type BoundingBoxes, isRotatedBoundingFormat } from '../../tv-tensors/bounding-boxes';
import { plain } from '../../tv-tensors/tv-tensor';
import { clampedTo, converted } from './box-formats';
import { parallelogramToBoxes } from './rotated';
import { type Interpolation, interpolationField, modeOf } from './interpolation';
import { kernel, onMask } from './kernels';

export interface ResizeOptions {
  /**
   * Height and width, or the length of the shorter side, to which the other one is in proportion; null where `maxSize`
   * says the length of the longer side.
   */
  readonly size?: number | readonly number[] | null;
  /** How pixels between pixels are found. Masks always take the nearest one. @defaultValue 'bilinear' */
  readonly interpolation?: Interpolation;
  /** The most that the longer side may have, where `size` is that of the shorter one. @defaultValue null */
  readonly maxSize?: number | null;
  /** Smooth what shrinks, with `'bilinear'` and `'bicubic'`; `'lanczos'` needs it. @defaultValue true */
  readonly antialias?: boolean | null;
}

/** What a size may be. */
export type ResizeSize = readonly number[] | null;

const RESIZE = {
  inpt: tensor(),
  size: nullable(ints()),
  interpolation: interpolationField('bilinear'),
  maxSize: nullable(int()),
  antialias: nullable(bool(), true),
};

/** Height and width of what is resized. */
export function resizedSize(
  canvas: readonly [height: number, width: number],
  size: ResizeSize,
  maxSize: number | null,
): [height: number, width: number] {
  const [height, width] = canvas;
  if (maxSize !== null && size !== null && size.length !== 1) {
    throw valueError(
      'maxSize should only be passed if size is null or specifies the length of the smaller edge, ' +
        'i.e. size should be a number or a list of one.',
    );
  }
  if (size?.length === 2) return [size[0] as number, size[1] as number];
  const [short, long] = width <= height ? [width, height] : [height, width];
  const [newShort, newLong] = sides(short, long, size, maxSize);
  return width <= height ? [newLong, newShort] : [newShort, newLong];
}

function sides(short: number, long: number, size: ResizeSize, maxSize: number | null): [short: number, long: number] {
  if (size === null) {
    if (maxSize === null) throw valueError('maxSize must be an integer when size is null, but got null instead.');
    return [Math.trunc((maxSize * short) / long), maxSize];
  }
  const [wanted = 0] = size;
  const other = Math.trunc((wanted * long) / short);
  if (maxSize === null) return [wanted, other];
  if (maxSize <= wanted) {
    throw valueError(
      `maxSize = ${maxSize} must be strictly greater than the requested size for the smaller edge size = [${wanted}]`,
    );
  }
  return other > maxSize ? [Math.trunc((maxSize * wanted) / other), maxSize] : [wanted, other];
}

const INTEGERS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64];

/** Whether the kernels for bytes are torchvision's choice on this machine. */
function resizesBytes(mode: string): boolean {
  if (mode !== 'bilinear') return mode === 'bicubic' || mode === 'lanczos';
  return ['x64', 'arm64'].includes(process.arch) && process.env['ATEN_CPU_CAPABILITY'] !== 'default';
}

/** `[1, C, H, W]` with the channels last, described so that kernels see that they are. */
function described(image: Tensor): Tensor {
  const [n, channels, height, width] = image.shape as [number, number, number, number];
  const strides = image.stride() as number[];
  const count = image.numel();
  if (n !== 1 || count === strides[0] || !image.isContiguous(torch.channelsLast)) return image;
  return image.asStrided([1, channels, height, width], [count, ...strides.slice(1)]);
}

/** @internal */
export function resizeImage(
  image: Tensor,
  size: ResizeSize,
  interpolation: Interpolation = 'bilinear',
  maxSize: number | null = null,
  antialias: boolean | null = true,
): Tensor {
  const mode = modeOf(interpolation);
  const smooth = ['bilinear', 'bicubic', 'lanczos'].includes(mode);
  if (mode === 'lanczos' && !antialias) throw valueError('InterpolationMode.LANCZOS requires antialias=True');
  const { shape, dtype } = image;
  const [channels, height, width] = shape.slice(-3) as [number, number, number];
  const target = resizedSize([height, width], size, maxSize);
  if (target[0] === height && target[1] === width) return image;
  const result = [...shape.slice(0, -3), channels, ...target];
  if (image.numel() === 0) return image.reshape(result);
  const kept = [torch.float32, torch.float64, ...(!smooth || onBytes(image, mode) ? [torch.uint8] : [])];
  const cast = !kept.includes(dtype);
  const batch = described(image.reshape([-1, channels, height, width]));
  const resized = nn.functional.interpolate(cast ? batch.to(torch.float32) : batch, {
    size: target,
    mode: mode as 'bilinear',
    alignCorners: smooth ? false : null,
    antialias: smooth && antialias === true,
  });
  return (cast ? castBack(resized, dtype, mode) : resized).reshape(result);
}

function onBytes(image: Tensor, mode: string): boolean {
  return ['nearest', 'nearest-exact'].includes(mode) || (image.device.type === 'cpu' && resizesBytes(mode));
}

function castBack(resized: Tensor, dtype: torch.DType, mode: string): Tensor {
  if (dtype === torch.uint8 && ['bicubic', 'lanczos'].includes(mode)) resized.clamp_(0, 255);
  if (INTEGERS.includes(dtype)) resized.round_();
  return resized.to(dtype);
}

function resizeMask(mask: Tensor, size: ResizeSize, interpolation: Interpolation, maxSize: number | null): Tensor {
  const mode = modeOf(interpolation);
  return resizeImage(mask, size, mode === 'nearest-exact' ? mode : 'nearest', maxSize);
}

/** @internal */
export function resizeBoxes(boxes: BoundingBoxes, size: ResizeSize, maxSize: number | null): BoundingBoxes {
  const { format, canvasSize, clampingMode, shape } = boxes;
  const dtype = torch.getDefaultDtype();
  const target = resizedSize(canvasSize, size, maxSize);
  if (target[0] === canvasSize[0] && target[1] === canvasSize[1]) return boxes;
  const pair = [target[1] / canvasSize[1], target[0] / canvasSize[0]];
  if (!isRotatedBoundingFormat(format)) {
    const ratios = torch.tensor([...pair, ...pair], { dtype, device: boxes.device });
    return boxesLike(plain(boxes).mul(ratios).to(boxes.dtype), boxes, { canvasSize: target });
  }
  const corners = converted(plain(boxes), format, 'XYXYXYXY').reshape([-1, 8]);
  const ratios = torch.tensor([...pair, ...pair, ...pair, ...pair], { dtype, device: boxes.device });
  const out = clampedTo(parallelogramToBoxes(corners.mul(ratios)), 'XYXYXYXY', target, clampingMode);
  return boxesLike(converted(out, 'XYXYXYXY', format).to(boxes.dtype).reshape(shape), boxes, { canvasSize: target });
}

type ResizeArguments = [
  size: ResizeSize,
  interpolation?: Interpolation,
  maxSize?: number | null,
  antialias?: boolean | null,
];

/** @internal */
export const resizing = kernel<ResizeArguments>('resize', {
  image: resizeImage,
  mask: onMask<ResizeArguments>((mask, size, interpolation = 'bilinear', maxSize = null) =>
    resizeMask(mask, size, interpolation, maxSize),
  ),
  boxes: (boxes, size, _mode, maxSize = null) => resizeBoxes(boxes, size, maxSize),
});

/**
 * The input in another size.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @throws TorchValueError for a mode that there is not, for a `maxSize` that `size` leaves no room for.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.resize.html
 * @example
 * vision.transforms.functional.resize(torch.rand([3, 40, 60]), 20).shape; // [3, 20, 30]
 */
export function resize<T extends Tensor>(
  inpt: T,
  ...args: Mixed<
    [
      size: number | readonly number[] | null,
      interpolation?: Interpolation,
      maxSize?: number | null,
      antialias?: boolean | null,
    ],
    ResizeOptions
  >
): T {
  const { size, interpolation, maxSize, antialias } = readArguments('resize', RESIZE, [inpt, ...args]);
  return resizing(inpt, typeof size === 'number' ? [size] : size, interpolation, maxSize, antialias);
}
