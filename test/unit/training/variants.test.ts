/** Mixed precision, accumulation and clipping against the loop written by hand; and callbacks and metrics that fail. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { type Tensor, nn, training } from '../../../lib/index';
import { leastBelow } from '../../support/least';
import { liveTensors } from '../../support/live';
import { fresh, loaderOf, samples } from './model';

const weightsOf = (model: nn.Module): unknown => model.parameters().map((parameter) => parameter.tolist());

describe('mixed precision', () => {
  const half = <R>(body: () => torch.Synchronous<R>): R => torch.autocast('cpu', { dtype: torch.float16 }, body);
  const options = { initScale: 1024, growthInterval: 3 };

  function byHand(clip: boolean) {
    const { model, optimizer, loss } = fresh();
    const scaler = new torch.amp.GradScaler('cpu', options);
    const losses: number[] = [];
    for (const [x, y] of loaderOf()) {
      optimizer.zeroGrad();
      const value = half(() => loss.forward(model.forward(x!), y!));
      scaler.scale(value).backward();
      if (clip) {
        scaler.unscale_(optimizer);
        nn.utils.clipGradNorm_(model.parameters(), 0.1);
      }
      scaler.step(optimizer);
      scaler.update();
      losses.push(value.item() as number);
    }
    return { losses, weights: weightsOf(model), scale: scaler.getScale() };
  }

  test.each([false, true])('is as by hand, clipped: %s', async (clip) => {
    const base = fresh();
    const scaler = new torch.amp.GradScaler('cpu', options);
    const clipGradNorm = clip ? 0.1 : null;
    const trainer = new training.Trainer({ ...base, scaler, autocast: half, clipGradNorm } as training.TrainerOptions);
    const { losses } = await trainer.fit(loaderOf());
    expect({ losses, weights: weightsOf(base.model), scale: scaler.getScale() }).toEqual(byHand(clip));
    expect(scaler.getScale()).toBe(4096);
  });

  test('a step whose gradients overflow is left out, and the scale falls', async () => {
    const base = fresh();
    const before = weightsOf(base.model);
    const scaler = new torch.amp.GradScaler('cpu', { initScale: 2 ** 120 });
    const huge = (output: Tensor, target: Tensor): Tensor => base.loss.forward(output, target).mul(1e20);
    const trainer = new training.Trainer({ ...base, loss: huge, scaler, maxSteps: 1 } as training.TrainerOptions);
    await trainer.fit(loaderOf());
    expect(weightsOf(base.model)).toEqual(before);
    expect(scaler.getScale()).toBe(2 ** 119);
  });

  test('a resumed run has the scale of the one before', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'scaler-'));
    try {
      const run = async (maxSteps: number, resumeFrom: string | null): Promise<[number[], number]> => {
        const scaler = new torch.amp.GradScaler('cpu', options);
        const callbacks = [new training.Checkpoints(folder)];
        const all = { ...fresh(), scaler, autocast: half, maxSteps, callbacks } as training.TrainerOptions;
        const { losses } = await new training.Trainer(all).fit(loaderOf(), { resumeFrom });
        return [losses, scaler.getScale()];
      };
      const whole = await run(7, null);
      await run(4, null);
      expect(await run(7, folder)).toEqual(whole);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('batches that are left over at the end of an epoch make a step of their own', async () => {
  const [x, y] = samples(20);
  const batches = Array.from({ length: 5 }, (_, i) => [x.narrow(0, i * 4, 4), y.narrow(0, i * 4, 4)] as const);
  const { model, optimizer, loss } = fresh();
  for (const part of [batches.slice(0, 2), batches.slice(2, 4), batches.slice(4)]) {
    optimizer.zeroGrad();
    for (const [input, target] of part) loss.forward(model.forward(input), target).div(part.length).backward();
    optimizer.step();
  }
  const base = fresh();
  const trainer = new training.Trainer({ ...base, accumulate: 2 } as training.TrainerOptions);
  expect((await trainer.fit(batches)).step).toBe(3);
  expect(weightsOf(base.model)).toEqual(weightsOf(model));
});

describe('between two batches of one step', () => {
  /** A trainer that adds up three batches, and is told something after the first of them. */
  function started(act: (fit: training.Fit) => void, callbacks: training.Callback[] = []) {
    const base = fresh();
    let seen = 0;
    let fit: training.Fit | null = null;
    const trainingStep = ([x, y]: Tensor[]): Tensor => {
      if (++seen === 4) act(fit!);
      return base.loss.forward(base.model.forward(x!), y!);
    };
    const options = { ...base, trainingStep, accumulate: 3, callbacks } as training.TrainerOptions<Tensor[]>;
    const events: string[] = [];
    const all = [...callbacks, { name: 'events', on: ({ type }) => void events.push(type) } as training.Callback];
    fit = new training.Trainer({ ...options, callbacks: all }).fit(loaderOf(72));
    return { fit, events, base, seen: () => seen };
  }

  test('stop takes effect after the step, so that a resumed run goes on with whole ones', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'stop-'));
    try {
      const whole = await started(() => undefined).fit;
      const { fit, seen } = started((one) => one.stop(), [new training.Checkpoints(folder)]);
      expect((await fit).step).toBe(2);
      expect(seen()).toBe(6);
      const trainer = new training.Trainer({ ...fresh(), accumulate: 3 } as training.TrainerOptions);
      expect((await trainer.fit(loaderOf(72), { resumeFrom: folder })).losses).toEqual(whole.losses);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('pause does, too; an abort does not wait', async () => {
    const resume = { name: 'resume', on: ({ type }) => void (type === 'paused' && fit.resume()) } as training.Callback;
    const { fit, events } = started((one) => one.pause(), [resume]);
    await fit;
    expect(events.filter((type) => ['step', 'paused', 'resumed'].includes(type)).slice(0, 4)).toEqual([
      'step',
      'step',
      'paused',
      'resumed',
    ]);
  });

  test('a loss that is NaN is left out, the others of its step are not', async () => {
    const [x, y] = samples(12);
    const part = (i: number): Tensor[] => [x.narrow(0, i * 4, 4), y.narrow(0, i * 4, 4)];
    const { model, optimizer, loss } = fresh();
    // Dropout would draw for the batch that is left out.
    model.dropout.eval();
    optimizer.zeroGrad();
    for (const [input, target] of [part(0), part(2)]) loss.forward(model.forward(input!), target!).div(2).backward();
    optimizer.step();
    const base = fresh();
    base.model.dropout.eval();
    let failure: unknown;
    const save: training.Callback = {
      name: 'save',
      on: async (event, run) => {
        if (event.type === 'warning') await run.save('never.pt').catch((error: unknown) => (failure = error));
      },
    };
    const options = { ...base, accumulate: 2, onNaN: 'skip', callbacks: [save] } as training.TrainerOptions;
    const nan = [part(1)[0]!.mul(NaN), part(1)[1]!];
    expect((await new training.Trainer(options).fit([part(0), nan, part(2)])).step).toBe(1);
    expect(weightsOf(base.model)).toEqual(weightsOf(model));
    expect(failure).toMatchObject({ code: 'ERR_TRAINING_BUSY' });
    expect(existsSync('never.pt')).toBe(false);
  });
});

