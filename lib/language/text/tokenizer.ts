import path from 'node:path';
import { type Values, bool, optional } from '../../arguments/fields';
import { pathOf } from '../../arguments/files';
import { isPlainObject } from '../../arguments/plain-object';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { dataError, typeError, valueError } from '../../errors';
import { optionalPackage } from '../../install/packages';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { type JsonObject, hasFile, readJson, readText, writeJson, writeText } from '../json';
import { Turns } from '../../native/turns';
import { ENCODE, type EncodeOptions, type Encoding, type Tokens, isTexts } from './encoding';
import { type ChatMessage, type ChatOptions, renderChat } from './chat';

/** Tokenizers of Hugging Face's files, by the packages `@huggingface/tokenizers` and, for chats, `@huggingface/jinja`. */

interface Encoded {
  readonly ids: readonly number[];
  readonly tokens: readonly string[];
  readonly token_type_ids?: readonly number[];
}

/** The part of `@huggingface/tokenizers` that is used here. */
interface Engine {
  encode(text: string, options: object): Encoded;
  tokenize(text: string, options: object): string[];
  readonly post_processor: {
    post_process(
      first: string[],
      second: string[] | null,
      special: boolean,
    ): { readonly tokens: string[]; readonly token_type_ids?: number[] };
  } | null;
  decode(ids: readonly number[], options: object): string;
  token_to_id(token: string): number | undefined;
  id_to_token(id: number): string | undefined;
  get_vocab(withAdded?: boolean): Map<string, number>;
  get_added_tokens_decoder(): Map<number, { readonly content: string; readonly special: boolean }>;
}

interface Package {
  readonly Tokenizer: new (tokenizer: object, config: object) => Engine;
}

const DECODE = { skipSpecialTokens: bool(false), cleanUpTokenizationSpaces: optional(bool()) };

/** Texts to encode. */
interface EncodeRequest {
  readonly texts: readonly string[];
  readonly second: readonly string[] | null;
  readonly read: Values<typeof ENCODE>;
}

type Special = 'pad' | 'bos' | 'eos' | 'unk' | 'sep' | 'cls' | 'mask';

/** A name of a token in tokenizer_config.json is the text, or an object with it. */
function textOf(given: unknown): string | null {
  if (typeof given === 'string') return given;
  const { content } = (isPlainObject(given) ? given : {}) as { content?: unknown };
  return typeof content === 'string' ? content : null;
}

/**
 * The tokenizer of a model: what its `tokenizer.json` and `tokenizer_config.json` say.
 *
 * @see https://huggingface.co/docs/transformers/main_classes/tokenizer
 * @example
 * const tokenizer = await language.AutoTokenizer.fromPretrained('./model');
 * const model = await language.AutoModelForCausalLM.fromPretrained('./model');
 * const batch = tokenizer.encode(['How are you?', 'Fine.'], { padding: true });
 * model.forward(batch).logits;
 */
export class PreTrainedTokenizer {
  /** The parsed `tokenizer.json`. */
  readonly definition: JsonObject;
  /** The parsed `tokenizer_config.json`. */
  readonly config: JsonObject;
  /** How a chat becomes a text, as a template of Jinja; null where the files have none. */
  chatTemplate: string | null;
  /** At which side texts are filled up. */
  paddingSide: 'left' | 'right';
  /** The most tokens that the model takes; infinite where the files do not say. */
  readonly modelMaxLength: number;
  private readonly engine: Engine;

  constructor(definition: object, config: object = {}, chatTemplate: string | null = null, ...surplus: []) {
    refuseSurplus('PreTrainedTokenizer', 3, surplus);
    if (!isPlainObject(definition) || !isPlainObject(config)) {
      throw typeError('PreTrainedTokenizer() expected the parsed tokenizer.json and tokenizer_config.json');
    }
    this.definition = definition;
    this.config = config;
    const { chat_template: own, padding_side: side, model_max_length: most } = this.config;
    this.chatTemplate = chatTemplate ?? templateOf(own);
    this.paddingSide = side === 'left' ? 'left' : 'right';
    this.modelMaxLength = typeof most === 'number' && most < 1e12 ? most : Number.POSITIVE_INFINITY;
    const { Tokenizer } = optionalPackage<Package>('@huggingface/tokenizers');
    try {
      this.engine = new Tokenizer(definition, config);
    } catch (cause) {
      throw dataError(`the tokenizer.json cannot be used: ${(cause as Error).message}`, { cause });
    }
  }

