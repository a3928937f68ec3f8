/** Small models of all families, beside transformers': what each test compares. */
import { camelCase, snakeCase } from '../../../lib/arguments/names';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import * as language from '../../../lib/language/index';

/** A model by its class, with the fields of its config that keep it small. */
export interface Case {
  readonly name: string;
  readonly model: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** What the labels are: the tokens, classes of tokens, or classes of texts. */
  readonly labels?: 'tokens' | 'words' | 'classes' | 'numbers' | 'several';
  readonly inputs?: 'padded' | 'left' | 'plain';
}

const DECODER = {
  vocab_size: 50,
  hidden_size: 32,
  intermediate_size: 48,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  max_position_embeddings: 64,
};
const GPT2 = { vocab_size: 50, n_positions: 32, n_embd: 32, n_layer: 2, n_head: 4 };
const BERT = {
  ...{ vocab_size: 50, hidden_size: 32, num_hidden_layers: 2, num_attention_heads: 4, intermediate_size: 48 },
  max_position_embeddings: 40,
};
const DISTIL = { vocab_size: 50, dim: 32, n_layers: 2, n_heads: 4, hidden_dim: 48, max_position_embeddings: 40 };
const T5 = { vocab_size: 50, d_model: 32, d_kv: 8, d_ff: 48, num_layers: 2, num_heads: 4, decoder_start_token_id: 0 };
const rope = (parameters: object): object => ({ rope_parameters: { rope_theta: 10000, ...parameters } });

export const DECODERS: readonly Case[] = [
  { name: 'GPT-2', model: 'GPT2LMHeadModel', config: GPT2, labels: 'words' },
  {
    name: 'GPT-2 with other options',
    model: 'GPT2LMHeadModel',
    config: {
      ...GPT2,
      n_inner: 24,
      activation_function: 'relu',
      scale_attn_by_inverse_layer_idx: true,
      tie_word_embeddings: false,
    },
    labels: 'words',
    inputs: 'left',
  },
  {
    name: 'GPT-2 for texts',
    model: 'GPT2ForSequenceClassification',
    config: { ...GPT2, pad_token_id: 0, num_labels: 3 },
    labels: 'classes',
  },
  {
    name: 'GPT-2 for tokens',
    model: 'GPT2ForTokenClassification',
    config: { ...GPT2, num_labels: 3 },
    labels: 'tokens',
  },
  { name: 'GPT-2 without a head', model: 'GPT2Model', config: GPT2 },
  { name: 'Llama', model: 'LlamaForCausalLM', config: DECODER, labels: 'words' },
  {
    name: 'Llama with biases',
    model: 'LlamaForCausalLM',
    config: {
      ...DECODER,
      attention_bias: true,
      mlp_bias: true,
      tie_word_embeddings: true,
      attention_dropout: 0.1,
      pad_token_id: 0,
    },
    labels: 'words',
    inputs: 'left',
  },
  {
    name: 'Llama with llama3 positions',
    model: 'LlamaForCausalLM',
    config: {
      ...DECODER,
      ...rope({
        rope_type: 'llama3',
        factor: 8,
        low_freq_factor: 1,
        high_freq_factor: 4,
        original_max_position_embeddings: 32,
      }),
    },
    labels: 'words',
  },
  {
    name: 'Llama with linear positions',
    model: 'LlamaForCausalLM',
    config: { ...DECODER, ...rope({ rope_type: 'linear', factor: 2 }) },
    labels: 'words',
  },
  {
    name: 'Llama with dynamic positions',
    model: 'LlamaForCausalLM',
    config: { ...DECODER, max_position_embeddings: 6, ...rope({ rope_type: 'dynamic', factor: 2 }) },
    labels: 'words',
  },
  {
    name: 'Llama with yarn positions',
    model: 'LlamaForCausalLM',
    config: { ...DECODER, ...rope({ rope_type: 'yarn', factor: 4, original_max_position_embeddings: 16 }) },
    labels: 'words',
  },
  {
    name: 'Llama for texts',
    model: 'LlamaForSequenceClassification',
    config: { ...DECODER, pad_token_id: 0, num_labels: 1 },
    labels: 'numbers',
  },
  {
    name: 'Llama for tokens',
    model: 'LlamaForTokenClassification',
    config: { ...DECODER, num_labels: 5 },
    labels: 'tokens',
  },
  { name: 'Mistral', model: 'MistralForCausalLM', config: { ...DECODER, sliding_window: 4 }, labels: 'words' },
  {
    name: 'Mistral with padding',
    model: 'MistralForCausalLM',
    config: { ...DECODER, sliding_window: 5 },
    labels: 'words',
    inputs: 'left',
  },
  {
    name: 'Qwen2',
    model: 'Qwen2ForCausalLM',
    config: { ...DECODER, use_sliding_window: true, sliding_window: 4, max_window_layers: 1 },
    labels: 'words',
  },
  {
    name: 'Qwen3',
    model: 'Qwen3ForCausalLM',
    config: { ...DECODER, head_dim: 16, tie_word_embeddings: true },
    labels: 'words',
  },
  {
    name: 'Qwen3 for texts',
    model: 'Qwen3ForSequenceClassification',
    config: { ...DECODER, head_dim: 8, pad_token_id: 0, num_labels: 4 },
    labels: 'several',
  },
];

