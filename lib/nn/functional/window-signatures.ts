import type { Tensor } from '../../ops/tensor-methods';
import type * as Options from '../options';
import type { Ints } from '../options';
import type { Named, Pair, Plain, Pooled } from './calls';

type ConvCall = Named<
  [input: Tensor, weight: Tensor],
  [bias?: Tensor | null, stride?: Ints, padding?: Ints | 'valid' | 'same', dilation?: Ints, groups?: number],
  Options.ConvFunctionOptions,
  'weight'
>;
type ConvTransposeCall = Named<
  [input: Tensor, weight: Tensor],
  [bias?: Tensor | null, stride?: Ints, padding?: Ints, outputPadding?: Ints, groups?: number, dilation?: Ints],
  Options.ConvTransposeFunctionOptions,
  'weight'
>;
type MaxPoolCall = Named<
  [input: Tensor, kernelSize: Ints],
  [stride?: Ints | null, padding?: Ints, dilation?: Ints, ceilMode?: boolean, returnIndices?: boolean],
  Options.MaxPoolOptions,
  'kernelSize',
  Pooled
>;
type MaxPoolWithIndicesCall = Named<
  [input: Tensor, kernelSize: Ints],
  [stride?: Ints | null, padding?: Ints, dilation?: Ints, ceilMode?: boolean, returnIndices?: boolean],
  Options.MaxPoolOptions,
  'kernelSize',
  Pair
>;
type AdaptiveMaxPoolCall = Named<
  [input: Tensor, outputSize: number | null | readonly (number | null)[]],
  [returnIndices?: boolean],
  Options.ReturnIndicesOptions,
  'outputSize',
  Pooled
>;
type AdaptiveMaxPoolWithIndicesCall = Named<
  [input: Tensor, outputSize: number | null | readonly (number | null)[]],
  [returnIndices?: boolean],
  Options.ReturnIndicesOptions,
  'outputSize',
  Pair
>;
type FractionalMaxPoolCall = Named<
  [input: Tensor, kernelSize: Ints],
  [
    outputSize?: Ints | null,
    outputRatio?: number | readonly number[] | null,
    returnIndices?: boolean,
    _randomSamples?: Tensor | null,
  ],
  Options.FractionalMaxPoolOptions,
  'kernelSize',
  Pooled
>;
type FractionalMaxPoolWithIndicesCall = Named<
  [input: Tensor, kernelSize: Ints],
  [
    outputSize?: Ints | null,
    outputRatio?: number | readonly number[] | null,
    returnIndices?: boolean,
    _randomSamples?: Tensor | null,
  ],
  Options.FractionalMaxPoolOptions,
  'kernelSize',
  Pair
>;
type AvgPoolCall = Named<
  [input: Tensor, kernelSize: Ints],
  [
    stride?: Ints | null,
    padding?: Ints,
    ceilMode?: boolean,
    countIncludePad?: boolean,
    divisorOverride?: number | null,
  ],
  Options.AvgPoolNdOptions,
  'kernelSize'
>;
type AdaptiveAvgPoolCall = Named<
  [input: Tensor, outputSize: number | null | readonly (number | null)[]],
  [],
  Options.NoOptions,
  'outputSize'
>;
type LpPoolCall = Named<
  [input: Tensor, normType: number, kernelSize: Ints],
  [stride?: Ints | null, ceilMode?: boolean],
  Options.LPPoolOptions,
  'normType' | 'kernelSize'
>;
type ResizeCall = Plain<
  [input: Tensor],
  [size?: Ints | null, scaleFactor?: number | readonly number[] | null],
  Options.ResizeOptions
>;
type MaxUnpoolCall = Named<
  [input: Tensor, indices: Tensor, kernelSize: Ints],
  [stride?: Ints | null, padding?: Ints, outputSize?: readonly number[] | null],
  Options.MaxUnpoolFunctionOptions,
  'indices' | 'kernelSize'
>;
type ShuffleCall = Named<[input: Tensor, groups: number], [], Options.NoOptions, 'groups'>;

