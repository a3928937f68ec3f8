import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { type Tensor, nn, optim, training } from '../../../lib/index';
import { fresh, loaderOf, samples } from './model';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'training-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The loop of the guide. */
function byHand(epochs: number): number[] {
  const { model, optimizer, loss } = fresh();
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const [x, y] of loaderOf()) {
      optimizer.zeroGrad();
      const value = loss.forward(model.forward(x!), y!);
      value.backward();
      optimizer.step();
      losses.push(value.item() as number);
    }
  }
  return losses;
}

test('gives the losses of the loop written by hand', async () => {
  const expected = byHand(3);
  const trainer = new training.Trainer({ ...fresh(), maxEpochs: 3 });
  const history = await trainer.fit(loaderOf());
  expect(history.losses).toEqual(expected);
  expect(history).toMatchObject({ step: 24, reason: 'finished' });
  expect(history.epochs.map(({ step }) => step)).toEqual([8, 16, 24]);
});

test('streams events, and validates with metrics', async () => {
  const metrics = { accuracy: new training.Accuracy() };
  const trainer = new training.Trainer({ ...fresh(0.05), metrics, maxEpochs: 6, logEvery: 4 });
  const types: string[] = [];
  let last: training.EpochEndEvent | undefined;
  for await (const event of trainer.fit(loaderOf(), { validation: loaderOf(32) })) {
    types.push(event.type);
    if (event.type === 'epochEnd') last = event;
  }
  expect(types.slice(0, 6)).toEqual(['start', 'epochStart', 'step', 'step', 'validation', 'epochEnd']);
  expect(types.at(-1)).toBe('end');
  expect(last!.validation!.samples).toBe(32);
  expect(last!.validation!.metrics['accuracy']).toBeGreaterThan(0.8);
  const evaluation = await trainer.evaluate(loaderOf(32));
  expect(evaluation.metrics).toEqual(last!.validation!.metrics);
  expect(evaluation.loss).toBeCloseTo(last!.validation!.loss, 6);
});

test('keeps each module in its own mode around validation, and predicts in eval mode', async () => {
  const { model, ...rest } = fresh();
  model.dropout.eval();
  const trainer = new training.Trainer({ model, ...rest });
  await trainer.fit(loaderOf(), { validation: loaderOf(16) });
  expect([model.training, model.dropout.training, model.hidden.training]).toEqual([true, false, true]);
  const [x] = samples(5);
  const [output] = await trainer.predict(x);
  model.eval();
  expect(output!.tolist()).toEqual(model.forward(x).tolist());
});

test('accumulates gradients: two halves are one batch', async () => {
  const run = async (batchSize: number, accumulate: number): Promise<number[][]> => {
    const { model, optimizer, loss } = fresh();
    model.dropout.eval();
    const trainer = new training.Trainer({ model, optimizer, loss, accumulate });
    const [x, y] = samples(32);
    const batches = Array.from({ length: 32 / batchSize }, (_, i) => [
      x.narrow(0, i * batchSize, batchSize),
      y.narrow(0, i * batchSize, batchSize),
    ]);
    const history = await trainer.fit(batches);
    expect(history.step).toBe(4);
    return model.out.weight.tolist() as number[][];
  };
  const [whole, halves] = [await run(8, 1), await run(4, 2)];
  expect(halves.flat().map((value) => value.toFixed(4))).toEqual(whole.flat().map((value) => value.toFixed(4)));
});

test('clips gradients', async () => {
  const norms: (number | null)[] = [];
  const watch: training.Callback = {
    name: 'watch',
    on: (event) => void (event.type === 'step' && norms.push(event.gradNorm)),
  };
  const { model, loss } = fresh();
  const optimizer = new optim.SGD(model.parameters(), { lr: 1 });
  const before = model.stateDict();
  const copy = Object.values(before).map((tensor) => tensor.clone());
  await new training.Trainer({ model, loss, optimizer, clipGradNorm: 0.001, maxSteps: 1, callbacks: [watch] }).fit(
    loaderOf(),
  );
  const moved = Object.values(before).map((tensor, i) => Number(tensor.sub(copy[i]!).norm().item()));
  expect(Math.hypot(...moved)).toBeCloseTo(0.001, 5);
  expect(norms[0]).toBeGreaterThan(0.01);
});

