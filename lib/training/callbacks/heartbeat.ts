/** Writes how the process of a run is, every few seconds, and obeys the commands that wait in the run's directory. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { memory } from '../../tensor/scope';
import { messageOf } from '../../arguments/describe';
import { LogGuard } from '../log-guard';
import { appendWhole } from '../../arguments/whole-files';
import type { Callback } from '../callback';
import { forgetCommand, takeCommand } from '../control';
import type { TrainingEvent } from '../events';
import type { RunContext } from '../run-context';

const EVERY_MS = 5000;
const LOOK_MS = 250;
/** The histogram holds the time from one tick of its timer to the next. */
const RESOLUTION_MS = 10;

/** The figures go into `system.jsonl`; `libtorch-node board` shows them, and takes a run that has stopped writing them for dead. */
export class Heartbeat implements Callback {
  readonly name = 'heartbeat';
  readonly ranks = 'first';
  readonly #file: string;
  readonly #guard = new LogGuard('the log of the system');
  #delay: IntervalHistogram | null = null;
  #timers: NodeJS.Timeout[] = [];

  constructor(readonly folder: string) {
    this.#file = path.join(folder, 'system.jsonl');
  }

  on(event: TrainingEvent, run: RunContext): void | Promise<void> {
    if (event.type !== 'start') return;
    this.close();
    forgetCommand(this.folder);
    this.#delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    this.#delay.enable();
    const beat = (): Promise<void> => this.#write(run);
    this.#timers = [
      setInterval(() => void beat().catch(() => undefined), EVERY_MS).unref(),
      // A run that waits in a pause has nothing else to do: its program ends where no timer holds it.
      setInterval(() => void this.#obey(run).catch(() => undefined), LOOK_MS),
    ];
    if (!event.resumed) return this.#guard.write(this.#file, run, () => begin(this.#file)).then(beat);
    return beat();
  }

  async #write(run: RunContext): Promise<void> {
    const { rss, heapUsed } = process.memoryUsage();
    const delay = Math.max(0, (this.#delay?.percentile(99) ?? 0) / 1e6 - RESOLUTION_MS);
    this.#delay?.reset();
    const figures = {
      resident: rss,
      heap: heapUsed,
      tensors: memory().bytes,
      eventLoopDelay: Number(delay.toFixed(3)),
    };
    const line = { time: Date.now(), pid: process.pid, step: run.step, control: true, ...figures };
    await this.#guard.write(this.#file, run, () => {
      appendWhole(this.#file, `${JSON.stringify(line)}\n`);
      return true;
    });
  }

  async #obey(run: RunContext): Promise<void> {
    try {
      const command = takeCommand(this.folder);
      if (command === 'stop') run.stop();
      else if (command === 'pause') run.pause();
      else if (command === 'resume') run.resume();
    } catch (error) {
      await run.warn(messageOf(error));
    }
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    this.#delay?.disable();
    this.#delay = null;
  }
}

function begin(file: string): boolean {
  writeFileSync(file, '');
  return true;
}
