/** The kernels of prepared models beside libtorch's, over sizes that fill vectors, tiles and panels and sizes that do not. */
import * as torch from '../../../lib/index';
import { type Tensor, nn } from '../../../lib/index';

type Model = nn.Module & { forward(input: Tensor): Tensor };

function expectClose(model: Model, input: Tensor, most = 1e-5): void {
  torch.scope(() => {
    const wanted = torch.noGrad(() => model.eval().forward(input.clone()));
    const got = (torch.optimizeForInference(model) as unknown as Model).forward(input);
    expect(got.shape).toEqual(wanted.shape);
    const scale = Math.max(wanted.abs().max().item() as number, 1e-3);
    expect((got.sub(wanted).abs().max().item() as number) / scale).toBeLessThan(most);
  });
}

beforeEach(() => torch.manualSeed(5));

const SIZES = [1, 2, 3, 7, 12, 13, 31, 32, 33, 65];

test.each(SIZES)('linear layers with %d outputs, for all numbers of rows', (outputs) => {
  for (const inputs of [1, 5, 16, 33]) {
    for (const rows of [1, 2, 5, 11, 12, 13, 25, 49]) {
      expectClose(new nn.Linear(inputs, outputs, { bias: rows % 2 === 0 }), torch.randn([rows, inputs]));
    }
  }
});

test('inputs of other ranks, with gaps, and of other dtypes', () => {
  const linear = new nn.Linear(6, 4);
  expectClose(linear, torch.randn([6]));
  expectClose(linear, torch.randn([2, 1, 3, 6]));
  expectClose(linear, torch.randn([6, 5]).t());
  const prepared = torch.optimizeForInference(linear);
  expect(() => prepared.forward(torch.randn([2, 5]))).toThrow(/shapes cannot be multiplied/);
  expect(() => prepared.forward(torch.randn([2, 6], { dtype: torch.float64 }))).toThrow(/dtype/);
  expect(prepared.forward(torch.zeros([0, 6])).shape).toEqual([0, 4]);
  expectClose(new nn.Sequential(new nn.Linear(6, 4).double(), new nn.Tanh()), torch.randn([2, 6]).double());
});

test('many rows and large sizes are shared out over threads', () => {
  expectClose(new nn.Linear(300, 270), torch.randn([500, 300]));
  expectClose(new nn.Linear(3000, 1000), torch.randn([1, 3000]));
});

const ACTIVATIONS: readonly (readonly [string, () => nn.Module])[] = [
  ['ReLU', () => new nn.ReLU()],
  ['ReLU6', () => new nn.ReLU6()],
  ['LeakyReLU', () => new nn.LeakyReLU(0.2)],
  ['GELU', () => new nn.GELU()],
  ['GELU by tanh', () => new nn.GELU('tanh')],
  ['SiLU', () => new nn.SiLU()],
  ['Hardswish', () => new nn.Hardswish()],
  ['Hardsigmoid', () => new nn.Hardsigmoid()],
  ['Sigmoid', () => new nn.Sigmoid()],
  ['Tanh', () => new nn.Tanh()],
];

test.each(ACTIVATIONS)('%s is computed with the layer before it', (name, make) => {
  const linear = new nn.Linear(1, 1);
  torch.noGrad(() => void (linear.weight.fill_(1), linear.bias?.zero_()));
  const model = new nn.Sequential(linear, make());
  expect(torch.optimizeForInference(model).model.modules().length).toBe(2); // the Sequential and one layer
  const x = torch.tensor([0, -0, 1e-6, -1e-6, 0.5, -0.5, 3, -3, 7, -7, 30, -30, 90, -90, 1e4, -1e4]).unsqueeze(1);
  expectClose(model as unknown as Model, torch.cat([x, torch.linspace(-6, 6, 1001).unsqueeze(1)]), 1e-6);
  const odd = torch.tensor([[NaN], [Infinity], [-Infinity]]);
  const [got, wanted] = [
    torch.optimizeForInference(model).forward(odd as never),
    torch.noGrad(() => model.forward(odd)),
  ];
  // libtorch's vectors have not a number for GELU of infinity.
  if (name === 'GELU') expect((got as Tensor).tolist()).toEqual([[NaN], [Infinity], [NaN]]);
  else expect((got as Tensor).tolist()).toEqual(wanted.tolist());
  const double = torch.optimizeForInference(model.double()).forward(x.double() as never) as Tensor;
  expect(double.sub(model.forward(x.double())).abs().max().item()).toBe(0);
});