test('steps a scheduler and stops at maxSteps', async () => {
  const rates: number[] = [];
  const base = fresh(0.5);
  const scheduler = {
    step: () => void (base.optimizer.paramGroups[0]!.lr = Number(base.optimizer.paramGroups[0]!.lr) / 2),
    stateDict: () => ({}),
    loadStateDict: () => undefined,
  };
  const callbacks = [
    { name: 'lr', on: (event: training.TrainingEvent) => void (event.type === 'step' && rates.push(event.lr[0]!)) },
  ];
  const history = await new training.Trainer({
    ...base,
    scheduler: { scheduler, interval: 'step' },
    maxSteps: 3,
    callbacks,
  }).fit(loaderOf());
  expect(rates).toEqual([0.25, 0.125, 0.0625]);
  expect(history.step).toBe(3);
});

describe('stop and go on', () => {
  const resumed = async (everySteps: number, stopAt: number): Promise<training.History> => {
    const directory = path.join(folder, String(stopAt));
    const checkpoints = new training.Checkpoints(path.join(directory, 'checkpoints'), { everySteps, keepBest: 0 });
    const stopper: training.Callback = {
      name: 'stopper',
      on: () => undefined,
      save: (_moment, run) => {
        if (run.step === stopAt) throw new Error('killed');
      },
    };
    const metrics = { accuracy: new training.Accuracy() };
    const first = new training.Trainer({ ...fresh(), metrics, maxEpochs: 3, callbacks: [checkpoints, stopper] });
    await expect(first.fit(loaderOf())).rejects.toThrow('killed');
    // A new process: other weights, another place in the generator.
    const base = fresh();
    torch.manualSeed(99);
    return new training.Trainer({ ...base, metrics: { accuracy: new training.Accuracy() }, maxEpochs: 3 }).fit(
      loaderOf(),
      { resumeFrom: directory },
    );
  };

  test.each([1, 5, 8, 9, 13, 16, 23])('after a kill at step %i, bit for bit', async (stopAt) => {
    const metrics = { accuracy: new training.Accuracy() };
    const whole = await new training.Trainer({ ...fresh(), metrics, maxEpochs: 3 }).fit(loaderOf());
    const history = await resumed(1, stopAt);
    expect(history.losses).toEqual(whole.losses);
    expect(history.epochs).toEqual(whole.epochs);
  });

  test('goes on from a step before', async () => {
    const whole = await new training.Trainer({ ...fresh(), maxEpochs: 3 }).fit(loaderOf());
    expect((await resumed(3, 11)).losses).toEqual(whole.losses);
  });

  test('refuses another model, another data size and other files', async () => {
    const checkpoints = new training.Checkpoints(folder);
    await new training.Trainer({ ...fresh(), callbacks: [checkpoints] }).fit(loaderOf());
    const code = 'ERR_TRAINING_RESUME';
    const again = (loader: ReturnType<typeof loaderOf>, model: nn.Module, from = folder) => {
      const optimizer = new optim.Adam(model.parameters());
      return new training.Trainer({ model, optimizer, loss: new nn.CrossEntropyLoss() }).fit(loader, {
        resumeFrom: from,
      });
    };
    await expect(again(loaderOf(128), fresh().model)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('was written with 8 batches in an epoch, this loader has 16'),
    });
    await expect(again(loaderOf(), new nn.Linear(4, 2))).rejects.toMatchObject({
      code,
      message: expect.stringContaining('does not fit this run'),
    });
    torch.save({ a: 1 }, path.join(folder, 'other.pt'));
    await expect(again(loaderOf(), fresh().model, path.join(folder, 'other.pt'))).rejects.toMatchObject({ code });
  });

  test('pause, resume and stop', async () => {
    const trainer = new training.Trainer({ ...fresh(), maxEpochs: 50 });
    const fit = trainer.fit(loaderOf());
    expect(() => trainer.fit(loaderOf())).toThrow(expect.objectContaining({ code: 'ERR_TRAINING_BUSY' }));
    const seen: string[] = [];
    for await (const event of fit) {
      seen.push(event.type);
      if (event.type === 'step' && event.step === 3) fit.pause();
      if (event.type === 'paused') fit.resume();
      if (event.type === 'step' && event.step >= 10) fit.stop();
    }
    const history = await fit;
    expect(history.reason).toBe('stopped');
    expect(history.step).toBeLessThan(20);
    expect(seen.filter((type) => type === 'paused' || type === 'resumed')).toEqual(['paused', 'resumed']);
  });

  test('a signal aborts before the start, in the middle and while paused', async () => {
    const reason = new Error('enough');
    const start = (signal: AbortSignal) =>
      new training.Trainer({ ...fresh(), maxEpochs: 1e6 }).fit(loaderOf(), { signal });
    await expect(start(AbortSignal.abort(reason))).rejects.toBe(reason);
    const middle = new AbortController();
    setTimeout(() => middle.abort(reason), 30);
    await expect(start(middle.signal)).rejects.toBe(reason);
    const paused = new AbortController();
    const fit = start(paused.signal);
    fit.pause();
    setTimeout(() => paused.abort(reason), 30);
    await expect(fit).rejects.toBe(reason);
  });

  test('leaving the loop over the events ends the run', async () => {
    const trainer = new training.Trainer({ ...fresh(), maxEpochs: 999 });
    const fit = trainer.fit(loaderOf());
    for await (const event of fit) if (event.type === 'step') break;
    expect((await fit).reason).toBe('stopped');
    expect((await trainer.fit(loaderOf(8))).step).toBe(999);
  });
});