  /** The number of words, added ones included. */
  get length(): number {
    return this.engine.get_vocab(true).size;
  }

  /** The text of a special token; null where the files name none. */
  private special(name: Special): string | null {
    return textOf(this.config[`${name}_token`]);
  }

  private idOf(name: Special): number | null {
    const text = this.special(name);
    return text === null ? null : (this.engine.token_to_id(text) ?? null);
  }

  /** The number of the token that fills texts up. */
  get padTokenId(): number | null {
    return this.idOf('pad');
  }

  /** The number of the token that begins a text. */
  get bosTokenId(): number | null {
    return this.idOf('bos');
  }

  /** The number of the token that ends a text. */
  get eosTokenId(): number | null {
    return this.idOf('eos');
  }

  /** The number of the token that hides a word. */
  get maskTokenId(): number | null {
    return this.idOf('mask');
  }

  /** The number of the token for unknown words. */
  get unkTokenId(): number | null {
    return this.idOf('unk');
  }

  /** The numbers of all special tokens. */
  get allSpecialIds(): readonly number[] {
    const added = [...this.engine.get_added_tokens_decoder()].filter(([, { special }]) => special).map(([id]) => id);
    const named = (['pad', 'bos', 'eos', 'unk', 'sep', 'cls', 'mask'] as const).map((name) => this.idOf(name));
    return [...new Set([...added, ...named.filter((id) => id !== null)])];
  }

  /** The number of a token, or null. */
  convertTokenToId(token: string, ...surplus: []): number | null {
    refuseSurplus('convertTokenToId', 1, surplus);
    return this.engine.token_to_id(token) ?? null;
  }

  /** The token of a number, or null. */
  convertIdToToken(id: number, ...surplus: []): string | null {
    refuseSurplus('convertIdToToken', 1, surplus);
    return this.engine.id_to_token(id) ?? null;
  }

  /** One text, or a pair, as numbers: no padding, no tensors. */
  tokensOf(
    text: string,
    options: Pick<EncodeOptions, 'addSpecialTokens'> & {
      /** The second text of a pair. @defaultValue null */
      readonly textPair?: string | null;
    } = {},
  ): Tokens {
    const { addSpecialTokens, textPair } = readOptions('tokensOf', ENCODE, options);
    return this.one(text, textPair as string | null, addSpecialTokens);
  }

  private one(text: string, textPair: string | null, special: boolean): Tokens {
    if (typeof text !== 'string') throw typeError('a tokenizer takes texts');
    const { ids, token_type_ids: types } = this.engine.encode(text, {
      ...{ text_pair: textPair, add_special_tokens: special, return_token_type_ids: true },
    });
    return { ids: [...ids], typeIds: [...(types ?? ids.map(() => 0))] };
  }

  /**
   * Texts as tensors for a model.
   *
   * @throws TorchValueError where texts have several lengths and `padding` is false, or there is no token to fill them up.
   */
  encode(texts: string | readonly string[], options: EncodeOptions = {}, ...surplus: []): Encoding {
    refuseSurplus('encode', 2, surplus);
    const request = this.request(texts, options);
    return this.joined(
      request.texts.map((_, i) => this.row(request, i)),
      request,
    );
  }

  /**
   * {@link encode} with a turn for the event loop between texts. A single text is read at once: 16,000 words in some
   * milliseconds, a book in more, which is work for the worker of a loader.
   *
   * @throws what {@link encode} throws.
   */
  async encodeAsync(texts: string | readonly string[], options: EncodeOptions = {}, ...surplus: []): Promise<Encoding> {
    refuseSurplus('encodeAsync', 2, surplus);
    const request = this.request(texts, options);
    const rows: Tokens[] = [];
    const turns = new Turns();
    for (const i of request.texts.keys()) {
      rows.push(this.row(request, i));
      await turns.pause();
    }
    return this.joined(rows, request);
  }

  private request(given: string | readonly string[], options: EncodeOptions): EncodeRequest {
    const read = readOptions('PreTrainedTokenizer.encode', ENCODE, options);
    const texts = typeof given === 'string' ? [given] : given;
    if (!isTexts(texts)) throw typeError('PreTrainedTokenizer.encode() expected a text or a list of texts');
    if (texts.length === 0) throw valueError('PreTrainedTokenizer.encode() expected at least one text');
    const second = typeof read.textPair === 'string' ? [read.textPair] : read.textPair;
    if (second && second.length !== texts.length) {
      throw valueError(`PreTrainedTokenizer.encode(): ${texts.length} texts and ${second.length} second ones`);
    }
    return { texts, second, read };
  }

