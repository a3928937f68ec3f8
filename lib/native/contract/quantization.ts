/** What the addon exports for quantized layers. The names are listed in `lib/native/contract.ts`. */
import type { Box, Handle } from '../values';

/** Weights in the layout of libtorch's quantized kernels. */
export type PackedBox = Box<'PackedWeights'>;

export interface QuantizationNative {
  /** Calls an operator on packed weights. Its arguments are all given, in the order of its schema. */
  callPacked(name: string, overload: string, args: readonly unknown[]): (Handle | PackedBox | null)[];
}
