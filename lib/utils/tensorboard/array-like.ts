import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { type Field, value } from '../../arguments/fields';
import { float64 } from '../../tensor/dtypes';
import { valueError } from '../../errors';
import { volumeOf } from '../../arguments/extents';

/** Numbers with a shape: what Python makes an array of NumPy of. */

/** A tensor, a number, or (nested) arrays of numbers. */
export type ArrayLike = Tensor | number | readonly ArrayLike[] | Float32Array | Float64Array | Uint8Array;

export interface Numbers {
  readonly shape: readonly number[];
  readonly data: Float64Array;
  /** Whether they are bytes, whose largest value is 255 and not 1. */
  readonly bytes: boolean;
}

const fits = (given: unknown): boolean =>
  isTensor(given) || typeof given === 'number' || Array.isArray(given) || ArrayBuffer.isView(given);

/** A tensor or numbers. */
export const arrayLike = (): Field<ArrayLike> => value<ArrayLike>('a Tensor, a number or an array of numbers', fits);

function shapeOf(given: unknown): number[] {
  if (typeof given === 'number') return [];
  if (ArrayBuffer.isView(given)) return [(given as Float64Array).length];
  if (Array.isArray(given)) return [given.length, ...(given.length ? shapeOf(given[0]) : [])];
  throw valueError('expected numbers');
}

/** Anything that {@link arrayLike} takes, as numbers. */
export function numbersOf(given: ArrayLike): Numbers {
  if (isTensor(given)) {
    const plain = given.detach().cpu();
    const data = Float64Array.from(plain.to(float64).contiguous().reshape([-1]).tolist<number[]>());
    return { shape: [...given.shape], data, bytes: given.dtype.name === 'uint8' };
  }
  const shape = shapeOf(given);
  const flat = typeof given === 'number' ? [given] : [...(given as readonly unknown[])].flat(Infinity);
  const count = volumeOf(shape);
  if (flat.length !== count || flat.some((item) => typeof item !== 'number'))
    throw valueError('expected numbers of a regular shape');
  return { shape, data: Float64Array.from(flat as number[]), bytes: given instanceof Uint8Array };
}

/** The only number there is. */
export function oneNumber(given: ArrayLike): number {
  const { data, shape } = numbersOf(given);
  if (data.length === 1) return data[0] as number;
  throw valueError(
    `Tensor should contain one element (0 dimensions). Was given size: ${data.length} and ${shape.length} dimensions.`,
  );
}

/** Numbers in another order of dimensions. */
export function transpose({ shape, data, bytes }: Numbers, order: readonly number[]): Numbers {
  const strides = shape.map((_, i) => volumeOf(shape.slice(i + 1)));
  const next = order.map((axis) => shape[axis] as number);
  const steps = order.map((axis) => strides[axis] as number);
  const result = new Float64Array(data.length);
  const index = next.map(() => 0);
  let from = 0;
  for (let i = 0; i < result.length; i++) {
    result[i] = data[from] as number;
    for (let axis = next.length - 1; axis >= 0; axis--) {
      index[axis] = (index[axis] as number) + 1;
      from += steps[axis] as number;
      if ((index[axis] as number) < (next[axis] as number)) break;
      from -= (index[axis] as number) * (steps[axis] as number);
      index[axis] = 0;
    }
  }
  return { shape: next, data: result, bytes };
}
