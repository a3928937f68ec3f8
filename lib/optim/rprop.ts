import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { valueError } from '../errors';
import { readArguments } from '../arguments/read';
import { choiceByName, defaultsOf, offByName, pair, params, rate } from './arguments';

export interface RpropOptions extends Pick<SharedOptions, 'capturable' | 'foreach' | 'maximize' | 'differentiable'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 0.01 */
  readonly lr?: number | Tensor;
  /** The factors of a step: where the sign of the gradient changes, and where it stays. @defaultValue [0.5, 1.2] */
  readonly etas?: readonly [number, number];
  /** The smallest and the largest step. @defaultValue [1e-6, 50] */
  readonly stepSizes?: readonly [number, number];
}

export interface RpropGroup extends ParamGroup, Settings<Omit<RpropOptions, 'lr'>> {}

const TABLE = {
  params: params<RpropOptions>(),
  lr: rate(1e-2),
  etas: pair([0.5, 1.2]),
  stepSizes: pair([1e-6, 50]),
  capturable: offByName(),
  foreach: choiceByName(),
  maximize: offByName(),
  differentiable: offByName(),
};

function checked(options: Required<RpropOptions>): Required<RpropOptions> {
  const { lr, etas } = options;
  requireValue(rateOf('Rprop', lr) >= 0, 'Invalid learning rate', lr);
  const [minus, plus] = etas;
  if (!(minus > 0 && minus < 1 && plus > 1)) throw valueError(`Invalid eta values: ${minus}, ${plus}`);
  return options;
}

/**
 * Resilient backpropagation: steps whose size grows while the gradient keeps its sign.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Rprop.html
 * @example
 * const optimizer = new torch.optim.Rprop(model.parameters(), { etas: [0.5, 1.2] });
 */
export class Rprop extends NativeOptimizer<RpropGroup> {
  constructor(params: OptimizerParams<RpropOptions>, options?: RpropOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<RpropOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<[etas?: RpropOptions['etas'], stepSizes?: RpropOptions['stepSizes']], RpropOptions>
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('Rprop', TABLE, args);
    super('Rprop', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
