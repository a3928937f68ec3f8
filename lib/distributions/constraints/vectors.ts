import { count } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { full, isclose } from '../../ops/generated/functions';
import { choleskyEx, eigvalsh, norm } from '../../ops/linalg';
import { finfo } from '../../ops/python';
import type { Tensor } from '../../ops/tensor-methods';
import { bool } from '../../tensor/dtype';
import { allTrue } from '../numeric';
import { Constraint } from './constraint';

/** Constraints on vectors and matrices. */

abstract class VectorConstraint extends Constraint {
  override get eventDim(): number {
    return 1;
  }
}

abstract class MatrixConstraint extends Constraint {
  override get eventDim(): number {
    return 2;
  }
}

/** Vectors with a single 1 among zeros. */
export class OneHot extends VectorConstraint {
  override get isDiscrete(): boolean {
    return true;
  }

  /** @internal */
  override _check(x: Tensor): Tensor {
    const isBoolean = x.eq(0).bitwiseOr(x.eq(1));
    return isBoolean.all(-1).bitwiseAnd(x.sum(-1).eq(1));
  }
}

/** Vectors of numbers from 0 on whose sum is 1. */
export class Simplex extends VectorConstraint {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return x.ge(0).all(-1).bitwiseAnd(x.sum(-1).sub(1).abs().lt(1e-6));
  }
}

const MULTINOMIAL = { upperBound: count(0) };

/** Vectors of numbers from 0 on whose sum is at most a bound. */
export class Multinomial extends VectorConstraint {
  /** The most that the elements may be together. */
  readonly upperBound: number;

  constructor(upperBound: number);
  constructor(...args: readonly unknown[]) {
    super();
    this.upperBound = readArguments('multinomial', MULTINOMIAL, args).upperBound;
  }

  override get isDiscrete(): boolean {
    return true;
  }

  /** @internal */
  override _check(x: Tensor): Tensor {
    return x.ge(0).all(-1).bitwiseAnd(x.sum(-1).le(this.upperBound));
  }
}

function isLowerTriangular(x: Tensor): Tensor {
  const same = x.tril().eq(x);
  return same.view([...x.shape.slice(0, -2), -1]).min(-1)[0];
}

function isLowerCholesky(x: Tensor): Tensor {
  const positive = x.diagonal({ dim1: -2, dim2: -1 }).gt(0).min(-1)[0];
  return isLowerTriangular(x).bitwiseAnd(positive);
}

/** Lower triangular square matrices. */
export class LowerTriangular extends MatrixConstraint {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return isLowerTriangular(x);
  }
}

/** Lower triangular square matrices with a positive diagonal. */
export class LowerCholesky extends MatrixConstraint {
  /** @internal */
  override _check(x: Tensor): Tensor {
    return isLowerCholesky(x);
  }
}

/** Lower triangular square matrices with a positive diagonal, whose rows have length 1. */
export class CorrCholesky extends MatrixConstraint {
  /** @internal */
  override _check(x: Tensor): Tensor {
    const tolerance = finfo(x.dtype).eps * x.size(-1) * 10;
    const length = norm(x.detach(), { dim: -1 });
    const isUnit = length.sub(1).abs().le(tolerance).all(-1);
    return isLowerCholesky(x).bitwiseAnd(isUnit);
  }
}

/** Square matrices. */
export class Square extends MatrixConstraint {
  /** @internal */
  override _check(x: Tensor): Tensor {
    const [rows, columns] = x.shape.slice(-2);
    return full(x.shape.slice(0, -2), rows === columns, { dtype: bool, device: x.device });
  }
}

/** Symmetric square matrices. */
export class Symmetric extends Square {
  /** @internal */
  override _check(x: Tensor): Tensor {
    const isSquare = super._check(x);
    if (!allTrue(isSquare)) return isSquare;
    return isclose(x, x.mT, { atol: 1e-6 }).all(-2).all(-1);
  }
}

/** Symmetric matrices without negative eigenvalues. */
export class PositiveSemidefinite extends Symmetric {
  /** @internal */
  override _check(x: Tensor): Tensor {
    const isSymmetric = super._check(x);
    return allTrue(isSymmetric) ? eigvalsh(x).ge(0).all(-1) : isSymmetric;
  }
}

/** Symmetric matrices with positive eigenvalues. */
export class PositiveDefinite extends Symmetric {
  /** @internal */
  override _check(x: Tensor): Tensor {
    const isSymmetric = super._check(x);
    return allTrue(isSymmetric) ? choleskyEx(x)[1].eq(0) : isSymmetric;
  }
}
