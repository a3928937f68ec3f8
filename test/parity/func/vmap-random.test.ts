/** What `vmap` makes of every operator that draws: refusals, and numbers that are Python's to the bit in each mode. */
import * as torch from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const PYTHON = `
from torch.func import vmap, grad
F = torch.nn.functional
aten = torch.ops.aten
x = torch.linspace(0.1, 0.9, 60).reshape(3, 20)
image = torch.linspace(0, 1, 3 * 2 * 36).reshape(3, 1, 2, 6, 6)
c = torch.linspace(0.1, 0.9, 20)
g = torch.Generator()
normal = torch.distributions.Normal
def inner(f, mode): return lambda a: vmap(f, randomness=mode)(a.reshape(4, 5))
calls = {
    'rand': lambda a: torch.rand(20),
    'rand with a generator': lambda a: torch.rand(20, generator=g.manual_seed(2)),
    'randn': lambda a: torch.randn(20),
    'randn with a generator': lambda a: torch.randn(20, generator=g.manual_seed(2)),
    'randint': lambda a: torch.randint(9, (20,)),
    'randint from': lambda a: torch.randint(3, 9, (20,)),
    'randint with a generator': lambda a: torch.randint(9, (20,), generator=g.manual_seed(2)),
    'randperm': lambda a: torch.randperm(20),
    'randperm with a generator': lambda a: torch.randperm(20, generator=g.manual_seed(2)),
    'normal of numbers': lambda a: torch.normal(0.0, 1.0, (20,)),
    'normal of means': lambda a: torch.normal(a, 1.0),
    'normal of a mean': lambda a: torch.normal(c, 1.0),
    'normal of deviations': lambda a: torch.normal(0.0, a),
    'normal of a deviation': lambda a: torch.normal(0.0, c),
    'normal of both': lambda a: torch.normal(a, a),
    'rand_like': lambda a: torch.rand_like(a),
    'rand_like as another dtype': lambda a: torch.rand_like(a, dtype=torch.float64),
    'rand_like of a captured one': lambda a: torch.rand_like(c),
    'rand_like with a generator': lambda a: torch.rand_like(a, generator=g.manual_seed(2)),
    'randn_like': lambda a: torch.randn_like(a),
    'randn_like of a captured one': lambda a: torch.randn_like(c),
    'randn_like of columns': lambda a: torch.randn_like(a.reshape(4, 5).t()),
    'randn_like with a generator': lambda a: torch.randn_like(a, generator=g.manual_seed(2)),
    'randn_like of a captured one with a generator': lambda a: a + torch.randn_like(c, generator=g.manual_seed(2)),
    'randint_like': lambda a: torch.randint_like(a, 9),
    'randint_like from': lambda a: torch.randint_like(a, 3, 9),
    'randint_like of a captured one': lambda a: torch.randint_like(c, 9),
    'randint_like from, of a captured one': lambda a: torch.randint_like(c, 3, 9, dtype=torch.int64),
    'randint_like up to a tensor': lambda a: torch.randint_like(a, torch.tensor(9)),
    'bernoulli': lambda a: torch.bernoulli(a),
    'bernoulli of a captured one': lambda a: torch.bernoulli(c),
    'bernoulli of one probability': lambda a: torch.bernoulli(a, 0.3),
    'bernoulli with a generator': lambda a: torch.bernoulli(c, generator=g.manual_seed(2)),
    'multinomial': lambda a: torch.multinomial(a, 5),
    'multinomial with replacement': lambda a: torch.multinomial(a.reshape(4, 5), 5, True),
    'multinomial of a captured one': lambda a: torch.multinomial(c, 5),
    'poisson': lambda a: torch.poisson(a),
    'poisson of a captured one': lambda a: torch.poisson(c),
    'binomial': lambda a: torch.binomial(torch.full_like(a, 9), a),
    '_standard_gamma': lambda a: torch._standard_gamma(a),
    '_standard_gamma of a captured one': lambda a: torch._standard_gamma(c),
    '_sample_dirichlet': lambda a: torch._sample_dirichlet(a),
    'native_dropout': lambda a: torch.native_dropout(a, 0.5, True)[0],
    'native_dropout of a captured one': lambda a: torch.native_dropout(c, 0.5, True)[0],
    'dropout': lambda a: F.dropout(a),
    'dropout of a captured one': lambda a: F.dropout(c),
    'dropout in place': lambda a: F.dropout(a.clone(), inplace=True),
    'dropout1d': lambda a: F.dropout1d(a.reshape(4, 5)),
    'dropout2d': lambda a: F.dropout2d(a.reshape(2, 2, 1, 5)),
    'alpha_dropout': lambda a: F.alpha_dropout(a, training=True),
    'feature_alpha_dropout': lambda a: F.feature_alpha_dropout(a.reshape(4, 5), training=True),
    'dropout of evaluation': lambda a: F.dropout(a, training=False),
    'rrelu': lambda a: F.rrelu(a - 0.5, training=True),
    'gumbel_softmax': lambda a: F.gumbel_softmax(a),
    'attention': lambda a: F.scaled_dot_product_attention(*[a.reshape(1, 4, 5)] * 3, dropout_p=0.5),
    'Normal.rsample': lambda a: normal(a, 1.0).rsample(),
    'normal_': lambda a: a.clone().normal_(),
    'normal_ of a captured one': lambda a: torch.zeros(20).normal_(2, 3),
    'normal_ with a generator': lambda a: torch.zeros(20).normal_(generator=g.manual_seed(2)),
    'uniform_': lambda a: a.clone().uniform_(),
    'uniform_ of a captured one': lambda a: torch.zeros(20).uniform_(2, 3),
    'exponential_': lambda a: a.clone().exponential_(),
    'exponential_ of a captured one': lambda a: torch.zeros(20).exponential_(2),
    'cauchy_': lambda a: a.clone().cauchy_(),
    'cauchy_ of a captured one': lambda a: torch.zeros(20).cauchy_(2, 3),
    'log_normal_': lambda a: a.clone().log_normal_(),
    'log_normal_ of a captured one': lambda a: torch.zeros(20).log_normal_(),
    'geometric_': lambda a: a.clone().geometric_(0.3),
    'geometric_ of a captured one': lambda a: torch.zeros(20).geometric_(0.3),
    'random_': lambda a: a.clone().random_(),
    'random_ to': lambda a: a.clone().random_(9),
    'random_ from': lambda a: a.clone().random_(3, 9),
    'random_ of a captured one': lambda a: torch.zeros(20).random_(9),
    'bernoulli_': lambda a: a.clone().bernoulli_(0.3),
    'bernoulli_ of a captured one': lambda a: torch.zeros(20).bernoulli_(0.3),
    'bernoulli_ of probabilities': lambda a: a.clone().bernoulli_(c),
    'bernoulli_ of mapped probabilities': lambda a: a.clone().bernoulli_(a),
    'aten.exponential': lambda a: aten.exponential(a),
    'aten.uniform of a captured one': lambda a: aten.uniform(c),
    'init.kaiming_uniform_': lambda a: torch.nn.init.kaiming_uniform_(a.reshape(4, 5).clone()),
    'randn_like in a vmap of the same': inner(lambda b: torch.randn_like(b), 'same'),
    'randn_like in a vmap of different ones': inner(lambda b: torch.randn_like(b), 'different'),
    'randint_like of an outer one': lambda a: vmap(lambda b: torch.randint_like(a, 99), randomness='different')(a[:3]),
    'rand_like in grad': lambda a: grad(lambda b: (b * torch.rand_like(b)).sum())(a),
}
def attempt(call, over=x, **options):
    torch.manual_seed(5)
    try:
        return [vmap(call, **options)(over), torch.rand(1)]
    except Exception as error:
        return str(error)
output = {mode: {name: attempt(call, randomness=mode) for name, call in calls.items()} for mode in ('error', 'same', 'different')}
output['further'] = {
    'in chunks, the same': attempt(calls['randn_like'], randomness='same', chunk_size=2),
    'in chunks, different': attempt(calls['randn_like'], randomness='different', chunk_size=2),
    'the last dimension': attempt(calls['randn_like'], x.reshape(4, 5, 3), randomness='different', in_dims=2),
    'the last dimension, the same': attempt(calls['randn_like'], x.reshape(4, 5, 3), randomness='same', in_dims=2),
    'fractional pooling': attempt(lambda a: F.fractional_max_pool2d(a, 2, output_size=3), image, randomness='different'),
    'nothing to map': attempt(calls['randn_like'], x[:0], randomness='different'),
    'nothing to map, the same': attempt(calls['randn_like'], x[:0], randomness='same'),
}
`;

