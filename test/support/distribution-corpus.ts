/** Distributions, transforms and constraints as descriptions of which both JavaScript and Python make objects. */
import * as torch from '../../lib/index';
import type { Tensor } from '../../lib/index';

/** An object to be made: `args` by position, `options` by name. `from` is `constraints` for those. */
export interface Made {
  readonly make: string;
  readonly from?: 'constraints';
  readonly args?: readonly unknown[];
  readonly options?: Readonly<Record<string, unknown>>;
}

const t = (data: torch.TensorData): Tensor => torch.tensor(data, { dtype: torch.float32 });
const t64 = (data: torch.TensorData): Tensor => torch.tensor(data, { dtype: torch.float64 });
export const made = (make: string, ...args: unknown[]): Made => ({ make, args });
export const named = (make: string, options: Readonly<Record<string, unknown>>): Made => ({ make, options });
export const constraint = (make: string, ...args: unknown[]): Made => ({ make, from: 'constraints', args });
export const single = (make: string): Made => ({ make, from: 'constraints' });

const isMade = (x: unknown): x is Made => typeof x === 'object' && x !== null && 'make' in x;
type Loose = Record<string, any>;

/** The object of a description. Float tensors become leaves of graphs, which `leaves` collects. */
export function make(x: unknown, leaves: Tensor[] | null = null): any {
  if (x instanceof torch.Tensor) {
    if (!leaves || !x.dtype.isFloatingPoint) return x;
    const leaf = x.clone().requiresGrad_();
    leaves.push(leaf);
    return leaf;
  }
  if (Array.isArray(x)) return x.map((y) => make(y, leaves));
  return isMade(x) ? makeObject(x, leaves) : x;
}

function makeObject({ make: name, from, args, options }: Made, leaves: Tensor[] | null): any {
  const given = (args ?? []).map((y) => make(y, leaves));
  const space = torch.distributions as Loose;
  if (from === 'constraints') {
    const found = space['constraints'][name];
    if (args === undefined) return found;
    return /^[A-Z]/.test(name) ? new found(...given) : found(...given);
  }
  const named = Object.entries(options ?? {}).map(([key, value]) => [key, make(value, leaves)]);
  return new space[name](...given, ...(options ? [Object.fromEntries(named)] : []));
}

const MATRIX = t([
  [2, 0.5, 0.1],
  [0.5, 1.5, -0.3],
  [0.1, -0.3, 1],
]);
const LOWER = t([
  [1.2, 0, 0],
  [0.4, 0.9, 0],
  [-0.3, 0.2, 1.1],
]);
const BATCH_MATRIX = (): Tensor => torch.stack([MATRIX, MATRIX.mul(2)]);
const P3 = t([0.2, 0.5, 0.3]);
const P23 = t([
  [0.1, 0.6, 0.3],
  [0.25, 0.25, 0.5],
]);
const normal = made('Normal', t([0.5, -1, 2]), t([1, 0.3, 2]));

