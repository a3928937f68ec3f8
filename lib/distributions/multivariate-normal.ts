import { valueError } from '../errors';
import { choleskyInverse, eye, flip } from '../ops/generated/functions';
import { cholesky, solveTriangular } from '../ops/linalg';
import { broadcastShapes } from '../ops/python';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import {
  type DistributionOptions,
  type Size,
  VALIDATE,
  type ValidateArgs,
  maybeTensor,
  readArguments,
} from './arguments';
import { type Constraint, lowerCholesky, positiveDefinite, realVector } from './constraints';
import { type ArgConstraints, Distribution, lazyTensor } from './distribution';
import { standardNormal } from './numeric';

/** Products of a batch of matrices and a batch of vectors. */
export function batchMv(matrix: Tensor, vector: Tensor): Tensor {
  return matrix.matmul(vector.unsqueeze(-1)).squeeze(-1);
}

/** The diagonals of a batch of matrices. */
export const diagonal = (matrix: Tensor): Tensor => matrix.diagonal({ dim1: -2, dim2: -1 });

/** Half of the log determinant of L·Lᵀ. */
export const halfLogDet = (lower: Tensor): Tensor => diagonal(lower).log().sum(-1);

/** The shape [a, b, …] of a vector's batch, as [a / l₁, l₁, b / l₂, l₂, …] for the batch [l₁, l₂, …] of the factors. */
function splitBatch(lower: Tensor, x: Tensor, outer: number): number[] {
  const inner = lower.shape.slice(0, -2);
  return inner.flatMap((extent, i) => [Math.floor((x.shape[outer + i] as number) / extent), extent]);
}

const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, i) => from + i * step);

/**
 * xᵀ·M⁻¹·x for M = L·Lᵀ, where the batch of x may have more dimensions than that of L. One triangular solve per factor
 * serves all of its vectors.
 */
export function batchMahalanobis(lower: Tensor, given: Tensor): Tensor {
  const n = given.shape.at(-1) as number;
  const batch = given.shape.slice(0, -1);
  const inner = lower.dim() - 2;
  const outer = batch.length - inner;
  const last = outer + 2 * inner;
  const split = given.reshape([...given.shape.slice(0, outer), ...splitBatch(lower, given, outer), n]);
  const x = split.permute([...range(0, outer), ...range(outer, last, 2), ...range(outer + 1, last, 2), last]);
  const factors = lower.reshape([-1, n, n]);
  const vectors = x.reshape([-1, factors.size(0), n]).permute([1, 2, 0]);
  const squares = solveTriangular(factors, vectors, { upper: false }).pow(2).sum(-2).t();
  const back = range(0, inner).flatMap((i) => [outer + i, outer + inner + i]);
  return squares
    .reshape(x.shape.slice(0, -1))
    .permute([...range(0, outer), ...back])
    .reshape([...batch]);
}

/** The Cholesky factor of the inverse of a precision matrix. */
export function precisionToScaleTril(precision: Tensor): Tensor {
  const flipped = cholesky(flip(precision, [-2, -1]));
  const inverse = flip(flipped, [-2, -1]).transpose(-2, -1);
  const n = precision.shape.at(-1) as number;
  return solveTriangular(inverse, eye(n, { dtype: precision.dtype, device: precision.device }), { upper: false });
}

const MATRICES = { covarianceMatrix: maybeTensor(), precisionMatrix: maybeTensor(), scaleTril: maybeTensor() };

/** One of three matrices. */
export type MatrixName = keyof typeof MATRICES;

/** The matrices of which exactly one is given. */
export interface MatrixOptions extends DistributionOptions {
  /** The covariance matrix, positive definite. @defaultValue null */
  readonly covarianceMatrix?: Tensor | null;
  /** The inverse of the covariance matrix, positive definite. @defaultValue null */
  readonly precisionMatrix?: Tensor | null;
  /** The lower triangular factor of the covariance matrix, with a positive diagonal. @defaultValue null */
  readonly scaleTril?: Tensor | null;
}

/** The matrix that was given: its name, or null where there is not exactly one. */
export function givenMatrix(
  of: Readonly<Record<MatrixName, Tensor | null>>,
): { readonly name: MatrixName; readonly matrix: Tensor } | null {
  const given = (['covarianceMatrix', 'precisionMatrix', 'scaleTril'] as const).filter((name) => of[name] !== null);
  const [name] = given;
  return name === undefined || given.length > 1 ? null : { name, matrix: of[name] as Tensor };
}

/** The lower triangular factor of the covariance matrix. */
export function factorOf(name: MatrixName, matrix: Tensor): Tensor {
  if (name === 'scaleTril') return matrix;
  return name === 'covarianceMatrix' ? cholesky(matrix) : precisionToScaleTril(matrix);
}

