import { valueError } from '../../errors';
import { eye, tanh } from '../../ops/generated/functions';
import { pad, softplus } from '../../ops/generated/nn';
import { cholesky } from '../../ops/linalg';
import { finfo } from '../../ops/python';
import { rsub } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import type { Size } from '../arguments';
import {
  type Constraint,
  corrCholesky,
  independent,
  lowerCholesky,
  positiveDefinite,
  real,
  realVector,
  simplex,
} from '../constraints';
import { trilMatrixToVec, vecToTrilMatrix } from '../numeric';
import { clippedSigmoid, logSigmoid } from './elementwise';
import { Transform, requireDims } from './transform';

/** Transforms of vectors and matrices. */

const extent = (x: Tensor): number => x.shape.at(-1) as number;
const withoutLast = (x: Tensor): Tensor => x.index('...', ':-1');
/** Puts a 1 in front of the last dimension, or behind it. */
const oneInFront = (x: Tensor): Tensor => pad(x, [1, 0], 'constant', 1);
const oneBehind = (x: Tensor): Tensor => pad(x, [0, 1], 'constant', 1);

/**
 * From vectors of length n(n−1)/2 to the Cholesky factors of n × n correlation matrices: tanh, then the sticks of each row
 * are broken so that its length is 1.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.CorrCholeskyTransform
 * @example
 * const t = new torch.distributions.CorrCholeskyTransform();
 * t.forward(torch.zeros([3])); // [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
 */
export class CorrCholeskyTransform extends Transform {
  override get domain(): Constraint {
    return realVector;
  }

  override get codomain(): Constraint {
    return corrCholesky;
  }

  override get bijective(): boolean {
    return true;
  }

  protected override _call(x: Tensor): Tensor {
    const inside = tanh(x);
    const { eps } = finfo(inside.dtype);
    const below = vecToTrilMatrix(inside.clamp(-1 + eps, 1 - eps), -1);
    const rest = rsub(below.pow(2), 1).sqrt().cumprod(-1);
    const rows = below.add(eye(extent(below), { dtype: below.dtype, device: below.device }));
    return rows.mul(oneInFront(withoutLast(rest)));
  }

  protected override _inverse(y: Tensor): Tensor {
    const rest = rsub(y.mul(y).cumsum(-1), 1);
    const below = trilMatrixToVec(y, -1);
    const restBelow = trilMatrixToVec(oneInFront(withoutLast(rest)), -1);
    const t = below.div(restBelow.sqrt());
    return t.log1p().sub(t.neg().log1p()).div(2);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    const rest = rsub(y.mul(y).cumsum(-1), 1);
    // The last element of each row is 0, so only what lies two below the diagonal counts.
    const sticks = trilMatrixToVec(rest, -2).log().sum(-1).mul(0.5);
    const tanhs = x
      .add(softplus(x.mul(-2)))
      .sub(Math.LN2)
      .sum(-1)
      .mul(-2);
    return sticks.add(tanhs);
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    requireDims(shape.length, 1);
    const length = shape.at(-1) as number;
    const n = Math.round((0.25 + 2 * length) ** 0.5 + 0.5);
    if ((n * (n - 1)) / 2 !== length) throw valueError('Input is not a flattened lower-diagonal number');
    return [...shape.slice(0, -1), n, n];
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    requireDims(shape.length, 2);
    const n = shape.at(-1) as number;
    if (shape.at(-2) !== n) throw valueError('Input is not square');
    return [...shape.slice(0, -2), (n * (n - 1)) / 2];
  }
}

/** A transform that is the same function as every other of its class. */
abstract class OfItsClass extends Transform {
  /** @internal */
  override _equals(other: Transform): boolean {
    return other instanceof (this.constructor as typeof Transform);
  }
}

/**
 * y = exp(x), normalized: to probabilities. Not bijective; its way back is the logarithm.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.SoftmaxTransform
 * @example
 * new torch.distributions.SoftmaxTransform().forward(torch.zeros([4])); // [0.25, 0.25, 0.25, 0.25]
 */
