import { nullable, signal, value } from '../../arguments/fields';
import { requireOptions } from '../../arguments/read';
import { typeError, valueError, warn } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import type { Cache } from '../cache';
import type { PreTrainedConfig } from '../config/define';
import { aTensor } from '../fields';
import { hasFile, readJson } from '../json';
import { requireTokens } from '../masks';
import { PreTrainedModel } from '../pretrained-model';
import type { CausalLMOutput } from '../outputs';
import { type Steps, runSteps, runStepsAsync } from '../steps';
import { BeamSearch } from './beam';
import { GenerationConfig, type GenerationOptions, type GenerationSettings } from './config';
import { type DecodeInputs, Decoding } from './decoding';
import { type Decoder, stopsOf } from './stopping';

/** What to continue: the tokens, or what a tokenizer has returned. */
export type GenerationInputs =
  | Tensor
  | {
      /** Numbers of tokens, int64 `[batch, tokens]`; shorter texts are filled up at their left. */
      readonly inputIds: Tensor;
      /** 1 for tokens and 0 for padding. @defaultValue null, which finds padding by `padTokenId` */
      readonly attentionMask?: Tensor | null;
    };

/** Options of a call of `generate`. */
export interface GenerateOptions extends GenerationOptions {
  /** In place of the model's own config of generation. @defaultValue null */
  readonly generationConfig?: GenerationConfig | null;
  /** Decodes tokens, for `stopStrings` and for the texts of a stream. @defaultValue null */
  readonly tokenizer?: Decoder | null;
}

/** Options of the asynchronous calls. */
export interface GenerateAsyncOptions extends GenerateOptions {
  /** Ends generation, and frees its memory. @defaultValue null */
  readonly signal?: AbortSignal | null;
}

/** The next token of each text. */
export interface GeneratedStep {
  /** A token for each prompt; a text that has ended has the token of padding. */
  readonly tokens: readonly number[];
  /** With a `tokenizer` and one prompt, the text since the last step; it may be empty in the middle of a character. */
  readonly text: string | null;
}

/** The tokens to continue, and their mask. */
export interface Prompt {
  readonly inputIds: Tensor;
  readonly attentionMask: Tensor | null;
}

const OWN = {
  generationConfig: nullable(value<GenerationConfig>('a GenerationConfig', (v) => v instanceof GenerationConfig)),
  tokenizer: nullable(
    value<Decoder>('a tokenizer', (v) => typeof (v as Partial<Decoder> | null)?.decode === 'function'),
  ),
  ...{ signal: signal(), inputIds: aTensor, attentionMask: aTensor },
};

interface Request {
  readonly label: string;
  readonly prompt: Prompt;
  readonly settings: GenerationSettings;
  readonly tokenizer: Decoder | null;
  readonly signal: AbortSignal | null;
  readonly given: GenerationOptions;
}

/** What generation begins with. */
export interface Beginning {
  readonly rows: readonly (readonly number[])[];
  readonly attentionMask: Tensor | null;
  readonly cache: Cache | null;
  /** Tensors that live as long as the search. */
  readonly owned?: readonly Tensor[];
  readonly model: { decode(tokens: Tensor, given: DecodeInputs): Steps<CausalLMOutput> };
}

type Search = Decoding | BeamSearch;

/** Reads the fields of a call that are none of {@link GenerationOptions}. */
function readOwn(
  label: string,
  given: Readonly<Record<string, unknown>>,
): {
  readonly own: {
    readonly generationConfig: GenerationConfig | null;
    readonly tokenizer: Decoder | null;
    readonly signal: AbortSignal | null;
    readonly attentionMask: Tensor | null;
  };
  readonly rest: Record<string, unknown>;
} {
  const own: Record<string, unknown> = {};
  const rest: Record<string, unknown> = { ...given };
  for (const [name, field] of Object.entries(OWN)) {
    const one = given[name];
    Reflect.deleteProperty(rest, name);
    if (one !== undefined && !field.fits(one)) throw typeError(`${label}(): '${name}' should be ${field.expects}`);
    own[name] = one ?? null;
  }
  return { own: own as never, rest };
}

const listOf = (one: number | readonly number[] | null): readonly number[] =>
  one === null ? [] : typeof one === 'number' ? [one] : one;

/**
 * A model that generates text.
 *
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = new language.LlamaForCausalLM(config).eval();
 * const written: number[] = [];
 * for await (const { tokens } of model.generateStream(torch.tensor([[1, 5, 7]]), { minNewTokens: 4, maxNewTokens: 4 })) {
 *   written.push(...tokens);
 * }
 * written.length; // 4
 */
