import type { Mixed } from '../arguments/signature';
import { native } from '../native/binding';
import { layout } from '../native/codes';
import { type Tensor, handleOf } from '../tensor/tensor';
import { rateOf, requireBetas, requireNumber, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { typeError } from '../errors';
import { float } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { defaultsOf, off, pair, params, rate } from './arguments';

export interface SparseAdamOptions extends Pick<SharedOptions, 'maximize'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 1e-3 */
  readonly lr?: number | Tensor;
  /** Decay of the running averages of the gradient and of its square. @defaultValue [0.9, 0.999] */
  readonly betas?: readonly [number, number];
  /** Added to the denominator for numerical stability. @defaultValue 1e-8 */
  readonly eps?: number;
}

export interface SparseAdamGroup extends ParamGroup, Settings<Omit<SparseAdamOptions, 'lr'>> {}

const TABLE = {
  params: params<SparseAdamOptions>(),
  lr: rate(1e-3),
  betas: pair([0.9, 0.999]),
  eps: float(1e-8),
  maximize: off(),
};

function checked(options: Required<SparseAdamOptions>): Required<SparseAdamOptions> {
  const { lr, betas, eps } = options;
  requireValue(rateOf('SparseAdam', lr) > 0, 'Invalid learning rate', lr);
  requireNumber('SparseAdam', 'eps', eps);
  requireValue(eps > 0, 'Invalid epsilon value', eps);
  requireBetas('SparseAdam', betas);
  return options;
}

/**
 * Adam for sparse gradients, as those of embeddings with `sparse: true`: only rows with a gradient change.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.SparseAdam.html
 * @example
 * const optimizer = new torch.optim.SparseAdam(embedding.parameters(), { lr: 0.001 });
 */
export class SparseAdam extends NativeOptimizer<SparseAdamGroup> {
  constructor(params: OptimizerParams<SparseAdamOptions>, options?: SparseAdamOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<SparseAdamOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [betas?: SparseAdamOptions['betas'], eps?: SparseAdamOptions['eps'], maximize?: SparseAdamOptions['maximize']],
      SparseAdamOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('SparseAdam', TABLE, args);
    super('SparseAdam', params, { ...checked(options) }, defaultsOf(TABLE));
    this.#checkParams();
  }

  #checkParams(): void {
    this.paramGroups.forEach(({ params }, i) => {
      params.forEach((param, j) => {
        if (native.layout(handleOf(param)) !== layout.strided) {
          throw typeError(`Sparse params at indices [[${i}, ${j}]]: SparseAdam requires dense parameter tensors`);
        }
        if (param.dtype.isComplex) {
          throw typeError(`Complex params at indices [[${i}, ${j}]]: SparseAdam does not support complex parameters`);
        }
      });
    });
  }
}
