import type { Tensor } from '../../ops/tensor-methods';
import { typeError } from '../../errors';
import { refuseSurplus } from '../../arguments/read';

/**
 * Sequences of several lengths without padding: the data of all time steps, one after the other, and the number of
 * sequences at each step. Made by `nn.utils.rnn.packPaddedSequence` and `packSequence`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.PackedSequence.html
 * @example
 * nn.utils.rnn.packSequence([torch.ones([3, 2]), torch.ones([1, 2])]).batchSizes.tolist(); // [2, 1, 1]
 */
export class PackedSequence {
  constructor(
    /** `[sum of lengths, *]`. */
    readonly data: Tensor,
    /** `[longest length]`, int64, on the CPU. */
    readonly batchSizes: Tensor,
    /** How the sequences were sorted by length, or null. */
    readonly sortedIndices: Tensor | null = null,
    readonly unsortedIndices: Tensor | null = null,
    ...surplus: []
  ) {
    refuseSurplus('PackedSequence', 4, surplus);
    if (batchSizes.device.type !== 'cpu') throw typeError('batchSizes should always be on CPU');
  }
}

/** How many sequences there are, where that is known without a look at elements. */
const counts = new WeakMap<PackedSequence, number>();

/** Notes how many sequences were packed. @internal */
export function noteCount(packed: PackedSequence, count: number): void {
  counts.set(packed, count);
}

/** How many sequences there are. @internal */
export function countOf(packed: PackedSequence): number {
  return counts.get(packed) ?? Number(packed.batchSizes.select(0, 0).item());
}
