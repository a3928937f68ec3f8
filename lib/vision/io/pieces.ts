/** Work on large pictures in pieces, between which the event loop has its turn. */
import { setImmediate } from 'node:timers/promises';

/** Runs of rows that have at most so many elements together, or one row each. */
export function* runsOfRows(rows: number, rowLength: number, most: number): Generator<[from: number, count: number]> {
  const each = Math.max(1, Math.floor(most / Math.max(1, rowLength)));
  for (let from = 0; from < rows; from += each) yield [from, Math.min(each, rows - from)];
}

/** Lets the event loop run each time that so many elements have been worked on. */
export class Pace {
  #done = 0;

  constructor(private readonly most: number) {}

  /** To be called after each piece, with its number of elements. */
  async after(elements: number): Promise<void> {
    this.#done += elements;
    if (this.#done < this.most) return;
    this.#done = 0;
    await setImmediate();
  }
}
