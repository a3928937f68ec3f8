import * as torch from '../../../lib/index';
import { nn, optim } from '../../../lib/index';
import { camelCase } from '../../../lib/arguments/names';
import { runPython } from '../../support/python';

/** Python's own signatures say what may be given by position, in which order, and what only by name. */
interface Parameter {
  readonly name: string;
  readonly byName: boolean;
  readonly default: unknown;
  readonly required: boolean;
}

const SIGNATURES = `
import inspect
from torch.optim import lr_scheduler, swa_utils

def plain(value):
    return list(value) if isinstance(value, tuple) else value

def signature(cls):
    found = inspect.signature(cls.__init__).parameters
    return [
        dict(name=p.name, byName=p.kind == p.KEYWORD_ONLY, required=p.default is p.empty,
             default=None if p.default is p.empty else plain(p.default))
        for p in list(found.values())[1:]
    ]

optimizers = [n for n, c in vars(torch.optim).items()
              if inspect.isclass(c) and issubclass(c, torch.optim.Optimizer) and c is not torch.optim.Optimizer]
schedulers = [n for n in lr_scheduler.__all__ if n != 'LRScheduler']
output = dict(
    optimizers={n: signature(getattr(torch.optim, n)) for n in optimizers},
    schedulers={n: signature(getattr(lr_scheduler, n)) for n in schedulers},
    swa={n: signature(getattr(swa_utils, n)) for n in ('SWALR', 'AveragedModel')},
)
`;

type Signatures = Readonly<Record<string, readonly Parameter[]>>;

const { optimizers, schedulers, swa } = runPython(SIGNATURES) as Record<
  'optimizers' | 'schedulers' | 'swa',
  Signatures
>;

type Class = new (...args: readonly unknown[]) => { readonly defaults: object; stateDict(): object };

const weights = (): torch.Tensor[] => [torch.ones([2, 2]).requiresGrad_()];
const sgd = (): optim.Optimizer => new optim.SGD(weights(), { lr: 0.5, momentum: 0.9 });

/** A value of the default's kind that is another one. */
function other(parameter: Parameter): unknown {
  const special: Record<string, unknown> = {
    ...{ line_search_fn: 'strong_wolfe', adjust_lr_fn: 'match_rms_adamw', max_eval: 9, eps: 1e-5, d: 2 },
    ...{ beta2_decay: -0.5, etas: [0.4, 1.3], ns_coefficients: [3, -4, 2], nesterov: false, lr: 0.25, ns_steps: 3 },
  };
  if (parameter.name in special && !(parameter.name === 'eps' && Array.isArray(parameter.default))) {
    return special[parameter.name];
  }
  const value = parameter.default;
  if (value === null) return true;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [value[0] === null ? 0.01 : (value[0] as number) / 2, (value[1] as number) / 2];
  return (value as number) / 2 || 0.125;
}

/** Values of required and optional arguments of the schedulers, in their order. */
const SCHEDULER_ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  LambdaLR: [(epoch: number) => 0.5 ** epoch],
  MultiplicativeLR: [() => 0.5],
  StepLR: [3, 0.7],
  MultiStepLR: [[2, 3], 0.6],
  ConstantLR: [0.25, 7],
  LinearLR: [0.5, 0.75, 9],
  ExponentialLR: [0.8],
  PolynomialLR: [8, 2],
  CosineAnnealingLR: [6, 0.01],
  CosineAnnealingWarmRestarts: [4, 2, 0.02],
  CyclicLR: [0.1, 0.4, 10, 20, 'triangular2', 0.9, null, 'iterations', true, 0.7, 0.8],
  OneCycleLR: [0.3, 40, null, null, 0.25, 'linear', true, 0.8, 0.9, 20, 1e3, true],
  ReduceLROnPlateau: ['max', 0.4, 3, 0.01, 'abs', 2, 0.001, 1e-4],
};

describe.each(Object.entries(optimizers))('optim.%s', (name, signature) => {
  const Class = (optim as unknown as Record<string, Class>)[name] as Class;
  // What a combination of all options refuses: those of kernels exclude each other.
  const options = signature
    .slice(1)
    .filter((p) => !['foreach', 'fused', 'differentiable', 'capturable'].includes(p.name));
  const byPosition = signature.slice(1).filter((p) => !p.byName);
  const until = byPosition.findIndex((p) => !options.includes(p));
  const positional = until < 0 ? byPosition : byPosition.slice(0, until);
  const values = positional.map(other);

  it('takes by position what Python takes by position, in its order', () => {
    const named = Object.fromEntries(positional.map(({ name: key }, i) => [camelCase(key), values[i]]));
    expect(new Class(weights(), ...values).defaults).toEqual(new Class(weights(), named).defaults);
    // Each of them has arrived, not the default.
    for (const [key, value] of Object.entries(named)) {
      expect((new Class(weights(), named).defaults as Record<string, unknown>)[key]).toEqual(value);
    }
  });

  it('has Python’s options with Python’s defaults', () => {
    const { defaults } = new Class(weights());
    for (const parameter of signature.slice(1)) {
      if (parameter.name === 'max_eval') continue; // Python fills it in as well.
      expect([parameter.name, (defaults as Record<string, unknown>)[camelCase(parameter.name)]]).toEqual([
        parameter.name,
        parameter.default,
      ]);
    }
  });

  it('refuses an argument too many, and one by position that Python takes by name only', () => {
    const all = byPosition.map(({ default: value }) => value);
    expect(() => new Class(weights(), ...all)).not.toThrow();
    expect(() => new Class(weights(), ...all, true)).toThrow(torch.TorchTypeError);
    expect(() => new Class(weights(), ...all, true)).toThrow(
      `${name}() takes at most ${byPosition.length + 1} arguments`,
    );
  });

  it('takes a learning rate twice for a mistake', () => {
    expect(() => new Class(weights(), 0.1, { lr: 0.1 })).toThrow(`${name}() got several values for argument 'lr'`);
  });
});

