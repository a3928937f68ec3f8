import { fullLike } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { Bernoulli } from '../bernoulli';
import { Beta } from '../beta';
import { Binomial } from '../binomial';
import { ContinuousBernoulli } from '../continuous-bernoulli';
import type { Distribution } from '../distribution';
import { Exponential, Poisson } from '../exponential';
import { Gamma } from '../gamma';
import { Gumbel } from '../gumbel';
import { Laplace } from '../laplace';
import { Normal } from '../normal';
import { Pareto } from '../pareto';
import { Uniform } from '../uniform';
import { type DistributionClass, registerKl } from './registry';

/** Pairs whose KL divergence is infinite, since p has values that q cannot have. */

function infinite<P extends Distribution>(
  p: DistributionClass<P>,
  others: readonly DistributionClass[],
  parameterOf: (p: P) => Tensor,
): void {
  for (const q of others) registerKl(p, q, (of) => fullLike(parameterOf(of), Infinity));
}

infinite(Beta, [Pareto], (p) => p.concentration1);
infinite(ContinuousBernoulli, [Pareto], (p) => p.probs);
infinite(Exponential, [Beta, ContinuousBernoulli, Pareto, Uniform], (p) => p.rate);
infinite(Gamma, [Beta, ContinuousBernoulli, Pareto, Uniform], (p) => p.concentration);
infinite(Gumbel, [Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform], (p) => p.loc);
infinite(Laplace, [Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform], (p) => p.loc);
infinite(Normal, [Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform], (p) => p.loc);
infinite(Pareto, [Beta, ContinuousBernoulli, Uniform], (p) => p.scale);
infinite(Poisson, [Bernoulli, Binomial], (p) => p.rate);

/** The registrations above are all that this file does. */
export {};
