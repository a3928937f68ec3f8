import { warn } from '../errors';
import { bool } from '../arguments/fields';
import { type Tensor, handleOf } from '../tensor/tensor';
import type { Handle } from '../native/contract';
import { type GroupOrNone, NON_GROUP_MEMBER, groupOrDefault, world } from './world';
import type { ProcessGroup } from './process-group';

/** Options of all collectives. */
export interface CollectiveOptions {
  /** The ranks that take part; all of them by default. */
  readonly group?: GroupOrNone | null;
  /** Gives a {@link Work} at once, in place of blocking this thread until the end. @defaultValue false */
  readonly asyncOp?: boolean;
}

/** Options of a collective that gives a {@link Work}. */
export interface Async {
  /** Gives a {@link Work} at once, in place of blocking this thread until the end. */
  readonly asyncOp: true;
}
/** Options of one that blocks. */
export interface Sync {
  /** Blocks this thread until the end. @defaultValue false */
  readonly asyncOp?: false | undefined;
}

/** @internal */
export const asyncField = bool(false);

/** The group of a collective; nothing, and a warning, where this rank is not in it. @internal */
export function memberGroup(label: string, group: GroupOrNone | null): ProcessGroup | undefined {
  if (group !== NON_GROUP_MEMBER) return groupOrDefault(group, label);
  const rank = world.group?.rank() ?? -1;
  warn(`Running ${label} on global rank ${rank} which does not belong to the given group.`);
  return undefined;
}

/** @internal */
export const handles = (tensors: readonly Tensor[]): Handle[] => tensors.map((tensor) => handleOf(tensor));
