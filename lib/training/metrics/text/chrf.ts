import { bool, count, int } from '../../../arguments/fields';
import { readOptions, refuseSurplus } from '../../../arguments/read';
import { limitArguments } from '../../../arguments/surplus';
import { METRIC_ARGUMENTS } from '../metric';
import { type Ngrams, ngramsOf, sharedOf, totalOf } from './ngrams';
import { DECODE, TextMetric, type TextMetricOptions } from './texts';
import { splitWords } from './tokens';

export interface ChrfOptions extends TextMetricOptions {
  /** The longest n-grams of characters that count. @defaultValue 6 */
  readonly charOrder?: number;
  /** The longest n-grams of words that count; 2 makes it chrF++. @defaultValue 0 */
  readonly wordOrder?: number;
  /** How much more recall counts than precision. @defaultValue 2 */
  readonly beta?: number;
  /** Compare without regard to case. @defaultValue false */
  readonly lowercase?: boolean;
  /** Let spaces be characters, too. @defaultValue false */
  readonly whitespace?: boolean;
  /** Let the orders for which a text is too short count as nearly 0, as chrF++.py does. @defaultValue false */
  readonly epsSmoothing?: boolean;
}

const TABLE = {
  ...DECODE,
  charOrder: count(1, 6),
  wordOrder: count(0, 0),
  beta: int(2),
  lowercase: bool(false),
  whitespace: bool(false),
  epsSmoothing: bool(false),
};

const EPS = 1e-16;
const PUNCTUATION = new Set('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

/** Words with the punctuation at their end, or else at their beginning, apart. */
function chrfWords(text: string): string[] {
  return splitWords(text).flatMap((word) => {
    const characters = Array.from(word);
    const [first, last] = [characters[0] ?? '', characters.at(-1) ?? ''];
    if (characters.length === 1) return [word];
    if (PUNCTUATION.has(last)) return [characters.slice(0, -1).join(''), last];
    return PUNCTUATION.has(first) ? [first, characters.slice(1).join('')] : [word];
  });
}

/** What a text, a reference and both together have of one order of n-grams. */
function matches(hypothesis: Ngrams, reference: Ngrams): [hypothesis: number, reference: number, shared: number] {
  const wanted = totalOf(reference);
  return [wanted > 0 ? totalOf(hypothesis) : 0, wanted, sharedOf(hypothesis, reference)];
}

/**
 * chrF over all texts, as `sacrebleu.metrics.CHRF` counts it: from 0 to 100, by n-grams of characters, which suits
 * languages with many forms of a word.
 *
 * @see https://github.com/mjpost/sacrebleu
 * @example
 * const chrf = new torch.training.CHRF();
 * chrf.update(['The dog bit the man.'], ['The dog bit the man!']);
 * chrf.compute().toFixed(2); // '92.47'
 */
export class CHRF extends TextMetric {
  readonly options: Required<Omit<ChrfOptions, 'decode'>>;

  constructor(options: ChrfOptions = {}, ...surplus: []) {
    refuseSurplus('CHRF', 1, surplus);
    const { decode, ...read } = readOptions('CHRF', TABLE, options);
    super(1 + 3 * (read.charOrder + read.wordOrder), decode);
    this.options = read;
  }

  /** The counts of the reference that fits best. */
  protected override count(hypothesis: string, references: readonly string[]): readonly number[] {
    const found = this.#ngrams(hypothesis);
    let [best, most]: [readonly number[], number] = [[], -1];
    for (const reference of references) {
      const wanted = this.#ngrams(reference);
      const counts = found.flatMap((ngrams, i) => matches(ngrams, wanted[i] ?? new Map()));
      const score = this.#score(counts);
      if (score > most) [best, most] = [counts, score];
    }
    return [1, ...best];
  }

  #ngrams(text: string): Ngrams[] {
    const { charOrder, wordOrder, lowercase, whitespace } = this.options;
    const given = lowercase ? text.toLowerCase() : text;
    const characters = Array.from(whitespace ? given : splitWords(given).join(''));
    const orders = (tokens: readonly string[], most: number): Ngrams[] =>
      Array.from({ length: most }, (_, i) => ngramsOf(tokens, i + 1));
    return [...orders(characters, charOrder), ...(wordOrder > 0 ? orders(chrfWords(given), wordOrder) : [])];
  }

  override compute(): number {
    if (this.sum(0) === 0) return NaN;
    return this.#score(Array.from({ length: this.size - 1 }, (_, i) => this.sum(1 + i)));
  }

  #score(counts: readonly number[]): number {
    const factor = this.options.beta ** 2;
    const orders = counts.length / 3;
    let [smoothed, precisions, recalls, effective] = [0, 0, 0, 0];
    for (let i = 0; i < orders; i++) {
      const [hypothesis = 0, reference = 0, shared = 0] = counts.slice(3 * i, 3 * i + 3);
      const precision = hypothesis > 0 ? shared / hypothesis : EPS;
      const recall = reference > 0 ? shared / reference : EPS;
      const weighted = factor * precision + recall;
      smoothed += weighted > 0 ? ((1 + factor) * precision * recall) / weighted : EPS;
      if (hypothesis === 0 || reference === 0) continue;
      precisions += precision;
      recalls += recall;
      effective++;
    }
    if (this.options.epsSmoothing) return (100 * smoothed) / orders;
    if (precisions + recalls === 0) return 0;
    const [precision, recall] = [precisions / effective, recalls / effective];
    return 100 * (((1 + factor) * precision * recall) / (factor * precision + recall));
  }
}

limitArguments([CHRF], METRIC_ARGUMENTS);
