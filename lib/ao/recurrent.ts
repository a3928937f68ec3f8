import { zeros } from '../ops/generated/functions';
import { takes } from '../nn/forward-arguments';
import { Module } from '../nn/module';
import { GRU as FloatGRU, LSTM as FloatLSTM, type RecurrentLayer } from '../nn/modules/recurrent';
import type { Parameter } from '../nn/parameter';
import { PackedSequence } from '../nn/utils/packed-sequence';
import { withoutGrad } from '../native/grad-mode';
import { float32, qint8 } from '../tensor/dtypes';
import type { DType } from '../tensor/dtype';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { pairOfTensors, tensor } from '../tensor/arguments';
import { type Field, nullable, value } from '../arguments/fields';
import { runtimeError, valueError } from '../errors';
import { type CellWeights, type PackedBox, packCell, packLinear, runSequence } from './packed';
import { quantizeWeight, readFromFloat, requireInput, requireSize } from './weights';

const SEQUENCES: Field<Tensor | PackedSequence> = value(
  'a Tensor or a PackedSequence',
  (v) => isTensor(v) || v instanceof PackedSequence,
);

/** Packs the weights of one layer and direction, or of a cell. @internal */
export function packWeights(parameters: readonly Tensor[], half: boolean): CellWeights {
  const [ih, hh, biasIh, biasHh] = parameters.map((one) => one.detach().to(float32)) as [
    Tensor,
    Tensor,
    Tensor,
    Tensor,
  ];
  const pack = (weight: Tensor, bias: Tensor): PackedBox =>
    packLinear(half ? weight : quantizeWeight(weight), bias, half);
  return { ih: pack(ih, biasIh), hh: pack(hh, biasHh), biasIh, biasHh };
}

type Sequence = Tensor | PackedSequence;

/** What the quantized LSTM and GRU share. */
abstract class RecurrentBase extends Module {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly numLayers: number;
  readonly batchFirst: boolean;
  readonly dropout: number;
  readonly bidirectional: boolean;
  /** What the weights are stored as. */
  readonly dtype: DType;
  readonly #cells: readonly PackedBox[];
  protected abstract readonly kind: 'lstm' | 'gru';

  /** @internal */
  constructor(layer: RecurrentLayer, dtype: DType) {
    super();
    if (!layer.bias) throw valueError('mod.bias must be True');
    if (layer.projSize > 0) throw valueError('a quantized LSTM has no projections (projSize)');
    this.inputSize = (layer as unknown as { readonly inputSize: number }).inputSize;
    this.hiddenSize = layer.hiddenSize;
    this.numLayers = layer.numLayers;
    this.batchFirst = layer.batchFirst;
    this.dropout = layer.dropout;
    this.bidirectional = layer.bidirectional;
    this.dtype = dtype;
    const half = dtype !== qint8;
    this.#cells = withoutGrad(() =>
      layer.allWeights.map((group: readonly Parameter[]) => packCell(packWeights(group, half), half)),
    );
    this.eval();
  }

  /** Checks what the kernels trust, and runs them. */
  protected run(sequence: Sequence, given: readonly Tensor[] | null): [output: Sequence, states: Tensor[]] {
    const packed = sequence instanceof PackedSequence ? sequence : null;
    const input = packed ? packed.data : (sequence as Tensor);
    this.#checkInput(input, packed !== null);
    const batch = packed
      ? Number(packed.batchSizes.select(0, 0).item())
      : (input.shape[this.batchFirst ? 0 : 1] as number);
    const states = withoutGrad(() => this.#states(batch, given, packed?.sortedIndices ?? null));
    const [output, ...last] = withoutGrad(() =>
      runSequence(this.kind, {
        ...{ input, batchSizes: packed?.batchSizes ?? null, states, cells: this.#cells, numLayers: this.numLayers },
        ...{ dropout: this.dropout, training: this.training, bidirectional: this.bidirectional },
        ...{ batchFirst: this.batchFirst, dtype: this.dtype.code },
      }),
    ) as [Tensor, ...Tensor[]];
    if (!packed) return [output, last];
    const { batchSizes, sortedIndices, unsortedIndices } = packed;
    const ordered = unsortedIndices ? last.map((state) => state.indexSelect(1, unsortedIndices)) : last;
    return [new PackedSequence(output, batchSizes, sortedIndices, unsortedIndices), ordered];
  }

  #checkInput(input: Tensor, packed: boolean): void {
    requireInput(input);
    const dims = packed ? 2 : 3;
    if (input.shape.length !== dims)
      throw runtimeError(`input must have ${dims} dimensions, got ${input.shape.length}`);
    if (input.shape.at(-1) === this.inputSize) return;
    throw runtimeError(
      `input.size(-1) must be equal to input_size. Expected ${this.inputSize}, got ${input.shape.at(-1)}`,
    );
  }

  #states(batch: number, given: readonly Tensor[] | null, order: Tensor | null): readonly Tensor[] {
    const size = [this.numLayers * (this.bidirectional ? 2 : 1), batch, this.hiddenSize];
    const pair = this.kind === 'lstm';
    if (!given) {
      const zero = zeros(size);
      return pair ? [zero, zero] : [zero];
    }
    const states = order ? given.map((state) => state.indexSelect(1, order)) : given;
    states.forEach((state, i) => requireSize(state, size, pair ? `hidden[${i}]` : 'hidden'));
    return states;
  }

  override displayName(): string {
    return `DynamicQuantized${this.constructor.name}`;
  }

  override extraRepr(): string {
    const shown = [
      ...(this.numLayers === 1 ? [] : [`num_layers=${this.numLayers}`]),
      ...(this.batchFirst ? ['batch_first=True'] : []),
      ...(this.dropout === 0 ? [] : [`dropout=${this.dropout}`]),
      ...(this.bidirectional ? ['bidirectional=True'] : []),
    ];
    return [this.inputSize, this.hiddenSize, ...shown].join(', ');
  }
}

