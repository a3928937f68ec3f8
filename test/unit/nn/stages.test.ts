/** Layers of convolutional networks that run in one call: the bits of the single ones, and what runs one by one. */
import * as torch from '../../../lib';
import { type Tensor, nn } from '../../../lib';

const { mlp } = torch.backends;
beforeEach(() => {
  torch.manualSeed(0);
  mlp.fused = true;
});
afterAll(() => {
  mlp.fused = process.env['LIBTORCH_NODE_FUSED_MLP'] !== '0';
});

/** The same modules one by one: a Sequential whose modules are hooked runs them so. */
function oneByOne<T>(model: nn.Sequential, body: () => T): T {
  const handles = [...model].map((module) => module.registerForwardHook(() => undefined));
  try {
    return body();
  } finally {
    for (const handle of handles) handle.remove();
  }
}

const MODELS: Readonly<Record<string, () => nn.Sequential>> = {
  'a network': () =>
    new nn.Sequential(
      ...[new nn.Conv2d(3, 8, 3, { padding: 1 }), new nn.BatchNorm2d(8), new nn.ReLU(), new nn.MaxPool2d(2)],
      ...[new nn.Conv2d(8, 6, 3, { stride: [2, 1], bias: false, groups: 2 }), new nn.ReLU(true)],
      ...[new nn.AdaptiveAvgPool2d([2, 3]), new nn.Flatten(), new nn.Linear(36, 4)],
    ),
  'what it does not know in between': () =>
    new nn.Sequential(
      ...[new nn.Conv2d(3, 4, 3, { dilation: 2 }), new nn.ReLU(), new nn.Tanh(), new nn.BatchNorm2d(4)],
      ...[new nn.MaxPool2d(3, { stride: 2, padding: 1, ceilMode: true }), new nn.Flatten(2)],
    ),
  'norms without statistics and weights': () =>
    new nn.Sequential(
      ...[new nn.BatchNorm2d(3, { affine: false }), new nn.ReLU(), new nn.Conv2d(3, 2, 1)],
      ...[new nn.BatchNorm2d(2, { trackRunningStats: false }), new nn.ReLU(), new nn.ReLU()],
    ),
};

describe.each(Object.entries(MODELS))('%s', (_name, make) => {
  test.each([true, false])('training %p', (training) => {
    const model = make().train(training);
    const other = make();
    other.loadStateDict(model.stateDict());
    other.train(training);
    for (const requiresGrad of [true, false]) {
      const x = torch.randn([4, 3, 16, 12], { requiresGrad });
      const results = [((): Tensor => model.forward(x))(), oneByOne(other, () => other.forward(x))];
      const gradients = results.map((y, i) => {
        const wanted = [...(requiresGrad ? [x] : []), ...(i === 0 ? model : other).parameters()];
        return wanted.length === 0 ? [] : torch.autograd.grad([y.mul(y.cos()).sum()], wanted);
      });
      const [ours, theirs] = results.map((y, i) => [y, ...(gradients[i] as Tensor[])]) as [Tensor[], Tensor[]];
      expect(ours.map((tensor, i) => tensor.equal(theirs[i] as Tensor))).not.toContain(false);
    }
    const [found, expected] = [model.stateDict(), other.stateDict()];
    for (const [key, value] of Object.entries(found))
      expect([key, value.equal(expected[key] as Tensor)]).toEqual([key, true]);
    const x = torch.randn([2, 3, 16, 12]);
    torch.noGrad(() => expect(model.forward(x).equal(oneByOne(other, () => other.forward(x)))).toBe(true));
  });
});

const small = (): nn.Sequential => new nn.Sequential(new nn.Conv2d(2, 3, 3), new nn.BatchNorm2d(3), new nn.ReLU());

test('no tensors but the result are made in JavaScript', () => {
  const model = small();
  const x = torch.randn([2, 2, 6, 6]);
  const made = (body: () => Tensor): number =>
    torch.noGrad(() => {
      body(); // the first call has tensors of its own
      const before = torch.memory().tensors;
      const y = body();
      const { tensors } = torch.memory();
      y.dispose();
      return tensors - before;
    });
  model.eval();
  expect(made(() => model.forward(x))).toBe(1);
  expect(oneByOne(model, () => made(() => model.forward(x)))).toBe(3);
});

test('an error says in which layer', () => {
  const model = new nn.Sequential(new nn.Conv2d(2, 3, 3), new nn.ReLU(), new nn.Conv2d(4, 3, 3));
  expect(() => model.forward(torch.randn([1, 2, 8, 8]))).toThrow(
    /in 2 \(Conv2d\)|in modules\.2|\(Conv2d\): weight \[3, 4, 3, 3\]/,
  );
  expect(() => small().forward(torch.randn([2, 6, 6]))).toThrow('expected 4D input');
  const one = new nn.Sequential(new nn.Conv2d(2, 3, 3), new nn.BatchNorm2d(3));
  expect(() => one.forward(torch.randn([1, 2, 3, 3]))).toThrow('Expected more than 1 value per channel');
});