  private row({ texts, second, read }: EncodeRequest, i: number): Tokens {
    return this.cut(texts[i] as string, second ? (second[i] as string) : null, read);
  }

  private joined(rows: readonly Tokens[], { second, read }: EncodeRequest): Encoding {
    return this.pad(rows, { ...read, returnTokenTypeIds: read.returnTokenTypeIds ?? this.givesTypes(second !== null) });
  }

  private givesTypes(hasPairs: boolean): boolean {
    const { model_input_names: names } = this.config;
    if (Array.isArray(names)) return names.includes('token_type_ids');
    return hasPairs || /^Bert/.test(String(this.config['tokenizer_class'] ?? ''));
  }

  /** A text with no more tokens than are wanted. */
  private cut(
    text: string,
    second: string | null,
    { truncation, maxLength, addSpecialTokens }: Values<typeof ENCODE>,
  ): Tokens {
    const whole = this.one(text, second, addSpecialTokens);
    const most = maxLength ?? this.modelMaxLength;
    if (!truncation || whole.ids.length <= most) return whole;
    const first = this.engine.tokenize(text, { add_special_tokens: false });
    const other = second === null ? null : this.engine.tokenize(second, { add_special_tokens: false });
    const added = whole.ids.length - first.length - (other?.length ?? 0);
    if (added > most) throw valueError(`maxLength ${most} is less than the ${added} special tokens of a text`);
    while (first.length + (other?.length ?? 0) + added > most)
      (other && other.length > first.length ? other : first).pop();
    const { post_processor: processor } = this.engine;
    const { tokens, token_type_ids: types } = processor?.post_process(first, other, addSpecialTokens) ?? {
      tokens: [...first, ...(other ?? [])],
    };
    const ids = tokens.map((token) => this.engine.token_to_id(token) ?? this.unkTokenId ?? 0);
    return { ids, typeIds: types ? [...types] : ids.map(() => 0) };
  }

  /** Rows of numbers as tensors. @internal */
  pad(rows: readonly Tokens[], options: PadOptions): Encoding {
    const { padding: how, maxLength, padToMultipleOf: multiple, returnTokenTypeIds } = options;
    const longest = Math.max(...rows.map(({ ids }) => ids.length));
    let length = how === 'maxLength' ? Math.max(longest, maxLength ?? this.modelMaxLength) : longest;
    if (!Number.isFinite(length)) throw valueError("padding 'maxLength' needs maxLength");
    if (how !== false && multiple) length = Math.ceil(length / multiple) * multiple;
    if (how === false && rows.some(({ ids }) => ids.length !== longest)) {
      throw valueError(
        'the texts have several lengths: give padding: true, and truncation: true where they are too long',
      );
    }
    const side = options.paddingSide ?? this.paddingSide;
    const pad = this.padTokenId;
    if (pad === null && rows.some(({ ids }) => ids.length < length)) {
      throw valueError(
        "the tokenizer has no token to fill texts up: set config.pad_token, for example to the 'eos_token'",
      );
    }
    const shape = [rows.length, Math.max(0, length)];
    /** What `write` puts where each text is; elsewhere `by`. */
    const tensor = (by: number, write: (all: Int32Array, row: Tokens, begin: number) => void): Tensor => {
      const all = new Int32Array(rows.length && rows.length * length).fill(by);
      rows.forEach((row, i) => write(all, row, side === 'left' ? (i + 1) * length - row.ids.length : i * length));
      return torch.scope(() => torch.tensor(all, { dtype: torch.int64 }).reshape(shape));
    };
    const inputIds = tensor(pad ?? 0, (all, { ids }, begin) => all.set(ids, begin));
    const attentionMask = tensor(0, (all, { ids }, begin) => all.fill(1, begin, begin + ids.length));
    if (!returnTokenTypeIds) return { inputIds, attentionMask };
    return { inputIds, attentionMask, tokenTypeIds: tensor(0, (all, { typeIds }, begin) => all.set(typeIds, begin)) };
  }

