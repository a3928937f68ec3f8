/** One pass over a dataset. A loader opens one for each iteration; each way of loading has a class of its own. */
import { narrow, indexSelect } from '../ops/generated/functions';
import { native } from '../native/binding';
import { type Tensor, handleOf, wrap } from '../tensor/tensor';
import { lengthOf } from './dataset-check';
import { indexTensor } from './draw';
import type { Begun, Fetcher, Request } from './fetch';
import { isThenable } from '../arguments/synchronous';
import type { EpochBox } from '../native/contract';
import type { Plan } from './options';
import { wholeOrder } from './order';
import { BatchSampler, type Order, type Sized } from './sampler';
import { type TensorRows, tensorsBehind } from './rows';
import { typeError } from '../errors';

export interface Epoch {
  /** The next batch, or undefined at the end. Throws where only a promise can be had. */
  next(): unknown;
  nextAsync(): Promise<unknown>;
  /** Leaves out the first batches; called before the first one is asked for. Draws what they would have drawn. */
  skip(batches: number): void;
  /** Ends the epoch early and releases what it holds. Calling it again does nothing. */
  close(): void;
}

/** The epoch of a plain tensor dataset in the order of a built-in sampler: torch::data gathers the batches. */
export class NativeEpoch implements Epoch {
  #box: EpochBox | null = null;
  #order: Order | null = null;
  #skipped = 0;
  #given = 0;
  #closed = false;
  #finished = false;

  private constructor(
    readonly rows: TensorRows,
    readonly sampler: BatchSampler,
    readonly draw: () => Order,
    readonly plan: Plan,
  ) {}

  /** An epoch, if native code can serve this plan. */
  static for(plan: Plan): NativeEpoch | null {
    const { batchSampler } = plan;
    const rows = plan.defaultCollation ? tensorsBehind(plan.dataset) : null;
    if (!rows) return null;
    if (!(batchSampler instanceof BatchSampler) || batchSampler.constructor !== BatchSampler) return null;
    const draw = wholeOrder(batchSampler.sampler);
    return draw && new NativeEpoch(rows, batchSampler, draw, plan);
  }

  next(): Tensor[] | undefined {
    if (this.#closed) return undefined;
    const box = (this.#box ??= this.#open());
    const last = this.#given === this.#total() - 1;
    // Python asks its sampler for more while it fills a last batch that is not full, and after one that is.
    if (last && lengthOf(this.sampler.sampler as Sized) % this.sampler.batchSize !== 0) this.#finish();
    const handles = native.nextBatch(box);
    if (handles === null) {
      this.#finish();
      this.close();
      return undefined;
    }
    this.#given++;
    return handles.map(wrap);
  }

  nextAsync(): Promise<Tensor[] | undefined> {
    return new Promise((resolve) => resolve(this.next()));
  }

  skip(batches: number): void {
    this.#order ??= this.draw();
    this.#skipped = batches;
    this.#given = batches;
  }

  close(): void {
    this.#closed = true;
    if (this.#box) native.closeLoader(this.#box);
    this.#order?.order.dispose();
  }

  #total(): number {
    return this.sampler.length;
  }

  #finish(): void {
    if (!this.#finished) this.#order?.finish?.();
    this.#finished = true;
  }

  /** The tensors' rows for an order of a subset's samples. */
  #rowsOf(order: Tensor): Tensor {
    const { indices } = this.rows;
    if (!indices) return order;
    const all = indexTensor(indices);
    try {
      return indexSelect(all, 0, order);
    } finally {
      all.dispose();
    }
  }

  #open(): EpochBox {
    const { plan, sampler } = this;
    const { order } = (this.#order ??= this.draw());
    const begin = Math.min(this.#skipped * sampler.batchSize, order.size(0));
    const rest = begin > 0 ? narrow(order, 0, begin, order.size(0) - begin) : order;
    const { tensors } = this.rows.dataset;
    // A thread would not see the caller's grad mode.
    const threads = tensors.some((tensor) => tensor.requiresGrad) ? 0 : plan.numWorkers;
    const ahead = Math.max(1, threads * plan.prefetchFactor);
    const chosen = this.#rowsOf(rest);
    return native.openLoader(
      tensors.map(handleOf),
      handleOf(chosen),
      sampler.batchSize,
      sampler.dropLast,
      threads,
      ahead,
      plan.timeoutMs,
    );
  }
}

/** The epoch of a map-style dataset in this thread. */
export class MapEpoch implements Epoch {
  readonly #requests: Iterator<Request>;
  /** Batches on their way, where the dataset is asynchronous; in order. */
  readonly #ahead: Begun[] = [];
  #ended = false;

  constructor(
    readonly fetcher: Fetcher,
    requests: Iterable<Request>,
    readonly prefetchFactor: number,
  ) {
    this.#requests = requests[Symbol.iterator]();
  }

  next(): unknown {
    const request = this.#request();
    if (request === undefined) return undefined;
    const batch = this.fetcher.fetch(request);
    if (!isThenable(batch)) return batch;
    Promise.resolve(batch).catch(() => undefined);
    throw typeError('the dataset or its collation returns promises: iterate the DataLoader with `for await`');
  }

  async nextAsync(): Promise<unknown> {
    this.#fill();
    const batch = await this.#ahead.shift()?.finish();
    return batch;
  }

  /** Starts batches until one is at hand and, where they take their time, enough are on their way. */
  #fill(): void {
    while (this.#ahead.length <= this.prefetchFactor) {
      const request = this.#request();
      if (request === undefined) return;
      const batch = this.#begin(request);
      this.#ahead.push(batch);
      if (!batch.pending) return;
    }
  }

  #begin(request: Request): Begun {
    try {
      return this.fetcher.begin(request);
    } catch (error) {
      this.close();
      // In its turn, after the batches before it.
      return { pending: false, finish: () => Promise.reject(error) };
    }
  }

  #request(): Request | undefined {
    if (this.#ended) return undefined;
    const step = this.#requests.next();
    if (!step.done) return step.value;
    this.#ended = true;
    return undefined;
  }

  skip(batches: number): void {
    for (let i = 0; i < batches; i++) this.#request();
  }

  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#requests.return?.();
  }
}
