import { readArguments } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { type Activation, activation } from '../activations';
import { attend } from '../attention';
import { DistilBertConfig } from '../config/bert';
import { type ClassifierInputs, type Forward, type ModelInputs, inputs } from '../fields';
import { isKept, layers } from '../init';
import { bidirectionalMask, requireTokens } from '../masks';
import { PreTrainedModel } from '../pretrained-model';
import type { BaseModelOutput, HeadOutput } from '../outputs';
import { Part, SteppedPart } from '../part';
import { type Steps, call, runSteps, through } from '../steps';
import { ofTexts, ofTokens } from './heads';
import { StackLayer, requireOne, throughLayers } from './layer';
import { run } from './run';

/** DistilBERT: a smaller BERT without kinds of tokens. */

const EPS = { eps: 1e-12 };

/** Sines and cosines of positions: `[positions, width]`. */
function sinusoids(positions: number, width: number): Tensor {
  const rows = Array.from({ length: positions }, (_, at) =>
    Array.from({ length: width }, (_unused, i) => {
      const angle = at / 10000 ** ((2 * Math.floor(i / 2)) / width);
      return i % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
    }),
  );
  return torch.tensor(rows);
}

class Embeddings extends Part {
  readonly wordEmbeddings: nn.Embedding;
  readonly positionEmbeddings: nn.Embedding;
  readonly layerNorm: nn.LayerNorm;
  readonly dropout: nn.Dropout;

  constructor({ vocabSize, dim, padTokenId, maxPositionEmbeddings, dropout }: DistilBertConfig) {
    super();
    this.wordEmbeddings = new nn.Embedding(vocabSize, dim, { paddingIdx: padTokenId });
    this.positionEmbeddings = new nn.Embedding(maxPositionEmbeddings, dim);
    this.layerNorm = new nn.LayerNorm(dim, EPS);
    this.dropout = new nn.Dropout(dropout);
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return { layerNorm: 'LayerNorm' };
  }

  override forward(inputIds: Tensor | null, positionIds: Tensor | null, vectors: Tensor | null): Tensor {
    const embeds = vectors ?? this.wordEmbeddings.forward(inputIds as Tensor);
    const positions = positionIds ?? torch.arange(embeds.shape[1] as number, { device: embeds.device }).unsqueeze(0);
    const sum = embeds.add(this.positionEmbeddings.forward(positions));
    return this.dropout.forward(this.layerNorm.forward(sum));
  }
}

class DistilBertSelfAttention extends SteppedPart<readonly [hidden: Tensor, mask: Tensor | null]> {
  readonly qLin: nn.Linear;
  readonly kLin: nn.Linear;
  readonly vLin: nn.Linear;
  readonly outLin: nn.Linear;
  readonly dropout: nn.Dropout;
  private readonly headDim: number;

  constructor({ dim, nHeads, attentionDropout }: DistilBertConfig) {
    super();
    this.headDim = dim / nHeads;
    this.qLin = new nn.Linear(dim, dim);
    this.kLin = new nn.Linear(dim, dim);
    this.vLin = new nn.Linear(dim, dim);
    this.outLin = new nn.Linear(dim, dim);
    this.dropout = new nn.Dropout(attentionDropout);
  }

  override *steps(hidden: Tensor, mask: Tensor | null): Steps<Tensor> {
    const [batch, tokens] = hidden.shape as [number, number];
    const heads = (states: Tensor): Tensor => states.reshape([batch, tokens, -1, this.headDim]).transpose(1, 2);
    const query = heads(yield* call(this.qLin, hidden));
    const key = heads(yield* call(this.kLin, hidden));
    const value = heads(yield* call(this.vLin, hidden));
    const dropout = this.training ? this.dropout.p : 0;
    const attended = yield* attend({ query, key, value, mask, dropout, scaling: this.headDim ** -0.5, causal: false });
    return yield* call(this.outLin, attended);
  }
}

class FFN extends SteppedPart<readonly [hidden: Tensor]> {
  readonly dropout: nn.Dropout;
  readonly lin1: nn.Linear;
  readonly lin2: nn.Linear;
  readonly activation: Activation;

  constructor(config: DistilBertConfig) {
    super();
    this.dropout = new nn.Dropout(config.dropout);
    this.lin1 = new nn.Linear(config.dim, config.hiddenDim);
    this.lin2 = new nn.Linear(config.hiddenDim, config.dim);
    this.activation = activation(config.activation);
  }

  override *steps(hidden: Tensor): Steps<Tensor> {
    const inner = this.activation.forward(yield* call(this.lin1, hidden));
    return this.dropout.forward(yield* call(this.lin2, inner));
  }
}

