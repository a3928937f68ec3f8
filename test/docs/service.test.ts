/** The programs of docs/from-notebook-to-service.md, as they are printed: trained, interrupted, evaluated, served, swapped, taught. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import type { RunList } from '../../lib/board/protocol';
import * as torch from '../../lib/index';

const root = path.join(__dirname, '../..');
const page = readFileSync(path.join(root, 'docs/from-notebook-to-service.md'), 'utf8');
const env = { ...process.env, OMP_NUM_THREADS: '1', PORT: '0' };
const folder = mkdtempSync(path.join(tmpdir(), 'service-'));
const started: ChildProcess[] = [];

beforeAll(() => {
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/libtorch-node'));
  symlinkSync(path.join(root, 'node_modules/fastify'), path.join(folder, 'node_modules/fastify'));
  for (const [, name = '', code = ''] of page.matchAll(/^```js\n\/\/ (\w+\.cjs)\n([\s\S]*?)^```/gm)) {
    writeFileSync(path.join(folder, name), code);
  }
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program to its end. */
function run(name: string, cwd = folder): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [name], { cwd, env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

class Program {
  readonly child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  errors = '';

  constructor(...args: string[]) {
    this.child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(this.child);
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.#lines = readline.createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  /** The next line that fits. */
  async until(wanted: RegExp): Promise<string> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error(`it ended before ${String(wanted)}: ${this.errors}`);
      if (wanted.test(value)) return value;
    }
  }

  async end(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    expect([await ended, this.errors]).toEqual([[0, null], '']);
  }
}

const post = async (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

async function predict(address: string, input: unknown): Promise<{ status: number; output: number; version: string }> {
  const answer = await post(`${address}/model/predict`, { input });
  return { status: answer.status, ...((await answer.json()) as { output: number; version: string }) };
}

const addressIn = (line: string): string => `http://127.0.0.1:${/\d+$/.exec(line)?.[0]}`;

test('all files are on the page', () => {
  const named = [...page.matchAll(/^\| `(\w+\.cjs)`/gm)].map(([, name]) => name);
  const printed = [...page.matchAll(/^```js\n\/\/ (\w+\.cjs)/gm)].map(([, name]) => name);
  expect(named).toEqual(printed);
});

test('an interrupted training ends with the weights of one that was not, and serves', async () => {
  const whole = path.join(folder, 'whole');
  for (const name of ['model.cjs', 'train.cjs']) cpSync(path.join(folder, name), path.join(whole, name));
  symlinkSync(path.join(folder, 'node_modules'), path.join(whole, 'node_modules'));
  expect(run('train.cjs', whole)).toMatch(/^accuracy 1$/m);

  const first = new Program('train.cjs');
  await first.until(/^epoch 3 ends/);
  first.child.kill('SIGTERM');
  await first.until(/^stopped$/);
  const second = run('train.cjs');
  expect(second).toMatch(/^accuracy 1$/m);
  expect(second).not.toMatch(/^epoch [0-3] ends/m);

  interface Saved {
    readonly vocabulary: string[];
    readonly model: torch.nn.StateDict;
  }
  const [a, b] = [whole, folder].map((where) => torch.load<Saved>(path.join(where, 'reviews.pt')));
  expect(b?.vocabulary).toEqual(a?.vocabulary);
  const values = (saved: Saved | undefined): unknown[] =>
    Object.entries(saved?.model ?? {}).map(([name, tensor]) => [name, (tensor as torch.Tensor).tolist()]);
  expect(values(b)).toHaveLength(7);
  expect(values(b)).toEqual(values(a));

  const said = run('evaluate.cjs');
  expect(said).toMatch(/accuracy 1 confusion \[\[64,0\],\[0,64\]\]/);
  expect(said).toMatch(/^the same true$/m);
}, 240_000);

test('the board lists the run', async () => {
  const board = new Program(path.join(root, 'dist/cli/main.js'), 'board', 'runs', '--port', '0');
  const [url] = /http:\/\/\S+\//.exec(await board.until(/http:\/\/\S+/)) ?? [];
  let list: RunList;
  do list = (await (await fetch(`${url}api/runs`)).json()) as RunList;
  while (list.runs[0]?.state !== 'finished' || Object.keys(list.runs[0].settings).length === 0);
  expect(list.runs).toHaveLength(1);
  expect(list.runs[0]).toMatchObject({ name: 'reviews', step: 500, settings: { lr: 0.002, epochs: 20 } });
}, 120_000);

test('the server answers, reports, and takes other weights', async () => {
  const server = new Program('server.cjs');
  const address = addressIn(await server.until(/^listening/));
  expect(await predict(address, 'the acting seemed wonderful')).toMatchObject({ status: 200, version: '1' });
  expect((await predict(address, 'the acting seemed wonderful')).output).toBeGreaterThan(0.9);
  expect((await predict(address, 'all in all it is dull')).output).toBeLessThan(0.1);
  expect(await predict(address, '')).toMatchObject({ status: 400, code: 'ERR_SERVING_INPUT' });
  expect((await post(`${address}/feedback`, {})).status).toBe(404);
  expect(await (await fetch(`${address}/model/health`)).json()).toMatchObject({ state: 'ok' });
  const metrics = await (await fetch(`${address}/model/metrics`)).text();
  expect(metrics).toMatch(/^libtorch_requests_total\{version="1",outcome="ok"\} 3$/m);

  // The classes change places: whoever answers with these weights says the opposite.
  const file = path.join(folder, 'reviews.pt');
  const before = readFileSync(file);
  try {
    const saved = torch.load<{ vocabulary: string[]; model: Record<string, torch.Tensor> }>(file);
    for (const name of ['fc.weight', 'fc.bias']) saved.model[name] = saved.model[name]!.flip([0]);
    torch.save(saved, file);
    server.child.kill('SIGHUP');
    await server.until(/^swapped/);
    expect((await predict(address, 'the acting seemed wonderful')).output).toBeLessThan(0.1);
  } finally {
    writeFileSync(file, before);
  }
  await server.end();
}, 120_000);

test('Fastify serves the same', async () => {
  const server = new Program('fastify.cjs');
  const address = addressIn(await server.until(/^listening/));
  expect((await predict(address, 'the acting seemed wonderful')).output).toBeGreaterThan(0.9);
  expect((await predict(address, 'x'.repeat(2000))).status).toBe(400);
  expect(await (await fetch(`${address}/model/health`)).json()).toMatchObject({ state: 'ok' });
  await server.end();
}, 120_000);

test('it learns from what users say', async () => {
  const server = new Program('server.cjs', '--learn');
  const address = addressIn(await server.until(/^listening/));
  const openings = ['the film was', 'I found the ending', 'all in all it is', 'the acting seemed rather'];
  expect((await predict(address, 'the film was slow')).output).toBeLessThan(0.1);
  expect((await post(`${address}/feedback`, { text: 'slow', label: 2 })).status).toBe(400);
  for (let i = 0; i < 32; i++) {
    const sent = await post(`${address}/feedback`, { text: `${openings[i % 4]} slow`, label: 1 });
    expect(sent.status).toBe(202);
  }
  expect(await server.until(/^round/)).toMatch(/^round swapped/);
  expect((await predict(address, 'the film was slow')).output).toBeGreaterThan(0.5);
  expect((await predict(address, 'the film was dull')).output).toBeLessThan(0.5);
  await server.end();
  // Another start serves what was learned.
  const again = new Program('server.cjs', '--learn');
  const there = addressIn(await again.until(/^listening/));
  expect((await predict(there, 'the film was slow')).output).toBeGreaterThan(0.5);
  await again.end();
}, 240_000);
