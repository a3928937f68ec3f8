import { isGradEnabled, type Tensor } from '../index';
import * as torch from '../index';
import { valueError } from '../errors';

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
  /** The tokens that are stored, which may be less than there is room for. */
  #length = 0;

  constructor(window: number | null) {
    this.window = window;
  }

  /** Adds tokens, and gives what attention is to look at. */
  update(keys: Tensor, values: Tensor): [keys: Tensor, values: Tensor] {
    this.seen += keys.shape[2] as number;
    if (isGradEnabled() && (keys.requiresGrad || values.requiresGrad)) return this.#append(keys, values);
    const result = this.#length === 0 ? this.#begin(keys, values) : this.#grow(keys, values);
    if (this.window !== null) this.#slide(this.window - 1);
    return result;
  }

  /** The keys and values as they are, for attention over an encoder. */
  stored(): [keys: Tensor, values: Tensor] {
    if (!this.#keys || !this.#values) throw valueError('this layer of the cache is empty');
    return [this.#view(this.#keys), this.#view(this.#values)];
  }

  /** Another order of the batch, or another batch of its rows. */
  reorder(rows: Tensor): void {
    if (!this.#keys || !this.#values) return;
    this.#replace(this.#view(this.#keys).indexSelect(0, rows), this.#view(this.#values).indexSelect(0, rows));
  }

  dispose(): void {
    this.#keys?.dispose();
    this.#values?.dispose();
    this.#keys = null;
    this.#values = null;
    this.#length = 0;
    this.seen = 0;
  }

  #view(all: Tensor): Tensor {
    return all.shape[2] === this.#length ? all : all.narrow(2, 0, this.#length);
  }

  #replace(keys: Tensor, values: Tensor): void {
    this.#keys?.dispose();
    this.#values?.dispose();
    this.#keys = torch.keep(keys);
    this.#values = torch.keep(values);
    this.#length = keys.shape[2] as number;
  }

  #begin(keys: Tensor, values: Tensor): [Tensor, Tensor] {
    this.#replace(keys.contiguous().clone(), values.contiguous().clone());
    return [keys, values];
  }

  /** Where gradients are recorded, what is there must not be overwritten. */
  #append(keys: Tensor, values: Tensor): [Tensor, Tensor] {
    const all: [Tensor, Tensor] =
      this.#length === 0
        ? [keys, values]
        : [torch.cat([this.stored()[0], keys], -2), torch.cat([this.stored()[1], values], -2)];
    this.#keys = torch.keep(all[0]);
    this.#values = torch.keep(all[1]);
    this.#length = all[0].shape[2] as number;
    if (this.window !== null) this.#slide(this.window - 1);
    return all;
  }

  #grow(keys: Tensor, values: Tensor): [Tensor, Tensor] {
    const added = keys.shape[2] as number;
    const length = this.#length + added;
    if (length > ((this.#keys as Tensor).shape[2] as number)) this.#reserve(length);
    const [allKeys, allValues] = [this.#keys as Tensor, this.#values as Tensor];
    allKeys.narrow(2, this.#length, added).copy_(keys);
    allValues.narrow(2, this.#length, added).copy_(values);
    this.#length = length;
    return [this.#view(allKeys), this.#view(allValues)];
  }

  #reserve(length: number): void {
    const room = length + Math.max(SPARE, Math.ceil(length / 2));
    const enlarged = ([old]: [Tensor]): Tensor => {
      const [batch, heads, , width] = old.shape as [number, number, number, number];
      const fresh = torch.empty([batch, heads, room, width], { dtype: old.dtype, device: old.device });
      fresh.narrow(2, 0, this.#length).copy_(this.#view(old));
      return fresh;
    };
    const stored = this.#length;
    this.#replace(enlarged([this.#keys as Tensor]), enlarged([this.#values as Tensor]));
    this.#length = stored;
  }

  /** Forgets all but the last tokens. */
  #slide(most: number): void {
    if (this.#length <= most) return;
    const last = (all: Tensor): Tensor => all.narrow(2, this.#length - most, most).clone();
    this.#replace(last(this.#keys as Tensor), last(this.#values as Tensor));
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

/** The caches of a decoder with an encoder: of its own tokens, and of the encoder's, which are computed once. */
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
