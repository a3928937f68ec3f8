import type { MultiheadAttentionOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { native } from '../../native/binding';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { aten, atenMany } from '../functional/define';
import { constant_, xavierNormal_, xavierUniform_ } from '../init';
import { type FactoryOptions, Layer, emptyParameter, factoryOptions } from '../layer';
import type { Parameter } from '../parameter';
import { takes } from '../forward-arguments';
import { attendFast } from './attention-fast-path';
import { Linear } from './linear';
import { trim } from '../../arguments/read';
import { runtimeError, typeError, valueError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, float, int, nullable } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

/** The output projection of attention, which Python prints under this name. */
export class NonDynamicallyQuantizableLinear extends Linear {}

/** A boolean mask as numbers to be added: -∞ where it is true. */
export function additiveMask(mask: Tensor | null, name: string, dtype: Tensor['dtype']): Tensor | null {
  if (mask === null || mask.dtype.isFloatingPoint) return mask;
  if (mask.dtype.name !== 'bool') throw typeError(`only bool and floating types of ${name} are supported`);
  return aten('masked_fill_')(aten('zeros_like')(mask, { dtype }), mask, -Infinity);
}

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

interface Heads {
  readonly q: Tensor;
  readonly k: Tensor;
  readonly v: Tensor;
  readonly mask: Tensor | null;
  readonly isCausal: boolean;
  readonly targets: number;
  readonly batch: number;
}

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
    let mask = own && this.checkMask(own, length, length, batch);
    if (mask && mask.shape[0] !== 1) mask = aten('view')(mask, [batch, this.numHeads, length, length]);
    if (!padding) return mask;
    const flat = this.merge(null, padding, batch, length);
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

  private attend(query: Tensor, key: Tensor, value: Tensor, batched: boolean, options: AttentionOptions) {
    const { needWeights = true, averageAttnWeights = true } = options;
    const heads = this.prepare(query, key, value, batched, options, needWeights);
    return needWeights ? this.withWeights(heads, averageAttnWeights) : this.withoutWeights(heads);
  }

  private prepare(
    ...[query, key, value, batched, options, needWeights]: [Tensor, Tensor, Tensor, boolean, AttentionOptions, boolean]
  ): Heads {
    const [targets = 0, batch = 0, size] = query.shape;
    if (size !== this.embedDim)
      throw runtimeError(`was expecting embedding dimension of ${this.embedDim}, but got ${size}`);
    const { dtype } = query;
    let padding = additiveMask(options.keyPaddingMask ?? null, 'keyPaddingMask', dtype);
    if (padding && !batched) padding = aten('unsqueeze')(padding, 0);
    let mask = additiveMask(options.attnMask ?? null, 'attnMask', dtype);
    let isCausal = options.isCausal ?? false;
    if (isCausal && !mask) throw runtimeError('Need attnMask if specifying the isCausal hint.');
    if (isCausal && !padding && !needWeights) mask = null;
    else if (padding) isCausal = false;
    let [q, k, v] = this.project(query, key, value);
    mask = mask && this.checkMask(mask, targets, key.shape[0] ?? 0, batch);
    const extend = (): void => {
      mask = mask && aten('constant_pad_nd')(mask, [0, 1]);
      padding = padding && aten('constant_pad_nd')(padding, [0, 1]);
    };
    if (this.biasK && this.biasV) {
      k = aten('cat')([k, aten('repeat')(this.biasK, [1, batch, 1])]);
      v = aten('cat')([v, aten('repeat')(this.biasV, [1, batch, 1])]);
      extend();
    }
    [q, k, v] = [q, k, v].map((x) => this.split(x, batch)) as [Tensor, Tensor, Tensor];
    if (this.addZeroAttn) {
      const zero = aten('zeros')([batch * this.numHeads, 1, this.headDim], { dtype: k.dtype, device: k.device });
      [k, v] = [aten('cat')([k, zero], 1), aten('cat')([v, zero], 1)];
      extend();
    }
    if (padding) mask = this.merge(mask, padding, batch, k.shape[1] ?? 0);
    return { q, k, v, mask, isCausal, targets, batch };
  }

  private project(query: Tensor, key: Tensor, value: Tensor): [Tensor, Tensor, Tensor] {
    const { inProjWeight, inProjBias } = this;
    if (!inProjWeight) {
      const biases = inProjBias ? atenMany('chunk')(inProjBias, 3) : [null, null, null];
      const weights = [this.qProjWeight, this.kProjWeight, this.vProjWeight];
      return [query, key, value].map((x, i) => aten('linear')(x, weights[i] as Tensor, biases[i])) as [
        Tensor,
        Tensor,
        Tensor,
      ];
    }
    if (key === value && query === key) return this.projectTogether(query, inProjWeight, inProjBias, 3);
    const e = this.embedDim;
    if (key === value) {
      const [wq, wkv] = atenMany('split_with_sizes')(inProjWeight, [e, 2 * e]);
      const [bq, bkv] = inProjBias ? atenMany('split_with_sizes')(inProjBias, [e, 2 * e]) : [null, null];
      const [k, v] = this.projectTogether(key, wkv as Tensor, bkv ?? null, 2);
      return [aten('linear')(query, wq as Tensor, bq), k, v];
    }
    const weights = atenMany('chunk')(inProjWeight, 3);
    const biases = inProjBias ? atenMany('chunk')(inProjBias, 3) : [null, null, null];
    return [query, key, value].map((x, i) => aten('linear')(x, weights[i] as Tensor, biases[i])) as [
      Tensor,
      Tensor,
      Tensor,
    ];
  }

  /** One multiplication for several projections, in the layout that Python gives them. */
  private projectTogether(x: Tensor, weight: Tensor, bias: Tensor | null, count: number): [Tensor, Tensor, Tensor] {
    const joint = aten('unflatten')(aten('linear')(x, weight, bias), -1, [count, this.embedDim]);
    const parts = aten('contiguous')(aten('squeeze')(aten('transpose')(aten('unsqueeze')(joint, 0), 0, -2), -2));
    return Array.from({ length: count }, (_, i) => aten('select')(parts, 0, i)) as [Tensor, Tensor, Tensor];
  }

  private checkMask(mask: Tensor, targets: number, sources: number, batch: number): Tensor {
    const wanted = mask.ndim === 2 ? [targets, sources] : [batch * this.numHeads, targets, sources];
    if (mask.ndim !== 2 && mask.ndim !== 3) throw runtimeError(`attnMask's dimension ${mask.ndim} is not supported`);
    if (mask.shape.join() !== wanted.join()) {
      throw runtimeError(
        `The shape of the ${mask.ndim}D attnMask is [${mask.shape.join(', ')}], but should be [${wanted.join(', ')}].`,
      );
    }
    return mask.ndim === 2 ? aten('unsqueeze')(mask, 0) : mask;
  }

  /** `[S, N, E]` → `[N·heads, S, E / heads]`. */
  private split(x: Tensor, batch: number): Tensor {
    return aten('transpose')(aten('view')(x, [x.shape[0], batch * this.numHeads, this.headDim]), 0, 1);
  }

  private merge(mask: Tensor | null, padding: Tensor, batch: number, sources: number): Tensor {
    if (padding.shape[0] !== batch || padding.shape[1] !== sources) {
      throw runtimeError(`Expected keyPaddingMask of shape [${batch}, ${sources}], got [${padding.shape.join(', ')}]`);
    }
    const wide = aten('expand')(aten('view')(padding, [batch, 1, 1, sources]), [-1, this.numHeads, -1, -1]);
    const flat = aten('reshape')(wide, [batch * this.numHeads, 1, sources]);
    return mask ? aten('add')(mask, flat) : flat;
  }

  private withWeights({ q, k, v, mask, targets, batch }: Heads, average: boolean): [Tensor, Tensor] {
    const scaled = aten('mul')(q, Math.sqrt(1 / this.headDim));
    const turned = aten('transpose')(k, -2, -1);
    const scores = mask ? aten('baddbmm')(mask, scaled, turned) : aten('bmm')(scaled, turned);
    let weights = aten('softmax')(scores, -1);
    if (this.training && this.dropout > 0) weights = aten('dropout')(weights, this.dropout, true);
    const context = aten('transpose')(aten('bmm')(weights, v), 0, 1);
    const flat = aten('reshape')(context, [targets * batch, this.embedDim]);
    const output = aten('view')(this.outProj.forward(flat), [targets, batch, this.embedDim]);
    const byHead = aten('view')(weights, [batch, this.numHeads, targets, k.shape[1]]);
    return [output, average ? aten('mean')(byHead, [1]) : byHead];
  }

  private withoutWeights({ q, k, v, mask, isCausal, targets, batch }: Heads): [Tensor, null] {
    const sources = k.shape[1] ?? 0;
    const { numHeads, headDim } = this;
    const view = (x: Tensor, length: number): Tensor => aten('view')(x, [batch, numHeads, length, headDim]);
    let wide = mask;
    if (mask) {
      const shared = mask.shape[0] === 1 && mask.ndim === 3;
      wide = shared ? aten('unsqueeze')(mask, 0) : aten('view')(mask, [batch, numHeads, -1, sources]);
    }
    const drop = this.training ? this.dropout : 0;
    const args = [view(q, targets), view(k, sources), view(v, sources), wide, drop, isCausal] as const;
    const context = aten('permute')(aten('scaled_dot_product_attention')(...args), [2, 0, 1, 3]);
    const flat = aten('view')(aten('contiguous')(context), [batch * targets, this.embedDim]);
    return [aten('view')(this.outProj.forward(flat), [targets, batch, this.embedDim]), null];
  }
}

limitArguments([MultiheadAttention], { resetParameters: 0 });
