import { closest } from '../arguments/names';
import { pathOf } from '../arguments/files';
import { valueError } from '../errors';
import type { Tensor } from '../index';
import type { PreTrainedConfig } from './config/define';
import { readJson } from './json';
import type { CausalLMInputs, EncoderHeadInputs, Forward, ModelInputs } from './fields';
import type { Generative } from './generation/generative';
import { type FromPretrainedOptions, type ModelClass, loadModelFrom } from './loading';
import type { PreTrainedModel } from './pretrained-model';
import {
  BertForMaskedLM,
  BertForSequenceClassification,
  BertForTokenClassification,
  BertModel,
} from './models/bert-heads';
import {
  DistilBertForMaskedLM,
  DistilBertForSequenceClassification,
  DistilBertForTokenClassification,
  DistilBertModel,
} from './models/distilbert';
import * as decoders from './models/families';
import { GPT2ForSequenceClassification, GPT2ForTokenClassification, GPT2LMHeadModel, GPT2Model } from './models/gpt2';
import {
  RobertaForMaskedLM,
  RobertaForSequenceClassification,
  RobertaForTokenClassification,
  RobertaModel,
} from './models/roberta';
import { type Seq2SeqInputs, T5ForConditionalGeneration, T5Model } from './models/t5';
import type { BaseModelOutput, CausalLMOutput, HeadOutput, Seq2SeqLMOutput } from './outputs';

/** The class of a model by what config.json says. */

type Task = 'base' | 'causal' | 'sequence' | 'token' | 'masked' | 'seq2seq';
type Classes = Readonly<Partial<Record<Task, ModelClass>>>;

const decoder = (base: ModelClass, causal: ModelClass, sequence: ModelClass, token: ModelClass): Classes => ({
  ...{ base, causal, sequence, token },
});
const encoder = (base: ModelClass, masked: ModelClass, sequence: ModelClass, token: ModelClass): Classes => ({
  ...{ base, masked, sequence, token },
});

const { LlamaModel, LlamaForCausalLM, LlamaForSequenceClassification, LlamaForTokenClassification } = decoders;
const { MistralModel, MistralForCausalLM, MistralForSequenceClassification, MistralForTokenClassification } = decoders;
const { Qwen2Model, Qwen2ForCausalLM, Qwen2ForSequenceClassification, Qwen2ForTokenClassification } = decoders;
const { Qwen3Model, Qwen3ForCausalLM, Qwen3ForSequenceClassification, Qwen3ForTokenClassification } = decoders;

/** The classes of each family. */
const FAMILIES: Readonly<Record<string, Classes>> = {
  bert: encoder(BertModel, BertForMaskedLM, BertForSequenceClassification, BertForTokenClassification),
  distilbert: encoder(
    ...([DistilBertModel, DistilBertForMaskedLM] as const),
    ...([DistilBertForSequenceClassification, DistilBertForTokenClassification] as const),
  ),
  gpt2: decoder(GPT2Model, GPT2LMHeadModel, GPT2ForSequenceClassification, GPT2ForTokenClassification),
  llama: decoder(LlamaModel, LlamaForCausalLM, LlamaForSequenceClassification, LlamaForTokenClassification),
  mistral: decoder(MistralModel, MistralForCausalLM, MistralForSequenceClassification, MistralForTokenClassification),
  qwen2: decoder(Qwen2Model, Qwen2ForCausalLM, Qwen2ForSequenceClassification, Qwen2ForTokenClassification),
  qwen3: decoder(Qwen3Model, Qwen3ForCausalLM, Qwen3ForSequenceClassification, Qwen3ForTokenClassification),
  roberta: encoder(RobertaModel, RobertaForMaskedLM, RobertaForSequenceClassification, RobertaForTokenClassification),
  t5: { base: T5Model, seq2seq: T5ForConditionalGeneration },
};

function familyOf(label: string, where: string, dict: Readonly<Record<string, unknown>>): Classes {
  const { model_type: type } = dict;
  const known = Object.keys(FAMILIES);
  if (typeof type === 'string' && known.includes(type)) return FAMILIES[type] as Classes;
  const near = typeof type === 'string' ? closest(type, known) : undefined;
  const named = type === undefined ? 'names no model_type' : `is of the architecture '${String(type)}'`;
  throw valueError(
    `${label}: ${where} ${named}${near ? `: did you mean '${near}'?` : ''}; there are ${known.join(', ')}`,
  );
}

function classFor(label: string, family: Classes, task: Task, dict: Readonly<Record<string, unknown>>): ModelClass {
  const Class = family[task];
  if (Class) return Class;
  const can = Object.values(family).map(({ name }) => name);
  throw valueError(
    `${label}: a model of the architecture '${String(dict['model_type'])}' has no such head; it has ${can.join(', ')}`,
  );
}

/** What makes models of any family for one task. */
export interface AutoClass<M extends PreTrainedModel> {
  /**
   * The model of a folder: `config.json` says which class it is. It is in eval mode.
   *
   * @throws TorchValueError for an architecture that this package does not have, and what the class's own `fromPretrained` throws.
   */
  fromPretrained(folder: string | URL, options?: FromPretrainedOptions): Promise<M>;
  /** A model of a config, with random weights. */
  fromConfig(config: PreTrainedConfig): M;
}

