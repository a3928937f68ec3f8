import type { Tensor } from '../../ops/tensor-methods';
import { aten, define, spread } from './define';
import { adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d } from './pooling';
import { valueError } from '../../errors';
import { bool, choice, floats, ints, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Resizing of `[N, C, L]`, `[N, C, H, W]` and `[N, C, D, H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#vision-functions
 */

const input = tensor();
const MODES = ['nearest', 'linear', 'bilinear', 'bicubic', 'trilinear', 'area', 'nearest-exact', 'lanczos'] as const;
const scale = nullable(floats());

const INTERPOLATE = {
  ...{ input, size: nullable(ints()), scaleFactor: scale, mode: choice(MODES, 'nearest') },
  ...{ alignCorners: nullable(bool()), recomputeScaleFactor: nullable(bool()), antialias: bool(false) },
};

const UPSAMPLE = {
  ...{ input, size: INTERPOLATE.size, scaleFactor: scale, mode: INTERPOLATE.mode },
  alignCorners: INTERPOLATE.alignCorners,
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

/**
 * `interpolate(input, size = null, scaleFactor = null, mode = 'nearest', alignCorners = null,
 * recomputeScaleFactor = null, antialias = false)`: resizes all dimensions after the channels to `size`, or by
 * `scaleFactor`: a number, or one for each. Modes are 'nearest', 'nearest-exact' and 'area' for all, 'linear' for
 * `[N, C, L]`, 'bilinear', 'bicubic' and 'lanczos' (with antialias) for `[N, C, H, W]`, 'trilinear' for
 * `[N, C, D, H, W]`. `alignCorners` makes the center of corner elements meet; `recomputeScaleFactor` uses the factor
 * of the rounded sizes; `antialias` smooths what shrinks.
 *
 * @throws TorchError (`ERR_TORCH_VALUE`) unless exactly one of size and scaleFactor is given, or if options do not fit
 * the mode or the number of dimensions
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.interpolate.html
 * @example
 * const line = torch.tensor([[[1, 2.5]]]);
 * nn.functional.interpolate(line, 4).tolist(); // [[[1, 1, 2.5, 2.5]]]
 * nn.functional.interpolate(line, { scaleFactor: 2, mode: 'linear' }).tolist(); // [[[1, 1.375, 2.125, 2.5]]]
 */
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

/**
 * `upsample(input, size = null, scaleFactor = null, mode = 'nearest', alignCorners = null)`: the older name of
 * {@link interpolate}.
 *
 * @throws TorchError as {@link interpolate} does
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.upsample.html
 * @example
 * nn.functional.upsample(torch.tensor([[[1, 2.5]]]), 3).tolist(); // [[[1, 1, 2.5]]]
 */
export const upsample = define('upsample', UPSAMPLE, (v) => {
  const { input: given, ...options } = v;
  return interpolate(given, options);
});

/**
 * `upsampleNearest(input, size = null, scaleFactor = null)`: {@link interpolate} with mode 'nearest'.
 *
 * @throws TorchError as {@link interpolate} does
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.upsample_nearest.html
 * @example
 * nn.functional.upsampleNearest(torch.tensor([[[1, 2.5]]]), { scaleFactor: 2 }).tolist(); // [[[1, 1, 2.5, 2.5]]]
 */
export const upsampleNearest = define('upsampleNearest', { input, size: nullable(ints()), scaleFactor: scale }, (v) =>
  interpolate(v.input, { size: v.size, scaleFactor: v.scaleFactor }),
);

/**
 * `upsampleBilinear(input, size = null, scaleFactor = null)`: {@link interpolate} of `[N, C, H, W]` with mode
 * 'bilinear' and alignCorners.
 *
 * @throws TorchError as {@link interpolate} does
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.upsample_bilinear.html
 * @example
 * nn.functional.upsampleBilinear(torch.tensor([[[[1, 2.5]]]]), [1, 3]).tolist(); // [[[[1, 1.75, 2.5]]]]
 */
export const upsampleBilinear = define('upsampleBilinear', { input, size: nullable(ints()), scaleFactor: scale }, (v) =>
  interpolate(v.input, { size: v.size, scaleFactor: v.scaleFactor, mode: 'bilinear', alignCorners: true }),
);
