import { bool, float, int, nullable, str } from '../../arguments/fields';
import { valueError } from '../../errors';
import { defineConfig, special } from './define';

/** The config of T5. `hiddenSize`, `numAttentionHeads`, `numHiddenLayers` and `headDim` are other names of its fields. */
export interface T5Fields {
  /** The number of words. @defaultValue 32128 */
  vocabSize: number;
  /** The width of the layers. @defaultValue 512 */
  dModel: number;
  /** The width of a head. @defaultValue 64 */
  dKv: number;
  /** The width inside the feed-forward part of a layer. @defaultValue 2048 */
  dFf: number;
  /** The number of the encoder's layers. @defaultValue 6 */
  numLayers: number;
  /** The number of the decoder's layers. @defaultValue `numLayers` */
  numDecoderLayers: number;
  /** The number of heads of attention. @defaultValue 8 */
  numHeads: number;
  /** Into how many classes distances of tokens are put. @defaultValue 32 */
  relativeAttentionNumBuckets: number;
  /** From which distance on all are in one class. @defaultValue 128 */
  relativeAttentionMaxDistance: number;
  /** Dropout in all parts. @defaultValue 0.1 */
  dropoutRate: number;
  /** Added to the mean square in norms. @defaultValue 1e-6 */
  layerNormEpsilon: number;
  /** A factor of the spread of the first weights. @defaultValue 1 */
  initializerFactor: number;
  /** The feed-forward part: `'relu'`, or `'gated-gelu'` as in T5 1.1. @defaultValue 'relu' */
  feedForwardProj: string;
  /** Whether there is an encoder. @defaultValue true */
  isEncoderDecoder: boolean;
  /** Whether `forward` returns keys and values where it is not told. @defaultValue true */
  useCache: boolean;
  /** Dropout before a classifier. @defaultValue 0 */
  classifierDropout: number;
  /** The token with which the decoder begins. @defaultValue null; files have that of padding */
  decoderStartTokenId: number | null;
  /** Whether the decoder's output is scaled before the head: so in T5, but not in T5 1.1. @defaultValue `tieWordEmbeddings` */
  scaleDecoderOutputs: boolean;
  /** Another name of `dModel`. @defaultValue 512 */
  hiddenSize: number;
  /** Another name of `numHeads`. @defaultValue 8 */
  numAttentionHeads: number;
  /** Another name of `numLayers`. @defaultValue 6 */
  numHiddenLayers: number;
  /** Another name of `dKv`. @defaultValue 64 */
  headDim: number;
}

/**
 * The config of T5.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/t5#transformers.T5Config
 * @example
 * const config = new language.T5Config({ dModel: 64, numLayers: 2 });
 * config.numDecoderLayers; // 2
 */
export const T5Config = defineConfig<T5Fields>({
  name: 'T5',
  modelType: 't5',
  aliases: { hiddenSize: 'dModel', numAttentionHeads: 'numHeads', numHiddenLayers: 'numLayers', headDim: 'dKv' },
  fields: {
    vocabSize: int(32128),
    dModel: int(512),
    dKv: int(64),
    dFf: int(2048),
    numLayers: int(6),
    numDecoderLayers: nullable(int()),
    numHeads: int(8),
    relativeAttentionNumBuckets: int(32),
    relativeAttentionMaxDistance: int(128),
    dropoutRate: float(0.1),
    layerNormEpsilon: float(1e-6),
    initializerFactor: float(1),
    feedForwardProj: str('relu'),
    isEncoderDecoder: bool(true),
    useCache: bool(true),
    classifierDropout: float(0),
    decoderStartTokenId: nullable(int()),
    scaleDecoderOutputs: nullable(bool()),
    ...special(0, null, 1, true),
  },
  finish: (config) => {
    const parts = (config['feedForwardProj'] as string).split('-');
    if ((parts.length > 1 && parts[0] !== 'gated') || parts.length > 2) {
      throw valueError(
        `feedForwardProj '${config['feedForwardProj'] as string}' should be an activation, or gated-ACTIVATION`,
      );
    }
    config['numDecoderLayers'] ??= config['numLayers'];
    // Files of T5 1.1 say that nothing is tied, and mean that outputs are not scaled.
    config['scaleDecoderOutputs'] ??= config['tieWordEmbeddings'] !== false;
    config['tieWordEmbeddings'] = true;
  },
});
export type T5Config = InstanceType<typeof T5Config>;
