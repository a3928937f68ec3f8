import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker, type ResourceLimits, type WorkerOptions } from 'node:worker_threads';
import type { Tensor } from '../../tensor-methods';
import { discardShared, fromSharedState } from '../../workers/share';
import { TrainingError } from '../errors';
import type { TrainingEvent } from '../events';
import { threadEnded } from '../owner';
import { Stream } from '../stream';
import { type FromWorker, type ToWorker, type WorkerStart, fromPlain } from './protocol';

export interface TrainInWorkerOptions<D = unknown> {
  /** Given to the training module; must be structured-cloneable. Tensors go as `tensor.share()` or `shareState(…)`. */
  readonly data?: D;
  /** Aborts the run; a worker that does not end within `graceMs` is terminated. */
  readonly signal?: AbortSignal | null;
  /** The default is 5,000. */
  readonly graceMs?: number;
  /** libtorch's threads in the worker: leave the server some cores. */
  readonly threads?: number;
  readonly resourceLimits?: ResourceLimits;
  readonly transferList?: WorkerOptions['transferList'];
}

/** Tensors by name. */
export type Weights = Record<string, Tensor>;

/** Compiled, the worker's file lies beside this one; under a transpiler it is in dist. */
function entryFile(): string {
  const beside = path.join(__dirname, 'entry.js');
  return existsSync(beside) ? beside : path.resolve(__dirname, '../../../dist/training/worker/entry.js');
}

/**
 * Runs a training module in a `worker_threads` worker: this thread goes on serving. The module's default export is a
 * function that is called with a {@link WorkerContext} and whose result is this run's.
 *
 * @param module The training module's file.
 * @example
 * // train.js
 * module.exports = async ({ data, signal, watch }) => {
 *   const model = new Net();
 *   const trainer = new training.Trainer({ model, loss, optimizer, maxEpochs: data.epochs });
 *   return watch(trainer.fit(loader, { signal }), model);
 * };
 * // the server
 * const run = training.trainInWorker(new URL('./train.js', import.meta.url), { data: { epochs: 5 } });
 * for await (const event of run) if (event.type === 'epochEnd') model.swapState(await run.weights());
 */
export function trainInWorker<R = unknown, D = unknown>(
  module: URL | string,
  options: TrainInWorkerOptions<D> = {},
): WorkerRun<R> {
  const href = typeof module === 'string' && path.isAbsolute(module) ? module : new URL(module).href;
  return new WorkerRun<R>(href, options);
}

/** A run in a worker: a promise of its result, a stream of its events, and its controls. */
export class WorkerRun<R> implements PromiseLike<R>, AsyncIterable<TrainingEvent> {
  readonly #worker: Worker | null;
  readonly #result: Promise<R>;
  readonly #streams = new Set<Stream>();
  readonly #waiting = new Map<number, { resolve: (weights: Weights) => void; reject: (reason: Error) => void }>();
  #settle!: { resolve: (value: R) => void; reject: (reason: unknown) => void };
  #ended = false;
  #requests = 0;

  /** @internal */
  constructor(module: string, { data, signal, threads, graceMs = 5000, ...rest }: TrainInWorkerOptions) {
    this.#result = new Promise<R>((resolve, reject: (reason: unknown) => void) => (this.#settle = { resolve, reject }));
    this.#result.catch(() => undefined);
    if (signal?.aborted) {
      this.#worker = null;
      this.#end(() => this.#settle.reject(signal.reason));
      return;
    }
    const workerData: WorkerStart = { module, data, threads: threads ?? null };
    this.#worker = new Worker(entryFile(), { workerData, ...rest });
    this.#listen(this.#worker, signal ?? null, graceMs);
  }

  #listen(worker: Worker, signal: AbortSignal | null, graceMs: number): void {
    let timer: NodeJS.Timeout | undefined;
    const { threadId } = worker;
    const abort = (): void => {
      this.#send({ type: 'abort' });
      timer = setTimeout(() => void worker.terminate(), graceMs);
    };
    let outcome: (() => void) | null = null;
    worker.on('message', (message: FromWorker) => (outcome = this.#receive(message) ?? outcome));
    worker.on('error', (error) => (outcome ??= () => this.#settle.reject(error)));
    worker.on('exit', (code) => {
      clearTimeout(timer);
      threadEnded(threadId);
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) outcome = () => this.#settle.reject(signal.reason);
      const lost = new TrainingError(`the worker ended with ${code} before its run did`, {
        code: 'ERR_TRAINING_WORKER',
      });
      this.#end(outcome ?? (() => this.#settle.reject(lost)));
    });
    signal?.addEventListener('abort', abort, { once: true });
  }

  /** Returns how the run ends, once that is known. */
  #receive(message: FromWorker): (() => void) | undefined {
    switch (message.type) {
      case 'event':
        this.#streams.forEach((stream) => stream.push(message.event));
        return undefined;
      case 'weights':
        this.#takeWeights(message);
        return undefined;
      case 'result':
        return () => this.#settle.resolve(message.value as R);
      case 'error':
        return () => this.#settle.reject(fromPlain(message.error));
    }
  }

  #takeWeights({ id, state }: Extract<FromWorker, { type: 'weights' }>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (state === null) {
      waiting?.reject(new TrainingError('the run has no model yet', { code: 'ERR_TRAINING_WORKER' }));
    } else if (waiting) {
      waiting.resolve(fromSharedState(state));
    } else {
      Object.values(state).forEach(discardShared);
    }
  }

  #end(settle: () => void): void {
    this.#ended = true;
    settle();
    const gone = new TrainingError('the run has ended', { code: 'ERR_TRAINING_WORKER' });
    for (const { reject } of this.#waiting.values()) reject(gone);
    this.#waiting.clear();
    this.#streams.forEach((stream) => stream.end());
  }

  #send(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  /** Waits after the current step until {@link resume}. */
  pause(): void {
    this.#send({ type: 'pause' });
  }

  resume(): void {
    this.#send({ type: 'resume' });
  }

  /** Ends after the current step; the result is what the training module makes of it. */
  stop(): void {
    this.#send({ type: 'stop' });
  }

  /** Ends the worker at once, wherever it is. */
  async terminate(): Promise<void> {
    await this.#worker?.terminate();
  }

  /**
   * The weights between two steps, all of the same moment. They are a copy that the worker made in memory which is now
   * this thread's: nothing is copied here, and training goes on. Dispose them, or give them to `model.swapState`.
   */
  weights(): Promise<Weights> {
    if (this.#ended) {
      return Promise.reject(new TrainingError('the run has ended', { code: 'ERR_TRAINING_WORKER' }));
    }
    const id = ++this.#requests;
    return new Promise<Weights>((resolve, reject: (reason: Error) => void) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: 'weights', id });
    });
  }

  then<T = R, F = never>(
    resolve?: ((result: R) => T | PromiseLike<T>) | null,
    reject?: ((reason: unknown) => F | PromiseLike<F>) | null,
  ): Promise<T | F> {
    return this.#result.then(resolve, reject);
  }

  catch<F = never>(reject: (reason: unknown) => F | PromiseLike<F>): Promise<R | F> {
    return this.#result.catch(reject);
  }

  /** The events from now on. Leaving the loop early lets the run go on. */
  async *[Symbol.asyncIterator](): AsyncGenerator<TrainingEvent, R, undefined> {
    const stream = new Stream();
    this.#streams.add(stream);
    if (this.#ended) stream.end();
    try {
      yield* stream;
    } finally {
      this.#streams.delete(stream);
    }
    return this.#result;
  }
}