/** For each class several parameters: numbers, tensors, a batch, float64, and what the formulas branch on. */
export const DISTRIBUTIONS: readonly Made[] = [
  made('Bernoulli', 0.3),
  made('Bernoulli', t([0.2, 0.5, 0.9])),
  named('Bernoulli', {
    logits: t([
      [-1.5, 0.25],
      [3, 0.5],
    ]),
  }),
  made('Beta', 0.5, 2.5),
  made('Beta', t([0.5, 1.5, 3]), t([[2.5], [0.25]])),
  made('Binomial', 5, t([0.3, 0.5, 1])),
  named('Binomial', { totalCount: t([3, 8]), logits: t([0.25, -1.5]) }),
  named('Binomial', { totalCount: 4, logits: t64([0.25, -1.5]) }),
  made('Categorical', P3),
  named('Categorical', {
    logits: t([
      [0.5, -1.5, 2, 0.1],
      [1.5, 0.5, 0, -3],
    ]),
  }),
  made('Categorical', t([0, 0.5, 0.5])),
  made('Cauchy', 0.5, 1.5),
  made('Cauchy', t([0.5, -1.5]), t([1.5, 0.25])),
  made('Chi2', 2.5),
  made('Chi2', t([0.5, 3, 10])),
  made('ContinuousBernoulli', 0.3),
  made('ContinuousBernoulli', t([0.1, 0.4995, 0.5, 0.9])),
  named('ContinuousBernoulli', { logits: t([-1.5, 0.001, 2]), lims: [0.45, 0.55] }),
  made('Dirichlet', t([0.5, 1.5, 3])),
  made(
    'Dirichlet',
    t([
      [0.3, 0.5, 0.1],
      [2, 1, 4],
    ]),
  ),
  made('Dirichlet', t64([0.5, 1.5, 3])),
  made('Exponential', 1.5),
  made('Exponential', t([[0.5], [2.5]])),
  made('FisherSnedecor', 3.5, 5.5),
  made('FisherSnedecor', t([1, 3, 8]), t([2, 4.5, 3])),
  made('Gamma', 2.5, 0.5),
  made('Gamma', t([0.5, 1, 3]), t([[1.5], [0.25]])),
  made('Gamma', t64([0.5, 1, 3]), 2.5),
  made('GeneralizedPareto', 0.5, 1.5, 0.25),
  made('GeneralizedPareto', t([0.5, 0, -1]), t([1, 2, 0.5]), t([0.25, 0, -0.5])),
  made('Geometric', 0.3),
  made('Geometric', t([0.25, 0.5, 0.9])),
  named('Geometric', { logits: t([-0.5, 1.5]) }),
  made('Gumbel', 0.5, 1.5),
  made('Gumbel', t([0.5, -1.5]), t([1.5, 0.25])),
  made('HalfCauchy', 1.5),
  made('HalfCauchy', t([0.5, 2.5])),
  made('HalfNormal', 1.5),
  made('HalfNormal', t([0.5, 2.5])),
  made('Independent', normal, 1),
  made(
    'Independent',
    made(
      'Bernoulli',
      t([
        [0.3, 0.6],
        [0.2, 0.7],
      ]),
    ),
    2,
  ),
  made('Independent', normal, 0),
  made('InverseGamma', 2.5, 1.5),
  made('InverseGamma', t([0.5, 1.5, 3]), t([1, 0.5, 2])),
  made('Kumaraswamy', 1.5, 2.5),
  made('Kumaraswamy', t([0.5, 1.5, 3]), t([2.5, 0.25, 1.5])),
  named('LKJCholesky', { dim: 3 }),
  named('LKJCholesky', { dim: 4, concentration: t([0.5, 1.5]) }),
  made('Laplace', 0.5, 1.5),
  made('Laplace', t([0.5, -1.5]), t([1.5, 0.25])),
  made('LogNormal', 0.5, 1.5),
  made('LogNormal', t([0.5, -1.5]), t([1.5, 0.25])),
  made('LogisticNormal', 0.5, 1.5),
  made('LogisticNormal', t([0.5, -1.5, 0]), t([1.5, 0.25, 1])),
  made(
    'LowRankMultivariateNormal',
    t([0.5, -1, 2]),
    t([
      [1, 0.5],
      [0.3, -1],
      [0, 2],
    ]),
    t([0.5, 1.5, 1]),
  ),
  made(
    'LowRankMultivariateNormal',
    t([
      [0.5, -1, 2],
      [0, 0.5, 1],
    ]),
    t([[1], [0.3], [-2]]),
    t([0.5, 1.5, 1]),
  ),
  made('MixtureSameFamily', made('Categorical', P3), normal),
  made('MixtureSameFamily', made('Categorical', P23), made('Normal', P23.mul(3), P23)),
  made(
    'MixtureSameFamily',
    made('Categorical', P3),
    made(
      'Independent',
      made(
        'Normal',
        t([
          [0, 1],
          [2, 3],
          [-1, 0.5],
        ]),
        t([
          [1, 0.5],
          [1, 2],
          [0.3, 1],
        ]),
      ),
      1,
    ),
  ),
  named('Multinomial', { totalCount: 6, probs: P3 }),
  named('Multinomial', {
    totalCount: 4,
    logits: t([
      [0.5, -1.5, 2],
      [1.5, 0.5, 0],
    ]),
  }),
  named('MultivariateNormal', { loc: t([0.5, -1, 2]), covarianceMatrix: MATRIX }),
  named('MultivariateNormal', { loc: t([0.5, -1, 2]), precisionMatrix: MATRIX }),
  named('MultivariateNormal', {
    loc: t([
      [0.5, -1, 2],
      [0, 1, 0],
    ]),
    scaleTril: LOWER,
  }),
  named('MultivariateNormal', { loc: t([0.5, -1, 2]), covarianceMatrix: BATCH_MATRIX() }),
  made('NegativeBinomial', 5, t([0.3, 0.5])),
  named('NegativeBinomial', { totalCount: t([0.5, 3]), logits: t([0.25, -1.5]) }),
  made('Normal', 0, 1),
  made('Normal', t([0.5, -1.5]), t([[1.5], [0.25]])),
  made('Normal', t64([0.5, -1.5]), 2.5),
  made('OneHotCategorical', P23),
  named('OneHotCategorical', { logits: t([0.5, -1.5, 2, 0.1]) }),
  made('OneHotCategoricalStraightThrough', P3),
  made('Pareto', 1.5, 2.5),
  made('Pareto', t([0.5, 1, 2]), t([0.5, 1.5, 3])),
  made('Poisson', 3.5),
  made('Poisson', t([0.5, 4, 20])),
  made('RelaxedBernoulli', t([0.5]), t([0.3])),
  made('RelaxedBernoulli', t(0.75), t([0.3, 0.6, 0.99])),
  named('RelaxedBernoulli', { temperature: t(0.5), logits: t([0.5, -1.5]) }),
  named('RelaxedOneHotCategorical', { temperature: t(0.5), probs: P3 }),
  named('RelaxedOneHotCategorical', {
    temperature: t(1.5),
    logits: t([
      [0.5, -1.5, 2],
      [1.5, 0.5, 0],
    ]),
  }),
  made('StudentT', 3.5),
  made('StudentT', t([0.5, 1.5, 4]), t([0.5, 0, 1]), 2.5),
  made('TransformedDistribution', made('Normal', t([0.5, -1.5]), t([1.5, 0.25])), [
    made('AffineTransform', t([0.5, 1]), t([2, -0.5])),
    made('SigmoidTransform'),
  ]),
  made('TransformedDistribution', made('Normal', t([0.5, -1.5]), t([1.5, 0.25])), made('StickBreakingTransform')),
  made('TransformedDistribution', made('Uniform', 0.25, 0.75), [made('AffineTransform', t([[1], [2]]), 2.5)]),
  made('TransformedDistribution', made('Gamma', t([0.5, 1.5]), t([1, 2])), []),
  made('Uniform', 0.5, 2.5),
  made('Uniform', t([0.5, -1.5]), t([1.5, 0.25])),
  made('VonMises', t([0.5, -1.5]), t([1.5, 4.5])),
  made('VonMises', 0.5, 1e-6),
  made('Weibull', 1.5, 2.5),
  made('Weibull', t([0.5, 2]), t([0.5, 3])),
  named('Wishart', { df: 4.5, covarianceMatrix: MATRIX }),
  named('Wishart', { df: t([3.5, 7]), scaleTril: LOWER }),
  named('Wishart', { df: t(5.5), precisionMatrix: MATRIX }),
];

