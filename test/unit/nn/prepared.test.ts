/** `torch.optimizeForInference`: the same results, faster; and an error when the original has changed. */
import * as torch from '../../../lib/index';
import { type Tensor, nn } from '../../../lib/index';

type Model = nn.Module & { forward(input: Tensor): Tensor };

/** The largest difference over the largest value. */
function difference(model: Model, prepared: { forward(input: Tensor): Tensor }, input: Tensor): number {
  return torch.scope(() => {
    const wanted = torch.noGrad(() => model.eval().forward(input.clone()));
    const got = prepared.forward(input);
    expect(got.shape).toEqual(wanted.shape);
    expect(got.requiresGrad).toBe(false);
    return (got.sub(wanted).abs().max().item() as number) / (wanted.abs().max().item() as number);
  });
}

/** Running statistics and weights that are not those of the start. */
function stir<M extends nn.Module>(model: M): M {
  torch.noGrad(() => {
    for (const module of model.modules()) {
      if (!(module instanceof nn.BatchNorm1d || module instanceof nn.BatchNorm2d || module instanceof nn.BatchNorm3d))
        continue;
      module.runningMean!.uniform_(-1, 1);
      module.runningVar!.uniform_(0.5, 2);
      module.weight?.uniform_(0.5, 2);
      module.bias?.uniform_(-1, 1);
    }
  });
  return model;
}

const MODELS: readonly (readonly [string, () => Model, readonly number[][]])[] = [
  [
    'linear layers with dropout',
    () => new nn.Sequential(new nn.Linear(20, 30), new nn.ReLU(), new nn.Dropout(0.5), new nn.Linear(30, 5)),
    [[4, 20], [20], [2, 3, 20], [0, 20]],
  ],
  [
    'linear layers with batch normalizations',
    () =>
      new nn.Sequential(
        new nn.Linear(20, 6),
        new nn.BatchNorm1d(6),
        new nn.ReLU(),
        new nn.Linear(6, 3, false),
        new nn.BatchNorm1d(3),
      ),
    [
      [4, 20],
      [1, 20],
    ],
  ],
  [
    'a batch normalization of another dimension',
    () => new nn.Sequential(new nn.Linear(20, 6), new nn.BatchNorm1d(6)),
    [
      [3, 6, 20],
      [4, 20],
    ],
  ],
  [
    'small convolutions',
    () =>
      new nn.Sequential(
        new nn.Conv2d(1, 4, 3, { padding: 1 }),
        new nn.BatchNorm2d(4),
        new nn.ReLU(),
        new nn.MaxPool2d(2),
        new nn.Conv2d(4, 8, 3, { bias: false, stride: 2 }),
        new nn.ReLU(),
        new nn.Flatten(),
        new nn.Linear(72, 3),
      ),
    [
      [1, 1, 14, 14],
      [5, 1, 14, 14],
    ],
  ],
  [
    'a large convolution',
    () =>
      new nn.Sequential(
        new nn.Conv2d(16, 64, 3, { padding: 1, stride: 2 }),
        new nn.BatchNorm2d(64),
        new nn.ReLU(),
        new nn.Conv2d(64, 64, 3, { dilation: 2, groups: 4 }),
      ),
    [
      [2, 16, 112, 112],
      [1, 16, 130, 100],
      [1, 16, 12, 12],
    ],
  ],
  [
    'other ranks',
    () => new nn.Sequential(new nn.Conv1d(3, 8, 3), new nn.BatchNorm1d(8), new nn.ReLU(), new nn.Conv1d(8, 2, 1)),
    [[2, 3, 17]],
  ],
  [
    'three dimensions',
    () => new nn.Sequential(new nn.Conv3d(1, 2, 3), new nn.BatchNorm3d(2, { affine: false }), new nn.ReLU()),
    [[1, 1, 5, 6, 7]],
  ],
  [
    'padding of other kinds',
    () =>
      new nn.Sequential(
        new nn.Conv2d(8, 32, 5, { padding: 'same' }),
        new nn.ReLU(),
        new nn.Conv2d(32, 8, 3, { padding: 1, paddingMode: 'reflect' }),
        new nn.ReLU(),
      ),
    [[2, 8, 64, 64]],
  ],
  [
    'an encoder',
    () => new nn.TransformerEncoder(new nn.TransformerEncoderLayer(16, 2, 32, { batchFirst: true }), 2),
    [[2, 7, 16]],
  ],
  [
    'ReLU first and twice',
    () => new nn.Sequential(new nn.ReLU(), new nn.ReLU(), new nn.Linear(4, 4), new nn.ReLU(), new nn.ReLU()),
    [[3, 4]],
  ],
];

test.each(MODELS)('%s: the results stay', (_, make, shapes) => {
  torch.manualSeed(3);
  const model = stir(make());
  const prepared = torch.optimizeForInference(model);
  for (const shape of shapes) {
    const input = torch.randn(shape);
    const copy = input.clone();
    if (input.numel() === 0) expect(prepared.forward(input as never)).toBeDefined();
    else expect(difference(model, prepared as never, input)).toBeLessThan(1e-5);
    expect(torch.equal(input, copy)).toBe(true); // nothing is written to the input
  }
});

