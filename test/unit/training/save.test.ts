/** What is saved, when, and that it is the same whatever the order of the callbacks. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { type Tensor, training } from '../../../lib/index';
import { fresh, loaderOf } from './model';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'save-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Saved {
  version: number;
  model: Record<string, Tensor>;
  progress: { step: number; epoch: number; batch: number };
  callbacks: { earlyStopping?: { bestEpoch: number; waited: number } };
}

const last = (where = folder): Saved => torch.load(path.join(where, 'last.pt'));

test('everySteps counts every step, logged or not', async () => {
  const checkpoints = new training.Checkpoints(folder, { everySteps: 3, everyEpochs: Infinity, keepBest: 0 });
  const steps: number[] = [];
  const watch: training.Callback = {
    name: 'watch',
    on: (event) => void (event.type === 'checkpoint' && steps.push(event.step)),
  };
  const callbacks = [checkpoints, watch];
  await new training.Trainer({ ...fresh(), logEvery: 100, maxSteps: 8, callbacks }).fit(loaderOf());
  expect(steps).toEqual([3, 6, 8]);
});

test('the last, incomplete window is a step like the others: logged, counted and resumed from', async () => {
  const run = async (everySteps: number, stopAt: number | null, resumeFrom: string | null) => {
    const steps: number[] = [];
    const stopper: training.Callback = {
      name: 'stopper',
      on: (event) => void (event.type === 'step' && steps.push(event.step)),
      save: (moment, context) => {
        if (moment.type === 'step' && context.step === stopAt) throw new Error('killed');
      },
    };
    const callbacks = [new training.Checkpoints(folder, { everySteps, keepBest: 0 }), stopper];
    // 8 batches: steps of 3, 3 and 2.
    const trainer = new training.Trainer({ ...fresh(), accumulate: 3, maxEpochs: 2, callbacks });
    const fit = trainer.fit(loaderOf(), { resumeFrom });
    if (stopAt !== null) return void (await expect(fit).rejects.toThrow('killed'));
    return { steps, history: await fit };
  };
  const whole = await run(1, null, null);
  expect(whole!.steps).toEqual([1, 2, 3, 4, 5, 6]);
  await run(1, 3, null);
  expect(last().progress).toMatchObject({ step: 3, epoch: 0 });
  const { history } = (await run(1, null, folder))!;
  expect(history).toEqual(whole!.history);
});

describe.each(['EarlyStopping first', 'Checkpoints first'] as const)('%s', (order) => {
  /** Epoch 0 is the best one; each epoch moves the weights. */
  const started = (options: { patience?: number; stopAt?: number } = {}) => {
    const { model, optimizer } = fresh();
    const stopping = new training.EarlyStopping({ patience: options.patience ?? 2 });
    const checkpoints = new training.Checkpoints(folder);
    const callbacks = [stopping, checkpoints];
    if (order === 'Checkpoints first') callbacks.reverse();
    let losses = 0;
    const weights: unknown[] = [];
    const watch: training.Callback = {
      name: 'watch',
      on: (event, run) => {
        if (event.type === 'epochEnd') weights.push(model.out.bias!.tolist());
        if (event.type === 'epochEnd' && event.epoch === options.stopAt) run.stop();
      },
    };
    const trainer = new training.Trainer({
      model,
      optimizer,
      maxEpochs: 20,
      callbacks: [...callbacks, watch],
      trainingStep: ([x]: Tensor[]) => {
        const loss = model.forward(x!).sum();
        return loss.mul(1e-3).add(losses++);
      },
    } as training.TrainerOptions<Tensor[]>);
    return { fit: trainer.fit(loaderOf(8)), model, weights };
  };

  test('the last weights are saved, and the best ones are brought back', async () => {
    const { fit, model, weights } = started();
    await fit;
    expect(weights).toHaveLength(3);
    expect(weights[2]).not.toEqual(weights[0]);
    expect(last().model['out.bias']!.tolist()).toEqual(weights[2]);
    expect(model.out.bias!.tolist()).toEqual(weights[0]);
    expect(last().callbacks.earlyStopping).toMatchObject({ bestEpoch: 0, waited: 2 });
  });

  test('stop() saves the weights of its moment', async () => {
    const { fit, model, weights } = started({ patience: 9, stopAt: 3 });
    expect((await fit).reason).toBe('stopped');
    expect(last().model['out.bias']!.tolist()).toEqual(weights[3]);
    expect(model.out.bias!.tolist()).toEqual(weights[0]);
    expect(last().callbacks.earlyStopping).toMatchObject({ bestEpoch: 0, waited: 3 });
  });
});

test('an aborted run can go on where it was', async () => {
  const whole = await new training.Trainer({ ...fresh(), maxEpochs: 3 }).fit(loaderOf());
  const controller = new AbortController();
  const checkpoints = new training.Checkpoints(folder, { everyEpochs: 100, keepBest: 0 });
  const abort: training.Callback = {
    name: 'abort',
    on: (event) => void (event.type === 'step' && event.step === 11 && controller.abort(new Error('enough'))),
  };
  const trainer = new training.Trainer({ ...fresh(), maxEpochs: 3, callbacks: [checkpoints, abort] });
  await expect(trainer.fit(loaderOf(), { signal: controller.signal })).rejects.toThrow('enough');
  expect(last().progress).toMatchObject({ step: 11, epoch: 1, batch: 3 });
  const again = new training.Trainer({ ...fresh(), maxEpochs: 3 });
  expect((await again.fit(loaderOf(), { resumeFrom: folder })).losses).toEqual(whole.losses);
});

