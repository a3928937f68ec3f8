import { runPython, expectBitEqual } from '../../support/python';
import { outputsOf } from '../../support/ranks';
import type { Tensor } from '../../../lib/index';

/** ZeroRedundancyOptimizer: the steps of the undivided optimizer bit for bit, with a part of its state, and Python's layout. */

/** Trains a model with a divided optimizer beside one with a whole one, on the same gradients. */
const NODE = `
const { nn, optim } = torch;
await dist.initProcessGroup('gloo');
const { ZeroRedundancyOptimizer } = dist.optim;
torch.manualSeed(5);
const make = () => new nn.Sequential(new nn.Linear(8, 16), new nn.Tanh(), new nn.Linear(16, 8), new nn.Linear(8, 3));
const bytesOf = (optimizer) => {
  let bytes = 0;
  for (const [, entry] of optimizer.state)
    for (const value of Object.values(entry)) if (value instanceof torch.Tensor) bytes += value.numel() * value.elementSize();
  return bytes;
};
const x = torch.randn([6, 8]);
const pass = (model, optimizer) => {
  optimizer.zeroGrad();
  model.forward(x).square().mean().backward();
};
const same = (a, b) => Object.entries(a.stateDict()).every(([name, value]) => value.equal(b.stateDict()[name]));
const results = {};
`;

test('equals the undivided optimizer bit for bit with half of its state', async () => {
  const script = {
    node: `${NODE}
const cases = [
  [optim.Adam, { lr: 0.05 }], [optim.SGD, { lr: 0.1, momentum: 0.9 }], [optim.AdamW, { lr: 0.05, amsgrad: true }],
  [optim.RMSprop, { lr: 0.01 }], [optim.Adagrad, { lr: 0.05 }],
];
for (const [Class, options] of cases) {
  for (const parametersAsBucketView of [false, true]) {
    const whole = make(), divided = make();
    divided.loadStateDict(whole.stateDict());
    const one = new Class(whole.parameters(), options);
    const two = new ZeroRedundancyOptimizer(divided.parameters(), Class, { ...options, parametersAsBucketView });
    const scheduler = new optim.lrScheduler.StepLR(two, { stepSize: 3 });
    const other = new optim.lrScheduler.StepLR(one, { stepSize: 3 });
    for (let i = 0; i < 8; i++) {
      for (const [model, optimizer] of [[whole, one], [divided, two]]) pass(model, optimizer);
      one.step();
      if (i % 2) two.step(); else await two.stepAsync();
      scheduler.step(); other.step();
    }
    two.consolidateStateDict(1);
    let round = null;
    if (rank === 1) {
      const fresh = new Class(divided.parameters(), options);
      fresh.loadStateDict(two.stateDict());
      round = bytesOf(fresh) === bytesOf(one);
    }
    results[Class.name + parametersAsBucketView] = [same(whole, divided), bytesOf(two.optim) / bytesOf(one), round];
  }
}
await dist.destroyProcessGroup();
return results;`,
  };
  const [first, second] = (await outputsOf([script, script])) as Record<string, [boolean, number, boolean | null]>[];
  expect(Object.keys(first ?? {})).toHaveLength(10);
  for (const name of Object.keys(first ?? {})) {
    const [a, b] = [first?.[name], second?.[name]];
    expect([name, a?.[0], b?.[0], b?.[2]]).toEqual([name, true, true, true]);
    expect(a?.[1]).toBeLessThan(0.6);
    expect(b?.[1]).toBeLessThan(0.6);
    expect((a?.[1] ?? 0) + (b?.[1] ?? 0)).toBeCloseTo(1, 5);
  }
}, 240_000);

