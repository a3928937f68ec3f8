import { nameOf } from '../../arguments/describe';
import { snakeCase } from '../../arguments/names';
import { runtimeError, typeError, valueError } from '../../errors';
import { Tensor, nn } from '../../index';
import { BoundingBoxes, Image, Mask, Video } from '../tv-tensors/index';
import { isPureTensor } from '../tv-tensors/tv-tensor';
import { floatText, listText, tupleText } from '../text';
import { requireProbability } from './arguments';
import { chance } from './draw';
import { getDimensions, getSize } from './functional/size';
import { flatten } from './tree';

/** What a transform has drawn for one sample. */
export type Params = Readonly<Record<string, unknown>>;

/** How properties print, beyond what their values say: which numbers are floats, which arrays are lists in Python. */
export interface Shown {
  /** Properties that Python keeps to itself. */
  readonly hidden?: readonly string[];
  /** Properties whose whole numbers print as floats: `1.0`. */
  readonly floats?: readonly string[];
  /** Properties whose arrays print as lists, and not as tuples. */
  readonly lists?: readonly string[];
}

/** The type of a transformed sample: that of the sample, but for transforms that make several pictures of one. */
export type Outcome<This, T> = This extends { readonly several: true } ? (T extends Tensor ? T[] : unknown) : T;

const isPicture = (leaf: unknown): boolean => leaf instanceof Image || leaf instanceof Video;

/**
 * The base of transforms. `forward` takes a sample of any shape, such as `[image, { boxes, labels }]`, draws once what it
 * needs, and transforms all pictures, videos, masks and boxes in it alike; everything else passes. Where there is no `Image`
 * and no `Video`, the first ordinary tensor is the picture; where there is one, ordinary tensors pass.
 *
 * One of your own overrides `makeParams` and `transform`.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Transform.html
 * @example
 * class Darker extends vision.transforms.Transform {
 *   override transform(inpt: torch.Tensor): torch.Tensor {
 *     return vision.transforms.functional.adjustBrightness(inpt, 0.5);
 *   }
 * }
 * new Darker().forward([torch.ones([3, 2, 2]), 'a label']); // [the darker picture, 'a label']
 */
export class Transform extends nn.Module {
  /** Whether a leaf of a sample is something that this transform changes: any tensor. */
  handles(leaf: unknown): boolean {
    return leaf instanceof Tensor;
  }

  /** Fails on samples that this transform cannot do; called with all their leaves. */
  checkInputs(_flatInputs: readonly unknown[]): void {
    // Most transforms take everything.
  }

  /** Draws what the transform needs; called once for a sample, with what will be transformed. */
  makeParams(_flatInputs: readonly unknown[]): Params {
    return {};
  }

  /** Transforms one leaf. */
  transform(_inpt: Tensor, _params: Params): unknown {
    throw runtimeError(`${this.constructor.name} has no transform()`, { code: 'ERR_TORCH_NOT_IMPLEMENTED' });
  }

  /** A sample with its pictures, masks and boxes transformed. Several arguments are a sample, too. */
  override forward<T>(sample: T): Outcome<this, T>;
  override forward<T extends readonly unknown[]>(...samples: T): Outcome<this, T>;
  override forward(...inputs: readonly unknown[]): unknown {
    const { leaves, rebuild } = flatten(sampleOf(inputs));
    this.checkInputs(leaves);
    return rebuild(this.applied(leaves));
  }

  /** The leaves after the transform. @internal */
  applied(leaves: readonly unknown[]): unknown[] {
    const needs = this.needsTransform(leaves);
    const params = this.makeParams(leaves.filter((_, i) => needs[i]));
    return leaves.map((leaf, i) => (needs[i] ? this.transform(leaf as Tensor, params) : leaf));
  }

