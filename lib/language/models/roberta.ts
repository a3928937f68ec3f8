import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { RobertaConfig } from '../config/bert';
import type { EncoderHeadInputs, Forward } from '../fields';
import type { HeadOutput } from '../outputs';
import { BertHead, BertLikeModel, FamilyPart, dropoutOf } from './bert';
import { ofTexts, ofTokens } from './heads';

/**
 * RoBERTa without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/roberta#transformers.RobertaModel
 * @example
 * const config = new language.RobertaConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, maxPositionEmbeddings: 16 });
 * const model = new language.RobertaModel(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]) }).lastHiddenState.shape; // [1, 3, 8]
 */
export class RobertaModel extends BertLikeModel {
  static readonly configClass = RobertaConfig;
}

class LMHead extends FamilyPart {
  readonly dense: nn.Linear;
  readonly layerNorm: nn.LayerNorm;
  readonly decoder: nn.Linear;
  readonly bias: nn.Parameter;

  constructor({ hiddenSize, vocabSize, layerNormEps: eps }: RobertaConfig) {
    super('Roberta', 'LMHead');
    this.dense = new nn.Linear(hiddenSize, hiddenSize);
    this.layerNorm = new nn.LayerNorm(hiddenSize, { eps });
    this.decoder = new nn.Linear(hiddenSize, vocabSize);
    this.bias = new nn.Parameter(torch.zeros([vocabSize]));
  }

  override pythonNames(): Readonly<Record<string, string>> {
    return {};
  }

  override forward(hidden: Tensor): Tensor {
    const inner = nn.functional.gelu(this.dense.forward(hidden));
    return this.decoder.forward(this.layerNorm.forward(inner));
  }
}

class ClassificationHead extends FamilyPart {
  readonly dense: nn.Linear;
  readonly dropout: nn.Dropout;
  readonly outProj: nn.Linear;

  constructor(config: RobertaConfig) {
    super('Roberta', 'ClassificationHead');
    this.dense = new nn.Linear(config.hiddenSize, config.hiddenSize);
    this.dropout = dropoutOf(config);
    this.outProj = new nn.Linear(config.hiddenSize, config.numLabels);
  }

  override forward(hidden: Tensor): Tensor {
    const inner = this.dense.forward(this.dropout.forward(hidden.select(1, 0))).tanh();
    return this.outProj.forward(this.dropout.forward(inner));
  }
}

/**
 * RoBERTa that fills in masked tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/roberta#transformers.RobertaForMaskedLM
 * @example
 * const config = new language.RobertaConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, maxPositionEmbeddings: 16 });
 * const model = new language.RobertaForMaskedLM(config);
 * const labels = torch.tensor([[-100, 5, -100]]);
 * model.forward({ inputIds: torch.tensor([[2, 3, 7]]), labels }).logits.shape; // [1, 3, 32]
 */
export class RobertaForMaskedLM extends BertHead {
  static readonly configClass = RobertaConfig;
  readonly roberta: RobertaModel;
  readonly lmHead: LMHead;

  constructor(config: RobertaConfig) {
    super(config);
    this.roberta = new RobertaModel(config, false);
    this.lmHead = new LMHead(config);
    this.postInit();
  }

  override body(): RobertaModel {
    return this.roberta;
  }

  override tiedWeights(): Readonly<Record<string, string>> {
    if (!this.config.tieWordEmbeddings) return {};
    return {
      'lm_head.decoder.weight': 'roberta.embeddings.word_embeddings.weight',
      'lm_head.decoder.bias': 'lm_head.bias',
    };
  }

  override forward(...args: Forward<EncoderHeadInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const logits = this.lmHead.forward(body.lastHiddenState);
    return ofTokens(body, logits, labels);
  }
}

/**
 * RoBERTa that classifies texts.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/roberta#transformers.RobertaForSequenceClassification
 * @example
 * const config = new language.RobertaConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, maxPositionEmbeddings: 16, numLabels: 3 });
 * const model = new language.RobertaForSequenceClassification(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]), labels: torch.tensor([1]) }).logits.shape; // [1, 3]
 */
export class RobertaForSequenceClassification extends BertHead {
  static readonly configClass = RobertaConfig;
  readonly roberta: RobertaModel;
  readonly classifier: ClassificationHead;

  constructor(config: RobertaConfig) {
    super(config);
    this.roberta = new RobertaModel(config, false);
    this.classifier = new ClassificationHead(config);
    this.postInit();
  }

  override body(): RobertaModel {
    return this.roberta;
  }

  override forward(...args: Forward<EncoderHeadInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const logits = this.classifier.forward(body.lastHiddenState);
    return ofTexts(body, logits, labels, this.config);
  }
}

/**
 * RoBERTa that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/roberta#transformers.RobertaForTokenClassification
 * @example
 * const config = new language.RobertaConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, maxPositionEmbeddings: 16, numLabels: 4 });
 * const model = new language.RobertaForTokenClassification(config);
 * model.forward({ inputIds: torch.tensor([[2, 5, 7]]) }).logits.shape; // [1, 3, 4]
 */
export class RobertaForTokenClassification extends BertHead {
  static readonly configClass = RobertaConfig;
  readonly roberta: RobertaModel;
  readonly dropout: nn.Dropout;
  readonly classifier: nn.Linear;

  constructor(config: RobertaConfig) {
    super(config);
    this.roberta = new RobertaModel(config, false);
    this.dropout = dropoutOf(config);
    this.classifier = new nn.Linear(config.hiddenSize, config.numLabels);
    this.postInit();
  }

  override body(): RobertaModel {
    return this.roberta;
  }

  override forward(...args: Forward<EncoderHeadInputs>): HeadOutput {
    const { body, labels } = this.start(args);
    const logits = this.classifier.forward(this.dropout.forward(body.lastHiddenState));
    return ofTokens(body, logits, labels);
  }
}
