import type { Tensor } from '../tensor';
import { rateOf, requireBetas, requireNonNegative, requireValue } from './check';
import { withDefaults } from './groups';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup } from './types';

export interface RAdamOptions {
  /** The learning rate: a number, or a tensor of one element. */
  readonly lr?: number | Tensor;
  readonly betas?: readonly [number, number];
  /** Added to the denominator for numerical stability. */
  readonly eps?: number;
  readonly weightDecay?: number;
  /** Decay the weights apart from the gradient. */
  readonly decoupledWeightDecay?: boolean;
  /** Work on lists of tensors; null: where all are on an accelerator. */
  readonly foreach?: boolean | null;
  readonly maximize?: boolean;
  /** For accelerators only, as in Python. */
  readonly capturable?: boolean;
  /** Let autograd record the step. */
  readonly differentiable?: boolean;
}

export interface RAdamGroup extends ParamGroup {
  betas: [number, number];
  eps: number;
  weightDecay: number;
  decoupledWeightDecay: boolean;
  foreach: boolean | null;
  maximize: boolean;
  capturable: boolean;
  differentiable: boolean;
}

const DEFAULTS: Required<RAdamOptions> = {
  lr: 1e-3,
  betas: [0.9, 0.999],
  eps: 1e-8,
  weightDecay: 0,
  decoupledWeightDecay: false,
  foreach: null,
  maximize: false,
  capturable: false,
  differentiable: false,
};

function checked(options: Required<RAdamOptions>): Required<RAdamOptions> {
  const { lr, betas, eps, weightDecay } = options;
  requireValue(rateOf('RAdam', lr) >= 0, 'Invalid learning rate', lr);
  requireNonNegative('RAdam', 'eps', eps, 'Invalid epsilon value');
  requireBetas('RAdam', betas);
  requireNonNegative('RAdam', 'weightDecay', weightDecay, 'Invalid weight_decay value');
  return options;
}

/**
 * Adam with its variance rectified in the first steps.
 *
 * @throws RangeError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.RAdam.html
 * @example
 * const optimizer = new torch.optim.RAdam(model.parameters(), { lr: 0.001 });
 */
export class RAdam extends NativeOptimizer<RAdamGroup> {
  constructor(params: OptimizerParams<RAdamOptions>, options?: RAdamOptions) {
    super('RAdam', params, { ...checked(withDefaults('RAdam', DEFAULTS, options)) }, { ...DEFAULTS });
  }
}
