import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choice, defaultsOf, off, params, rate } from './arguments';

export interface ASGDOptions extends Pick<SharedOptions, 'foreach' | 'maximize' | 'differentiable' | 'capturable'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 0.01 */
  readonly lr?: number | Tensor;
  /** How fast parameters decay: each step multiplies them by 1 − lambd · lr. @defaultValue 1e-4 */
  readonly lambd?: number;
  /** The power with which the learning rate decays. @defaultValue 0.75 */
  readonly alpha?: number;
  /** The step at which averaging begins. @defaultValue 1e6 */
  readonly t0?: number;
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
}

export interface ASGDGroup extends ParamGroup, Settings<Omit<ASGDOptions, 'lr'>> {}

const TABLE = {
  params: params<ASGDOptions>(),
  lr: rate(1e-2),
  lambd: float(1e-4),
  alpha: float(0.75),
  t0: float(1e6),
  weightDecay: float(0),
  foreach: choice(),
  maximize: off(),
  differentiable: off(),
  capturable: off(),
};

function checked(options: Required<ASGDOptions>): Required<ASGDOptions> {
  const { lr, weightDecay } = options;
  requireValue(rateOf('ASGD', lr) >= 0, 'Invalid learning rate', lr);
  requireNonNegative('ASGD', 'weightDecay', weightDecay, 'Invalid weight_decay value');
  return options;
}

/**
 * Averaged stochastic gradient descent; the average is `state.get(param).ax`.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.ASGD.html
 * @example
 * const optimizer = new torch.optim.ASGD(model.parameters(), { lr: 0.01 });
 */
export class ASGD extends NativeOptimizer<ASGDGroup> {
  constructor(params: OptimizerParams<ASGDOptions>, options?: ASGDOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<ASGDOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        lambd?: ASGDOptions['lambd'],
        alpha?: ASGDOptions['alpha'],
        t0?: ASGDOptions['t0'],
        weightDecay?: ASGDOptions['weightDecay'],
        foreach?: ASGDOptions['foreach'],
        maximize?: ASGDOptions['maximize'],
        differentiable?: ASGDOptions['differentiable'],
        capturable?: ASGDOptions['capturable'],
      ],
      ASGDOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('ASGD', TABLE, args);
    super('ASGD', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
