'use strict';
// The kinds of work that go on beside the JavaScript thread. Each makes what it needs and returns what starts one piece
// of it, as a promise; `ready`, where there is one, settles when the work is really under way.
const fs = require('node:fs');
const path = require('node:path');
const torch = require('../../../dist/index');
const { data, nn, optim, training } = torch;

const SIZE = 300;

/** @param folder Where {@link prepare} of end.ts has put files. @param name Of this process's own files. */
module.exports = (folder, name) => {
  const x = torch.randn([SIZE, SIZE], { requiresGrad: true });
  const file = path.join(folder, 'weights.pt');
  const safetensors = path.join(folder, 'weights.safetensors');
  const once = (start) => ({ start });

  function layer(module, input) {
    return once(() => module.forwardAsync(input));
  }

  function epoch(loader) {
    const batches = loader[Symbol.asyncIterator]();
    return { start: () => batches.next(), ready: () => batches.next() };
  }

  return {
    backward() {
      const loss = x.mm(x).mm(x).mm(x).sum();
      return once(() => loss.backwardAsync());
    },
    hook() {
      const y = x.mm(x);
      y.registerHook((gradient) => gradient.mul(2));
      const loss = y.mm(x).sum();
      return once(() => loss.backwardAsync());
    },
    forward: () => layer(new nn.LSTM(64, 128), torch.randn([60, 8, 64])),
    sequential: () => layer(new nn.Sequential(new nn.Linear(SIZE, SIZE), new nn.ReLU(), new nn.Linear(SIZE, SIZE)), x),
    dropout: () => layer(new nn.Dropout(), x),
    step() {
      const p = torch.randn([SIZE * 10, SIZE], { requiresGrad: true });
      p.grad = torch.ones([SIZE * 10, SIZE]);
      const optimizer = new optim.Adam([p]);
      return once(() => optimizer.stepAsync());
    },
    load: () => once(() => torch.loadAsync(file)),
    loadBytes() {
      const bytes = fs.readFileSync(file);
      return once(() => torch.loadAsync(bytes));
    },
    loadMapped: () => once(() => torch.loadAsync(file, { mmap: true })),
    save: (i) => once(() => torch.saveAsync({ x: x.detach() }, path.join(folder, `${name}-${i}.pt`))),
    loadSafetensors: () => once(() => torch.loadSafetensorsAsync(safetensors)),
    saveSafetensors: (i) =>
      once(() => torch.saveSafetensorsAsync({ x: x.detach() }, path.join(folder, `${name}-${i}.safetensors`))),
    loader() {
      const dataset = new data.TensorDataset(torch.randn([5000, SIZE]));
      return epoch(new data.DataLoader(dataset, { batchSize: 500, numWorkers: 1 }));
    },
    workerLoader(i) {
      if (i > 0) return null;
      const dataset = new data.WorkerDataset(path.join(__dirname, 'end-dataset.cjs'), { length: 400, size: SIZE });
      return epoch(new data.DataLoader(dataset, { batchSize: 4, numWorkers: 1 }));
    },
    trainInWorker(i) {
      if (i > 0) return null;
      const run = training.trainInWorker(path.join(__dirname, 'end-training.cjs'), { data: 50 });
      return { start: () => run, ready: () => run[Symbol.asyncIterator]().next() };
    },
  };
};
