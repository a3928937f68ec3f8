import { type Field, nullable, optional, value } from '../arguments/fields';
import { ServingError } from './errors';

/** What a batcher needs to know. */
export interface BatcherOptions<I, O> {
  /** Answers a batch: an output for each input, in order. */
  readonly run: (inputs: readonly I[]) => readonly O[] | Promise<readonly O[]>;
  /** The most inputs of a batch. */
  readonly maxBatch: number;
  /** How long the first input of a batch waits for others, in milliseconds. */
  readonly delayMs: number;
  /** The most inputs that wait. */
  readonly maxWaiting: number;
  /** Batches at a time. */
  readonly concurrency: number;
  /** A key that may occur only once in a batch, such as the session of an input. */
  readonly keyOf?: (input: I) => unknown;
  /** Told how many inputs a batch has. */
  readonly onBatch?: (size: number) => void;
}

/** What one request may ask for. */
export interface RequestOptions {
  /** Takes the request back: one that waits is not computed. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds after which the request fails if it has no answer yet. */
  readonly timeoutMs?: number | null | undefined;
}

/** A time that a timer can wait. */
export const milliseconds = (fallback: number): Field<number> =>
  value<number>('a number of milliseconds', (v) => typeof v === 'number' && v >= 0 && v < 2 ** 31, fallback);

/** What is read of each request. */
export const REQUEST_FIELDS = {
  signal: nullable(value<AbortSignal>('an AbortSignal', (v) => v instanceof AbortSignal)),
  timeoutMs: optional(nullable(milliseconds(0))),
};

interface Waiting<I, O> {
  readonly input: I;
  resolve(output: O): void;
  reject(reason: unknown): void;
}

/** Collects inputs that arrive close together, and answers them in batches. */
export class Batcher<I, O> {
  #waiting: Waiting<I, O>[] = [];
  #timer: NodeJS.Timeout | null = null;
  #running = 0;
  #closed = false;
  readonly #busyKeys = new Set<unknown>();
  #idle: (() => void)[] = [];

  constructor(readonly options: BatcherOptions<I, O>) {}

  /** Inputs that wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Batches that are computed now. */
  get running(): number {
    return this.#running;
  }

  async submit(input: I, { signal, timeoutMs }: RequestOptions = {}): Promise<O> {
    signal?.throwIfAborted();
    if (this.#closed) throw new ServingError('the predictor is closed', 'ERR_SERVING_CLOSED');
    if (this.#waiting.length >= this.options.maxWaiting) {
      throw new ServingError(`${this.#waiting.length} requests are waiting already`, 'ERR_SERVING_BUSY');
    }
    return new Promise<O>((resolve, reject: (reason: unknown) => void) => {
      const ends: (() => void)[] = [];
      const end = (settle: () => void): void => {
        for (const undo of ends.splice(0)) undo();
        settle();
      };
      const waiting: Waiting<I, O> = {
        input,
        resolve: (output) => end(() => resolve(output)),
        reject: (reason) => end(() => reject(reason)),
      };
      const leave = (reason: unknown): void => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        waiting.reject(reason);
      };
      if (signal) {
        const abort = (): void => leave(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        ends.push(() => signal.removeEventListener('abort', abort));
      }
      if (timeoutMs != null) {
        const late = (): void => leave(new ServingError(`no answer within ${timeoutMs} ms`, 'ERR_SERVING_TIMEOUT'));
        const timer = setTimeout(late, timeoutMs);
        ends.push(() => clearTimeout(timer));
      }
      this.#waiting.push(waiting);
      this.#arrange();
    });
  }

  /** Starts a batch if there is a full one, else waits for more. */
  #arrange(): void {
    if (this.#running >= this.options.concurrency || this.#waiting.length === 0) return;
    if (this.#waiting.length >= this.options.maxBatch || this.#closed) this.#start();
    else this.#timer ??= setTimeout(() => this.#start(), this.options.delayMs);
  }

  #start(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#running >= this.options.concurrency) return;
    const batch = this.#take();
    if (batch.length === 0) return;
    this.#running++;
    this.options.onBatch?.(batch.length);
    void this.#answer(batch).finally(() => {
      this.#running--;
      const { keyOf } = this.options;
      if (keyOf) for (const { input } of batch) this.#busyKeys.delete(keyOf(input));
      if (this.#running === 0 && this.#waiting.length === 0) for (const idle of this.#idle.splice(0)) idle();
      this.#arrange();
    });
    this.#arrange();
  }

  /** The first inputs, those left out whose key is taken. */
  #take(): Waiting<I, O>[] {
    const { keyOf, maxBatch } = this.options;
    if (!keyOf) return this.#waiting.splice(0, maxBatch);
    const batch: Waiting<I, O>[] = [];
    const rest: Waiting<I, O>[] = [];
    // A later input of a session that waits must not overtake an earlier one.
    const passed = new Set<unknown>();
    for (const waiting of this.#waiting) {
      const key = keyOf(waiting.input);
      if (batch.length < maxBatch && !this.#busyKeys.has(key) && !passed.has(key)) {
        batch.push(waiting);
        this.#busyKeys.add(key);
      } else {
        rest.push(waiting);
        passed.add(key);
      }
    }
    this.#waiting = rest;
    return batch;
  }

  async #answer(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await this.options.run(batch.map(({ input }) => input));
      batch.forEach(({ resolve }, i) => resolve(outputs[i] as O));
    } catch (error) {
      if (batch.length === 1 || isOfTheServer(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      // One bad input fails alone: the others are computed again, each for itself.
      for (const waiting of batch) await this.#answer([waiting]);
    }
  }

  /** Takes no more; resolves when all that waited are answered. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#running === 0 && this.#waiting.length === 0) return;
    const done = new Promise<void>((resolve) => this.#idle.push(resolve));
    this.#arrange();
    await done;
  }

  /** Fails all that wait. */
  abandon(reason: unknown): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
    if (this.#running === 0) for (const idle of this.#idle.splice(0)) idle();
  }
}

function isOfTheServer(error: unknown): boolean {
  return error instanceof ServingError && error.code !== 'ERR_SERVING_INPUT';
}
