import type { CausalBias } from '../functional/causal-bias';
import type { Tensor } from '../../tensor/tensor';
import type { FactoryOptions } from './common';

/** The options of embeddings, recurrent layers and attention, each described once. */

// Embeddings.

export interface EmbeddingNormOptions {
  /** Rows with a larger norm are scaled down to it; this changes the table itself. @defaultValue null */
  readonly maxNorm?: number | null | undefined;
  /** The power of the norm that `maxNorm` limits. @defaultValue 2 */
  readonly normType?: number | undefined;
  /** Divide the gradient of a row by how often it occurs in the batch. @defaultValue false */
  readonly scaleGradByFreq?: boolean | undefined;
  /** Make the gradient of the table sparse: for SGD, Adagrad and SparseAdam. @defaultValue false */
  readonly sparse?: boolean | undefined;
}

export interface PaddingIdxOptions {
  /** The row that gets no gradient (and, in a bag, does not count); negative counts from the end. @defaultValue null */
  readonly paddingIdx?: number | null | undefined;
}

export interface EmbeddingFunctionOptions extends EmbeddingNormOptions, PaddingIdxOptions {}

export interface TableOptions {
  /** The table to use instead of a new one: `[numEmbeddings, embeddingDim]`. @defaultValue null */
  readonly _weight?: Tensor | null | undefined;
}

export interface EmbeddingOptions extends EmbeddingFunctionOptions, TableOptions, FactoryOptions {
  /** Do not train the table. @defaultValue false */
  readonly _freeze?: boolean | undefined;
}

export interface FreezeOptions {
  /** Do not train the table. @defaultValue true */
  readonly freeze?: boolean | undefined;
}

export interface PretrainedEmbeddingOptions extends EmbeddingFunctionOptions, FreezeOptions {}

interface BagOptions extends EmbeddingFunctionOptions {
  /** How the rows of a bag become one. @defaultValue 'mean' */
  readonly mode?: 'sum' | 'mean' | 'max' | undefined;
  /** `offsets` has one entry more than there are bags: the number of indices. @defaultValue false */
  readonly includeLastOffset?: boolean | undefined;
}

export interface EmbeddingBagOptions extends BagOptions, TableOptions, FactoryOptions {}

export interface PretrainedBagOptions extends BagOptions, FreezeOptions {}

export interface EmbeddingBagFunctionOptions extends BagOptions {
  /** Where each bag begins in an input of one dimension: int64, `[bags]`. @defaultValue null */
  readonly offsets?: Tensor | null | undefined;
  /** The factor of each row, in the input's shape; with `mode: 'sum'`. @defaultValue null */
  readonly perSampleWeights?: Tensor | null | undefined;
}

// Recurrent layers.

export interface BatchFirstOptions {
  /** The batch is the first dimension: `[N, L, features]` instead of `[L, N, features]`. @defaultValue false */
  readonly batchFirst?: boolean | undefined;
}

interface RecurrentBiasOptions {
  /** Learn the biases `biasIh` and `biasHh`. @defaultValue true */
  readonly bias?: boolean | undefined;
}

interface NonlinearityOptions {
  /** What is applied to each new state. @defaultValue 'tanh' */
  readonly nonlinearity?: 'tanh' | 'relu' | undefined;
}

export interface GRUOptions extends BatchFirstOptions, RecurrentBiasOptions, FactoryOptions {
  /** How many layers are stacked; each takes the states of the one below. @defaultValue 1 */
  readonly numLayers?: number | undefined;
  /** The probability with which outputs of all layers but the last are dropped in training. @defaultValue 0 */
  readonly dropout?: number | undefined;
  /** Run in both directions and concatenate the results. @defaultValue false */
  readonly bidirectional?: boolean | undefined;
}

export interface RNNOptions extends GRUOptions, NonlinearityOptions {}

export interface LSTMOptions extends GRUOptions {
  /** Project the states to this size, less than `hiddenSize`; 0 projects nothing. @defaultValue 0 */
  readonly projSize?: number | undefined;
}

export interface CellOptions extends RecurrentBiasOptions, FactoryOptions {}

