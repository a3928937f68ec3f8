/**
 * The fused recurrent kernels beside libtorch's in float64: outputs, final states and all gradients within 1e-5 of the
 * largest value, for random shapes and every option. Not bits: the order of the sums is another one.
 */
import * as torch from '../../lib/index';
import { nn, type Tensor } from '../../lib/index';
import { PackedSequence } from '../../lib/nn/utils/packed-sequence';
import { runPython } from '../support/python';
import { randomizer } from '../support/random-choice';

type Kind = 'RNN' | 'GRU' | 'LSTM';
interface Case {
  readonly kind: Kind;
  readonly args: readonly [number, number];
  readonly options: Record<string, unknown>;
  readonly batch: number;
  readonly steps: number;
  /** How many sequences go on at each step, for a packed batch; null for a plain one. */
  readonly sizes: readonly number[] | null;
  readonly giveState: boolean;
}
interface Answer {
  readonly outputs: Tensor[];
  readonly gradients: Tensor[];
}

const TOLERANCE = 1e-5;

function randomCases(count: number): Case[] {
  const pick = randomizer(7);
  const flag = (): boolean => pick([0, 1]) === 1;
  return Array.from({ length: count }, (_, i): Case => {
    const kind = (['RNN', 'GRU', 'LSTM'] as const)[i % 3]!;
    const [input, hidden] = [pick([1, 3, 10, 33]), pick([1, 5, 16, 17, 33, 64])];
    const [batch, steps] = [pick([1, 2, 5, 13, 24]), pick([1, 2, 7, 30])];
    const projSize = pick([0, 0, 1, Math.ceil(hidden / 2), hidden - 1]);
    const options: Record<string, unknown> = {
      numLayers: pick([1, 1, 2, 3]),
      bias: flag(),
      batchFirst: flag(),
      bidirectional: flag(),
      ...(kind === 'RNN' ? { nonlinearity: flag() ? 'relu' : 'tanh' } : {}),
      ...(kind === 'LSTM' && projSize < hidden ? { projSize } : {}),
    };
    const packed = pick([0, 0, 1]) === 1;
    const lengths = Array.from({ length: batch }, (_, row) => (row === 0 ? steps : pick([1, 2, steps])));
    const sizes = Array.from({ length: steps }, (_, t) => lengths.filter((length) => length > t).length);
    return { kind, args: [input, hidden], options, batch, steps, sizes: packed ? sizes : null, giveState: flag() };
  });
}

const PYTHON = `
import re
def snake(name): return re.sub('[A-Z]', lambda m: '_' + m[0].lower(), name)
output = []
for case in input:
    options = {snake(k): v for k, v in case['options'].items()}
    module = getattr(torch.nn, case['kind'])(*case['args'], **options).double()
    module.load_state_dict({k: v.double() for k, v in case['state'].items()})
    x = case['x'].double().requires_grad_()
    hx = [h.double().requires_grad_() for h in case['hx']]
    given = None if not hx else tuple(hx) if case['kind'] == 'LSTM' else hx[0]
    sizes = case['sizes']
    fed = x if sizes is None else torch.nn.utils.rnn.PackedSequence(x, torch.tensor(sizes))
    y, states = module(fed, given)
    outputs = [y if sizes is None else y.data, *(states if case['kind'] == 'LSTM' else [states])]
    sum((o * o).sum() + o.sin().sum() for o in outputs).backward()
    output.append({'outputs': outputs, 'gradients': [t.grad for t in [x, *hx, *module.parameters()]]})
`;

type AnyLayer = nn.Module & { forward(input: unknown, hx?: unknown): [unknown, Tensor | Tensor[]] };

function layerOf({ kind, args, options }: Case): AnyLayer {
  const Class = nn[kind] as unknown as new (...args: unknown[]) => AnyLayer;
  return new Class(...args, options);
}

function inputOf({ args, options, batch, steps, sizes }: Case): Tensor {
  if (sizes) return torch.randn([sizes.reduce((a, b) => a + b), args[0]]);
  return torch.randn(options['batchFirst'] ? [batch, steps, args[0]] : [steps, batch, args[0]]);
}

