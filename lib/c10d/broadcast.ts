import { native } from '../native/binding';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import type { Tensor } from '../tensor/tensor';
import { type Async, type CollectiveOptions, type Sync, asyncField, memberGroup } from './arguments';
import { checkGroupRank, chooseRank, rankField } from './ranks';
import { realHandles } from './tensors';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

export interface BroadcastOptions extends CollectiveOptions {
  /** Which rank of all has the tensor. */
  readonly src?: number | null;
  /** The same as a rank of the group. */
  readonly groupSrc?: number | null;
}

const TABLE = {
  tensor: tensor(),
  src: rankField,
  group: groupField(),
  asyncOp: asyncField,
  groupSrc: rankField,
};

/**
 * Copies a tensor from one rank to all others, in place. Each rank passes the same shape and dtype.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.broadcast
 * @example
 * const weights = torch.zeros([3]);
 * torch.distributed.broadcast(weights, 0);
 */
export function broadcast(tensor: Tensor, options: BroadcastOptions & Async): Work;
export function broadcast(tensor: Tensor, src: number, options: BroadcastOptions & Async): Work;
export function broadcast(tensor: Tensor, options: BroadcastOptions & Sync): undefined;
export function broadcast(tensor: Tensor, src: number, options?: BroadcastOptions & Sync): undefined;
export function broadcast(
  tensor: Tensor,
  src: number | null,
  group?: GroupOrNone | null | BroadcastOptions,
  asyncOp?: boolean | BroadcastOptions,
  groupSrc?: number | null,
): Work | undefined;
export function broadcast(...args: readonly unknown[]): Work | undefined {
  const { tensor: given, src, group, asyncOp, groupSrc } = readArguments('broadcast', TABLE, args);
  const members = memberGroup('broadcast', group);
  if (!members) return undefined;
  const root = checkGroupRank('broadcast', members, chooseRank(members, src, groupSrc));
  return launch('broadcast', members, asyncOp, (box, wait) => native.broadcast(box, realHandles([given]), root, wait));
}
