import { count, nullable } from '../arguments/fields';
import { show } from '../arguments/describe';
import { valueError, warn } from '../errors';
import { tensor as makeTensor } from '../ops/creation';
import { arange, choleskySolve, digamma, eye, mvlgamma, randn, trilIndices } from '../ops/generated/functions';
import { slogdet } from '../ops/linalg';
import { broadcastShapes, einsum, finfo } from '../ops/python';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import {
  type ParameterValue,
  type SampleOptions,
  type SampleShape,
  type Size,
  VALIDATE,
  type ValidateArgs,
  parameter,
  readArguments,
  size,
} from './arguments';
import { type Constraint, greaterThan, lowerCholesky, positiveDefinite } from './constraints';
import { type ArgConstraints, lazyTensor } from './distribution';
import { ExponentialFamily } from './exponential-family';
import { Chi2 } from './gamma';
import { MATRICES, type MatrixOptions, diagonal, factorOf, givenMatrix, halfLogDet } from './multivariate-normal';
import { anyTrue } from './numeric';

const WISHART = { df: parameter(), ...MATRICES, ...VALIDATE };
const RSAMPLE = { sampleShape: size([]), maxTryCorrection: nullable(count(0)) };
const MOST_TRIES = 10;

export interface WishartOptions extends MatrixOptions {
  /** The degrees of freedom, more than the number of rows less 1. */
  readonly df: ParameterValue;
}

export interface WishartSampleOptions extends SampleOptions {
  /** How often a singular sample is drawn again. @defaultValue null, for 10 */
  readonly maxTryCorrection?: number | null;
}

/** The derivative of the logarithm of the multivariate gamma function. */
function mvdigamma(x: Tensor, p: number): Tensor {
  if (
    !x
      .gt((p - 1) / 2)
      .all()
      .item()
  )
    throw valueError('Wrong domain for multivariate digamma function.');
  const steps = arange(p, { dtype: x.dtype, device: x.device }).div(2);
  return digamma(x.unsqueeze(-1).sub(steps.expand([...x.shape, -1]))).sum(-1);
}

/** The squared lengths of the columns of a Bartlett decomposition. */
function columnLengths(df: Tensor, factor: Tensor, p: number, batchShape: Size): Chi2 {
  const steps = arange(p, { dtype: factor.dtype, device: factor.device });
  return new Chi2(df.unsqueeze(-1).sub(steps.expand([...batchShape, -1])));
}

/** Samples by the Bartlett decomposition; rounding may make them singular. */
function bartlett(of: Wishart, sampleShape: Size): Tensor {
  const p = of._eventShape.at(-1) as number;
  const lengths = of.chi2.rsample(sampleShape).sqrt();
  const noise = lengths.clamp(finfo(lengths.dtype).eps).diagEmbed({ dim1: -2, dim2: -1 });
  const [rows, columns] = trilIndices(p, p, -1).unbind() as [Tensor, Tensor];
  const { dtype, device } = noise;
  const below = randn([...sampleShape, ...of._batchShape, (p * (p - 1)) / 2], { dtype, device });
  noise.setItem(['...', rows, columns], below);
  const root = of.factor.matmul(noise);
  return root.matmul(root.transpose(-2, -1));
}

/**
 * The Wishart distribution of positive definite matrices: the sum of the squares of normal vectors.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.wishart.Wishart
 * @example
 * const { Wishart } = torch.distributions;
 * new Wishart(2, { covarianceMatrix: torch.eye(2) }).mean.tolist(); // [[2, 0], [0, 2]]
 */
export class Wishart extends ExponentialFamily {
  /** The degrees of freedom. */
  declare readonly df: Tensor;
  /** The matrix of which `df` times is the mean. */
  declare readonly covarianceMatrix: Tensor;
  /** Its inverse. */
  declare readonly precisionMatrix: Tensor;
  /** Its lower triangular factor. */
  declare readonly scaleTril: Tensor;
  /** @internal */
  declare readonly factor: Tensor;
  /** @internal */
  declare readonly chi2: Chi2;

  static {
    lazyTensor(this, 'scaleTril', (self) => self.factor.expand(self.extendedShape()));
    lazyTensor(this, 'covarianceMatrix', (self) =>
      self.factor.matmul(self.factor.transpose(-2, -1)).expand(self.extendedShape()),
    );
    lazyTensor(this, 'precisionMatrix', (self) => {
      const { dtype, device } = self.factor;
      const identity = eye(self._eventShape.at(-1) as number, { dtype, device });
      return choleskySolve(identity, self.factor).expand(self.extendedShape());
    });
  }

  constructor(
    df: ParameterValue,
    covarianceMatrix?: Tensor | null | MatrixOptions,
    precisionMatrix?: Tensor | null,
    scaleTril?: Tensor | null,
    validateArgs?: ValidateArgs,
  );
  constructor(options: WishartOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { df, validateArgs, ...matrices } = readArguments('Wishart', WISHART, args);
    const given = givenMatrix(matrices);
    if (!given) {
      throw valueError('Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.');
    }
    const { name, matrix } = given;
    if (matrix.dim() < 2) {
      throw valueError('scale_tril must be at least two-dimensional, with optional leading batch dimensions');
    }
    const batch = this.giveDf(df, matrix);
    const event = matrix.shape.slice(-2);
    const p = event[1] as number;
    if (anyTrue(this.df.le(p - 1))) {
      const shown = isTensor(df) ? String(df) : show(df);
      throw valueError(`Value of df=${shown} expected to be greater than ndim - 1 = ${p - 1}.`);
    }
    this.give({ [name]: matrix.expand([...batch, -1, -1]) });
    if (anyTrue(this.df.lt(p))) {
      warn('Low df values detected. Singular samples are highly likely to occur for ndim - 1 < df < ndim.');
    }
    this.complete(batch, event, validateArgs);
    if (name === 'scaleTril') this.take('factor', matrix);
    else this.give({ factor: factorOf(name, matrix) });
    Object.assign(this, { chi2: this.own(columnLengths(this.df, this.factor, p, batch)) });
  }

