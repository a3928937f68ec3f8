/** An epoch as JavaScript's iterators. */
import { recording, spanned } from '../profiler/spans';
import type { Epoch } from './epoch';

/** An epoch that has begun. */
export interface Opened {
  readonly epoch: Epoch;
  /** Called for each batch that the loop is given. */
  readonly given: () => void;
  /** Called once, at the end. */
  readonly ended: () => void;
}

/** An asynchronous loop lets the event loop turn after this many milliseconds. */
const TURN_MS = 10;

const DONE = { done: true, value: undefined } as const;

/** For `for`. */
export function iterate<B>(start: Opened): IterableIterator<B> {
  let opened: Opened | null = start;
  const close = (): void => {
    opened?.epoch.close();
    opened = null;
  };
  const iterator: IterableIterator<B> = {
    next() {
      if (!opened) return DONE;
      const value = orClose(() => inProfile(() => opened?.epoch.next()), close);
      if (value !== undefined) {
        opened.given();
        return { done: false, value: value as B };
      }
      opened.ended();
      close();
      return DONE;
    },
    return() {
      close();
      return DONE;
    },
    [Symbol.iterator]: () => iterator,
  };
  return iterator;
}

/** The wait for a batch has a name of its own in a profile, as in Python. */
function inProfile<R>(body: () => R): R {
  return recording.active ? spanned('enumerate(DataLoader)#_SingleProcessDataLoaderIter.__next__', body) : body();
}

function orClose<R>(body: () => R, close: () => void): R {
  try {
    return body();
  } catch (error) {
    close();
    throw error;
  }
}

/** For `for await`. */
export function iterateAsync<B>(opened: Opened): AsyncGenerator<B, void, undefined> {
  const batches = batchesOf<B>(opened);
  let begun = false;
  const { next, return: leave, throw: fail } = batches;
  return Object.assign(batches, {
    next(): Promise<IteratorResult<B, void>> {
      begun = true;
      return next.call(batches);
    },
    // A generator that is left before its first step runs none of its body, so not its `finally` either.
    return(): Promise<IteratorResult<B, void>> {
      if (!begun) opened.epoch.close();
      return leave.call(batches, undefined);
    },
    throw(cause: unknown): Promise<IteratorResult<B, void>> {
      if (!begun) opened.epoch.close();
      return fail.call(batches, cause);
    },
  });
}

async function* batchesOf<B>({ epoch, given, ended }: Opened): AsyncGenerator<B, void, undefined> {
  let turned = performance.now();
  try {
    for (;;) {
      const batch = await inProfile(() => epoch.nextAsync());
      if (batch === undefined) break;
      given();
      yield batch as B;
      if (performance.now() - turned < TURN_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      turned = performance.now();
    }
    ended();
  } finally {
    epoch.close();
  }
}

/** Python's `enumerate(loader)`; for `for` and for `for await`. */
export interface Entries<B> extends IterableIterator<[number, B]>, AsyncIterable<[number, B]> {
  [Symbol.iterator](): Entries<B>;
}

export function enumerate<B>(loader: Iterable<B> & AsyncIterable<B>): Entries<B> {
  let started: Iterator<B> | null = null;
  let position = 0;
  const entries: Entries<B> = {
    next() {
      const step = (started ??= loader[Symbol.iterator]()).next();
      return step.done ? DONE : { done: false, value: [position++, step.value] };
    },
    return() {
      started?.return?.();
      return DONE;
    },
    [Symbol.iterator]: () => entries,
    [Symbol.asyncIterator]: () => enumerateAsync(loader),
  };
  return entries;
}

async function* enumerateAsync<B>(loader: AsyncIterable<B>): AsyncGenerator<[number, B], void, undefined> {
  let position = 0;
  for await (const batch of loader) yield [position++, batch];
}
