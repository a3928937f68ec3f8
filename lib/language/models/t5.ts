import type { Values } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { type Cache, DynamicCache, EncoderDecoderCache } from '../cache';
import { T5Config } from '../config/t5';
import { type Forward, type ModelInputs, inputs } from '../fields';
import type { Beginning } from '../generation/generative';
import type { GenerationSettings } from '../generation/config';
import type { DecodeInputs } from '../generation/decoding';
import { Generative, type Prompt } from '../generation/generative';
import { constant, initializeUsual, normal, layers } from '../init';
import { IGNORED as UNLEARNED } from '../losses';
import { bidirectionalMask, causalMask, requireTokens } from '../masks';
import { PreTrainedModel } from '../pretrained-model';
import type { BaseModelOutput, Seq2SeqLMOutput, Seq2SeqModelOutput } from '../outputs';
import { type Steps, call, runSteps, through } from '../steps';
import { RMSNorm } from './decoder';
import { requireOne, throughLayers } from './layer';
import { T5Attention, T5Block, type T5Context, T5DenseActDense, T5DenseGatedActDense } from './t5-layers';

/** What T5 takes. */
export interface Seq2SeqInputs extends ModelInputs {
  /** The tokens of the decoder, `[batch, tokens]`. @defaultValue the labels, one to the right */
  readonly decoderInputIds?: Tensor | null;
  /** 1 for tokens of the decoder and 0 for padding. @defaultValue null */
  readonly decoderAttentionMask?: Tensor | null;
  /** What the encoder returned, in place of `inputIds`. @defaultValue null */
  readonly encoderOutputs?: { readonly lastHiddenState: Tensor } | null;
  /** Keys and values of earlier tokens. @defaultValue null */
  readonly pastKeyValues?: Cache | null;
  /** Vectors in place of `decoderInputIds`. @defaultValue null */
  readonly decoderInputsEmbeds?: Tensor | null;
  /** The tokens to learn, `[batch, tokens]`; -100 is not learned. @defaultValue null */
  readonly labels?: Tensor | null;
  /** Return keys and values for the next tokens. @defaultValue the config's `useCache`, but false in training */
  readonly useCache?: boolean | null;
}

/** The spread of the first weights of each kind of module. */
function initT5(module: nn.Module, config: T5Config): void {
  const { initializerFactor: factor, dModel, dKv, dFf, numHeads } = config;
  initializeUsual(module, factor);
  if (module instanceof RMSNorm) constant(module.weight, factor);
  else if (module instanceof T5DenseActDense) normal(module.wi.weight, factor * dModel ** -0.5);
  else if (module instanceof T5DenseGatedActDense) {
    normal(module.wi0.weight, factor * dModel ** -0.5);
    normal(module.wi1.weight, factor * dModel ** -0.5);
  } else if (module instanceof T5Attention) {
    normal(module.q.weight, factor * (dModel * dKv) ** -0.5);
    normal(module.k.weight, factor * dModel ** -0.5);
    normal(module.v.weight, factor * dModel ** -0.5);
    normal(module.o.weight, factor * (numHeads * dKv) ** -0.5);
    if (module.relativeAttentionBias) normal(module.relativeAttentionBias.weight, factor * dModel ** -0.5);
  } else if (module instanceof T5Model || module instanceof T5ForConditionalGeneration) {
    normal(module.shared.weight, factor);
  }
  if (module instanceof T5DenseActDense || module instanceof T5DenseGatedActDense) {
    normal(module.wo.weight, factor * dFf ** -0.5);
  }
}

const IGNORED = [/decoder\.block\.0\.layer\.1\.EncDecAttention\.relative_attention_bias\.weight$/];

const STACK = inputs(
  ...([
    'inputIds',
    'attentionMask',
    'encoderHiddenStates',
    'encoderAttentionMask',
    'inputsEmbeds',
    'pastKeyValues',
  ] as const),
  ...(['useCache', 'outputHiddenStates'] as const),
);
const BODY = inputs(
  ...([
    'inputIds',
    'attentionMask',
    'decoderInputIds',
    'decoderAttentionMask',
    'encoderOutputs',
    'pastKeyValues',
  ] as const),
  ...(['inputsEmbeds', 'decoderInputsEmbeds', 'useCache', 'outputHiddenStates'] as const),
);
const HEAD = inputs(
  ...([
    'inputIds',
    'attentionMask',
    'decoderInputIds',
    'decoderAttentionMask',
    'encoderOutputs',
    'pastKeyValues',
  ] as const),
  ...(['inputsEmbeds', 'decoderInputsEmbeds', 'labels', 'useCache', 'outputHiddenStates'] as const),
);

