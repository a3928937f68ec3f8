/** Points of a curve in bounded memory: where there are too many, each stretch keeps its first, least, greatest and last. */

/** So many points of a series are kept; a screen shows fewer. */
const MOST = 4096;
const FIRST_ROOM = 64;

export interface Points {
  readonly steps: readonly number[];
  readonly times: readonly (number | null)[];
  readonly values: readonly (number | null)[];
}

/** JSON has neither NaN nor Infinity. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * One curve of a log. Points come in the order of their steps; where a run was resumed from an earlier checkpoint, the points
 * behind it are forgotten, as the later ones count.
 */
export class Series {
  #steps = new Float64Array(FIRST_ROOM);
  #times = new Float64Array(FIRST_ROOM);
  #values = new Float64Array(FIRST_ROOM);
  #length = 0;
  #count = 0;

  /** How many points there were. */
  get count(): number {
    return this.#count;
  }

  get last(): number {
    return this.#length === 0 ? NaN : (this.#values[this.#length - 1] as number);
  }

  add(step: number, time: number, value: number): void {
    this.#forgetFrom(step);
    if (this.#length === this.#steps.length) this.#makeRoom();
    this.#steps[this.#length] = step;
    this.#times[this.#length] = time;
    this.#values[this.#length] = value;
    this.#length++;
    this.#count++;
  }

  #forgetFrom(step: number): void {
    const before = this.#length;
    while (this.#length > 0 && (this.#steps[this.#length - 1] as number) >= step) this.#length--;
    this.#count = Math.max(this.#length, this.#count - (before - this.#length));
  }

  #makeRoom(): void {
    if (this.#length < MOST) {
      const grown = (from: Float64Array): Float64Array<ArrayBuffer> => {
        const to = new Float64Array(Math.min(MOST, from.length * 2));
        to.set(from);
        return to;
      };
      [this.#steps, this.#times, this.#values] = [grown(this.#steps), grown(this.#times), grown(this.#values)];
      return;
    }
    const kept = thinned(this.#steps, this.#values, 0, this.#length, MOST / 2);
    for (const [to, from] of kept.entries()) {
      this.#steps[to] = this.#steps[from] as number;
      this.#times[to] = this.#times[from] as number;
      this.#values[to] = this.#values[from] as number;
    }
    this.#length = kept.length;
  }

  /** At most about `most` points with steps in a range, and one more on each side of it, so that lines leave the picture. */
  points(most: number, from = -Infinity, to = Infinity): Points {
    const begin = Math.max(0, this.#find(from) - 1);
    const end = Math.min(this.#length, this.#find(to, true) + 1);
    const kept = thinned(this.#steps, this.#values, begin, end, most);
    return {
      steps: kept.map((i) => this.#steps[i] as number),
      times: kept.map((i) => finite(this.#times[i] as number)),
      values: kept.map((i) => finite(this.#values[i] as number)),
    };
  }

  /** Where the first point with at least this step is, or with a greater one. */
  #find(step: number, greater = false): number {
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.#steps[middle] as number;
      if (at < step || (greater && at === step)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Which of the points from `begin` to `end` to keep: all where they are few, else of each stretch the first, the least, the greatest
 * and the last, so that no spike is lost. A stretch with a value that is not finite keeps one of those, too. Stretches are equal in
 * steps, so that thinning what has been thinned before leaves old and new points equally dense.
 */
export function thinned(steps: Float64Array, values: Float64Array, begin: number, end: number, most: number): number[] {
  const length = Math.max(0, end - begin);
  if (length <= most) return Array.from({ length }, (_, i) => begin + i);
  const stretches = Math.max(1, Math.floor(most / 4));
  const first = steps[begin] as number;
  const width = ((steps[end - 1] as number) - first) / stretches;
  const stretchOf = (i: number): number => Math.min(stretches - 1, Math.floor(((steps[i] as number) - first) / width));
  const kept: number[] = [];
  for (let from = begin; from < end; ) {
    const stretch = stretchOf(from);
    let to = from + 1;
    while (to < end && stretchOf(to) === stretch) to++;
    kept.push(...extremes(values, from, to));
    from = to;
  }
  return kept;
}

function extremes(values: Float64Array, from: number, to: number): number[] {
  let [least, greatest, odd] = [-1, -1, -1];
  for (let i = from; i < to; i++) {
    const value = values[i] as number;
    if (!Number.isFinite(value)) odd = odd < 0 ? i : odd;
    else {
      if (least < 0 || value < (values[least] as number)) least = i;
      if (greatest < 0 || value > (values[greatest] as number)) greatest = i;
    }
  }
  const found = [from, least, greatest, odd, to - 1].filter((i) => i >= 0);
  return [...new Set(found)].sort((a, b) => a - b);
}
