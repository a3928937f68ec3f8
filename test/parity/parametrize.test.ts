/** Parametrizations beside Python's: printing, state, outputs and gradients, and what removing them leaves. */
import * as torch from '../../lib/index';
import { type Tensor, nn } from '../../lib/index';
import { bitDifference, runPython } from '../support/python';

const { parametrizations, parametrize } = nn.utils;

interface Case {
  readonly name: string;
  readonly kind: string;
  readonly args: readonly number[];
  readonly how: 'weightNorm' | 'spectralNorm' | 'orthogonal';
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: readonly number[];
}

interface Answer {
  readonly text: string;
  readonly keys: string[];
  readonly state: Tensor[];
  readonly outputs: Tensor[];
  readonly gradients: Tensor[];
  readonly removedText: string;
  readonly removedKeys: string[];
  readonly removed: Tensor[];
}

const CASES: Case[] = [];
function add(kind: string, args: number[], how: Case['how'], input: number[], options = {}): void {
  const name = `${how} of ${kind} [${args.join()}] ${JSON.stringify(options)}`;
  CASES.push({ name, kind, args, how, options, input });
}

add('Linear', [4, 3], 'weightNorm', [5, 4]);
add('Linear', [4, 3], 'weightNorm', [5, 4], { dim: null });
add('Conv2d', [2, 3, 2], 'weightNorm', [1, 2, 4, 4], { dim: 1 });
add('Conv1d', [2, 3, 2], 'weightNorm', [1, 2, 5], { name: 'bias' });
add('Embedding', [6, 3], 'weightNorm', [0]);
add('Linear', [4, 3], 'spectralNorm', [5, 4]);
add('Linear', [4, 3], 'spectralNorm', [5, 4], { name: 'bias' });
add('Conv2d', [2, 3, 2], 'spectralNorm', [1, 2, 4, 4], { nPowerIterations: 3, eps: 1e-6 });
add('ConvTranspose2d', [2, 3, 2], 'spectralNorm', [1, 2, 4, 4]);
for (const orthogonalMap of ['matrix_exp', 'cayley', 'householder']) {
  for (const args of [
    [4, 4],
    [4, 6],
    [6, 4],
  ])
    add('Linear', args, 'orthogonal', [3, args[0]!], { orthogonalMap });
}
add('Linear', [4, 6], 'orthogonal', [3, 4], { useTrivialization: false });
add('Linear', [4, 6], 'orthogonal', [3, 4], {});

const PYTHON = `
import re
import torch.nn.utils.parametrizations as P, torch.nn.utils.parametrize as Z
def snake(name): return re.sub('[A-Z]', lambda m: '_' + m[0].lower(), name)
def run(case):
    torch.manual_seed(3)
    module = getattr(torch.nn, case['kind'])(*case['args'])
    options = {snake(k): v for k, v in case['options'].items()}
    getattr(P, snake(case['how']))(module, **options)
    text = repr(module)
    x = torch.arange(6) if case['kind'] == 'Embedding' else torch.randn(*case['input'])
    outputs = [module(x), module(x)]
    sum(o.sin().sum() for o in outputs).backward()
    gradients = [p.grad for p in module.parameters()]
    module.eval()
    outputs.append(module(x))
    state = {k: v.clone() for k, v in module.state_dict().items()}
    name = options.get('name', 'weight')
    Z.remove_parametrizations(module, name)
    outputs.append(module(x))
    return {'text': text, 'keys': list(state), 'state': list(state.values()), 'outputs': outputs, 'gradients': gradients,
        'removedText': repr(module), 'removedKeys': list(module.state_dict()), 'removed': list(module.state_dict().values())}
output = [run(case) for case in input]
`;

type AnyModule = nn.Module & { forward(x: Tensor): Tensor };

function answer({ kind, args, how, options, input }: Case): Answer {
  torch.manualSeed(3);
  const Class = (nn as unknown as Record<string, new (...args: readonly number[]) => AnyModule>)[kind]!;
  const module = new Class(...args);
  parametrizations[how](module, options as never);
  const text = String(module);
  const x = kind === 'Embedding' ? torch.arange(6) : torch.randn([...input]);
  const outputs = [module.forward(x), module.forward(x)];
  outputs
    .map((o) => o.sin().sum())
    .reduce((a, b) => a.add(b))
    .backward();
  const gradients = module.parameters().map(({ grad }) => grad as Tensor);
  module.eval();
  outputs.push(module.forward(x));
  const state = module.stateDict();
  const copies = Object.values(state).map((tensor) => tensor.clone());
  parametrize.removeParametrizations(module, (options['name'] as string | undefined) ?? 'weight');
  outputs.push(module.forward(x));
  const removed = module.stateDict();
  return {
    ...{ text, keys: Object.keys(state), state: copies, outputs, gradients },
    ...{ removedText: String(module), removedKeys: Object.keys(removed), removed: Object.values(removed) },
  };
}

let python: Answer[];
beforeAll(() => {
  python = runPython<Answer[]>(PYTHON, CASES);
});

test.each(CASES.map((one, i) => [one.name, i] as const))('%s', (_, i) => {
  const [one, expected] = [CASES[i]!, python[i]!];
  const actual = answer(one);
  for (const part of ['text', 'keys', 'removedText', 'removedKeys'] as const) {
    expect(actual[part]).toEqual(expected[part]);
  }
  for (const part of ['state', 'outputs', 'gradients', 'removed'] as const) {
    expect([part, actual[part].length]).toEqual([part, expected[part].length]);
    actual[part].forEach((tensor, k) => {
      const other = expected[part][k]!;
      expect([part, k, bitDifference(tensor, other)]).toEqual([part, k, null]);
    });
  }
});

