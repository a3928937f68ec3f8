import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { type Activation, activation } from '../activations';
import { BertConfig } from '../config/bert';
import type { EncoderHeadInputs, Forward } from '../fields';
import type { HeadOutput } from '../outputs';
import { ofTexts, ofTokens } from './heads';
import { BertHead, type BertLikeConfig, BertLikeModel, FamilyPart, IGNORED, dropoutOf } from './bert';

/**
 * BERT without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/bert#transformers.BertModel
 * @example
 * const config = new language.BertConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = new language.BertModel(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]) }).lastHiddenState.shape; // [1, 3, 8]
 */
export class BertModel extends BertLikeModel {
  static readonly configClass = BertConfig;
}

class PredictionHeadTransform extends FamilyPart {
  readonly dense: nn.Linear;
  readonly transformActFn: Activation;
  readonly layerNorm: nn.LayerNorm;

  constructor(config: BertLikeConfig) {
    super('Bert', 'PredictionHeadTransform');
    this.dense = new nn.Linear(config.hiddenSize, config.hiddenSize);
    this.transformActFn = activation(config.hiddenAct);
    this.layerNorm = new nn.LayerNorm(config.hiddenSize, { eps: config.layerNormEps });
  }

  override forward(hidden: Tensor): Tensor {
    return this.layerNorm.forward(this.transformActFn.forward(this.dense.forward(hidden)));
  }
}

class LMPredictionHead extends FamilyPart {
  readonly transform: PredictionHeadTransform;
  readonly decoder: nn.Linear;
  readonly bias: nn.Parameter;

  constructor(config: BertLikeConfig) {
    super('Bert', 'LMPredictionHead');
    this.transform = new PredictionHeadTransform(config);
    this.decoder = new nn.Linear(config.hiddenSize, config.vocabSize);
    this.bias = new nn.Parameter(torch.zeros([config.vocabSize]));
  }

  override forward(hidden: Tensor): Tensor {
    return this.decoder.forward(this.transform.forward(hidden));
  }
}

class OnlyMLMHead extends FamilyPart {
  readonly predictions: LMPredictionHead;

  constructor(config: BertLikeConfig) {
    super('Bert', 'OnlyMLMHead');
    this.predictions = new LMPredictionHead(config);
  }

  override forward(hidden: Tensor): Tensor {
    return this.predictions.forward(hidden);
  }
}

/**
 * BERT that fills in masked tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/bert#transformers.BertForMaskedLM
 * @example
 * const config = new language.BertConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = new language.BertForMaskedLM(config);
 * const labels = torch.tensor([[-100, 5, -100]]);
 * model.forward({ inputIds: torch.tensor([[2, 3, 7]]), labels }).logits.shape; // [1, 3, 32]
 */
export class BertForMaskedLM extends BertHead {
  static readonly configClass = BertConfig;
  readonly bert: BertModel;
  readonly cls: OnlyMLMHead;

  constructor(config: BertConfig) {
    super(config);
    this.bert = new BertModel(config, false);
    this.cls = new OnlyMLMHead(config);
    this.postInit();
  }

  override body(): BertModel {
    return this.bert;
  }

  override ignoredKeys(): readonly RegExp[] {
    return [...IGNORED.slice(0, 3), /^cls\.seq_relationship\./];
  }

  override tiedWeights(): Readonly<Record<string, string>> {
    if (!this.config.tieWordEmbeddings) return {};
    return {
      'cls.predictions.decoder.weight': 'bert.embeddings.word_embeddings.weight',
      'cls.predictions.decoder.bias': 'cls.predictions.bias',
    };
  }

  override forward(...args: Forward<EncoderHeadInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const logits = this.cls.forward(body.lastHiddenState);
    return ofTokens(body, logits, labels, logits.float());
  }
}

/**
 * BERT that classifies texts.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/bert#transformers.BertForSequenceClassification
 * @example
 * const config = new language.BertConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, numLabels: 3 });
 * const model = new language.BertForSequenceClassification(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]), labels: torch.tensor([1]) }).logits.shape; // [1, 3]
 */
export class BertForSequenceClassification extends BertHead {
  static readonly configClass = BertConfig;
  readonly bert: BertModel;
  readonly dropout: nn.Dropout;
  readonly classifier: nn.Linear;

  constructor(config: BertConfig) {
    super(config);
    this.bert = new BertModel(config);
    this.dropout = dropoutOf(config);
    this.classifier = new nn.Linear(config.hiddenSize, config.numLabels);
    this.postInit();
  }

  override body(): BertModel {
    return this.bert;
  }

  override forward(...args: Forward<EncoderHeadInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const logits = this.classifier.forward(this.dropout.forward(body.poolerOutput as Tensor));
    return ofTexts(body, logits, labels, this.config);
  }
}

/**
 * BERT that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/bert#transformers.BertForTokenClassification
 * @example
 * const config = new language.BertConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, numLabels: 4 });
 * const model = new language.BertForTokenClassification(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]) }).logits.shape; // [1, 3, 4]
 */
export class BertForTokenClassification extends BertHead {
  static readonly configClass = BertConfig;
  readonly bert: BertModel;
  readonly dropout: nn.Dropout;
  readonly classifier: nn.Linear;

  constructor(config: BertConfig) {
    super(config);
    this.bert = new BertModel(config, false);
    this.dropout = dropoutOf(config);
    this.classifier = new nn.Linear(config.hiddenSize, config.numLabels);
    this.postInit();
  }

  override body(): BertModel {
    return this.bert;
  }

  override forward(...args: Forward<EncoderHeadInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const logits = this.classifier.forward(this.dropout.forward(body.lastHiddenState));
    return ofTokens(body, logits, labels);
  }
}
