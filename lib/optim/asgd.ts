import type { Tensor } from '../tensor/tensor';
import { rateOf, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup } from './types';
import { float, type Rest } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choice, defaultsOf, off, params, rate } from './arguments';

export interface ASGDOptions {
  /** The learning rate: a number, or a tensor of one element. */
  readonly lr?: number | Tensor;
  /** Decay. */
  readonly lambd?: number;
  /** Power of the decay of the learning rate. */
  readonly alpha?: number;
  /** The step at which averaging begins. */
  readonly t0?: number;
  readonly weightDecay?: number;
  /** Work on lists of tensors; null: where all are on an accelerator. */
  readonly foreach?: boolean | null;
  readonly maximize?: boolean;
  /** Let autograd record the step. */
  readonly differentiable?: boolean;
  /** For accelerators only, as in Python. */
  readonly capturable?: boolean;
}

export interface ASGDGroup extends ParamGroup {
  lambd: number;
  alpha: number;
  t0: number;
  weightDecay: number;
  foreach: boolean | null;
  maximize: boolean;
  differentiable: boolean;
  capturable: boolean;
}

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
  constructor(params: OptimizerParams<ASGDOptions>, lr?: number | Tensor, ...rest: Rest<typeof TABLE>);
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('ASGD', TABLE, args);
    super('ASGD', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
