/**
 * Whatever makes tensors, in a loop that never yields and has no scopes: the peak of resident memory stays below 150 MB
 * above the start, though each loop makes from half a gigabyte up to ten.
 */
import { leastBelow } from '../support/least';
import { runProgram } from './program';

/** The text of a program: `step` runs `count` times, after `before` has run once. */
interface Producer {
  readonly name: string;
  readonly before?: string;
  readonly step: string;
  readonly count: number;
}

const MEGABYTES = 150;

function grownBy(body: string): Promise<number> {
  return leastBelow(MEGABYTES, async () => (await runProgram(body))['grown'] ?? NaN);
}

const operators: readonly Producer[] = [
  { name: 'factories', step: 'torch.zeros([250000]); torch.rand([250000]); torch.arange(250000)', count: 500 },
  {
    name: 'numbers',
    before: 'const list = Array.from({ length: 20000 }, (_, i) => i)',
    step: 'torch.tensor(list)',
    count: 4000,
  },
  { name: 'bytes', before: 'const bytes = new Float32Array(250000)', step: 'torch.tensor(bytes)', count: 1000 },
  { name: 'arithmetic', step: 'x.add(1).mul(x)', count: 600 },
  { name: 'with a graph', step: 'w.mul(2).sigmoid().exp().sum()', count: 500 },
  { name: 'matrices', step: 'x.matmul(x)', count: 400 },
  { name: 'reductions', step: 'x.sum(0); x.max(1); x.softmax(1)', count: 600 },
  {
    name: 'shapes',
    step: 'x.t().contiguous(); torch.cat([x, x]); x.split(100).map((part) => part.clone())',
    count: 300,
  },
  {
    name: 'indexing',
    step: "x.index(':', torch.arange(500)); x.gather(1, torch.zeros([500, 500], { dtype: torch.int64 }))",
    count: 500,
  },
  { name: 'lists of results', step: 'x.sort(); x.topk(400); x.unbind().length', count: 200 },
  {
    name: 'linear algebra',
    before: 'const a = torch.randn([200, 200])',
    step: 'torch.linalg.qr(a); torch.linalg.inv(a)',
    count: 600,
  },
  { name: 'Fourier transforms', step: 'torch.fft.fft2(x)', count: 300 },
  { name: 'conversions', step: 'x.to(torch.float64); x.to(torch.bfloat16)', count: 500 },
  { name: 'sparse', step: 'x.toSparse()', count: 100 },
  { name: 'in place and out', step: 'torch.ones([250000]).add_(1).mul_(2)', count: 800 },
  {
    name: 'small results with long graphs',
    before: 'const s = torch.ones([4], { requiresGrad: true })',
    step: 'let y = s; for (let i = 0; i < 50; i++) y = y.sin()',
    count: 4000,
  },
].map((producer) => ({ ...producer, name: `operators: ${producer.name}` }));

