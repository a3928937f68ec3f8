import { readArguments } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import { DynamicCache } from '../cache';
import type { ConfigOf } from '../config/define';
import { type DecoderFields, LlamaConfig, MistralConfig, Qwen2Config, Qwen3Config } from '../config/llama';
import { type CausalLMInputs, type ClassifierInputs, type DecoderInputs, type Forward, inputs } from '../fields';
import { CausalLM } from '../generation/causal-lm';
import { layers } from '../init';
import { causalMask, requireTokens } from '../masks';
import { PreTrainedModel } from '../pretrained-model';
import type { BaseModelOutput, CausalLMOutput, HeadOutput } from '../outputs';
import { type Steps, call, runSteps } from '../steps';
import { type DecoderContext, DecoderLayer, type DecoderShape, RMSNorm } from './decoder';
import { causalHead, classifierDropout, ofLastTokens, ofTokens } from './heads';
import { positionsAfter, requireDynamic, requireOne, throughLayers } from './layer';
import { RotaryEmbedding } from './rotary';

/** The config of a decoder of any family. */
export type DecoderConfig = ConfigOf<DecoderFields>;

interface Optional {
  readonly attentionBias?: boolean;
  readonly mlpBias?: boolean;
  readonly slidingWindow?: number | null;
  readonly layerTypes?: readonly string[];
}

const FAMILIES: Readonly<Record<string, string>> = {
  llama: 'Llama',
  mistral: 'Mistral',
  qwen2: 'Qwen2',
  qwen3: 'Qwen3',
};

function shapeOf(config: DecoderConfig): DecoderShape {
  const { attentionBias = false, mlpBias = false } = config as Optional;
  const isQwen2 = config.modelType === 'qwen2';
  return {
    family: FAMILIES[config.modelType] as string,
    ...{ hiddenSize: config.hiddenSize, intermediateSize: config.intermediateSize, headDim: config.headDim },
    ...{ numAttentionHeads: config.numAttentionHeads, numKeyValueHeads: config.numKeyValueHeads },
    ...{ hiddenAct: config.hiddenAct, rmsNormEps: config.rmsNormEps, attentionDropout: config.attentionDropout },
    queryBias: isQwen2 || attentionBias,
    outputBias: !isQwen2 && attentionBias,
    mlpBias,
    headNorms: config.modelType === 'qwen3',
  };
}

/** How far each layer looks back. */
function windowsOf(config: DecoderConfig): (layer: number) => number | null {
  const { slidingWindow = null, layerTypes } = config as Optional;
  return (layer) => (layerTypes && layerTypes[layer] !== 'sliding_attention' ? null : slidingWindow);
}

const BODY = inputs(
  ...([
    'inputIds',
    'attentionMask',
    'positionIds',
    'pastKeyValues',
    'inputsEmbeds',
    'useCache',
    'outputHiddenStates',
  ] as const),
);
const CAUSAL = inputs(
  ...(['inputIds', 'attentionMask', 'positionIds', 'pastKeyValues', 'inputsEmbeds', 'labels', 'useCache'] as const),
  ...(['logitsToKeep', 'outputHiddenStates'] as const),
);
const CLASSES = inputs(
  ...(['inputIds', 'attentionMask', 'positionIds', 'pastKeyValues', 'inputsEmbeds', 'labels', 'useCache'] as const),
  'outputHiddenStates',
);

/**
 * A decoder of Llama's kind without a head: Llama, Mistral, Qwen2 and Qwen3 are this one with options.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaModel
 */
export class DecoderModel extends PreTrainedModel<DecoderConfig> {
  readonly embedTokens: nn.Embedding;
  readonly layers: nn.ModuleList<DecoderLayer>;
  readonly norm: RMSNorm;
  readonly rotaryEmb: RotaryEmbedding;

  constructor(config: DecoderConfig) {
    super(config);
    const shape = shapeOf(config);
    const { vocabSize, hiddenSize, padTokenId, numHiddenLayers } = config;
    this.embedTokens = new nn.Embedding(vocabSize, hiddenSize, { paddingIdx: padTokenId });
    this.layers = layers(numHiddenLayers, (i) => new DecoderLayer(shape, i));
    this.norm = new RMSNorm(`${shape.family}RMSNorm`, hiddenSize, config.rmsNormEps);
    this.rotaryEmb = new RotaryEmbedding(shape.family, config);
    this.postInit();
  }

  override basePrefix(): string {
    return 'model';
  }

  override ignoredKeys(): readonly RegExp[] {
    return [/rotary_emb\.inv_freq$/];
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.embedTokens;
  }

  /** A cache for this model. */
  newCache(): DynamicCache {
    return new DynamicCache({ layers: this.config.numHiddenLayers, windows: windowsOf(this.config) });
  }

  override forward(...args: Forward<DecoderInputs>): BaseModelOutput {
    return runSteps(this.steps(...args));
  }

