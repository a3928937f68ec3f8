'use strict';
// A process that ends while jobs of one kind run: node end-fixture.cjs KIND WAY FOLDER. Runs the compiled package.
const path = require('node:path');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const torch = require('../../../dist');
const { data, nn, optim } = torch;

const [kind, way, folder] = isMainThread ? process.argv.slice(2) : workerData;
torch.setNumThreads(1);
const SIZE = 300;
const file = path.join(folder, 'weights.pt');
const x = torch.randn([SIZE, SIZE], { requiresGrad: true });

/** Each makes what a job needs and returns what starts it. */
const kinds = {
  backward: () => {
    const loss = x.mm(x).mm(x).mm(x).sum();
    return () => loss.backwardAsync();
  },
  hook: () => {
    const y = x.mm(x);
    y.registerHook((gradient) => gradient.mul(2));
    const loss = y.mm(x).sum();
    return () => loss.backwardAsync();
  },
  forward: () => {
    const rnn = new nn.LSTM(64, 128);
    const input = torch.randn([60, 8, 64]);
    return () => rnn.forwardAsync(input);
  },
  dropout: () => {
    const layer = new nn.Dropout();
    return () => layer.forwardAsync(x);
  },
  step: () => {
    const p = torch.randn([SIZE * 10, SIZE], { requiresGrad: true });
    p.grad = torch.ones([SIZE * 10, SIZE]);
    const optimizer = new optim.Adam([p]);
    return () => optimizer.stepAsync();
  },
  load: () => () => torch.loadAsync(file),
  save: (i) => () => torch.saveAsync({ x: x.detach() }, path.join(folder, `saved-${way}-${i}.pt`)),
  loadSafetensors: () => () => torch.loadSafetensorsAsync(path.join(folder, 'weights.safetensors')),
  saveSafetensors: (i) => () =>
    torch.saveSafetensorsAsync({ x: x.detach() }, path.join(folder, `saved-${way}-${i}.safetensors`)),
  loader: () => {
    const loader = new data.DataLoader(new data.TensorDataset(torch.randn([5000, SIZE])), {
      batchSize: 500,
      numWorkers: 1,
    });
    const batches = loader[Symbol.iterator]();
    return async () => batches.next();
  },
};

function start() {
  const starts = Array.from({ length: 8 }, (_, i) => kinds[kind](i));
  for (const each of starts) each().catch(() => undefined);
}

const ways = {
  exit: () => process.exit(7),
  throw: () => {
    throw new Error('uncaught');
  },
  signal: () => {
    process.on('SIGTERM', () => process.exit(8));
    process.kill(process.pid, 'SIGTERM');
  },
  reallyExit: () => process.reallyExit(9),
  end: () => (process.exitCode = 10),
};

if (!isMainThread) {
  start();
  parentPort.postMessage('started');
} else if (way.startsWith('worker')) {
  const worker = new Worker(__filename, { workerData: [kind, way, folder] });
  worker.once('message', () =>
    setTimeout(() => {
      if (way === 'workerExit') process.exit(7);
      void worker.terminate().then(() => (process.exitCode = 11));
    }, Math.random() * 10),
  );
} else {
  start();
  setTimeout(ways[way], Math.random() * 10);
}
