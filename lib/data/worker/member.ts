/** One worker thread of a loader. */
import path from 'node:path';
import { MessageChannel, type MessagePort, Worker, receiveMessageOnPort } from 'node:worker_threads';
import { native } from '../../native/binding';
import { dataError, type TorchError } from '../../errors';
import { disposeAll } from '../fresh';
import type { WorkerDataset } from '../worker-dataset';
import { type Order, type Report, type WorkerSetup, unpack } from './protocol';

export interface MemberOptions {
  readonly numWorkers: number;
  readonly init: string | null;
}

type Ready = Extract<Report, { type: 'ready' }>;

/** One worker, its port, and what it has reported and nobody has taken. */
export class Member {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #reports: Report[] = [];
  /** Wakes whoever awaits a report. */
  #wake: (() => void) | null = null;
  #listening = false;
  #death: TorchError | null = null;
  #closed = false;
  ready: Ready | null = null;

  /** `signal` counts the messages of all workers, so that a thread that blocks can wait for any of them. */
  constructor(
    readonly id: number,
    dataset: WorkerDataset,
    options: MemberOptions,
    signal: SharedArrayBuffer,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: WorkerSetup = {
      ...{ id, numWorkers: options.numWorkers, init: options.init, module: dataset.module, options: dataset.options },
      ...{ port: port2, signal },
    };
    this.#worker = new Worker(path.join(__dirname, `thread${path.extname(__filename)}`), {
      workerData,
      transferList: [port2],
      ...(dataset.execArgv.length ? { execArgv: [...dataset.execArgv] } : {}),
    });
    this.#worker.on('error', (cause) => this.#die(cause.message, cause));
    this.#worker.on('exit', (code) => this.#die(`it ended with exit code ${code}`));
    this.#worker.unref();
  }

  send(order: Order): void {
    this.#port.postMessage(order);
  }

  /** The next report, if it is there. Fails where there will be none: the worker has ended. */
  poll(): Report | undefined {
    const report = this.#next();
    if (report) return report;
    if (this.#death) throw this.#death;
    return undefined;
  }

  /** Fails where the worker's environment has gone, which a thread that blocks is not told; what it sent before is read. */
  checkAlive(): void {
    if (!this.ready || native.isAnnounced(this.ready.environment)) return;
    const last = receiveMessageOnPort(this.#port)?.message as Report | undefined;
    if (last) this.#reports.push(last);
    else throw this.#dead('it ended unexpectedly');
  }

  /** Calls `wake` at the next report or at the worker's end. Until {@link rest} the worker keeps the process. */
  listen(wake: () => void): void {
    if (!this.#listening) {
      this.#listening = true;
      this.#port.on('message', (report: Report) => {
        this.#reports.push(report);
        this.#wake?.();
      });
    }
    this.#port.ref();
    this.#worker.ref();
    this.#wake = wake;
  }

  rest(): void {
    this.#wake = null;
    this.#port.unref();
    this.#worker.unref();
  }

  #next(): Report | undefined {
    const report = this.#reports.shift() ?? (receiveMessageOnPort(this.#port)?.message as Report | undefined);
    if (report?.type === 'ready') this.ready = report;
    return report;
  }

  #die(reason: string, cause?: unknown): void {
    this.#death ??= this.#dead(reason, cause);
    if (this.#closed) this.#discard();
    this.#wake?.();
  }

  #dead(reason: string, cause?: unknown): TorchError {
    return dataError(`DataLoader worker ${this.id} died: ${reason}`, { cause });
  }

  late(timeoutMs: number): TorchError {
    const what = this.ready ? 'gave no batch for' : 'did not start within';
    return dataError(`DataLoader worker ${this.id} ${what} ${timeoutMs / 1000} seconds (timeout)`);
  }

  /** Ends the thread; tensors that it has sent are released. */
  close(): void {
    this.#closed = true;
    this.#discard();
    void this.#worker.terminate().then(() => {
      this.#discard();
      this.#port.close();
    });
  }

  #discard(): void {
    for (let report = this.#next(); report; report = this.#next()) {
      if (report.type === 'batch') disposeAll(unpack(report.value));
    }
  }
}