/** Convolutions, pools and what changes sizes, by name. */
export interface WindowSignatures {
  conv1d: ConvCall;
  conv2d: ConvCall;
  conv3d: ConvCall;
  convTranspose1d: ConvTransposeCall;
  convTranspose2d: ConvTransposeCall;
  convTranspose3d: ConvTransposeCall;
  convTbc: Named<
    [input: Tensor, weight: Tensor, bias: Tensor],
    [pad?: number],
    Options.ConvTbcOptions,
    'weight' | 'bias'
  >;
  linear: Named<[input: Tensor, weight: Tensor], [bias?: Tensor | null], Options.BiasArgument, 'weight'>;
  bilinear: Named<
    [input1: Tensor, input2: Tensor, weight: Tensor],
    [bias?: Tensor | null],
    Options.BiasArgument,
    'input2' | 'weight'
  >;
  unfold: Named<
    [input: Tensor, kernelSize: Ints],
    [dilation?: Ints, padding?: Ints, stride?: Ints],
    Options.BlockOptions,
    'kernelSize'
  >;
  fold: Named<
    [input: Tensor, outputSize: Ints, kernelSize: Ints],
    [dilation?: Ints, padding?: Ints, stride?: Ints],
    Options.BlockOptions,
    'outputSize' | 'kernelSize'
  >;
  maxPool1d: MaxPoolCall;
  maxPool2d: MaxPoolCall;
  maxPool3d: MaxPoolCall;
  maxPool1dWithIndices: MaxPoolWithIndicesCall;
  maxPool2dWithIndices: MaxPoolWithIndicesCall;
  maxPool3dWithIndices: MaxPoolWithIndicesCall;
  adaptiveMaxPool1d: AdaptiveMaxPoolCall;
  adaptiveMaxPool2d: AdaptiveMaxPoolCall;
  adaptiveMaxPool3d: AdaptiveMaxPoolCall;
  adaptiveMaxPool1dWithIndices: AdaptiveMaxPoolWithIndicesCall;
  adaptiveMaxPool2dWithIndices: AdaptiveMaxPoolWithIndicesCall;
  adaptiveMaxPool3dWithIndices: AdaptiveMaxPoolWithIndicesCall;
  fractionalMaxPool2d: FractionalMaxPoolCall;
  fractionalMaxPool3d: FractionalMaxPoolCall;
  fractionalMaxPool2dWithIndices: FractionalMaxPoolWithIndicesCall;
  fractionalMaxPool3dWithIndices: FractionalMaxPoolWithIndicesCall;
  avgPool1d: Named<
    [input: Tensor, kernelSize: Ints],
    [stride?: Ints | null, padding?: Ints, ceilMode?: boolean, countIncludePad?: boolean],
    Options.AvgPoolOptions,
    'kernelSize'
  >;
  avgPool2d: AvgPoolCall;
  avgPool3d: AvgPoolCall;
  adaptiveAvgPool1d: AdaptiveAvgPoolCall;
  adaptiveAvgPool2d: AdaptiveAvgPoolCall;
  adaptiveAvgPool3d: AdaptiveAvgPoolCall;
  lpPool1d: LpPoolCall;
  lpPool2d: LpPoolCall;
  lpPool3d: LpPoolCall;
  interpolate: Plain<
    [input: Tensor],
    [
      size?: Ints | null,
      scaleFactor?: number | readonly number[] | null,
      mode?: Options.UpsampleFunctionOptions['mode'],
      alignCorners?: boolean | null,
      recomputeScaleFactor?: boolean | null,
      antialias?: boolean,
    ],
    Options.InterpolateOptions
  >;
  upsample: Plain<
    [input: Tensor],
    [
      size?: Ints | null,
      scaleFactor?: number | readonly number[] | null,
      mode?: Options.UpsampleFunctionOptions['mode'],
      alignCorners?: boolean | null,
    ],
    Options.UpsampleFunctionOptions
  >;
  upsampleNearest: ResizeCall;
  upsampleBilinear: ResizeCall;
  maxUnpool1d: MaxUnpoolCall;
  maxUnpool2d: MaxUnpoolCall;
  maxUnpool3d: MaxUnpoolCall;
  gridSample: Named<
    [input: Tensor, grid: Tensor],
    [
      mode?: 'bilinear' | 'nearest' | 'bicubic',
      paddingMode?: 'zeros' | 'border' | 'reflection',
      alignCorners?: boolean | null,
    ],
    Options.GridSampleOptions,
    'grid'
  >;
  affineGrid: Named<
    [theta: Tensor, size: readonly number[]],
    [alignCorners?: boolean | null],
    Options.AlignCornersOptions,
    'size'
  >;
  pixelShuffle: Named<[input: Tensor, upscaleFactor: number], [], Options.NoOptions, 'upscaleFactor'>;
  channelShuffle: ShuffleCall;
  nativeChannelShuffle: ShuffleCall;
  pad: Named<
    [input: Tensor, pad: readonly number[]],
    [mode?: Options.PadOptions['mode'], value?: number | null],
    Options.PadOptions,
    'pad'
  >;
}
