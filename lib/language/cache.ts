import { isGradEnabled, type Tensor } from '../index';
import * as torch from '../index';
import { valueError } from '../errors';
import { appendTokens } from './kernels';
import { type Steps, pause } from './steps';

/**
 * Keys and values of the tokens that a decoder has seen, so that the next token costs one step and not all of them.
 *
 * @see https://huggingface.co/docs/transformers/kv_cache
 */

/** The smallest number of tokens for which memory is taken beyond those that are there. */
const SPARE = 64;

/** The keys and values of one layer: `[batch, heads, tokens, width]`. */
class CacheLayer {
  /** The tokens so far, those that a window has left behind included. */
  seen = 0;
  /** How many tokens attention reaches back; null for all. */
  readonly window: number | null;
  #keys: Tensor | null = null;
  #values: Tensor | null = null;
  /** Memory like theirs, for {@link reorderOften}. */
  #spare: readonly [keys: Tensor, values: Tensor] | null = null;
  /** Where the tokens that still count begin and end; behind them there may be room for more. */
  #start = 0;
  #end = 0;

  constructor(window: number | null) {
    this.window = window;
  }

  /** Adds tokens, and gives what attention is to look at. */
  update(keys: Tensor, values: Tensor): [keys: Tensor, values: Tensor] {
    this.seen += keys.shape[2] as number;
    const result = this.#add(keys, values);
    if (this.window !== null) this.#start = Math.max(this.#start, this.#end - this.window + 1);
    return result;
  }

