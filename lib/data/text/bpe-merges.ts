/** Learns which pairs of tokens are joined: always the most frequent one, and of those equally frequent the one of the lowest numbers. */

/** A pair of token numbers as one number: there are fewer than 2^26 tokens. */
const BASE = 2 ** 26;
const pairOf = (left: number, right: number): number => left * BASE + right;

interface Word {
  readonly ids: number[];
  readonly times: number;
}

interface Candidate {
  readonly pair: number;
  times: number;
  /** The words that may have it. */
  readonly words: ReadonlySet<number>;
}

const before = (a: Candidate, b: Candidate): boolean => a.times > b.times || (a.times === b.times && a.pair < b.pair);

/** A binary heap: the candidate that comes before all others is taken first. */
class Queue {
  readonly #heap: Candidate[] = [];

  push(candidate: Candidate): void {
    const heap = this.#heap;
    let at = heap.push(candidate) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Candidate;
      if (!before(candidate, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = candidate;
  }

  pop(): Candidate | undefined {
    const heap = this.#heap;
    const [first, last] = [heap[0], heap.pop()];
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Candidate, heap[child] as Candidate)) child++;
      const below = heap[child] as Candidate;
      if (!before(below, last)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

/** How often each pair occurs, and the words to which it has come since {@link Pairs.enqueue}. */
class Pairs {
  readonly times = new Map<number, number>();
  #fresh = new Map<number, Set<number>>();

  change(pair: number, by: number, word: number): void {
    this.times.set(pair, (this.times.get(pair) ?? 0) + by);
    if (by <= 0) return;
    const words = this.#fresh.get(pair);
    if (words) words.add(word);
    else this.#fresh.set(pair, new Set([word]));
  }

  enqueue(queue: Queue): void {
    for (const [pair, words] of this.#fresh) {
      const times = this.times.get(pair) ?? 0;
      if (times > 0) queue.push({ pair, times, words });
    }
    this.#fresh = new Map();
  }
}

/** Joins a pair wherever a word has it, and tells which pairs came and went. */
function joinIn({ ids, times }: Word, index: number, [left, right, joined]: readonly number[], pairs: Pairs): void {
  if (left === undefined || right === undefined || joined === undefined) return;
  for (let i = 0; i + 1 < ids.length; i++) {
    if (ids[i] !== left || ids[i + 1] !== right) continue;
    const [previous, next] = [ids[i - 1], ids[i + 2]];
    if (previous !== undefined) {
      pairs.change(pairOf(previous, left), -times, index);
      pairs.change(pairOf(previous, joined), times, index);
    }
    ids.splice(i, 2, joined);
    if (next !== undefined) {
      pairs.change(pairOf(right, next), -times, index);
      pairs.change(pairOf(joined, next), times, index);
    }
  }
}

function countPairs(words: readonly Word[]): Pairs {
  const pairs = new Pairs();
  for (const [index, { ids, times }] of words.entries()) {
    for (let i = 0; i + 1 < ids.length; i++) {
      pairs.change(pairOf(ids[i] as number, ids[i + 1] as number), times, index);
    }
  }
  return pairs;
}

/**
 * The pairs that are joined, in their order; the tokens that they make are added to `tokens`.
 *
 * @param pieces - The pieces of text, as the characters of an alphabet, and how often each occurs.
 * @param tokens - The tokens that there are, with each character of the alphabet.
 */
export function learnMerges(
  pieces: ReadonlyMap<string, number>,
  tokens: string[],
  { vocabSize, minFrequency }: { readonly vocabSize: number; readonly minFrequency: number },
): [string, string][] {
  const numbers = new Map(tokens.map((token, id) => [token, id]));
  const words = [...pieces].map(
    ([piece, times]): Word => ({ ids: Array.from(piece, (one) => numbers.get(one) as number), times }),
  );
  const pairs = countPairs(words);
  const queue = new Queue();
  pairs.enqueue(queue);
  const merges: [string, string][] = [];
  while (tokens.length < vocabSize) {
    const best = queue.pop();
    if (best === undefined) break;
    const times = pairs.times.get(best.pair) ?? 0;
    if (times !== best.times) {
      // Other joins have taken some of it: it goes back to its place.
      best.times = times;
      queue.push(best);
      continue;
    }
    if (times < 1 || times < minFrequency) break;
    const [left, right] = [Math.floor(best.pair / BASE), best.pair % BASE];
    const [first, second] = [tokens[left] as string, tokens[right] as string];
    const token = first + second;
    const joined = numbers.get(token) ?? tokens.push(token) - 1;
    numbers.set(token, joined);
    merges.push([first, second]);
    for (const index of best.words) joinIn(words[index] as Word, index, [left, right, joined], pairs);
    pairs.enqueue(queue);
  }
  return merges;
}
