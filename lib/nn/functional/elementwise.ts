import { aten, define } from './define';
import { bool } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

export const input = tensor();
export const inplace = bool(false);

/** A function whose only option is `inplace`. */
export function plain(
  name: 'silu' | 'mish' | 'hardsigmoid' | 'hardswish' | 'relu' | 'relu6' | 'selu',
  operator: string = name,
) {
  return define(name, { input, inplace }, (v) => aten(v.inplace ? `${operator}_` : operator)(v.input));
}
