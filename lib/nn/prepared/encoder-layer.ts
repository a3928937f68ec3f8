import { native } from '../../native/binding';
import type { PackedEncoderBox } from '../../native/contract/prepared';
import { type Tensor, handleOf, isTensor, wrap } from '../../ops/tensor-methods';
import { takes } from '../forward-arguments';
import type { Module } from '../module';
import { isPlain } from '../module-hooks';
import { ENCODER, TransformerEncoderLayer } from '../modules/transformer-layer';
import { arePlain } from './plain';
import { become } from './become';

const packs = new WeakMap<Module, PackedEncoderBox | null>();

/** An encoder layer in inference: packed weights, and one call for the layer where there are no masks. */
export class PreparedEncoderLayer extends TransformerEncoderLayer {
  static {
    takes(this, ENCODER);
  }

  /** The layer as this class, or null where it has parts that the kernel does not know. */
  static from(layer: TransformerEncoderLayer): PreparedEncoderLayer | null {
    return layer.asOneOperator() ? become(layer, PreparedEncoderLayer) : null;
  }

  protected override isOwn(): boolean {
    return isPlain(this, PreparedEncoderLayer);
  }

  override forward(src: Tensor, ...rest: unknown[]): Tensor {
    const [srcMask, srcKeyPaddingMask, isCausal] = rest;
    if (!srcMask && !srcKeyPaddingMask && !isCausal) {
      const packed = packedOf(this);
      const output = packed && native.runPackedEncoder(packed, handleOf(src));
      if (output !== null) return wrap(output);
    }
    return super.forward(src, ...(rest as []));
  }
}

function packedOf(layer: TransformerEncoderLayer): PackedEncoderBox | null {
  const former = packs.get(layer);
  if (former !== undefined) return former;
  const { selfAttn, norm1, norm2, linear1, linear2 } = layer;
  const { inProjWeight, inProjBias, outProj, numHeads } = selfAttn;
  const parts = [outProj, norm1, norm2, linear1, linear2].flatMap(({ weight, bias }) => [weight, bias]);
  const tensors = [inProjWeight, inProjBias, ...parts].filter(isTensor);
  const known = layer.asOneOperator();
  const packed =
    tensors.length === 12 && arePlain(tensors) && known
      ? native.packEncoder(tensors.map(handleOf), numHeads, known.gelu, layer.normFirst, norm1.eps)
      : null;
  packs.set(layer, packed);
  return packed;
}
