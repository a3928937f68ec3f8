/** The guide's modules beside Python's: the same seed gives the same bits. */
import * as torch from '../../lib/index';
import { nn, type Tensor } from '../../lib/index';
import { aten } from '../../lib/nn/functional/define';
import { bitDifference, runPython } from '../support/python';

type Options = Record<string, unknown>;

interface Case {
  readonly name: string;
  /** The class, its arguments, and its options by their JavaScript names. */
  readonly make: readonly [string, readonly unknown[], Options?];
  readonly inputs: readonly Tensor[];
  readonly train?: boolean;
}

interface Answer {
  readonly text: string;
  readonly keys: readonly string[];
  readonly state: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly gradients: readonly (Tensor | null)[];
}

const PYTHON = `
import re
def snake(name): return re.sub('[A-Z]', lambda m: '_' + m[0].lower(), name)
def flat(x): return [t for part in x for t in flat(part)] if isinstance(x, (list, tuple)) else [x]
output = []
for case in input:
    torch.manual_seed(7)
    kind, args, *more = case['make']
    options = more[0] if more else {}
    module = getattr(torch.nn, kind)(*args, **{snake(k): v for k, v in (options or {}).items()})
    module.train(case['train'])
    inputs = case['inputs']
    for x in inputs: x.requires_grad_(x.is_floating_point())
    hx = inputs[1:]
    if kind == 'LSTM' and hx: hx = [tuple(hx)]
    outputs = flat(module(inputs[0], *hx))
    sum(o.sin().sum() for o in outputs).backward()
    leaves = [x for x in inputs if x.requires_grad] + list(module.parameters())
    output.append({'text': repr(module), 'keys': list(module.state_dict()),
        'state': [t.clone() for t in module.state_dict().values()], 'outputs': outputs, 'gradients': [t.grad for t in leaves]})
`;

type AnyModule = nn.Module & { forward(...inputs: unknown[]): unknown };

function make([kind, args, options = {}]: Case['make']): AnyModule {
  const Class = (nn as unknown as Record<string, new (...args: unknown[]) => AnyModule>)[kind]!;
  return new Class(...args, options);
}

function flat(value: unknown): Tensor[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value as Tensor];
}

function answer({ make: recipe, inputs, train = true }: Case): Answer {
  torch.manualSeed(7);
  const module = make(recipe).train(train);
  const leaves = inputs.map((input) => {
    const leaf = aten('detach')(input);
    return input.dtype.isFloatingPoint ? leaf.requiresGrad_() : leaf;
  });
  const rest = recipe[0] === 'LSTM' && leaves.length > 1 ? [leaves.slice(1)] : leaves.slice(1);
  const outputs = flat(module.forward(leaves[0], ...rest));
  const sums = outputs.map((output) => aten('sum')(aten('sin')(output)));
  sums.reduce((a, b) => aten('add')(a, b)).backward();
  const state = module.stateDict();
  const learned = [...leaves.filter((leaf) => leaf.requiresGrad), ...module.parameters()];
  return {
    text: String(module),
    keys: Object.keys(state),
    state: Object.values(state),
    outputs,
    gradients: learned.map(({ grad }) => grad),
  };
}

torch.manualSeed(1);
const random = (...shape: number[]): Tensor => aten('randn')(shape);
const labels = (high: number, ...shape: number[]): Tensor => aten('randint')(high, shape);

