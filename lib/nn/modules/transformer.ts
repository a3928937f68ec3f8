import type { DeviceLike } from '../../device';
import type { DType } from '../../dtype';
import type { Tensor } from '../../tensor-methods';
import { ModuleList } from '../containers/module-list';
import { deepCopy } from '../copy';
import { aten } from '../functional/define';
import { xavierUniform_ } from '../init';
import { Layer } from '../layer';
import { Module } from '../module';
import { LayerNorm } from './normalization';
import {
  DECODER,
  type DecoderOptions,
  type EncoderOptions,
  SHARED,
  TransformerDecoderLayer,
  TransformerEncoderLayer,
} from './transformer-layer';
import { refuseUnknown, trim } from '../../arguments/read';
import { runtimeError } from '../../errors';
import { type Rest, int, nullable, value } from '../../arguments/fields';

const STACK = ['mask', 'srcKeyPaddingMask', 'isCausal'];
const WHOLE = [...DECODER, 'srcMask', 'srcKeyPaddingMask', 'srcIsCausal'];

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
