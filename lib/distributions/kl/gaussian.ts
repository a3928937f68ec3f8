import { diagEmbed, matmul } from '../../ops/generated/functions';
import { solveTriangular } from '../../ops/linalg';
import { broadcastShapes } from '../../ops/python';
import type { Tensor } from '../../ops/tensor-methods';
import { valueError } from '../../errors';
import type { Distribution } from '../distribution';
import {
  LowRankMultivariateNormal,
  lowRankLogDet,
  lowRankMahalanobis,
  solveCapacitance,
} from '../low-rank-multivariate-normal';
import { MultivariateNormal, batchMahalanobis, halfLogDet } from '../multivariate-normal';
import { sameSize } from '../numeric';
import { registerKl } from './registry';

/** KL divergences of normal distributions of vectors. */

/** The trace of X·Xᵀ, of a batch of matrices. */
function traceXXT(x: Tensor): Tensor {
  const [m, n] = x.shape.slice(-2) as [number, number];
  return x
    .reshape([-1, m * n])
    .pow(2)
    .sum(-1)
    .reshape(x.shape.slice(0, -2));
}

/** The length of the event, which both have to have. */
function sharedLength(p: Distribution, q: Distribution, what: string): number {
  if (sameSize(p.eventShape, q.eventShape)) return p.eventShape[0] as number;
  throw valueError(
    `KL-divergence between two ${what} with                          different event shapes cannot be computed`,
  );
}

const LOW_RANK = 'Low Rank Multivariate Normals';
const EITHER = '(Low Rank) Multivariate Normals';
const solve = (lower: Tensor, matrix: Tensor): Tensor => solveTriangular(lower, matrix, { upper: false });

registerKl(LowRankMultivariateNormal, LowRankMultivariateNormal, (p, q) => {
  const n = sharedLength(p, q, LOW_RANK);
  const term1 = lowRankLogDet(q).sub(lowRankLogDet(p));
  const term3 = lowRankMahalanobis(q, q.loc.sub(p.loc));
  const a = solveCapacitance(q);
  const term21 = p.diag.div(q.diag).sum(-1);
  const term22 = traceXXT(p.factor.mul(q.diag.rsqrt().unsqueeze(-1)));
  const term23 = traceXXT(a.mul(p.diag.sqrt().unsqueeze(-2)));
  const term24 = traceXXT(matmul(a, p.factor));
  const term2 = term21.add(term22).sub(term23).sub(term24);
  return term1.add(term2).add(term3).sub(n).mul(0.5);
});

registerKl(MultivariateNormal, LowRankMultivariateNormal, (p, q) => {
  const n = sharedLength(p, q, EITHER);
  const term1 = lowRankLogDet(q).sub(halfLogDet(p.factor).mul(2));
  const term3 = lowRankMahalanobis(q, q.loc.sub(p.loc));
  const a = solveCapacitance(q);
  const term21 = traceXXT(p.factor.mul(q.diag.rsqrt().unsqueeze(-1)));
  const term2 = term21.sub(traceXXT(matmul(a, p.factor)));
  return term1.add(term2).add(term3).sub(n).mul(0.5);
});

registerKl(LowRankMultivariateNormal, MultivariateNormal, (p, q) => {
  const n = sharedLength(p, q, EITHER);
  const term1 = halfLogDet(q.factor).mul(2).sub(lowRankLogDet(p));
  const term3 = batchMahalanobis(q.factor, q.loc.sub(p.loc));
  const batch = broadcastShapes(q.factor.shape.slice(0, -2), p.factor.shape.slice(0, -2));
  const lower = q.factor.expand([...batch, n, n]);
  const factor = p.factor.expand([...batch, n, p.covFactor.shape.at(-1) as number]);
  const diag = diagEmbed(p.diag.sqrt()).expand([...batch, n, n]);
  const term2 = traceXXT(solve(lower, factor)).add(traceXXT(solve(lower, diag)));
  return term1.add(term2).add(term3).sub(n).mul(0.5);
});

registerKl(MultivariateNormal, MultivariateNormal, (p, q) => {
  const n = sharedLength(p, q, 'Multivariate Normals');
  const half = halfLogDet(q.factor).sub(halfLogDet(p.factor));
  const batch = broadcastShapes(q.factor.shape.slice(0, -2), p.factor.shape.slice(0, -2));
  const trace = traceXXT(solve(q.factor.expand([...batch, n, n]), p.factor.expand([...batch, n, n])));
  const distance = batchMahalanobis(q.factor, q.loc.sub(p.loc));
  return half.add(trace.add(distance).sub(n).mul(0.5));
});

/** The registrations above are all that this file does. */
export {};
