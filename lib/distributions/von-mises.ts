import { cos, empty, rand, where, zeros } from '../ops/generated/functions';
import { rsub } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { bool, float64 } from '../tensor/dtype';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  parameter,
  readArguments,
} from './arguments';
import { type Constraint, positive, real } from './constraints';
import { type ArgConstraints, Distribution, lazyTensor } from './distribution';
import { allTrue, anyTrue } from './numeric';
import { expandAll, giveAll } from './parameters';

/** Polynomials for log I₀ and log I₁, from Abramowitz and Stegun, 9.8.1 to 9.8.4. */
const SMALL = [
  [1.0, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.360768e-1, 0.45813e-2],
  [0.5, 0.87890594, 0.51498869, 0.15084934, 0.2658733e-1, 0.301532e-2, 0.32411e-3],
] as const;
const LARGE = [
  [
    ...[0.39894228, 0.1328592e-1, 0.225319e-2, -0.157565e-2, 0.916281e-2],
    ...[-0.2057706e-1, 0.2635537e-1, -0.1647633e-1, 0.392377e-2],
  ],
  [
    ...[0.39894228, -0.3988024e-1, -0.362018e-2, 0.163801e-2, -0.1031555e-1],
    ...[0.2282967e-1, -0.2895312e-1, 0.1787654e-1, -0.420059e-2],
  ],
] as const;

function polynomial(y: Tensor, coefficients: readonly number[]): Tensor {
  const [last, next, ...rest] = coefficients.toReversed() as [number, number, ...number[]];
  return rest.reduce((result, coefficient) => y.mul(result).add(coefficient), y.mul(last).add(next));
}

/** The logarithm of the modified Bessel function of the first kind. */
function logBessel(x: Tensor, order: 0 | 1): Tensor {
  const ratio = x.div(3.75);
  const inner = polynomial(ratio.mul(ratio), SMALL[order]);
  const small = (order === 1 ? x.abs().mul(inner) : inner).log();
  const inverse = x.reciprocal().mul(3.75);
  const large = x.sub(x.log().mul(0.5)).add(polynomial(inverse, LARGE[order]).log());
  return where(x.lt(3.75), small, large);
}

/** Best and Fisher's rejection sampling: draws until every element has been accepted once. */
function draw(loc: Tensor, concentration: Tensor, r: Tensor, shape: Size): Tensor {
  const options = { dtype: loc.dtype, device: loc.device };
  let x = empty([...shape], options);
  let done = zeros([...shape], { dtype: bool, device: loc.device });
  while (!allTrue(done)) {
    const [u1, u2, u3] = rand([3, ...shape], options).unbind() as [Tensor, Tensor, Tensor];
    const z = cos(u1.mul(Math.PI));
    const f = r.mul(z).add(1).div(r.add(z));
    const c = concentration.mul(r.sub(f));
    const accept = c.mul(rsub(c, 2)).sub(u2).gt(0).bitwiseOr(c.div(u2).log().add(1).sub(c).ge(0));
    if (!anyTrue(accept)) continue;
    x = where(accept, u3.sub(0.5).sign().mul(f.acos()), x);
    done = done.bitwiseOr(accept);
  }
  return x
    .add(Math.PI)
    .add(loc)
    .remainder(2 * Math.PI)
    .sub(Math.PI);
}

const VON_MISES = { loc: parameter(), concentration: parameter(), ...VALIDATE };
const CONSTRAINTS = { loc: real, concentration: positive };

export interface VonMisesOptions extends DistributionOptions {
  /** The mean angle, in radians. */
  readonly loc: ParameterValue;
  /** How narrow it is; positive. */
  readonly concentration: ParameterValue;
}

/**
 * The von Mises distribution, of angles in [−π, π). Computed in float64.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.von_mises.VonMises
 * @example
 * new torch.distributions.VonMises(torch.tensor([1.5]), torch.tensor([1.5])).sample().shape; // [1]
 */
export class VonMises extends Distribution {
  /** The mean angle, in radians. */
  declare readonly loc: Tensor;
  /** How narrow it is. */
  declare readonly concentration: Tensor;
  /** @internal */
  declare readonly keptVariance: Tensor;
  /** @internal */
  declare readonly wideLoc: Tensor;
  /** @internal */
  declare readonly wideConcentration: Tensor;
  /** The parameter of the proposals. @internal */
  declare readonly proposal: Tensor;

  static {
    lazyTensor(this, 'wideLoc', ({ loc }) => loc.to(float64));
    lazyTensor(this, 'wideConcentration', ({ concentration }) => concentration.to(float64));
    lazyTensor(this, 'proposal', ({ wideConcentration: kappa }) => {
      const tau = kappa.pow(2).mul(4).add(1).sqrt().add(1);
      const rho = tau.sub(tau.mul(2).sqrt()).div(kappa.mul(2));
      const exact = rho.pow(2).add(1).div(rho.mul(2));
      return where(kappa.lt(1e-5), kappa.reciprocal().add(kappa), exact);
    });
    lazyTensor(this, 'keptVariance', ({ concentration }) =>
      rsub(logBessel(concentration, 1).sub(logBessel(concentration, 0)).exp(), 1),
    );
  }

  constructor(loc: ParameterValue, concentration: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: VonMisesOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { loc, concentration, validateArgs } = readArguments('VonMises', VON_MISES, args);
    giveAll(this, { loc, concentration });
    this.complete(this.loc.shape, [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return real;
  }

  /** The mean angle. */
  override get mean(): Tensor {
    return this.loc;
  }

  /** The circular variance: 1 less the mean length. */
  override get variance(): Tensor {
    return this.keptVariance;
  }

  override get mode(): Tensor {
    return this.loc;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['loc', 'concentration'], shape);
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    const shape = this.extendedShape(sampleShape);
    return draw(this.wideLoc, this.wideConcentration, this.proposal, shape).to(this.loc.dtype);
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return this.concentration
      .mul(cos(value.sub(this.loc)))
      .sub(Math.log(2 * Math.PI))
      .sub(logBessel(this.concentration, 0));
  }
}
