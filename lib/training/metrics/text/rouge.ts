import { callback, choice, nullable, value } from '../../../arguments/fields';
import { readOptions, refuseSurplus } from '../../../arguments/read';
import { limitArguments } from '../../../arguments/surplus';
import { METRIC_ARGUMENTS } from '../metric';
import { longestCommon, unionOfCommon } from './common-subsequence';
import { ngramsOf, sharedOf, totalOf } from './ngrams';
import { DECODE, TextMetric, type TextMetricOptions } from './texts';
import { splitWords } from './tokens';

/** One of ROUGE's figures: by n-grams (`rouge1` to `rouge9`), by the longest common subsequence, or by that of lines. */
export type RougeKey = `rouge${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 'L' | 'Lsum'}`;

export interface RougeOptions extends TextMetricOptions {
  /** Which figures. @defaultValue ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'] */
  readonly rougeKeys?: readonly RougeKey[];
  /** With several references: the mean over them, or the best by its F-measure. @defaultValue 'best' */
  readonly accumulate?: 'best' | 'avg';
  /** Brings words to their stems, as the npm package `stemmer` does; used for words of more than three letters. @defaultValue null */
  readonly stemmer?: ((word: string) => string) | null;
  /** Prepares a text. The default makes lower case of it and a space of what is neither a letter from a to z nor a digit. */
  readonly normalizer?: ((text: string) => string) | null;
  /** Splits a prepared text. The default splits at spaces. */
  readonly tokenizer?: ((text: string) => string[]) | null;
}

const isKey = (key: unknown): boolean => typeof key === 'string' && /^rouge([1-9]|L|Lsum)$/u.test(key);
const TABLE = {
  ...DECODE,
  rougeKeys: value<readonly RougeKey[]>(
    "a list of 'rouge1' to 'rouge9', 'rougeL' and 'rougeLsum'",
    (keys) => Array.isArray(keys) && keys.length > 0 && keys.every(isKey),
    ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'],
  ),
  accumulate: choice(['best', 'avg'], 'best'),
  stemmer: nullable(callback<(word: string) => string>()),
  normalizer: nullable(callback<(text: string) => string>()),
  tokenizer: nullable(callback<(text: string) => string[]>()),
};

/** Precision, recall and F-measure. */
type Rates = readonly [precision: number, recall: number, fmeasure: number];

const NOTHING: Rates = [0, 0, 0];
const PARTS = ['Precision', 'Recall', 'Fmeasure'] as const;

function ratesOf(hits: number, found: number, wanted: number): Rates {
  if (hits === 0 || found === 0 || wanted === 0) return NOTHING;
  const [precision, recall] = [hits / found, hits / wanted];
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

/** A text as words, and as words of its lines. */
interface Words {
  readonly all: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

const lengthOf = (lines: Words['lines']): number => lines.reduce((sum, line) => sum + line.length, 0);

/** Each word of a reference's lines is hit once, and as often as the text has it. */
function sumOfLines(found: Words['lines'], wanted: Words['lines']): Rates {
  const left = [found, wanted].map((lines) => new Map(ngramsOf(lines.flat(), 1)));
  let hits = 0;
  for (const line of wanted) {
    for (const word of unionOfCommon(found, line)) {
      if (!left.every((counts) => (counts.get(word) ?? 0) > 0)) continue;
      hits++;
      for (const counts of left) counts.set(word, (counts.get(word) ?? 0) - 1);
    }
  }
  return ratesOf(hits, lengthOf(found), lengthOf(wanted));
}

function rateOf(key: RougeKey, found: Words, wanted: Words): Rates {
  if (key === 'rougeLsum') return sumOfLines(found.lines, wanted.lines);
  if (key === 'rougeL') {
    return ratesOf(longestCommon(found.all, wanted.all), found.all.length, wanted.all.length);
  }
  const [a, b] = [found, wanted].map(({ all }) => ngramsOf(all, Number(key.slice('rouge'.length))));
  if (a === undefined || b === undefined) return NOTHING;
  return ratesOf(sharedOf(a, b), totalOf(a), totalOf(b));
}

/** What several references come to: the first of the best ones, or the mean. */
function accumulated(rates: readonly Rates[], how: 'best' | 'avg'): Rates {
  if (how === 'best') return rates.reduce((best, one) => (one[2] > best[2] ? one : best));
  return PARTS.map((_, part) => rates.reduce((sum, one) => sum + (one[part] ?? 0), 0) / rates.length) as never;
}

/**
 * ROUGE, the mean over all texts, as `torchmetrics.text.ROUGEScore` counts it, from 0 to 1. Lines for `rougeLsum` end at
 * `\n`, as in Google's `rouge_score`.
 *
 * @see https://lightning.ai/docs/torchmetrics/stable/text/rouge_score.html
 * @example
 * const rouge = new torch.training.ROUGE({ rougeKeys: ['rouge1', 'rougeL'] });
 * rouge.update(['My name is John'], ['Is your name John']);
 * rouge.compute()['rouge1Fmeasure']; // 0.75
 */
export class ROUGE extends TextMetric<Record<string, number>> {
  readonly options: Required<Omit<RougeOptions, 'decode'>>;

  constructor(options: RougeOptions = {}, ...surplus: []) {
    refuseSurplus('ROUGE', 1, surplus);
    const { decode, ...read } = readOptions('ROUGE', TABLE, options);
    super(1 + PARTS.length * read.rougeKeys.length, decode);
    this.options = read;
  }

  protected override count(hypothesis: string, references: readonly string[]): readonly number[] {
    const found = this.#words(hypothesis);
    const wanted = references.map((reference) => this.#words(reference));
    const { rougeKeys, accumulate } = this.options;
    const rates = rougeKeys.map((key) =>
      accumulated(
        wanted.map((one) => rateOf(key, found, one)),
        accumulate,
      ),
    );
    return [1, ...rates.flat()];
  }

  #words(text: string): Words {
    return { all: this.#tokens(text), lines: text.split('\n').map((line) => this.#tokens(line)) };
  }

  #tokens(text: string): string[] {
    const { normalizer, tokenizer, stemmer } = this.options;
    const prepared = normalizer ? normalizer(text) : text.toLowerCase().replace(/[^a-z0-9]+/gu, ' ');
    const tokens = (tokenizer ?? splitWords)(prepared);
    const stems = stemmer ? tokens.map((token) => (token.length > 3 ? stemmer(token) : token)) : tokens;
    return stems.filter((token) => token !== '');
  }

  /** Of each figure the precision, the recall and the F-measure, as `rouge1Precision`; NaN where there were no texts. */
  override compute(): Record<string, number> {
    const names = this.options.rougeKeys.flatMap((key) => PARTS.map((part) => `${key}${part}`));
    return Object.fromEntries(names.map((name, i) => [name, this.sum(0) === 0 ? NaN : this.sum(1 + i) / this.sum(0)]));
  }
}

limitArguments([ROUGE], METRIC_ARGUMENTS);
