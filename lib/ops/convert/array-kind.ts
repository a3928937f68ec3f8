/** The kind of typed array that a program expects of a tensor. */
import { optional, value } from '../../arguments/fields';
import { typeError } from '../../errors';
import type { Tensor } from '../../tensor/tensor';
import type { TypedArray } from '../creation/typed-array';

/** A class of typed arrays, as `Float32Array`. */
export interface ArrayKind<A extends TypedArray> {
  new (length: number): A;
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
}

const isKind = (given: unknown): boolean =>
  typeof given === 'function' && typeof (given as Partial<ArrayKind<TypedArray>>).BYTES_PER_ELEMENT === 'number';

export const ARRAY_KIND = {
  kind: optional({ ...value<ArrayKind<TypedArray>>('a class of typed arrays', isKind), object: true }),
};

/** The array, if it is of that kind. Names are compared, since each realm has classes of its own. */
export function ofKind(
  { dtype }: Tensor,
  label: string,
  array: TypedArray,
  kind: ArrayKind<TypedArray> | undefined,
): TypedArray {
  const name = (array as unknown as { [Symbol.toStringTag]: string })[Symbol.toStringTag];
  if (kind === undefined || kind.name === name) return array;
  throw typeError(`${label}(): a tensor of ${dtype} gives a ${name}, not a ${kind.name}; convert it first`);
}
