/**
 * Language models as transformers has them: configs, weights, generation and fine-tuning.
 *
 * @module libtorch-node/language
 */
import '../install/bundled';
export { type Cache, type CacheShape, DynamicCache, EncoderDecoderCache } from './cache';
export { type CommonFields, type ConfigClass, type ConfigOf, PreTrainedConfig } from './config/define';
export { GPT2Config, type GPT2Fields } from './config/gpt2';
export {
  type DecoderFields,
  LlamaConfig,
  type LlamaFields,
  MistralConfig,
  type MistralFields,
  Qwen2Config,
  type Qwen2Fields,
  Qwen3Config,
  type Qwen3Fields,
  type RopeParameters,
} from './config/llama';
export { CausalLM } from './generation/causal-lm';
export { GenerationConfig, type GenerationOptions } from './generation/config';
export {
  type GenerateAsyncOptions,
  type GenerateOptions,
  type GeneratedStep,
  type GenerationInputs,
  Generative,
} from './generation/generative';
export type { FromPretrainedOptions } from './loading';
export { PreTrainedModel } from './pretrained-model';
export { GPT2ForSequenceClassification, GPT2ForTokenClassification, GPT2LMHeadModel, GPT2Model } from './models/gpt2';
export * from './models/families';
export type * from './outputs';
export type { SavePretrainedOptions } from './saving';
export {
  type AnyCausalLM,
  type AnyHead,
  type AnyModel,
  type AnySeq2SeqLM,
  type AutoClass,
  AutoConfig,
  AutoModel,
  AutoModelForCausalLM,
  AutoModelForMaskedLM,
  AutoModelForSeq2SeqLM,
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
} from './auto';
export { BertConfig, type BertFields, DistilBertConfig, type DistilBertFields, RobertaConfig } from './config/bert';
export { T5Config, type T5Fields } from './config/t5';
export {
  BertForMaskedLM,
  BertForSequenceClassification,
  BertForTokenClassification,
  BertModel,
} from './models/bert-heads';
export * from './models/distilbert';
export * from './models/roberta';
export { type Seq2SeqInputs, T5ForConditionalGeneration, T5Model } from './models/t5';
export { LoraConfig, type LoraOptions } from './tuning/config';
export { PeftModel, getPeftModel } from './tuning/peft';
export {
  type DpoOptions,
  type LabelledStep,
  type Preferences,
  dpoLoss,
  labelledStep,
  sequenceLogProbability,
} from './tuning/training';
export type { ChatMessage, ChatOptions } from './text/chat';
export {
  type Batch,
  type CollatorOptions,
  type Example,
  type LanguageModelingOptions,
  type PackOptions,
  type PackedRow,
  chatExample,
  languageModelingCollator,
  packTexts,
  packedCollator,
  paddingCollator,
  seq2SeqCollator,
} from './text/collators';
export type { EncodeOptions, Encoding, Tokens } from './text/encoding';
export { AutoTokenizer, PreTrainedTokenizer } from './text/tokenizer';
