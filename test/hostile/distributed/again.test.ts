/**
 * Groups that are left, and made again at the same address: nothing of an earlier one keeps the process, holds threads, or is
 * taken for a part of the next.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { distributed as dist } from '../../../lib/index';
import type { RankScript } from '../../support/ranks';
import { run, script } from '../../support/rank-scripts';

jest.setTimeout(240_000);

/** What waits for a wait of libtorch's is killed before that ends. */
const [TIMEOUT, LIMIT] = [600, 200_000];

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'again-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PLACE = `{ rank, worldSize: size, timeout: ${TIMEOUT} }`;
const ADDRESSES = {
  'env://': () => `await dist.initProcessGroup('gloo', { timeout: ${TIMEOUT} });`,
  'tcp://': () =>
    `await dist.initProcessGroup('gloo', { ...${PLACE}, initMethod: 'tcp://127.0.0.1:' + process.env.MASTER_PORT });`,
  'file://': () => `await dist.initProcessGroup('gloo', { ...${PLACE}, initMethod: 'file://${folder}/store' });`,
};
type Address = keyof typeof ADDRESSES;

const many = (size: number, body: string, env: NodeJS.ProcessEnv = {}): RankScript[] =>
  Array.from({ length: size }, () => script(body, env));

describe('a process that has left a group ends by itself', () => {
  test.each<[Address, number]>([
    ['env://', 1],
    ['tcp://', 1],
    ['file://', 1],
    ['env://', 2],
    ['tcp://', 2],
    ['file://', 2],
  ])('%s, %d ranks', async (address, size) => {
    const body = `
      ${ADDRESSES[address]()}
      const x = torch.ones([2]);
      await dist.allReduce(x, { asyncOp: true });
      dist.barrier();
      await dist.destroyProcessGroup();
      return x.tolist();`;
    expect(await run(many(size, body), { limitMs: LIMIT })).toEqual(many(size, '').map(() => [size, size]));
  });
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux.each<[Address, number]>([
  ['env://', 1],
  ['env://', 2],
  ['file://', 2],
])('the threads and connections of a group end with it: %s, %d ranks', async (address, size) => {
  const body = `
    const fs = require('node:fs');
    const used = () => ['task', 'fd'].map((what) => fs.readdirSync('/proc/self/' + what).length);
    // What is still held of a group that has ended.
    const works = [];
    const group = async () => {
      ${ADDRESSES[address]()}
      const part = await dist.newGroup();
      const [first, second] = [0, 1].map(() => dist.allReduce(torch.ones([2]), { group: part, asyncOp: true }));
      await first;
      second.wait();
      const last = (rank + 1) % size;
      const pair = size > 1 ? [dist.isend(torch.ones([1]), last), dist.irecv(torch.zeros([1]))] : [];
      for (const work of pair) await work;
      works.push(first, second, ...pair);
      dist.barrier();
      await dist.destroyProcessGroup();
    };
    // What Node and libtorch start once is there after the first.
    await group();
    const [threads, files] = used();
    const more = () => used().some((count, i) => count > [threads, files][i]);
    for (let i = 0; i < 4; i++) await group();
    // The thread that has ended the last one may be there for a moment.
    while (more()) await new Promise((done) => setTimeout(done, 20));
    const asked = works.slice(-(size > 1 ? 4 : 2)).map((work) => [work.isCompleted(), work.isSuccess(), work.wait()]);
    const sums = works.slice(0, 2).map((work) => work.result()[0].tolist());
    return [asked, sums, size > 1 && works.at(-1).sourceRank()];`;
  const ended = (count: number): boolean[][] => Array.from({ length: count }, () => [true, true, true]);
  const sums = [
    [size, size],
    [size, size],
  ];
  expect(await run(many(size, body), { limitMs: LIMIT })).toEqual(
    size > 1 ? [0, 1].map((rank) => [ended(4), sums, 1 - rank]) : [[ended(2), sums, false]],
  );
});

onLinux('works that have failed let go of their group', async () => {
  const body = `
    const fs = require('node:fs');
    const used = () => ['task', 'fd'].map((what) => fs.readdirSync('/proc/self/' + what).length);
    // What is still held of a group that has ended.
    const works = [];
    const messages = [];
    const told = (call) => { try { call(); return 'no error'; } catch (error) { return error.message; } };
    const group = async () => {
      await dist.initProcessGroup('gloo', { timeout: ${TIMEOUT} });
      const lost = await dist.newGroup();
      // The other rank takes part in none of them.
      const reduce = () => dist.allReduce(torch.ones([4]).narrow(0, 0, 2), { group: lost, asyncOp: true });
      const receive = (tag) => dist.irecv(torch.zeros([1]), { groupSrc: 1 - rank, group: lost, tag });
      const failing = rank === 0 ? [reduce(), reduce(), receive(1), receive(2)] : [receive(1), receive(2)];
      dist.barrier();
      dist.abortProcessGroup(lost);
      for (const [i, work] of failing.entries()) {
        messages.push(i % 2 ? told(() => work.wait()) : await work.promise.then(() => 'no error', (error) => error.message));
      }
      works.push(...failing);
      dist.barrier();
      await dist.destroyProcessGroup();
    };
    await group();
    const [threads, files] = used();
    const more = () => used().some((count, i) => count > [threads, files][i]);
    for (let i = 0; i < 4; i++) await group();
    // The thread that has ended the last one may be there for a moment.
    while (more()) await new Promise((done) => setTimeout(done, 20));
    const later = works.map((work) => [work.isCompleted(), work.isSuccess(), told(() => work.wait())]);
    return [messages, later];`;
  const results = (await run(many(2, body), { limitMs: LIMIT })) as [string[], [boolean, boolean, string][]][];
  for (const [rank, [messages, later]] of results.entries()) {
    expect(messages).toHaveLength(rank === 0 ? 20 : 10);
    const label = rank === 0 ? '(allReduce|irecv)' : 'irecv';
    for (const message of messages)
      expect(message).toMatch(new RegExp(`^${label} on rank ${rank} of 2 \\(group undefined\\): `));
    later.forEach(([completed, success, again], i) => {
      expect([completed, success]).toEqual([true, false]);
      // A group that has been destroyed knows no lost ranks any more.
      expect(again.split('\n').at(-1)).toBe(messages[i]?.split('\n').at(-1));
    });
  }
});

/** Makes a group again and again. Ranks come at different times: some while others have not left the group before. */
const rounds = (open: string, count: number): string => `
  const sums = [];
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  for (let i = 0; i < ${count}; i++) {
    ${open}
    const x = torch.ones([2]).mul(rank + 1 + i);
    await dist.allReduce(x, { asyncOp: true });
    const part = await dist.newGroup([0, size - 1]);
    dist.allReduce(x, { group: part });
    // Rank 0 leaves first in one round, and last in the next.
    if ((i % 2 === 0) !== (rank === 0)) await pause(150);
    const left = dist.destroyProcessGroup();
    if (i % 3 !== 2) await left;
    sums.push(x.tolist()[0]);
  }
  return sums;`;

/** What two ranks have after each round. */
const sums = (count: number): number[][] => {
  const one = Array.from({ length: count }, (_, i) => 2 * (3 + 2 * i));
  return [one, one];
};

describe('a group is made again where the one before was', () => {
  test.each<Address>(['env://', 'tcp://', 'file://'])('%s', async (address) => {
    expect(await run(many(2, rounds(ADDRESSES[address](), 6)), { limitMs: LIMIT })).toEqual(sums(6));
  });

  test('a store of the program', async () => {
    const open = `
      globalThis.own ??= await dist.TCPStore.open('127.0.0.1', Number(process.env.MASTER_PORT), { isMaster: rank === 0, worldSize: 2 });
      await dist.initProcessGroup('gloo', { ...${PLACE}, store: own });`;
    const body = `${rounds(open, 6).replace('return sums', 'own.set("end" + rank, ""); own.wait(["end0", "end1"]); await pause(200); return sums')}`;
    expect(await run(many(2, body), { limitMs: LIMIT })).toEqual(sums(6));
  });

  test('the store of a starter', async () => {
    const agent = await dist.TCPStore.open('127.0.0.1', 0, { isMaster: true, waitForWorkers: false });
    const env = { TORCHELASTIC_USE_AGENT_STORE: 'True' };
    const scripts = many(2, rounds(ADDRESSES['env://'](), 6), env);
    expect(await run(scripts, { limitMs: LIMIT, port: agent.port })).toEqual(sums(6));
  });

  test.each([0, 1])('with rank %d of Python, which comes again when the other has left', async (which) => {
    // A rank of Python would take the connections of a group that another one has not left for those of the next.
    const python = `
import datetime, os, time
output = []
for i in range(3):
    dist.init_process_group("gloo", timeout=datetime.timedelta(seconds=${TIMEOUT}))
    x = torch.ones(2) * (rank + 1 + i)
    dist.all_reduce(x)
    dist.destroy_process_group()
    output.append(x.tolist()[0])
    while not os.path.exists(f"${folder}/left-{i}"):
        time.sleep(0.02)
`;
    const node = script(`
      const sums = [];
      for (let i = 0; i < 3; i++) {
        await dist.initProcessGroup('gloo', { timeout: ${TIMEOUT} });
        const x = torch.ones([2]).mul(rank + 1 + i);
        dist.allReduce(x);
        await dist.destroyProcessGroup();
        sums.push(x.tolist()[0]);
        require('node:fs').writeFileSync('${folder}/left-' + i, '');
      }
      return sums;`);
    const scripts = which === 0 ? [{ python }, node] : [node, { python }];
    expect(await run(scripts, { limitMs: LIMIT })).toEqual([
      [3, 5, 7],
      [3, 5, 7],
    ]);
  });

  test('after a failure', async () => {
    const body = `
      const messages = [];
      try { await dist.initProcessGroup('gloo', { timeout: ${TIMEOUT}, ...(rank === 1 && { worldSize: 3 }) }); }
      catch (error) { messages.push(error.message); }
      ${rounds(ADDRESSES['env://'](), 2)}`;
    const twice = body.replace('return sums', 'return [messages, sums]');
    const results = (await run(many(2, twice), { limitMs: LIMIT })) as [string[], number[]][];
    for (const [messages] of results) expect(messages).toEqual([expect.stringMatching(/the ranks differ/)]);
    expect(results.map(([, sums]) => sums)).toEqual(sums(2));
  });
});

test('groups that are asked for at once are made in the order of the calls, as Python makes them', async () => {
  const node = script(`
    await dist.initProcessGroup('gloo', { timeout: 90 });
    const groups = await Promise.all(Array.from({ length: 8 }, (_, i) => dist.newGroup(i % 2 ? null : [0, 2])));
    return groups.map((group, i) => {
      const x = torch.ones([1]).mul(rank + i);
      if (dist.getRank(group) >= 0) dist.allReduce(x, { group });
      return x.item();
    });`);
  const python = `
import datetime
dist.init_process_group("gloo", timeout=datetime.timedelta(seconds=90))
groups = [dist.new_group(None if i % 2 else [0, 2]) for i in range(8)]
output = []
for i, group in enumerate(groups):
    x = torch.ones(1) * (rank + i)
    if dist.get_rank(group) >= 0: dist.all_reduce(x, group=group)
    output.append(x.item())
`;
  const inAll = [2, 6, 6, 12, 10, 18, 14, 24];
  const all = [inAll, [1, 6, 3, 12, 5, 18, 7, 24], inAll];
  expect(await run([node, node, { python }])).toEqual(all);
});