describe('first-batch checks', () => {
  const fails = async (options: Partial<training.TrainerOptions>, loader: training.Batches<unknown> = loaderOf()) => {
    const fit = new training.Trainer({ ...fresh(), ...options } as training.TrainerOptions).fit(loader as never);
    await expect(fit).rejects.toMatchObject({ name: 'TrainingError', code: 'ERR_TRAINING_CHECK' });
    return fit.catch((error: unknown) => (error as Error).message) as Promise<string>;
  };

  test('raw scores for NLLLoss', async () => {
    expect(await fails({ loss: new nn.NLLLoss() })).toMatch(/NLLLoss expects log-probabilities.*LogSoftmax/);
  });

  test('a model in eval mode, and parameters of another model', async () => {
    const { model } = fresh();
    expect(await fails({ model: model.eval(), optimizer: new optim.Adam(model.parameters()) })).toMatch(/eval mode/);
    expect(await fails({ model: fresh().model })).toMatch(/optimizer's parameters are not the model's/);
  });

  test('warnings do not stop the run', async () => {
    const base = fresh();
    (base.model as unknown as { unused: nn.Module }).unused = new nn.Linear(2, 2);
    const warnings: string[] = [];
    for await (const event of new training.Trainer({ ...base, maxSteps: 1 }).fit(loaderOf())) {
      if (event.type === 'warning') warnings.push(event.message);
    }
    expect(warnings[0]).toMatch(/the optimizer does not have these parameters.*unused\.weight, unused\.bias/);
    expect(warnings[1]).toMatch(/got no gradient: unused\.weight, unused\.bias/);
  });

  test('labels outside of the classes', async () => {
    const [x, y] = samples(8);
    const loader = [[x, y.add(1)]];
    expect(await fails({}, loader)).toBe('label 2 is outside of [0, 2): the model has 2 classes');
    // The warning comes before the loss fails.
    const warnings: string[] = [];
    const watch: training.Callback = {
      name: 'watch',
      on: (event) => void (event.type === 'warning' && warnings.push(event.message)),
    };
    const options = { ...fresh(), checks: 'warn', callbacks: [watch] } as training.TrainerOptions;
    await expect(new training.Trainer(options).fit(loader as never)).rejects.toThrow(torch.TorchIndexError);
    expect(warnings).toEqual(['label 2 is outside of [0, 2): the model has 2 classes']);
  });
});

