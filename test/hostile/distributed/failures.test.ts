/**
 * What goes wrong among ranks is an error that says rank, operation and what to do, within the timeout: no end of the
 * process, no hang, no C++ stack on stderr.
 */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RankScript, freePort, runRanks } from '../../support/ranks';
import { both, run, script } from '../../support/rank-scripts';

jest.setTimeout(180_000);

const INIT = "await dist.initProcessGroup('gloo', { timeout: 8 });";
// The short timeout is that of a second group: the ranks may start far apart on a loaded machine.
const SHORT_GROUP = `
  await dist.initProcessGroup('gloo', { timeout: 60 });
  const group = await dist.newGroup([0, 1], { timeout: 5 });`;

describe('what mostly waits for a timeout, at the same time', () => {
  // None of these depends on how far apart its ranks come: where they meet, the timeout of their start is a minute or more.
  test.concurrent('no server', async () => {
    const [, message] = await run([script('return 0'), script(INIT)]);
    expect(message).toMatch(
      /^error: initProcessGroup: rank 1 found no store at 127\.0\.0\.1:\d+: see that rank 0 runs/,
    );
  });

  test.concurrent('no server ends at the timeout, however long an attempt to connect takes', async () => {
    const body = `
      try { await dist.initProcessGroup('gloo', { timeout: 3 }); }
      catch (error) { return error.message; }`;
    const [, message] = await run([script('return 0'), script(body)]);
    expect(message).toMatch(
      /rank 1 found no store at 127.*\n.*timed out after 3000ms while trying to connect to 127.0.0.1:\d+/,
    );
  });

  test.concurrent('a server that is no store', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [message] = await run([script(INIT, { WORLD_SIZE: '2', RANK: '1' })], { port });
    server.close();
    expect(message).toMatch(
      /^error: initProcessGroup: rank 1 found no store at 127\.0\.0\.1:\d+: another program has the port/,
    );
    expect(message).toMatch(/timed out after 8000ms .* the program that listens there is no store/);
  });

  test.concurrent('a server that accepts and says nothing', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    // The process ends by itself: nothing goes on waiting for an answer.
    const [message] = await run([script(INIT, { WORLD_SIZE: '2', RANK: '1' })], { port });
    sockets.forEach((socket) => socket.destroy());
    server.close();
    expect(sockets).not.toHaveLength(0);
    expect(message).toMatch(
      /^error: initProcessGroup: rank 1 found no store at 127\.0\.0\.1:\d+: another program has the port/,
    );
    expect(message).toMatch(/timed out after 8000ms .* says nothing, so it is no store/);
  });

  test.concurrent('a server that answers at first', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      if (sockets.length === 1) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [message] = await run([script(INIT, { WORLD_SIZE: '2', RANK: '1' })], { port });
    sockets.forEach((socket) => socket.destroy());
    server.close();
    expect(sockets.length).toBeGreaterThan(1);
    expect(message).toMatch(/timed out after 8000ms .* the program that listens there is no store/);
  });

  test.concurrent('a wrong port', async () => {
    const wrong = String(await freePort());
    const init = "await dist.initProcessGroup('gloo', { timeout: 12 });";
    const [first, second] = await run([script(init), script(INIT, { MASTER_PORT: wrong })]);
    expect(first).toMatch(
      /^error: initProcessGroup: not all ranks came in time.*rank 0 of 2 came, and rank 1 did not/s,
    );
    expect(second).toMatch(
      new RegExp(
        `^error: initProcessGroup: rank 1 found no store at 127\\.0\\.0\\.1:${wrong}: see that rank 0 runs, that`,
      ),
    );
    expect(second).toMatch(/no program listens there/);
  });

  test.concurrent('a silent peer fails a rank that blocks at the timeout, and a wait at its own', async () => {
    const [output] = await run([
      script(`
        ${SHORT_GROUP}
        const messages = [];
        const work = dist.allReduce(torch.ones([3]), { asyncOp: true });
        try { work.wait(1); } catch (error) { messages.push(error.message); }
        // It goes on: its own timeout is a minute.
        messages.push(work.isCompleted());
        try { dist.allReduce(torch.ones([3]), { group }); } catch (error) { messages.push(error.message); }
        messages.push(work.isCompleted());
        return messages;`),
      // It fails when the other one has ended.
      script(`${SHORT_GROUP} await dist.barrier({ asyncOp: true }).promise.catch(() => undefined);`),
    ]);
    const [early, ended, late, endedLater] = output as [string, boolean, string, boolean];
    expect(early).toMatch(/^allReduce on rank 0 of 2 /);
    expect(late).toMatch(/^allReduce on rank 0 of 2 .*another rank did not take part in time/);
    expect([ended, endedLater]).toEqual([false, false]);
  });

  test.concurrent('a silent peer fails at the timeout, and the event loop lives meanwhile', async () => {
    const [output] = await run([
      script(`
        ${SHORT_GROUP}
        let ticks = 0;
        const timer = setInterval(() => ticks++, 10);
        try { await dist.allReduce(torch.ones([3]), { group, asyncOp: true }); } catch (error) { return [error.message, ticks]; }
        finally { clearInterval(timer); }`),
      script(`${SHORT_GROUP} await dist.barrier({ asyncOp: true });`),
    ]);
    const [message, ticks] = output as [string, number];
    expect(message).toMatch(/^allReduce on rank 0 of 2 .*another rank did not take part in time/);
    expect(ticks).toBeGreaterThan(0);
  });

  const barrier = (call: string): string => `
    await dist.initProcessGroup('gloo', { timeout: 90 });
    dist.barrier();
    if (rank >= 2) return dist.barrier({ asyncOp: true }).promise.catch(() => 'not come');
    ${call}`;

  test.concurrent.each([
    [
      'the first of them',
      `dist.monitoredBarrier({ timeout: 10 });`,
      3,
      /Rank 2 failed to pass monitoredBarrier in 10000 ms/,
    ],
    [
      'all of them',
      `await dist.monitoredBarrier({ timeout: 10, waitAllRanks: true, asyncOp: true });`,
      4,
      /Ranks 2, 3 failed to pass monitoredBarrier in 10000 ms/,
    ],
  ])('a monitored barrier names who has not come: %s', async (_, call, size, message) => {
    const messages = await run(Array.from({ length: size }, () => script(barrier(call))));
    expect(messages[0]).toMatch(/^error: monitoredBarrier on rank 0 of \d \(group default_pg\): /);
    expect(messages[0]).toMatch(message);
    expect(messages[1]).toMatch(/^error: monitoredBarrier on rank 1 of \d \(group default_pg\): /);
    expect(messages.slice(2)).toEqual(Array.from({ length: size - 2 }, () => 'not come'));
  });
});

