import { sizeText } from '../arguments/extents';
import { any } from '../arguments/fields';
import { valueError } from '../errors';
import { logSoftmax, logsumexp } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type Size,
  VALIDATE,
  type ValidateArgs,
  type ValueOptions,
  readArguments,
  readValue,
} from './arguments';
import { Categorical } from './categorical';
import { type Constraint, MixtureSameFamilyConstraint } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';

const MIXTURE = { mixtureDistribution: any(), componentDistribution: any(), ...VALIDATE };

export interface MixtureSameFamilyOptions extends DistributionOptions {
  /** The probabilities of the components. */
  readonly mixtureDistribution: Categorical;
  /** The components, along the last dimension of the batch. */
  readonly componentDistribution: Distribution;
}

function requireCompatible(mixture: Categorical, component: Distribution): Size {
  const weights = mixture.batchShape;
  const batch = component.batchShape.slice(0, -1);
  for (let i = 1; i <= Math.min(weights.length, batch.length); i++) {
    const [a, b] = [weights.at(-i), batch.at(-i)];
    if (a === 1 || b === 1 || a === b) continue;
    throw valueError(
      `\`mixture_distribution.batch_shape\` (${sizeText(weights)}) is not compatible with ` +
        `\`component_distribution.batch_shape\`(${sizeText(batch)})`,
    );
  }
  const [km, kc] = [mixture.logits.shape.at(-1), component.batchShape.at(-1)];
  if (km !== kc) {
    throw valueError(
      `\`mixture_distribution component\` (${km}) does not equal \`component_distribution.batch_shape[-1]\` (${kc})`,
    );
  }
  return batch;
}

const ones = (n: number): number[] => new Array<number>(Math.max(0, n)).fill(1);

/** A value with a dimension for the components. */
function pad(mixture: Distribution, value: Tensor): Tensor {
  return value.unsqueeze(-1 - mixture._eventShape.length);
}

/** The probabilities of the components, with dimensions for the batch and the event of the components. */
function weightsOf({ mixtureDistribution, _batchShape, _eventShape }: MixtureSameFamily): Tensor {
  const { probs, batchShape } = mixtureDistribution;
  const missing = batchShape.length === 1 ? 0 : _batchShape.length - batchShape.length;
  const { shape } = probs;
  return probs.reshape([...shape.slice(0, -1), ...ones(missing), ...shape.slice(-1), ...ones(_eventShape.length)]);
}

/**
 * A mixture of distributions of one family: a component is drawn by a {@link Categorical}, the value from the component.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.mixture_same_family.MixtureSameFamily
 * @example
 * const { Categorical, MixtureSameFamily, Normal } = torch.distributions;
 * const mixture = new MixtureSameFamily(
 *   new Categorical(torch.ones([3])),
 *   new Normal(torch.tensor([-1, 0, 1]), torch.ones([3])),
 * );
 * mixture.mean.item(); // 0
 */
export class MixtureSameFamily extends Distribution {
  /** The probabilities of the components. */
  declare readonly mixtureDistribution: Categorical;
  /** The components. */
  declare readonly componentDistribution: Distribution;
  /** @internal */
  declare readonly components: number;

  constructor(mixtureDistribution: Categorical, componentDistribution: Distribution, validateArgs?: ValidateArgs);
  constructor(options: MixtureSameFamilyOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const given = readArguments('MixtureSameFamily', MIXTURE, args);
    const { mixtureDistribution, componentDistribution } = given;
    if (!(mixtureDistribution instanceof Categorical)) {
      throw valueError(' The Mixture distribution needs to be an  instance of torch.distributions.Categorical');
    }
    if (!(componentDistribution instanceof Distribution)) {
      throw valueError('The Component distribution needs to be an instance of torch.distributions.Distribution');
    }
    const batch = requireCompatible(mixtureDistribution, componentDistribution);
    const components = mixtureDistribution.logits.shape.at(-1);
    Object.assign(this, { mixtureDistribution, componentDistribution, components });
    this.complete(batch, componentDistribution.eventShape, given.validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return {};
  }

  override get support(): Constraint {
    return new MixtureSameFamilyConstraint(this.componentDistribution.support);
  }

  /** @internal */
  override _expand(copy: this, batchShape: Size): void {
    Object.assign(copy, {
      mixtureDistribution: copy.own(this.mixtureDistribution.expand(batchShape)),
      componentDistribution: copy.own(this.componentDistribution.expand([...batchShape, this.components])),
      components: this.components,
    });
  }

  override get mean(): Tensor {
    return weightsOf(this)
      .mul(this.componentDistribution.mean)
      .sum(-1 - this._eventShape.length);
  }

  override get variance(): Tensor {
    const weights = weightsOf(this);
    const { mean, variance } = this.componentDistribution;
    const within = weights.mul(variance).sum(-1 - this._eventShape.length);
    const between = weights.mul(mean.sub(pad(this, this.mean)).pow(2)).sum(-1 - this._eventShape.length);
    return within.add(between);
  }

  override cdf(value: Tensor | ValueOptions): Tensor;
  override cdf(...args: readonly unknown[]): Tensor {
    const each = this.componentDistribution.cdf(pad(this, readValue('cdf', args)));
    return each.mul(this.mixtureDistribution.probs).sum(-1);
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const each = this.componentDistribution.logProb(pad(this, value));
    const weights = logSoftmax(this.mixtureDistribution.logits, -1);
    return logsumexp(each.add(weights), -1);
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    const dim = sampleShape.length + this._batchShape.length;
    const event = this._eventShape;
    const chosen = this.mixtureDistribution.sample(sampleShape);
    const { shape } = chosen;
    const samples = this.componentDistribution.sample(sampleShape);
    const index = chosen.reshape([...shape, ...ones(event.length + 1)]).repeat([...ones(shape.length), 1, ...event]);
    return samples.gather(dim, index).squeeze(dim);
  }

  override toString(): string {
    return `MixtureSameFamily(\n  ${this.mixtureDistribution},\n  ${this.componentDistribution})`;
  }
}
