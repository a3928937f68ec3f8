/** A Trainer on several ranks. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { outputsOf, runRanks } from '../../support/ranks';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-trainer-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What all scripts have: a model with dropout, so that random states matter, 21 samples, and a Trainer. */
const SETUP = `
  const { nn, optim, training, data } = torch;
  torch.manualSeed(7);
  const x = torch.randn([21, 4]);
  const y = x.sum(1, true).gt(0).to(torch.float32);
  const dataset = new data.TensorDataset(x, y);
  const makeModel = () => new nn.Sequential(new nn.Linear(4, 8), new nn.Tanh(), new nn.Dropout(0.2), new nn.Linear(8, 1));
  const loader = (options = {}) => new data.DataLoader(dataset, { batchSize: 3, shuffle: true, ...options });
  const make = (options = {}) => {
    torch.manualSeed(11 + rank);
    const model = makeModel();
    const optimizer = new optim.Adam(model.parameters(), { lr: 0.05 });
    const loss = new nn.BCEWithLogitsLoss();
    const trainer = new training.Trainer({ model, optimizer, loss, maxEpochs: 3, ...options });
    return { model, optimizer, loss, trainer };
  };
  const weights = (model) => Object.values(model.stateDict()).flatMap((t) => [...t.reshape([-1]).tolist()]);
`;

interface Result {
  readonly weights: number[];
  readonly losses: number[];
  readonly [key: string]: unknown;
}

async function ranks(script: string, size = 2, input: object = {}): Promise<Result[]> {
  const one = { node: SETUP + script, input: { folder, ...input } };
  return (await outputsOf(Array.from({ length: size }, () => one))) as Result[];
}

test('trains as a loop by hand does, and all ranks tell the same', async () => {
  const results = await ranks(`
    const metrics = { accuracy: new training.Accuracy({ threshold: 0 }), auroc: new training.AUROC() };
    const { trainer, model } = make({ metrics, seed: 5 });
    const history = await trainer.fit(loader(), { validation: loader({ shuffle: false }) });
    const held = await trainer.evaluate(loader({ shuffle: false }));

    // The same by hand.
    torch.manualSeed(11 + rank);
    const other = makeModel();
    const optimizer = new optim.Adam(other.parameters(), { lr: 0.05 });
    torch.manualSeed(5 + rank);
    const ddp = new nn.parallel.DistributedDataParallel(other);
    const sampler = new data.DistributedSampler(dataset, { seed: 5 });
    const share = new data.DataLoader(dataset, { batchSize: 3, sampler });
    const losses = [];
    for (let epoch = 0; epoch < 3; epoch++) {
      sampler.setEpoch(epoch);
      for (const [a, b] of share) {
        optimizer.zeroGrad();
        const loss = nn.functional.binaryCrossEntropyWithLogits(ddp.forward(a), b);
        loss.backward();
        optimizer.step();
        const sum = torch.tensor([loss.item()], { dtype: torch.float64 });
        dist.allReduce(sum);
        losses.push(sum.item() / 2);
      }
      // A validation draws a seed for its loader.
      for (const _ of loader({ shuffle: false })) break;
    }
    other.eval();
    const outputs = other.forward(x);
    const metric = new training.Accuracy({ threshold: 0 });
    metric.update(outputs, y);
    return {
      weights: weights(model), byHand: weights(other), losses: history.losses, lossesByHand: losses, held,
      accuracy: metric.compute(), loss: nn.functional.binaryCrossEntropyWithLogits(outputs, y).item(),
      epochs: history.epochs.map(({ train, validation }) => [train.samples, validation.samples]),
    };`);
  const [first, second] = results as [Result, Result];
  expect(first.weights).toEqual(first.byHand);
  expect(second.weights).toEqual(first.weights);
  expect(first.losses).toHaveLength(12);
  expect(second.losses).toEqual(first.losses);
  expect(first.losses).toEqual(first.lossesByHand);
  expect(second.held).toEqual(first.held);
  const held = first.held as { loss: number; samples: number; metrics: Record<string, number> };
  // Each sample counts once, though 21 cannot be halved; in training one comes twice.
  expect(held.samples).toBe(21);
  expect(held.metrics.accuracy).toBe(first.accuracy);
  expect(held.loss).toBeCloseTo(first.loss as number, 6);
  expect(first.epochs).toEqual([
    [22, 21],
    [22, 21],
    [22, 21],
  ]);
});