function recurrent(kind: string): Case[] {
  const states = kind === 'LSTM' ? 2 : 1;
  const initial = (...shape: number[]): Tensor[] => Array.from({ length: states }, () => random(...shape));
  const cases: [string, Options, Tensor[]][] = [
    ['plain', {}, [random(5, 3, 4)]],
    ['batchFirst', { batchFirst: true }, [random(3, 5, 4), ...initial(1, 3, 6)]],
    ['no bias', { bias: false }, [random(5, 3, 4)]],
    ['layers, bidirectional', { numLayers: 2, bidirectional: true }, [random(5, 3, 4), ...initial(4, 3, 6)]],
    ['dropout', { numLayers: 3, dropout: 0.5 }, [random(5, 3, 4)]],
    ['unbatched', { numLayers: 2 }, [random(5, 4), ...initial(2, 6)]],
    ['unbatched batchFirst', { batchFirst: true }, [random(5, 4)]],
  ];
  if (kind === 'RNN') cases.push(['relu', { nonlinearity: 'relu' }, [random(5, 3, 4)]]);
  if (kind === 'LSTM') cases.push(['projSize', { projSize: 2, numLayers: 2 }, [random(5, 3, 4)]]);
  return cases.map(([name, options, inputs]) => ({ name: `${kind} ${name}`, make: [kind, [4, 6], options], inputs }));
}

const cases: Case[] = [
  { name: 'Linear', make: ['Linear', [4, 3]], inputs: [random(5, 4)] },
  { name: 'Linear no bias', make: ['Linear', [4, 3], { bias: false }], inputs: [random(2, 5, 4)] },
  { name: 'Embedding', make: ['Embedding', [10, 3]], inputs: [labels(10, 4, 5)] },
  { name: 'Embedding padded', make: ['Embedding', [10, 3], { paddingIdx: -2 }], inputs: [labels(10, 4, 5)] },
  {
    name: 'Embedding maxNorm',
    make: ['Embedding', [10, 3], { maxNorm: 1.5, scaleGradByFreq: true, normType: 3.5 }],
    inputs: [labels(10, 4, 5)],
  },
  { name: 'Dropout', make: ['Dropout', [0.3]], inputs: [random(20, 5)] },
  { name: 'Dropout eval', make: ['Dropout', [0.3]], inputs: [random(20, 5)], train: false },
  { name: 'LogSoftmax', make: ['LogSoftmax', [1]], inputs: [random(4, 5)] },
  { name: 'LogSoftmax without dim', make: ['LogSoftmax', []], inputs: [random(4, 5)] },
  { name: 'NLLLoss', make: ['NLLLoss', []], inputs: [random(4, 5), labels(5, 4)] },
  {
    name: 'NLLLoss options',
    make: ['NLLLoss', [], { weight: aten('rand')([5]), ignoreIndex: 2, reduction: 'sum' }],
    inputs: [random(4, 5, 3), labels(5, 4, 3)],
  },
  { name: 'NLLLoss none', make: ['NLLLoss', [], { reduction: 'none' }], inputs: [random(4, 5), labels(5, 4)] },
  { name: 'CrossEntropyLoss', make: ['CrossEntropyLoss', []], inputs: [random(4, 5), labels(5, 4)] },
  {
    name: 'CrossEntropyLoss options',
    make: ['CrossEntropyLoss', [], { weight: aten('rand')([5]), ignoreIndex: 1, labelSmoothing: 0.1 }],
    inputs: [random(4, 5), labels(5, 4)],
  },
  {
    name: 'CrossEntropyLoss probabilities',
    make: ['CrossEntropyLoss', [], { labelSmoothing: 0.2, reduction: 'sum' }],
    inputs: [random(4, 5), aten('softmax')(random(4, 5), 1)],
  },
  ...['RNN', 'LSTM', 'GRU'].flatMap(recurrent),
];

describe('the same seed in Python', () => {
  let python: Answer[];
  beforeAll(() => {
    python = runPython<Answer[]>(
      PYTHON,
      cases.map((one) => ({ ...one, train: one.train ?? true })),
    );
  });

  test.each(cases.map((one, i) => [one.name, i] as const))('%s', (_, i) => {
    const [actual, expected] = [answer(cases[i]!), python[i]!];
    expect(actual.text).toBe(expected.text);
    expect(actual.keys).toEqual(expected.keys);
    for (const part of ['state', 'outputs', 'gradients'] as const) {
      expect(actual[part]).toHaveLength(expected[part].length);
      actual[part].forEach((tensor, k) => {
        const other = expected[part][k]!;
        expect(tensor && other ? bitDifference(tensor, other) : tensor).toBe(tensor && other ? null : other);
      });
    }
  });
});