class TransformerBlock extends StackLayer<readonly [mask: Tensor | null]> {
  readonly attention: DistilBertSelfAttention;
  readonly saLayerNorm: nn.LayerNorm;
  readonly ffn: FFN;
  readonly outputLayerNorm: nn.LayerNorm;

  constructor(config: DistilBertConfig) {
    super();
    this.attention = new DistilBertSelfAttention(config);
    this.saLayerNorm = new nn.LayerNorm(config.dim, EPS);
    this.ffn = new FFN(config);
    this.outputLayerNorm = new nn.LayerNorm(config.dim, EPS);
  }

  override *steps(hidden: Tensor, mask: Tensor | null): Steps<Tensor> {
    const attended = this.saLayerNorm.forward((yield* through(this.attention, hidden, mask)).add(hidden));
    return this.outputLayerNorm.forward((yield* through(this.ffn, attended)).add(attended));
  }
}

class Transformer extends Part {
  readonly layer: nn.ModuleList<TransformerBlock>;

  constructor(config: DistilBertConfig) {
    super();
    this.layer = layers(config.nLayers, () => new TransformerBlock(config));
  }

  override forward(hidden: Tensor, mask: Tensor | null, seen: Tensor[] | null): Tensor {
    return runSteps(throughLayers<readonly [Tensor | null]>(this.layer, hidden, () => [mask], seen));
  }
}

/** What all models of this family share. */
abstract class DistilBertPreTrainedModel extends PreTrainedModel<DistilBertConfig> {
  static readonly configClass = DistilBertConfig;

  override basePrefix(): string {
    return 'distilbert';
  }

  override ignoredKeys(): readonly RegExp[] {
    return [/position_ids$/, /^vocab_(transform|layer_norm|projector)\./];
  }

  override initWeights(module: nn.Module): void {
    super.initWeights(module);
    const { sinusoidalPosEmbds, maxPositionEmbeddings, dim } = this.config;
    if (!(module instanceof Embeddings) || !sinusoidalPosEmbds) return;
    const { weight } = module.positionEmbeddings;
    if (!isKept(weight)) torch.noGrad(() => void weight.copy_(sinusoids(maxPositionEmbeddings, dim)));
  }
}

const BODY = inputs(...(['inputIds', 'attentionMask', 'inputsEmbeds', 'positionIds', 'outputHiddenStates'] as const));
const HEAD = inputs(
  ...(['inputIds', 'attentionMask', 'inputsEmbeds', 'labels', 'positionIds', 'outputHiddenStates'] as const),
);

/**
 * DistilBERT without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/distilbert#transformers.DistilBertModel
 * @example
 * const config = new language.DistilBertConfig({ vocabSize: 32, dim: 8, hiddenDim: 16, nLayers: 1, nHeads: 2 });
 * const model = new language.DistilBertModel(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]) }).lastHiddenState.shape; // [1, 3, 8]
 */
export class DistilBertModel extends DistilBertPreTrainedModel {
  readonly embeddings: Embeddings;
  readonly transformer: Transformer;

  constructor(config: DistilBertConfig) {
    super(config);
    this.embeddings = new Embeddings(config);
    this.transformer = new Transformer(config);
    this.postInit();
  }

  override getInputEmbeddings(): nn.Embedding {
    return this.embeddings.wordEmbeddings;
  }

  override forward(...args: Forward<ModelInputs>): BaseModelOutput {
    const label = 'DistilBertModel.forward';
    const { inputIds, attentionMask, inputsEmbeds, positionIds, outputHiddenStates } = readArguments(label, BODY, args);
    requireOne(label, inputIds, inputsEmbeds);
    if (inputIds) requireTokens(label, 'inputIds', inputIds);
    const hidden = run<Tensor>(this.embeddings, inputIds, positionIds, inputsEmbeds);
    const seen: Tensor[] | null = outputHiddenStates ? [] : null;
    const lastHiddenState = run<Tensor>(this.transformer, hidden, bidirectionalMask(hidden, attentionMask), seen);
    seen?.push(lastHiddenState);
    return { lastHiddenState, hiddenStates: seen, pastKeyValues: null };
  }
}

/** What all heads share. */
abstract class DistilBertHead extends DistilBertPreTrainedModel {
  declare readonly distilbert: DistilBertModel;

  override getInputEmbeddings(): nn.Embedding {
    return this.distilbert.getInputEmbeddings();
  }

