import type { TransformerLayerOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import type { Tensor } from '../../ops/tensor-methods';
import { aten } from '../functional/define';
import { takes } from '../forward-arguments';
import { Layer } from '../layer';
import { Module } from '../module';
import { isPlain } from '../module-hooks';
import * as F from '../functional';
import { GELU, ReLU } from './activation';
import { additiveMask } from '../functional/multi-head-attention';
import { MultiheadAttention, NonDynamicallyQuantizableLinear } from './attention';
import { type LayerClasses, encodeAtOnce, encodeFast, encodesFast, isMadeOf } from './attention-fast-path';
import { Dropout } from './dropout';
import { Linear } from './linear';
import { LayerNorm } from './normalization';
import { addDropped, feedForward } from './transformer-runs';
import { trim } from '../../arguments/read';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, choice, either, float, int, nullable, value } from '../../arguments/fields';

/** A function between the feed-forward layers, or the name of one. */
export type Activation = 'relu' | 'gelu' | ((x: Tensor) => Tensor);

const activation = either(
  choice(['relu', 'gelu']),
  value<Activation>('a function', (v) => typeof v === 'function' || v instanceof Module),
  'relu',
);
/** Options of layers and of whole transformers. */
export const SHARED = {
  ...{ dimFeedforward: int(2048), dropout: float(0.1), activation, layerNormEps: float(1e-5) },
  ...{ batchFirst: bool(false), normFirst: bool(false), bias: bool(true), ...FACTORY },
};
type LayerArguments = [
  dimFeedforward?: number,
  dropout?: number,
  activation?: Activation,
  layerNormEps?: number,
  batchFirst?: boolean,
  normFirst?: boolean,
  bias?: boolean,
  device?: DeviceLike | null,
  dtype?: DType | null,
];
const LAYER = { dModel: int(), nhead: int(), ...SHARED };
const HIDDEN = ['dModel', 'nhead', 'dimFeedforward', 'dropout', 'layerNormEps', 'batchFirst', 'bias'];

/** Masks of an encoder layer. */
export interface EncoderOptions {
  /** Which source positions each source position may attend to: `[S, S]`. @defaultValue null */
  readonly srcMask?: Tensor | null;
  /** Source positions that are padding: `[N, S]`. @defaultValue null */
  readonly srcKeyPaddingMask?: Tensor | null;
  /** The mask is causal, which lets a faster kernel be used. @defaultValue false */
  readonly isCausal?: boolean;
}

/** Masks of a decoder layer. */
export interface DecoderOptions {
  /** Which target positions each target position may attend to: `[T, T]`. @defaultValue null */
  readonly tgtMask?: Tensor | null;
  /** Which source positions each target position may attend to: `[T, S]`. @defaultValue null */
  readonly memoryMask?: Tensor | null;
  /** Target positions that are padding: `[N, T]`. @defaultValue null */
  readonly tgtKeyPaddingMask?: Tensor | null;
  /** Positions of the memory that are padding: `[N, S]`. @defaultValue null */
  readonly memoryKeyPaddingMask?: Tensor | null;
  /** `tgtMask` is causal, which lets a faster kernel be used. @defaultValue false */
  readonly tgtIsCausal?: boolean | null;
  /** `memoryMask` is causal. @defaultValue false */
  readonly memoryIsCausal?: boolean;
}

const mask = nullable(tensor());
/** What an encoder layer takes. */
export const ENCODER = { src: tensor(), srcMask: mask, srcKeyPaddingMask: mask, isCausal: bool(false) };
/** What a decoder and its layers take. */
export const DECODER = {
  ...{ tgt: tensor(), memory: tensor(), tgtMask: mask, memoryMask: mask },
  ...{
    tgtKeyPaddingMask: mask,
    memoryKeyPaddingMask: mask,
    tgtIsCausal: nullable(bool()),
    memoryIsCausal: bool(false),
  },
};
/** Masks of a decoder in Python's order. */
export type DecoderMasks = [
  tgtMask?: Tensor | null,
  memoryMask?: Tensor | null,
  tgtKeyPaddingMask?: Tensor | null,
  memoryKeyPaddingMask?: Tensor | null,
  tgtIsCausal?: boolean | null,
  memoryIsCausal?: boolean,
];

