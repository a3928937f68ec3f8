/**
 * Layers by kernels of this package beside libtorch's, over random sizes on both sides of every limit at which another kernel
 * or more threads take over, with and without gradients of the input.
 */
import * as torch from '../../../lib';
import { type Tensor, nn } from '../../../lib';
import { Choices } from '../../support/random-choice';

const { mlp, rnn } = torch.backends;
const threads = torch.getNumThreads();
const enabled = [mlp.fused, rnn.fused];
afterAll(() => {
  [mlp.fused, rnn.fused] = enabled as [boolean, boolean];
  torch.setNumThreads(threads);
});

interface Case {
  readonly model: nn.Module;
  readonly shapes: readonly (readonly number[])[];
}

const ACTIVATIONS = [
  () => new nn.ReLU(),
  () => new nn.Tanh(),
  () => new nn.Sigmoid(),
  () => new nn.SiLU(),
  () => new nn.GELU(),
  () => new nn.GELU({ approximate: 'tanh' }),
];

function perceptron(c: Choices): Case {
  const inputs = c.size(4, 500);
  const layers: nn.Module[] = c.chance(0.3) ? [new nn.LayerNorm(inputs)] : [];
  let width = inputs;
  for (let left = c.size(1, 3); left >= 0; left--) {
    const outputs = c.size(4, 500);
    layers.push(new nn.Linear(width, (width = outputs), { bias: c.chance(0.8) }));
    if (c.chance(0.7)) layers.push(c.of(ACTIVATIONS)());
    if (c.chance(0.4)) layers.push(new nn.Dropout(c.of([0.1, 0.5])));
    if (c.chance(0.3)) layers.push(new nn.LayerNorm(width, { elementwiseAffine: c.chance(0.7) }));
  }
  const rows = c.chance(0.5) ? [c.size(1, 1000)] : [c.size(1, 40), c.size(1, 40)];
  return { model: new nn.Sequential(...layers), shapes: [[...rows, inputs]] };
}

function encoder(c: Choices): Case {
  const heads = c.of([1, 2, 4]);
  const width = heads * c.size(4, 48);
  const layer = new nn.TransformerEncoderLayer(width, heads, {
    dimFeedforward: c.size(4, 500),
    dropout: c.of([0, 0.1, 0.4]),
    batchFirst: c.chance(0.6),
    normFirst: c.chance(0.4),
    activation: c.of(['relu', 'gelu'] as const),
    bias: c.chance(0.8),
  });
  const model = new nn.TransformerEncoder(layer, c.size(1, 2), { enableNestedTensor: false });
  return { model, shapes: [[c.size(1, 16), c.size(1, 120), width]] };
}

function decoder(c: Choices): Case {
  const heads = c.of([1, 2, 4]);
  const width = heads * c.size(4, 32);
  const layer = new nn.TransformerDecoderLayer(width, heads, {
    dimFeedforward: c.size(4, 300),
    dropout: c.of([0, 0.2]),
    batchFirst: true,
    normFirst: c.chance(0.4),
  });
  const batch = c.size(1, 16);
  const shapes = [
    [batch, c.size(1, 80), width],
    [batch, c.size(1, 80), width],
  ];
  return { model: new nn.TransformerDecoder(layer, 1), shapes };
}

function recurrent(c: Choices): Case {
  const inputs = c.size(1, 200);
  const model = new (c.of([nn.RNN, nn.GRU, nn.LSTM]))(inputs, c.size(1, 200), {
    numLayers: c.size(1, 2),
    bidirectional: c.chance(0.3),
    batchFirst: c.chance(0.5),
    bias: c.chance(0.8),
  });
  return { model, shapes: [c.chance(0.2) ? [c.size(1, 60), inputs] : [c.size(1, 40), c.size(1, 40), inputs]] };
}

function convolutions(c: Choices): Case {
  const [inputs, outputs, size] = [c.size(1, 16), c.size(1, 48), c.size(6, 48)];
  const model = new nn.Sequential(
    new nn.Conv2d(inputs, outputs, 3, { padding: 1, stride: c.of([1, 2]) }),
    new nn.BatchNorm2d(outputs),
    c.of(ACTIVATIONS)(),
    ...(c.chance(0.5) ? [new nn.MaxPool2d(2)] : []),
    new nn.Conv2d(outputs, c.size(1, 48), c.of([1, 3]), { padding: 1 }),
  );
  return { model, shapes: [[c.size(2, 24), inputs, size, size]] };
}