test.each([
  ['strides, padding and dilation', { stride: [2, 1], padding: [1, 2], dilation: [1, 2] }, [3, 3]],
  ['a kernel of one', {}, [1, 1]],
  ['a kernel of one with a stride', { stride: 2 }, [1, 1]],
  ['a wide kernel', { padding: [0, 3] }, [1, 7]],
  ['groups', { groups: 3, padding: 1 }, [3, 3]],
  ['padding wider than the kernel', { padding: 4 }, [2, 2]],
] as const)('small convolutions: %s', (_, options, kernel) => {
  for (const [channels, outputs] of [[3, 6] as const, [18, 33] as const]) {
    const conv = new nn.Conv2d(channels, outputs, kernel, options);
    const model = new nn.Sequential(conv, new nn.SiLU());
    expectClose(model as unknown as Model, torch.randn([2, channels, 9, 11]));
    expectClose(model as unknown as Model, torch.randn([2, channels, 11, 9]).transpose(2, 3));
    expectClose(conv, torch.randn([channels, 8, 8])); // without a batch
  }
});

test.each([
  ['ReLU', { activation: 'relu' }],
  ['GELU', { activation: 'gelu' }],
  ['norms first', { normFirst: true }],
] as const)('an encoder layer with %s', (_, options) => {
  for (const [batch, length] of [[1, 1] as const, [2, 7] as const, [1, 33] as const, [3, 64] as const]) {
    const layer = new nn.TransformerEncoderLayer(24, 4, 50, { batchFirst: true, ...options });
    expectClose(layer as unknown as Model, torch.randn([batch, length, 24]));
  }
});

test('an encoder with masks, and one that is not batch first, compute what they did', () => {
  const layer = new nn.TransformerEncoderLayer(16, 2, 32, { batchFirst: true });
  const model = new nn.TransformerEncoder(layer, 2).eval();
  const prepared = torch.optimizeForInference(model);
  const x = torch.randn([2, 5, 16]);
  const srcKeyPaddingMask = torch.tensor([
    [false, false, false, true, true],
    [false, false, false, false, false],
  ]);
  const mask = nn.Transformer.generateSquareSubsequentMask(5);
  for (const options of [{ srcKeyPaddingMask }, { mask }, { mask, isCausal: true }]) {
    const wanted = torch.noGrad(() => model.forward(x, options));
    expect(torch.allclose((prepared as unknown as typeof model).forward(x, options), wanted, 1e-5, 1e-6)).toBe(true);
  }
  const odd = torch.full([1, 3, 16], NaN);
  expect(prepared.forward(odd).isnan().all().item()).toBe(true);
  expect(() => prepared.forward(torch.randn([2, 5, 15]))).toThrow();
  expectClose(new nn.TransformerEncoderLayer(16, 2, 32) as unknown as Model, torch.randn([5, 2, 16]));
});

class Reader extends nn.Module {
  readonly fc = new nn.Linear(4, 4);
  override forward(x: Tensor): Tensor {
    return this.fc.forward(x).matmul(this.fc.weight.t());
  }
}

test('layers that a class of the user holds keep their weights', () => {
  const model = new Reader();
  expectClose(model, torch.randn([3, 4]));
  expect(String(torch.optimizeForInference(model))).toContain('PreparedLinear(in_features=4');
  expect(Object.keys(torch.optimizeForInference(model).stateDict())).toEqual(['model.fc.weight', 'model.fc.bias']);
});

test('bfloat16: inputs and results keep their dtype', () => {
  const model = new nn.Sequential(new nn.Linear(40, 30), new nn.GELU(), new nn.Linear(30, 5)).eval();
  const prepared = torch.optimizeForInference(model, { precision: 'bfloat16' });
  const x = torch.randn([6, 40]);
  const [got, wanted] = [prepared.forward(x), torch.noGrad(() => model.forward(x))];
  expect(got.dtype).toBe(torch.float32);
  expect(prepared.parameters()[0]!.dtype).toBe(torch.bfloat16);
  expect(model.parameters()[0]!.dtype).toBe(torch.float32);
  expect(got.sub(wanted).abs().max().item()).toBeLessThan(0.05);
  expect(got.sub(wanted).abs().max().item()).toBeGreaterThan(0);
  torch.noGrad(() => void (model.at(0) as nn.Linear).weight.add_(1));
  expect(() => prepared.forward(x)).toThrow(/changed since/);
});

test('int8: linear layers are quantized, the result stays near', () => {
  const model = new nn.Sequential(new nn.Linear(64, 32), new nn.ReLU(), new nn.Linear(32, 5)).eval();
  const prepared = torch.optimizeForInference(model, 'int8');
  const x = torch.randn([6, 64]);
  const [got, wanted] = [prepared.forward(x), torch.noGrad(() => model.forward(x))];
  expect(got.sub(wanted).abs().max().item()).toBeLessThan(0.05);
  expect(got.sub(wanted).abs().max().item()).toBeGreaterThan(0);
  expect(String(prepared)).toContain('dtype=qint8, activation=ReLU');
  expect(() => prepared.forward(torch.randn([6, 63]))).toThrow(/shapes cannot be multiplied/);
  const infinite = new nn.Linear(2, 2);
  torch.noGrad(() => void infinite.weight.fill_(Infinity));
  expect(() => torch.optimizeForInference(infinite, 'int8')).toThrow(/finite/);
  expect(() => torch.optimizeForInference(model, { precision: 'int4' as never })).toThrow(TypeError);
});
