import { int64 } from '../../tensor/dtype';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { aten, atenMany } from '../functional/define';
import { PackedSequence, noteCount } from './packed-sequence';
import { valueError } from '../../errors';
import { type Values, bool, choice, either, float, int, listOfInts, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed, TableOf } from '../../arguments/signature';
import type { BatchFirstOptions } from '../options';
import { tensor, tensorList, tensors } from '../../tensor/arguments';

/**
 * Sequences of several lengths: padding them, packing them for RNN, LSTM and GRU, and back.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#torch.nn.utils.rnn
 */
export { PackedSequence } from './packed-sequence';

const LENGTHS = either(tensor(), listOfInts());

/** The options of {@link packSequence}. */
export interface PackListOptions {
  /** Expect the sequences in order of length, longest first; false sorts them. @defaultValue true */
  readonly enforceSorted?: boolean | undefined;
}

/** The options of {@link packPaddedSequence}. */
export interface PackOptions extends BatchFirstOptions, PackListOptions {}

const PACK_OPTIONS: TableOf<PackOptions> = { batchFirst: bool(false), enforceSorted: bool(true) };
const PACK = { input: tensor(), lengths: LENGTHS, ...PACK_OPTIONS };

function lengthTensor(lengths: Tensor | readonly number[]): Tensor {
  if (isTensor(lengths)) return lengths;
  const filled = lengths.map((length) => aten('full')([], length, { dtype: int64 }));
  return filled.length ? aten('stack')(filled) : aten('empty')([0], { dtype: int64 });
}

/** The inverse permutation. */
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
  ...rest: Mixed<[batchFirst?: boolean, enforceSorted?: boolean], PackOptions>
): PackedSequence {
  const given = readArguments('packPaddedSequence', PACK, [input, lengths, ...rest]);
  return packPadded(given);
}

function packPadded({ input, lengths, batchFirst, enforceSorted }: Values<typeof PACK>): PackedSequence {
  let sizes = lengthTensor(lengths);
  if (enforceSorted) return pack(input, sizes, batchFirst, null);
  const [sorted, order] = atenMany('sort')(sizes, -1, true) as [Tensor, Tensor];
  sizes = sorted;
  const sortedIndices = aten('to')(order, { device: input.device });
  return pack(aten('index_select')(input, batchFirst ? 0 : 1, sortedIndices), sizes, batchFirst, sortedIndices);
}

function pack(input: Tensor, lengths: Tensor, batchFirst: boolean, sortedIndices: Tensor | null): PackedSequence {
  const [data, batchSizes] = atenMany('_pack_padded_sequence')(input, lengths, batchFirst) as [Tensor, Tensor];
  const packed = new PackedSequence(data, batchSizes, sortedIndices, sortedIndices && invert(sortedIndices));
  noteCount(packed, input.shape[batchFirst ? 0 : 1] as number);
  return packed;
}

interface PaddingValueOptions {
  /** The value of the padding. @defaultValue 0 */
  readonly paddingValue?: number | undefined;
}

/** The options of {@link padPackedSequence}. */
export interface UnpackOptions extends BatchFirstOptions, PaddingValueOptions {
  /** Pad to this length, at least that of the longest sequence. @defaultValue null, which means the longest sequence */
  readonly totalLength?: number | null | undefined;
}

const UNPACK_OPTIONS: TableOf<UnpackOptions> = {
  ...{ batchFirst: bool(false), paddingValue: float(0), totalLength: nullable(int()) },
};
const UNPACK = {
  sequence: value<PackedSequence>('a PackedSequence', (v) => v instanceof PackedSequence),
  ...UNPACK_OPTIONS,
};

/** For the operator: as long as the longest sequence. */
const LONGEST = -1;

/**
 * The inverse of {@link packPaddedSequence}: the padded sequences and their lengths.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.pad_packed_sequence.html
 */
