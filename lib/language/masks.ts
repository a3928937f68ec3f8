import type { Tensor } from '../index';
import * as torch from '../index';
import { typeError, valueError } from '../errors';
import type { DynamicCache } from './cache';

/**
 * Which tokens attend to which: boolean masks `[batch, 1, queries, keys]`, true where a query sees a key, or null where
 * the kernel needs none. The rules are those of transformers for `attn_implementation="sdpa"`, so that the same kernels run.
 */

/** The sizes that a mask is made for. */
interface Extent {
  readonly batch: number;
  readonly queries: number;
  readonly keys: number;
  readonly queryOffset: number;
  readonly keyOffset: number;
}

/** Whether all tokens count. */
function allTrue(mask: Tensor): boolean {
  return mask.all().item<boolean>();
}

/** The mask of padding as booleans `[batch, keys]`, filled up where it ends early. */
function paddingOf(mask: Tensor | null, keys: number): Tensor | null {
  if (mask === null) return null;
  const booleans = mask.to(torch.bool);
  const missing = keys - (booleans.shape[1] as number);
  return missing > 0 ? torch.nn.functional.pad(booleans, [0, missing]) : booleans;
}

/** The columns of a mask of padding that the keys are. */
function columns(padding: Tensor, { keys, keyOffset }: Extent): Tensor {
  return padding.shape[1] === keys && keyOffset === 0 ? padding : padding.narrow(1, keyOffset, keys);
}

/** Whether `isCausal` of the kernel does the work of a mask. */
function causalSuffices(padding: Tensor | null, extent: Extent, window: number | null): boolean {
  const { queries, keys, queryOffset } = extent;
  if (window !== null && keys >= window) return false;
  const seen = padding && columns(padding, extent);
  if ((queries === 1 || keys === queries) && (seen === null || allTrue(seen))) return true;
  return queryOffset === 0 && (seen === null || (allTrue(seen.narrow(1, 0, queries)) && !anyTrue(seen, queries)));
}

function anyTrue(mask: Tensor, from: number): boolean {
  const length = (mask.shape[1] as number) - from;
  return length > 0 && mask.narrow(1, from, length).any().item<boolean>();
}

function checkMask(mask: Tensor | null, batch: number): void {
  if (mask === null) return;
  if (mask.ndim !== 2 && mask.ndim !== 4) {
    throw valueError(`attentionMask should be [batch, tokens], got [${mask.shape.join(', ')}]`);
  }
  if (mask.ndim === 2 && mask.shape[0] !== batch) {
    throw valueError(`attentionMask has ${mask.shape[0] as number} rows, inputIds ${batch}`);
  }
}

/** What a causal mask depends on. */
export interface CausalMaskOptions {
  /** The embeddings `[batch, queries, width]`, of which only sizes and device count. */
  readonly embeds: Tensor;
  /** `[batch, tokens]`, 1 for tokens and 0 for padding; or a finished mask of four dimensions. */
  readonly attentionMask: Tensor | null;
  readonly cache: DynamicCache | null;
  /** Positions that the caller gave: where they begin anew, another text begins. */
  readonly positionIds: Tensor | null;
  /** How many tokens attention reaches back; null for all. */
  readonly window: number | null;
}

/** Which text of a packed row each token belongs to; null where all are one text. */
function packedTexts(positionIds: Tensor, batch: number): Tensor | null {
  const positions = positionIds.shape[0] === batch ? positionIds : positionIds.expand([batch, -1]);
  const length = positions.shape[1] as number;
  if (length < 2) return null;
  const jumps = positions
    .narrow(1, 1, length - 1)
    .sub(positions.narrow(1, 0, length - 1))
    .ne(1);
  const first = torch.zeros([batch, 1], { dtype: torch.int64, device: positions.device });
  const numbers = torch.cat([first, jumps.to(torch.int64).cumsum(-1)], 1);
  return anyTrue(jumps, 0) ? numbers : null;
}

/** The mask of a decoder; null where `isCausal` or nothing is enough. */
export function causalMask({ embeds, attentionMask, cache, positionIds, window }: CausalMaskOptions): Tensor | null {
  const [batch, queries] = embeds.shape as [number, number];
  checkMask(attentionMask, batch);
  if (attentionMask?.ndim === 4) return attentionMask;
  const layer = cache ? Math.max(cache.isSliding.indexOf(window !== null), 0) : 0;
  const [keys, keyOffset] = cache ? cache.maskSizes(queries, layer) : [attentionMask?.shape[1] ?? queries, 0];
  const extent = { batch, queries, keys, queryOffset: cache?.getSeqLength(layer) ?? 0, keyOffset };
  const packed = positionIds && !attentionMask && !cache ? packedTexts(positionIds, batch) : null;
  const padding = paddingOf(attentionMask, keys + keyOffset);
  if (packed === null && causalSuffices(padding, extent, window)) return null;
  return visible(extent, { padding, packed, window, device: embeds.device });
}

interface Rules {
  readonly padding: Tensor | null;
  readonly packed: Tensor | null;
  readonly window: number | null;
  readonly device: torch.Device;
}

function visible(extent: Extent, { padding, packed, window, device }: Rules): Tensor {
  const { batch, queries, keys, queryOffset, keyOffset } = extent;
  const query = torch.arange(queries, { device }).add(queryOffset).reshape([1, 1, queries, 1]);
  const key = torch.arange(keys, { device }).add(keyOffset).reshape([1, 1, 1, keys]);
  let mask = key.le(query);
  if (window !== null) mask = key.gt(query.sub(window)).logicalAnd(mask);
  if (packed !== null)
    mask = mask.logicalAnd(packed.reshape([batch, 1, queries, 1]).eq(packed.reshape([batch, 1, 1, queries])));
  if (padding !== null) mask = mask.logicalAnd(columns(padding, extent).reshape([batch, 1, 1, keys]));
  return mask.expand([batch, -1, queries, keys]);
}

/** The mask of an encoder, or of attention to one: all tokens see all that are no padding; null where none is. */
export function bidirectionalMask(
  embeds: Tensor,
  attentionMask: Tensor | null,
  keysOf: Tensor | null = null,
): Tensor | null {
  const [batch, queries] = embeds.shape as [number, number];
  checkMask(attentionMask, batch);
  if (attentionMask === null) return null;
  if (attentionMask.ndim === 4) return attentionMask;
  const padding = attentionMask.to(torch.bool);
  const keys = padding.shape[1] as number;
  const expected = (keysOf ?? embeds).shape[1] as number;
  if (keys !== expected) throw valueError(`attentionMask has ${keys} columns for ${expected} tokens`);
  if (allTrue(padding)) return null;
  return padding.reshape([batch, 1, 1, keys]).expand([batch, -1, queries, keys]);
}

/** Fails on what is no tensor of token numbers. */
export function requireTokens(label: string, name: string, ids: Tensor): void {
  if (ids.dtype !== torch.int64 && ids.dtype !== torch.int32) {
    throw typeError(`${label}(): '${name}' should have dtype int64, got ${ids.dtype}`);
  }
  if (ids.ndim !== 2)
    throw valueError(`${label}(): '${name}' should be [batch, tokens], got [${ids.shape.join(', ')}]`);
  if ((ids.shape[1] as number) === 0) throw valueError(`${label}(): '${name}' has no tokens`);
}