export class SoftmaxTransform extends OfItsClass {
  override get domain(): Constraint {
    return realVector;
  }

  override get codomain(): Constraint {
    return simplex;
  }

  protected override _call(x: Tensor): Tensor {
    const probs = x.sub(x.max(-1, true)[0]).exp();
    return probs.div(probs.sum(-1, true));
  }

  protected override _inverse(y: Tensor): Tensor {
    return y.log();
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    requireDims(shape.length, 1);
    return shape;
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    return this._forwardShape(shape);
  }
}

/**
 * From n numbers to n + 1 probabilities: each breaks a share off what is left of a stick. Bijective, so right for
 * Hamiltonian Monte Carlo.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.StickBreakingTransform
 * @example
 * new torch.distributions.StickBreakingTransform().forward(torch.zeros([3])); // [0.25, 0.25, 0.25, 0.25]
 */
export class StickBreakingTransform extends OfItsClass {
  override get domain(): Constraint {
    return realVector;
  }

  override get codomain(): Constraint {
    return simplex;
  }

  override get bijective(): boolean {
    return true;
  }

  /** n, n − 1, …, 1. */
  #offset(x: Tensor): Tensor {
    return rsub(x.newOnes([extent(x)]).cumsum(-1), extent(x) + 1);
  }

  protected override _call(x: Tensor): Tensor {
    const z = clippedSigmoid(x.sub(this.#offset(x).log()));
    const rest = rsub(z, 1).cumprod(-1);
    return oneBehind(z).mul(oneInFront(rest));
  }

  protected override _inverse(y: Tensor): Tensor {
    const cropped = withoutLast(y);
    const offset = rsub(y.newOnes([extent(cropped)]).cumsum(-1), extent(y));
    const rest = rsub(cropped.cumsum(-1), 1).clamp(finfo(y.dtype).tiny);
    return cropped.log().sub(rest.log()).add(offset.log());
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    const shifted = x.sub(this.#offset(x).log());
    return shifted.neg().add(logSigmoid(shifted)).add(withoutLast(y).log()).sum(-1);
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    requireDims(shape.length, 1);
    return [...shape.slice(0, -1), (shape.at(-1) as number) + 1];
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    requireDims(shape.length, 1);
    return [...shape.slice(0, -1), (shape.at(-1) as number) - 1];
  }
}

const MATRICES = independent(real, 2);

/**
 * From square matrices to lower triangular ones with a positive diagonal. Not bijective.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.LowerCholeskyTransform
 * @example
 * new torch.distributions.LowerCholeskyTransform().forward(torch.zeros([2, 2])); // [[1, 0], [0, 1]]
 */
export class LowerCholeskyTransform extends OfItsClass {
  override get domain(): Constraint {
    return MATRICES;
  }

  override get codomain(): Constraint {
    return lowerCholesky;
  }

  protected override _call(x: Tensor): Tensor {
    return x.tril(-1).add(x.diagonal({ dim1: -2, dim2: -1 }).exp().diagEmbed());
  }

  protected override _inverse(y: Tensor): Tensor {
    return y.tril(-1).add(y.diagonal({ dim1: -2, dim2: -1 }).log().diagEmbed());
  }
}

/**
 * From square matrices to positive definite ones. Not bijective.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.PositiveDefiniteTransform
 * @example
 * new torch.distributions.PositiveDefiniteTransform().forward(torch.zeros([2, 2])); // [[1, 0], [0, 1]]
 */
export class PositiveDefiniteTransform extends OfItsClass {
  override get domain(): Constraint {
    return MATRICES;
  }

  override get codomain(): Constraint {
    return positiveDefinite;
  }

  protected override _call(x: Tensor): Tensor {
    const factor = new LowerCholeskyTransform().forward(x);
    return factor.matmul(factor.mT);
  }

  protected override _inverse(y: Tensor): Tensor {
    return new LowerCholeskyTransform().inv.forward(cholesky(y));
  }
}
