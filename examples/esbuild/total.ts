import type { Tensor } from 'libtorch-node';

/** In a file of its own, so that there is something to bundle. */
export function total(x: Tensor): number {
  return Number(x.sum().item());
}
