import { bool, choice, count, either, nullable, value } from '../../arguments/fields';
import type { Tensor } from '../../index';

/** Whether something is a list of texts. */
export function isTexts(v: unknown): v is readonly string[] {
  return Array.isArray(v) && v.every((one) => typeof one === 'string');
}

/** How texts become tensors. */
export interface EncodeOptions {
  /** Add the tokens that begin and end a text, as the model was trained. @defaultValue true */
  readonly addSpecialTokens?: boolean;
  /** Fill texts up to the longest of the batch (`true` or `'longest'`), or to `maxLength` (`'maxLength'`). @defaultValue false */
  readonly padding?: boolean | 'longest' | 'maxLength';
  /** Cut texts at `maxLength`; of a pair the longer text first. @defaultValue false */
  readonly truncation?: boolean;
  /** The most tokens of a text. @defaultValue the tokenizer's `modelMaxLength` */
  readonly maxLength?: number | null;
  /** Make the length a multiple of this. @defaultValue null */
  readonly padToMultipleOf?: number | null;
  /** At which side texts are filled up. @defaultValue the tokenizer's `paddingSide` */
  readonly paddingSide?: 'left' | 'right' | null;
  /** Second texts, one for each first. @defaultValue null */
  readonly textPair?: string | readonly string[] | null;
  /** Give `tokenTypeIds` as well. @defaultValue what the files say, else whether there are pairs */
  readonly returnTokenTypeIds?: boolean | null;
}

const aSide = choice(['left', 'right']);
const padding = either<boolean, 'longest' | 'maxLength'>(bool(), choice(['longest', 'maxLength']), false);
const pair = value<string | readonly string[]>('a text or a list of texts', (v) => typeof v === 'string' || isTexts(v));

/** The table of {@link EncodeOptions}. */
export const ENCODE = {
  addSpecialTokens: bool(true),
  padding,
  truncation: bool(false),
  maxLength: nullable(count(1)),
  padToMultipleOf: nullable(count(1)),
  paddingSide: nullable(aSide),
  textPair: nullable(pair),
  returnTokenTypeIds: nullable(bool()),
};

/** What a batch of texts has become: int64 tensors `[batch, tokens]`. */
export interface Encoding {
  /** The tokens. */
  readonly inputIds: Tensor;
  /** 1 for tokens and 0 for padding. */
  readonly attentionMask: Tensor;
  /** 0 for tokens of the first text and 1 for those of the second. */
  readonly tokenTypeIds?: Tensor;
}

/** One text as numbers. */
export interface Tokens {
  /** The tokens. */
  readonly ids: number[];
  /** 0 for tokens of the first text and 1 for those of the second. */
  readonly typeIds: number[];
}
