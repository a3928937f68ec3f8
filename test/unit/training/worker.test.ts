import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { type Tensor, nn, training } from '../../../lib/index';

const file = path.join(__dirname, 'fixtures/train.cjs');
const results = path.join(__dirname, 'fixtures/results.cjs');

class Net extends nn.Module {
  readonly hidden = new nn.Linear(4, 8);
  readonly out = new nn.Linear(8, 2);
  override forward(x: Tensor): Tensor {
    return this.out.forward(this.hidden.forward(x).relu());
  }
}

interface Result {
  losses: number[];
  reason: string;
  state: Record<string, torch.SharedTensor>;
  probe: number[][];
}

test('gives the result, the events and the weights of a run in a worker', async () => {
  const before = torch.memory();
  const model = new Net();
  const parameters = torch.memory().tensors;
  const run = training.trainInWorker<Result>(file, { data: { epochs: 3 }, threads: 1 });
  const steps: number[] = [];
  const outputs = new Set<string>();
  for await (const event of run) {
    if (event.type === 'step') steps.push(event.loss);
    if (event.type === 'epochEnd') {
      try {
        model.swapState(await run.weights());
      } catch (error) {
        expect(error).toMatchObject({ message: 'the run has ended' });
      }
      outputs.add(JSON.stringify(torch.scope(() => model.forward(torch.ones([1, 4])).tolist())));
    }
  }
  const result = await run;
  expect(steps).toEqual(result.losses);
  expect(result.losses).toHaveLength(24);
  model.swapState(torch.fromSharedState(result.state) as never);
  expect(torch.scope(() => model.forward(torch.ones([1, 4])).tolist())).toEqual(result.probe);
  expect(model.hidden.weight).toBeInstanceOf(nn.Parameter);
  expect(model.hidden.weight.requiresGrad).toBe(true);
  torch.sweep();
  expect(parameters - before.tensors).toBe(4);
});

test('pause holds the run, resume lets it go on, stop ends it', async () => {
  const run = training.trainInWorker<Result>(file, { data: { epochs: 100_000 } });
  const seen: string[] = [];
  for await (const event of run) {
    if (event.type === 'step') {
      if (event.step === 3) run.pause();
      continue;
    }
    seen.push(event.type);
    if (event.type === 'paused') run.resume();
    if (event.type === 'resumed') run.stop();
  }
  expect(seen).toEqual(expect.arrayContaining(['paused', 'resumed']));
  expect((await run).reason).toBe('stopped');
});

test('errors come with their name, code and the stack of the worker', async () => {
  const run = training.trainInWorker(file, { data: { fail: 'throw' } });
  await expect(run).rejects.toMatchObject({ name: 'RangeError', message: 'no such data', code: 'E_DATA' });
  const stack = await run.catch((error: unknown) => (error as Error).stack);
  expect(stack).toContain('train.cjs');
  await expect(run.weights()).rejects.toMatchObject({ code: 'ERR_TRAINING_WORKER' });
});

test('a worker that ends, runs out of memory or does not exist rejects', async () => {
  await expect(training.trainInWorker(file, { data: { fail: 'exit' } })).rejects.toMatchObject({
    code: 'ERR_TRAINING_WORKER',
    message: 'the worker ended with 3 before its run did',
  });
  const resourceLimits = { maxOldGenerationSizeMb: 64 };
  await expect(training.trainInWorker(file, { data: { fail: 'memory' }, resourceLimits })).rejects.toMatchObject({
    code: 'ERR_WORKER_OUT_OF_MEMORY',
  });
  await expect(training.trainInWorker(path.join(__dirname, 'none.cjs'))).rejects.toThrow(/none\.cjs/);
});

