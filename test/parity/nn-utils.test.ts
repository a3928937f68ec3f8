/** nn.utils beside Python's: pruning, the older spectral norm, fusion, clipping, vectors, padded and packed sequences. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { bitDifference, runPython } from '../support/python';

const { utils } = nn;
const { prune, rnn } = utils;

/** Each scenario's results, by the same names on both sides. */
type Results = Record<string, unknown>;

const PYTHON = `
import torch.nn as nn, torch.nn.utils as U, torch.nn.utils.prune as prune
R = U.rnn
def state(m): return {k: v.clone() for k, v in m.state_dict().items()}
def learn(m, *xs):
    y = m(*xs)
    y.sin().sum().backward()
    return {'y': y, 'grads': [p.grad for p in m.parameters()]}
scenarios = {}
def scenario(f): scenarios[f.__name__] = f
@scenario
def pruning():
    m, x = nn.Linear(6, 5), torch.randn(4, 6)
    out = {'l1': state(prune.l1_unstructured(m, 'weight', 0.35)), 'first': learn(m, x)}
    prune.random_unstructured(m, 'weight', 3); out['random'] = state(m)
    prune.ln_structured(m, 'weight', 2, 2, 0); out['ln'] = state(m)
    prune.random_structured(m, 'weight', 0.5, 1); out['structured'] = state(m)
    prune.l1_unstructured(m, 'bias', 1, torch.arange(5.)); out['bias'] = state(m)
    out['is'], out['text'], out['again'] = prune.is_pruned(m), repr(m), learn(m, x)
    prune.remove(m, 'weight'); prune.remove(m, 'bias')
    out['removed'], out['not'] = state(m), prune.is_pruned(m)
    c = nn.Conv2d(2, 3, 2)
    prune.custom_from_mask(c, 'weight', torch.rand(3, 2, 2, 2) > 0.5)
    out['conv'], out['conv y'] = state(c), c(torch.randn(1, 2, 4, 4))
    a, b = nn.Linear(4, 3), nn.Linear(3, 2)
    prune.l1_unstructured(a, 'weight', 2)
    prune.global_unstructured([(a, 'weight'), (b, 'weight')], prune.L1Unstructured, amount=0.4)
    out['global'] = [state(a), state(b)]
    scores = {(b, 'bias'): torch.tensor([2., 1.]), (a, 'bias'): torch.tensor([3., 9., 0.])}
    prune.global_unstructured([(a, 'bias'), (b, 'bias')], prune.L1Unstructured, importance_scores=scores, amount=2)
    out['scores'] = [state(a), state(b)]
    out['prune'] = prune.L1Unstructured(2).prune(torch.arange(6.).view(2, 3))
    return out
@scenario
def spectral():
    m, x = U.spectral_norm(nn.Linear(4, 3), n_power_iterations=2), torch.randn(5, 4)
    out = {'before': state(m), 'first': learn(m, x), 'second': m(x), 'state': state(m)}
    m.eval(); out['eval'] = m(x)
    U.remove_spectral_norm(m); out['removed'], out['y'] = state(m), m(x)
    t = U.spectral_norm(nn.ConvTranspose2d(2, 3, 2)); out['conv'] = t(torch.randn(1, 2, 3, 3))
    return out
@scenario
def fusion():
    bn = nn.BatchNorm2d(3); bn(torch.randn(4, 3, 5, 5)); bn.eval()
    out = {}
    for name, conv in [('bias', nn.Conv2d(2, 3, 2)), ('none', nn.Conv2d(2, 3, 2, bias=False))]:
        out[name] = state(U.fuse_conv_bn_eval(conv.eval(), bn))
    out['transposed'] = state(U.fuse_conv_bn_eval(nn.ConvTranspose2d(2, 3, 2).eval(), bn, True))
    flat = nn.BatchNorm1d(3); flat(torch.randn(4, 3)); flat.eval()
    out['linear'] = state(U.fuse_linear_bn_eval(nn.Linear(2, 3).eval(), flat))
    return out
@scenario
def clipping():
    m, x = nn.Linear(4, 3), torch.randn(5, 4)
    def fresh(): m.zero_grad(); (m(x) ** 2).sum().backward()
    out = {}
    for name, kind in [('two', 2.0), ('one', 1.0), ('inf', float('inf'))]:
        fresh(); out[name] = [U.clip_grad_norm_(m.parameters(), 0.5, kind), *(p.grad.clone() for p in m.parameters())]
    fresh(); U.clip_grad_value_(m.parameters(), 0.3); out['value'] = [p.grad.clone() for p in m.parameters()]
    fresh(); out['total'] = U.get_total_norm([p.grad for p in m.parameters()])
    U.clip_grads_with_norm_(m.parameters(), 1.0, out['total']); out['with'] = [p.grad.clone() for p in m.parameters()]
    v = U.parameters_to_vector(m.parameters()); out['vector'] = v.detach().clone()
    U.vector_to_parameters(v.detach() * 2, m.parameters()); out['doubled'] = state(m)
    return out
@scenario
def sequences():
    parts = [torch.randn(n, 4) for n in (2, 5, 3)]
    out = {'left': R.pad_sequence(parts, batch_first=True, padding_value=-1.0, padding_side='left'), 'padded': R.pad_sequence(parts)}
    out['unpadded'] = R.unpad_sequence(out['padded'].clone(), torch.tensor([2, 5, 3]))
    packed = R.pack_sequence(parts, enforce_sorted=False)
    out['packed'] = [packed.data, packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices]
    out['unpacked'] = R.unpack_sequence(packed)
    again = R.pack_padded_sequence(out['padded'], [2, 5, 3], enforce_sorted=False)
    out['again'] = list(R.pad_packed_sequence(again, batch_first=True, padding_value=7.0, total_length=6))
    for kind, options in [('RNN', {}), ('GRU', {'bidirectional': True}), ('LSTM', {'num_layers': 2}), ('LSTM', {'proj_size': 2})]:
        m = getattr(nn, kind)(4, 3, **options)
        y, h = m(packed)
        h = h if isinstance(h, tuple) else (h,)
        (y.data.sin().sum() + sum(s.sum() for s in h)).backward()
        out[kind + str(len(out))] = [y.data, y.batch_sizes, y.unsorted_indices, *h, *(p.grad for p in m.parameters())]
    return out
def run(f):
    torch.manual_seed(9)
    return f()
output = {name: run(f) for name, f in scenarios.items()}
`;

