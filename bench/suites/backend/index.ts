/**
 * The example back end under load: it trains the spam GRU at full speed while 50 requests a second ask it. In a worker,
 * as it does by default, and for half as long in the server's own thread.
 * BENCH_WHERE leaves one of the two out.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { seconds } from '../../harness/extent';
import { quantile } from '../../harness/pair';
import type { Figure, OwnSuite } from '../../harness/types';
import type { FromServer, Where } from './server';

const SECONDS = seconds(60);
const PER_SECOND = 50;
/** What a busy server gets. */
const MANY_PER_SECOND = 500;
const TEXT =
  'Congratulations, you have won! Click here to claim your free money, 100% guaranteed, before the end of May';
const root = path.resolve(__dirname, '../../..');

/** The server in a process of its own, so that the requests come from outside. */
class Server {
  readonly #child;

  constructor(where: Where) {
    const program = path.join(root, 'scripts/run-ts.cjs');
    this.#child = fork(program, [path.join(__dirname, 'server.ts'), where], { cwd: root });
  }

  async hear<T extends FromServer['type']>(type: T): Promise<Extract<FromServer, { type: T }>> {
    while (true) {
      const [message] = (await once(this.#child, 'message')) as [FromServer];
      if (message.type === type) return message as Extract<FromServer, { type: T }>;
    }
  }

  /** What happens in the server from now until `work` is done. */
  async during(work: () => Promise<void>): Promise<Extract<FromServer, { type: 'measured' }>> {
    this.#child.send('begin');
    await work();
    this.#child.send('end');
    return this.hear('measured');
  }

  async stop(): Promise<void> {
    this.#child.send('stop');
    await once(this.#child, 'exit');
  }
}

interface Load {
  readonly latencies: number[];
  failed: number;
}

/** Sends requests at their time, whatever became of those before. A latency counts from when one was due. */
async function ask(url: string, duration: number, perSecond = PER_SECOND): Promise<Load> {
  const load: Load = { latencies: [], failed: 0 };
  const pending: Promise<void>[] = [];
  const start = performance.now();
  for (let i = 0; i < duration * perSecond; i++) {
    const due = start + (i * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await setTimeout(wait);
    pending.push(askOnce(url, due, load));
  }
  await Promise.all(pending);
  return load;
}

async function askOnce(url: string, due: number, load: Load): Promise<void> {
  try {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${url}/predict`, { method: 'POST', headers, body: JSON.stringify({ text: TEXT }) });
    const { label } = (await reply.json()) as { label?: string };
    if (!reply.ok || label === undefined) load.failed++;
  } catch {
    load.failed++;
  }
  load.latencies.push(performance.now() - due);
}

/** Training alone, then under load, then alone again: the machine may have become faster or slower meanwhile. */
async function measureWhere(where: Where, duration: number, promised: boolean): Promise<Figure[]> {
  const server = new Server(where);
  const { url } = await server.hear('ready');
  const pause = (): Promise<void> => setTimeout((duration / 4) * 1000);
  // The first requests run code that is not compiled yet.
  await ask(url, 2);
  const before = await server.during(pause);
  let load!: Load;
  const loaded = await server.during(async () => void (load = await ask(url, duration)));
  const after = await server.during(pause);
  const many = promised ? await measureMany(server, url, duration / 3) : [];
  await server.stop();
  const alone = (before.stepsPerSecond + after.stepsPerSecond) / 2;
  const limit = (atMost: number): { atMost?: number } => (promised ? { atMost } : {});
  const name = (what: string): string => `${where}: ${what}`;
  return [
    { name: name('event-loop delay, p50'), value: loaded.delay50, unit: 'ms' },
    { name: name('event-loop delay, p99'), value: loaded.delay99, unit: 'ms', ...limit(10) },
    { name: name('event-loop delay, largest'), value: loaded.delayMost, unit: 'ms' },
    { name: name('requests'), value: load.latencies.length, unit: '' },
    { name: name('failed requests'), value: load.failed, unit: '', ...limit(0) },
    { name: name('latency, p50'), value: quantile(load.latencies, 0.5), unit: 'ms' },
    { name: name('latency, p99'), value: quantile(load.latencies, 0.99), unit: 'ms', ...limit(30) },
    { name: name('latency, largest'), value: Math.max(...load.latencies), unit: 'ms' },
    { name: name('weights swapped'), value: loaded.swaps, unit: '' },
    { name: name('training alone'), value: alone, unit: 'steps/s' },
    { name: name('training under load'), value: loaded.stepsPerSecond, unit: 'steps/s' },
    {
      name: name('training under load / alone'),
      value: loaded.stepsPerSecond / alone,
      unit: '',
      ...(promised ? { atLeast: 0.8 } : {}),
    },
    ...many,
  ];
}

/** Ten times the requests, while it trains. */
async function measureMany(server: Server, url: string, duration: number): Promise<Figure[]> {
  await ask(url, 2, MANY_PER_SECOND);
  let load!: Load;
  const during = await server.during(async () => void (load = await ask(url, duration, MANY_PER_SECOND)));
  const name = (what: string): string => `worker, ${MANY_PER_SECOND} requests a second: ${what}`;
  return [
    { name: name('event-loop delay, p99'), value: during.delay99, unit: 'ms' },
    { name: name('failed requests'), value: load.failed, unit: '', atMost: 0 },
    { name: name('latency, p50'), value: quantile(load.latencies, 0.5), unit: 'ms' },
    { name: name('latency, p99'), value: quantile(load.latencies, 0.99), unit: 'ms', atMost: 60 },
    { name: name('training meanwhile'), value: during.stepsPerSecond, unit: 'steps/s' },
  ];
}

export const suite: OwnSuite = {
  title: `${PER_SECOND} requests a second for ${SECONDS} s while the spam GRU trains`,
  measure: async () => {
    const only = process.env['BENCH_WHERE'];
    const figures: Figure[] = [];
    if (only !== 'own thread') figures.push(...(await measureWhere('worker', SECONDS, true)));
    if (only !== 'worker') figures.push(...(await measureWhere('own thread', SECONDS / 2, false)));
    return figures;
  },
};
