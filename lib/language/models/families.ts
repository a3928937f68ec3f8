import { LlamaConfig, MistralConfig, Qwen2Config, Qwen3Config } from '../config/llama';
import {
  DecoderForCausalLM,
  DecoderForSequenceClassification,
  DecoderForTokenClassification,
  DecoderModel,
} from './llama';

/** The families of one decoder, under the names that transformers has for them. */

/** Llama without a head. @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaModel */
export class LlamaModel extends DecoderModel {
  static readonly configClass = LlamaConfig;
}

/** Llama with a language model's head. @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForCausalLM */
export class LlamaForCausalLM extends DecoderForCausalLM {
  static readonly configClass = LlamaConfig;

  constructor(config: LlamaConfig) {
    super(config, LlamaModel);
  }
}

/** Llama that classifies texts. @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForSequenceClassification */
export class LlamaForSequenceClassification extends DecoderForSequenceClassification {
  static readonly configClass = LlamaConfig;

  constructor(config: LlamaConfig) {
    super(config, LlamaModel);
  }
}

/** Llama that classifies tokens. @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaForTokenClassification */
export class LlamaForTokenClassification extends DecoderForTokenClassification {
  static readonly configClass = LlamaConfig;

  constructor(config: LlamaConfig) {
    super(config, LlamaModel);
  }
}

/** Mistral without a head. @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralModel */
export class MistralModel extends DecoderModel {
  static readonly configClass = MistralConfig;
}

/** Mistral with a language model's head. @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralForCausalLM */
export class MistralForCausalLM extends DecoderForCausalLM {
  static readonly configClass = MistralConfig;

  constructor(config: MistralConfig) {
    super(config, MistralModel);
  }
}

/** Mistral that classifies texts. @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralForSequenceClassification */
export class MistralForSequenceClassification extends DecoderForSequenceClassification {
  static readonly configClass = MistralConfig;

  constructor(config: MistralConfig) {
    super(config, MistralModel);
  }
}

/** Mistral that classifies tokens. @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralForTokenClassification */
export class MistralForTokenClassification extends DecoderForTokenClassification {
  static readonly configClass = MistralConfig;

  constructor(config: MistralConfig) {
    super(config, MistralModel);
  }
}

/** Qwen2 without a head. @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2Model */
export class Qwen2Model extends DecoderModel {
  static readonly configClass = Qwen2Config;
}

/** Qwen2 with a language model's head. @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2ForCausalLM */
export class Qwen2ForCausalLM extends DecoderForCausalLM {
  static readonly configClass = Qwen2Config;

  constructor(config: Qwen2Config) {
    super(config, Qwen2Model);
  }
}

/** Qwen2 that classifies texts. @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2ForSequenceClassification */
export class Qwen2ForSequenceClassification extends DecoderForSequenceClassification {
  static readonly configClass = Qwen2Config;

  constructor(config: Qwen2Config) {
    super(config, Qwen2Model);
  }
}

/** Qwen2 that classifies tokens. @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2ForTokenClassification */
export class Qwen2ForTokenClassification extends DecoderForTokenClassification {
  static readonly configClass = Qwen2Config;

  constructor(config: Qwen2Config) {
    super(config, Qwen2Model);
  }
}

/** Qwen3 without a head. @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3Model */
export class Qwen3Model extends DecoderModel {
  static readonly configClass = Qwen3Config;
}

/** Qwen3 with a language model's head. @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3ForCausalLM */
export class Qwen3ForCausalLM extends DecoderForCausalLM {
  static readonly configClass = Qwen3Config;

  constructor(config: Qwen3Config) {
    super(config, Qwen3Model);
  }
}

/** Qwen3 that classifies texts. @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3ForSequenceClassification */
export class Qwen3ForSequenceClassification extends DecoderForSequenceClassification {
  static readonly configClass = Qwen3Config;

  constructor(config: Qwen3Config) {
    super(config, Qwen3Model);
  }
}

/** Qwen3 that classifies tokens. @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3ForTokenClassification */
export class Qwen3ForTokenClassification extends DecoderForTokenClassification {
  static readonly configClass = Qwen3Config;

  constructor(config: Qwen3Config) {
    super(config, Qwen3Model);
  }
}
