import type {
  BatchNormOptions,
  ConvOptions,
  ConvTransposeOptions,
  LazyInstanceNormOptions,
  Ints,
  LinearOptions,
} from '../options';
import {
  BATCH_NORM,
  type NormArguments,
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  INSTANCE_NORM,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
} from './batch-norm';
import {
  CONV,
  CONV_TRANSPOSE,
  type ConvArguments,
  type ConvTransposeArguments,
  Conv1d,
  Conv2d,
  Conv3d,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
} from './convolution';
import { type Size, type Target, lazy } from './lazy-layer';
import { LINEAR, Linear, type LinearArguments } from './linear';
import { bool, float, int, nullable } from '../../arguments/fields';

/**
 * Layers that learn their input's size from the first input, or from the state dict that is loaded first. From then on
 * they are the layer that they are named after. Until then they have no parameters: make the optimizer afterwards.
 */

const { inFeatures: _inFeatures, ...LAZY_LINEAR } = LINEAR;

const IN_FEATURES: Size = {
  ofInput: ({ shape }) => shape.at(-1) ?? 0,
  ofSaved: (shapeOf) => shapeOf('weight')?.[1],
};

/**
 * A {@link Linear} that takes `inFeatures` from its first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyLinear.html
 * @example
 * new nn.LazyLinear(30).forward(torch.randn([128, 20])).shape; // [128, 30]
 */
export class LazyLinear extends lazy<[outFeatures: number], LinearArguments, LinearOptions>(
  Linear,
  LINEAR,
  LAZY_LINEAR,
  IN_FEATURES,
) {}

const { inChannels: _inChannels, ...LAZY_CONV } = CONV;
const { inChannels: _transposedChannels, ...LAZY_TRANSPOSE } = CONV_TRANSPOSE;

/** The channels of an input of `dims` dimensions, with a batch before them or without. */
const channels =
  (dims: number): Size['ofInput'] =>
  ({ shape }) =>
    shape[shape.length === dims + 1 ? 0 : 1] ?? 0;

const convolution = (target: Target, dims: 1 | 2 | 3) =>
  lazy<[outChannels: number, kernelSize: Ints], ConvArguments, ConvOptions>(target, CONV, LAZY_CONV, {
    ofInput: channels(dims),
    ofSaved: (shapeOf, layer) => {
      const perGroup = shapeOf('weight')?.[1];
      return perGroup === undefined ? undefined : perGroup * (layer as { groups: number }).groups;
    },
  });

const transposed = (target: Target, dims: 1 | 2 | 3) =>
  lazy<[outChannels: number, kernelSize: Ints], ConvTransposeArguments, ConvTransposeOptions>(
    target,
    CONV_TRANSPOSE,
    LAZY_TRANSPOSE,
    { ofInput: channels(dims), ofSaved: (shapeOf) => shapeOf('weight')?.[0] },
  );

const { numFeatures: _numFeatures, ...LAZY_BATCH_NORM } = BATCH_NORM;
// By default, Python's lazy instance norms have weights and running statistics, unlike the others.
const LAZY_INSTANCE_NORM = {
  ...{ eps: float(1e-5), momentum: nullable(float(), 0.1), affine: bool(true), trackRunningStats: bool(true) },
  ...{ device: INSTANCE_NORM.device, dtype: INSTANCE_NORM.dtype, bias: INSTANCE_NORM.bias },
};
const FULL_INSTANCE_NORM = { numFeatures: int(), ...LAZY_INSTANCE_NORM };

const NUM_FEATURES: Size = {
  ofInput: ({ shape }) => shape[1] ?? 0,
  ofSaved: (shapeOf) => (shapeOf('weight') ?? shapeOf('running_mean'))?.[0],
};

const batchNorm = (target: Target) =>
  lazy<[], NormArguments, BatchNormOptions>(target, BATCH_NORM, LAZY_BATCH_NORM, NUM_FEATURES);

const instanceNorm = (target: Target) =>
  lazy<[], NormArguments, LazyInstanceNormOptions>(target, FULL_INSTANCE_NORM, LAZY_INSTANCE_NORM, NUM_FEATURES);

/**
 * A {@link Conv1d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConv1d.html
 * @example
 * new nn.LazyConv1d(6, 3).forward(torch.randn([2, 4, 9]));
 */
export class LazyConv1d extends convolution(Conv1d, 1) {}

/**
 * A {@link ConvTranspose1d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConvTranspose1d.html
 * @example
 * new nn.LazyConvTranspose1d(6, 3).forward(torch.randn([2, 4, 9]));
 */
export class LazyConvTranspose1d extends transposed(ConvTranspose1d, 1) {}

/**
 * A {@link BatchNorm1d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyBatchNorm1d.html
 * @example
 * new nn.LazyBatchNorm1d().forward(torch.randn([2, 4, 9]));
 */
export class LazyBatchNorm1d extends batchNorm(BatchNorm1d) {}

/**
 * A {@link InstanceNorm1d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyInstanceNorm1d.html
 * @example
 * new nn.LazyInstanceNorm1d().forward(torch.randn([2, 4, 9]));
 */
export class LazyInstanceNorm1d extends instanceNorm(InstanceNorm1d) {}

/**
 * A {@link Conv2d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConv2d.html
 * @example
 * new nn.LazyConv2d(6, 3).forward(torch.randn([2, 4, 8, 7]));
 */
export class LazyConv2d extends convolution(Conv2d, 2) {}

/**
 * A {@link ConvTranspose2d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConvTranspose2d.html
 * @example
 * new nn.LazyConvTranspose2d(6, 3).forward(torch.randn([2, 4, 8, 7]));
 */
export class LazyConvTranspose2d extends transposed(ConvTranspose2d, 2) {}

/**
 * A {@link BatchNorm2d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyBatchNorm2d.html
 * @example
 * new nn.LazyBatchNorm2d().forward(torch.randn([2, 4, 8, 7]));
 */
export class LazyBatchNorm2d extends batchNorm(BatchNorm2d) {}

/**
 * A {@link InstanceNorm2d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyInstanceNorm2d.html
 * @example
 * new nn.LazyInstanceNorm2d().forward(torch.randn([2, 4, 8, 7]));
 */
export class LazyInstanceNorm2d extends instanceNorm(InstanceNorm2d) {}

/**
 * A {@link Conv3d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConv3d.html
 * @example
 * new nn.LazyConv3d(6, 3).forward(torch.randn([2, 4, 5, 6, 7]));
 */
export class LazyConv3d extends convolution(Conv3d, 3) {}

/**
 * A {@link ConvTranspose3d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConvTranspose3d.html
 * @example
 * new nn.LazyConvTranspose3d(6, 3).forward(torch.randn([2, 4, 5, 6, 7]));
 */
export class LazyConvTranspose3d extends transposed(ConvTranspose3d, 3) {}

/**
 * A {@link BatchNorm3d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyBatchNorm3d.html
 * @example
 * new nn.LazyBatchNorm3d().forward(torch.randn([2, 4, 5, 6, 7]));
 */
export class LazyBatchNorm3d extends batchNorm(BatchNorm3d) {}

/**
 * A {@link InstanceNorm3d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyInstanceNorm3d.html
 * @example
 * new nn.LazyInstanceNorm3d().forward(torch.randn([2, 4, 5, 6, 7]));
 */
export class LazyInstanceNorm3d extends instanceNorm(InstanceNorm3d) {}
