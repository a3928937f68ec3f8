import type { DeviceLike } from '../../device';
import type { DType } from '../../dtype';
import type { Tensor } from '../../tensor-methods';
import { trim } from '../args';
import { ModuleList } from '../containers/module-list';
import { deepCopy } from '../copy';
import { runtimeError } from '../failures';
import { aten } from '../functional/define';
import { xavierUniform_ } from '../init';
import { Layer } from '../layer';
import { Module } from '../module';
import { FACTORY, type Rest, bool, choice, either, float, int, nullable, refuseUnknown, value } from '../options';
import { MultiheadAttention, additiveMask } from './attention';
import { Dropout } from './dropout';
import { Linear } from './linear';
import { LayerNorm } from './normalization';

/** A function between the feed-forward layers, or the name of one. */
export type Activation = 'relu' | 'gelu' | ((x: Tensor) => Tensor);

const activation = either(
  choice(['relu', 'gelu']),
  value<Activation>('a function', (v) => typeof v === 'function' || v instanceof Module),
  'relu',
);
const SHARED = {
  ...{ dimFeedforward: int(2048), dropout: float(0.1), activation, layerNormEps: float(1e-5) },
  ...{ batchFirst: bool(false), normFirst: bool(false), bias: bool(true), ...FACTORY },
};
const LAYER = { dModel: int(), nhead: int(), ...SHARED };
const HIDDEN = ['dModel', 'nhead', 'dimFeedforward', 'dropout', 'layerNormEps', 'batchFirst', 'bias'];

/** Masks of an encoder layer. */
export interface EncoderOptions {
  readonly srcMask?: Tensor | null;
  readonly srcKeyPaddingMask?: Tensor | null;
  readonly isCausal?: boolean;
}

/** Masks of a decoder layer. */
export interface DecoderOptions {
  readonly tgtMask?: Tensor | null;
  readonly memoryMask?: Tensor | null;
  readonly tgtKeyPaddingMask?: Tensor | null;
  readonly memoryKeyPaddingMask?: Tensor | null;
  readonly tgtIsCausal?: boolean | null;
  readonly memoryIsCausal?: boolean;
}

const ENCODER = ['srcMask', 'srcKeyPaddingMask', 'isCausal'];
const STACK = ['mask', 'srcKeyPaddingMask', 'isCausal'];
const DECODER = ['tgtMask', 'memoryMask', 'tgtKeyPaddingMask', 'memoryKeyPaddingMask', 'tgtIsCausal', 'memoryIsCausal'];
const WHOLE = [...DECODER, 'srcMask', 'srcKeyPaddingMask', 'srcIsCausal'];

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

  protected block(x: Tensor, last: Dropout): Tensor {
    return last.forward(this.linear2.forward(this.dropout.forward(this.activate(this.linear1.forward(x)))));
  }

  override keyOf(property: string): string {
    return { selfAttn: 'self_attn', multiheadAttn: 'multihead_attn' }[property] ?? super.keyOf(property);
  }
}

