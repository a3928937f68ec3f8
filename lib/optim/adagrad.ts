import type { Tensor } from '../tensor/tensor';
import { checkFused, rateOf, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup } from './types';
import { float, type Rest } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choice, choiceByName, defaultsOf, offByName, params, rate } from './arguments';

export interface AdagradOptions {
  /** The learning rate: a number, or a tensor of one element. */
  readonly lr?: number | Tensor;
  readonly lrDecay?: number;
  readonly weightDecay?: number;
  /** Where the sum of squares begins. */
  readonly initialAccumulatorValue?: number;
  /** Added to the denominator for numerical stability. */
  readonly eps?: number;
  /** Work on lists of tensors; null: where all are on an accelerator. */
  readonly foreach?: boolean | null;
  readonly maximize?: boolean;
  /** Let autograd record the step. */
  readonly differentiable?: boolean;
  /** One kernel for everything. */
  readonly fused?: boolean | null;
}

export interface AdagradGroup extends ParamGroup {
  lrDecay: number;
  weightDecay: number;
  initialAccumulatorValue: number;
  eps: number;
  foreach: boolean | null;
  maximize: boolean;
  differentiable: boolean;
  fused: boolean | null;
}

const TABLE = {
  params: params<AdagradOptions>(),
  lr: rate(1e-2),
  lrDecay: float(0),
  weightDecay: float(0),
  initialAccumulatorValue: float(0),
  eps: float(1e-10),
  foreach: choice(),
  maximize: offByName(),
  differentiable: offByName(),
  fused: choiceByName(),
};

function checked(options: Required<AdagradOptions>): Required<AdagradOptions> {
  const { lr, lrDecay, weightDecay, initialAccumulatorValue, eps } = options;
  requireValue(rateOf('Adagrad', lr) >= 0, 'Invalid learning rate', lr);
  requireNonNegative('Adagrad', 'lrDecay', lrDecay, 'Invalid lr_decay value');
  requireNonNegative('Adagrad', 'weightDecay', weightDecay, 'Invalid weight_decay value');
  requireNonNegative(
    'Adagrad',
    'initialAccumulatorValue',
    initialAccumulatorValue,
    'Invalid initial_accumulator_value value',
  );
  requireNonNegative('Adagrad', 'eps', eps, 'Invalid epsilon value');
  checkFused(options);
  return options;
}

/**
 * Adagrad: steps scaled by the sum of all squared gradients; gradients may be sparse.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Adagrad.html
 * @example
 * const optimizer = new torch.optim.Adagrad(model.parameters(), { lr: 0.01, lrDecay: 1e-4 });
 */
export class Adagrad extends NativeOptimizer<AdagradGroup> {
  constructor(params: OptimizerParams<AdagradOptions>, options?: AdagradOptions);
  /** Options by position, in Python's order. */
  constructor(params: OptimizerParams<AdagradOptions>, lr?: number | Tensor, ...rest: Rest<typeof TABLE>);
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('Adagrad', TABLE, args);
    super('Adagrad', params, { ...checked(options) }, defaultsOf(TABLE));
    this.stepSupportsAmpScaling = this.defaults['fused'] === true;
    this.begin();
  }
}