test('a run aborted while it validates goes on with the validation', async () => {
  const run = async (controller: AbortController | null, resumeFrom: string | null) => {
    const metrics = { accuracy: new training.Accuracy() };
    const checkpoints = new training.Checkpoints(folder, { everyEpochs: 100, keepBest: 0 });
    const trainer = new training.Trainer({ ...fresh(), metrics, maxEpochs: 2, callbacks: [checkpoints] });
    const held = loaderOf(32);
    const validation = {
      *[Symbol.iterator]() {
        for (const batch of held) {
          yield batch;
          controller?.abort(new Error('enough'));
        }
      },
    };
    return trainer.fit(loaderOf(), { validation, signal: controller?.signal ?? null, resumeFrom });
  };
  const whole = await run(null, null);
  rmSync(path.join(folder, 'last.pt'));
  await expect(run(new AbortController(), null)).rejects.toThrow('enough');
  expect(last().progress).toMatchObject({ step: 8, epoch: 0, batch: 8 });
  const resumed = await run(null, folder);
  expect(resumed.losses).toEqual(whole.losses);
  expect(resumed.epochs.map(({ train }) => train)).toEqual(whole.epochs.map(({ train }) => train));
});

test('a run that is aborted before it has begun leaves what is there', async () => {
  const callbacks = (): training.Callback[] => [new training.Checkpoints(folder)];
  await new training.Trainer({ ...fresh(), callbacks: callbacks() }).fit(loaderOf());
  const before = readFileSync(path.join(folder, 'last.pt'));
  const signal = AbortSignal.abort(new Error('enough'));
  const options = { ...fresh(1), callbacks: callbacks() };
  await expect(new training.Trainer(options).fit(loaderOf(), { signal, resumeFrom: folder })).rejects.toThrow('enough');
  expect(readFileSync(path.join(folder, 'last.pt')).equals(before)).toBe(true);
});

test('last.pt is written at the end where only the best were written before', async () => {
  const checkpoints = new training.Checkpoints(folder, { everyEpochs: Infinity, keepBest: 1 });
  await new training.Trainer({ ...fresh(), callbacks: [checkpoints] }).fit(loaderOf());
  expect(last().progress).toMatchObject({ step: 8, epoch: 1 });
});

test('early stopping starts anew with each run', async () => {
  const { model, optimizer } = fresh();
  const stopping = new training.EarlyStopping({ patience: 1 });
  let losses = 0;
  const trainer = new training.Trainer({
    model,
    optimizer,
    maxEpochs: 9,
    callbacks: [stopping],
    trainingStep: ([x]: Tensor[]) => model.forward(x!).sum().mul(0).add(losses++),
  } as training.TrainerOptions<Tensor[]>);
  expect((await trainer.fit(loaderOf(8))).epochs).toHaveLength(2);
  expect((await trainer.fit(loaderOf(8))).epochs).toHaveLength(2);
  expect(stopping.bestEpoch).toBe(0);
});

describe('a training checkpoint', () => {
  const resume = (file: string) => new training.Trainer(fresh()).fit(loaderOf(), { resumeFrom: file });

  test('of a newer version is refused', async () => {
    await new training.Trainer({ ...fresh(), callbacks: [new training.Checkpoints(folder)] }).fit(loaderOf());
    const file = path.join(folder, 'last.pt');
    const saved = last();
    expect(saved.version).toBe(2);
    for (const version of [3, '2', 0]) {
      torch.save({ ...saved, version }, file);
      await expect(resume(file)).rejects.toMatchObject({
        code: 'ERR_TRAINING_RESUME',
        message: expect.stringMatching(/has version '?\d'? of a training checkpoint, and this one reads up to 2/),
      });
    }
    torch.save({ ...saved, version: 1 }, file);
    expect((await resume(file)).step).toBe(8);
  });

  test('that is not there says so, with the cause', async () => {
    await expect(resume(path.join(folder, 'none.pt'))).rejects.toThrow(
      expect.objectContaining({
        code: 'ERR_TRAINING_RESUME',
        cause: expect.any(torch.TorchError) as unknown,
      }),
    );
    expect(existsSync(path.join(folder, 'none.pt'))).toBe(false);
  });
});

test('the CSV has the columns of a validation that comes later, and goes on with them', async () => {
  const file = path.join(folder, 'metrics.csv');
  const run = async (maxEpochs: number, resumeFrom: string | null): Promise<void> => {
    const metrics = { 'top, "1"': new training.Accuracy() };
    const callbacks = [new training.CsvLog(file), new training.Checkpoints(folder)];
    const trainer = new training.Trainer({ ...fresh(), metrics, maxEpochs, callbacks });
    await trainer.fit(loaderOf(16), { validation: loaderOf(8), validateEvery: 2, resumeFrom });
  };
  await run(2, null);
  await run(4, folder);
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  expect(rows).toHaveLength(5);
  expect(rows[0]).toBe('epoch,step,train_loss,"train_top, ""1""",lr,seconds,validation_loss,"validation_top, ""1"""');
  expect(rows[1]).toMatch(/^0,2,[\d.]+,[\d.]+,0\.01,[\d.e-]+,,$/);
  expect(rows[2]).toMatch(/^1,4,[\d.]+,[\d.]+,0\.01,[\d.e-]+,[\d.]+,[\d.]+$/);
  expect(rows[3]).toMatch(/^2,6,.*,,$/);
  expect(rows[4]).toMatch(/^3,8,.*,[\d.]+,[\d.]+$/);
});