describe('what differs among ranks is said at once on all', () => {
  const init = (before = ''): string => `
    ${before}
    try { await dist.initProcessGroup('gloo', { timeout: 600 }); }
    catch (error) { return error.message; }`;
  // At the timeout it would be another message, and later than the limit of a rank.
  const said = async (scripts: readonly RankScript[]): Promise<string[]> => (await run(scripts)) as string[];
  const detail = { TORCH_DISTRIBUTED_DEBUG: 'DETAIL' };

  test.each([
    ['rank 0', [script(init(), detail), script(init()), script(init())]],
    ['rank 1', [script(init()), script(init(), detail), script(init())]],
  ])('the debug level of %s', async (_, scripts) => {
    const messages = await said(scripts);
    messages.forEach((message, rank) => {
      expect(message).toMatch(
        /rank \d has TORCH_DISTRIBUTED_DEBUG=(DETAIL, and rank \d OFF|OFF, and rank \d DETAIL)\. Set it on all ranks/,
      );
      expect(message).toMatch(new RegExp(`^initProcessGroup: the ranks differ, said on rank ${rank} of 3: `));
    });
  });

  test('the number of ranks', async () => {
    for (const message of await said([script(init()), script(init(), { WORLD_SIZE: '3' })])) {
      expect(message).toMatch(
        /rank (0 was told of 2 ranks, and rank 1 of 3|1 was told of 3 ranks, and rank 0 of 2)\. Give all/,
      );
    }
  });

  test('the version of libtorch', async () => {
    // There is one version here: rank 1 tells of another before it comes.
    const facts = JSON.stringify({ rank: 1, size: 2, libtorch: '2.14.1', debug: 'OFF' });
    const early = `
      const early = await dist.TCPStore.open('127.0.0.1', Number(process.env.MASTER_PORT), { waitForWorkers: false });
      new dist.PrefixStore('default_pg', early).set('libtorch-node/0/0/facts', '${facts}');`;
    const [first] = await said([script(init()), script(init(early))]);
    expect(first).toMatch(/rank [01] has libtorch 2\.13\.\d+, and rank 1 2\.14\.1\. Start all ranks with one version$/);
  });

  test('the debug level, where a rank of Python tells nothing', async () => {
    const python = `
import datetime
try:
    dist.init_process_group("gloo", timeout=datetime.timedelta(seconds=20))
    dist.barrier()
except Exception as error:
    output = str(error)
`;
    const node = script(`await dist.initProcessGroup('gloo', { timeout: 15 }); dist.barrier();`, detail);
    const [first, second] = await runRanks([node, { python }]);
    expect(first?.output).toMatch(/could not be made on rank 0 of 2\..*TORCH_DISTRIBUTED_DEBUG/s);
    expect(first?.stderr).toBe('');
    expect(typeof second?.output).toBe('string');
  });
});

