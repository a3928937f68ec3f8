/** Every function of nn.functional and nn.init takes what Python's takes, by position and by name. */
import * as torch from '../../../lib/index';
import { nn } from '../../../lib/index';
import { camelCase } from '../../../lib/arguments/names';
import { FUNCTIONS } from '../../support/functional-corpus';
import { type PythonParameter, type Subject, faultsOf, pythonSignatures } from '../../support/signatures';

/** Python's deprecated arguments, and those that it keeps for itself. */
export const DEPRECATED = ['sizeAverage', 'reduce', '_stacklevel'];

type Exceptions = Partial<
  Pick<Subject, 'fills' | 'others' | 'absent' | 'silent' | 'samples' | 'lists' | 'elsewhere' | 'refused'>
>;

torch.manualSeed(8);
const { rand, randn, tensor } = torch;
const labels = tensor([0, 3, 1]);
const SPACE = { 1: [9], 2: [8, 7], 3: [5, 6, 7] } as const;
/** What one, two and three dimensions share. */
const SPATIAL = ([1, 2, 3] as const).map((n): Record<string, Exceptions> => {
  const kernel = new Array<number>(n).fill(3);
  const input = randn([2, 4, ...SPACE[n]]);
  const pooled = { padding: 1, ceilMode: true, countIncludePad: false, divisorOverride: 5 };
  const maxima = { input: randn([1, 1, ...new Array<number>(n).fill(2)]), indices: torch.arange(2 ** n) };
  const unpooled = { ...maxima, indices: maxima.indices.reshape(maxima.input.shape) };
  return {
    [`conv${n}d`]: {
      samples: { input, weight: randn([4, 4, ...kernel]) },
      others: { bias: rand([4]) },
      refused: ['groups'],
    },
    [`conv_transpose${n}d`]: {
      samples: { input, weight: randn([4, 4, ...kernel]) },
      ...{ fills: { stride: 2 }, others: { bias: rand([4]), stride: 3, groups: 1, outputPadding: 1 } },
    },
    [`avg_pool${n}d`]: {
      samples: { input: randn([2, 4, 8, 8, 8].slice(0, n + 2)), kernelSize: 3 },
      ...{ fills: { padding: 1, stride: 2 }, others: { ...pooled, stride: 3, padding: 0 } },
    },
    [`max_pool${n}d`]: { samples: { input: randn([2, 4, 8, 8, 8].slice(0, n + 2)), kernelSize: 3 } },
    [`max_pool${n}d_with_indices`]: {
      samples: { input: randn([2, 4, 8, 8, 8].slice(0, n + 2)), kernelSize: 3 },
      silent: ['returnIndices'],
    },
    [`adaptive_max_pool${n}d_with_indices`]: { silent: ['returnIndices'] },
    [`lp_pool${n}d`]: { others: { stride: 1 } },
    [`max_unpool${n}d`]: {
      samples: { ...unpooled, kernelSize: 2 },
      others: { stride: 3, outputSize: new Array<number>(n).fill(5) },
    },
    [`fractional_max_pool${n}d`]: {
      fills: { outputSize: 3 },
      others: { outputSize: 2, _randomSamples: rand([2, 4, n]) },
      elsewhere: ['outputRatio'],
    },
    [`fractional_max_pool${n}d_with_indices`]: {
      fills: { outputSize: 3 },
      others: { outputSize: 2, _randomSamples: rand([2, 4, n]) },
      elsewhere: ['outputRatio'],
      silent: ['returnIndices'],
    },
  };
});
const experts = { matA: rand([4, 8]).to(torch.bfloat16), matB: rand([2, 8, 16]).to(torch.bfloat16) };
const offs = tensor([1, 4], { dtype: torch.int32 });
const pictures = rand([1, 2, 4, 5]);

