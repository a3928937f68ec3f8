/**
 * Where Python raises, JavaScript goes on with NaN or Infinity: x / 0, 0 ** -1, a function without `return`. Each
 * schedule here is run on both sides until it ends or fails: the rates until then and the step that fails are equal.
 */
import { optim } from '../../../lib/index';
import { TorchTypeError, TorchValueError } from '../../../lib/errors';
import * as torch from '../../../lib/index';
import { runPython } from '../../support/python';

const S = optim.lrScheduler;
type Scheduler = optim.lrScheduler.LRScheduler;

const undefinedNumber = (() => undefined) as never as () => number;
const text = (() => 'fast') as never as () => number;

/** Python's expression of `o`, and ours; `steps` counts, `epoch` gives the argument of a step. */
const CASES: readonly (readonly [
  python: string,
  ours: (o: optim.Optimizer) => Scheduler,
  epoch?: 'epoch' | 'metric',
])[] = [
  ['L.OneCycleLR(o, 0.1, total_steps=1)', (o) => new S.OneCycleLR(o, 0.1, { totalSteps: 1 })],
  ['L.OneCycleLR(o, 0.1, total_steps=10, pct_start=0.1)', (o) => new S.OneCycleLR(o, 0.1, 10, { pctStart: 0.1 })],
  ['L.OneCycleLR(o, 0.1, total_steps=10, pct_start=0.0)', (o) => new S.OneCycleLR(o, 0.1, 10, { pctStart: 0 })],
  ['L.OneCycleLR(o, 0.1, total_steps=10, pct_start=1.0)', (o) => new S.OneCycleLR(o, 0.1, 10, { pctStart: 1 })],
  ['L.OneCycleLR(o, 0.1, total_steps=10, div_factor=0.0)', (o) => new S.OneCycleLR(o, 0.1, 10, { divFactor: 0 })],
  [
    'L.OneCycleLR(o, 0.1, total_steps=10, final_div_factor=0.0)',
    (o) => new S.OneCycleLR(o, 0.1, 10, { finalDivFactor: 0 }),
  ],
  ['L.OneCycleLR(o, 0.1)', (o) => new S.OneCycleLR(o, 0.1)],
  ['L.CosineAnnealingLR(o, 0)', (o) => new S.CosineAnnealingLR(o, 0)],
  ['L.CosineAnnealingLR(o, 5)', (o) => new S.CosineAnnealingLR(o, { TMax: 5 })],
  ['L.CosineAnnealingLR(o, 1)', (o) => new S.CosineAnnealingLR(o, 1)],
  ['L.CosineAnnealingLR(o, 0)', (o) => new S.CosineAnnealingLR(o, 0), 'epoch'],
  ['L.CyclicLR(o, 0.01, 0.1, step_size_up=0)', (o) => new S.CyclicLR(o, 0.01, 0.1, { stepSizeUp: 0 })],
  [
    'L.CyclicLR(o, 0.01, 0.1, step_size_up=0, step_size_down=4)',
    (o) => new S.CyclicLR(o, 0.01, 0.1, { stepSizeUp: 0, stepSizeDown: 4 }),
  ],
  [
    'L.CyclicLR(o, 0.01, 0.1, step_size_up=4, step_size_down=0)',
    (o) => new S.CyclicLR(o, 0.01, 0.1, { stepSizeUp: 4, stepSizeDown: 0 }),
  ],
  [
    'L.CyclicLR(o, 0.01, 0.1, step_size_up=4, scale_fn=lambda x: None)',
    (o) => new S.CyclicLR(o, 0.01, 0.1, { stepSizeUp: 4, scaleFn: undefinedNumber }),
  ],
  ['L.LambdaLR(o, lambda e: None)', (o) => new S.LambdaLR(o, undefinedNumber)],
  ['L.LambdaLR(o, lambda e: "fast")', (o) => new S.LambdaLR(o, text)],
  ['L.LambdaLR(o, lambda e: e % 2 == 0)', (o) => new S.LambdaLR(o, ((e: number) => e % 2 === 0) as never)],
  ['L.MultiplicativeLR(o, lambda e: None)', (o) => new S.MultiplicativeLR(o, undefinedNumber)],
  ['L.ConstantLR(o, factor=0.0, total_iters=3)', (o) => new S.ConstantLR(o, 0, 3)],
  ['L.LinearLR(o, total_iters=0)', (o) => new S.LinearLR(o, { totalIters: 0 })],
  ['L.LinearLR(o, total_iters=0)', (o) => new S.LinearLR(o, { totalIters: 0 }), 'epoch'],
  ['L.LinearLR(o, 1.0, 0.0, 3)', (o) => new S.LinearLR(o, 1, 0, 3)],
  ['L.PolynomialLR(o, total_iters=0)', (o) => new S.PolynomialLR(o, 0)],
  ['L.PolynomialLR(o, total_iters=0)', (o) => new S.PolynomialLR(o, 0), 'epoch'],
  ['L.PolynomialLR(o, total_iters=4, power=-1.0)', (o) => new S.PolynomialLR(o, 4, -1)],
  ['L.ExponentialLR(o, 0.0)', (o) => new S.ExponentialLR(o, 0), 'epoch'],
  ['L.ExponentialLR(o, 1e200)', (o) => new S.ExponentialLR(o, 1e200), 'epoch'],
  ['L.StepLR(o, 2, gamma=0.0)', (o) => new S.StepLR(o, 2, 0), 'epoch'],
  ['L.MultiStepLR(o, [2, 2], gamma=0.0)', (o) => new S.MultiStepLR(o, [2, 2], 0), 'epoch'],
  [
    'L.ReduceLROnPlateau(o, patience=0, factor=0.0)',
    (o) => new S.ReduceLROnPlateau(o, { patience: 0, factor: 0 }),
    'metric',
  ],
];

