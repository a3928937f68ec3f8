/**
 * torch.distributions beside Python's: samples of the same seed, densities, entropies, moments, their gradients, KL
 * divergences of all registered pairs, transforms, constraints, printing and errors. One Python process answers all.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { camelCase } from '../../../lib/arguments/names';
import { registeredPairs } from '../../../lib/distributions/kl/registry';
import {
  CONSTRAINTS,
  DISTRIBUTIONS,
  FAILURES,
  type Made,
  PAIRS,
  TRANSFORMS,
  make,
} from '../../support/distribution-corpus';
import { attempt, differences, failureDifference } from '../../support/distribution-differences';
import { runPython } from '../../support/python';

const D = torch.distributions;
type Seen = Readonly<Record<string, unknown>>;
type Loose = Record<string, any>;

interface Answer {
  readonly names: readonly string[];
  readonly distributions: readonly Seen[];
  readonly transforms: readonly Seen[];
  readonly constraints: readonly Seen[];
  readonly constraintNames: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
  readonly divergences: readonly unknown[];
  readonly failures: readonly ({ error: string; message: string } | null)[];
}

let python: Answer;

beforeAll(() => {
  const script = readFileSync(path.join(__dirname, 'distributions.py'), 'utf8');
  python = runPython<Answer>(script, {
    distributions: DISTRIBUTIONS,
    transforms: TRANSFORMS,
    constraints: CONSTRAINTS,
    pairs: PAIRS,
    failures: FAILURES,
  });
}, 300_000);

const isTensor = (x: unknown): x is Tensor => x instanceof torch.Tensor;

function withGradients(leaves: readonly Tensor[], call: () => Tensor): unknown {
  for (const leaf of leaves) leaf.grad = null;
  const value = call();
  if (value.requiresGrad) value.sum().backward({ retainGraph: true });
  return { value, gradients: leaves.map(({ grad }) => grad) };
}

function observeValues(dist: any, leaves: Tensor[], seen: Loose): void {
  torch.manualSeed(7);
  const value = (seen['values'] = attempt(() => dist.sample([4])));
  if (!isTensor(value)) return;
  const given = value.detach();
  seen['logProb'] = attempt(() => withGradients(leaves, () => dist.logProb(given)));
  const point = given.dtype.isFloatingPoint ? given.clone().requiresGrad_() : given;
  seen['logProbOfValue'] = attempt(() => withGradients(point.requiresGrad ? [point] : [], () => dist.logProb(point)));
  seen['cdf'] = attempt(() => withGradients(leaves, () => dist.cdf(given)));
  const shape = [4, ...dist.batchShape.map(() => 1)];
  const inside = torch.linspace(0.05, 0.95, 4).reshape(shape);
  seen['icdf'] = attempt(() => withGradients(leaves, () => dist.icdf(inside)));
}

function observe(described: Made): Seen {
  const leaves: Tensor[] = [];
  const dist = make(described, leaves);
  const seen: Loose = {
    repr: String(dist),
    batchShape: [...dist.batchShape],
    eventShape: [...dist.eventShape],
    support: attempt(() => String(dist.support)),
    hasRsample: dist.hasRsample,
    hasEnumerateSupport: dist.hasEnumerateSupport,
  };
  torch.manualSeed(3);
  seen['sample'] = attempt(() => dist.sample([2, 3]));
  seen['sampleOne'] = attempt(() => dist.sample());
  seen['rsample'] = attempt(() => withGradients(leaves, () => dist.rsample({ sampleShape: [5] })));
  observeValues(dist, leaves, seen);
  for (const name of ['mean', 'mode', 'variance', 'stddev']) {
    seen[name] = attempt(() => withGradients(leaves, () => dist[name]));
  }
  for (const name of ['entropy', 'perplexity']) seen[name] = attempt(() => withGradients(leaves, () => dist[name]()));
  seen['enumerated'] = attempt(() => dist.enumerateSupport());
  seen['enumeratedNarrow'] = attempt(() => dist.enumerateSupport(false));
  for (const name of ['probs', 'logits', 'scale_tril', 'covariance_matrix', 'precision_matrix']) {
    if (camelCase(name) in dist) seen[name] = attempt(() => withGradients(leaves, () => dist[camelCase(name)]));
  }
  if (described.make === 'Independent') return seen;
  const wide = make(described).expand([2, ...dist.batchShape]);
  seen['expanded'] = String(wide);
  torch.manualSeed(5);
  const drawn = (seen['expandedSample'] = attempt(() => wide.sample([3])));
  if (isTensor(drawn)) seen['expandedLogProb'] = attempt(() => wide.logProb(drawn));
  seen['expandedMean'] = attempt(() => wide.mean);
  seen['expandedEntropy'] = described.make === 'Multinomial' ? null : attempt(() => wide.entropy());
  return seen;
}

function observeTransform(described: Made, x: Tensor): Seen {
  const leaves: Tensor[] = [];
  const t = make(described, leaves);
  const point = x.clone().requiresGrad_();
  leaves.push(point);
  const seen: Loose = { repr: String(t), inverse: String(t.inv), bijective: t.bijective };
  seen['sign'] = attempt(() => t.sign);
  seen['domain'] = attempt(() => String(t.domain));
  seen['codomain'] = attempt(() => String(t.codomain));
  seen['eventDim'] = attempt(() => t.eventDim);
  seen['forward'] = attempt(() => withGradients(leaves, () => t.forward(point)));
  const y = t.forward(point);
  seen['same'] = t.forward(point) === y;
  const other = y.detach().clone().requiresGrad_();
  seen['back'] = attempt(() => withGradients([...leaves.slice(0, -1), other], () => t.inv.forward(other)));
  seen['cachedBack'] = t.inv.forward(y) === point;
  seen['logDet'] = attempt(() => withGradients(leaves, () => t.logAbsDetJacobian(point, t.forward(point))));
  seen['inverseLogDet'] = attempt(() => t.inv.logAbsDetJacobian(y, point));
  seen['forwardShape'] = attempt(() => t.forwardShape(x.shape));
  seen['inverseShape'] = attempt(() => t.inverseShape(y.shape));
  seen['withCache'] = attempt(() => String(t.withCache()));
  seen['equal'] = t.equals(make(described));
  return seen;
}

function observeConstraint(described: Made, ...values: Tensor[]): Seen {
  const c = make(described);
  return {
    repr: String(c),
    isDiscrete: c.isDiscrete,
    eventDim: c.eventDim,
    checks: values.map((value) => attempt(() => c.check(value))),
    biject_to: attempt(() => String(D.bijectTo(c))),
    transform_to: attempt(() => String(D.transformTo(c))),
  };
}

const label = ({ make: name }: Made, i: number): string => `${name} (${i})`;

test('every name of Python is there', () => {
  const missing = python.names.map(camelCase).filter((name) => !(name in D));
  expect(missing).toEqual([]);
  expect(python.names).toHaveLength(67);
  // A decorator, for which JavaScript has getters.
  const constraints = python.constraintNames.filter((name) => name !== 'dependent_property').map(camelCase);
  expect(constraints.filter((name) => !(name in D.constraints))).toEqual([]);
});

test.each(DISTRIBUTIONS.map((described, i) => [label(described, i), described, i] as const))(
  '%s',
  (name, described, i) => {
    expect(differences(observe(described), python.distributions[i], name)).toEqual([]);
  },
);

test('every distribution is in the table', () => {
  const seen = new Set(DISTRIBUTIONS.map(({ make: name }) => name));
  const classes = python.names.filter((name) => /^[A-Z]/.test(name) && !/Transform$/.test(name));
  expect(classes.filter((name) => !seen.has(name))).toEqual(['Distribution', 'ExponentialFamily']);
});

test.each(TRANSFORMS.map(([described, x], i) => [label(described, i), described, x, i] as const))(
  '%s',
  (name, described, x, i) => {
    expect(differences(observeTransform(described, x), python.transforms[i], name)).toEqual([]);
  },
);

test.each(CONSTRAINTS.map(([described, ...values], i) => [label(described, i), described, values, i] as const))(
  'constraint %s',
  (name, described, values, i) => {
    expect(differences(observeConstraint(described, ...values), python.constraints[i], name)).toEqual([]);
  },
);

test('all pairs of the KL divergence, in bits', () => {
  expect([...registeredPairs()].map(String).sort()).toEqual(python.pairs.map(String).sort());
  const found = python.pairs.flatMap(([p, q], i) => {
    const leaves: Tensor[] = [];
    const [first, second] = [make(PAIRS[p]![0], leaves), make(PAIRS[q]![1], leaves)];
    const ours = attempt(() => withGradients(leaves, () => D.klDivergence(first, second)));
    return differences(ours, python.divergences[i], `KL(${p}, ${q})`);
  });
  expect(found).toEqual([]);
  const values = python.divergences.filter((one) => !('error' in (one as object)));
  expect(values).toHaveLength(python.pairs.length);
});

test('errors', () => {
  const found = FAILURES.flatMap(([described, method, ...args], i) => {
    const ours = attempt(() => {
      const object = make(described);
      return method === undefined ? null : object[camelCase(method)](...args);
    }) as Loose | null;
    const theirs = python.failures[i];
    if (theirs === null) return [`${described.make} ${i}: Python does not fail`];
    const difference = failureDifference(ours, theirs as Loose);
    return difference === null ? [] : [`${described.make} ${i} ${difference}`];
  });
  expect(found).toEqual([]);
});
