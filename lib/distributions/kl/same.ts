import { digamma, lgamma, log1p, rsub } from '../../ops/generated/functions';
import { softplus } from '../../ops/generated/nn';
import type { Tensor } from '../../ops/tensor-methods';
import { notImplemented } from '../arguments';
import { Bernoulli } from '../bernoulli';
import { Beta } from '../beta';
import { Binomial } from '../binomial';
import { Categorical } from '../categorical';
import { Cauchy } from '../cauchy';
import { ContinuousBernoulli, logNorm } from '../continuous-bernoulli';
import { Dirichlet } from '../dirichlet';
import { Exponential, Poisson } from '../exponential';
import { ExponentialFamily, normalizerOf } from '../exponential-family';
import { Gamma } from '../gamma';
import { Geometric } from '../geometric';
import { Gumbel } from '../gumbel';
import { HalfNormal } from '../half';
import { Independent } from '../independent';
import { Laplace } from '../laplace';
import { Normal } from '../normal';
import { EULER, anyTrue, sameSize, sumRightmost } from '../numeric';
import { OneHotCategorical } from '../one-hot-categorical';
import { Pareto } from '../pareto';
import { TransformedDistribution } from '../transformed-distribution';
import { sameTransforms } from '../transforms/compose';
import { Uniform } from '../uniform';
import { klDivergence, registerKl } from './registry';

/** KL divergences of two distributions of one class. */

registerKl(Bernoulli, Bernoulli, (p, q) => {
  const ones = p.probs
    .mul(softplus(q.logits.neg()).sub(softplus(p.logits.neg())))
    .maskedFill_(q.probs.eq(0), Infinity)
    .maskedFill_(p.probs.eq(0), 0);
  const zeros = rsub(p.probs, 1)
    .mul(softplus(q.logits).sub(softplus(p.logits)))
    .maskedFill_(q.probs.eq(1), Infinity)
    .maskedFill_(p.probs.eq(1), 0);
  return ones.add(zeros);
});

registerKl(Beta, Beta, (p, q) => {
  const sumP = p.concentration1.add(p.concentration0);
  const sumQ = q.concentration1.add(q.concentration0);
  const t1 = q.concentration1.lgamma().add(q.concentration0.lgamma()).add(sumP.lgamma());
  const t2 = p.concentration1.lgamma().add(p.concentration0.lgamma()).add(sumQ.lgamma());
  const t3 = p.concentration1.sub(q.concentration1).mul(digamma(p.concentration1));
  const t4 = p.concentration0.sub(q.concentration0).mul(digamma(p.concentration0));
  const t5 = sumQ.sub(sumP).mul(digamma(sumP));
  return t1.sub(t2).add(t3).add(t4).add(t5);
});

registerKl(Binomial, Binomial, (p, q) => {
  if (anyTrue(p.totalCount.lt(q.totalCount))) {
    throw notImplemented('KL between Binomials where q.total_count > p.total_count is not implemented');
  }
  const each = p.probs.mul(p.logits.sub(q.logits)).add(p.probs.neg().log1p()).sub(q.probs.neg().log1p());
  return p.totalCount.mul(each).maskedFill_(p.totalCount.gt(q.totalCount), Infinity);
});

function klCategorical(p: Categorical, q: Categorical): Tensor {
  const each = p.probs.mul(p.logits.sub(q.logits));
  return each.maskedFill_(q.probs.eq(0).expandAs(each), Infinity).maskedFill_(p.probs.eq(0).expandAs(each), 0).sum(-1);
}

registerKl(Categorical, Categorical, klCategorical);

registerKl(ContinuousBernoulli, ContinuousBernoulli, (p, q) => {
  const t1 = p.mean.mul(p.logits.sub(q.logits));
  const t2 = logNorm(p).add(log1p(p.probs.neg()));
  const t3 = logNorm(q).neg().sub(log1p(q.probs.neg()));
  return t1.add(t2).add(t3);
});

registerKl(Dirichlet, Dirichlet, (p, q) => {
  const sumP = p.concentration.sum(-1);
  const sumQ = q.concentration.sum(-1);
  const t1 = sumP.lgamma().sub(sumQ.lgamma());
  const t2 = p.concentration.lgamma().sub(q.concentration.lgamma()).sum(-1);
  const t3 = p.concentration.sub(q.concentration);
  const t4 = p.concentration.digamma().sub(sumP.digamma().unsqueeze(-1));
  return t1.sub(t2).add(t3.mul(t4).sum(-1));
});

registerKl(Exponential, Exponential, (p, q) => {
  const ratio = q.rate.div(p.rate);
  return ratio.log().neg().add(ratio).sub(1);
});

