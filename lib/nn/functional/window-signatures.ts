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
type MaxPoolCall<R> = Named<
  [input: Tensor, kernelSize: Ints],
  [stride?: Ints | null, padding?: Ints, dilation?: Ints, ceilMode?: boolean, returnIndices?: boolean],
  Options.MaxPoolOptions,
  'kernelSize',
  R
>;
type AdaptiveMaxPoolCall<R> = Named<
  [input: Tensor, outputSize: Options.AdaptivePoolArguments['outputSize']],
  [returnIndices?: boolean],
  Options.ReturnIndicesOptions,
  'outputSize',
  R
>;
type FractionalMaxPoolCall<R> = Named<
  [input: Tensor, kernelSize: Ints],
  [
    outputSize?: Ints | null,
    outputRatio?: number | readonly number[] | null,
    returnIndices?: boolean,
    _randomSamples?: Tensor | null,
  ],
  Options.FractionalMaxPoolOptions,
  'kernelSize',
  R
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
  [input: Tensor, outputSize: Options.AdaptivePoolArguments['outputSize']],
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
export interface WindowSignatures
  extends Readonly<Record<`conv${1 | 2 | 3}d`, ConvCall>>,
    Readonly<Record<`convTranspose${1 | 2 | 3}d`, ConvTransposeCall>>,
    Readonly<Record<`maxPool${1 | 2 | 3}d`, MaxPoolCall<Pooled>>>,
    Readonly<Record<`maxPool${1 | 2 | 3}dWithIndices`, MaxPoolCall<Pair>>>,
    Readonly<Record<`adaptiveMaxPool${1 | 2 | 3}d`, AdaptiveMaxPoolCall<Pooled>>>,
    Readonly<Record<`adaptiveMaxPool${1 | 2 | 3}dWithIndices`, AdaptiveMaxPoolCall<Pair>>>,
    Readonly<Record<`fractionalMaxPool${2 | 3}d`, FractionalMaxPoolCall<Pooled>>>,
    Readonly<Record<`fractionalMaxPool${2 | 3}dWithIndices`, FractionalMaxPoolCall<Pair>>>,
    Readonly<Record<`avgPool${2 | 3}d`, AvgPoolCall>>,
    Readonly<Record<`adaptiveAvgPool${1 | 2 | 3}d`, AdaptiveAvgPoolCall>>,
    Readonly<Record<`lpPool${1 | 2 | 3}d`, LpPoolCall>>,
    Readonly<Record<`maxUnpool${1 | 2 | 3}d`, MaxUnpoolCall>> {
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
  avgPool1d: Named<
    [input: Tensor, kernelSize: Ints],
    [stride?: Ints | null, padding?: Ints, ceilMode?: boolean, countIncludePad?: boolean],
    Options.AvgPoolOptions,
    'kernelSize'
  >;
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
