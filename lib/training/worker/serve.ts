/** What the worker of `trainInWorker` does: imports the training module and serves the other thread's wishes. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { native } from '../../native/binding';
import { noGrad } from '../../autograd/modes';
import { clone } from '../../ops/generated/functions';
import type { Module } from '../../nn/index';
import { shareState } from '../../tensor/share';
import type { History, TrainingEvent } from '../events';
import type { Fit } from '../fit';
import { toPlain } from '../../native/plain-error';
import { endPort } from '../../native/worker-port';
import type { FromWorker, ToWorker, WorkerStart } from './protocol';
import { messageOf } from '../../arguments/describe';
import { typeError } from '../../errors';
import { tensorIn } from './tensor-in';

/** What the training module's function is called with. */
export interface WorkerContext<D = unknown> {
  /** What `trainInWorker` was given as `data`. */
  readonly data: D;
  /** Aborts when the other thread does: pass it to `fit`. */
  readonly signal: AbortSignal;
  /** Connects a run to the other thread: its events, pause and resume, and the weights of `model`. */
  watch(fit: Fit, model: Module): Promise<History>;
}

class Connection {
  readonly #abort = new AbortController();
  #fit: Fit | null = null;
  /** What was asked for before there was a run: it begins so. */
  #paused = false;
  #stopped = false;
  #model: Module | null = null;

  constructor(readonly port: MessagePort) {
    port.on('message', (message: ToWorker) => this.#receive(message));
  }

  context(data: unknown): WorkerContext {
    return { data, signal: this.#abort.signal, watch: (fit, model) => this.#watch(fit, model) };
  }

  send(message: FromWorker): void {
    this.port.postMessage(message);
  }

  sendResult(value: unknown, module: string): void {
    try {
      this.send({ type: 'result', value });
    } catch (cause) {
      throw typeError(`${module}: the result must be structured-cloneable: ${messageOf(cause)}`, { cause });
    }
  }

  async #watch(fit: Fit, model: Module): Promise<History> {
    this.#fit = fit;
    this.#model = model;
    if (this.#paused) fit.pause();
    if (this.#stopped) fit.stop();
    for await (const event of fit) this.#event(event);
    return fit;
  }

  #event(event: TrainingEvent): void {
    this.send({ type: 'event', event });
  }

  #receive(message: ToWorker): void {
    switch (message.type) {
      case 'pause':
        this.#paused = true;
        return this.#fit?.pause();
      case 'resume':
        this.#paused = false;
        return this.#fit?.resume();
      case 'stop':
        this.#stopped = true;
        return this.#fit?.stop();
      case 'abort':
        return this.#abort.abort(new Error('aborted'));
      case 'weights':
        return this.#weights(message.id);
    }
  }

  /** Messages arrive between two steps, so what is copied here belongs together. */
  #weights(id: number): void {
    if (this.#model === null) return this.send({ type: 'weights', id, state: null });
    const entries = Object.entries(this.#model.stateDict());
    const copies = noGrad(() => Object.fromEntries(entries.map(([name, tensor]) => [name, clone(tensor)])));
    const state = shareState(copies);
    // The memory goes with the tickets: nothing of it stays here.
    for (const tensor of [...Object.values(copies), ...entries.map(([, tensor]) => tensor)]) tensor.dispose();
    this.send({ type: 'weights', id, state });
  }
}

async function main(port: MessagePort, { module, data, threads }: WorkerStart): Promise<void> {
  if (threads !== null) native.setNumThreads(threads);
  const connection = new Connection(port);
  try {
    let train: unknown = await import(module);
    // A CommonJS module with a default export of its own has it one level below.
    for (let i = 0; i < 2 && typeof train === 'object' && train !== null && 'default' in train; i++) {
      train = train.default;
    }
    if (typeof train !== 'function') throw typeError(`${module} should export a function as its default`);
    const value: unknown = await (train as (context: WorkerContext) => unknown)(connection.context(data));
    const tensor = tensorIn(value);
    if (tensor !== null) {
      throw typeError(
        `${module}: the result${tensor} is a Tensor; return tensor.share(), or the whole as torch.shareState(…), and take ` +
          'it with torch.fromShared() or torch.fromSharedState()',
      );
    }
    connection.sendResult(value, module);
  } catch (error) {
    connection.send({ type: 'error', error: toPlain(error) });
  } finally {
    endPort(port);
  }
}

/** Runs the training module that this thread was started for. @internal */
export function serveTraining(): void {
  if (parentPort) void main(parentPort, workerData as WorkerStart);
}
