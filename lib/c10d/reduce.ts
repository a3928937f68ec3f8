import { native } from '../native/binding';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import type { Tensor } from '../tensor/tensor';
import { type Async, type CollectiveOptions, type Sync, asyncField, handles, memberGroup } from './arguments';
import { checkGroupRank, chooseRank, rankField } from './ranks';
import { type ReduceOp, encodeOp, reduceOp } from './reduce-op';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

export interface ReduceOptions extends CollectiveOptions {
  /** Which rank of all gets the result. */
  readonly dst?: number | null;
  /** How the ranks' elements become one. @defaultValue ReduceOp.SUM */
  readonly op?: ReduceOp;
  /** {@link dst} as a rank of the group. */
  readonly groupDst?: number | null;
}

const TABLE = {
  tensor: tensor(),
  dst: rankField,
  op: reduceOp(),
  group: groupField(),
  asyncOp: asyncField,
  groupDst: rankField,
};

/**
 * Reduces a tensor over all ranks, in place on one of them; on the others its elements mean nothing afterwards.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.reduce
 * @example
 * const hits = torch.tensor([3]);
 * torch.distributed.reduce(hits, 0);
 */
export function reduce(tensor: Tensor, options: ReduceOptions & Async): Work;
export function reduce(tensor: Tensor, dst: number, options: ReduceOptions & Async): Work;
export function reduce(tensor: Tensor, options: ReduceOptions & Sync): undefined;
export function reduce(tensor: Tensor, dst: number, options?: ReduceOptions & Sync): undefined;
export function reduce(
  tensor: Tensor,
  dst: number | null,
  op?: ReduceOp | ReduceOptions,
  group?: GroupOrNone | null | ReduceOptions,
  asyncOp?: boolean | ReduceOptions,
  groupDst?: number | null,
): Work | undefined;
export function reduce(...args: readonly unknown[]): Work | undefined {
  const { tensor: given, dst, op, group, asyncOp, groupDst } = readArguments('reduce', TABLE, args);
  const members = memberGroup('reduce', group);
  if (!members) return undefined;
  const root = checkGroupRank('reduce', members, chooseRank(members, dst, groupDst));
  return launch('reduce', members, asyncOp, (box, wait) =>
    native.reduce(box, handles([given]), encodeOp(op), root, wait),
  );
}