registerKl(ExponentialFamily, ExponentialFamily, (p, q) => {
  if (p.constructor !== q.constructor) {
    throw notImplemented(
      'The cross KL-divergence between different exponential families cannot ' +
        '                            be computed using Bregman divergences',
    );
  }
  const [parameters, normalizer, gradients] = normalizerOf(p);
  const others = q._naturalParams;
  return parameters.reduce(
    (result, parameter, i) => {
      const term = (others[i] as Tensor).sub(parameter).mul(gradients[i] as Tensor);
      return result.sub(sumRightmost(term, q.eventShape.length));
    },
    q._logNormalizer(...others).sub(normalizer),
  );
});

registerKl(Gamma, Gamma, (p, q) => {
  const t1 = q.concentration.mul(p.rate.div(q.rate).log());
  const t2 = lgamma(q.concentration).sub(lgamma(p.concentration));
  const t3 = p.concentration.sub(q.concentration).mul(digamma(p.concentration));
  const t4 = q.rate.sub(p.rate).mul(p.concentration.div(p.rate));
  return t1.add(t2).add(t3).add(t4);
});

registerKl(Gumbel, Gumbel, (p, q) => {
  const ratio = p.scale.div(q.scale);
  const locQ = q.loc.div(q.scale);
  const locP = p.loc.div(q.scale);
  const t1 = ratio.log().neg().sub(locQ).add(locP);
  const t2 = ratio.mul(EULER);
  const t3 = locQ.add(ratio.add(1).lgamma()).sub(locP).exp();
  return t1
    .add(t2)
    .add(t3)
    .sub(1 + EULER);
});

registerKl(Geometric, Geometric, (p, q) => p.entropy().neg().sub(log1p(q.probs.neg()).div(p.probs)).sub(q.logits));

function klNormal(p: Normal, q: Normal): Tensor {
  const variance = p.scale.div(q.scale).pow(2);
  const distance = p.loc.sub(q.loc).div(q.scale).pow(2);
  return variance.add(distance).sub(1).sub(variance.log()).mul(0.5);
}

registerKl(HalfNormal, HalfNormal, (p, q) => klNormal(p.baseDist, q.baseDist));

registerKl(Laplace, Laplace, (p, q) => {
  const ratio = p.scale.div(q.scale);
  const distance = p.loc.sub(q.loc).abs();
  const t1 = ratio.log().neg();
  const t2 = distance.div(q.scale);
  const t3 = ratio.mul(distance.neg().div(p.scale).exp());
  return t1.add(t2).add(t3).sub(1);
});

registerKl(Normal, Normal, klNormal);

registerKl(OneHotCategorical, OneHotCategorical, (p, q) => klCategorical(p.categorical, q.categorical));

registerKl(Pareto, Pareto, (p, q) => {
  const ratio = q.alpha.div(p.alpha);
  const t1 = q.alpha.mul(p.scale.div(q.scale).log());
  return t1.add(ratio.log().neg()).add(ratio).sub(1).maskedFill_(p.scale.lt(q.scale), Infinity);
});

registerKl(Poisson, Poisson, (p, q) => p.rate.mul(p.rate.log().sub(q.rate.log())).sub(p.rate.sub(q.rate)));

registerKl(TransformedDistribution, TransformedDistribution, (p, q) => {
  if (!sameTransforms(p.transforms, q.transforms)) {
    throw notImplemented('The KL divergence of distributions with different transforms is not implemented');
  }
  if (!sameSize(p.eventShape, q.eventShape)) {
    throw notImplemented('The KL divergence of distributions with different event shapes is not implemented');
  }
  return klDivergence(p.baseDist, q.baseDist);
});

registerKl(Uniform, Uniform, (p, q) =>
  q.high
    .sub(q.low)
    .div(p.high.sub(p.low))
    .log()
    .maskedFill_(q.low.gt(p.low).bitwiseOr(q.high.lt(p.high)), Infinity),
);

registerKl(Independent, Independent, (p, q) => {
  if (p.reinterpretedBatchNdims !== q.reinterpretedBatchNdims) {
    throw notImplemented('The KL divergence of events with different numbers of dimensions is not implemented');
  }
  return sumRightmost(klDivergence(p.baseDist, q.baseDist), p.reinterpretedBatchNdims);
});

registerKl(Cauchy, Cauchy, (p, q) => {
  const t1 = p.scale.add(q.scale).pow(2).add(p.loc.sub(q.loc).pow(2)).log();
  return t1.sub(p.scale.mul(4).mul(q.scale).log());
});

/** The registrations above are all that this file does. */
export {};
