import * as torch from '../../../lib/index';
import { type Tensor, optim } from '../../../lib/index';
import { isTensor } from '../../../lib/tensor/tensor';
import { pow } from '../../../lib/optim/libm';
import { encodeWire } from '../../support/wire';
import { runPython } from '../../support/python';

const S = optim.lrScheduler;
type Scheduler = optim.lrScheduler.LRScheduler;

/** One scheduler on both sides; Python's is an expression of `o`, an optimizer with two groups. */
interface Case {
  readonly python: string;
  readonly ours: (o: optim.Optimizer) => Scheduler;
  readonly adam?: boolean;
  /** The groups hold their rates as tensors: Python then computes in float32. */
  readonly tensors?: boolean;
  /** The argument of the n-th step. */
  readonly argument?: 'metric' | 'fraction';
  readonly steps?: number;
}

const NUMBERS: readonly Case[] = [
  { python: 'L.LambdaLR(o, lambda e: 0.95 ** e)', ours: (o) => new S.LambdaLR(o, (e) => pow(0.95, e)) },
  {
    python: 'L.LambdaLR(o, [lambda e: 1 / (e + 1), lambda e: e // 30])',
    ours: (o) => new S.LambdaLR(o, [(e) => 1 / (e + 1), (e) => Math.floor(e / 30)]),
  },
  { python: 'L.MultiplicativeLR(o, lambda e: 0.97)', ours: (o) => new S.MultiplicativeLR(o, () => 0.97) },
  { python: 'L.StepLR(o, 30)', ours: (o) => new S.StepLR(o, 30) },
  { python: 'L.StepLR(o, 7, gamma=0.3)', ours: (o) => new S.StepLR(o, 7, { gamma: 0.3 }) },
  { python: 'L.MultiStepLR(o, [30, 80])', ours: (o) => new S.MultiStepLR(o, [30, 80]) },
  {
    python: 'L.MultiStepLR(o, [10, 10, 50], gamma=0.7)',
    ours: (o) => new S.MultiStepLR(o, [10, 10, 50], { gamma: 0.7 }),
  },
  { python: 'L.ConstantLR(o)', ours: (o) => new S.ConstantLR(o) },
  {
    python: 'L.ConstantLR(o, factor=0.7, total_iters=40)',
    ours: (o) => new S.ConstantLR(o, { factor: 0.7, totalIters: 40 }),
  },
  { python: 'L.LinearLR(o)', ours: (o) => new S.LinearLR(o) },
  {
    python: 'L.LinearLR(o, start_factor=0.1, end_factor=0.9, total_iters=60)',
    ours: (o) => new S.LinearLR(o, { startFactor: 0.1, endFactor: 0.9, totalIters: 60 }),
  },
  { python: 'L.ExponentialLR(o, 0.93)', ours: (o) => new S.ExponentialLR(o, 0.93) },
  {
    python: 'L.PolynomialLR(o, total_iters=70, power=1.7)',
    ours: (o) => new S.PolynomialLR(o, { totalIters: 70, power: 1.7 }),
  },
  { python: 'L.CosineAnnealingLR(o, 23)', ours: (o) => new S.CosineAnnealingLR(o, 23) },
  {
    python: 'L.CosineAnnealingLR(o, 100, eta_min=0.01)',
    ours: (o) => new S.CosineAnnealingLR(o, 100, { etaMin: 0.01 }),
  },
  {
    python: 'L.CosineAnnealingWarmRestarts(o, 7, T_mult=2, eta_min=0.001)',
    ours: (o) => new S.CosineAnnealingWarmRestarts(o, 7, { TMult: 2, etaMin: 0.001 }),
  },
  {
    python: 'L.CosineAnnealingWarmRestarts(o, 5)',
    ours: (o) => new S.CosineAnnealingWarmRestarts(o, 5),
    argument: 'fraction',
  },
  {
    python: 'L.CosineAnnealingWarmRestarts(o, 3, T_mult=2)',
    ours: (o) => new S.CosineAnnealingWarmRestarts(o, 3, { TMult: 2 }),
    argument: 'fraction',
  },
  {
    python: 'L.ChainedScheduler([L.ConstantLR(o, factor=0.1, total_iters=20), L.ExponentialLR(o, 0.9)])',
    ours: (o) =>
      new S.ChainedScheduler([new S.ConstantLR(o, { factor: 0.1, totalIters: 20 }), new S.ExponentialLR(o, 0.9)]),
  },
  {
    python:
      'L.SequentialLR(o, [L.LinearLR(o, total_iters=10), L.CosineAnnealingLR(o, 50), L.ExponentialLR(o, 0.9)], [10, 60])',
    ours: (o) =>
      new S.SequentialLR(
        o,
        [new S.LinearLR(o, { totalIters: 10 }), new S.CosineAnnealingLR(o, 50), new S.ExponentialLR(o, 0.9)],
        [10, 60],
      ),
  },
  {
    python: 'L.ReduceLROnPlateau(o, patience=3)',
    ours: (o) => new S.ReduceLROnPlateau(o, { patience: 3 }),
    argument: 'metric',
  },
  {
    python:
      'L.ReduceLROnPlateau(o, "max", factor=0.5, patience=2, threshold=0.1, threshold_mode="abs", cooldown=4, min_lr=[0.001, 0.05])',
    ours: (o) =>
      new S.ReduceLROnPlateau(o, {
        mode: 'max',
        factor: 0.5,
        patience: 2,
        threshold: 0.1,
        thresholdMode: 'abs',
        cooldown: 4,
        minLr: [0.001, 0.05],
      }),
    argument: 'metric',
  },
  { python: 'L.CyclicLR(o, 0.01, 0.1, step_size_up=9)', ours: (o) => new S.CyclicLR(o, 0.01, 0.1, { stepSizeUp: 9 }) },
  {
    python: 'L.CyclicLR(o, [0.01, 0.02], 0.1, step_size_up=5, step_size_down=13, mode="triangular2")',
    ours: (o) => new S.CyclicLR(o, [0.01, 0.02], 0.1, { stepSizeUp: 5, stepSizeDown: 13, mode: 'triangular2' }),
  },
  {
    python: 'L.CyclicLR(o, 0.01, 0.1, step_size_up=9, mode="exp_range", gamma=0.98)',
    ours: (o) => new S.CyclicLR(o, 0.01, 0.1, { stepSizeUp: 9, mode: 'exp_range', gamma: 0.98 }),
    adam: true,
  },
  { python: 'L.OneCycleLR(o, 0.3, total_steps=101)', ours: (o) => new S.OneCycleLR(o, 0.3, { totalSteps: 101 }) },
  {
    python: 'L.OneCycleLR(o, [0.3, 0.1], epochs=11, steps_per_epoch=10, anneal_strategy="linear", three_phase=True)',
    ours: (o) =>
      new S.OneCycleLR(o, [0.3, 0.1], { epochs: 11, stepsPerEpoch: 10, annealStrategy: 'linear', threePhase: true }),
    adam: true,
  },
  {
    python: 'L.OneCycleLR(o, 0.3, total_steps=120, cycle_momentum=False, pct_start=0.1)',
    ours: (o) => new S.OneCycleLR(o, 0.3, { totalSteps: 120, cycleMomentum: false, pctStart: 0.1 }),
  },
];

