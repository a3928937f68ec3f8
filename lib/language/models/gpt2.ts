import { readArguments } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { type Activation, activation } from '../activations';
import { attend } from '../attention';
import { DynamicCache } from '../cache';
import { GPT2Config } from '../config/gpt2';
import {
  type CausalLMInputs,
  type ClassifierInputs,
  type EncoderInputs,
  type DecoderInputs,
  type Forward,
  inputs,
} from '../fields';
import { CausalLM } from '../generation/causal-lm';
import { linearByColumns, splitHeads } from '../kernels';
import { constant, normal, layers } from '../init';
import { causalMask, requireTokens } from '../masks';
import { PreTrainedModel } from '../pretrained-model';
import type { BaseModelOutput, CausalLMOutput, HeadOutput } from '../outputs';
import { SteppedPart } from '../part';
import { type Steps, call, runSteps, through } from '../steps';
import { causalHead, classifierDropout, ofLastTokens, ofTokens } from './heads';
import { StackLayer, positionsAfter, requireDynamic, requireOne, throughLayers } from './layer';

/** Layers of the twins that {@link Conv1D.forwardAsync} runs. */
const twins = new WeakMap<nn.Module, { readonly linear: nn.Linear; readonly weight: Tensor; readonly bias: Tensor }>();

/** A linear layer whose weight is `[inputs, outputs]`, as in the first GPT. */
export class Conv1D extends nn.Module {
  readonly weight: nn.Parameter;
  readonly bias: nn.Parameter;
  readonly nf: number;
  readonly nx: number;

  constructor(outputs: number, inputs: number) {
    super();
    this.nf = outputs;
    this.nx = inputs;
    this.weight = new nn.Parameter(torch.empty([inputs, outputs]));
    this.bias = new nn.Parameter(torch.zeros([outputs]));
    nn.init.normal_(this.weight, 0, 0.02);
  }

  override toString(): string {
    return `Conv1D(nf=${this.nf}, nx=${this.nx})`;
  }

  override forward(input: Tensor): Tensor {
    return linearByColumns(input, this.weight, this.bias);
  }

  /** {@link forward} off the JavaScript thread. */
  async forwardAsync(input: Tensor): Promise<Tensor> {
    const { weight, bias } = this;
    let twin = twins.get(this);
    if (twin?.weight !== weight || twin.bias !== bias) {
      const linear = nn.utils.skipInit(nn.Linear, 1, 1);
      linear.weight = new nn.Parameter(weight.detach().t(), false);
      linear.bias = new nn.Parameter(bias.detach(), false);
      twins.set(this, (twin = { linear, weight, bias }));
    }
    return twin.linear.forwardAsync(input);
  }
}

/** What all layers of one pass share. */
interface Context {
  readonly mask: Tensor | null;
  readonly cache: DynamicCache | null;
}

class GPT2Attention extends SteppedPart<readonly [hidden: Tensor, context: Context]> {
  readonly cAttn: Conv1D;
  readonly cProj: Conv1D;
  readonly attnDropout: nn.Dropout;
  readonly residDropout: nn.Dropout;
  private readonly scaling: number;
  private readonly heads: number;
  private readonly layer: number;

  constructor(config: GPT2Config, layer: number) {
    super();
    const { nEmbd, nHead, scaleAttnWeights, scaleAttnByInverseLayerIdx } = config;
    this.heads = nHead;
    this.layer = layer;
    this.scaling = (scaleAttnWeights ? (nEmbd / nHead) ** -0.5 : 1) / (scaleAttnByInverseLayerIdx ? layer + 1 : 1);
    this.cAttn = new Conv1D(3 * nEmbd, nEmbd);
    this.cProj = new Conv1D(nEmbd, nEmbd);
    this.attnDropout = new nn.Dropout(config.attnPdrop);
    this.residDropout = new nn.Dropout(config.residPdrop);
  }

  override *steps(hidden: Tensor, { mask, cache }: Context): Steps<Tensor> {
    const [query, ...rest] = splitHeads(yield* call(this.cAttn, hidden), this.heads);
    let [key, value] = rest;
    if (cache) [key, value] = cache.update(key, value, this.layer);
    const dropout = this.training ? this.attnDropout.p : 0;
    const attended = yield* attend({ query, key, value, mask, dropout, scaling: this.scaling, causal: true });
    return this.residDropout.forward(yield* call(this.cProj, attended));
  }
}

class GPT2MLP extends SteppedPart<readonly [hidden: Tensor]> {
  readonly cFc: Conv1D;
  readonly cProj: Conv1D;
  readonly act: Activation;
  readonly dropout: nn.Dropout;

  constructor(inner: number, config: GPT2Config) {
    super();
    this.cFc = new Conv1D(inner, config.nEmbd);
    this.cProj = new Conv1D(config.nEmbd, inner);
    this.act = activation(config.activationFunction);
    this.dropout = new nn.Dropout(config.residPdrop);
  }

  override *steps(hidden: Tensor): Steps<Tensor> {
    const inner = this.act.forward(yield* call(this.cFc, hidden));
    return this.dropout.forward(yield* call(this.cProj, inner));
  }
}