describe('a callback that throws', () => {
  const types = ['start', 'epochStart', 'step', 'validation', 'epochEnd', 'end'] as const;

  test.each(types)('at %s ends the run with its error, and all are closed', async (type) => {
    const failure = new RangeError(`at ${type}`);
    const closed: string[] = [];
    const callback = (name: string, on: training.Callback['on']): training.Callback => ({
      name,
      on,
      close: () => void closed.push(name),
    });
    const callbacks = [
      callback('first', () => undefined),
      callback('fails', async (event) => {
        await Promise.resolve();
        if (event.type === type) throw failure;
      }),
      callback('last', () => undefined),
    ];
    const trainer = new training.Trainer({ ...fresh(), callbacks });
    await expect(trainer.fit(loaderOf(), { validation: loaderOf(8) })).rejects.toBe(failure);
    expect(closed).toEqual(['first', 'fails', 'last']);
    // The trainer can be used again, and the model is as it was.
    expect(callbacks[1]!.name).toBe('fails');
    await expect(trainer.fit(loaderOf(), { validation: loaderOf(8) })).rejects.toBe(failure);
  });

  test('while it is closed: the others are closed too, and the error arrives', async () => {
    const closed: string[] = [];
    const failing = (name: string): training.Callback => ({
      name,
      on: () => undefined,
      close: () => {
        closed.push(name);
        throw new Error(name);
      },
    });
    const callbacks = [failing('a'), failing('b')];
    await expect(new training.Trainer({ ...fresh(), callbacks }).fit(loaderOf())).rejects.toThrow('a');
    expect(closed).toEqual(['a', 'b']);
    // What ended the run is not hidden by it.
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(new training.Trainer({ ...fresh(), callbacks }).fit(loaderOf(), { signal })).rejects.toBe(reason);
  });
});

