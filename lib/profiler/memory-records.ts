import { iterable, int } from '../arguments/fields';
import { readArguments } from '../arguments/read';

/** Something that happened at a time: its start in nanoseconds. */
export interface MemoryRecord {
  /** When it happened. */
  readonly startNs: number;
}

const RECORDS = { memRecords: iterable<Iterable<MemoryRecord>>() };
const INTERVAL = { startNs: int(), endNs: int() };

/**
 * Records of memory, to be asked for by time.
 *
 * @example
 * const records = new torch.autograd.profiler.MemRecordsAcc([{ startNs: 5 }, { startNs: 1 }]);
 * [...records.inInterval(2, 9)]; // [{ startNs: 5 }]
 */
export class MemRecordsAcc<T extends MemoryRecord> {
  readonly #records: readonly T[];

  constructor(...args: [memRecords: Iterable<T>]) {
    const { memRecords } = readArguments('MemRecordsAcc', RECORDS, args);
    this.#records = [...(memRecords as Iterable<T>)].sort((a, b) => a.startNs - b.startNs);
  }

  /** The first record that does not start before a time, by halving. */
  #from(time: number): number {
    let [low, high] = [0, this.#records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#records[middle] as T).startNs < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The records from `startNs` to `endNs`, both included, in the order of time. */
  inInterval(...args: [startNs: number, endNs: number]): IterableIterator<T> {
    const { startNs, endNs } = readArguments('inInterval', INTERVAL, args);
    return this.#between(startNs, endNs);
  }

  *#between(start: number, end: number): Generator<T> {
    for (let i = this.#from(start); i < this.#records.length; i++) {
      const record = this.#records[i] as T;
      if (record.startNs > end) return;
      yield record;
    }
  }
}