export function padPackedSequence(
  packed: PackedSequence,
  ...rest: Mixed<[batchFirst?: boolean, paddingValue?: number, totalLength?: number | null], UnpackOptions>
): [padded: Tensor, lengths: Tensor] {
  const given = readArguments('padPackedSequence', UNPACK, [packed, ...rest]);
  const { sequence, batchFirst, paddingValue, totalLength } = given;
  const longest = sequence.batchSizes.shape[0] ?? 0;
  if (totalLength !== null && totalLength < longest) {
    throw valueError(
      'Expected totalLength to be at least the length of the longest sequence in input, ' +
        `but got totalLength=${totalLength} and max sequence length being ${longest}`,
    );
  }
  const args = [sequence.data, sequence.batchSizes, batchFirst, paddingValue, totalLength ?? LONGEST];
  const [padded, lengths] = atenMany('_pad_packed_sequence')(...args) as [Tensor, Tensor];
  const { unsortedIndices } = sequence;
  if (!unsortedIndices) return [padded, lengths];
  const onCpu = aten('to')(unsortedIndices, { device: 'cpu' });
  return [aten('index_select')(padded, batchFirst ? 0 : 1, unsortedIndices), aten('index_select')(lengths, 0, onCpu)];
}

/** The options of {@link padSequence}. */
export interface PadOptions extends BatchFirstOptions, PaddingValueOptions {
  /** The side on which short sequences are padded. @defaultValue 'right' */
  readonly paddingSide?: 'left' | 'right' | undefined;
}

const PAD_OPTIONS: TableOf<PadOptions> = {
  ...{ batchFirst: bool(false), paddingValue: float(0), paddingSide: choice(['left', 'right'], 'right') },
};
const PAD = { sequences: tensors(), ...PAD_OPTIONS };

/**
 * Sequences `[L, *]` as one tensor `[T, B, *]`, with `batchFirst` `[B, T, *]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.pad_sequence.html
 */
export function padSequence(
  sequences: Tensor | Iterable<Tensor>,
  ...rest: Mixed<[batchFirst?: boolean, paddingValue?: number, paddingSide?: 'left' | 'right'], PadOptions>
): Tensor {
  const given = readArguments('padSequence', PAD, [sequences, ...rest]);
  // As in Python, a tensor is split along its first dimension here.
  const list = isTensor(given.sequences)
    ? atenMany('unbind')(given.sequences)
    : tensorList('padSequence', given.sequences);
  return aten('pad_sequence')(list, given.batchFirst, given.paddingValue, given.paddingSide);
}

const UNPAD = { paddedSequences: tensor(), lengths: LENGTHS, batchFirst: PACK_OPTIONS.batchFirst };

/**
 * The sequences that {@link padSequence} padded.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.unpad_sequence.html
 */
export function unpadSequence(
  padded: Tensor,
  sizesOf: Tensor | readonly number[],
  ...rest: Mixed<[batchFirst?: boolean], BatchFirstOptions>
): Tensor[] {
  const given = readArguments('unpadSequence', UNPAD, [padded, sizesOf, ...rest]);
  const { paddedSequences, lengths, batchFirst } = given;
  const rows = batchFirst ? paddedSequences : aten('transpose')(paddedSequences, 0, 1);
  const sizes = isTensor(lengths) ? atenMany('unbind')(lengths).map((length) => Number(length.item())) : lengths;
  return sizes.map((length, i) => aten('narrow')(aten('select')(rows, 0, i), 0, 0, length));
}

const PACK_LIST = { sequences: tensors(), enforceSorted: PACK_OPTIONS.enforceSorted };

/**
 * Packs sequences `[L, *]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.pack_sequence.html
 */
export function packSequence(
  sequences: Iterable<Tensor>,
  ...rest: Mixed<[enforceSorted?: boolean], PackListOptions>
): PackedSequence {
  const given = readArguments('packSequence', PACK_LIST, [sequences, ...rest]);
  const list = tensorList('packSequence', given.sequences);
  const lengths = list.map((sequence) => sequence.shape[0] ?? 0);
  return packPaddedSequence(padSequence(list), lengths, { enforceSorted: given.enforceSorted });
}

const UNPACK_LIST = { packedSequences: UNPACK.sequence };

/**
 * The sequences of a packed one.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.rnn.unpack_sequence.html
 */
export function unpackSequence(...args: [packedSequences: PackedSequence]): Tensor[] {
  const { packedSequences } = readArguments('unpackSequence', UNPACK_LIST, args);
  const [padded, lengths] = padPackedSequence(packedSequences, { batchFirst: true });
  return unpadSequence(padded, lengths, true);
}
