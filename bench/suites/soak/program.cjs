'use strict';
// Long runs, in a process that does nothing else: node --expose-gc program.cjs steps COUNT | abort COUNT
// Prints what is left over as JSON. test/memory runs it with smaller counts.
const { readdirSync } = require('node:fs');
const { setTimeout: sleep } = require('node:timers/promises');
const torch = require('../../../dist/index');
const { data, nn, optim, training } = torch;

class Net extends nn.Module {
  constructor() {
    super();
    this.rnn = new nn.RNN(8, 16, { batchFirst: true });
    this.fc = new nn.Linear(16, 2);
  }
  forward(x) {
    const [out] = this.rnn.forward(x);
    return this.fc.forward(out.index(':', -1, ':'));
  }
}

/** A trainer and its loader: 32 steps in an epoch. */
function parts(options) {
  const model = new Net();
  const x = torch.randn([128, 5, 8]);
  const y = x.sum([1, 2]).gt(0).to(torch.int64);
  const loader = new data.DataLoader(new data.TensorDataset(x, y), { batchSize: 4, shuffle: true });
  const trainer = new training.Trainer({
    model,
    loss: new nn.CrossEntropyLoss(),
    optimizer: new optim.Adam(model.parameters()),
    metrics: { accuracy: new training.Accuracy() },
    ...options,
  });
  return { model, loader, trainer };
}

/** Lets go of everything that nobody holds. */
async function settle() {
  for (let i = 0; i < 5; i++) {
    await sleep(20);
    globalThis.gc();
    torch.sweep();
  }
}

function left() {
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task').length : 0;
  const { tensors, bytes } = torch.memory();
  return {
    tensors,
    bytes,
    threads,
    handles: process.getActiveResourcesInfo().length,
    rss: process.memoryUsage.rss() / 1e6,
  };
}

function difference(before, after) {
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
}

async function run(maxSteps) {
  const { loader, trainer } = parts({ maxSteps });
  return (await trainer.fit(loader, { validation: loader })).step;
}

async function steps(count) {
  await run(Math.min(2000, count));
  await settle();
  const before = left();
  const done = await run(count);
  await settle();
  return { done, ...difference(before, left()) };
}

/** A run in this thread that is aborted after so many ms, or ends by itself. */
async function runHere(after) {
  const { loader, trainer } = parts({ maxEpochs: 4 });
  const controller = new AbortController();
  if (after === 0) controller.abort(new Error('enough'));
  const timer = Number.isFinite(after) && setTimeout(() => controller.abort(new Error('enough')), after);
  const { signal } = controller;
  return trainer.fit(loader, { signal, validation: loader }).finally(() => clearTimeout(timer));
}

async function runInWorker(after, i) {
  const controller = new AbortController();
  if (after === 0) controller.abort(new Error('enough'));
  const options = { signal: controller.signal, threads: 1 + (i % 2), graceMs: i % 3 === 0 ? 0 : 5000 };
  const run = training.trainInWorker(__filename, options);
  const end = () => (i % 5 === 0 ? run.terminate() : controller.abort(new Error('enough')));
  const timer = after > 0 && Number.isFinite(after) && setTimeout(end, after);
  try {
    for await (const event of run) {
      if (event.type === 'step' && event.step % 16 === 0) void look(run);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Asks for the weights, which the run may be too late to give. */
async function look(run) {
  const weights = await run.weights().catch(() => ({}));
  for (const tensor of Object.values(weights)) tensor.dispose();
}

/** When a run is aborted: some before they start, most in the middle, some never. */
function moment(i) {
  if (i % 7 === 0) return 0;
  if (i % 6 < 2) return Infinity;
  return Math.floor(Math.random() * (i % 2 ? 1000 : 100));
}

async function abort(count) {
  const outcomes = {};
  const runs = async (from, to) => {
    for (let i = from; i < to; i++) {
      const outcome = await (i % 2 ? runInWorker(moment(i), i) : runHere(moment(i))).then(
        () => 'finished',
        ({ code, message }) => code ?? message,
      );
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  };
  await runs(0, 8);
  await settle();
  const before = left();
  await runs(8, 8 + count);
  await settle();
  return { outcomes, ...difference(before, left()) };
}

/** What the workers run. */
module.exports = async ({ signal, watch }) => {
  const { model, loader, trainer } = parts({ maxEpochs: 6 });
  await watch(trainer.fit(loader, { signal, validation: loader }), model);
};

if (require.main === module) {
  const [what, count] = process.argv.slice(2);
  void { steps, abort }[what](Number(count)).then((result) => console.log(JSON.stringify(result)));
}