interface LayerValues {
  readonly dModel: number;
  readonly nhead: number;
  readonly dimFeedforward: number;
  readonly dropout: number;
  readonly layerNormEps: number;
  readonly batchFirst: boolean;
  readonly bias: boolean;
  readonly device: DeviceLike | null;
  readonly dtype: DType | null;
}

/** What encoder and decoder layers share: the feed-forward block, and how attention is called. */
abstract class TransformerLayer extends Layer {
  declare readonly activation: Activation | (Module & { forward(x: Tensor): Tensor });
  declare readonly normFirst: boolean;
  declare selfAttn: MultiheadAttention;
  declare linear1: Linear;
  declare dropout: Dropout;
  declare linear2: Linear;

  protected build(args: readonly unknown[]): LayerValues {
    return this.read(LAYER, trim(args), HIDDEN);
  }

  protected attention({ dModel, nhead, dropout, batchFirst, bias, device, dtype }: LayerValues): MultiheadAttention {
    return new MultiheadAttention(dModel, nhead, { dropout, batchFirst, bias, device, dtype });
  }

  protected feedForward({ dModel, dimFeedforward, dropout, bias, device, dtype }: LayerValues): void {
    this.linear1 = new Linear(dModel, dimFeedforward, { bias, device, dtype });
    this.dropout = new Dropout(dropout);
    this.linear2 = new Linear(dimFeedforward, dModel, { bias, device, dtype });
  }

  protected norm({ dModel, layerNormEps: eps, bias, device, dtype }: LayerValues): LayerNorm {
    return new LayerNorm(dModel, { eps, bias, device, dtype });
  }

  protected activate(x: Tensor): Tensor {
    const { activation: given } = this;
    if (typeof given === 'string') return aten(given)(x);
    return given instanceof Module ? given.forward(x) : given(x);
  }

  /** The feed-forward block, the sum with its input, and the norm before or after that. */
  protected feed(x: Tensor, norm: LayerNorm, last: Dropout): Tensor {
    const { linear1, dropout, linear2, normFirst, activation: given } = this;
    const activation = given === F.relu ? 'relu' : given === F.gelu ? 'gelu' : given;
    const fused = feedForward(this, x, { linear1, dropout, linear2, last, activation }, norm, normFirst);
    if (fused) return fused;
    const inner = linear1.forward(normFirst ? norm.forward(x) : x);
    const sum = aten('add')(x, last.forward(linear2.forward(dropout.forward(this.activate(inner)))));
    return normFirst ? sum : norm.forward(sum);
  }

  /** Attention to something, the sum with its input, and the norm before or after that; `place` counts them. */
  protected attendAndAdd(
    place: number,
    x: Tensor,
    norm: LayerNorm,
    dropout: Dropout,
    attend: (x: Tensor) => Tensor,
  ): Tensor {
    if (this.normFirst) return addDropped(this, place, [x, attend(norm.forward(x))], dropout, null);
    return addDropped(this, place, [x, attend(x)], dropout, norm);
  }

  /** Whether the activation is GELU rather than ReLU, as Python's fast path knows them; null for others. */
  protected gelu(): boolean | null {
    const { activation: given } = this;
    if (given === 'gelu' || given === F.gelu || given instanceof GELU) return true;
    return given === 'relu' || given === F.relu || given instanceof ReLU ? false : null;
  }

  override keyOf(property: string): string {
    return { selfAttn: 'self_attn', multiheadAttn: 'multihead_attn' }[property] ?? super.keyOf(property);
  }
}

