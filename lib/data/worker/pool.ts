/** The worker threads of one loader. */
import { dataError, type TorchError } from '../../errors';
import { disposeAll } from '../fresh';
import type { WorkerDataset } from '../worker-dataset';
import { Member } from './member';
import { type Order, type Report, unpack } from './protocol';
import { messageOf } from '../../arguments/describe';

/** How long a blocked thread sleeps before it looks whether its workers still live. */
const LOOK_MS = 20;
/** How long a worker may take to start, in milliseconds, unless the loader has a longer timeout. */
const START_MS = 60_000;

export interface PoolOptions {
  readonly numWorkers: number;
  readonly init: string | null;
  /** 0 waits for ever. */
  readonly timeoutMs: number;
}

type Ready = Extract<Report, { type: 'ready' }>;

/** A report, and which of the workers gave it. */
export type Reported = readonly [worker: number, report: Report];

export class Pool {
  readonly #members: readonly Member[];
  /** Counts the messages of all workers. */
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  #closed = false;

  constructor(
    dataset: WorkerDataset,
    readonly options: PoolOptions,
  ) {
    const signal = this.#signal.buffer;
    this.#members = Array.from({ length: options.numWorkers }, (_, id) => new Member(id, dataset, options, signal));
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

  /**
   * The next report about an epoch of any of these workers, which are asked in this order; blocks. Those that have not
   * started are waited for first, and reports of earlier epochs are dropped.
   */
  receive(workers: readonly number[], epoch: number): Reported {
    for (;;) {
      const [worker, report] = this.#take(workers);
      if (this.#wanted(report, epoch)) return [worker, report];
    }
  }

  /** The same, when it comes. */
  async receiveAsync(workers: readonly number[], epoch: number): Promise<Reported> {
    for (;;) {
      const [worker, report] = await this.#takeAsync(workers);
      if (this.#wanted(report, epoch)) return [worker, report];
    }
  }

  /** What the first worker says of its dataset; blocks. */
  describe(): { readonly length: number | null; readonly iterable: boolean } {
    const member = this.#member(0);
    if (!member.ready) {
      const [, report] = this.#take([0]);
      if (report.type === 'error') throw startError(report.error);
    }
    return member.ready as unknown as Ready;
  }

  #poll(workers: readonly number[]): Reported | undefined {
    for (const worker of workers) {
      const report = this.#member(worker).poll();
      if (report) return [worker, report];
    }
    return undefined;
  }

  #take(workers: readonly number[]): Reported {
    const started = performance.now();
    for (;;) {
      const seen = Atomics.load(this.#signal, 0);
      const found = this.#poll(workers);
      if (found) return found;
      for (const worker of workers) this.#member(worker).checkAlive();
      this.#checkTime(workers, performance.now() - started, Math.max(START_MS, this.options.timeoutMs));
      Atomics.wait(this.#signal, 0, seen, LOOK_MS);
    }
  }

  async #takeAsync(workers: readonly number[]): Promise<Reported> {
    const started = performance.now();
    for (;;) {
      const found = this.#poll(workers);
      if (found) return found;
      const waited = performance.now() - started;
      this.#checkTime(workers, waited, Infinity);
      await this.#event(workers, this.#limit(workers, Infinity) - waited);
    }
  }

  /** How long these workers may take for a report; one that has not started has its own time. */
  #limit(workers: readonly number[], toStart: number): number {
    if (workers.some((worker) => !this.#member(worker).ready)) return toStart;
    return this.options.timeoutMs > 0 ? this.options.timeoutMs : Infinity;
  }

  #checkTime(workers: readonly number[], waitedMs: number, toStart: number): void {
    const limit = this.#limit(workers, toStart);
    if (waitedMs < limit) return;
    const members = workers.map((worker) => this.#member(worker));
    const late = members.find(({ ready }) => !ready) ?? members[0];
    if (late) throw late.late(limit);
  }

  /** Waits for a message, a worker's end, or the time to be over. Only meanwhile do the workers keep the process. */
  async #event(workers: readonly number[], leftMs: number): Promise<void> {
    const members = workers.map((worker) => this.#member(worker));
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      for (const member of members) member.listen(resolve);
      if (leftMs < 2 ** 31) timer = setTimeout(resolve, leftMs);
    });
    clearTimeout(timer);
    for (const member of members) member.rest();
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
  return dataError(`the dataset of a DataLoader worker could not be made: ${message}`, { cause });
}