/**
 * Self-attention and a feed-forward block: `[S, N, dModel]`, with `batchFirst` `[N, S, dModel]`.
 *
 * Options: `dimFeedforward` 2048, `dropout` 0.1, `activation` 'relu', `layerNormEps` 1e-5, `batchFirst` false,
 * `normFirst` false, `bias` true.
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

  constructor(dModel: number, nhead: number, ...rest: Rest<typeof LAYER>) {
    super();
    const values = this.build([dModel, nhead, ...rest]);
    this.selfAttn = this.attention(values);
    this.feedForward(values);
    this.norm1 = this.norm(values);
    this.norm2 = this.norm(values);
    this.dropout1 = new Dropout(values.dropout);
    this.dropout2 = new Dropout(values.dropout);
  }

  override forward(src: Tensor, options: EncoderOptions = {}): Tensor {
    refuseUnknown('TransformerEncoderLayer.forward', options, ENCODER);
    const padding = additiveMask(options.srcKeyPaddingMask ?? null, 'srcKeyPaddingMask', src.dtype);
    const mask = additiveMask(options.srcMask ?? null, 'srcMask', src.dtype);
    const attend = (x: Tensor): Tensor => {
      const named = {
        attnMask: mask,
        keyPaddingMask: padding,
        needWeights: false,
        isCausal: options.isCausal ?? false,
      };
      return this.dropout1.forward(this.selfAttn.forward(x, x, x, named)[0]);
    };
    const feed = (x: Tensor): Tensor => this.block(x, this.dropout2);
    if (this.normFirst) {
      const x = aten('add')(src, attend(this.norm1.forward(src)));
      return aten('add')(x, feed(this.norm2.forward(x)));
    }
    const x = this.norm1.forward(aten('add')(src, attend(src)));
    return this.norm2.forward(aten('add')(x, feed(x)));
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

  constructor(dModel: number, nhead: number, ...rest: Rest<typeof LAYER>) {
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

  override forward(tgt: Tensor, memory: Tensor, options: DecoderOptions = {}): Tensor {
    refuseUnknown(`${this.displayName()}.forward`, options, DECODER);
    const { tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal } = options;
    const toSelf = { attnMask: tgtMask, keyPaddingMask: tgtKeyPaddingMask, isCausal: tgtIsCausal ?? false };
    const toMemory = { attnMask: memoryMask, keyPaddingMask: memoryKeyPaddingMask, isCausal: memoryIsCausal ?? false };
    const needWeights = false;
    const own = (x: Tensor): Tensor =>
      this.dropout1.forward(this.selfAttn.forward(x, x, x, { ...toSelf, needWeights })[0]);
    const other = (x: Tensor): Tensor =>
      this.dropout2.forward(this.multiheadAttn.forward(x, memory, memory, { ...toMemory, needWeights })[0]);
    const steps: [LayerNorm, (x: Tensor) => Tensor][] = [
      [this.norm1, own],
      [this.norm2, other],
      [this.norm3, (x) => this.block(x, this.dropout3)],
    ];
    return steps.reduce((x, [norm, step]) => {
      if (this.normFirst) return aten('add')(x, step(norm.forward(x)));
      return norm.forward(aten('add')(x, step(x)));
    }, tgt);
  }
}

/** Whether a mask is the causal one; a hint, if given, is believed. */
function isCausalMask(
  mask: Tensor | null | undefined,
  hint: boolean | null | undefined,
  size: number | undefined,
): boolean {
  if (hint != null) return hint;
  if (!mask) return false;
  const causal = Transformer.generateSquareSubsequentMask(size ?? mask.shape.at(-2) ?? 0, {
    device: mask.device,
    dtype: mask.dtype.isFloatingPoint ? mask.dtype : undefined,
  });
  if (mask.shape.join() !== causal.shape.join() || !mask.dtype.isFloatingPoint) return false;
  return Boolean(aten('all')(aten('eq')(mask, causal)).item());
}

function sequenceLength(x: Tensor, batchFirst: boolean): number | undefined {
  return x.ndim === 2 ? x.shape[0] : x.shape[batchFirst ? 1 : 0];
}

function copies<M extends Module>(layer: M, count: number): ModuleList<M> {
  return new ModuleList(Array.from({ length: count }, () => deepCopy(layer)));
}

/**
 * A stack of copies of an encoder layer, and a norm at the end if one is given.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.TransformerEncoder.html
 * @example
 * const encoder = new nn.TransformerEncoder(new nn.TransformerEncoderLayer(8, 2), 6);
 * encoder.forward(torch.randn([5, 3, 8])).shape; // [5, 3, 8]
 */
export class TransformerEncoder extends Layer {
  readonly layers: ModuleList<TransformerEncoderLayer>;
  readonly numLayers: number;
  norm: LayerNorm | null;

  constructor(encoderLayer: TransformerEncoderLayer, numLayers: number, norm: LayerNorm | null = null) {
    super();
    this.layers = copies(encoderLayer, numLayers);
    this.numLayers = numLayers;
    this.norm = norm;
  }

  override forward(src: Tensor, options: Omit<EncoderOptions, 'srcMask' | 'isCausal'> & EncoderMasks = {}): Tensor {
    refuseUnknown('TransformerEncoder.forward', options, STACK);
    const { mask: srcMask = null, srcKeyPaddingMask = null } = options;
    const size = sequenceLength(src, this.layers.at(0).selfAttn.batchFirst);
    const isCausal = isCausalMask(srcMask, options.isCausal, size);
    let output = src;
    for (const layer of this.layers) output = layer.forward(output, { srcMask, srcKeyPaddingMask, isCausal });
    return this.norm ? this.norm.forward(output) : output;
  }
}

export interface EncoderMasks {
  readonly mask?: Tensor | null;
  /** null: find out. */
  readonly isCausal?: boolean | null;
}

/**
 * A stack of copies of a decoder layer, and a norm at the end if one is given.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.TransformerDecoder.html
 * @example
 * const decoder = new nn.TransformerDecoder(new nn.TransformerDecoderLayer(8, 2), 6);
 * decoder.forward(torch.randn([4, 3, 8]), torch.randn([5, 3, 8])).shape; // [4, 3, 8]
 */
export class TransformerDecoder extends Layer {
  readonly layers: ModuleList<TransformerDecoderLayer>;
  readonly numLayers: number;
  norm: LayerNorm | null;

