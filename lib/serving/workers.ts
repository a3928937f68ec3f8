/** A model that several workers serve; they share its weights in memory. */
import { entryFile } from '../arguments/entry-file';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as torch from '../index';
import { runtimeError } from '../errors';
import { ServingError, type ServingErrorCode } from './errors';
import type { FromWorker, PlainError, ToWorker, WorkerStart } from './worker/protocol';

type Weights = torch.training.Weights;

/** How the workers are started. */
export interface WorkersSettings {
  readonly module: string;
  readonly data: unknown;
  readonly workers: number;
  readonly threads: number;
  readonly prepare: boolean;
  readonly execArgv: readonly string[] | undefined;
  /** Told when a worker has died. */
  readonly onRestart: () => void;
}

/** A worker that dies so often, one after the other without having answered, is not started again. */
const MOST_FAILURES = 5;

function errorOf({ name, message, stack, code }: PlainError): Error {
  if (name === 'ServingError') return new ServingError(message, code as ServingErrorCode);
  const error = runtimeError(message);
  Object.assign(error, { stack, ...(code === undefined ? {} : { code }) });
  return error;
}

interface Pending {
  resolve(outputs: readonly unknown[]): void;
  reject(reason: unknown): void;
}

/** One worker, and what it was asked. */
class Member {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #ids = 0;
  readonly ready: Promise<Record<string, torch.SharedTensor> | null>;
  alive = true;
  /** Batches that it was given and has not answered. */
  get load(): number {
    return this.#pending.size;
  }