test('a rank that does not come is named, on all that have come', async () => {
  const size = { WORLD_SIZE: '4' };
  const messages = await run([script(INIT, size), script(INIT, size), script('return 0', size)]);
  // Rank 1 may hear of it from rank 0, or find it out at the end of its own time.
  const [first, second] = messages as [string, string];
  const who = 'ranks 0, 1 of 4 came, and ranks 2, 3 did not. Start each of them';
  expect(first).toMatch(
    /^error: initProcessGroup: not all ranks came in time, said on rank 0 of 4: .*\n.*2\/4 clients joined/,
  );
  expect(first).toContain(who);
  expect(second).toMatch(
    /^error: .*not all ranks came in time.* rank 1 of 4|^error: .* rank 1 of 4\. Not all ranks came in time/,
  );
  expect(second).toContain(who);
});

test('a rank that does not come, where no rank serves the store', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'absent-'));
  const file = JSON.stringify(`file://${path.join(folder, 'store')}`);
  const init = `await dist.initProcessGroup('gloo', { initMethod: ${file}, rank, worldSize: 3, timeout: 6 });`;
  const messages = await run([script(init), script(init), script('return 0')]);
  rmSync(folder, { recursive: true });
  messages.slice(0, 2).forEach((message, rank) => {
    expect(message).toMatch(
      new RegExp(`could not be made on rank ${rank} of 3\\..*ranks 0, 1 of 3 came, and rank 2 did not`, 's'),
    );
  });
});

test('a port that another program has', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [message] = await run([script(INIT, { WORLD_SIZE: '2' })], { port });
  server.close();
  expect(message).toMatch(/rank 0 found no store at .*: the port is in use: choose another one/);
});

