import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectBitEqual, runPython } from '../../support/python';
import { outputsOf } from '../../support/ranks';
import type { Tensor } from '../../../lib/index';

/** fullyShard: the training of the undivided model bit for bit, with a part of its memory, and state dicts that Python reads. */

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'fsdp-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A divided model beside a whole one that is given the mean of all ranks' gradients. The rows do not divide evenly, two
 * layers share a weight, and one parameter is frozen.
 */
const NODE = `
const { nn, optim } = torch;
const { native } = require('../../lib/native/binding');
await dist.initProcessGroup('gloo');
const { fullyShard, MixedPrecisionPolicy } = dist.fsdp;
torch.manualSeed(3);
class Model extends nn.Module {
  constructor() {
    super();
    this.first = new nn.Sequential(new nn.Linear(6, 7), new nn.Tanh());
    this.middle = new nn.Linear(7, 7);
    this.tied = new nn.Linear(7, 7);
    this.tied.weight = this.middle.weight;
    this.norm = new nn.LayerNorm([7]);
    this.last = new nn.Linear(7, 1);
    this.last.bias.requiresGrad_(false);
  }
  forward(x) {
    return this.last.forward(this.norm.forward(this.tied.forward(this.middle.forward(this.first.forward(x)))));
  }
}
const whole = new Model(), divided = new Model();
divided.loadStateDict(whole.stateDict());
const shard = (options, outer = options) => {
  fullyShard(divided.first, options);
  fullyShard([divided.middle, divided.tied], options);
  return fullyShard(divided, outer);
};
const inputs = (step) => Array.from({ length: size }, (_, r) => torch.arange(24).reshape([4, 6]).add(step * 7 + r * 3).sin());
const lossOf = (model, x) => model.forward(x).float().square().mean();
/** The whole model's gradients: the mean of those that each rank's input gives. */
const meanGradients = (steps) => {
  const all = inputs(0).map((_, r) => {
    for (const p of whole.parameters()) p.grad = null;
    for (const step of steps) lossOf(whole, inputs(step)[r]).backward();
    return whole.parameters().map((p) => p.grad?.clone() ?? null);
  });
  whole.parameters().forEach((p, i) => {
    p.grad = all[0][i] === null ? null : all.slice(1).reduce((sum, one) => sum.add(one[i]), all[0][i]).div(size);
  });
};
const full = () => dist.checkpoint.getModelStateDict(divided, { options: { fullStateDict: true } });
const difference = () => {
  const state = full();
  return Math.max(...Object.entries(whole.stateDict()).map(([k, v]) => v.sub(state[k]).abs().max().item()));
};
`;

