import { float } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import type { Tensor } from '../../index';
import { flipOver, flipSideways } from './functional/flip';
import type { ProbabilityOptions } from './options';
import { RandomApplyTransform } from './transform';

const P = { p: float(0.5) };

/**
 * Exchanges left and right, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomHorizontalFlip.html
 * @example
 * new vision.transforms.RandomHorizontalFlip(1).forward(torch.tensor([[[1, 2]]])).tolist(); // [[[2, 1]]]
 */
export class RandomHorizontalFlip extends RandomApplyTransform {
  constructor(...args: Mixed<[p?: number], ProbabilityOptions>) {
    super(readArguments('RandomHorizontalFlip', P, args).p);
  }

  override transform(inpt: Tensor): Tensor {
    return flipSideways.passing(inpt);
  }
}

/**
 * Exchanges top and bottom, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomVerticalFlip.html
 * @example
 * new vision.transforms.RandomVerticalFlip(1).forward(torch.tensor([[[1], [2]]])).tolist(); // [[[2], [1]]]
 */
export class RandomVerticalFlip extends RandomApplyTransform {
  constructor(...args: Mixed<[p?: number], ProbabilityOptions>) {
    super(readArguments('RandomVerticalFlip', P, args).p);
  }

  override transform(inpt: Tensor): Tensor {
    return flipOver.passing(inpt);
  }
}
