import { show } from '../../arguments/describe';
import { count, value } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import { learnMerges } from './bpe-merges';

export interface BpeOptions {
  /** How many tokens there are at most, with the special ones and the 256 bytes. @defaultValue 30000 */
  readonly vocabSize?: number;
  /** Pairs that are seen less often are not joined. @defaultValue 0 */
  readonly minFrequency?: number;
  /** Come first, in this order; text never becomes one of them. @defaultValue [] */
  readonly specialTokens?: readonly string[];
}

/** A `tokenizer.json`: what {@link huggingFaceTokenizer} and Python's `tokenizers` take. */
export interface BpeTokenizer {
  /** The version of the format. */
  readonly version: '1.0';
  /** The special tokens and their numbers. */
  readonly added_tokens: readonly { readonly id: number; readonly content: string; readonly special: true }[];
  /** The tokens by name, and the pairs that are joined, in their order. */
  readonly model: {
    readonly type: 'BPE';
    readonly vocab: Readonly<Record<string, number>>;
    readonly merges: readonly (readonly [string, string])[];
  };
}

const TABLE = {
  vocabSize: count(1, 30_000),
  minFrequency: count(0, 0),
  specialTokens: value<readonly string[]>(
    'a list of strings',
    (v) => Array.isArray(v) && v.every((one) => typeof one === 'string'),
    [],
  ),
};

/** How GPT-2 divides a text before it joins bytes: contractions, words, numbers and others, each with a space before. */
const PIECES =
  /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu;

/** A printable character for each byte: itself where it is one, else one from U+0100 on. */
const CHARACTERS = (() => {
  const printable = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(printable(byte) ? byte : next++));
})();

/** How often each piece occurs, as the characters of its bytes. */
function piecesOf(texts: Iterable<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) {
    if (typeof text !== 'string') throw typeError(`trainBpe(): a text should be a string, got ${show(text)}`);
    for (const [piece] of text.matchAll(PIECES)) found.set(piece, (found.get(piece) ?? 0) + 1);
  }
  return new Map([...found].map(([piece, times]) => [Array.from(Buffer.from(piece), characterOf).join(''), times]));
}

const characterOf = (byte: number): string => CHARACTERS[byte] ?? '';
const BYTE_LEVEL = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };

/**
 * Learns a byte-level byte-pair encoding, as GPT-2 has one: the tokens of Python's `tokenizers` with `BpeTrainer`, the
 * `ByteLevel` pre-tokenizer and its alphabet, number for number. Any text can be encoded, and decoding gives it back.
 *
 * @param texts - The texts to learn from, such as the lines of a file.
 * @returns What belongs into a `tokenizer.json`.
 * @see https://huggingface.co/docs/tokenizers/api/trainers#tokenizers.trainers.BpeTrainer
 * @example
 * const trained = text.trainBpe(['low lower lowest', 'new newer newest'], { vocabSize: 270, specialTokens: ['<pad>'] });
 * trained.model.merges[0]; // ['w', 'e'], the most frequent pair
 * const json = JSON.stringify(trained); // a tokenizer.json
 */
export function trainBpe(texts: Iterable<string>, options: BpeOptions = {}, ...surplus: []): BpeTokenizer {
  refuseSurplus('trainBpe', 2, surplus);
  if (typeof texts === 'string' || typeof (texts as Iterable<string> | null)?.[Symbol.iterator] !== 'function') {
    throw typeError(`trainBpe(): 'texts' should be an iterable of strings, got ${show(texts)}`);
  }
  const { vocabSize, minFrequency, specialTokens } = readOptions('trainBpe', TABLE, options);
  const specials = [...new Set(specialTokens)];
  const alphabet = [...CHARACTERS].sort();
  const least = specials.length + alphabet.length;
  if (vocabSize < least) {
    throw valueError(`trainBpe(): the special tokens and the 256 bytes are ${least} tokens, vocabSize is ${vocabSize}`);
  }
  const tokens = [...specials, ...alphabet.filter((one) => !specials.includes(one))];
  const merges = learnMerges(piecesOf(texts), tokens, { vocabSize, minFrequency });
  const added = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true as const };
  return {
    version: '1.0',
    ...{ truncation: null, padding: null },
    added_tokens: specials.map((content, id) => ({ id, content, ...added })),
    ...{ normalizer: null, pre_tokenizer: BYTE_LEVEL, post_processor: null, decoder: BYTE_LEVEL },
    model: {
      type: 'BPE',
      ...{ dropout: null, unk_token: null, continuing_subword_prefix: null, end_of_word_suffix: null },
      ...{ fuse_unk: false, byte_fallback: false, ignore_merges: false },
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges,
    },
  };
}
