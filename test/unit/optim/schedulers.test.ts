import * as torch from '../../../lib/index';
import { nn, optim } from '../../../lib/index';

const { lrScheduler: S, swaUtils } = optim;

function sgd(options: optim.SGDOptions = { lr: 1 }): optim.SGD {
  return new optim.SGD([torch.ones([1], { requiresGrad: true })], options);
}

/** The warnings that a function causes. */
function warningsOf(body: () => void): string[] {
  const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  try {
    body();
    return warn.mock.calls.map(([text]) => String(text));
  } finally {
    warn.mockRestore();
  }
}

describe('a scheduler that is stepped before its optimizer', () => {
  it('warns once', () => {
    const optimizer = sgd();
    const scheduler = new S.StepLR(optimizer, 1);
    const texts = warningsOf(() => {
      for (let i = 0; i < 5; i++) scheduler.step();
    });
    expect(texts.length).toBe(1);
    expect(texts[0]).toContain('`lrScheduler.step()` before `optimizer.step()`');
  });

  it('does not warn in the right order, nor when the optimizer had stepped before', () => {
    const texts = warningsOf(() => {
      const optimizer = sgd();
      const scheduler = new S.ExponentialLR(optimizer, 0.5);
      optimizer.step();
      scheduler.step();
      scheduler.step();
    });
    expect(texts).toEqual([]);
  });
});

it.each([
  ['no optimizer', () => new S.StepLR({} as never, 1), /Object is not an Optimizer/],
  ['null', () => new S.StepLR(null as never, 1), /is not an Optimizer/],
  ['a step size of zero', () => new S.StepLR(sgd(), 0), /stepSize/],
  ['a step size of NaN', () => new S.StepLR(sgd(), NaN), /stepSize/],
  [
    'an epoch to go on from without initialLr',
    () => new S.ExponentialLR(sgd(), 0.5, { lastEpoch: 3 }),
    /'initialLr' is not specified/,
  ],
  ['a factor above one', () => new S.ConstantLR(sgd(), { factor: 2 }), /between 0 and 1/],
  ['no schedulers', () => new S.ChainedScheduler([]), /at least one scheduler/],
  [
    'schedulers of two optimizers',
    () => new S.ChainedScheduler([new S.StepLR(sgd(), 1), new S.StepLR(sgd(), 1)]),
    /same optimizer/,
  ],
  ['too few functions', () => new S.LambdaLR(sgd(), []), /Expected 1 lr_lambdas, but got 0/],
  ['a function that is none', () => new S.LambdaLR(sgd(), 5 as never), /should be a function/],
  ['rates for other groups', () => new swaUtils.SWALR(sgd(), [1, 2]), /must have the same length/],
  [
    'an unknown strategy',
    () => new swaUtils.SWALR(sgd(), 1, { annealStrategy: 'log' as never }),
    /one of 'cos' or 'linear', instead got log/,
  ],
  [
    'a negative number of epochs',
    () => new swaUtils.SWALR(sgd(), 1, { annealEpochs: -1 }),
    /equal or greater than 0, got -1/,
  ],
  ['half an epoch', () => new swaUtils.SWALR(sgd(), 1, { annealEpochs: 0.5 }), /got 0.5/],
])('refuses %s', (_, build, message) => {
  expect(build).toThrow(message);
});

it.each([
  [
    'StepLR',
    () => new S.StepLR(sgd(), 1, { gama: 0.5 } as never),
    "StepLR() got an unknown option 'gama': did you mean 'gamma'?",
  ],
  [
    'StepLR',
    () => new S.StepLR(sgd(), 1, { last_epoch: 1 } as never),
    "StepLR() got an unknown option 'last_epoch': did you mean 'lastEpoch'?",
  ],
  [
    'LinearLR',
    () => new S.LinearLR(sgd(), { start_factor: 1 } as never),
    "LinearLR() got an unknown option 'start_factor': did you mean 'startFactor'?",
  ],
  [
    'OneCycleLR',
    () => new S.OneCycleLR(sgd({ lr: 1, momentum: 0.9 }), 1, { total_steps: 3 } as never),
    "OneCycleLR() got an unknown option 'total_steps': did you mean 'totalSteps'?",
  ],
  [
    'CyclicLR',
    () => new S.CyclicLR(sgd({ lr: 1, momentum: 0.9 }), 1, 2, { scaleFunction: null } as never),
    "CyclicLR() got an unknown option 'scaleFunction'",
  ],
  [
    'ReduceLROnPlateau',
    () => new S.ReduceLROnPlateau(sgd(), { patiense: 3 } as never),
    "ReduceLROnPlateau() got an unknown option 'patiense': did you mean 'patience'?",
  ],
  [
    'CosineAnnealingWarmRestarts',
    () => new S.CosineAnnealingWarmRestarts(sgd(), 3, { T_mult: 3 } as never),
    "got an unknown option 'T_mult': did you mean 'TMult'?",
  ],
  [
    'SWALR',
    () => new swaUtils.SWALR(sgd(), 1, { anneal_epochs: 3 } as never),
    "SWALR() got an unknown option 'anneal_epochs': did you mean 'annealEpochs'?",
  ],
  [
    'AveragedModel',
    () => new swaUtils.AveragedModel(new nn.Linear(1, 1), { use_buffers: true } as never),
    "AveragedModel() got an unknown option 'use_buffers': did you mean 'useBuffers'?",
  ],
])('names the right option of %s', (_, build, message) => {
  expect(build).toThrow(message);
});

