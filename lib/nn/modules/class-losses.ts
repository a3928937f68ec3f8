import type { CrossEntropyLossOptions, NLLLossOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import { takes } from '../forward-arguments';
import type { Tensor } from '../../ops/tensor-methods';
import { explainLabel } from '../failures';
import { NativeLayer } from '../layer';
import { trim } from '../../arguments/read';
import { choice, float, int, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

export const REDUCTION = choice(['none', 'mean', 'sum'], 'mean');
export type Reduction = 'none' | 'mean' | 'sum';

const NLL = { weight: nullable(tensor()), ignoreIndex: int(-100), reduction: REDUCTION };
export type { CrossEntropyLossOptions, NLLLossOptions };

/** The base of losses of labels: class weights, ignored labels, and errors that name the label. */
abstract class LabelLoss extends NativeLayer {
  /** A weight for each class, or null. */
  declare weight: Tensor | null;
  /** The label that is ignored. */
  declare ignoreIndex: number;
  declare reduction: Reduction;

  protected build(kind: string, table: typeof NLL, args: readonly unknown[]): void {
    const values = this.read(table, trim(args), ['weight']);
    this.make(kind, values);
    this.follow(...Object.keys(table).filter((name) => name !== 'weight'));
    this.registerBuffer('weight', values.weight);
  }

  static {
    takes(this, { input: tensor(), target: tensor() });
  }

  override forward(input: Tensor, target: Tensor): Tensor {
    try {
      return this.run2(input, target);
    } catch (error) {
      throw explainLabel(error, input);
    }
  }

  /** {@link forward} off the JavaScript thread, with the grad mode and autocast that are set when it is called. */
  async forwardAsync(input: Tensor, target: Tensor): Promise<Tensor> {
    try {
      return await this.start1(input, target);
    } catch (error) {
      throw input.isDisposed ? error : explainLabel(error, input);
    }
  }
}

/**
 * The negative log-likelihood of labels: log-probabilities `[N, C, *]` (the output of `LogSoftmax`, not raw scores) and
 * int64 labels `[N, *]` in [0, C) → a scalar, or `[N, *]` with `reduction: 'none'`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.NLLLoss.html
 * @example
 * const logits = torch.randn([3, 5]);
 * new nn.NLLLoss().forward(logits.logSoftmax(1), torch.tensor([1, 0, 4])).item();
 */
export class NLLLoss extends LabelLoss {
  constructor(
    ...rest: Mixed<[weight?: Tensor | null, ignoreIndex?: number, reduction?: 'none' | 'mean' | 'sum'], NLLLossOptions>
  ) {
    super();
    this.build('NLLLoss', NLL, rest);
  }
}

const CROSS_ENTROPY = { ...NLL, labelSmoothing: float(0) };

/**
 * The cross entropy of raw scores `[N, C, *]` and either int64 labels `[N, *]` in [0, C) or class probabilities
 * `[N, C, *]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CrossEntropyLoss.html
 * @example
 * new nn.CrossEntropyLoss({ labelSmoothing: 0.1 }).forward(torch.randn([3, 5]), torch.tensor([1, 0, 4])).item();
 */
export class CrossEntropyLoss extends LabelLoss {
  declare labelSmoothing: number;

  constructor(
    ...rest: Mixed<
      [weight?: Tensor | null, ignoreIndex?: number, reduction?: 'none' | 'mean' | 'sum', labelSmoothing?: number],
      CrossEntropyLossOptions
    >
  ) {
    super();
    this.build('CrossEntropyLoss', CROSS_ENTROPY, rest);
  }
}
