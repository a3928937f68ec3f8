import type { Tensor } from '../tensor/tensor';
import { rateOf, requireBetas, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup } from './types';
import { float, type Rest } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choiceByName, defaultsOf, off, offByName, pair, params, rate } from './arguments';

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

const TABLE = {
  params: params<RAdamOptions>(),
  lr: rate(1e-3),
  betas: pair([0.9, 0.999]),
  eps: float(1e-8),
  weightDecay: float(0),
  decoupledWeightDecay: off(),
  foreach: choiceByName(),
  maximize: offByName(),
  capturable: offByName(),
  differentiable: offByName(),
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
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.RAdam.html
 * @example
 * const optimizer = new torch.optim.RAdam(model.parameters(), { lr: 0.001 });
 */
export class RAdam extends NativeOptimizer<RAdamGroup> {
  constructor(params: OptimizerParams<RAdamOptions>, options?: RAdamOptions);
  /** Options by position, in Python's order. */
  constructor(params: OptimizerParams<RAdamOptions>, lr?: number | Tensor, ...rest: Rest<typeof TABLE>);
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('RAdam', TABLE, args);
    super('RAdam', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
