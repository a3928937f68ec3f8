import { int, value } from '../../../arguments/fields';
import { isMap } from '../../../arguments/plain-object';
import { readArguments } from '../../../arguments/read';
import { newSubgroups } from '../../../c10d/new-group';
import type { ProcessGroup } from '../../../c10d/process-group';
import { type GroupOrNone, NON_GROUP_MEMBER, groupField, groupOrDefault } from '../../../c10d/world';
import { valueError, warn } from '../../../errors';
import { ALWAYS } from './average';
import { ModelAverager } from './averagers';

/** Options of {@link HierarchicalModelAverager}. */
export interface HierarchicalOptions {
  /** No step before this one averages. @defaultValue 0 */
  readonly warmupSteps?: number;
  /** The ranks that average at the highest level. @defaultValue null, which means all */
  readonly processGroup?: GroupOrNone | null;
}

const isCount = (given: unknown): boolean => typeof given === 'number' && Number.isSafeInteger(given);

const TABLE = {
  periodGroupSizeDict: value<ReadonlyMap<number, number>>(
    'a Map from periods to sizes of groups',
    (given) => isMap(given) && [...given].flat().every(isCount),
  ),
  warmupSteps: int(0),
  processGroup: groupField(),
};

interface Level {
  readonly period: number;
  readonly group: GroupOrNone;
}

/** Only this class makes them: its groups come by promises. */
class Levels {
  constructor(
    readonly levels: readonly Level[],
    readonly warmupSteps: number,
    readonly processGroup: ProcessGroup,
  ) {}
}

/**
 * Averages within small groups often, and within larger ones less often: after each step the group with the longest period
 * that divides its number. Made by {@link HierarchicalModelAverager.create}, since groups are.
 *
 * @see https://github.com/pytorch/pytorch/blob/v2.13.0/torch/distributed/algorithms/model_averaging/hierarchical_model_averager.py
 * @example
 * const { HierarchicalModelAverager } = distributed.algorithms.modelAveraging.hierarchicalModelAverager;
 * // Pairs of ranks average every 2 steps, all of them every 8 steps.
 * const averager = await HierarchicalModelAverager.create(new Map([[2, 1], [8, distributed.getWorldSize()]]));
 * model.forward(x).sum().backward();
 * averager.averageParameters(model.parameters()); // those that have gradients
 */
export class HierarchicalModelAverager extends ModelAverager {
  readonly warmupSteps: number;
  /** The group of each period. */
  readonly periodProcessGroupDict: ReadonlyMap<number, GroupOrNone>;

  /** @internal */
  constructor(made: Levels) {
    if (!(made instanceof Levels)) {
      throw valueError(
        'a HierarchicalModelAverager is made by HierarchicalModelAverager.create(), whose promise makes its groups',
      );
    }
    super(made.processGroup);
    this.warmupSteps = made.warmupSteps;
    this.periodProcessGroupDict = new Map(made.levels.map(({ period, group }) => [period, group]));
  }

  /**
   * Makes the groups, which all ranks do together.
   *
   * @param periodGroupSizeDict - How many ranks average every so many steps, from the shortest period to the longest, whose
   *   group has all ranks.
   */
  static async create(
    periodGroupSizeDict: ReadonlyMap<number, number>,
    options?: HierarchicalOptions,
  ): Promise<HierarchicalModelAverager>;
  static async create(
    periodGroupSizeDict: ReadonlyMap<number, number>,
    warmupSteps?: number | HierarchicalOptions,
    processGroup?: GroupOrNone | null,
  ): Promise<HierarchicalModelAverager>;
  static async create(...args: readonly unknown[]): Promise<HierarchicalModelAverager> {
    const {
      periodGroupSizeDict: sizes,
      warmupSteps,
      processGroup,
    } = readArguments('HierarchicalModelAverager.create', TABLE, args);
    if (processGroup === NON_GROUP_MEMBER) throw valueError('this rank is not in the group that is to average');
    const everybody = groupOrDefault(processGroup);
    const size = everybody.size();
    checkLevels([...sizes], size);
    if (warmupSteps < 0) throw valueError('Arg `warmupSteps` must be a non-negative number.');
    const levels: Level[] = [];
    for (const [period, groupSize] of sizes) {
      const group = groupSize === size ? everybody : (await newSubgroups(groupSize, { group: everybody }))[0];
      levels.push({ period, group: group ?? NON_GROUP_MEMBER });
    }
    return new HierarchicalModelAverager(new Levels(levels, warmupSteps, everybody));
  }

  protected override groupNow(): GroupOrNone | null {
    if (this.step < this.warmupSteps) return null;
    for (const [period, group] of [...this.periodProcessGroupDict].reverse()) {
      if (this.step % period === 0) return group;
    }
    return null;
  }
}

function checkLevels(levels: readonly (readonly [period: number, size: number])[], size: number): void {
  const [first, last] = [levels[0], levels.at(-1)];
  if (!first || !last) throw valueError('Arg `periodGroupSizeDict` must not be empty.');
  if (first[0] <= 0) {
    throw valueError('The minimum period in arg `periodGroupSizeDict` must be a positive value.');
  }
  if (last[0] === 1) warn(ALWAYS('When the maximum period in arg `periodGroupSizeDict` is 1'));
  if (last[1] === size) return;
  throw valueError(
    `The last value in arg \`periodGroupSizeDict\` ${last[1]} must be equal to the size of arg \`processGroup\` ${size}.`,
  );
}
