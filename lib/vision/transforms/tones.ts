import { float, int } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import type { Tensor } from '../../index';
import { equalizing, inverting, posterizing, sharpening, solarizing, stretching } from './functional/tone';
import type { ProbabilityOptions } from './options';
import { RandomApplyTransform, type Shown } from './transform';

const P = { p: float(0.5) };

/**
 * Inverts colours, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomInvert.html
 * @example
 * new vision.transforms.RandomInvert(1).forward(torch.full([1, 1, 1], 0.25)).item(); // 0.75
 */
export class RandomInvert extends RandomApplyTransform {
  constructor(...args: Mixed<[p?: number], ProbabilityOptions>) {
    super(readArguments('RandomInvert', P, args).p);
  }

  override transform(inpt: Tensor): Tensor {
    return inverting.passing(inpt);
  }
}

/**
 * Makes shades equally frequent, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomEqualize.html
 * @example
 * new vision.transforms.RandomEqualize(1).forward(torch.rand([3, 4, 4])).shape; // [3, 4, 4]
 */
export class RandomEqualize extends RandomApplyTransform {
  constructor(...args: Mixed<[p?: number], ProbabilityOptions>) {
    super(readArguments('RandomEqualize', P, args).p);
  }

  override transform(inpt: Tensor): Tensor {
    return equalizing.passing(inpt);
  }
}

/**
 * Makes the darkest pixel black and the brightest one white, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomAutocontrast.html
 * @example
 * new vision.transforms.RandomAutocontrast(1).forward(torch.tensor([[[0.25, 0.5]]])).tolist(); // [[[0, 1]]]
 */
export class RandomAutocontrast extends RandomApplyTransform {
  constructor(...args: Mixed<[p?: number], ProbabilityOptions>) {
    super(readArguments('RandomAutocontrast', P, args).p);
  }

  override transform(inpt: Tensor): Tensor {
    return stretching.passing(inpt);
  }
}

export interface RandomPosterizeOptions extends ProbabilityOptions {
  /** How many bits of each value stay, from 0 to 8. */
  readonly bits?: number;
}

/**
 * Leaves fewer shades, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomPosterize.html
 * @example
 * new vision.transforms.RandomPosterize(1, 1).forward(torch.full([1, 1, 1], 200, { dtype: torch.uint8 })).item(); // 128
 */
export class RandomPosterize extends RandomApplyTransform {
  readonly bits: number;

  constructor(...args: Mixed<[bits: number, p?: number], RandomPosterizeOptions>) {
    const { bits, p } = readArguments('RandomPosterize', { bits: int(), ...P }, args);
    super(p);
    this.bits = bits;
  }

  override transform(inpt: Tensor): Tensor {
    return posterizing.passing(inpt, this.bits);
  }
}

export interface RandomSolarizeOptions extends ProbabilityOptions {
  /** The value from which a pixel is inverted. */
  readonly threshold?: number;
}

/**
 * Inverts bright pixels, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomSolarize.html
 * @example
 * new vision.transforms.RandomSolarize(0.5, 1).forward(torch.tensor([[[0.25, 1]]])).tolist(); // [[[0.25, 0]]]
 */
export class RandomSolarize extends RandomApplyTransform {
  readonly threshold: number;

  constructor(...args: Mixed<[threshold: number, p?: number], RandomSolarizeOptions>) {
    const { threshold, p } = readArguments('RandomSolarize', { threshold: float(), ...P }, args);
    super(p);
    this.threshold = threshold;
  }

  override transform(inpt: Tensor): Tensor {
    return solarizing.passing(inpt, this.threshold);
  }
}

export interface RandomAdjustSharpnessOptions extends ProbabilityOptions {
  /** 0 gives a blurred picture, 1 the picture, 2 one twice as sharp. */
  readonly sharpnessFactor?: number;
}

/**
 * Sharpens or softens, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomAdjustSharpness.html
 * @example
 * new vision.transforms.RandomAdjustSharpness(2, 1).forward(torch.rand([3, 4, 4])).shape; // [3, 4, 4]
 */
export class RandomAdjustSharpness extends RandomApplyTransform {
  readonly sharpnessFactor: number;

  constructor(...args: Mixed<[sharpnessFactor: number, p?: number], RandomAdjustSharpnessOptions>) {
    const { sharpnessFactor, p } = readArguments('RandomAdjustSharpness', { sharpnessFactor: float(), ...P }, args);
    super(p);
    this.sharpnessFactor = sharpnessFactor;
  }

  override transform(inpt: Tensor): Tensor {
    return sharpening.passing(inpt, this.sharpnessFactor);
  }

  protected override shown(): Shown {
    return { floats: ['p', 'sharpnessFactor'] };
  }
}
