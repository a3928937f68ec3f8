/** Samples of a map-style dataset by index, joined to a batch. Errors name the dataset and the index. */
import { dataError, indexError, type TorchError, typeError } from '../errors';
import { lengthOf } from './dataset-check';
import { type MapDataset, type Prefetching, takesPrefetched } from './dataset';
import { disposeAll, isFresh } from './fresh';
import { type TensorRows, tensorsBehind } from './rows';
import { isThenable } from '../arguments/synchronous';
import { messageOf, nameOf, show } from '../arguments/describe';

/** A batch of the sampler, or a single index where samples are not batched. */
export type Request = number | readonly number[];

/** For how many milliseconds samples are made before the event loop has its turn. */
const TURN_MS = 8;

export interface FetchOptions {
  readonly collate: (samples: never) => unknown;
  /** Whether `collate` is the built-in one, which a gather replaces. */
  readonly defaultCollation: boolean;
}

/** A batch that is being read. */
export interface Begun {
  /** Whether it takes its time. */
  readonly pending: boolean;
  /** Makes the batch, when its turn has come: now or as a promise. */
  finish(): unknown;
}

/** How many samples of a batch are read at once: enough for the threads that read, and few enough for their caches. */
const AHEAD = 4;

/** What the samples of a batch are made of, some of which are being read. */
class Window {
  readonly #parts: unknown[] = [];

  constructor(
    private readonly indices: readonly number[],
    private readonly read: (index: number) => unknown,
  ) {
    this.#readUpTo(AHEAD);
  }

  /** Whether something has to be waited for. */
  get takesTime(): boolean {
    return this.#parts.some(isThenable);
  }

  /** What a sample is made of. The next one is begun in its place. */
  take(i: number): unknown {
    this.#readUpTo(i + 1 + AHEAD);
    const part = this.#parts[i];
    this.#parts[i] = undefined;
    return part;
  }

  #readUpTo(count: number): void {
    for (let i = this.#parts.length; i < Math.min(count, this.indices.length); i++) {
      const part = this.read(this.indices[i] as number);
      // Waited for in its turn.
      expectFailure(part);
      this.#parts.push(part);
    }
  }
}

export class Fetcher {
  readonly #collate: (samples: unknown) => unknown;
  readonly #rows: TensorRows | null;
  /** Whether collation copies samples that nobody else has. */
  readonly #endsSamples: boolean;

  constructor(
    readonly dataset: MapDataset<unknown>,
    { collate, defaultCollation }: FetchOptions,
  ) {
    this.#collate = collate as (samples: unknown) => unknown;
    this.#rows = defaultCollation ? tensorsBehind(dataset) : null;
    this.#endsSamples = defaultCollation && isFresh(dataset);
  }

  /** The batch, or a promise of it where the dataset or the collation is asynchronous. */
  fetch(request: Request): unknown {
    return this.begin(request).finish();
  }

