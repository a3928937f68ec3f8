import { PerformanceObserver } from 'node:perf_hooks';

/** A stretch of time in milliseconds of `performance.now()`. @internal */
export interface LoopSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** How often it is looked whether the event loop turns. */
const PROBE_MS = 10;
/** From this delay on the loop counts as blocked. */
const BLOCKED_MS = 5;

/** Watches when the event loop could not turn, and when V8 collected garbage. @internal */
export class EventLoopWatch {
  readonly #spans: LoopSpan[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #observer: PerformanceObserver;
  #expected = performance.now() + PROBE_MS;

  constructor() {
    this.#timer = setInterval(() => this.#probe(), PROBE_MS).unref();
    this.#observer = new PerformanceObserver((list) => this.#collected(list.getEntries()));
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  #probe(): void {
    const now = performance.now();
    if (now - this.#expected > BLOCKED_MS)
      this.#spans.push({ name: 'event loop: blocked', start: this.#expected - PROBE_MS, end: now });
    this.#expected = now + PROBE_MS;
  }

  #collected(entries: readonly { readonly startTime: number; readonly duration: number }[]): void {
    for (const { startTime, duration } of entries)
      this.#spans.push({ name: 'garbage collection', start: startTime, end: startTime + duration });
  }

  /** Ends the watch. */
  stop(): readonly LoopSpan[] {
    clearInterval(this.#timer);
    this.#probe();
    this.#collected(this.#observer.takeRecords());
    this.#observer.disconnect();
    return this.#spans;
  }
}