  /** What {@link forward} does, in steps. @internal */
  *steps(...args: readonly unknown[]): Steps<BaseModelOutput> {
    const label = `${this.displayName()}.forward`;
    const given = readArguments(label, BODY, args);
    requireOne(label, given.inputIds, given.inputsEmbeds);
    if (given.inputIds) requireTokens(label, 'inputIds', given.inputIds);
    const embeds = given.inputsEmbeds ?? (yield* call(this.embedTokens, given.inputIds as Tensor));
    const useCache = given.useCache ?? (this.config.useCache && !this.training);
    const cache = requireDynamic(label, given.pastKeyValues) ?? (useCache ? this.newCache() : null);
    const positions = given.positionIds ?? positionsAfter(cache?.getSeqLength() ?? 0, embeds);
    const masks = this.masks(embeds, given.attentionMask, cache, given.positionIds);
    const [cos, sin] = this.rotaryEmb.forward(embeds, positions).map((one) => one.unsqueeze(1)) as [Tensor, Tensor];
    const seen: Tensor[] | null = given.outputHiddenStates ? [] : null;
    const context = (layer: number): readonly [DecoderContext] => [{ mask: masks(layer), cos, sin, cache }];
    const hidden = yield* throughLayers<readonly [DecoderContext]>(this.layers, embeds, context, seen);
    const lastHiddenState = this.norm.forward(hidden);
    seen?.push(lastHiddenState);
    return { lastHiddenState, hiddenStates: seen, pastKeyValues: useCache ? cache : null };
  }

  /** The mask of each layer: one for all that look back as far. */
  private masks(
    embeds: Tensor,
    attentionMask: Tensor | null,
    cache: DynamicCache | null,
    positionIds: Tensor | null,
  ): (layer: number) => Tensor | null {
    const made = new Map<number | null, Tensor | null>();
    const windows = windowsOf(this.config);
    return (layer) => {
      const window = windows(layer);
      let mask = made.get(window);
      if (mask === undefined) {
        mask = causalMask({ embeds, attentionMask, cache, positionIds, window });
        made.set(window, mask);
      }
      return mask;
    };
  }
}

/**
 * A decoder of Llama's kind with a language model's head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForCausalLM
 */
export class DecoderForCausalLM extends CausalLM<DecoderConfig> {
  readonly model: DecoderModel;
  readonly lmHead: nn.Linear;

  constructor(config: DecoderConfig, Body: new (config: never) => DecoderModel) {
    super(config);
    this.model = new Body(config as never);
    this.lmHead = new nn.Linear(config.hiddenSize, config.vocabSize, { bias: false });
    this.postInit();
  }

  override basePrefix(): string {
    return 'model';
  }

  override ignoredKeys(): readonly RegExp[] {
    return this.model.ignoredKeys();
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.model.embedTokens;
  }

  override tiedWeights(): Readonly<Record<string, string>> {
    return this.config.tieWordEmbeddings ? { 'lm_head.weight': 'model.embed_tokens.weight' } : {};
  }

  override newCache(): DynamicCache {
    return this.model.newCache();
  }

  override forward(...args: Forward<CausalLMInputs>): CausalLMOutput {
    return runSteps(this.steps(...args));
  }

  override *steps(...args: readonly unknown[]): Steps<CausalLMOutput> {
    const parts = { body: this.model, head: this.lmHead };
    return yield* causalHead(`${this.displayName()}.forward`, CAUSAL, parts, args);
  }
}

/**
 * A decoder of Llama's kind that classifies texts, by the last token.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForSequenceClassification
 */
export class DecoderForSequenceClassification extends PreTrainedModel<DecoderConfig> {
  readonly model: DecoderModel;
  readonly score: nn.Linear;

  constructor(config: DecoderConfig, Body: new (config: never) => DecoderModel) {
    super(config);
    this.model = new Body(config as never);
    this.score = new nn.Linear(config.hiddenSize, config.numLabels, { bias: false });
    this.postInit();
  }

  override basePrefix(): string {
    return 'model';
  }

  override ignoredKeys(): readonly RegExp[] {
    return [...this.model.ignoredKeys(), /^lm_head\./];
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.model.embedTokens;
  }

  override forward(...args: Forward<ClassifierInputs>): HeadOutput {
    const { labels, ...given } = readArguments(`${this.displayName()}.forward`, CLASSES, args);
    const body = this.model.forward(given);
    return ofLastTokens(body, this.score.forward(body.lastHiddenState), { ...given, labels }, this.config);
  }
}

/**
 * A decoder of Llama's kind that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForTokenClassification
 */
export class DecoderForTokenClassification extends PreTrainedModel<DecoderConfig> {
  readonly model: DecoderModel;
  readonly dropout: nn.Dropout;
  readonly score: nn.Linear;

  constructor(config: DecoderConfig, Body: new (config: never) => DecoderModel) {
    super(config);
    this.model = new Body(config as never);
    this.dropout = new nn.Dropout(classifierDropout(config));
    this.score = new nn.Linear(config.hiddenSize, config.numLabels);
    this.postInit();
  }

  override basePrefix(): string {
    return 'model';
  }

  override ignoredKeys(): readonly RegExp[] {
    return [...this.model.ignoredKeys(), /^lm_head\./];
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.model.embedTokens;
  }

  override forward(...args: Forward<ClassifierInputs>): HeadOutput {
    const { labels, ...given } = readArguments(`${this.displayName()}.forward`, CLASSES, args);
    const body = this.model.forward(given);
    const logits = this.score.forward(this.dropout.forward(body.lastHiddenState));
    return ofTokens(body, logits, labels);
  }
}

export { LlamaConfig, MistralConfig, Qwen2Config, Qwen3Config };
