'use strict';
// One Node rank of ddp.test.ts: trains each case and tells the bits of gradients and parameters after each step. The Python
// rank, ddp_rank.py, does the same.
const { createHash } = require('node:crypto');
const torch = require('../../../lib/index');
const { bytesOf } = require('../../support/wire');

const { nn, distributed: dist } = torch;
const { defaultHooks, powerSGDHook, quantizationHooks } = dist.algorithms.ddpCommHooks;

/** A layer that is never used, one that some steps use, and outputs that no loss comes from. */
class Branches extends nn.Module {
  constructor() {
    super();
    this.first = new nn.Linear(6, 8);
    this.never = new nn.Linear(3, 3);
    this.some = new nn.Linear(8, 8);
    this.out = new nn.Linear(8, 4);
    this.side = new nn.Linear(8, 2);
  }

  forward(x, step) {
    let hidden = this.first.forward(x).relu();
    if (step >= 0 && (step + dist.getRank()) % 3 === 0) hidden = this.some.forward(hidden);
    // Python does not take outputs of static graphs that no loss comes from.
    return { main: this.out.forward(hidden), more: step >= 0 ? [this.side.forward(hidden), x] : [x] };
  }
}

class Bag extends nn.Module {
  constructor() {
    super();
    this.embedding = new nn.Embedding(20, 6, { sparse: true });
    this.out = new nn.Linear(6, 4);
  }

  forward(x) {
    const words = x.narrow(1, 0, 3).abs().mul(5).to(torch.int64).clamp({ max: 19 });
    return this.out.forward(this.embedding.forward(words).sum(1));
  }
}

/** The network of the guide: word numbers, an LSTM over them, two classes from its last time step. */
class Mails extends nn.Module {
  constructor() {
    super();
    // Libtorch's own kernels, which are Python's.
    torch.backends.rnn.fused = false;
    this.embedding = new nn.Embedding(200, 100, { paddingIdx: 0 });
    this.lstm = new nn.LSTM(100, 128, { batchFirst: true });
    this.output = new nn.Linear(128, 4);
    this.logSoftmax = new nn.LogSoftmax(1);
  }

  forward(x) {
    const [out] = this.lstm.forward(this.embedding.forward(x.abs().mul(60).to(torch.int64).clamp({ max: 199 })));
    return this.logSoftmax.forward(this.output.forward(out.select(1, -1)));
  }
}

const MODELS = {
  mlp: () =>
    new nn.Sequential(new nn.Linear(6, 40), new nn.ReLU(), new nn.Linear(40, 40), new nn.Tanh(), new nn.Linear(40, 4)),
  // More than two million multiplications, over which runs of layers are libtorch's.
  wide: () =>
    new nn.Sequential(
      new nn.Linear(6, 700),
      new nn.ReLU(),
      new nn.Linear(700, 700),
      new nn.Tanh(),
      new nn.Linear(700, 4),
    ),
  square: () =>
    new nn.Sequential(
      new nn.Linear(6, 8),
      ...[0, 1, 2].map(() => new nn.Linear(8, 8)),
      new nn.Tanh(),
      new nn.Linear(8, 4),
    ),
  norm: () => new nn.Sequential(new nn.Linear(6, 8), new nn.BatchNorm1d(8), new nn.ReLU(), new nn.Linear(8, 4)),
  conv: () => {
    const layers = [
      new nn.Conv2d(1, 4, 3),
      new nn.BatchNorm2d(4),
      new nn.ReLU(),
      new nn.Flatten(),
      new nn.Linear(64, 4),
    ];
    const model = new nn.Sequential(new nn.Unflatten(1, [1, 6, 6]), new nn.Sequential(...layers));
    return model.to({ memoryFormat: torch.channelsLast });
  },
  branches: () => new Branches(),
  bag: () => new Bag(),
  lstm: () => new Mails(),
};

/** Gradients as bfloat16, in a hook of one's own; the state counts. */
function halves(state, bucket) {
  state.calls += 1;
  const sizes = bucket.gradients().map((gradient) => gradient.numel());
  state.sizes.push(bucket.parameters().every((parameter, i) => parameter.numel() === sizes[i]));
  const small = bucket.buffer().to(torch.bfloat16).div_(dist.getWorldSize());
  const future = dist.allReduce(small, { asyncOp: true }).getFuture();
  return future.then(([sum]) => sum.to(torch.float32));
}

const NAMED = {
  allreduce_hook: defaultHooks.allreduceHook,
  fp16_compress_hook: defaultHooks.fp16CompressHook,
  quantization_pertensor_hook: quantizationHooks.quantizationPertensorHook,
  quantization_perchannel_hook: quantizationHooks.quantizationPerchannelHook,
};

const POWER = {
  power_sgd: { startPowerSGDIter: 2 },
  power_sgd_cold: { startPowerSGDIter: 2, warmStart: false, useErrorFeedback: false, randomSeed: 5 },
  power_sgd_rank_2: { startPowerSGDIter: 3, matrixApproximationRank: 2, orthogonalizationEpsilon: 1e-8 },
  power_sgd_rank_3: { startPowerSGDIter: 2, matrixApproximationRank: 3, batchTensorsWithSameShape: true },
  batched_power_sgd: { startPowerSGDIter: 2, matrixApproximationRank: 2 },
};