  /** Which leaves are transformed. @internal */
  needsTransform(leaves: readonly unknown[]): boolean[] {
    let takesTensor = !leaves.some(isPicture);
    return leaves.map((leaf) => {
      if (!this.handles(leaf)) return false;
      if (!isPureTensor(leaf)) return true;
      const takes = takesTensor;
      takesTensor = false;
      return takes;
    });
  }

  /** How its properties print. */
  protected shown(): Shown {
    return {};
  }

  override extraRepr(): string {
    const { floats = [], lists = [], hidden = [] } = this.shown();
    const texts = Object.entries(this).flatMap(([name, value]) => {
      const text = textOf(value, floats.includes(name), lists.includes(name));
      const isHidden = name === 'training' || name.startsWith('_') || hidden.includes(name);
      return isHidden || text === null ? [] : [`${snakeCase(name)}=${text}`];
    });
    return texts.join(', ');
  }
}

/** What one argument or several are as a sample. @internal */
export function sampleOf(inputs: readonly unknown[]): unknown {
  if (inputs.length === 0) throw typeError('forward() misses the sample');
  return inputs.length > 1 ? inputs : inputs[0];
}

/** As Python prints a value of a transform; null for what it does not print. */
function textOf(value: unknown, float: boolean, list: boolean): string | null {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return float || !Number.isInteger(value) ? floatText(value) : String(value);
  if (!Array.isArray(value)) return null;
  if (!value.every((one) => typeof one === 'number')) return null;
  const fractions = float || value.some((one) => !Number.isInteger(one));
  return list ? listText(value, fractions) : tupleText(value, fractions);
}

/** A transform that is applied to some samples only. */
export abstract class RandomApplyTransform extends Transform {
  readonly p: number;

  constructor(p = 0.5) {
    super();
    requireProbability(p);
    this.p = p;
  }

  override forward<T>(sample: T): Outcome<this, T>;
  override forward<T extends readonly unknown[]>(...samples: T): Outcome<this, T>;
  override forward(...inputs: readonly unknown[]): unknown {
    const sample = sampleOf(inputs);
    const { leaves, rebuild } = flatten(sample);
    this.checkInputs(leaves);
    return chance(this.p) ? rebuild(this.applied(leaves)) : sample;
  }

  protected override shown(): Shown {
    return { floats: ['p'] };
  }
}

const isImage = (leaf: unknown): leaf is Tensor => isPureTensor(leaf) || isPicture(leaf);
const hasSize = (leaf: unknown): leaf is Tensor =>
  isImage(leaf) || leaf instanceof Mask || leaf instanceof BoundingBoxes;

/** What all of a sample agree on; several are an error. */
function only<T extends readonly number[]>(all: readonly T[], missing: string, what: string): T {
  const different = [...new Map(all.map((one) => [String(one), one])).values()];
  const [first] = different;
  if (!first) throw typeError(missing);
  if (different.length === 1) return first;
  const texts = different.map((one) => tupleText(one)).sort();
  throw valueError(
    `Found multiple ${what} dimensions in the sample: ${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`,
  );
}

/** Channels, height and width of the pictures of a sample. @internal */
export function queryChw(leaves: readonly unknown[]): [channels: number, height: number, width: number] {
  return only(leaves.filter(isImage).map(getDimensions), 'No image or video was found in the sample', 'CxHxW');
}

/** Height and width of what is in a sample. @internal */
export function querySize(leaves: readonly unknown[]): [height: number, width: number] {
  return only(
    leaves.filter(hasSize).map(getSize),
    'No image, video, mask or bounding box was found in the sample',
    'HxW',
  );
}

/** The boxes of a sample. @internal */
export function boxesIn(leaves: readonly unknown[]): BoundingBoxes {
  const found = leaves.find((leaf) => leaf instanceof BoundingBoxes);
  if (found instanceof BoundingBoxes) return found;
  throw valueError('No bounding boxes were found in the sample');
}

/** The name of a value's class, for messages. @internal */
export const kindOf = (value: unknown): string => nameOf(value);