test('trains as the undivided model does, bit for bit, and keeps a part of it', async () => {
  const script = {
    internals: true,
    node: `${NODE}
const model = shard();
const one = new optim.Adam(whole.parameters(), { lr: 0.05 });
const two = new optim.Adam(divided.parameters(), { lr: 0.05 });
const count = (list) => list.reduce((sum, p) => sum + p.numel(), 0);
const stateOf = (optimizer) => [...optimizer.state].reduce((sum, [, { expAvg }]) => sum + expAvg.numel(), 0);
native.wholeBytes();
const filled = [];
for (let step = 0; step < 6; step++) {
  meanGradients([step]);
  two.zeroGrad();
  const loss = lossOf(model, inputs(step)[rank]);
  filled.push(native.wholeBytes()[0]);
  if (step % 2) await loss.backwardAsync(); else loss.backward();
  one.step();
  two.step();
}
const [now, most] = native.wholeBytes();
const names = Object.keys(divided.stateDict());
const report = {
  difference: difference(), now, most, filled, names,
  parameters: count(divided.parameters()) / count(whole.parameters()), state: stateOf(two) / stateOf(one),
  gradients: divided.parameters().every((p) => p.grad === null || p.grad.shape.join() === p.shape.join()),
  frozen: divided.last.bias.grad,
  shard: dist.checkpoint.shardOf(divided.middle.weight),
};
await dist.destroyProcessGroup();
return report;`,
  };
  interface Report {
    readonly difference: number;
    readonly now: number;
    readonly most: number;
    readonly filled: number[];
    readonly names: string[];
    readonly parameters: number;
    readonly state: number;
    readonly gradients: boolean;
    readonly frozen: unknown;
    readonly shard: { shape: number[]; offsets: number[] };
  }
  const reports = (await outputsOf([script, script])) as Report[];
  for (const report of reports) {
    expect(report).toMatchObject({ difference: 0, now: 0, gradients: true, frozen: null });
    // Between forward and backward only the root's own parameters are whole.
    expect(report.filled.every((bytes) => bytes > 0 && bytes < 300)).toBe(true);
    expect(report.most).toBeLessThan(4 * (49 + 7 + 7) + 900);
    expect(report.names).toContain('tied.weight');
    expect(report.shard.shape).toEqual([7, 7]);
  }
  expect(reports.map(({ shard }) => shard.offsets)).toEqual([
    [0, 0],
    [4, 0],
  ]);
  expect(Math.max(...reports.map(({ parameters }) => parameters))).toBeLessThan(0.6);
  expect(Math.max(...reports.map(({ state }) => state))).toBeLessThan(0.6);
  expect(reports.reduce((sum, { parameters }) => sum + parameters, 0)).toBeCloseTo(1, 5);
}, 240_000);

test('three ranks, accumulation, kept parameters, a second backward, and what goes wrong', async () => {
  const script = {
    internals: true,
    node: `${NODE}
const model = shard({ reshardAfterForward: true });
const one = new optim.SGD(whole.parameters(), { lr: 0.05, momentum: 0.9 });
const two = new optim.SGD(divided.parameters(), { lr: 0.05, momentum: 0.9 });
const report = {};
meanGradients([0, 1, 2]);
for (const step of [0, 1, 2]) {
  model.setRequiresGradientSync(step === 2);
  lossOf(model, inputs(step)[rank]).backward();
  if (step < 2) report.waits = divided.parameters().every((p) => p.grad === null);
}
one.step();
two.step();
report.accumulated = difference();

report.norms = [2, 1, 'inf'].map((normType) => {
  const expected = nn.utils.clipGradNorm_(whole.parameters(), 100, normType).item();
  return dist.fsdp.clipGradNorm_(divided.parameters(), 100, { normType }).item() / expected - 1;
});
nn.utils.clipGradNorm_(whole.parameters(), 0.01);
dist.fsdp.clipGradNorm_(divided.parameters(), 0.01);
one.step();
two.step();
report.clipped = difference();

model.setReshardAfterForward(false);
meanGradients([3]);
two.zeroGrad();
lossOf(model, inputs(3)[rank]).backward();
one.step();
two.step();
report.kept = difference();
model.setReshardAfterForward(true);

meanGradients([4, 4]);
two.zeroGrad();
const loss = lossOf(model, inputs(4)[rank]);
loss.backward({ retainGraph: true });
loss.backward();
report.twice = Math.max(...divided.parameters().map((p, i) => {
  const { grad } = whole.parameters()[i];
  const at = dist.checkpoint.shardOf(p).offsets[0];
  return grad === null || p.numel() === 0 ? 0 : grad.narrow(0, at, p.shape[0]).sub(p.grad).abs().max().item();
}));

native.wholeBytes();
torch.noGrad(() => { report.evaluated = lossOf(model, inputs(5)[0]).item() - lossOf(whole, inputs(5)[0]).item(); });
report.afterwards = native.wholeBytes()[0];

divided.middle.unshard();
report.unsharded = divided.middle.weight.equal(whole.middle.weight) ? 0 : divided.middle.weight.sub(whole.middle.weight).abs().max().item();
report.shardedInState = divided.stateDict()['middle.weight'].shape;
const kept = (() => { divided.middle.unshard(); const { weight } = divided.middle; divided.middle.reshard(); return weight; })();
report.dropped = kept.detach().abs().sum().item();
const errorOf = (body) => { try { body(); return 'nothing'; } catch (error) { return error.message; } };
class Escaping extends nn.Module {
  constructor() { super(); this.weight = new nn.Parameter(torch.ones([3, 3])); }
  forward(x) { this.product = x.mul(this.weight); return x.detach(); }
}
const escaping = fullyShard(new Escaping(), { reshardAfterForward: true });
escaping.forward(torch.ones([3, 3], { requiresGrad: true }));
class Scalar extends nn.Module {
  constructor() { super(); this.scale = new nn.Parameter(torch.tensor(1.5)); }
  forward(x) { return x.mul(this.scale); }
}
report.errors = [
  () => escaping.product.sum().backward(),
  () => fullyShard(new Scalar()),
  () => fullyShard(divided.middle),
  () => fullyShard([]),
  () => nn.deepCopy(divided.first).forward(inputs(0)[0]),
  () => fullyShard(new nn.Linear(1, 1), { reshardAfterForward: 2 }),
].map(errorOf);
await dist.destroyProcessGroup();
return report;`,
  };
  const reports = (await outputsOf([script, script, script])) as Record<string, unknown>[];
  for (const report of reports) {
    // The mean of three is rounded where the sum of two is not, and the sums are added in another order.
    for (const name of ['accumulated', 'clipped', 'kept', 'twice', 'evaluated', 'unsharded']) {
      expect([name, Math.abs(report[name] as number) < 1e-6]).toEqual([name, true]);
    }
    expect((report['norms'] as number[]).every((ratio) => Math.abs(ratio) < 1e-5)).toBe(true);
    expect(report).toMatchObject({ waits: true, afterwards: 0, dropped: 0 });
    const expected = [
      'modified by an inplace operation',
      "fullyShard doesn't support scalar parameters. Change scale to a 1D tensor",
      'this Linear has been sharded already',
      'should be a Module or several',
      'FSDP does not support deepcopy',
      "'reshardAfterForward' should be a boolean or null",
    ];
    expected.forEach((text, i) => expect((report['errors'] as string[])[i]).toContain(text));
  }
  expect(reports.map((report) => report['shardedInState'])).toEqual([
    [3, 7],
    [3, 7],
    [1, 7],
  ]);
}, 240_000);