export abstract class Generative<C extends PreTrainedConfig = PreTrainedConfig> extends PreTrainedModel<C> {
  /** How text is generated where a call does not say otherwise. */
  generationConfig: GenerationConfig;

  constructor(config: C) {
    super(config);
    this.generationConfig = GenerationConfig.fromModelConfig(config);
  }

  /** What decoding begins with. @internal */
  abstract begin(prompt: Prompt, useCache: boolean, repeats: number, settings: GenerationSettings): Steps<Beginning>;

  /** The most tokens of a text; null where there is no such number. @internal */
  contextLength(): number | null {
    const { maxPositionEmbeddings } = this.config as { maxPositionEmbeddings?: number };
    return maxPositionEmbeddings ?? null;
  }

  /** Whether a longer text than {@link contextLength} cannot be computed, as with learned positions. @internal */
  hasHardLimit(): boolean {
    return false;
  }

  /** Whether the tokens that are returned begin with the prompt. @internal */
  continuesPrompt(): boolean {
    return true;
  }

  /**
   * Continues texts, on this thread: `[batch * numReturnSequences, length]`, with the prompts at the beginning. Use {@link
   * generateAsync} where the event loop has other things to do.
   *
   * @throws TorchValueError for a prompt that is longer than the model's context, and for logits that are not finite.
   * @see https://huggingface.co/docs/transformers/main_classes/text_generation#transformers.GenerationMixin.generate
   */
  generate(inputs: GenerationInputs, options: GenerateOptions = {}): Tensor {
    const request = this.read('generate', inputs, options);
    request.signal?.throwIfAborted();
    const inScope = <T>(steps: () => Steps<T>): T => torch.scope(() => torch.noGrad(() => runSteps(steps()) as never));
    const search = inScope(() => this.search(request));
    try {
      while (!search.done) inScope(() => search.next() as Steps<unknown>);
      return search.result();
    } finally {
      search.dispose();
    }
  }

  /** {@link generate} with the heavy layers off the thread of JavaScript, and pauses between the others. */
  async generateAsync(inputs: GenerationInputs, options: GenerateAsyncOptions = {}): Promise<Tensor> {
    const request = this.read('generateAsync', inputs, options);
    request.signal?.throwIfAborted();
    const search = await runStepsAsync(this.search(request), request.signal);
    try {
      while (!search.done) {
        request.signal?.throwIfAborted();
        await runStepsAsync(search.next() as Steps<unknown>, request.signal);
      }
      return search.result();
    } finally {
      search.dispose();
    }
  }

  /**
   * Continues texts token by token. Leaving the loop, or aborting the signal, frees the memory of the cache.
   *
   * @throws what {@link generate} throws; TorchValueError for more than one beam; the signal's reason.
   */
  async *generateStream(
    inputs: GenerationInputs,
    options: GenerateAsyncOptions = {},
  ): AsyncGenerator<GeneratedStep, void> {
    const request = this.read('generateStream', inputs, options);
    if (request.settings.numBeams > 1) {
      throw valueError('generateStream(): a beam search knows its text at the end only: use generateAsync');
    }
    request.signal?.throwIfAborted();
    const search = (await runStepsAsync(this.search(request), request.signal)) as Decoding;
    const text = request.tokenizer && search.rows.length === 1 ? new Unfolding(request.tokenizer) : null;
    try {
      while (!search.done) {
        request.signal?.throwIfAborted();
        const tokens = await runStepsAsync(search.next(), request.signal);
        yield { tokens, text: text && text.add(tokens[0] as number, search.done) };
      }
    } finally {
      search.dispose();
    }
  }

  private read(name: string, inputs: GenerationInputs, options: object): Request {
    const label = `${this.displayName()}.${name}`;
    requireOptions(label, options);
    const given = inputs instanceof torch.Tensor ? { inputIds: inputs } : inputs;
    requireOptions(label, given);
    const { inputIds } = given as { inputIds?: unknown };
    if (!(inputIds instanceof torch.Tensor)) throw typeError(`${label}() needs 'inputIds', a Tensor [batch, tokens]`);
    requireTokens(label, 'inputIds', inputIds);
    const { own: fromInputs } = readOwn(label, given);
    const { own, rest } = readOwn(label, options);
    const config = own.generationConfig ?? this.generationConfig;
    const settings = config.settings(label, rest);
    const attentionMask = own.attentionMask ?? fromInputs.attentionMask;
    const { tokenizer, signal: abort } = own;
    const prompt = { inputIds, attentionMask };
    return { label, prompt, settings, tokenizer, signal: abort, given: { ...config.options, ...rest } };
  }

