import { logSigmoid, softplus } from '../../ops/generated/nn';
import { atanh, rsub, sigmoid } from '../../ops/generated/functions';
import { finfo } from '../../ops/python';
import { Float } from '../../ops/print/python-text';
import type { Tensor } from '../../ops/tensor-methods';
import { type Constraint, interval, positive, real, unitInterval } from '../constraints';
import { Transform } from './transform';

/** Transforms of single numbers that have no parameters. */

/** One that maps any number, bijectively and rising. */
abstract class Rising extends Transform {
  override get domain(): Constraint {
    return real;
  }

  override get bijective(): boolean {
    return true;
  }

  override get sign(): number | Tensor {
    return 1;
  }

  /** @internal */
  override _equals(other: Transform): boolean {
    return other.constructor === this.constructor || other instanceof (this.constructor as typeof Transform);
  }
}

/**
 * y = exp(x).
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.ExpTransform
 * @example
 * new torch.distributions.ExpTransform().forward(torch.tensor([0, 1])); // [1, 2.7183]
 */
export class ExpTransform extends Rising {
  override get codomain(): Constraint {
    return positive;
  }

  protected override _call(x: Tensor): Tensor {
    return x.exp();
  }

  protected override _inverse(y: Tensor): Tensor {
    return y.log();
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor): Tensor {
    return x;
  }
}

/** σ(x), kept within what the dtype can tell from 0 and 1. */
export function clippedSigmoid(x: Tensor): Tensor {
  const { tiny, eps } = finfo(x.dtype);
  return sigmoid(x).clamp(tiny, 1 - eps);
}

/**
 * y = 1 / (1 + exp(−x)).
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.SigmoidTransform
 * @example
 * new torch.distributions.SigmoidTransform().forward(torch.tensor([0.5, 2])); // [0.6225, 0.8808]
 */
export class SigmoidTransform extends Rising {
  override get codomain(): Constraint {
    return unitInterval;
  }

  protected override _call(x: Tensor): Tensor {
    return clippedSigmoid(x);
  }

  protected override _inverse(y: Tensor): Tensor {
    const { tiny, eps } = finfo(y.dtype);
    const inside = y.clamp(tiny, 1 - eps);
    return inside.log().sub(inside.neg().log1p());
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor): Tensor {
    return softplus(x.neg()).neg().sub(softplus(x));
  }
}

/**
 * y = log(1 + exp(x)), and x itself above 20.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.SoftplusTransform
 * @example
 * new torch.distributions.SoftplusTransform().forward(torch.tensor([0.5, 30])); // [0.9741, 30]
 */
export class SoftplusTransform extends Rising {
  override get codomain(): Constraint {
    return positive;
  }

  protected override _call(x: Tensor): Tensor {
    return softplus(x);
  }

  protected override _inverse(y: Tensor): Tensor {
    return y.neg().expm1().neg().log().add(y);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor): Tensor {
    return softplus(x.neg()).neg();
  }
}

const FROM_MINUS_ONE = interval(new Float(-1) as unknown as number, new Float(1) as unknown as number);

/**
 * y = tanh(x). Far from zero its inverse loses digits; `cacheSize: 1` avoids computing it.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.TanhTransform
 * @example
 * new torch.distributions.TanhTransform().forward(torch.tensor([0, 1])); // [0, 0.7616]
 */
export class TanhTransform extends Rising {
  override get codomain(): Constraint {
    return FROM_MINUS_ONE;
  }

  protected override _call(x: Tensor): Tensor {
    return x.tanh();
  }

  protected override _inverse(y: Tensor): Tensor {
    return atanh(y);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor): Tensor {
    return rsub(x, Math.LN2)
      .sub(softplus(x.mul(-2)))
      .mul(2);
  }
}

/**
 * y = |x|, which has no way back: `inv` gives y itself.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.AbsTransform
 * @example
 * new torch.distributions.AbsTransform().forward(torch.tensor([-2, 1])); // [2, 1]
 */
export class AbsTransform extends Transform {
  override get domain(): Constraint {
    return real;
  }

  override get codomain(): Constraint {
    return positive;
  }

  /** @internal */
  override _equals(other: Transform): boolean {
    return other instanceof AbsTransform;
  }

  protected override _call(x: Tensor): Tensor {
    return x.abs();
  }

  protected override _inverse(y: Tensor): Tensor {
    return y;
  }
}

export { logSigmoid };
