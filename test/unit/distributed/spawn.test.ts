/** Ranks that are `worker_threads` of one process. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as torch from '../../../lib/index';
import { distributed } from '../../../lib/index';

const MODULE = path.join(__dirname, 'fixtures/spawned.cjs');

test('the ranks find each other, and their threads go on while they wait', async () => {
  const results = await distributed.spawn(MODULE, [10], 2, { threads: 1 } as never);
  const expected = { size: 2, sum: [30, 30, 30], threads: 1, ticked: true };
  expect(results).toEqual([
    { rank: 0, ...expected },
    { rank: 1, ...expected },
  ]);
});

test('each has an environment of its own', async () => {
  const results = await distributed.spawn<NodeJS.ProcessEnv>(pathToFileURL(MODULE), {
    ...{ nprocs: 2, name: 'environment', env: { MINE: 'yes' } },
  });
  expect(results[1]).toMatchObject({
    ...{ RANK: '1', LOCAL_RANK: '1', WORLD_SIZE: '2', LOCAL_WORLD_SIZE: '2', MASTER_ADDR: '127.0.0.1', MINE: 'yes' },
  });
  expect(results[0]?.MASTER_PORT).toBe(results[1]?.MASTER_PORT);
  expect(process.env.MINE).toBeUndefined();
});

test('tensors of this thread are reduced in place by others, where they are shared', async () => {
  const mine = [1, 2].map((value) => torch.full([3], value));
  await distributed.spawn(MODULE, {
    ...{ nprocs: 2, name: 'reduceShared', args: [mine.map((tensor) => tensor.share())] },
  });
  expect(mine.map((tensor) => tensor.tolist())).toEqual([
    [3, 3, 3],
    [3, 3, 3],
  ]);
  // A handle of this thread means nothing in another one.
  const run = distributed.spawn(MODULE, { nprocs: 1, name: 'reduceForeign', args: [mine[0]] });
  await expect(run).rejects.toThrow(/expected a Tensor|structured-cloneable/);
});

test('one that fails ends all, though they wait for it in native code', async () => {
  const run = distributed.spawn(MODULE, { nprocs: 3, name: 'fails' });
  const error = (await run.catch((reason: unknown) => reason)) as Error;
  expect(error.message).toBe('rank 1 ended with an error: not this one');
  expect(error.cause).toMatchObject({ name: 'RangeError', message: 'not this one', code: 'E_MINE' });
});

test('one that ends without a result', async () => {
  await expect(distributed.spawn(MODULE, { nprocs: 2, name: 'leaves' })).rejects.toThrow(
    'rank 1 ended with exit code 4 before its function did',
  );
});

test('without join they can be waited for and ended', async () => {
  const context = await distributed.spawn(MODULE, { nprocs: 2, name: 'stays', join: false });
  expect(await context.join(0.1)).toBe(false);
  await context.terminate();
  await expect(context.join()).rejects.toThrow('before its function did');
  await expect(context.results).rejects.toThrow('before its function did');
});

test.each([
  [{ name: 'none' }, /should export a function 'none'/],
  [{ name: 'uncloneable' }, /the result must be structured-cloneable/],
  [{ args: [() => 1] }, /args must be structured-cloneable/],
  [{ nprocs: 0 }, /'nprocs' should be an integer of at least 1, got 0/],
  [{ nproc: 1 }, /did you mean 'nprocs'/],
])('%j is refused', async (options, message) => {
  await expect(distributed.spawn(MODULE, options as never)).rejects.toThrow(message);
});

test('a module that is none', async () => {
  await expect(distributed.spawn('relative.js')).rejects.toThrow('an absolute path or a URL, got "relative.js"');
  await expect(distributed.spawn(3 as never)).rejects.toThrow("'module' should be the URL or absolute path");
  await expect(distributed.spawn(path.join(__dirname, 'none.js'))).rejects.toThrow(/Cannot find module|ERR_MODULE/);
});
