import { valueError } from '../../errors';
import { zeros } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { aten, atenMany } from '../functional/define';
import { PackedSequence, countOf, noteCount } from '../utils/packed-sequence';

/** What it reads of a recurrent layer. */
interface Recurrent {
  readonly allWeights: readonly (readonly Tensor[])[];
  readonly hiddenSize: number;
  readonly numLayers: number;
  readonly projSize: number;
  readonly bias: boolean;
  readonly dropout: number;
  readonly training: boolean;
  readonly bidirectional: boolean;
  readonly nonlinearity?: 'tanh' | 'relu';
  displayName(): string;
}

/**
 * RNN, LSTM and GRU on a packed sequence while a model is recorded for torch.export. libtorch's layers look at the elements of
 * `batchSizes` to learn how many sequences there are, which no graph can hold.
 *
 * @internal
 */
export function runPackedRecorded(
  layer: Recurrent,
  input: PackedSequence,
  given: readonly Tensor[] | null,
): [output: PackedSequence, states: Tensor[]] {
  const { data, batchSizes, sortedIndices, unsortedIndices } = input;
  if (data.ndim !== 2)
    throw valueError(`${layer.displayName()}: Expected packed input of 2 dimensions, got ${data.ndim}`);
  const ordered = (state: Tensor, order: Tensor | null): Tensor =>
    order ? aten('index_select')(state, 1, order) : state;
  const initial = given ? given.map((state) => ordered(state, sortedIndices)) : zeroStates(layer, input);
  const kind = layer.nonlinearity ? `rnn_${layer.nonlinearity}` : layer.displayName().toLowerCase();
  const hx = kind === 'lstm' ? initial : initial[0];
  const { bias, numLayers, dropout, training, bidirectional } = layer;
  const weights = layer.allWeights.flat();
  const [output, ...last] = atenMany(kind)(
    ...[data, batchSizes, hx, weights, bias, numLayers, dropout, training, bidirectional],
  ) as [Tensor, ...Tensor[]];
  const packed = new PackedSequence(output, batchSizes, sortedIndices, unsortedIndices);
  noteCount(packed, countOf(input));
  return [packed, last.map((state) => ordered(state, unsortedIndices))];
}

function zeroStates(layer: Recurrent, input: PackedSequence): Tensor[] {
  const { hiddenSize, numLayers, bidirectional, projSize } = layer;
  const { dtype, device } = input.data;
  const zerosOf = (size: number): Tensor =>
    zeros([numLayers * (bidirectional ? 2 : 1), countOf(input), size], { dtype, device });
  const h = zerosOf(projSize || hiddenSize);
  return layer.displayName() === 'LSTM' ? [h, zerosOf(hiddenSize)] : [h];
}
