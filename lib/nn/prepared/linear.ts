import { native } from '../../native/binding';
import type { PackedDenseBox } from '../../native/contract/prepared';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { takes } from '../forward-arguments';
import type { Module } from '../module';
import { Linear } from '../modules/linear';
import { tensor } from '../../tensor/arguments';
import { type Fused, NONE } from './activation';
import { become } from './become';
import { arePlain } from './plain';

const packs = new WeakMap<Module, PackedDenseBox | null>();

/** A linear layer in inference: its weight is packed once, and an activation is computed in the same kernel. */
export class PreparedLinear extends Linear {
  declare readonly activation: Fused;

  static {
    takes(this, { input: tensor() });
  }

  static from(linear: Linear, activation: Fused = NONE): PreparedLinear {
    return become(linear, PreparedLinear, { activation });
  }

  override forward(input: Tensor): Tensor {
    const packed = packedOf(this);
    const { code, slope, apply } = this.activation;
    const output = packed && native.runPackedDense(packed, handleOf(input), code, slope);
    return output === null ? apply(super.forward(input)) : wrap(output);
  }

  override extraRepr(): string {
    const { activation } = this;
    return activation === NONE ? super.extraRepr() : `${super.extraRepr()}, activation=${activation.name}`;
  }
}

/** The packed weight, or null where the kernels do not take it. */
function packedOf(layer: Linear): PackedDenseBox | null {
  const known = packs.get(layer);
  if (known !== undefined) return known;
  const { weight, bias } = layer;
  const fits = arePlain([weight, bias]) && weight.numel() > 0;
  const packed = fits ? native.packDense(handleOf(weight), bias && handleOf(bias)) : null;
  packs.set(layer, packed);
  return packed;
}
