import { float, int } from '../../arguments/fields';
import { show } from '../../arguments/describe';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { typeError, valueError } from '../../errors';
import type { Tensor } from '../../index';
import { floatText, listText } from '../text';
import { isNumbers, unchecked } from './arguments';
import { chance, order, uniform } from './draw';
import { brightening, coloring, contrasting, graying, saturating, turningHue } from './functional/color';
import { permuting } from './functional/tone';
import type { ProbabilityOptions } from './options';
import { type Params, RandomApplyTransform, type Shown, Transform, queryChw } from './transform';
import type { NumberOrList } from './types';

type Two = readonly [number, number];

export interface GrayscaleOptions {
  /** 1, or 3 that are equal. @defaultValue 1 */
  readonly numOutputChannels?: number;
}

/**
 * Makes pictures gray.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Grayscale.html
 * @example
 * new vision.transforms.Grayscale(3).forward(torch.rand([3, 4, 4])).shape; // [3, 4, 4]
 */
export class Grayscale extends Transform {
  readonly numOutputChannels: number;

  constructor(...args: Mixed<[numOutputChannels?: number], GrayscaleOptions>) {
    super();
    this.numOutputChannels = readArguments('Grayscale', { numOutputChannels: int(1) }, args).numOutputChannels;
  }

  override transform(inpt: Tensor): Tensor {
    return graying.passing(inpt, this.numOutputChannels);
  }
}

/**
 * Makes pictures gray, with a probability, and keeps the number of their channels.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomGrayscale.html
 * @example
 * new vision.transforms.RandomGrayscale(1).forward(torch.rand([3, 4, 4])).shape; // [3, 4, 4]
 */
export class RandomGrayscale extends RandomApplyTransform {
  constructor(
    ...args: Mixed<
      [p?: number],
      {
        /** The probability that a picture becomes gray. @defaultValue 0.1 */
        readonly p?: number;
      }
    >
  ) {
    super(readArguments('RandomGrayscale', { p: float(0.1) }, args).p);
  }

  override makeParams(leaves: readonly unknown[]): Params {
    return { channels: queryChw(leaves)[0] };
  }

  override transform(inpt: Tensor, { channels }: Params): Tensor {
    return graying.passing(inpt, channels as number);
  }
}

/**
 * Gives pictures of one channel three.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RGB.html
 * @example
 * new vision.transforms.RGB().forward(torch.rand([1, 4, 4])).shape; // [3, 4, 4]
 */
export class RGB extends Transform {
  override transform(inpt: Tensor): Tensor {
    return coloring.passing(inpt);
  }
}

export interface ColorJitterOptions {
  /** The range of the factor of brightness, or d for 1 − d to 1 + d. @defaultValue null, which means no change */
  readonly brightness?: NumberOrList | null;
  /** The range of the factor of contrast, or d for 1 − d to 1 + d. @defaultValue null, which means no change */
  readonly contrast?: NumberOrList | null;
  /** The range of the factor of saturation, or d for 1 − d to 1 + d. @defaultValue null, which means no change */
  readonly saturation?: NumberOrList | null;
  /** The range of the turn of hue within −0.5 to 0.5, or d for −d to d. @defaultValue null, which means no change */
  readonly hue?: NumberOrList | null;
}

const amount = unchecked<NumberOrList | null>('a number or two numbers', null);
const JITTER = { brightness: amount, contrast: amount, saturation: amount, hue: amount };

/** The range that an option of {@link ColorJitter} means; null where nothing changes. */
function rangeAround(given: NumberOrList | null, name: string, center = 1, bound: Two = [0, Infinity]): Two | null {
  if (given === null) return null;
  if (typeof given === 'number') {
    if (given < 0) throw valueError(`If ${name} is a single number, it must be non negative.`);
    const least = center - given;
    return checked([center === 1 ? Math.max(least, 0) : least, center + given], name, center, bound);
  }
  if (!isNumbers(given) || given.length !== 2) {
    throw typeError(`${name}=${show(given)} should be a single number or a sequence with length 2.`);
  }
  return checked(given as unknown as Two, name, center, bound);
}

function checked(range: Two, name: string, center: number, bound: Two): Two | null {
  const [least, most] = range;
  if (!(bound[0] <= least && least <= most && most <= bound[1])) {
    const limits = `(${bound[0] === 0 ? '0' : floatText(bound[0])}, ${floatText(bound[1])})`;
    throw valueError(`${name} values should be between ${limits} and increasing, but got ${listText(range, true)}.`);
  }
  return least === center && most === center ? null : range;
}

const drawn = (range: Two | null): number | null => range && uniform(...range);

/** In the order of torchvision's numbers. */
const CHANGES = [brightening, contrasting, saturating, turningHue] as const;

/**
 * Changes brightness, contrast, saturation and hue, in an order that is drawn, too.
 *
 * @throws TorchValueError for ranges outside of what is possible.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ColorJitter.html
 * @example
 * new vision.transforms.ColorJitter({ brightness: 0.2, hue: 0.1 }).forward(torch.rand([3, 4, 4])).shape; // [3, 4, 4]
 */
export class ColorJitter extends Transform {
  readonly brightness: Two | null;
  readonly contrast: Two | null;
  readonly saturation: Two | null;
  readonly hue: Two | null;

