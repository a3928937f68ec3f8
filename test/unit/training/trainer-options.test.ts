/** Averages of weights, schedules, warm-up, trial runs, resuming by one flag, and what the first batch is checked for. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { type Tensor, nn, optim, training } from '../../../lib/index';
import { fresh, loaderOf, samples } from './model';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'trainer-options-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const weightsOf = (model: nn.Module): unknown[] => model.parameters().map((parameter) => parameter.tolist());

/** Batches of one size in a fixed order. */
function batches(count = 4): [Tensor, Tensor][] {
  const [x, y] = samples(8 * count);
  return Array.from({ length: count }, (_, i) => [x.narrow(0, 8 * i, 8), y.narrow(0, 8 * i, 8)]);
}

test('Ema ends with the weights that AveragedModel has by hand', async () => {
  const byHand = fresh();
  const { AveragedModel, getEmaMultiAvgFn } = optim.swaUtils;
  const average = new AveragedModel(byHand.model, { multiAvgFn: getEmaMultiAvgFn(0.9) });
  torch.manualSeed(1);
  for (let epoch = 0; epoch < 2; epoch++) {
    for (const [x, y] of batches()) {
      byHand.optimizer.zeroGrad();
      byHand.loss.forward(byHand.model.forward(x), y).backward();
      byHand.optimizer.step();
      average.updateParameters(byHand.model);
    }
  }
  const own = fresh();
  const trainer = new training.Trainer({
    ...own,
    seed: 1,
    maxEpochs: 2,
    callbacks: [new training.Ema({ decay: 0.9 })],
  });
  const seen: unknown[] = [];
  for await (const event of trainer.fit(batches(), { validation: batches(1) })) {
    if (event.type === 'step' && event.step === 5) seen.push(weightsOf(own.model));
  }
  expect(weightsOf(own.model)).toEqual(weightsOf(average.module));
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toEqual(weightsOf(average.module));
});

test('an Ema that was resumed is one that was not', async () => {
  const run = async (stopAt: number | null): Promise<unknown[]> => {
    const where = path.join(folder, String(stopAt));
    for (const maxSteps of stopAt === null ? [8] : [stopAt, 8]) {
      const directory = new training.RunDirectory(where, { resume: maxSteps !== stopAt && stopAt !== null });
      const own = fresh();
      const callbacks = [new training.Ema({ decay: 0.5 }), ...directory.callbacks];
      const history = await new training.Trainer({ ...own, seed: 3, maxSteps, callbacks }).fit(batches(8));
      expect(history.step).toBe(maxSteps);
      if (maxSteps === 8) return weightsOf(own.model);
    }
    return [];
  };
  expect(await run(3)).toEqual(await run(null));
});

// Several seeds: two ways to compute a mean may agree for one.
test.each([0, 1, 2, 3, 4, 5])(
  'Swa ends with the mean of the epochs, its rate and its batch norms, seed %i',
  async (seed) => {
    const make = (): { model: nn.Sequential; optimizer: optim.SGD; loss: nn.CrossEntropyLoss } => {
      torch.manualSeed(seed);
      const model: nn.Sequential = new nn.Sequential(new nn.Linear(4, 4), new nn.BatchNorm1d(4), new nn.Linear(4, 2));
      return { model, optimizer: new optim.SGD(model.parameters(), { lr: 0.1 }), loss: new nn.CrossEntropyLoss() };
    };
    const hand = make();
    const { AveragedModel, SWALR, updateBn } = optim.swaUtils;
    const average = new AveragedModel(hand.model);
    let rates: optim.swaUtils.SWALR | null = null;
    for (let epoch = 0; epoch < 4; epoch++) {
      for (const [x, y] of batches()) {
        hand.optimizer.zeroGrad();
        hand.loss.forward(hand.model.forward(x), y).backward();
        hand.optimizer.step();
      }
      if (epoch < 1) continue;
      average.updateParameters(hand.model);
      rates ??= new SWALR(hand.optimizer, 0.05, { annealEpochs: 2 });
      rates.step();
    }
    await updateBn(batches(), average);
    const own = make();
    const swa = new training.Swa({ startEpoch: 1, lr: 0.05, annealEpochs: 2 });
    await new training.Trainer({ ...own, maxEpochs: 4, callbacks: [swa] }).fit(batches());
    expect(weightsOf(own.model)).toEqual(weightsOf(average.module));
    const [norm, other] = [own.model, average.module].map((model) => model.buffers().map((buffer) => buffer.tolist()));
    expect(norm).toEqual(other);
    expect(own.optimizer.paramGroups[0]?.lr).toBe(hand.optimizer.paramGroups[0]?.lr);
  },
);