function registerPower(ddp, hook) {
  const state = new powerSGDHook.PowerSGDState(null, { minCompressionRate: 1, ...POWER[hook] });
  ddp.registerCommHook(
    state,
    hook.startsWith('batched') ? powerSGDHook.batchedPowerSGDHook : powerSGDHook.powerSGDHook,
  );
}

function register(ddp, hook) {
  const state = { calls: 0, sizes: [] };
  if (hook === 'ALLREDUCE' || hook === 'FP16_COMPRESS') ddp.registerBuiltinCommHook(hook);
  else if (hook === 'halves') ddp.registerCommHook(state, halves);
  else if (hook === 'wrapped') ddp.registerCommHook(null, defaultHooks.fp16CompressWrapper(defaultHooks.allreduceHook));
  else if (POWER[hook]) registerPower(ddp, hook);
  else if (hook) ddp.registerCommHook(null, NAMED[hook]);
  return state;
}

function digest(tensors) {
  const sha = createHash('sha256');
  for (const tensor of tensors) sha.update(bytesOf(tensor.isSparse ? tensor.coalesce().toDense() : tensor));
  return sha.digest('hex').slice(0, 16);
}

function optimizerOf({ optimizer, model }, params) {
  if (optimizer === 'adam') return new torch.optim.Adam(params, { lr: 0.01 });
  return new torch.optim.SGD(params, { lr: 0.1, momentum: model === 'bag' ? 0 : 0.9 });
}

/** One step in the order of Python's, on the thread or off it. */
class Step {
  constructor(test, ddp, optimizer, told) {
    Object.assign(this, { test, ddp, optimizer, told });
  }

  begin(step) {
    const { test, optimizer } = this;
    if (test.zeros && step % 2 === 0) optimizer.zeroGrad({ setToNone: false });
    else if (!(test.nosync && step % 2 === 1)) optimizer.zeroGrad();
    this.skip = Boolean(test.nosync && step % 2 === 0);
  }

  inputs(x, step) {
    return this.test.model === 'branches' ? [x, this.test.static ? -1 : step] : [x];
  }

  end(loss) {
    const { ddp, optimizer, told } = this;
    if (!this.skip) optimizer.step();
    const gradients = ddp.parameters().flatMap((parameter) => parameter.grad ?? []);
    told.push([digest(gradients), digest(ddp.parameters()), digest(ddp.buffers()), digest([loss])]);
  }

  now(x, y, step) {
    this.begin(step);
    const body = () => {
      const loss = lossOf(this.ddp.forward(...this.inputs(x, step)), y);
      loss.backward();
      return loss;
    };
    this.end(this.skip ? this.ddp.noSync(body) : body());
  }

  async later(x, y, step) {
    this.begin(step);
    const body = async () => {
      const loss = lossOf(await this.ddp.forwardAsync(...this.inputs(x, step)), y);
      await loss.backwardAsync();
      return loss;
    };
    this.end(await (this.skip ? this.ddp.noSync(body) : body()));
  }
}

const lossOf = (found, y) => nn.functional.crossEntropy(found.main ?? found, y);

const INPUTS = { conv: 36, lstm: 50 };
const LOGGED = [
  ...['bucket_sizes', 'rebuilt_bucket_sizes', 'comm_hook', 'has_rebuilt_buckets', 'join_uneven_inputs', 'static_graph'],
  ...['iteration', 'num_parameter_tensors', 'module_name'],
];

async function run(test) {
  torch.manualSeed(3 + dist.getRank());
  const options = Object.fromEntries(
    Object.entries(test.options).map(([name, value]) => [
      name.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
  const ddp = new nn.parallel.DistributedDataParallel(MODELS[test.model](), {
    ...options,
    ...(test.static ? { staticGraph: true } : {}),
  });
  const state = register(ddp, test.hook);
  const optimizer = optimizerOf(test, ddp.parameters());
  torch.manualSeed(50 + dist.getRank());
  const steps = test.steps + (test.join ? 2 * dist.getRank() : 0);
  const xs = torch.randn([steps, 5, INPUTS[test.model] ?? 6]);
  const ys = torch.randint(0, 4, [steps, 5]);
  const told = [];
  const step = new Step(test, ddp, optimizer, told);
  const each = Array.from({ length: steps }, (_, i) => [xs.select(0, i), ys.select(0, i), i]);
  const now = () => each.forEach((one) => step.now(...one));
  const later = async () => {
    for (const one of each) await step.later(...one);
  };
  const body = test.later ? later : now;
  await (test.join ? ddp.join(body, { divideByInitialWorldSize: test.join === 'initial' }) : body());
  const data = ddp.getDdpLoggingData();
  // Functions are called otherwise here.
  if (!/^[A-Z\d_]+$/.test(test.hook ?? '')) delete data.comm_hook;
  return {
    steps: told,
    final: digest(Object.values(ddp.stateDict())),
    keys: Object.keys(ddp.stateDict()),
    state,
    logged: Object.fromEntries(LOGGED.map((name) => [name, data[name] ?? null])),
  };
}

module.exports = async function runCases({ cases }) {
  await dist.initProcessGroup('gloo');
  const output = {};
  for (const test of cases) output[test.name] = await run(test);
  dist.barrier();
  await dist.destroyProcessGroup();
  return output;
};
