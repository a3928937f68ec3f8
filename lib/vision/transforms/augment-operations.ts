/** The operations that automatic augmentation draws from, and how strong each of them is. */
import { valueError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { rotating, transforming } from './functional/affine';
import { brightening, contrasting, saturating } from './functional/color';
import { maxValue } from './functional/dtype';
import type { Interpolation } from './functional/interpolation';
import { equalizing, inverting, posterizing, sharpening, solarizing, stretching } from './functional/tone';
import type { Fill } from './types';

/** The strengths of an operation for a picture, from the least to the most; null where there is only one. */
export type Strengths = (bins: number, height: number, width: number) => Tensor | null;

/** An operation: its strengths, and whether one may be turned around. */
export type Operation = readonly [strengths: Strengths, signed: boolean];
export type Space = Readonly<Record<string, Operation>>;

const to =
  (end: number, start = 0): Strengths =>
  (bins) =>
    torch.linspace(start, end, bins);
const partOfWidth =
  (part: (width: number) => number): Strengths =>
  (bins, _height, width) =>
    torch.linspace(0, part(width), bins);
const partOfHeight =
  (part: (height: number) => number): Strengths =>
  (bins, height) =>
    torch.linspace(0, part(height), bins);
const none: Strengths = () => null;

/** Bits that stay: from `most` down by `span`. */
const bits =
  (most: number, span: number): Strengths =>
  (bins) =>
    torch.rsub(torch.arange(bins).div((bins - 1) / span), most).round();

const ofImageNet = (extent: number): number => (150 / 331) * extent;
const third = (extent: number): number => extent / 3;

const geometry = (shear: number, across: Strengths, down: Strengths, angle: number): Space => ({
  ShearX: [to(shear), true],
  ShearY: [to(shear), true],
  TranslateX: [across, true],
  TranslateY: [down, true],
  Rotate: [to(angle), true],
});
const colors = (most: number): Space => ({
  Brightness: [to(most), true],
  Color: [to(most), true],
  Contrast: [to(most), true],
  Sharpness: [to(most), true],
});
const tones = (posterize: Strengths): Space => ({
  Posterize: [posterize, false],
  Solarize: [to(0, 1), false],
  AutoContrast: [none, false],
  Equalize: [none, false],
});
const usual = geometry(0.3, partOfWidth(ofImageNet), partOfHeight(ofImageNet), 30);

/** In torchvision's order, in which they are drawn. */
export const AUTO_AUGMENT: Space = { ...usual, ...colors(0.9), ...tones(bits(8, 4)), Invert: [none, false] };
export const RAND_AUGMENT: Space = { Identity: [none, false], ...usual, ...colors(0.9), ...tones(bits(8, 4)) };
export const TRIVIAL_AUGMENT: Space = {
  Identity: [none, false],
  ...geometry(0.99, to(32), to(32), 135),
  ...colors(0.99),
  ...tones(bits(8, 6)),
};
export const AUG_MIX_PARTIAL: Space = {
  ...geometry(0.3, partOfWidth(third), partOfHeight(third), 30),
  ...tones(bits(4, 4)),
};
export const AUG_MIX: Space = { ...AUG_MIX_PARTIAL, ...colors(0.9) };

/** How pixels between pixels are found, and what new ones hold. */
export interface How {
  readonly interpolation: Interpolation;
  readonly fill: Fill;
}

type Apply = (image: Tensor, strength: number, how: How) => Tensor;

function moved(image: Tensor, across: number, down: number, { interpolation, fill }: How): Tensor {
  return transforming(image, 0, [across, down], 1, [0, 0], interpolation, fill);
}

function sheared(image: Tensor, x: number, y: number, { interpolation, fill }: How): Tensor {
  const degrees = (factor: number): number => Math.atan(factor) * (180 / Math.PI);
  return transforming(image, 0, [0, 0], 1, [degrees(x), degrees(y)], interpolation, fill, [0, 0]);
}

const APPLY: Readonly<Record<string, Apply>> = {
  Identity: (image) => image,
  ShearX: (image, strength, how) => sheared(image, strength, 0, how),
  ShearY: (image, strength, how) => sheared(image, 0, strength, how),
  TranslateX: (image, strength, how) => moved(image, Math.trunc(strength), 0, how),
  TranslateY: (image, strength, how) => moved(image, 0, Math.trunc(strength), how),
  Rotate: (image, strength, { interpolation, fill }) => rotating(image, strength, interpolation, false, null, fill),
  Brightness: (image, strength) => brightening(image, 1 + strength),
  Color: (image, strength) => saturating(image, 1 + strength),
  Contrast: (image, strength) => contrasting(image, 1 + strength),
  Sharpness: (image, strength) => sharpening(image, 1 + strength),
  Posterize: (image, strength) => posterizing(image, Math.trunc(strength)),
  Solarize: (image, strength) => solarizing(image, maxValue(image.dtype) * strength),
  AutoContrast: (image) => stretching(image),
  Equalize: (image) => equalizing(image),
  Invert: (image) => inverting(image),
};

/** A picture after one operation. */
export function applyOperation(image: Tensor, name: string, strength: number, how: How): Tensor {
  const apply = APPLY[name];
  if (!apply) throw valueError(`No transform available for ${name}`);
  return apply(image, strength, how);
}
