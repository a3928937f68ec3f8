import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireBetas, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choiceByName, defaultsOf, off, offByName, pair, params, rate } from './arguments';

export interface NAdamOptions extends Pick<SharedOptions, 'foreach' | 'maximize' | 'capturable' | 'differentiable'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 2e-3 */
  readonly lr?: number | Tensor;
  /** Decay of the running averages of the gradient and of its square. @defaultValue [0.9, 0.999] */
  readonly betas?: readonly [number, number];
  /** Added to the denominator for numerical stability. @defaultValue 1e-8 */
  readonly eps?: number;
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
  /** Decay of the momentum. @defaultValue 4e-3 */
  readonly momentumDecay?: number;
  /** Decay the weights apart from the gradient. @defaultValue false */
  readonly decoupledWeightDecay?: boolean;
}

export interface NAdamGroup extends ParamGroup, Settings<Omit<NAdamOptions, 'lr'>> {}

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
  constructor(
    params: OptimizerParams<NAdamOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        betas?: NAdamOptions['betas'],
        eps?: NAdamOptions['eps'],
        weightDecay?: NAdamOptions['weightDecay'],
        momentumDecay?: NAdamOptions['momentumDecay'],
        decoupledWeightDecay?: NAdamOptions['decoupledWeightDecay'],
      ],
      NAdamOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('NAdam', TABLE, args);
    super('NAdam', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