const state = (module: nn.Module): Record<string, Tensor> =>
  Object.fromEntries(Object.entries(module.stateDict()).map(([key, tensor]) => [key, tensor.clone()]));
const gradients = (module: nn.Module): Tensor[] => module.parameters().map(({ grad }) => grad!.clone());

function learn(module: nn.Linear, x: Tensor): Results {
  const y = module.forward(x);
  y.sin().sum().backward();
  return { y, grads: module.parameters().map(({ grad }) => grad) };
}

function pruning(): Results {
  const [m, x] = [new nn.Linear(6, 5), torch.randn([4, 6])];
  const out: Results = { l1: state(prune.l1Unstructured(m, 'weight', 0.35)), first: learn(m, x) };
  out['random'] = state(prune.randomUnstructured(m, 'weight', 3));
  out['ln'] = state(prune.lnStructured(m, 'weight', 2, 2, 0));
  out['structured'] = state(prune.randomStructured(m, 'weight', 0.5, 1));
  out['bias'] = state(prune.l1Unstructured(m, 'bias', 1, torch.arange(5).float()));
  Object.assign(out, { is: prune.isPruned(m), text: String(m), again: learn(m, x) });
  prune.remove(prune.remove(m, 'weight'), 'bias');
  Object.assign(out, { removed: state(m), not: prune.isPruned(m) });
  const c = prune.customFromMask(new nn.Conv2d(2, 3, 2), 'weight', torch.rand([3, 2, 2, 2]).gt(0.5));
  Object.assign(out, { conv: state(c), 'conv y': c.forward(torch.randn([1, 2, 4, 4])) });
  const [a, b] = [new nn.Linear(4, 3), new nn.Linear(3, 2)];
  prune.l1Unstructured(a, 'weight', 2);
  prune.globalUnstructured(
    [
      [a, 'weight'],
      [b, 'weight'],
    ],
    new prune.L1Unstructured(0.4),
  );
  out['global'] = [state(a), state(b)];
  const biases = [[a, 'bias'], [b, 'bias']] as const; // prettier-ignore
  const scores = new Map([[[b, 'bias'], torch.tensor([2, 1])], [[a, 'bias'], torch.tensor([3, 9, 0])]] as const); // prettier-ignore
  prune.globalUnstructured(biases, new prune.L1Unstructured(2), scores);
  out['scores'] = [state(a), state(b)];
  out['prune'] = new prune.L1Unstructured(2).prune(torch.arange(6).float().view([2, 3]));
  return out;
}

