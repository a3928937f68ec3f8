/** Arguments that make no sense, in a group of one rank: errors in this library's words, and right values where there are any. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeStore } from '../../../lib/c10d/store';
import * as torch from '../../../lib/index';

const { distributed: dist } = torch;

beforeAll(async () => {
  await dist.initProcessGroup('gloo', { store: new dist.HashStore(), rank: 0, worldSize: 1, timeout: 20 });
});
afterAll(() => dist.destroyProcessGroup());

function errorOf(call: () => unknown): string {
  try {
    call();
    return 'no error';
  } catch (error) {
    return (error as Error).message;
  }
}

const REFUSED: readonly (readonly [label: string, call: () => unknown, message: RegExp])[] = [
  [
    'a list for a tensor',
    () => dist.allReduce([torch.ones([2])] as never),
    /allReduce: 'tensor': expected a Tensor, got an array/,
  ],
  [
    'a tensor for a list',
    () => dist.allGather(torch.ones([2]) as never, torch.ones([1])),
    /expected a list of tensors, got Tensor/,
  ],
  ['too short a list', () => dist.allGather([], torch.ones([1])), /allGather on rank 0 of 1 .*output/s],
  [
    'too long a list',
    () => dist.scatter(torch.ones([1]), [torch.ones([1]), torch.ones([1])]),
    /scatter on rank 0 of 1/,
  ],
  ['lists of other shapes', () => dist.allToAll([torch.ones([2])], [torch.ones([3])]), /allToAll on rank 0 of 1/],
  ['a rank that there is not', () => dist.broadcast(torch.ones([2]), 3), /rank 3 is not between 0 and 0/],
  ['a rank that is NaN', () => dist.broadcast(torch.ones([2]), NaN), /'src' should be an integer/],
  ['two ways to say a rank', () => dist.broadcast(torch.ones([2]), 0, { groupSrc: 0 }), /Can't specify both/],
  ['no rank', () => dist.broadcast(torch.ones([2]), {}), /Must specify globalRank or groupRank/],
  ['itself', () => dist.send(torch.ones([1]), 0), /destination rank should not be the same/],
  ['dtypes', () => dist.allGather([torch.ones([1])], torch.ones([1]).to(torch.int64)), /different dtypes/],
  [
    'bits of floats',
    () => dist.allReduce(torch.ones([2]), { op: dist.ReduceOp.BAND }),
    /ReduceOp.BAND with non-integral/,
  ],
  [
    'an order of complex numbers',
    () => dist.allReduce(torch.complex(torch.ones([1]), torch.ones([1])), { op: dist.ReduceOp.MAX }),
    /MAX on complex/,
  ],
  ['what NCCL has', () => dist.allReduce(torch.ones([2]), { op: dist.ReduceOp.premulSum(2) }), /PREMUL_SUM with Gloo/],
  [
    'a string for a reduction',
    () => dist.allReduce(torch.ones([2]), { op: 'SUM' as never }),
    /'op' should be a ReduceOp, got 'SUM'/,
  ],
  ['an unknown option', () => dist.allReduce(torch.ones([2]), { assyncOp: true } as never), /did you mean 'asyncOp'/],
  ['a promise for a tensor', () => dist.allReduce(Promise.resolve(torch.ones([2])) as never), /await it first/],
  ['split sizes', () => dist.allToAllSingle(torch.zeros([2]), torch.ones([2]), [1], [3]), /Split sizes/],
  ['a list on no root', () => dist.gather(torch.ones([1])), /`gatherList` must be specified/],
  ['elements on each other', () => dist.allReduce(torch.ones([1]).expand([3])), /single memory location/],
  ['an invented reduction', () => new (dist.ReduceOp as unknown as new () => unknown)(), /not made by new/],
  ['an invented group', () => new (dist.ProcessGroup as unknown as new () => unknown)(), /not by new/],
  ['a timeout of 0', () => dist.monitoredBarrier({ timeout: 0 }), /positive number of seconds/],
  ['a timeout of NaN', () => dist.barrier({ timeout: NaN }), /positive number of seconds/],
  ['nothing to send', () => dist.broadcastObjectList([]), /has no object/],
  ['a function as an object', () => dist.allGatherObject([], () => 1), /function/],
];

test.each(REFUSED)('%s', (_, call, message) => {
  expect(call).toThrow(message);
});

test('strides that have gaps keep what lies between', async () => {
  const whole = torch.arange(16, { dtype: torch.float32 }).view([4, 4]);
  const part = whole.narrow(1, 0, 2);
  dist.allReduce(part, { op: dist.ReduceOp.AVG });
  await dist.broadcast(part, 0, { asyncOp: true });
  expect(whole.tolist()).toEqual(torch.arange(16, { dtype: torch.float32 }).view([4, 4]).tolist());
  const into = torch.zeros([2, 4]).t().narrow(0, 0, 2);
  await dist.allGather([into], part.narrow(0, 0, 2), { asyncOp: true });
  expect(into.tolist()).toEqual([
    [0, 1],
    [4, 5],
  ]);
});

test('a sparse tensor where a dense one is needed', () => {
  const sparse = torch.eye(3).toSparse();
  const dense = torch.ones([3, 3]);
  const calls: readonly (readonly [name: string, call: () => unknown])[] = [
    ['broadcast', () => dist.broadcast(sparse, 0)],
    ['reduce', () => dist.reduce(sparse, 0)],
    ['allGather', () => dist.allGather([dense], sparse)],
    ['allGather', () => dist.allGather([sparse], dense)],
    ['allGatherIntoTensor', () => dist.allGatherIntoTensor(dense, sparse)],
    ['reduceScatterTensor', () => dist.reduceScatterTensor(dense, sparse)],
    ['gather', () => dist.gather(sparse, [dense])],
    ['gather', () => dist.gather(dense, [sparse])],
    ['scatter', () => dist.scatter(sparse, [dense])],
    ['scatter', () => dist.scatter(dense, [sparse])],
    ['allToAll', () => dist.allToAll([dense], [sparse])],
    ['allToAllSingle', () => dist.allToAllSingle(dense, sparse)],
  ];
  for (const [name, call] of calls) {
    const message =
      /^(\w+) on rank 0 of 1 \(group default_pg\): a tensor of the kind Sparse(?:CPU)? cannot be sent, .*: make one with toDense\(\)/;
    expect([name, message.exec(errorOf(call))?.[1]]).toEqual([name, name]);
  }
  dist.allReduce(sparse);
  expect(sparse.toDense().tolist()).toEqual(torch.eye(3).tolist());
});

test('a tensor of another thread', () => {
  const { port1, port2 } = new MessageChannel();
  try {
    // As it is it does not travel, and a ticket is no tensor before it is taken.
    expect(() => port1.postMessage(torch.ones([2]))).toThrow(/a Tensor goes to another thread as tensor.share\(\)/);
    const ticket = torch.ones([2]).share();
    expect(() => dist.broadcast(ticket as never, 0)).toThrow(
      /broadcast: 'tensor': expected a Tensor, got Object; torch\.fromShared\(…\) takes what Tensor\.share\(\) gave$/,
    );
    torch.discardShared(ticket);
  } finally {
    port1.close();
    port2.close();
  }
});

test('a leaf that requires gradients stays one', () => {
  const leaf = torch.ones([2, 2], { requiresGrad: true });
  dist.allReduce(leaf);
  expect([leaf.isLeaf, leaf.requiresGrad, leaf.gradFn]).toEqual([true, true, null]);
});

test('a second group of all ranks is refused', async () => {
  const options = { store: new dist.HashStore(), rank: 0, worldSize: 1 };
  await expect(dist.initProcessGroup('gloo', options)).rejects.toThrow(/initialize the default process group twice/);
});

test('a group that has been destroyed', async () => {
  const group = (await dist.newGroup([0], { groupDesc: 'the first alone' })) as torch.distributed.ProcessGroup;
  dist.allReduce(torch.ones([1]), { group });
  await dist.destroyProcessGroup(group);
  const x = torch.ones([1]);
  const calls: readonly (readonly [name: string, call: () => unknown])[] = [
    ['allReduce', () => dist.allReduce(x, { group })],
    ['allGather', () => dist.allGather([x], x, { group, asyncOp: true })],
    ['barrier', () => dist.barrier({ group })],
    ['broadcastObjectList', () => dist.broadcastObjectList([1], 0, group)],
    ['isend', () => dist.isend(x, { groupDst: 0, group })],
    ['P2POp', () => new dist.P2POp(dist.isend, x, null, group, 0, 0)],
    ['abortProcessGroup', () => dist.abortProcessGroup(group)],
  ];
  for (const [name, call] of calls) {
    const message = `${name} on rank 0 of 1 (group the first alone): this process group has been destroyed by destroyProcessGroup()`;
    expect(errorOf(call)).toBe(`${message}: use it before, or make a new one with initProcessGroup() or newGroup()`);
  }
  await expect(dist.destroyProcessGroup(group)).rejects.toThrow(/Invalid process group/);
});

test('addresses', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'addresses-'));
  const world = dist.getWorldSize();
  expect(world).toBe(1);
  await dist.destroyProcessGroup();
  expect(errorOf(() => dist.allReduce(torch.ones([1])))).toBe(
    'allReduce on rank 0 of 1 (group default_pg): Default process group has not been initialized, please make sure to call and ' +
      'await initProcessGroup again: destroyProcessGroup has ended the group of before.',
  );
  const bad: readonly (readonly [options: object, message: RegExp])[] = [
    [{ initMethod: 'http://x' }, /No rendezvous handler for http:/],
    [{ initMethod: 'nonsense' }, /is not an address/],
    [{ initMethod: 'tcp://127.0.0.1' }, /port number missing/],
    [{ initMethod: 'tcp://127.0.0.1:1234' }, /rank parameter missing/],
    [{ initMethod: 'tcp://127.0.0.1:1?rank=x&world_size=1' }, /rank should be an integer, got 'x'/],
    [{ initMethod: 'tcp://127.0.0.1:0?rank=1&world_size=2' }, /no store listens at port 0/],
    [{ initMethod: `file://${folder}/ranks`, rank: 2, worldSize: 2 }, /rank 2 is not between 0 and 1/],
    [{ store: new dist.HashStore() }, /worldSize must be positive/],
    [{ store: new dist.HashStore(), initMethod: 'env://' }, /Cannot specify both/],
    [{ backend: 'glo' }, /Unknown backend 'glo'/],
    [{ backend: 'mpi' }, /MPI built in/],
    [{ backend: 'nccl' }, /^Distributed package doesn't have NCCL built in; there is 'gloo'$/],
    [{ backend: 'cpu:gloo,cuda:nccl' }, /^Distributed package doesn't have NCCL built in; there is 'gloo'$/],
    [{ timeout: -1 }, /positive number of seconds/],
    [{ ranks: 1 }, /unknown option/],
  ];
  for (const [options, message] of bad) await expect(dist.initProcessGroup(options)).rejects.toThrow(message);
  await dist.initProcessGroup('gloo', { store: new dist.HashStore(), rank: 0, worldSize: 1 });
  rmSync(folder, { recursive: true });
});

/** Where the entries of a store's file begin, each a key and a value after their lengths. */
function entriesOf(bytes: Buffer): Set<number> {
  const starts = new Set<number>();
  for (let at = 0; at < bytes.length; ) {
    starts.add(at);
    for (let part = 0; part < 2; part++) at += 4 + bytes.readUInt32LE(at);
  }
  return starts;
}

