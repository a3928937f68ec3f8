'use strict';
// What several Node ranks do together, for ddp-ranks.test.ts: each function is one scene, and gives what the rank has seen.
const torch = require('../../../lib/index');

const { nn, distributed: dist } = torch;
const { Join, JoinHook } = dist.algorithms;
const DDP = nn.parallel.DistributedDataParallel;

const said = (action) => {
  try {
    action();
    return null;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

const saidLater = async (action) => {
  try {
    await action();
    return null;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

/** This rank's rows of a batch; the last rank may get none. */
const share = (whole, rows) => {
  const from = rows.slice(0, dist.getRank()).reduce((sum, count) => sum + count, 0);
  return whole.narrow(0, from, rows[dist.getRank()]);
};

/** One layer over its rows of each batch: output, gradients, statistics. */
function syncBatchNorm({ whole, gradient, rows, options, channelsLast }) {
  const layer = new nn.SyncBatchNorm(whole.shape[1], options);
  if (whole.dtype === torch.float64) layer.double();
  const steps = [];
  for (let i = 0; i < 2; i++) {
    let x = share(whole.add(i), rows).clone();
    if (channelsLast) x = x.to({ memoryFormat: torch.channelsLast });
    x.requiresGrad_();
    const y = layer.forward(x);
    layer.zeroGrad();
    if (y.requiresGrad) y.backward(share(gradient, rows));
    // Each rank has its part of these two; DistributedDataParallel would average them.
    const parts = [layer.weight, layer.bias].flatMap((parameter) =>
      parameter ? [parameter.grad ?? parameter.mul(0).detach()] : [],
    );
    for (const part of parts) dist.allReduce(part);
    steps.push({ y: y.detach(), grad: x.grad, parts });
  }
  const evaluated = layer.eval().forward(share(whole, rows)).detach();
  return {
    steps,
    evaluated,
    running: [layer.runningMean, layer.runningVar].filter(Boolean),
    tracked: layer.numBatchesTracked,
  };
}

const model = () => new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 2));
const values = (module) => module.parameters().map((parameter) => parameter.detach().clone());

/** The mean of the gradients of two steps, by the usual way and by one reduction at the end. */
function delayed() {
  const train = (options) => {
    torch.manualSeed(1);
    const net = model();
    const ddp = new DDP(net, options(net));
    const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
    for (let i = 0; i < 3; i++) {
      optimizer.zeroGrad();
      ddp
        .forward(torch.full([3, 4], i + dist.getRank(), { dtype: torch.float32 }))
        .square()
        .sum()
        .backward();
      optimizer.step();
    }
    return values(net);
  };
  const named = (net) => net.namedParameters();
  const first = (net) => named(net).find(([name]) => name === '0.weight')[1];
  const some = (net) => named(net).filter(([name]) => name.startsWith('2.'));
  return {
    plain: train(() => ({})),
    some: train((net) => ({ delayAllReduceNamedParams: some(net), paramToHookAllReduce: first(net) })),
    all: train((net) => ({ delayAllReduceNamedParams: named(net), paramToHookAllReduce: first(net) })),
  };
}

function differing() {
  const rank = dist.getRank();
  const counts = said(() => new DDP(rank ? model() : new nn.Linear(3, 4)));
  // The group is as good as before.
  const x = torch.ones([1]);
  dist.allReduce(x);
  return { counts, sum: x.item() };
}

/** Rank 0 has the shapes that count, and so goes on; the other one ends. */
function shapes() {
  const error = said(() => new DDP(new nn.Linear(3, 4 + dist.getRank())));
  if (dist.getRank() === 1) {
    process.stderr.write(error);
    process.exit(1);
  }
  return { error };
}

function early() {
  const ddp = new DDP(model());
  let steps = 0;
  const body = () => {
    for (let i = 0; i < 3 + 2 * dist.getRank(); i++) {
      ddp
        .forward(torch.ones([1, 4]))
        .sum()
        .backward();
      steps++;
    }
  };
  const error = said(() => ddp.join(body, { throwOnEarlyTermination: true }));
  return { steps, error };
}

/** Something of the program's own beside a module, and what a rank without inputs calls of it. */
async function joinables() {
  const calls = [];
  class Counter {
    constructor() {
      this.total = torch.zeros([1]);
    }
    get joinDevice() {
      return this.total.device;
    }
    get joinProcessGroup() {
      return dist.group?.WORLD ?? ddp.processGroup;
    }
    joinHook({ sign }) {
      const counter = this;
      return new (class extends JoinHook {
        mainHook() {
          calls.push('main');
          dist.allReduce(torch.zeros([1]));
        }
        postHook(isLast) {
          calls.push(`post ${isLast} ${sign}`);
          dist.broadcast(counter.total, dist.getWorldSize() - 1);
        }
      })();
    }
    step() {
      const one = torch.ones([1]);
      dist.allReduce(one);
      this.total.add_(one);
    }
  }
  const ddp = new DDP(model());
  const counter = new Counter();
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await new Join([ddp, counter], { sign: '+' }).run(async () => {
    for (let i = 0; i < 2 + 3 * dist.getRank(); i++) {
      const loss = (await ddp.forwardAsync(torch.ones([1, 4]))).sum();
      await loss.backwardAsync();
      counter.step();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  clearInterval(timer);
  const blocked = said(() => new Join([ddp, { ...counter, joinHook: 3 }]));
  return { calls, total: counter.total.item(), parameters: values(ddp), ticked: ticks > 0, blocked };
}

/** A promise of a hook that waits for the event loop between two collectives. */
async function promises() {
  const ddp = new DDP(model(), { bucketCapMb: 0.00005 });
  ddp.registerCommHook(null, async (_state, bucket) => {
    const buffer = bucket.buffer();
    await dist.allReduce(buffer, { asyncOp: true });
    await new Promise((resolve) => setTimeout(resolve, 2));
    return buffer.div(dist.getWorldSize());
  });
  for (let i = 0; i < 3; i++) {
    ddp.zeroGrad();
    await ddp
      .forward(torch.full([2, 4], dist.getRank() + i, { dtype: torch.float32 }))
      .square()
      .sum()
      .backwardAsync();
  }
  return ddp.parameters().map(({ grad }) => grad);
}

/** The other rank ends in the middle. */
async function death() {
  const ddp = new DDP(model());
  const later = new DDP(model());
  for (let i = 0; i < 2; i++) {
    for (const module of [ddp, later])
      module
        .forward(torch.ones([1, 4]))
        .sum()
        .backward();
  }
  const loss = ddp.forward(torch.ones([1, 4])).sum();
  if (dist.getRank() === 1) process.exit(0);
  const errors = [
    said(() => loss.backward()),
    await saidLater(async () => (await later.forwardAsync(torch.ones([1, 4]))).sum().backwardAsync()),
  ];
  return { errors };
}

async function destroyed() {
  const ddp = new DDP(model());
  await dist.destroyProcessGroup();
  return [said(() => ddp.forward(torch.ones([1, 4]))), said(() => new DDP(model()))];
}

const SCENES = { syncBatchNorm, delayed, differing, shapes, early, joinables, promises, death, destroyed };

module.exports = async function play(scenes) {
  await dist.initProcessGroup('gloo', { timeout: 60 });
  const seen = [];
  for (const [name, input] of scenes) seen.push(await SCENES[name](input));
  if (dist.isInitialized()) await dist.destroyProcessGroup();
  return seen;
};