const square = t([
  [0.5, -1.5, 0.25],
  [1, 0.75, -0.5],
  [0.1, 2, -1],
]);

/** Transforms, each with a value of its domain. */
export const TRANSFORMS: readonly (readonly [Made, Tensor])[] = [
  [made('AbsTransform'), t([0.5, -1.5])],
  [made('AffineTransform', 0.5, -2.5), t([0.5, -1.5])],
  [made('AffineTransform', t([0.5, 1]), t([2.5, -0.5])), t([[0.5, -1.5]])],
  [
    named('AffineTransform', { loc: t([0.5, 1]), scale: t([2.5, -0.5]), eventDim: 1 }),
    t([
      [0.5, -1.5],
      [1, 2],
    ]),
  ],
  [
    named('AffineTransform', { loc: 1, scale: 2.5, eventDim: 1, cacheSize: 1 }),
    t([
      [0.5, -1.5],
      [1, 2],
    ]),
  ],
  [named('CatTransform', { tseq: [made('ExpTransform'), made('TanhTransform')], dim: -1, lengths: [1, 2] }), square],
  [made('CatTransform', [made('SoftmaxTransform'), made('SoftmaxTransform')], 0, [1, 2]), square],
  [made('ComposeTransform', [made('AffineTransform', 0.5, 2.5), made('SigmoidTransform')]), t([0.5, -1.5])],
  [
    made('ComposeTransform', [made('ExpTransform'), made('StickBreakingTransform')], 1),
    t([
      [0.5, -1.5],
      [1, 0],
    ]),
  ],
  [made('ComposeTransform', []), t([0.5])],
  [
    made('CorrCholeskyTransform'),
    t([
      [0.5, -1.5, 0.25],
      [0.1, 0.2, 0.3],
    ]),
  ],
  [made('CumulativeDistributionTransform', made('Normal', 0.5, 1.5)), t([0.5, -1.5])],
  [made('CumulativeDistributionTransform', made('Cauchy', 0.5, 1.5)), t([0.5, -1.5])],
  [made('ExpTransform'), t([0.5, -1.5])],
  [made('ExpTransform', 1), t([0.5, -1.5])],
  [
    made('IndependentTransform', made('ExpTransform'), 1),
    t([
      [0.5, -1.5],
      [1, 0],
    ]),
  ],
  [made('LowerCholeskyTransform'), square],
  [made('PositiveDefiniteTransform'), square],
  [made('PowerTransform', 2.5), t([0.5, 1.5])],
  [made('PowerTransform', t([-1, 0.5])), t([0.5, 1.5])],
  [made('ReshapeTransform', [4], [2, 2]), t([[0.5, 1, 2, 3]])],
  [made('SigmoidTransform'), t([0.5, -1.5, 100])],
  [made('SoftplusTransform'), t([0.5, -1.5, 30])],
  [made('TanhTransform'), t([0.5, -1.5])],
  [
    made('SoftmaxTransform'),
    t([
      [0.5, -1.5],
      [1, 0],
    ]),
  ],
  [made('StackTransform', [made('ExpTransform'), made('TanhTransform'), made('SigmoidTransform')], 1), square],
  [
    made('StickBreakingTransform'),
    t([
      [0.5, -1.5, 0],
      [1, 0, 2],
    ]),
  ],
];

