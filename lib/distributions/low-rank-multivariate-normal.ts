import { sizeText } from '../arguments/extents';
import { valueError } from '../errors';
import { diagEmbed, matmul } from '../ops/generated/functions';
import { cholesky, solveTriangular } from '../ops/linalg';
import { broadcastTensors } from '../ops/python';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { type DistributionOptions, type Size, VALIDATE, type ValidateArgs, readArguments } from './arguments';
import { type Constraint, independent, positive, real, realVector } from './constraints';
import { type ArgConstraints, Distribution, lazyTensor } from './distribution';
import { batchMahalanobis, batchMv, halfLogDet } from './multivariate-normal';
import { sameSize, standardNormal } from './numeric';

/** The parameters as they were given, not expanded, and the factor of the capacitance matrix. */
export interface LowRank {
  readonly factor: Tensor;
  readonly diag: Tensor;
  readonly capacitanceTril: Tensor;
}

/** Adds 1 to the diagonals of a batch of contiguous matrices, in place. */
function addIdentity(matrix: Tensor): Tensor {
  const n = matrix.shape.at(-1) as number;
  matrix
    .view([-1, n * n])
    .index(':', `::${n + 1}`)
    .add_(1);
  return matrix;
}

const inverseTimes = (factor: Tensor, diag: Tensor): Tensor => factor.mT.div(diag.unsqueeze(-2));

/** The Cholesky factor of I + Wᵀ·D⁻¹·W. */
function capacitance(factor: Tensor, diag: Tensor): Tensor {
  return cholesky(addIdentity(matmul(inverseTimes(factor, diag), factor).contiguous()));
}

/** The log determinant of W·Wᵀ + D, by the matrix determinant lemma. */
export function lowRankLogDet({ diag, capacitanceTril }: LowRank): Tensor {
  return halfLogDet(capacitanceTril).mul(2).add(diag.log().sum(-1));
}

/** xᵀ·(W·Wᵀ + D)⁻¹·x, by the Woodbury matrix identity. */
export function lowRankMahalanobis({ factor, diag, capacitanceTril }: LowRank, x: Tensor): Tensor {
  const projected = batchMv(inverseTimes(factor, diag), x);
  const term1 = x.pow(2).div(diag).sum(-1);
  return term1.sub(batchMahalanobis(capacitanceTril, projected));
}

/** The solution of the capacitance's factor for Wᵀ·D⁻¹. */
export function solveCapacitance({ factor, diag, capacitanceTril }: LowRank): Tensor {
  return solveTriangular(capacitanceTril, inverseTimes(factor, diag), { upper: false });
}

const LOW_RANK = { loc: tensor(), covFactor: tensor(), covDiag: tensor(), ...VALIDATE };
const CONSTRAINTS = { loc: realVector, covFactor: independent(real, 2), covDiag: independent(positive, 1) };

export interface LowRankMultivariateNormalOptions extends DistributionOptions {
  /** The mean `[..., n]`. */
  readonly loc: Tensor;
  /** W `[..., n, rank]`. */
  readonly covFactor: Tensor;
  /** The diagonal of D `[..., n]`; positive. */
  readonly covDiag: Tensor;
}

function requireShapes(loc: Tensor, covFactor: Tensor, covDiag: Tensor): void {
  if (loc.dim() < 1) throw valueError('loc must be at least one-dimensional.');
  const event = loc.shape.slice(-1);
  if (covFactor.dim() < 2) {
    throw valueError('cov_factor must be at least two-dimensional, with optional leading batch dimensions');
  }
  if (!sameSize(covFactor.shape.slice(-2, -1), event)) {
    throw valueError(`cov_factor must be a batch of matrices with shape ${event[0]} x m`);
  }
  if (!sameSize(covDiag.shape.slice(-1), event)) {
    throw valueError(`cov_diag must be a batch of vectors with shape ${sizeText(event)}`);
  }
}

/** The parameters with one batch shape, as matrices. */
function broadcast(loc: Tensor, covFactor: Tensor, covDiag: Tensor): readonly Tensor[] {
  try {
    return broadcastTensors(loc.unsqueeze(-1), covFactor, covDiag.unsqueeze(-1));
  } catch (cause) {
    throw valueError(
      `Incompatible batch shapes: loc ${sizeText(loc.shape)}, cov_factor ${sizeText(covFactor.shape)}, ` +
        `cov_diag ${sizeText(covDiag.shape)}`,
      { cause },
    );
  }
}