  /** @internal */
  protected start(args: readonly unknown[]): { readonly body: BaseModelOutput; readonly labels: Tensor | null } {
    const { labels, ...given } = readArguments(`${this.displayName()}.forward`, HEAD, args);
    return { body: this.distilbert.forward(given), labels };
  }
}

/**
 * DistilBERT that fills in masked tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/distilbert#transformers.DistilBertForMaskedLM
 * @example
 * const config = new language.DistilBertConfig({ vocabSize: 32, dim: 8, hiddenDim: 16, nLayers: 1, nHeads: 2 });
 * const model = new language.DistilBertForMaskedLM(config);
 * const labels = torch.tensor([[-100, 5, -100]]);
 * model.forward({ inputIds: torch.tensor([[2, 3, 7]]), labels }).logits.shape; // [1, 3, 32]
 */
export class DistilBertForMaskedLM extends DistilBertHead {
  readonly activation: Activation;
  override readonly distilbert: DistilBertModel;
  readonly vocabTransform: nn.Linear;
  readonly vocabLayerNorm: nn.LayerNorm;
  readonly vocabProjector: nn.Linear;
  readonly mlmLossFct: nn.CrossEntropyLoss;

  constructor(config: DistilBertConfig) {
    super(config);
    this.activation = activation(config.activation);
    this.distilbert = new DistilBertModel(config);
    this.vocabTransform = new nn.Linear(config.dim, config.dim);
    this.vocabLayerNorm = new nn.LayerNorm(config.dim, EPS);
    this.vocabProjector = new nn.Linear(config.dim, config.vocabSize);
    this.postInit();
    this.mlmLossFct = new nn.CrossEntropyLoss();
  }

  override ignoredKeys(): readonly RegExp[] {
    return [/position_ids$/];
  }

  override tiedWeights(): Readonly<Record<string, string>> {
    const { tieWordEmbeddings } = this.config;
    return tieWordEmbeddings ? { 'vocab_projector.weight': 'distilbert.embeddings.word_embeddings.weight' } : {};
  }

  override forward(...args: Forward<ClassifierInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const inner = this.activation.forward(this.vocabTransform.forward(body.lastHiddenState));
    const logits = this.vocabProjector.forward(this.vocabLayerNorm.forward(inner));
    return ofTokens(body, logits, labels);
  }
}

/**
 * DistilBERT that classifies texts.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/distilbert#transformers.DistilBertForSequenceClassification
 * @example
 * const config = new language.DistilBertConfig({ vocabSize: 32, dim: 8, hiddenDim: 16, nLayers: 1, nHeads: 2, numLabels: 3 });
 * const model = new language.DistilBertForSequenceClassification(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]), labels: torch.tensor([1]) }).logits.shape; // [1, 3]
 */
export class DistilBertForSequenceClassification extends DistilBertHead {
  override readonly distilbert: DistilBertModel;
  readonly preClassifier: nn.Linear;
  readonly classifier: nn.Linear;
  readonly dropout: nn.Dropout;

  constructor(config: DistilBertConfig) {
    super(config);
    this.distilbert = new DistilBertModel(config);
    this.preClassifier = new nn.Linear(config.dim, config.dim);
    this.classifier = new nn.Linear(config.dim, config.numLabels);
    this.dropout = new nn.Dropout(config.seqClassifDropout);
    this.postInit();
  }

  override forward(...args: Forward<ClassifierInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const first = this.preClassifier.forward(body.lastHiddenState.select(1, 0)).relu();
    const logits = this.classifier.forward(this.dropout.forward(first));
    return ofTexts(body, logits, labels, this.config);
  }
}

/**
 * DistilBERT that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/distilbert#transformers.DistilBertForTokenClassification
 * @example
 * const config = new language.DistilBertConfig({ vocabSize: 32, dim: 8, hiddenDim: 16, nLayers: 1, nHeads: 2, numLabels: 4 });
 * const model = new language.DistilBertForTokenClassification(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]) }).logits.shape; // [1, 3, 4]
 */
export class DistilBertForTokenClassification extends DistilBertHead {
  override readonly distilbert: DistilBertModel;
  readonly dropout: nn.Dropout;
  readonly classifier: nn.Linear;

  constructor(config: DistilBertConfig) {
    super(config);
    this.distilbert = new DistilBertModel(config);
    this.dropout = new nn.Dropout(config.dropout);
    this.classifier = new nn.Linear(config.dim, config.numLabels);
    this.postInit();
  }

  override forward(...args: Forward<ClassifierInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const logits = this.classifier.forward(this.dropout.forward(body.lastHiddenState));
    return ofTokens(body, logits, labels);
  }
}