test('accumulates by a schedule', async () => {
  const trainer = new training.Trainer({ ...fresh(), accumulate: { 0: 1, 1: 2, 3: 4 }, maxEpochs: 4 });
  const history = await trainer.fit(batches());
  expect(history.epochs.map(({ step }) => step)).toEqual([4, 6, 8, 9]);
  expect(() => new training.Trainer({ ...fresh(), accumulate: { 1: 2 } })).toThrow(TypeError);
  expect(() => new training.Trainer({ ...fresh(), accumulate: { 0: 0 } })).toThrow(TypeError);
});

test('warms the learning rate up in a line, and goes on there after a resume', async () => {
  const rates: number[] = [];
  const watch: training.Callback = { name: 'watch', on: () => undefined, afterStep: () => undefined };
  const collect: training.Callback = {
    name: 'collect',
    on: (event) => {
      if (event.type === 'step') rates.push(event.lr[0] as number);
    },
  };
  for (const maxSteps of [2, 6]) {
    const directory = new training.RunDirectory(path.join(folder, 'run'), { resume: maxSteps === 6 });
    const own = fresh(0.4);
    const callbacks = [watch, collect, ...directory.callbacks];
    await new training.Trainer({ ...own, warmup: 4, maxSteps, callbacks }).fit(batches(6));
  }
  // After a step an event has the rate of the next one: 0.1 was the first.
  expect(rates.map((rate) => Number(rate.toFixed(6)))).toEqual([0.2, 0.3, 0.4, 0.4, 0.4, 0.4]);
});

test('learns a few batches by heart, or runs through once without writing anything', async () => {
  const few = await new training.Trainer({ ...fresh(0.05), overfitBatches: 1, maxEpochs: 30 }).fit(loaderOf(64), {
    validation: loaderOf(32),
  });
  expect(few.step).toBe(30);
  expect(few.epochs.at(-1)?.validation?.samples).toBe(8);
  expect(few.losses.at(-1)).toBeLessThan(few.losses[0] as number);
  const directory = path.join(folder, 'dev');
  const callbacks = [new training.Checkpoints(directory), new training.EarlyStopping()];
  const dev = await new training.Trainer({ ...fresh(), fastDevRun: 2, maxEpochs: 50, callbacks }).fit(loaderOf(64), {
    validation: loaderOf(32),
  });
  expect([dev.step, dev.epochs.length, dev.epochs[0]?.validation?.samples]).toEqual([2, 1, 16]);
  expect(existsSync(path.join(directory, 'last.pt'))).toBe(false);
});

test('one flag resumes, and begins where there is nothing yet', async () => {
  const steps: number[] = [];
  for (const maxSteps of [3, 5]) {
    const checkpoints = new training.Checkpoints(folder);
    const trainer = new training.Trainer({ ...fresh(), maxSteps, callbacks: [checkpoints] });
    for await (const event of trainer.fit(batches(8), { resume: true })) {
      if (event.type === 'start') steps.push(event.step);
    }
  }
  expect(steps).toEqual([0, 3]);
});

class PrecisionRecall extends training.Precision {
  /** A figure with two parts. */
}

test('metrics may come to several figures, and take outputs of their own', async () => {
  const pair: training.Metric<{ least: number; most: number }> = {
    reset: () => undefined,
    update: () => undefined,
    compute: () => ({ least: 1, most: 2 }),
    stateDict: () => ({}),
    loadStateDict: () => undefined,
  };
  const model = new nn.Linear(4, 2);
  const trainer = new training.Trainer({
    ...{ model, optimizer: new optim.SGD(model.parameters(), { lr: 0.1 }) },
    metrics: { pair, error: new training.MeanSquaredError(), precision: new PrecisionRecall() },
    callbacks: [new training.EarlyStopping({ monitor: 'pair.most' })],
    trainingStep: ([x, y], own) => {
      const output = own.forward(x);
      const loss = nn.functional.crossEntropy(output, y);
      return { loss, output, target: y, outputs: { error: [torch.zeros([4]), torch.full([4], 3)] } };
    },
  });
  const history = await trainer.fit(batches(1));
  expect(history.epochs[0]?.train.metrics).toMatchObject({ 'pair.least': 1, 'pair.most': 2, error: 9 });
});