/** An input: as it comes, of another order in memory, or a part of a larger one. */
function inputOf(c: Choices, shape: readonly number[], requiresGrad: boolean): Tensor {
  const [first, second, ...rest] = shape as [number, number, ...number[]];
  const made = c.of([
    () => torch.randn([...shape]),
    () => torch.randn([second, first, ...rest]).transpose(0, 1),
    () => torch.randn([first + 2, second, ...rest]).narrow(0, 1, first),
  ])();
  return made.detach().requiresGrad_(requiresGrad);
}

const tensorsIn = (value: unknown): Tensor[] =>
  Array.isArray(value) ? value.flatMap(tensorsIn) : value instanceof torch.Tensor ? [value] : [];

/** Outputs and gradients, by one kind of kernels, and the model left as it was. */
function results(model: nn.Module, inputs: readonly Tensor[], fused: boolean): Tensor[] {
  [mlp.fused, rnn.fused] = [fused, fused];
  torch.manualSeed(7);
  const before = [...model.buffers()].map((buffer) => buffer.clone());
  const outputs = tensorsIn((model as unknown as { forward(...given: readonly Tensor[]): unknown }).forward(...inputs));
  const wanted = [...inputs.filter((x) => x.requiresGrad), ...model.parameters()];
  const found = torch.isGradEnabled()
    ? torch.autograd.grad(
        outputs.map((y) => y.mul(torch.arange(y.numel()).reshape(y.shape).add(1).cos()).sum()),
        wanted,
      )
    : [];
  torch.noGrad(() => [...model.buffers()].forEach((buffer, i) => void buffer.copy_(before[i] as Tensor)));
  return [...outputs, ...found];
}

/** The largest difference, relative to the largest value; for what is zero but for rounding, relative to a hundredth of all. */
function differences(found: readonly Tensor[], expected: readonly Tensor[]): number[] {
  expect(found.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
  const largest = (tensor: Tensor): number => tensor.abs().max().item();
  const all = Math.max(...expected.map(largest));
  return found.map((tensor, i) => {
    const other = expected[i] as Tensor;
    return largest(tensor.sub(other)) / Math.max(largest(other), 1e-2 * all);
  });
}

const MODELS = [
  ['perceptrons', perceptron, 200],
  ['encoders', encoder, 150],
  ['decoders', decoder, 60],
  ['recurrent layers', recurrent, 120],
  ['convolutions', convolutions, 60],
] as const;

test.each(MODELS)('%s', (_name, make, count) => {
  for (let number = 0; number < count; number++) {
    torch.scope(() => {
      const c = new Choices(number);
      torch.manualSeed(number);
      const { model, shapes } = make(c);
      model.train(c.chance(0.75));
      torch.setNumThreads(c.of([1, 2]));
      const mode = c.of(['gradients', 'gradients of parameters', 'none'] as const);
      const inputs = shapes.map((shape) => inputOf(c, shape, mode === 'gradients'));
      const both = (): Tensor[][] => [results(model, inputs, true), results(model, inputs, false)];
      const [fused = [], plain = []] = mode === 'none' ? torch.noGrad(both) : both();
      const worst = Math.max(...differences(fused, plain));
      expect([number, mode, worst < 1e-3 || worst]).toEqual([number, mode, true]);
    });
  }
});

test.each(MODELS)('%s that are prepared for inference', (_name, make, count) => {
  for (let number = 0; number < count; number++) {
    torch.scope(() => {
      const c = new Choices(number);
      torch.manualSeed(number);
      const { model, shapes } = make(c);
      const prepared = torch.optimizeForInference(model.eval());
      torch.setNumThreads(c.of([1, 2]));
      const inputs = shapes.map((shape) => inputOf(c, shape, false));
      const [found, expected] = torch.noGrad(() => [results(prepared, inputs, true), results(model, inputs, false)]);
      const worst = Math.max(...differences(found as Tensor[], expected as Tensor[]));
      expect([number, worst < 1e-3 || worst]).toEqual([number, true]);
    });
  }
});