type Tensor = torch.Tensor;
type Draw = (a: Tensor) => Tensor;
type Loose = (...args: any[]) => any;

const { nn, func } = torch;
const F = nn.functional;
const vmap = func.vmap as Loose;
const x = torch.linspace(0.1, 0.9, 60).reshape([3, 20]);
const image = torch.linspace(0, 1, 3 * 2 * 36).reshape([3, 1, 2, 6, 6]);
const c = torch.linspace(0.1, 0.9, 20);
const zeros = (): Tensor => torch.zeros([20]);
const seeded = () => ({ generator: new torch.Generator().manualSeed(2) });
const square: Draw = (a) => a.reshape([4, 5]);
const { aten } = torch.ops as unknown as { aten: Record<string, Loose> };
const loose = torch as unknown as Record<string, Loose>;
const inner =
  (f: Draw, randomness: string): Draw =>
  (a) =>
    vmap(f, { randomness })(square(a)) as Tensor;

const CALLS: Readonly<Record<string, Draw>> = {
  rand: () => torch.rand([20]),
  'rand with a generator': () => torch.rand([20], seeded()),
  randn: () => torch.randn([20]),
  'randn with a generator': () => torch.randn([20], seeded()),
  randint: () => torch.randint(9, [20]),
  'randint from': () => torch.randint(3, 9, [20]),
  'randint with a generator': () => torch.randint(9, [20], seeded()),
  randperm: () => torch.randperm(20),
  'randperm with a generator': () => torch.randperm(20, seeded()),
  'normal of numbers': () => torch.normal(0, 1, [20]),
  'normal of means': (a) => torch.normal(a, 1),
  'normal of a mean': () => torch.normal(c, 1),
  'normal of deviations': (a) => torch.normal(0, a),
  'normal of a deviation': () => torch.normal(0, c),
  'normal of both': (a) => torch.normal(a, a),
  rand_like: (a) => torch.randLike(a),
  'rand_like as another dtype': (a) => torch.randLike(a, { dtype: torch.float64 }),
  'rand_like of a captured one': () => torch.randLike(c),
  'rand_like with a generator': (a) => loose['randLike']!(a, seeded()) as Tensor,
  randn_like: (a) => torch.randnLike(a),
  'randn_like of a captured one': () => torch.randnLike(c),
  'randn_like of columns': (a) => torch.randnLike(square(a).t()),
  'randn_like with a generator': (a) => loose['randnLike']!(a, seeded()) as Tensor,
  'randn_like of a captured one with a generator': (a) => a.add(loose['randnLike']!(c, seeded()) as Tensor),
  randint_like: (a) => torch.randintLike(a, 9),
  'randint_like from': (a) => torch.randintLike(a, 3, 9),
  'randint_like of a captured one': () => torch.randintLike(c, 9),
  'randint_like from, of a captured one': () => torch.randintLike(c, 3, 9, { dtype: torch.int64 }),
  'randint_like up to a tensor': (a) => torch.randintLike(a, torch.tensor(9)),
  bernoulli: (a) => torch.bernoulli(a),
  'bernoulli of a captured one': () => torch.bernoulli(c),
  'bernoulli of one probability': (a) => torch.bernoulli(a, 0.3),
  'bernoulli with a generator': () => torch.bernoulli(c, seeded()),
  multinomial: (a) => torch.multinomial(a, 5),
  'multinomial with replacement': (a) => torch.multinomial(square(a), 5, true),
  'multinomial of a captured one': () => torch.multinomial(c, 5),
  poisson: (a) => torch.poisson(a),
  'poisson of a captured one': () => torch.poisson(c),
  binomial: (a) => torch.binomial(torch.fullLike(a, 9), a),
  _standard_gamma: (a) => aten['_standard_gamma']!(a) as Tensor,
  '_standard_gamma of a captured one': () => aten['_standard_gamma']!(c) as Tensor,
  _sample_dirichlet: (a) => aten['_sample_dirichlet']!(a) as Tensor,
  native_dropout: (a) => (torch.nativeDropout(a, 0.5, true) as [Tensor, Tensor])[0],
  'native_dropout of a captured one': () => (torch.nativeDropout(c, 0.5, true) as [Tensor, Tensor])[0],
  dropout: (a) => F.dropout(a),
  'dropout of a captured one': () => F.dropout(c),
  'dropout in place': (a) => F.dropout(a.clone(), { inplace: true }),
  dropout1d: (a) => F.dropout1d(square(a)),
  dropout2d: (a) => F.dropout2d(a.reshape([2, 2, 1, 5])),
  alpha_dropout: (a) => F.alphaDropout(a, { training: true }),
  feature_alpha_dropout: (a) => F.featureAlphaDropout(square(a), { training: true }),
  'dropout of evaluation': (a) => F.dropout(a, { training: false }),
  rrelu: (a) => F.rrelu(a.sub(0.5), { training: true }),
  gumbel_softmax: (a) => F.gumbelSoftmax(a),
  attention: (a) => {
    const q = a.reshape([1, 4, 5]);
    return F.scaledDotProductAttention(q, q, q, { dropoutP: 0.5 });
  },
  'Normal.rsample': (a) => new torch.distributions.Normal(a, 1).rsample(),
  normal_: (a) => a.clone().normal_(),
  'normal_ of a captured one': () => zeros().normal_(2, 3),
  'normal_ with a generator': () => zeros().normal_(seeded()),
  uniform_: (a) => a.clone().uniform_(),
  'uniform_ of a captured one': () => zeros().uniform_(2, 3),
  exponential_: (a) => a.clone().exponential_(),
  'exponential_ of a captured one': () => zeros().exponential_(2),
  cauchy_: (a) => a.clone().cauchy_(),
  'cauchy_ of a captured one': () => zeros().cauchy_(2, 3),
  log_normal_: (a) => a.clone().logNormal_(),
  'log_normal_ of a captured one': () => zeros().logNormal_(),
  geometric_: (a) => a.clone().geometric_(0.3),
  'geometric_ of a captured one': () => zeros().geometric_(0.3),
  random_: (a) => a.clone().random_(),
  'random_ to': (a) => a.clone().random_(9),
  'random_ from': (a) => a.clone().random_(3, 9),
  'random_ of a captured one': () => zeros().random_(9),
  bernoulli_: (a) => a.clone().bernoulli_(0.3),
  'bernoulli_ of a captured one': () => zeros().bernoulli_(0.3),
  'bernoulli_ of probabilities': (a) => a.clone().bernoulli_(c),
  'bernoulli_ of mapped probabilities': (a) => a.clone().bernoulli_(a),
  'aten.exponential': (a) => aten['exponential']!(a) as Tensor,
  'aten.uniform of a captured one': () => aten['uniform']!(c) as Tensor,
  'init.kaiming_uniform_': (a) => nn.init.kaimingUniform_(square(a).clone()),
  'randn_like in a vmap of the same': inner((b) => torch.randnLike(b), 'same'),
  'randn_like in a vmap of different ones': inner((b) => torch.randnLike(b), 'different'),
  'randint_like of an outer one': (a) =>
    vmap(() => torch.randintLike(a, 99), { randomness: 'different' })(a.narrow(0, 0, 3)) as Tensor,
  'rand_like in grad': (a) => func.grad((b: Tensor) => b.mul(torch.randLike(b)).sum())(a) as Tensor,
};

