import { bool, callback, choice, count, either, float, nullable } from '../../../arguments/fields';
import { readOptions, refuseSurplus } from '../../../arguments/read';
import { limitArguments } from '../../../arguments/surplus';
import { METRIC_ARGUMENTS } from '../metric';
import { mostOf, ngramsOf, sharedOf, totalOf } from './ngrams';
import { DECODE, TextMetric, type TextMetricOptions } from './texts';
import { type LineTokenizer, TOKENIZERS, type TokenizerName, stripEnd } from './tokens';

export interface BleuOptions extends TextMetricOptions {
  /** Compare without regard to case. @defaultValue false */
  readonly lowercase?: boolean;
  /**
   * How lines are split: `'13a'` as WMT's scripts do, `'intl'` at every punctuation of Unicode, `'zh'` at every Chinese
   * character, `'char'` at every character, `'none'` at spaces only; or a function. @defaultValue '13a'
   */
  readonly tokenize?: TokenizerName | LineTokenizer;
  /** What stands for a precision of 0: `'exp'`, `'floor'`, `'add-k'` or `'none'`. @defaultValue 'exp' */
  readonly smoothMethod?: 'exp' | 'floor' | 'add-k' | 'none';
  /** The value that `'floor'` and `'add-k'` take. @defaultValue null, which is 0.1 for 'floor' and 1 for 'add-k' */
  readonly smoothValue?: number | null;
  /** The longest n-grams that count. @defaultValue 4 */
  readonly maxNgramOrder?: number;
  /** Leave out the orders for which the texts are too short; for single sentences. @defaultValue false */
  readonly effectiveOrder?: boolean;
}

/** What BLEU is made of. */
export interface BleuDetails {
  /** The figure, from 0 to 100. */
  readonly score: number;
  /** For each order of n-grams the share that a reference has, in percent. */
  readonly precisions: readonly number[];
  /** How many n-grams of each order a reference has. */
  readonly counts: readonly number[];
  /** How many n-grams of each order there are. */
  readonly totals: readonly number[];
  /** What the score is multiplied by where the texts are shorter than the references. */
  readonly brevityPenalty: number;
  /** The tokens of all texts. */
  readonly hypothesisLength: number;
  /** The tokens of the references that are nearest in length. */
  readonly referenceLength: number;
}

const TOKENIZER_NAMES = ['13a', 'intl', 'zh', 'char', 'none'] as const;
const TABLE = {
  ...DECODE,
  lowercase: bool(false),
  tokenize: either(choice(TOKENIZER_NAMES), callback<LineTokenizer>(), '13a'),
  smoothMethod: choice(['exp', 'floor', 'add-k', 'none'], 'exp'),
  smoothValue: nullable(float()),
  maxNgramOrder: count(1, 4),
  effectiveOrder: bool(false),
};
const SMOOTH_VALUES = { exp: 0, floor: 0.1, 'add-k': 1, none: 0 };
/** What a precision of 0 counts as, so that the product of the precisions is 0 but has a logarithm. */
const LOG_OF_ZERO = -9999999999;

function closest(length: number, references: readonly number[]): number {
  const nearest = (best: number, one: number): number => {
    const difference = Math.abs(one - length) - Math.abs(best - length);
    return difference < 0 || (difference === 0 && one < best) ? one : best;
  };
  return references.reduce(nearest);
}

/**
 * BLEU over all texts, as `sacrebleu.metrics.BLEU` counts it: from 0 to 100, with the n-grams of a whole corpus.
 *
 * @see https://github.com/mjpost/sacrebleu
 * @example
 * const bleu = new torch.training.BLEU();
 * bleu.update(['The dog bit the man.'], [['The dog had bitten the man.', 'The dog bit the man!']]);
 * bleu.compute().toFixed(2); // '90.36'
 */
export class BLEU extends TextMetric {
  readonly options: Required<Omit<BleuOptions, 'decode'>>;
  readonly #tokenize: LineTokenizer;

