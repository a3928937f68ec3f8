import { Generator, data, manualSeed, scope, memory, TorchError, type Tensor } from '../../../lib/index';
import { native } from '../../../lib/native/binding';
import { indexTensor, takeIndices } from '../../../lib/data/draw';
import { tensorOf } from '../../../lib/data/typed-array';
import { handleOf } from '../../../lib/tensor/tensor';
import { liveTensors } from '../../support/live';
import { turnsDuring } from '../../support/turns';

const numbers = (tensor: Tensor): number[] => takeIndices(tensor);
const range = (length: number): Tensor => indexTensor(Array.from({ length }, (_, i) => i));
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Slow extends data.Dataset<number> {
  readonly length = 10;
  started = 0;
  async get(index: number): Promise<number> {
    this.started++;
    await nextTurn();
    return index;
  }
}

describe('iteration', () => {
  const dataset = new data.TensorDataset(range(10));

  test('for, entries and for await give the same batches', async () => {
    const loader = new data.DataLoader(dataset, { batchSize: 4 });
    const expected = [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ];
    expect(Array.from(loader, ([x]) => numbers(x))).toEqual(expected);
    const entries: [number, number[]][] = [];
    for (const [i, [x]] of loader.entries()) entries.push([i, numbers(x)]);
    expect(entries).toEqual(expected.map((batch, i) => [i, batch]));
    const awaited: [number, number[]][] = [];
    for await (const [i, [x]] of loader.entries()) awaited.push([i, numbers(x)]);
    expect(awaited).toEqual(entries);
    expect(loader.length).toBe(3);
  });

  test('several loops over one loader do not disturb each other', () => {
    const loader = new data.DataLoader(dataset, { batchSize: 5, numWorkers: 2 });
    const seen: number[][] = [];
    for (const [a] of loader) for (const [b] of loader) seen.push([...numbers(a.add(0)), ...numbers(b)]);
    expect(seen).toHaveLength(4);
    expect(seen[1]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('an array is a dataset, and an empty one has no batches', () => {
    expect(Array.from(new data.DataLoader([3, 1, 2], { batchSize: 2 }), numbers)).toEqual([[3, 1], [2]]);
    expect([...new data.DataLoader([] as number[])]).toEqual([]);
    expect([...new data.DataLoader(new data.TensorDataset(range(0)), { numWorkers: 2 })]).toEqual([]);
  });

  test('leaving a loop early, a thousand times with threads, leaves no tensors', () => {
    const before = liveTensors();
    const loader = new data.DataLoader(dataset, { batchSize: 2, shuffle: true, numWorkers: 2 });
    for (let i = 0; i < 1000; i++) {
      scope(() => {
        for (const [x] of loader) if (x.size(0) === 2) break;
      });
    }
    expect(memory().tensors).toBeLessThanOrEqual(before);
  });

  test('a dataset that requires gradients passes them on, with threads too', () => {
    const x = tensorOf(new Float32Array(4)).requiresGrad_();
    for (const [rows] of new data.DataLoader(new data.TensorDataset(x), { batchSize: 3, numWorkers: 2 })) {
      rows.sum().backward();
    }
    expect([...new Float32Array(native.toBytes(handleOf(x.grad!)))]).toEqual([1, 1, 1, 1]);
  });
});

describe('asynchronous datasets', () => {
  test('come in order, and ahead of the loop', async () => {
    const dataset = new Slow();
    const seen: number[][] = [];
    for await (const batch of new data.DataLoader(dataset, { batchSize: 2 })) {
      if (seen.length === 0) expect(dataset.started).toBeGreaterThan(2);
      seen.push(numbers(batch));
    }
    expect(seen).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
      [8, 9],
    ]);
  });

  test('a synchronous loop over one says what to do', () => {
    expect(() => [...new data.DataLoader(new Slow(), { batchSize: 2 })]).toThrow(/for await/);
  });

  test('a loop that ends early does not go on loading', async () => {
    const dataset = new Slow();
    for await (const _ of new data.DataLoader(dataset, { batchSize: 1 })) break;
    const { started } = dataset;
    await nextTurn();
    expect(dataset.started).toBe(started);
  });

  test('a synchronous dataset in an asynchronous loop lets the event loop turn', async () => {
    const turns = await turnsDuring(4, async () => {
      for await (const _ of new data.DataLoader(Array.from({ length: 20 }, (_, i) => i))) {
        const until = performance.now() + 5;
        while (performance.now() < until);
      }
    });
    expect(turns).toBeGreaterThanOrEqual(4);
  });
});

describe('iterable datasets', () => {
  const counter = data.IterableDataset.from(function* () {
    for (let i = 0; i < 5; i++) yield i;
  });

  test('generators, anew in each epoch', async () => {
    const loader = new data.DataLoader(counter, { batchSize: 2 });
    for (let epoch = 0; epoch < 2; epoch++) expect(Array.from(loader, numbers)).toEqual([[0, 1], [2, 3], [4]]);
    const dropped = new data.DataLoader(counter, { batchSize: 2, dropLast: true });
    expect(Array.from(dropped, numbers)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('asynchronous generators; leaving the loop closes them', async () => {
    let closed = false;
    const source = data.IterableDataset.from(async function* () {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        closed = true;
      }
    });
    const loader = new data.DataLoader(source, { batchSize: 3 });
    for await (const batch of loader) {
      expect(numbers(batch)).toEqual([0, 1, 2]);
      break;
    }
    await nextTurn();
    expect(closed).toBe(true);
    expect(() => [...loader]).toThrow(/for await/);
  });

  test('a failure keeps its cause and says how far it got', () => {
    const source = data.IterableDataset.from(function* () {
      yield 1;
      throw new Error('disk gone');
    });
    const error = caught(() => [...new data.DataLoader(source)]);
    expect(error.message).toContain('failed after 1 samples: disk gone');
    expect((error.cause as Error).message).toBe('disk gone');
  });

  test('take no sampler', () => {
    expect(() => new data.DataLoader(counter, { shuffle: true })).toThrow(/unspecified shuffle/);
    expect(() => new data.DataLoader(counter).length).toThrow(/has no length/);
  });
});

describe('resuming', () => {
  const dataset = new data.TensorDataset(range(50));
  const kinds: Record<string, () => data.DataLoader<any, any>> = {
    'tensors, native': () => new data.DataLoader(dataset, { batchSize: 4, shuffle: true, numWorkers: 1 }),
    'map-style': () =>
      new data.DataLoader(
        Array.from({ length: 50 }, (_, i) => [i]),
        { batchSize: 4, shuffle: true },
      ),
    stream: () =>
      new data.DataLoader(
        data.IterableDataset.from(() => Array.from({ length: 50 }, (_, i) => [i])),
        { batchSize: 4 },
      ),
  };

  test.each(Object.keys(kinds))('in the middle of an epoch, %s', (kind) => {
    const run = (loader: data.DataLoader<any, any>, until: number): number[][] => {
      const seen: number[][] = [];
      for (const [x] of loader) {
        seen.push(numbers(x));
        if (seen.length === until) break;
      }
      return seen;
    };
    manualSeed(5);
    const whole = kinds[kind]!();
    const first = [run(whole, 99), run(whole, 99)];

    manualSeed(5);
    const half = kinds[kind]!();
    run(half, 99);
    expect(run(half, 6)).toEqual(first[1]!.slice(0, 6));
    const state = half.stateDict();
    expect(state.yielded).toBe(6);

    const resumed = kinds[kind]!();
    resumed.loadStateDict(state);
    expect(resumed.stateDict().yielded).toBe(6);
    expect(run(resumed, 99)).toEqual(first[1]!.slice(6));
    expect(run(resumed, 99)).toHaveLength(13);
    expect(resumed.stateDict()).toEqual({ yielded: 0, rngState: null });
  });

  test('refuses what is not a state', () => {
    const loader = kinds['map-style']!();
    expect(() => loader.loadStateDict({ yielded: -1, rngState: null })).toThrow(/yielded should be/);
    expect(() => loader.loadStateDict({ yielded: 1, rngState: 'x' as never })).toThrow(/rngState/);
    expect(() => loader.loadStateDict(null as never)).toThrow(TypeError);
  });
});

describe('errors', () => {
  const broken: data.MapDataset<number> = {
    length: 10,
    get(index) {
      if (index === 7) throw new Error('mail 7 is not text');
      return index;
    },
  };

  test('a get that throws names the dataset and the index and keeps the cause', async () => {
    class Mails extends data.Dataset<number> {
      readonly length = 10;
      get = broken.get;
    }
    for (const error of [
      caught(() => [...new data.DataLoader(new Mails(), { batchSize: 5 })]),
      await caughtAsync(async () => {
        for await (const _ of new data.DataLoader(new Mails(), { batchSize: 5 }));
      }),
    ]) {
      expect(error).toBeInstanceOf(TorchError);
      expect(error.message).toBe('Mails.get(7) failed: mail 7 is not text');
      expect((error.cause as Error).message).toBe('mail 7 is not text');
    }
  });

  test('a get that returns nothing', () => {
    const dataset = { length: 2, get: () => undefined };
    expect(() => [...new data.DataLoader(dataset)]).toThrow(/get\(0\) failed: it returned undefined/);
  });

  test.each([-1, 0.5, 10, NaN, 2 ** 53, '1'])('the index %p of a sampler', (index) => {
    const sampler = [0, index as number];
    expect(() => [...new data.DataLoader(broken, { sampler })]).toThrow(/has the indices 0 to 9/);
    const tensors = new data.TensorDataset(range(10));
    expect(() => [...new data.DataLoader(tensors, { sampler })]).toThrow(/TensorDataset has the indices 0 to 9/);
  });

  test('duplicate indices are drawn twice', () => {
    const [batch] = [...new data.DataLoader(broken, { sampler: [3, 3], batchSize: 2 })];
    expect(numbers(batch as Tensor)).toEqual([3, 3]);
  });

  test('samples that do not stack name both shapes and padCollate', () => {
    const ragged = [new Float32Array(2), new Float32Array(3)];
    expect(() => [...new data.DataLoader(ragged, { batchSize: 2 })]).toThrow(/\[2\].*\[3\].*padCollate/);
    expect(() => [...new data.DataLoader([range(2), range(3)], { batchSize: 2 })]).toThrow(/\[2\].*\[3\].*padCollate/);
    expect(() => [...new data.DataLoader([[1], [1, 2]], { batchSize: 2 })]).toThrow(
      /1 elements.*2 elements.*padCollate/,
    );
  });

  test.each([
    [{ batchSize: 0 }, /batchSize should be a positive integer value, but got batchSize=0/],
    [{ batchSize: 1.5 }, /positive integer/],
    [{ batchSize: '64' }, /got batchSize='64'/],
    [{ batchSize: NaN }, /got batchSize=NaN/],
    [{ shuffle: 1 }, /'shuffle' should be a boolean or null, got 1/],
    [{ batchsize: 4 }, /unknown option 'batchsize': did you mean 'batchSize'/],
    [{ batch_size: 4 }, /did you mean 'batchSize'/],
    [{ collateFun: () => 0 }, /did you mean 'collateFn'/],
    [{ collateFn: () => 0, collate: () => 0 }, /several values for argument 'collateFn', which is 'collate', too/],
    [{ workerInit: 'a', workerInitFn: 'a' }, /several values for argument 'workerInitFn'/],
    [{ inOrder: 1 }, /'inOrder' should be a boolean, got 1/],
    [{ pinMemoryDevice: null }, /'pinMemoryDevice' should be a string, got null/],
    [{ shuffle: true, sampler: [1] }, /mutually exclusive with shuffle/],
    [{ batchSampler: [[1]], batchSize: 4 }, /mutually exclusive with batchSize/],
    [{ batchSize: null, dropLast: true }, /mutually exclusive with dropLast/],
    [{ numWorkers: -1 }, /numWorkers should be a non-negative integer/],
    [{ timeout: -1 }, /timeout option should be/],
    [{ generator: 3 }, /'generator' should be a torch.Generator or null, got 3/],
    [{ sampler: 5 }, /'sampler' should be an iterable of indices or null, got 5/],
    [{ dataset: [1] }, /several values for argument 'dataset'/],
    [{ pinMemory: 1 }, /'pinMemory' should be a boolean, got 1/],
    [{ collate: 'stack' }, /'collate' should be a function or null/],
    [{ workerInit: 5 }, /'workerInit' should be the URL or path of a module or null/],
    [{ multiprocessingContext: 'fork' }, /should be null: workers are threads/],
  ])('the options %p', (options, message) => {
    expect(() => new data.DataLoader(broken, options as never)).toThrow(message);
  });

  test('by position, in the order of Python', () => {
    const order = [4, 2, 0];
    const loader = new data.DataLoader(broken, 2, false, order, null, 0, (samples: number[]) => samples, false, true);
    expect([loader.batchSize, loader.sampler, [...loader]]).toEqual([2, order, [[4, 2]]]);
    const mixed = new data.DataLoader(broken, 3, { sampler: order, collate: (samples: number[]) => samples });
    expect([...mixed]).toEqual([[4, 2, 0]]);
    const batches = new data.DataLoader(broken, 1, null, null, [[1, 2], [3]], { collateFn: String });
    expect([...batches]).toEqual(['1,2', '3']);
    const seeded = (): Generator => new Generator().manualSeed(3);
    const drawn = new data.DataLoader(broken, 1, true, null, null, 0, null, false, false, 0, null, null, seeded());
    expect(drawn.sampler).toMatchObject({ generator: expect.any(Generator) as unknown });
  });

  test('one argument too many, and two values for one', () => {
    const DataLoader = data.DataLoader as unknown as new (...args: unknown[]) => unknown;
    const all = [1, null, null, null, 0, null, false, false, 0, null, null, null];
    expect(new DataLoader(broken, ...all)).toBeInstanceOf(data.DataLoader);
    expect(() => new DataLoader(broken, ...all, 2)).toThrow(
      /takes at most 13 arguments, got 14; prefetchFactor, persistentWorkers, .* are given by name/,
    );
    expect(() => new DataLoader(broken, 2, { batchSize: 2 })).toThrow(/several values for argument 'batchSize'/);
    expect(() => new DataLoader()).toThrow(/misses 'dataset'/);
  });

  test('datasets that are none', () => {
    for (const dataset of [null, 5, 'mails', {}, { length: 3 }]) {
      expect(() => new data.DataLoader(dataset as never)).toThrow(/expected a dataset/);
    }
    expect(() => new data.DataLoader({ get: () => 1, length: -1 }).length).toThrow(/length must be/);
    expect(() => new data.DataLoader([], { shuffle: true })).toThrow(/the dataset is empty/);
    expect(() => new data.TensorDataset()).toThrow(/at least one tensor/);
    expect(() => new data.TensorDataset(range(2), range(3))).toThrow(/first extents are 2, 3/);
    expect(() => new data.TensorDataset([1, 2] as never)).toThrow(/must be a Tensor, got an array/);
    const x = range(2);
    const loader = new data.DataLoader(new data.TensorDataset(x), { numWorkers: 1 });
    x.dispose();
    expect(() => [...loader]).toThrow(/disposed/);
  });
});

test('the options of a loader can be read, and not set', () => {
  const collateFn = (samples: number[]): number => samples.length;
  const generator = new Generator();
  const loader = new data.DataLoader([1, 2, 3], { batchSize: 2, dropLast: true, collateFn, generator, timeout: 1.5 });
  const attributes = {
    ...{ batchSize: 2, dropLast: true, collateFn, generator, timeout: 1.5, numWorkers: 0, pinMemory: false },
    ...{ prefetchFactor: 2, persistentWorkers: false, inOrder: true },
  };
  expect(loader).toMatchObject(attributes);
  expect([...(loader.batchSampler ?? [])]).toEqual([[0, 1]]);
  expect([...(loader.sampler ?? [])]).toEqual([0, 1, 2]);
  expect((loader.dataset as data.MapDataset<number>).length).toBe(3);
  for (const name of [...Object.keys(attributes), 'dataset', 'sampler', 'batchSampler']) {
    expect(() => Object.assign(loader, { [name]: 5 })).toThrow(
      `${name} attribute should not be set after DataLoader is initialized`,
    );
  }
  expect([...loader]).toEqual([2]);
  const plain = new data.DataLoader([1, 2, 3], { batchSize: null });
  expect([plain.batchSize, plain.batchSampler, [...plain]]).toEqual([null, null, [1, 2, 3]]);
});

function caught(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

async function caughtAsync(body: () => Promise<unknown>): Promise<Error> {
  try {
    await body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