const CASES = [...NUMBERS, ...NUMBERS.map((test) => ({ ...test, tensors: true }))];

const STEPS = 100;

function argumentOf(kind: Case['argument'], step: number): number | undefined {
  if (kind === 'metric') return (step * 7) % 11;
  return kind === 'fraction' ? step / 4 : undefined;
}

interface Trace {
  readonly rates: number[][];
  readonly momenta: unknown[];
  /** After half of the steps. */
  readonly state: unknown;
  readonly end: unknown;
}

/** What both sides' schedulers are attached to. */
function optimizerOf({ adam, tensors }: Case): optim.Optimizer {
  const rate = (value: number): number | Tensor => (tensors ? torch.full([], value, { dtype: torch.float32 }) : value);
  const groups = [{ params: [parameter()], lr: rate(0.5) }, { params: [parameter()] }];
  const lr = rate(0.1);
  return adam ? new optim.Adam(groups, { lr }) : new optim.SGD(groups, { lr, momentum: 0.9 });
}

function parameter(): Tensor {
  return torch.ones([1]).requiresGrad_();
}

function step(scheduler: Scheduler, optimizer: optim.Optimizer, test: Case, n: number): void {
  optimizer.step();
  const argument = argumentOf(test.argument, n);
  if (argument === undefined) scheduler.step();
  else scheduler.step(argument);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(encodeWire(mapless(value)))) as unknown;