  /** Begins a search. @internal */
  private *search(request: Request): Steps<Search> {
    const { settings, label } = request;
    const ends = listOf(settings.eosTokenId);
    const pad = settings.padTokenId ?? ends[0] ?? null;
    const prompt = this.padded(request.prompt, pad, ends);
    const { numBeams, numReturnSequences, useCache } = settings;
    const repeats = numBeams > 1 ? numBeams : numReturnSequences;
    const begun = yield* this.begin(repeats > 1 ? repeated(prompt, repeats) : prompt, useCache, repeats, settings);
    try {
      const length = begun.rows[0]?.length ?? 0;
      const maxLength = this.maxLength(request, length);
      const stops = stopsOf(label, settings, ends, request.tokenizer);
      const { device } = prompt.inputIds;
      const start = { ...begun, settings, maxLength, ends, pad, stops, device };
      return numBeams > 1 ? new BeamSearch(start) : new Decoding(start);
    } catch (error) {
      begun.cache?.dispose();
      throw error;
    }
  }

  /** The prompt with a mask where it has padding. */
  private padded({ inputIds, attentionMask }: Prompt, pad: number | null, ends: readonly number[]): Prompt {
    let mask = attentionMask;
    if (mask === null && this.continuesPrompt() && pad !== null && !ends.includes(pad)) {
      const isPad = inputIds.eq(pad);
      if (isPad.any().item<boolean>()) mask = isPad.logicalNot().to(torch.int64);
    }
    if (mask === null || mask.to(torch.bool).all().item<boolean>()) return { inputIds, attentionMask: null };
    const last = mask.select(1, (mask.shape[1] as number) - 1);
    if (this.continuesPrompt() && !last.to(torch.bool).all().item<boolean>()) {
      warn('generate: a prompt ends with padding, so its text goes on behind the padding: pad at the left');
    }
    return { inputIds, attentionMask: mask };
  }

  private maxLength({ label, settings, given }: Request, prompt: number): number {
    const context = this.contextLength();
    if (context !== null && prompt > context) {
      throw valueError(`${label}(): the prompt has ${prompt} tokens, more than the ${context} of the model's context`);
    }
    const asked = askedLength(settings, given, prompt, context);
    if (context !== null && this.hasHardLimit() && asked > context) {
      throw valueError(
        `${label}(): ${asked} tokens are more than the ${context} of the model's context; at most ${context - prompt} new tokens fit`,
      );
    }
    if (asked <= prompt) {
      throw valueError(`${label}(): the prompt has ${prompt} tokens, and maxLength is ${asked}: increase maxNewTokens`);
    }
    return asked;
  }

  /** @internal */
  override async saveOthers(folder: string): Promise<void> {
    await super.saveOthers(folder);
    await this.generationConfig.savePretrained(folder);
  }

  /** @internal */
  override async loadOthers(folder: string): Promise<void> {
    if (!(await hasFile(folder, 'generation_config.json'))) return;
    this.generationConfig = GenerationConfig.fromDict(
      await readJson('fromPretrained', folder, 'generation_config.json'),
    );
  }
}

function askedLength(
  settings: GenerationSettings,
  given: GenerationOptions,
  prompt: number,
  context: number | null,
): number {
  if (settings.maxNewTokens !== null) return prompt + settings.maxNewTokens;
  if (given.maxLength != null) return settings.maxLength as number;
  return Math.min(prompt + 20, context ?? Number.POSITIVE_INFINITY);
}

function repeated({ inputIds, attentionMask }: Prompt, times: number): Prompt {
  return {
    inputIds: inputIds.repeatInterleave(times, 0),
    attentionMask: attentionMask && attentionMask.repeatInterleave(times, 0),
  };
}

/** Text that grows token by token: what is still the beginning of a character waits. */
class Unfolding {
  readonly #tokenizer: Decoder;
  #tokens: number[] = [];
  #shown = 0;

  constructor(tokenizer: Decoder) {
    this.#tokenizer = tokenizer;
  }

  add(token: number, isLast: boolean): string {
    this.#tokens.push(token);
    const text = this.#tokenizer.decode(this.#tokens, { skipSpecialTokens: true });
    if (text.endsWith('\uFFFD') && !isLast) return '';
    const fresh = text.slice(this.#shown);
    if (text.endsWith('\n')) {
      // A line is done: what follows does not change it.
      this.#tokens = [];
      this.#shown = 0;
    } else {
      this.#shown = text.length;
    }
    return fresh;
  }
}
