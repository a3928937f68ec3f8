/** The blocks that torchvision's models are made of: `torchvision.ops.misc`. */
import { bool, callback, int, ints, keyword, nullable, optional, str, either, float } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { SnakeKeys } from '../snake-keys';

/** Makes the normalization of that many channels. */
export type NormLayer = (channels: number) => nn.Module;
/** Makes an activation; `inplace` is undefined where the layer's own default is meant. */
export type ActivationLayer = (inplace?: boolean) => nn.Module;

export const batchNorm: NormLayer = (channels) => new nn.BatchNorm2d(channels);
export const relu: ActivationLayer = (inplace = false) => new nn.ReLU({ inplace });
export const relu6: ActivationLayer = (inplace = false) => new nn.ReLU6({ inplace });
export const silu: ActivationLayer = (inplace = false) => new nn.SiLU({ inplace });
export const hardswish: ActivationLayer = (inplace = false) => new nn.Hardswish({ inplace });
export const sigmoid: ActivationLayer = () => new nn.Sigmoid();
export const hardsigmoid: ActivationLayer = () => new nn.Hardsigmoid();
export const gelu: ActivationLayer = () => new nn.GELU();

export interface ConvNormActivationOptions {
  /** The size of the kernel. @defaultValue 3 */
  readonly kernelSize?: number | readonly number[];
  /** The step of the kernel. @defaultValue 1 */
  readonly stride?: number | readonly number[];
  /** What is added at each side. @defaultValue null, which means `(kernelSize - 1) / 2 * dilation`, rounded down */
  readonly padding?: number | readonly number[] | 'same' | 'valid' | null;
  /** Into how many groups channels are divided. @defaultValue 1 */
  readonly groups?: number;
  /** Makes the normalization after the convolution; null leaves it out. @defaultValue `nn.BatchNorm2d` */
  readonly normLayer?: NormLayer | null;
  /** Makes the activation at the end; null leaves it out. @defaultValue `nn.ReLU` */
  readonly activationLayer?: ActivationLayer | null;
  /** The distance of the kernel's elements. @defaultValue 1 */
  readonly dilation?: number | readonly number[];
  /** Whether the activation overwrites its input; null leaves that to the activation. @defaultValue true */
  readonly inplace?: boolean | null;
  /** Whether the convolution has a bias. @defaultValue null, which means that it has one where there is no normalization */
  readonly bias?: boolean | null;
}

const CONV_NORM = {
  kernelSize: ints(3),
  stride: ints(1),
  padding: nullable(either(ints(), str())),
  groups: int(1),
  normLayer: nullable(callback<NormLayer>(), batchNorm),
  activationLayer: nullable(callback<ActivationLayer>(), relu),
  dilation: ints(1),
  inplace: nullable(bool(), true),
  bias: nullable(bool()),
};

/** What keeps the size of the picture at stride 1. */
function samePadding(kernelSize: number | readonly number[], dilation: number | readonly number[]): number | number[] {
  const along = (kernel: number, distance: number): number => Math.floor((kernel - 1) / 2) * distance;
  if (typeof kernelSize === 'number' && typeof dilation === 'number') return along(kernelSize, dilation);
  const pair = (one: number | readonly number[]): readonly number[] => (typeof one === 'number' ? [one, one] : one);
  return pair(kernelSize).map((kernel, i) => along(kernel, pair(dilation)[i] as number));
}

/**
 * A convolution of pictures, its normalization and its activation.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.Conv2dNormActivation.html
 * @example
 * const block = new vision.ops.Conv2dNormActivation(3, 8, { stride: 2 });
 * block.forward(torch.ones([1, 3, 16, 16])).shape; // [1, 8, 8, 8]
 */
export class Conv2dNormActivation extends nn.Sequential {
  readonly outChannels: number;

  constructor(inChannels: number, outChannels: number, options: ConvNormActivationOptions = {}) {
    const read = readOptions('Conv2dNormActivation', CONV_NORM, options);
    const { kernelSize, stride, dilation, groups, normLayer, activationLayer } = read;
    const padding = (read.padding ?? samePadding(kernelSize, dilation)) as number;
    const bias = read.bias ?? normLayer === null;
    const convolution = { stride: stride as number, padding, dilation: dilation as number, groups, bias };
    super(
      new nn.Conv2d(inChannels, outChannels, kernelSize, convolution),
      ...(normLayer ? [normLayer(outChannels)] : []),
      ...(activationLayer ? [activationLayer(read.inplace ?? undefined)] : []),
    );
    this.outChannels = outChannels;
  }
}

export interface SqueezeExcitationOptions {
  /** Makes the activation between the two convolutions. @defaultValue `nn.ReLU` */
  readonly activation?: ActivationLayer;
  /** Makes the activation of the scale. @defaultValue `nn.Sigmoid` */
  readonly scaleActivation?: ActivationLayer;
}

const SQUEEZE = {
  activation: optional(callback<ActivationLayer>()),
  scaleActivation: optional(callback<ActivationLayer>()),
};

/**
 * Scales each channel by what the whole picture says of it.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.SqueezeExcitation.html
 * @example
 * new vision.ops.SqueezeExcitation(16, 4).forward(torch.ones([1, 16, 8, 8])).shape; // [1, 16, 8, 8]
 */