  constructor(
    ...args: Mixed<
      [
        brightness?: NumberOrList | null,
        contrast?: NumberOrList | null,
        saturation?: NumberOrList | null,
        hue?: NumberOrList | null,
      ],
      ColorJitterOptions
    >
  ) {
    super();
    const read = readArguments('ColorJitter', JITTER, args);
    this.brightness = rangeAround(read.brightness, 'brightness');
    this.contrast = rangeAround(read.contrast, 'contrast');
    this.saturation = rangeAround(read.saturation, 'saturation');
    this.hue = rangeAround(read.hue, 'hue', 0, [-0.5, 0.5]);
  }

  override makeParams(): Params {
    const turns = order(CHANGES.length);
    return { turns, factors: [this.brightness, this.contrast, this.saturation, this.hue].map(drawn) };
  }

  override transform(inpt: Tensor, { turns, factors }: Params): Tensor {
    return (turns as number[]).reduce((picture, i) => {
      const factor = (factors as (number | null)[])[i] ?? null;
      return factor === null ? picture : (CHANGES[i]?.passing(picture, factor) ?? picture);
    }, inpt);
  }

  protected override shown(): Shown {
    return { floats: ['brightness', 'contrast', 'saturation', 'hue'] };
  }
}

/**
 * Puts the channels in another order.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomChannelPermutation.html
 * @example
 * new vision.transforms.RandomChannelPermutation().forward(torch.rand([3, 4, 4])).shape; // [3, 4, 4]
 */
export class RandomChannelPermutation extends Transform {
  override makeParams(leaves: readonly unknown[]): Params {
    return { permutation: order(queryChw(leaves)[0]) };
  }

  override transform(inpt: Tensor, { permutation }: Params): Tensor {
    return permuting.passing(inpt, permutation as number[]);
  }
}

export interface RandomPhotometricDistortOptions extends ProbabilityOptions {
  /** The range of the factor of brightness. @defaultValue [0.875, 1.125] */
  readonly brightness?: readonly [least: number, most: number];
  /** The range of the factor of contrast. @defaultValue [0.5, 1.5] */
  readonly contrast?: readonly [least: number, most: number];
  /** The range of the factor of saturation. @defaultValue [0.5, 1.5] */
  readonly saturation?: readonly [least: number, most: number];
  /** The range of the turn of hue. @defaultValue [-0.05, 0.05] */
  readonly hue?: readonly [least: number, most: number];
}

const range = (fallback: Two) => unchecked<Two>('two numbers', fallback);
const DISTORT = {
  brightness: range([0.875, 1.125]),
  contrast: range([0.5, 1.5]),
  saturation: range([0.5, 1.5]),
  hue: range([-0.05, 0.05]),
  p: float(0.5),
};

/**
 * Changes colours, each aspect with a probability, as SSD is trained with.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomPhotometricDistort.html
 * @example
 * new vision.transforms.RandomPhotometricDistort().forward(torch.rand([3, 4, 4])).shape; // [3, 4, 4]
 */
export class RandomPhotometricDistort extends Transform {
  readonly brightness: Two;
  readonly contrast: Two;
  readonly hue: Two;
  readonly saturation: Two;
  readonly p: number;

  constructor(
    ...args: Mixed<
      [
        brightness?: readonly [least: number, most: number],
        contrast?: readonly [least: number, most: number],
        saturation?: readonly [least: number, most: number],
        hue?: readonly [least: number, most: number],
        p?: number,
      ],
      RandomPhotometricDistortOptions
    >
  ) {
    super();
    const read = readArguments('RandomPhotometricDistort', DISTORT, args);
    this.brightness = read.brightness;
    this.contrast = read.contrast;
    this.hue = read.hue;
    this.saturation = read.saturation;
    this.p = read.p;
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [channels] = queryChw(leaves);
    const factor = (limits: Two): number | null => (chance(this.p) ? uniform(...limits) : null);
    const [brightness, contrast] = [factor(this.brightness), factor(this.contrast)];
    const [saturation, hue] = [factor(this.saturation), factor(this.hue)];
    const early = chance(0.5);
    const permutation = chance(this.p) ? order(channels) : null;
    return { brightness, contrast, saturation, hue, early, permutation };
  }

  override transform(inpt: Tensor, params: Params): Tensor {
    const { brightness, contrast, saturation, hue, early, permutation } = params as unknown as Distortion;
    let picture = inpt;
    if (brightness !== null) picture = brightening.passing(picture, brightness);
    if (contrast !== null && early) picture = contrasting.passing(picture, contrast);
    if (saturation !== null) picture = saturating.passing(picture, saturation);
    if (hue !== null) picture = turningHue.passing(picture, hue);
    if (contrast !== null && !early) picture = contrasting.passing(picture, contrast);
    return permutation === null ? picture : permuting.passing(picture, permutation);
  }

  protected override shown(): Shown {
    return { floats: ['brightness', 'contrast', 'saturation', 'hue', 'p'] };
  }
}

interface Distortion {
  readonly brightness: number | null;
  readonly contrast: number | null;
  readonly saturation: number | null;
  readonly hue: number | null;
  /** Whether contrast comes before saturation and hue. */
  readonly early: boolean;
  readonly permutation: readonly number[] | null;
}
