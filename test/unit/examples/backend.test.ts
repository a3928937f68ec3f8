import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { BackendProcess, table } from './server';

let server: BackendProcess;
beforeAll(async () => (server = await BackendProcess.start()));
afterAll(async () => expect(await server.stop()).toBe(0));

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function ask(
  method: string,
  where: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const json = body !== undefined && typeof body !== 'string' && !ArrayBuffer.isView(body);
  const type: Record<string, string> = json ? { 'content-type': 'application/json' } : {};
  const reply = await fetch(server.url + where, {
    method,
    headers: { ...type, ...headers },
    ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as string) }),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
}

const upload = (csv: string | Uint8Array, query = 'epochs=1'): Promise<Answer> =>
  ask('POST', `/train?${query}`, csv, { 'content-type': 'text/csv' });

/** Says how much would come, and waits for the answer before anything is sent. */
async function announce(bytes: number): Promise<Answer> {
  const headers = { 'content-type': 'text/csv', 'content-length': bytes };
  const request = http.request(`${server.url}/train`, { method: 'POST', headers });
  request.flushHeaders();
  const [reply] = (await once(request, 'response')) as [http.IncomingMessage];
  const body = JSON.parse(await text(reply)) as Record<string, unknown>;
  request.on('error', () => undefined).destroy();
  return { status: reply.statusCode!, body };
}