/**
 * The normal distribution of vectors whose covariance matrix is W·Wᵀ + D, where W has few columns and D is diagonal. Only
 * matrices of the size of the rank are factored.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.lowrank_multivariate_normal.LowRankMultivariateNormal
 * @example
 * const { LowRankMultivariateNormal } = torch.distributions;
 * const normal = new LowRankMultivariateNormal(torch.zeros([2]), torch.tensor([[1], [0]]).float(), torch.ones([2]));
 * normal.variance.tolist(); // [2, 1]
 */
export class LowRankMultivariateNormal extends Distribution {
  /** The mean. */
  declare readonly loc: Tensor;
  /** W. */
  declare readonly covFactor: Tensor;
  /** The diagonal of D. */
  declare readonly covDiag: Tensor;
  /** @internal */
  declare readonly keptVariance: Tensor;
  /** The lower triangular factor of the covariance matrix. */
  declare readonly scaleTril: Tensor;
  /** The covariance matrix. */
  declare readonly covarianceMatrix: Tensor;
  /** The inverse of the covariance matrix. */
  declare readonly precisionMatrix: Tensor;
  /** @internal */
  declare readonly factor: Tensor;
  /** @internal */
  declare readonly diag: Tensor;
  /** @internal */
  declare readonly capacitanceTril: Tensor;

  static {
    lazyTensor(this, 'keptVariance', (self) => self.factor.pow(2).sum(-1).add(self.diag).expand(self.extendedShape()));
    lazyTensor(this, 'scaleTril', (self) => {
      const root = self.diag.sqrt().unsqueeze(-1);
      const scaled = self.factor.div(root);
      const k = addIdentity(matmul(scaled, scaled.mT).contiguous());
      return root.mul(cholesky(k)).expand(self.matrixShape());
    });
    lazyTensor(this, 'covarianceMatrix', (self) =>
      matmul(self.factor, self.factor.mT).add(diagEmbed(self.diag)).expand(self.matrixShape()),
    );
    lazyTensor(this, 'precisionMatrix', (self) => {
      const a = solveCapacitance(self);
      return diagEmbed(self.diag.reciprocal()).sub(matmul(a.mT, a)).expand(self.matrixShape());
    });
  }

  constructor(loc: Tensor, covFactor: Tensor, covDiag: Tensor, validateArgs?: ValidateArgs);
  constructor(options: LowRankMultivariateNormalOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { loc, covFactor, covDiag, validateArgs } = readArguments('LowRankMultivariateNormal', LOW_RANK, args);
    requireShapes(loc, covFactor, covDiag);
    const [mean, factor, diag] = broadcast(loc, covFactor, covDiag) as [Tensor, Tensor, Tensor];
    this.give({ covFactor: factor, loc: mean.select(-1, 0), covDiag: diag.select(-1, 0) });
    this.take('factor', covFactor);
    this.take('diag', covDiag);
    this.give({ capacitanceTril: capacitance(covFactor, covDiag) });
    const { shape } = this.loc;
    this.complete(shape.slice(0, -1), shape.slice(-1), validateArgs);
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

  override get variance(): Tensor {
    return this.keptVariance;
  }

  override get mode(): Tensor {
    return this.loc;
  }

  /** @internal */
  matrixShape(): number[] {
    return [...this._batchShape, ...this._eventShape, ...this._eventShape];
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    const vector = [...shape, ...this._eventShape];
    copy.give({
      loc: this.loc.expand(vector),
      covDiag: this.covDiag.expand(vector),
      covFactor: this.covFactor.expand([...vector, this.covFactor.shape.at(-1) as number]),
    });
    for (const name of ['factor', 'diag', 'capacitanceTril'] as const) copy.take(name, this[name]);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const shape = this.extendedShape(sampleShape);
    const rank = this.covFactor.shape.at(-1) as number;
    const low = standardNormal([...shape.slice(0, -1), rank], this.loc);
    const full = standardNormal(shape, this.loc);
    return this.loc.add(batchMv(this.factor, low)).add(this.diag.sqrt().mul(full));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const m = lowRankMahalanobis(this, value.sub(this.loc));
    const n = this._eventShape[0] as number;
    return lowRankLogDet(this)
      .add(n * Math.log(2 * Math.PI))
      .add(m)
      .mul(-0.5);
  }

  /** @internal */
  override _entropy(): Tensor {
    const n = this._eventShape[0] as number;
    const entropy = lowRankLogDet(this)
      .add(n * (1 + Math.log(2 * Math.PI)))
      .mul(0.5);
    return this._batchShape.length ? entropy.expand([...this._batchShape]) : entropy;
  }
}
