/** The board's server: what it answers, to whom, and what it refuses. */
import { appendFileSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Board } from '../../../lib/board/server';
import type { Curve, RunDetail, RunList, RunRow } from '../../../lib/board/protocol';
import { line, picture, record, text, writeEvents, writeRun } from './samples';

const pages = path.resolve(__dirname, '../../../lib/board/page');

let root: string;
let board: Board;
/** The page is built later; its source stands in. */
let built: string;

beforeAll(() => {
  built = mkdtempSync(path.join(tmpdir(), 'board-page-'));
  for (const name of ['index.html', 'icon.svg', 'board.css'])
    writeFileSync(path.join(built, name), readFileSync(path.join(pages, name)));
  writeFileSync(path.join(built, 'board.js'), '// the page\n');
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'board-'))));
afterEach(async () => {
  await board?.close();
  rmSync(root, { recursive: true, force: true });
});

async function start(options: { control?: boolean } = {}): Promise<void> {
  board = await Board.start({ folder: root, port: 0, pages: built, pollMs: 50, scanMs: 100, ...options });
  await board.index.ready;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function send(address: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  const { port } = new URL(board.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: address, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function get<T>(address: string): Promise<T> {
  const { status, body } = await send(address);
  expect([address, status]).toEqual([address, 200]);
  return JSON.parse(body.toString()) as T;
}

const refused = async (address: string, sent: Sent = {}): Promise<readonly [number, string]> => {
  const { status, body } = await send(address, sent);
  return [status, (JSON.parse(body.toString()) as { message: string }).message];
};

const runs = async (): Promise<readonly RunRow[]> => (await get<RunList>('/api/runs')).runs;

async function idOf(name: string): Promise<string> {
  return (await runs()).find((run) => run.name === name)?.id ?? '';
}

describe('answers', () => {
  test('the page, the list, a run, curves', async () => {
    writeRun(root, 'a', { steps: 300, config: { lr: 0.1 } });
    writeRun(root, 'b', { steps: 300, config: { lr: 0.2 } });
    await start();
    const page = await send('/');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body.toString()).toContain('<div id="board">');
    expect((await send('/board.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await runs()).map(({ name, state }) => [name, state]).sort()).toEqual([
      ['a', 'finished'],
      ['b', 'finished'],
    ]);
    const [a, b] = [await idOf('a'), await idOf('b')];
    expect(await get<RunDetail>(`/api/run?id=x&run=${a}`)).toMatchObject({ name: 'a', path: path.join(root, 'a') });
    const curves = await get<Curve[]>(`/api/curves?name=train/loss_step&run=${a}&run=none&run=${b}&points=100`);
    expect(curves.map(({ run, points }) => [run, points])).toEqual([
      [a, 300],
      [b, 300],
    ]);
    expect(curves[0]?.steps.length).toBeLessThanOrEqual(130);
    const part = await get<Curve[]>(`/api/curves?name=train/loss_step&run=${a}&from=10&to=12`);
    expect(part[0]?.steps).toEqual([9, 10, 11, 12, 13]);
    expect(await get(`/api/curves?name=none&run=${a}`)).toEqual([]);
    expect((await send('/', { method: 'HEAD' })).body).toHaveLength(0);
  });

  test('pictures as what they are, and texts as texts', async () => {
    const html = '<script>alert(1)</script>';
    const svg = { height: 1, width: 1, colorspace: 3, encodedImageString: Buffer.from('<svg onload="alert(1)"/>') };
    const drawn = record({ wallTime: 1, step: 1, summary: { value: [{ tag: 'svg', image: svg }] } });
    writeEvents(path.join(root, 'tb'), [picture('p', 1), drawn, text('t', 1, html)]);
    await start();
    const id = await idOf('tb');
    const image = await send(`/api/image?run=${id}&tag=p&at=0`);
    expect([image.status, image.headers['content-type'], image.headers['x-content-type-options']]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    expect(await refused(`/api/image?run=${id}&tag=svg&at=0`)).toEqual([415, 'this is no PNG, JPEG, GIF or WebP']);
    expect(await refused(`/api/image?run=${id}&tag=p&at=7`)).toEqual([404, 'there is no such picture']);
    expect(await get(`/api/texts?run=${id}&tag=t`)).toMatchObject([{ text: html }]);
  });

  test('what is asked wrongly is said', async () => {
    writeRun(root, 'a', { steps: 3 });
    await start();
    const id = await idOf('a');
    expect(await refused('/api/none')).toEqual([404, 'there is no such page']);
    expect(await refused('/api/run')).toEqual([404, 'there is no such run']);
    expect(await refused('/api/run?run=__proto__')).toEqual([404, 'there is no such run']);
    expect(await refused('/__proto__')).toEqual([404, 'there is no such page']);
    expect(await refused(`/api/curves?run=${id}`)).toEqual([400, 'the address lacks name']);
    expect(await refused(`/api/curves?run=${id}&name=lr&points=x`)).toEqual([400, 'points is no number']);
    expect(await refused(`/api/inspect?run=${id}&file=../../etc/passwd`)).toEqual([404, 'there is no such checkpoint']);
    expect(await refused(`/api/inspect?run=${id}&file=last.pt`)).toEqual([
      501,
      'this board cannot look into checkpoints',
    ]);
    for (const address of ['/../package.json', '/%2e%2e/package.json', '/board.js/../../server.ts', '//etc/passwd']) {
      expect((await send(address)).status).toBe(404);
    }
    expect((await send('/api/runs', { method: 'DELETE' })).status).toBe(405);
    expect((await send('/api/runs', { method: 'POST', body: '{}' })).status).toBe(405);
  });

  test('500 runs', async () => {
    for (let i = 0; i < 500; i++) {
      const folder = path.join(root, `run ${i}`);
      mkdirSync(folder);
      writeFileSync(path.join(folder, 'events.jsonl'), line({ type: 'step', time: i, step: 1, epoch: 0, loss: i }));
    }
    await start();
    const all = await runs();
    expect(all).toHaveLength(500);
    const query = all.map(({ id }) => `run=${id}`).join('&');
    expect(await get<Curve[]>(`/api/curves?name=train/loss_step&${query}`)).toHaveLength(500);
  });
});

describe('refusals', () => {
  test('a name that was made to point here, and other pages', async () => {
    await start();
    const other = [403, 'this comes from another page'];
    expect((await refused('/api/runs', { headers: { host: 'evil.example:80' } }))[0]).toBe(403);
    expect((await refused('/', { headers: { host: '127.0.0.1.evil.example' } }))[0]).toBe(403);
    expect(await refused('/api/runs', { headers: { origin: 'http://evil.example' } })).toEqual(other);
    expect(await refused('/api/runs', { headers: { origin: 'null' } })).toEqual(other);
    expect(await refused('/api/runs', { headers: { 'sec-fetch-site': 'cross-site' } })).toEqual(other);
    const { host } = new URL(board.url);
    expect(
      (await send('/api/runs', { headers: { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' } }))
        .status,
    ).toBe(200);
    // Through a tunnel the port is another one.
    for (const name of ['localhost:9999', '[::1]:8', 'LOCALHOST'])
      expect((await send('/api/runs', { headers: { host: name } })).status).toBe(200);
  });

  test('what pages may do is said with every answer', async () => {
    await start();
    for (const address of ['/', '/api/runs', '/api/none']) {
      const { headers } = await send(address);
      expect(headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('control, without --control and without its token', async () => {
    writeRun(root, 'a', { steps: 3, end: null, lock: `${process.pid} 0`, started: Date.now() });
    await start();
    expect(board.url).not.toContain('token');
    const command = JSON.stringify({ run: await idOf('a'), command: 'stop' });
    const json = { 'content-type': 'application/json' };
    expect(await refused('/api/control', { method: 'POST', headers: json, body: command })).toEqual([
      403,
      expect.stringContaining('--control'),
    ]);
    await board.close();
    await start({ control: true });
    const token = /#token=(.+)$/.exec(board.url)?.[1] ?? '';
    expect(token.length).toBeGreaterThan(30);
    const as = (authorization: string, body = command, type = 'application/json') =>
      refused('/api/control', { method: 'POST', headers: { authorization, 'content-type': type }, body });
    expect((await as(''))[0]).toBe(401);
    expect((await as(`Bearer ${token}x`))[0]).toBe(401);
    expect((await as(`Bearer ${token}`, command, 'text/plain'))[0]).toBe(415);
    expect((await as(`Bearer ${token}`, '{'))[0]).toBe(400);
    expect((await as(`Bearer ${token}`, 'null'))[0]).toBe(400);
    expect((await as(`Bearer ${token}`, '{"run":"x","command":"stop"}'))[0]).toBe(404);
    expect((await as(`Bearer ${token}`, `{"command":"rm","run":"x"}`))[0]).toBe(400);
    expect((await as(`Bearer ${token}`, JSON.stringify('x'.repeat(5000))))[0]).toBe(413);
    expect(existsSync(path.join(root, 'a/control.json'))).toBe(false);
    const accepted = await send('/api/control', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...json },
      body: command,
    });
    expect(accepted.status).toBe(202);
    expect(JSON.parse(readFileSync(path.join(root, 'a/control.json'), 'utf8'))).toEqual({ command: 'stop' });
  });

  test('control of a run that does not listen', async () => {
    writeRun(root, 'a', { steps: 3 });
    await start({ control: true });
    const headers = { authorization: `Bearer ${board.token ?? ''}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ run: await idOf('a'), command: 'pause' });
    expect((await refused('/api/control', { method: 'POST', headers, body }))[0]).toBe(409);
  });

  test('a port that is taken', async () => {
    await start();
    await expect(
      Board.start({ folder: root, port: Number(new URL(board.url).port), pages: built }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(Board.start({ folder: root, port: 0, pages: root })).rejects.toThrow(
      'index.html": there is no such file',
    );
  });
});

describe('the stream', () => {
  /** Reads events until `enough` says so. */
  async function stream(
    enough: (events: readonly { type: string; data: RunList }[]) => boolean,
    meanwhile: () => void,
  ): Promise<RunList[]> {
    const controller = new AbortController();
    const response = await fetch(`${board.url}api/stream`, { signal: controller.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events: { type: string; data: RunList }[] = [];
    let buffered = '';
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      buffered += Buffer.from(part).toString();
      const whole = buffered.split('\n\n');
      buffered = whole.pop() ?? '';
      for (const one of whole) {
        const [, type = '', data = ''] = /event: (\w+)\ndata: (.*)/.exec(one) ?? [];
        if (type === '') continue;
        if (events.length === 0) meanwhile();
        events.push({ type, data: JSON.parse(data) as RunList });
      }
      if (enough(events)) break;
    }
    controller.abort();
    return events.map(({ data }) => data);
  }

  test('begins with all runs and goes on with what changes', async () => {
    const folder = writeRun(root, 'a', { steps: 3, end: null, lock: `${process.pid} 0`, started: Date.now() });
    await start();
    const told = await stream(
      (events) => events.some(({ data }) => data.runs.some(({ step }) => step === 4)),
      () =>
        appendFileSync(
          path.join(folder, 'events.jsonl'),
          line({ type: 'step', time: Date.now(), step: 4, epoch: 0, loss: 1 }),
        ),
    );
    expect(told[0]).toMatchObject({ folder: root, control: false, found: true, removed: [] });
    expect(told[0]?.runs[0]).toMatchObject({ name: 'a', step: 3, state: 'running' });
    expect(told.at(-1)?.runs[0]?.version).toBeGreaterThan(told[0]?.runs[0]?.version ?? 0);
  });
});
