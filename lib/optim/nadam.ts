import type { Tensor } from '../tensor/tensor';
import { rateOf, requireBetas, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup } from './types';
import { float, type Rest } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choiceByName, defaultsOf, off, offByName, pair, params, rate } from './arguments';

export interface NAdamOptions {
  /** The learning rate: a number, or a tensor of one element. */
  readonly lr?: number | Tensor;
  readonly betas?: readonly [number, number];
  /** Added to the denominator for numerical stability. */
  readonly eps?: number;
  readonly weightDecay?: number;
  readonly momentumDecay?: number;
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

export interface NAdamGroup extends ParamGroup {
  betas: [number, number];
  eps: number;
  weightDecay: number;
  momentumDecay: number;
  decoupledWeightDecay: boolean;
  foreach: boolean | null;
  maximize: boolean;
  capturable: boolean;
  differentiable: boolean;
}

const TABLE = {
  params: params<NAdamOptions>(),
  lr: rate(2e-3),
  betas: pair([0.9, 0.999]),
  eps: float(1e-8),
  weightDecay: float(0),
  momentumDecay: float(4e-3),
  decoupledWeightDecay: off(),
  foreach: choiceByName(),
  maximize: offByName(),
  capturable: offByName(),
  differentiable: offByName(),
};

function checked(options: Required<NAdamOptions>): Required<NAdamOptions> {
  const { lr, betas, eps, weightDecay, momentumDecay } = options;
  requireValue(rateOf('NAdam', lr) >= 0, 'Invalid learning rate', lr);
  requireNonNegative('NAdam', 'eps', eps, 'Invalid epsilon value');
  requireBetas('NAdam', betas);
  requireNonNegative('NAdam', 'weightDecay', weightDecay, 'Invalid weight_decay value');
  requireNonNegative('NAdam', 'momentumDecay', momentumDecay, 'Invalid momentum_decay value');
  return options;
}

/**
 * Adam with Nesterov's momentum.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.NAdam.html
 * @example
 * const optimizer = new torch.optim.NAdam(model.parameters(), { lr: 0.002 });
 */
export class NAdam extends NativeOptimizer<NAdamGroup> {
  constructor(params: OptimizerParams<NAdamOptions>, options?: NAdamOptions);
  /** Options by position, in Python's order. */
  constructor(params: OptimizerParams<NAdamOptions>, lr?: number | Tensor, ...rest: Rest<typeof TABLE>);
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('NAdam', TABLE, args);
    super('NAdam', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
