import { type Tensor, isTensor } from '../../ops/tensor-methods';
import type { Module } from '../module';
import { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from '../modules/convolution';
import { bool, int, keyword, nullable, str } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed, TableOf } from '../../arguments/signature';
import { type NameOptions, SPECTRAL_NORM, type SpectralNormArguments, moduleField } from './fields';
import { OrthogonalMap, type OrthogonalMapName, orthogonalMapOf } from './orthogonal';
import { registerParametrization } from './parametrize';
import { SpectralNorm } from './spectral-norm';
import { WeightNorm } from './weight-norm';
import { valueError } from '../../errors';

/**
 * Ready-made parametrizations.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#parametrizations
 */
export type { SpectralNormOptions } from './fields';

/** The options of {@link weightNorm}. */
export interface WeightNormOptions extends NameOptions {
  /** The dimension that keeps a norm for each index; null keeps one norm for the whole tensor. @defaultValue 0 */
  readonly dim?: number | null | undefined;
}

const WEIGHT_NORM_OPTIONS: TableOf<WeightNormOptions> = { name: str('weight'), dim: nullable(int(), 0) };
const WEIGHT_NORM = { module: moduleField(), ...WEIGHT_NORM_OPTIONS };

function tensorOf(module: Module, name: string): Tensor {
  const tensor = (module as unknown as Record<string, unknown>)[name];
  if (isTensor(tensor)) return tensor;
  throw valueError(`Module '${String(module)}' has no parameter or buffer with name '${name}'`);
}

/**
 * Learns direction and length of a weight apart: `original0` is the norm, `original1` the direction.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrizations.weight_norm.html
 * @example
 * const layer = nn.utils.parametrizations.weightNorm(new nn.Linear(20, 40));
 * layer.getParameter('parametrizations.weight.original0').shape; // [40, 1]
 */
export function weightNorm<M extends Module>(
  target: M,
  ...rest: Mixed<[name?: string, dim?: number | null], WeightNormOptions>
): M {
  const { module: given, name, dim } = readArguments('weightNorm', WEIGHT_NORM, [target, ...rest]);
  registerParametrization(given, name, new WeightNorm(dim), { unsafe: true });
  given.registerLoadStateDictPreHook((_, { entries }, prefix) => {
    // What utils.weightNorm called them before there were parametrizations.
    const old = [`${prefix}${name}_g`, `${prefix}${name}_v`] as const;
    if (!old.every((key) => entries.has(key))) return;
    old.forEach((key, i) => {
      entries.set(`${prefix}parametrizations.${name}.original${i}`, entries.get(key));
      entries.delete(key);
    });
  });
  return given as M;
}

/**
 * Divides a weight by its greatest singular value, which the power method estimates.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrizations.spectral_norm.html
 * @example
 * const layer = nn.utils.parametrizations.spectralNorm(new nn.Linear(20, 40));
 * layer.forward(torch.randn([3, 20])).shape; // [3, 40]
 */
export function spectralNorm<M extends Module>(target: M, ...rest: SpectralNormArguments): M {
  const given = readArguments('spectralNorm', SPECTRAL_NORM, [target, ...rest]);
  const { module: owner, name, nPowerIterations, eps, dim } = given;
  const transposed = [ConvTranspose1d, ConvTranspose2d, ConvTranspose3d].some((Class) => owner instanceof Class);
  const weight = tensorOf(owner, name);
  const parametrization = new SpectralNorm(weight, nPowerIterations, dim ?? (transposed ? 1 : 0), eps);
  return registerParametrization(owner as M, name, parametrization);
}

const ORTHOGONAL = {
  ...{
    module: moduleField(),
    name: str('weight'),
    orthogonalMap: nullable(str()),
    useTrivialization: keyword(bool(true)),
  },
};
/** The options of {@link orthogonal}. */
export interface OrthogonalOptions extends NameOptions {
  /**
   * How an orthogonal matrix is made of what is learned.
   *
   * @defaultValue null, which means 'matrix_exp' for square and complex matrices and 'householder' for others
   */
  readonly orthogonalMap?: OrthogonalMapName | null | undefined;
  /** Start from the present weight, which needs memory for one more matrix. @defaultValue true */
  readonly useTrivialization?: boolean | undefined;
}

/**
 * Keeps a matrix, or a batch of them, orthogonal.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrizations.orthogonal.html
 * @example
 * const { weight } = nn.utils.parametrizations.orthogonal(new nn.Linear(20, 40));
 * torch.dist(weight.t().matmul(weight), torch.eye(20)).item(); // about 0
 */
export function orthogonal<M extends Module>(
  target: M,
  ...rest: Mixed<
    [name?: string, orthogonalMap?: OrthogonalMapName | null, options?: OrthogonalOptions],
    OrthogonalOptions
  >
): M {
  const given = readArguments('orthogonal', ORTHOGONAL, [target, ...rest]);
  const { module: owner, name, orthogonalMap, useTrivialization } = given;
  const weight = tensorOf(owner, name);
  if (weight.ndim < 2) {
    throw valueError(`Expected a matrix or batch of matrices. Got a tensor of ${weight.ndim} dimensions.`);
  }
  const square = weight.shape.at(-1) === weight.shape.at(-2);
  const map = orthogonalMap ?? (square || weight.dtype.isComplex ? 'matrix_exp' : 'householder');
  const parametrization = new OrthogonalMap(weight, orthogonalMapOf(map), useTrivialization);
  return registerParametrization(owner as M, name, parametrization, { unsafe: true });
}
