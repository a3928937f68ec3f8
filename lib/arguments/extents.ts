/** How many elements a shape has: the product of its extents. */
export function volumeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/** As Python prints a shape: `torch.Size([2, 3])`. */
export function sizeText(shape: readonly number[]): string {
  return `torch.Size([${shape.join(', ')}])`;
}
