import { bool, count, float, int, nullable, value, choice, either } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { IGNORED } from '../losses';
import type { ChatMessage, ChatOptions } from './chat';
import type { Tokens } from './encoding';
import { PreTrainedTokenizer } from './tokenizer';

/** Batches of texts for a DataLoader: what its `collateFn` makes of examples. */

/** An example: a text as numbers, and what is to be learned of it. */
export interface Example {
  /** Numbers of tokens. */
  readonly inputIds: readonly number[];
  /** 0 for tokens of the first text and 1 for those of the second. @defaultValue 0 for all */
  readonly tokenTypeIds?: readonly number[];
  /** The numbers to learn, one for each token, or those of another text; or one class. */
  readonly labels?: readonly number[] | number;
}

/** A batch as models take it. */
export interface Batch {
  /** The tokens as int64, `[batch, tokens]`. */
  readonly inputIds: Tensor;
  /** 1 for tokens and 0 for padding, `[batch, tokens]`. */
  readonly attentionMask?: Tensor;
  /** 0 for tokens of the first text and 1 for those of the second, `[batch, tokens]`. */
  readonly tokenTypeIds?: Tensor;
  /** The place of each token in its text, `[batch, tokens]`. */
  readonly positionIds?: Tensor;
  /** What is to be learned: a number for each token, −100 where none counts; or one for each text, `[batch]`. */
  readonly labels?: Tensor;
}

export interface CollatorOptions {
  /** Fill up to the longest, or to `maxLength`. @defaultValue true */
  readonly padding?: boolean | 'longest' | 'maxLength';
  /** The most tokens, for `'maxLength'`. @defaultValue null */
  readonly maxLength?: number | null;
  /** Make the length a multiple of this. @defaultValue null */
  readonly padToMultipleOf?: number | null;
}

const PAD = {
  padding: either<boolean, 'longest' | 'maxLength'>(bool(), choice(['longest', 'maxLength']), true),
  maxLength: nullable(count(1)),
  padToMultipleOf: nullable(count(1)),
};

function requireTokenizer(label: string, tokenizer: unknown): asserts tokenizer is PreTrainedTokenizer {
  if (!(tokenizer instanceof PreTrainedTokenizer)) throw typeError(`${label}() expected a tokenizer`);
}

const rowsOf = (examples: readonly Example[]): Tokens[] =>
  examples.map(({ inputIds, tokenTypeIds }) => ({
    ids: [...inputIds],
    typeIds: [...(tokenTypeIds ?? inputIds.map(() => 0))],
  }));

function padded(tokenizer: PreTrainedTokenizer, examples: readonly Example[], options: CollatorOptions): Batch {
  if (examples.length === 0) throw valueError('a collator needs at least one example');
  const { padding = true, maxLength = null, padToMultipleOf = null } = options;
  const returnTokenTypeIds = examples.some(({ tokenTypeIds }) => tokenTypeIds !== undefined);
  return tokenizer.pad(rowsOf(examples), {
    padding,
    maxLength,
    padToMultipleOf,
    paddingSide: null,
    returnTokenTypeIds,
  });
}

/** Labels filled up to a length with what is not learned, at the tokenizer's side. */
function paddedLabels(rows: readonly (readonly number[])[], length: number, side: 'left' | 'right'): Tensor {
  const filled = rows.map((row) => {
    const rest = Array.from({ length: length - row.length }, () => IGNORED);
    return side === 'left' ? [...rest, ...row] : [...row, ...rest];
  });
  return torch.tensor(filled, { dtype: torch.int64 });
}

const listOf = (labels: Example['labels']): readonly number[] => {
  if (Array.isArray(labels)) return labels as readonly number[];
  throw typeError("an example of this collator needs a list of 'labels'");
};

/**
 * Fills examples up: labels that are one number each become `[batch]`, lists of numbers, one for each token, become
 * `[batch, tokens]` with -100 at the padding.
 *
 * @see https://huggingface.co/docs/transformers/main_classes/data_collator#transformers.DataCollatorWithPadding
 * @example
 * const examples = ['the fox', 'the dog and the fox'].map((text, i) => ({ inputIds: tokenizer.tokensOf(text).ids, labels: i }));
 * const batch = language.paddingCollator(tokenizer)(examples);
 * batch.inputIds.shape; // [2, 7]
 * batch.labels!.tolist(); // [0, 1]
 */
export function paddingCollator(
  tokenizer: PreTrainedTokenizer,
  options: CollatorOptions = {},
): (examples: readonly Example[]) => Batch {
  requireTokenizer('paddingCollator', tokenizer);
  const read = readOptions('paddingCollator', PAD, options);
  return (examples) => {
    const batch = padded(tokenizer, examples, read);
    const labels = examples.map((one) => one.labels);
    if (labels.every((one) => one === undefined)) return batch;
    if (labels.every((one) => typeof one === 'number')) {
      const isWhole = labels.every(Number.isInteger);
      return { ...batch, labels: torch.tensor(labels, { dtype: isWhole ? torch.int64 : torch.float32 }) };
    }
    const length = batch.inputIds.shape[1] as number;
    return { ...batch, labels: paddedLabels(labels.map(listOf), length, tokenizer.paddingSide) };
  };
}