describe('what goes wrong', () => {
  const nan = (): training.Batches<unknown> => {
    const [x, y] = samples(8);
    return [[x, y], [x.mul(NaN), y], [x, y]]; // prettier-ignore
  };

  test('a loss that is NaN stops with the step, the batch and the last checkpoint', async () => {
    const checkpoints = new training.Checkpoints(folder, { everySteps: 1 });
    const trainer = new training.Trainer({ ...fresh(), callbacks: [checkpoints] } as training.TrainerOptions);
    await expect(trainer.fit(nan() as never)).rejects.toMatchObject({
      code: 'ERR_TRAINING_NAN',
      step: 1,
      batch: 1,
      checkpoint: checkpoints.last,
    });
  });

  test('or is left out', async () => {
    const history = await new training.Trainer({ ...fresh(), onNaN: 'skip' } as training.TrainerOptions).fit(
      nan() as never,
    );
    expect(history.losses.filter(Number.isFinite)).toHaveLength(2);
    expect(history.step).toBe(2);
  });

  test('errors of callbacks and metrics arrive as thrown, and callbacks are closed', async () => {
    const failure = new RangeError('mine');
    let closed = 0;
    const callback: training.Callback = {
      name: 'fails',
      on: (event) => {
        if (event.type === 'epochEnd') throw failure;
      },
      close: () => void closed++,
    };
    await expect(new training.Trainer({ ...fresh(), callbacks: [callback] }).fit(loaderOf())).rejects.toBe(failure);
    expect(closed).toBe(1);
  });

  test('a checkpoint that cannot be written leaves the former one', async () => {
    const file = path.join(folder, 'last.pt');
    const checkpoints = new training.Checkpoints(folder, { everySteps: 1, keepBest: 0 });
    const block: training.Callback = {
      name: 'block',
      on: (event, run) => {
        // A value that no checkpoint can hold.
        if (event.type === 'step' && event.step === 2) (run.history.epochs as unknown[]).push({ epoch: 1n });
      },
    };
    const warnings: string[] = [];
    const trainer = new training.Trainer({ ...fresh(), maxSteps: 3, callbacks: [block, checkpoints] });
    for await (const event of trainer.fit(loaderOf())) if (event.type === 'warning') warnings.push(event.message);
    expect(warnings[0]).toMatch(/could not be written/);
    expect((torch.load(file) as { progress: { step: number } }).progress.step).toBe(1);
  });

  test.each([
    [{ maxEpochs: -1 }, "'maxEpochs' should be an integer of at least 0, or Infinity, got -1"],
    [{ accumulate: 0.5 }, "'accumulate' should be an integer of at least 1 or a schedule { epoch: batches }, got 0.5"],
    [{ lossFunction: 1 }, "unknown option 'lossFunction'"],
    [{ loss: undefined }, 'give a loss or a trainingStep'],
    [{ clipGradNorm: -1 }, "'clipGradNorm' should be a number greater than 0 or null, got -1"],
    [{ callbacks: [new training.ProgressBar(), new training.ProgressBar()] }, "two callbacks are called 'progress'"],
  ])('wrong options: %j', (options, message) => {
    expect(() => new training.Trainer({ ...fresh(), ...options } as never)).toThrow(message);
  });

  test('a batch that is no pair, a loss that is no number', async () => {
    const [x] = samples(4);
    await expect(new training.Trainer(fresh() as never).fit([x] as never)).rejects.toThrow(
      'a batch should be [input, target]',
    );
    const loss = (output: Tensor): Tensor => output;
    await expect(new training.Trainer({ ...fresh(), loss } as never).fit(loaderOf())).rejects.toThrow(
      'should be one number',
    );
    await expect(new training.Trainer(fresh() as never).fit(3 as never)).rejects.toThrow('expected a DataLoader');
  });
});

