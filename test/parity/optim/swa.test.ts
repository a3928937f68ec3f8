import * as torch from '../../../lib/index';
import { type Tensor, nn, optim } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const { AveragedModel, SWALR, getEmaAvgFn, getEmaMultiAvgFn, getSwaAvgFn, getSwaMultiAvgFn, updateBn } = optim.swaUtils;

const half: optim.swaUtils.AvgFn = (averaged, current, n) => averaged.add(current.mul(n)).div(2);

/** One averaged model on both sides; `U` is `torch.optim.swa_utils`. */
const CASES: readonly (readonly [python: string, options: optim.swaUtils.AveragedModelOptions])[] = [
  ['', {}],
  ['use_buffers=True', { useBuffers: true }],
  ['avg_fn=U.get_swa_avg_fn()', { avgFn: getSwaAvgFn() }],
  ['avg_fn=U.get_ema_avg_fn(0.9)', { avgFn: getEmaAvgFn(0.9) }],
  ['avg_fn=U.get_ema_avg_fn(), use_buffers=True', { avgFn: getEmaAvgFn(), useBuffers: true }],
  ['multi_avg_fn=U.get_ema_multi_avg_fn(0.95)', { multiAvgFn: getEmaMultiAvgFn(0.95) }],
  [
    'multi_avg_fn=U.get_ema_multi_avg_fn(0.7), use_buffers=True',
    { multiAvgFn: getEmaMultiAvgFn(0.7), useBuffers: true },
  ],
  ['multi_avg_fn=U.get_swa_multi_avg_fn()', { multiAvgFn: getSwaMultiAvgFn() }],
  ['avg_fn=lambda a, c, n: (a + c * n) / 2', { avgFn: half }],
];

const UPDATES = 5;

const SCRIPT = `
import torch
U = torch.optim.swa_utils
def make():
    model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 2, dtype=torch.float64))
    model.load_state_dict(input["start"])
    return model
def change(model, values):
    with torch.no_grad():
        for p, value in zip(model.parameters(), values):
            p.copy_(value)
        for b, value in zip(model.buffers(), values[-3:]):
            b.copy_(value)
averaged = []
for options in input["cases"]:
    model = make()
    swa = eval("U.AveragedModel(model, " + options + ")")
    for values in input["updates"]:
        change(model, values)
        swa.update_parameters(model)
    averaged.append({"state": swa.state_dict(), "text": repr(swa), "names": [n for n, _ in swa.named_parameters()]})
model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.ReLU(), torch.nn.BatchNorm1d(4))
model.load_state_dict(input["norms"])
model.eval()
U.update_bn(input["batches"], model)
norms = {"state": model.state_dict(), "training": model.training, "momentum": [model[1].momentum, model[3].momentum]}
def plain(value):
    return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value
rates = []
for options in input["schedules"]:
    p, q = (torch.ones(1, requires_grad=True) for _ in range(2))
    o = torch.optim.SGD([{"params": [p], "lr": 0.5}, {"params": [q]}], lr=0.1)
    s = eval("U.SWALR(o, " + options + ")")
    trace = []
    for n in range(100):
        o.step()
        s.step()
        trace.append([g["lr"] for g in o.param_groups])
        if n == 3:
            early = {k: plain(v) for k, v in s.state_dict().items()}
    rates.append({"trace": trace, "early": early, "state": {k: plain(v) for k, v in s.state_dict().items()},
                  "groups": [g["swa_lr"] for g in o.param_groups]})
output = {"averaged": averaged, "norms": norms, "rates": rates}
`;

const SCHEDULES: readonly (readonly [string, (o: optim.Optimizer) => optim.swaUtils.SWALR])[] = [
  ['0.05', (o) => new SWALR(o, 0.05)],
  ['[0.05, 0.2], anneal_epochs=7', (o) => new SWALR(o, [0.05, 0.2], { annealEpochs: 7 })],
  [
    '0.3, anneal_epochs=20, anneal_strategy="linear"',
    (o) => new SWALR(o, 0.3, { annealEpochs: 20, annealStrategy: 'linear' }),
  ],
  ['0.3, anneal_epochs=0', (o) => new SWALR(o, 0.3, { annealEpochs: 0 })],
];

interface Answer {
  readonly averaged: readonly {
    readonly state: Readonly<Record<string, Tensor>>;
    readonly text: string;
    readonly names: readonly string[];
  }[];
  readonly norms: {
    readonly state: Readonly<Record<string, Tensor>>;
    readonly training: boolean;
    readonly momentum: readonly number[];
  };
  readonly rates: readonly {
    readonly trace: number[][];
    readonly early: object;
    readonly state: object;
    readonly groups: number[];
  }[];
}

const make = (): nn.Sequential =>
  new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 2, { dtype: torch.float64 }));
const makeNorms = (): nn.Sequential =>
  new nn.Sequential(new nn.Linear(3, 4), new nn.BatchNorm1d(4), new nn.ReLU(), new nn.BatchNorm1d(4));