const columns = x.reshape([4, 5, 3]);
const like = CALLS['randn_like']!;
const pool: Draw = (a) => F.fractionalMaxPool2d(a, 2, { outputSize: 3 });
const FURTHER: Readonly<Record<string, readonly [call: Draw, over: Tensor, options: object]>> = {
  'in chunks, the same': [like, x, { randomness: 'same', chunkSize: 2 }],
  'in chunks, different': [like, x, { randomness: 'different', chunkSize: 2 }],
  'the last dimension': [like, columns, { randomness: 'different', inDims: 2 }],
  'the last dimension, the same': [like, columns, { randomness: 'same', inDims: 2 }],
  'fractional pooling': [pool, image, { randomness: 'different' }],
  'nothing to map': [like, x.narrow(0, 0, 0), { randomness: 'different' }],
  'nothing to map, the same': [like, x.narrow(0, 0, 0), { randomness: 'same' }],
};

type Outcome = string | readonly [result: Tensor, next: Tensor];
const python = runPython<Readonly<Record<string, Readonly<Record<string, Outcome>>>>>(PYTHON);

/** The result, with the number that is drawn next, or what the error says. */
function attempt(call: Draw, over: Tensor, options: object): Outcome {
  torch.manualSeed(5);
  try {
    return [vmap(call, options)(over) as Tensor, torch.rand([1])];
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return (error as Error).message;
  }
}

function expectSame(ours: Outcome, theirs: Outcome): void {
  if (typeof theirs === 'string' || typeof ours === 'string') return expect(ours).toContain(theirs);
  expectBitEqual(ours[0], theirs[0], 'result');
  expectBitEqual(ours[1], theirs[1], 'what is drawn next');
}

describe.each(['error', 'same', 'different'])('%s', (randomness) => {
  test.each(Object.keys(CALLS))('%s', (name) => {
    expectSame(attempt(CALLS[name]!, x, { randomness }), python[randomness]![name]!);
  });
});

test.each(Object.keys(FURTHER))('%s', (name) => {
  expectSame(attempt(...FURTHER[name]!), python['further']![name]!);
});

test('null is no generator: such a call draws as one without it does, and is refused as that is', () => {
  const draw: Draw = (a) => loose['randnLike']!(a, { generator: null }) as Tensor;
  expectSame(attempt(draw, x, { randomness: 'error' }), python['error']!['randn_like']!);
  expectSame(attempt(draw, x, { randomness: 'same' }), python['same']!['randn_like']!);
});
