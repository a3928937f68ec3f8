import { readArguments } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { type Activation, activation } from '../activations';
import { attend } from '../attention';
import type { BertConfig, RobertaConfig } from '../config/bert';
import { type EncoderInputs, type Forward, inputs } from '../fields';
import { layers } from '../init';
import { bidirectionalMask, requireTokens } from '../masks';
import { PreTrainedModel } from '../pretrained-model';
import type { PooledModelOutput } from '../outputs';
import { Part } from '../part';
import { type Steps, call, runSteps, through } from '../steps';
import { StackLayer, requireOne, throughLayers } from './layer';
import { run } from './run';

/** BERT, of which RoBERTa is a variant: other positions, other heads. */

/** The config of either. */
export type BertLikeConfig = BertConfig | RobertaConfig;

const NORM = { layerNorm: 'LayerNorm' };

/** A part whose name begins with that of the family. */
abstract class FamilyPart extends Part {
  constructor(
    readonly family: string,
    private readonly label: string,
  ) {
    super();
  }

  override displayName(): string {
    return `${this.family}${this.label}`;
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return NORM;
  }
}

/** Such a part that can be run step by step. */
abstract class FamilyBlock<A extends readonly unknown[]> extends FamilyPart {
  /** What `forward` does, in steps. @internal */
  abstract steps(...inputs: A): Steps<Tensor>;

  override forward(...inputs: A): Tensor {
    return runSteps(this.steps(...inputs));
  }
}

const familyOf = (config: BertLikeConfig): string => (config.modelType === 'roberta' ? 'Roberta' : 'Bert');

/** Words, kinds and positions of tokens as vectors. */
class Embeddings extends FamilyPart {
  readonly wordEmbeddings: nn.Embedding;
  declare readonly positionEmbeddings: nn.Embedding;
  declare readonly tokenTypeEmbeddings: nn.Embedding;
  declare readonly layerNorm: nn.LayerNorm;
  declare readonly dropout: nn.Dropout;
  private readonly paddingIdx: number | null;

  constructor(config: BertLikeConfig) {
    super(familyOf(config), 'Embeddings');
    const { vocabSize, hiddenSize, maxPositionEmbeddings, typeVocabSize, padTokenId } = config;
    const isRoberta = config.modelType === 'roberta';
    this.paddingIdx = isRoberta ? (padTokenId ?? 1) : null;
    this.wordEmbeddings = new nn.Embedding(vocabSize, hiddenSize, { paddingIdx: padTokenId });
    const positions = (): nn.Embedding =>
      new nn.Embedding(maxPositionEmbeddings, hiddenSize, { paddingIdx: this.paddingIdx });
    // The order is that of Python, in which first weights are drawn and names are listed.
    if (!isRoberta) this.positionEmbeddings = positions();
    this.tokenTypeEmbeddings = new nn.Embedding(typeVocabSize, hiddenSize);
    this.layerNorm = new nn.LayerNorm(hiddenSize, { eps: config.layerNormEps });
    this.dropout = new nn.Dropout(config.hiddenDropoutProb);
    if (isRoberta) this.positionEmbeddings = positions();
  }

  /** RoBERTa counts positions from the one behind padding's, and padding has its own. */
  private positionsOf(inputIds: Tensor | null, embeds: Tensor): Tensor {
    const tokens = embeds.shape[1] as number;
    const { device } = embeds;
    if (this.paddingIdx === null) return torch.arange(tokens, { device }).unsqueeze(0);
    const first = this.paddingIdx + 1;
    if (inputIds === null)
      return torch
        .arange(first, first + tokens, { device })
        .unsqueeze(0)
        .expand([embeds.shape[0] as number, -1]);
    const isToken = inputIds.ne(this.paddingIdx).to(torch.int64);
    return isToken.cumsum(1).mul(isToken).add(this.paddingIdx);
  }

  override forward(
    inputIds: Tensor | null,
    tokenTypeIds: Tensor | null,
    positionIds: Tensor | null,
    vectors: Tensor | null,
  ): Tensor {
    const embeds = vectors ?? this.wordEmbeddings.forward(inputIds as Tensor);
    const positions = positionIds ?? this.positionsOf(inputIds, embeds);
    const [batch, tokens] = embeds.shape as [number, number];
    const kinds = tokenTypeIds ?? torch.zeros([batch, tokens], { dtype: torch.int64, device: embeds.device });
    const sum = embeds.add(this.tokenTypeEmbeddings.forward(kinds)).add(this.positionEmbeddings.forward(positions));
    return this.dropout.forward(this.layerNorm.forward(sum));
  }
}