interface Event {
  readonly id: number;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The events of a run, until `last` says so or the run ends. */
async function events(id: unknown, last: (event: Event) => boolean = () => false, after = 0): Promise<Event[]> {
  const headers = { 'last-event-id': String(after) };
  const controller = new AbortController();
  const reply = await fetch(`${server.url}/runs/${String(id)}/events`, { headers, signal: controller.signal });
  expect(reply.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const seen: Event[] = [];
  let rest = '';
  for await (const chunk of reply.body!.pipeThrough(new TextDecoderStream())) {
    const messages = (rest + chunk).split('\n\n');
    rest = messages.pop()!;
    for (const message of messages) {
      const fields = /^id: (\d+)\nevent: \w+\ndata: (.*)$/.exec(message);
      if (!fields) continue;
      seen.push({ id: Number(fields[1]), ...(JSON.parse(fields[2]!) as { type: string }) });
      if (!last(seen.at(-1)!)) continue;
      controller.abort();
      return seen;
    }
  }
  return seen;
}

/** Whether the run could go on from here: that of the best epoch is written a moment earlier. */
const isKept = ({ type, path: file }: Event): boolean =>
  type === 'checkpoint' && path.basename(String(file)) === 'last.pt';

const becomes = (state: string) => (event: Event) => event.type === 'state' && event['state'] === state;

test('answers nothing before anything is trained', async () => {
  expect(await ask('POST', '/predict', { text: 'free money' })).toMatchObject({ status: 503 });
});

test('trains on an upload, streams its events, and answers with its weights', async () => {
  const { status, body: run } = await upload(table(400), 'epochs=4&lr=0.01');
  expect(status).toBe(202);
  expect(run).toMatchObject({ source: 'upload', options: { epochs: 4, lr: 0.01, seed: 0 } });
  const seen = await events(run['id']);
  const steps = seen.filter(({ type }) => type === 'step');
  expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  expect(seen.filter(({ type }) => type === 'epochEnd')).toHaveLength(4);
  expect(seen.at(-1)).toMatchObject({ type: 'state', state: 'finished' });
  expect(seen.map(({ id }) => id)).toEqual(seen.map((_, i) => i + 1));
  // Who comes back gets what is missing.
  expect((await events(run['id'], undefined, seen.length - 3)).map(({ id }) => id)).toEqual(
    seen.slice(-3).map(({ id }) => id),
  );
  const texts = ['free money for the winner', 'the report of the meeting'];
  const answers = await Promise.all(texts.map((text) => ask('POST', '/predict', { text })));
  expect(answers.map(({ body }) => body['label'])).toEqual(['spam', 'ham']);
  const { spam, ham } = answers[0]!.body['probabilities'] as { spam: number; ham: number };
  expect(spam).toBeGreaterThan(0.9);
  expect(spam + ham).toBeCloseTo(1, 5);
  expect(answers[0]!.body['run']).toBe(run['id']);
  const { body } = await ask('GET', `/runs/${String(run['id'])}`);
  expect(body).toMatchObject({ state: 'finished', step: 40, accuracy: 1 });
  expect(readdirSync(path.join(server.folder, String(run['id'])))).toEqual(
    expect.arrayContaining(['checkpoints', 'config.json', 'events.jsonl', 'metrics.csv', 'tensorboard']),
  );
});

test('answers of one batch are those of single requests', async () => {
  const texts = Array.from({ length: 40 }, (_, i) => `${i % 3 ? 'lunch report' : 'money prize'} number${i % 13}`);
  const together = await Promise.all(texts.map((text) => ask('POST', '/predict', { text })));
  for (const [i, { body }] of together.entries()) {
    const { body: alone } = await ask('POST', '/predict', { text: texts[i] });
    expect(alone['label']).toBe(body['label']);
    const [a, b] = [alone, body].map(({ probabilities }) => (probabilities as { spam: number }).spam);
    expect(a).toBeCloseTo(b!, 5);
  }
});

test('pauses, goes on, aborts, and goes on from the checkpoint; others wait their turn', async () => {
  const { body: run } = await upload(table(2000), 'epochs=100');
  const id = run['id'] as string;
  await events(id, isKept);
  expect((await ask('POST', `/runs/${id}/pause`)).status).toBe(202);
  await events(id, becomes('paused'));
  expect((await ask('POST', `/runs/${id}/pause`)).status).toBe(409);
  expect((await ask('POST', `/runs/${id}/restart`)).status).toBe(409);
  const waiting = [await upload(table(20)), await upload(table(20))];
  expect(waiting.map(({ body }) => body['state'])).toEqual(['queued', 'queued']);
  expect(await upload(table(20))).toMatchObject({ status: 429, body: { message: '2 runs wait already' } });
  expect((await ask('DELETE', `/runs/${String(waiting[1]!.body['id'])}`)).body['state']).toBe('aborted');
  expect((await ask('POST', `/runs/${id}/resume`)).status).toBe(202);
  const seen = await events(id, (event) => event.type === 'resumed');
  expect((await ask('DELETE', `/runs/${id}`)).status).toBe(202);
  expect((await events(id)).at(-1)).toMatchObject({ type: 'state', state: 'aborted' });
  expect((await events(waiting[0]!.body['id'])).at(-1)).toMatchObject({ state: 'finished' });

  // The abort has written a checkpoint: nothing is done twice.
  const done = await events(id);
  const steps = done.filter(({ type }) => type === 'step');
  expect((await ask('POST', `/runs/${id}/restart`)).status).toBe(202);
  const again = await events(id, (event) => event.type === 'step', done.at(-1)!.id);
  expect(again.find(({ type }) => type === 'start')!['step']).toBe(steps.at(-1)!['step']);
  const start = again.find(({ type }) => type === 'start')!;
  expect(start).toMatchObject({ resumed: true });
  expect(start['step']).toBeGreaterThan(0);
  expect(start['step']).toBeLessThanOrEqual(Math.max(...seen.map(({ step }) => Number(step ?? 0))) + 50);
  await ask('DELETE', `/runs/${id}`);
  expect((await events(id)).at(-1)).toMatchObject({ state: 'aborted' });
});

test('a run that has ended tells its events to whoever asks, as often as they ask', async () => {
  const runs = (await (await fetch(`${server.url}/runs`)).json()) as { id: string; state: string }[];
  for (const { id, state } of runs) {
    const [first, second] = [await events(id), await events(id)];
    expect(first.at(-1)).toMatchObject({ type: 'state', state });
    expect(second).toEqual(first);
    // Several states in it, none of which ends the answer but the last.
    expect(first.filter(({ type }) => type === 'state').length).toBeGreaterThan(1);
  }
  const finished = runs.find(({ state }) => state === 'finished')!;
  expect(await ask('POST', `/runs/${finished.id}/restart`)).toMatchObject({
    status: 409,
    body: { message: 'the run has finished' },
  });
});

test('headers that come slowly are cut off, and others are answered meanwhile', async () => {
  // A server of its own: where the machine is busy, a second is short for requests that mean no harm, too.
  const strict = await BackendProcess.start(undefined, 0, ['--headers', '1']);
  const { hostname, port } = new URL(strict.url);
  const socket = net.connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write('GET /runs HTTP/1.1\r\nHost: localhost\r\n');
  let answer: Buffer | undefined;
  socket.once('data', (data: Buffer) => (answer = data));
  const closed = once(socket, 'close');
  const others: number[] = [];
  // Counted in answers of the server, which then had time to look at its clock: far less than the minute that Node allows.
  while (answer === undefined && others.length < 100) {
    socket.write('x-slow: 1\r\n');
    others.push((await fetch(`${strict.url}/runs`)).status);
    await setTimeout(100);
  }
  expect(answer?.toString()).toMatch(/^HTTP\/1\.1 408 /);
  await closed;
  expect(others).toContain(200);
  expect(await strict.stop()).toBe(0);
});

describe('a server that starts again', () => {
  const id = (run: Answer): string => String(run.body['id']);
  let former: BackendProcess;
  // The others go on with the first server.
  beforeAll(async () => {
    former = server;
    server = await BackendProcess.start();
  });
  afterAll(async () => {
    await server.stop();
    server = former;
  });

  test('knows its runs, answers with their weights, and goes on with them', async () => {
    const finished = await upload(table(400), 'epochs=4&lr=0.01');
    const trained = await events(id(finished));
    const killed = await upload(table(2000), 'epochs=100');
    await events(id(killed), isKept);
    const waiting = await upload(table(20), 'epochs=2');
    await server.end('SIGKILL');

    server = await BackendProcess.start(server.folder);
    const runs = (await (await fetch(`${server.url}/runs`)).json()) as Record<string, unknown>[];
    expect(runs.map((run) => [run['id'], run['state']])).toEqual([
      [id(finished), 'finished'],
      [id(killed), 'interrupted'],
      [id(waiting), 'interrupted'],
    ]);
    expect(runs[0]).toMatchObject({ source: 'upload', step: 40, accuracy: 1, options: { epochs: 4, lr: 0.01 } });
    const recalled = await events(id(finished));
    const steps = (all: Event[]): unknown[] =>
      all.filter(({ type }) => type === 'step').map(({ step, loss }) => [step, loss]);
    expect(steps(recalled)).toEqual(steps(trained));
    expect(recalled.at(-1)).toMatchObject({ type: 'state', state: 'finished' });
    const { body } = await ask('POST', '/predict', { text: 'free money for the winner' });
    expect(body['probabilities']).toHaveProperty('spam');

    // Who was listening before gets everything again.
    const before = await events(id(killed), undefined, 5);
    expect(before[0]).toMatchObject({ type: 'start', step: 0 });
    const last = before.at(-1)!;
    expect(last).toMatchObject({ type: 'state', state: 'interrupted' });
    expect((await ask('POST', `/runs/${id(killed)}/restart`)).status).toBe(202);
    const again = await events(id(killed), (event) => event.type === 'step', last.id);
    const start = again.find(({ type }) => type === 'start')!;
    expect(start).toMatchObject({ resumed: true });
    expect(start['step']).toBeGreaterThan(0);
    await ask('DELETE', `/runs/${id(killed)}`);
    // One that never began begins.
    expect((await ask('POST', `/runs/${id(waiting)}/restart`)).status).toBe(202);
    expect((await events(id(waiting))).at(-1)).toMatchObject({ state: 'finished' });
  });

  test('one that is asked to end writes a checkpoint of its run first', async () => {
    const run = await upload(table(2000), 'epochs=100');
    await events(id(run), (event) => event.type === 'step' && Number(event['step']) > 3);
    await server.end('SIGTERM');
    expect(existsSync(path.join(server.folder, id(run), 'checkpoints/last.pt'))).toBe(true);
    server = await BackendProcess.start(server.folder);
    expect((await ask('GET', `/runs/${id(run)}`)).body).toMatchObject({ state: 'aborted' });
    expect((await ask('POST', `/runs/${id(run)}/restart`)).status).toBe(202);
    const again = await events(id(run), (event) => event.type === 'start' && event['resumed'] === true);
    expect(Number(again.at(-1)!['step'])).toBeGreaterThan(3);
    await ask('DELETE', `/runs/${id(run)}`);
  });
});

describe('refuses', () => {
  const csv = (rows: number): string => table(rows);

  test.each([
    ['an upload that is too large', () => announce(5 * 1024 * 1024), 413, /too large/],
    ['a record that is too long', () => upload(`text,label\n"${'x'.repeat(100_000)}",a`), 400, /not a CSV/],
    ['a quote that does not end', () => upload('text,label\n"never ends,a\n'.repeat(20)), 400, /not a CSV/],
    ['rows of different lengths', () => upload(`${csv(20)}a,b,c\n`), 400, /not a CSV/],
    ['bytes that are no text', () => upload(new Uint8Array([0xff, 0xfe, 0x00, 0xd8])), 400, /not UTF-8/],
    ['other columns', () => upload('a,b\n1,2\n'), 400, /columns 'text' and 'label'/],
    ['an empty file', () => upload(''), 400, /./],
    ['a few rows', () => upload(csv(9)), 400, /9 rows; 10 are the least/],
    ['one class', () => upload(`text,label\n${'a,b\n'.repeat(20)}`), 400, /same label/],
    ['an empty label', () => upload(`text,label\n${'a,b\nb,\n'.repeat(20)}`), 400, /row 3: a label has/],
    [
      'a class for each row',
      () => upload(`text,label\n${Array.from({ length: 60 }, (_, i) => `a,${i}`).join('\n')}`),
      400,
      /60 labels; 50 are the most/,
    ],
    ['too many epochs', () => upload(csv(20), 'epochs=1000'), 400, /epochs must be <= 100/],
    ['options that do not exist', () => upload(csv(20), 'device=cuda'), 400, /must NOT have additional properties/],
    ['a learning rate of Infinity', () => upload(csv(20), 'lr=Infinity'), 400, /lr must be a finite number/],
    ['a seed of 1e999', () => upload(csv(20), 'seed=1e999'), 400, /seed must be/],
    ['a learning rate of NaN', () => upload(csv(20), 'lr=NaN'), 400, /lr must be number/],
    ['another source', () => ask('POST', '/train', { source: '/etc/passwd' }), 400, /"source": "spam"/],
    ['more than a source', () => ask('POST', '/train', { source: 'spam', directory: '..' }), 400, /"source": "spam"/],
    ['other types', () => ask('POST', '/train', '<a/>', { 'content-type': 'text/xml' }), 415, /Unsupported Media Type/],
    ['broken JSON', () => ask('POST', '/predict', '{', { 'content-type': 'application/json' }), 400, /JSON/],
    ['a text that is none', () => ask('POST', '/predict', { text: { toString: 1 } }), 400, /text must be string/],
    ['an empty text', () => ask('POST', '/predict', { text: '' }), 400, /fewer than 1 char/],
    ['a long text', () => ask('POST', '/predict', { text: 'x'.repeat(20_001) }), 400, /more than 20000 char/],
    ['a huge text', () => ask('POST', '/predict', { text: 'x'.repeat(200_000) }), 413, /too large/],
    [
      'a prototype',
      () => ask('POST', '/predict', '{"text":"a","__proto__":{}}', { 'content-type': 'application/json' }),
      400,
      /./,
    ],
    ['a path for an id', () => ask('GET', '/runs/..%2f..%2fetc'), 400, /must match format/],
    ['a run that is not there', () => ask('DELETE', '/runs/00000000-0000-4000-8000-000000000000'), 404, /no such run/],
    ['a file outside of the page', () => ask('GET', '/..%2fserver.ts'), 404, /./],
    [
      'requests of another site',
      () => ask('POST', '/predict', { text: 'a' }, { origin: 'https://evil.example' }),
      403,
      /another site/,
    ],
  ] as const)('%s', async (_name, request, status, message) => {
    const answer = await request();
    expect([answer.status, answer.body['message']]).toEqual([status, expect.stringMatching(message)]);
  });

  test('and goes on', async () => {
    expect((await ask('POST', '/predict', { text: 'money' })).status).toBe(200);
  });
});