/** The schedulers that need more than an optimizer and numbers have tests of their own below. */
describe.each(Object.entries(schedulers).filter(([name]) => name in SCHEDULER_ARGUMENTS))(
  'optim.lrScheduler.%s',
  (name, signature) => {
    const Class = (optim.lrScheduler as unknown as Record<string, Class>)[name] as Class;
    const values = SCHEDULER_ARGUMENTS[name] as readonly unknown[];
    const names = signature.slice(1).map((p) => camelCase(p.name));
    const hasLast = names.at(-1) === 'lastEpoch';

    it('takes the same by position and by name', () => {
      expect(values).toHaveLength(hasLast ? names.length - 1 : names.length);
      const named = Object.fromEntries(values.map((value, i) => [names[i], value]));
      const [a, b] = [new Class(sgd(), ...values), new Class(sgd(), named)];
      expect(a.stateDict()).toEqual(b.stateDict());
      // The last ones by name, too.
      const rest = Object.fromEntries(Object.entries(named).slice(1));
      expect(new Class(sgd(), values[0], rest).stateDict()).toEqual(a.stateDict());
    });

    it('refuses one argument too many and misspelt names', () => {
      expect(() => new Class(sgd(), ...values, ...(hasLast ? [-1] : []), 1)).toThrow(/takes at most \d+ arguments/);
      const wrong = `${names[0]!}s`;
      expect(() => new Class(sgd(), { [wrong]: values[0] })).toThrow(`did you mean '${names[0]!}'?`);
    });

    it('misses what Python requires', () => {
      if (!signature[1]?.required) return;
      expect(() => new Class(sgd())).toThrow(`${name}() misses '${names[0]!}'`);
    });
  },
);

test('every scheduler of Python is walked', () => {
  const others = ['SequentialLR', 'ChainedScheduler'];
  expect(Object.keys(schedulers).sort()).toEqual([...Object.keys(SCHEDULER_ARGUMENTS), ...others].sort());
});

test('schedulers of schedulers take their arguments by position and by name', () => {
  const build = (last: (o: optim.Optimizer, members: optim.lrScheduler.LRScheduler[]) => { stateDict(): object }) => {
    const o = sgd();
    return last(o, [
      new optim.lrScheduler.ConstantLR(o, 0.5, 2),
      new optim.lrScheduler.ExponentialLR(o, 0.9),
    ]).stateDict();
  };
  const S = optim.lrScheduler;
  expect(build((o, schedulers_) => new S.SequentialLR(o, { schedulers: schedulers_, milestones: [2] }))).toEqual(
    build((o, schedulers_) => new S.SequentialLR(o, schedulers_, [2])),
  );
  expect(build((o, schedulers_) => new S.ChainedScheduler(schedulers_, o))).toEqual(
    build((o, schedulers_) => new S.ChainedScheduler(schedulers_, { optimizer: o })),
  );
  expect(() => build((o, schedulers_) => new (S.SequentialLR as unknown as Class)(o, schedulers_, [2], -1, 1))).toThrow(
    'SequentialLR() takes at most 4 arguments, got 5',
  );
});

test('weight averaging takes its arguments by position and by name', () => {
  expect(swa['SWALR']?.map(({ name }) => name)).toEqual([
    ...['optimizer', 'swa_lr', 'anneal_epochs', 'anneal_strategy', 'last_epoch'],
  ]);
  const { SWALR, AveragedModel } = optim.swaUtils;
  expect(new SWALR(sgd(), 0.05, 4, 'linear').stateDict()).toEqual(
    new SWALR(sgd(), { swaLr: 0.05, annealEpochs: 4, annealStrategy: 'linear' }).stateDict(),
  );
  expect(swa['AveragedModel']?.map(({ name }) => camelCase(name))).toEqual([
    ...['model', 'device', 'avgFn', 'multiAvgFn', 'useBuffers'],
  ]);
  const averaged = new AveragedModel(new nn.Linear(2, 2), 'cpu', null, null, true);
  expect(averaged.useBuffers).toBe(true);
  expect(() => new (AveragedModel as unknown as Class)(new nn.Linear(2, 2), 'cpu', null, null, true, 1)).toThrow(
    'AveragedModel() takes at most 5 arguments, got 6',
  );
});