describe('one number that is taken twice is told at once on all', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'twice-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Processes with these numbers, which begin together; at the timeout it would be another message, and later than the limit. */
  async function said(numbers: readonly number[], size: number, address: string): Promise<string[]> {
    const scripts = numbers.map((number, index): RankScript => {
      const body = `
        const fs = require('node:fs');
        const [folder, index, port] = [${JSON.stringify(folder)}, ${index}, Number(process.env.MASTER_PORT)];
        fs.writeFileSync(folder + '/here-' + index, '');
        const count = () => fs.readdirSync(folder).filter((name) => name.startsWith('here-')).length;
        while (count() < ${numbers.length}) await new Promise((done) => setTimeout(done, 20));
        const place = { rank, worldSize: ${size}, timeout: 600 };
        try { ${address} }
        catch (error) { return error.message; }`;
      return { node: body, env: { WORLD_SIZE: String(size), RANK: String(number) } };
    });
    return (await run(scripts)) as string[];
  }

  const ADDRESSES = {
    'env://': "await dist.initProcessGroup('gloo', { timeout: 600 });",
    'tcp://': "await dist.initProcessGroup('gloo', { ...place, initMethod: 'tcp://127.0.0.1:' + port });",
    'file://': "await dist.initProcessGroup('gloo', { ...place, initMethod: 'file://' + folder + '/store' });",
    'a store of its own': `
      const store = await dist.TCPStore.open('127.0.0.1', port, { isMaster: index === 0, waitForWorkers: false, timeout: 600 });
      await dist.initProcessGroup('gloo', { ...place, store });`,
  };
  type Address = keyof typeof ADDRESSES;

  test.each<[Address, number[], number]>([
    ['env://', [0, 1, 1], 3],
    ['env://', [0, 0], 2],
    ['env://', [0, 0, 1], 3],
    ['tcp://', [0, 1, 1], 4],
    ['file://', [0, 1, 1], 3],
    ['file://', [0, 0], 2],
    ['file://', [1, 2, 2], 4],
    ['a store of its own', [0, 1, 1], 3],
    ['a store of its own', [0, 0], 2],
  ])('%s, the numbers %j of %d', async (address, numbers, size) => {
    const messages = await said(numbers, size, ADDRESSES[address]);
    const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
    messages.forEach((message, i) => {
      expect(message).toMatch(
        new RegExp(
          `^initProcessGroup: one number is taken twice, said on rank ${numbers[i]} of ${size}: two ranks have the number ` +
            `${twice}: process \\d+ on \\S+ and process \\d+ on \\S+\\. Give each a RANK of its own`,
        ),
      );
      expect(message.includes(`has left ${folder}/store, delete it`)).toBe(address === 'file://');
    });
  });
});

test('one number that is taken twice is told both, whose threads and stores then go on', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'both-'));
  const body = `
    const fs = require('node:fs');
    const done = (index) => ${JSON.stringify(folder)} + '/' + index;
    const store = await dist.TCPStore.open('127.0.0.1', Number(process.env.MASTER_PORT), {
      isMaster: input === 0, waitForWorkers: false, timeout: 600,
    });
    if (input === 0) {
      // The store stays for as long as anybody could wait in it.
      while (![1, 2].every((index) => fs.existsSync(done(index)))) await new Promise((end) => setTimeout(end, 20));
      return 'served';
    }
    const init = () => dist.initProcessGroup('gloo', { rank: 1, worldSize: 3, store, timeout: 600 });
    const message = await init().catch((error) => error.message);
    store.set('after' + input, 'it answers');
    const after = store.get('after' + input).toString();
    fs.writeFileSync(done(input), '');
    return [message, after];`;
  const rank = (input: number): RankScript => ({ node: body, input });
  const [served, ...both] = await run([rank(0), rank(1), rank(2)]);
  rmSync(folder, { recursive: true });
  expect(served).toBe('served');
  const message = expect.stringMatching(/^initProcessGroup: one number is taken twice, said on rank 1 of 3: /);
  expect(both).toEqual([
    [message, 'it answers'],
    [message, 'it answers'],
  ]);
});