const SPECIAL: Readonly<Record<string, Exceptions>> = Object.assign({}, ...SPATIAL, {
  glu: { others: { dim: 0 }, samples: { input: rand([4, 4]) } },
  softmax: { others: { dim: 0 } },
  log_softmax: { others: { dim: 0 } },
  softmin: { others: { dim: 0 } },
  gumbel_softmax: { silent: ['eps'] },
  fold: { refused: ['dilation', 'padding', 'stride'] },
  grouped_mm: {
    refused: ['bias'],
    samples: experts,
    fills: { offs },
    others: { offs: tensor([2, 4], { dtype: torch.int32 }), bias: rand([16]), outDtype: torch.bfloat16 },
    silent: ['outDtype'],
  },
  alpha_dropout: { fills: { training: true }, others: { training: false } },
  feature_alpha_dropout: { fills: { training: true }, others: { training: false } },
  embedding: {
    ...{ fills: { maxNorm: 0.5 }, others: { paddingIdx: 1, maxNorm: 0.25, normType: 1 } },
    silent: ['paddingIdx', 'scaleGradByFreq', 'sparse'],
  },
  embedding_bag: {
    samples: { input: tensor([1, 2, 0, 3]), weight: rand([5, 4]) },
    fills: { offsets: tensor([0, 2, 4]), maxNorm: 0.5, mode: 'sum' },
    others: {
      ...{ offsets: tensor([0, 1, 4]), maxNorm: 0.25, normType: 1, mode: 'max', perSampleWeights: rand([4]) },
      paddingIdx: 2,
    },
    silent: ['scaleGradByFreq', 'sparse'],
  },
  scaled_dot_product_attention: { silent: ['enableGqa'] },
  batch_norm: { fills: { training: true }, others: { training: false, eps: 0.5, weight: rand([3]), bias: rand([3]) } },
  instance_norm: {
    fills: { runningMean: rand([3]), runningVar: rand([3]) },
    others: { runningMean: rand([3]), runningVar: rand([3]), eps: 0.5 },
  },
  local_response_norm: { others: { alpha: 0.5 } },
  normalize: { others: { eps: 10 }, absent: ['out'] },
  mse_loss: { others: { weight: rand([4, 5]) } },
  l1_loss: { others: { weight: rand([4, 5]) } },
  nll_loss: { samples: { input: randn([3, 5]), target: labels }, others: { ignoreIndex: 3, weight: rand([5]) } },
  cross_entropy: { samples: { input: randn([3, 5]), target: labels }, others: { ignoreIndex: 3, weight: rand([5]) } },
  linear_cross_entropy: {
    samples: { input: randn([3, 5]), linearWeight: randn([6, 5]), target: labels },
    ...{ others: { ignoreIndex: 3, weight: rand([6]), linearBias: rand([6]) }, absent: ['options'] },
  },
  binary_cross_entropy_with_logits: { others: { weight: rand([5]) } },
  poisson_nll_loss: {
    samples: { input: rand([4, 5]), target: rand([4, 5]).mul(4) },
    ...{ fills: { logInput: false }, others: { logInput: true, eps: 0.5 } },
  },
  gaussian_nll_loss: { others: { eps: 2 } },
  cosine_similarity: { others: { eps: 50 } },
  cosine_embedding_loss: {
    samples: { input1: rand([4, 5]), input2: rand([4, 5]), target: torch.full([4], -1) },
    others: { margin: 0.9 },
  },
  triplet_margin_with_distance_loss: {
    others: { distanceFunction: (a: torch.Tensor, b: torch.Tensor) => a.sub(b).abs().sum(-1) },
  },
  ctc_loss: { lists: ['inputLengths', 'targetLengths'], silent: ['zeroInfinity'] },
  interpolate: {
    samples: { input: pictures },
    fills: { scaleFactor: 1.6, mode: 'bilinear' },
    others: { scaleFactor: 2, mode: 'bicubic', recomputeScaleFactor: true, antialias: true },
    elsewhere: ['size'],
  },
  upsample: {
    samples: { input: pictures },
    fills: { scaleFactor: 1.6, mode: 'bilinear' },
    others: { scaleFactor: 2, mode: 'bicubic' },
    elsewhere: ['size'],
  },
  upsample_nearest: { fills: { size: 5 }, others: { size: 3 }, elsewhere: ['scaleFactor'] },
  upsample_bilinear: { fills: { size: 5 }, others: { size: 3 }, elsewhere: ['scaleFactor'] },
  grid_sample: {
    samples: { grid: rand([1, 3, 4, 2]).mul(2.4).sub(1.2) },
    others: { mode: 'nearest', paddingMode: 'border', alignCorners: true },
  },
  pad: { samples: { input: randn([2, 3, 4]), pad: [1, 2] }, others: { mode: 'replicate', value: 1.5 } },
});

