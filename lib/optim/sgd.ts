import type { Tensor } from '../tensor/tensor';
import { checkFused, rateOf, requireNumber, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup } from './types';
import { valueError } from '../errors';
import { float, type Rest } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choiceByName, defaultsOf, off, offByName, params, rate } from './arguments';

export interface SGDOptions {
  /** The learning rate: a number, or a tensor of one element. */
  readonly lr?: number | Tensor;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly weightDecay?: number;
  readonly nesterov?: boolean;
  readonly maximize?: boolean;
  /** Work on lists of tensors; null: where all are on an accelerator. */
  readonly foreach?: boolean | null;
  /** Let autograd record the step. */
  readonly differentiable?: boolean;
  /** One kernel for everything. */
  readonly fused?: boolean | null;
}

export interface SGDGroup extends ParamGroup {
  momentum: number;
  dampening: number;
  weightDecay: number;
  nesterov: boolean;
  maximize: boolean;
  foreach: boolean | null;
  differentiable: boolean;
  fused: boolean | null;
}

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
  constructor(params: OptimizerParams<SGDOptions>, lr?: number | Tensor, ...rest: Rest<typeof TABLE>);
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('SGD', TABLE, args);
    super('SGD', params, { ...checked(options) }, defaultsOf(TABLE));
    this.stepSupportsAmpScaling = this.defaults['fused'] === true;
  }
}
