import { bool, float, int, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { indexError, typeError, valueError } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';
import { BoundingBoxes, Image, Mask, Video, wrap } from '../tv-tensors/index';
import { isPureTensor, plain } from '../tv-tensors/tv-tensor';
import {
  AUG_MIX,
  AUG_MIX_PARTIAL,
  AUTO_AUGMENT,
  type Operation,
  RAND_AUGMENT,
  type Space,
  TRIVIAL_AUGMENT,
  applyOperation,
} from './augment-operations';
import { AutoAugmentPolicy, policyPairs } from './augment-policies';
import { atMost, integer } from './draw';
import { checkFill, fillByKind, fillOf } from './fill';
import { type Interpolation, type InterpolationMode, interpolationField } from './functional/interpolation';
import { getSize } from './functional/size';
import { type Shown, Transform, sampleOf } from './transform';
import { flatten } from './tree';
import type { FillByKind } from './types';

export interface AugmentOptions {
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'nearest' */
  readonly interpolation?: Interpolation;
  /** What pixels from outside hold; null means 0. @defaultValue null */
  readonly fill?: FillByKind;
}

const how = (mode: InterpolationMode = 'nearest') => ({
  interpolation: interpolationField(mode),
  fill: fillByKind(null),
});

const isPicture = (leaf: unknown): leaf is Tensor =>
  isPureTensor(leaf) || leaf instanceof Image || leaf instanceof Video;

/** Changes the only picture of a sample. */
abstract class Augment extends Transform {
  readonly interpolation: Interpolation;
  readonly fill: FillByKind;

  constructor(interpolation: Interpolation, fill: FillByKind) {
    super();
    this.interpolation = interpolation;
    this.fill = checkFill(fill);
  }

  /** The picture after what is drawn. */
  protected abstract augment(image: Tensor, height: number, width: number): Tensor;

  override forward<T>(sample: T): T;
  override forward<T extends readonly unknown[]>(...samples: T): T;
  override forward(...inputs: readonly unknown[]): unknown {
    const { leaves, rebuild } = flatten(sampleOf(inputs));
    const needs = this.needsTransform(leaves);
    const refused = leaves.find((leaf) => leaf instanceof BoundingBoxes || leaf instanceof Mask);
    if (refused instanceof Tensor) {
      throw typeError(`Inputs of type ${refused.constructor.name} are not supported by ${this.constructor.name}()`);
    }
    const found = leaves.flatMap((leaf, i) => (needs[i] && isPicture(leaf) ? [{ leaf, i }] : []));
    const [first] = found;
    if (!first) throw typeError('Found no image in the sample.');
    if (found.length > 1) {
      throw typeError(
        'Auto augment transformations are only properly defined for a single image or video, ' +
          `but found ${found.length}.`,
      );
    }
    const out = this.augment(first.leaf, ...getSize(first.leaf));
    return rebuild(leaves.map((leaf, i) => (i === first.i ? out : leaf)));
  }

  protected run(image: Tensor, name: string, strength: number): Tensor {
    const fill = fillOf(this.fill, image);
    return applyOperation(image, name, strength, { interpolation: this.interpolation, fill });
  }
}

/** The strength with a number, turned around with a probability of a half where that is possible. */
function strengthOf([strengths, signed]: Operation, at: () => number, bins: number, size: readonly number[]): number {
  const all = strengths(bins, size[0] as number, size[1] as number);
  if (all === null) return 0;
  const number = at();
  if (!(number >= -bins && number < bins)) {
    throw indexError(`index ${number} is out of bounds for dimension 0 with size ${bins}`);
  }
  const strength = all.index(number).item();
  return signed && atMost(0.5) ? -strength : strength;
}

/** One operation of a space. */
function drawOperation(space: Space): [name: string, operation: Operation] {
  const entries = Object.entries(space);
  return entries[integer(0, entries.length)] as [string, Operation];
}

export interface AutoAugmentOptions extends AugmentOptions {
  /** What the policy was learned on. @defaultValue 'imagenet' */
  readonly policy?: AutoAugmentPolicy;
}

const POLICY = value<AutoAugmentPolicy>('a policy', (given) => typeof given === 'string', 'imagenet');

/**
 * Applies one of 25 pairs of operations that were learned.
 *
 * @throws TypeError for samples with boxes or masks.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.AutoAugment.html
 * @example
 * new vision.transforms.AutoAugment('cifar10').forward(torch.rand([3, 32, 32])).shape; // [3, 32, 32]
 */
export class AutoAugment extends Augment {
  readonly policy: AutoAugmentPolicy;

  constructor(
    ...args: Mixed<[policy?: AutoAugmentPolicy, interpolation?: Interpolation, fill?: FillByKind], AutoAugmentOptions>
  ) {
    const { policy, interpolation, fill } = readArguments('AutoAugment', { policy: POLICY, ...how() }, args);
    super(interpolation, fill);
    policyPairs(policy);
    this.policy = policy;
  }

  protected override augment(image: Tensor, height: number, width: number): Tensor {
    const pairs = policyPairs(this.policy);
    let picture = image;
    for (const [name, probability, number] of pairs[integer(0, pairs.length)] ?? []) {
      if (!atMost(probability)) continue;
      const strength = strengthOf(AUTO_AUGMENT[name] as Operation, () => number ?? 0, 10, [height, width]);
      picture = this.run(picture, name, strength);
    }
    return picture;
  }

  override extraRepr(): string {
    return super
      .extraRepr()
      .replace(/policy=(\w+)/, (_, name: string) => `policy=AutoAugmentPolicy.${name.toUpperCase()}`);
  }
}

export interface RandAugmentOptions extends AugmentOptions {
  /** How many operations are applied. @defaultValue 2 */
  readonly numOps?: number;
  /** The number of the strength. @defaultValue 9 */
  readonly magnitude?: number;
  /** How many strengths there are. @defaultValue 31 */
  readonly numMagnitudeBins?: number;
}

const RAND = { numOps: int(2), magnitude: int(9), numMagnitudeBins: int(31), ...how() };

/**
 * Applies some operations of one strength.
 *
 * @throws TypeError for samples with boxes or masks.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandAugment.html
 * @example
 * new vision.transforms.RandAugment({ magnitude: 5 }).forward(torch.rand([3, 32, 32])).shape; // [3, 32, 32]
 */
export class RandAugment extends Augment {
  readonly numOps: number;
  readonly magnitude: number;
  readonly numMagnitudeBins: number;

  constructor(
    ...args: Mixed<
      [
        numOps?: number,
        magnitude?: number,
        numMagnitudeBins?: number,
        interpolation?: Interpolation,
        fill?: FillByKind,
      ],
      RandAugmentOptions
    >
  ) {
    const read = readArguments('RandAugment', RAND, args);
    super(read.interpolation, read.fill);
    if (read.numOps < 0) throw valueError(`numOps should be a non-negative integer, but got ${read.numOps} instead.`);
    this.numOps = read.numOps;
    this.magnitude = read.magnitude;
    this.numMagnitudeBins = read.numMagnitudeBins;
  }

  protected override augment(image: Tensor, height: number, width: number): Tensor {
    let picture = image;
    for (let i = 0; i < this.numOps; i++) {
      const [name, operation] = drawOperation(RAND_AUGMENT);
      const strength = strengthOf(operation, () => this.magnitude, this.numMagnitudeBins, [height, width]);
      picture = this.run(picture, name, strength);
    }
    return picture;
  }
}

export interface TrivialAugmentOptions extends AugmentOptions {
  /** How many strengths there are. @defaultValue 31 */
  readonly numMagnitudeBins?: number;
}

/**
 * Applies one operation of any strength.
 *
 * @throws TypeError for samples with boxes or masks.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.TrivialAugmentWide.html
 * @example
 * new vision.transforms.TrivialAugmentWide().forward(torch.rand([3, 32, 32])).shape; // [3, 32, 32]
 */
export class TrivialAugmentWide extends Augment {
  readonly numMagnitudeBins: number;

  constructor(
    ...args: Mixed<[numMagnitudeBins?: number, interpolation?: Interpolation, fill?: FillByKind], TrivialAugmentOptions>
  ) {
    const read = readArguments('TrivialAugmentWide', { numMagnitudeBins: int(31), ...how() }, args);
    super(read.interpolation, read.fill);
    this.numMagnitudeBins = read.numMagnitudeBins;
  }

  protected override augment(image: Tensor, height: number, width: number): Tensor {
    const bins = this.numMagnitudeBins;
    const [name, operation] = drawOperation(TRIVIAL_AUGMENT);
    return this.run(
      image,
      name,
      strengthOf(operation, () => integer(0, bins), bins, [height, width]),
    );
  }
}

export interface AugMixOptions {
  /** How many of the ten strengths are drawn from, from 1 to 10. @defaultValue 3 */
  readonly severity?: number;
  /** How many chains of operations are mixed. @defaultValue 3 */
  readonly mixtureWidth?: number;
  /** How many operations a chain has; −1 draws 1 to 3. @defaultValue -1 */
  readonly chainDepth?: number;
  /** Of the Dirichlet distribution that the shares are drawn from. @defaultValue 1 */
  readonly alpha?: number;
  /** Use brightness, colour, contrast and sharpness, too. @defaultValue true */
  readonly allOps?: boolean;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'bilinear' */
  readonly interpolation?: Interpolation;
  /** What pixels from outside hold; null means 0. @defaultValue null */
  readonly fill?: FillByKind;
}

const MIX = {
  severity: int(3),
  mixtureWidth: int(3),
  chainDepth: int(-1),
  alpha: float(1),
  allOps: bool(true),
  ...how('bilinear'),
};
/** Shares that sum to 1, one row for each row. */
const dirichlet = (rows: Tensor): Tensor => (torch.ops.aten['_sample_dirichlet'] as (rows: Tensor) => Tensor)(rows);

/** How many strengths there are. */
const BINS = 10;

/**
 * Mixes a picture with what several chains of operations make of it.
 *
 * @throws TypeError for samples with boxes or masks.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.AugMix.html
 * @example
 * new vision.transforms.AugMix().forward(torch.rand([3, 32, 32])).shape; // [3, 32, 32]
 */
export class AugMix extends Augment {
  readonly severity: number;
  readonly mixtureWidth: number;
  readonly chainDepth: number;
  readonly alpha: number;
  readonly allOps: boolean;

  constructor(
    ...args: Mixed<
      [
        severity?: number,
        mixtureWidth?: number,
        chainDepth?: number,
        alpha?: number,
        allOps?: boolean,
        interpolation?: Interpolation,
        fill?: FillByKind,
      ],
      AugMixOptions
    >
  ) {
    const read = readArguments('AugMix', MIX, args);
    super(read.interpolation, read.fill);
    if (read.severity < 1 || read.severity > BINS) {
      throw valueError(`The severity must be between [1, ${BINS}]. Got ${read.severity} instead.`);
    }
    this.severity = read.severity;
    this.mixtureWidth = read.mixtureWidth;
    this.chainDepth = read.chainDepth;
    this.alpha = read.alpha;
    this.allOps = read.allOps;
  }

  protected override augment(image: Tensor, height: number, width: number): Tensor {
    const { shape, dtype } = image;
    const ndim = image instanceof Video ? 5 : 4;
    const lacking = new Array<number>(Math.max(ndim - shape.length, 0)).fill(1);
    const batch = plain(image).reshape([...lacking, ...shape]);
    const count = batch.shape[0] as number;
    const each = [count, ...batch.shape.slice(1).map(() => 1)];
    const options = { dtype: torch.getDefaultDtype(), device: batch.device };
    const shares = (length: number): Tensor => dirichlet(torch.full([length], this.alpha, options).expand([count, -1]));
    const m = shares(2);
    const weights = shares(this.mixtureWidth).mul(m.index(':', 1).reshape([count, -1]));
    const mix = m.index(':', 0).reshape(each).mul(batch);
    for (let i = 0; i < this.mixtureWidth; i++) {
      mix.add_(
        weights
          .index(':', i)
          .reshape(each)
          .mul(this.chain(batch, height, width)),
      );
    }
    const out = mix.reshape([...shape]).to(dtype);
    return isPureTensor(image) ? out : wrap(out, { like: image });
  }

  /** Operations one after the other. */
  private chain(batch: Tensor, height: number, width: number): Tensor {
    const depth = this.chainDepth > 0 ? this.chainDepth : integer(1, 4);
    let picture = batch;
    for (let i = 0; i < depth; i++) {
      const [name, operation] = drawOperation(this.allOps ? AUG_MIX : AUG_MIX_PARTIAL);
      const strength = strengthOf(operation, () => integer(0, this.severity), BINS, [height, width]);
      picture = this.run(picture, name, strength);
    }
    return picture;
  }

  protected override shown(): Shown {
    return { floats: ['alpha'] };
  }
}

export { AutoAugmentPolicy };