/** The encoder or the decoder. */
export class T5Stack extends PreTrainedModel<T5Config> {
  embedTokens: nn.Embedding;
  readonly block: nn.ModuleList<T5Block>;
  readonly finalLayerNorm: RMSNorm;
  readonly dropout: nn.Dropout;
  readonly isDecoder: boolean;

  constructor(config: T5Config, isDecoder: boolean) {
    super(config);
    this.isDecoder = isDecoder;
    this.embedTokens = new nn.Embedding(config.vocabSize, config.dModel);
    const count = isDecoder ? config.numDecoderLayers : config.numLayers;
    this.block = layers(count, (i) => new T5Block(config, isDecoder, i));
    this.finalLayerNorm = new RMSNorm('T5LayerNorm', config.dModel, config.layerNormEpsilon, false);
    this.dropout = new nn.Dropout(config.dropoutRate);
    this.postInit();
  }

  override basePrefix(): string {
    return 'encoder';
  }

  override initWeights(module: nn.Module): void {
    initT5(module, this.config);
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.embedTokens;
  }

  override forward(...args: readonly unknown[]): BaseModelOutput {
    return runSteps(this.steps(...args));
  }

  /** What {@link forward} does, in steps. @internal */
  *steps(...args: readonly unknown[]): Steps<BaseModelOutput> {
    const label = 'T5Stack.forward';
    const given = readArguments(label, STACK, args);
    requireOne(label, given.inputIds, given.inputsEmbeds);
    if (given.inputIds) requireTokens(label, 'inputIds', given.inputIds);
    const embeds = given.inputsEmbeds ?? (yield* call(this.embedTokens, given.inputIds as Tensor));
    const useCache = this.isDecoder && (given.useCache ?? (this.config.useCache && !this.training));
    const { context, cache } = this.context(given, embeds, useCache);
    const seen: Tensor[] | null = given.outputHiddenStates ? [] : null;
    const each = (): readonly [T5Context] => [context];
    const hidden = yield* throughLayers<readonly [T5Context]>(this.block, this.dropout.forward(embeds), each, seen);
    const lastHiddenState = this.dropout.forward(this.finalLayerNorm.forward(hidden));
    seen?.push(lastHiddenState);
    return { lastHiddenState, hiddenStates: seen, pastKeyValues: useCache ? cache : null };
  }

  private context(
    given: Values<typeof STACK>,
    embeds: Tensor,
    useCache: boolean,
  ): { readonly context: T5Context; readonly cache: EncoderDecoderCache | null } {
    const cache = this.isDecoder ? (cacheOf(given.pastKeyValues) ?? (useCache ? newCache(this.config) : null)) : null;
    const { attentionMask, encoderHiddenStates: encoded, encoderAttentionMask } = given;
    const own = cache && cache.selfAttention;
    const mask = this.isDecoder
      ? causalMask({ embeds, attentionMask, cache: own, positionIds: null, window: null })
      : bidirectionalMask(embeds, attentionMask);
    const encodedMask = encoded && bidirectionalMask(embeds, encoderAttentionMask, encoded);
    const [queries, before] = [embeds.shape[1] as number, cache?.getSeqLength() ?? 0];
    const bias = ([...this.block][0] as T5Block).distances.bias(queries, before + queries, before);
    return { context: { mask, bias, encoded, encodedMask, cache }, cache };
  }
}

function cacheOf(cache: Cache | null): EncoderDecoderCache | null {
  if (cache === null || cache instanceof EncoderDecoderCache) return cache;
  throw valueError("T5's 'pastKeyValues' should be an EncoderDecoderCache");
}

function newCache({ numDecoderLayers: layers }: T5Config): EncoderDecoderCache {
  const one = (): DynamicCache => new DynamicCache({ layers, windows: () => null });
  return new EncoderDecoderCache(one(), one());
}

