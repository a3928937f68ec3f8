import type { CosineSimilarityOptions, PairwiseDistanceOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import { takes } from '../forward-arguments';
import type {
  DownscaleArguments,
  FlattenOptions,
  FoldArguments,
  Ints,
  ResizeOptions,
  ShuffleArguments,
  UnflattenArguments,
  UnfoldArguments,
  UpsampleOptions,
  UpscaleArguments,
} from '../options';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { aten } from '../functional/define';
import { Layer } from '../layer';
import { type Printable, named, simple } from '../simple';
import { trim } from '../../arguments/read';
import { bool, choice, float, floats, int, ints, listOfInts, nullable } from '../../arguments/fields';
import { something, tensor } from '../../tensor/arguments';

type Scale = number | readonly number[] | null;

/** Layers that rearrange, resize or compare. */

/**
 * Returns its input; it takes any arguments and ignores them.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Identity.html
 * @example
 * new nn.Identity().forward(torch.ones([2]));
 */
export class Identity extends Layer {
  constructor(..._ignored: readonly unknown[]) {
    super();
  }

  static {
    takes(this, { input: something() });
  }

  override forward(input: Tensor): Tensor {
    return input;
  }
}

/**
 * Joins the dimensions from `startDim` to `endDim` into one; by default all but the first.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Flatten.html
 * @example
 * new nn.Flatten().forward(torch.ones([32, 1, 5, 5])).shape; // [32, 25]
 */
export class Flatten extends simple<FlattenOptions, [startDim?: number, endDim?: number]>(
  { startDim: int(1), endDim: int(-1) },
  (x, v) => aten('flatten')(x, v.startDim, v.endDim),
  named('startDim', 'endDim'),
) {}

/**
 * Splits one dimension into several.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Unflatten.html
 * @example
 * new nn.Unflatten(1, [2, 5, 5]).forward(torch.ones([2, 50])).shape; // [2, 2, 5, 5]
 */
export class Unflatten extends simple<UnflattenArguments, [dim: number, unflattenedSize: readonly number[]]>(
  { dim: int(), unflattenedSize: listOfInts() },
  (x, v) => aten('unflatten')(x, v.dim, v.unflattenedSize),
  named('dim', 'unflattenedSize'),
) {}

const BLOCKS = { kernelSize: ints(), dilation: ints(1), padding: ints(0), stride: ints(1) };

/**
 * The blocks of `[N, C, H, W]` as columns: `[N, C·kernel, blocks]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Unfold.html
 * @example
 * new nn.Unfold([2, 3]).forward(torch.randn([2, 5, 3, 4])).shape; // [2, 30, 4]
 */
export class Unfold extends simple<UnfoldArguments, [kernelSize: Ints, dilation?: Ints, padding?: Ints, stride?: Ints]>(
  BLOCKS,
  (x, v) => F.unfold(x, v.kernelSize, v.dilation, v.padding, v.stride),
  named('kernelSize', 'dilation', 'padding', 'stride'),
) {}

/**
 * Adds columns up into blocks: the inverse of {@link Unfold}.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Fold.html
 * @example
 * new nn.Fold([4, 5], [2, 2]).forward(torch.randn([1, 12, 12])).shape; // [1, 3, 4, 5]
 */
export class Fold extends simple<
  FoldArguments,
  [outputSize: Ints, kernelSize: Ints, dilation?: Ints, padding?: Ints, stride?: Ints]
>(
  { outputSize: ints(), ...BLOCKS },
  (x, v) => F.fold(x, v.outputSize, v.kernelSize, v.dilation, v.padding, v.stride),
  named('outputSize', 'kernelSize', 'dilation', 'padding', 'stride'),
) {}

/**
 * `[*, C·r², H, W]` → `[*, C, H·r, W·r]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.PixelShuffle.html
 * @example
 * new nn.PixelShuffle(3).forward(torch.randn([1, 9, 4, 4])).shape; // [1, 1, 12, 12]
 */
export class PixelShuffle extends simple<UpscaleArguments, [upscaleFactor: number]>(
  { upscaleFactor: int() },
  (x, v) => F.pixelShuffle(x, v.upscaleFactor),
  named('upscaleFactor'),
) {}

/**
 * `[*, C, H·r, W·r]` → `[*, C·r², H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.PixelUnshuffle.html
 * @example
 * new nn.PixelUnshuffle(3).forward(torch.randn([1, 1, 12, 12])).shape; // [1, 9, 4, 4]
 */
export class PixelUnshuffle extends simple<DownscaleArguments, [downscaleFactor: number]>(
  { downscaleFactor: int() },
  (x, v) => F.pixelUnshuffle(x, v.downscaleFactor),
  named('downscaleFactor'),
) {}

/**
 * Interleaves groups of channels.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ChannelShuffle.html
 * @example
 * new nn.ChannelShuffle(2).forward(torch.randn([1, 4, 2, 2]));
 */
export class ChannelShuffle extends simple<ShuffleArguments, [groups: number]>(
  { groups: int() },
  (x, v) => F.channelShuffle(x, v.groups),
  named('groups'),
) {}

const scale = nullable(floats());
const SIZES = { size: nullable(ints()), scaleFactor: scale };
const MODES = ['nearest', 'linear', 'bilinear', 'bicubic', 'trilinear', 'area', 'nearest-exact'] as const;
const UPSAMPLE = {
  ...SIZES,
  ...{ mode: choice(MODES, 'nearest'), alignCorners: nullable(bool()), recomputeScaleFactor: nullable(bool()) },
};

/** Python turns scale factors into floats. */
function printUpsample(layer: Printable): string {
  const { scaleFactor, mode = 'nearest' } = layer as { scaleFactor?: number | readonly number[] | null; mode?: string };
  const asFloat = (n: number): string => (Number.isInteger(n) ? `${n}.0` : String(n));
  const text = Array.isArray(scaleFactor)
    ? `(${(scaleFactor as number[]).map(asFloat).join(', ')})`
    : asFloat(scaleFactor as number);
  return `${scaleFactor == null ? named('size')(layer) : `scale_factor=${text}`}, mode='${mode}'`;
}

/**
 * Resizes `[N, C, *]` to a size or by a factor.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Upsample.html
 * @example
 * new nn.Upsample({ scaleFactor: 2, mode: 'bilinear' }).forward(torch.randn([1, 1, 2, 2])).shape; // [1, 1, 4, 4]
 */
export class Upsample extends simple<
  UpsampleOptions,
  [
    size?: Ints | null,
    scaleFactor?: Scale,
    mode?: UpsampleOptions['mode'],
    alignCorners?: boolean | null,
    recomputeScaleFactor?: boolean | null,
  ]
>(
  UPSAMPLE,
  (x, { size, scaleFactor, mode, alignCorners, recomputeScaleFactor }) =>
    F.interpolate(x, { size, scaleFactor, mode, alignCorners, recomputeScaleFactor }),
  printUpsample,
) {}

/**
 * Nearest neighbor resizing of `[N, C, H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.UpsamplingNearest2d.html
 * @example
 * new nn.UpsamplingNearest2d({ scaleFactor: 2 }).forward(torch.randn([1, 1, 2, 2])).shape; // [1, 1, 4, 4]
 */
export class UpsamplingNearest2d extends simple<ResizeOptions, [size?: Ints | null, scaleFactor?: Scale]>(
  SIZES,
  (x, { size, scaleFactor }) => F.interpolate(x, { size, scaleFactor }),
  printUpsample,
) {}

/**
 * Bilinear resizing of `[N, C, H, W]` that keeps the corners.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.UpsamplingBilinear2d.html
 * @example
 * new nn.UpsamplingBilinear2d({ scaleFactor: 2 }).forward(torch.randn([1, 1, 2, 2])).shape; // [1, 1, 4, 4]
 */
export class UpsamplingBilinear2d extends simple<ResizeOptions, [size?: Ints | null, scaleFactor?: Scale]>(
  SIZES,
  (x, { size, scaleFactor }) => F.interpolate(x, { size, scaleFactor, mode: 'bilinear', alignCorners: true }),
  (layer) => printUpsample(layer).replace('nearest', 'bilinear'),
) {}

const COSINE = { dim: int(1), eps: float(1e-8) };

/**
 * The cosine between vectors along `dim`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CosineSimilarity.html
 * @example
 * new nn.CosineSimilarity().forward(torch.randn([3, 8]), torch.randn([3, 8])).shape; // [3]
 */
export class CosineSimilarity extends Layer {
  declare readonly dim: number;
  declare readonly eps: number;

  constructor(...rest: Mixed<[dim?: number, eps?: number], CosineSimilarityOptions>) {
    super();
    this.read(COSINE, trim(rest));
  }

  static {
    takes(this, { x1: tensor(), x2: tensor() });
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return aten('cosine_similarity')(x1, x2, this.dim, this.eps);
  }
}

const PAIRWISE = { p: float(2), eps: float(1e-6), keepdim: bool(false) };

/**
 * The p-norm of the difference of vectors along the last dimension.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.PairwiseDistance.html
 * @example
 * new nn.PairwiseDistance().forward(torch.randn([3, 8]), torch.randn([3, 8])).shape; // [3]
 */
export class PairwiseDistance extends Layer {
  declare readonly p: number;
  declare readonly eps: number;
  declare readonly keepdim: boolean;

  constructor(...rest: Mixed<[p?: number, eps?: number, keepdim?: boolean], PairwiseDistanceOptions>) {
    super();
    this.read(PAIRWISE, trim(rest));
  }

  static {
    takes(this, { x1: tensor(), x2: tensor() });
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return aten('pairwise_distance')(x1, x2, this.p, this.eps, this.keepdim);
  }
}
