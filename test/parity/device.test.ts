// The same work on one device in Python and here. The device is LIBTORCH_NODE_TEST_DEVICE, else a GPU where there is one,
// else the CPU: scripts/gpu-check.sh runs it on a GPU, with both sides on the same libtorch.
import * as torch from '../../lib/index';
import { type Tensor, nn, optim } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const device = (process.env['LIBTORCH_NODE_TEST_DEVICE'] ??
  (torch.cuda.isAvailable() ? 'cuda' : 'cpu')) as torch.DeviceText;
const STEPS = 5;

/** Python's expression and ours over float32 `a` and `b` [4, 4], `c` [2, 3, 8, 8] and `i` (int64) [4]. */
const EXPRESSIONS: readonly (readonly [string, (t: Inputs) => Tensor])[] = [
  ['a + b * 2', ({ a, b }) => a.add(b.mul(2))],
  ['a @ b', ({ a, b }) => a.matmul(b)],
  ['(a / b).exp().log1p()', ({ a, b }) => a.div(b).exp().log1p()],
  ['a.softmax(1)', ({ a }) => a.softmax(1)],
  ['torch.log_softmax(a, 0)', ({ a }) => torch.logSoftmax(a, 0)],
  ['a.sum(0)', ({ a }) => a.sum(0)],
  ['a.mean(1, keepdim=True)', ({ a }) => a.mean(1, true)],
  ['a.var(0)', ({ a }) => a.var(0)],
  ['a.cumsum(1)', ({ a }) => a.cumsum(1)],
  ['a.sort(1)[0]', ({ a }) => a.sort(1)[0]],
  ['a.max(1)[0]', ({ a }) => a.max(1)[0]],
  ['a.t().contiguous()', ({ a }) => a.t().contiguous()],
  ['a[1:, ::2]', ({ a }) => a.index('1:', '::2')],
  ['a.gather(0, i.view(1, 4))', ({ a, i }) => a.gather(0, i.view([1, 4]))],
  ['torch.where(a > 0, a, b)', ({ a, b }) => torch.where(a.gt(0), a, b)],
  ['torch.cat([a, b], 1)', ({ a, b }) => torch.cat([a, b], 1)],
  ['torch.linalg.norm(a)', ({ a }) => torch.linalg.norm(a)],
  ['F.gelu(a)', ({ a }) => nn.functional.gelu(a)],
  ['F.layer_norm(a, [4])', ({ a }) => nn.functional.layerNorm(a, [4])],
  ['F.mse_loss(a, b)', ({ a, b }) => nn.functional.mseLoss(a, b)],
  ['F.cross_entropy(a, i)', ({ a, i }) => nn.functional.crossEntropy(a, i)],
  ['F.avg_pool2d(c, 2)', ({ c }) => nn.functional.avgPool2d(c, 2)],
  ['F.max_pool2d(c, 2)', ({ c }) => nn.functional.maxPool2d(c, 2) as Tensor],
  ['c.to(torch.bfloat16).float()', ({ c }) => c.to(torch.bfloat16).float()],
];

interface Inputs {
  readonly a: Tensor;
  readonly b: Tensor;
  readonly c: Tensor;
  readonly i: Tensor;
}

type RecurrentLayer = nn.Module & { forward(x: Tensor): readonly [out: Tensor, ...rest: unknown[]] };
type Network = nn.Module & { forward(x: Tensor): Tensor };

/** The last time step of a recurrent layer, classified. */
class Recurrent extends nn.Module {
  readonly fc: nn.Linear;
  readonly rnn: RecurrentLayer;

  constructor(rnn: RecurrentLayer) {
    super();
    this.fc = new nn.Linear(8, 2);
    this.rnn = rnn;
  }

  override forward(x: Tensor): Tensor {
    const [out] = this.rnn.forward(x);
    return this.fc.forward(out.index(':', -1, ':'));
  }
}

interface Model {
  readonly python: string;
  readonly make: () => Network;
  readonly shape: readonly number[];
}

const MODELS: Readonly<Record<string, Model>> = {
  linear: {
    python: 'nn.Sequential(nn.Linear(6, 16), nn.Tanh(), nn.Linear(16, 2))',
    make: () => new nn.Sequential(new nn.Linear(6, 16), new nn.Tanh(), new nn.Linear(16, 2)) as unknown as Network,
    shape: [8, 6],
  },
  convolution: {
    python: 'nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(144, 2))',
    make: () =>
      new nn.Sequential(
        new nn.Conv2d(3, 4, 3),
        new nn.ReLU(),
        new nn.Flatten(),
        new nn.Linear(144, 2),
      ) as unknown as Network,
    shape: [8, 3, 8, 8],
  },
  RNN: {
    python: 'Recurrent(nn.RNN(6, 8, batch_first=True))',
    make: () => new Recurrent(new nn.RNN(6, 8, { batchFirst: true })),
    shape: [8, 5, 6],
  },
  GRU: {
    python: 'Recurrent(nn.GRU(6, 8, batch_first=True))',
    make: () => new Recurrent(new nn.GRU(6, 8, { batchFirst: true })),
    shape: [8, 5, 6],
  },
  LSTM: {
    python: 'Recurrent(nn.LSTM(6, 8, batch_first=True))',
    make: () => new Recurrent(new nn.LSTM(6, 8, { batchFirst: true })),
    shape: [8, 5, 6],
  },
};

