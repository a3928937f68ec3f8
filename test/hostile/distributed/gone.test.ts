/** The server of a store goes while others listen in it, or before they do: they hear of it at once, and their processes end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run, script } from '../../support/rank-scripts';
import { type RankScript, runRanks } from '../../support/ranks';

jest.setTimeout(180_000);

/** A process that waits for a timeout is killed before that ends. */
const TIMEOUT = 600;

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'gone-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What scripts share: files that say how far each is, and the message of what fails. */
const shared = (): string => `
  const fs = require('node:fs');
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const tell = (name, text = '') => {
    fs.writeFileSync('${folder}/' + name + '.part', text);
    fs.renameSync('${folder}/' + name + '.part', '${folder}/' + name);
  };
  const heard = async (name) => {
    while (!fs.existsSync('${folder}/' + name)) await pause(10);
    return fs.readFileSync('${folder}/' + name, 'utf8');
  };
  const port = Number(process.env.MASTER_PORT);
  const said = (promise) => promise.then(() => 'no error', (error) => error.message);`;

/** Serves a store, and is killed when somebody says so. */
const server = (): RankScript => ({
  node: `${shared()}
    const store = await dist.TCPStore.open('127.0.0.1', port, { isMaster: true, waitForWorkers: false });
    tell('open');
    await heard('kill');
    process.kill(process.pid, 'SIGKILL');`,
});

/** The server dies after `before`; then a client does `after`, which returns. */
async function withoutServer(before: string, after: string): Promise<unknown> {
  const client = script(`${shared()}
    await heard('open');
    const store = await dist.TCPStore.open('127.0.0.1', port, { timeout: ${TIMEOUT} });
    const prefixed = new dist.PrefixStore('p', store);
    ${before}
    tell('kill');
    // Until the connection has broken.
    for (;;) { try { store.check(['x']); await pause(5); } catch { break; } }
    ${after}`);
  const [killed, result] = await runRanks([server(), client]);
  expect(killed?.signal).toBe('SIGKILL');
  expect([result?.code, result?.error, result?.stderr]).toEqual([0, undefined, '']);
  return result?.output;
}

test('what waits in it fails', async () => {
  const before = `
    const waiting = [store.getAsync('never'), store.waitAsync(['never'], ${TIMEOUT}), prefixed.getAsync('never')].map(said);
    // Both are asked for a key that comes, so they have connected.
    store.set('p/comes', '1');
    await prefixed.getAsync('comes');
    await pause(300);`;
  const output = await withoutServer(before, 'return Promise.all(waiting);');
  expect(output).toHaveLength(3);
  for (const message of output as string[]) expect(message).toMatch(/^(?!no error)/);
});

test('what listens in it later fails at once', async () => {
  const after = `
    const began = performance.now();
    const messages = [];
    for (const wait of [() => store.getAsync('x'), () => store.waitAsync(['x'], ${TIMEOUT}), () => prefixed.getAsync('x')])
      messages.push(await said(wait()));
    return [messages, performance.now() - began];`;
  const [messages, took] = (await withoutServer('', after)) as [string[], number];
  const gone = /^the store at 127\.0\.0\.1:\d+ has gone: no program listens there$/;
  expect(messages).toEqual([1, 2, 3].map(() => expect.stringMatching(gone) as string));
  // Before, each connected again and again until the timeout.
  expect(took).toBeLessThan(10_000);
});

test('a rank 0 that is killed while ranks come fails the others at once', async () => {
  const init = `await dist.initProcessGroup('gloo', { timeout: ${TIMEOUT} });`;
  const size = { WORLD_SIZE: '3' };
  const [first, second, last] = await runRanks([
    { node: `${shared()} tell('first', String(process.pid)); ${init}`, env: size },
    script(`${shared()} ${init}`, size),
    script(
      `${shared()}
      const pid = Number(await heard('first'));
      const store = await dist.TCPStore.open('127.0.0.1', port, { waitForWorkers: false });
      const met = new dist.PrefixStore('default_pg', store);
      // Rank 1 has told that it is here, and waits for this one.
      while (!met.check(['libtorch-node/0/0/here/1'])) await pause(10);
      await pause(500);
      process.kill(pid, 'SIGKILL');
      return 'never came';`,
      size,
    ),
  ]);
  expect(first?.signal).toBe('SIGKILL');
  expect(last?.output).toBe('never came');
  expect(second?.output).toMatch(/^error: .*the process group default_pg could not be made on rank 1 of 3/s);
  expect([second?.code, second?.stderr]).toEqual([0, '']);
});

test('a group that cannot be made because the store has gone fails at once', async () => {
  const body = (last: string): string => `${shared()}
    await heard('open');
    const store = await dist.TCPStore.open('127.0.0.1', port, { timeout: ${TIMEOUT} });
    await dist.initProcessGroup('gloo', { store, rank: rank - 1, worldSize: 2, timeout: ${TIMEOUT} });
    dist.barrier();
    ${last}`;
  const waits = body(`
    tell('kill');
    for (;;) { try { store.check(['x']); await pause(5); } catch { break; } }
    const message = await said(dist.newGroup());
    tell('over');
    return message;`);
  const [, made, other] = await runRanks([
    server(),
    script(waits),
    script(body(`await heard('over'); return 'over';`)),
  ]);
  expect(made?.output).toMatch(/^the process group undefined could not be made on rank 0 of 2/);
  expect(other?.output).toBe('over');
});

test('a program uses its store while newGroup waits in it', async () => {
  const body = (next: string): string => `
    const store = await dist.TCPStore.open('127.0.0.1', Number(process.env.MASTER_PORT), {
      isMaster: rank === 0, worldSize: 2, timeout: 90,
    });
    await dist.initProcessGroup('gloo', { store, rank, worldSize: 2, timeout: 90 });
    ${next}
    const x = torch.ones([2]);
    dist.allReduce(x, { group });
    dist.barrier();
    return x.tolist();`;
  // Rank 1 comes to the group only after rank 0, which waits in it already, has set a key.
  const first = body(`
    const soon = dist.newGroup();
    await new Promise((done) => setTimeout(done, 500));
    store.set('go', '');
    const group = await soon;`);
  const second = body(`
    await store.getAsync('go');
    const group = await dist.newGroup();`);
  expect(await run([script(first), script(second)])).toEqual([
    [2, 2],
    [2, 2],
  ]);
});