const CLASSES: LayerClasses = {
  attention: MultiheadAttention,
  projection: NonDynamicallyQuantizableLinear,
  linear: Linear,
  norm: LayerNorm,
  dropout: Dropout,
};

/**
 * Self-attention and a feed-forward block: `[S, N, dModel]`, with `batchFirst` `[N, S, dModel]`.
 *
 * Options: `dimFeedforward` 2048, `dropout` 0.1, `activation` 'relu', `layerNormEps` 1e-5, `batchFirst` false,
 * `normFirst` false, `bias` true.
 *
 * In evaluation mode it runs as one operator of libtorch, as Python's does, if no gradient is recorded, `batchFirst` and `bias` are
 * true, `nhead` is even, the activation is ReLU or GELU, and no layer inside has hooks or has been replaced by another class.
 * `torch.backends.mha.setFastpathEnabled(false)` forbids that.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.TransformerEncoderLayer.html
 * @example
 * new nn.TransformerEncoderLayer(8, 2, { batchFirst: true }).forward(torch.randn([3, 5, 8])).shape; // [3, 5, 8]
 */
export class TransformerEncoderLayer extends TransformerLayer {
  declare norm1: LayerNorm;
  declare norm2: LayerNorm;
  declare dropout1: Dropout;
  declare dropout2: Dropout;

  constructor(dModel: number, nhead: number, ...rest: Mixed<LayerArguments, TransformerLayerOptions<Activation>>) {
    super();
    const values = this.build([dModel, nhead, ...rest]);
    this.selfAttn = this.attention(values);
    this.feedForward(values);
    this.norm1 = this.norm(values);
    this.norm2 = this.norm(values);
    this.dropout1 = new Dropout(values.dropout);
    this.dropout2 = new Dropout(values.dropout);
  }

  static {
    takes(this, ENCODER);
  }

  /** Why layers made like this one never run on nested tensors, in Python's order; null if they may. @internal */
  whyNotNested(): string | null {
    const { selfAttn } = this;
    if (this.normFirst) return 'normFirst was true';
    if (!selfAttn.batchFirst)
      return 'selfAttn.batchFirst was not true (use batchFirst for better inference performance)';
    if (!selfAttn.sameSizes) return 'selfAttn had keys or values of other sizes';
    if (!selfAttn.inProjBias) return 'selfAttn was passed bias: false';
    if (this.gelu() === null) return 'activation was neither relu nor gelu';
    if (this.norm1.eps !== this.norm2.eps) return 'norm1.eps was not equal to norm2.eps';
    return selfAttn.numHeads % 2 === 1 ? 'selfAttn.numHeads is odd' : null;
  }

  /**
   * Whether the layer computes what one operator does, masks aside: null, or whether its activation is GELU rather than ReLU.
   * @internal
   */
  asOneOperator(): { readonly gelu: boolean } | null {
    const { selfAttn, norm1, norm2 } = this;
    const { batchFirst, sameSizes, biasK, biasV, addZeroAttn } = selfAttn;
    const isKnown = this.isOwn() && isMadeOf(this, CLASSES) && norm1.eps === norm2.eps;
    const gelu = this.gelu();
    return isKnown && batchFirst && sameSizes && !biasK && !biasV && !addZeroAttn && gelu !== null ? { gelu } : null;
  }

  /** Whether the class is this one, or one of the library that computes the same. @internal */
  protected isOwn(): boolean {
    return isPlain(this, TransformerEncoderLayer);
  }

  /** Whether the layer would run on the sequences of `src` without their padding. @internal */
  runsNested(src: Tensor): boolean {
    const isOwn = this.isOwn() && this.whyNotNested() === null;
    return isOwn && encodesFast(this, src, this.gelu(), CLASSES);
  }

  /** The layer on a nested tensor; see {@link runsNested}. @internal */
  forwardNested(sequences: Tensor): Tensor {
    return encodeFast(this, sequences, { padding: null, attnMask: null }, this.gelu() === true);
  }