export const ENCODERS: readonly Case[] = [
  { name: 'BERT', model: 'BertModel', config: BERT, inputs: 'padded' },
  { name: 'BERT for masked words', model: 'BertForMaskedLM', config: BERT, labels: 'words' },
  {
    name: 'BERT for texts',
    model: 'BertForSequenceClassification',
    config: { ...BERT, num_labels: 3 },
    labels: 'classes',
    inputs: 'padded',
  },
  {
    name: 'BERT for tokens',
    model: 'BertForTokenClassification',
    config: { ...BERT, num_labels: 4, classifier_dropout: 0.2 },
    labels: 'tokens',
  },
  { name: 'DistilBERT', model: 'DistilBertModel', config: { ...DISTIL, sinusoidal_pos_embds: true } },
  {
    name: 'DistilBERT for masked words',
    model: 'DistilBertForMaskedLM',
    config: DISTIL,
    labels: 'words',
    inputs: 'padded',
  },
  { name: 'DistilBERT for texts', model: 'DistilBertForSequenceClassification', config: DISTIL, labels: 'classes' },
  {
    name: 'DistilBERT for tokens',
    model: 'DistilBertForTokenClassification',
    config: DISTIL,
    labels: 'tokens',
    inputs: 'padded',
  },
  { name: 'RoBERTa', model: 'RobertaModel', config: { ...BERT, pad_token_id: 1 }, inputs: 'padded' },
  { name: 'RoBERTa for masked words', model: 'RobertaForMaskedLM', config: BERT, labels: 'words' },
  {
    name: 'RoBERTa for texts',
    model: 'RobertaForSequenceClassification',
    config: BERT,
    labels: 'classes',
    inputs: 'padded',
  },
  { name: 'RoBERTa for tokens', model: 'RobertaForTokenClassification', config: BERT, labels: 'tokens' },
];

export const TRANSLATORS: readonly Case[] = [
  { name: 'T5', model: 'T5ForConditionalGeneration', config: T5, labels: 'words', inputs: 'padded' },
  {
    name: 'T5 1.1',
    model: 'T5ForConditionalGeneration',
    config: {
      ...T5,
      feed_forward_proj: 'gated-gelu',
      tie_word_embeddings: false,
      num_decoder_layers: 1,
      relative_attention_num_buckets: 8,
      relative_attention_max_distance: 16,
    },
    labels: 'words',
  },
];

type Forwarding = language.PreTrainedModel & { forward(inputs: object): Readonly<Record<string, unknown>> };

/** The model of a case, drawn with a seed. */
export function make({ model, config }: Pick<Case, 'model' | 'config'>, seed = 7): Forwarding {
  const Class = (language as unknown as Record<string, new (config: language.PreTrainedConfig) => Forwarding>)[model];
  if (!Class) throw new Error(`there is no ${model}`);
  const { configClass } = Class as unknown as { configClass: { fromDict(dict: object): language.PreTrainedConfig } };
  torch.manualSeed(seed);
  return new Class(configClass.fromDict(config));
}

/** Python beside {@link make}: `model` and what it is given. */
export const PYTHON = `
import import_torchvision  # noqa: F401
import transformers
torch.set_num_threads(1)
def make(case, seed=7):
    Model = getattr(transformers, case["model"])
    torch.manual_seed(seed)
    return Model(Model.config_class(**case["config"]))
`;

/** What a model is given: tokens, a mask where the case has padding, and labels. */
export function inputsOf({ labels, inputs = 'plain', config }: Case): Record<string, Tensor> {
  const inputIds = torch.tensor([
    [5, 9, 2, 17, 30, 4, 11, 23],
    [8, 3, 41, 6, 12, 7, 19, 2],
  ]);
  const given: Record<string, Tensor> = { inputIds };
  if (inputs === 'left')
    given['attentionMask'] = torch.tensor([
      [0, 0, 1, 1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1, 1, 1, 1],
    ]);
  if (inputs === 'padded')
    given['attentionMask'] = torch.tensor([
      [1, 1, 1, 1, 1, 0, 0, 0],
      [1, 1, 1, 1, 1, 1, 1, 1],
    ]);
  const count = (config['num_labels'] as number | undefined) ?? 2;
  if (labels === 'words')
    given['labels'] = torch.tensor([
      [5, 9, 2, 17, -100, 4, 11, 23],
      [8, 3, 41, 6, 12, 7, 19, -100],
    ]);
  if (labels === 'tokens') given['labels'] = inputIds.remainder(count);
  if (labels === 'classes') given['labels'] = torch.tensor([1, 0]);
  if (labels === 'numbers') given['labels'] = torch.tensor([0.5, -1.5]);
  if (labels === 'several')
    given['labels'] = torch.tensor(
      [
        [0, 1, 1, 0],
        [1, 0, 0, 0],
      ],
      { dtype: torch.float32 },
    );
  return given;
}

/** Keys in Python's spelling. */
export const pythonNames = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [snakeCase(name), value]));
export { camelCase };
