import { bool, callback, float, required, value } from '../../arguments/fields';
import { nameOf } from '../../arguments/describe';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { typeError, valueError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { Image, TVTensor, Video, wrap } from '../tv-tensors/index';
import { isPureTensor, plain } from '../tv-tensors/tv-tensor';
import { tupleText } from '../text';
import { isNumbers, pairOf, tensor, twoNumbers, unchecked } from './arguments';
import { uniform } from './draw';
import { adding, blurring, normalizing } from './functional/filter';
import { type RawPixels, toImage } from './functional/to-image';
import { type Params, type Shown, Transform } from './transform';
import type { NumberOrList } from './types';

/**
 * Changes nothing.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Identity.html
 * @example
 * new vision.transforms.Identity().forward(torch.ones([2])).tolist(); // [1, 1]
 */
export class Identity extends Transform {
  override transform(inpt: Tensor): Tensor {
    return inpt;
  }
}

/** A class, whatever its constructor takes, and whether it is public or not. */
interface AnyClass {
  readonly name: string;
  readonly prototype: unknown;
  [Symbol.hasInstance](instance: unknown): boolean;
}

/**
 * Calls a function for each leaf of a sample, or for those of some classes.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Lambda.html
 * @example
 * new vision.transforms.Lambda((x: torch.Tensor) => x.mul(2), torch.Tensor).forward(torch.ones([2])).tolist(); // [2, 2]
 */
export class Lambda extends Transform {
  readonly lambd: (inpt: never) => unknown;
  readonly types: readonly AnyClass[];

  constructor(lambd: (inpt: never) => unknown, ...types: readonly AnyClass[]) {
    super();
    this.lambd = readArguments('Lambda', { lambd: required(callback<(inpt: never) => unknown>()) }, [lambd]).lambd;
    const wrong = types.find((type: unknown) => typeof type !== 'function');
    if (wrong !== undefined) throw typeError(`Lambda(): expected classes after the function, got ${nameOf(wrong)}`);
    this.types = types;
  }

  override handles(): boolean {
    return true;
  }

  override transform(inpt: unknown): unknown {
    const called = this.types.length === 0 || this.types.some((type) => inpt instanceof type);
    return called ? this.lambd(inpt as never) : inpt;
  }

  override extraRepr(): string {
    const names = this.types.length ? this.types.map(({ name }) => `'${name}'`) : ["'object'"];
    return `${this.lambd.name || '<lambda>'}, types=[${names.join(', ')}]`;
  }
}

export interface LinearTransformationOptions {
  /** `[D, D]`, where D is the number of values of a picture. */
  readonly transformationMatrix?: Tensor;
  /** `[D]`, which is subtracted first. */
  readonly meanVector?: Tensor;
}

/**
 * Takes all values of a picture through a matrix, as for whitening.
 *
 * @throws TorchValueError where sizes do not fit.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.LinearTransformation.html
 * @example
 * new vision.transforms.LinearTransformation(torch.eye(4), torch.ones([4])).forward(torch.ones([1, 2, 2])).sum().item(); // 0
 */
export class LinearTransformation extends Transform {
  readonly transformationMatrix: Tensor;
  readonly meanVector: Tensor;

  constructor(...args: Mixed<[transformationMatrix: Tensor, meanVector: Tensor], LinearTransformationOptions>) {
    super();
    const table = { transformationMatrix: tensor(), meanVector: tensor() };
    const { transformationMatrix: matrix, meanVector: mean } = readArguments('LinearTransformation', table, args);
    const shape = tupleText(matrix.shape);
    if (matrix.ndim !== 2 || matrix.shape[0] !== matrix.shape[1]) {
      throw valueError(`transformationMatrix should be square. Got ${shape} rectangular matrix.`);
    }
    if (mean.shape[0] !== matrix.shape[0]) {
      throw valueError(
        `meanVector should have the same length ${mean.shape[0] ?? 0} ` +
          `as any one of the dimensions of the transformationMatrix [${shape}]`,
      );
    }
    if (matrix.device.toString() !== mean.device.toString()) {
      throw valueError(`Input tensors should be on the same device. Got ${matrix.device} and ${mean.device}`);
    }
    if (matrix.dtype !== mean.dtype) {
      throw valueError(`Input tensors should have the same dtype. Got ${matrix.dtype} and ${mean.dtype}`);
    }
    this.transformationMatrix = torch.keep(matrix);
    this.meanVector = torch.keep(mean);
  }

  override handles(leaf: unknown): boolean {
    return isPureTensor(leaf) || leaf instanceof Image || leaf instanceof Video;
  }

  override transform(inpt: Tensor): Tensor {
    const { shape } = inpt;
    const [channels, height, width] = shape.slice(-3) as [number, number, number];
    const count = channels * height * width;
    if (count !== this.transformationMatrix.shape[0]) {
      throw valueError(
        'Input tensor and transformation matrix have incompatible shape.' +
          `[${channels} x ${height} x ${width}] != ${this.transformationMatrix.shape[0] ?? 0}`,
      );
    }
    const flat = plain(inpt).reshape([-1, count]).sub(this.meanVector);
    const out = flat.mm(this.transformationMatrix.to(flat.dtype)).reshape(shape);
    return inpt instanceof TVTensor ? wrap(out, { like: inpt }) : out;
  }

  override extraRepr(): string {
    return '';
  }
}

export interface NormalizeTransformOptions {
  /** What is subtracted from each channel. */
  readonly mean?: readonly number[];
  /** By what each channel is divided. */
  readonly std?: readonly number[];
  /** Change the picture itself. @defaultValue false */
  readonly inplace?: boolean;
}

const numbers = value<readonly number[]>('a list of numbers', isNumbers);

/**
 * Subtracts a mean from each channel and divides it by a deviation.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Normalize.html
 * @example
 * new vision.transforms.Normalize([0.5], [0.25]).forward(torch.ones([1, 1, 1])).item(); // 2
 */
export class Normalize extends Transform {
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly inplace: boolean;

  constructor(
    ...args: Mixed<[mean: readonly number[], std: readonly number[], inplace?: boolean], NormalizeTransformOptions>
  ) {
    super();
    const read = readArguments('Normalize', { mean: numbers, std: numbers, inplace: bool(false) }, args);
    this.mean = read.mean;
    this.std = read.std;
    this.inplace = read.inplace;
  }

  override transform(inpt: Tensor): Tensor {
    return normalizing.passing(inpt, this.mean, this.std, this.inplace);
  }

  protected override shown(): Shown {
    return { lists: ['mean', 'std'] };
  }
}

export interface GaussianBlurTransformOptions {
  /** The width and height of the kernel, or one number for both; odd. */
  readonly kernelSize?: NumberOrList;
  /** The range of the width of the bell, or one number. @defaultValue [0.1, 2.0] */
  readonly sigma?: NumberOrList;
}

const BLUR = {
  kernelSize: unchecked<NumberOrList>('a number or two numbers'),
  sigma: unchecked<NumberOrList>('a number or two numbers', [0.1, 2]),
};

/**
 * Blurs by a bell whose width is drawn.
 *
 * @throws TorchValueError for an even size and for a sigma of 0 or less.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.GaussianBlur.html
 * @example
 * new vision.transforms.GaussianBlur(3).forward(torch.rand([3, 8, 8])).shape; // [3, 8, 8]
 */
export class GaussianBlur extends Transform {
  readonly kernelSize: readonly [number, number];
  readonly sigma: readonly [number, number];

  constructor(...args: Mixed<[kernelSize: NumberOrList, sigma?: NumberOrList], GaussianBlurTransformOptions>) {
    super();
    const { kernelSize, sigma } = readArguments('GaussianBlur', BLUR, args);
    this.kernelSize = pairOf(kernelSize, 'Kernel size should be a tuple/list of two integers');
    if (this.kernelSize.some((size) => size <= 0 || size % 2 === 0)) {
      throw valueError('Kernel size value should be an odd and positive number.');
    }
    this.sigma = twoNumbers(sigma, 'sigma');
    const [least, most] = this.sigma;
    if (!(least > 0 && least <= most)) {
      throw valueError(`sigma values should be positive and of the form (min, max). Got [${least}, ${most}]`);
    }
  }

  override makeParams(): Params {
    const sigma = uniform(...this.sigma);
    return { sigma: [sigma, sigma] };
  }

  override transform(inpt: Tensor, { sigma }: Params): Tensor {
    return blurring.passing(inpt, this.kernelSize, sigma as number[]);
  }

  protected override shown(): Shown {
    return { floats: ['sigma'], lists: ['sigma'] };
  }
}

export interface GaussianNoiseTransformOptions {
  /** The mean of the noise, for values from 0 to 1. @defaultValue 0 */
  readonly mean?: number;
  /** The deviation of the noise, for values from 0 to 1. @defaultValue 0.1 */
  readonly sigma?: number;
  /** Keep values from 0 to 1, or from 0 to 255. @defaultValue true */
  readonly clip?: boolean;
}

/**
 * Adds noise.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.GaussianNoise.html
 * @example
 * new vision.transforms.GaussianNoise({ sigma: 0.2 }).forward(torch.rand([3, 8, 8])).shape; // [3, 8, 8]
 */
export class GaussianNoise extends Transform {
  readonly mean: number;
  readonly sigma: number;
  readonly clip: boolean;

  constructor(...args: Mixed<[mean?: number, sigma?: number, clip?: boolean], GaussianNoiseTransformOptions>) {
    super();
    const table = { mean: float(0), sigma: float(0.1), clip: bool(true) };
    const { mean, sigma, clip } = readArguments('GaussianNoise', table, args);
    this.mean = mean;
    this.sigma = sigma;
    this.clip = clip;
  }

  override transform(inpt: Tensor): Tensor {
    return adding.passing(inpt, this.mean, this.sigma, this.clip);
  }

  protected override shown(): Shown {
    return { floats: ['mean', 'sigma'] };
  }
}

/**
 * Makes an `Image` of an ordinary tensor, or of pixels that a decoder gives.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ToImage.html
 * @example
 * new vision.transforms.ToImage().forward(torch.rand([3, 4, 4])) instanceof vision.tvTensors.Image; // true
 */
export class ToImage extends Transform {
  override handles(leaf: unknown): boolean {
    return isPureTensor(leaf);
  }

  override transform(inpt: Tensor | RawPixels): Image {
    return toImage(inpt);
  }
}

/**
 * Makes ordinary tensors of torchvision's.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ToPureTensor.html
 * @example
 * const image = new vision.tvTensors.Image(torch.rand([3, 4, 4]));
 * new vision.transforms.ToPureTensor().forward(image) instanceof vision.tvTensors.Image; // false
 */
export class ToPureTensor extends Transform {
  override handles(leaf: unknown): boolean {
    return leaf instanceof TVTensor;
  }

  override transform(inpt: Tensor): Tensor {
    return plain(inpt);
  }
}
