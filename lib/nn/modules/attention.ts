import type { MultiheadAttentionOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { native } from '../../native/binding';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { aten } from '../functional/define';
import { type HeadWeights, additiveMask, attendHeads, checkMask, merge } from '../functional/multi-head-attention';
import { constant_, xavierNormal_, xavierUniform_ } from '../init';
import { type FactoryOptions, Layer, emptyParameter, factoryOptions } from '../layer';
import type { Parameter } from '../parameter';
import { takes } from '../forward-arguments';
import { attendFast } from './attention-fast-path';
import { Linear } from './linear';
import { trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, float, int, nullable } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

/** The output projection of attention, which Python prints under this name. */
export class NonDynamicallyQuantizableLinear extends Linear {}

const ATTENTION = {
  ...{ embedDim: int(), numHeads: int(), dropout: float(0), bias: bool(true), addBiasKv: bool(false) },
  ...{ addZeroAttn: bool(false), kdim: nullable(int()), vdim: nullable(int()), batchFirst: bool(false), ...FACTORY },
};

/** Keyword arguments of attention's forward. */
type AttentionArguments = [
  dropout?: number,
  bias?: boolean,
  addBiasKv?: boolean,
  addZeroAttn?: boolean,
  kdim?: number | null,
  vdim?: number | null,
  batchFirst?: boolean,
  device?: DeviceLike | null,
  dtype?: DType | null,
];

export interface AttentionOptions {
  /** `[N, S]`: keys that are left out (true, or -∞ added). */
  readonly keyPaddingMask?: Tensor | null;
  /** Also return the attention weights. The default is true. */
  readonly needWeights?: boolean;
  /** `[L, S]` or `[N·numHeads, L, S]`. */
  readonly attnMask?: Tensor | null;
  /** Return the mean of the heads' weights. The default is true. */
  readonly averageAttnWeights?: boolean;
  /** A hint that `attnMask` is the causal one. */
  readonly isCausal?: boolean;
}

const FORWARD = {
  ...{ query: tensor(), key: tensor(), value: tensor(), keyPaddingMask: nullable(tensor()), needWeights: bool(true) },
  ...{ attnMask: nullable(tensor()), averageAttnWeights: bool(true), isCausal: bool(false) },
};

type Attended = [output: Tensor, weights: Tensor | null];
type Masks = [
  keyPaddingMask?: Tensor | null,
  needWeights?: boolean,
  attnMask?: Tensor | null,
  averageAttnWeights?: boolean,
  isCausal?: boolean,
];

/**
 * Attention by several heads: queries `[L, N, E]`, keys `[S, N, kdim]`, values `[S, N, vdim]` (with `batchFirst`
 * `[N, L, E]` and so on; N may be left out) → `[L, N, E]` and the weights `[N, L, S]`, or null without `needWeights`.
 *
 * Self-attention of one batched tensor runs as one operator of libtorch in evaluation mode, as Python's does, if no gradient is
 * recorded, `batchFirst` and `bias` are true, `numHeads` is even, and masks are boolean.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MultiheadAttention.html
 * @example
 * const attention = new nn.MultiheadAttention(8, 2, { batchFirst: true });
 * const x = torch.randn([3, 5, 8]);
 * const [output, weights] = attention.forward(x, x, x); // [3, 5, 8] and [3, 5, 5]
 */
export class MultiheadAttention extends Layer {
  declare readonly embedDim: number;
  declare readonly numHeads: number;
  declare readonly dropout: number;
  declare readonly addZeroAttn: boolean;
  declare readonly kdim: number;
  declare readonly vdim: number;
  declare readonly batchFirst: boolean;
  declare readonly headDim: number;
  declare inProjWeight: Parameter | null;
  declare qProjWeight: Parameter | null;
  declare kProjWeight: Parameter | null;
  declare vProjWeight: Parameter | null;
  declare inProjBias: Parameter | null;
  declare biasK: Parameter | null;
  declare biasV: Parameter | null;
  declare outProj: Linear;

  constructor(embedDim: number, numHeads: number, ...optional: Mixed<AttentionArguments, MultiheadAttentionOptions>);
  constructor(...args: readonly unknown[]) {
    super();
    const values = this.read(ATTENTION, trim(args), ['bias', 'addBiasKv']);
    const { embedDim, numHeads } = values;
    if (embedDim <= 0 || numHeads <= 0) {
      throw valueError(
        'embedDim and numHeads must be greater than 0, ' + `got embedDim=${embedDim} and numHeads=${numHeads} instead`,
      );
    }
    if (embedDim % numHeads !== 0) throw valueError('embedDim must be divisible by numHeads');
    const [kdim, vdim] = [values.kdim ?? embedDim, values.vdim ?? embedDim];
    Object.assign(this, { kdim, vdim, headDim: embedDim / numHeads });
    this.makeWeights(values.bias, values.addBiasKv, values);
    this.resetParameters();
  }

  /** Whether queries, keys and values have the same size, so that one matrix projects them. */
  get sameSizes(): boolean {
    return this.kdim === this.embedDim && this.vdim === this.embedDim;
  }

  private makeWeights(bias: boolean, biasKv: boolean, factory: FactoryOptions): void {
    const { embedDim: e, kdim, vdim, sameSizes } = this;
    const add = (name: string, shape: readonly number[] | null): void =>
      this.registerParameter(name, shape && emptyParameter(shape, factory));
    add('qProjWeight', sameSizes ? null : [e, e]);
    add('kProjWeight', sameSizes ? null : [e, kdim]);
    add('vProjWeight', sameSizes ? null : [e, vdim]);
    add('inProjWeight', sameSizes ? [3 * e, e] : null);
    add('inProjBias', bias ? [3 * e] : null);
    // Draws its own initial values. Those of the weight stay.
    this.outProj = new NonDynamicallyQuantizableLinear(e, e, { bias, ...factoryOptions(factory) });
    add('biasK', biasKv ? [1, 1, e] : null);
    add('biasV', biasKv ? [1, 1, e] : null);
  }

  resetParameters(): void {
    const { inProjWeight, qProjWeight, kProjWeight, vProjWeight } = this;
    for (const weight of [inProjWeight, qProjWeight, kProjWeight, vProjWeight]) if (weight) xavierUniform_(weight);
    for (const bias of this.inProjBias ? [this.inProjBias, this.outProj.bias] : []) if (bias) constant_(bias, 0);
    for (const bias of [this.biasK, this.biasV]) if (bias) xavierNormal_(bias);
  }

  override keyOf(property: string): string {
    return property === 'outProj' ? 'out_proj' : super.keyOf(property);
  }

  static {
    takes(this, FORWARD);
  }

  override forward(query: Tensor, key: Tensor, value: Tensor, options?: AttentionOptions): Attended;
  override forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    keyPaddingMask?: Tensor | null,
    needWeights?: boolean,
    attnMask?: Tensor | null,
    averageAttnWeights?: boolean,
    isCausal?: boolean,
  ): Attended;
  override forward(query: Tensor, key: Tensor, value: Tensor, ...rest: unknown[]): Attended {
    const [keyPaddingMask, needWeights, attnMask, averageAttnWeights, isCausal] = rest as Masks;
    const options = { keyPaddingMask, needWeights, attnMask, averageAttnWeights, isCausal };
    if (query === key && key === value) {
      const attended = this.attendFast(query, options);
      if (attended) return attended;
      const fused = this.attendFused(query, options);
      if (fused) {
        const output = this.outProj.forward(fused);
        return [this.batchFirst ? aten('transpose')(output, 1, 0) : output, null];
      }
    }
    const batched = query.ndim === 3;
    const [q, k, v] = this.sequenceFirst(query, key, value, batched);
    const [output, weights] = this.attend(q, k, v, batched, options);
    if (!batched) return [aten('squeeze')(output, 1), weights && aten('squeeze')(weights, 0)];
    return [this.batchFirst ? aten('transpose')(output, 1, 0) : output, weights];
  }

  /** As one operator, under Python's conditions; null where these are not fulfilled. */
  private attendFast(query: Tensor, options: AttentionOptions): Attended | null {
    const { keyPaddingMask = null, attnMask = null, needWeights = true, averageAttnWeights = true } = options;
    if (this.training || keyPaddingMask?.dtype.isFloatingPoint || attnMask?.dtype.isFloatingPoint) return null;
    const padding = additiveMask(keyPaddingMask, 'keyPaddingMask', query.dtype);
    const masks = { padding, attnMask: additiveMask(attnMask, 'attnMask', query.dtype) };
    return attendFast(this, query, masks, { needWeights, averageAttnWeights }, NonDynamicallyQuantizableLinear);
  }

  /**
   * What the output projection is given, `[L, N, E]`, where a kernel of this package computes it (native/nn/chain/attention.h); null where it
   * does not, or where an error is due.
   */
  private attendFused(query: Tensor, options: AttentionOptions): Tensor | null {
    const { inProjWeight, inProjBias, numHeads, batchFirst } = this;
    const { keyPaddingMask = null, attnMask = null, needWeights = true, isCausal: hint = false } = options;
    if (needWeights || query.ndim !== 3 || query.shape[2] !== this.embedDim || !inProjWeight) return null;
    if (this.biasK || this.biasV || this.addZeroAttn || (hint && !attnMask)) return null;
    const [length = 0, batch = 0] = batchFirst ? [query.shape[1], query.shape[0]] : query.shape;
    const isCausal = hint && !keyPaddingMask;
    const mask = isCausal ? null : this.jointMask(attnMask, keyPaddingMask, length, batch, query.dtype);
    const tensors = [handleOf(query), handleOf(inProjWeight), inProjBias && handleOf(inProjBias)] as const;
    const drop = this.training ? this.dropout : 0;
    const handle = native.runAttention(...tensors, mask && handleOf(mask), numHeads, batchFirst, drop, isCausal);
    return handle === null ? null : wrap(handle);
  }

  /** Both masks as numbers to be added to scores `[N, heads, L, L]`. */
  private jointMask(
    attnMask: Tensor | null,
    keyPaddingMask: Tensor | null,
    length: number,
    batch: number,
    dtype: DType,
  ): Tensor | null {
    const own = additiveMask(attnMask, 'attnMask', dtype);
    const padding = additiveMask(keyPaddingMask, 'keyPaddingMask', dtype);
    let mask = own && checkMask(own, length, length, batch * this.numHeads);
    if (mask && mask.shape[0] !== 1) mask = aten('view')(mask, [batch, this.numHeads, length, length]);
    if (!padding) return mask;
    const flat = merge(this, null, padding, [batch, length]);
    const wide = aten('view')(flat, [batch, this.numHeads, 1, length]);
    return mask ? aten('add')(mask, wide) : wide;
  }

  /** What is one tensor stays one: its projections are then computed together. */
  private sequenceFirst(query: Tensor, key: Tensor, value: Tensor, batched: boolean): [Tensor, Tensor, Tensor] {
    if (!batched) return [query, key, value].map((x) => aten('unsqueeze')(x, 1)) as [Tensor, Tensor, Tensor];
    if (!this.batchFirst) return [query, key, value];
    const turn = (x: Tensor): Tensor => aten('transpose')(x, 1, 0);
    const q = turn(query);
    const k = key === query && key === value ? q : turn(key);
    return [q, k, value === key ? k : turn(value)];
  }

  private attend(query: Tensor, key: Tensor, value: Tensor, batched: boolean, options: AttentionOptions): Attended {
    const { keyPaddingMask = null, attnMask = null, isCausal = false } = options;
    const { needWeights = true, averageAttnWeights = true } = options;
    const masks = { keyPaddingMask, attnMask, isCausal, needWeights, averageAttnWeights };
    return attendHeads(this.heads(), [query, key, value], batched, masks);
  }

  private heads(): HeadWeights {
    const { embedDim, numHeads, inProjWeight, inProjBias, biasK, biasV, addZeroAttn } = this;
    const { qProjWeight, kProjWeight, vProjWeight } = this;
    return {
      ...{ embedDim, numHeads, inProjWeight, inProjBias, biasK, biasV, addZeroAttn },
      ...{ qProjWeight, kProjWeight, vProjWeight, staticK: null, staticV: null },
      dropout: this.training ? this.dropout : 0,
      output: (context) => this.outProj.forward(context),
    };
  }
}

limitArguments([MultiheadAttention], { resetParameters: 0 });