export class SqueezeExcitation extends SnakeKeys {
  readonly avgpool = new nn.AdaptiveAvgPool2d(1);
  readonly fc1: nn.Conv2d;
  readonly fc2: nn.Conv2d;
  readonly activation: nn.Module;
  readonly scaleActivation: nn.Module;

  constructor(inputChannels: number, squeezeChannels: number, options: SqueezeExcitationOptions = {}) {
    super();
    const { activation = relu, scaleActivation = sigmoid } = readOptions('SqueezeExcitation', SQUEEZE, options);
    this.fc1 = new nn.Conv2d(inputChannels, squeezeChannels, 1);
    this.fc2 = new nn.Conv2d(squeezeChannels, inputChannels, 1);
    this.activation = activation();
    this.scaleActivation = scaleActivation();
  }

  override forward(input: Tensor): Tensor {
    const squeezed = run(this.activation, this.fc1.forward(this.avgpool.forward(input)));
    return run(this.scaleActivation, this.fc2.forward(squeezed)).mul(input);
  }
}

export interface MLPOptions {
  /** Makes the normalization after each linear layer but the last. @defaultValue null */
  readonly normLayer?: NormLayer | null;
  /** Makes the activation after each linear layer but the last. @defaultValue `nn.ReLU` */
  readonly activationLayer?: ActivationLayer;
  /** Whether activations and dropout overwrite their inputs; null leaves that to them. @defaultValue null */
  readonly inplace?: boolean | null;
  /** Whether the linear layers have a bias. @defaultValue true */
  readonly bias?: boolean;
  /** The probability that dropout zeroes a number. @defaultValue 0 */
  readonly dropout?: number;
}

const MLP_OPTIONS = {
  normLayer: nullable(callback<NormLayer>()),
  activationLayer: optional(callback<ActivationLayer>()),
  inplace: nullable(bool()),
  bias: bool(true),
  dropout: float(0),
};

/**
 * Linear layers with activations and dropout.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.MLP.html
 * @example
 * new vision.ops.MLP(8, [16, 4]).forward(torch.ones([2, 8])).shape; // [2, 4]
 */
export class MLP extends nn.Sequential {
  constructor(inChannels: number, hiddenChannels: readonly number[], options: MLPOptions = {}) {
    const { normLayer, activationLayer = relu, inplace, bias, dropout } = readOptions('MLP', MLP_OPTIONS, options);
    const drop = (): nn.Module => new nn.Dropout(dropout, inplace === null ? {} : { inplace });
    const last = hiddenChannels.length - 1;
    super(
      ...hiddenChannels.flatMap((size, i) => [
        new nn.Linear(hiddenChannels[i - 1] ?? inChannels, size, { bias }),
        ...(i < last && normLayer ? [normLayer(size)] : []),
        ...(i < last ? [activationLayer(inplace ?? undefined)] : []),
        drop(),
      ]),
    );
  }
}

/**
 * A view with the axes in another order.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.Permute.html
 * @example
 * new vision.ops.Permute([0, 2, 3, 1]).forward(torch.ones([1, 3, 4, 5])).shape; // [1, 4, 5, 3]
 */
export class Permute extends nn.Module {
  readonly dims: readonly number[];

  constructor(dims: readonly number[]) {
    super();
    this.dims = dims;
  }

  override forward(x: Tensor): Tensor {
    return x.permute(this.dims);
  }
}

/**
 * Batch normalization whose statistics and weights stay as they are: buffers, not parameters.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.FrozenBatchNorm2d.html
 * @example
 * new vision.ops.FrozenBatchNorm2d(3).forward(torch.ones([1, 3, 2, 2])).shape; // [1, 3, 2, 2]
 */
export class FrozenBatchNorm2d extends SnakeKeys {
  declare weight: Tensor;
  declare bias: Tensor;
  declare runningMean: Tensor;
  declare runningVar: Tensor;
  readonly eps: number;

  constructor(
    numFeatures: number,
    options: {
      /** Added to the variance. @defaultValue 1e-5 */
      readonly eps?: number;
    } = {},
  ) {
    super();
    this.eps = readOptions('FrozenBatchNorm2d', { eps: keyword(float(1e-5)) }, options).eps;
    this.registerBuffer('weight', torch.ones([numFeatures]));
    this.registerBuffer('bias', torch.zeros([numFeatures]));
    this.registerBuffer('runningMean', torch.zeros([numFeatures]));
    this.registerBuffer('runningVar', torch.ones([numFeatures]));
    // Batch normalizations that learned have one more.
    this.registerLoadStateDictPreHook((_module, { entries }, prefix) => {
      entries.delete(`${prefix}num_batches_tracked`);
    });
  }

  override forward(x: Tensor): Tensor {
    const [weight, bias, mean, variance] = [this.weight, this.bias, this.runningMean, this.runningVar].map((tensor) =>
      tensor.reshape([1, -1, 1, 1]),
    ) as [Tensor, Tensor, Tensor, Tensor];
    const scale = weight.mul(variance.add(this.eps).rsqrt());
    return x.mul(scale).add(bias.sub(mean.mul(scale)));
  }

  override extraRepr(): string {
    return `${this.weight.shape[0]}, eps=${this.eps}`;
  }
}

/** Calls a module of whatever class with one tensor. */
export function run(module: nn.Module, x: Tensor): Tensor {
  return (module as { forward(input: Tensor): Tensor }).forward(x);
}