/** Options that exclude each other, each with those that go with it. */
const APART: readonly (readonly [name: string, Exceptions])[] = [
  ...['interpolate', 'upsample'].map((name): [string, Exceptions] => [
    name,
    { samples: { input: pictures }, fills: { size: 6 }, others: { size: 3 } },
  ]),
  ...['upsample_nearest', 'upsample_bilinear'].map((name): [string, Exceptions] => [
    name,
    { samples: { input: pictures }, fills: { scaleFactor: 2 }, others: { scaleFactor: 1.5 } },
  ]),
  ...[2, 3].map((n): [string, Exceptions] => [
    `fractional_max_pool${n}d`,
    { fills: { outputRatio: 0.5 }, others: { outputRatio: 0.4 } },
  ]),
];

const untold = (name: string, required = true, fallback: unknown = null): PythonParameter => ({
  ...{ name, required, fallback, keywordOnly: false, float: false },
});
/** What Python neither has a signature of nor documents as one. */
const UNTOLD: Readonly<Record<string, PythonParameter[]>> = {
  conv_tbc: [untold('input'), untold('weight'), untold('bias'), untold('pad', false, 0)],
};

const functional = [...new Set(FUNCTIONS.map(({ name }) => name))];
let signatures: Record<string, PythonParameter[] | null>;
beforeAll(() => {
  signatures = pythonSignatures(functional.map((name) => `torch.nn.functional.${name}`));
});

function tensorsIn(value: unknown): unknown[] {
  if (value instanceof torch.Tensor) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(tensorsIn) : [];
}

function copied(value: unknown): unknown {
  if (value instanceof torch.Tensor) return value.clone();
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
}

function subjectOf(name: string, special: Exceptions = SPECIAL[name] ?? {}): Subject {
  const parameters = signatures[`torch.nn.functional.${name}`] ?? UNTOLD[name];
  if (!parameters) throw new Error(`Python does not tell the signature of ${name}`);
  const first = FUNCTIONS.find((one) => one.name === name)!;
  const given = Object.fromEntries(first.args.map((value, i) => [camelCase(parameters[i]!.name), value]));
  const samples = Object.fromEntries(
    parameters.filter(({ required }) => required).map((one) => [camelCase(one.name), given[camelCase(one.name)]]),
  );
  const call = (nn.functional as unknown as Record<string, (...args: unknown[]) => unknown>)[camelCase(name)]!;
  return {
    name,
    parameters,
    // What becomes of the inputs is a part of the outcome: some functions change them.
    call: (args) => {
      const own = args.map(copied);
      return [call(...own), own.flatMap(tensorsIn)];
    },
    ...special,
    samples: { ...samples, ...special.samples },
    others: { ...given, ...first.options, ...special.others },
    absent: [...DEPRECATED, ...(special.absent ?? [])],
  };
}

test.each(functional)('%s', (name) => {
  expect(faultsOf(subjectOf(name))).toEqual([]);
});

test.each(APART)('%s with options that exclude others', (name, special) => {
  const subject = subjectOf(name, special);
  const elsewhere = subject.parameters.map((one) => camelCase(one.name)).filter((one) => !(one in special.fills!));
  expect(faultsOf({ ...subject, elsewhere })).toEqual([]);
});
