/** The server's side of the suite: the example back end with one endless run, and its own view of the event loop. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { launchInWorker, buildServer } from '../../../examples/backend/server';
import { launchHere } from './launch-here';

export type Where = 'worker' | 'own thread';

export type FromServer =
  | { readonly type: 'ready'; readonly url: string }
  | {
      readonly type: 'measured';
      readonly delay50: number;
      readonly delay99: number;
      readonly delayMost: number;
      readonly stepsPerSecond: number;
      readonly swaps: number;
    };

const tell = (message: FromServer): void => void process.send?.(message);

async function main(where: Where): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-backend-'));
  const launch = where === 'worker' ? launchInWorker : launchHere;
  const { app, runs, predictor } = buildServer({ folder, launch });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  // The first figures are of code that is compiled while it runs: they do not count.
  const run = await runs.submit({ epochs: 100, lr: 0.001, seed: 0, limit: 0 }, null);
  const unlisten = run.listen(0, ({ event }) => {
    if (event.type !== 'step' || event.step !== 150) return;
    setImmediate(() => unlisten());
    tell({ type: 'ready', url });
  });
  // The time from one tick of its timer to the next: it holds the timer's own 2 ms.
  const delay = monitorEventLoopDelay({ resolution: 2 });
  let begin = { time: 0, step: 0, swaps: 0 };
  process.on('message', (message) => {
    if (message === 'begin') {
      begin = { time: performance.now(), step: run.kept.step, swaps: predictor.swaps };
      delay.reset();
      delay.enable();
    } else if (message === 'end') {
      delay.disable();
      const [delay50, delay99] = [50, 99].map((p) => delay.percentile(p) / 1e6) as [number, number];
      const stepsPerSecond = ((run.kept.step - begin.step) * 1000) / (performance.now() - begin.time);
      const swaps = predictor.swaps - begin.swaps;
      tell({ type: 'measured', delay50, delay99, delayMost: delay.max / 1e6, stepsPerSecond, swaps });
    } else {
      void app.close().then(() => {
        rmSync(folder, { recursive: true, force: true });
        process.exit();
      });
    }
  });
}

process.once('disconnect', () => process.exit(1));
void main(process.argv[2] as Where);
