import type { Tensor } from '../tensor';
import { checkFused, rateOf, requireNumber, requireValue } from './check';
import { withDefaults } from './groups';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup } from './types';
import { valueError } from '../errors';

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

const DEFAULTS: Required<SGDOptions> = {
  lr: 1e-3,
  momentum: 0,
  dampening: 0,
  weightDecay: 0,
  nesterov: false,
  maximize: false,
  foreach: null,
  differentiable: false,
  fused: null,
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
 * @throws RangeError for a negative learning rate, momentum or weight decay.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.SGD.html
 * @example
 * const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9 });
 */
export class SGD extends NativeOptimizer<SGDGroup> {
  constructor(params: OptimizerParams<SGDOptions>, options?: SGDOptions) {
    super('SGD', params, { ...checked(withDefaults('SGD', DEFAULTS, options)) }, { ...DEFAULTS });
    this.stepSupportsAmpScaling = this.defaults['fused'] === true;
  }
}
