import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireBetas, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choiceByName, defaultsOf, off, offByName, pair, params, rate } from './arguments';

export interface RAdamOptions extends Pick<SharedOptions, 'foreach' | 'maximize' | 'capturable' | 'differentiable'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 1e-3 */
  readonly lr?: number | Tensor;
  /** Decay of the running averages of the gradient and of its square. @defaultValue [0.9, 0.999] */
  readonly betas?: readonly [number, number];
  /** Added to the denominator for numerical stability. @defaultValue 1e-8 */
  readonly eps?: number;
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
  /** Decay the weights apart from the gradient. @defaultValue false */
  readonly decoupledWeightDecay?: boolean;
}

export interface RAdamGroup extends ParamGroup, Settings<Omit<RAdamOptions, 'lr'>> {}

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
  constructor(
    params: OptimizerParams<RAdamOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        betas?: RAdamOptions['betas'],
        eps?: RAdamOptions['eps'],
        weightDecay?: RAdamOptions['weightDecay'],
        decoupledWeightDecay?: RAdamOptions['decoupledWeightDecay'],
      ],
      RAdamOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('RAdam', TABLE, args);
    super('RAdam', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