function change(model: nn.Module, values: readonly Tensor[]): void {
  torch.noGrad(() => {
    model.parameters().forEach((p, i) => p.copy_(values[i] as Tensor));
    model.buffers().forEach((b, i) => b.copy_(values.at(i - 3) as Tensor));
  });
}

const plainState = (module: nn.Module): Record<string, Tensor> =>
  Object.fromEntries(
    Object.entries(module.stateDict()).map(([key, value]) => [key, (value as Tensor).detach().clone()]),
  );

let python: Answer;
let start: Record<string, Tensor>;
let updates: Tensor[][];
let norms: Record<string, Tensor>;
let batches: Tensor[];

beforeAll(() => {
  const generator = new torch.Generator().manualSeed(5);
  const model = make();
  start = plainState(model);
  norms = plainState(makeNorms());
  batches = [4, 4, 2].map((rows) => torch.randn([rows, 3], { generator }));
  updates = Array.from({ length: UPDATES }, () => [
    ...model.parameters().map((p) => torch.randn(p.shape, { generator, dtype: p.dtype })),
    ...model
      .buffers()
      .map((b) => (b.dtype.isFloatingPoint ? torch.rand(b.shape, { generator }) : torch.full(b.shape, 7))),
  ]);
  const cases = CASES.map(([options]) => options);
  const schedules = SCHEDULES.map(([options]) => options);
  python = runPython<Answer>(SCRIPT, { start, updates, cases, norms, batches, schedules });
}, 120_000);

describe.each(CASES.map(([name, options], i) => [name, options, i] as const))('AveragedModel(%s)', (_, options, i) => {
  it('has the averages, the state dict and the text of Python', () => {
    const expected = python.averaged[i]!;
    const model = make();
    model.loadStateDict(start);
    const averaged = new AveragedModel(model, options);
    for (const values of updates) {
      change(model, values);
      averaged.updateParameters(model);
    }
    const state = averaged.stateDict();
    expect(Object.keys(state)).toEqual(Object.keys(expected.state));
    for (const [key, value] of Object.entries(state))
      expectBitEqual(value as Tensor, expected.state[key] as Tensor, key);
    expect(String(averaged)).toBe(expected.text);
    expect(averaged.namedParameters().map(([name]) => name)).toEqual(expected.names);

    const restored = new AveragedModel(make(), options);
    restored.loadStateDict(expected.state);
    expect(restored.nAveraged.item()).toBe(UPDATES);
    const x = batches[0] as Tensor;
    const output = (m: nn.Module): Tensor => (m as unknown as { forward(x: Tensor): Tensor }).forward(x.mul(1));
    const [first, second] = [averaged, restored].map((it) => output(it.module.children()[0] as nn.Module));
    expectBitEqual(second as Tensor, first as Tensor);
  });
});

it('updateBn computes the statistics of Python, and leaves mode and momenta as they were', async () => {
  const model = makeNorms();
  model.loadStateDict(norms);
  model.eval();
  await updateBn(batches, model);
  for (const [key, value] of Object.entries(model.stateDict()))
    expectBitEqual(value as Tensor, python.norms.state[key] as Tensor, key);
  expect(model.training).toBe(python.norms.training);
  expect([1, 3].map((i) => (model.children()[i] as nn.BatchNorm1d).momentum)).toEqual(python.norms.momentum);
});

describe.each(SCHEDULES.map(([name, ours], i) => [name, ours, i] as const))('SWALR(o, %s)', (_, ours, i) => {
  const begin = (): { optimizer: optim.Optimizer; scheduler: optim.swaUtils.SWALR } => {
    const [p, q] = [torch.ones([1]).requiresGrad_(), torch.ones([1]).requiresGrad_()];
    const optimizer = new optim.SGD([{ params: [p], lr: 0.5 }, { params: [q] }], { lr: 0.1 });
    return { optimizer, scheduler: ours(optimizer) };
  };
  const rates = (optimizer: optim.Optimizer): unknown[] => optimizer.paramGroups.map(({ lr }) => lr);
  const advance = ({ optimizer, scheduler }: ReturnType<typeof begin>): unknown[] => {
    optimizer.step();
    scheduler.step();
    return rates(optimizer);
  };

  it('sets the rates of Python in 100 steps, and has its state', () => {
    const expected = python.rates[i]!;
    const both = begin();
    expect(expected.trace.map(() => advance(both))).toEqual(expected.trace);
    expect(both.scheduler.stateDict()).toEqual(expected.state);
    expect(both.optimizer.paramGroups.map((group) => group['swaLr'])).toEqual(expected.groups);
  });

  it("goes on from Python's state", () => {
    const expected = python.rates[i]!;
    const both = begin();
    both.optimizer.paramGroups.forEach((group, k) => (group.lr = expected.trace[3]?.[k] as number));
    both.scheduler.loadStateDict(expected.early);
    expect(expected.trace.slice(4).map(() => advance(both))).toEqual(expected.trace.slice(4));
  });
});