  constructor(start: WorkerStart, execArgv: readonly string[] | undefined, died: (member: Member) => void) {
    this.#worker = new Worker(entryFile(path.join(__dirname, 'worker')), {
      workerData: start,
      ...(execArgv ? { execArgv: [...execArgv] } : {}),
    });
    this.ready = new Promise((resolve, reject: (reason: unknown) => void) => {
      this.#worker.on('message', (message: FromWorker) => {
        if (message.type === 'ready') resolve(message.weights);
        else if (message.type === 'failed') reject(errorOf(message.error));
        else this.#settle(message);
      });
      this.#worker.on('error', (error) => reject(lost(error)));
      this.#worker.on('exit', (code) => {
        this.alive = false;
        const gone = lost(new Error(`it ended with ${code}`));
        reject(gone);
        for (const { reject: fail } of this.#pending.values()) fail(gone);
        this.#pending.clear();
        died(this);
      });
    });
    this.ready.catch(() => undefined);
  }

  #settle({ id, outputs, error }: Extract<FromWorker, { type: 'done' }>): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) pending?.reject(errorOf(error));
    else pending?.resolve(outputs ?? []);
  }

  ask(
    message: { type: 'run'; inputs: readonly unknown[] } | { type: 'swap'; weights: never },
  ): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      const id = this.#ids++;
      this.#pending.set(id, { resolve, reject });
      try {
        this.#worker.postMessage({ ...message, id });
      } catch (cause) {
        this.#pending.delete(id);
        reject(
          new ServingError(`the input cannot be sent to a worker: ${String(cause)}`, 'ERR_SERVING_INPUT', { cause }),
        );
      }
    });
  }

  async end(): Promise<void> {
    if (!this.alive) return;
    const gone = new Promise<void>((resolve) => void this.#worker.once('exit', () => resolve()));
    this.#worker.postMessage({ type: 'end' } satisfies ToWorker);
    const timer = setTimeout(() => void this.#worker.terminate(), 5000);
    await gone;
    clearTimeout(timer);
  }
}

const lost = (cause: unknown): ServingError =>
  new ServingError(
    `a worker of the predictor died: ${cause instanceof Error ? cause.message : String(cause)}`,
    'ERR_SERVING_WORKER',
    {
      cause,
    },
  );

/** The workers of one model. */
export class WorkerModel<I, O> {
  #members: Member[] = [];
  /** The weights that all have. */
  #weights: Weights = {};
  #closed = false;
  #failures = 0;
  #changing: Promise<void> = Promise.resolve();

  private constructor(readonly settings: WorkersSettings) {}

  static async start<I, O>(settings: WorkersSettings): Promise<WorkerModel<I, O>> {
    const model = new WorkerModel<I, O>(settings);
    try {
      // The first one makes the weights, and the others take its memory.
      const first = model.#add(null);
      const weights = await first.ready;
      model.#weights = weights ? torch.fromSharedState(weights) : {};
      const others = Array.from({ length: settings.workers - 1 }, () => model.#add(model.#shared()));
      await Promise.all(others.map(({ ready }) => ready));
      return model;
    } catch (error) {
      await model.close();
      throw error;
    }
  }

  /** How many workers answer. */
  get alive(): number {
    return this.#members.filter(({ alive }) => alive).length;
  }

  get wanted(): number {
    return this.settings.workers;
  }

  #shared(): Record<string, torch.SharedTensor> {
    return torch.shareState(this.#weights);
  }

  #add(weights: Record<string, torch.SharedTensor> | null): Member {
    const { module, data, threads, prepare, execArgv } = this.settings;
    const member = new Member({ module, data, threads, prepare, weights }, execArgv, (gone) => this.#replace(gone));
    this.#members.push(member);
    return member;
  }

  /** Starts another worker for one that has died, with the weights of now. */
  #replace(gone: Member): void {
    this.#members = this.#members.filter((member) => member !== gone);
    if (this.#closed || Object.keys(this.#weights).length === 0) return;
    this.settings.onRestart();
    if (++this.#failures > MOST_FAILURES) return;
    this.#add(this.#shared());
  }

  /** The worker with the least to do answers. One that dies meanwhile costs a second try, no answer. */
  async run(inputs: readonly I[]): Promise<readonly O[]> {
    for (let attempt = 0; ; attempt++) {
      const [member] = this.#members.filter(({ alive }) => alive).sort((a, b) => a.load - b.load);
      if (!member) throw new ServingError('no worker of the predictor is left', 'ERR_SERVING_WORKER');
      try {
        await member.ready;
        const outputs = await member.ask({ type: 'run', inputs });
        this.#failures = 0;
        return outputs as readonly O[];
      } catch (error) {
        const died = error instanceof ServingError && error.code === 'ERR_SERVING_WORKER';
        if (!died || attempt > 0) throw error;
      }
    }
  }

  /** Other weights for all workers; they are checked before the first of them has any. */
  swap(weights: Weights): Promise<void> {
    const change = this.#changing.then(() => this.#swap(weights));
    this.#changing = change.catch(() => undefined);
    return change;
  }

  async #swap(weights: Weights): Promise<void> {
    const problems = [...differences(this.#weights, weights)];
    if (problems.length > 0) {
      throw runtimeError(`swap for ${this.settings.module}:\n\t${problems.join('\n\t')}`, {
        code: 'ERR_TORCH_STATE_DICT',
      });
    }
    const former = this.#weights;
    this.#weights = weights;
    const swaps = this.#members.map(async (member) => {
      await member.ready;
      await member.ask({ type: 'swap', weights: this.#shared() as never });
    });
    // One that has died takes them when it is started again.
    await Promise.allSettled(swaps);
    for (const tensor of Object.values(former)) tensor.dispose();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#members.map((member) => member.end()));
    for (const tensor of Object.values(this.#weights)) tensor.dispose();
    this.#weights = {};
  }
}

function* differences(own: Weights, given: Weights): Iterable<string> {
  const describe = (tensor: torch.Tensor): string => `[${tensor.shape.join(', ')}] ${tensor.dtype}`;
  for (const [name, tensor] of Object.entries(own)) {
    const other = given[name];
    if (!(other instanceof torch.Tensor)) yield `missing "${name}"`;
    else if (describe(other) !== describe(tensor)) yield `"${name}" is ${describe(tensor)}, given ${describe(other)}`;
  }
  for (const name of Object.keys(given)) if (!(name in own)) yield `unexpected "${name}"`;
}
