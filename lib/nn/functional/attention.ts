/** Scaled dot product attention, and attention by several heads. */
import type { Tensor } from '../../ops/tensor-methods';
import { bool, float, int, nullable, required, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { tensor } from '../../tensor/arguments';
import { isTensor } from '../../tensor/tensor';
import { typeError } from '../../errors';
import { CausalBias, attendWithBias } from './causal-bias';
import { aten, define } from './define';
import { type HeadWeights, attendHeads, checkHeads } from './multi-head-attention';

const isMask = (v: unknown): boolean => isTensor(v) || v instanceof CausalBias;

/**
 * `scaledDotProductAttention(query, key, value, attnMask = null, dropoutP = 0, isCausal = false, scale = null,
 * enableGqa = false)`: softmax(query·keyᵀ·scale + mask)·value, by the fastest kernel that fits. `[*, L, E]`,
 * `[*, S, E]` and `[*, S, Ev]` give `[*, L, Ev]`. The mask is broadcast to `[*, L, S]`: true is kept, numbers are
 * added; it may be one of `nn.attention.bias`. `scale` is 1/√E; `isCausal` hides what comes later; `dropoutP` drops
 * attention at all times, so pass 0 when not training; `enableGqa` lets several heads of the query share one of key and
 * value.
 *
 * @throws TorchError if the shapes do not fit, or isCausal comes with a mask
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.scaled_dot_product_attention.html
 * @example
 * const [query, key, value] = [torch.ones([1, 4, 8]), torch.ones([1, 5, 8]), torch.ones([1, 5, 2])];
 * nn.functional.scaledDotProductAttention(query, key, value).shape; // [1, 4, 2]
 */
export const scaledDotProductAttention = define(
  'scaledDotProductAttention',
  {
    ...{ query: tensor(), key: tensor(), value: tensor() },
    ...{ attnMask: nullable(value<Tensor | CausalBias>('a Tensor', isMask)), dropoutP: float(0) },
    ...{ isCausal: bool(false), scale: nullable(float()), enableGqa: bool(false) },
  },
  (v) => {
    const rest = { scale: v.scale, enableGqa: v.enableGqa };
    const attend = (mask: Tensor | null, isCausal: boolean): Tensor =>
      aten('scaled_dot_product_attention')(v.query, v.key, v.value, mask, v.dropoutP, isCausal, rest);
    const { attnMask } = v;
    if (attnMask instanceof CausalBias) return attendWithBias(attnMask, v.isCausal, v.query.device, attend);
    return attend(attnMask, v.isCausal);
  },
);

const mask = nullable(tensor());
const HEADS = {
  ...{ query: tensor(), key: tensor(), value: tensor(), embedDimToCheck: int(), numHeads: int() },
  ...{ inProjWeight: required(mask), inProjBias: required(mask), biasK: required(mask), biasV: required(mask) },
  ...{ addZeroAttn: bool(), dropoutP: float(), outProjWeight: tensor(), outProjBias: required(mask) },
  ...{ training: bool(true), keyPaddingMask: mask, needWeights: bool(true), attnMask: mask },
  ...{ useSeparateProjWeight: bool(false), qProjWeight: mask, kProjWeight: mask, vProjWeight: mask },
  ...{ staticK: mask, staticV: mask, averageAttnWeights: bool(true), isCausal: bool(false) },
};

/** What {@link multiHeadAttentionForward} takes beyond its positions. */
export interface MultiHeadAttentionForwardOptions {
  /** Apply dropout. @defaultValue true */
  readonly training?: boolean;
  /** `[N, S]`: keys that are left out (true, or -∞ added). @defaultValue null */
  readonly keyPaddingMask?: Tensor | null;
  /** Also return the attention weights. @defaultValue true */
  readonly needWeights?: boolean;
  /** `[L, S]` or `[N·numHeads, L, S]`. @defaultValue null */
  readonly attnMask?: Tensor | null;
  /** Query, key and value have matrices of their own. @defaultValue false */
  readonly useSeparateProjWeight?: boolean;
  /** The matrix of the queries: `[E, E]`. @defaultValue null */
  readonly qProjWeight?: Tensor | null;
  /** The matrix of the keys: `[E, kdim]`. @defaultValue null */
  readonly kProjWeight?: Tensor | null;
  /** The matrix of the values: `[E, vdim]`. @defaultValue null */
  readonly vProjWeight?: Tensor | null;
  /** Keys that take the place of the projected ones: `[N·numHeads, S, E / numHeads]`. @defaultValue null */
  readonly staticK?: Tensor | null;
  /** Values that take the place of the projected ones: `[N·numHeads, S, E / numHeads]`. @defaultValue null */
  readonly staticV?: Tensor | null;
  /** Return the mean of the heads' weights. @defaultValue true */
  readonly averageAttnWeights?: boolean;
  /** A hint that `attnMask` is the causal one. @defaultValue false */
  readonly isCausal?: boolean;
}

type HeadArguments = [
  query: Tensor,
  key: Tensor,
  value: Tensor,
  embedDimToCheck: number,
  numHeads: number,
  inProjWeight: Tensor | null,
  inProjBias: Tensor | null,
  biasK: Tensor | null,
  biasV: Tensor | null,
  addZeroAttn: boolean,
  dropoutP: number,
  outProjWeight: Tensor,
  outProjBias: Tensor | null,
  options?: MultiHeadAttentionForwardOptions,
];

/**
 * `multiHeadAttentionForward(query, key, value, embedDimToCheck, numHeads, inProjWeight, inProjBias, biasK, biasV,
 * addZeroAttn, dropoutP, outProjWeight, outProjBias, training = true, keyPaddingMask = null, needWeights = true,
 * attnMask = null, useSeparateProjWeight = false, qProjWeight = null, kProjWeight = null, vProjWeight = null,
 * staticK = null, staticV = null, averageAttnWeights = true, isCausal = false)`: what `nn.MultiheadAttention` computes, as a
 * function of its weights. Queries `[L, N, E]`, keys and values `[S, N, E]` (N may be left out) give `[L, N, E]` and the
 * weights `[N, L, S]`, or null without `needWeights`.
 *
 * @throws TorchValueError for weights that do not fit together; TorchError for masks of other shapes
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.multi_head_attention_forward.html
 * @example
 * const { inProjWeight, inProjBias, outProj } = new nn.MultiheadAttention(8, 2);
 * const x = torch.randn([5, 3, 8]);
 * const [output] = nn.functional.multiHeadAttentionForward(
 *   ...([x, x, x, 8, 2, inProjWeight, inProjBias, null, null, false, 0, outProj.weight, outProj.bias] as const),
 * );
 * output.shape; // [5, 3, 8]
 */
export function multiHeadAttentionForward(...args: HeadArguments): [output: Tensor, weights: Tensor | null] {
  const v = readArguments('multiHeadAttentionForward', HEADS, args as readonly unknown[]);
  const { query, key, value: values, useSeparateProjWeight, outProjWeight, outProjBias } = v;
  const weights: HeadWeights = {
    ...v,
    embedDim: v.embedDimToCheck,
    inProjWeight: useSeparateProjWeight ? null : v.inProjWeight,
    dropout: v.training ? v.dropoutP : 0,
    output: (context) => aten('linear')(context, outProjWeight, outProjBias),
  };
  const batched = query.ndim === 3;
  if (!batched && query.ndim !== 2) {
    throw typeError(`query should be unbatched 2D or batched 3D tensor but received ${query.ndim}-D query tensor`);
  }
  checkHeads({ ...weights, inProjWeight: v.inProjWeight }, [query, key, values], useSeparateProjWeight);
  const wide = (x: Tensor): Tensor => (batched ? x : aten('unsqueeze')(x, 1));
  const q = wide(query);
  const k = key === query ? q : wide(key);
  const three: [Tensor, Tensor, Tensor] = [q, k, values === key ? k : wide(values)];
  const [output, shares] = attendHeads(weights, three, batched, v);
  return batched ? [output, shares] : [aten('squeeze')(output, 1), shares && aten('squeeze')(shares, 0)];
}