test('a file that is there is no obstacle to those who differ in nothing, and the last one deletes it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'file-group-'));
  const file = path.join(folder, 'store');
  const body = `
    await dist.initProcessGroup('gloo', { initMethod: ${JSON.stringify(`file://${file}`)}, rank, worldSize: 3, timeout: 90 });
    const x = torch.ones([2]).mul(rank + 1);
    dist.allReduce(x);
    const group = await dist.newGroup([0, 2]);
    const y = torch.ones([1]).mul(rank + 1);
    if (rank !== 1) await dist.allReduce(y, { group, asyncOp: true });
    const there = require('node:fs').existsSync(${JSON.stringify(file)});
    dist.barrier();
    await dist.destroyProcessGroup();
    return [x.tolist(), y.tolist(), there];`;
  const results = await run([script(body), script(body), script(body)]);
  expect(results).toEqual([4, 2, 4].map((sum) => [[6, 6], [sum], true]));
  expect(existsSync(file)).toBe(false);
  rmSync(folder, { recursive: true });
});

test('a number is free again when its process has ended', async () => {
  // Rank 1 ends while rank 0 still waits for it; then it is started again.
  const again = `
    const early = await dist.TCPStore.open('127.0.0.1', Number(process.env.MASTER_PORT), { waitForWorkers: false });
    const os = require('node:os');
    const gone = require('node:child_process').spawnSync(process.execPath, ['-e', '']).pid;
    new dist.PrefixStore('default_pg', early).set('libtorch-node/0/0/here/1', JSON.stringify([os.hostname(), gone, 0]));
    await dist.initProcessGroup('gloo', { timeout: 60 });
    return dist.getRank();`;
  const [, second] = await run([script(`await dist.initProcessGroup('gloo', { timeout: 60 });`), script(again)]);
  expect(second).toBe(1);
});

test('shapes and dtypes that differ among ranks', async () => {
  const shapes = `${INIT} await dist.allReduce(torch.ones([rank ? 200 : 100]), { asyncOp: true });`;
  const [first, second] = await run(both(shapes));
  expect(first).toMatch(/^error: allReduce on rank 0 of 2 \(group default_pg\): another rank sent more bytes than/);
  expect(second).toMatch(/^error: allReduce on rank 1 of 2 \(group default_pg\): .*(connection|another rank)/);
  // Blocking: then this thread itself takes part in the reduction.
  const blocking = await run(both(`${INIT} dist.allReduce(torch.ones([rank ? 200 : 100]));`));
  expect(blocking[0]).toMatch(
    /^error: allReduce on rank 0 of 2 \(group default_pg\): another rank sent more bytes than/,
  );
  expect(blocking[1]).toMatch(/^error: allReduce on rank 1 of 2 \(group default_pg\): .*(connection|another rank)/);
  const list = `${INIT} dist.allGather([0, 1].map(() => torch.zeros([rank ? 200 : 100])), torch.ones([rank ? 200 : 100]));`;
  const [third] = await run(both(list));
  expect(third).toMatch(/^error: allGather on rank 0 of 2/);
});

test('collectives in another order', async () => {
  const [first, second] = await run([
    script(`${INIT} dist.barrier();`),
    script(`${INIT} await dist.allReduce(torch.ones([2]), { asyncOp: true });`),
  ]);
  expect(first).toMatch(/^error: barrier on rank 0 of 2 .*another rank did not take part in time|connection/s);
  expect(second).toMatch(/^error: allReduce on rank 1 of 2 .*(same collectives in the same order|connection)/s);
});

test('a peer that is killed fails each rank at once, and all that comes later', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
  const body = `
    const fs = require('node:fs');
    const done = (rank) => ${JSON.stringify(folder)} + '/' + rank;
    await dist.initProcessGroup('gloo', { timeout: 60 });
    await dist.barrier({ asyncOp: true });
    if (rank === 1) {
      fs.writeFileSync(done('killed'), String(Date.now()));
      process.kill(process.pid, 'SIGKILL');
    }
    const messages = [];
    for (let i = 0; i < 2; i++) {
      try { await dist.allReduce(torch.ones([1000]), { asyncOp: true }); } catch (error) { messages.push(error.message); }
      if (i === 0) messages.push(Date.now() - Number(fs.readFileSync(done('killed'), 'utf8')));
    }
    // Who ends before the other has failed is a second lost rank.
    fs.writeFileSync(done(rank), '');
    while (![0, 2].every((rank) => fs.existsSync(done(rank)))) await new Promise((end) => setTimeout(end, 20));
    return messages;`;
  const [first, , third] = await runRanks([script(body), script(body), script(body)]);
  rmSync(folder, { recursive: true });
  for (const result of [first!, third!]) {
    const [once_, after, later] = result.output as [string, number, string];
    expect(once_).toMatch(
      /^allReduce on rank \d of 3 \(group default_pg\): the connection to rank 1 broke: .*start all of them again/,
    );
    // The timeout is a minute. How long it takes where the processors are free, `npm run soak:distributed` tells.
    expect(after).toBeLessThan(5000);
    expect(later).toMatch(/^allReduce on rank \d of 3/);
    expect(result.stderr).toBe('');
  }
});

test('a peer that is killed fails ranks that block', async () => {
  const body = `
    await dist.initProcessGroup('gloo', { timeout: 60 });
    dist.barrier();
    if (rank === 1) process.kill(process.pid, 'SIGKILL');
    const messages = [];
    for (let i = 0; i < 2; i++) {
      try { dist.allReduce(torch.ones([1000])); } catch (error) { messages.push(error.message); }
    }
    return messages;`;
  const [first] = await runRanks([script(body), script(body)]);
  const [once_, later] = first?.output as string[];
  expect(once_).toMatch(/^allReduce on rank 0 of 2 \(group default_pg\): the connection to rank 1 broke/);
  expect(later).toMatch(/^allReduce on rank 0 of 2/);
  expect(first?.stderr).toBe('');
});

test('an abort ends what is under way on all ranks', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'abort-'));
  const aborted = JSON.stringify(path.join(folder, 'aborted'));
  const [first, second] = await run([
    script(`
      await dist.initProcessGroup('gloo', { timeout: 60 });
      setTimeout(() => {
        dist.abortProcessGroup();
        require('node:fs').writeFileSync(${aborted}, '');
      }, 300);
      await dist.allReduce(torch.ones([3]), { asyncOp: true });`),
    script(`
      await dist.initProcessGroup('gloo', { timeout: 60 });
      while (!require('node:fs').existsSync(${aborted})) await new Promise((done) => setTimeout(done, 20));
      await dist.allReduce(torch.ones([3]), { asyncOp: true });`),
  ]);
  rmSync(folder, { recursive: true });
  expect(first).toMatch(
    /^error: allReduce on rank 0 of 2 \(group default_pg\): abortProcessGroup\(\) .*destroy it .*make a new one .*\n.*aborted on rank 0/,
  );
  expect(second).toMatch(/^error: allReduce on rank 1 of 2 .*the connection to rank 0 broke/);
});

test('TORCH_DISTRIBUTED_DEBUG=DETAIL compares collectives', async () => {
  const body = `${INIT} const x = torch.ones([2 + rank]); dist.allReduce(x); return 'no error';`;
  const [first] = await run(both(body, { TORCH_DISTRIBUTED_DEBUG: 'DETAIL' }));
  expect(first).toMatch(/^error: allReduce on rank 0 of 2 .*Detected mismatch between collectives on ranks/s);
  const right = `${INIT} const x = torch.ones([2]); dist.allReduce(x); return x.tolist();`;
  expect(await run(both(right, { TORCH_DISTRIBUTED_DEBUG: 'DETAIL' }))).toEqual([
    [2, 2],
    [2, 2],
  ]);
});

test('the process ends at once with a group that waits for another rank', async () => {
  const results = await runRanks([
    {
      node: `
        dist.initProcessGroup('gloo', { timeout: 100 }).catch(() => undefined);
        await new Promise((done) => setTimeout(done, 300));
        process.exit(7);`,
      env: { WORLD_SIZE: '2' },
    },
  ]);
  expect(results.map(({ code, stderr }) => [code, stderr])).toEqual([[7, '']]);
  const inGroup = await runRanks(
    [0, 1].map(() => ({
      node: `
        await dist.initProcessGroup('gloo', { timeout: 100 });
        if (rank === 0) { void dist.allReduce(torch.ones([2]), { asyncOp: true }).promise.catch(() => undefined); process.exit(8); }
        process.exitCode = 9;`,
    })),
  );
  expect(inGroup.map(({ code }) => code)).toEqual([8, 9]);
});
