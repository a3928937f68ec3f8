import { type Fields, bool, float, int, nullable, record, str, value } from '../../arguments/fields';
import { valueError } from '../../errors';
import { defineConfig, special } from './define';

/** How positions turn vectors, with the names of `rope_parameters` in config.json. */
export interface RopeParameters {
  /** `'default'`, `'linear'`, `'dynamic'`, `'yarn'` or `'llama3'`. @defaultValue 'default' */
  readonly ropeType?: string;
  /** The base of the wavelengths. @defaultValue 10000 */
  readonly ropeTheta?: number;
  /** By how much the context is longer than in training. */
  readonly factor?: number;
  /** The context in training, for `'llama3'` and `'yarn'`. @defaultValue `maxPositionEmbeddings` */
  readonly originalMaxPositionEmbeddings?: number;
  /** For `'llama3'`: long waves begin at the context divided by this. */
  readonly lowFreqFactor?: number;
  /** For `'llama3'`: short waves end at the context divided by this. */
  readonly highFreqFactor?: number;
  /** For `'yarn'`: what sines and cosines are multiplied with. @defaultValue computed of `factor` */
  readonly attentionFactor?: number;
  /** For `'yarn'`: from how many turns on a wave is kept. @defaultValue 32 */
  readonly betaFast?: number;
  /** For `'yarn'`: up to how many turns a wave is stretched. @defaultValue 1 */
  readonly betaSlow?: number;
  /** For `'yarn'`: a part of the computed attention factor. */
  readonly mscale?: number;
  /** For `'yarn'`: a part of the computed attention factor. */
  readonly mscaleAllDim?: number;
  /** For `'yarn'`: whether the bounds are whole numbers. @defaultValue true */
  readonly truncate?: boolean;
  /** The part of each head that is turned. @defaultValue 1 */
  readonly partialRotaryFactor?: number;
}

/** The config of a decoder of Llama's kind. */
export interface DecoderFields {
  /** The number of words. */
  vocabSize: number;
  /** The width of the layers. */
  hiddenSize: number;
  /** The width inside the feed-forward part of a layer. */
  intermediateSize: number;
  /** The number of layers. */
  numHiddenLayers: number;
  /** The number of heads of attention. */
  numAttentionHeads: number;
  /** The number of heads of keys and values, which divides that of the queries. */
  numKeyValueHeads: number;
  /** The width of a head. */
  headDim: number;
  /** The activation of the feed-forward part. */
  hiddenAct: string;
  /** The longest text, in tokens. */
  maxPositionEmbeddings: number;
  /** The spread of the first weights. */
  initializerRange: number;
  /** Added to the mean square in norms. */
  rmsNormEps: number;
  /** Whether `forward` returns keys and values where it is not told. */
  useCache: boolean;
  /** The probability that attention drops a token in training. */
  attentionDropout: number;
  /** How positions turn vectors. */
  ropeParameters: RopeParameters;
}

/** The config of Llama. */
export interface LlamaFields extends DecoderFields {
  /** Whether the projections of attention have biases. */
  attentionBias: boolean;
  /** Whether the layers of the feed-forward part have biases. */
  mlpBias: boolean;
  /** Has no effect; files have it. */
  pretrainingTp: number | null;
}

/** The config of Mistral. */
export interface MistralFields extends DecoderFields {
  /** How many tokens attention reaches back; null for all. */
  slidingWindow: number | null;
}

/** The config of Qwen2. */
export interface Qwen2Fields extends DecoderFields {
  /** Whether some layers have a sliding window. */
  useSlidingWindow: boolean;
  /** How many tokens attention of these layers reaches back. */
  slidingWindow: number | null;
  /** The first layer with a sliding window. */
  maxWindowLayers: number;
  /** Of each layer `'full_attention'` or `'sliding_attention'`. */
  layerTypes: readonly string[];
}

/** The config of Qwen3. */
export interface Qwen3Fields extends Qwen2Fields {
  /** Whether the projections of attention have biases. */
  attentionBias: boolean;
}

interface Sizes {
  readonly hidden: number;
  readonly inner: number;
  readonly words: number;
  readonly positions: number;
  readonly keyValueHeads: number | null;
  readonly headDim: number | null;
}

const decoder = ({ hidden, inner, words, positions, keyValueHeads, headDim }: Sizes) => ({
  vocabSize: int(words),
  hiddenSize: int(hidden),
  intermediateSize: int(inner),
  numHiddenLayers: int(32),
  numAttentionHeads: int(32),
  numKeyValueHeads: nullable(int(), keyValueHeads),
  headDim: nullable(int(), headDim),
  hiddenAct: str('silu'),
  maxPositionEmbeddings: int(positions),
  initializerRange: float(0.02),
  rmsNormEps: float(1e-6),
  useCache: bool(true),
  attentionDropout: float(0),
  ropeParameters: nullable(record()),
  ropeTheta: nullable(float()),
  ropeScaling: nullable(record()),
});
/** Fields of older files, which become `ropeParameters`. */
const CONSUMED = ['ropeTheta', 'ropeScaling'];

interface Draft extends DecoderFields {
  ropeTheta: number | null;
  ropeScaling: RopeParameters | null;
  slidingWindow?: number | null;
  useSlidingWindow?: boolean;
  layerTypes?: readonly string[] | null;
}

const KNOWN = ['default', 'linear', 'dynamic', 'yarn', 'llama3'];