describe('a metric that throws', () => {
  class Broken extends training.Accuracy {
    constructor(readonly where: 'update' | 'compute' | 'reset') {
      super();
    }
    override update(output: Tensor, target: Tensor): void {
      if (this.where === 'update') throw new RangeError('update');
      super.update(output, target);
    }
    override compute(): number {
      if (this.where === 'compute') throw new RangeError('compute');
      return super.compute();
    }
    override reset(): void {
      if (this.where === 'reset') throw new RangeError('reset');
      super.reset();
    }
  }

  test.each(['update', 'compute', 'reset'] as const)('in %s ends the run, and leaves no tensors', async (where) => {
    const base = fresh();
    const loader = loaderOf();
    const start = (): Promise<unknown> => {
      const trainer = new training.Trainer({ ...base, metrics: { broken: new Broken(where) } });
      return expect(trainer.fit(loader)).rejects.toThrow(where);
    };
    await start();
    const before = liveTensors();
    // A batch that was not trained on goes with the next collection. What five runs leave behind each time adds up.
    const grown = await leastBelow(5, async () => {
      for (let i = 0; i < 5; i++) await start();
      await new Promise(setImmediate);
      return liveTensors() - before;
    });
    expect(grown).toBeLessThan(5);
  });

  test('in validation leaves the model in its mode', async () => {
    const base = fresh();
    let calls = 0;
    const metric = new training.Accuracy();
    metric.update = () => {
      if (++calls > 8) throw new Error('in validation');
    };
    const trainer = new training.Trainer({ ...base, metrics: { metric } });
    await expect(trainer.fit(loaderOf(), { validation: loaderOf(8) })).rejects.toThrow('in validation');
    expect(base.model.training).toBe(true);
  });
});

test('a loader that fails ends the run with its error, and is asked to clean up', async () => {
  let cleaned = false;
  const [x, y] = samples(8);
  const loader = {
    async *[Symbol.asyncIterator]() {
      try {
        yield [x, y];
        throw new Error('no more data');
      } finally {
        cleaned = true;
      }
    },
  };
  await expect(new training.Trainer(fresh() as training.TrainerOptions).fit(loader)).rejects.toThrow('no more data');
  expect(cleaned).toBe(true);
});

test('a directory whose worker was terminated can be used again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'taken-'));
  const file = path.join(__dirname, 'fixtures/directory.cjs');
  try {
    const run = training.trainInWorker(file, { data: folder });
    for await (const event of run) {
      // That of the best epoch is written a moment earlier.
      if (event.type !== 'checkpoint' || path.basename(event.path) !== 'last.pt') continue;
      await expect(training.trainInWorker(file, { data: folder })).rejects.toMatchObject({
        code: 'ERR_TRAINING_RUN_DIRECTORY',
        message: expect.stringMatching(/is in use by process \d+, thread \d+/),
      });
      break;
    }
    await run.terminate();
    await expect(run).rejects.toMatchObject({ code: 'ERR_TRAINING_WORKER' });
    expect(existsSync(path.join(folder, '.lock'))).toBe(true);
    const again = training.trainInWorker(file, { data: folder });
    for await (const event of again) {
      if (event.type === 'start') expect(event.resumed).toBe(true);
      if (event.type === 'step') again.stop();
    }
    expect(await again).toBe('stopped');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
