import { valueError } from '../errors';
import { count, int, nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { type ProcessGroup, groupFacts } from './process-group';
import { groupField, groupOrDefault, world, NON_GROUP_MEMBER, type GroupOrNone } from './world';

/** Ranks in a group, and of all. */

const nameOf = (group: ProcessGroup): string => `${groupFacts(group).description} (${group.name})`;

/** @internal */
export function groupRankOf(group: ProcessGroup, globalRank: number): number {
  if (group === world.group) return globalRank;
  const rank = groupFacts(group).ranks.indexOf(globalRank);
  if (rank >= 0) return rank;
  throw valueError(`Global rank ${globalRank} is not part of group ${nameOf(group)}`);
}

/** @internal */
export function globalRankOf(group: ProcessGroup, groupRank: number): number {
  if (group === world.group) return groupRank;
  const rank = groupFacts(group).ranks[groupRank];
  if (rank !== undefined) return rank;
  throw valueError(`Group rank ${groupRank} is not part of group ${nameOf(group)}`);
}

/** One of two ways to name a rank, as a rank of the group. @internal */
export function chooseRank(
  group: ProcessGroup,
  globalRank: number | null | undefined,
  groupRank: number | null | undefined,
): number {
  if (groupRank !== null && groupRank !== undefined) {
    if (globalRank !== null && globalRank !== undefined) {
      throw valueError("Can't specify both groupRank and globalRank");
    }
    return groupRank;
  }
  if (globalRank === null || globalRank === undefined) throw valueError('Must specify globalRank or groupRank');
  return groupRankOf(group, globalRank);
}

/** A rank that has to exist. @internal */
export function checkGroupRank(label: string, group: ProcessGroup, rank: number): number {
  if (rank >= 0 && rank < group.size()) return rank;
  throw valueError(`${label}: rank ${rank} is not between 0 and ${group.size() - 1} of group ${nameOf(group)}`);
}

/** @internal */
export const rankField = nullable(count(0));

const GROUP_RANK = { group: groupField(), globalRank: int() };
const GLOBAL_RANK = { group: groupField(), groupRank: int() };
const GROUP = { group: groupField() };

function registered(group: GroupOrNone | null): ProcessGroup {
  if (group !== NON_GROUP_MEMBER) return groupOrDefault(group);
  throw valueError('this rank is not part of the group, which newGroup has said');
}

/**
 * The rank in a group of a rank among all.
 *
 * @example
 * const group = (await distributed.newGroup([0])) as torch.distributed.ProcessGroup;
 * distributed.getGroupRank(group, 0); // 0
 */
export function getGroupRank(group: ProcessGroup, globalRank: number): number;
export function getGroupRank(...args: readonly unknown[]): number {
  const { group, globalRank } = readArguments('getGroupRank', GROUP_RANK, args);
  return groupRankOf(registered(group), globalRank);
}

/**
 * The rank among all of a rank in a group.
 *
 * @example
 * const group = (await distributed.newGroup([0])) as torch.distributed.ProcessGroup;
 * distributed.getGlobalRank(group, 0); // 0
 */
export function getGlobalRank(group: ProcessGroup, groupRank: number): number;
export function getGlobalRank(...args: readonly unknown[]): number {
  const { group, groupRank } = readArguments('getGlobalRank', GLOBAL_RANK, args);
  return globalRankOf(registered(group), groupRank);
}

/**
 * The ranks among all of a group's ranks, in the order of the group.
 *
 * @example
 * distributed.getProcessGroupRanks(); // [0]
 */
export function getProcessGroupRanks(group?: ProcessGroup | null): number[];
export function getProcessGroupRanks(...args: readonly unknown[]): number[] {
  const { group } = readArguments('getProcessGroupRanks', GROUP, args);
  return [...groupFacts(registered(group)).ranks];
}
