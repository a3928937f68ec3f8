import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choice, defaultsOf, off, params, rate } from './arguments';

export interface RMSpropOptions extends Pick<SharedOptions, 'capturable' | 'foreach' | 'maximize' | 'differentiable'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 0.01 */
  readonly lr?: number | Tensor;
  /** Decay of the running average of squared gradients. @defaultValue 0.99 */
  readonly alpha?: number;
  /** Added to the denominator for numerical stability. @defaultValue 1e-8 */
  readonly eps?: number;
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
  /** The share of the last step in the next one. @defaultValue 0 */
  readonly momentum?: number;
  /** Subtract the mean, so that steps are scaled by the variance. @defaultValue false */
  readonly centered?: boolean;
}

export interface RMSpropGroup extends ParamGroup, Settings<Omit<RMSpropOptions, 'lr'>> {}

const TABLE = {
  params: params<RMSpropOptions>(),
  lr: rate(1e-2),
  alpha: float(0.99),
  eps: float(1e-8),
  weightDecay: float(0),
  momentum: float(0),
  centered: off(),
  capturable: off(),
  foreach: choice(),
  maximize: off(),
  differentiable: off(),
};

function checked(options: Required<RMSpropOptions>): Required<RMSpropOptions> {
  const { lr, alpha, eps, weightDecay, momentum } = options;
  requireValue(rateOf('RMSprop', lr) >= 0, 'Invalid learning rate', lr);
  requireNonNegative('RMSprop', 'eps', eps, 'Invalid epsilon value');
  requireNonNegative('RMSprop', 'momentum', momentum, 'Invalid momentum value');
  requireNonNegative('RMSprop', 'weightDecay', weightDecay, 'Invalid weight_decay value');
  requireNonNegative('RMSprop', 'alpha', alpha, 'Invalid alpha value');
  return options;
}

/**
 * RMSprop: steps scaled by a running average of the squared gradient.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.RMSprop.html
 * @example
 * const optimizer = new torch.optim.RMSprop(model.parameters(), { lr: 0.01, momentum: 0.9 });
 */
export class RMSprop extends NativeOptimizer<RMSpropGroup> {
  constructor(params: OptimizerParams<RMSpropOptions>, options?: RMSpropOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<RMSpropOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        alpha?: RMSpropOptions['alpha'],
        eps?: RMSpropOptions['eps'],
        weightDecay?: RMSpropOptions['weightDecay'],
        momentum?: RMSpropOptions['momentum'],
        centered?: RMSpropOptions['centered'],
        capturable?: RMSpropOptions['capturable'],
        foreach?: RMSpropOptions['foreach'],
        maximize?: RMSpropOptions['maximize'],
        differentiable?: RMSpropOptions['differentiable'],
      ],
      RMSpropOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('RMSprop', TABLE, args);
    super('RMSprop', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