function auto<M extends PreTrainedModel>(name: string, task: Task): AutoClass<M> {
  return {
    async fromPretrained(folder, options = {}) {
      const label = `${name}.fromPretrained`;
      const from = pathOf(label, folder);
      const dict = options.config ? options.config.toDict() : await readJson(label, from, 'config.json');
      const Class = classFor(label, familyOf(label, options.config ? 'the config' : from, dict), task, dict);
      return (await loadModelFrom(Class, folder, options)) as M;
    },
    fromConfig(config) {
      const label = `${name}.fromConfig`;
      const dict = { model_type: config.modelType };
      return new (classFor(label, familyOf(label, 'the config', dict), task, dict))(config as never) as M;
    },
  };
}

/** A model of any family without a head. */
export type AnyModel = PreTrainedModel & { forward(...args: Forward<ModelInputs>): BaseModelOutput };
/** A causal language model of any family. */
export type AnyCausalLM = Generative & { forward(...args: Forward<CausalLMInputs>): CausalLMOutput };
/** A model of any family with a classifier or a head over tokens. */
export type AnyHead = PreTrainedModel & { forward(...args: Forward<EncoderHeadInputs>): HeadOutput };
/** A model of any family with an encoder and a decoder. */
export type AnySeq2SeqLM = Generative & {
  forward(...args: Forward<Seq2SeqInputs>): Seq2SeqLMOutput;
  prepareDecoderInputIdsFromLabels(labels: Tensor): Tensor;
};

/**
 * Models without a head.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/auto#transformers.AutoModel
 * @example
 * const config = new language.BertConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2 });
 * await new language.BertModel(config).savePretrained('model');
 * const model = await language.AutoModel.fromPretrained('model');
 * model instanceof language.BertModel; // true
 */
export const AutoModel = auto<AnyModel>('AutoModel', 'base');

/**
 * Causal language models.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/auto#transformers.AutoModelForCausalLM
 * @example
 * const config = new language.GPT2Config({ vocabSize: 32, nPositions: 16, nEmbd: 8, nLayer: 1, nHead: 2 });
 * await new language.GPT2LMHeadModel(config).savePretrained('model');
 * const model = await language.AutoModelForCausalLM.fromPretrained('model');
 * model instanceof language.GPT2LMHeadModel; // true
 */
export const AutoModelForCausalLM = auto<AnyCausalLM>('AutoModelForCausalLM', 'causal');

/**
 * Classifiers of texts.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/auto#transformers.AutoModelForSequenceClassification
 * @example
 * const config = new language.BertConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, numLabels: 3 });
 * await new language.BertForSequenceClassification(config).savePretrained('model');
 * const model = await language.AutoModelForSequenceClassification.fromPretrained('model');
 * model instanceof language.BertForSequenceClassification; // true
 */
export const AutoModelForSequenceClassification = auto<AnyHead>('AutoModelForSequenceClassification', 'sequence');

/**
 * Classifiers of tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/auto#transformers.AutoModelForTokenClassification
 * @example
 * const config = new language.BertConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2, numLabels: 3 });
 * await new language.BertForTokenClassification(config).savePretrained('model');
 * const model = await language.AutoModelForTokenClassification.fromPretrained('model');
 * model instanceof language.BertForTokenClassification; // true
 */
export const AutoModelForTokenClassification = auto<AnyHead>('AutoModelForTokenClassification', 'token');

/**
 * Models that fill in masked tokens.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/auto#transformers.AutoModelForMaskedLM
 * @example
 * const config = new language.BertConfig({ vocabSize: 32, hiddenSize: 8, intermediateSize: 16, numHiddenLayers: 1, numAttentionHeads: 2 });
 * await new language.BertForMaskedLM(config).savePretrained('model');
 * const model = await language.AutoModelForMaskedLM.fromPretrained('model');
 * model instanceof language.BertForMaskedLM; // true
 */
export const AutoModelForMaskedLM = auto<AnyHead>('AutoModelForMaskedLM', 'masked');

/**
 * Models that write a text about another.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/auto#transformers.AutoModelForSeq2SeqLM
 * @example
 * const config = new language.T5Config({ vocabSize: 32, dModel: 8, dKv: 4, dFf: 16, numLayers: 1, numHeads: 2 });
 * await new language.T5ForConditionalGeneration(config).savePretrained('model');
 * const model = await language.AutoModelForSeq2SeqLM.fromPretrained('model');
 * model instanceof language.T5ForConditionalGeneration; // true
 */
export const AutoModelForSeq2SeqLM = auto<AnySeq2SeqLM>('AutoModelForSeq2SeqLM', 'seq2seq');

/**
 * Configs of any family.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/auto#transformers.AutoConfig
 * @example
 * await new language.GPT2Config({ nLayer: 2 }).savePretrained('model');
 * const config = await language.AutoConfig.fromPretrained('model');
 * config instanceof language.GPT2Config; // true
 */
export const AutoConfig = {
  /**
   * The config of a folder.
   *
   * @throws TorchValueError for an architecture that this package does not have.
   */
  async fromPretrained(folder: string | URL): Promise<PreTrainedConfig> {
    const label = 'AutoConfig.fromPretrained';
    const dict = await readJson(label, folder, 'config.json');
    const [Class] = Object.values(familyOf(label, pathOf(label, folder), dict)) as [ModelClass];
    return Class.configClass.fromDict(dict);
  },
};
