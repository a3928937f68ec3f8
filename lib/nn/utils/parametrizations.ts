import { type Tensor, isTensor } from '../../tensor-methods';
import type { Module } from '../module';
import { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from '../modules/convolution';
import { OrthogonalMap, type OrthogonalMapName } from './orthogonal';
import { registerParametrization } from './parametrize';
import { SpectralNorm } from './spectral-norm';
import { WeightNorm } from './weight-norm';
import { valueError } from '../../errors';

/**
 * Ready-made parametrizations.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#parametrizations
 */

export interface WeightNormOptions {
  /** 'weight' by default. */
  readonly name?: string;
  /** The dimension that keeps a norm for each index; null for one norm. The default is 0. */
  readonly dim?: number | null;
}

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
export function weightNorm<M extends Module>(module: M, { name = 'weight', dim = 0 }: WeightNormOptions = {}): M {
  registerParametrization(module, name, new WeightNorm(dim), { unsafe: true });
  module.registerLoadStateDictPreHook((_, { entries }, prefix) => {
    // What utils.weightNorm called them before there were parametrizations.
    const old = [`${prefix}${name}_g`, `${prefix}${name}_v`] as const;
    if (!old.every((key) => entries.has(key))) return;
    old.forEach((key, i) => {
      entries.set(`${prefix}parametrizations.${name}.original${i}`, entries.get(key));
      entries.delete(key);
    });
  });
  return module;
}

export interface SpectralNormOptions {
  /** 'weight' by default. */
  readonly name?: string;
  /** Steps of the power method in each forward while training. The default is 1. */
  readonly nPowerIterations?: number;
  /** 1e-12 by default. */
  readonly eps?: number;
  /** The dimension of outputs: 0, or 1 for transposed convolutions. */
  readonly dim?: number | null;
}

/**
 * Divides a weight by its greatest singular value, which the power method estimates.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrizations.spectral_norm.html
 * @example
 * const layer = nn.utils.parametrizations.spectralNorm(new nn.Linear(20, 40));
 * layer.forward(torch.randn([3, 20])).shape; // [3, 40]
 */
export function spectralNorm<M extends Module>(module: M, options: SpectralNormOptions = {}): M {
  const { name = 'weight', nPowerIterations = 1, eps = 1e-12, dim = null } = options;
  const transposed = [ConvTranspose1d, ConvTranspose2d, ConvTranspose3d].some((Class) => module instanceof Class);
  const outputs = dim ?? (transposed ? 1 : 0);
  return registerParametrization(
    module,
    name,
    new SpectralNorm(tensorOf(module, name), nPowerIterations, outputs, eps),
  );
}

export interface OrthogonalOptions {
  /** 'weight' by default. */
  readonly name?: string;
  /** 'matrix_exp' for square and complex tensors, 'householder' for others, unless given. */
  readonly orthogonalMap?: OrthogonalMapName | null;
  /** Starts from the present weight. The default is true. */
  readonly useTrivialization?: boolean;
}

/**
 * Keeps a matrix, or a batch of them, orthogonal.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.parametrizations.orthogonal.html
 * @example
 * const { weight } = nn.utils.parametrizations.orthogonal(new nn.Linear(20, 40));
 * torch.dist(weight.t().matmul(weight), torch.eye(20)).item(); // about 0
 */
export function orthogonal<M extends Module>(module: M, options: OrthogonalOptions = {}): M {
  const { name = 'weight', orthogonalMap = null, useTrivialization = true } = options;
  const weight = tensorOf(module, name);
  if (weight.ndim < 2) {
    throw valueError(`Expected a matrix or batch of matrices. Got a tensor of ${weight.ndim} dimensions.`);
  }
  const square = weight.shape.at(-1) === weight.shape.at(-2);
  const map = orthogonalMap ?? (square || weight.dtype.isComplex ? 'matrix_exp' : 'householder');
  const parametrization = new OrthogonalMap(weight, map, useTrivialization);
  return registerParametrization(module, name, parametrization, { unsafe: true });
}