const SCRIPT = `
import torch
from torch import nn
import torch.nn.functional as F
device = input["device"]
torch.backends.cudnn.deterministic = True
here = {name: tensor.to(device) for name, tensor in input["tensors"].items()}

class Recurrent(nn.Module):
    def __init__(self, rnn):
        super().__init__()
        self.fc = nn.Linear(8, 2)
        self.rnn = rnn
    def forward(self, x):
        return self.fc(self.rnn(x)[0][:, -1, :])

def evaluate(text):
    leaves = {name: t.clone().requires_grad_() if t.is_floating_point() else t for name, t in here.items()}
    value = eval(text, {**globals(), **leaves})
    (value * value).sum().backward()
    grads = [leaf.grad for leaf in leaves.values() if leaf.is_floating_point() and leaf.grad is not None]
    return [value.detach().cpu(), [g.cpu() for g in grads]]

def train(text, shape, autocast):
    torch.manual_seed(0)
    model = eval(text).to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    x, y = torch.randn(shape).to(device), torch.randint(0, 2, (shape[0],)).to(device)
    losses = []
    for _ in range(input["steps"]):
        optimizer.zero_grad()
        with torch.autocast(device.split(":")[0], dtype=torch.bfloat16, enabled=autocast):
            loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach().float().cpu())
    return [torch.stack(losses), [p.detach().cpu() for p in model.parameters()]]

torch.manual_seed(1)
random = [torch.rand(9, device=device), torch.randn(9, device=device), torch.randint(0, 100, (9,), device=device),
          torch.randperm(9, device=device)]
output = {
    "random": [t.cpu() for t in random],
    "values": [evaluate(text) for text in input["expressions"]],
    "trained": {name: train(text, shape, autocast) for name, text, shape, autocast in input["models"]},
}
`;

type Outcome = readonly [Tensor, readonly Tensor[]];

const RUNS = [
  ...Object.entries(MODELS).map(([name, model]) => ({ name, model, autocast: false })),
  { name: 'linear with autocast', model: MODELS['linear'] as Model, autocast: true },
];

torch.manualSeed(7);
const tensors: Inputs = {
  a: torch.randn([4, 4]),
  b: torch.randn([4, 4]),
  c: torch.randn([2, 3, 8, 8]),
  i: torch.tensor([0, 2, 1, 3]),
};
const python = runPython<{ random: Tensor[]; values: Outcome[]; trained: Record<string, Outcome> }>(SCRIPT, {
  device,
  tensors,
  steps: STEPS,
  expressions: EXPRESSIONS.map(([text]) => text),
  models: RUNS.map(({ name, model, autocast }) => [name, model.python, model.shape, autocast]),
});

function expectOutcome([value, grads]: Outcome, expected: Outcome | undefined): void {
  expectBitEqual(value, expected?.[0] as Tensor, 'value');
  expect(grads).toHaveLength(expected?.[1].length ?? -1);
  for (const [n, grad] of grads.entries()) expectBitEqual(grad, expected?.[1][n] as Tensor, `gradient ${n}`);
}

// The flag belongs to the process, which other test files share.
beforeAll(() => {
  torch.backends.cudnn.deterministic = true;
});
afterAll(() => {
  torch.backends.cudnn.deterministic = false;
});

test(`the random numbers of ${device} are Python's`, () => {
  torch.manualSeed(1);
  const ours = [
    torch.rand([9], { device }),
    torch.randn([9], { device }),
    torch.randint(0, 100, [9], { device }),
    torch.randperm(9, { device }),
  ];
  for (const [n, tensor] of ours.entries()) expectBitEqual(tensor.cpu(), python.random[n] as Tensor);
});

test.each(EXPRESSIONS.map(([text, ours], n) => ({ text, ours, n })))('$text', ({ ours, n }) => {
  const entries = Object.entries(tensors) as [keyof Inputs, Tensor][];
  const leaves = entries.map(([name, tensor]) => {
    const copy = tensor.to(device).clone();
    return [name, copy.isFloatingPoint() ? copy.requiresGrad_() : copy] as const;
  });
  const value = ours(Object.fromEntries(leaves) as unknown as Inputs);
  value.mul(value).sum().backward();
  const grads = leaves.flatMap(([, leaf]) => (leaf.grad ? [leaf.grad.cpu()] : []));
  expectOutcome([value.detach().cpu(), grads], python.values[n]);
});

test.each(RUNS)(`training on ${device}: $name`, ({ name, model: { make, shape }, autocast }) => {
  torch.manualSeed(0);
  const model = make().to(device);
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });
  const x = torch.randn([...shape]).to(device);
  const y = torch.randint(0, 2, [shape[0] as number]).to(device);
  const losses = Array.from({ length: STEPS }, () => {
    optimizer.zeroGrad();
    const options = { dtype: torch.bfloat16, enabled: autocast };
    const loss = torch.autocast(device.split(':')[0] as string, options, () =>
      nn.functional.crossEntropy(model.forward(x), y),
    );
    loss.backward();
    optimizer.step();
    return loss.detach().float().cpu();
  });
  const weights = [...model.parameters()].map((weight) => weight.detach().cpu());
  expectOutcome([torch.stack(losses), weights], python.trained[name]);
});
