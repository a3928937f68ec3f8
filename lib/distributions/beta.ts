import { lgamma, rsub, stack } from '../ops/generated/functions';
import { tensor } from '../ops/creation';
import type { Tensor } from '../ops/tensor-methods';
import { getDefaultDtype } from '../tensor/dtype';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  isNumber,
  parameter,
  readArguments,
} from './arguments';
import { type Constraint, positive, unitInterval } from './constraints';
import { Dirichlet } from './dirichlet';
import type { ArgConstraints } from './distribution';
import { ExponentialFamily } from './exponential-family';
import { broadcastAll } from './numeric';

const BETA = { concentration1: parameter(), concentration0: parameter(), ...VALIDATE };
const CONSTRAINTS = { concentration1: positive, concentration0: positive };

export interface BetaOptions extends DistributionOptions {
  /** The first concentration, often called α; positive. */
  readonly concentration1: ParameterValue;
  /** The second concentration, often called β; positive. */
  readonly concentration0: ParameterValue;
}

function pairOf(one: ParameterValue, zero: ParameterValue): Tensor {
  if (isNumber(one) && isNumber(zero)) return tensor([Number(one), Number(zero)], { dtype: getDefaultDtype() });
  return stack(broadcastAll(one, zero), -1);
}

/**
 * The beta distribution, of a probability.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.beta.Beta
 * @example
 * new torch.distributions.Beta(torch.tensor([0.5]), torch.tensor([0.5])).mean.tolist(); // [0.5]
 */
export class Beta extends ExponentialFamily {
  /** @internal */
  declare readonly dirichlet: Dirichlet;

  constructor(concentration1: ParameterValue, concentration0: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: BetaOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { concentration1, concentration0, validateArgs } = readArguments('Beta', BETA, args);
    const dirichlet = new Dirichlet(this.own(pairOf(concentration1, concentration0)), validateArgs);
    Object.assign(this, { dirichlet });
    this.complete(dirichlet.batchShape, [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return unitInterval;
  }

  override get hasRsample(): boolean {
    return true;
  }

  /** The first concentration, often called α. */
  get concentration1(): Tensor {
    return this.dirichlet.concentration.select(-1, 0);
  }

  /** The second concentration, often called β. */
  get concentration0(): Tensor {
    return this.dirichlet.concentration.select(-1, 1);
  }

  override get mean(): Tensor {
    return this.concentration1.div(this.concentration1.add(this.concentration0));
  }

  override get mode(): Tensor {
    return this.dirichlet.mode.select(-1, 0);
  }

  override get variance(): Tensor {
    const total = this.concentration1.add(this.concentration0);
    return this.concentration1.mul(this.concentration0).div(total.pow(2).mul(total.add(1)));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    Object.assign(copy, { dirichlet: copy.own(this.dirichlet.expand(shape)) });
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    return this.dirichlet.rsample(sampleShape).select(-1, 0);
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return this.dirichlet.logProb(stack([value, rsub(value, 1)], -1));
  }

  /** @internal */
  override _entropy(): Tensor {
    return this.dirichlet.entropy();
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    return [this.concentration1, this.concentration0];
  }

  /** @internal */
  override _logNormalizer(x: Tensor, y: Tensor): Tensor {
    return lgamma(x)
      .add(lgamma(y))
      .sub(lgamma(x.add(y)));
  }
}
