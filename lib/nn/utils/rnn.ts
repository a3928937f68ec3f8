import { int64 } from '../../dtype';
import { type Tensor, isTensor } from '../../tensor-methods';
import { aten, atenMany } from '../functional/define';
import { PackedSequence } from './packed-sequence';
import { runtimeError, valueError } from '../../errors';

/**
 * Sequences of several lengths: padding them, packing them for RNN, LSTM and GRU, and back.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#torch.nn.utils.rnn
 */
export { PackedSequence } from './packed-sequence';

export interface PackOptions {
  readonly batchFirst?: boolean;
  /** The lengths are in decreasing order. The default is true. */
  readonly enforceSorted?: boolean;
}

function lengthTensor(lengths: Tensor | readonly number[]): Tensor {
  if (isTensor(lengths)) return lengths;
  const filled = lengths.map((length) => aten('full')([], length, { dtype: int64 }));
  return filled.length ? aten('stack')(filled) : aten('empty')([0], { dtype: int64 });
}

/** Where each of the sorted ones was: the inverse permutation. */
function invert(permutation: Tensor): Tensor {
  const output = aten('empty_like')(permutation);
  const positions = aten('arange')(0, permutation.numel(), { device: permutation.device });
  return aten('scatter_')(output, 0, permutation, positions);
}

/**
 * Packs `[T, B, *]` (with `batchFirst` `[B, T, *]`), whose sequences have the given lengths.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.pack_padded_sequence.html
 */
export function packPaddedSequence(
  input: Tensor,
  lengths: Tensor | readonly number[],
  { batchFirst = false, enforceSorted = true }: PackOptions = {},
): PackedSequence {
  let sizes = lengthTensor(lengths);
  if (enforceSorted) return pack(input, sizes, batchFirst, null);
  const [sorted, order] = atenMany('sort')(sizes, -1, true) as [Tensor, Tensor];
  sizes = sorted;
  const sortedIndices = aten('to')(order, { device: input.device });
  return pack(aten('index_select')(input, batchFirst ? 0 : 1, sortedIndices), sizes, batchFirst, sortedIndices);
}

function pack(input: Tensor, lengths: Tensor, batchFirst: boolean, sortedIndices: Tensor | null): PackedSequence {
  const [data, batchSizes] = atenMany('_pack_padded_sequence')(input, lengths, batchFirst) as [Tensor, Tensor];
  return new PackedSequence(data, batchSizes, sortedIndices, sortedIndices && invert(sortedIndices));
}

export interface UnpackOptions {
  readonly batchFirst?: boolean;
  readonly paddingValue?: number;
  /** Pad to this length. */
  readonly totalLength?: number | null;
}

/**
 * The inverse of {@link packPaddedSequence}: the padded sequences and their lengths.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.pad_packed_sequence.html
 */
export function padPackedSequence(
  sequence: PackedSequence,
  { batchFirst = false, paddingValue = 0, totalLength = null }: UnpackOptions = {},
): [padded: Tensor, lengths: Tensor] {
  const longest = sequence.batchSizes.shape[0] ?? 0;
  if (totalLength !== null && totalLength < longest) {
    throw valueError(
      'Expected totalLength to be at least the length of the longest sequence in input, ' +
        `but got totalLength=${totalLength} and max sequence length being ${longest}`,
    );
  }
  const args = [sequence.data, sequence.batchSizes, batchFirst, paddingValue, totalLength ?? longest];
  const [padded, lengths] = atenMany('_pad_packed_sequence')(...args) as [Tensor, Tensor];
  const { unsortedIndices } = sequence;
  if (!unsortedIndices) return [padded, lengths];
  const onCpu = aten('to')(unsortedIndices, { device: 'cpu' });
  return [aten('index_select')(padded, batchFirst ? 0 : 1, unsortedIndices), aten('index_select')(lengths, 0, onCpu)];
}

export interface PadOptions {
  readonly batchFirst?: boolean;
  readonly paddingValue?: number;
  readonly paddingSide?: 'left' | 'right';
}

/**
 * Sequences `[L, *]` as one tensor `[T, B, *]`, with `batchFirst` `[B, T, *]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.pad_sequence.html
 */
export function padSequence(
  sequences: readonly Tensor[],
  { batchFirst = false, paddingValue = 0, paddingSide = 'right' }: PadOptions = {},
): Tensor {
  if (!Array.isArray(sequences)) throw runtimeError('padSequence: Expected an array of tensors');
  return aten('pad_sequence')(sequences, batchFirst, paddingValue, paddingSide);
}

/**
 * The sequences that {@link padSequence} padded.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.unpad_sequence.html
 */
export function unpadSequence(padded: Tensor, lengths: Tensor | readonly number[], batchFirst = false): Tensor[] {
  const rows = batchFirst ? padded : aten('transpose')(padded, 0, 1);
  const sizes = isTensor(lengths) ? atenMany('unbind')(lengths).map((length) => Number(length.item())) : lengths;
  return sizes.map((length, i) => aten('narrow')(aten('select')(rows, 0, i), 0, 0, length));
}

/**
 * Packs sequences `[L, *]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.pack_sequence.html
 */
export function packSequence(
  sequences: readonly Tensor[],
  { enforceSorted = true }: Pick<PackOptions, 'enforceSorted'> = {},
): PackedSequence {
  const lengths = sequences.map((sequence) => sequence.shape[0] ?? 0);
  return packPaddedSequence(padSequence(sequences), lengths, { enforceSorted });
}

/**
 * The sequences of a packed one.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.unpack_sequence.html
 */
export function unpackSequence(packed: PackedSequence): Tensor[] {
  const [padded, lengths] = padPackedSequence(packed, { batchFirst: true });
  return unpadSequence(padded, lengths, true);
}