export { MATRICES };

const MVN = { loc: tensor(), ...MATRICES, ...VALIDATE };
const CONSTRAINTS = {
  loc: realVector,
  covarianceMatrix: positiveDefinite,
  precisionMatrix: positiveDefinite,
  scaleTril: lowerCholesky,
};

const PYTHON_NAMES: Readonly<Record<MatrixName, string>> = {
  covarianceMatrix: 'covariance_matrix',
  precisionMatrix: 'precision_matrix',
  scaleTril: 'scale_tril matrix',
};

export interface MultivariateNormalOptions extends MatrixOptions {
  /** The mean `[..., n]`. */
  readonly loc: Tensor;
}

/**
 * The normal distribution of vectors, with a covariance matrix, its inverse, or its factor, of which the last is the
 * fastest: the others are factored first.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.multivariate_normal.MultivariateNormal
 * @example
 * const { MultivariateNormal } = torch.distributions;
 * const normal = new MultivariateNormal(torch.zeros([2]), { covarianceMatrix: torch.eye(2) });
 * normal.sample([3]).shape; // [3, 2]
 */
export class MultivariateNormal extends Distribution {
  /** The mean. */
  declare readonly loc: Tensor;
  /** The covariance matrix. */
  declare readonly covarianceMatrix: Tensor;
  /** Its inverse. */
  declare readonly precisionMatrix: Tensor;
  /** Its lower triangular factor. */
  declare readonly scaleTril: Tensor;
  /** The factor as it was given, not expanded. @internal */
  declare readonly factor: Tensor;

  static {
    lazyTensor(this, 'scaleTril', (self) => self.factor.expand(self.matrixShape()));
    lazyTensor(this, 'covarianceMatrix', (self) => self.factor.matmul(self.factor.mT).expand(self.matrixShape()));
    lazyTensor(this, 'precisionMatrix', (self) => choleskyInverse(self.factor).expand(self.matrixShape()));
  }

  constructor(
    loc: Tensor,
    covarianceMatrix?: Tensor | null | MatrixOptions,
    precisionMatrix?: Tensor | null,
    scaleTril?: Tensor | null,
    validateArgs?: ValidateArgs,
  );
  constructor(options: MultivariateNormalOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { loc, validateArgs, ...matrices } = readArguments('MultivariateNormal', MVN, args);
    if (loc.dim() < 1) throw valueError('loc must be at least one-dimensional.');
    const given = givenMatrix(matrices);
    if (!given) {
      throw valueError('Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.');
    }
    const { name, matrix } = given;
    if (matrix.dim() < 2) {
      const what = PYTHON_NAMES[name];
      throw valueError(`${what} must be at least two-dimensional, with optional leading batch dimensions`);
    }
    const batch = broadcastShapes(matrix.shape.slice(0, -2), loc.shape.slice(0, -1));
    this.give({ [name]: matrix.expand([...batch, -1, -1]), loc: loc.expand([...batch, -1]) });
    this.complete(batch, this.loc.shape.slice(-1), validateArgs);
    if (name === 'scaleTril') this.take('factor', matrix);
    else this.give({ factor: factorOf(name, matrix) });
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return realVector;
  }

  override get hasRsample(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.loc;
  }

  override get mode(): Tensor {
    return this.loc;
  }

  override get variance(): Tensor {
    return this.factor.pow(2).sum(-1).expand(this.extendedShape());
  }

  /** @internal */
  matrixShape(): number[] {
    return [...this._batchShape, ...this._eventShape, ...this._eventShape];
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    const event = [...this._eventShape];
    copy.give({ loc: this.loc.expand([...shape, ...event]) });
    copy.take('factor', this.factor);
    for (const name of ['covarianceMatrix', 'scaleTril', 'precisionMatrix'] as const) {
      if (Object.hasOwn(this, name)) copy.give({ [name]: this[name].expand([...shape, ...event, ...event]) });
    }
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const noise = standardNormal(this.extendedShape(sampleShape), this.loc);
    return this.loc.add(batchMv(this.factor, noise));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const m = batchMahalanobis(this.factor, value.sub(this.loc));
    const half = halfLogDet(this.factor);
    const n = this._eventShape[0] as number;
    return m
      .add(n * Math.log(2 * Math.PI))
      .mul(-0.5)
      .sub(half);
  }

  /** @internal */
  override _entropy(): Tensor {
    const n = this._eventShape[0] as number;
    const entropy = halfLogDet(this.factor).add(0.5 * n * (1 + Math.log(2 * Math.PI)));
    return this._batchShape.length ? entropy.expand([...this._batchShape]) : entropy;
  }
}