class SelfAttention extends FamilyBlock<readonly [hidden: Tensor, mask: Tensor | null]> {
  readonly query: nn.Linear;
  readonly key: nn.Linear;
  readonly value: nn.Linear;
  readonly dropout: nn.Dropout;
  private readonly headDim: number;

  constructor(config: BertLikeConfig) {
    super(familyOf(config), 'SelfAttention');
    const { hiddenSize, numAttentionHeads } = config;
    this.headDim = hiddenSize / numAttentionHeads;
    this.query = new nn.Linear(hiddenSize, hiddenSize);
    this.key = new nn.Linear(hiddenSize, hiddenSize);
    this.value = new nn.Linear(hiddenSize, hiddenSize);
    this.dropout = new nn.Dropout(config.attentionProbsDropoutProb);
  }

  override *steps(hidden: Tensor, mask: Tensor | null): Steps<Tensor> {
    const [batch, tokens] = hidden.shape as [number, number];
    const heads = (states: Tensor): Tensor => states.reshape([batch, tokens, -1, this.headDim]).transpose(1, 2);
    const query = heads(yield* call(this.query, hidden));
    const key = heads(yield* call(this.key, hidden));
    const value = heads(yield* call(this.value, hidden));
    const dropout = this.training ? this.dropout.p : 0;
    return yield* attend({ query, key, value, mask, dropout, scaling: this.headDim ** -0.5, causal: false });
  }
}

/** A linear layer, dropout, and a norm over the sum with what went past it. */
class Output extends FamilyBlock<readonly [hidden: Tensor, past: Tensor]> {
  readonly dense: nn.Linear;
  readonly layerNorm: nn.LayerNorm;
  readonly dropout: nn.Dropout;

  constructor(config: BertLikeConfig, label: string, width: number) {
    super(familyOf(config), label);
    this.dense = new nn.Linear(width, config.hiddenSize);
    this.layerNorm = new nn.LayerNorm(config.hiddenSize, { eps: config.layerNormEps });
    this.dropout = new nn.Dropout(config.hiddenDropoutProb);
  }

  override *steps(hidden: Tensor, past: Tensor): Steps<Tensor> {
    return this.layerNorm.forward(this.dropout.forward(yield* call(this.dense, hidden)).add(past));
  }
}

class Attention extends FamilyBlock<readonly [hidden: Tensor, mask: Tensor | null]> {
  readonly self: SelfAttention;
  readonly output: Output;

  constructor(config: BertLikeConfig) {
    super(familyOf(config), 'Attention');
    this.self = new SelfAttention(config);
    this.output = new Output(config, 'SelfOutput', config.hiddenSize);
  }

  override *steps(hidden: Tensor, mask: Tensor | null): Steps<Tensor> {
    return yield* through(this.output, yield* through(this.self, hidden, mask), hidden);
  }
}

class Intermediate extends FamilyBlock<readonly [hidden: Tensor]> {
  readonly dense: nn.Linear;
  readonly intermediateActFn: Activation;

  constructor(config: BertLikeConfig) {
    super(familyOf(config), 'Intermediate');
    this.dense = new nn.Linear(config.hiddenSize, config.intermediateSize);
    this.intermediateActFn = activation(config.hiddenAct);
  }

  override *steps(hidden: Tensor): Steps<Tensor> {
    return this.intermediateActFn.forward(yield* call(this.dense, hidden));
  }
}

class Layer extends StackLayer<readonly [mask: Tensor | null]> {
  readonly attention: Attention;
  readonly intermediate: Intermediate;
  readonly output: Output;
  private readonly family: string;

  constructor(config: BertLikeConfig) {
    super();
    this.family = familyOf(config);
    this.attention = new Attention(config);
    this.intermediate = new Intermediate(config);
    this.output = new Output(config, 'Output', config.intermediateSize);
  }

  override displayName(): string {
    return `${this.family}Layer`;
  }

  override *steps(hidden: Tensor, mask: Tensor | null): Steps<Tensor> {
    const attended = yield* through(this.attention, hidden, mask);
    return yield* through(this.output, yield* through(this.intermediate, attended), attended);
  }
}

