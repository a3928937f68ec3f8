/** The stores, and ranks that are workers of one process. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { distributed as dist } from '../../../lib/index';

type AnyStore = InstanceType<typeof dist.Store>;

function exercise(store: AnyStore): void {
  store.set('text', 'grün');
  store.set('bytes', new Uint8Array([0, 255]));
  expect(store.get('text').toString()).toBe('grün');
  expect([...store.get('bytes')]).toEqual([0, 255]);
  expect([store.add('n', 3), store.add('n', -5)]).toEqual([3, -2]);
  expect(store.check(['text', 'n'])).toBe(true);
  expect(store.check(['text', 'missing'])).toBe(false);
  expect(store.compareSet('text', 'grün', 'rot').toString()).toBe('rot');
  expect(store.compareSet('text', 'blau', 'gelb').toString()).toBe('rot');
  store.wait(['text']);
  store.setTimeout(0.2);
  expect(store.timeout).toBe(0.2);
  expect(() => store.get('never')).toThrow();
  expect(() => store.wait(['never'], 0.1)).toThrow();
  store.setTimeout(30);
}

test('a HashStore', async () => {
  const store = new dist.HashStore();
  exercise(store);
  expect(store.deleteKey('n')).toBe(true);
  store.append('text', '!');
  expect(store.multiGet(['text', 'bytes']).map(String)).toEqual(['rot!', String(Buffer.from([0, 255]))]);
  store.multiSet(['a', 'b'], ['1', '2']);
  expect(store.get('b').toString()).toBe('2');
  store.queuePush('q', 'x');
  expect([store.queueLen('q'), store.queuePop('q').toString()]).toEqual([1, 'x']);
  const waiting = store.getAsync('late');
  store.set('late', 'now');
  expect(String(await waiting)).toBe('now');
  const prefixed = new dist.PrefixStore('p', store);
  prefixed.set('k', 'v');
  expect(store.get('p/k').toString()).toBe('v');
  expect(prefixed.underlyingStore).toBe(store);
});

test('a FileStore, and the path of one', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'store-'));
  try {
    const store = new dist.FileStore(path.join(folder, 'file'), 1);
    exercise(store);
    expect(existsSync(store.path)).toBe(true);
    expect(() => new dist.FileStore('')).toThrow(/empty string/);
    expect(() => new dist.FileStore(path.join(folder, 'a\0b'))).toThrow(/null character/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a TCPStore, with the port that the system chose', async () => {
  const server = await dist.TCPStore.open('127.0.0.1', 0, { isMaster: true, waitForWorkers: false });
  const client = new dist.TCPStore('127.0.0.1', server.port, null, false, { timeout: 20 });
  exercise(client);
  expect(server.get('text').toString()).toBe('rot');
  // If the wait blocked this thread, the key would never be set.
  const waiting = client.waitAsync(['late'], 60);
  await new Promise((done) => setTimeout(done, 10));
  server.set('late', '');
  await waiting;
  expect(() => new dist.TCPStore('127.0.0.1', 70_000)).toThrow(/a port is a number from 0 to 65535/);
});

test('stores refuse what is no key and no value', () => {
  const store = new dist.HashStore();
  expect(() => store.set('k', 1 as never)).toThrow(/'value' should be a string or bytes, got 1/);
  expect(() => store.get(Promise.resolve('k') as never)).toThrow(/'key' should be a string/);
  expect(() => store.add('k', 0.5)).toThrow(/'amount' should be an integer/);
  expect(() => store.wait('k' as never)).toThrow(/a list of keys/);
  expect(() => store.multiSet(['a'], [])).toThrow(/as many values as keys/);
  expect(() => store.setTimeout(Infinity)).toThrow(/positive number of seconds/);
  expect(() => new dist.PrefixStore('p', {} as never)).toThrow(/'store' should be a Store/);
  expect(() => new (dist.Store as unknown as new (...args: unknown[]) => AnyStore)({}).get('k')).toThrow(
    /native Store/,
  );
});

const RANK = `
  require(process.env.REGISTER);
  const { parentPort, workerData: { lib, rank, port } } = require('node:worker_threads');
  const torch = require(lib);
  const { distributed: dist } = torch;
  (async () => {
    const store = await dist.TCPStore.open('127.0.0.1', port, { timeout: 60 });
    await dist.initProcessGroup('gloo', { store, rank, worldSize: 2, timeout: 60 });
    const x = torch.arange(3).add(rank);
    await dist.allReduce(x, { asyncOp: true });
    const f = torch.ops._c10d_functional;
    const y = f.wait_tensor(f.all_reduce(torch.ones([2]).mul(rank + 1), 'sum', '0'));
    dist.barrier();
    if (rank === 0) await dist.destroyProcessGroup();
    parentPort.postMessage([x.tolist(), y.tolist(), rank]);
  })().catch((error) => parentPort.postMessage(String(error.stack)));`;

test('two workers of one process are two ranks, and may end with their group', async () => {
  const store = await dist.TCPStore.open('127.0.0.1', 0, { isMaster: true, waitForWorkers: false });
  const { port } = store;
  const register = path.join(__dirname, '../../support/register-ts.cjs');
  const lib = path.join(__dirname, '../../../lib/index');
  const workers = [0, 1].map(
    (rank) =>
      new Worker(RANK, { eval: true, workerData: { lib, rank, port }, env: { ...process.env, REGISTER: register } }),
  );
  const results = await Promise.all(workers.map((worker) => new Promise((done) => worker.once('message', done))));
  expect(results).toEqual([0, 1].map((rank) => [[1, 3, 5], [3, 3], rank]));
  await Promise.all(workers.map((worker) => worker.terminate()));
}, 120_000);

/** Whether somebody listens at an address of this machine. */
const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const outer = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

describe('a store that is reached at a loopback address', () => {
  test.each([
    ['127.0.0.1', false],
    ['127.0.0.1', true],
    ['localhost', false],
  ])('listens at no other one: %s, multi-tenant %s', async (host, multiTenant) => {
    const server = await dist.TCPStore.open(host, 0, { isMaster: true, waitForWorkers: false, multiTenant });
    const client = await dist.TCPStore.open(host, server.port, { timeout: 30 });
    client.set('key', 'value');
    expect(server.get('key').toString()).toBe('value');
    expect(await answers('127.0.0.1', server.port)).toBe(true);
    if (outer !== undefined && process.platform !== 'win32') expect(await answers(outer, server.port)).toBe(false);
    // A second server of this process shares the port, or finds it taken.
    const second = dist.TCPStore.open(host, server.port, { isMaster: true, waitForWorkers: false, multiTenant });
    if (multiTenant) expect((await second).get('key').toString()).toBe('value');
    else await expect(second).rejects.toThrow(/EADDRINUSE|address already in use/i);
  });
});

const reached = outer === undefined ? test.skip : test;
reached('a store at another address is reached there', async () => {
  const server = await dist.TCPStore.open(String(outer), 0, { isMaster: true, waitForWorkers: false });
  expect(await answers(String(outer), server.port)).toBe(true);
});

test('a descriptor that does not listen', async () => {
  const open = (masterListenFd: number): Promise<unknown> =>
    dist.TCPStore.open('127.0.0.1', 29511, { isMaster: true, waitForWorkers: false, masterListenFd });
  await expect(open(1_000_000)).rejects.toThrow();
  await expect(open(2 ** 40)).rejects.toThrow(TypeError);
});