describe('AveragedModel', () => {
  it('averages, and copies what it is given at first', () => {
    const model = new nn.Linear(1, 1, { bias: false });
    const set = (value: number): void => torch.noGrad(() => void model.weight.fill_(value));
    const averaged = new swaUtils.AveragedModel(model);
    for (const value of [2, 4, 9]) {
      set(value);
      averaged.updateParameters(model);
    }
    expect([averaged.module.weight.item(), averaged.nAveraged.item(), model.weight.item()]).toEqual([5, 3, 9]);
    expect(averaged.forward(torch.ones([1, 1])).item()).toBe(5);
    const twin = nn.deepCopy(averaged);
    twin.updateParameters(model);
    expect([twin.module.weight.item(), averaged.module.weight.item()]).toEqual([6, 5]);
  });

  it('takes one kind of function, and decays within [0, 1]', () => {
    const model = new nn.Linear(1, 1);
    const both = { avgFn: swaUtils.getSwaAvgFn(), multiAvgFn: swaUtils.getSwaMultiAvgFn() };
    expect(() => new swaUtils.AveragedModel(model, both)).toThrow(
      'Only one of avgFn and multiAvgFn should be provided',
    );
    for (const decay of [-0.1, 1.1, NaN, '1' as never]) {
      expect(() => swaUtils.getEmaAvgFn(decay)).toThrow(
        /Invalid decay value .* Please provide a value in \[0,1\] range/,
      );
      expect(() => swaUtils.getEmaMultiAvgFn(decay)).toThrow('Invalid decay value');
    }
  });

  it('leaves the averages as they were when a function throws', () => {
    const model = new nn.Linear(1, 1);
    const avgFn = (): never => {
      throw new Error('not today');
    };
    const averaged = new swaUtils.AveragedModel(model, { avgFn });
    averaged.updateParameters(model);
    expect(() => averaged.updateParameters(model)).toThrow('not today');
    expect([averaged.nAveraged.item(), torch.isGradEnabled()]).toEqual([1, true]);
  });

  it('says when another model has other buffers', () => {
    const averaged = new swaUtils.AveragedModel(new nn.BatchNorm1d(2));
    expect(() => averaged.updateParameters(new nn.Linear(2, 2))).toThrow(/sizes?|buffers|shape/i);
  });
});

describe('updateBn', () => {
  const net = (): nn.Sequential => new nn.Sequential(new nn.BatchNorm1d(2, { momentum: 0.3 }));

  it('takes asynchronous loaders and lists that begin with a tensor', async () => {
    const model = net().eval();
    async function* batches(): AsyncGenerator<[torch.Tensor, number]> {
      await Promise.resolve();
      yield [
        torch.tensor(
          [
            [1, 2],
            [3, 4],
          ],
          { dtype: torch.float32 },
        ),
        0,
      ];
    }
    await swaUtils.updateBn(batches(), model);
    const [norm] = model.children() as [nn.BatchNorm1d];
    expect(norm.runningMean?.tolist()).toEqual([2, 3]);
    expect([model.training, norm.momentum]).toEqual([false, 0.3]);
  });

  it('puts mode and momenta back when the data fail', async () => {
    const model = net().eval();
    const [norm] = model.children() as [nn.BatchNorm1d];
    await expect(swaUtils.updateBn(['text' as never], model)).rejects.toThrow('batches that are tensors');
    expect([model.training, norm.momentum]).toEqual([false, 0.3]);
  });
});
