import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';
import { type Tensor, jit, nn } from '../../lib/index';
import { expectBitEqual } from '../support/python';
import { PythonSession } from './python-session';

let folder: string;
let python: PythonSession;

const threads = torch.getNumThreads();
afterAll(() => torch.setNumThreads(threads));

beforeAll(() => {
  torch.setNumThreads(1);
  folder = mkdtempSync(join(tmpdir(), 'ltn-traced-'));
  python = new PythonSession(join(__dirname, 'torchscript_corpus.py'));
});

afterAll(async () => {
  await python.close();
  rmSync(folder, { recursive: true, force: true });
});

class Cnn extends nn.Module {
  readonly body = new nn.Sequential(
    new nn.Conv2d(3, 8, 3, { padding: 1 }),
    new nn.BatchNorm2d(8),
    new nn.ReLU(),
    new nn.MaxPool2d(2),
  );
  readonly head = new nn.Linear(128, 5);
  override forward(x: Tensor): Tensor {
    const y = this.body.forward(x) as Tensor;
    return this.head.forward(y.view(y.shape[0] as number, -1));
  }
}

class Rnn extends nn.Module {
  readonly out = new nn.Linear(16, 2);
  constructor(readonly rnn: nn.LSTM | nn.GRU) {
    super();
  }
  override forward(x: Tensor): Tensor {
    const [y] = (this.rnn as nn.GRU).forward(x);
    return this.out.forward(y.index(':', -1));
  }
}

class Encoder extends nn.Module {
  readonly embedding = new nn.Embedding(30, 16);
  readonly position = new nn.Parameter(torch.randn([64, 16]));
  readonly encoder = new nn.TransformerEncoder(
    new nn.TransformerEncoderLayer(16, 4, { dimFeedforward: 32, dropout: 0, batchFirst: true }),
    2,
  );
  override forward(ids: Tensor): Tensor {
    const [, length = 0] = ids.shape;
    const x = this.embedding.forward(ids).add(this.position.narrow(0, 0, length));
    const mask = torch.full([length, length], -Infinity).triu(1);
    return this.encoder.forward(x, { mask }).mean(1);
  }
}

class Attention extends nn.Module {
  readonly query = new nn.Linear(8, 8);
  override forward(x: Tensor, memory: Tensor): Tensor {
    const [batch = 0, length = 0] = x.shape;
    const split = (t: Tensor): Tensor => t.reshape([batch, t.shape[1] as number, 2, 4]).transpose(1, 2);
    const [q, k] = [split(this.query.forward(x)), split(memory)];
    const weights = q.matmul(k.transpose(-2, -1)).softmax(-1);
    return weights
      .matmul(k)
      .transpose(1, 2)
      .reshape([batch * length, 8]);
  }
}

const MODELS: Record<string, () => { model: nn.Module; sizes: Tensor[][] }> = {
  mlp: () => ({
    model: new nn.Sequential(new nn.Linear(6, 8), new nn.GELU(), new nn.LayerNorm(8), new nn.Linear(8, 3)),
    sizes: [[torch.randn([4, 6])], [torch.randn([1, 6])], [torch.randn([9, 6])]],
  }),
  cnn: () => ({ model: new Cnn(), sizes: [[torch.randn([2, 3, 8, 8])], [torch.randn([5, 3, 8, 8])]] }),
  lstm: () => ({
    model: new Rnn(new nn.LSTM(6, 8, { batchFirst: true, bidirectional: true, numLayers: 2 })),
    sizes: [[torch.randn([3, 5, 6])], [torch.randn([7, 11, 6])]],
  }),
  gru: () => ({
    model: new Rnn(new nn.GRU(6, 16, { batchFirst: true })),
    sizes: [[torch.randn([3, 5, 6])], [torch.randn([2, 4, 6])]],
  }),
  encoder: () => ({
    model: new Encoder(),
    sizes: [[torch.randint(0, 30, [2, 5])], [torch.randint(0, 30, [4, 9])]],
  }),
  attention: () => ({
    model: new Attention(),
    sizes: [
      [torch.randn([2, 3, 8]), torch.randn([2, 5, 8])],
      [torch.randn([4, 7, 8]), torch.randn([4, 6, 8])],
    ],
  }),
};

/** What Python compares with. */
function caseOf(model: nn.Module, inputs: readonly Tensor[]): { inputs: readonly Tensor[]; y: Tensor; grads: object } {
  model.zeroGrad();
  const y = (model.forward as (...args: readonly Tensor[]) => Tensor).call(model, ...inputs);
  y.square().sum().backward();
  const grads = Object.fromEntries(
    model.namedParameters().map(([name, parameter]) => [name, parameter.grad?.clone() ?? torch.zerosLike(parameter)]),
  );
  return { inputs, y: y.detach(), grads };
}

test('models of JavaScript run in Python with the same bits, with other sizes, forward and backward', async () => {
  // The project's own kernels have other bits than libtorch's.
  const { fused } = torch.backends.rnn;
  torch.backends.rnn.fused = false;
  try {
    for (const [name, make] of Object.entries(MODELS)) {
      torch.manualSeed(3);
      const { model, sizes } = make();
      model.eval();
      const traced = jit.trace(model, sizes[0] as Tensor[]);
      expect(Object.keys(traced.stateDict()).sort()).toEqual(Object.keys(model.stateDict()).sort());
      jit.save(traced, join(folder, `${name}.trace`));
      const cases = sizes.map((inputs) => caseOf(model, inputs));
      torch.save(cases, join(folder, `${name}.cases`));
      const loaded = jit.load<{ forward(...x: Tensor[]): Tensor }>(join(folder, `${name}.trace`));
      for (const { inputs, y } of cases) expectBitEqual(loaded.forward(...inputs).detach(), y, name);
    }
  } finally {
    torch.backends.rnn.fused = fused;
  }
  expect(await python.ask(`traced ${folder}`)).toEqual({});
}, 300_000);
