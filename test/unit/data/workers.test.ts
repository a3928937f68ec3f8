import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { data, manualSeed, memory, type Tensor } from '../../../lib/index';
import { drawSeed, takeIndices } from '../../../lib/data/draw';
import { native } from '../../../lib/native/binding';
import { Pool } from '../../../lib/data/worker/pool';
import { handleOf } from '../../../lib/tensor/tensor';
import { liveTensors } from '../../support/live';

const register = path.join(__dirname, '../../support/register-ts.cjs');
const execArgv = ['--require', register];
const fixture = (name: string): string => path.join(__dirname, 'fixtures', name);

interface Sample {
  x: Float32Array;
  worker: number;
  numWorkers: number;
  seed: string;
  init: string;
}

const numbersOf = (options: object, length?: number): data.WorkerDataset<Sample> =>
  new data.WorkerDataset(fixture('numbers.cjs'), options, { execArgv, ...(length === undefined ? {} : { length }) });

const floats = (tensor: Tensor): number[] => [...new Float32Array(native.toBytes(handleOf(tensor)))];

describe('WorkerDataset', () => {
  test('for await: in order, the work shared out, each worker with a seed of its own', async () => {
    manualSeed(3);
    const base = BigInt(drawSeed(null));
    manualSeed(3);
    const loader = new data.DataLoader(numbersOf({ wait: 1 }), {
      batchSize: 4,
      numWorkers: 2,
      workerInit: fixture('init.cjs'),
    });
    expect(loader.length).toBe(5);
    const seen: number[] = [];
    const workers: number[][] = [];
    for await (const batch of loader) {
      seen.push(...floats(batch.x).filter((_, i) => i % 2 === 0));
      expect(batch.x.shape).toEqual([4, 2]);
      const [worker] = (workers[workers.length] = takeIndices(batch.worker));
      expect(batch.seed[0]).toBe(String(base + BigInt(worker!)));
      expect(batch.init[0]).toBe(`worker ${worker}`);
    }
    expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(workers.map(([worker]) => worker)).toEqual([0, 1, 0, 1, 0]);
  });

  test.each([
    ['for await', true],
    ['for', false],
  ])('inOrder: false gives the batch that is ready first, in %s', async (_, asynchronous) => {
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const options = { batchSize: 2, numWorkers: 2, prefetchFactor: 2, workerInitFn: fixture('init.cjs') };
    const loader = new data.DataLoader(numbersOf({ gate, length: 12 }, 12), { ...options, inOrder: false });
    const seen: number[] = [];
    const take = (batch: { x: Tensor; worker: Tensor; init: string[] }): void => {
      const [worker] = takeIndices(batch.worker);
      expect(batch.init[0]).toBe(`worker ${worker}`);
      seen.push(...floats(batch.x).filter((_value, i) => i % 2 === 0));
      // Two of the six batches wait for the worker that is held up; the other has given the rest.
      if (seen.length < 8) expect(worker).toBe(1);
      expect(() => loader.stateDict()).toThrow(/no number says which of an epoch were given/);
      if (seen.length === 8) Atomics.store(gate, 0, 1);
    };
    if (asynchronous) for await (const batch of loader) take(batch);
    else for (const batch of loader) take(batch);
    expect(seen.slice(0, 2)).toEqual([2, 3]);
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_value, i) => i));
    expect(loader.stateDict()).toEqual({ yielded: 0, rngState: null });
  });

  test('for: the thread blocks until a batch is there; shuffled as without workers', () => {
    manualSeed(5);
    const plain = [...new data.RandomSampler({ length: 20 })];
    expect(plain).toHaveLength(20);
    manualSeed(5);
    const reference = Array.from(
      new data.DataLoader(
        Array.from({ length: 20 }, (_, i) => i),
        { batchSize: 6, shuffle: true },
      ),
      takeIndices,
    );
    manualSeed(5);
    const loader = new data.DataLoader(numbersOf({}), {
      batchSize: 6,
      shuffle: true,
      numWorkers: 2,
      persistentWorkers: true,
    });
    const batches = (): number[][] => Array.from(loader, ({ x }) => floats(x).filter((_, i) => i % 2 === 0));
    expect(batches()).toEqual(reference);
    const second = batches();
    expect(second).toHaveLength(4);
    expect(second).not.toEqual(reference);
    loader.close();
  });

  test('leaving a loop early stops the workers and releases what they had made', async () => {
    const before = liveTensors();
    for (let i = 0; i < 3; i++) {
      for await (const { x, worker, numWorkers } of new data.DataLoader(numbersOf({ length: 1000 }), {
        batchSize: 2,
        numWorkers: 2,
      })) {
        for (const tensor of [x, worker, numWorkers]) tensor.dispose();
        break;
      }
    }
    expect(memory().tensors).toBeLessThanOrEqual(before);
  });

  test('leaving a loop early ends the threads', async () => {
    const beats = new Int32Array(new SharedArrayBuffer(4));
    for await (const _ of new data.DataLoader(numbersOf({ beats }, 1000), { batchSize: 2, numWorkers: 2 })) break;
    const quiet = async (): Promise<boolean> => {
      const before = Atomics.load(beats, 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return before > 0 && Atomics.load(beats, 0) === before;
    };
    let ended = false;
    for (let i = 0; i < 100 && !ended; i++) ended = await quiet();
    expect(ended).toBe(true);
  });

  test('an asynchronous loop that is closed before its first batch ends the threads', async () => {
    for (const close of ['return', 'throw'] as const) {
      const loader = new data.DataLoader(numbersOf({}, 1000), { batchSize: 2, numWorkers: 2 });
      const batches = loader[Symbol.asyncIterator]();
      const closing = jest.spyOn(Pool.prototype, 'close');
      try {
        if (close === 'return') expect(await batches.return?.()).toEqual({ done: true, value: undefined });
        else await expect(batches.throw?.(new Error('no more'))).rejects.toThrow('no more');
        expect(closing).toHaveBeenCalledTimes(1);
      } finally {
        closing.mockRestore();
      }
      expect(await batches.next()).toEqual({ done: true, value: undefined });
    }
  });

  test('an ES module, by its URL', async () => {
    const url = pathToFileURL(fixture('module.mjs'));
    const dataset = new data.WorkerDataset<number>(url, { factor: 3 }, { execArgv });
    const loader = new data.DataLoader(dataset, { batchSize: 2, numWorkers: 1 });
    const seen: unknown[] = [];
    for await (const batch of loader) seen.push(batch);
    expect(seen).toEqual([
      ['module', 0, 3],
      ['module', 6, 9],
    ]);
  });

  test('an iterable dataset: each worker has its share, and those that end are left out', async () => {
    const source = new data.WorkerDataset<number>(fixture('numbers.cjs'), { stream: true, length: 7 }, { execArgv });
    const batches: number[][] = [];
    for await (const batch of new data.DataLoader(source, { batchSize: 2, numWorkers: 2 }))
      batches.push(takeIndices(batch));
    expect(batches).toEqual([[0, 2], [1, 3], [4, 6], [5]]);
  });

  test('resumes in the middle of an epoch whose workers were those of the one before', async () => {
    const make = (): data.DataLoader<Sample> =>
      new data.DataLoader(numbersOf({}, 20), { batchSize: 3, shuffle: true, numWorkers: 2, persistentWorkers: true });
    const take = async (loader: data.DataLoader<Sample>, count: number): Promise<number[][]> => {
      const seen: number[][] = [];
      for await (const { x } of loader) {
        seen.push(floats(x));
        if (seen.length === count) break;
      }
      return seen;
    };
    manualSeed(9);
    const whole = make();
    const [first, second] = [await take(whole, 99), await take(whole, 99)];
    whole.close();
    expect(first).not.toEqual(second);
    manualSeed(9);
    const loader = make();
    await take(loader, 99);
    expect(await take(loader, 2)).toEqual(second.slice(0, 2));
    const state = loader.stateDict();
    loader.close();
    expect(typeof state.baseSeed).toMatch(/^(number|bigint)$/);
    const resumed = make();
    resumed.loadStateDict(state);
    expect(await take(resumed, 99)).toEqual(second.slice(2));
    resumed.close();
    expect(() => resumed.loadStateDict({ ...state, baseSeed: 'x' as never })).toThrow(/baseSeed should be an integer/);
  });

  test('resumes in the middle of an epoch', async () => {
    const make = (): data.DataLoader<Sample> =>
      new data.DataLoader(numbersOf({}, 20), { batchSize: 3, shuffle: true, numWorkers: 2 });
    const take = async (loader: data.DataLoader<Sample>, count: number): Promise<number[][]> => {
      const seen: number[][] = [];
      for await (const { x } of loader) {
        seen.push(floats(x));
        if (seen.length === count) break;
      }
      return seen;
    };
    manualSeed(9);
    const whole = await take(make(), 99);
    manualSeed(9);
    const loader = make();
    await take(loader, 3);
    const resumed = make();
    resumed.loadStateDict(loader.stateDict());
    expect(await take(resumed, 99)).toEqual(whole.slice(3));
  });
});