export interface LanguageModelingOptions extends CollatorOptions {
  /** Hide tokens, as BERT learns; false is for models that continue texts. @defaultValue true */
  readonly mlm?: boolean;
  /** The probability that a token is to be learned. @defaultValue 0.15 */
  readonly mlmProbability?: number;
}

const MLM = { ...PAD, mlm: bool(true), mlmProbability: float(0.15) };

/**
 * Examples for a language model. With `mlm` a part of the tokens is learned: of these 80 % are hidden, 10 % are other
 * words, and 10 % stay. Without it all tokens but padding are.
 *
 * @see https://huggingface.co/docs/transformers/main_classes/data_collator#transformers.DataCollatorForLanguageModeling
 * @example
 * const examples = [{ inputIds: tokenizer.tokensOf('the fox').ids }, { inputIds: tokenizer.tokensOf('the').ids }];
 * const batch = language.languageModelingCollator(tokenizer, { mlm: false })(examples);
 * batch.labels!.select(1, -1).tolist(); // [3, -100]
 */
export function languageModelingCollator(
  tokenizer: PreTrainedTokenizer,
  options: LanguageModelingOptions = {},
): (examples: readonly Example[]) => Batch {
  requireTokenizer('languageModelingCollator', tokenizer);
  const { mlm, mlmProbability, ...read } = readOptions('languageModelingCollator', MLM, options);
  if (mlm && tokenizer.maskTokenId === null) {
    throw valueError('languageModelingCollator: the tokenizer has no token that hides a word: give mlm: false');
  }
  return (examples) => {
    const batch = padded(tokenizer, examples, read);
    if (mlm) return { ...batch, ...masked(tokenizer, batch.inputIds, mlmProbability) };
    const pad = tokenizer.padTokenId;
    const { inputIds, attentionMask } = batch;
    const hidden = pad === null ? (attentionMask as Tensor).eq(0) : inputIds.eq(pad);
    return { ...batch, labels: inputIds.maskedFill(hidden, IGNORED) };
  };
}

/** Hides tokens, and gives those to learn; the draws are those of transformers. */
function masked(
  tokenizer: PreTrainedTokenizer,
  inputIds: Tensor,
  probability: number,
): { inputIds: Tensor; labels: Tensor } {
  const chances = torch.full(inputIds.shape, probability);
  const special = torch.isin(inputIds, torch.tensor([...tokenizer.allSpecialIds], { dtype: torch.int64 }));
  const chosen = torch.bernoulli(chances.maskedFill(special, 0)).to(torch.bool);
  const labels = inputIds.maskedFill(chosen.logicalNot(), IGNORED);
  const hide = torch.bernoulli(torch.full(inputIds.shape, 0.8)).to(torch.bool).logicalAnd(chosen);
  const ids = inputIds.maskedFill(hide, tokenizer.maskTokenId as number);
  const swap = torch
    .bernoulli(torch.full(inputIds.shape, 0.5))
    .to(torch.bool)
    .logicalAnd(chosen)
    .logicalAnd(hide.logicalNot());
  const words = torch.randint(0, tokenizer.length, inputIds.shape as number[], { dtype: torch.int64 });
  return { inputIds: torch.where(swap, words, ids), labels };
}

/**
 * Examples for a model with an encoder: `labels` are another text, filled up with -100.
 *
 * @see https://huggingface.co/docs/transformers/main_classes/data_collator#transformers.DataCollatorForSeq2Seq
 * @example
 * const [english, other] = [tokenizer.tokensOf('the fox'), tokenizer.tokensOf('the dog and the fox')];
 * const collate = language.seq2SeqCollator(tokenizer, { padToMultipleOf: 8 });
 * collate([{ inputIds: english.ids, labels: other.ids }]).labels!.shape; // [1, 8]
 */
export function seq2SeqCollator(
  tokenizer: PreTrainedTokenizer,
  options: CollatorOptions = {},
): (examples: readonly Example[]) => Batch {
  requireTokenizer('seq2SeqCollator', tokenizer);
  const read = readOptions('seq2SeqCollator', PAD, options);
  return (examples) => {
    const batch = padded(tokenizer, examples, read);
    const rows = examples.map(({ labels }) => listOf(labels));
    const longest = Math.max(...rows.map((row) => row.length));
    const multiple = read.padToMultipleOf ?? 1;
    const length = Math.ceil(longest / multiple) * multiple;
    return { ...batch, labels: paddedLabels(rows, length, tokenizer.paddingSide) };
  };
}

const PACK = { length: count(2), separator: nullable(int()), dropLast: bool(false) };

export interface PackOptions {
  /** The tokens of a row. */
  readonly length: number;
  /** A token between texts, as that which ends them. @defaultValue null */
  readonly separator?: number | null;
  /** Leave out a last row that is not full. @defaultValue false */
  readonly dropLast?: boolean;
}

