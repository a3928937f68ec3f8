import { sizeText } from '../arguments/extents';
import type { Mixed } from '../arguments/signature';
import { muonAdjustment } from '../native/codes';
import type { Tensor } from '../tensor/tensor';
import { rateOf, requireNonNegative, requireValue } from './state-check';
import { NativeOptimizer } from './native-optimizer';
import type { OptimizerParams, ParamGroup, Settings } from './types';
import { typeError, valueError } from '../errors';
import { bool, float, int, nullable, str, type Field, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { defaultsOf, params, rate } from './arguments';

function isAdjustment(value: unknown): value is keyof typeof muonAdjustment {
  return typeof value === 'string' && Object.hasOwn(muonAdjustment, value);
}

export interface MuonOptions {
  /** The learning rate: a number, or a tensor of one element. @defaultValue 1e-3 */
  readonly lr?: number | Tensor;
  /** Decoupled weight decay: each step shrinks parameters by lr · weightDecay. @defaultValue 0.1 */
  readonly weightDecay?: number;
  /** The share of the last step in the next one. @defaultValue 0.95 */
  readonly momentum?: number;
  /** Use Nesterov momentum: look ahead by one step. @defaultValue true */
  readonly nesterov?: boolean;
  /** The coefficients of Newton and Schulz's iteration. @defaultValue [3.4445, -4.775, 2.0315] */
  readonly nsCoefficients?: readonly [number, number, number];
  /** Added to the denominator for numerical stability. @defaultValue 1e-7 */
  readonly eps?: number;
  /** The number of iterations; fewer than 100. @defaultValue 5 */
  readonly nsSteps?: number;
  /** How the learning rate follows the shape of a parameter. @defaultValue null, which means 'original' */
  readonly adjustLrFn?: 'original' | 'match_rms_adamw' | null;
}

export interface MuonGroup extends ParamGroup, Settings<Omit<MuonOptions, 'lr'>> {}

const isCoefficients = (v: unknown): boolean =>
  Array.isArray(v) && v.length === 3 && v.every((one) => typeof one === 'number');

const TABLE = {
  params: params<MuonOptions>(),
  lr: rate(1e-3),
  weightDecay: float(0.1),
  momentum: float(0.95),
  nesterov: bool(true),
  nsCoefficients: value<readonly [number, number, number]>('three numbers', isCoefficients, [3.4445, -4.775, 2.0315]),
  eps: float(1e-7),
  nsSteps: int(5),
  adjustLrFn: nullable(str()) as Field<MuonOptions['adjustLrFn'] & (string | null)>,
};

function checked(options: Required<MuonOptions>): Required<MuonOptions> {
  const { lr, weightDecay, momentum, adjustLrFn } = options;
  requireValue(rateOf('Muon', lr) >= 0, 'Learning rate should be >= 0 but is', lr);
  requireNonNegative('Muon', 'momentum', momentum, 'momentum should be >= 0 but is');
  requireNonNegative('Muon', 'weightDecay', weightDecay, 'weight decay should be >= 0 but is');
  if (adjustLrFn !== null && !isAdjustment(adjustLrFn)) {
    throw valueError(`Adjust learning rate function ${String(adjustLrFn)} is not supported`);
  }
  return options;
}

/**
 * Muon: momentum made orthogonal. For matrices only: give other parameters to another optimizer.
 *
 * @throws TorchValueError for options outside of their range, TypeError for a parameter that is not a matrix.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Muon.html
 * @example
 * const optimizer = new torch.optim.Muon([weight], { lr: 0.02 });
 */
export class Muon extends NativeOptimizer<MuonGroup> {
  constructor(params: OptimizerParams<MuonOptions>, options?: MuonOptions);
  /** Options by position, in Python's order. */
  constructor(
    params: OptimizerParams<MuonOptions>,
    lr?: number | Tensor,
    ...optional: Mixed<
      [
        weightDecay?: MuonOptions['weightDecay'],
        momentum?: MuonOptions['momentum'],
        nesterov?: MuonOptions['nesterov'],
        nsCoefficients?: MuonOptions['nsCoefficients'],
        eps?: MuonOptions['eps'],
        nsSteps?: MuonOptions['nsSteps'],
        adjustLrFn?: MuonOptions['adjustLrFn'],
      ],
      MuonOptions
    >
  );
  constructor(...args: readonly unknown[]) {
    const { params, ...options } = readArguments('Muon', TABLE, args);
    super('Muon', params, { ...checked(options) }, defaultsOf(TABLE));
    for (const param of this.paramGroups.flatMap((group) => group.params)) {
      if (param.ndim === 2) continue;
      throw typeError(
        `Muon only supports 2D parameters whereas we found a parameter with size: ${sizeText(param.shape)}`,
      );
    }
  }

  protected override encodeOption(name: string, value: unknown): unknown {
    if (name !== 'adjustLrFn' || value === null) return value;
    if (isAdjustment(value)) return muonAdjustment[value];
    throw valueError(`Adjust learning rate function ${String(value)} is not supported`);
  }
}