const TIED = {
  'encoder.embed_tokens.weight': 'shared.weight',
  'decoder.embed_tokens.weight': 'shared.weight',
};

/** The decoder's pass over what the encoder made. */
function* decoded(model: T5Model | T5ForConditionalGeneration, given: Values<typeof BODY>): Steps<Seq2SeqModelOutput> {
  const { attentionMask, useCache, outputHiddenStates, pastKeyValues } = given;
  const asked = { inputIds: given.inputIds, attentionMask, inputsEmbeds: given.inputsEmbeds, outputHiddenStates };
  const { lastHiddenState: encoded } = given.encoderOutputs ?? (yield* through(model.encoder, asked));
  const ids = {
    inputIds: given.decoderInputIds,
    inputsEmbeds: given.decoderInputsEmbeds,
    attentionMask: given.decoderAttentionMask,
  };
  const decode = {
    ...ids,
    encoderHiddenStates: encoded,
    encoderAttentionMask: attentionMask,
    pastKeyValues,
    useCache,
    outputHiddenStates,
  };
  const body = yield* through(model.decoder, decode);
  return { ...body, encoderLastHiddenState: encoded };
}

/**
 * T5 without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/t5#transformers.T5Model
 * @example
 * const config = new language.T5Config({ vocabSize: 32, dModel: 8, dKv: 4, dFf: 16, numLayers: 1, numHeads: 2 });
 * const model = new language.T5Model(config);
 * const inputs = { inputIds: torch.tensor([[4, 5, 1]]), decoderInputIds: torch.tensor([[0, 6]]) };
 * model.forward(inputs).lastHiddenState.shape; // [1, 2, 8]
 */
export class T5Model extends PreTrainedModel<T5Config> {
  static readonly configClass = T5Config;
  readonly shared: nn.Embedding;
  readonly encoder: T5Stack;
  readonly decoder: T5Stack;

  constructor(config: T5Config) {
    super(config);
    this.shared = new nn.Embedding(config.vocabSize, config.dModel);
    this.encoder = new T5Stack(config, false);
    this.decoder = new T5Stack(config, true);
    this.postInit();
  }

  override basePrefix(): string {
    return 'transformer';
  }

  override initWeights(module: nn.Module): void {
    initT5(module, this.config);
  }

  override ignoredKeys(): readonly RegExp[] {
    return [...IGNORED, /^lm_head\./];
  }

  override tiedWeights(): Readonly<Record<string, string>> {
    return TIED;
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.shared;
  }

  override forward(...args: Forward<Omit<Seq2SeqInputs, 'labels'>>): Seq2SeqModelOutput {
    return runSteps(decoded(this, readArguments('T5Model.forward', BODY, args)));
  }
}

/**
 * T5 with a language model's head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/t5#transformers.T5ForConditionalGeneration
 * @example
 * const config = new language.T5Config({ vocabSize: 32, dModel: 8, dKv: 4, dFf: 16, numLayers: 1, numHeads: 2, decoderStartTokenId: 0 });
 * const model = new language.T5ForConditionalGeneration(config);
 * model.forward({ inputIds: torch.tensor([[4, 5, 1]]), labels: torch.tensor([[6, 1]]) }).logits.shape; // [1, 2, 32]
 * model.eval().generate(torch.tensor([[4, 5, 1]]), { minNewTokens: 3, maxNewTokens: 3 }).shape; // [1, 4]
 */
export class T5ForConditionalGeneration extends Generative<T5Config> {
  static readonly configClass = T5Config;
  readonly shared: nn.Embedding;
  readonly encoder: T5Stack;
  readonly decoder: T5Stack;
  readonly lmHead: nn.Linear;

  constructor(config: T5Config) {
    super(config);
    this.shared = new nn.Embedding(config.vocabSize, config.dModel);
    this.encoder = new T5Stack(config, false);
    this.decoder = new T5Stack(config, true);
    this.lmHead = new nn.Linear(config.dModel, config.vocabSize, { bias: false });
    this.postInit();
  }

  override basePrefix(): string {
    return 'transformer';
  }

