/** Samples of a map-style dataset by index, joined to a batch. Errors name the dataset and the index. */
import { dataError, indexError, type TorchError, typeError } from '../errors';
import { lengthOf } from './dataset-check';
import type { MapDataset } from './dataset';
import { type TensorRows, tensorsBehind } from './rows';
import { isThenable } from '../arguments/synchronous';
import { messageOf, nameOf, show } from '../arguments/describe';

/** A batch of the sampler, or a single index where samples are not batched. */
export type Request = number | readonly number[];

export interface FetchOptions {
  readonly collate: (samples: never) => unknown;
  /** Whether `collate` is the built-in one, which a gather replaces. */
  readonly defaultCollation: boolean;
}

export class Fetcher {
  readonly #collate: (samples: unknown) => unknown;
  readonly #rows: TensorRows | null;

  constructor(
    readonly dataset: MapDataset<unknown>,
    { collate, defaultCollation }: FetchOptions,
  ) {
    this.#collate = collate as (samples: unknown) => unknown;
    this.#rows = defaultCollation ? tensorsBehind(dataset) : null;
  }

  /** The batch, or a promise of it where the dataset or the collation is asynchronous. */
  fetch(request: Request): unknown {
    this.#check(request);
    if (typeof request === 'number') return chain(this.#get(request), this.#collate);
    if (this.#rows) return gather(this.#rows, request);
    return chain(this.#samples(request), this.#collate);
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

  #get(index: number): unknown {
    const failed = (cause: unknown): TorchError => this.#failure(`get(${index})`, cause);
    const check = (sample: unknown): unknown => {
      if (sample !== undefined) return sample;
      throw failed(typeError('it returned undefined'));
    };
    return attempt(() => this.dataset.get(index), check, failed);
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
