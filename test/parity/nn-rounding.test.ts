/**
 * Layers that torch::nn computes, beside their functions and beside Python's: the same bits in every floating point
 * dtype and for every rank that they take, gradients included.
 */
import * as torch from '../../lib/index';
import { type DType, type Tensor, nn } from '../../lib/index';
import { bitDifference, runPython } from '../support/python';

const F = nn.functional;
const DTYPES = [torch.float32, torch.bfloat16, torch.float16];
type Run = (inputs: readonly Tensor[]) => Tensor;

interface Wrapped {
  readonly name: string;
  /** Python's expression for the layer, whose parameters are then replaced. */
  readonly python: string;
  readonly make: (dtype: DType) => { readonly layer: nn.Module; readonly byFunction: Run };
  /** Inputs of several ranks. */
  readonly inputs: readonly (readonly Tensor[])[];
}

torch.manualSeed(21);
const floats = (...shapes: number[][]): Tensor[][] => shapes.map((shape) => [torch.randn(shape)]);
const labels = torch.tensor([3, 0, 6, 2, 5]);

function linear(bias: boolean): Wrapped {
  return {
    name: `Linear, bias ${bias}`,
    python: `torch.nn.Linear(7, 5, bias=${bias ? 'True' : 'False'}, dtype=dtype)`,
    make: (dtype) => {
      const layer = new nn.Linear(7, 5, bias, 'cpu', dtype);
      return { layer, byFunction: ([x]) => F.linear(x!, layer.weight, layer.bias) };
    },
    inputs: floats([7], [3, 7], [2, 3, 7], [2, 3, 4, 7], [2, 1, 3, 2, 7], [0, 7]),
  };
}

const LAYERS: readonly Wrapped[] = [
  linear(true),
  linear(false),
  {
    ...{ name: 'Bilinear', python: 'torch.nn.Bilinear(4, 3, 5, dtype=dtype)' },
    make: (dtype) => {
      const layer = new nn.Bilinear(4, 3, 5, true, null, dtype);
      return { layer, byFunction: ([a, b]) => F.bilinear(a!, b!, layer.weight, layer.bias) };
    },
    inputs: [[], [2], [2, 3], [2, 3, 2]].map((batch) => [torch.randn([...batch, 4]), torch.randn([...batch, 3])]),
  },
  {
    ...{ name: 'Embedding', python: 'torch.nn.Embedding(8, 5, 1, dtype=dtype)' },
    make: (dtype) => {
      const layer = new nn.Embedding(8, 5, 1, { dtype });
      return { layer, byFunction: ([x]) => F.embedding(x!, layer.weight, 1) };
    },
    inputs: [
      [torch.tensor(3)],
      [torch.tensor([1, 7, 0])],
      [
        torch.tensor([
          [1, 7, 0],
          [2, 2, 6],
        ]),
      ],
    ],
  },
  ...(['Softmax', 'LogSoftmax'] as const).map(
    (kind): Wrapped => ({
      ...{ name: kind, python: `torch.nn.${kind}(-1)` },
      make: () => {
        const byFunction = kind === 'Softmax' ? F.softmax : F.logSoftmax;
        return { layer: new nn[kind](-1), byFunction: ([x]) => byFunction(x!, -1) };
      },
      inputs: floats([7], [3, 7], [2, 3, 7], [2, 3, 4, 7]),
    }),
  ),
  {
    ...{ name: 'Dropout, evaluating', python: 'torch.nn.Dropout(0.5).eval()' },
    make: () => ({ layer: new nn.Dropout(0.5).eval(), byFunction: ([x]) => F.dropout(x!, 0.5, false) }),
    inputs: floats([7], [3, 7], [2, 3, 7]),
  },
  {
    ...{ name: 'Dropout', python: 'torch.nn.Dropout(0.5)' },
    make: () => ({ layer: new nn.Dropout(0.5), byFunction: ([x]) => F.dropout(x!, 0.5) }),
    inputs: floats([7], [3, 7], [2, 3, 7]),
  },
  {
    ...{ name: 'CrossEntropyLoss', python: 'torch.nn.CrossEntropyLoss(label_smoothing=0.1)' },
    make: () => ({
      layer: new nn.CrossEntropyLoss({ labelSmoothing: 0.1 }),
      byFunction: ([x, y]) => F.crossEntropy(x!, y!, { labelSmoothing: 0.1 }),
    }),
    inputs: [
      [torch.randn([7]), torch.tensor(3)],
      [torch.randn([5, 7]), labels],
      [torch.randn([1, 7, 5]), labels.unsqueeze(0)],
    ],
  },
  {
    ...{ name: 'NLLLoss', python: 'torch.nn.NLLLoss(reduction="sum")' },
    make: () => ({
      layer: new nn.NLLLoss({ reduction: 'sum' }),
      byFunction: ([x, y]) => F.nllLoss(x!, y!, { reduction: 'sum' }),
    }),
    inputs: [
      [torch.randn([7]), torch.tensor(3)],
      [torch.randn([5, 7]), labels],
    ],
  },
];

