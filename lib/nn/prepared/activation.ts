import type { Tensor } from '../../ops/tensor-methods';
import { aten } from '../functional/define';
import type { Module } from '../module';
import { isHooked, isPlain } from '../module-hooks';
import { GELU, Hardsigmoid, Hardswish, LeakyReLU, ReLU, ReLU6, SiLU, Sigmoid, Tanh } from '../modules/activation';

/** An activation that is computed with the layer before it. */
export interface Fused {
  /** Its number in native/nn/prepared/kernels.h. */
  readonly code: number;
  /** Of LeakyReLU. */
  readonly slope: number;
  readonly name: string;
  /** The same by an operator, for inputs that the kernels do not take. */
  readonly apply: (x: Tensor) => Tensor;
}

type Class = abstract new (...args: never[]) => Module;
type Simple = 'relu_' | 'silu_' | 'hardswish_' | 'hardsigmoid_' | 'sigmoid_' | 'tanh_' | 'relu6_';

const simple = (Class: Class, code: number, operator: Simple): readonly [Class, Fused] => [
  Class,
  { code, slope: 0, name: Class.name, apply: (x) => aten(operator)(x) },
];

const SIMPLE = new Map<Class, Fused>([
  simple(ReLU, 1, 'relu_'),
  simple(SiLU, 4, 'silu_'),
  simple(Hardswish, 5, 'hardswish_'),
  simple(Hardsigmoid, 6, 'hardsigmoid_'),
  simple(Sigmoid, 7, 'sigmoid_'),
  simple(Tanh, 8, 'tanh_'),
  simple(ReLU6, 10, 'relu6_'),
]);

export const NONE: Fused = { code: 0, slope: 0, name: 'None', apply: (x) => x };

/** What a module computes, if it is one of these activations and nothing looks at it. */
export function fusedBy(module: Module | undefined): Fused | null {
  if (!module || isHooked(module)) return null;
  for (const [Class, fused] of SIMPLE) if (isPlain(module, Class)) return fused;
  if (isPlain(module, GELU)) {
    const approximate = (module as unknown as { readonly approximate: 'none' | 'tanh' }).approximate;
    const apply = (x: Tensor): Tensor => aten('gelu')(x, { approximate });
    return { code: approximate === 'tanh' ? 3 : 2, slope: 0, name: `GELU(${approximate})`, apply };
  }
  if (!isPlain(module, LeakyReLU)) return null;
  const { negativeSlope } = module as unknown as { readonly negativeSlope: number };
  const apply = (x: Tensor): Tensor => aten('leaky_relu')(x, negativeSlope);
  return { code: 9, slope: negativeSlope, name: `LeakyReLU(${negativeSlope})`, apply };
}
