import type { CellOptions, RNNCellOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import type { Tensor } from '../../ops/tensor-methods';
import { aten, atenMany } from '../functional/define';
import { uniform_ } from '../init';
import { Layer, emptyParameter } from '../layer';
import type { Parameter } from '../parameter';
import { trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { FACTORY, pairOfTensors, tensor } from '../../tensor/arguments';
import { bool, choice, int, nullable } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

const STEP = { input: tensor(), hx: nullable(tensor()) };
const CELL = { inputSize: int(), hiddenSize: int(), bias: bool(true), ...FACTORY };
const RNN_CELL = {
  ...{ inputSize: int(), hiddenSize: int(), bias: bool(true), nonlinearity: choice(['tanh', 'relu'], 'tanh') },
  ...FACTORY,
};

type CellArguments = [bias?: boolean, device?: DeviceLike | null, dtype?: DType | null];
type RNNCellArguments = [
  bias?: boolean,
  nonlinearity?: 'tanh' | 'relu',
  device?: DeviceLike | null,
  dtype?: DType | null,
];

/**
 * What the cells of recurrent layers share.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.html#recurrent-layers
 */
export abstract class RNNCellBase extends Layer {
  declare readonly inputSize: number;
  declare readonly hiddenSize: number;
  declare readonly bias: boolean;
  declare weightIh: Parameter;
  declare weightHh: Parameter;
  declare biasIh: Parameter | null;
  declare biasHh: Parameter | null;

  protected build(table: typeof CELL, gates: number, args: readonly unknown[]): void {
    const values = this.read(table, trim(args));
    const { inputSize, hiddenSize, bias } = values;
    const rows = gates * hiddenSize;
    this.registerParameter('weightIh', emptyParameter([rows, inputSize], values));
    this.registerParameter('weightHh', emptyParameter([rows, hiddenSize], values));
    this.registerParameter('biasIh', bias ? emptyParameter([rows], values) : null);
    this.registerParameter('biasHh', bias ? emptyParameter([rows], values) : null);
    this.resetParameters();
  }

  resetParameters(): void {
    const bound = this.hiddenSize > 0 ? 1 / Math.sqrt(this.hiddenSize) : 0;
    for (const parameter of this.parameters()) uniform_(parameter, -bound, bound);
  }

  /** The input with a batch dimension. */
  protected batched(input: Tensor): Tensor {
    if (input.ndim !== 1 && input.ndim !== 2) {
      throw valueError(`${this.constructor.name}: Expected input to be 1D or 2D, got ${input.ndim}D instead`);
    }
    return input.ndim === 2 ? input : aten('unsqueeze')(input, 0);
  }

  /** A state with a batch dimension, zeros unless given. */
  protected stateFor(input: Tensor, batched: Tensor, state: Tensor | null): Tensor {
    if (state === null) {
      const { dtype, device } = input;
      return aten('zeros')([batched.shape[0] as number, this.hiddenSize], { dtype, device });
    }
    if (state.ndim !== 1 && state.ndim !== 2) {
      throw valueError(`${this.constructor.name}: Expected hidden to be 1D or 2D, got ${state.ndim}D instead`);
    }
    return input.ndim === 2 ? state : aten('unsqueeze')(state, 0);
  }

  protected get weights(): readonly [Tensor, Tensor, Tensor | null, Tensor | null] {
    return [this.weightIh, this.weightHh, this.biasIh, this.biasHh];
  }

  override extraRepr(): string {
    return `${this.inputSize}, ${this.hiddenSize}${this.bias ? '' : ', bias=False'}`;
  }
}

/**
 * `h' = tanh(W_ih·x + b_ih + W_hh·h + b_hh)`: `[N, inputSize]` or `[inputSize]` → `[N, hiddenSize]` or `[hiddenSize]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.RNNCell.html
 * @example
 * new nn.RNNCell(10, 20).forward(torch.randn([3, 10])).shape; // [3, 20]
 */
export class RNNCell extends RNNCellBase {
  declare readonly nonlinearity: 'tanh' | 'relu';

  constructor(inputSize: number, hiddenSize: number, ...rest: Mixed<RNNCellArguments, RNNCellOptions>) {
    super();
    this.build(RNN_CELL, 1, [inputSize, hiddenSize, ...rest]);
  }

  static {
    takes(this, STEP);
  }

  override forward(input: Tensor, hx: Tensor | null = null): Tensor {
    const x = this.batched(input);
    const h = aten(`rnn_${this.nonlinearity}_cell`)(x, this.stateFor(input, x, hx), ...this.weights);
    return input.ndim === 2 ? h : aten('squeeze')(h, 0);
  }

  override extraRepr(): string {
    return super.extraRepr() + (this.nonlinearity === 'tanh' ? '' : `, nonlinearity=${this.nonlinearity}`);
  }
}

/**
 * One step of an LSTM: the state is a pair `[h, c]`, and so is the result.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LSTMCell.html
 * @example
 * const [h, c] = new nn.LSTMCell(10, 20).forward(torch.randn([3, 10]));
 */
export class LSTMCell extends RNNCellBase {
  constructor(inputSize: number, hiddenSize: number, ...rest: Mixed<CellArguments, CellOptions>) {
    super();
    this.build(CELL, 4, [inputSize, hiddenSize, ...rest]);
  }

  static {
    takes(this, { input: tensor(), hx: nullable(pairOfTensors()) });
  }

  override forward(input: Tensor, hx: readonly [Tensor, Tensor] | null = null): [h: Tensor, c: Tensor] {
    const x = this.batched(input);
    const states = hx ?? [null, null];
    const before = states.map((state) => this.stateFor(input, x, state));
    const after = atenMany('lstm_cell')(x, before, ...this.weights) as [Tensor, Tensor];
    if (input.ndim === 2) return after;
    return after.map((state) => aten('squeeze')(state, 0)) as [Tensor, Tensor];
  }
}

/**
 * One step of a GRU.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.GRUCell.html
 * @example
 * new nn.GRUCell(10, 20).forward(torch.randn([3, 10])).shape; // [3, 20]
 */
export class GRUCell extends RNNCellBase {
  constructor(inputSize: number, hiddenSize: number, ...rest: Mixed<CellArguments, CellOptions>) {
    super();
    this.build(CELL, 3, [inputSize, hiddenSize, ...rest]);
  }

  static {
    takes(this, STEP);
  }

  override forward(input: Tensor, hx: Tensor | null = null): Tensor {
    const x = this.batched(input);
    const h = aten('gru_cell')(x, this.stateFor(input, x, hx), ...this.weights);
    return input.ndim === 2 ? h : aten('squeeze')(h, 0);
  }
}

limitArguments([RNNCellBase], { resetParameters: 0 });