test('gathers gradients, also those of a window that is not full', async () => {
  const results = await ranks(`
    const { trainer, model } = make({ accumulate: 3, maxEpochs: 1, seed: 5 });
    const history = await trainer.fit(loader({ shuffle: false }));
    torch.manualSeed(11 + rank);
    const other = makeModel();
    const optimizer = new optim.Adam(other.parameters(), { lr: 0.05 });
    torch.manualSeed(5 + rank);
    const ddp = new nn.parallel.DistributedDataParallel(other);
    const share = new data.DataLoader(dataset, { batchSize: 3, sampler: new data.DistributedSampler(dataset, { shuffle: false }) });
    const batches = [...share];
    const back = ([a, b], parts) => nn.functional.binaryCrossEntropyWithLogits(ddp.forward(a), b).div(parts).backward();
    ddp.noSync(() => { back(batches[0], 3); back(batches[1], 3); });
    back(batches[2], 3);
    optimizer.step();
    optimizer.zeroGrad();
    back(batches[3], 1);
    optimizer.step();
    return { weights: weights(model), byHand: weights(other), losses: history.losses };`);
  const [first, second] = results as [Result, Result];
  expect(first.losses).toHaveLength(2);
  expect(second.weights).toEqual(first.weights);
  // A leftover gradient is multiplied by 3 here, and by hand never divided.
  first.weights.forEach((weight, i) => expect(weight).toBeCloseTo((first.byHand as number[])[i]!, 5));
});

