/** Programs beside Python's on the GPU: mixed precision, attention, recurrent layers, optimizers, random numbers, checkpoints. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../lib/index';
import { type Tensor, nn, optim } from '../../lib/index';
import { expectBitEqual, runPython } from '../support/python';

const device = 'cuda';

beforeAll(() => {
  torch.backends.cudnn.deterministic = true;
});

const SCALED = `
torch.backends.cudnn.deterministic = True
torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 3), torch.nn.BatchNorm2d(8), torch.nn.ReLU(), torch.nn.Dropout(0.3),
                            torch.nn.Flatten(), torch.nn.Linear(288, 5)).cuda()
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01, fused=True)
scaler = torch.amp.GradScaler("cuda", init_scale=2.0 ** 40, growth_interval=2)
x, y = torch.randn(16, 3, 8, 8).cuda(), torch.randint(0, 5, (16,)).cuda()
losses, scales = [], []
for _ in range(30):
    optimizer.zero_grad()
    with torch.autocast("cuda", dtype=torch.float16):
        loss = torch.nn.functional.cross_entropy(model(x), y)
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    scaler.step(optimizer)
    scaler.update()
    losses.append(loss.detach().float().cpu())
    scales.append(scaler.get_scale())
output = [torch.stack(losses), scales]
`;

test('float16 with a scaler that must shrink, dropout, norm, clipping and fused AdamW', () => {
  torch.manualSeed(0);
  const model = new nn.Sequential(
    new nn.Conv2d(3, 8, 3),
    new nn.BatchNorm2d(8),
    new nn.ReLU(),
    new nn.Dropout(0.3),
    new nn.Flatten(),
    new nn.Linear(288, 5),
  ).to(device);
  const optimizer = new optim.AdamW(model.parameters(), { lr: 0.01, fused: true });
  const scaler = new torch.amp.GradScaler('cuda', { initScale: 2 ** 40, growthInterval: 2 });
  const [x, y] = [torch.randn([16, 3, 8, 8]).to(device), torch.randint(0, 5, [16]).to(device)];
  const scales: number[] = [];
  const losses = Array.from({ length: 30 }, () => {
    optimizer.zeroGrad();
    const loss = torch.autocast('cuda', { dtype: torch.float16 }, () =>
      nn.functional.crossEntropy(model.forward(x) as Tensor, y),
    );
    scaler.scale(loss).backward();
    scaler.unscale_(optimizer);
    nn.utils.clipGradNorm_(model.parameters(), 1);
    scaler.step(optimizer);
    scaler.update();
    scales.push(scaler.getScale());
    return loss.detach().float().cpu();
  });
  const [expected, wanted] = runPython<[Tensor, number[]]>(SCALED);
  expect(scales).toEqual(wanted);
  expect(scales[0]).toBeLessThan(2 ** 40);
  expectBitEqual(torch.stack(losses), expected);
});

const OPTIMIZERS = ['Adam', 'AdamW', 'SGD', 'RMSprop', 'Adagrad', 'Adadelta', 'NAdam', 'RAdam', 'Adamax', 'Rprop'];

test('optimizers', () => {
  const script = `
output = []
for name in input:
    torch.manual_seed(3)
    model = torch.nn.Sequential(torch.nn.Linear(7, 9), torch.nn.GELU(), torch.nn.Linear(9, 3)).cuda()
    optimizer = getattr(torch.optim, name)(model.parameters(), lr=0.01)
    x = torch.randn(5, 7).cuda()
    for _ in range(4):
        optimizer.zero_grad()
        model(x).pow(2).sum().backward()
        optimizer.step()
    output.append([p.detach().cpu() for p in model.parameters()])
`;
  const python = runPython<Tensor[][]>(script, OPTIMIZERS);
  OPTIMIZERS.forEach((name, n) => {
    torch.manualSeed(3);
    const model = new nn.Sequential(new nn.Linear(7, 9), new nn.GELU(), new nn.Linear(9, 3)).to(device);
    const make = optim[name as 'Adam'];
    const optimizer = new make(model.parameters(), { lr: 0.01 });
    const x = torch.randn([5, 7]).to(device);
    for (let i = 0; i < 4; i++) {
      optimizer.zeroGrad();
      (model.forward(x) as Tensor).pow(2).sum().backward();
      optimizer.step();
    }
    [...model.parameters()].forEach((p, i) => expectBitEqual(p.detach().cpu(), python[n]![i]!, `${name} ${i}`));
  });
});

const RECURRENT = `
torch.backends.cudnn.deterministic = True
output = []
for kind in ("RNN", "LSTM", "GRU"):
    torch.manual_seed(1)
    layer = getattr(torch.nn, kind)(10, 16, num_layers=2, batch_first=True, bidirectional=True).cuda()
    x = torch.randn(4, 6, 10).cuda().requires_grad_()
    out = layer(x)[0]
    out.pow(2).sum().backward()
    output.append([out.detach().cpu(), x.grad.cpu()] + [p.grad.cpu() for p in layer.parameters()])
`;

test('recurrent layers run by cuDNN', () => {
  const python = runPython<Tensor[][]>(RECURRENT);
  type Kind = new (size: number, hidden: number, options: nn.RNNOptions) => nn.Module & { forward(x: Tensor): unknown };
  ([nn.RNN, nn.LSTM, nn.GRU] as unknown as readonly Kind[]).forEach((kind, n) => {
    torch.manualSeed(1);
    const layer = new kind(10, 16, { numLayers: 2, batchFirst: true, bidirectional: true }).to(device);
    const x = torch.randn([4, 6, 10]).to(device).requiresGrad_();
    const [out] = layer.forward(x) as readonly [Tensor, unknown];
    out.pow(2).sum().backward();
    const ours = [out.detach().cpu(), x.grad!.cpu(), ...[...layer.parameters()].map((p) => p.grad!.cpu())];
    expect(ours).toHaveLength(python[n]!.length);
    ours.forEach((tensor, i) => expectBitEqual(tensor, python[n]![i]!, `${kind.name} ${i}`));
  });
});

const ATTEND = `
from torch.nn.attention import SDPBackend, sdpa_kernel
torch.manual_seed(2)
q, k, v = (torch.randn(2, 4, 64, 32).cuda().bfloat16() for _ in range(3))
output = []
for backend in (SDPBackend.FLASH_ATTENTION, SDPBackend.EFFICIENT_ATTENTION, SDPBackend.MATH):
    with sdpa_kernel(backend):
        output.append(torch.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True).float().cpu())
`;

test('the kernels of attention', () => {
  const { SDPBackend, sdpaKernel } = nn.attention;
  torch.manualSeed(2);
  const [q, k, v] = [0, 1, 2].map(() => torch.randn([2, 4, 64, 32]).to(device).bfloat16()) as [Tensor, Tensor, Tensor];
  const python = runPython<Tensor[]>(ATTEND);
  const backends = [SDPBackend.FLASH_ATTENTION, SDPBackend.EFFICIENT_ATTENTION, SDPBackend.MATH];
  backends.forEach((backend, n) => {
    const out = sdpaKernel(backend, () => nn.functional.scaledDotProductAttention(q, k, v, { isCausal: true }));
    expectBitEqual(out.float().cpu(), python[n]!, String(backend));
  });
});

test('transformers train with bits equal, prepared inference computes on the GPU', () => {
  const python = runPython<[Tensor, Tensor]>(`
torch.manual_seed(4)
layer = torch.nn.TransformerEncoderLayer(32, 4, 64, dropout=0.1, batch_first=True).cuda()
optimizer = torch.optim.Adam(layer.parameters(), lr=0.001)
x = torch.randn(3, 7, 32).cuda()
for _ in range(4):
    optimizer.zero_grad()
    loss = layer(x).pow(2).mean()
    loss.backward()
    optimizer.step()
layer.eval()
with torch.inference_mode():
    output = [loss.detach().cpu(), layer(x).cpu()]
`);
  torch.manualSeed(4);
  const layer = new nn.TransformerEncoderLayer(32, 4, { dimFeedforward: 64, dropout: 0.1, batchFirst: true }).to(
    device,
  );
  const optimizer = new optim.Adam(layer.parameters(), { lr: 0.001 });
  const x = torch.randn([3, 7, 32]).to(device);
  let last: Tensor = x;
  for (let i = 0; i < 4; i++) {
    optimizer.zeroGrad();
    last = layer.forward(x).pow(2).mean();
    last.backward();
    optimizer.step();
  }
  layer.eval();
  expectBitEqual(last.detach().cpu(), python[0], 'loss');
  expectBitEqual(
    torch.inferenceMode(() => layer.forward(x).cpu()),
    python[1],
    'inference',
  );
});

test('distributions, dropout and initialization draw the numbers of Python', () => {
  const python = runPython<Tensor[]>(`
torch.manual_seed(9)
d = torch.distributions
output = [t.cpu() for t in (
    torch.nn.functional.dropout(torch.ones(100).cuda(), 0.5), torch.nn.init.kaiming_uniform_(torch.empty(5, 6).cuda()),
    torch.bernoulli(torch.full((20,), 0.3).cuda()), torch.multinomial(torch.ones(10).cuda(), 5),
    d.Normal(torch.zeros(3).cuda(), 1.0).sample((4,)), d.Gamma(torch.ones(3).cuda(), 2.0).sample((4,)),
    torch.poisson(torch.full((9,), 4.5).cuda()), torch.empty(7).cuda().exponential_(), torch.rand(3, device="cuda"))]
`);
  torch.manualSeed(9);
  const at = (t: Tensor) => t.to(device);
  const { Normal, Gamma } = torch.distributions;
  const ours = [
    nn.functional.dropout(at(torch.ones([100])), 0.5),
    nn.init.kaimingUniform_(at(torch.empty([5, 6]))),
    torch.bernoulli(at(torch.full([20], 0.3))),
    torch.multinomial(at(torch.ones([10])), 5),
    new Normal(at(torch.zeros([3])), 1).sample([4]),
    new Gamma(at(torch.ones([3])), 2).sample([4]),
    torch.poisson(at(torch.full([9], 4.5))),
    at(torch.empty([7])).exponential_(),
    torch.rand([3], { device }),
  ];
  ours.forEach((tensor, i) => expectBitEqual(tensor.cpu(), python[i]!, String(i)));
});

describe('checkpoints', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gpu-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('of the GPU, written here and read by Python, and back, on either device', async () => {
    const [ours, theirs] = [path.join(folder, 'ours.pt'), path.join(folder, 'theirs.pt')];
    const model = new nn.Linear(3, 2).to(device);
    await torch.save({ model: model.stateDict(), step: 7 }, ours);
    const [where, weight, moved] = runPython<[string, Tensor, string]>(
      `
state = torch.load(input[0], weights_only=True)
torch.save(state, input[1])
output = [str(state["model"]["weight"].device), state["model"]["weight"].cpu(),
          str(torch.load(input[0], map_location="cpu")["model"]["bias"].device)]
`,
      [ours, theirs],
    );
    expect([where, moved]).toEqual(['cuda:0', 'cpu']);
    expectBitEqual(model.weight.detach().cpu(), weight);
    interface State {
      readonly model: Record<string, Tensor>;
      readonly step: number;
    }
    const back = (await torch.load(theirs)) as State;
    expect([back.model['weight']!.device.toString(), back.step]).toEqual(['cuda:0', 7]);
    expectBitEqual(back.model['weight']!.cpu(), weight);
    const there = (await torch.load(theirs, { mapLocation: 'cpu' })) as State;
    expect(there.model['weight']!.device.toString()).toBe('cpu');
    expectBitEqual(there.model['weight']!, weight);
  });
});

test('programs that Python exported or scripted run there', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gpu-'));
  try {
    const [exported, scripted] = [path.join(folder, 'model.pt2'), path.join(folder, 'model.pt')];
    const [x, expected, there] = runPython<[Tensor, Tensor, string]>(
      `
torch.manual_seed(6)
model = torch.nn.Sequential(torch.nn.Linear(5, 7), torch.nn.GELU(), torch.nn.Linear(7, 3)).cuda()
x = torch.randn(4, 5).cuda()
torch.export.save(torch.export.export(model, (x,)), input[0])
torch.jit.save(torch.jit.script(model), input[1])
output = [x.cpu(), model(x).detach().cpu(), str(model(x).device)]
`,
      [exported, scripted],
    );
    const program = torch.export.load(exported).module() as nn.Module & { forward(x: Tensor): Tensor };
    const script = torch.jit.load<{ forward(x: Tensor): Tensor }>(scripted);
    for (const model of [program, script]) {
      const out = model.forward(x.to(device));
      expect(out.device.toString()).toBe(there);
      expectBitEqual(out.detach().cpu(), expected);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a Trainer, batches from pinned memory, and backward off the thread', async () => {
  torch.manualSeed(0);
  const x = torch.randn([256, 8]);
  const y = x.sum(1).gt(0).long();
  const { DataLoader, TensorDataset } = torch.data;
  const loader = new DataLoader(new TensorDataset(x, y), { batchSize: 32, shuffle: true, pinMemory: true });
  const model = new nn.Sequential(new nn.Linear(8, 32), new nn.ReLU(), new nn.Linear(32, 2)).to(device);
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.01 });
  const trainer = new torch.training.Trainer({
    model,
    loss: new nn.CrossEntropyLoss(),
    optimizer,
    device,
    maxEpochs: 8,
  });
  await trainer.fit(loader);
  const accuracy = model.forward(x.to(device)) as Tensor;
  expect(accuracy.argmax(1).eq(y.to(device)).float().mean().item()).toBeGreaterThan(0.9);
  const loss = (model.forward(x.to(device)) as Tensor).pow(2).mean();
  await loss.backwardAsync();
  expect([...model.parameters()].every((p) => p.grad !== null && p.grad.isCuda)).toBe(true);
});

test('transforms of functions', () => {
  torch.manualSeed(0);
  const x = torch.randn([6, 4]);
  const f = (v: Tensor) => v.sin().mul(v).sum();
  const cpu = torch.func.vmap(torch.func.grad(f))(x);
  const gpu = torch.func.vmap(torch.func.grad(f))(x.to(device));
  expect(torch.allclose(gpu.cpu(), cpu, { atol: 1e-6 })).toBe(true);
});

test('the profiler sees the kernels of the GPU', () => {
  const { profile, ProfilerActivity } = torch.profiler;
  const x = torch.ones([512, 512], { device });
  const running = new profile({ activities: [ProfilerActivity.CPU, ProfilerActivity.CUDA] });
  running.start();
  x.matmul(x).sum().item();
  running.stop();
  const total = running.keyAverages().reduce((sum, event) => sum + event.deviceTimeTotal, 0);
  expect(total).toBeGreaterThan(0);
});
