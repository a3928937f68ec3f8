import {
  type Fields,
  type Values,
  bool,
  count,
  either,
  float,
  int,
  listOfInts,
  nullable,
  str,
  value,
} from '../../arguments/fields';
import { camelCase, snakeCase } from '../../arguments/names';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import type { PreTrainedConfig } from '../config/define';
import { type JsonObject, writeJson } from '../json';

/** How text is generated: what `generation_config.json` holds, and the options of `generate`. */
export interface GenerationOptions {
  /** The most tokens, the prompt's included. @defaultValue 20 more than the prompt has */
  readonly maxLength?: number | null;
  /** The most tokens after the prompt; it goes before `maxLength`. @defaultValue null */
  readonly maxNewTokens?: number | null;
  /** The least tokens, the prompt's included: up to there nothing ends a text. @defaultValue 0 */
  readonly minLength?: number;
  /** The least tokens after the prompt; it goes before `minLength`. @defaultValue null */
  readonly minNewTokens?: number | null;
  /** Draw tokens instead of taking the likeliest. @defaultValue false */
  readonly doSample?: boolean;
  /** How many texts a beam search follows; 1 searches greedily. @defaultValue 1 */
  readonly numBeams?: number;
  /** Divides the logits before tokens are drawn: below 1 likely ones come more often. @defaultValue 1 */
  readonly temperature?: number;
  /** Draw from so many of the likeliest tokens; 0 draws from all. @defaultValue 50 */
  readonly topK?: number | null;
  /** Draw from the likeliest tokens that together have this probability. @defaultValue 1 */
  readonly topP?: number | null;
  /** Draw from tokens that have at least this part of the likeliest one's probability. @defaultValue null */
  readonly minP?: number | null;
  /** Above 1, tokens that are in the text already are less likely. @defaultValue 1 */
  readonly repetitionPenalty?: number;
  /** No run of so many tokens comes twice; 0 for no such rule. @defaultValue 0 */
  readonly noRepeatNgramSize?: number;
  /** Make the scores probabilities again after all rules. @defaultValue false */
  readonly renormalizeLogits?: boolean;
  /** Beam search: texts are compared by their score divided by their length to this power. @defaultValue 1 */
  readonly lengthPenalty?: number;
  /** Beam search: stop when there are `numBeams` finished texts; `'never'` stops when none can become better. @defaultValue false */
  readonly earlyStopping?: boolean | 'never';
  /** How many texts there are for each prompt. @defaultValue 1 */
  readonly numReturnSequences?: number;
  /** Texts that end generation where they occur; `tokenizer` is needed. @defaultValue null */
  readonly stopStrings?: string | readonly string[] | null;
  /** Keep keys and values of earlier tokens. @defaultValue true */
  readonly useCache?: boolean;
  /** The token that fills a batch up. @defaultValue the config's, else the first of `eosTokenId` */
  readonly padTokenId?: number | null;
  /** The token that begins a text. @defaultValue the config's */
  readonly bosTokenId?: number | null;
  /** The token that ends a text, or several. @defaultValue the config's */
  readonly eosTokenId?: number | readonly number[] | null;
  /** The token with which a decoder behind an encoder begins. @defaultValue the config's */
  readonly decoderStartTokenId?: number | null;
}

const never = value<'never'>("'never'", (v) => v === 'never');
const texts = value<readonly string[]>(
  'a list of strings',
  (v) => Array.isArray(v) && v.every((one) => typeof one === 'string'),
);
const positive = (fallback: number) =>
  value<number>('a number above 0', (v) => typeof v === 'number' && v > 0 && Number.isFinite(v), fallback);
const part = value<number>('a number from 0 to 1', (v) => typeof v === 'number' && v >= 0 && v <= 1);

/** The table of {@link GenerationOptions}. */
export const GENERATION = {
  maxLength: nullable(count(1)),
  maxNewTokens: nullable(count(1)),
  minLength: count(0, 0),
  minNewTokens: nullable(count(0)),
  doSample: bool(false),
  numBeams: count(1, 1),
  temperature: positive(1),
  topK: nullable(count(0), 50),
  topP: nullable(part, 1),
  minP: nullable(part),
  repetitionPenalty: positive(1),
  noRepeatNgramSize: count(0, 0),
  renormalizeLogits: bool(false),
  lengthPenalty: float(1),
  earlyStopping: either<boolean, 'never'>(bool(), never, false),
  numReturnSequences: count(1, 1),
  stopStrings: nullable(either<string, readonly string[]>(str(), texts)),
  useCache: bool(true),
  padTokenId: nullable(int()),
  bosTokenId: nullable(int()),
  eosTokenId: nullable(either<number, readonly number[]>(int(), listOfInts())),
  decoderStartTokenId: nullable(int()),
} satisfies Fields;