test('predicts a share on each rank, and all ranks get all outputs in the order of the dataset', async () => {
  const results = await ranks(
    `
    torch.manualSeed(3);
    const model = makeModel();
    const { trainer } = make({ model });
    const flat = (outputs) => outputs.map((output) => output.reshape([-1]).tolist());
    const { trainer: alone } = make({ model, strategy: 'single' });
    const lines = () => data.IterableDataset.from(function* () { for (let i = 0; i < 21; i++) yield x.select(0, i); });
    const seen = [];
    let calls = 0;
    model.registerForwardHook(() => { calls++; });
    const both = async (loader, options = {}) => {
      calls = 0;
      const got = flat(await trainer.predict(loader, options));
      seen.push(calls);
      return [got, flat(await alone.predict(loader, options))];
    };
    torch.manualSeed(rank);
    const cases = {
      plain: await both(loader({ shuffle: false })),
      dropLast: await both(loader({ shuffle: false, batchSize: 4, dropLast: true })),
      single: await both(new data.DataLoader(Array.from({ length: 21 }, (_, i) => x.select(0, i)), { batchSize: null })),
      batches: await both([x, x.narrow(0, 3, 2), x.narrow(0, 1, 1)]),
      stream: await both(new data.DataLoader(lines(), { batchSize: 4 })),
      few: await both([x.narrow(0, 0, 1)]),
      none: await both([]),
    };
    const shuffled = flat(await trainer.predict(loader()));
    const held = await trainer.evaluate(loader());
    return { cases, seen, shuffled, samples: held.samples, whole: flat(await trainer.predict(x)) };`,
    3,
  );
  const [first] = results as [Result];
  const { plain } = first.cases as Record<string, [number[][], number[][]]>;
  expect(plain?.[0].map((batch) => batch.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
  for (const result of results) {
    for (const [together, alone] of Object.values(result.cases as Record<string, [number[][], number[][]]>)) {
      expect(together).toEqual(alone);
    }
    expect(result.cases).toEqual(first.cases);
    expect(result.shuffled).toEqual(plain?.[0]);
    expect(result.samples).toBe(21);
  }
  expect(results.map(({ seen }) => seen)).toEqual([
    [3, 2, 7, 1, 2, 1, 0],
    [2, 2, 7, 1, 2, 0, 0],
    [2, 1, 7, 1, 2, 0, 0],
  ]);
});

test('a prediction that one rank cannot make fails on all', async () => {
  const results = await ranks(`
    const model = makeModel();
    const predictStep = (batch) => { if (batch.shape[0] === 1) throw new Error('not this one'); return model.forward(batch); };
    const { trainer } = make({ predictStep });
    try { await trainer.predict([x, x.narrow(0, 0, 1)]); } catch (error) { return { message: error.message }; }`);
  expect(results.map(({ message }) => message)).toEqual(['rank 1 has failed: not this one', 'not this one']);
});

test('ranks with different numbers of batches do not wait for each other', async () => {
  const results = await ranks(`
    const batches = Array.from({ length: 3 + 2 * rank }, (_, i) => [x.narrow(0, i, 2), y.narrow(0, i, 2)]);
    const warnings = [];
    const callbacks = [{ name: 'ear', on: (event) => { if (event.type === 'warning') warnings.push(event.message); } }];
    const strategy = new training.DDPStrategy({ shardLoaders: false });
    const { trainer, model } = make({ strategy, callbacks, maxEpochs: 2 });
    const history = await trainer.fit(batches);
    const mixed = await trainer.evaluate(rank === 0 ? [] : batches);
    return { weights: weights(model), losses: history.losses, warnings, samples: mixed.samples };`);
  expect(results.map(({ losses }) => losses.length)).toEqual([6, 6]);
  expect(results[0]?.weights).toEqual(results[1]?.weights);
  expect(results.map(({ warnings }) => (warnings as string[]).length)).toEqual([0, 2]);
  expect(results.map(({ samples }) => samples)).toEqual([10, 10]);
});

test('three ranks go on with the bits of a run that nobody has interrupted', async () => {
  // Three numbers can be added in three orders: which one depends on where in a bucket a gradient lies, and the Reducer lays its
  // buckets out anew after the first backward. A checkpoint of the first step comes before that, the others after it.
  const script = `
    const { trainer, model } = make({ maxEpochs: 8, seed: 5, callbacks: [
      { name: 'save', on: (event, run) => event.type === 'step' && [1, 2, 9].includes(event.step) && input.from === null
        ? run.save(input.folder + '/' + event.step + '.pt') : undefined },
    ] });
    const resumeFrom = input.from && input.folder + '/' + input.from + '.pt';
    const history = await trainer.fit(loader(), { resumeFrom });
    return { weights: weights(model), losses: history.losses };`;
  const whole = await ranks(script, 3, { from: null });
  expect(whole[0]?.losses).toHaveLength(24);
  for (const from of [1, 9]) expect(await ranks(script, 3, { from })).toEqual(whole);
  // The order in which gradients come, which begins with the last layer.
  const { strategy } = torch.load<{ strategy: unknown }>(path.join(folder, '1.pt'));
  expect(strategy).toEqual({ bucketOrder: [3, 2, 1, 0] });
}, 240_000);

describe('ends alike on all ranks', () => {
  const script = `
    const { trainer, model } = make({ maxEpochs: 50, seed: 5, callbacks: [
      new training.Checkpoints(input.folder + '/checkpoints'),
      { name: 'end', on: (event, run) => { if (event.type === 'step' && event.step === 9 && rank === 1) input.how === 'signal'
        ? process.kill(process.pid, 'SIGTERM') : input.how === 'abort' ? controller.abort(new Error('enough')) : run.stop(); } },
    ] });
    const controller = new AbortController();
    const options = { handleSignals: true, signal: controller.signal };
    let reason;
    const history = await trainer.fit(loader(), options).catch((error) => ({ losses: [], reason: error.message }));
    return { weights: weights(model), losses: history.losses, reason: history.reason };`;

  test.each(['signal', 'stop'])('where one of them has a %s, and goes on there', async (how) => {
    const results = await ranks(script, 2, { how });
    const steps = results[0]!.losses.length;
    expect(results.map(({ losses }) => losses.length)).toEqual([steps, steps]);
    expect(steps).toBeLessThan(20);
    expect(results.map(({ reason }) => reason)).toEqual(['stopped', 'stopped']);
    expect(results[0]?.weights).toEqual(results[1]?.weights);
    const [whole, resumed] = await Promise.all(
      [null, 'checkpoints/last.pt'].map((from) =>
        ranks(
          `const { trainer, model } = make({ maxEpochs: 6, seed: 5 });
           const resumeFrom = input.from && input.folder + '/' + input.from;
           const history = await trainer.fit(loader(), { resumeFrom });
           return { weights: weights(model), losses: history.losses };`,
          2,
          { from },
        ),
      ),
    );
    expect(resumed).toEqual(whole);
  });

  test('where one of them is aborted', async () => {
    const results = await ranks(script, 2, { how: 'abort' });
    expect(results.map(({ reason }) => reason)).toEqual(['aborted', 'enough']);
    expect(existsSync(path.join(folder, 'checkpoints/last.pt'))).toBe(true);
  });

  test('where they stop early, with the weights of their best epoch', async () => {
    const results = await ranks(
      `
      const stopping = new training.EarlyStopping({ patience: 1 });
      const { trainer, model } = make({ maxEpochs: 50, callbacks: [stopping], seed: 5 });
      const history = await trainer.fit(loader(), { validation: loader({ shuffle: false }) });
      return { weights: weights(model), losses: history.losses, best: stopping.bestEpoch, epochs: history.epochs.length };`,
    );
    expect(results[0]).toEqual(results[1]);
  });

  test('where one pauses, all wait', async () => {
    const results = await ranks(`
      const events = [];
      const fs = require('node:fs');
      const paused = input.folder + '/paused';
      // Rank 1 goes on when rank 0 waits, too.
      const resume = async () => {
        while (!fs.existsSync(paused)) await new Promise((done) => setTimeout(done, 20));
        fit.resume();
      };
      const on = (event) => {
        events.push(event.type);
        if (event.type === 'paused') rank === 0 ? fs.writeFileSync(paused, '') : void resume();
      };
      const { trainer } = make({ maxEpochs: 2, callbacks: [{ name: 'ear', on }] });
      const fit = trainer.fit(loader());
      if (rank === 1) fit.pause();
      const history = await fit;
      return { losses: history.losses, weights: [], waited: [events.includes('paused'), events.includes('resumed')] };`);
    expect(results.map(({ waited }) => waited)).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(results[0]?.losses).toHaveLength(8);
  });
});

describe('a rank that fails', () => {
  const script = `
    const step = (batch, model) => {
      if (rank === 1 && ++calls === 3) input.kill ? process.kill(process.pid, 'SIGKILL') : fail();
      return nn.functional.binaryCrossEntropyWithLogits(model.forward(batch[0]), batch[1]);
    };
    const fail = () => { throw new RangeError('no third step'); };
    let calls = 0;
    const { trainer } = make({ trainingStep: step });
    const error = await trainer.fit(loader()).catch((reason) => reason);
    return { name: error.name, message: error.message, code: error.code };`;

  test('ends the run everywhere with its error', async () => {
    const results = await ranks(script, 3);
    expect(results[1]).toMatchObject({ name: 'RangeError', message: 'no third step' });
    for (const rank of [0, 2]) {
      expect(results[rank]).toEqual({
        ...{ name: 'TrainingError', message: 'rank 1 has failed: no third step', code: 'ERR_TRAINING_RANK' },
      });
    }
  });

  test('that is killed, too', async () => {
    const one = { node: SETUP + script, input: { kill: true } };
    const [first, second, third] = await runRanks([one, one, one]);
    expect(second?.signal).toBe('SIGKILL');
    for (const rank of [first, third]) {
      expect(rank?.output).toMatchObject({ name: 'TrainingError', code: 'ERR_TRAINING_RANK' });
      expect((rank?.output as { message: string }).message).toMatch(/another rank is gone without a word/);
    }
  });
});

test('rank 0 writes, and a run that was restarted goes on', async () => {
  const script = `
    const run = new training.RunDirectory(input.folder + '/run', { resume: input.resume, checkpoints: { keepBest: 1 } });
    const lines = [];
    const progress = new training.ProgressBar({ output: { write: (line) => lines.push(line) } });
    const { trainer, model } = make({ maxEpochs: input.epochs, seed: 5, callbacks: [...run.callbacks, progress] });
    const resumeFrom = input.resume ? input.folder + '/run' : null;
    const history = await trainer.fit(loader(), { validation: loader({ shuffle: false }), resumeFrom });
    return { weights: weights(model), losses: history.losses, lines: lines.length };`;
  const results = await ranks(script, 2, { resume: false, epochs: 2 });
  expect(results.map(({ lines }) => (lines as number) > 0)).toEqual([true, false]);
  const events = readFileSync(path.join(folder, 'run/events.jsonl'), 'utf8').trim().split('\n');
  expect(events.filter((line) => line.includes('"epochEnd"'))).toHaveLength(2);
  expect(readdirSync(path.join(folder, 'run/checkpoints')).sort()).toEqual(expect.arrayContaining(['last.pt']));
  const resumed = await ranks(script, 2, { resume: true, epochs: 3 });
  const whole = await ranks(script.replace('/run', '/whole'), 2, { resume: false, epochs: 3 });
  expect(resumed.map(({ weights }) => weights)).toEqual(whole.map(({ weights }) => weights));
  // At the end of an epoch a single process may go on.
  const alone = await ranks(script, 1, { resume: true, epochs: 4 });
  expect(alone[0]?.losses).toHaveLength(12 + 7);
});

test('what would not work on several ranks is refused', async () => {
  const results = await ranks(`
    const told = [];
    const attempt = async (options) => {
      const { trainer } = make(options(makeModel()));
      told.push(await trainer.fit(loader()).then(() => 'fine', (error) => error.message));
    };
    const count = { reset() {}, update() {}, compute: () => 1, stateDict: () => ({}), loadStateDict() {} };
    await attempt(() => ({ metrics: { count } }));
    await attempt((other) => ({ trainingStep: ([a, b], model) => nn.functional.mseLoss(model.module.forward(a), b) }));
    return { told };`);
  for (const { told } of results) {
    expect((told as string[])[0]).toMatch(/the metric 'count' needs a method merge\(state\)/);
    expect((told as string[])[1]).toMatch(
      /trainingStep did not call the model|rank \d has failed: trainingStep did not/,
    );
  }
});
