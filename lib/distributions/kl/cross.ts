import { exp, ge, le, log, log1p, maximum, onesLike, rsub, square, where } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { Bernoulli } from '../bernoulli';
import { Beta } from '../beta';
import { ContinuousBernoulli, logNorm } from '../continuous-bernoulli';
import { Exponential, Poisson } from '../exponential';
import { Gamma } from '../gamma';
import { Gumbel } from '../gumbel';
import { Normal } from '../normal';
import { EULER } from '../numeric';
import { Uniform } from '../uniform';
import { registerKl } from './registry';

/** KL divergences of Bernoulli, beta, exponential and gamma distributions and others. */

/** log Γ(α) − α·log β. */
export const gammaTerm = (q: Gamma): Tensor => q.concentration.lgamma().sub(q.concentration.mul(q.rate.log()));

registerKl(Bernoulli, Poisson, (p, q) => p.entropy().neg().sub(p.probs.mul(q.rate.log()).sub(q.rate)));

registerKl(Beta, ContinuousBernoulli, (p, q) =>
  p.entropy().neg().sub(p.mean.mul(q.logits)).sub(log1p(q.probs.neg())).sub(logNorm(q)),
);

registerKl(Beta, Exponential, (p, q) =>
  p
    .entropy()
    .neg()
    .sub(q.rate.log())
    .add(q.rate.mul(p.concentration1.div(p.concentration1.add(p.concentration0)))),
);

registerKl(Beta, Gamma, (p, q) => {
  const t1 = p.entropy().neg();
  const t2 = gammaTerm(q);
  const digammas = p.concentration1.digamma().sub(p.concentration1.add(p.concentration0).digamma());
  const t3 = q.concentration.sub(1).mul(digammas);
  const t4 = q.rate.mul(p.concentration1).div(p.concentration1.add(p.concentration0));
  return t1.add(t2).sub(t3).add(t4);
});

registerKl(Beta, Normal, (p, q) => {
  const mean = p.concentration1.div(p.concentration1.add(p.concentration0));
  const variance = q.scale.pow(2);
  const t1 = p.entropy().neg();
  const t2 = variance.mul(2).mul(Math.PI).log().mul(0.5);
  const ofBeta = mean.mul(rsub(mean, 1)).div(p.concentration1.add(p.concentration0).add(1));
  const t3 = ofBeta.add(mean.pow(2)).mul(0.5);
  const t4 = q.loc.mul(mean);
  const t5 = q.loc.pow(2).mul(0.5);
  return t1.add(t2).add(t3.sub(t4).add(t5).div(variance));
});

registerKl(Beta, Uniform, (p, q) =>
  p
    .entropy()
    .neg()
    .add(q.high.sub(q.low).log())
    .maskedFill_(q.low.gt(0).bitwiseOr(q.high.lt(1)), Infinity),
);

registerKl(ContinuousBernoulli, Exponential, (p, q) => p.entropy().neg().sub(log(q.rate)).add(q.rate.mul(p.mean)));

registerKl(ContinuousBernoulli, Normal, (p, q) => {
  const t1 = p.entropy().neg();
  const t2 = square(q.loc.div(q.scale))
    .add(Math.log(2 * Math.PI))
    .mul(0.5)
    .add(log(q.scale));
  const moments = p.variance.add(square(p.mean)).sub(q.loc.mul(2).mul(p.mean));
  return t1.add(t2).add(moments.div(square(q.scale).mul(2)));
});

/** Infinite where a mask says so, as Python writes it. */
export function infiniteWhere(mask: Tensor, result: Tensor): Tensor {
  return where(mask, onesLike(result).mul(Infinity), result);
}

registerKl(ContinuousBernoulli, Uniform, (p, q) => {
  const result = p.entropy().neg().add(q.high.sub(q.low).log());
  return infiniteWhere(maximum(ge(q.low, 0), le(q.high, 1)), result);
});

registerKl(Exponential, Gamma, (p, q) => {
  const ratio = q.rate.div(p.rate);
  return q.concentration
    .neg()
    .mul(log(ratio))
    .add(ratio)
    .add(q.concentration.lgamma())
    .add(q.concentration.mul(EULER))
    .sub(1 + EULER);
});

registerKl(Exponential, Gumbel, (p, q) => {
  const product = p.rate.mul(q.scale);
  const loc = q.loc.div(q.scale);
  const t1 = product.log().sub(1);
  const t2 = exp(loc).mul(product).div(product.add(1));
  const t3 = product.reciprocal();
  return t1.sub(loc).add(t2).add(t3);
});

registerKl(Exponential, Normal, (p, q) => {
  const variance = q.scale.pow(2);
  const rate2 = p.rate.pow(2);
  const t1 = log(rate2.mul(variance).mul(2).mul(Math.PI)).mul(0.5);
  const t2 = rate2.reciprocal();
  const t3 = q.loc.div(p.rate);
  const t4 = q.loc.pow(2).mul(0.5);
  return t1.sub(1).add(t2.sub(t3).add(t4).div(variance));
});

registerKl(Gamma, Exponential, (p, q) =>
  p.entropy().neg().sub(q.rate.log()).add(q.rate.mul(p.concentration).div(p.rate)),
);

registerKl(Gamma, Gumbel, (p, q) => {
  const product = p.rate.mul(q.scale);
  const loc = q.loc.div(q.scale);
  const { concentration } = p;
  const t1 = concentration.sub(1).mul(concentration.digamma()).sub(concentration.lgamma()).sub(concentration);
  const t2 = product.log().add(concentration.div(product));
  const t3 = exp(loc).mul(product.reciprocal().add(1).pow(concentration.neg())).sub(loc);
  return t1.add(t2).add(t3);
});

registerKl(Gamma, Normal, (p, q) => {
  const variance = q.scale.pow(2);
  const rate2 = p.rate.pow(2);
  const { concentration } = p;
  const t1 = log(rate2.mul(variance).mul(2).mul(Math.PI)).mul(0.5).sub(concentration).sub(concentration.lgamma());
  const t2 = concentration.pow(2).add(concentration).mul(0.5).div(rate2);
  const t3 = q.loc.mul(concentration).div(p.rate);
  const t4 = q.loc.pow(2).mul(0.5);
  return t1.add(concentration.sub(1).mul(concentration.digamma())).add(t2.sub(t3).add(t4).div(variance));
});
