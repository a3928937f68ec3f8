import { native } from '../../native/binding';
import type { Int8DenseBox } from '../../native/contract/prepared';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { takes } from '../forward-arguments';
import type { Module } from '../module';
import { Linear } from '../modules/linear';
import { tensor } from '../../tensor/arguments';
import { type Fused, NONE } from './activation';
import { become } from './become';
import { arePlain } from './plain';

const packs = new WeakMap<Module, Int8DenseBox | null>();

/** A linear layer in inference with weights of 8 bits, one scale for each output; inputs are quantized in each call by their range. */
export class Int8Linear extends Linear {
  declare readonly activation: Fused;

  static {
    takes(this, { input: tensor() });
  }

  static from(linear: Linear, activation: Fused = NONE): Int8Linear {
    const layer = become(linear, Int8Linear, { activation });
    packedOf(layer);
    return layer;
  }

  override forward(input: Tensor): Tensor {
    const packed = packedOf(this);
    const output = packed && native.runInt8Dense(packed, handleOf(input));
    return this.activation.apply(output === null ? super.forward(input) : wrap(output));
  }

  override extraRepr(): string {
    const { activation } = this;
    return `${super.extraRepr()}, dtype=qint8${activation === NONE ? '' : `, activation=${activation.name}`}`;
  }
}

/** The packed weight, or null where the kernels do not take it. */
function packedOf(layer: Linear): Int8DenseBox | null {
  const known = packs.get(layer);
  if (known !== undefined) return known;
  const { weight, bias } = layer;
  const fits = arePlain([weight, bias]) && weight.numel() > 0;
  const packed = fits ? native.packInt8Dense(handleOf(weight), bias && handleOf(bias)) : null;
  packs.set(layer, packed);
  return packed;
}
