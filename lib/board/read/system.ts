/** Makes curves of the lines of `system.jsonl`: how the process of a run is, every few seconds. */
import type { RunLog } from './log';
import { isTable, numberOf } from './log';
import { Lines } from './tail';

const FIGURES = {
  resident: 'system/memory of the process',
  tensors: 'system/memory of tensors',
  heap: 'system/memory of JavaScript',
  eventLoopDelay: 'system/event loop delay',
} as const;

/** When the run was last heard of, besides its curves, which go to its log. */
export class SystemLog {
  readonly lines: Lines;
  heard: number | null = null;
  /** Whether the run says that it obeys `control.json`. */
  controllable = false;

  constructor(readonly log: RunLog) {
    this.lines = new Lines(
      (line) => this.#read(line),
      () => this.#clear(),
    );
  }

  #clear(): void {
    for (const name of Object.values(FIGURES)) this.log.series.delete(name);
    [this.heard, this.controllable] = [null, false];
  }

  #read(line: string): void {
    let figures: unknown;
    try {
      figures = JSON.parse(line);
    } catch {
      return;
    }
    if (!isTable(figures)) return;
    const time = numberOf(figures['time']);
    if (time === null) return;
    this.heard = time;
    this.controllable = figures['control'] === true;
    // A run that is paused, or takes minutes for a step, has many of these at one step: they are told apart by their time.
    for (const [key, name] of Object.entries(FIGURES)) {
      if (figures[key] !== undefined) this.log.add(name, figures[key], time, time);
    }
  }
}