  /** Sets the degrees of freedom. Returns the batch shape. @internal */
  giveDf(df: ParameterValue, matrix: Tensor): Size {
    const own = matrix.shape.slice(0, -2);
    if (!isTensor(df)) {
      this.give({ df: makeTensor(df, { dtype: matrix.dtype, device: matrix.device }) });
      return own;
    }
    const batch = broadcastShapes(own, df.shape);
    this.give({ df: df.expand(batch) });
    return batch;
  }

  override get argConstraints(): ArgConstraints {
    return {
      covarianceMatrix: positiveDefinite,
      precisionMatrix: positiveDefinite,
      scaleTril: lowerCholesky,
      df: greaterThan((this._eventShape.at(-1) as number) - 1),
    };
  }

  override get support(): Constraint {
    return positiveDefinite;
  }

  override get hasRsample(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.df.view([...this._batchShape, 1, 1]).mul(this.covarianceMatrix);
  }

  /** NaN where `df` is at most the number of rows and 1. */
  override get mode(): Tensor {
    const factor = this.df.sub(this.covarianceMatrix.shape.at(-1) as number).sub(1);
    factor.maskedFill_(factor.le(0), NaN);
    return factor.view([...this._batchShape, 1, 1]).mul(this.covarianceMatrix);
  }

  override get variance(): Tensor {
    const v = this.covarianceMatrix;
    const d = diagonal(v);
    return this.df.view([...this._batchShape, 1, 1]).mul(v.pow(2).add(einsum('...i,...j->...ij', d, d)));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    const matrixShape = [...shape, ...this._eventShape];
    copy.give({ factor: this.factor.expand(matrixShape), df: this.df.expand([...shape]) });
    for (const name of ['covarianceMatrix', 'scaleTril', 'precisionMatrix'] as const) {
      if (Object.hasOwn(this, name)) copy.give({ [name]: this[name].expand(matrixShape) });
    }
    const p = this._eventShape.at(-1) as number;
    Object.assign(copy, { chi2: copy.own(columnLengths(copy.df, copy.factor, p, shape)) });
  }

  override rsample(
    sampleShape?: SampleShape | WishartSampleOptions,
    maxTryCorrection?: number | null | Pick<WishartSampleOptions, 'maxTryCorrection'>,
  ): Tensor;
  override rsample(...args: readonly unknown[]): Tensor {
    const { sampleShape, maxTryCorrection } = readArguments('rsample', RSAMPLE, args);
    const sample = bartlett(this, sampleShape);
    const positive = this.support.check(sample);
    const isSingular = this._batchShape.length ? this.overBatch(positive) : positive;
    // As in Python, where `is_singular` begins as whether a sample is positive definite.
    return anyTrue(isSingular) ? this.redraw(sample, isSingular, maxTryCorrection ?? MOST_TRIES) : sample;
  }

  /** @internal */
  overBatch(mask: Tensor): Tensor {
    return mask.amax(this._batchShape.map((_, i) => -(i + 1)));
  }

  /** Draws the singular samples again. @internal */
  redraw(sample: Tensor, isSingular: Tensor, tries: number): Tensor {
    warn('Singular sample detected.');
    for (let i = 0; i < tries && anyTrue(isSingular); i++) {
      const again = bartlett(this, isSingular.index(isSingular).shape);
      sample.setItem(isSingular, again);
      const still = this.support.check(again).logicalNot();
      isSingular.setItem(isSingular.clone(), this._batchShape.length ? this.overBatch(still) : still);
    }
    return sample;
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const nu = this.df;
    const p = this._eventShape.at(-1) as number;
    return nu
      .neg()
      .mul(halfLogDet(this.factor).add((p * Math.LN2) / 2))
      .sub(mvlgamma(nu.div(2), p))
      .add(nu.sub(p).sub(1).div(2).mul(slogdet(value)[1]))
      .sub(diagonal(choleskySolve(value, this.factor)).sum(-1).div(2));
  }

  /** @internal */
  override _entropy(): Tensor {
    const nu = this.df;
    const p = this._eventShape.at(-1) as number;
    return halfLogDet(this.factor)
      .add((p * Math.LN2) / 2)
      .mul(p + 1)
      .add(mvlgamma(nu.div(2), p))
      .sub(
        nu
          .sub(p)
          .sub(1)
          .div(2)
          .mul(mvdigamma(nu.div(2), p)),
      )
      .add(nu.mul(p).div(2));
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    const p = this._eventShape.at(-1) as number;
    return [this.precisionMatrix.neg().div(2), this.df.sub(p).sub(1).div(2)];
  }

  /** @internal */
  override _logNormalizer(x: Tensor, y: Tensor): Tensor {
    const p = this._eventShape.at(-1) as number;
    const shifted = y.add((p + 1) / 2);
    const logDet = slogdet(x.mul(-2))[1]
      .neg()
      .add(Math.LN2 * p);
    return shifted.mul(logDet).add(mvlgamma(shifted, p));
  }

  /** @internal */
  override get _meanCarrierMeasure(): number {
    return 0;
  }
}
