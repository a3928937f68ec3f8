import type { GRUOptions, LSTMOptions, RNNOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import { type Tensor, handleOf, isTensor } from '../../ops/tensor-methods';
import { NativeLayer } from '../layer';
import type { Parameter } from '../parameter';
import { isRecorded } from '../recorded';
import { PackedSequence } from '../utils/packed-sequence';
import { runPackedRecorded } from './recorded-packed';
import { trim } from '../../arguments/read';
import { notATensor } from '../../arguments/describe';
import { valueError } from '../../errors';
import { FACTORY, pairOfTensors, tensor } from '../../tensor/arguments';
import {
  type Field,
  type Fields,
  type Values,
  bool,
  choice,
  float,
  int,
  nullable,
  value,
} from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

const HEAD = { inputSize: int(), hiddenSize: int(), numLayers: int(1) };
const REST = { bias: bool(true), batchFirst: bool(false), dropout: float(0), bidirectional: bool(false) };
// In Python's order: all three take projSize, which only an LSTM may have.
const TAIL = { ...REST, projSize: int(0), ...FACTORY };
const RNN_TABLE = { ...HEAD, nonlinearity: choice(['tanh', 'relu'], 'tanh'), ...TAIL };
const LSTM_TABLE = { ...HEAD, ...TAIL };
const GRU_TABLE = LSTM_TABLE;

export type { GRUOptions, LSTMOptions, RNNOptions };

type GRUArguments = [
  numLayers?: number,
  bias?: boolean,
  batchFirst?: boolean,
  dropout?: number,
  bidirectional?: boolean,
  projSize?: number,
  device?: DeviceLike | null,
  dtype?: DType | null,
];
type LSTMArguments = GRUArguments;
type RNNArguments = [
  numLayers?: number,
  nonlinearity?: 'tanh' | 'relu',
  bias?: boolean,
  batchFirst?: boolean,
  dropout?: number,
  bidirectional?: boolean,
  projSize?: number,
  device?: DeviceLike | null,
  dtype?: DType | null,
];

function checkDropout(dropout: number): void {
  if (dropout >= 0 && dropout <= 1) return;
  throw valueError(
    'dropout should be a number in range [0, 1] representing the probability of an element being zeroed',
  );
}

function checkSizes({
  inputSize,
  hiddenSize,
  numLayers,
  dropout,
  projSize,
}: Omit<Values<typeof LSTM_TABLE>, 'device' | 'dtype'>): void {
  checkDropout(dropout);
  if (inputSize <= 0) throw valueError('inputSize must be greater than zero');
  if (hiddenSize <= 0) throw valueError('hiddenSize must be greater than zero');
  if (numLayers <= 0) throw valueError('numLayers must be greater than zero');
  if (projSize < 0) throw valueError('projSize should be a positive integer or zero to disable projections');
  if (projSize >= hiddenSize) throw valueError('projSize has to be smaller than hiddenSize');
}

/** Names such as `weightIhL0` and `biasHhL1Reverse`. */
type WeightName = `${'weight' | 'bias'}${'Ih' | 'Hh' | 'Hr'}L${number}${'' | 'Reverse'}`;

export interface RecurrentLayer extends Readonly<Record<WeightName, Parameter>> {
  readonly inputSize: number;
}

type Sequences = Tensor | PackedSequence;
type Outcome = [output: Sequences, states: Tensor[]];

/** What native/nn/recurrent_layers.cc takes. */
function nativeInputs(input: Sequences, states: readonly Tensor[] | null): unknown[] {
  const initial = states && states.map(handleOf);
  if (!(input instanceof PackedSequence)) return [handleOf(input), initial];
  const { data, batchSizes, sortedIndices, unsortedIndices } = input;
  const indices = [sortedIndices, unsortedIndices].map((tensor) => tensor && handleOf(tensor));
  return [handleOf(data), initial, handleOf(batchSizes), ...indices];
}

function outcomeOf(input: Sequences, results: readonly Tensor[]): Outcome {
  const output = results[0];
  const states = results.slice(1);
  if (!(input instanceof PackedSequence)) return [output as Tensor, states];
  const { batchSizes, sortedIndices, unsortedIndices } = input;
  return [new PackedSequence(output as Tensor, batchSizes, sortedIndices, unsortedIndices), states];
}

const SEQUENCES: Field<Sequences> = {
  ...value<Sequences>('a Tensor or a PackedSequence', (v) => isTensor(v) || v instanceof PackedSequence),
  refuse: notATensor,
};
const PAIR = nullable(pairOfTensors());

/** What RNN, LSTM and GRU share. */
export abstract class RecurrentLayer extends NativeLayer {
  declare readonly hiddenSize: number;
  declare readonly numLayers: number;
  declare readonly bias: boolean;
  declare batchFirst: boolean;
  declare dropout: number;
  declare readonly bidirectional: boolean;
  declare readonly projSize: number;

  protected build(kind: string, table: Fields, args: readonly unknown[]): void {
    const { device, dtype, ...given } = this.read(table, trim(args)) as Values<typeof RNN_TABLE>;
    const { projSize, ...options } = given;
    if (kind !== 'LSTM' && projSize !== 0) {
      throw valueError('projSize argument is only supported for LSTM, not RNN or GRU');
    }
    checkSizes(given);
    this.make(kind, kind === 'LSTM' ? given : options, { device, dtype });
    this.follow('batchFirst', 'dropout');
  }

  protected override nativeOption(name: string, value: unknown): unknown {
    if (name === 'dropout') checkDropout(value as number);
    return value;
  }

  /** Puts the weights into one block where that makes cuDNN faster; called after they have been moved. */
  flattenParameters(): void {
    this.afterConversion();
  }

  /** The parameters by layer and direction. */
  get allWeights(): Parameter[][] {
    const groups = new Map<string, Parameter[]>();
    for (const [name, parameter] of this.namedParameters()) {
      const group = name.replace(/^.*_l/, '');
      groups.set(group, [...(groups.get(group) ?? []), parameter]);
    }
    return [...groups.values()];
  }

  /** Runs the layer: the output, packed if the input was, and the final states. */
  protected runRecurrent(input: Sequences, states: readonly Tensor[] | null): Outcome {
    if (input instanceof PackedSequence && isRecorded()) return runPackedRecorded(this, input, states);
    return outcomeOf(input, this.runMany(...nativeInputs(input, states)));
  }

  /** The same off the thread. */
  protected async startRecurrent(input: Sequences, states: readonly Tensor[] | null): Promise<Outcome> {
    return outcomeOf(input, await this.startMany(...nativeInputs(input, states)));
  }

  override extraRepr(): string {
    const shown = this.listChanged('projSize', 'numLayers', 'bias', 'batchFirst', 'dropout', 'bidirectional');
    return `${this.inputSize}, ${this.hiddenSize}${shown}`;
  }
}

/** What RNN and GRU share: their state is one tensor. */
abstract class OneStateLayer extends RecurrentLayer {
  static {
    takes(this, { input: SEQUENCES, hx: nullable(tensor()) });
  }

  // The one for tensors comes last: it is what types take for the layer's, and what errors speak of.
  override forward(input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h: Tensor];
  override forward(input: Tensor, hx?: Tensor | null): [output: Tensor, h: Tensor];
  override forward(input: Tensor | PackedSequence, hx: Tensor | null = null): [unknown, Tensor] {
    const outcome = this.runRecurrent(input, hx && [hx]);
    return [outcome[0], outcome[1][0] as Tensor];
  }

  /** {@link forward} off the JavaScript thread, under the grad mode and autocast of the moment of the call. */
  forwardAsync(input: Tensor, hx?: Tensor | null): Promise<[output: Tensor, h: Tensor]>;
  forwardAsync(input: PackedSequence, hx?: Tensor | null): Promise<[output: PackedSequence, h: Tensor]>;
  async forwardAsync(input: Tensor | PackedSequence, hx: Tensor | null = null): Promise<[unknown, Tensor]> {
    const [output, states] = await this.startRecurrent(input, hx && [hx]);
    return [output, states[0] as Tensor];
  }
}

/**
 * A multi-layer Elman RNN: `h = tanh(W_ih·x + b_ih + W_hh·h + b_hh)`. Input `[L, N, inputSize]`, with `batchFirst`
 * `[N, L, inputSize]`, without a batch `[L, inputSize]`, or a `PackedSequence`; the initial state is zeros unless given
 * as `[D·numLayers, N, hiddenSize]`. Returns the output of the last layer at each step, and the final states.
 *
 * Options: `numLayers` 1, `nonlinearity` 'tanh' or 'relu', `bias` true, `batchFirst` false, `dropout` 0 (between
 * layers), `bidirectional` false.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.RNN.html
 * @example
 * const rnn = new nn.RNN(10, 20, { numLayers: 2, batchFirst: true });
 * const [output, h] = rnn.forward(torch.randn([3, 5, 10])); // [3, 5, 20] and [2, 3, 20]
 */
export class RNN extends OneStateLayer {
  declare readonly nonlinearity: 'tanh' | 'relu';

  constructor(inputSize: number, hiddenSize: number, ...rest: Mixed<RNNArguments, RNNOptions>) {
    super();
    this.build('RNN', RNN_TABLE, [inputSize, hiddenSize, ...rest]);
  }
}

/**
 * A multi-layer long short-term memory. Shapes and options are those of {@link RNN}; the state is a pair `[h, c]`. With
 * `projSize`, h and the output have that size instead of `hiddenSize`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LSTM.html
 * @example
 * const lstm = new nn.LSTM(10, 20, { bidirectional: true });
 * const [output, [h, c]] = lstm.forward(torch.randn([5, 3, 10])); // [5, 3, 40], [2, 3, 20], [2, 3, 20]
 */
export class LSTM extends RecurrentLayer {
  constructor(inputSize: number, hiddenSize: number, ...rest: Mixed<LSTMArguments, LSTMOptions>) {
    super();
    this.build('LSTM', LSTM_TABLE, [inputSize, hiddenSize, ...rest]);
  }

  static {
    takes(this, { input: SEQUENCES, hx: PAIR });
  }

  override forward(
    input: PackedSequence,
    hx?: readonly [Tensor, Tensor] | null,
  ): [output: PackedSequence, [h: Tensor, c: Tensor]];
  override forward(input: Tensor, hx?: readonly [Tensor, Tensor] | null): [output: Tensor, [h: Tensor, c: Tensor]];
  override forward(
    input: Tensor | PackedSequence,
    hx: readonly [Tensor, Tensor] | null = null,
  ): [unknown, [Tensor, Tensor]] {
    const [output, states] = this.runRecurrent(input, hx);
    return [output, states as [Tensor, Tensor]];
  }

  /** {@link forward} off the JavaScript thread, under the grad mode and autocast of the moment of the call. */
  forwardAsync(input: Tensor, hx?: readonly [Tensor, Tensor] | null): Promise<[output: Tensor, [h: Tensor, c: Tensor]]>;
  forwardAsync(
    input: PackedSequence,
    hx?: readonly [Tensor, Tensor] | null,
  ): Promise<[output: PackedSequence, [h: Tensor, c: Tensor]]>;
  async forwardAsync(
    input: Tensor | PackedSequence,
    hx: readonly [Tensor, Tensor] | null = null,
  ): Promise<[unknown, [Tensor, Tensor]]> {
    const [output, states] = await this.startRecurrent(input, hx);
    return [output, states as [Tensor, Tensor]];
  }
}

/**
 * A multi-layer gated recurrent unit. Shapes and options are those of {@link RNN}, without `nonlinearity`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.GRU.html
 * @example
 * const gru = new nn.GRU(10, 20, 2);
 * const [output, h] = gru.forward(torch.randn([5, 3, 10])); // [5, 3, 20] and [2, 3, 20]
 */
export class GRU extends OneStateLayer {
  constructor(inputSize: number, hiddenSize: number, ...rest: Mixed<GRUArguments, GRUOptions>) {
    super();
    this.build('GRU', GRU_TABLE, [inputSize, hiddenSize, ...rest]);
  }
}

limitArguments([RecurrentLayer], { flattenParameters: 0 });
