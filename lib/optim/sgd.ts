import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { checkFused, rateOf, requireNumber, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { valueError } from '../errors';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choiceByName, defaultsOf, off, offByName, params, rate } from './arguments';

export interface SGDOptions extends Pick<SharedOptions, 'maximize' | 'foreach' | 'differentiable' | 'fused'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 1e-3 */
  readonly lr?: number | Tensor;
  /** The share of the last step in the next one. @defaultValue 0 */
  readonly momentum?: number;
  /** How much of the gradient is left out of the momentum. @defaultValue 0 */
  readonly dampening?: number;
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
  /** Use Nesterov momentum: look ahead by one step. @defaultValue false */
  readonly nesterov?: boolean;
}

export interface SGDGroup extends ParamGroup, Settings<Omit<SGDOptions, 'lr'>> {}

const TABLE = {
  params: params<SGDOptions>(),
  lr: rate(1e-3),
  momentum: float(0),
  dampening: float(0),
  weightDecay: float(0),
  nesterov: off(),
  maximize: offByName(),
  foreach: choiceByName(),
  differentiable: offByName(),
  fused: choiceByName(),
};

function checked(options: Required<SGDOptions>): Required<SGDOptions> {
  const { lr, momentum, dampening, weightDecay, nesterov } = options;
  requireValue(!(rateOf('SGD', lr) < 0), 'Invalid learning rate', lr);
  requireNumber('SGD', 'momentum', momentum);
  requireNumber('SGD', 'dampening', dampening);
  requireNumber('SGD', 'weightDecay', weightDecay);
  requireValue(!(momentum < 0), 'Invalid momentum value', momentum);
  requireValue(!(weightDecay < 0), 'Invalid weight_decay value', weightDecay);
  if (nesterov && (momentum <= 0 || dampening !== 0)) {
    throw valueError('Nesterov momentum requires a momentum and zero dampening');
  }
  checkFused(options);
  return options;
}

/**
 * Stochastic gradient descent, with momentum where it is asked for.
 *
 * @throws TorchValueError for a negative learning rate, momentum or weight decay.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.SGD.html
 * @example
 * const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
 */
export class SGD extends NativeOptimizer<SGDGroup> {
  constructor(params: OptimizerParams<SGDOptions>, options?: SGDOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<SGDOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        momentum?: SGDOptions['momentum'],
        dampening?: SGDOptions['dampening'],
        weightDecay?: SGDOptions['weightDecay'],
        nesterov?: SGDOptions['nesterov'],
      ],
      SGDOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('SGD', TABLE, args);
    super('SGD', params, { ...checked(options) }, defaultsOf(TABLE));
    this.stepSupportsAmpScaling = this.defaults['fused'] === true;
  }
}