test('works with a rank of Python, whose state dict it gets', async () => {
  const shapes = [[4, 4], [4], [2, 2], [9], [1]];
  const node = `
await dist.initProcessGroup('gloo');
const params = ${JSON.stringify(shapes)}.map((shape, i) => {
  const size = shape.reduce((a, b) => a * b, 1);
  return new torch.nn.Parameter(torch.arange(size, { dtype: torch.float32 }).add(i).div(7).reshape(shape));
});
const groups = [{ params: params.slice(0, 3) }, { params: params.slice(3), lr: 0.5 }];
const optimizer = new dist.optim.ZeroRedundancyOptimizer(groups, torch.optim.Adam, { lr: 0.1 });
for (let i = 0; i < 3; i++) {
  params.forEach((param) => (param.grad = param.detach().mul(0.5).add(i)));
  optimizer.step();
}
optimizer.consolidateStateDict();
const shares = optimizer.optim.paramGroups.map((group) => group.params.map((param) => param.numel()));
await dist.destroyProcessGroup();
const { state, param_groups: options } = rank === 0 ? optimizer.stateDict() : { state: new Map(), param_groups: [] };
return { params: params.map((param) => param.detach()), shares, options: options.map(({ lr, params }) => [lr, params]),
  moments: [...state].map(([number, entry]) => [number, entry.exp_avg_sq]) };`;
  const python = `
from torch.distributed.optim import ZeroRedundancyOptimizer
dist.init_process_group("gloo")
params = [torch.nn.Parameter((torch.arange(torch.Size(s).numel(), dtype=torch.float32) + i).div(7).reshape(s)) for i, s in enumerate(${JSON.stringify(shapes)})]
optimizer = ZeroRedundancyOptimizer([{"params": params[:3]}, {"params": params[3:], "lr": 0.5}], torch.optim.Adam, lr=0.1)
for i in range(3):
    for p in params: p.grad = p.detach() * 0.5 + i
    optimizer.step()
optimizer.consolidate_state_dict()
shares = [[p.numel() for p in g["params"]] for g in optimizer.optim.param_groups]
dist.destroy_process_group()
output = {"params": [p.detach() for p in params], "shares": shares}`;
  interface Output {
    readonly params: Tensor[];
    readonly shares: number[][];
    readonly options: unknown;
    readonly moments: [number, Tensor][];
  }
  const [mine, theirs] = (await outputsOf([{ node }, { python }])) as [Output, Output];
  const expected = runPython<{ params: Tensor[]; moments: [number, Tensor][]; options: unknown }>(`
params = [torch.nn.Parameter((torch.arange(torch.Size(s).numel(), dtype=torch.float32) + i).div(7).reshape(s)) for i, s in enumerate(${JSON.stringify(shapes)})]
optimizer = torch.optim.Adam([{"params": params[:3]}, {"params": params[3:], "lr": 0.5}], lr=0.1)
for i in range(3):
    for p in params: p.grad = p.detach() * 0.5 + i
    optimizer.step()
sd = optimizer.state_dict()
output = {"params": [p.detach() for p in params], "moments": [[k, v["exp_avg_sq"]] for k, v in sd["state"].items()], "options": [[g["lr"], g["params"]] for g in sd["param_groups"]]}`);
  expect(mine.options).toEqual(expected.options);
  expect(mine.shares.flat().length + theirs.shares.flat().length).toBe(shapes.length);
  expected.params.forEach((param, i) => {
    expectBitEqual(mine.params[i] as Tensor, param, `parameter ${i} here`);
    expectBitEqual(theirs.params[i] as Tensor, param, `parameter ${i} in Python`);
  });
  expect(mine.moments.map(([number]) => number)).toEqual([0, 1, 2, 3, 4]);
  expected.moments.forEach(([, moment], i) => expectBitEqual(mine.moments[i]?.[1] as Tensor, moment, `state ${i}`));
}, 240_000);

test('takes groups and a state later, and says what it does not take', async () => {
  const script = {
    node: `${NODE}
const whole = make(), divided = make();
divided.loadStateDict(whole.stateDict());
const [a, b] = [whole.parameters(), divided.parameters()];
const one = new optim.Adam(a.slice(0, 4), { lr: 0.05 });
const two = new ZeroRedundancyOptimizer(b.slice(0, 4), { optimizerClass: optim.Adam, lr: 0.05, parametersAsBucketView: true });
const turn = () => {
  for (const [model, optimizer] of [[whole, one], [divided, two]]) {
    for (const param of model.parameters()) param.grad = null;
    pass(model, optimizer);
    optimizer.step();
  }
};
turn();
one.addParamGroup({ params: a.slice(4), lr: 0.5 });
two.addParamGroup({ params: b.slice(4), lr: 0.5 });
turn();
results.added = same(whole, divided);
const saved = torch.load(torch.saveToBuffer(one.stateDict()));
two.loadStateDict(saved);
turn();
results.loaded = same(whole, divided);
results.part = [...two.optim.state].length;
const errorOf = (body) => { try { body(); return 'nothing'; } catch (error) { return error.message; } };
results.errors = [
  () => two.stateDict(),
  () => new ZeroRedundancyOptimizer([], optim.Adam),
  () => new ZeroRedundancyOptimizer(b, optim.Adam, { overlapWithDdp: true }),
  () => new ZeroRedundancyOptimizer(b, optim.Adam, { lrr: 1 }),
  () => new ZeroRedundancyOptimizer(b, nn.Linear),
  () => new ZeroRedundancyOptimizer([torch.ones([1]), torch.ones([1], { dtype: torch.float64 })], optim.Adam),
  () => two.consolidateStateDict(5),
].map(errorOf);
await dist.destroyProcessGroup();
return results;`,
  };
  const [first, second] = (await outputsOf([script, script])) as {
    added: boolean;
    loaded: boolean;
    part: number;
    errors: string[];
  }[];
  expect([first?.added, first?.loaded, second?.added, second?.loaded]).toEqual([true, true, true, true]);
  expect((first?.part ?? 0) + (second?.part ?? 0)).toBe(6);
  const expected = [
    'Optimizer state has not been consolidated on this rank',
    'ZeroRedundancyOptimizer got an empty parameter list',
    'overlapWithDdp is not supported',
    "unknown option 'lrr'",
    "'optimizerClass' should be the class of an optimizer",
    'only supports using the same dense type for all parameters but got both torch.float32, torch.strided and torch.float64',
    'rank 5 is not between 0 and 1',
  ];
  expected.forEach((text, i) => expect(first?.errors[i]).toContain(text));
}, 240_000);