test('files that are no store', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stores-'));
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  const store = new dist.FileStore(path.join(folder, 'whole'), -1);
  store.set('key', 'value');
  store.set('gone', '');
  const whole = readFileSync(path.join(folder, 'whole'));
  // With all that is there, another one reads it.
  expect(new dist.FileStore(file('copy', whole), -1).get('key').toString()).toBe('value');
  expect(new dist.FileStore(file('empty', Buffer.alloc(0)), -1).check(['key'])).toBe(false);
  const other = /holds something else than a store, or was cut off: choose another path, or delete it$/;
  const starts = entriesOf(whole);
  expect(starts.size).toBeGreaterThan(2);
  for (let length = 1; length < whole.length; length++) {
    const cut = file('cut', whole.subarray(0, length));
    // Cut between two entries, it is a store.
    if (starts.has(length)) expect(errorOf(() => new dist.FileStore(cut, -1))).toBe('no error');
    else expect(errorOf(() => new dist.FileStore(cut, -1))).toMatch(other);
  }
  const texts = ['{"file":"a"}', 'x', '\0'.repeat(64), '\xff'.repeat(64)];
  for (const text of texts)
    expect(errorOf(() => new dist.FileStore(file('text', Buffer.from(text, 'latin1'))))).toMatch(other);
  expect(errorOf(() => new dist.FileStore(folder))).toMatch(/is no file$/);
  rmSync(folder, { recursive: true });
});

