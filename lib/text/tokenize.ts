import { optionalPackage } from '../packages';
import { typeError } from '../errors';

/** Splits text into tokens. */
export type Tokenizer = (text: string) => string[];

export interface WordTokenizerOptions {
  /** A BCP 47 language, as `zh` or `de`; it decides where words end. The default is the machine's. */
  readonly locale?: string;
  readonly lowerCase?: boolean;
  /** Keep punctuation and symbols as tokens of their own. */
  readonly punctuation?: boolean;
}

/** Intl.Segmenter takes time that grows with the square of a text's length, so it is given a piece at a time. */
const PIECE = 1000;

/**
 * Words in any language, by Unicode's rules and dictionaries (`Intl.Segmenter`): Chinese and Thai, too.
 *
 * @example
 * text.wordTokenizer()('Win money, now'); // ['win', 'money', 'now']
 * text.wordTokenizer({ locale: 'zh' })('深度学习很有用').length; // about 4: dictionaries differ between versions of Node
 */
export function wordTokenizer(options: WordTokenizerOptions = {}): Tokenizer {
  const { locale, lowerCase = true, punctuation = false } = options;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => {
    const tokens: string[] = [];
    for (const piece of pieces(lowerCase ? text.toLocaleLowerCase(locale) : text)) {
      for (const { segment, isWordLike } of segmenter.segment(piece)) {
        if (isWordLike || (punctuation && segment.trim() !== '')) tokens.push(segment);
      }
    }
    return tokens;
  };
}

/** Cuts a text at white space, near every thousand characters. */
function* pieces(text: string): Generator<string, void> {
  let begin = 0;
  while (text.length - begin > PIECE) {
    const space = text.slice(begin + PIECE).search(/\s/);
    const end = space < 0 || space > PIECE ? begin + PIECE : begin + PIECE + space;
    yield text.slice(begin, end);
    begin = end;
  }
  yield text.slice(begin);
}

/**
 * What a pattern matches: a few times faster than {@link wordTokenizer}, for languages that separate words.
 *
 * @example
 * text.patternTokenizer(/[a-z]+|[!$%]/g)('Win $$$ now!'); // ['win', '$', '$', '$', 'now', '!']
 */
export function patternTokenizer(pattern = /[\p{L}\p{N}]+/gu, { lowerCase = true } = {}): Tokenizer {
  if (!pattern.global) throw typeError('patternTokenizer: the pattern needs the flag g');
  return (text) => (lowerCase ? text.toLowerCase() : text).match(pattern) ?? [];
}

/** The part of Hugging Face's tokenizers that is used here. */
interface HuggingFace {
  Tokenizer: new (tokenizer: object, config: object) => HuggingFaceTokenizer;
}

export interface HuggingFaceTokenizer {
  encode(text: string): { readonly ids: number[]; readonly tokens: string[] };
  decode(ids: number[]): string;
}

/**
 * A tokenizer of Hugging Face: the parsed `tokenizer.json` and `tokenizer_config.json` of a model. Needs the optional
 * package `@huggingface/tokenizers`.
 *
 * @example
 * const tokenizer = text.huggingFaceTokenizer(JSON.parse(fs.readFileSync('tokenizer.json', 'utf8')));
 * const { ids } = tokenizer.encode('Hello'); // the numbers that the model was trained with
 */
export function huggingFaceTokenizer(tokenizer: object, config: object = {}): HuggingFaceTokenizer {
  return new (optionalPackage<HuggingFace>('@huggingface/tokenizers').Tokenizer)(tokenizer, config);
}
