import { int } from '../arguments/fields';
import { valueError } from '../errors';
import { arange, cat, diagEmbed, lgamma, mvlgamma, randn, rsub, sqrt } from '../ops/generated/functions';
import { finfo } from '../ops/python';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  parameter,
  readArguments,
} from './arguments';
import { Beta } from './beta';
import { type Constraint, corrCholesky, positive } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { expandAll, giveAll } from './parameters';

const LKJ = { dim: int(), concentration: parameter(1), ...VALIDATE };
const CONSTRAINTS = { concentration: positive };

/** `concentration` and what follows it. */
interface Concentration extends DistributionOptions {
  /** Above 1 matrices near the identity are likelier, below 1 those far from it; positive. @defaultValue 1 */
  readonly concentration?: ParameterValue;
}

export interface LKJCholeskyOptions extends Concentration {
  /** The number of rows and columns, at least 2. */
  readonly dim: number;
}

/** The distributions of the squared lengths of rows, by the onion method. */
function rowLengths(concentration: Tensor, dim: number): Beta {
  const { dtype, device } = concentration;
  const marginal = concentration.add(0.5 * (dim - 2));
  const numbers = arange(dim - 1, { dtype, device });
  const offset = cat([numbers.newZeros([1]), numbers]);
  return new Beta(offset.add(0.5), marginal.unsqueeze(-1).sub(offset.mul(0.5)));
}

/**
 * The LKJ distribution of the Cholesky factors of correlation matrices.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.lkj_cholesky.LKJCholesky
 * @example
 * const l = new torch.distributions.LKJCholesky(3, 0.5).sample();
 * l.matmul(l.mT).shape; // [3, 3], a correlation matrix
 */
export class LKJCholesky extends Distribution {
  /** The number of rows and columns. */
  declare readonly dim: number;
  /** How near the identity matrices are. */
  declare readonly concentration: Tensor;
  /** @internal */
  declare readonly beta: Beta;

  constructor(dim: number, concentration?: ParameterValue | Concentration, validateArgs?: ValidateArgs);
  constructor(options: LKJCholeskyOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { dim, concentration, validateArgs } = readArguments('LKJCholesky', LKJ, args);
    if (dim < 2) throw valueError(`Expected dim to be an integer greater than or equal to 2. Found dim=${dim}.`);
    giveAll(this, { concentration });
    Object.assign(this, { dim, beta: this.own(rowLengths(this.concentration, dim)) });
    this.complete(this.concentration.shape, [dim, dim], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return corrCholesky;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['concentration'], shape);
    Object.assign(copy, { dim: this.dim, beta: copy.own(this.beta.expand([...shape, this.dim])) });
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    const lengths = this.beta.sample(sampleShape).unsqueeze(-1);
    const { dtype, device } = lengths;
    const noise = randn(this.extendedShape(sampleShape), { dtype, device }).tril(-1);
    const directions = noise.div(noise.norm({ dim: -1, keepdim: true }));
    // The first row has nothing below the diagonal: 0 / 0.
    directions.index('...', 0, ':').fill_(0);
    const rows = sqrt(lengths).mul(directions);
    const diagonal = rsub(rows.pow(2).sum(-1), 1).clamp(finfo(rows.dtype).tiny).sqrt();
    return rows.add_(diagEmbed(diagonal));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const { dim, concentration } = this;
    const diagonal = value.diagonal({ dim1: -1, dim2: -2 }).index('...', '1:');
    const numbers = arange(2, dim + 1, { device: concentration.device });
    const order = concentration.sub(1).unsqueeze(-1).mul(2).add(dim).sub(numbers);
    const unnormalized = order.mul(diagonal.log()).sum(-1);
    const alpha = concentration.add(0.5 * (dim - 1));
    const denominator = lgamma(alpha).mul(dim - 1);
    const numerator = mvlgamma(alpha.sub(0.5), dim - 1);
    return unnormalized.sub(numerator.add(0.5 * (dim - 1) * Math.log(Math.PI)).sub(denominator));
  }
}
