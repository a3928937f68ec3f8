/** Work on large pictures in pieces, between which the event loop may have its turn. */

/** Runs of rows that have at most so many elements together, or one row each. */
export function* runsOfRows(rows: number, rowLength: number, most: number): Generator<[from: number, count: number]> {
  const each = Math.max(1, Math.floor(most / Math.max(1, rowLength)));
  for (let from = 0; from < rows; from += each) yield [from, Math.min(each, rows - from)];
}