class GPT2Block extends StackLayer<readonly [Context]> {
  readonly ln1: nn.LayerNorm;
  readonly attn: GPT2Attention;
  readonly ln2: nn.LayerNorm;
  readonly mlp: GPT2MLP;

  constructor(config: GPT2Config, layer: number) {
    super();
    const { nEmbd, layerNormEpsilon: eps } = config;
    this.ln1 = new nn.LayerNorm(nEmbd, { eps });
    this.attn = new GPT2Attention(config, layer);
    this.ln2 = new nn.LayerNorm(nEmbd, { eps });
    this.mlp = new GPT2MLP(config.nInner ?? 4 * nEmbd, config);
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return { ln1: 'ln_1', ln2: 'ln_2' };
  }

  override *steps(hidden: Tensor, context: Context): Steps<Tensor> {
    const attended = (yield* through(this.attn, this.ln1.forward(hidden), context)).add(hidden);
    return attended.add(yield* through(this.mlp, this.ln2.forward(attended)));
  }
}

/** What all models of this family share. */
abstract class GPT2PreTrainedModel extends PreTrainedModel<GPT2Config> {
  static readonly configClass = GPT2Config;

  override basePrefix(): string {
    return 'transformer';
  }

  override ignoredKeys(): readonly RegExp[] {
    return IGNORED;
  }

  override initWeights(module: nn.Module): void {
    super.initWeights(module);
    initGPT2(module, this.config);
  }
}

const IGNORED = [/(^|\.)attn\.(masked_)?bias$/];

function initGPT2(module: nn.Module, { initializerRange, nLayer }: GPT2Config): void {
  if (module instanceof Conv1D) {
    normal(module.weight, initializerRange);
    constant(module.bias, 0);
  }
  // Each layer adds twice to what goes past it, so that the sum keeps its size.
  if (module instanceof GPT2Attention || module instanceof GPT2MLP) {
    normal(module.cProj.weight, initializerRange / Math.sqrt(2 * nLayer));
  }
}

const BODY = inputs(
  ...([
    'inputIds',
    'pastKeyValues',
    'attentionMask',
    'tokenTypeIds',
    'positionIds',
    'inputsEmbeds',
    'useCache',
  ] as const),
  'outputHiddenStates',
);
const CAUSAL = inputs(
  ...(['inputIds', 'pastKeyValues', 'attentionMask', 'tokenTypeIds', 'positionIds', 'inputsEmbeds', 'labels'] as const),
  ...(['useCache', 'logitsToKeep', 'outputHiddenStates'] as const),
);
const CLASSES = inputs(
  ...(['inputIds', 'pastKeyValues', 'attentionMask', 'tokenTypeIds', 'positionIds', 'inputsEmbeds', 'labels'] as const),
  ...(['useCache', 'outputHiddenStates'] as const),
);

/**
 * GPT-2 without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/gpt2#transformers.GPT2Model
 * @example
 * const config = new language.GPT2Config({ vocabSize: 32, nPositions: 16, nEmbd: 8, nLayer: 1, nHead: 2 });
 * const model = new language.GPT2Model(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).lastHiddenState.shape; // [1, 3, 8]
 */
export class GPT2Model extends GPT2PreTrainedModel {
  readonly wte: nn.Embedding;
  readonly wpe: nn.Embedding;
  readonly drop: nn.Dropout;
  readonly h: nn.ModuleList<GPT2Block>;
  readonly lnF: nn.LayerNorm;

  constructor(config: GPT2Config) {
    super(config);
    const { vocabSize, nPositions, nEmbd, nLayer } = config;
    this.wte = new nn.Embedding(vocabSize, nEmbd);
    this.wpe = new nn.Embedding(nPositions, nEmbd);
    this.drop = new nn.Dropout(config.embdPdrop);
    this.h = layers(nLayer, (i) => new GPT2Block(config, i));
    this.lnF = new nn.LayerNorm(nEmbd, { eps: config.layerNormEpsilon });
    this.postInit();
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.wte;
  }

  /** A cache for this model. */
  newCache(): DynamicCache {
    return new DynamicCache({ layers: this.config.nLayer, windows: () => null });
  }

  override forward(...args: Forward<DecoderInputs & EncoderInputs>): BaseModelOutput {
    return runSteps(this.steps(...args));
  }

  /** What {@link forward} does, in steps. @internal */
  *steps(...args: readonly unknown[]): Steps<BaseModelOutput> {
    const label = `${this.displayName()}.forward`;
    const given = readArguments(label, BODY, args);
    requireOne(label, given.inputIds, given.inputsEmbeds);
    if (given.inputIds) requireTokens(label, 'inputIds', given.inputIds);
    const embeds = given.inputsEmbeds ?? (yield* call(this.wte, given.inputIds as Tensor));
    const useCache = given.useCache ?? (this.config.useCache && !this.training);
    const cache = requireDynamic(label, given.pastKeyValues) ?? (useCache ? this.newCache() : null);
    const { attentionMask, positionIds, tokenTypeIds } = given;
    const positions = positionIds ?? positionsAfter(cache?.getSeqLength() ?? 0, embeds);
    let hidden = embeds.add(this.wpe.forward(positions));
    const mask = causalMask({ embeds, attentionMask, cache, positionIds, window: null });
    if (tokenTypeIds) hidden = hidden.add(this.wte.forward(tokenTypeIds));
    const seen: Tensor[] | null = given.outputHiddenStates ? [] : null;
    const context = (): readonly [Context] => [{ mask, cache }];
    const last = yield* throughLayers<readonly [Context]>(this.h, this.drop.forward(hidden), context, seen);
    const lastHiddenState = this.lnF.forward(last);
    seen?.push(lastHiddenState);
    return { lastHiddenState, hiddenStates: seen, pastKeyValues: useCache ? cache : null };
  }
}

