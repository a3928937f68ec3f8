import { ProcessGroup, placeIn } from './process-group';
import { runtimeError, valueError } from '../errors';
import { whereabouts } from '../native/other-ranks';
import { type Field, nullable, value } from '../arguments/fields';
import type { Store } from './store';

/** What this thread has of `torch.distributed`: each worker of a process may be a rank of its own. */
interface World {
  group: ProcessGroup | null;
  /** All groups that this rank is in, the first of all ranks among them. */
  readonly groups: Set<ProcessGroup>;
  /** Groups made so far, which numbers their names. */
  count: number;
  /** Stores that `initProcessGroup` has opened, and that end with the group. */
  stores: Store[];
  /** What `initProcessGroup` does at this moment. */
  starting: boolean;
  /** Where this was in the group of all ranks that has been destroyed last, for errors; empty where there was none. */
  left: string;
  /** Settles when the groups that `newGroup` was asked for have been made, or have failed. */
  making: Promise<unknown>;
}

/** @internal */
export const world: World = {
  ...{ group: null, groups: new Set(), count: 0, stores: [], left: '' },
  ...{ starting: false, making: Promise.resolve() },
};

whereabouts.describe = () => (world.group ? ` on rank ${world.group.rank()} of ${world.group.size()}` : '');

/**
 * In place of a group where this rank is not in it: Python's `GroupMember.NON_GROUP_MEMBER`.
 *
 * @example
 * const group = await distributed.newGroup([0]);
 * if (group === distributed.NON_GROUP_MEMBER) console.log('this rank is not in the group');
 */
export const NON_GROUP_MEMBER: unique symbol = Symbol.for('libtorch-node: not a member of this group');

/** A group, or the sign that this rank is not in it. */
export type GroupOrNone = ProcessGroup | typeof NON_GROUP_MEMBER;

/** A group as an argument; null, the default, is that of all ranks. @internal */
export const groupField = (): Field<GroupOrNone | null> =>
  nullable(value<GroupOrNone>('a ProcessGroup', (v) => v instanceof ProcessGroup || v === NON_GROUP_MEMBER));

/** The group of all ranks. `label` is the operation that asks for it. */
export function defaultGroup(label?: string): ProcessGroup {
  if (world.group) return world.group;
  const operation = label === undefined ? '' : `${label}${world.left}: `;
  const ended = world.left && ' again: destroyProcessGroup has ended the group of before';
  throw valueError(
    `${operation}Default process group has not been initialized, please make sure to call and await initProcessGroup${ended}.`,
  );
}

/** Fails for a group that has been destroyed. @internal */
export function liveGroup(group: ProcessGroup, label = 'an operation'): ProcessGroup {
  if (!group.destroyed) return group;
  throw runtimeError(
    `${label}${placeIn(group)}: this process group has been destroyed by destroyProcessGroup(): use it before, ` +
      'or make a new one with initProcessGroup() or newGroup()',
  );
}

/** The group that is meant: the given one, or that of all ranks. `label` is the operation that asks for it. @internal */
export function groupOrDefault(group: ProcessGroup | null, label?: string): ProcessGroup {
  return liveGroup(group ?? defaultGroup(label), label);
}