function fromFloat<F extends RecurrentLayer, Q>(
  label: string,
  Float: abstract new (...args: never[]) => F,
  make: (layer: F, dtype: DType) => Q,
  args: [layer: F, dtype?: DType],
): Q {
  const { layer, dtype } = readFromFloat(label, Float, args);
  return make(layer, dtype);
}

/**
 * An LSTM with int8 (or float16) weights, for inference on the CPU; made by {@link LSTM.fromFloat}. Shapes are those of
 * `nn.LSTM`.
 */
export class LSTM extends RecurrentBase {
  protected override readonly kind = 'lstm';

  /** Makes one of a trained layer. `dtype` is `torch.qint8` or `torch.float16`. */
  static fromFloat(...args: [layer: FloatLSTM, dtype?: DType]): LSTM {
    return fromFloat('LSTM.fromFloat', FloatLSTM, (layer, dtype) => new LSTM(layer, dtype), args);
  }

  static {
    takes(this, { input: SEQUENCES, hx: nullable(pairOfTensors()) });
  }

  override forward(input: Tensor, hx?: readonly [Tensor, Tensor] | null): [output: Tensor, [h: Tensor, c: Tensor]];
  override forward(
    input: PackedSequence,
    hx?: readonly [Tensor, Tensor] | null,
  ): [output: PackedSequence, [h: Tensor, c: Tensor]];
  override forward(input: Sequence, hx: readonly [Tensor, Tensor] | null = null): [unknown, [Tensor, Tensor]] {
    const [output, states] = this.run(input, hx);
    return [output, states as [Tensor, Tensor]];
  }
}

/**
 * A GRU with int8 (or float16) weights, for inference on the CPU; made by {@link GRU.fromFloat}. Shapes are those of
 * `nn.GRU`.
 */
export class GRU extends RecurrentBase {
  protected override readonly kind = 'gru';

  /** Makes one of a trained layer. `dtype` is `torch.qint8` or `torch.float16`. */
  static fromFloat(...args: [layer: FloatGRU, dtype?: DType]): GRU {
    return fromFloat('GRU.fromFloat', FloatGRU, (layer, dtype) => new GRU(layer, dtype), args);
  }

  static {
    takes(this, { input: SEQUENCES, hx: nullable(tensor()) });
  }

  override forward(input: Tensor, hx?: Tensor | null): [output: Tensor, h: Tensor];
  override forward(input: PackedSequence, hx?: Tensor | null): [output: PackedSequence, h: Tensor];
  override forward(input: Sequence, hx: Tensor | null = null): [unknown, Tensor] {
    const [output, states] = this.run(input, hx && [hx]);
    return [output, states[0] as Tensor];
  }
}
