import type { Mixed } from '../arguments/signature';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireNonNegative, requireNumber, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings, SharedOptions } from './types';
import { float, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { choiceByName, defaultsOf, offByName, params, rate } from './arguments';

export interface AdafactorOptions extends Pick<SharedOptions, 'foreach' | 'maximize'> {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 0.01 */
  readonly lr?: number | Tensor;
  /** The power of the step by which the decay of the second moment approaches 1. @defaultValue -0.8 */
  readonly beta2Decay?: number;
  /** The least second moment, and the least size of a parameter. @defaultValue [null, 1e-3], where null means the machine epsilon of the dtype */
  readonly eps?: readonly [number | null, number];
  /** Updates whose root mean square is larger are scaled down to it. @defaultValue 1 */
  readonly d?: number;
  /** Decoupled weight decay: each step shrinks parameters by lr · weightDecay. @defaultValue 0 */
  readonly weightDecay?: number;
}

export interface AdafactorGroup extends ParamGroup, Settings<Omit<AdafactorOptions, 'lr'>> {}

const isEpsilons = (v: unknown): boolean =>
  Array.isArray(v) && v.length === 2 && (v[0] === null || typeof v[0] === 'number') && typeof v[1] === 'number';

const TABLE = {
  params: params<AdafactorOptions>(),
  lr: rate(1e-2),
  beta2Decay: float(-0.8),
  eps: value<readonly [number | null, number]>('a pair of a number or null and a number', isEpsilons, [null, 1e-3]),
  d: float(1),
  weightDecay: float(0),
  foreach: choiceByName(),
  maximize: offByName(),
};

function checked(options: Required<AdafactorOptions>): Required<AdafactorOptions> {
  const { lr, beta2Decay, eps, d, weightDecay } = options;
  requireValue(rateOf('Adafactor', lr) >= 0, 'Learning rate should be >= 0 but is', lr);
  requireNumber('Adafactor', 'beta2Decay', beta2Decay);
  requireValue(beta2Decay <= 0, 'beta2_decay should be <= 0 but is', beta2Decay);
  const [eps1, eps2] = eps;
  requireValue(eps1 === null || eps1 >= 0, 'epsilon1 should be >= 0 but is', eps1);
  requireValue(eps2 >= 0, 'epsilon2 should be >= 0 but is', eps2);
  requireNumber('Adafactor', 'd', d);
  requireValue(d >= 1, 'Clipping threshold d should be >= 1 but is', d);
  requireNonNegative('Adafactor', 'weightDecay', weightDecay, 'weight_decay should be >= 0 but is');
  return options;
}

/**
 * Adafactor: like Adam, but for each matrix it keeps only a row and a column of second moments.
 *
 * @throws TorchValueError for a negative learning rate or another option outside of its range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Adafactor.html
 * @example
 * const optimizer = new torch.optim.Adafactor(model.parameters(), { lr: 0.01 });
 */
export class Adafactor extends NativeOptimizer<AdafactorGroup> {
  constructor(params: OptimizerParams<AdafactorOptions>, options?: AdafactorOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<AdafactorOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        beta2Decay?: AdafactorOptions['beta2Decay'],
        eps?: AdafactorOptions['eps'],
        d?: AdafactorOptions['d'],
        weightDecay?: AdafactorOptions['weightDecay'],
      ],
      AdafactorOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('Adafactor', TABLE, args);
    super('Adafactor', params, { ...checked(options) }, defaultsOf(TABLE));
  }
}