/** One case here, and what Python needs to repeat it. */
function run(item: Case): { request: Record<string, unknown>; answer: Answer } {
  const layer = layerOf(item);
  const x = inputOf(item).requiresGrad_();
  const rows = (item.options['numLayers'] as number) * (item.options['bidirectional'] ? 2 : 1);
  const hidden = item.args[1];
  const widths = item.kind === 'LSTM' ? [(item.options['projSize'] as number | undefined) || hidden, hidden] : [hidden];
  const state = (width: number): Tensor => torch.randn([rows, item.batch, width]).requiresGrad_();
  const hx = item.giveState ? widths.map(state) : [];
  const fed = item.sizes ? new PackedSequence(x, torch.tensor([...item.sizes])) : x;
  const given = hx.length === 0 ? null : item.kind === 'LSTM' ? hx : hx[0];
  const [y, states] = layer.forward(fed, given);
  const outputs = [y instanceof PackedSequence ? y.data : (y as Tensor), states].flat();
  const loss = outputs.map((o) => o.mul(o).sum().add(o.sin().sum())).reduce((a, b) => a.add(b));
  loss.backward();
  const gradients = [x, ...hx, ...layer.parameters()].map((t) => t.grad!);
  const weights = Object.fromEntries([...layer.namedParameters()].map(([name, p]) => [name, p.detach()]));
  return {
    request: { ...item, x: x.detach(), hx: hx.map((h) => h.detach()), state: weights },
    answer: { outputs, gradients },
  };
}

function relativeError(actual: Tensor, expected: Tensor): number {
  const wide = actual.detach().to(torch.float64);
  const scale = Math.max(Number(expected.abs().max().item()), 1e-30);
  return Number(wide.sub(expected.detach()).abs().max().item()) / scale;
}

beforeAll(() => {
  torch.backends.rnn.fused = true;
});
afterAll(() => {
  torch.backends.rnn.fused = false;
});

test('outputs and gradients are those of libtorch in float64', () => {
  torch.manualSeed(3);
  const cases = randomCases(72);
  const runs = cases.map(run);
  const expected = runPython<Answer[]>(
    PYTHON,
    runs.map(({ request }) => request),
  );
  for (const [i, { answer }] of runs.entries()) {
    for (const part of ['outputs', 'gradients'] as const) {
      for (const [j, tensor] of answer[part].entries()) {
        const wanted = expected[i]![part][j]!;
        expect(tensor.shape).toEqual(wanted.shape);
        const error = relativeError(tensor, wanted);
        if (!(error < TOLERANCE)) throw new Error(`${JSON.stringify(cases[i])}: ${part}[${j}] is off by ${error}`);
      }
    }
  }
});

test('the switch chooses between two sets of bits that are close', () => {
  torch.manualSeed(0);
  const layer = new nn.GRU(20, 40);
  const x = torch.randn([30, 8, 20]);
  const [fused] = layer.forward(x);
  torch.backends.rnn.fused = false;
  const [plain] = layer.forward(x);
  torch.backends.rnn.fused = true;
  expect(torch.equal(fused, plain)).toBe(false);
  expect(relativeError(fused, plain.to(torch.float64))).toBeLessThan(1e-5);
  expect(() => {
    torch.backends.rnn.fused = 1 as unknown as boolean;
  }).toThrow('true or false');
});

test('without gradients, one step at a time gives what the whole sequence gives', () => {
  const kinds = [['RNN'], ['GRU'], ['LSTM'], ['LSTM', { projSize: 9 }]] as const;
  for (const [kind, projection] of kinds) {
    torch.manualSeed(1);
    const layer = layerOf({ kind, args: [7, 33], options: { numLayers: 2, ...projection } } as unknown as Case);
    const x = torch.randn([12, 1, 7]);
    layer.requiresGrad_(false);
    const [whole] = layer.forward(x);
    let state: unknown = null;
    for (let t = 0; t < 12; t++) {
      const [step, next] = layer.forward(x.narrow(0, t, 1), state);
      state = next;
      expect(relativeError(step as Tensor, (whole as Tensor).narrow(0, t, 1).to(torch.float64))).toBeLessThan(1e-6);
    }
  }
});

test('an output that was changed in place is refused by backward', () => {
  const [y] = new nn.RNN(3, 4).forward(torch.randn([5, 2, 3]));
  y.mul_(2);
  expect(() => y.sum().backward()).toThrow('modified by an inplace operation');
});

test('bad batch sizes and shapes are errors', () => {
  const layer = new nn.LSTM(3, 4);
  expect(() => layer.forward(torch.randn([5, 2, 4]))).toThrow('3');
  expect(() => layer.forward(torch.randn([0, 2, 3]))).toThrow('larger than 0');
  for (const sizes of [[1, 2], [2, 2], [0], [3, -1]]) {
    const packed = new PackedSequence(torch.randn([3, 3]), torch.tensor(sizes));
    expect(() => layer.forward(packed)).toThrow();
  }
});
