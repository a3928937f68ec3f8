/** Every options object of `training` is read by one reader; metrics, steps and loaders of the wrong kind are refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { type Tensor, data, nn, training } from '../../../lib/index';
import { turnsDuring } from '../../support/turns';
import { fresh, loaderOf, samples } from './model';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'options-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Reader = (options: Record<string, unknown>) => unknown;

/** Each reader of options with some of its options, a value of the wrong kind for each. */
const READERS: readonly (readonly [name: string, read: Reader, wrong: Readonly<Record<string, unknown>>])[] = [
  [
    'Trainer',
    (options) => new training.Trainer({ ...fresh(), ...options } as never),
    {
      model: nn.Linear,
      loss: nn.CrossEntropyLoss,
      optimizer: {},
      scheduler: {},
      metrics: new Map(),
      callbacks: new training.ProgressBar(),
      maxEpochs: '3',
      maxSteps: NaN,
      clipGradNorm: '1',
      accumulate: 0,
      autocast: true,
      device: 3,
      seed: 1.5,
      logEvery: 0,
      trainingStep: 'step',
      predictStep: 3,
      onNaN: 'raise',
      checks: true,
      disposeBatches: 'yes',
    },
  ],
  [
    'scheduler',
    (options) => {
      const base = fresh();
      const scheduler = new torch.optim.lrScheduler.ExponentialLR(base.optimizer, 0.5);
      return new training.Trainer({ ...base, scheduler: { scheduler, ...options } as never });
    },
    { interval: 'batch', monitor: 'loss' },
  ],
  [
    'fit',
    (options) => new training.Trainer(fresh()).fit(loaderOf(), options as never),
    { validation: 3, validateEvery: 0, signal: {}, resumeFrom: true, handleSignals: 1 },
  ],
  ['evaluate', (options) => new training.Trainer(fresh()).evaluate(loaderOf(), options), { signal: 'abort' }],
  ['predict', (options) => new training.Trainer(fresh()).predict(loaderOf(), options), { signal: 3 }],
  ['Accuracy', (options) => new training.Accuracy(options), { ignoreIndex: '1', threshold: NaN }],
  ['ConfusionMatrix', (options) => new training.ConfusionMatrix(3, options), { ignoreIndex: 0.5, threshold: '0' }],
  ['Precision', (options) => new training.Precision(options), { classes: 0, average: 'weighted', ignoreIndex: true }],
  ['Recall', (options) => new training.Recall(options), { classes: '3' }],
  ['F1', (options) => new training.F1(options), { average: true }],
  ['Perplexity', (options) => new training.Perplexity(options), { ignoreIndex: '0' }],
  [
    'EarlyStopping',
    (options) => new training.EarlyStopping(options),
    { patience: 0, minDelta: -1, restoreBest: 'no', monitor: 3, mode: 'least' },
  ],
  [
    'Checkpoints',
    (options) => new training.Checkpoints(folder, options),
    { everySteps: 2.5, everyEpochs: 0, keepBest: -1, monitor: null, mode: 'lower' },
  ],
  ['ProgressBar', (options) => new training.ProgressBar(options), { output: {}, everySteps: 0 }],
  [
    'TensorBoard',
    (options) => new training.TensorBoard(folder, options),
    { histogramsEvery: 0, hyperParameters: { a: [1] } },
  ],
  [
    'RunDirectory',
    (options) => new training.RunDirectory(path.join(folder, 'run'), options),
    { config: 3, checkpoints: { everySteps: 0 }, resume: 'yes' },
  ],
  [
    'findLearningRate',
    (options) => training.findLearningRate(fresh(), loaderOf(), options),
    { from: 0, to: '1', steps: 1, diverged: 1 },
  ],
];

/** What a call fails with, now or later. */
async function failureOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  return null;
}

const swap = (name: string): string => `${name.slice(0, 2)}${name[3] ?? 'x'}${name[2] ?? ''}${name.slice(4)}`;

