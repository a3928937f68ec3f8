import { float } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { valueError, warn } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { plain } from '../tv-tensors/tv-tensor';
import { type Color, colorsField, colorsFor } from './colors';
import { aTensor, checkRgb } from './picture';

export interface DrawMasksOptions {
  /** How much of the picture a mask covers: 0 nothing, 1 all. @defaultValue 0.8 */
  readonly alpha?: number;
  /** One colour for all masks, or one for each. @defaultValue null, which means colours far apart */
  readonly colors?: Color | readonly Color[] | null;
}

const MASKS = { image: aTensor(), masks: aTensor(), alpha: float(0.8), colors: colorsField };

/**
 * A picture with coloured masks; where masks overlap it is black.
 *
 * @param image - `[3, H, W]` of bytes, or of floats from 0 to 1.
 * @param masks - `[N, H, W]` or `[H, W]` of booleans.
 * @param args - How they look.
 * @throws TorchValueError for other pictures, and for masks of another type or size.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.draw_segmentation_masks.html
 * @example
 * const mask = torch.eye(4).gt(0);
 * vision.utils.drawSegmentationMasks(torch.zeros([3, 4, 4]), mask, { alpha: 1, colors: 'red' }).sum().item(); // 4
 */
export function drawSegmentationMasks(
  image: Tensor,
  masks: Tensor,
  ...args: Mixed<[alpha?: number, colors?: Color | readonly Color[] | null], DrawMasksOptions>
): Tensor {
  const { alpha, colors } = readArguments('drawSegmentationMasks', MASKS, [image, masks, ...args]);
  checkRgb(image);
  const all = masks.ndim === 2 ? plain(masks).unsqueeze(0) : plain(masks);
  if (all.ndim !== 3) throw valueError('masks must be of shape (H, W) or (batch_size, H, W)');
  if (all.dtype !== torch.bool) throw valueError(`The masks must be of dtype bool. Got ${String(all.dtype)}`);
  if (String(all.shape.slice(-2)) !== String(image.shape.slice(-2))) {
    throw valueError('The image and the masks must have the same height and width');
  }
  if (all.shape[0] === 0) {
    warn("masks doesn't contain any mask. No mask was drawn");
    return image;
  }
  return torch.noGrad(() => torch.scope(() => covered(plain(image).detach(), all, alpha, colors)));
}

function covered(image: Tensor, masks: Tensor, alpha: number, given: Color | readonly Color[] | null): Tensor {
  const { dtype, device } = image;
  const scale = image.isFloatingPoint() ? 255 : 1;
  const drawn = image.clone();
  const colors = colorsFor(given, masks.shape[0] as number);
  masks.unbind(0).forEach((mask, i) => {
    const color = torch.tensor(
      (colors[i] as readonly number[]).map((part) => part / scale),
      { dtype, device },
    );
    drawn.copy_(torch.where(mask, color.reshape([3, 1, 1]), drawn));
  });
  drawn.maskedFill_(masks.sum(0).gt(1), 0);
  return image
    .mul(1 - alpha)
    .add(drawn.mul(alpha))
    .to(dtype);
}
