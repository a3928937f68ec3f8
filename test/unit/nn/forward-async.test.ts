import { setImmediate } from 'node:timers/promises';
import * as torch from '../../../lib/index';
import { type Tensor, nn } from '../../../lib/index';
import { turnsDuring } from '../../support/turns';

beforeEach(() => void torch.manualSeed(0));

/** Outputs and what a backward leaves, as plain numbers. */
function valuesOf(module: nn.Module, inputs: readonly Tensor[], outputs: readonly Tensor[]): unknown {
  const loss = outputs.map((output) => output.sin().sum()).reduce((sum, one) => sum.add(one));
  if (loss.requiresGrad) loss.backward();
  const gradients = [...module.parameters(), ...inputs].map(({ grad }) => grad?.tolist() ?? null);
  for (const tensor of [...module.parameters(), ...inputs]) tensor.grad = null;
  return { outputs: outputs.map((output) => output.tolist()), gradients };
}

const flat = (output: unknown): Tensor[] =>
  output instanceof torch.Tensor ? [output] : (output as unknown[]).flatMap(flat);

const input = (...shape: number[]): Tensor => torch.randn(shape, { requiresGrad: true });
const words = (): Tensor => torch.randint(0, 7, [3, 5]);

const cases: [string, () => nn.Module, () => unknown[]][] = [
  ['Linear', () => new nn.Linear(4, 3), () => [input(2, 4)]],
  ['Linear without bias', () => new nn.Linear(4, 3, false), () => [input(2, 4)]],
  ['Bilinear', () => new nn.Bilinear(4, 3, 2), () => [input(2, 4), input(2, 3)]],
  ['Embedding', () => new nn.Embedding(7, 3, { paddingIdx: 0 }), () => [words()]],
  ['Embedding with maxNorm', () => new nn.Embedding(7, 3, { maxNorm: 0.5 }), () => [words()]],
  ['Softmax', () => new nn.Softmax(1), () => [input(2, 4)]],
  ['LogSoftmax', () => new nn.LogSoftmax(1), () => [input(2, 4)]],
  ['Dropout', () => new nn.Dropout(0.5), () => [input(8, 4)]],
  ['Dropout in eval mode', () => new nn.Dropout(0.5).eval(), () => [input(8, 4)]],
  ['AlphaDropout', () => new nn.AlphaDropout(0.5), () => [input(8, 4)]],
  ['RNN', () => new nn.RNN(4, 3, { batchFirst: true }), () => [input(2, 5, 4)]],
  ['RNN with a state', () => new nn.RNN(4, 3), () => [input(5, 2, 4), input(1, 2, 3)]],
  ['GRU of two layers', () => new nn.GRU(4, 3, 2, { dropout: 0.3 }), () => [input(5, 2, 4)]],
  ['GRU without a batch', () => new nn.GRU(4, 3), () => [input(5, 4)]],
  ['LSTM', () => new nn.LSTM(4, 3, { bidirectional: true }), () => [input(5, 2, 4)]],
  ['LSTM with a state', () => new nn.LSTM(4, 3), () => [input(5, 2, 4), [input(1, 2, 3), input(1, 2, 3)]]],
  ['NLLLoss', () => new nn.NLLLoss(), () => [input(3, 4), torch.tensor([0, 3, 1])]],
  [
    'CrossEntropyLoss with weights',
    () => new nn.CrossEntropyLoss({ weight: torch.tensor([1, 2, 3, 4.5]), labelSmoothing: 0.1 }),
    () => [input(3, 4), torch.tensor([0, 3, 1])],
  ],
  [
    'Sequential',
    () => new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Dropout(0.5), new nn.Linear(8, 2)),
    () => [input(3, 4)],
  ],
];

interface Asynchronous {
  forward(...inputs: unknown[]): unknown;
  forwardAsync(...inputs: unknown[]): Promise<unknown>;
}

describe.each([false, true])('with fused recurrent kernels %s', (fused) => {
  beforeEach(() => void (torch.backends.rnn.fused = fused));
  afterEach(() => void (torch.backends.rnn.fused = false));

  test.each(cases)('%s: outputs and gradients of forward, bit for bit', async (_name, make, given) => {
    const module = make();
    const run = module as unknown as Asynchronous;
    const inputs = given();
    const leaves = flat(inputs).filter((tensor) => tensor.requiresGrad);
    torch.manualSeed(1);
    const expected = valuesOf(module, leaves, flat(run.forward(...inputs)));
    torch.manualSeed(1);
    expect(valuesOf(module, leaves, flat(await run.forwardAsync(...inputs)))).toEqual(expected);
  });
});

