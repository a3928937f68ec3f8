import { Function, type FunctionContext, onceDifferentiable } from '../autograd/function';
import { valueError } from '../errors';
import { digamma, lgamma, xlogy } from '../ops/generated/functions';
import { oneHot } from '../ops/generated/nn';
import { rsub } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { type DistributionOptions, type Size, VALIDATE, type ValidateArgs, readArguments } from './arguments';
import { type Constraint, independent, positive, simplex } from './constraints';
import type { ArgConstraints } from './distribution';
import { ExponentialFamily } from './exponential-family';
import { dirichletGrad, sampleDirichlet } from './numeric';

/** A sample of a Dirichlet distribution, differentiable in its concentration. */
class DirichletSample extends Function {
  static forward(context: FunctionContext, concentration: Tensor): Tensor {
    const x = sampleDirichlet(concentration);
    context.saveForBackward(x, concentration);
    return x;
  }

  static backward = onceDifferentiable((context, gradient: Tensor) => {
    const [x, concentration] = context.savedTensors as [Tensor, Tensor];
    const total = concentration.sum(-1, true).expandAs(concentration);
    const each = dirichletGrad(x, concentration, total);
    return each.mul(gradient.sub(x.mul(gradient).sum(-1, true)));
  });
}

const DIRICHLET = { concentration: tensor(), ...VALIDATE };
const CONSTRAINTS = { concentration: independent(positive, 1) };

export interface DirichletOptions extends DistributionOptions {
  /** Positive numbers `[..., classes]`: the larger, the closer a sample is to the mean. */
  readonly concentration: Tensor;
}

/**
 * The Dirichlet distribution, of probabilities of classes.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.dirichlet.Dirichlet
 * @example
 * new torch.distributions.Dirichlet(torch.tensor([0.5, 0.5])).sample().shape; // [2]
 */
export class Dirichlet extends ExponentialFamily {
  /** The concentration of each class. */
  declare readonly concentration: Tensor;

  constructor(concentration: Tensor, validateArgs?: ValidateArgs);
  constructor(options: DirichletOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { concentration, validateArgs } = readArguments('Dirichlet', DIRICHLET, args);
    if (concentration.dim() < 1) {
      throw valueError('`concentration` parameter must be at least one-dimensional.');
    }
    this.take('concentration', concentration);
    const { shape } = concentration;
    this.complete(shape.slice(0, -1), shape.slice(-1), validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return simplex;
  }

  override get hasRsample(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.concentration.div(this.concentration.sum(-1, true));
  }

  override get mode(): Tensor {
    const above = this.concentration.sub(1).clamp(0);
    const mode = above.div(above.sum(-1, true));
    const mask = this.concentration.lt(1).all(-1);
    mode.setItem(mask, oneHot(mode.index(mask).argmax(-1), above.shape.at(-1) as number).typeAs(mode));
    return mode;
  }

  override get variance(): Tensor {
    const total = this.concentration.sum(-1, true);
    return this.concentration.mul(total.sub(this.concentration)).div(total.pow(2).mul(total.add(1)));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    copy.give({ concentration: this.concentration.expand([...shape, ...this._eventShape]) });
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    return DirichletSample.apply(this.concentration.expand(this.extendedShape(sampleShape)));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return xlogy(this.concentration.sub(1), value)
      .sum(-1)
      .add(lgamma(this.concentration.sum(-1)))
      .sub(lgamma(this.concentration).sum(-1));
  }

  /** @internal */
  override _entropy(): Tensor {
    const { concentration } = this;
    const total = concentration.sum(-1);
    return lgamma(concentration)
      .sum(-1)
      .sub(lgamma(total))
      .sub(rsub(total, concentration.size(-1)).mul(digamma(total)))
      .sub(concentration.sub(1).mul(digamma(concentration)).sum(-1));
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    return [this.concentration];
  }

  /** @internal */
  override _logNormalizer(x: Tensor): Tensor {
    return x
      .lgamma()
      .sum(-1)
      .sub(lgamma(x.sum(-1)));
  }
}