const skewed = square.mm(square.t()).add(
  torch.tensor([
    [0, 1, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]),
);

/** Constraints, each with values of which some are valid. */
export const CONSTRAINTS: readonly (readonly [Made, ...Tensor[]])[] = [
  [single('boolean'), t([0, 1, 0.5, NaN])],
  [
    single('oneHot'),
    t([
      [0, 1, 0],
      [1, 1, 0],
      [0, 0, 0],
      [0.5, 0.5, 0],
    ]),
  ],
  [single('nonnegativeInteger'), t([0, 3, -1, 0.5])],
  [single('positiveInteger'), t([0, 3, -1, 1.5])],
  [constraint('integerInterval', 1, 4), t([0, 1, 4, 5, 2.5])],
  [constraint('integerInterval', 0, t([1, 2, 3])), t([2, 2, 2])],
  [single('real'), t([0.5, NaN, Infinity])],
  [
    single('realVector'),
    t([
      [0.5, NaN],
      [1, 2],
    ]),
    t([1, 2]),
  ],
  [single('positive'), t([0, 0.5, -1, NaN])],
  [single('nonnegative'), t([0, 0.5, -1, NaN])],
  [constraint('greaterThan', 1.5), t([1, 1.5, 2])],
  [constraint('greaterThan', t([1, 2, 3])), t([2, 2, 2])],
  [constraint('greaterThanEq', 1.5), t([1, 1.5, 2])],
  [constraint('lessThan', t(1.5)), t([1, 1.5, 2])],
  [
    constraint('multinomial', 3),
    t([
      [1, 2],
      [2, 2],
      [-1, 1],
    ]),
  ],
  [single('unitInterval'), t([-0.5, 0, 1, 1.5])],
  [constraint('interval', -1.5, t([1, 2])), t([1.5, 1.5])],
  [constraint('halfOpenInterval', -1.5, 2.5), t([-1.5, 2.5])],
  [
    single('simplex'),
    t([
      [0.5, 0.5],
      [0.5, 0.6],
      [-0.5, 1.5],
    ]),
  ],
  [single('lowerTriangular'), square, LOWER, LOWER.neg()],
  [single('lowerCholesky'), square, LOWER, LOWER.neg()],
  [single('corrCholesky'), LOWER, torch.eye(3), LOWER.div(LOWER.norm(2, -1, true))],
  [single('square'), square, t([[1, 2]])],
  [single('symmetric'), MATRIX, square, t([[1, 2]])],
  [
    single('positiveSemidefinite'),
    MATRIX,
    MATRIX.neg(),
    square,
    t([
      [1, 1],
      [1, 1],
    ]),
    skewed,
  ],
  [single('positiveDefinite'), MATRIX, MATRIX.neg(), square, BATCH_MATRIX()],
  [
    constraint('independent', single('positive'), 1),
    t([
      [0.5, 1],
      [-1, 1],
    ]),
  ],
  [
    constraint('independent', single('simplex'), 0),
    t([
      [0.5, 0.5],
      [-1, 1],
    ]),
  ],
  [constraint('cat', [single('positive'), single('boolean')], 0, [1, 2]), t([0.5, 1, 0.5])],
  [
    constraint('stack', [single('positive'), single('boolean')], -1),
    t([
      [0.5, 1],
      [-1, 0.5],
    ]),
  ],
  [constraint('MixtureSameFamilyConstraint', single('positive')), t([0.5, -1])],
  [
    constraint('MixtureSameFamilyConstraint', single('simplex')),
    t([
      [0.5, 0.5],
      [-1, 1],
    ]),
  ],
];

/** For each class of a KL pair, two distributions. */
export const PAIRS: Readonly<Record<string, readonly [Made, Made]>> = {
  Bernoulli: [made('Bernoulli', t([0, 0.5, 1])), made('Bernoulli', t([0.25, 0.5, 0]))],
  Beta: [made('Beta', t([0.5, 1.5, 3]), t([1, 2, 0.5])), made('Beta', t([1.5, 0.5, 2]), t([0.5, 2, 3]))],
  Binomial: [made('Binomial', 5, t([0.25, 0.5, 0.9])), made('Binomial', t([5, 3, 5]), t([0.5, 0.1, 0.9]))],
  Categorical: [made('Categorical', t([0, 0.5, 0.5])), made('Categorical', t([0.25, 0.75, 0]))],
  Cauchy: [made('Cauchy', t([0.5, 1, 2]), t([1, 2, 3])), made('Cauchy', t([1, 1, 0]), t([0.5, 2, 1]))],
  ContinuousBernoulli: [
    made('ContinuousBernoulli', t([0.25, 0.5, 0.9])),
    made('ContinuousBernoulli', t([0.5, 0.1, 0.75])),
  ],
  Dirichlet: [made('Dirichlet', P23.mul(3)), made('Dirichlet', t([0.5, 1.5, 2]))],
  Exponential: [made('Exponential', t([0.5, 1.5, 3])), made('Exponential', t([1.5, 0.5, 2]))],
  ExponentialFamily: [
    named('Wishart', { df: t([3.5, 7]), scaleTril: LOWER }),
    named('Wishart', { df: 4.5, covarianceMatrix: MATRIX }),
  ],
  Gamma: [made('Gamma', t([0.5, 1.5, 3]), t([1, 2, 0.5])), made('Gamma', t([1.5, 0.5, 2]), t([0.5, 2, 3]))],
  Geometric: [made('Geometric', t([0.25, 0.5, 0.9])), made('Geometric', t([0.5, 0.1, 0.75]))],
  Gumbel: [made('Gumbel', t([0.5, 1, 2]), t([1, 2, 3])), made('Gumbel', t([1, 1, 0]), t([0.5, 2, 1]))],
  HalfNormal: [made('HalfNormal', t([0.5, 1.5, 3])), made('HalfNormal', t([1.5, 0.5, 2]))],
  Independent: [made('Independent', normal, 1), made('Independent', made('Normal', t([0, 1, 2]), t([1, 2, 3])), 1)],
  Laplace: [made('Laplace', t([0.5, 1, 2]), t([1, 2, 3])), made('Laplace', t([1, 1, 0]), t([0.5, 2, 1]))],
  LowRankMultivariateNormal: [
    made('LowRankMultivariateNormal', t([0.5, -1, 2]), t([[1], [0.3], [-2]]), t([0.5, 1.5, 1])),
    made(
      'LowRankMultivariateNormal',
      t([
        [0, 1, 2],
        [1, 0, 0],
      ]),
      t([
        [1, 2],
        [0, 0.3],
        [-2, 1],
      ]),
      t([1.5, 0.5, 1]),
    ),
  ],
  MultivariateNormal: [
    named('MultivariateNormal', {
      loc: t([
        [0.5, -1, 2],
        [0, 1, 0],
      ]),
      scaleTril: LOWER,
    }),
    named('MultivariateNormal', { loc: t([1, 0, 2]), covarianceMatrix: MATRIX }),
  ],
  Normal: [normal, made('Normal', t([1, 1, 0]), t([0.5, 2, 1]))],
  OneHotCategorical: [made('OneHotCategorical', t([0, 0.5, 0.5])), made('OneHotCategorical', t([0.25, 0.75, 0]))],
  Pareto: [made('Pareto', t([0.5, 1, 2]), t([0.5, 1.5, 3])), made('Pareto', t([1, 1, 0.5]), t([0.5, 2, 1]))],
  Poisson: [made('Poisson', t([0.5, 4, 20])), made('Poisson', t([1.5, 2, 30]))],
  TransformedDistribution: [
    made('LogNormal', t([0.5, 1, 2]), t([1, 2, 3])),
    made('LogNormal', t([1, 1, 0]), t([0.5, 2, 1])),
  ],
  Uniform: [made('Uniform', t([0, 0.25, -1]), t([1, 0.75, 3])), made('Uniform', t([0, 0.5, -2]), t([1, 2, 4]))],
};

/** Calls that fail, each a description of an object and, where it is made, a method with its arguments. */
export const FAILURES: readonly (readonly [Made, string?, ...unknown[]])[] = [
  [made('Normal', 0, -1)],
  [made('Normal', NaN, 1)],
  [made('Normal', t([0, NaN]), t([1]))],
  [made('Bernoulli', 1.5)],
  [named('Bernoulli', {})],
  [named('Bernoulli', { probs: 0.5, logits: 0.5 })],
  [named('Bernoulli', { logits: NaN })],
  [made('Beta', -1, 0.5)],
  [made('Binomial', -1, t([0.5]))],
  [made('Binomial', 2.5, t([0.5]))],
  [made('Binomial', t([1, 2]), t([0.5, 0.5])), 'entropy'],
  [made('Binomial', t([1, 2]), t([0.5, 0.5])), 'enumerate_support'],
  [made('Categorical', t(0.5))],
  [named('Categorical', { logits: t(0.5) })],
  [made('Categorical', t([-0.5, 1.5]))],
  [named('Categorical', { logits: t([NaN, 1.5]) })],
  [made('Categorical', P3), 'log_prob', t([3])],
  [made('Categorical', P3), 'log_prob', t([0.5])],
  [named('ContinuousBernoulli', { probs: 1.5, validateArgs: true })],
  [made('Dirichlet', t(0.5))],
  [made('Dirichlet', t([0.5, -1]))],
  [made('Dirichlet', t([0.5, 1])), 'log_prob', t([0.5, 0.6])],
  [made('Exponential', 0)],
  [made('Gamma', t([1, 2]), t([1, 0]))],
  [made('Geometric', 0)],
  [made('Geometric', t([0.5, 0]))],
  [made('Gumbel', 0, -1)],
  [made('HalfNormal', -1)],
  [made('Independent', made('Normal', 0, 1), 1)],
  [made('Independent', made('Bernoulli', t([0.5])), 1), 'enumerate_support'],
  [made('LKJCholesky', 1)],
  [made('LKJCholesky', 3, -1)],
  [made('LowRankMultivariateNormal', t(0), t([[1]]), t([1]))],
  [made('LowRankMultivariateNormal', t([0]), t([1]), t([1]))],
  [made('LowRankMultivariateNormal', t([0, 1]), t([[1]]), t([1]))],
  [made('LowRankMultivariateNormal', t([0]), t([[1]]), t([1, 2]))],
  [made('LowRankMultivariateNormal', t([[0], [1]]), t([[[1]], [[1]], [[1]]]), t([1]))],
  [made('MixtureSameFamily', made('Normal', 0, 1), made('Normal', 0, 1))],
  [made('MixtureSameFamily', made('Categorical', P3), made('Normal', t([0, 1]), t([1, 1])))],
  [made('MixtureSameFamily', made('Categorical', P23), made('Normal', torch.zeros([3, 3]), torch.ones([3, 3])))],
  [made('Multinomial', 2.5, P3)],
  [made('Multinomial', 2, P3), 'log_prob', t([1, 2, 0])],
  [made('MultivariateNormal', t(0), torch.eye(1))],
  [made('MultivariateNormal', t([0]))],
  [named('MultivariateNormal', { loc: t([0]), scaleTril: t([1]) })],
  [
    named('MultivariateNormal', {
      loc: t([0, 1]),
      covarianceMatrix: t([
        [1, 2],
        [2, 1],
      ]),
    }),
  ],
  [
    named('MultivariateNormal', {
      loc: t([0, 1]),
      scaleTril: t([
        [1, 2],
        [2, 1],
      ]),
    }),
  ],
  [made('NegativeBinomial', 1, t([1]))],
  [made('Normal', 0, 1), 'log_prob', t([NaN])],
  [made('Normal', torch.zeros([3]), 1), 'log_prob', t([1, 2])],
  [made('Normal', 0, 1), 'cdf', t(NaN)],
  [made('Dirichlet', t([0.5, 1])), 'log_prob', t([1])],
  [made('Dirichlet', t([0.5, 1])), 'log_prob', t(1)],
  [made('OneHotCategorical', P3), 'log_prob', t([1, 1, 0])],
  [made('Pareto', t([1]), t([1])), 'log_prob', t([0.5])],
  [made('Poisson', -1)],
  [made('Poisson', 2), 'log_prob', t([-1])],
  [made('RelaxedBernoulli', t([0.5]), t([1.5]))],
  [made('StudentT', 0)],
  [made('TransformedDistribution', made('Normal', 0, 1), [1])],
  [made('TransformedDistribution', made('Normal', 0, 1), made('StickBreakingTransform'))],
  [made('Uniform', 1, 0)],
  [made('Uniform', 0, 1), 'log_prob', t([2])],
  [made('VonMises', t([0]), t([-1]))],
  [made('Weibull', t([1]), t([-1]))],
  [named('Wishart', { df: 1, covarianceMatrix: torch.eye(3) })],
  [named('Wishart', { df: 4.5 })],
  [named('Wishart', { df: 4.5, covarianceMatrix: t([1]) })],
  [made('AffineTransform', 0, 1), 'with_cache', 2],
  [made('ExpTransform', 2)],
  [made('ReshapeTransform', [2], [3])],
  [made('ReshapeTransform', [2], [2, 1]), 'forward_shape', [3]],
  [made('ReshapeTransform', [2], [2, 1]), 'forward_shape', []],
  [made('CorrCholeskyTransform'), 'forward_shape', [2]],
  [made('CorrCholeskyTransform'), 'inverse_shape', [2, 3]],
  [made('StickBreakingTransform'), 'forward_shape', []],
  [made('CatTransform', [made('ExpTransform')], 0, [1, 2])],
  [constraint('cat', [single('positive')], 0, [1, 2])],
  [constraint('cat', [single('positive')], 1, [1]), 'check', t([1])],
  [single('dependent'), 'check', t([1])],
  [constraint('independent', single('positive'), -1)],
  [constraint('independent', single('positive'), 2), 'check', t([1])],
];