test('takes packed sequences', async () => {
  const rnn = new nn.GRU(4, 3, { batchFirst: true });
  const packed = nn.utils.rnn.packPaddedSequence(torch.randn([3, 5, 4]), torch.tensor([5, 2, 4]), {
    batchFirst: true,
    enforceSorted: false,
  });
  const [expected, state] = rnn.forward(packed);
  const [output, other] = await rnn.forwardAsync(packed);
  expect(output).toBeInstanceOf(expected.constructor);
  expect(output.data.tolist()).toEqual(expected.data.tolist());
  expect(other.tolist()).toEqual(state.tolist());
});

describe('queued layers that draw random numbers', () => {
  const x = torch.ones([20, 20]);
  const sequential = (): nn.Sequential =>
    new nn.Sequential(new nn.Linear(20, 20), new nn.Dropout(0.3), new nn.Linear(20, 20), new nn.Dropout(0.3));
  const nested = (): nn.Sequential => new nn.Sequential(sequential(), new nn.Dropout(0.5), new nn.RReLU());
  const cases: [string, () => nn.Dropout | nn.Sequential][] = [
    ['Dropout', () => new nn.Dropout()],
    ['AlphaDropout', () => new nn.AlphaDropout()],
    ['Sequential', sequential],
    ['nested Sequential', nested],
  ];

  test.each(cases)('%s: in the order of the calls', async (_name, make) => {
    const layers = Array.from({ length: 6 }, make);
    for (let seed = 0; seed < 10; seed++) {
      torch.manualSeed(seed);
      const expected = layers.map((layer) => layer.forward(x).tolist());
      torch.manualSeed(seed);
      const outputs = await Promise.all(layers.map((layer) => layer.forwardAsync(x)));
      expect(outputs.map((output) => output.tolist())).toEqual(expected);
    }
  });

  test('a forward that waits keeps its input, and runs even if the one before it fails', async () => {
    const [first, second] = [sequential(), sequential()];
    torch.manualSeed(1);
    const expected = second.forward(x).tolist();
    torch.manualSeed(1);
    const input = torch.ones([20, 20]);
    const failing = first.forwardAsync(torch.ones([3]));
    const output = second.forwardAsync(input);
    input.dispose();
    await expect(failing).rejects.toThrow('given [3]');
    expect((await output).tolist()).toEqual(expected);
  });

  test('a module of a user that awaits within is not waited for by itself', async () => {
    class Inner extends nn.Module {
      readonly body = sequential();
      override forward(input: Tensor): Tensor {
        return this.body.forward(input);
      }
      async forwardAsync(input: Tensor): Promise<Tensor> {
        await setImmediate();
        return this.body.forwardAsync(input);
      }
    }
    const models = Array.from({ length: 3 }, () => new nn.Sequential(new Inner(), new nn.Dropout()));
    torch.manualSeed(2);
    const expected = models.map((model) => model.forward(x).tolist());
    torch.manualSeed(2);
    const outputs = await Promise.all(models.map((model) => model.forwardAsync(x)));
    expect(outputs.map((output) => output.tolist())).toEqual(expected);
  });
});

test('takes no signal, and says so', async () => {
  const signal = AbortSignal.abort();
  const options = { signal } as never;
  await expect(new nn.Linear(2, 2).forwardAsync(torch.ones([1, 2]), ...([options] as unknown as []))).rejects.toThrow(
    "Linear.forwardAsync() got an unknown option 'signal'",
  );
  await expect(new nn.LSTM(2, 2).forwardAsync(torch.ones([1, 1, 2]), options)).rejects.toThrow(
    "LSTM.forwardAsync() got an unknown option 'signal'",
  );
});

test('the event loop stays free meanwhile', async () => {
  const rnn = new nn.LSTM(64, 256);
  const input = torch.randn([200, 64, 64]);
  expect(await turnsDuring(10, () => rnn.forwardAsync(input))).toBeGreaterThanOrEqual(10);
});

