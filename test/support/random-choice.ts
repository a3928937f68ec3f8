/** Random choices that are the same in every run. */
export class Choices {
  constructor(private state: number) {}

  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  of<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)] as T;
  }

  /** A size: powers are as likely as each other, and the largest is a sixth of all, for large products of sizes. */
  size(from: number, to: number): number {
    return Math.round(from * (to / from) ** Math.min(1, this.next() * 1.2));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}

/** Picks one of the values at each call. */
export function randomizer(seed: number): (values: readonly number[]) => number {
  const choices = new Choices(seed);
  return (values) => choices.of(values);
}