  override initWeights(module: nn.Module): void {
    initT5(module, this.config);
  }

  override ignoredKeys(): readonly RegExp[] {
    return IGNORED;
  }

  override tiedWeights(): Readonly<Record<string, string>> {
    return { ...TIED, 'lm_head.weight': 'shared.weight' };
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.shared;
  }

  override contextLength(): number | null {
    return null;
  }

  override continuesPrompt(): boolean {
    return false;
  }

  /** The labels one to the right, behind the token with which the decoder begins: what the decoder is given in training. */
  prepareDecoderInputIdsFromLabels(labels: Tensor): Tensor {
    const { decoderStartTokenId: first, padTokenId } = this.config;
    if (first === null) throw valueError('the config has no decoderStartTokenId, with which the decoder begins');
    if (padTokenId === null)
      throw valueError('the config has no padTokenId, which stands for labels that are not learned');
    const [batch, tokens] = labels.shape as [number, number];
    const start = torch.full([batch, 1], first, { dtype: torch.int64, device: labels.device });
    const shifted = torch.cat([start, labels.to(torch.int64).narrow(1, 0, tokens - 1)], 1);
    return shifted.maskedFill(shifted.eq(UNLEARNED), padTokenId);
  }

  override forward(...args: Forward<Seq2SeqInputs>): Seq2SeqLMOutput {
    return runSteps(this.steps(...args));
  }

  /** What {@link forward} does, in steps. @internal */
  *steps(...args: readonly unknown[]): Steps<Seq2SeqLMOutput> {
    const { labels, ...given } = readArguments('T5ForConditionalGeneration.forward', HEAD, args);
    const isShifted = labels !== null && given.decoderInputIds === null && given.decoderInputsEmbeds === null;
    const decoderInputIds = isShifted ? this.prepareDecoderInputIdsFromLabels(labels) : given.decoderInputIds;
    const body = yield* decoded(this, { ...given, decoderInputIds });
    const { scaleDecoderOutputs, dModel } = this.config;
    const hidden = scaleDecoderOutputs ? body.lastHiddenState.mul(dModel ** -0.5) : body.lastHiddenState;
    const logits = yield* call(this.lmHead, hidden);
    const words = logits.shape[2] as number;
    const loss =
      labels &&
      nn.functional.crossEntropy(logits.reshape([-1, words]), labels.to(torch.int64).reshape([-1]), {
        ignoreIndex: UNLEARNED,
      });
    return { ...body, loss, logits };
  }

  /** The encoder reads the prompts. @internal */
  override *begin(
    { inputIds, attentionMask }: Prompt,
    useCache: boolean,
    repeats: number,
    settings: GenerationSettings,
  ): Steps<Beginning> {
    const first = settings.decoderStartTokenId ?? settings.bosTokenId;
    if (first === null) {
      throw valueError('generate needs decoderStartTokenId or bosTokenId, with which the decoder begins');
    }
    const rows = inputIds.shape[0] as number;
    // The encoder reads each prompt once.
    const every = (tensor: Tensor): Tensor =>
      repeats === 1 ? tensor : tensor.indexSelect(0, torch.arange(0, rows, repeats));
    const asked = { inputIds: every(inputIds), attentionMask: attentionMask && every(attentionMask) };
    const { lastHiddenState } = yield* through(this.encoder, asked);
    const encoded = torch.keep(repeats === 1 ? lastHiddenState.clone() : lastHiddenState.repeatInterleave(repeats, 0));
    const mask = attentionMask && torch.keep(attentionMask.clone());
    const encoderOutputs = { lastHiddenState: encoded };
    const steps = (given: object): Steps<Seq2SeqLMOutput> => through(this, given);
    const model = {
      decode: (decoderInputIds: Tensor, { cache }: DecodeInputs): Steps<Seq2SeqLMOutput> =>
        steps({ encoderOutputs, attentionMask: mask, decoderInputIds, pastKeyValues: cache, useCache: cache !== null }),
    };
    const cache = useCache ? newCache(this.config) : null;
    return {
      rows: Array.from({ length: rows }, () => [first]),
      attentionMask: null,
      cache,
      model,
      owned: [encoded, ...(mask ? [mask] : [])],
    };
  }
}
