import type { Tensor } from '../index';
import type { Cache } from './cache';

/** What models return. Fields that were not asked for are null. */

/** What a model without a head returns. */
export interface BaseModelOutput {
  /** The last layer's output, `[batch, tokens, width]`. */
  readonly lastHiddenState: Tensor;
  /** Of each layer its input, and the last output: with `outputHiddenStates: true`. */
  readonly hiddenStates: readonly Tensor[] | null;
  /** Keys and values for the next tokens: with `useCache: true`. */
  readonly pastKeyValues: Cache | null;
}

/** The same with what BERT's pooler makes of the first token, `[batch, width]`. */
export interface PooledModelOutput extends BaseModelOutput {
  /** The pooler's output, `[batch, width]`; null for a model without one. */
  readonly poolerOutput: Tensor | null;
}

/** What a model with a head returns. */
export interface HeadOutput {
  /** The loss, one number: with `labels`. */
  readonly loss: Tensor | null;
  /** The head's output before a softmax. */
  readonly logits: Tensor;
  /** Of each layer its input, and the last output: with `outputHiddenStates: true`. */
  readonly hiddenStates: readonly Tensor[] | null;
}

/** What a causal language model returns: logits `[batch, tokens, words]`. */
export interface CausalLMOutput extends HeadOutput {
  /** Keys and values for the next tokens: with `useCache: true`. */
  readonly pastKeyValues: Cache | null;
}

/** What an encoder-decoder without a head returns. */
export interface Seq2SeqModelOutput extends BaseModelOutput {
  /** The encoder's output. */
  readonly encoderLastHiddenState: Tensor;
}

/** What an encoder-decoder with a language model's head returns. */
export interface Seq2SeqLMOutput extends CausalLMOutput {
  /** The encoder's output. */
  readonly encoderLastHiddenState: Tensor;
}