async function warnings(model: nn.Module): Promise<string[]> {
  const found: string[] = [];
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  const trainer = new training.Trainer({ model, optimizer, loss: new nn.CrossEntropyLoss() });
  for await (const event of trainer.fit(batches(1))) if (event.type === 'warning') found.push(event.message);
  return found;
}

test('warns of a softmax before CrossEntropyLoss, and of layers in #private fields', async () => {
  class Hidden extends nn.Module {
    readonly out = new nn.Linear(4, 2);
    #hidden = new nn.Linear(4, 4);

    override forward(x: Tensor): Tensor {
      return this.out.forward(this.#hidden.forward(x));
    }
  }
  expect(await warnings(new nn.Linear(4, 2))).toEqual([]);
  expect(await warnings(new nn.Sequential(new nn.Linear(4, 2), new nn.LogSoftmax(1)))).toEqual([]);
  expect(await warnings(new nn.Sequential(new nn.Linear(4, 2), new nn.Softmax(1)))).toEqual([
    expect.stringContaining('leave Softmax out of the model'),
  ]);
  expect(await warnings(new Hidden())).toEqual([expect.stringContaining('Hidden.#hidden holds a Linear')]);
});

test('a summary has the figures of torchinfo', () => {
  class Net extends nn.Module {
    readonly conv1 = new nn.Conv2d(1, 10, 5);
    readonly conv2 = new nn.Conv2d(10, 20, 5);
    readonly drop = new nn.Dropout2d();
    readonly fc1 = new nn.Linear(320, 50);
    readonly fc2 = new nn.Linear(50, 10);

    override forward(input: Tensor): Tensor {
      const { relu, maxPool2d } = nn.functional;
      const first = relu(maxPool2d(this.conv1.forward(input), 2));
      const second = relu(maxPool2d(this.drop.forward(this.conv2.forward(first)), 2)).reshape([-1, 320]);
      return this.fc2.forward(relu(this.fc1.forward(second))).logSoftmax(1);
    }
  }
  const net = new Net();
  const found = training.summary(net, torch.zeros([16, 1, 28, 28]));
  // Its README: 21,840 parameters, 7.69 M multiply-adds, 0.05 MB, 0.91 MB and 0.09 MB.
  expect([found.parameters, found.trainable, found.multiplyAdds]).toEqual([21_840, 21_840, 7_688_000]);
  expect([found.inputBytes, found.outputBytes, found.stateBytes]).toEqual([50_176, 454_400, 87_360]);
  expect(found.layers.map(({ name, outputShape }) => [name, outputShape])).toEqual([
    ['', [16, 10]],
    ['conv1', [16, 10, 24, 24]],
    ['conv2', [16, 20, 8, 8]],
    ['drop', [16, 20, 8, 8]],
    ['fc1', [16, 50]],
    ['fc2', [16, 10]],
  ]);
  expect(net.training).toBe(true);
  expect(String(found)).toContain('Conv2d (conv1)');
  const recurrent = training.summary(new nn.LSTM(3, 4, { batchFirst: true }), torch.zeros([2, 5, 3]));
  expect(recurrent.multiplyAdds).toBe(2 * 5 * 4 * 4 * (3 + 4));
  expect(recurrent.layers[0]?.outputShape).toEqual([
    [2, 5, 4],
    [1, 2, 4],
    [1, 2, 4],
  ]);
});

test('a summary of what computes later says so', () => {
  class Later extends nn.Module {
    override async forward(input: Tensor): Promise<Tensor> {
      return input;
    }
  }
  expect(() => training.summary(new Later(), torch.zeros([2]))).toThrow(/is synchronous/);
});

test.each([-1, NaN, Infinity, '0.1'])('Swa refuses the rate %p', (lr) => {
  expect(() => new training.Swa({ startEpoch: 0, lr: lr as never })).toThrow(/'lr' should be a number that is not neg/);
});
