import type { Tensor } from '../../tensor-methods';
import { valueError } from '../failures';
import { bool, choice, float, int, ints, nullable, tensor, value } from '../options';
import { aten, define, spread } from './define';
import { adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d } from './pooling';

/**
 * Resizing, sampling, shuffling and padding.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#vision-functions
 */

const input = tensor();
const MODES = ['nearest', 'linear', 'bilinear', 'bicubic', 'trilinear', 'area', 'nearest-exact', 'lanczos'] as const;
const scale = nullable(
  value<number | readonly number[]>('a number or a list of them', (v) =>
    [v].flat().every((n) => typeof n === 'number'),
  ),
);

export const INTERPOLATE = {
  ...{ input, size: nullable(ints()), scaleFactor: scale, mode: choice(MODES, 'nearest') },
  ...{ alignCorners: nullable(bool()), recomputeScaleFactor: nullable(bool()), antialias: bool(false) },
};

interface Target {
  readonly size: readonly number[] | null;
  readonly scales: readonly number[] | null;
}

function checkCount(x: Tensor, given: readonly number[], what: string): void {
  if (given.length === x.ndim - 2) return;
  throw valueError(
    `Input and ${what} must have the same number of spatial dimensions, but got input with spatial dimensions of ` +
      `[${x.shape.slice(2).join(', ')}] and ${what} of [${given.join(', ')}]`,
  );
}

function targetOf(
  x: Tensor,
  size: number | readonly number[] | null,
  factor: number | readonly number[] | null,
): Target {
  if (size !== null && factor !== null) throw valueError('only one of size or scaleFactor should be defined');
  const count = x.ndim - 2;
  if (size !== null) {
    const list = spread(size, count);
    checkCount(x, list, 'output size');
    return { size: list, scales: null };
  }
  if (factor === null) throw valueError('either size or scaleFactor should be defined');
  const list = spread(factor, count);
  checkCount(x, list, 'scaleFactor');
  return { size: null, scales: list };
}

/** `upsample_<mode><dims>` by mode and number of dimensions. */
const KERNELS: Readonly<Record<string, string>> = {
  ...{ 'nearest 3': 'upsample_nearest1d', 'nearest 4': 'upsample_nearest2d', 'nearest 5': 'upsample_nearest3d' },
  ...{ 'nearest-exact 3': '_upsample_nearest_exact1d', 'nearest-exact 4': '_upsample_nearest_exact2d' },
  ...{ 'nearest-exact 5': '_upsample_nearest_exact3d', 'linear 3': 'upsample_linear1d' },
  ...{ 'bilinear 4': 'upsample_bilinear2d', 'trilinear 5': 'upsample_trilinear3d', 'bicubic 4': 'upsample_bicubic2d' },
};

const ANTIALIASED: Readonly<Record<string, string>> = {
  bilinear: '_upsample_bilinear2d_aa',
  bicubic: '_upsample_bicubic2d_aa',
  lanczos: '_upsample_lanczos2d_aa',
};

function kernelOf(mode: string, antialias: boolean, ndim: number): string {
  if (antialias) {
    const kernel = ndim === 4 ? ANTIALIASED[mode] : undefined;
    if (!kernel)
      throw valueError(
        'Anti-alias option is restricted to bilinear, bicubic and lanczos modes and requires a 4-D tensor as input',
      );
    return kernel;
  }
  const kernel = KERNELS[`${mode} ${ndim}`];
  if (!kernel) {
    throw valueError(
      `Input Error: Only 3D, 4D and 5D input Tensors supported (got ${ndim}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | area | nearest-exact (got ${mode})`,
    );
  }
  return kernel;
}

