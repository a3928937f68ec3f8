import type { Tensor } from '../../ops/tensor-methods';
import { value } from '../../arguments/fields';

/** The sizes of pools. */

export type Ints = number | readonly number[];

/** The stride; by default the size of the window. */
export const orKernel = (stride: Ints | null, kernel: Ints): Ints => stride ?? kernel;

/** A size, or null to keep the input's. */
export const outputSize = value<number | null | readonly (number | null)[]>(
  'an integer, null, or a list of those',
  (v) => [v].flat().every((n) => n === null || Number.isInteger(n)),
);

/** The sizes of `count` dimensions. */
export function fillSizes(
  x: Tensor,
  sizes: number | null | readonly (number | null)[],
  count: number,
): readonly number[] {
  const list = Array.isArray(sizes)
    ? (sizes as (number | null)[])
    : new Array<number | null>(count).fill(sizes as number);
  const extents = x.shape.slice(-count);
  return list.map((size, i) => size ?? extents[i] ?? 0);
}
