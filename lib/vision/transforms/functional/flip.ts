import type { Tensor } from '../../../index';
import * as torch from '../../../index';
import { boxesLike, type BoundingBoxes, numbersOf } from '../../tv-tensors/bounding-boxes';
import { plain } from '../../tv-tensors/tv-tensor';
import { kernel } from './kernels';

/** The box as seen in a mirror: `along` is 0 for left and right, 1 for top and bottom. */
function mirrored(boxes: BoundingBoxes, along: 0 | 1): BoundingBoxes {
  const { format, canvasSize, shape } = boxes;
  const extent = canvasSize[1 - along] as number;
  const box = plain(boxes)
    .clone()
    .reshape([-1, numbersOf(format)]);
  const column = (i: number): Tensor => box.index(':', i);
  switch (format) {
    case 'XYXY':
      box.setItem(
        ':',
        [along, along + 2],
        box
          .index(':', [along + 2, along])
          .sub_(extent)
          .neg_(),
      );
      break;
    case 'XYWH':
      column(along)
        .add_(column(along + 2))
        .sub_(extent)
        .neg_();
      break;
    case 'CXCYWH':
      column(along).sub_(extent).neg_();
      break;
    case 'XYXYXYXY':
      box.index(':', `${along}::2`).sub_(extent).neg_();
      return boxesLike(box.index(':', [2, 3, 0, 1, 6, 7, 4, 5]).reshape(shape), boxes);
    case 'XYWHR':
      mirrorCorner(box, along, extent);
      break;
    case 'CXCYWHR':
      column(along).sub_(extent).neg_();
      turnBack(box, along);
  }
  return boxesLike(box.reshape(shape), boxes);
}

/** A rotated box that is given by its first corner. */
function mirrorCorner(box: Tensor, along: 0 | 1, extent: number): void {
  const column = (i: number): Tensor => box.index(':', i);
  const angle = column(4).mul(torch.pi).div(180);
  if (along === 0) {
    column(0).add_(column(2).mul(angle.cos())).sub_(extent).neg_();
    column(1).sub_(column(2).mul(angle.sin()));
  } else {
    column(1).sub_(column(2).mul(angle.sin())).sub_(extent).neg_();
    column(0).add_(column(2).mul(angle.cos()));
  }
  turnBack(box, along);
}

function turnBack(box: Tensor, along: 0 | 1): void {
  const angle = box.index(':', 4).neg_();
  if (along === 1) angle.add_(180);
}

/** @internal */
export const flipSideways = kernel('horizontal_flip', {
  image: (image) => image.flip([-1]),
  mask: (mask) => mask.flip([-1]),
  boxes: (boxes) => mirrored(boxes, 0),
});

/** @internal */
export const flipOver = kernel('vertical_flip', {
  image: (image) => image.flip([-2]),
  mask: (mask) => mask.flip([-2]),
  boxes: (boxes) => mirrored(boxes, 1),
});

/**
 * Left and right exchanged.
 *
 * @param inpt - A picture or video, a mask, or boxes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.horizontal_flip.html
 * @example
 * vision.transforms.functional.horizontalFlip(torch.tensor([[[1, 2]]])).tolist(); // [[[2, 1]]]
 */
export function horizontalFlip<T extends Tensor>(inpt: T): T {
  return flipSideways(inpt);
}

/**
 * Top and bottom exchanged.
 *
 * @param inpt - A picture or video, a mask, or boxes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.vertical_flip.html
 * @example
 * vision.transforms.functional.verticalFlip(torch.tensor([[[1], [2]]])).tolist(); // [[[2], [1]]]
 */
export function verticalFlip<T extends Tensor>(inpt: T): T {
  return flipOver(inpt);
}