  /** The text of numbers: a list, or a tensor of one dimension. */
  decode(
    tokens: readonly number[] | Tensor,
    options: {
      /** Leave out special tokens. @defaultValue false */
      readonly skipSpecialTokens?: boolean;
      /** Remove spaces before punctuation. @defaultValue what the files say */
      readonly cleanUpTokenizationSpaces?: boolean;
    } = {},
    ...surplus: []
  ): string {
    refuseSurplus('decode', 2, surplus);
    const { skipSpecialTokens, cleanUpTokenizationSpaces: clean } = readOptions('decode', DECODE, options);
    const ids = tokens instanceof torch.Tensor ? tokens.reshape([-1]).tolist<number[]>() : tokens;
    if (ids.length === 0) return '';
    return this.engine.decode(ids, {
      skip_special_tokens: skipSpecialTokens,
      ...(clean === undefined ? {} : { clean_up_tokenization_spaces: clean }),
    });
  }

  /** The texts of several rows. */
  batchDecode(
    rows: readonly (readonly number[])[] | Tensor,
    options: {
      /** Leave out special tokens. @defaultValue false */
      readonly skipSpecialTokens?: boolean;
      /** Remove spaces before punctuation. @defaultValue what the files say */
      readonly cleanUpTokenizationSpaces?: boolean;
    } = {},
  ): string[] {
    const list = rows instanceof torch.Tensor ? rows.tolist<number[][]>() : rows;
    return list.map((row) => this.decode(row, options));
  }

  /**
   * A chat as the text that the model was trained with, by the template of the files.
   *
   * @throws TorchValueError where the files have no template, and with the template's own words where it refuses the chat.
   * @see https://huggingface.co/docs/transformers/chat_templating
   */
  applyChatTemplate(messages: readonly ChatMessage[], options: ChatOptions = {}): string {
    const tokens = Object.fromEntries(
      (['bos', 'eos', 'unk', 'pad'] as const).map((name) => [`${name}_token`, this.special(name) ?? undefined]),
    );
    return renderChat(this.chatTemplate, messages, options, tokens);
  }

  /** Writes `tokenizer.json` and `tokenizer_config.json` into a folder. */
  async savePretrained(folder: string | URL): Promise<void> {
    const label = 'savePretrained';
    await writeText(label, folder, 'tokenizer.json', JSON.stringify(this.definition));
    const { chat_template: _, ...config } = this.config;
    await writeJson(label, folder, 'tokenizer_config.json', config);
    if (this.chatTemplate !== null) await writeText(label, folder, 'chat_template.jinja', this.chatTemplate);
  }
}

/** What filling up depends on. */
export type PadOptions = Pick<
  Values<typeof ENCODE>,
  'padding' | 'maxLength' | 'padToMultipleOf' | 'paddingSide' | 'returnTokenTypeIds'
>;

/** The template in a tokenizer_config.json: a text, or a list with one called `default`. */
function templateOf(given: unknown): string | null {
  if (typeof given === 'string') return given;
  if (!Array.isArray(given)) return null;
  const all = given as { name?: unknown; template?: unknown }[];
  const found = all.find(({ name }) => name === 'default') ?? all[0];
  return typeof found?.template === 'string' ? found.template : null;
}

/**
 * Tokenizers of folders.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/auto#transformers.AutoTokenizer
 * @example
 * const tokenizer = await language.AutoTokenizer.fromPretrained('./model');
 * tokenizer.decode(tokenizer.encode('the fox').inputIds.select(0, 0), { skipSpecialTokens: true }); // 'the fox'
 */
export const AutoTokenizer = {
  /**
   * The tokenizer of a folder: `tokenizer.json`, `tokenizer_config.json` and `chat_template.jinja`.
   *
   * @throws TorchError (`ERR_TORCH_FILE`) where there is no `tokenizer.json`.
   */
  async fromPretrained(folder: string | URL): Promise<PreTrainedTokenizer> {
    const label = 'AutoTokenizer.fromPretrained';
    const from = pathOf(label, folder);
    if (!(await hasFile(from, 'tokenizer.json'))) {
      throw dataError(
        `${label}: ${path.join(from, 'tokenizer.json')} is not there; in Python, AutoTokenizer.from_pretrained(…).save_pretrained(folder) makes it`,
      );
    }
    const definition = await readJson(label, from, 'tokenizer.json');
    const config = (await hasFile(from, 'tokenizer_config.json'))
      ? await readJson(label, from, 'tokenizer_config.json')
      : {};
    if (await hasFile(from, 'special_tokens_map.json')) {
      Object.assign(config, { ...(await readJson(label, from, 'special_tokens_map.json')), ...config });
    }
    const template = (await hasFile(from, 'chat_template.jinja'))
      ? await readText(label, from, 'chat_template.jinja')
      : null;
    return new PreTrainedTokenizer(definition, config, template);
  },
};