  #add(keys: Tensor, values: Tensor): [keys: Tensor, values: Tensor] {
    if (this.#end === 0) {
      // Other objects than the caller's, who may dispose of his.
      const length = keys.shape[2] as number;
      this.#replace(keys.narrow(2, 0, length), values.narrow(2, 0, length));
      return [keys, values];
    }
    // Where gradients are recorded, what is there must not be overwritten.
    return isGradEnabled() && (keys.requiresGrad || values.requiresGrad)
      ? this.#append(keys, values)
      : this.#write(keys, values);
  }

  /** The keys and values as they are, for attention over an encoder. */
  stored(): [keys: Tensor, values: Tensor] {
    if (!this.#keys || !this.#values) throw valueError('this layer of the cache is empty');
    return [this.#view(this.#keys), this.#view(this.#values)];
  }

  /** Another order of the batch, or another batch of its rows. */
  reorder(rows: Tensor): void {
    if (!this.#keys || !this.#values) return;
    this.#move((all) => all.indexSelect(0, rows), 1);
  }

  /**
   * {@link reorder} of a cache whose tensors nobody else has: it moves between two memories, since new memory for each token would
   * cost more than what is copied.
   */
  reorderOften(rows: Tensor): void {
    const [keys, values] = [this.#keys, this.#values];
    if (!keys || !values) return;
    if (isGradEnabled() || rows.numel() !== keys.shape[0]) return this.reorder(rows);
    const into = this.#spareLike(keys, values);
    torch.scope(() => {
      torch.indexSelect(this.#view(keys), 0, rows, { out: this.#view(into[0]) });
      torch.indexSelect(this.#view(values), 0, rows, { out: this.#view(into[1]) });
    });
    [this.#keys, this.#values] = into;
    this.#spare = [keys, values];
  }

  #spareLike(keys: Tensor, values: Tensor): readonly [keys: Tensor, values: Tensor] {
    const fits = (spare: Tensor, one: Tensor): boolean => String(spare.shape) === String(one.shape);
    if (this.#spare && fits(this.#spare[0], keys) && fits(this.#spare[1], values)) return this.#spare;
    this.#endSpare();
    return [torch.keep(torch.emptyLike(keys)), torch.keep(torch.emptyLike(values))];
  }

  #endSpare(): void {
    this.#spare?.forEach((one) => one.dispose());
    this.#spare = null;
  }

  dispose(): void {
    this.#endSpare();
    this.#keys?.dispose();
    this.#values?.dispose();
    this.#keys = null;
    this.#values = null;
    this.#start = 0;
    this.#end = 0;
    this.seen = 0;
  }

  #view(all: Tensor): Tensor {
    const length = this.#end - this.#start;
    return all.shape[2] === length ? all : all.narrow(2, this.#start, length);
  }

  #replace(keys: Tensor, values: Tensor): void {
    this.#keys?.dispose();
    this.#values?.dispose();
    this.#keys = torch.keep(keys);
    this.#values = torch.keep(values);
    this.#start = 0;
    this.#end = keys.shape[2] as number;
  }

  #append(keys: Tensor, values: Tensor): [Tensor, Tensor] {
    const [oldKeys, oldValues] = this.stored();
    const all: [Tensor, Tensor] = [torch.cat([oldKeys, keys], -2), torch.cat([oldValues, values], -2)];
    this.#replace(...all);
    return all;
  }

  /** Writes the tokens where there is room, so that the others are not copied. */
  #write(keys: Tensor, values: Tensor): [Tensor, Tensor] {
    const added = keys.shape[2] as number;
    if (this.#end + added > ((this.#keys as Tensor).shape[2] as number)) this.#move((all) => all, added);
    const result = appendTokens(this.#keys as Tensor, this.#values as Tensor, keys, values, this.#start, this.#end);
    this.#end += added;
    return result;
  }

  /** Moves what counts to the beginning of new memory, with room for more. */
  #move(change: (all: Tensor) => Tensor, added: number): void {
    const length = this.#end - this.#start;
    const room = length + added + Math.max(SPARE, Math.ceil(length / 2));
    const moved = [this.#keys as Tensor, this.#values as Tensor].map((all) => {
      const kept = change(this.#view(all));
      const [batch, heads, , width] = kept.shape as [number, number, number, number];
      const fresh = torch.empty([batch, heads, room, width], { dtype: kept.dtype, device: kept.device });
      fresh.narrow(2, 0, length).copy_(kept);
      return fresh;
    });
    this.#replace(...(moved as [Tensor, Tensor]));
    this.#end = length;
  }
}

/** How a cache is made: the number of layers, and of each how far it looks back. */
export interface CacheShape {
  /** The layers of the decoder. */
  readonly layers: number;
  /** Of each layer how many tokens it looks back; null for all. */
  readonly windows: (layer: number) => number | null;
}

/**
 * A cache that grows with the text. Layers with a sliding window keep no more than that window.
 *
 * A model makes one in `forward` with `useCache: true`, and `generate` frees its own; one of yours is freed by {@link dispose}.
 *
 * @see https://huggingface.co/docs/transformers/internal/generation_utils#transformers.DynamicCache
 * @example
 * const config = new language.LlamaConfig({ vocabSize: 32, hiddenSize: 16, intermediateSize: 24, numHiddenLayers: 1, numAttentionHeads: 2 });
 * const model = new language.LlamaForCausalLM(config).eval();
 * const { pastKeyValues } = model.forward({ inputIds: torch.tensor([[1, 5, 7]]), useCache: true });
 * using cache = pastKeyValues as language.DynamicCache;
 * // Only the new token is computed.
 * const { logits } = model.forward({ inputIds: torch.tensor([[9]]), pastKeyValues: cache });
 * logits.shape; // [1, 1, 32]
 * cache.getSeqLength(); // 4
 */
export class DynamicCache {
  /** Which layers have a sliding window. */
  readonly isSliding: readonly boolean[];
  readonly #layers: readonly CacheLayer[];

  constructor(shape: CacheShape) {
    this.#layers = Array.from({ length: shape.layers }, (_, layer) => new CacheLayer(shape.windows(layer)));
    this.isSliding = this.#layers.map(({ window }) => window !== null);
  }

  /** The number of tokens that a layer has seen. */
  getSeqLength(layer = 0): number {
    return this.#layer(layer).seen;
  }

  /** Adds the keys and values of new tokens, and gives those to attend to. */
  update(keys: Tensor, values: Tensor, layer: number): [keys: Tensor, values: Tensor] {
    return this.#layer(layer).update(keys, values);
  }

  /** What a layer holds. */
  stored(layer: number): [keys: Tensor, values: Tensor] {
    return this.#layer(layer).stored();
  }

  /** How many keys attention sees with so many new tokens, and the position of the first of them. */
  maskSizes(queries: number, layer: number): [length: number, offset: number] {
    const { seen, window } = this.#layer(layer);
    if (window === null) return [seen + queries, 0];
    const offset = Math.max(seen - window + 1, 0);
    return [seen >= window ? window - 1 + queries : seen + queries, offset];
  }

  /** Another order of the batch: what beam search does after each step. */
  reorder(rows: Tensor): void {
    for (const layer of this.#layers) layer.reorder(rows);
  }

  /** What {@link reorder} does, layer by layer, for beams: nobody else has the tensors of their caches. @internal */
  *reorderInSteps(rows: Tensor): Steps<void> {
    for (const layer of this.#layers) {
      layer.reorderOften(rows);
      yield* pause();
    }
  }

  /** Frees the memory. The cache is empty then. */
  dispose(): void {
    for (const layer of this.#layers) layer.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #layer(layer: number): CacheLayer {
    const found = this.#layers[layer];
    if (!found) throw valueError(`the cache has ${this.#layers.length} layers, there is no number ${layer}`);
    return found;
  }
}

/**
 * The caches of a decoder with an encoder: of its own tokens, and of the encoder's, which are computed once.
 *
 * @example
 * const model = new language.T5Model(new language.T5Config({ vocabSize: 32, dModel: 8, dKv: 4, dFf: 16, numLayers: 1, numHeads: 2 }));
 * const inputs = { inputIds: torch.tensor([[4, 5, 1]]), decoderInputIds: torch.tensor([[0, 6]]) };
 * using cache = model.forward({ ...inputs, useCache: true }).pastKeyValues as language.EncoderDecoderCache;
 * [cache.getSeqLength(), cache.crossAttention.getSeqLength()]; // [2, 3]
 */
export class EncoderDecoderCache {
  readonly selfAttention: DynamicCache;
  readonly crossAttention: DynamicCache;

  constructor(selfAttention: DynamicCache, crossAttention: DynamicCache) {
    this.selfAttention = selfAttention;
    this.crossAttention = crossAttention;
  }

  /** The number of tokens that the decoder has seen. */
  getSeqLength(layer = 0): number {
    return this.selfAttention.getSeqLength(layer);
  }

  /** Another order of the batch. */
  reorder(rows: Tensor): void {
    this.selfAttention.reorder(rows);
    this.crossAttention.reorder(rows);
  }

  /** @internal */
  *reorderInSteps(rows: Tensor): Steps<void> {
    yield* this.selfAttention.reorderInSteps(rows);
    yield* this.crossAttention.reorderInSteps(rows);
  }

  /** Frees the memory. */
  dispose(): void {
    this.selfAttention.dispose();
    this.crossAttention.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

/** Either kind. */
export type Cache = DynamicCache | EncoderDecoderCache;