  /**
   * Begins to read a batch. What may draw random numbers and waits for nothing that is read, waits for its turn: the
   * samples of a dataset that prefetches, and the collation.
   */
  begin(request: Request): Begun {
    this.#check(request);
    const { dataset } = this;
    if (takesPrefetched(dataset)) return this.#prefetched(dataset, request);
    if (typeof request !== 'number' && this.#rows) return begun(gather(this.#rows, request));
    const samples = typeof request === 'number' ? this.#get(request) : this.#samples(request);
    return isThenable(samples) ? later(samples, this.#collate) : begun(this.#collate(samples));
  }

  #prefetched(dataset: Prefetching, request: Request): Begun {
    const indices = typeof request === 'number' ? [request] : request;
    const read = (index: number): unknown =>
      attempt(
        () => dataset.prefetch(index),
        (part) => part,
        (cause) => this.#failure(`get(${index})`, cause),
      );
    const window = new Window(indices, read);
    const joined = (samples: readonly unknown[]): unknown =>
      typeof request === 'number' ? this.#collate(samples[0]) : this.#batch(samples);
    if (window.takesTime) return { pending: true, finish: () => this.#inTurn(indices, window).then(joined) };
    const samples = this.#allNow(indices, window);
    return isThenable(samples) ? later(samples, joined as never) : begun(joined(samples as unknown[]));
  }

  #batch(samples: readonly unknown[]): unknown {
    const batch = this.#collate(samples);
    if (this.#endsSamples) disposeAll(samples);
    return batch;
  }

  /** Samples one after another, so that what they draw is drawn in their order. */
  async #inTurn(indices: readonly number[], window: Window, samples: unknown[] = []): Promise<unknown[]> {
    let turned = performance.now();
    for (let i = samples.length; i < indices.length; i++) {
      samples.push(await this.#get(indices[i] as number, await window.take(i)));
      if (performance.now() - turned < TURN_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      turned = performance.now();
    }
    return samples;
  }

  /** The same of parts that are there: without a promise, as long as no sample is one. */
  #allNow(indices: readonly number[], window: Window): unknown {
    const samples: unknown[] = [];
    for (const [i, index] of indices.entries()) {
      const sample = this.#get(index, window.take(i));
      if (isThenable(sample)) return sample.then((one) => this.#inTurn(indices, window, [...samples, one]));
      samples.push(sample);
    }
    return samples;
  }

  #samples(indices: readonly number[]): unknown {
    if (typeof this.dataset.getItems === 'function') return this.#items(indices);
    const samples = indices.map((index) => this.#get(index));
    return samples.some(isThenable) ? Promise.all(samples) : samples;
  }

  #items(indices: readonly number[]): unknown {
    const failed = (cause: unknown): TorchError => this.#failure(`getItems([${indices.join(', ')}])`, cause);
    const check = (items: unknown): unknown => {
      if (Array.isArray(items) && items.length === indices.length) return items;
      throw failed(typeError(`expected an array of ${indices.length} samples, got ${show(items)}`));
    };
    return attempt(() => this.dataset.getItems?.(indices), check, failed);
  }

  #get(index: number, ...prefetched: readonly unknown[]): unknown {
    const failed = (cause: unknown): TorchError => this.#failure(`get(${index})`, cause);
    const check = (sample: unknown): unknown => {
      if (sample !== undefined) return sample;
      throw failed(typeError('it returned undefined'));
    };
    return attempt(() => this.dataset.get(index, ...prefetched), check, failed);
  }

  #failure(call: string, cause: unknown): TorchError {
    const message = messageOf(cause);
    return dataError(`${nameOf(this.dataset)}.${call} failed: ${message}`, { cause });
  }

  #check(request: Request): void {
    const length = lengthOf(this.dataset);
    for (const index of typeof request === 'number' ? [request] : request) {
      if (Number.isInteger(index) && index >= 0 && index < length) continue;
      throw indexError(
        `the sampler yielded index ${show(index)}, but ${nameOf(this.dataset)} has the indices 0 to ${length - 1}`,
      );
    }
  }
}

/** A loop that is left early never looks at the batches ahead: their failures are not unhandled. */
function expectFailure(value: unknown): void {
  if (isThenable(value)) value.then(undefined, () => undefined);
}

/** A batch of samples that are on their way. */
function later(samples: PromiseLike<unknown>, collate: (samples: unknown) => unknown): Begun {
  expectFailure(samples);
  return { pending: true, finish: () => samples.then(collate) };
}

/** A batch that is there, or whose collation takes its time. */
function begun(batch: unknown): Begun {
  expectFailure(batch);
  return { pending: isThenable(batch), finish: () => batch };
}

function gather({ dataset, indices }: TensorRows, request: readonly number[]): unknown {
  return dataset.gather(indices ? request.map((index) => indices[index] as number) : request);
}

/** Calls, checks the result now or when it comes, and names what fails. */
function attempt(call: () => unknown, check: (value: unknown) => unknown, failed: (cause: unknown) => Error): unknown {
  let value: unknown;
  try {
    value = call();
  } catch (cause) {
    throw failed(cause);
  }
  if (!isThenable(value)) return check(value);
  return value.then(check, (cause: unknown) => {
    throw failed(cause);
  });
}

/** `next(value)`, now or when the value comes. */
export function chain(value: unknown, next: (value: unknown) => unknown): unknown {
  return isThenable(value) ? value.then(next) : next(value);
}
