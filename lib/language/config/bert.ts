import { bool, float, int, nullable, str, type Fields } from '../../arguments/fields';
import { valueError } from '../../errors';
import { defineConfig, special } from './define';

/** The config of BERT and RoBERTa. */
export interface BertFields {
  /** The number of words. @defaultValue 30522; RoBERTa: 50265 */
  vocabSize: number;
  /** The width of the layers. @defaultValue 768 */
  hiddenSize: number;
  /** The number of layers. @defaultValue 12 */
  numHiddenLayers: number;
  /** The number of heads of attention. @defaultValue 12 */
  numAttentionHeads: number;
  /** The width inside the feed-forward part of a layer. @defaultValue 3072 */
  intermediateSize: number;
  /** The activation of the feed-forward part. @defaultValue 'gelu' */
  hiddenAct: string;
  /** Dropout in the layers. @defaultValue 0.1 */
  hiddenDropoutProb: number;
  /** Dropout of attention. @defaultValue 0.1 */
  attentionProbsDropoutProb: number;
  /** The longest text, in tokens; RoBERTa counts two more. @defaultValue 512 */
  maxPositionEmbeddings: number;
  /** The kinds of tokens. @defaultValue 2 */
  typeVocabSize: number;
  /** The spread of the first weights. @defaultValue 0.02 */
  initializerRange: number;
  /** Added to the variance in norms. @defaultValue 1e-12 */
  layerNormEps: number;
  /** Dropout before a classifier. @defaultValue null, which means `hiddenDropoutProb` */
  classifierDropout: number | null;
}

/** The config of DistilBERT. `hiddenSize`, `numAttentionHeads` and `numHiddenLayers` are other names of its fields. */
export interface DistilBertFields {
  /** The number of words. @defaultValue 30522 */
  vocabSize: number;
  /** The longest text, in tokens. @defaultValue 512 */
  maxPositionEmbeddings: number;
  /** Whether positions begin as sines and cosines. @defaultValue false */
  sinusoidalPosEmbds: boolean;
  /** The number of layers. @defaultValue 6 */
  nLayers: number;
  /** The number of heads of attention. @defaultValue 12 */
  nHeads: number;
  /** The width of the layers. @defaultValue 768 */
  dim: number;
  /** The width inside the feed-forward part of a layer. @defaultValue 3072 */
  hiddenDim: number;
  /** Dropout in the layers. @defaultValue 0.1 */
  dropout: number;
  /** Dropout of attention. @defaultValue 0.1 */
  attentionDropout: number;
  /** The activation of the feed-forward part. @defaultValue 'gelu' */
  activation: string;
  /** The spread of the first weights. @defaultValue 0.02 */
  initializerRange: number;
  /** Dropout before a classifier of questions; files have it. @defaultValue 0.1 */
  qaDropout: number;
  /** Dropout before a classifier of texts. @defaultValue 0.2 */
  seqClassifDropout: number;
  /** Another name of `dim`. @defaultValue 768 */
  hiddenSize: number;
  /** Another name of `nHeads`. @defaultValue 12 */
  numAttentionHeads: number;
  /** Another name of `nLayers`. @defaultValue 6 */
  numHiddenLayers: number;
}

const fields = (words: number): Fields => ({
  vocabSize: int(words),
  hiddenSize: int(768),
  numHiddenLayers: int(12),
  numAttentionHeads: int(12),
  intermediateSize: int(3072),
  hiddenAct: str('gelu'),
  hiddenDropoutProb: float(0.1),
  attentionProbsDropoutProb: float(0.1),
  maxPositionEmbeddings: int(512),
  typeVocabSize: int(2),
  initializerRange: float(0.02),
  layerNormEps: float(1e-12),
  classifierDropout: nullable(float()),
});

/** Refuses what this package has no code for. */
function finish(config: Record<string, unknown>): void {
  const { hiddenSize, numAttentionHeads } = config as unknown as BertFields;
  if (hiddenSize % numAttentionHeads !== 0) {
    throw valueError(
      `The hidden size (${hiddenSize}) is not a multiple of the number of attention heads (${numAttentionHeads})`,
    );
  }
}

/**
 * The config of BERT.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/bert#transformers.BertConfig
 * @example
 * const config = new language.BertConfig({ id2label: { 0: 'bad', 1: 'good' } });
 * config.label2id['good']; // 1
 */
export const BertConfig = defineConfig<BertFields>({
  name: 'Bert',
  modelType: 'bert',
  fields: { ...fields(30522), ...special(0, null, null, true) },
  refuses: ['is_decoder', 'add_cross_attention'],
  finish,
});
export type BertConfig = InstanceType<typeof BertConfig>;

/**
 * The config of RoBERTa.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/roberta#transformers.RobertaConfig
 * @example
 * const config = new language.RobertaConfig({ numLabels: 3 });
 * config.numLabels; // 3
 */
export const RobertaConfig = defineConfig<BertFields>({
  name: 'Roberta',
  modelType: 'roberta',
  fields: { ...fields(50265), ...special(1, 0, 2, true) },
  refuses: ['is_decoder', 'add_cross_attention'],
  finish,
});
export type RobertaConfig = InstanceType<typeof RobertaConfig>;

/**
 * The config of DistilBERT.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/distilbert#transformers.DistilBertConfig
 * @example
 * const config = new language.DistilBertConfig({ dim: 64, nHeads: 4 });
 * config.hiddenSize; // 64
 */
export const DistilBertConfig = defineConfig<DistilBertFields>({
  name: 'DistilBert',
  modelType: 'distilbert',
  aliases: { hiddenSize: 'dim', numAttentionHeads: 'nHeads', numHiddenLayers: 'nLayers' },
  fields: {
    vocabSize: int(30522),
    maxPositionEmbeddings: int(512),
    sinusoidalPosEmbds: bool(false),
    nLayers: int(6),
    nHeads: int(12),
    dim: int(768),
    hiddenDim: int(3072),
    dropout: float(0.1),
    attentionDropout: float(0.1),
    activation: str('gelu'),
    initializerRange: float(0.02),
    qaDropout: float(0.1),
    seqClassifDropout: float(0.2),
    ...special(0, null, null, true),
  },
  finish: (config) => {
    const { dim, nHeads } = config as { dim: number; nHeads: number };
    if (dim % nHeads !== 0) throw valueError(`nHeads (${nHeads}) must divide dim (${dim}) evenly`);
  },
});
export type DistilBertConfig = InstanceType<typeof DistilBertConfig>;
