/** Text to numbers: tokens, vocabularies, sequences of equal length. */
export { type BpeOptions, type BpeTokenizer, trainBpe } from './bpe';
export { type Side, pad, truncate } from './sequence';
export {
  type HuggingFaceTokenizer,
  type Tokenizer,
  type WordTokenizerOptions,
  huggingFaceTokenizer,
  patternTokenizer,
  wordTokenizer,
} from './tokenize';
export { Vocab, type VocabOptions, type VocabState } from './vocab';