// A rank that is killed in the middle of an entry, another program that writes there, and a job that starts anew on the file.
test('a file that is damaged while a FileStore has it open is said at each call', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ltn-store-'));
  const name = path.join(folder, 'store');
  const damaged =
    /was changed by something else while it was open, or a rank was killed while it wrote: delete it, and start all ranks again$/;
  const calls: Record<string, (store: InstanceType<typeof dist.FileStore>) => unknown> = {
    set: (store) => store.set('key', 'value'),
    get: (store) => store.get('other'),
    add: (store) => store.add('count', 1),
    check: (store) => store.check(['key']),
    wait: (store) => store.wait(['other'], 60_000),
    compareSet: (store) => store.compareSet('key', 'value', 'new'),
    deleteKey: (store) => store.deleteKey('key'),
    numKeys: (store) => store.numKeys(),
    listKeys: (store) => store.listKeys(),
  };
  const damages: Record<string, (whole: Buffer) => Buffer> = {
    'half an entry': (whole) => Buffer.concat([whole, whole.subarray(0, 7)]),
    'a text': (whole) => Buffer.concat([whole, Buffer.from('{"lines": 1}')]),
    emptied: () => Buffer.alloc(0),
  };
  for (const [how, damage] of Object.entries(damages)) {
    for (const [call, act] of Object.entries(calls)) {
      const store = new dist.FileStore(name, 1);
      store.set('key', 'value');
      expect(store.get('key').toString()).toBe('value');
      const bytes = damage(readFileSync(name));
      writeFileSync(name, bytes);
      expect([how, call, errorOf(() => act(store))]).toEqual([how, call, expect.stringMatching(damaged)]);
      // What lies there is somebody's: the store's end neither waits for it nor writes to it.
      closeStore(store);
      expect(readFileSync(name)).toEqual(bytes);
      rmSync(name);
    }
  }
  rmSync(folder, { recursive: true });
});

test('a FileStore tells of a damage in the middle of a wait', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ltn-store-'));
  const name = path.join(folder, 'store');
  const store = new dist.FileStore(name, 1);
  store.set('key', 'value');
  const waiting = store.waitAsync(['other'], 60_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  writeFileSync(name, 'x', { flag: 'a' });
  await expect(waiting).rejects.toThrow(/was changed by something else/);
  closeStore(store);
  rmSync(folder, { recursive: true });
});
