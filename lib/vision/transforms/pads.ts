import { choice, float } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { valueError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { requireList, unchecked } from './arguments';
import { checkPadding } from './crops';
import { checkFill, fillByKind, fillOf } from './fill';
import { PADDING_MODES, padding } from './functional/pad';
import type { FillOptions, PadModeOptions, ProbabilityOptions } from './options';
import { type Params, RandomApplyTransform, type Shown, Transform, querySize } from './transform';
import type { FillByKind, NumberOrList, PaddingMode } from './types';

type Two = readonly [number, number];

export interface PadTransformOptions extends PadModeOptions {
  /** What is added: at all sides, at left and right and at top and bottom, or at left, top, right and bottom. */
  readonly padding?: NumberOrList;
}

const PAD = {
  padding: unchecked<NumberOrList>('a number or a list of numbers'),
  fill: fillByKind(0),
  paddingMode: choice(PADDING_MODES, 'constant'),
};

/**
 * Adds pixels at the sides.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Pad.html
 * @example
 * new vision.transforms.Pad(2, { fill: 1 }).forward(torch.rand([3, 4, 4])).shape; // [3, 8, 8]
 */
export class Pad extends Transform {
  readonly padding: NumberOrList;
  readonly fill: FillByKind;
  readonly paddingMode: PaddingMode;

  constructor(
    ...args: Mixed<[padding: NumberOrList, fill?: FillByKind, paddingMode?: PaddingMode], PadTransformOptions>
  ) {
    super();
    const read = readArguments('Pad', PAD, args);
    checkPadding(read.padding);
    this.padding = read.padding;
    this.fill = checkFill(read.fill);
    this.paddingMode = read.paddingMode;
  }

  override transform(inpt: Tensor): Tensor {
    return padding.passing(inpt, this.padding, fillOf(this.fill, inpt), this.paddingMode);
  }

  protected override shown(): Shown {
    return { lists: ['padding'] };
  }
}

export interface RandomZoomOutOptions extends FillOptions, ProbabilityOptions {
  /** The smallest and the largest that a side becomes, as a factor; at least 1. @defaultValue [1.0, 4.0] */
  readonly sideRange?: readonly [least: number, most: number];
}

const ZOOM = { fill: fillByKind(0), sideRange: unchecked<Two>('two numbers', [1, 4]), p: float(0.5) };

/**
 * Puts a picture somewhere on a larger canvas, with a probability.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomZoomOut.html
 * @example
 * new vision.transforms.RandomZoomOut({ sideRange: [2, 2], p: 1 }).forward(torch.rand([3, 4, 4])).shape; // [3, 8, 8]
 */
export class RandomZoomOut extends RandomApplyTransform {
  readonly fill: FillByKind;
  readonly sideRange: Two;

  constructor(
    ...args: Mixed<
      [fill?: FillByKind, sideRange?: readonly [least: number, most: number], p?: number],
      RandomZoomOutOptions
    >
  ) {
    const { fill, sideRange, p } = readArguments('RandomZoomOut', ZOOM, args);
    super(p);
    this.fill = checkFill(fill);
    requireList(sideRange, 'sideRange', [2]);
    const [least, most] = sideRange;
    if (!(least >= 1 && least <= most)) throw valueError(`Invalid side range provided [${least}, ${most}].`);
    this.sideRange = [least, most];
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [height, width] = querySize(leaves);
    const [least, most] = this.sideRange;
    const factor = torch
      .rand([1])
      .mul(most - least)
      .add(least);
    const [across, down] = [width, height].map((extent) => Math.trunc(factor.mul(extent).item())) as [number, number];
    const place = torch.rand([2]);
    const left = Math.trunc(
      place
        .index(0)
        .mul(across - width)
        .item(),
    );
    const top = Math.trunc(
      place
        .index(1)
        .mul(down - height)
        .item(),
    );
    return { sides: [left, top, across - (left + width), down - (top + height)] };
  }

  override transform(inpt: Tensor, { sides }: Params): Tensor {
    return padding.passing(inpt, sides as number[], fillOf(this.fill, inpt));
  }

  protected override shown(): Shown {
    return { floats: ['p', 'sideRange'] };
  }
}
