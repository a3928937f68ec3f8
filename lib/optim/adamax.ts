import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireBetas, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choice, defaultsOf, offByName, pair, params, rate } from './arguments';

export interface AdamaxOptions extends Pick<SharedOptions, 'foreach' | 'maximize' | 'differentiable' | 'capturable'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 2e-3 */
  readonly lr?: number | Tensor;
  /** Decay of the running averages of the gradient and of its square. @defaultValue [0.9, 0.999] */
  readonly betas?: readonly [number, number];
  /** Added to the denominator for numerical stability. @defaultValue 1e-8 */
  readonly eps?: number;
  /** An L2 penalty: this times the parameter is added to its gradient. @defaultValue 0 */
  readonly weightDecay?: number;
}

export interface AdamaxGroup extends ParamGroup, Settings<Omit<AdamaxOptions, 'lr'>> {}

const TABLE = {
  params: params<AdamaxOptions>(),
  lr: rate(2e-3),
  betas: pair([0.9, 0.999]),
  eps: float(1e-8),
  weightDecay: float(0),
  foreach: choice(),
  maximize: offByName(),
  differentiable: offByName(),
  capturable: offByName(),
};

function checked(options: Required<AdamaxOptions>): Required<AdamaxOptions> {
  const { lr, betas, eps, weightDecay } = options;
  requireValue(rateOf('Adamax', lr) >= 0, 'Invalid learning rate', lr);
  requireNonNegative('Adamax', 'eps', eps, 'Invalid epsilon value');
  requireBetas('Adamax', betas);
  requireNonNegative('Adamax', 'weightDecay', weightDecay, 'Invalid weight_decay value');
  return options;
}

/**
 * Adamax: Adam with the infinity norm.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Adamax.html
 * @example
 * const optimizer = new torch.optim.Adamax(model.parameters(), { lr: 0.002 });
 */
export class Adamax extends NativeOptimizer<AdamaxGroup> {
  constructor(params: OptimizerParams<AdamaxOptions>, options?: AdamaxOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<AdamaxOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        betas?: AdamaxOptions['betas'],
        eps?: AdamaxOptions['eps'],
        weightDecay?: AdamaxOptions['weightDecay'],
        foreach?: AdamaxOptions['foreach'],
      ],
      AdamaxOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('Adamax', TABLE, args);
    super('Adamax', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
