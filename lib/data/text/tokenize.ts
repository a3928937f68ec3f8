import { optionalPackage } from '../../install/packages';
import { show } from '../../arguments/describe';
import { bool, optional, str } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { isPlainObject } from '../../arguments/plain-object';
import { typeError, warn } from '../../errors';

/** Splits text into tokens. */
export type Tokenizer = (text: string) => string[];

export interface WordTokenizerOptions {
  /** A BCP 47 language, as `zh` or `de`; it decides where words end. The default is the machine's. */
  readonly locale?: string;
  /** Change the text to lower case first. @defaultValue true */
  readonly lowerCase?: boolean;
  /** Keep punctuation and symbols as tokens of their own. */
  readonly punctuation?: boolean;
}

const WORDS = { locale: optional(str()), lowerCase: bool(true), punctuation: bool(false) };
const PATTERN = { lowerCase: bool(true) };

/** Intl.Segmenter takes time that grows with the square of a text's length, so it is given a piece at a time. */
const PIECE = 1000;

/**
 * Words in any language, by Unicode's rules and dictionaries (`Intl.Segmenter`): Chinese and Thai, too.
 *
 * @example
 * text.wordTokenizer()('Win money, now'); // ['win', 'money', 'now']
 * text.wordTokenizer({ locale: 'zh' })('深度学习很有用').length; // about 4: dictionaries differ between versions of Node
 */
export function wordTokenizer(options: WordTokenizerOptions = {}, ...surplus: []): Tokenizer {
  refuseSurplus('wordTokenizer', 1, surplus);
  const { locale, lowerCase, punctuation } = readOptions('wordTokenizer', WORDS, options);
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => {
    const tokens: string[] = [];
    for (const { segment, isWordLike } of segments(segmenter, lowerCase ? text.toLocaleLowerCase(locale) : text)) {
      if (isWordLike || (punctuation && segment.trim() !== '')) tokens.push(segment);
    }
    return tokens;
  };
}

/** The segments from `begin` on of which it is certain that they end there: a later one begins within the same piece. */
function sureSegments(segmenter: Intl.Segmenter, text: string, begin: number): Intl.SegmentData[] {
  for (let size = 2 * PIECE; ; size *= 2) {
    const found = [...segmenter.segment(text.slice(begin, begin + size))];
    if (begin + size >= text.length) return found;
    const sure = found.findIndex(({ index }) => index >= size - PIECE);
    if (sure > 0) return found.slice(0, sure);
  }
}

/** The segments of a text, found a piece at a time. */
function* segments(segmenter: Intl.Segmenter, text: string): Generator<Intl.SegmentData, void> {
  let begin = 0;
  while (text.length - begin > PIECE) {
    const space = text.slice(begin + PIECE, begin + 2 * PIECE).search(/\s/u);
    if (space >= 0) {
      yield* segmenter.segment(text.slice(begin, begin + PIECE + space));
      begin += PIECE + space;
      continue;
    }
    // Text without spaces: where a piece ends may be within a word, so its last segments are found again in the next.
    const found = sureSegments(segmenter, text, begin);
    yield* found;
    begin += found.reduce((length, { segment }) => length + segment.length, 0);
  }
  yield* segmenter.segment(text.slice(begin));
}

/**
 * What a pattern matches: a few times faster than {@link wordTokenizer}, for languages that separate words.
 *
 * @example
 * text.patternTokenizer(/[a-z]+|[!$%]/g)('Win $$$ now!'); // ['win', '$', '$', '$', 'now', '!']
 */
export function patternTokenizer(
  pattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu,
  options?: {
    /** Change the text to lower case first. @defaultValue true */
    readonly lowerCase?: boolean;
  },
  ...surplus: []
): Tokenizer {
  refuseSurplus('patternTokenizer', 2, surplus);
  const { lowerCase } = readOptions('patternTokenizer', PATTERN, options);
  if (Object.prototype.toString.call(pattern) !== '[object RegExp]') {
    throw typeError(`patternTokenizer(): 'pattern' should be a regular expression, got ${show(pattern)}`);
  }
  if (!pattern.global) throw typeError('patternTokenizer: the pattern needs the flag g');
  return (text) => (lowerCase ? text.toLowerCase() : text).match(pattern) ?? [];
}

/** The part of Hugging Face's tokenizers that is used here. */
interface HuggingFace {
  Tokenizer: new (tokenizer: object, config: object) => HuggingFaceTokenizer;
}

export interface HuggingFaceTokenizer {
  /** The numbers and the tokens of a text. */
  encode(text: string): { readonly ids: number[]; readonly tokens: string[] };
  /** The text of a list of numbers. */
  decode(ids: number[]): string;
}

/**
 * A tokenizer of Hugging Face: the parsed `tokenizer.json` and `tokenizer_config.json` of a model. Needs the optional
 * package `@huggingface/tokenizers`, whose result differs from Python's `tokenizers` in three places: a saved truncation and a
 * saved padding are not applied (there is a warning; use {@link truncate} and {@link pad}, or `data.padCollate`), a WordLevel
 * model leaves unknown words out instead of giving its `[UNK]`, and the Whitespace pre-tokenizer splits words at letters with
 * accents (`naïve`).
 *
 * @param tokenizer - The parsed `tokenizer.json`.
 * @param config - The parsed `tokenizer_config.json`.
 * @example
 * import { readFileSync } from 'node:fs';
 * const tokenizer = text.huggingFaceTokenizer(JSON.parse(readFileSync('tokenizer.json', 'utf8')));
 * const { ids } = tokenizer.encode('Hello'); // the numbers that the model was trained with
 */
export function huggingFaceTokenizer(tokenizer: object, config: object = {}, ...surplus: []): HuggingFaceTokenizer {
  refuseSurplus('huggingFaceTokenizer', 2, surplus);
  if (!isPlainObject(tokenizer) || !isPlainObject(config)) {
    throw typeError(
      `huggingFaceTokenizer(): expected the parsed tokenizer.json, got ${show(isPlainObject(tokenizer) ? config : tokenizer)}`,
    );
  }
  for (const name of ['truncation', 'padding']) {
    if (tokenizer[name] != null) warn(`huggingFaceTokenizer: the ${name} that tokenizer.json asks for is not applied`);
  }
  return new (optionalPackage<HuggingFace>('@huggingface/tokenizers').Tokenizer)(tokenizer, config);
}
