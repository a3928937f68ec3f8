/**
 * `torch.distributions`: distributions with samples, densities, entropies and divergences that are differentiable, and the
 * transforms and constraints that belong to them.
 */
export type {
  DistributionOptions,
  EnumerateOptions,
  ParameterValue,
  SampleOptions,
  SampleShape,
  Size,
  ValidateArgs,
  ValueOptions,
} from './arguments';
export type { BinaryOptions, ClassOptions, LocScaleOptions } from './parameters';
export { type ArgConstraints, Distribution } from './distribution';
export { ExponentialFamily } from './exponential-family';
export { Bernoulli } from './bernoulli';
export { Beta, type BetaOptions } from './beta';
export { Binomial, type BinomialOptions, NegativeBinomial, type NegativeBinomialOptions } from './binomial';
export { Categorical } from './categorical';
export { Cauchy } from './cauchy';
export { ContinuousBernoulli, type ContinuousBernoulliOptions } from './continuous-bernoulli';
export { Dirichlet, type DirichletOptions } from './dirichlet';
export { Exponential, Poisson, type RateOptions } from './exponential';
export { FisherSnedecor, type FisherSnedecorOptions } from './fisher-snedecor';
export { Chi2, type Chi2Options, Gamma, type GammaOptions, InverseGamma } from './gamma';
export { GeneralizedPareto, type GeneralizedParetoOptions } from './generalized-pareto';
export { Geometric } from './geometric';
export { Gumbel } from './gumbel';
export { HalfCauchy, HalfNormal, type HalfOptions } from './half';
export { Independent, type IndependentOptions } from './independent';
export { Kumaraswamy } from './kumaraswamy';
export { LKJCholesky, type LKJCholeskyOptions } from './lkj-cholesky';
export { Laplace } from './laplace';
export { LogNormal, LogisticNormal } from './log-normal';
export { LowRankMultivariateNormal, type LowRankMultivariateNormalOptions } from './low-rank-multivariate-normal';
export { MixtureSameFamily, type MixtureSameFamilyOptions } from './mixture-same-family';
export { Multinomial, type MultinomialOptions } from './multinomial';
export { type MatrixOptions, MultivariateNormal, type MultivariateNormalOptions } from './multivariate-normal';
export { Normal } from './normal';
export { OneHotCategorical, OneHotCategoricalStraightThrough } from './one-hot-categorical';
export { Pareto, type ParetoOptions, Weibull, type WeibullOptions } from './pareto';
export { LogitRelaxedBernoulli, RelaxedBernoulli, type RelaxedBernoulliOptions } from './relaxed-bernoulli';
export { ExpRelaxedCategorical, type RelaxedCategoricalOptions, RelaxedOneHotCategorical } from './relaxed-categorical';
export { StudentT, type StudentTOptions } from './student-t';
export { TransformedDistribution, type TransformedDistributionOptions } from './transformed-distribution';
export { Uniform, type UniformOptions } from './uniform';
export { VonMises, type VonMisesOptions } from './von-mises';
export { Wishart, type WishartOptions, type WishartSampleOptions } from './wishart';
export * from './transforms';
export * from './kl';
export { type ConstraintRegistry, bijectTo, transformTo } from './constraint-registry';
export * as constraints from './constraints';
export * as transforms from './transforms';
export * as constraintRegistry from './constraint-registry';