test('computes in another type and keeps its own', async () => {
  const script = {
    internals: true,
    node: `${NODE}
const types = { paramDtype: torch.bfloat16, reduceDtype: torch.float32 };
const model = shard(
  { mpPolicy: new MixedPrecisionPolicy(types) },
  { mpPolicy: new MixedPrecisionPolicy({ ...types, outputDtype: torch.float64 }) },
);
const half = new Model();
half.loadStateDict(whole.stateDict());
half.to(torch.bfloat16);
const grads = inputs(0).map((x) => {
  half.zeroGrad();
  const output = half.forward(x.to(torch.bfloat16));
  output.to(torch.float64).float().square().mean().backward();
  return half.parameters().map((p) => p.grad?.float() ?? null);
});
const output = model.forward(inputs(0)[rank]);
output.float().square().mean().backward();
const dtypes = [output.dtype.name, divided.middle.weight.dtype.name, divided.middle.weight.grad.dtype.name];
const named = new Map(half.namedParameters().map(([name], i) => [name, i]));
const differences = divided.namedParameters().map(([name, p]) => {
  const i = named.get(name);
  if (grads[0][i] === null || p.grad === null) return grads[0][i] === p.grad ? 0 : 1;
  const mean = grads[0][i].add(grads[1][i]).div(2);
  return mean.narrow(0, dist.checkpoint.shardOf(p).offsets[0], p.shape[0]).sub(p.grad).abs().sum().item();
});
await dist.destroyProcessGroup();
return { dtypes, difference: Math.max(...differences) };`,
  };
  for (const report of await outputsOf([script, script])) {
    expect(report).toEqual({ dtypes: ['float64', 'float32', 'float32'], difference: 0 });
  }
}, 240_000);