describe('callbacks', () => {
  test('early stopping ends the run and restores the best weights', async () => {
    const stopping = new training.EarlyStopping({ patience: 2 });
    const { model, optimizer } = fresh();
    let calls = 0;
    const weights: unknown[] = [];
    const change: training.Callback = {
      name: 'change',
      on: (event) => {
        if (event.type !== 'epochEnd') return;
        weights.push(model.out.bias!.tolist());
        torch.noGrad(() => model.out.bias!.add_(1));
      },
    };
    const trainer = new training.Trainer({
      model,
      optimizer,
      maxEpochs: 20,
      callbacks: [stopping, change],
      // The first epoch is the best one, whatever the weights.
      trainingStep: ([x]: Tensor[]) => model.forward(x!).sum().mul(0).add(calls++),
    } as training.TrainerOptions<Tensor[]>);
    await trainer.fit(loaderOf(8));
    expect(weights).toHaveLength(3);
    expect(stopping.bestEpoch).toBe(0);
    expect(model.out.bias!.tolist()).toEqual(weights[0]);
  });

  test('checkpoints keep the best k', async () => {
    const checkpoints = new training.Checkpoints(folder, { keepBest: 2 });
    await new training.Trainer({ ...fresh(), maxEpochs: 5, callbacks: [checkpoints] }).fit(loaderOf());
    expect(checkpoints.best).toHaveLength(2);
    expect(checkpoints.best.every((file) => existsSync(file))).toBe(true);
    expect(existsSync(checkpoints.last)).toBe(true);
  });

  test('the progress bar writes lines where there is no terminal', async () => {
    let text = '';
    const output = { write: (part: string) => void (text += part) };
    const callbacks = [new training.ProgressBar({ output, everySteps: 4 })];
    await new training.Trainer({ ...fresh(), callbacks }).fit(loaderOf());
    expect(text).toMatch(/^epoch 1\/1 \| batch 4\/8 \| loss \d\.\d{4} \| \d+ samples\/s\nepoch 1\/1 \| batch 8\/8/);
    expect(text).toMatch(/epoch 1\/1 \| loss \d\.\d{4} \| \d+\.\d s\n$/);
  });

  test('a run directory is written, read, resumed and locked', async () => {
    const where = path.join(folder, 'first');
    const directory = new training.RunDirectory(where, { config: { lr: 0.01, model: 'net' } });
    expect(() => new training.RunDirectory(where, { resume: true })).toThrow(/in use by process/);
    await new training.Trainer({ ...fresh(), maxEpochs: 2, callbacks: directory.callbacks }).fit(loaderOf());
    expect(() => new training.RunDirectory(where)).toThrow(/has a run already/);
    const again = new training.RunDirectory(where, { resume: true });
    await new training.Trainer({ ...fresh(), maxEpochs: 3, callbacks: again.callbacks }).fit(loaderOf(), {
      resumeFrom: where,
    });
    const [run] = training.readRuns(folder);
    expect(run).toMatchObject({ name: 'first', state: 'finished', step: 24, config: { lr: 0.01, model: 'net' } });
    expect(run!.epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
    expect(run!.losses).toHaveLength(24);
    const csv = readFileSync(path.join(where, 'metrics.csv'), 'utf8').trim().split('\n');
    expect(csv[0]).toBe('epoch,step,train_loss,lr,seconds');
    expect(csv).toHaveLength(4);
    writeFileSync(path.join(where, '.lock'), '999999999');
    new training.RunDirectory(where, { resume: true }).close();
  });

  test('the learning-rate finder suggests a rate and leaves the model alone', async () => {
    const base = fresh();
    const before = base.model.out.weight.tolist();
    const search = await training.findLearningRate(base as training.TrainerOptions, loaderOf(), { steps: 40 });
    expect(search.suggestion).toBeGreaterThan(1e-4);
    expect(search.suggestion).toBeLessThan(10);
    expect(base.model.out.weight.tolist()).toEqual(before);
    expect(base.optimizer.paramGroups[0]!.lr).toBe(0.01);
  });
});

test('memory stays flat', async () => {
  const trainer = new training.Trainer({ ...fresh(), maxEpochs: 2 });
  await trainer.fit(loaderOf());
  torch.sweep();
  const before = torch.memory();
  await trainer.fit(loaderOf());
  expect(torch.memory().bytes).toBeLessThanOrEqual(before.bytes + 4096);
});
