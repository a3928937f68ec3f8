/** A server whose workers are the two ranks of a training run; tells what it sees of its own event loop. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { distributed } from '../../../lib/index';

export type FromServer =
  | { readonly type: 'ready'; readonly port: number }
  | {
      readonly type: 'measured';
      /** In milliseconds, with the 2 ms of the timer that measures. */
      readonly delay50: number;
      readonly delay99: number;
      readonly steps: number;
      /** The loss of the first and the last step, of each rank. */
      readonly losses: readonly { readonly first: number; readonly last: number }[];
    };

const RANKS = 2;
/** Code that is compiled while it runs does not count. */
const WARM_STEPS = 20;
const POLL_MS = 20;

const tell = (message: FromServer): void => void process.send?.(message);

async function main(): Promise<void> {
  const shared = new SharedArrayBuffer(8);
  const numbers = new Int32Array(shared);
  const ranks = distributed.spawn<{ first: number; last: number }>(path.join(__dirname, 'serving-rank.cjs'), {
    ...{ args: [shared], nprocs: RANKS, threads: 1, env: { GLOO_SOCKET_IFNAME: 'lo' } },
  });
  ranks.catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
  const server = createServer((_, response) => response.end(String(Atomics.load(numbers, 1)))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  while (Atomics.load(numbers, 1) < WARM_STEPS) await setTimeout(POLL_MS);
  const delay = monitorEventLoopDelay({ resolution: 2 });
  delay.enable();
  const begun = Atomics.load(numbers, 1);
  tell({ type: 'ready', port: (server.address() as AddressInfo).port });
  await once(process, 'message');
  delay.disable();
  const steps = Atomics.load(numbers, 1) - begun;
  const [delay50, delay99] = [50, 99].map((p) => delay.percentile(p) / 1e6) as [number, number];
  Atomics.store(numbers, 0, 1);
  const losses = await ranks;
  server.closeAllConnections();
  server.close();
  tell({ type: 'measured', delay50, delay99, steps, losses });
  process.disconnect();
}

process.once('disconnect', () => process.exit());
void main();
