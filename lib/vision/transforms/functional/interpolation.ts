import { show } from '../../../arguments/describe';
import { value } from '../../../arguments/fields';
import { valueError } from '../../../errors';

/**
 * How pixels between pixels are found.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.InterpolationMode.html
 * @example
 * const { Resize, InterpolationMode } = vision.transforms;
 * const resize = new Resize([4, 4], { interpolation: InterpolationMode.NEAREST });
 * resize.forward(torch.rand([3, 8, 8])).shape; // [3, 4, 4]
 */
export const InterpolationMode = Object.freeze({
  NEAREST: 'nearest',
  NEAREST_EXACT: 'nearest-exact',
  BILINEAR: 'bilinear',
  BICUBIC: 'bicubic',
  BOX: 'box',
  HAMMING: 'hamming',
  LANCZOS: 'lanczos',
});
export type InterpolationMode = (typeof InterpolationMode)[keyof typeof InterpolationMode];
/** A mode, or Pillow's number of one. */
export type Interpolation = InterpolationMode | 0 | 1 | 2 | 3 | 4 | 5;

/** By Pillow's numbers. */
const BY_NUMBER: readonly InterpolationMode[] = ['nearest', 'lanczos', 'bilinear', 'bicubic', 'box', 'hamming'];
const MODES: readonly string[] = Object.values(InterpolationMode);

/** An argument that names a mode; which one is checked where it is used, as in Python. */
export const interpolationField = (fallback: InterpolationMode) =>
  value<Interpolation>('a mode of interpolation', (v) => typeof v === 'string' || typeof v === 'number', fallback);

/** A mode by its name or by Pillow's number. */
export function modeOf(interpolation: Interpolation): InterpolationMode {
  if (typeof interpolation === 'number') {
    const mode = BY_NUMBER[interpolation];
    if (mode) return mode;
  } else if (MODES.includes(interpolation)) return interpolation;
  const names = MODES.map((mode) => `'${mode}'`).join(', ');
  throw valueError(`Invalid interpolation mode: ${show(interpolation)}. Supported string values are: [${names}].`);
}
