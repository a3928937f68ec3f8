import { int, required } from '../../../arguments/fields';
import { readArguments, refuseSurplus } from '../../../arguments/read';
import { limitArguments } from '../../../arguments/surplus';
import { type GroupOrNone, groupField, groupOrDefault, NON_GROUP_MEMBER } from '../../../c10d/world';
import { valueError, warn } from '../../../errors';
import { ALWAYS, averageLater, averageNow } from './average';
import { type ParametersOrGroups, getParamsToAverage } from './utils';

export type { ParametersOrGroups } from './utils';

/**
 * Averages the parameters of ranks that step on gradients of their own. A subclass says between which ranks, and after
 * which steps.
 *
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/distributed/algorithms/model_averaging/averagers.py
 * @example
 * const { ModelAverager, PeriodicModelAverager } = distributed.algorithms.modelAveraging.averagers;
 * const averager = new PeriodicModelAverager(2);
 * averager instanceof ModelAverager; // true
 * criterion.forward(model.forward(x), y).backward();
 * averager.averageParameters(model.parameters());
 * averager.step; // 1
 */
export abstract class ModelAverager {
  /** The ranks that average. */
  readonly processGroup: GroupOrNone;
  /** How often it was called; an optimizer's state dict keeps it. */
  step = 0;

  constructor(processGroup: GroupOrNone | null = null, ...surplus: []) {
    refuseSurplus('ModelAverager', 1, surplus);
    this.processGroup = processGroup === NON_GROUP_MEMBER ? processGroup : groupOrDefault(processGroup);
  }

  /** The ranks that average after this step; null for none. @internal */
  protected abstract groupNow(): GroupOrNone | null;

  /**
   * Counts a step, and averages after those in which it is due. All ranks call it.
   *
   * @param params - The parameters of a module, or `paramGroups` of an optimizer. Those without a gradient are left out.
   */
  averageParameters(params: ParametersOrGroups): void {
    const group = this.groupNow();
    if (group !== null) averageNow(getParamsToAverage(params), group);
    this.step++;
  }

  /** {@link averageParameters} that blocks nobody while it waits for other ranks. */
  async averageParametersAsync(params: ParametersOrGroups): Promise<void> {
    const group = this.groupNow();
    if (group !== null) await averageLater(getParamsToAverage(params), group);
    this.step++;
  }
}

/** Options of {@link PeriodicModelAverager}. */
export interface PeriodicOptions {
  /** No step before this one averages. @defaultValue 0 */
  readonly warmupSteps?: number;
  /** The ranks that average. @defaultValue null, which means all */
  readonly processGroup?: GroupOrNone | null;
}

const PERIODIC = { period: required(int()), warmupSteps: int(0), processGroup: groupField() };

/**
 * Averages every so many steps: local SGD. After `postLocalSGDHook` it makes post-local SGD.
 *
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/distributed/algorithms/model_averaging/averagers.py
 * @example
 * const { PeriodicModelAverager } = distributed.algorithms.modelAveraging.averagers;
 * const averager = new PeriodicModelAverager(4, { warmupSteps: 100 });
 * optimizer.step();
 * averager.averageParameters(model.parameters());
 */
export class PeriodicModelAverager extends ModelAverager {
  readonly period: number;
  readonly warmupSteps: number;

  constructor(period: number, options?: PeriodicOptions);
  constructor(period: number, warmupSteps?: number | PeriodicOptions, processGroup?: GroupOrNone | null);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('PeriodicModelAverager', PERIODIC, args);
    super(given.processGroup);
    if (given.warmupSteps < 0) throw valueError('Arg `warmupSteps` must be a non-negative number.');
    if (given.period < 1) throw valueError('Arg `period` must be a positive value.');
    if (given.period === 1) warn(ALWAYS('When period is 1'));
    this.period = given.period;
    this.warmupSteps = given.warmupSteps;
  }

  protected override groupNow(): GroupOrNone | null {
    const since = this.step - this.warmupSteps;
    return since >= 0 && since % this.period === 0 ? this.processGroup : null;
  }
}

limitArguments([ModelAverager], { averageParameters: 1, averageParametersAsync: 1 });
