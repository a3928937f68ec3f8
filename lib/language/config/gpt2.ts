import { bool, float, int, nullable, str } from '../../arguments/fields';
import { valueError } from '../../errors';
import { defineConfig, special } from './define';

/** The config of GPT-2. `hiddenSize`, `numHiddenLayers`, `numAttentionHeads` and `maxPositionEmbeddings` are other names of its fields. */
export interface GPT2Fields {
  /** The number of words. @defaultValue 50257 */
  vocabSize: number;
  /** The longest text, in tokens. @defaultValue 1024 */
  nPositions: number;
  /** The width of the layers. @defaultValue 768 */
  nEmbd: number;
  /** The number of layers. @defaultValue 12 */
  nLayer: number;
  /** The number of heads of attention. @defaultValue 12 */
  nHead: number;
  /** The width inside the feed-forward part of a layer. @defaultValue null, which means 4 times `nEmbd` */
  nInner: number | null;
  /** The activation of the feed-forward part. @defaultValue 'gelu_new' */
  activationFunction: string;
  /** Dropout in the layers. @defaultValue 0.1 */
  residPdrop: number;
  /** Dropout of the embeddings. @defaultValue 0.1 */
  embdPdrop: number;
  /** Dropout of attention. @defaultValue 0.1 */
  attnPdrop: number;
  /** Added to the variance in norms. @defaultValue 1e-5 */
  layerNormEpsilon: number;
  /** The spread of the first weights. @defaultValue 0.02 */
  initializerRange: number;
  /** Whether attention divides by the root of a head's width. @defaultValue true */
  scaleAttnWeights: boolean;
  /** Whether attention divides by the layer's number as well. @defaultValue false */
  scaleAttnByInverseLayerIdx: boolean;
  /** Whether `forward` returns keys and values where it is not told. @defaultValue true */
  useCache: boolean;
  /** Another name of `nEmbd`. @defaultValue 768 */
  hiddenSize: number;
  /** Another name of `nLayer`. @defaultValue 12 */
  numHiddenLayers: number;
  /** Another name of `nHead`. @defaultValue 12 */
  numAttentionHeads: number;
  /** Another name of `nPositions`. @defaultValue 1024 */
  maxPositionEmbeddings: number;
}

/**
 * The config of GPT-2.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/gpt2#transformers.GPT2Config
 * @example
 * const config = new language.GPT2Config({ nLayer: 2 });
 * config.numHiddenLayers; // 2
 */
export const GPT2Config = defineConfig<GPT2Fields>({
  name: 'GPT2',
  modelType: 'gpt2',
  refuses: ['add_cross_attention'],
  aliases: {
    hiddenSize: 'nEmbd',
    numHiddenLayers: 'nLayer',
    numAttentionHeads: 'nHead',
    maxPositionEmbeddings: 'nPositions',
  },
  fields: {
    vocabSize: int(50257),
    nPositions: int(1024),
    nEmbd: int(768),
    nLayer: int(12),
    nHead: int(12),
    nInner: nullable(int()),
    activationFunction: str('gelu_new'),
    residPdrop: float(0.1),
    embdPdrop: float(0.1),
    attnPdrop: float(0.1),
    layerNormEpsilon: float(1e-5),
    initializerRange: float(0.02),
    scaleAttnWeights: bool(true),
    scaleAttnByInverseLayerIdx: bool(false),
    useCache: bool(true),
    ...special(null, 50256, 50256, true),
  },
  finish: (config) => {
    const { nEmbd, nHead } = config as { nEmbd: number; nHead: number };
    if (nEmbd % nHead !== 0) throw valueError(`nEmbd (${nEmbd}) is not a multiple of nHead (${nHead})`);
  },
});
export type GPT2Config = InstanceType<typeof GPT2Config>;
