import { valueError } from '../../../errors';
import { isTensor } from '../../../tensor/tensor';

const LENGTH = 624;
const OFFSET = 397;

/** The state of a generator, by NumPy's names. */
export interface RandomStateDict {
  readonly bit_generator: string;
  readonly state: {
    /** 624 words. */
    readonly key: readonly number[];
    /** How many of them have been used. */
    readonly pos: number;
  };
  readonly has_gauss: number;
  readonly gauss: number;
}

const isWord = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32;

/** A list of words, an array of NumPy's, or a tensor. */
function wordsOf(key: unknown): readonly number[] | null {
  const items: unknown = isTensor(key) ? (key as unknown as { tolist(): unknown }).tolist() : key;
  const list = Array.isArray(items) || ArrayBuffer.isView(items) ? Array.from(items as ArrayLike<unknown>) : [];
  const words = list.map((item) => (typeof item === 'bigint' ? Number(item) : item));
  return words.every(isWord) ? words : null;
}

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

  /** As NumPy's `get_state(legacy=False)` gives it. */
  getState(): RandomStateDict {
    const state = { key: [...this.#words], pos: this.#next };
    return { bit_generator: 'MT19937', state, has_gauss: 0, gauss: 0 };
  }

  /** Goes on where a generator, here or in NumPy, was when its state was taken. */
  setState(given: unknown): void {
    const fields = (given ?? {}) as Partial<RandomStateDict>;
    const words = wordsOf(fields.state?.key);
    const next = fields.state?.pos;
    const fits = fields.bit_generator === 'MT19937' && words?.length === LENGTH && isWord(next) && next <= LENGTH;
    if (!fits) throw valueError("expected the state of NumPy's MT19937: a list of 624 words `key`, and `pos`");
    this.#words.set(words);
    this.#next = next;
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