function spectral(): Results {
  const [m, x] = [utils.spectralNorm(new nn.Linear(4, 3), { nPowerIterations: 2 }), torch.randn([5, 4])];
  const out: Results = { before: state(m), first: learn(m, x), second: m.forward(x), state: state(m) };
  m.eval();
  out['eval'] = m.forward(x);
  utils.removeSpectralNorm(m);
  Object.assign(out, { removed: state(m), y: m.forward(x) });
  const transposed = utils.spectralNorm(new nn.ConvTranspose2d(2, 3, 2));
  out['conv'] = transposed.forward(torch.randn([1, 2, 3, 3]));
  return out;
}

function fusion(): Results {
  const bn = new nn.BatchNorm2d(3);
  bn.forward(torch.randn([4, 3, 5, 5]));
  bn.eval();
  const convs = { bias: new nn.Conv2d(2, 3, 2), none: new nn.Conv2d(2, 3, 2, { bias: false }) };
  const out: Results = {};
  for (const [name, conv] of Object.entries(convs)) out[name] = state(utils.fuseConvBnEval(conv.eval(), bn));
  out['transposed'] = state(utils.fuseConvBnEval(new nn.ConvTranspose2d(2, 3, 2).eval(), bn, true));
  const flat = new nn.BatchNorm1d(3);
  flat.forward(torch.randn([4, 3]));
  out['linear'] = state(utils.fuseLinearBnEval(new nn.Linear(2, 3).eval(), flat.eval()));
  return out;
}

function clipping(): Results {
  const [m, x] = [new nn.Linear(4, 3), torch.randn([5, 4])];
  const fresh = (): void => {
    m.zeroGrad();
    m.forward(x).pow(2).sum().backward();
  };
  const out: Results = {};
  for (const [name, normType] of Object.entries({ two: 2, one: 1, inf: Infinity })) {
    fresh();
    out[name] = [utils.clipGradNorm_(m.parameters(), 0.5, { normType }), ...gradients(m)];
  }
  fresh();
  utils.clipGradValue_(m.parameters(), 0.3);
  out['value'] = gradients(m);
  fresh();
  const total = utils.getTotalNorm(m.parameters().map(({ grad }) => grad!));
  out['total'] = total;
  utils.clipGradsWithNorm_(m.parameters(), 1, total);
  out['with'] = gradients(m);
  const vector = utils.parametersToVector(m.parameters()).detach();
  out['vector'] = vector.clone();
  utils.vectorToParameters(vector.mul(2), m.parameters());
  out['doubled'] = state(m);
  return out;
}

type Recurrent = nn.Module & {
  forward(x: nn.utils.rnn.PackedSequence): [nn.utils.rnn.PackedSequence, Tensor | Tensor[]];
};

function sequences(): Results {
  const parts = [2, 5, 3].map((n) => torch.randn([n, 4]));
  const options = { batchFirst: true, paddingValue: -1, paddingSide: 'left' } as const;
  const padded = rnn.padSequence(parts);
  const out: Results = { left: rnn.padSequence(parts, options), padded };
  out['unpadded'] = rnn.unpadSequence(padded, torch.tensor([2, 5, 3]));
  const packed = rnn.packSequence(parts, { enforceSorted: false });
  out['packed'] = [packed.data, packed.batchSizes, packed.sortedIndices, packed.unsortedIndices];
  out['unpacked'] = rnn.unpackSequence(packed);
  const again = rnn.packPaddedSequence(padded, [2, 5, 3], { enforceSorted: false });
  out['again'] = rnn.padPackedSequence(again, { batchFirst: true, paddingValue: 7, totalLength: 6 });
  const kinds = [
    ['RNN', {}],
    ['GRU', { bidirectional: true }],
    ['LSTM', { numLayers: 2 }],
    ['LSTM', { projSize: 2 }],
  ] as const;
  for (const [kind, more] of kinds) {
    const Class = nn[kind] as unknown as new (...args: unknown[]) => Recurrent;
    const m = new Class(4, 3, more);
    const [y, h] = m.forward(packed);
    const states = [h].flat();
    const sums = states.map((one) => one.sum()).reduce((a, b) => a.add(b));
    y.data.sin().sum().add(sums).backward();
    out[kind + String(Object.keys(out).length)] = [y.data, y.batchSizes, y.unsortedIndices, ...states, ...gradients(m)];
  }
  return out;
}