const PYTHON = `
def run(case):
    dtype = getattr(torch, case['dtype'])
    layer = eval(case['python'], {'torch': torch, 'dtype': dtype})
    with torch.no_grad():
        for parameter, value in zip(layer.parameters(), case['parameters']): parameter.copy_(value)
    inputs = [x.to(dtype).requires_grad_() if x.is_floating_point() else x for x in case['inputs']]
    torch.manual_seed(4)
    output = layer(*inputs)
    output.float().sin().sum().backward()
    return [output, *[x.grad for x in inputs if x.is_floating_point()], *[p.grad for p in layer.parameters()]]
output = [run(case) for case in input]
`;

interface Case {
  readonly label: string;
  readonly wrapped: Wrapped;
  readonly dtype: DType;
  readonly given: readonly Tensor[];
}

const CASES: Case[] = LAYERS.flatMap((wrapped) =>
  DTYPES.flatMap((dtype) =>
    wrapped.inputs.map((given) => ({
      label: `${wrapped.name} of [${given[0]!.shape.join(', ')}] in ${dtype.name}`,
      ...{ wrapped, dtype, given },
    })),
  ),
);

function resultsOf(layer: nn.Module, run: Run, { given, dtype }: Case): Tensor[] {
  layer.zeroGrad();
  const inputs = given.map((x) => (x.dtype.isFloatingPoint ? x.to(dtype).detach().requiresGrad_() : x));
  torch.manualSeed(4);
  const output = run(inputs);
  output.float().sin().sum().backward();
  const leaves = [...inputs.filter((x) => x.dtype.isFloatingPoint), ...layer.parameters()];
  return [output, ...leaves.map(({ grad }) => grad!.clone())];
}

test('layers, their functions and Python agree in every bit', () => {
  const asked = CASES.map((one) => {
    torch.manualSeed(6);
    const { layer, byFunction } = one.wrapped.make(one.dtype);
    return { one, layer, byFunction, parameters: layer.parameters().map((parameter) => parameter.detach()) };
  });
  const python = runPython<Tensor[][]>(
    PYTHON,
    asked.map(({ one, parameters }) => ({
      ...{ dtype: one.dtype.name, python: one.wrapped.python, inputs: one.given, parameters },
    })),
  );
  const differences = asked.flatMap(({ one, layer, byFunction }, i) => {
    const forward = (layer as nn.Module & { forward(...inputs: Tensor[]): Tensor }).forward.bind(layer);
    const ours = resultsOf(layer, (inputs) => forward(...inputs), one);
    const functions = resultsOf(layer, byFunction, one);
    return ours.flatMap((tensor, j) => [
      ...[bitDifference(tensor, functions[j]!)]
        .filter(Boolean)
        .map((text) => `${one.label}, result ${j}, function: ${text}`),
      ...[bitDifference(tensor, python[i]![j]!)]
        .filter(Boolean)
        .map((text) => `${one.label}, result ${j}, Python: ${text}`),
    ]);
  });
  expect(differences).toEqual([]);
});