test('a signal aborts before the start and in the middle; terminate ends at once', async () => {
  const reason = new Error('enough');
  await expect(training.trainInWorker(file, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const run = training.trainInWorker(file, { data: { epochs: 100_000 }, signal: controller.signal });
  for await (const event of run) {
    if (event.type === 'step') {
      controller.abort(reason);
      break;
    }
  }
  await expect(run).rejects.toBe(reason);
  const other = training.trainInWorker(file, { data: { epochs: 100_000 } });
  setTimeout(() => void other.terminate(), 300);
  await expect(other).rejects.toMatchObject({ code: 'ERR_TRAINING_WORKER' });
});

describe('swapState', () => {
  test('checks everything before it changes anything', () => {
    const model = new Net();
    const before = model.out.weight.tolist();
    const good = torch.noGrad(() =>
      Object.entries(new Net().stateDict()).map(([name, t]) => [name, t.clone()] as const),
    );
    const wrong = { ...Object.fromEntries(good), 'out.bias': torch.zeros([3]), extra: torch.zeros([1]) };
    expect(() => model.swapState(wrong)).toThrow(
      'swapState for Net:\n\t"out.bias" is [2] torch.float32 on cpu, given [3] torch.float32 on cpu\n\tunexpected "extra"',
    );
    expect(model.out.weight.tolist()).toEqual(before);
    const weights = Object.fromEntries(good);
    const expected = weights['out.weight']!.tolist();
    model.swapState(weights);
    expect(model.out.weight.tolist()).toEqual(expected);
    expect(weights['out.weight']!.isDisposed).toBe(true);
  });
});

test('wrong options are refused before a worker starts', () => {
  const wrong: [object, string][] = [
    [{ signal: 3 }, "'signal' should be an AbortSignal or null, got 3"],
    [{ graceMs: '5' }, "'graceMs' should be an integer of at least 0"],
    [{ grace_ms: 5 }, "unknown option 'grace_ms': did you mean 'graceMs'?"],
    [{ threads: 0 }, "'threads' should be an integer of at least 1 or null"],
    [{ data: { model: [torch.ones([1])] } }, 'data.model[0] is a Tensor; give it as tensor.share()'],
    [{ data: () => 1 }, 'data must be structured-cloneable'],
  ];
  for (const [options, message] of wrong) {
    expect(() => training.trainInWorker(file, options as never)).toThrow(message);
    expect(() => training.trainInWorker(file, options as never)).toThrow(TypeError);
  }
  expect(() => training.trainInWorker('train.cjs')).toThrow("an absolute path or a URL, got 'train.cjs'");
});

test('stop and pause before the run begins count', async () => {
  const run = training.trainInWorker<Result>(file, { data: { epochs: 60 } });
  run.stop();
  const result = await run;
  expect(result.reason).toBe('stopped');
  expect(result.losses.length).toBeLessThan(3);
});

test('with wrong options no worker runs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'worker-'));
  const begun = path.join(folder, 'begun');
  expect(() => training.trainInWorker(results, { data: { file: begun }, signal: {} as never })).toThrow(TypeError);
  // Another run, which starts later and is over: that one would have begun.
  await training.trainInWorker(results, { data: { name: 'shared', file: path.join(folder, 'other') } });
  expect(readdirSync(folder)).toEqual(['other']);
  rmSync(folder, { recursive: true });
});

test.each([
  ['list', 'the result.a[0] is a Tensor; return tensor.share(), or the whole as torch.shareState(…)'],
  ['map', 'the result.get("w") is a Tensor'],
  ['module', 'the result.weight is a Tensor'],
  ['promise', 'the result must be structured-cloneable'],
])('a result with a %s that cannot cross is an error', async (name, message) => {
  const run = training.trainInWorker(results, { data: { name } });
  await expect(run).rejects.toThrow(message);
  await expect(run).rejects.toMatchObject({ name: 'TypeError', code: 'ERR_TORCH_TYPE' });
});

test('a shared result crosses', async () => {
  const state = await training.trainInWorker<Record<string, torch.SharedTensor>>(results, { data: { name: 'shared' } });
  expect(torch.fromSharedState(state).w!.tolist()).toEqual([1, 1]);
});

test('what cannot be transferred is refused', () => {
  expect(() => training.trainInWorker(results, { transferList: [3 as never] })).toThrow(
    'trainInWorker: transferList holds something that cannot be transferred',
  );
});

test('a pause before the run begins holds it, until it is resumed', async () => {
  const run = training.trainInWorker<Result>(file, { data: { epochs: 2 } });
  run.pause();
  const steps: string[] = [];
  const events = (async () => {
    for await (const event of run) steps.push(event.type);
  })();
  // It has a model as soon as it is watched.
  const hasModel = (): Promise<boolean> =>
    run.weights().then(
      () => true,
      () => false,
    );
  const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
  while (!(await hasModel())) await pause(20);
  while (!steps.includes('paused')) await pause(20);
  await pause(300);
  // A pause comes after the step that is under way, as always.
  expect(steps.slice(-2)).toEqual(['step', 'paused']);
  expect(steps.filter((type) => type === 'step')).toHaveLength(1);
  run.resume();
  expect((await run).reason).toBe('finished');
  await events;
  expect(steps.filter((type) => type === 'step').length).toBeGreaterThan(1);
});

test('a tensor does not become {} on its way', () => {
  expect(() => structuredClone(torch.ones([1]))).toThrow('torch.shareState(…)');
  const { port1, port2 } = new MessageChannel();
  expect(() => port1.postMessage({ x: torch.ones([1]) })).toThrow('torch.shareState(…)');
  port1.close();
  port2.close();
});