function expectSame(actual: unknown, expected: unknown, where: string): void {
  if (actual instanceof torch.Tensor && expected instanceof torch.Tensor) {
    expect([where, bitDifference(actual, expected)]).toEqual([where, null]);
  } else if (typeof actual === 'object' && actual !== null && typeof expected === 'object' && expected !== null) {
    expect([where, Object.keys(actual)]).toEqual([where, Object.keys(expected)]);
    for (const [key, value] of Object.entries(actual)) {
      expectSame(value, (expected as Results)[key], `${where}.${key}`);
    }
  } else {
    expect([where, actual]).toEqual([where, expected]);
  }
}

let python: Record<string, Results>;
beforeAll(() => {
  python = runPython(PYTHON);
});

test.each(Object.entries({ pruning, spectral, fusion, clipping, sequences }))('%s', (name, scenario) => {
  torch.manualSeed(9);
  expectSame(scenario(), python[name], name);
});

test('pruned modules are copied, and refuse what does not fit', () => {
  const layer = prune.l1Unstructured(new nn.Linear(3, 3), 'weight', 4);
  const copy = nn.deepCopy(layer);
  const x = torch.randn([2, 3]);
  expect(copy.forward(x).equal(layer.forward(x))).toBe(true);
  expect([prune.isPruned(copy), Object.keys(prune.remove(copy, 'weight').stateDict())]).toEqual([
    true,
    ['bias', 'weight'],
  ]);
  expect(prune.isPruned(layer)).toBe(true);
  expect(() => prune.l1Unstructured(layer, 'weight', 1.5)).toThrow('either be a float in the range [0, 1]');
  expect(() => prune.l1Unstructured(layer, 'weight', 100)).toThrow('smaller than the number of parameters');
  expect(() => prune.lnStructured(layer, 'bias', 1, 2, 0)).toThrow('multidimensional tensors');
  expect(() => prune.remove(layer, 'bias')).toThrow('has to be pruned before');
  expect(() => prune.l1Unstructured(layer, 'nothing', 1)).toThrow("has no parameter 'nothing'");
  expect(() => utils.removeSpectralNorm(layer)).toThrow("spectral_norm of 'weight' not found");
  expect(Object.keys(layer.stateDict())).toEqual(['bias', 'weight_orig', 'weight_mask']);
});

test('skipInit draws nothing, and formats are converted', () => {
  torch.manualSeed(1);
  const before = torch.getRngState();
  const conv = utils.skipInit(nn.Conv2d, 4, 6, 3, { bias: false });
  expect(torch.getRngState().equal(before)).toBe(true);
  expect([conv.weight.shape, conv.weight.device.type, conv.bias]).toEqual([[6, 4, 3, 3], 'cpu', null]);
  expect(conv.forward(torch.ones([1, 4, 5, 5])).shape).toEqual([1, 6, 3, 3]);
  // Four terabytes, if they were taken.
  const huge = [
    new nn.Linear(1 << 20, 1 << 20, { device: 'meta' }),
    new nn.Embedding(1 << 20, 1 << 20, { device: 'meta' }),
    new nn.LSTM(1 << 18, 1 << 18, { device: 'meta' }),
  ];
  expect(huge.flatMap((layer) => layer.parameters().map(({ device }) => device.type))).toEqual(Array(7).fill('meta'));
  expect(huge[0]?.parameters()[0]?.shape).toEqual([1 << 20, 1 << 20]);
  expect(torch.getRngState().equal(before)).toBe(true);
  const linear = utils.skipInit(nn.Linear, 4, 2);
  expect([linear.weight.requiresGrad, linear.forward(torch.ones([1, 4])).shape]).toEqual([true, [1, 2]]);
  utils.convertConv2dWeightMemoryFormat(new nn.Sequential(conv), torch.channelsLast);
  expect(conv.weight.stride()).toEqual([36, 1, 12, 4]);
});
