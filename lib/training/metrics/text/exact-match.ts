import { bool, value } from '../../../arguments/fields';
import { readOptions, refuseSurplus } from '../../../arguments/read';
import { limitArguments } from '../../../arguments/surplus';
import { METRIC_ARGUMENTS, share } from '../metric';
import { DECODE, TextMetric, type TextMetricOptions } from './texts';

export interface ExactMatchOptions extends TextMetricOptions {
  /** What is taken out of both texts first. @defaultValue [] */
  readonly regexesToIgnore?: readonly RegExp[];
  /** Compare without regard to case. @defaultValue false */
  readonly ignoreCase?: boolean;
  /** Compare without ASCII's punctuation. @defaultValue false */
  readonly ignorePunctuation?: boolean;
  /** Compare without the digits 0 to 9. @defaultValue false */
  readonly ignoreNumbers?: boolean;
}

const isRegExp = (one: unknown): boolean => Object.prototype.toString.call(one) === '[object RegExp]';
const TABLE = {
  ...DECODE,
  regexesToIgnore: value<readonly RegExp[]>(
    'a list of regular expressions',
    (list) => Array.isArray(list) && list.every(isRegExp),
    [],
  ),
  ignoreCase: bool(false),
  ignorePunctuation: bool(false),
  ignoreNumbers: bool(false),
};

/**
 * The share of texts that are a reference, character for character, as Hugging Face's `evaluate` counts `exact_match`.
 *
 * @see https://huggingface.co/spaces/evaluate-metric/exact_match
 * @example
 * const exact = new torch.training.ExactMatch({ ignoreCase: true });
 * exact.update(['The cat', 'a dog'], ['the cat', 'the dog']);
 * exact.compute(); // 0.5
 */
export class ExactMatch extends TextMetric {
  readonly options: Required<Omit<ExactMatchOptions, 'decode'>>;

  constructor(options: ExactMatchOptions = {}, ...surplus: []) {
    refuseSurplus('ExactMatch', 1, surplus);
    const { decode, ...read } = readOptions('ExactMatch', TABLE, options);
    super(2, decode);
    this.options = read;
  }

  protected override count(hypothesis: string, references: readonly string[]): readonly number[] {
    const text = this.#reduced(hypothesis);
    return [references.some((reference) => this.#reduced(reference) === text) ? 1 : 0, 1];
  }

  #reduced(text: string): string {
    const { regexesToIgnore, ignoreCase, ignorePunctuation, ignoreNumbers } = this.options;
    const left = regexesToIgnore.reduce((rest, pattern) => rest.replace(everywhere(pattern), ''), text);
    const cased = ignoreCase ? left.toLowerCase() : left;
    const bare = ignorePunctuation ? cased.replace(/[!-/:-@[-`{-~]/gu, '') : cased;
    return ignoreNumbers ? bare.replace(/[0-9]/gu, '') : bare;
  }

  override compute(): number {
    return share(this.sum(0), this.sum(1));
  }
}

/** A pattern that is taken at every place, whatever its flags. */
function everywhere(pattern: RegExp): RegExp {
  return pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
}

limitArguments([ExactMatch], METRIC_ARGUMENTS);