const layers: readonly Producer[] = [
  { name: 'Linear is constructed', step: 'new nn.Linear(1000, 1000)', count: 300 },
  { name: 'Linear in float64 is constructed', step: 'new nn.Linear(700, 700, { dtype: torch.float64 })', count: 200 },
  { name: 'a small Linear is constructed', step: 'new nn.Linear(4, 4)', count: 20000 },
  { name: 'Transformer is constructed', step: 'new nn.TransformerEncoderLayer(256, 4)', count: 100 },
  { name: 'LSTM is constructed', step: 'new nn.LSTM(200, 300)', count: 300 },
  {
    name: 'Sequential is constructed',
    step: 'new nn.Sequential(new nn.Linear(500, 500), new nn.ReLU(), new nn.Linear(500, 500))',
    count: 300,
  },
  { name: 'deepCopy', before: 'const big = new nn.Linear(1000, 1000)', step: 'nn.deepCopy(big)', count: 300 },
  {
    name: 'stateDict and its clones',
    before: 'const big = new nn.Linear(1000, 1000)',
    step: 'for (const value of Object.values(big.stateDict())) value.clone()',
    count: 300,
  },
  { name: 'Linear', before: 'const l = new nn.Linear(500, 500)', step: 'l.forward(x)', count: 500 },
  {
    name: 'convolution',
    before: 'const l = new nn.Conv2d(3, 16, 3), i = torch.rand([4, 3, 64, 64])',
    step: 'l.forward(i)',
    count: 600,
  },
  {
    name: 'normalization and dropout',
    before:
      'const l = new nn.Sequential(new nn.BatchNorm1d(500), new nn.LayerNorm(500), new nn.Dropout(), new nn.GELU())',
    step: 'l.forward(w)',
    count: 300,
  },
  {
    name: 'attention',
    before: 'const l = new nn.MultiheadAttention(64, 4), i = torch.rand([50, 4, 64])',
    step: 'l.forward(i, i, i)',
    count: 400,
  },
  {
    name: 'embedding',
    before: 'const l = new nn.Embedding(1000, 250), i = torch.arange(1000)',
    step: 'l.forward(i)',
    count: 600,
  },
  ...['RNN', 'LSTM', 'GRU'].map((kind) => ({
    name: kind,
    before: `const l = new nn.${kind}(64, 128), i = torch.rand([50, 16, 64])`,
    step: 'l.forward(i)',
    count: 250,
  })),
  {
    name: 'a small RNN',
    before: 'const l = new nn.RNN(8, 16), i = torch.rand([5, 4, 8])',
    step: 'l.forward(i)',
    count: 5000,
  },
  {
    name: 'losses',
    before: 'const y = torch.zeros([500], { dtype: torch.int64 }), c = new nn.CrossEntropyLoss(), m = new nn.MSELoss()',
    step: 'c.forward(w, y); m.forward(w, x)',
    count: 400,
  },
  {
    name: 'the fused recurrent kernels',
    before: 'torch.backends.rnn.fused = true; const l = new nn.LSTM(64, 128), i = torch.rand([50, 16, 64])',
    step: 'l.forward(i)',
    count: 400,
  },
  {
    name: 'hooks',
    before:
      'const l = new nn.Linear(500, 500); l.registerFullBackwardHook(() => undefined); l.registerFullBackwardPreHook(() => undefined)',
    step: 'l.forward(w).sum().backward()',
    count: 300,
  },
  {
    name: 'checkpoint',
    before: 'const l = new nn.Linear(500, 500)',
    step: 'torch.utils.checkpoint.checkpoint(l, [w]).sum().backward()',
    count: 300,
  },
  {
    name: 'training',
    before: 'const l = new nn.Linear(500, 500), o = new torch.optim.Adam(l.parameters())',
    step: 'o.zeroGrad(); l.forward(x).relu().sum().backward(); o.step()',
    count: 300,
  },
].map((producer) => ({ ...producer, name: `nn: ${producer.name}` }));

const DOUBLE = `class Double extends torch.autograd.Function {
    static forward(context, t) { context.saveForBackward(t); return t.mul(2); }
    static backward(context, gradient) { return gradient.mul(2); }
  }`;

