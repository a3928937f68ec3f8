import { LlamaConfig, MistralConfig, Qwen2Config, Qwen3Config } from '../config/llama';
import {
  DecoderForCausalLM,
  DecoderForSequenceClassification,
  DecoderForTokenClassification,
  DecoderModel,
} from './llama';

/** The families of one decoder, under the names that transformers has for them. */

/**
 * Llama without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaModel
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = new language.LlamaModel(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).lastHiddenState.shape; // [1, 3, 16]
 */
export class LlamaModel extends DecoderModel {
  static readonly configClass = LlamaConfig;
}

/**
 * Llama with a language model's head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForCausalLM
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = new language.LlamaForCausalLM(config);
 * model.eval().generate(torch.tensor([[1, 5, 7]]), { minNewTokens: 2, maxNewTokens: 2 }).shape; // [1, 5]
 */
export class LlamaForCausalLM extends DecoderForCausalLM {
  static readonly configClass = LlamaConfig;

  constructor(config: LlamaConfig) {
    super(config, LlamaModel);
  }
}

/**
 * Llama that classifies texts.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForSequenceClassification
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numLabels: 3 });
 * const model = new language.LlamaForSequenceClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]), labels: torch.tensor([2]) }).logits.shape; // [1, 3]
 */
export class LlamaForSequenceClassification extends DecoderForSequenceClassification {
  static readonly configClass = LlamaConfig;

  constructor(config: LlamaConfig) {
    super(config, LlamaModel);
  }
}

/**
 * Llama that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForTokenClassification
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numLabels: 4 });
 * const model = new language.LlamaForTokenClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).logits.shape; // [1, 3, 4]
 */
export class LlamaForTokenClassification extends DecoderForTokenClassification {
  static readonly configClass = LlamaConfig;

  constructor(config: LlamaConfig) {
    super(config, LlamaModel);
  }
}

/**
 * Mistral without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralModel
 * @example
 * const config = new language.MistralConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1 });
 * const model = new language.MistralModel(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).lastHiddenState.shape; // [1, 3, 16]
 */
export class MistralModel extends DecoderModel {
  static readonly configClass = MistralConfig;
}

/**
 * Mistral with a language model's head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralForCausalLM
 * @example
 * const config = new language.MistralConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1 });
 * const model = new language.MistralForCausalLM(config);
 * model.eval().generate(torch.tensor([[1, 5, 7]]), { minNewTokens: 2, maxNewTokens: 2 }).shape; // [1, 5]
 */
export class MistralForCausalLM extends DecoderForCausalLM {
  static readonly configClass = MistralConfig;

  constructor(config: MistralConfig) {
    super(config, MistralModel);
  }
}

/**
 * Mistral that classifies texts.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralForSequenceClassification
 * @example
 * const config = new language.MistralConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1, numLabels: 3 });
 * const model = new language.MistralForSequenceClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]), labels: torch.tensor([2]) }).logits.shape; // [1, 3]
 */
export class MistralForSequenceClassification extends DecoderForSequenceClassification {
  static readonly configClass = MistralConfig;

  constructor(config: MistralConfig) {
    super(config, MistralModel);
  }
}

/**
 * Mistral that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralForTokenClassification
 * @example
 * const config = new language.MistralConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1, numLabels: 4 });
 * const model = new language.MistralForTokenClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).logits.shape; // [1, 3, 4]
 */
export class MistralForTokenClassification extends DecoderForTokenClassification {
  static readonly configClass = MistralConfig;

  constructor(config: MistralConfig) {
    super(config, MistralModel);
  }
}

/**
 * Qwen2 without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2Model
 * @example
 * const config = new language.Qwen2Config({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1 });
 * const model = new language.Qwen2Model(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).lastHiddenState.shape; // [1, 3, 16]
 */
export class Qwen2Model extends DecoderModel {
  static readonly configClass = Qwen2Config;
}

/**
 * Qwen2 with a language model's head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2ForCausalLM
 * @example
 * const config = new language.Qwen2Config({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1 });
 * const model = new language.Qwen2ForCausalLM(config);
 * model.eval().generate(torch.tensor([[1, 5, 7]]), { minNewTokens: 2, maxNewTokens: 2 }).shape; // [1, 5]
 */
export class Qwen2ForCausalLM extends DecoderForCausalLM {
  static readonly configClass = Qwen2Config;

  constructor(config: Qwen2Config) {
    super(config, Qwen2Model);
  }
}

/**
 * Qwen2 that classifies texts.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2ForSequenceClassification
 * @example
 * const config = new language.Qwen2Config({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1, numLabels: 3 });
 * const model = new language.Qwen2ForSequenceClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]), labels: torch.tensor([2]) }).logits.shape; // [1, 3]
 */
export class Qwen2ForSequenceClassification extends DecoderForSequenceClassification {
  static readonly configClass = Qwen2Config;

  constructor(config: Qwen2Config) {
    super(config, Qwen2Model);
  }
}

/**
 * Qwen2 that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2ForTokenClassification
 * @example
 * const config = new language.Qwen2Config({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1, numLabels: 4 });
 * const model = new language.Qwen2ForTokenClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).logits.shape; // [1, 3, 4]
 */
export class Qwen2ForTokenClassification extends DecoderForTokenClassification {
  static readonly configClass = Qwen2Config;

  constructor(config: Qwen2Config) {
    super(config, Qwen2Model);
  }
}

/**
 * Qwen3 without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3Model
 * @example
 * const config = new language.Qwen3Config({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1, headDim: 8 });
 * const model = new language.Qwen3Model(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).lastHiddenState.shape; // [1, 3, 16]
 */
export class Qwen3Model extends DecoderModel {
  static readonly configClass = Qwen3Config;
}

/**
 * Qwen3 with a language model's head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3ForCausalLM
 * @example
 * const config = new language.Qwen3Config({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1, headDim: 8 });
 * const model = new language.Qwen3ForCausalLM(config);
 * model.eval().generate(torch.tensor([[1, 5, 7]]), { minNewTokens: 2, maxNewTokens: 2 }).shape; // [1, 5]
 */
export class Qwen3ForCausalLM extends DecoderForCausalLM {
  static readonly configClass = Qwen3Config;

  constructor(config: Qwen3Config) {
    super(config, Qwen3Model);
  }
}

/**
 * Qwen3 that classifies texts.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3ForSequenceClassification
 * @example
 * const config = new language.Qwen3Config({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1, headDim: 8, numLabels: 3 });
 * const model = new language.Qwen3ForSequenceClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]), labels: torch.tensor([2]) }).logits.shape; // [1, 3]
 */
export class Qwen3ForSequenceClassification extends DecoderForSequenceClassification {
  static readonly configClass = Qwen3Config;

  constructor(config: Qwen3Config) {
    super(config, Qwen3Model);
  }
}

/**
 * Qwen3 that classifies tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3ForTokenClassification
 * @example
 * const config = new language.Qwen3Config({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2, numKeyValueHeads: 1, headDim: 8, numLabels: 4 });
 * const model = new language.Qwen3ForTokenClassification(config);
 * model.forward({ inputIds: torch.tensor([[1, 5, 7]]) }).logits.shape; // [1, 3, 4]
 */
export class Qwen3ForTokenClassification extends DecoderForTokenClassification {
  static readonly configClass = Qwen3Config;

  constructor(config: Qwen3Config) {
    super(config, Qwen3Model);
  }
}