function rope(draft: Draft, theta: number): RopeParameters {
  const { type, ...given } = { ...(draft.ropeScaling ?? draft.ropeParameters ?? {}) } as RopeParameters & {
    type?: string;
  };
  const ropeType = given.ropeType ?? type ?? 'default';
  if (!KNOWN.includes(ropeType)) {
    throw valueError(`rope_type '${ropeType}' is not supported; there are ${KNOWN.join(', ')}`);
  }
  const original = ['llama3', 'yarn'].includes(ropeType)
    ? { originalMaxPositionEmbeddings: given.originalMaxPositionEmbeddings ?? draft.maxPositionEmbeddings }
    : {};
  return { ...given, ropeType, ropeTheta: given.ropeTheta ?? draft.ropeTheta ?? theta, ...original };
}

function finish(config: Record<string, unknown>): void {
  const draft = config as unknown as Draft;
  const { hiddenSize, numAttentionHeads } = draft;
  draft.numKeyValueHeads ??= numAttentionHeads;
  if (draft.headDim === null && hiddenSize % numAttentionHeads !== 0) {
    throw valueError(
      `The hidden size (${hiddenSize}) is not a multiple of the number of attention heads (${numAttentionHeads}).`,
    );
  }
  draft.headDim ??= hiddenSize / numAttentionHeads;
  if (numAttentionHeads % draft.numKeyValueHeads !== 0) {
    throw valueError(
      `numKeyValueHeads (${draft.numKeyValueHeads}) does not divide numAttentionHeads (${numAttentionHeads})`,
    );
  }
  draft.ropeParameters = rope(draft, 10_000);
}

function finishQwen(config: Record<string, unknown>): void {
  finish(config);
  const draft = config as unknown as Draft & { maxWindowLayers: number };
  if (!draft.useSlidingWindow) draft.slidingWindow = null;
  const windowed = draft.slidingWindow !== null;
  draft.layerTypes ??= Array.from({ length: draft.numHiddenLayers }, (_, i) =>
    windowed && i >= draft.maxWindowLayers ? 'sliding_attention' : 'full_attention',
  );
  if (draft.layerTypes.length < draft.numHiddenLayers) {
    throw valueError(`layerTypes has ${draft.layerTypes.length} entries for ${draft.numHiddenLayers} layers`);
  }
}

const strings = value<readonly string[]>(
  'a list of strings',
  (v) => Array.isArray(v) && v.every((one) => typeof one === 'string'),
);
const window: Fields = { slidingWindow: nullable(int(), 4096) };
const qwen: Fields = {
  ...decoder({ hidden: 4096, inner: 22016, words: 151936, positions: 32768, keyValueHeads: 32, headDim: null }),
  useSlidingWindow: bool(false),
  ...window,
  maxWindowLayers: int(28),
  layerTypes: nullable(strings),
  ...special(null, null, null, false),
};

/**
 * The config of Llama.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/llama#transformers.LlamaConfig
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * config.numKeyValueHeads; // 2
 */
export const LlamaConfig = defineConfig<LlamaFields>({
  name: 'Llama',
  modelType: 'llama',
  fields: {
    ...decoder({ hidden: 4096, inner: 11008, words: 32000, positions: 2048, keyValueHeads: null, headDim: null }),
    attentionBias: bool(false),
    mlpBias: bool(false),
    pretrainingTp: nullable(int(), 1),
    ...special(null, 1, 2, false),
  },
  finish,
  consumed: CONSUMED,
});
export type LlamaConfig = InstanceType<typeof LlamaConfig>;

/**
 * The config of Mistral.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/mistral#transformers.MistralConfig
 * @example
 * const config = new language.MistralConfig({ slidingWindow: 1024 });
 * config.slidingWindow; // 1024
 */
export const MistralConfig = defineConfig<MistralFields>({
  name: 'Mistral',
  modelType: 'mistral',
  fields: {
    ...decoder({ hidden: 4096, inner: 14336, words: 32000, positions: 131072, keyValueHeads: 8, headDim: null }),
    ...window,
    ...special(null, 1, 2, false),
  },
  finish,
  consumed: CONSUMED,
});
export type MistralConfig = InstanceType<typeof MistralConfig>;

/**
 * The config of Qwen2.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen2#transformers.Qwen2Config
 * @example
 * const config = new language.Qwen2Config({ numLabels: 3 });
 * config.id2label[2]; // 'LABEL_2'
 */
export const Qwen2Config = defineConfig<Qwen2Fields>({
  name: 'Qwen2',
  modelType: 'qwen2',
  fields: qwen,
  finish: finishQwen,
  consumed: CONSUMED,
});
export type Qwen2Config = InstanceType<typeof Qwen2Config>;

/**
 * The config of Qwen3.
 *
 * @see https://huggingface.co/docs/transformers/model_doc/qwen3#transformers.Qwen3Config
 * @example
 * const config = new language.Qwen3Config({ hiddenSize: 64 });
 * config.toDict().hidden_size; // 64
 */
export const Qwen3Config = defineConfig<Qwen3Fields>({
  name: 'Qwen3',
  modelType: 'qwen3',
  fields: { ...qwen, headDim: nullable(int(), 128), attentionBias: bool(false) },
  finish: finishQwen,
  consumed: CONSUMED,
});
export type Qwen3Config = InstanceType<typeof Qwen3Config>;