  constructor(options: BleuOptions = {}, ...surplus: []) {
    refuseSurplus('BLEU', 1, surplus);
    const { decode, ...read } = readOptions('BLEU', TABLE, options);
    super(3 + 2 * read.maxNgramOrder, decode);
    this.options = read;
    this.#tokenize = typeof read.tokenize === 'string' ? TOKENIZERS[read.tokenize] : read.tokenize;
  }

  protected override count(hypothesis: string, references: readonly string[]): readonly number[] {
    const tokens = this.#tokens(hypothesis);
    const wanted = references.map((reference) => this.#tokens(reference));
    const orders = Array.from({ length: this.options.maxNgramOrder }, (_, i) => {
      const ngrams = ngramsOf(tokens, i + 1);
      return [sharedOf(ngrams, mostOf(wanted.map((one) => ngramsOf(one, i + 1)))), totalOf(ngrams)] as const;
    });
    const lengths = wanted.map((one) => one.length);
    const [correct, total] = [orders.map(([shared]) => shared), orders.map(([, all]) => all)];
    return [1, tokens.length, closest(tokens.length, lengths), ...correct, ...total];
  }

  #tokens(text: string): string[] {
    return this.#tokenize(stripEnd(this.options.lowercase ? text.toLowerCase() : text));
  }

  override compute(): number {
    return this.details().score;
  }

  /** The score and what it is made of. */
  details(): BleuDetails {
    const { maxNgramOrder: orders } = this.options;
    const [texts, hypothesisLength, referenceLength] = [this.sum(0), this.sum(1), this.sum(2)];
    const counts = Array.from({ length: orders }, (_, i) => this.sum(3 + i));
    const totals = Array.from({ length: orders }, (_, i) => this.sum(3 + orders + i));
    const short = hypothesisLength < referenceLength;
    const brevityPenalty = !short ? 1 : hypothesisLength > 0 ? Math.exp(1 - referenceLength / hypothesisLength) : 0;
    const none = counts.every((one) => one === 0);
    const [precisions, effective] = none ? [counts.map(() => 0), 0] : this.#precisions(counts, totals);
    const score = texts === 0 ? NaN : none ? 0 : brevityPenalty * this.#mean(precisions, effective);
    return { score, precisions, counts, totals, brevityPenalty, hypothesisLength, referenceLength };
  }

  /** In percent, and how many orders there are; those for which all texts are too short stay 0. */
  #precisions(counts: readonly number[], totals: readonly number[]): [precisions: number[], effective: number] {
    const { smoothMethod } = this.options;
    const smooth = this.options.smoothValue ?? SMOOTH_VALUES[smoothMethod];
    let halved = 1;
    const precisionOf = (correct: number, total: number): number => {
      if (correct > 0) return (100 * correct) / total;
      if (smoothMethod === 'exp') return 100 / ((halved *= 2) * total);
      return smoothMethod === 'floor' ? (100 * smooth) / total : 0;
    };
    const precisions = counts.map(() => 0);
    for (const [i, correct] of counts.entries()) {
      const added = smoothMethod === 'add-k' && i > 0 ? smooth : 0;
      const total = (totals[i] ?? 0) + added;
      if (total === 0) return [precisions, i];
      precisions[i] = precisionOf(correct + added, total);
    }
    return [precisions, counts.length];
  }

  /** The geometric mean of the precisions. */
  #mean(precisions: readonly number[], effective: number): number {
    const orders = this.options.effectiveOrder ? effective : precisions.length;
    const logarithms = precisions.slice(0, orders).map((one) => (one === 0 ? LOG_OF_ZERO : Math.log(one)));
    return Math.exp(logarithms.reduce((sum, one) => sum + one, 0) / orders);
  }
}

limitArguments([BLEU], { ...METRIC_ARGUMENTS, details: 0 });
