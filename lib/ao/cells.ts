import { zeros } from '../ops/generated/functions';
import { takes } from '../nn/forward-arguments';
import { Module } from '../nn/module';
import { GRUCell as FloatGRUCell, LSTMCell as FloatLSTMCell, RNNCell as FloatRNNCell } from '../nn/modules/cells';
import { withoutGrad } from '../native/grad-mode';
import { qint8 } from '../tensor/dtypes';
import type { DType } from '../tensor/dtype';
import type { Tensor } from '../ops/tensor-methods';
import { pairOfTensors, tensor } from '../tensor/arguments';
import { nullable } from '../arguments/fields';
import { runtimeError, valueError } from '../errors';
import { type CellWeights, runCell } from './packed';
import { packWeights } from './recurrent';
import { readFromFloat, requireInput, requireSize } from './weights';

interface FloatCell {
  readonly inputSize: number;
  readonly hiddenSize: number;
  namedParameters(): [name: string, parameter: Tensor][];
}

/** What the quantized cells share. */
abstract class CellBase extends Module {
  readonly inputSize: number;
  readonly hiddenSize: number;
  /** What the weights are stored as. */
  readonly weightDtype: DType;
  readonly #weights: CellWeights;

  /** @internal */
  constructor(layer: FloatCell, dtype: DType) {
    super();
    const parameters = new Map(layer.namedParameters());
    const names = ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'];
    if (!names.every((name) => parameters.has(name))) throw valueError('mod.bias must be True');
    this.inputSize = layer.inputSize;
    this.hiddenSize = layer.hiddenSize;
    this.weightDtype = dtype;
    this.#weights = withoutGrad(() =>
      packWeights(
        names.map((name) => parameters.get(name) as Tensor),
        dtype !== qint8,
      ),
    );
    this.eval();
  }

  protected run(name: string, input: Tensor, given: readonly Tensor[] | null, count: number): Tensor[] {
    requireInput(input);
    if (input.shape.length !== 2 || input.shape[1] !== this.inputSize) {
      const got = input.shape[1] ?? `${input.shape.length} dimensions`;
      throw runtimeError(`input has inconsistent input_size: got ${got}, expected ${this.inputSize}`);
    }
    const size = [input.shape[0] as number, this.hiddenSize];
    const states = given ?? Array.from({ length: count }, () => withoutGrad(() => zeros(size)));
    states.forEach((state, i) => requireSize(state, size, `hidden${i}`));
    return withoutGrad(() => runCell(name, input, states, this.#weights));
  }

  override displayName(): string {
    return `DynamicQuantized${this.constructor.name}`;
  }

  override extraRepr(): string {
    return `${this.inputSize}, ${this.hiddenSize}`;
  }
}

function fromFloat<F, Q>(
  label: string,
  Float: abstract new (...args: never[]) => F,
  make: (layer: FloatCell, dtype: DType) => Q,
  args: [layer: F, dtype?: DType],
): Q {
  const { layer, dtype } = readFromFloat(label, Float, args);
  return make(layer as unknown as FloatCell, dtype);
}

/** An `nn.RNNCell` with int8 (or float16) weights, for inference on the CPU. */
export class RNNCell extends CellBase {
  /** Of the cell that it was made of. */
  readonly nonlinearity: 'tanh' | 'relu';

  /** @internal */
  constructor(layer: FloatRNNCell, dtype: DType) {
    super(layer, dtype);
    this.nonlinearity = layer.nonlinearity;
  }

  /** Makes one of a trained cell. `dtype` is `torch.qint8` or `torch.float16`. */
  static fromFloat(...args: [layer: FloatRNNCell, dtype?: DType]): RNNCell {
    const make = (layer: FloatCell, dtype: DType): RNNCell => new RNNCell(layer as unknown as FloatRNNCell, dtype);
    return fromFloat('RNNCell.fromFloat', FloatRNNCell, make, args);
  }

  static {
    takes(this, { input: tensor(), hx: nullable(tensor()) });
  }

  override forward(input: Tensor, hx: Tensor | null = null): Tensor {
    return this.run(`rnn_${this.nonlinearity}`, input, hx && [hx], 1)[0] as Tensor;
  }

  override extraRepr(): string {
    return super.extraRepr() + (this.nonlinearity === 'tanh' ? '' : `, nonlinearity=${this.nonlinearity}`);
  }
}

/** An `nn.GRUCell` with int8 (or float16) weights, for inference on the CPU. */
export class GRUCell extends CellBase {
  /** Makes one of a trained cell. `dtype` is `torch.qint8` or `torch.float16`. */
  static fromFloat(...args: [layer: FloatGRUCell, dtype?: DType]): GRUCell {
    return fromFloat('GRUCell.fromFloat', FloatGRUCell, (layer, dtype) => new GRUCell(layer, dtype), args);
  }

  static {
    takes(this, { input: tensor(), hx: nullable(tensor()) });
  }

  override forward(input: Tensor, hx: Tensor | null = null): Tensor {
    return this.run('gru', input, hx && [hx], 1)[0] as Tensor;
  }
}

/** An `nn.LSTMCell` with int8 (or float16) weights, for inference on the CPU. */
export class LSTMCell extends CellBase {
  /** Makes one of a trained cell. `dtype` is `torch.qint8` or `torch.float16`. */
  static fromFloat(...args: [layer: FloatLSTMCell, dtype?: DType]): LSTMCell {
    return fromFloat('LSTMCell.fromFloat', FloatLSTMCell, (layer, dtype) => new LSTMCell(layer, dtype), args);
  }

  static {
    takes(this, { input: tensor(), hx: nullable(pairOfTensors()) });
  }

  override forward(input: Tensor, hx: readonly [Tensor, Tensor] | null = null): [h: Tensor, c: Tensor] {
    return this.run('lstm', input, hx, 2) as [Tensor, Tensor];
  }
}
