import type { PreTrainedConfig } from '../config/define';
import type { Cache } from '../cache';
import type { CausalLMOutput } from '../outputs';
import { type Steps, through } from '../steps';
import type { Tensor } from '../../index';
import type { DecodeInputs } from './decoding';
import { type Beginning, Generative, type Prompt } from './generative';

/**
 * A decoder with a language model's head.
 *
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model: language.CausalLM = new language.LlamaForCausalLM(config);
 * model.eval().generate(torch.tensor([[1, 5], [1, 7]]), { doSample: true, topK: 5, minNewTokens: 3, maxNewTokens: 3 }).shape; // [2, 5]
 */
export abstract class CausalLM<C extends PreTrainedConfig = PreTrainedConfig> extends Generative<C> {
  /** What `forward` does, in steps. @internal */
  abstract steps(...args: readonly unknown[]): Steps<CausalLMOutput>;

  /** A cache for this model. */
  abstract newCache(): Cache;

  /** Logits of the last of some tokens. @internal */
  *decode(inputIds: Tensor, { attentionMask, positionIds, cache }: DecodeInputs): Steps<CausalLMOutput> {
    const useCache = cache !== null;
    const given = { inputIds, attentionMask, positionIds, pastKeyValues: cache, useCache, logitsToKeep: 1 };
    return yield* through(this, given);
  }

  /** What decoding begins with. @internal */
  // eslint-disable-next-line require-yield -- a model with an encoder runs it here
  override *begin(prompt: Prompt, useCache: boolean): Steps<Beginning> {
    const { inputIds, attentionMask } = prompt;
    const rows = inputIds.tolist<number[][]>();
    return { rows, attentionMask, cache: useCache ? this.newCache() : null, model: this };
  }
}
