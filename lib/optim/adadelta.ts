import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireNonNegative, requireNumber, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choice, defaultsOf, offByName, params, rate } from './arguments';

export interface AdadeltaOptions extends Pick<SharedOptions, 'foreach' | 'capturable' | 'maximize' | 'differentiable'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 1 */
  readonly lr?: number | Tensor;
  /** Decay of both running averages. @defaultValue 0.9 */
  readonly rho?: number;
  /** Added to the denominator for numerical stability. @defaultValue 1e-6 */
  readonly eps?: number;
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
}

export interface AdadeltaGroup extends ParamGroup, Settings<Omit<AdadeltaOptions, 'lr'>> {}

const TABLE = {
  params: params<AdadeltaOptions>(),
  lr: rate(1),
  rho: float(0.9),
  eps: float(1e-6),
  weightDecay: float(0),
  foreach: choice(),
  capturable: offByName(),
  maximize: offByName(),
  differentiable: offByName(),
};

function checked(options: Required<AdadeltaOptions>): Required<AdadeltaOptions> {
  const { lr, rho, eps, weightDecay } = options;
  requireValue(rateOf('Adadelta', lr) >= 0, 'Invalid learning rate', lr);
  requireNumber('Adadelta', 'rho', rho);
  requireValue(rho >= 0 && rho <= 1, 'Invalid rho value', rho);
  requireNonNegative('Adadelta', 'eps', eps, 'Invalid epsilon value');
  requireNonNegative('Adadelta', 'weightDecay', weightDecay, 'Invalid weight_decay value');
  return options;
}

/**
 * Adadelta: steps scaled by running averages of the squared gradient and of the squared steps.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Adadelta.html
 * @example
 * const optimizer = new torch.optim.Adadelta(model.parameters(), { rho: 0.95 });
 */
export class Adadelta extends NativeOptimizer<AdadeltaGroup> {
  constructor(params: OptimizerParams<AdadeltaOptions>, options?: AdadeltaOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<AdadeltaOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        rho?: AdadeltaOptions['rho'],
        eps?: AdadeltaOptions['eps'],
        weightDecay?: AdadeltaOptions['weightDecay'],
        foreach?: AdadeltaOptions['foreach'],
      ],
      AdadeltaOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('Adadelta', TABLE, args);
    super('Adadelta', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
