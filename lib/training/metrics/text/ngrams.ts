/** How often each n-gram occurs, by a key that no other n-gram has. */
export type Ngrams = ReadonlyMap<string, number>;

/** Stands between the parts of an n-gram: no tokenizer leaves a line's end within a token. */
const BETWEEN = '\n';

/** The n-grams of a list of tokens. @internal */
export function ngramsOf(tokens: readonly string[], n: number): Ngrams {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= tokens.length; i++) {
    const key = tokens.slice(i, i + n).join(BETWEEN);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How many n-grams there are. @internal */
export function totalOf(ngrams: Ngrams): number {
  let total = 0;
  for (const count of ngrams.values()) total += count;
  return total;
}

/** How many n-grams two texts share; one counts as often as it is in both. @internal */
export function sharedOf(a: Ngrams, b: Ngrams): number {
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  return shared;
}

/** The most often that each n-gram occurs in one of several texts. @internal */
export function mostOf(all: readonly Ngrams[]): Ngrams {
  const most = new Map<string, number>();
  for (const ngrams of all) {
    for (const [key, count] of ngrams) most.set(key, Math.max(count, most.get(key) ?? 0));
  }
  return most;
}
