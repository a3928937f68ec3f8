/** Options of layers that are set after they were made take effect, as attributes of Python's do. */
import * as torch from '../../../lib';
import { type Tensor, nn } from '../../../lib';

const x = (): Tensor => torch.arange(24).reshape([2, 3, 4]).div(7).sin();
const numbers = (tensor: Tensor): number[] => tensor.flatten().tolist<number[]>();
const elements = (layer: nn.Module): number[][] =>
  Object.values(layer.stateDict()).map((tensor) => numbers(tensor as Tensor));

/** The layer after a change beside one that was made so. */
function expectAsMade<M extends nn.Module>(
  make: (options: object) => M,
  change: object,
  run: (layer: M) => Tensor,
): void {
  torch.manualSeed(0);
  const changed = make({});
  const before = elements(changed);
  const state = torch.getRngState();
  Object.assign(changed, change);
  expect(torch.getRngState().equal(state)).toBe(true);
  expect(elements(changed)).toEqual(before);
  const made = make(change);
  made.loadStateDict(changed.stateDict());
  const outputs = [changed, made, nn.deepCopy(changed)].map((layer) => {
    torch.manualSeed(1);
    return numbers(run(layer));
  });
  expect(outputs[0]).toEqual(outputs[1]);
  expect(outputs[2]).toEqual(outputs[1]);
  if (!Object.values(change).includes(-1)) expect(String(changed)).toBe(String(made));
}

test.each([{ p: 0 }, { p: 0.9 }, { inplace: true }])('Dropout %j', (change) => {
  expectAsMade(
    (options) => new nn.Dropout(options),
    change,
    (layer) => layer.forward(x()),
  );
});

test.each([{ p: 0.2 }, { inplace: true }])('AlphaDropout %j', (change) => {
  expectAsMade(
    (options) => new nn.AlphaDropout(options),
    change,
    (layer) => layer.forward(x()),
  );
});

test.each([{ ignoreIndex: 2 }, { reduction: 'sum' }, { reduction: 'none' }, { labelSmoothing: 0.3 }] as const)(
  'CrossEntropyLoss %j',
  (change) => {
    const make = (options: object): nn.CrossEntropyLoss =>
      new nn.CrossEntropyLoss({ weight: torch.tensor([1, 2, 0.5]), ...options });
    expectAsMade(make, change, (loss) =>
      loss.forward(
        x(),
        torch.tensor([
          [0, 1, 2, 1],
          [2, 2, 0, 1],
        ]),
      ),
    );
  },
);

test.each([{ ignoreIndex: 1 }, { reduction: 'sum' }] as const)('NLLLoss %j', (change) => {
  expectAsMade(
    (options) => new nn.NLLLoss(options),
    change,
    (loss) =>
      loss.forward(
        x(),
        torch.tensor([
          [0, 1, 2, 1],
          [2, 2, 0, 1],
        ]),
      ),
  );
});

test.each([1, -1])('Softmax along %i', (dim) => {
  expectAsMade(
    (options) => new nn.Softmax({ dim: 0, ...options }),
    { dim },
    (layer) => layer.forward(x()),
  );
});

test.each([{ maxNorm: 0.5 }, { maxNorm: 0.5, normType: 1 }])('Embedding %j', (change) => {
  expectAsMade(
    (options) => new nn.Embedding(5, 3, options),
    change,
    (layer) => layer.forward(torch.tensor([0, 4, 4])),
  );
});

test.each([{ paddingIdx: 4 }, { paddingIdx: -1 }, { scaleGradByFreq: true }])(
  'the gradient of Embedding %j',
  (change) => {
    expectAsMade(
      (options) => new nn.Embedding(5, 3, options),
      change,
      (layer) => torch.autograd.grad([layer.forward(torch.tensor([0, 4, 4])).sum()], [layer.weight])[0] as Tensor,
    );
  },
);

test.each([{ batchFirst: true }, { dropout: 0.5 }])('recurrent layers %j', (change) => {
  for (const Layer of [nn.RNN, nn.GRU, nn.LSTM]) {
    expectAsMade(
      (options) => new Layer(4, 3, { numLayers: 2, ...options }) as nn.GRU,
      change,
      (layer) => layer.forward(x())[0],
    );
  }
});

test('a run of layers is found anew, and off the thread it counts too', async () => {
  const model = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Dropout(0.5), new nn.Linear(8, 2));
  const input = x();
  const before = model.forward(input);
  const dropout = model.at(2) as nn.Dropout;
  dropout.p = 0;
  const after = model.forward(input);
  expect(after.equal(before)).toBe(false);
  expect(model.forward(input).equal(after)).toBe(true);
  model.eval();
  expect(model.forward(input).allclose(after, 1e-6, 1e-6)).toBe(true);
  model.train();
  expect((await dropout.forwardAsync(input)).equal(input)).toBe(true);
  dropout.p = 1;
  expect((await dropout.forwardAsync(input)).abs().max().item()).toBe(0);
});

test('what does not fit is an error, and changes nothing', () => {
  const dropout = new nn.Dropout(0.25);
  expect(() => Object.assign(dropout, { p: 'much' })).toThrow(/'p' should be a number, got 'much'/);
  expect(() => Object.assign(dropout, { p: 1.5 })).toThrow(/between 0 and 1, but got 1.5/);
  expect(() => Object.assign(new nn.NLLLoss(), { reduction: 'all' })).toThrow(/'none' or 'mean' or 'sum'/);
  expect(() => Object.assign(new nn.GRU(2, 3), { dropout: -1 })).toThrow(/in range \[0, 1\]/);
  for (const p of [NaN, -0.1]) expect(() => Object.assign(dropout, { p })).toThrow(/between 0 and 1/);
  for (const p of [undefined, null, 5n, Promise.resolve(0), '0', torch.ones([])]) {
    expect(() => Object.assign(dropout, { p })).toThrow(TypeError);
  }
  expect(() => Object.assign(new nn.NLLLoss(), { ignoreIndex: 2 ** 53 })).toThrow(/'ignoreIndex' should be an integer/);
  expect([dropout.p, String(dropout)]).toEqual([0.25, 'Dropout(p=0.25, inplace=False)']);
});

test('a module on another device or in another dtype keeps them', () => {
  const embedding = new nn.Embedding(4, 2).to(torch.float64);
  embedding.maxNorm = 1;
  expect(embedding.weight.dtype).toBe(torch.float64);
  expect(embedding.forward(torch.tensor([1])).dtype).toBe(torch.float64);
});