class Net extends nn.Module {
  readonly features = new nn.Sequential(new nn.Conv2d(2, 4, 3), new nn.BatchNorm2d(4), new nn.ReLU());
  readonly head = new nn.Linear(4, 2);
  override forward(x: Tensor, scale = 1): [Tensor, number] {
    return [this.head.forward(this.features.forward(x).mean([2, 3])), scale];
  }
}

test('a class of the user: what it holds is prepared, its forward keeps its arguments and results', () => {
  const model = stir(new Net());
  const prepared = torch.optimizeForInference(model);
  const x = torch.randn([2, 2, 6, 6]);
  const [scores, scale] = prepared.forward(x, 3);
  expect(scale).toBe(3);
  const wanted = torch.noGrad(() => model.eval().forward(x)[0]);
  expect(scores.sub(wanted).abs().max().item()).toBeLessThan(1e-5);
  expect(String(prepared)).not.toContain('BatchNorm2d');
  expect(String(model)).toContain('BatchNorm2d');
});

test('layers with hooks, and classes that extend a layer, stay as they are', () => {
  const model = stir(new nn.Sequential(new nn.Conv2d(1, 2, 3), new nn.BatchNorm2d(2), new nn.ReLU()));
  let calls = 0;
  model.at(1).registerForwardHook(() => void calls++);
  torch.optimizeForInference(model).forward(torch.randn([1, 1, 4, 4]));
  expect(calls).toBe(1);
  class Doubled extends nn.BatchNorm2d {
    override forward(x: Tensor): Tensor {
      return super.forward(x).mul(2);
    }
  }
  const other = stir(new nn.Sequential(new nn.Conv2d(1, 2, 3), new Doubled(2)));
  expect(
    difference(other as Model, torch.optimizeForInference(other) as never, torch.randn([1, 1, 4, 4])),
  ).toBeLessThan(1e-5);
});

test('not a number and infinities pass through', () => {
  const model = stir(new nn.Sequential(new nn.Conv2d(1, 2, 1), new nn.BatchNorm2d(2), new nn.ReLU()));
  const x = torch.tensor([[[[NaN, Infinity]]]]);
  const wanted = torch.noGrad(() => model.eval().forward(x));
  const got = torch.optimizeForInference(model).forward(x);
  expect(got.isnan().tolist()).toEqual(wanted.isnan().tolist());
  expect(got.isinf().tolist()).toEqual(wanted.isinf().tolist());
});

test.each<[string, (model: nn.Sequential) => void, RegExp]>([
  [
    'a weight in place',
    (model) => torch.noGrad(() => void (model.at(0) as nn.Linear).weight.add_(1)),
    /changed since \('0\.weight'\)/,
  ],
  [
    'a statistic',
    (model) => void (model.at(1) as nn.BatchNorm1d).runningMean!.add_(1),
    /changed since \('1\.running_mean'\)/,
  ],
  [
    'a parameter that is replaced',
    (model) => void ((model.at(0) as nn.Linear).weight = new nn.Parameter(torch.ones([3, 4]))),
    /'0\.weight'/,
  ],
  ['a module more', (model) => void model.append(new nn.ReLU()), /submodules/],
  [
    'a training step',
    (model) => {
      model.train().forward(torch.randn([5, 4]));
    },
    /num_batches_tracked|running_mean/,
  ],
])('after a change the prepared model fails and says so: %s', (_, change, message) => {
  const model = new nn.Sequential(new nn.Linear(4, 3), new nn.BatchNorm1d(3));
  const prepared = torch.optimizeForInference(model);
  const x = torch.randn([2, 4]);
  prepared.forward(x);
  change(model);
  expect(() => prepared.forward(x)).toThrow(message);
  expect(() => torch.optimizeForInference(model).forward(x)).not.toThrow();
});

test('it is not trained, takes modules only, and has the errors of the layers', () => {
  const model = new nn.Sequential(new nn.Conv2d(3, 4, 3), new nn.ReLU());
  const prepared = torch.optimizeForInference(model);
  expect(() => prepared.forward(torch.randn([1, 2, 8, 8]))).toThrow(/channels/);
  expect(() => prepared.forward(torch.randn([1, 3, 2, 2]))).toThrow(/[Kk]ernel size/);
  expect(() => prepared.train().forward(torch.randn([1, 3, 8, 8]))).toThrow('cannot be trained');
  expect(() => torch.optimizeForInference({} as never)).toThrow(TypeError);
  // @ts-expect-error one argument
  expect(() => torch.optimizeForInference(model, 1)).toThrow(TypeError);
  expect(model.at(0).training).toBe(true);
});

test('parameters that are not folded are shared beside the packed ones, and the original may be disposed', () => {
  const model = new nn.Sequential(new nn.Linear(1000, 1000));
  const before = torch.memory().bytes;
  const prepared = torch.optimizeForInference(model);
  torch.sweep({ full: true });
  expect(torch.memory().bytes - before).toBeLessThan(1e6);
  torch.scope(() => void prepared.forward(torch.ones([1, 1000])));
  torch.sweep({ full: true });
  expect(torch.memory().bytes - before).toBeLessThan(5.5e6);
  const x = torch.ones([1, 1000]);
  const wanted = prepared.forward(x);
  for (const parameter of model.parameters()) parameter.dispose();
  expect(torch.equal(prepared.forward(x), wanted)).toBe(true);
});