describe.each(READERS)('%s', (_name, read, wrong) => {
  test.each(Object.keys(wrong))("'%s' misspelt, or of the wrong kind", async (option) => {
    const snake = option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    for (const misspelt of [swap(option), ...(snake === option ? [] : [snake])]) {
      if (misspelt === option) continue;
      expect(await failureOf(() => read({ [misspelt]: wrong[option] }))).toMatchObject({
        code: 'ERR_TORCH_TYPE',
        message: expect.stringMatching(new RegExp(`unknown option '${misspelt}'.*${option}`)),
      });
    }
    const failure = await failureOf(() => read({ [option]: wrong[option] }));
    expect(failure).toMatchObject({ code: 'ERR_TORCH_TYPE' });
    expect(String(failure)).toMatch(/should be|expected|callback|misses/);
  });

  test('options that are no object', async () => {
    const call = read.toString().includes('...options') ? null : () => read([1] as never);
    if (call) expect(await failureOf(call)).toMatchObject({ code: 'ERR_TORCH_TYPE' });
  });
});

test('paths that are none', () => {
  for (const Class of [
    training.Checkpoints,
    training.RunDirectory,
    training.TensorBoard,
    training.CsvLog,
    training.JsonLinesLog,
  ] as (new (path: never) => unknown)[]) {
    for (const path of [undefined, 3, '', 'a\0b', ['a']]) {
      expect(() => new Class(path as never)).toThrow(/expected the path|null character/);
    }
  }
});

describe('a step of one’s own', () => {
  const run = (trainingStep: unknown, options: Partial<training.TrainerOptions> = {}) => {
    const { model, optimizer } = fresh();
    return new training.Trainer({ model, optimizer, trainingStep, ...options } as never).fit(loaderOf(8));
  };
  const loss = (): Tensor => torch.ones([1]).requiresGrad_();

  test.each([
    ['nothing', () => undefined, /trainingStep should return a loss .* got undefined/],
    ['a promise', async () => loss(), /trainingStep should return a loss .* got a Promise/],
    ['a number', () => 3, /trainingStep should return a loss .* got 3/],
    ['no loss', () => ({ output: loss() }), /misses 'loss'/],
    ['a misspelt field', () => ({ loss: loss(), ouput: loss() }), /did you mean 'output'/],
    ['a number of samples as text', () => ({ loss: loss(), samples: '3' }), /'samples' should be a number/],
    ['a loss for each sample', () => torch.ones([8]), /should be one number, got a Tensor \[8\]/],
  ])('returns %s', async (_name, step, message) => {
    await expect(run(step)).rejects.toThrow(message);
  });

  test('metrics need its output and target', async () => {
    const metrics = { accuracy: new training.Accuracy() };
    await expect(run(() => loss(), { metrics })).rejects.toThrow(
      'metrics need the output and the target that trainingStep returns beside its loss',
    );
  });

  test('runs in autocast', async () => {
    const seen: boolean[] = [];
    await run(
      () => {
        seen.push(torch.isAutocastEnabled('cpu'));
        return loss();
      },
      { autocast: (body) => torch.autocast('cpu', { dtype: torch.bfloat16 }, body), checks: 'off' },
    );
    expect(seen).toEqual([true]);
  });
});