/**
 * GPT-2 with a language model's head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/gpt2#transformers.GPT2LMHeadModel
 * @example
 * const config = new language.GPT2Config({ vocabSize: 32, nPositions: 16, nEmbd: 8, nLayer: 1, nHead: 2 });
 * const model = new language.GPT2LMHeadModel(config);
 * model.eval().generate(torch.tensor([[1, 5, 7]]), { minNewTokens: 2, maxNewTokens: 2 }).shape; // [1, 5]
 */
export class GPT2LMHeadModel extends CausalLM<GPT2Config> {
  static readonly configClass = GPT2Config;
  readonly transformer: GPT2Model;
  readonly lmHead: nn.Linear;

  constructor(config: GPT2Config) {
    super(config);
    this.transformer = new GPT2Model(config);
    this.lmHead = new nn.Linear(config.nEmbd, config.vocabSize, { bias: false });
    this.postInit();
  }

  override basePrefix(): string {
    return 'transformer';
  }

  override ignoredKeys(): readonly RegExp[] {
    return IGNORED;
  }

  override initWeights(module: nn.Module): void {
    super.initWeights(module);
    initGPT2(module, this.config);
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.transformer.wte;
  }

  override tiedWeights(): Readonly<Record<string, string>> {
    return this.config.tieWordEmbeddings ? { 'lm_head.weight': 'transformer.wte.weight' } : {};
  }

  override hasHardLimit(): boolean {
    return true;
  }

  override newCache(): DynamicCache {
    return this.transformer.newCache();
  }

  override forward(...args: Forward<CausalLMInputs & EncoderInputs>): CausalLMOutput {
    return runSteps(this.steps(...args));
  }

  override *steps(...args: readonly unknown[]): Steps<CausalLMOutput> {
    const parts = { body: this.transformer, head: this.lmHead };
    return yield* causalHead(`${this.displayName()}.forward`, CAUSAL, parts, args);
  }
}

/**
 * GPT-2 that classifies texts, by the last token.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/gpt2#transformers.GPT2ForSequenceClassification
 * @example
 * const config = new language.GPT2Config({ vocabSize: 32, nPositions: 16, nEmbd: 8, nLayer: 1, nHead: 2, numLabels: 3 });
 * const model = new language.GPT2ForSequenceClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]), labels: torch.tensor([2]) }).logits.shape; // [1, 3]
 */
export class GPT2ForSequenceClassification extends GPT2PreTrainedModel {
  readonly transformer: GPT2Model;
  readonly score: nn.Linear;

  constructor(config: GPT2Config) {
    super(config);
    this.transformer = new GPT2Model(config);
    this.score = new nn.Linear(config.nEmbd, config.numLabels, { bias: false });
    this.postInit();
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.transformer.wte;
  }

  override forward(...args: Forward<ClassifierInputs & EncoderInputs>): HeadOutput {
    const { labels, ...given } = readArguments(`${this.displayName()}.forward`, CLASSES, args);
    const body = this.transformer.forward(given);
    return ofLastTokens(body, this.score.forward(body.lastHiddenState), { ...given, labels }, this.config);
  }
}

/**
 * GPT-2 that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/gpt2#transformers.GPT2ForTokenClassification
 * @example
 * const config = new language.GPT2Config({ vocabSize: 32, nPositions: 16, nEmbd: 8, nLayer: 1, nHead: 2, numLabels: 4 });
 * const model = new language.GPT2ForTokenClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).logits.shape; // [1, 3, 4]
 */
export class GPT2ForTokenClassification extends GPT2PreTrainedModel {
  readonly transformer: GPT2Model;
  readonly dropout: nn.Dropout;
  readonly classifier: nn.Linear;

  constructor(config: GPT2Config) {
    super(config);
    this.transformer = new GPT2Model(config);
    this.dropout = new nn.Dropout(classifierDropout(config));
    this.classifier = new nn.Linear(config.nEmbd, config.numLabels);
    this.postInit();
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.transformer.wte;
  }

  override forward(...args: Forward<ClassifierInputs & EncoderInputs>): HeadOutput {
    const { labels, ...given } = readArguments(`${this.displayName()}.forward`, CLASSES, args);
    const body = this.transformer.forward(given);
    const logits = this.classifier.forward(this.dropout.forward(body.lastHiddenState));
    return ofTokens(body, logits, labels);
  }
}
