import { bfloat16, float32, type DType } from '../../tensor/dtype';
import { isTensor } from '../../ops/tensor-methods';
import { aten } from '../functional/define';
import { isPlainObject } from '../../arguments/plain-object';

/** What a prepared model computes with. */
export type Precision = 'float32' | 'bfloat16' | 'int8';

/** `value` with its tensors of one dtype in another; arrays and plain objects are looked through. */
function converted(value: unknown, from: DType, to: DType): unknown {
  if (isTensor(value)) return value.dtype === from ? aten('to')(value, to) : value;
  if (Array.isArray(value)) return value.map((one) => converted(one, from, to));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, converted(one, from, to)]));
}

/** Calls `forward` with inputs in bfloat16; what it returns is in float32, as the original's. */
export function inBfloat16(forward: (...inputs: unknown[]) => unknown, inputs: readonly unknown[]): unknown {
  const output = forward(...inputs.map((input) => converted(input, float32, bfloat16)));
  return converted(output, bfloat16, float32);
}