describe('metrics', () => {
  const scores = torch.tensor([[0.1, 0.9], [0.8, 0.2]]); // prettier-ignore
  const labels = torch.tensor([1, 1]);
  const all: readonly (readonly [string, training.Metric<unknown>])[] = [
    ['Accuracy', new training.Accuracy()],
    ['TopK', new training.TopK(1)],
    ['ConfusionMatrix', new training.ConfusionMatrix(2)],
    ['Precision', new training.Precision()],
    ['AUROC', new training.AUROC()],
    ['MeanSquaredError', new training.MeanSquaredError()],
    ['MeanAbsoluteError', new training.MeanAbsoluteError()],
    ['R2Score', new training.R2Score()],
    ['Perplexity', new training.Perplexity()],
  ];

  test.each(all)('%s refuses what is no tensor, and shapes that do not belong together', (name, metric) => {
    expect(() => metric.update([[0.1, 0.9]] as never, labels)).toThrow(
      `${name}.update: 'output': expected a Tensor, got an array of an array of number 0.1; use torch.tensor(…)`,
    );
    expect(() => metric.update(scores, Promise.resolve(labels) as never)).toThrow(/'target': .*; await it first/);
    expect(() => metric.update(scores, torch.ones([3], { dtype: torch.int64 }))).toThrow(/does not belong to/);
    expect(() => metric.update(scores, torch.ones([2, 1], { dtype: torch.int64 }))).toThrow(/does not belong to/);
  });

  test('of nothing are NaN, whatever the average', () => {
    const { Precision, Recall, F1 } = training;
    const rates = [Precision, Recall, F1].flatMap((Class) => [
      new Class(),
      new Class({ average: 'micro' }),
      new Class({ classes: 3 }),
    ]);
    for (const metric of [...all.filter(([name]) => name !== 'ConfusionMatrix').map(([, one]) => one), ...rates]) {
      metric.reset();
      expect(metric.compute()).toBeNaN();
    }
  });

  test('R² where the targets are all equal, or few, or far from zero', () => {
    const r2 = (output: number[], target: number[]): number => {
      const metric = new training.R2Score();
      const float = { dtype: torch.float64 };
      // In two batches.
      metric.update(torch.tensor(output.slice(0, 1), float), torch.tensor(target.slice(0, 1), float));
      metric.update(torch.tensor(output.slice(1), float), torch.tensor(target.slice(1), float));
      return metric.compute();
    };
    expect(r2([0.1, 0.1, 0.1], [0.1, 0.1, 0.1])).toBe(1);
    expect(r2([0.1, 0.2, 0.1], [0.1, 0.1, 0.1])).toBe(0);
    expect(r2([1], [1])).toBeNaN();
    // (1, 2, 3) with errors of 1, 0, 0, and the same at 10^9.
    expect(r2([2, 2, 3], [1, 2, 3])).toBe(0.5);
    expect(r2([1e9 + 2, 1e9 + 2, 1e9 + 3], [1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(0.5);
  });

  test('AUROC ends: NaN among the scores, other labels, one class only', () => {
    const auroc = new training.AUROC();
    const yes = torch.tensor([1, 0]);
    expect(() => auroc.update(torch.tensor([NaN, 1]), yes)).toThrow('a score is NaN');
    expect(() => auroc.update(torch.tensor([0.5, 1]), torch.tensor([2, 0]))).toThrow('labels should be 0 or 1, got 2');
    auroc.update(torch.tensor([0.5, 1]), torch.tensor([1, 1]));
    expect(auroc.compute()).toBeNaN();
    auroc.update(torch.tensor([Infinity, -Infinity]), yes);
    expect(auroc.compute()).toBe(1);
    expect(() => auroc.loadStateDict({ scores: [NaN], labels: [1] })).toThrow('not its state');
  });

  test('a metric that is none, or whose figure is no number', async () => {
    const make = (metric: unknown) => new training.Trainer({ ...fresh(), metrics: { mine: metric } } as never);
    expect(() => make(training.Accuracy)).toThrow("the metric 'mine' should have the methods reset, update");
    const words = Object.assign(new training.ConfusionMatrix(2), { compute: () => [['a']] });
    await expect(make(words).fit(loaderOf(8))).rejects.toThrow("the metric 'mine' computes [['a']]");
    const silent = Object.assign(new training.Accuracy(), { compute: () => undefined });
    await expect(make(silent).fit(loaderOf(8))).rejects.toThrow("the metric 'mine' computes undefined");
  });
});

describe('loaders', () => {
  test('without batches, and generators that give theirs once', async () => {
    const code = 'ERR_TRAINING_NO_BATCHES';
    await expect(new training.Trainer(fresh() as never).fit([])).rejects.toMatchObject({ code });
    await expect(new training.Trainer(fresh() as never).evaluate([])).rejects.toMatchObject({ code });
    await expect(training.findLearningRate(fresh() as never, [])).rejects.toMatchObject({ code });
    const batches = [...loaderOf(16)];
    const once = batches[Symbol.iterator]();
    await expect(new training.Trainer({ ...fresh(), maxEpochs: 2 }).fit(once)).rejects.toThrow(
      'the loader gave no batches in epoch 1; a generator gives its batches once',
    );
  });

  test('a Tensor is no loader', async () => {
    const [x] = samples(8);
    await expect(new training.Trainer(fresh() as never).fit(x as never)).rejects.toThrow(
      'or another iterable, got a Tensor',
    );
    expect(() => new training.Trainer(fresh()).fit(loaderOf(), { validation: x as never })).toThrow('got a Tensor');
  });

  test('an asynchronous dataset gives the losses of a synchronous one, also when resumed', async () => {
    const [x, y] = samples(64);
    const make = (asynchronous: boolean) => {
      const get = (i: number): Tensor[] => [x.select(0, i), y.select(0, i)];
      const dataset = { length: 64, get: asynchronous ? async (i: number) => get(i) : get };
      return new data.DataLoader(dataset as never, { batchSize: 8, shuffle: true }) as unknown as ReturnType<
        typeof loaderOf
      >;
    };
    const run = (asynchronous: boolean, maxSteps: number, resumeFrom: string | null) => {
      const callbacks = [new training.Checkpoints(folder)];
      const trainer = new training.Trainer({ ...fresh(), maxSteps, callbacks });
      return trainer.fit(make(asynchronous), { validation: make(asynchronous), resumeFrom });
    };
    const whole = await run(false, 16, null);
    expect(await run(true, 16, null)).toEqual(whole);
    await run(true, 11, null);
    expect((await run(true, 16, folder)).losses).toEqual(whole.losses);
    await new training.Trainer(fresh()).predict(make(true));
    await training.findLearningRate(fresh(), make(true), { steps: 10 });
  });

  test('the event loop turns while a batch is waited for', async () => {
    const [x, y] = samples(8);
    // Both ways to iterate: a synchronous one would block.
    const slow = {
      [Symbol.iterator](): Iterator<Tensor[]> {
        throw new Error('iterated synchronously');
      },
      async *[Symbol.asyncIterator]() {
        for (let i = 0; i < 3; i++) {
          await new Promise((resolve) => setTimeout(resolve, 60));
          yield [x, y];
        }
      },
    };
    expect(await turnsDuring(10, () => new training.Trainer(fresh()).fit(slow))).toBeGreaterThanOrEqual(10);
  });

  test('an array of promises of batches', async () => {
    const [x, y] = samples(8);
    const history = await new training.Trainer(fresh() as never).fit([Promise.resolve([x, y]), [x, y]] as never);
    expect(history.step).toBe(2);
  });
});

describe('predict', () => {
  test('takes batches of any kind with a predictStep', async () => {
    const [x] = samples(6);
    const base = fresh();
    const options = {
      ...base,
      predictStep: ({ input }: { input: Tensor }, model: nn.Module) =>
        (model as typeof base.model).forward(input).softmax(1),
    };
    const trainer = new training.Trainer<{ input: Tensor }>(options as never);
    const [first, second] = await trainer.predict([{ input: x.narrow(0, 0, 4) }, { input: x.narrow(0, 4, 2) }]);
    base.model.eval();
    const expected = base.model.forward(x).softmax(1);
    expect(torch.cat([first!, second!]).allclose(expected)).toBe(true);
    expect(first!.requiresGrad).toBe(false);
  });

  test('says what it expects otherwise', async () => {
    const [x] = samples(4);
    const trainer = new training.Trainer(fresh() as never);
    await expect(trainer.predict([{ input: x }] as never)).rejects.toThrow(
      'a batch should be a Tensor or [input, …], got an Object',
    );
    expect(await trainer.predict([[x, 'names'], x])).toHaveLength(2);
    const forgot = new training.Trainer({ ...fresh(), predictStep: () => undefined } as never);
    await expect(forgot.predict([x])).rejects.toThrow('predictStep should return a Tensor, got undefined');
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(trainer.predict([x], { signal })).rejects.toThrow('enough');
  });
});

test('the progress bar survives a loader that gives more batches than it says', async () => {
  const parts: string[] = [];
  const output = { isTTY: true, columns: 0, write: (part: string) => void parts.push(part) };
  const loader = { length: 1, [Symbol.iterator]: () => loaderOf(24)[Symbol.iterator]() };
  await new training.Trainer({ ...fresh(), callbacks: [new training.ProgressBar({ output })] }).fit(loader);
  expect(parts.length).toBeGreaterThan(0);
});

test('swapState takes tensors only', () => {
  const model = new nn.Linear(2, 1);
  expect(() => model.swapState([] as never)).toThrow('expected tensors by name, got []');
  expect(() => model.swapState({ weight: [[1, 2]], bias: [1] } as never)).toThrow(/'weight': expected a Tensor/);
});

describe('one argument too many', () => {
  type Loose = Record<string, new (...args: unknown[]) => unknown>;
  const classes = training as unknown as Loose;
  const made: Readonly<Record<string, () => unknown[]>> = {
    ...{ Trainer: () => [fresh()], TopK: () => [1], ConfusionMatrix: () => [2] },
    ...Object.fromEntries(['Accuracy', 'Precision', 'Recall', 'F1', 'Perplexity'].map((name) => [name, () => [{}]])),
    ...Object.fromEntries(
      ['MeanSquaredError', 'MeanAbsoluteError', 'R2Score', 'AUROC'].map((name) => [name, () => []]),
    ),
    ...{ DDPStrategy: () => [{}], EarlyStopping: () => [{}], ProgressBar: () => [{}], LearningRateMonitor: () => [] },
    ...{ Checkpoints: () => [path.join(folder, 'c'), {}], TensorBoard: () => [path.join(folder, 't'), {}] },
    ...{ Ema: () => [{}], Swa: () => [{ startEpoch: 1 }], ExampleQueue: () => [path.join(folder, 'q'), {}] },
    ...{ Profiler: () => [path.join(folder, 'p'), {}] },
    ...{ CsvLog: () => [path.join(folder, 'l')], JsonLinesLog: () => [path.join(folder, 'l')] },
    ...{ BLEU: () => [{}], CHRF: () => [{}], ROUGE: () => [{}], ExactMatch: () => [{}] },
    ...{ RunDirectory: () => [path.join(folder, 'r'), {}] },
  };

  test('every class that is exported is tried', () => {
    const others = ['TrainingError', 'WorkerRun'];
    const names = Object.entries(training).filter(([, value]) => /^class/.test(String(value)));
    expect(
      names
        .map(([name]) => name)
        .filter((name) => !others.includes(name))
        .sort(),
    ).toEqual(Object.keys(made).sort());
  });

  test.each(Object.keys(made))('%s', (name) => {
    const args = made[name]!();
    const Class = classes[name]!;
    expect(new Class(...args)).toBeInstanceOf(Class);
    const most = new RegExp(`${name}\\(\\) takes at most ${args.length} arguments?, got ${args.length + 1}`);
    if (name === 'RunDirectory') args[0] = path.join(folder, 'another');
    expect(() => new Class(...args, 1)).toThrow(most);
  });

  test('methods and functions', async () => {
    type Method = (...args: unknown[]) => unknown;
    const trainer = new training.Trainer(fresh()) as unknown as Record<string, Method>;
    expect(() => trainer['fit']!(loaderOf(), {}, 1)).toThrow(/fit\(\) takes at most 2 arguments, got 3/);
    for (const name of ['evaluate', 'predict']) {
      await expect(trainer[name]!(loaderOf(), {}, 1)).rejects.toThrow(`${name}() takes at most 2 arguments, got 3`);
    }
    const { findLearningRate, trainInWorker } = training as unknown as Record<string, Method>;
    await expect(findLearningRate!(fresh(), loaderOf(), {}, 1)).rejects.toThrow('takes at most 3 arguments, got 4');
    expect(() => trainInWorker!('x.js', {}, 1)).toThrow('trainInWorker() takes at most 2 arguments, got 3');
  });
});
