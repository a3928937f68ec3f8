import type { Activation } from './transformer-layer';
import type { DecoderStackOptions, EncoderStackOptions, FactoryOptions, TransformerModelOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import type { Tensor } from '../../ops/tensor-methods';
import { ModuleList } from '../containers/module-list';
import { deepCopy } from '../copy';
import { aten } from '../functional/define';
import { xavierUniform_ } from '../init';
import { takes } from '../forward-arguments';
import { Layer, factoryOptions } from '../layer';
import { Module } from '../module';
import { isHooked, isPlain } from '../module-hooks';
import { isRecorded } from '../recorded';
import { additiveMask } from '../functional/multi-head-attention';
import { LayerNorm } from './normalization';
import {
  DECODER,
  type DecoderMasks,
  type DecoderOptions,
  type EncoderOptions,
  SHARED,
  TransformerDecoderLayer,
  TransformerEncoderLayer,
} from './transformer-layer';
import { readArguments, trim } from '../../arguments/read';
import { runtimeError, warn } from '../../errors';
import { bool, int, nullable, value } from '../../arguments/fields';
import { FACTORY, tensor } from '../../tensor/arguments';

const mask = nullable(tensor());
const ENCODER = { src: tensor(), mask, srcKeyPaddingMask: mask, isCausal: nullable(bool()) };
// In Python's order.
const WHOLE = {
  ...{ src: tensor(), tgt: tensor(), srcMask: mask, tgtMask: mask, memoryMask: mask, srcKeyPaddingMask: mask },
  ...{ tgtKeyPaddingMask: mask, memoryKeyPaddingMask: mask, srcIsCausal: nullable(bool()) },
  ...{ tgtIsCausal: nullable(bool()), memoryIsCausal: bool(false) },
};
const STACK = { numLayers: int(), norm: nullable(value<LayerNorm>('a module', (v) => v instanceof Module)) };
const ENCODER_STACK = {
  encoderLayer: value<TransformerEncoderLayer>('a module', (v) => v instanceof Module),
  ...{ ...STACK, enableNestedTensor: bool(true), maskCheck: bool(true) },
};
const DECODER_STACK = {
  decoderLayer: value<TransformerDecoderLayer>('a module', (v) => v instanceof Module),
  ...STACK,
};

/** Whether a mask is the causal one; a hint, if given, is believed. */
function isCausalMask(
  mask: Tensor | null | undefined,
  hint: boolean | null | undefined,
  size: number | undefined,
): boolean {
  if (hint != null) return hint;
  // The mask says the same as the hint.
  if (!mask || isRecorded()) return false;
  const causal = Transformer.generateSquareSubsequentMask(size ?? mask.shape.at(-2) ?? 0, {
    device: mask.device,
    dtype: mask.dtype.isFloatingPoint ? mask.dtype : null,
  });
  if (mask.shape.join() !== causal.shape.join() || !mask.dtype.isFloatingPoint) return false;
  return Boolean(aten('all')(aten('eq')(mask, causal)).item());
}

function sequenceLength(x: Tensor, batchFirst: boolean): number | undefined {
  return x.ndim === 2 ? x.shape[0] : x.shape[batchFirst ? 1 : 0];
}

/** One layer of a stack. Without masks, one of this library is given nothing else: arguments by name take time to read. */
function encodeBy(layer: TransformerEncoderLayer, src: Tensor, options: Required<EncoderOptions>): Tensor {
  const { srcMask, srcKeyPaddingMask, isCausal } = options;
  const isBare = srcMask === null && srcKeyPaddingMask === null && !isCausal;
  if (isBare && isPlain(layer, TransformerEncoderLayer) && !isHooked(layer)) return layer.forward(src);
  return layer.forward(src, options);
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
  /**
   * In inference with `srcKeyPaddingMask`, compute no padding: the positions that it leaves out are zero in the result.
   * Needs a layer with `batchFirst` and without `normFirst`; see {@link TransformerEncoderLayer}.
   */
  readonly enableNestedTensor: boolean;
  /** Do so only if all padding stands at the end of each sequence, which is looked at in each call. */
  readonly maskCheck: boolean;

  constructor(
    encoderLayer: TransformerEncoderLayer,
    numLayers: number,
    ...rest: Mixed<
      [norm?: LayerNorm | null, enableNestedTensor?: boolean, maskCheck?: boolean],
      EncoderStackOptions<LayerNorm>
    >
  ) {
    super();
    const given = readArguments('TransformerEncoder', ENCODER_STACK, trim([encoderLayer, numLayers, ...rest]));
    this.layers = copies(given.encoderLayer, given.numLayers);
    this.numLayers = given.numLayers;
    this.norm = given.norm;
    this.enableNestedTensor = given.enableNestedTensor;
    this.maskCheck = given.maskCheck;
    const isKnown = given.encoderLayer instanceof TransformerEncoderLayer;
    const reason = isKnown ? given.encoderLayer.whyNotNested() : 'it was not a TransformerEncoderLayer';
    if (given.enableNestedTensor && reason !== null) {
      warn(
        `enableNestedTensor is true, but nested tensors are not used because encoderLayer${isKnown ? '.' : ': '}${reason}`,
      );
    }
  }

  static {
    takes(this, ENCODER);
  }

  /** The sequences without their padding, under Python's conditions; null where these are not fulfilled. */
  private nest(src: Tensor, padding: Tensor): Tensor | null {
    if (!this.enableNestedTensor || src.ndim !== 3) return null;
    const layers = [...this.layers];
    if (!layers.every((layer) => layer instanceof TransformerEncoderLayer && layer.runsNested(src))) return null;
    const kept = aten('logical_not')(additiveMask(padding, 'srcKeyPaddingMask', src.dtype) as Tensor);
    const isLeftAligned = aten('_nested_tensor_from_mask_left_aligned') as unknown as (...a: Tensor[]) => boolean;
    if (this.maskCheck && !isLeftAligned(src, kept)) return null;
    return aten('_nested_tensor_from_mask')(src, kept, false);
  }

  private forwardNested(sequences: Tensor, src: Tensor): Tensor {
    let output = sequences;
    for (const layer of this.layers) output = layer.forwardNested(output);
    return aten('to_padded_tensor')(output, 0, src.shape);
  }

  override forward(src: Tensor, options?: EncoderMasks): Tensor;
  override forward(
    src: Tensor,
    mask?: Tensor | null,
    srcKeyPaddingMask?: Tensor | null,
    isCausal?: boolean | null,
  ): Tensor;
  override forward(src: Tensor, ...rest: unknown[]): Tensor {
    const srcMask = rest[0] as Tensor | null;
    const srcKeyPaddingMask = rest[1] as Tensor | null;
    const hint = rest[2] as boolean | null;
    // Python looks at the first layer whatever the mask, and fails without one.
    const size =
      srcMask || this.layers.length === 0 ? sequenceLength(src, this.layers.at(0).selfAttn.batchFirst) : undefined;
    const isCausal = isCausalMask(srcMask, hint, size);
    const nested = srcKeyPaddingMask && !srcMask ? this.nest(src, srcKeyPaddingMask) : null;
    let output = src;
    if (nested) output = this.forwardNested(nested, src);
    else for (const layer of this.layers) output = encodeBy(layer, output, { srcMask, srcKeyPaddingMask, isCausal });
    return this.norm ? this.norm.forward(output) : output;
  }
}

/** Masks of an encoder. */
export interface EncoderMasks {
  /** Which source positions each source position may attend to: `[S, S]`. @defaultValue null */
  readonly mask?: Tensor | null;
  /** Source positions that are padding: `[N, S]`. @defaultValue null */
  readonly srcKeyPaddingMask?: Tensor | null;
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

  constructor(
    decoderLayer: TransformerDecoderLayer,
    numLayers: number,
    ...rest: Mixed<[norm?: LayerNorm | null], DecoderStackOptions<LayerNorm>>
  ) {
    super();
    const given = readArguments('TransformerDecoder', DECODER_STACK, trim([decoderLayer, numLayers, ...rest]));
    this.layers = copies(given.decoderLayer, given.numLayers);
    this.numLayers = given.numLayers;
    this.norm = given.norm;
  }

  static {
    takes(this, DECODER);
  }

  override forward(tgt: Tensor, memory: Tensor, options?: DecoderOptions): Tensor;
  override forward(tgt: Tensor, memory: Tensor, ...masks: DecoderMasks): Tensor;
  override forward(tgt: Tensor, memory: Tensor, ...masks: unknown[]): Tensor {
    const [tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, hint, memoryIsCausal] = masks as DecoderMasks;
    const size = sequenceLength(tgt, this.layers.at(0).selfAttn.batchFirst);
    const tgtIsCausal = isCausalMask(tgtMask, hint, size);
    const options = { tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal };
    let output = tgt;
    for (const layer of this.layers) output = layer.forward(output, memory, options);
    return this.norm ? this.norm.forward(output) : output;
  }
}

const SQUARE = { sz: int(), ...FACTORY };
const TRANSFORMER = {
  ...{ dModel: int(512), nhead: int(8), numEncoderLayers: int(6), numDecoderLayers: int(6) },
  ...{ dimFeedforward: SHARED.dimFeedforward, dropout: SHARED.dropout, activation: SHARED.activation },
  customEncoder: nullable(value<Module>('a module', (v) => v instanceof Module)),
  customDecoder: nullable(value<Module>('a module', (v) => v instanceof Module)),
  ...{ layerNormEps: SHARED.layerNormEps, batchFirst: SHARED.batchFirst, normFirst: SHARED.normFirst },
  ...{ bias: SHARED.bias, ...FACTORY },
};

/** Masks of a whole transformer. */
export interface TransformerOptions extends DecoderOptions {
  /** Which source positions each source position may attend to: `[S, S]`. @defaultValue null */
  readonly srcMask?: Tensor | null;
  /** Source positions that are padding: `[N, S]`. @defaultValue null */
  readonly srcKeyPaddingMask?: Tensor | null;
  /** `srcMask` is causal. @defaultValue null, which looks at the mask */
  readonly srcIsCausal?: boolean | null;
}

/** Masks of a whole transformer in Python's order. */
export type TransformerMasks = [
  srcMask?: Tensor | null,
  tgtMask?: Tensor | null,
  memoryMask?: Tensor | null,
  srcKeyPaddingMask?: Tensor | null,
  tgtKeyPaddingMask?: Tensor | null,
  memoryKeyPaddingMask?: Tensor | null,
  srcIsCausal?: boolean | null,
  tgtIsCausal?: boolean | null,
  memoryIsCausal?: boolean,
];

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

  constructor(
    ...rest: Mixed<
      [
        dModel?: number,
        nhead?: number,
        numEncoderLayers?: number,
        numDecoderLayers?: number,
        dimFeedforward?: number,
        dropout?: number,
        activation?: Activation,
        customEncoder?: Module | null,
        customDecoder?: Module | null,
        layerNormEps?: number,
        batchFirst?: boolean,
        normFirst?: boolean,
        bias?: boolean,
        device?: DeviceLike | null,
        dtype?: DType | null,
      ],
      TransformerModelOptions<Activation, Module>
    >
  ) {
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

  static {
    takes(this, WHOLE);
  }

  override forward(src: Tensor, tgt: Tensor, options?: TransformerOptions): Tensor;
  override forward(src: Tensor, tgt: Tensor, ...masks: TransformerMasks): Tensor;
  override forward(src: Tensor, tgt: Tensor, ...masks: unknown[]): Tensor {
    const batch = this.batchFirst ? 0 : 1;
    if (src.ndim === 3 && src.shape[batch] !== tgt.shape[batch]) {
      throw runtimeError('the batch number of src and tgt must be equal');
    }
    if (src.shape.at(-1) !== this.dModel || tgt.shape.at(-1) !== this.dModel) {
      throw runtimeError('the feature number of src and tgt must be equal to dModel');
    }
    const [srcMask, tgtMask, memoryMask, srcKeyPaddingMask, tgtKeyPaddingMask, memoryKeyPaddingMask, ...hints] =
      masks as TransformerMasks;
    const [srcIsCausal, tgtIsCausal, memoryIsCausal] = hints;
    const memory = this.encoder.forward(src, { mask: srcMask, srcKeyPaddingMask, isCausal: srcIsCausal });
    return this.decoder.forward(tgt, memory, {
      ...{ tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask, tgtIsCausal, memoryIsCausal },
    });
  }

  /** `[size, size]` with -∞ above the diagonal: no position sees later ones. */
  static generateSquareSubsequentMask(
    size: number,
    ...rest: Mixed<[device?: DeviceLike | null, dtype?: DType | null], FactoryOptions>
  ): Tensor {
    const { sz, ...factory } = readArguments('generateSquareSubsequentMask', SQUARE, [size, ...rest]);
    const { device, dtype } = factoryOptions(factory);
    return aten('triu')(aten('full')([sz, sz], -Infinity, { device, dtype }), 1);
  }
}
