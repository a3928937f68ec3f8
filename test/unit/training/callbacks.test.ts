import fs, { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

describe('logs on a full disk', () => {
  const full = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

  async function warningsOf(
    callbacks: training.Callback[],
    options: object = {},
  ): Promise<[string[], training.History]> {
    const warnings: string[] = [];
    const fit = new training.Trainer({ ...fresh(), maxEpochs: 2, callbacks }).fit(loaderOf(), options);
    for await (const event of fit) if (event.type === 'warning') warnings.push(event.message);
    return [warnings, await fit];
  }

  test('a run goes on, and says so once for each log', async () => {
    const logs = [new training.JsonLinesLog('/dev/full'), new training.CsvLog('/dev/full')];
    const [warnings, history] = await warningsOf(logs);
    expect([history.reason, history.epochs.length, history.step]).toEqual(['finished', 2, 16]);
    expect(warnings).toEqual(
      ['jsonLines', 'csv'].map(
        (name) =>
          `the log ${name}: "/dev/full": no space is left on the disk. The run continues without these lines of the log`,
      ),
    );
  });

  test('what was written half is taken back, and the log goes on when there is space', async () => {
    const file = path.join(folder, 'events.jsonl');
    const { writeFileSync: write } = fs;
    let calls = 0;
    const spy = jest.spyOn(fs, 'writeFileSync').mockImplementation((to, what, ...rest) => {
      const cut = typeof to === 'number' && ++calls >= 4 && calls <= 6;
      if (!cut) return write(to, what, ...rest);
      write(to, String(what).slice(0, 20));
      throw full();
    });
    let warnings: string[] = [];
    try {
      [warnings] = await warningsOf([new training.JsonLinesLog(file)]);
    } finally {
      spy.mockRestore();
    }
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const events = lines.map((line) => JSON.parse(line) as { type: string; step: number });
    // start, epochStart, step 1; then steps 2 and 3 are lost, with the warning in between.
    expect(events.slice(0, 5).map(({ type, step }) => `${type} ${step}`)).toEqual([
      ...['start 0', 'epochStart 0', 'step 1'],
      ...['step 4', 'step 5'],
    ]);
    expect(events.at(-1)?.type).toBe('end');
    expect(warnings).toHaveLength(1);
  });

  test('a table that cannot be widened stays as it was', async () => {
    const file = path.join(folder, 'metrics.csv');
    const { writeFileSync: write } = fs;
    const spy = jest.spyOn(fs, 'writeFileSync').mockImplementation((to, what, ...rest) => {
      if (!String(to).endsWith('.tmp') || !String(what).includes('validation')) return write(to, what, ...rest);
      write(to, 'epoch,st');
      throw full();
    });
    try {
      await warningsOf([new training.CsvLog(file)], { validation: loaderOf(8), validateEvery: 2 });
    } finally {
      spy.mockRestore();
    }
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toEqual(['epoch,step,train_loss,lr,seconds', expect.stringMatching(/^0,8,/)]);
    expect(fs.readdirSync(folder)).toEqual(['metrics.csv']);
  });

  test('a log that cannot be begun ends the run before its first step', async () => {
    const log = new training.JsonLinesLog(folder);
    const failure = await new training.Trainer({ ...fresh(), callbacks: [log] }).fit(loaderOf()).then(
      () => null,
      (error: unknown) => error as torch.TorchError,
    );
    expect(failure?.code).toBe('ERR_TORCH_FILE');
    expect(failure?.message).toMatch(/the log jsonLines: .*: it is a folder/);
  });

  test('TensorBoard events stay whole, too', () => {
    const writer = new torch.utils.tensorboard.SummaryWriter(folder);
    writer.addScalar('loss', 1, 1);
    const file = path.join(folder, readdirSync(folder).find((name) => name.includes('tfevents'))!);
    const before = readFileSync(file);
    const { writeFileSync: write } = fs;
    const spy = jest.spyOn(fs, 'writeFileSync').mockImplementation((to, what) => {
      write(to, Buffer.from(what as Uint8Array).subarray(0, 9));
      throw full();
    });
    try {
      expect(() => writer.addScalar('loss', 2, 2)).toThrow('no space is left on the disk');
    } finally {
      spy.mockRestore();
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