class Encoder extends FamilyPart {
  readonly layer: nn.ModuleList<Layer>;

  constructor(config: BertLikeConfig) {
    super(familyOf(config), 'Encoder');
    this.layer = layers(config.numHiddenLayers, () => new Layer(config));
  }

  override forward(hidden: Tensor, mask: Tensor | null, seen: Tensor[] | null): Tensor {
    return runSteps(throughLayers<readonly [Tensor | null]>(this.layer, hidden, () => [mask], seen));
  }
}

/** What the first token tells of the whole text. */
class Pooler extends FamilyPart {
  readonly dense: nn.Linear;
  readonly activation: nn.Tanh;

  constructor(config: BertLikeConfig) {
    super(familyOf(config), 'Pooler');
    this.dense = new nn.Linear(config.hiddenSize, config.hiddenSize);
    this.activation = new nn.Tanh();
  }

  override forward(hidden: Tensor): Tensor {
    return this.activation.forward(this.dense.forward(hidden.select(1, 0)));
  }
}

const BODY = inputs(
  ...(['inputIds', 'attentionMask', 'tokenTypeIds', 'positionIds', 'inputsEmbeds', 'outputHiddenStates'] as const),
);
const HEAD = inputs(
  ...([
    'inputIds',
    'attentionMask',
    'tokenTypeIds',
    'positionIds',
    'inputsEmbeds',
    'labels',
    'outputHiddenStates',
  ] as const),
);

/** A model of BERT's kind without a head. */
export abstract class BertLikeModel extends PreTrainedModel<BertLikeConfig> {
  readonly embeddings: Embeddings;
  readonly encoder: Encoder;
  readonly pooler: Pooler | null;

  constructor(config: BertLikeConfig, addPoolingLayer = true) {
    super(config);
    this.embeddings = new Embeddings(config);
    this.encoder = new Encoder(config);
    this.pooler = addPoolingLayer ? new Pooler(config) : null;
    this.postInit();
  }

  override basePrefix(): string {
    return prefixOf(this.config);
  }

  override ignoredKeys(): readonly RegExp[] {
    return IGNORED;
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.embeddings.wordEmbeddings;
  }

  override forward(...args: Forward<EncoderInputs>): PooledModelOutput {
    const label = `${this.displayName()}.forward`;
    const given = readArguments(label, BODY, args);
    const { inputIds, attentionMask, tokenTypeIds, positionIds, inputsEmbeds } = given;
    requireOne(label, inputIds, inputsEmbeds);
    if (inputIds) requireTokens(label, 'inputIds', inputIds);
    const hidden = run<Tensor>(this.embeddings, inputIds, tokenTypeIds, positionIds, inputsEmbeds);
    const seen: Tensor[] | null = given.outputHiddenStates ? [] : null;
    const lastHiddenState = run<Tensor>(this.encoder, hidden, bidirectionalMask(hidden, attentionMask), seen);
    seen?.push(lastHiddenState);
    const poolerOutput = this.pooler && this.pooler.forward(lastHiddenState);
    return { lastHiddenState, poolerOutput, hiddenStates: seen, pastKeyValues: null };
  }
}

/** Buffers of older files, and heads that a model without them has no place for. */
const IGNORED = [/position_ids$/, /^(bert|roberta)\.pooler\./, /^pooler\./, /^cls\./, /^lm_head\./];

const prefixOf = ({ modelType }: BertLikeConfig): string => modelType;

/** What all heads share. */
abstract class BertHead extends PreTrainedModel<BertLikeConfig> {
  /** The model without its head. @internal */
  abstract body(): BertLikeModel;

  override basePrefix(): string {
    return prefixOf(this.config);
  }

  override ignoredKeys(): readonly RegExp[] {
    return IGNORED;
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.body().getInputEmbeddings();
  }

  /** The arguments of `forward`, and what the model without its head makes of them. @internal */
  protected start(args: readonly unknown[]): { readonly body: PooledModelOutput; readonly labels: Tensor | null } {
    const { labels, ...given } = readArguments(`${this.displayName()}.forward`, HEAD, args);
    return { body: this.body().forward(given), labels };
  }
}

const dropoutOf = ({ classifierDropout, hiddenDropoutProb }: BertLikeConfig): nn.Dropout =>
  new nn.Dropout(classifierDropout ?? hiddenDropoutProb);

export { BertHead, FamilyPart, IGNORED, dropoutOf };
