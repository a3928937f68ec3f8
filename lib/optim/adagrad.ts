import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { checkFused, rateOf, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choice, choiceByName, defaultsOf, offByName, params, rate } from './arguments';

export interface AdagradOptions extends Pick<SharedOptions, 'foreach' | 'maximize' | 'differentiable' | 'fused'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 0.01 */
  readonly lr?: number | Tensor;
  /** By how much the learning rate falls with each step: lr / (1 + step · lrDecay). @defaultValue 0 */
  readonly lrDecay?: number;
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
  /** What the sum of squares begins with. @defaultValue 0 */
  readonly initialAccumulatorValue?: number;
  /** Added to the denominator for numerical stability. @defaultValue 1e-10 */
  readonly eps?: number;
}

export interface AdagradGroup extends ParamGroup, Settings<Omit<AdagradOptions, 'lr'>> {}

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
  constructor(
    params: OptimizerParams<AdagradOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        lrDecay?: AdagradOptions['lrDecay'],
        weightDecay?: AdagradOptions['weightDecay'],
        initialAccumulatorValue?: AdagradOptions['initialAccumulatorValue'],
        eps?: AdagradOptions['eps'],
        foreach?: AdagradOptions['foreach'],
      ],
      AdagradOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('Adagrad', TABLE, args);
    super('Adagrad', params, { ...checked(options) }, defaultsOf(TABLE));
    this.stepSupportsAmpScaling = this.defaults['fused'] === true;
    this.begin();
  }
}
