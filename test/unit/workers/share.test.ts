import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as torch from '../../../lib/index';

const file = path.join(__dirname, 'fixtures.cjs');

async function inWorker<T>(task: string, data: object = {}): Promise<T> {
  const worker = new Worker(file, { workerData: { task, ...data } });
  return new Promise<T>((resolve, reject) => {
    let result: T;
    worker.on('message', (message: T) => (result = message));
    worker.on('error', reject);
    worker.on('exit', () => resolve(result));
  });
}

test('workers see the same memory', async () => {
  const x = torch.zeros([3]).requiresGrad_();
  const results = await Promise.all(
    [1, 2, 3].map(() => inWorker<{ requiresGrad: boolean }>('add', { shared: x.share() })),
  );
  expect(results.map(({ requiresGrad }) => requiresGrad)).toEqual([true, true, true]);
  expect(x.tolist()).toEqual([3, 3, 3]);
});

test('a tensor outlives the worker that made it', async () => {
  const { shared } = await inWorker<{ shared: torch.SharedTensor }>('give');
  expect(torch.fromShared(shared).tolist()).toEqual([7, 7, 7]);
  expect(() => torch.fromShared(shared)).toThrow('has been taken or discarded already');
});

test('a tensor over a buffer of a worker outlives both', async () => {
  const { shared, here, running } = await inWorker<{
    shared: [torch.SharedTensor, torch.SharedTensor, { deep: torch.SharedTensor }];
    here: number[];
    running: number[][];
  }>('buffer');
  // What a tensor would read that still looked at the worker's memory.
  const others = Array.from({ length: 64 }, () => new Float32Array(1 << 20).fill(3));
  const [whole, part, again, deep] = [shared[0], shared[1], shared[1], shared[2].deep].map((one) =>
    torch.fromShared(one),
  );
  expect([here, running]).toEqual([[8, 9], [[8, 7]]]);
  expect(whole?.sum().item()).toBe(7 * (1 << 20) + 3);
  expect([part?.tolist(), deep?.narrow(0, 0, 3).tolist()]).toEqual([
    [8, 9],
    [8, 9, 7],
  ]);
  whole?.select(0, 0).fill_(1);
  expect([again?.tolist(), others.length]).toEqual([[1, 9], 64]);
});

test('a buffer of the main thread stays the memory of its tensor', async () => {
  const array = new Float32Array(3);
  const shared = torch.fromTypedArray(array).share();
  await inWorker('add', { shared });
  expect([...array]).toEqual([1, 1, 1]);
});

test('a state is shared as a tree', async () => {
  const state = torch.shareState({ layers: [torch.ones([4])], name: 'net' });
  const result = await inWorker<{ sum: number; name: string; back: Map<string, torch.SharedTensor> }>('state', {
    state,
  });
  expect(result).toMatchObject({ sum: 4, name: 'net' });
  expect(torch.fromSharedState(result.back).get('a')!.tolist()).toEqual([1, 1]);
});

test('uses, discarding, and values that are not tokens', () => {
  const before = torch.memory();
  torch.scope(() => {
    const shared = torch.ones([2]).share({ uses: 2 });
    expect(torch.fromShared(shared).add_(1).tolist()).toEqual([2, 2]);
    expect(torch.fromShared(shared).tolist()).toEqual([2, 2]);
    expect(() => torch.fromShared(shared)).toThrow(TypeError);
    const other = torch.ones([2]).share();
    torch.discardShared(other);
    torch.discardShared(other);
    expect(() => torch.fromShared(other)).toThrow('has been taken or discarded already');
    expect(() => torch.fromShared({ ...other, pid: 1 })).toThrow('this tensor belongs to process 1');
    expect(() => torch.fromShared({} as never)).toThrow('expected what Tensor.share() returned');
    expect(() => torch.fromShared({ ...other, ticket: 1.5 })).toThrow(TypeError);
    expect(() => torch.ones([1]).share({ uses: 0 })).toThrow("'uses' should be a positive integer below 2^31, got 0");
  });
  expect(torch.memory()).toMatchObject({ tensors: before.tensors, bytes: before.bytes });
});

test('a worker leaves the checks of sparse tensors as the process has them', async () => {
  const { checkSparseTensorInvariants: checks } = torch.sparse;
  expect(checks.isEnabled()).toBe(true);
  expect(await inWorker('sparse')).toEqual({ made: true, used: true });
  checks.disable();
  try {
    // Without them the tensor can be made; no operator takes it.
    expect(await inWorker('sparse')).toEqual({ made: false, used: true });
    expect(checks.isEnabled()).toBe(false);
  } finally {
    checks.enable();
  }
});

test.each(['hooks', 'async'])('a worker that is terminated in the middle does not hang: %s', async (task) => {
  for (let round = 0; round < 3; round++) {
    const worker = new Worker(file, { workerData: { task } });
    await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    expect(await worker.terminate()).toBe(1);
  }
});
