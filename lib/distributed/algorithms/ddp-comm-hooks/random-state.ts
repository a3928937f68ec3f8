const LENGTH = 624;
const OFFSET = 397;

/**
 * NumPy's `RandomState`: the Mersenne Twister with its old seeding. Ranks of Python draw their seeds from it, and all ranks
 * have to draw the same.
 */
export class RandomState {
  readonly #words = new Uint32Array(LENGTH);
  #next = LENGTH;

  constructor(seed: number) {
    const words = this.#words;
    words[0] = seed;
    for (let i = 1; i < LENGTH; i++) {
      const before = words[i - 1] as number;
      words[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
    }
  }

  /** A whole number from 0 to `end` - 1, which is at most 2^32, as `randint(end)` draws it. */
  randint(end: number): number {
    const most = end - 1;
    const mask = most === 0 ? 0 : 2 ** Math.ceil(Math.log2(end)) - 1;
    for (;;) {
      const drawn = (this.#draw() & mask) >>> 0;
      if (drawn <= most) return drawn;
    }
  }

  #draw(): number {
    if (this.#next === LENGTH) this.#twist();
    let word = this.#words[this.#next++] as number;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  #twist(): void {
    const words = this.#words;
    for (let i = 0; i < LENGTH; i++) {
      const joined = ((words[i] as number) & 0x80000000) | ((words[(i + 1) % LENGTH] as number) & 0x7fffffff);
      words[i] = (words[(i + OFFSET) % LENGTH] as number) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    this.#next = 0;
  }
}
