import { erf, exp, ge, le, log, log1p, maximum, rsub, xlogy } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { Beta } from '../beta';
import { ContinuousBernoulli, logNorm } from '../continuous-bernoulli';
import { Exponential } from '../exponential';
import { Gamma } from '../gamma';
import { Gumbel } from '../gumbel';
import { Laplace } from '../laplace';
import { Normal } from '../normal';
import { EULER } from '../numeric';
import { Pareto } from '../pareto';
import { Uniform } from '../uniform';
import { gammaTerm, infiniteWhere } from './cross';
import { registerKl } from './registry';

/** KL divergences of Gumbel, Laplace, normal, Pareto and uniform distributions and others. */

const xLogX = (x: Tensor): Tensor => xlogy(x, x);

registerKl(Gumbel, Normal, (p, q) => {
  const ratio = p.scale.div(q.scale);
  const t1 = ratio.div(Math.sqrt(2 * Math.PI)).log();
  const t2 = ratio.mul(Math.PI).mul(0.5).pow(2).div(3);
  const t3 = p.loc.add(p.scale.mul(EULER)).sub(q.loc).div(q.scale).pow(2).mul(0.5);
  return t1
    .neg()
    .add(t2)
    .add(t3)
    .sub(EULER + 1);
});

registerKl(Laplace, Normal, (p, q) => {
  const variance = q.scale.pow(2);
  const ratio = p.scale.pow(2).div(variance);
  const t1 = log(ratio.mul(2).div(Math.PI)).mul(0.5);
  const t2 = p.loc.pow(2).mul(0.5);
  const t3 = p.loc.mul(q.loc);
  const t4 = q.loc.pow(2).mul(0.5);
  return t1.neg().add(ratio).add(t2.sub(t3).add(t4).div(variance)).sub(1);
});

registerKl(Normal, Gumbel, (p, q) => {
  const mean = p.loc.div(q.scale);
  const variance = p.scale.div(q.scale).pow(2);
  const loc = q.loc.div(q.scale);
  const t1 = variance.log().mul(0.5);
  const t2 = mean.sub(loc);
  const t3 = exp(mean.neg().add(variance.mul(0.5)).add(loc));
  return t1
    .neg()
    .add(t2)
    .add(t3)
    .sub(0.5 * (1 + Math.log(2 * Math.PI)));
});

registerKl(Normal, Laplace, (p, q) => {
  const distance = p.loc.sub(q.loc);
  const ratio = distance.div(p.scale);
  const t1 = log(p.scale.div(q.scale));
  const t2 = p.scale.mul(Math.sqrt(2 / Math.PI)).mul(exp(ratio.pow(2).mul(-0.5)));
  const t3 = distance.mul(erf(ratio.mul(Math.sqrt(0.5))));
  return t1
    .neg()
    .add(t2.add(t3).div(q.scale))
    .sub(0.5 * (1 + Math.log(0.5 * Math.PI)));
});

registerKl(Pareto, Exponential, (p, q) => {
  const product = p.scale.mul(q.rate);
  const t1 = p.alpha.div(product).log();
  const t2 = p.alpha.reciprocal();
  const t3 = p.alpha.mul(product).div(p.alpha.sub(1));
  return t1.sub(t2).add(t3).sub(1).maskedFill_(p.alpha.le(1), Infinity);
});

registerKl(Pareto, Gamma, (p, q) => {
  const common = p.scale.log().add(p.alpha.reciprocal());
  const t1 = p.alpha.log().sub(common);
  const t2 = gammaTerm(q);
  const t3 = rsub(q.concentration, 1).mul(common);
  const t4 = q.rate.mul(p.alpha).mul(p.scale).div(p.alpha.sub(1));
  return t1.add(t2).add(t3).add(t4).sub(1).maskedFill_(p.alpha.le(1), Infinity);
});

registerKl(Pareto, Normal, (p, q) => {
  const variance = q.scale.pow(2).mul(2);
  const common = p.scale.div(p.alpha.sub(1));
  const t1 = q.scale
    .mul(Math.sqrt(2 * Math.PI))
    .mul(p.alpha)
    .div(p.scale)
    .log();
  const t2 = p.alpha.reciprocal();
  const t3 = p.alpha.mul(common.pow(2)).div(p.alpha.sub(2));
  const t4 = p.alpha.mul(common).sub(q.loc).pow(2);
  return t1.sub(t2).add(t3.add(t4).div(variance)).sub(1).maskedFill_(p.alpha.le(2), Infinity);
});

registerKl(Uniform, Beta, (p, q) => {
  const common = p.high.sub(p.low);
  const t1 = log(common);
  const t2 = q.concentration1
    .sub(1)
    .mul(xLogX(p.high).sub(xLogX(p.low)).sub(common))
    .div(common);
  const low = xLogX(rsub(p.high, 1)).sub(xLogX(rsub(p.low, 1)));
  const t3 = q.concentration0.sub(1).mul(low.add(common)).div(common);
  const t4 = q.concentration1
    .lgamma()
    .add(q.concentration0.lgamma())
    .sub(q.concentration1.add(q.concentration0).lgamma());
  return t3
    .add(t4)
    .sub(t1)
    .sub(t2)
    .maskedFill_(p.high.gt(1).bitwiseOr(p.low.lt(0)), Infinity);
});

registerKl(Uniform, ContinuousBernoulli, (p, q) => {
  const result = p.entropy().neg().sub(p.mean.mul(q.logits)).sub(log1p(q.probs.neg())).sub(logNorm(q));
  return infiniteWhere(maximum(ge(p.high, 1), le(p.low, 0)), result);
});

registerKl(Uniform, Exponential, (p, q) =>
  q.rate.mul(p.high.add(p.low)).div(2).sub(p.high.sub(p.low).mul(q.rate).log()).maskedFill_(p.low.lt(0), Infinity),
);

registerKl(Uniform, Gamma, (p, q) => {
  const common = p.high.sub(p.low);
  const t1 = common.log();
  const t2 = gammaTerm(q);
  const t3 = rsub(q.concentration, 1)
    .mul(xLogX(p.high).sub(xLogX(p.low)).sub(common))
    .div(common);
  const t4 = q.rate.mul(p.high.add(p.low)).div(2);
  return t1.neg().add(t2).add(t3).add(t4).maskedFill_(p.low.lt(0), Infinity);
});

registerKl(Uniform, Gumbel, (p, q) => {
  const common = q.scale.div(p.high.sub(p.low));
  const high = p.high.sub(q.loc).div(q.scale);
  const low = p.low.sub(q.loc).div(q.scale);
  const t1 = common.log().add(high.add(low).mul(0.5));
  return t1.sub(common.mul(exp(high.neg()).sub(exp(low.neg()))));
});

registerKl(Uniform, Normal, (p, q) => {
  const common = p.high.sub(p.low);
  const t1 = q.scale
    .mul(Math.sqrt(Math.PI * 2))
    .div(common)
    .log();
  const t2 = common.pow(2).div(12);
  const t3 = p.high.add(p.low).sub(q.loc.mul(2)).div(2).pow(2);
  return t1.add(t2.add(t3).mul(0.5).div(q.scale.pow(2)));
});

registerKl(Uniform, Pareto, (p, q) => {
  const common = p.high.sub(p.low);
  const t1 = q.alpha.mul(q.scale.pow(q.alpha)).mul(common).log();
  const t2 = xLogX(p.high).sub(xLogX(p.low)).sub(common).div(common);
  return t2.mul(q.alpha.add(1)).sub(t1).maskedFill_(p.low.lt(q.scale), Infinity);
});

/** The registrations above are all that this file does. */
export {};