test('its checkpoint is read by Python, by another number of ranks, and as a whole', async () => {
  const path = join(folder, 'checkpoint');
  const writer = {
    internals: true,
    node: `${NODE}
const model = shard();
const optimizer = new optim.AdamW(divided.parameters(), { lr: 0.05 });
for (let step = 0; step < 2; step++) {
  optimizer.zeroGrad();
  lossOf(model, inputs(step)[0]).backward();
  optimizer.step();
}
const [m, o] = dist.checkpoint.getStateDict(divided, optimizer);
dist.checkpoint.save({ m, o, model, optimizer }, { checkpointId: input });
const whole_ = full();
const moments = dist.checkpoint.getOptimizerStateDict(divided, optimizer, { options: { fullStateDict: true } });
await dist.destroyProcessGroup();
return rank === 0 ? { m: whole_, moment: moments.state['middle.weight'].exp_avg, step: moments.state['middle.weight'].step } : null;`,
    input: path,
  };
  const [saved] = (await outputsOf([writer, writer])) as [{ m: Record<string, Tensor>; moment: Tensor; step: Tensor }];

  const read = runPython<{ m: Record<string, Tensor>; o: Tensor; step: Tensor }>(
    `import torch.distributed.checkpoint as dcp
from torch.distributed.checkpoint.state_dict_loader import _load_state_dict_from_keys
sd = _load_state_dict_from_keys(checkpoint_id=input)
state = sd["o"]["state"]["middle.weight"]
number = sd["o"]["param_groups"][0]["params"].index("middle.weight")
assert torch.equal(sd["optimizer"]["state"][str(number)]["exp_avg"], state["exp_avg"])
assert torch.equal(sd["model"]["middle.weight"], sd["m"]["middle.weight"])
output = {"m": sd["m"], "o": state["exp_avg"], "step": state["step"]}`,
    path,
  );
  const flat = (dict: object, prefix = ''): [string, Tensor][] =>
    Object.entries(dict).flatMap(([key, value]: [string, unknown]) =>
      'numel' in (value as object) ? [[prefix + key, value as Tensor]] : flat(value as object, `${prefix + key}.`),
    );
  const fromPython = new Map(flat(read.m));
  for (const [name, value] of Object.entries(saved.m)) expectBitEqual(fromPython.get(name) as Tensor, value, name);
  expectBitEqual(read.o, saved.moment, 'a moment');
  expectBitEqual(read.step, saved.step, 'the steps');

  const reader = {
    internals: true,
    node: `${NODE}
const model = shard();
const optimizer = new optim.AdamW(divided.parameters(), { lr: 0.5 });
const [m, o] = dist.checkpoint.getStateDict(divided, optimizer);
const state = { m, o };
dist.checkpoint.load(state, { checkpointId: input.path });
dist.checkpoint.setStateDict(divided, optimizer, { modelStateDict: state.m, optimStateDict: state.o });
const read = full();
const equal = Object.entries(input.m).every(([name, value]) => value.equal(read[name]));
const lr = optimizer.paramGroups[0].lr;
const zeros = Object.fromEntries(Object.entries(input.m).map(([name, value]) => [name, torch.zerosLike(value)]));
const options = { fullStateDict: true, broadcastFromRank0: true };
dist.checkpoint.setModelStateDict(divided, rank === 0 ? zeros : {}, { options });
const zeroed = Object.values(full()).every((value) => value.abs().sum().item() === 0);
await dist.destroyProcessGroup();
return { equal, lr, zeroed };`,
    input: { path, m: saved.m },
  };
  for (const report of await outputsOf([reader, reader, reader])) {
    expect(report).toEqual({ equal: true, lr: 0.05, zeroed: true });
  }
}, 240_000);