/** A row of several texts: positions begin anew with each, by which models keep them apart. */
export interface PackedRow {
  /** The tokens of all its texts. */
  readonly inputIds: readonly number[];
  /** The place of each token in its text. */
  readonly positionIds: readonly number[];
  /** The tokens, but for the first of each text, which nothing comes before. */
  readonly labels: readonly number[];
}

/**
 * Short texts one after another in rows of one length, so that none of a batch is padding. Each text is in one row;
 * only one that is longer than a row is cut into several. A model is given `positionIds` and no mask, and no token sees
 * another text.
 *
 * @example
 * [...language.packTexts([[5, 6], [7, 8, 9], [1]], { length: 4 })].map((row) => row.inputIds); // [[5, 6, 1], [7, 8, 9]]
 */
export function packTexts(texts: Iterable<readonly number[]>, options: PackOptions): PackedRow[] {
  const { length, separator, dropLast } = readOptions('packTexts', PACK, options);
  const open: number[][][] = [];
  const full: number[][][] = [];
  const size = (row: readonly (readonly number[])[]): number => row.reduce((sum, text) => sum + text.length, 0);
  for (const given of texts) {
    const text = separator === null ? [...given] : [...given, separator];
    for (let from = 0; from < text.length; from += length) {
      const piece = text.slice(from, from + length);
      const at = open.findIndex((row) => size(row) + piece.length <= length);
      const row = at < 0 ? [] : (open[at] as number[][]);
      row.push(piece);
      if (at < 0) open.push(row);
      if (size(row) === length) full.push(...open.splice(at < 0 ? open.length - 1 : at, 1));
    }
  }
  const rows = dropLast ? full : [...full, ...open];
  return rows.map((row) => ({
    inputIds: row.flat(),
    positionIds: row.flatMap((text) => text.map((_, i) => i)),
    labels: row.flatMap((text) => text.map((token, i) => (i === 0 ? IGNORED : token))),
  }));
}

/**
 * Rows of {@link packTexts} as a batch; shorter ones are filled up with texts of one token that is not learned.
 *
 * @example
 * const rows = language.packTexts([[5, 6, 7], [8, 9]], { length: 4 });
 * language.packedCollator()(rows).positionIds!.tolist(); // [[0, 1, 2], [0, 1, 0]]
 */
export function packedCollator(pad = 0): (rows: readonly PackedRow[]) => Batch {
  readOptions('packedCollator', { pad: int(0) }, { pad });
  return (rows) => {
    const length = Math.max(...rows.map(({ inputIds }) => inputIds.length));
    const filled = (row: readonly number[], by: number): number[] => [
      ...row,
      ...Array.from({ length: length - row.length }, () => by),
    ];
    const tensor = (all: number[][]): Tensor => torch.tensor(all, { dtype: torch.int64 });
    return {
      inputIds: tensor(rows.map(({ inputIds }) => filled(inputIds, pad))),
      positionIds: tensor(rows.map(({ positionIds }) => filled(positionIds, 0))),
      labels: tensor(rows.map(({ labels }) => filled(labels, IGNORED))),
    };
  };
}

const CHAT = { roles: nullable(value<readonly string[]>('a list of roles', Array.isArray)) };

/**
 * A chat as an example of which only some roles' words are learned, by default those of the assistant.
 *
 * What is learned is found by the template itself: the text of a message is what the template adds for it.
 *
 * @example
 * const chat = [{ role: 'user', content: 'the dog' }, { role: 'assistant', content: 'and the fox' }];
 * const { inputIds, labels } = language.chatExample(tokenizer, chat);
 * tokenizer.decode(labels.filter((label) => label >= 0)); // 'and the fox'
 */
export function chatExample(
  tokenizer: PreTrainedTokenizer,
  messages: readonly ChatMessage[],
  options: ChatOptions & {
    /** The roles whose words are learned. @defaultValue ['assistant'] */
    readonly roles?: readonly string[] | null;
  } = {},
): { readonly inputIds: number[]; readonly labels: number[] } {
  requireTokenizer('chatExample', tokenizer);
  const { roles: given, ...chat } = options;
  const roles = readOptions('chatExample', CHAT, { roles: given }).roles ?? ['assistant'];
  const inputIds: number[] = [];
  const labels: number[] = [];
  let shown = '';
  messages.forEach(({ role }, i) => {
    const learned = roles.includes(role);
    const before =
      learned && i > 0
        ? tokenizer.applyChatTemplate(messages.slice(0, i), { ...chat, addGenerationPrompt: true })
        : shown;
    const after = tokenizer.applyChatTemplate(messages.slice(0, i + 1), chat);
    if (!after.startsWith(shown) || (learned && !after.startsWith(before))) {
      throw valueError('chatExample: the template changes earlier messages, so that what is learned cannot be told');
    }
    for (const [text, learn] of [
      [before.slice(shown.length), false],
      [after.slice(before.length), learned],
    ] as const) {
      if (text === '') continue;
      const { ids } = tokenizer.tokensOf(text, { addSpecialTokens: false });
      inputIds.push(...ids);
      labels.push(...(learn ? ids : ids.map(() => IGNORED)));
    }
    shown = after;
  });
  return { inputIds, labels };
}