test('a ReLU in place at the start changes its input; others do not', () => {
  const x = torch.tensor([[[[-1, 2]]]]);
  new nn.Sequential(new nn.ReLU(), new nn.Flatten()).forward(x);
  expect(x.tolist()).toEqual([[[[-1, 2]]]]);
  new nn.Sequential(new nn.ReLU(true), new nn.Flatten()).forward(x);
  expect(x.tolist()).toEqual([[[[0, 2]]]]);
});

test('options, weights and modules that are changed are seen', () => {
  const model = small().eval();
  const x = torch.randn([2, 2, 6, 6]);
  const before = model.forward(x);
  const conv = model.at(0) as nn.Conv2d;
  torch.noGrad(() => void conv.weight.mul_(2));
  expect(model.forward(x).equal(before)).toBe(false);
  conv.weight = new nn.Parameter(torch.zeros([3, 2, 3, 3]));
  conv.bias = null;
  expect(model.forward(x).abs().max().item()).toBe(0);
  model.set(2, new nn.Flatten());
  expect(model.forward(x).shape).toEqual([2, 48]);
  Object.assign(conv, { stride: [2, 2] });
  expect(model.forward(x).shape).toEqual([2, 12]);
});

test.each([
  ...([
    [0, { stride: [2, 2] }],
    [0, { padding: [0, 0] }],
    [0, { dilation: [2, 2] }],
    [0, { paddingMode: 'reflect' }],
    [1, { eps: 0.5 }],
    [1, { momentum: null }],
    [2, { inplace: true }],
    [3, { kernelSize: 3 }],
    [3, { stride: [1, 2] }],
    [3, { padding: 1 }],
    [3, { dilation: 2 }],
    [3, { ceilMode: true }],
    [4, { outputSize: [2, null] }],
    [5, { startDim: 2 }],
    [5, { endDim: 2 }],
  ] as const),
])('module %i with %j after the first call', (index, change) => {
  const model = new nn.Sequential(
    ...[new nn.Conv2d(2, 4, 3, { padding: 1 }), new nn.BatchNorm2d(4), new nn.ReLU(), new nn.MaxPool2d(2)],
    ...[new nn.AdaptiveAvgPool2d([2, 3]), new nn.Flatten()],
  );
  const x = torch.randn([2, 2, 9, 9]);
  const before = model.forward(x);
  Object.assign(model.at(index), change);
  const after = model.forward(x);
  const norm = model.at(1) as nn.BatchNorm2d;
  const statistics = norm.runningMean?.clone() as Tensor;
  const expected = oneByOne(model, () => model.forward(x));
  expect(after.shape).toEqual(expected.shape);
  expect(after.equal(expected)).toBe(true);
  const isSame = 'momentum' in change || 'inplace' in change;
  expect(before.shape.join() === after.shape.join() && before.equal(after)).toBe(isSame);
  expect(statistics.equal(norm.runningMean as Tensor)).toBe(false);
});

test('a list of options that is changed in place is seen', () => {
  const model = new nn.Sequential(new nn.Conv2d(2, 3, 3, { stride: [1, 1] }), new nn.ReLU());
  const x = torch.randn([1, 2, 9, 9]);
  expect(model.forward(x).shape).toEqual([1, 3, 7, 7]);
  ((model.at(0) as nn.Conv2d).stride as number[])[0] = 3;
  expect(model.forward(x).shape).toEqual([1, 3, 3, 7]);
});

test('a weight that changes before backward is an error, as in PyTorch', () => {
  const model = new nn.Sequential(new nn.Conv2d(2, 3, 1), new nn.ReLU(), new nn.Conv2d(3, 1, 1));
  const loss = model.forward(torch.randn([1, 2, 4, 4])).sum();
  torch.noGrad(() => void (model.at(2) as nn.Conv2d).weight.add_(1));
  expect(() => loss.backward()).toThrow('modified by an inplace operation');
});

test('other dtypes, empty batches, transforms and autocast', () => {
  const model = small().eval();
  const x = torch.randn([2, 2, 6, 6]);
  expect(torch.autocast('cpu', () => model.forward(x)).dtype).toBe(torch.bfloat16);
  const mapped = torch.func.vmap((each: Tensor) => model.forward(each))(x.unsqueeze(1)) as Tensor;
  expect(mapped.squeeze(1).allclose(model.forward(x), { atol: 1e-6 })).toBe(true);
  expect(model.forward(torch.zeros([0, 2, 6, 6])).shape).toEqual([0, 3, 4, 4]);
  const bad = x.clone();
  bad.select(0, 0).fill_(NaN);
  expect(model.forward(bad).isnan().sum().item()).toBe(48);
  expect(() => model.forward(x.double())).toThrow(/dtype|type/);
  expect(model.double().forward(x.double()).dtype).toBe(torch.float64);
});