export interface RNNCellOptions extends CellOptions, NonlinearityOptions {}

// Attention and transformers.

export interface ScaledDotProductAttentionOptions {
  /** Broadcast to `[*, L, S]`: booleans say what may be attended to, numbers are added to the scores. @defaultValue null */
  readonly attnMask?: Tensor | CausalBias | null | undefined;
  /** The probability with which attention is dropped. It applies outside of training too: pass 0 there. @defaultValue 0 */
  readonly dropoutP?: number | undefined;
  /** No position attends to a later one; not together with `attnMask`. @defaultValue false */
  readonly isCausal?: boolean | undefined;
  /** The factor of the scores. @defaultValue null, which means 1/√E */
  readonly scale?: number | null | undefined;
  /** Let several heads of the query share a head of key and value. @defaultValue false */
  readonly enableGqa?: boolean | undefined;
}

export interface MultiheadAttentionOptions extends BatchFirstOptions, FactoryOptions {
  /** The probability with which attention is dropped in training. @defaultValue 0 */
  readonly dropout?: number | undefined;
  /** Learn biases of the projections. @defaultValue true */
  readonly bias?: boolean | undefined;
  /** Add a learned bias to the sequences of keys and values. @defaultValue false */
  readonly addBiasKv?: boolean | undefined;
  /** Add a position of zeros to the sequences of keys and values. @defaultValue false */
  readonly addZeroAttn?: boolean | undefined;
  /** The number of features of keys. @defaultValue null, which means `embedDim` */
  readonly kdim?: number | null | undefined;
  /** The number of features of values. @defaultValue null, which means `embedDim` */
  readonly vdim?: number | null | undefined;
}

export interface TransformerLayerOptions<Activation> extends BatchFirstOptions, FactoryOptions {
  /** The width of the feedforward network. @defaultValue 2048 */
  readonly dimFeedforward?: number | undefined;
  /** The probability with which elements are dropped in training. @defaultValue 0.1 */
  readonly dropout?: number | undefined;
  /** The activation of the feedforward network: its name, or a function or module. @defaultValue 'relu' */
  readonly activation?: Activation | undefined;
  /** The `eps` of the layer norms. @defaultValue 1e-5 */
  readonly layerNormEps?: number | undefined;
  /** Normalize before attention and feedforward instead of after them. @defaultValue false */
  readonly normFirst?: boolean | undefined;
  /** Learn biases in linear layers and layer norms. @defaultValue true */
  readonly bias?: boolean | undefined;
}

export interface TransformerModelOptions<Activation, Custom> extends TransformerLayerOptions<Activation> {
  /** The number of features of source and target. @defaultValue 512 */
  readonly dModel?: number | undefined;
  /** The number of attention heads; divides `dModel`. @defaultValue 8 */
  readonly nhead?: number | undefined;
  /** How many encoder layers are stacked. @defaultValue 6 */
  readonly numEncoderLayers?: number | undefined;
  /** How many decoder layers are stacked. @defaultValue 6 */
  readonly numDecoderLayers?: number | undefined;
  /** A module to use as encoder. @defaultValue null, which makes a TransformerEncoder */
  readonly customEncoder?: Custom | null | undefined;
  /** A module to use as decoder. @defaultValue null, which makes a TransformerDecoder */
  readonly customDecoder?: Custom | null | undefined;
}

export interface DecoderStackOptions<Norm> {
  /** The layer norm that is applied to the result. @defaultValue null */
  readonly norm?: Norm | null | undefined;
}

export interface EncoderStackOptions<Norm> extends DecoderStackOptions<Norm> {
  /** Has no effect: nested tensors are not used. Kept for Python's signature. @defaultValue true */
  readonly enableNestedTensor?: boolean | undefined;
  /** Has no effect. Kept for Python's signature. @defaultValue true */
  readonly maskCheck?: boolean | undefined;
}

export interface AdaptiveSoftmaxOptions extends FactoryOptions {
  /** How many times narrower each cluster is than the one before it. @defaultValue 4 */
  readonly divValue?: number | undefined;
  /** Learn a bias in the head. @defaultValue false */
  readonly headBias?: boolean | undefined;
}