class Symmetric extends nn.Module {
  override forward(x: Tensor): Tensor {
    return x.triu().add(x.triu(1).t());
  }
}

class Scale extends nn.Module {
  override forward(x: Tensor): Tensor {
    return x.mul(2);
  }

  rightInverse(x: Tensor): Tensor {
    return x.div(2);
  }
}

describe('registerParametrization', () => {
  it('adds a second one, caches, assigns and is copied', () => {
    const layer = new nn.Linear(3, 3);
    parametrize.registerParametrization(layer, 'weight', new Symmetric());
    parametrize.registerParametrization(layer, 'weight', new Scale());
    expect(layer.constructor.name).toBe('ParametrizedLinear');
    expect(layer.weight.equal(layer.weight.t())).toBe(true);
    expect(() => (layer.weight = torch.ones([3, 3]) as never)).toThrow('Symmetric does not implement rightInverse');
    parametrize.cached(() => expect(layer.weight).toBe(layer.weight));
    expect(layer.weight).not.toBe(layer.weight);
    const copy = nn.deepCopy(layer);
    const x = torch.randn([2, 3]);
    expect(copy.forward(x).equal(layer.forward(x))).toBe(true);
    copy.getParameter('parametrizations.weight.original').data = torch.zeros([3, 3]);
    expect(copy.forward(x).equal(layer.forward(x))).toBe(false);
    expect(parametrize.typeBeforeParametrizations(layer)).toBe(nn.Linear);
    expect([parametrize.isParametrized(layer), parametrize.isParametrized(layer, 'bias')]).toEqual([true, false]);
  });

  it('sets the learned tensors from an assigned value, and optimizers keep their parameter', () => {
    const layer = new nn.Linear(2, 2);
    const { weight } = layer;
    parametrize.registerParametrization(layer, 'weight', new Scale());
    expect(layer.getParameter('parametrizations.weight.original')).toBe(weight);
    layer.weight = torch.full([2, 2], 6).float() as never;
    expect(weight.tolist()).toEqual([
      [3, 3],
      [3, 3],
    ]);
    parametrize.removeParametrizations(layer, 'weight', { leaveParametrized: false });
    expect(layer.weight).toBe(weight);
    expect(layer.constructor).toBe(nn.Linear);
  });

  it('works on the weights of a recurrent layer, by either name', () => {
    for (const name of ['weightHhL0', 'weight_hh_l0']) {
      torch.manualSeed(0);
      const rnn = new nn.RNN(2, 3);
      const x = torch.randn([4, 1, 2]);
      const [before] = rnn.forward(x);
      parametrize.registerParametrization(rnn, name, new Scale());
      expect(Object.keys(rnn.stateDict())).toContain('parametrizations.weight_hh_l0.original');
      expect(rnn.forward(x)[0].allclose(before)).toBe(true);
      rnn.forward(x)[0].sum().backward();
      expect(rnn.getParameter('parametrizations.weight_hh_l0.original').grad).not.toBeNull();
    }
  });

  it('reaches forwards off the thread and modules with hooks', async () => {
    const layer = new nn.Linear(3, 2);
    const calls: string[] = [];
    layer.registerForwardHook(() => void calls.push('hook'));
    const x = torch.randn([2, 3]);
    const before = layer.forward(x);
    parametrize.registerParametrization(layer, 'weight', new Scale());
    const after = await layer.forwardAsync(x);
    expect(after.allclose(before)).toBe(true);
    after.sum().backward();
    const { grad } = layer.getParameter('parametrizations.weight.original');
    expect(grad?.allclose(x.sum(0).mul(2).expand([2, 3]))).toBe(true);
    expect(calls).toEqual(['hook', 'hook']);
  });

  it('shares the learned tensors with another module', () => {
    const [a, b] = [new nn.Linear(3, 3), new nn.Linear(3, 3)];
    parametrizations.weightNorm(a);
    parametrize.transferParametrizationsAndParams(a, b);
    expect(b.weight.equal(a.weight)).toBe(true);
    expect(b.getParameter('parametrizations.weight.original0')).toBe(
      a.getParameter('parametrizations.weight.original0'),
    );
  });

  it('loads what the older weight norm saved', () => {
    const layer = parametrizations.weightNorm(new nn.Linear(2, 1));
    layer.loadStateDict({
      bias: torch.zeros([1]),
      weight_g: torch.tensor([[5.0]]).float(),
      weight_v: torch.tensor([[3.0, 4.0]]).float(),
    });
    expect(layer.weight.tolist()).toEqual([[3, 4]]);
  });

  it('refuses what does not fit', () => {
    class Wider extends nn.Module {
      override forward(x: Tensor): Tensor {
        return torch.cat([x, x]);
      }
    }
    const layer = new nn.Linear(2, 2);
    expect(() => parametrize.registerParametrization(layer, 'weight', new Wider())).toThrow('may not change the shape');
    expect(() => parametrize.registerParametrization(layer, 'wieght', new Scale())).toThrow("with name 'wieght'");
    expect(() => parametrize.registerParametrization(layer, 'weight', 3 as never)).toThrow(
      "'parametrization' should be a Module",
    );
    expect(() => parametrize.removeParametrizations(layer, 'weight')).toThrow('does not have a parametrization');
    expect(() => parametrizations.orthogonal(layer, { name: 'bias' })).toThrow('Expected a matrix');
    expect(() => parametrizations.orthogonal(layer, { orthogonalMap: 'x' as never })).toThrow(
      'orthogonalMap has to be',
    );
    expect(() => parametrizations.spectralNorm(layer, { dim: 5 })).toThrow('Dimension out of range');
    expect(Object.keys(layer.stateDict())).toEqual(['weight', 'bias']);
  });
});
