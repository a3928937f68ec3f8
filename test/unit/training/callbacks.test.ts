import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { type Tensor, training } from '../../../lib/index';
import { fresh, loaderOf } from './model';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'callbacks-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the progress bar draws in a terminal, within its width', async () => {
  const parts: string[] = [];
  const output = { isTTY: true, columns: 60, write: (part: string) => void parts.push(part) };
  let now = 0;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
  try {
    const callbacks = [new training.ProgressBar({ output })];
    await new training.Trainer({ ...fresh(), callbacks, maxEpochs: 2 }).fit(loaderOf());
  } finally {
    clock.mockRestore();
  }
  const bars = parts.filter((part) => !part.endsWith('\n'));
  expect(bars).toHaveLength(16);
  expect(bars.every((bar) => bar.startsWith('\r\x1b[K') && bar.length <= 4 + 59)).toBe(true);
  expect(bars[3]).toContain(`${'█'.repeat(12)}${'░'.repeat(12)} epoch 1/2 | batch 4/8`);
  expect(bars[7]).toContain('█'.repeat(24));
  expect(parts.filter((part) => part.endsWith('\n'))).toEqual([
    expect.stringMatching(/epoch 1\/2 \| loss \d\.\d{4} \| \d+\.\d s\n$/),
    expect.stringMatching(/epoch 2\/2/),
  ]);
});

test('the learning-rate monitor remembers the rate of each step', async () => {
  const base = fresh(0.5);
  const monitor = new training.LearningRateMonitor();
  const scheduler = new torch.optim.lrScheduler.ExponentialLR(base.optimizer, 0.5);
  const plan = { scheduler, interval: 'epoch' } as const;
  const options = { ...base, scheduler: plan, callbacks: [monitor], maxEpochs: 2, logEvery: 4 };
  await new training.Trainer(options as never).fit(loaderOf());
  expect(monitor.rates).toEqual([
    { step: 4, lr: [0.5] },
    { step: 8, lr: [0.5] },
    { step: 12, lr: [0.25] },
    { step: 16, lr: [0.25] },
  ]);
});

test('ReduceLROnPlateau is given the loss that is monitored', async () => {
  const base = fresh(0.5);
  const scheduler = new torch.optim.lrScheduler.ReduceLROnPlateau(base.optimizer, { patience: 0, factor: 0.1 });
  const trainer = new training.Trainer({
    model: base.model,
    optimizer: base.optimizer,
    scheduler: { scheduler, monitor: true },
    maxEpochs: 3,
    // The loss does not change, so that every epoch after the first is a bad one.
    trainingStep: ([x]: Tensor[]) => base.model.forward(x!).sum().mul(0).add(1),
  } as training.TrainerOptions<Tensor[]>);
  const history = await trainer.fit(loaderOf(8), { validation: loaderOf(8) });
  expect(history.epochs.map(({ lr }) => Number(lr[0]!.toPrecision(3)))).toEqual([0.5, 0.05, 0.005]);
});

test('a resumed run has the patience and the best weights of the one before', async () => {
  const run = async (maxEpochs: number, resumeFrom: string | null) => {
    const { model, optimizer } = fresh();
    const stopping = new training.EarlyStopping({ patience: 3 });
    const checkpoints = new training.Checkpoints(folder, { keepBest: 2 });
    let epoch = 0;
    const count: training.Callback = { name: 'count', on: (event) => void (epoch = event.epoch) };
    const trainer = new training.Trainer({
      model,
      optimizer,
      maxEpochs,
      callbacks: [count, stopping, checkpoints],
      // Epoch 1 is the best one.
      trainingStep: ([x]: Tensor[]) =>
        model
          .forward(x!)
          .sum()
          .mul(1e-3)
          .add(Math.abs(epoch - 1)),
    } as training.TrainerOptions<Tensor[]>);
    const history = await trainer.fit(loaderOf(16), { resumeFrom });
    return {
      epochs: history.epochs.length,
      best: stopping.bestEpoch,
      names: checkpoints.best,
      bias: model.out.bias!.tolist(),
    };
  };
  const whole = await run(20, null);
  expect(whole).toMatchObject({ epochs: 5, best: 1 });
  rmSync(folder, { recursive: true });
  await run(3, null);
  expect(await run(20, folder)).toEqual(whole);
});

test('a run in a directory that cannot be made fails before it trains', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const make = (): unknown => new training.RunDirectory(path.join(file, 'first'));
  expect(make).toThrow(
    expect.objectContaining({ code: 'ERR_TORCH_FILE', cause: expect.objectContaining({ code: 'ENOTDIR' }) }),
  );
});