function mapless(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...(value as Map<unknown, unknown>)].map(([k, v]) => [String(k), v]));
  if (Array.isArray(value)) return value.map(mapless);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapless(item)]));
}

function trace(test: Case): Trace {
  const optimizer = optimizerOf(test);
  const scheduler = test.ours(optimizer);
  const groups = optimizer.paramGroups as readonly optim.ParamGroup[];
  const read = (): number[] => groups.map(({ lr }) => Number(isTensor(lr) ? lr.item() : lr));
  const momentum = (): unknown => groups.map((group) => (test.adam ? [...(group.betas as number[])] : group.momentum));
  const result = { rates: [read()], momenta: [momentum()], state: undefined as unknown };
  for (let n = 0; n < STEPS; n++) {
    step(scheduler, optimizer, test, n);
    result.rates.push(read());
    result.momenta.push(momentum());
    if (n === STEPS / 2 - 1) result.state = plain(scheduler.stateDict());
  }
  return { ...result, end: plain(scheduler.stateDict()) };
}

const SCRIPT = `
import torch, warnings
warnings.filterwarnings("ignore")
L = torch.optim.lr_scheduler
def argument(kind, n):
    return () if kind is None else ((n * 7) % 11,) if kind == "metric" else (n / 4,)
def plain(value):
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, torch.Tensor):
        return value.item()
    return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value
output = []
for case in input["cases"]:
    p, q = (torch.ones(1, requires_grad=True) for _ in range(2))
    rate = torch.tensor if case["tensors"] else float
    groups = [{"params": [p], "lr": rate(0.5)}, {"params": [q]}]
    o = torch.optim.Adam(groups, lr=rate(0.1)) if case["adam"] else torch.optim.SGD(groups, lr=rate(0.1), momentum=0.9)
    scheduler = eval(case["python"])
    read = lambda: [float(g["lr"]) for g in o.param_groups]
    momentum = lambda: [list(g["betas"]) if case["adam"] else g["momentum"] for g in o.param_groups]
    rates, momenta = [read()], [momentum()]
    for n in range(input["steps"]):
        o.step()
        scheduler.step(*argument(case["argument"], n))
        rates.append(read())
        momenta.append(momentum())
        if n == input["steps"] // 2 - 1:
            state = plain(scheduler.state_dict())
    output.append({"rates": rates, "momenta": momenta, "state": state, "end": plain(scheduler.state_dict())})
`;

let expected: readonly Trace[];

beforeAll(() => {
  const cases = CASES.map(({ python, adam = false, tensors = false, argument = null }) => ({
    python,
    adam,
    tensors,
    argument,
  }));
  expected = runPython<Trace[]>(SCRIPT, { cases, steps: STEPS });
}, 120_000);

describe.each(CASES.map((test, i) => [`${test.python}${test.tensors ? ', rates as tensors' : ''}`, test, i] as const))(
  '%s',
  (_, test, i) => {
    it('sets the same rates and momenta in 100 steps, and has the same state', () => {
      const python = expected[i] as Trace;
      const ours = trace(test);
      expect(ours.rates).toEqual(python.rates);
      expect(ours.momenta).toEqual(python.momenta);
      expect(ours.state).toEqual(plain(python.state));
      expect(ours.end).toEqual(plain(python.end));
    });

    it("goes on from Python's state", () => {
      const python = expected[i] as Trace;
      const optimizer = optimizerOf(test);
      const scheduler = test.ours(optimizer);
      const groups = optimizer.paramGroups as readonly optim.ParamGroup[];
      groups.forEach((group, j) => {
        const rate = python.rates[STEPS / 2]?.[j] as number;
        if (isTensor(group.lr)) group.lr.fill_(rate);
        else group.lr = rate;
      });
      scheduler.loadStateDict(python.state as object);
      for (let n = STEPS / 2; n < STEPS; n++) {
        step(scheduler, optimizer, test, n);
        expect(groups.map(({ lr }) => (isTensor(lr) ? lr.item() : lr))).toEqual(python.rates[n + 1]);
      }
    });
  },
);
