import { valueError } from '../../errors';

/** Numpy's `RandomState`, as far as fuzzers draw from it: the Mersenne twister, with numpy's ways to make numbers of its words. */

const WORDS = 624;
const SHIFT = 397;

/** 2^64 − 1 has as many ones as the largest range. */
const MASK64 = (1n << 64n) - 1n;

/** The smallest number of the form 2^n − 1 that is at least `most`. */
function maskOf(most: bigint): bigint {
  return most === 0n ? 0n : (1n << BigInt(most.toString(2).length)) - 1n;
}

/** Draws the numbers of `numpy.random.RandomState(seed)`. @internal */
export class RandomState {
  readonly #words = new Uint32Array(WORDS);
  #next = WORDS;

  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw valueError('Seed must be between 0 and 2**32 - 1');
    }
    let word = seed >>> 0;
    for (let i = 0; i < WORDS; i++) {
      this.#words[i] = word;
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + i + 1) >>> 0;
    }
  }

  #word(i: number): number {
    return this.#words[i % WORDS] as number;
  }

  #twist(): void {
    for (let i = 0; i < WORDS; i++) {
      const mixed = (this.#word(i) & 0x80000000) | (this.#word(i + 1) & 0x7fffffff);
      this.#words[i] = this.#word(i + SHIFT) ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    }
    this.#next = 0;
  }

  /** 32 random bits. */
  word(): number {
    if (this.#next === WORDS) this.#twist();
    let word = this.#word(this.#next++);
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  /** A number of [0, 1) with 53 random bits. */
  rand(): number {
    const [high, low] = [this.word() >>> 5, this.word() >>> 6];
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** A number of [low, high). */
  uniform(low: number, high: number): number {
    return low + (high - low) * this.rand();
  }

  /** A whole number from 0 to `most`, which is included. Words that are too large are thrown away. */
  upTo(most: bigint): bigint {
    if (most === 0n) return 0n;
    const [mask, wide] = [maskOf(most) & MASK64, most > 0xffffffffn];
    for (;;) {
      const first = BigInt(this.word());
      const drawn = (wide ? (first << 32n) | BigInt(this.word()) : first) & mask;
      if (drawn <= most) return drawn;
    }
  }

  /** A whole number of [low, high). */
  randint(low: number, high: number): number {
    if (low >= high) throw valueError('low >= high');
    return low + Number(this.upTo(BigInt(high) - BigInt(low) - 1n));
  }

  /** The numbers below `length` in random order. */
  permutation(length: number): number[] {
    const order = Array.from({ length }, (_, i) => i);
    for (let i = length - 1; i > 0; i--) {
      const j = Number(this.upTo(BigInt(i)));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    return order;
  }

  /** The index of one of several things that have these probabilities. */
  choice(probabilities: readonly number[]): number {
    let sum = 0;
    const bounds = probabilities.map((one) => (sum += one));
    const drawn = this.rand();
    const index = bounds.findIndex((bound) => bound / sum > drawn);
    return index < 0 ? probabilities.length - 1 : index;
  }
}