const SCRIPT = `
import torch
from torch.optim import lr_scheduler as L

def run(expression, kind):
    o = torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.5, momentum=0.9)
    rates = []
    try:
        scheduler = eval(expression, dict(L=L, o=o))
        for i in range(12):
            rates.append(o.param_groups[0]['lr'])
            o.step()
            scheduler.step(*([] if kind is None else [i + 1] if kind == 'epoch' else [1.0]))
        return dict(rates=rates, error=None)
    except Exception as error:
        return dict(rates=rates, error=type(error).__name__)

output = [run(*case) for case in input]
`;

interface Run {
  readonly rates: readonly number[];
  readonly error: string | null;
}

/** Python's exceptions as they are here. */
const CLASSES: Readonly<Record<string, new (message: string, options: never) => Error>> = {
  ZeroDivisionError: TorchValueError,
  OverflowError: TorchValueError,
  ValueError: TorchValueError,
  TypeError: TorchTypeError,
};

const python = runPython(
  SCRIPT,
  CASES.map(([expression, , kind]) => [expression, kind ?? null]),
) as readonly Run[];

test.each(CASES.map((one, i) => [`${one[0]}${one[2] ? ` by ${one[2]}` : ''}`, one, python[i] as Run] as const))(
  '%s',
  (_, [, build, kind], expected) => {
    const o = new optim.SGD([torch.ones([1]).requiresGrad_()], { lr: 0.5, momentum: 0.9 });
    const rates: number[] = [];
    const run = (): void => {
      const scheduler = build(o);
      for (let i = 0; i < 12; i++) {
        rates.push((o.paramGroups[0] as { lr: number }).lr);
        o.step();
        if (kind === undefined) scheduler.step();
        else scheduler.step(kind === 'epoch' ? i + 1 : 1);
      }
    };
    if (expected.error === null) run();
    else expect(run).toThrow(CLASSES[expected.error]);
    expect(rates).toEqual(expected.rates);
  },
);

test('values that are not numbers, where Python raises a TypeError', () => {
  const o = (): optim.Optimizer => new optim.SGD([torch.ones([1]).requiresGrad_()], { lr: 0.5 });
  const plateau = new S.ReduceLROnPlateau(o());
  for (const metric of [null, undefined, '1', {}, []]) {
    expect(() => plateau.step(metric as never)).toThrow(
      /ReduceLROnPlateau.step\(\) takes the metric of the epoch, a number or a Tensor, got/,
    );
  }
  expect(() => new (S.CosineAnnealingLR as never as new (x: unknown) => unknown)(o())).toThrow(
    "CosineAnnealingLR() misses 'TMax' (a number)",
  );
  expect(() => new S.MultiStepLR(o(), ['1'] as never)).toThrow("'milestones' should hold numbers, got '1'");
  expect(() => new S.LambdaLR(o(), undefinedNumber)).toThrow(
    'LambdaLR: the function for group 0, called with epoch 0, should return a number, got undefined',
  );
  const step = new S.StepLR(o(), 3);
  expect(() => step.step('1' as never)).toThrow("StepLR.step(): 'epoch' should be a number, got '1'");
});

test('a state from a file has attributes of the kinds that it replaces', () => {
  const o = new optim.SGD([torch.ones([1]).requiresGrad_()], { lr: 0.5 });
  const scheduler = new S.CosineAnnealingLR(o, 7);
  expect(() => scheduler.loadStateDict({ T_max: 'long' })).toThrow(
    "CosineAnnealingLR.loadStateDict(): 'T_max' should be a number, got 'long'",
  );
  expect(() => scheduler.loadStateDict({ base_lrs: 1 })).toThrow("'base_lrs' should be a list, got 1");
  expect(scheduler.TMax).toBe(7);
  scheduler.loadStateDict({ T_max: 9n });
  expect(scheduler.TMax).toBe(9);
});
