/** How many elements a shape has: the product of its extents. */
export function volumeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}