  override forward(src: Tensor, options?: EncoderOptions): Tensor;
  override forward(src: Tensor, srcMask?: Tensor | null, srcKeyPaddingMask?: Tensor | null, isCausal?: boolean): Tensor;
  override forward(src: Tensor, ...rest: unknown[]): Tensor {
    const srcMask = rest[0] as Tensor | null;
    const srcKeyPaddingMask = rest[1] as Tensor | null;
    const isCausal = rest[2] as boolean;
    if (!this.training && srcMask === null && srcKeyPaddingMask === null && isMadeOf(this, CLASSES)) {
      const output = encodeAtOnce(this, src, this.gelu());
      if (output) return output;
    }
    const keyPaddingMask = additiveMask(srcKeyPaddingMask, 'srcKeyPaddingMask', src.dtype);
    const attnMask = additiveMask(srcMask, 'srcMask', src.dtype);
    if (!this.training && encodesFast(this, src, this.gelu(), CLASSES)) {
      return encodeFast(this, src, { padding: keyPaddingMask, attnMask }, this.gelu() === true);
    }
    const named = { attnMask, keyPaddingMask, needWeights: false, isCausal };
    const x = this.attendAndAdd(0, src, this.norm1, this.dropout1, (y) => this.selfAttn.forward(y, y, y, named)[0]);
    return this.feed(x, this.norm2, this.dropout2);
  }
}

/**
 * Self-attention, attention to the encoder's output, and a feed-forward block. Options as for
 * {@link TransformerEncoderLayer}.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.TransformerDecoderLayer.html
 * @example
 * new nn.TransformerDecoderLayer(8, 2).forward(torch.randn([4, 3, 8]), torch.randn([5, 3, 8])).shape; // [4, 3, 8]
 */
export class TransformerDecoderLayer extends TransformerLayer {
  declare multiheadAttn: MultiheadAttention;
  declare norm1: LayerNorm;
  declare norm2: LayerNorm;
  declare norm3: LayerNorm;
  declare dropout1: Dropout;
  declare dropout2: Dropout;
  declare dropout3: Dropout;

  constructor(dModel: number, nhead: number, ...rest: Mixed<LayerArguments, TransformerLayerOptions<Activation>>) {
    super();
    const values = this.build([dModel, nhead, ...rest]);
    this.selfAttn = this.attention(values);
    this.multiheadAttn = this.attention(values);
    this.feedForward(values);
    this.norm1 = this.norm(values);
    this.norm2 = this.norm(values);
    this.norm3 = this.norm(values);
    this.dropout1 = new Dropout(values.dropout);
    this.dropout2 = new Dropout(values.dropout);
    this.dropout3 = new Dropout(values.dropout);
  }

  static {
    takes(this, DECODER);
  }

  override forward(tgt: Tensor, memory: Tensor, options?: DecoderOptions): Tensor;
  override forward(tgt: Tensor, memory: Tensor, ...masks: DecoderMasks): Tensor;
  override forward(tgt: Tensor, memory: Tensor, ...masks: unknown[]): Tensor {
    const [tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal] =
      masks as DecoderMasks;
    const toSelf = { attnMask: tgtMask, keyPaddingMask: tgtKeyPaddingMask, isCausal: tgtIsCausal ?? false };
    const toMemory = { attnMask: memoryMask, keyPaddingMask: memoryKeyPaddingMask, isCausal: memoryIsCausal ?? false };
    const needWeights = false;
    const own = (y: Tensor): Tensor => this.selfAttn.forward(y, y, y, { ...toSelf, needWeights })[0];
    const other = (y: Tensor): Tensor => this.multiheadAttn.forward(y, memory, memory, { ...toMemory, needWeights })[0];
    const first = this.attendAndAdd(0, tgt, this.norm1, this.dropout1, own);
    const second = this.attendAndAdd(1, first, this.norm2, this.dropout2, other);
    return this.feed(second, this.norm3, this.dropout3);
  }
}