describe('what goes wrong in a worker', () => {
  const loaderOf = (options: object, more: object = {}): data.DataLoader<Sample> =>
    new data.DataLoader(numbersOf(options, 20), { batchSize: 2, numWorkers: 2, ...more });

  const both: [string, (loader: data.DataLoader<Sample>) => Promise<Error>][] = [
    ['for', async (loader) => caught(async () => void [...loader])],
    [
      'for await',
      (loader) =>
        caught(async () => {
          for await (const _ of loader);
        }),
    ],
  ];

  test.each(both)('a get that throws, in %s', async (_, run) => {
    const error = await run(loaderOf({ act: 'throw' }));
    expect(error.message).toBe('in DataLoader worker 1: Numbers.get(7) failed: number 7 is unlucky');
    expect((error.cause as Error).message).toMatch(/Numbers\.get\(7\)/);
    expect((error.cause as Error).cause).toMatchObject({ name: 'RangeError', message: 'number 7 is unlucky' });
  });

  test.each(both)('samples that do not stack, in %s', async (_, run) => {
    expect((await run(loaderOf({ act: 'longer' }))).message).toMatch(
      /^in DataLoader worker 1: .*sample 0 has shape \[2\] and sample 1 has shape \[3\].*data\.padCollate/,
    );
  });

  test.each(both)('a worker that exits, in %s', async (_, run) => {
    expect((await run(loaderOf({ act: 'exit' }))).message).toMatch(/worker 1 died/);
  });

  test.each(both)('a worker that hangs runs into the timeout, in %s', async (_, run) => {
    const error = await run(loaderOf({ act: 'hang' }, { timeout: 5 }));
    expect(error.message).toBe('DataLoader worker 1 gave no batch for 5 seconds (timeout)');
  });

  test.each(both)('a dataset that cannot be made, in %s', async (_, run) => {
    expect((await run(loaderOf({ act: 'start' }))).message).toMatch(/could not be made: no such folder/);
  });

  test('workerInit that throws, or is no function', async () => {
    const run = (name: string): Promise<Error> =>
      caught(async () => void [...loaderOf({}, { numWorkers: 1, workerInit: fixture(name) })]);
    expect((await run('broken-init.cjs')).message).toBe(
      'in DataLoader worker 0: no license for worker 0, seeded: true',
    );
    expect((await run('no-init.cjs')).message).toMatch(/workerInit, .*no-init.cjs, should be a function, got Object/);
  });

  test('a module that gives no dataset, or is missing', () => {
    const make = (dataset: data.WorkerDataset): unknown => new data.DataLoader(dataset, { numWorkers: 1 });
    expect(() => make(numbersOf({ act: 'nothing' }))).toThrow(/which is not a dataset/);
    const missing = new data.WorkerDataset(fixture('none.cjs'), {}, { execArgv });
    expect(() => make(missing)).toThrow(/could not be made: Cannot find module/);
  });

  test('options that do not fit', () => {
    const dataset = numbersOf({}, 20);
    expect(() => new data.DataLoader(dataset)).toThrow(/numWorkers of at least 1/);
    expect(() => new data.DataLoader(dataset, { numWorkers: 1, collate: () => 0 })).toThrow(/export `collate`/);
    expect(() => new data.DataLoader([1, 2], { numWorkers: 2 })).toThrow(/data.WorkerDataset/);
    expect(() => new data.DataLoader([1, 2], { persistentWorkers: true })).toThrow(/needs numWorkers > 0/);
    expect(() => new data.WorkerDataset(5 as never)).toThrow(/URL or a path/);
  });
});

async function caught(body: () => Promise<unknown>): Promise<Error> {
  try {
    await body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