export const interpolate = define('interpolate', INTERPOLATE, (v) => {
  const nearest = ['nearest', 'area', 'nearest-exact'].includes(v.mode);
  if (nearest && v.alignCorners !== null) {
    throw valueError(
      'alignCorners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear',
    );
  }
  if (v.recomputeScaleFactor && v.size !== null) {
    throw valueError('recomputeScaleFactor is not meaningful with an explicit size.');
  }
  let { size, scales } = targetOf(v.input, v.size, v.scaleFactor);
  if (scales && (v.recomputeScaleFactor || v.mode === 'area')) {
    size = scales.map((factor, i) => Math.trunc((v.input.shape[i + 2] ?? 0) * factor));
    scales = null;
  }
  if (v.mode === 'area') {
    const pools = { 3: adaptiveAvgPool1d, 4: adaptiveAvgPool2d, 5: adaptiveAvgPool3d };
    const pool = pools[v.input.ndim as 3 | 4 | 5];
    if (pool) return pool(v.input, size);
  }
  const kernel = kernelOf(v.mode, v.antialias, v.input.ndim);
  // Spelled out for the overload that takes optional sizes and scales.
  const options = { outputSize: size, scaleFactors: scales };
  return nearest
    ? aten(kernel)(v.input, options)
    : aten(kernel)(v.input, { ...options, alignCorners: v.alignCorners ?? false });
});

/** The older name of {@link interpolate}. */
export const upsample = interpolate;
export const upsampleNearest = define('upsampleNearest', { input, size: nullable(ints()), scaleFactor: scale }, (v) =>
  interpolate(v.input, { size: v.size, scaleFactor: v.scaleFactor }),
);
export const upsampleBilinear = define('upsampleBilinear', { input, size: nullable(ints()), scaleFactor: scale }, (v) =>
  interpolate(v.input, { size: v.size, scaleFactor: v.scaleFactor, mode: 'bilinear', alignCorners: true }),
);

const SAMPLES = { bilinear: 0, nearest: 1, bicubic: 2 } as const;
const BORDERS = { zeros: 0, border: 1, reflection: 2 } as const;

export const gridSample = define(
  'gridSample',
  {
    ...{ input, grid: tensor(), mode: choice(['bilinear', 'nearest', 'bicubic'], 'bilinear') },
    ...{ paddingMode: choice(['zeros', 'border', 'reflection'], 'zeros'), alignCorners: nullable(bool()) },
  },
  (v) => aten('grid_sampler')(v.input, v.grid, SAMPLES[v.mode], BORDERS[v.paddingMode], v.alignCorners ?? false),
);

const size = value<readonly number[]>('a list of integers', Array.isArray);
export const affineGrid = define('affineGrid', { theta: tensor(), size, alignCorners: nullable(bool()) }, (v) =>
  aten('affine_grid_generator')(v.theta, v.size, v.alignCorners ?? false),
);

export const pixelShuffle = (x: Tensor, upscaleFactor: number): Tensor => aten('pixel_shuffle')(x, upscaleFactor);
export const pixelUnshuffle = (x: Tensor, downscaleFactor: number): Tensor =>
  aten('pixel_unshuffle')(x, downscaleFactor);
export const channelShuffle = (x: Tensor, groups: number): Tensor => aten('channel_shuffle')(x, groups);
export const nativeChannelShuffle = (x: Tensor, groups: number): Tensor => aten('native_channel_shuffle')(x, groups);

export const pad = define(
  'pad',
  {
    input,
    pad: size,
    mode: choice(['constant', 'reflect', 'replicate', 'circular'], 'constant'),
    value: nullable(float()),
  },
  (v) => aten('pad')(v.input, v.pad, { mode: v.mode, value: v.value }),
);

export const oneHot = define('oneHot', { input, numClasses: int(-1) }, (v) => aten('one_hot')(v.input, v.numClasses));
export const cosineSimilarity = define(
  'cosineSimilarity',
  { x1: tensor(), x2: tensor(), dim: int(1), eps: float(1e-8) },
  (v) => aten('cosine_similarity')(v.x1, v.x2, v.dim, v.eps),
);
export const pairwiseDistance = define(
  'pairwiseDistance',
  { x1: tensor(), x2: tensor(), p: float(2), eps: float(1e-6), keepdim: bool(false) },
  (v) => aten('pairwise_distance')(v.x1, v.x2, v.p, v.eps, v.keepdim),
);
export const pdist = define('pdist', { input, p: float(2) }, (v) => aten('pdist')(v.input, v.p));