  constructor(decoderLayer: TransformerDecoderLayer, numLayers: number, norm: LayerNorm | null = null) {
    super();
    this.layers = copies(decoderLayer, numLayers);
    this.numLayers = numLayers;
    this.norm = norm;
  }

  override forward(tgt: Tensor, memory: Tensor, options: DecoderOptions = {}): Tensor {
    refuseUnknown(`${this.displayName()}.forward`, options, DECODER);
    const size = sequenceLength(tgt, this.layers.at(0).selfAttn.batchFirst);
    const tgtIsCausal = isCausalMask(options.tgtMask, options.tgtIsCausal, size);
    let output = tgt;
    for (const layer of this.layers) output = layer.forward(output, memory, { ...options, tgtIsCausal });
    return this.norm ? this.norm.forward(output) : output;
  }
}

const TRANSFORMER = {
  ...{ dModel: int(512), nhead: int(8), numEncoderLayers: int(6), numDecoderLayers: int(6), ...SHARED },
  customEncoder: nullable(value<Module>('a module', (v) => v instanceof Module)),
  customDecoder: nullable(value<Module>('a module', (v) => v instanceof Module)),
};

/** Masks of a whole transformer. */
export interface TransformerOptions extends DecoderOptions {
  readonly srcMask?: Tensor | null;
  readonly srcKeyPaddingMask?: Tensor | null;
  readonly srcIsCausal?: boolean | null;
}

/**
 * Encoder and decoder. Options: `dModel` 512, `nhead` 8, `numEncoderLayers` and `numDecoderLayers` 6,
 * `customEncoder`, `customDecoder`, and those of {@link TransformerEncoderLayer}.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Transformer.html
 * @example
 * const transformer = new nn.Transformer({ dModel: 8, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 1 });
 * transformer.forward(torch.randn([5, 3, 8]), torch.randn([4, 3, 8])).shape; // [4, 3, 8]
 */
export class Transformer extends Layer {
  declare readonly dModel: number;
  declare readonly nhead: number;
  declare readonly batchFirst: boolean;
  encoder: TransformerEncoder;
  decoder: TransformerDecoder;

  constructor(...rest: Rest<typeof TRANSFORMER>) {
    super();
    const hidden = Object.keys(TRANSFORMER).filter((name) => !['dModel', 'nhead', 'batchFirst'].includes(name));
    const v = this.read(TRANSFORMER, trim(rest), hidden);
    const { dModel, nhead, customEncoder, customDecoder, numEncoderLayers, numDecoderLayers, ...options } = v;
    const norm = (): LayerNorm => {
      const { layerNormEps: eps, bias, device, dtype } = v;
      return new LayerNorm(dModel, { eps, bias, device, dtype });
    };
    const encoderOf = (): TransformerEncoder => {
      const layer = new TransformerEncoderLayer(dModel, nhead, options);
      return new TransformerEncoder(layer, numEncoderLayers, norm());
    };
    const decoderOf = (): TransformerDecoder => {
      const layer = new TransformerDecoderLayer(dModel, nhead, options);
      return new TransformerDecoder(layer, numDecoderLayers, norm());
    };
    this.encoder = (customEncoder as TransformerEncoder | null) ?? encoderOf();
    this.decoder = (customDecoder as TransformerDecoder | null) ?? decoderOf();
    for (const parameter of this.parameters()) if (parameter.ndim > 1) xavierUniform_(parameter);
  }

  override forward(src: Tensor, tgt: Tensor, options: TransformerOptions = {}): Tensor {
    refuseUnknown('Transformer.forward', options, WHOLE);
    const batch = this.batchFirst ? 0 : 1;
    if (src.ndim === 3 && src.shape[batch] !== tgt.shape[batch]) {
      throw runtimeError('the batch number of src and tgt must be equal');
    }
    if (src.shape.at(-1) !== this.dModel || tgt.shape.at(-1) !== this.dModel) {
      throw runtimeError('the feature number of src and tgt must be equal to dModel');
    }
    const { srcMask = null, srcKeyPaddingMask = null, srcIsCausal = null, ...rest } = options;
    const memory = this.encoder.forward(src, { mask: srcMask, srcKeyPaddingMask, isCausal: srcIsCausal });
    return this.decoder.forward(tgt, memory, rest);
  }

  /** `[size, size]` with -∞ above the diagonal: no position sees later ones. */
  static generateSquareSubsequentMask(
    size: number,
    { device, dtype }: { device?: DeviceLike | undefined; dtype?: DType | undefined } = {},
  ): Tensor {
    return aten('triu')(aten('full')([size, size], -Infinity, { device, dtype }), 1);
  }
}
