import { bool, float } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { typeError, valueError, warn } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { BoundingBoxes, Mask } from '../tv-tensors/index';
import { roundEven } from '../text';
import { isNumbers, unchecked } from './arguments';
import { integer, logUniform, uniform } from './draw';
import { erasing } from './functional/filter';
import type { ProbabilityOptions } from './options';
import { type Params, RandomApplyTransform, type Shown, queryChw } from './transform';
import type { NumberOrList } from './types';

type Two = readonly [number, number];

export interface RandomErasingOptions extends ProbabilityOptions {
  /** The smallest and the largest part of the area that is erased. @defaultValue [0.02, 0.33] */
  readonly scale?: readonly [least: number, most: number];
  /** The least and the most that the height of the window is of its width. @defaultValue [0.3, 3.3] */
  readonly ratio?: readonly [least: number, most: number];
  /** What stands there then: a number, one for each channel, or `'random'` for noise. @defaultValue 0 */
  readonly value?: NumberOrList | 'random';
  /** Change the picture itself. @defaultValue false */
  readonly inplace?: boolean;
}

const TABLE = {
  p: float(0.5),
  scale: unchecked<Two>('two numbers', [0.02, 0.33]),
  ratio: unchecked<Two>('two numbers', [0.3, 3.3]),
  value: unchecked<NumberOrList | 'random'>('a number, a list of numbers or "random"', 0),
  inplace: bool(false),
};

function checkValue(value: unknown): readonly number[] | null {
  if (typeof value === 'number') return [value];
  if (isNumbers(value)) return value;
  if (typeof value !== 'string') throw typeError('Argument value should be either a number or str or a sequence');
  if (value !== 'random') throw valueError("If value is str, it should be 'random'");
  return null;
}

function checkRange(given: unknown, name: string): Two {
  if (isNumbers(given) && given.length >= 2) return [given[0] as number, given[1] as number];
  throw typeError(`${name} should be a sequence`);
}

/**
 * Erases a window of a picture, with a probability.
 *
 * @throws TypeError, TorchValueError for values and ranges that are none.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomErasing.html
 * @example
 * new vision.transforms.RandomErasing({ p: 1, value: 'random' }).forward(torch.rand([3, 8, 8])).shape; // [3, 8, 8]
 */
export class RandomErasing extends RandomApplyTransform {
  readonly scale: Two;
  readonly ratio: Two;
  readonly value: readonly number[] | null;
  readonly inplace: boolean;

  constructor(
    ...args: Mixed<
      [
        p?: number,
        scale?: readonly [least: number, most: number],
        ratio?: readonly [least: number, most: number],
        value?: NumberOrList | 'random',
        inplace?: boolean,
      ],
      RandomErasingOptions
    >
  ) {
    const { p, scale, ratio, value, inplace } = readArguments('RandomErasing', TABLE, args);
    super(p);
    this.value = checkValue(value);
    this.scale = checkRange(scale, 'Scale');
    this.ratio = checkRange(ratio, 'Ratio');
    if (this.scale[0] > this.scale[1] || this.ratio[0] > this.ratio[1]) {
      warn('Scale and ratio should be of kind (min, max)');
    }
    if (this.scale[0] < 0 || this.scale[1] > 1) throw valueError('Scale should be between 0 and 1');
    this.inplace = inplace;
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [channels, height, width] = queryChw(leaves);
    const { value } = this;
    if (value !== null && value.length !== 1 && value.length !== channels) {
      throw valueError(
        `If value is a sequence, it should have either a single value or ${channels} (number of inpt channels)`,
      );
    }
    for (let trial = 0; trial < 10; trial++) {
      const area = height * width * uniform(...this.scale);
      const ratio = logUniform(this.ratio);
      const h = roundEven(Math.sqrt(area * ratio));
      const w = roundEven(Math.sqrt(area / ratio));
      if (!(h < height && w < width)) continue;
      const v =
        value === null
          ? torch.empty([channels, h, w], { dtype: torch.float32 }).normal_()
          : torch.tensor([...value], { dtype: torch.getDefaultDtype() }).reshape([-1, 1, 1]);
      return { i: integer(0, height - h + 1), j: integer(0, width - w + 1), h, w, v };
    }
    return {};
  }

  override transform(inpt: Tensor, params: Params): Tensor {
    if (inpt instanceof BoundingBoxes || inpt instanceof Mask) {
      warn(
        `${this.constructor.name}() is currently passing through inputs of type ` +
          `tvTensors.${inpt.constructor.name}. This will likely change in the future.`,
      );
      return inpt;
    }
    const { i, j, h, w, v } = params as unknown as Erased;
    return v === undefined ? inpt : erasing.passing(inpt, i, j, h, w, v, this.inplace);
  }

  protected override shown(): Shown {
    return { floats: ['p', 'scale', 'ratio', 'value'], lists: ['value'] };
  }
}

interface Erased {
  readonly i: number;
  readonly j: number;
  readonly h: number;
  readonly w: number;
  readonly v?: Tensor;
}