/** Options once they are read. */
export type GenerationSettings = Values<typeof GENERATION>;

const FLOATS = ['temperature', 'top_p', 'min_p', 'repetition_penalty', 'length_penalty'];
/** Fields of generation_config.json that say nothing about generation. */
const DROPPED = ['transformers_version', '_from_model_config'];

/**
 * How a model generates text where it is not told otherwise: `generation_config.json`. Fields that this package does not
 * know are kept, and written back.
 *
 * @see https://huggingface.co/docs/transformers/main_classes/text_generation#transformers.GenerationConfig
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = new language.LlamaForCausalLM(config).eval();
 * model.generationConfig = new language.GenerationConfig({ minNewTokens: 4, maxNewTokens: 4, numBeams: 2 });
 * model.generate(torch.tensor([[1, 5, 7]])).shape; // [1, 7]
 */
export class GenerationConfig {
  /** The options that were given; all others have their defaults. */
  readonly options: GenerationOptions;
  /** Fields of generation_config.json that this package does not know, as they are there. */
  readonly extra: JsonObject;

  constructor(options: GenerationOptions = {}, extra: JsonObject = {}) {
    readOptions('GenerationConfig', GENERATION, options);
    this.options = options;
    this.extra = extra;
  }

  /** The config of a parsed `generation_config.json`. */
  static fromDict(dict: Readonly<Record<string, unknown>>): GenerationConfig {
    const names = new Map(Object.keys(GENERATION).map((name) => [snakeCase(name), name]));
    const options: JsonObject = {};
    const extra: JsonObject = {};
    for (const [key, one] of Object.entries(dict)) {
      const name = names.get(key);
      if (name === undefined) {
        if (!DROPPED.includes(key)) extra[key] = one;
      } else if (one !== null) {
        options[name] = one;
      }
    }
    return new GenerationConfig(options, extra);
  }

  /** The config that a model's own config stands for: its special tokens, and what older files have there. */
  static fromModelConfig(config: PreTrainedConfig): GenerationConfig {
    const { padTokenId, bosTokenId, eosTokenId, extra } = config;
    const tokens = { padTokenId, bosTokenId, eosTokenId };
    const { decoderStartTokenId } = config as { decoderStartTokenId?: number | null };
    const older = Object.entries(extra).filter(
      ([key, one]) => one !== null && Object.hasOwn(GENERATION, camelCase(key)),
    );
    const all = {
      ...Object.fromEntries(older.map(([key, one]) => [camelCase(key), one])),
      ...tokens,
      decoderStartTokenId,
    };
    return new GenerationConfig(Object.fromEntries(Object.entries(all).filter(([, one]) => one != null)));
  }

  /** What `generation_config.json` holds, with Python's names. */
  toDict(): JsonObject {
    const own = Object.entries(this.options).filter(([, one]) => one !== undefined && one !== null);
    return { ...this.extra, ...Object.fromEntries(own.map(([name, one]) => [snakeCase(name), one as unknown])) };
  }

  /** Writes `generation_config.json` into a folder. */
  async savePretrained(folder: string | URL): Promise<void> {
    await writeJson('savePretrained', folder, 'generation_config.json', this.toDict(), FLOATS);
  }

  /** The config with the options of a call, checked. @internal */
  settings(label: string, options: object): GenerationSettings {
    const { topP, minP, ...read } = readOptions(label, GENERATION, { ...this.options, ...options });
    if (read.numReturnSequences > 1 && !read.doSample && read.numBeams < read.numReturnSequences) {
      throw valueError(
        `${label}: numReturnSequences is ${read.numReturnSequences}: one prompt has one greedy text; use doSample: true, or at least as many numBeams`,
      );
    }
    return { topP, minP, ...read };
  }
}
