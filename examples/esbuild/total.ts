import type { Tensor } from 'libtorch-node';

/** A separate file, so that there is something to bundle. */
export function total(x: Tensor): number {
  return Number(x.sum().item());
}
