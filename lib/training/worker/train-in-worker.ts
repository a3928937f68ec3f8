import { entryFile } from '../../arguments/entry-file';
import path from 'node:path';
import { Worker, type ResourceLimits, type WorkerOptions } from 'node:worker_threads';
import {
  type Values,
  any,
  count,
  nullable,
  optional,
  record,
  signal as signalField,
  value,
} from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { show } from '../../arguments/describe';
import { typeError } from '../../errors';
import type { Tensor } from '../../ops/tensor-methods';
import { discardShared, fromSharedState } from '../../tensor/share';
import { onAbort } from '../../native/jobs';
import { TrainingError } from '../errors';
import type { TrainingEvent } from '../events';
import { threadEnded } from '../owner';
import { Stream } from '../event-stream';
import { fromPlain } from '../../native/plain-error';
import type { FromWorker, ToWorker, WorkerStart } from './protocol';
import { tensorIn } from './tensor-in';
import { limitArguments } from '../../arguments/surplus';

export interface TrainInWorkerOptions<D = unknown> {
  /** Given to the training module; must be structured-cloneable. Tensors go as `tensor.share()` or `shareState(…)`. */
  readonly data?: D;
  /** Aborts the run; a worker that does not end within `graceMs` is terminated. */
  readonly signal?: AbortSignal | null;
  /** The default is 5,000. */
  readonly graceMs?: number;
  /** libtorch's threads in the worker: leave the server some cores. */
  readonly threads?: number;
  /** The worker's limits of memory, as `worker_threads` takes them. */
  readonly resourceLimits?: ResourceLimits;
  /** What is moved to the worker instead of copied. */
  readonly transferList?: WorkerOptions['transferList'];
}

/** Tensors by name. */
export type Weights = Record<string, Tensor>;

/**
 * Runs a training module in a `worker_threads` worker: this thread goes on serving. The module's default export is a
 * function that is called with a {@link WorkerContext} and whose result is this run's.
 *
 * @param module The training module's file.
 * @example
 * // train.ts
 * export default async ({ data, signal, watch }: torch.training.WorkerContext<{ epochs: number }>) => {
 *   const model = new nn.Linear(4, 2);
 *   const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
 *   const trainer = new training.Trainer({ model, loss, optimizer, maxEpochs: data.epochs });
 *   return watch(trainer.fit(loader, { signal }), model);
 * };
 *
 * // server.ts
 * const run = training.trainInWorker(new URL('./train.js', import.meta.url), { data: { epochs: 5 } });
 * for await (const event of run) if (event.type === 'epochEnd') model.swapState(await run.weights());
 */
export function trainInWorker<R = unknown, D = unknown>(
  module: URL | string,
  options: TrainInWorkerOptions<D> = {},
  ...surplus: []
): WorkerRun<R> {
  refuseSurplus('trainInWorker', 2, surplus);
  return new WorkerRun<R>(moduleOf(module), readOptions('trainInWorker', OPTIONS, options));
}

const OPTIONS = {
  data: { ...any(), object: true },
  signal: signalField(),
  graceMs: count(0, 5000),
  threads: nullable(count(1)),
  resourceLimits: optional(record<ResourceLimits>()),
  transferList: optional(
    value<NonNullable<WorkerOptions['transferList']>>('a list of what is transferred', Array.isArray),
  ),
};

/** What `import` takes: a path stays one, so that errors name it as it was given. */
function moduleOf(module: unknown): string {
  if (typeof module === 'string') {
    if (path.isAbsolute(module)) return module;
    if (URL.canParse(module)) return new URL(module).href;
  } else if (Object.prototype.toString.call(module) === '[object URL]') {
    return String(module);
  }
  throw typeError(`trainInWorker: expected the training module as an absolute path or a URL, got ${show(module)}`);
}

/** Data that no thread can be given is the caller's mistake, and says so. */
function startWorker({ resourceLimits, transferList, workerData }: Partial<WorkerOptions>): Worker {
  try {
    return new Worker(entryFile(__dirname), {
      workerData,
      ...(resourceLimits ? { resourceLimits } : {}),
      ...(transferList ? { transferList } : {}),
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_INVALID_TRANSFER_OBJECT') {
      throw typeError('trainInWorker: transferList holds something that cannot be transferred', { cause });
    }
    if ((cause as Error).name !== 'DataCloneError') throw cause;
    throw typeError(`trainInWorker: data must be structured-cloneable: ${(cause as Error).message}`, { cause });
  }
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
  constructor(module: string, { data, signal, threads, graceMs, ...rest }: Values<typeof OPTIONS>) {
    this.#result = new Promise<R>((resolve, reject: (reason: unknown) => void) => (this.#settle = { resolve, reject }));
    this.#result.catch(() => undefined);
    if (signal?.aborted) {
      this.#worker = null;
      this.#end(() => this.#settle.reject(signal.reason));
      return;
    }
    const tensor = tensorIn(data);
    if (tensor !== null) {
      throw typeError(
        `trainInWorker: data${tensor} is a Tensor; give it as tensor.share(), or the whole as torch.shareState(…), and ` +
          'take it with torch.fromShared() or torch.fromSharedState()',
      );
    }
    const workerData: WorkerStart = { module, data, threads };
    this.#worker = startWorker({ workerData, ...rest });
    this.#listen(this.#worker, signal, graceMs);
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
      forget();
      if (signal?.aborted) outcome = () => this.#settle.reject(signal.reason);
      const lost = new TrainingError(`the worker ended with ${code} before its run did`, {
        code: 'ERR_TRAINING_WORKER',
      });
      this.#end(outcome ?? (() => this.#settle.reject(lost)));
    });
    const forget = onAbort(signal, abort);
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
      for (const shared of Object.values(state)) discardShared(shared);
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
  async weights(): Promise<Weights> {
    if (this.#ended) throw new TrainingError('the run has ended', { code: 'ERR_TRAINING_WORKER' });
    const id = ++this.#requests;
    return new Promise<Weights>((resolve, reject: (reason: Error) => void) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: 'weights', id });
    });
  }

  async then<T = R, F = never>(
    resolve?: ((result: R) => T | PromiseLike<T>) | null,
    reject?: ((reason: unknown) => F | PromiseLike<F>) | null,
  ): Promise<T | F> {
    return this.#result.then(resolve, reject);
  }

  async catch<F = never>(reject: (reason: unknown) => F | PromiseLike<F>): Promise<R | F> {
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

limitArguments([WorkerRun], { pause: 0, resume: 0, stop: 0, terminate: 0, weights: 0, then: 2, catch: 1 });
