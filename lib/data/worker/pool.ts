/** The worker threads of one loader. */
import path from 'node:path';
import { MessageChannel, type MessagePort, Worker, receiveMessageOnPort } from 'node:worker_threads';
import { native } from '../../native/binding';
import { TorchError } from '../../errors';
import { isTensor } from '../../tensor/tensor';
import type { WorkerDataset } from '../worker-dataset';
import { type Order, type Report, type WorkerSetup, unpack } from './protocol';
import { messageOf } from '../../arguments/describe';

/** How long a blocked thread sleeps before it looks whether its worker still lives. */
const LOOK_MS = 20;
/** A worker that has not reported after this many milliseconds never will. */
const START_MS = 60_000;

export interface PoolOptions {
  readonly numWorkers: number;
  readonly init: string | null;
  /** 0 waits for ever. */
  readonly timeoutMs: number;
}

type Ready = Extract<Report, { type: 'ready' }>;

/** One worker, its port, and what it has reported and nobody has taken. */
class Member {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #reports: Report[] = [];
  readonly #signal: Int32Array;
  /** Wakes whoever awaits a report. */
  #wake: (() => void) | null = null;
  #listening = false;
  #death: TorchError | null = null;
  #closed = false;
  ready: Ready | null = null;

  constructor(
    readonly id: number,
    dataset: WorkerDataset,
    options: PoolOptions,
  ) {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    this.#port = port1;
    this.#signal = new Int32Array(signal);
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

  /** The next report; blocks this thread. */
  receive(timeoutMs: number): Report {
    const started = performance.now();
    for (;;) {
      const seen = Atomics.load(this.#signal, 0);
      const report = this.#next();
      if (report) return report;
      this.#check();
      if (this.ready && !native.isAnnounced(this.ready.environment)) this.#checkGone();
      const waited = performance.now() - started;
      if (timeoutMs > 0 && waited > timeoutMs) throw this.#late(timeoutMs);
      if (!this.ready && waited > START_MS) throw this.#late(START_MS);
      Atomics.wait(this.#signal, 0, seen, LOOK_MS);
    }
  }

  /** The next report, when it comes. */
  async receiveAsync(timeoutMs: number): Promise<Report> {
    const deadline = timeoutMs > 0 ? performance.now() + timeoutMs : Infinity;
    for (;;) {
      const report = this.#next();
      if (report) return report;
      this.#check();
      const left = deadline - performance.now();
      if (left <= 0) throw this.#late(timeoutMs);
      await this.#event(left);
    }
  }

  /** Waits for a message, the worker's end, or the time to be over. Only meanwhile does the worker keep the process. */
  async #event(leftMs: number): Promise<void> {
    if (!this.#listening) {
      this.#listening = true;
      this.#port.on('message', (report: Report) => {
        this.#reports.push(report);
        this.#wake?.();
      });
    }
    this.#port.ref();
    this.#worker.ref();
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (leftMs < 2 ** 31) timer = setTimeout(resolve, leftMs);
    });
    clearTimeout(timer);
    this.#wake = null;
    this.#port.unref();
    this.#worker.unref();
  }

  #next(): Report | undefined {
    const report = this.#reports.shift() ?? (receiveMessageOnPort(this.#port)?.message as Report | undefined);
    if (report?.type === 'ready') this.ready = report;
    return report;
  }

  #check(): void {
    if (this.#death) throw this.#death;
  }

  /** The worker's environment has gone; what it sent before that is still to be read. */
  #checkGone(): void {
    const last = receiveMessageOnPort(this.#port)?.message as Report | undefined;
    if (last) this.#reports.push(last);
    else throw this.#dead('it ended unexpectedly');
  }

  #die(reason: string, cause?: unknown): void {
    this.#death ??= this.#dead(reason, cause);
    if (this.#closed) this.#discard();
    this.#wake?.();
  }

  #dead(reason: string, cause?: unknown): TorchError {
    return new TorchError(`DataLoader worker ${this.id} died: ${reason}`, { code: 'ERR_TORCH_DATA', cause });
  }

  #late(timeoutMs: number): TorchError {
    return new TorchError(`DataLoader worker ${this.id} gave no batch for ${timeoutMs / 1000} seconds (timeout)`, {
      code: 'ERR_TORCH_DATA',
    });
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

/** Ends the tensors of a batch that nobody wants. */
export function disposeAll(batch: unknown): void {
  if (isTensor(batch)) batch.dispose();
  else if (batch instanceof Map) for (const item of batch.values()) disposeAll(item);
  else if (typeof batch === 'object' && batch !== null && !ArrayBuffer.isView(batch)) {
    Object.values(batch).forEach(disposeAll);
  }
}

export class Pool {
  readonly #members: readonly Member[];
  #closed = false;

  constructor(
    dataset: WorkerDataset,
    readonly options: PoolOptions,
  ) {
    this.#members = Array.from({ length: options.numWorkers }, (_, id) => new Member(id, dataset, options));
  }

  get size(): number {
    return this.#members.length;
  }

  get closed(): boolean {
    return this.#closed;
  }

  send(worker: number, order: Order): void {
    this.#member(worker).send(order);
  }

  /** The next report about an epoch; `ready` is waited for first. Reports of earlier epochs are dropped. */
  receive(worker: number, epoch: number): Report {
    const member = this.#member(worker);
    for (;;) {
      const report = member.receive(member.ready ? this.options.timeoutMs : 0);
      if (this.#wanted(report, epoch)) return report;
    }
  }

  async receiveAsync(worker: number, epoch: number): Promise<Report> {
    const member = this.#member(worker);
    for (;;) {
      const report = await member.receiveAsync(member.ready ? this.options.timeoutMs : 0);
      if (this.#wanted(report, epoch)) return report;
    }
  }

  /** What the first worker says of its dataset; blocks. */
  describe(): { readonly length: number | null; readonly iterable: boolean } {
    const member = this.#member(0);
    if (!member.ready) {
      const report = member.receive(0);
      if (report.type === 'error') throw startError(report.error);
    }
    return member.ready as unknown as Ready;
  }

  #wanted(report: Report, epoch: number): boolean {
    if (report.type === 'ready') return false;
    if (report.type === 'error' && report.epoch === -1) throw startError(report.error);
    if (report.epoch === epoch) return true;
    if (report.type === 'batch') disposeAll(unpack(report.value));
    return false;
  }

  #member(worker: number): Member {
    return this.#members[worker] as Member;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const member of this.#members) member.close();
  }
}

function startError(cause: unknown): TorchError {
  const message = messageOf(cause);
  return new TorchError(`the dataset of a DataLoader worker could not be made: ${message}`, {
    code: 'ERR_TORCH_DATA',
    cause,
  });
}