const others: readonly Producer[] = [
  { name: 'custom functions', before: DOUBLE, step: 'Double.apply(w).sum().backward()', count: 500 },
  { name: 'grad and its graphs', step: 'torch.autograd.grad(w.pow(3).sum(), [w], { createGraph: true })', count: 300 },
  { name: 'hooks that reach their tensor', step: 'const t = w.mul(2); t.registerHook(() => t.shape)', count: 800 },
  {
    name: 'hooks of small tensors that they reach',
    step: 'const t = torch.ones([4], { requiresGrad: true }); t.registerHook(() => t.shape)',
    count: 60000,
  },
  {
    name: 'custom functions that reach their result',
    before: DOUBLE,
    step: 'const all = []; class Own extends Double { static backward(c, g) { return all[0].mul(g); } } all.push(Own.apply(w))',
    count: 500,
  },
  {
    name: 'modules that keep their output under a hook',
    step: 'const l = new nn.Linear(500, 100); l.registerFullBackwardHook((m) => m.last); l.last = l.forward(w)',
    count: 400,
  },
  { name: 'load', before: 'const bytes = torch.saveToBuffer({ a: x })', step: 'torch.load(bytes)', count: 1000 },
  { name: 'save', step: 'torch.saveToBuffer({ a: x })', count: 500 },
  { name: 'fromShared', step: 'torch.fromShared(torch.ones([250000]).share())', count: 1000 },
  { name: 'generators', step: 'new torch.Generator()', count: 100_000 },
  { name: 'generators and their states', step: 'new torch.Generator().getState()', count: 50_000 },
  {
    name: 'optimizers',
    before: 'const l = new nn.Linear(2, 2)',
    step: 'new torch.optim.Adam(l.parameters())',
    count: 20_000,
  },
  {
    name: 'optimizers with state',
    before: 'const l = new nn.Linear(300, 300); l.forward(torch.ones([300])).sum().backward()',
    step: 'new torch.optim.Adam(l.parameters()).step()',
    count: 600,
  },
  {
    name: 'loaders',
    before: 'const d = new torch.data.TensorDataset(torch.rand([200, 5000]))',
    step: 'for (const batch of new torch.data.DataLoader(d, { batchSize: 20 })) batch.length',
    count: 150,
  },
];

test.each([...operators, ...layers, ...others])(
  '$name',
  async ({ before = '', step, count }) => {
    const body = `
    const w = torch.rand([500, 500], { requiresGrad: true }), x = torch.rand([500, 500]);
    ${before};
    const step = () => { ${step}; };
    for (let i = 0; i < 3; i++) step();
    const start = resident();
    for (let i = 0; i < ${count}; i++) step();
    return { grown: peak() - start };`;
    expect(await grownBy(body)).toBeLessThan(MEGABYTES);
  },
  340_000,
);

/** Those that need turns of the event loop; between two turns nothing is awaited that would let finalizers run. */
const asynchronous: readonly Producer[] = [
  { name: 'forwardAsync', before: 'const l = new nn.Linear(500, 500)', step: 'await l.forwardAsync(x)', count: 300 },
  {
    name: 'loadAsync',
    before: 'const bytes = torch.saveToBuffer({ a: x })',
    step: 'await torch.loadAsync(bytes)',
    count: 300,
  },
  { name: 'backwardAsync', step: 'await w.mul(2).exp().sum().backwardAsync()', count: 300 },
  {
    name: 'tensors of a worker',
    before: `
      const { Worker } = require('node:worker_threads');
      const code = 'const torch = require(' + JSON.stringify(dist) + '); const { parentPort } = require("node:worker_threads");' +
        'parentPort.on("message", () => parentPort.postMessage(torch.ones([250000]).share()));';
      const worker = new Worker(code, { eval: true });
      const next = () => new Promise((resolve) => { worker.once('message', resolve); worker.postMessage(0); });`,
    step: 'torch.fromShared(await next())',
    count: 800,
  },
  {
    name: 'the workers of a loader',
    before: `
      const fs = require('node:fs'), os = require('node:os'), path = require('node:path');
      const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'producers-')), 'dataset.cjs');
      fs.writeFileSync(file, 'const torch = require(' + JSON.stringify(dist) + ');' +
        'module.exports = () => ({ length: 400, get: (i) => torch.full([25000], i) });');
      const loader = new torch.data.DataLoader(new torch.data.WorkerDataset(file), { batchSize: 10, numWorkers: 1 });`,
    step: 'for await (const batch of loader) batch.shape',
    count: 20,
  },
];

test.each(asynchronous)(
  'asynchronous: $name',
  async ({ before = '', step, count }) => {
    const body = `
    const w = torch.rand([500, 500], { requiresGrad: true }), x = torch.rand([500, 500]);
    ${before};
    const step = async () => { ${step}; };
    for (let i = 0; i < 3; i++) await step();
    const start = resident();
    for (let i = 0; i < ${count}; i++) await step();
    const grown = peak() - start;
    if (typeof worker !== 'undefined') await worker.terminate();
    return { grown };`;
    expect(await grownBy(body)).toBeLessThan(MEGABYTES);
  },
  340_000,
);