test('records for autograd as at the moment of the call', async () => {
  const model = new nn.Sequential(new nn.Linear(2, 2), new nn.ReLU(), new nn.Linear(2, 2));
  const grad = torch.noGrad();
  const without = model.forwardAsync(torch.ones([1, 2]));
  grad.restore();
  const recorded = model.forwardAsync(torch.ones([1, 2]));
  expect((await without).requiresGrad).toBe(false);
  expect((await recorded).requiresGrad).toBe(true);
  expect(torch.isGradEnabled()).toBe(true);
});

test('works on the weights and inputs of the moment of the call', async () => {
  const layer = new nn.Linear(300, 300);
  const x = torch.randn([300, 300]);
  const expected = layer.forward(x).tolist();
  const pending = Array.from({ length: 8 }, () => layer.forwardAsync(x));
  layer.swapState({ weight: torch.zeros([300, 300]), bias: torch.zeros([300]) });
  layer.weight = new nn.Parameter(torch.ones([300, 300]));
  x.dispose();
  for (const output of await Promise.all(pending)) expect(output.tolist()).toEqual(expected);
  expect(
    layer
      .forward(torch.zeros([1, 300]))
      .abs()
      .sum()
      .item(),
  ).toBe(0);
});

test('errors say where they happened, and reject', async () => {
  const model = new nn.Sequential({ embedding: new nn.Embedding(5, 4), fc: new nn.Linear(3, 2) });
  await expect(model.forwardAsync(torch.tensor([[1, 2]]))).rejects.toMatchObject({
    name: 'TorchError',
    message: expect.stringContaining('in fc (Linear): weight [2, 3], bias [2]; given [1, 2, 4]'),
  });
  await expect(model.forwardAsync(torch.tensor([9]))).rejects.toThrow('index 9 is out of range');
  const loss = new nn.CrossEntropyLoss();
  await expect(loss.forwardAsync(torch.randn([1, 2]), torch.tensor([2]))).rejects.toThrow('Target 2 is out of bounds');
  await expect(new nn.Linear(1, 1).forwardAsync(3 as never)).rejects.toThrow(TypeError);
  await expect(new nn.Softmax().forwardAsync(torch.ones([1, 1]))).rejects.toThrow('the layer has no dim');
  await expect(new nn.LSTM(1, 1).forwardAsync(torch.ones([1, 1, 1]), [] as never)).rejects.toThrow(
    "'hx' should be a pair [h, c] of tensors or null, got []",
  );
  const disposed = torch.ones([1, 1]);
  disposed.dispose();
  await expect(new nn.Linear(1, 1).forwardAsync(disposed)).rejects.toThrow(/disposed/);
});

test('hooks run around it', async () => {
  const layer = new nn.Linear(2, 2);
  const seen: string[] = [];
  const pre = layer.registerForwardPreHook((_module, [x]) => {
    seen.push('before');
    return (x as Tensor).mul(0);
  });
  layer.registerForwardHook((_module, _inputs, output) => {
    seen.push('after');
    return (output as Tensor).sub(layer.bias!);
  });
  expect((await layer.forwardAsync(torch.ones([1, 2]))).tolist()).toEqual([[0, 0]]);
  expect(seen).toEqual(['before', 'after']);
  pre.remove();
  expect((await layer.forwardAsync(torch.ones([1, 2]))).abs().sum().item()).toBeGreaterThan(0);
});

test('a training step off the thread gives the bits of one on it', async () => {
  const losses = async (off: boolean): Promise<number[]> => {
    torch.manualSeed(3);
    const model = new nn.Sequential(new nn.Linear(4, 8), new nn.Tanh(), new nn.Linear(8, 2));
    const optimizer = new torch.optim.Adam(model.parameters());
    const loss = new nn.CrossEntropyLoss();
    const [x, y] = [torch.randn([16, 4]), torch.randint(0, 2, [16])];
    const values: number[] = [];
    for (let step = 0; step < 5; step++) {
      optimizer.zeroGrad();
      const output = off ? await model.forwardAsync(x) : model.forward(x);
      const value = off ? await loss.forwardAsync(output, y) : loss.forward(output, y);
      if (off) await value.backwardAsync();
      else value.backward();
      optimizer.step();
      values.push(value.item() as number);
    }
    return values;
  };
  expect(await losses(true)).toEqual(await losses(false));
});
