import { native } from '../native/binding';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import type { Tensor } from '../tensor/tensor';
import { type Async, type CollectiveOptions, type Sync, asyncField, memberGroup } from './arguments';
import { type ReduceOp, encodeOp, reduceOp, requireComplex } from './reduce-op';
import { realHandles, requireOneDtype, tensorArray } from './tensors';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

export interface AllReduceOptions extends CollectiveOptions {
  /** How the ranks' elements become one. @defaultValue ReduceOp.SUM */
  readonly op?: ReduceOp;
}

const TABLE = { tensor: tensor(), op: reduceOp(), group: groupField(), asyncOp: asyncField };

/**
 * Reduces a tensor over all ranks, in place: afterwards each rank has the same. Each rank passes the same shape and dtype.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_reduce
 * @example
 * const loss = torch.tensor([0.5]);
 * torch.distributed.allReduce(loss, { op: torch.distributed.ReduceOp.AVG });
 * await torch.distributed.allReduce(loss, { asyncOp: true });
 */
export function allReduce(tensor: Tensor, options: AllReduceOptions & Async): Work;
export function allReduce(tensor: Tensor, options?: AllReduceOptions & Sync): undefined;
export function allReduce(
  tensor: Tensor,
  op?: ReduceOp | AllReduceOptions,
  group?: GroupOrNone | null | CollectiveOptions,
  asyncOp?: boolean,
): Work | undefined;
export function allReduce(...args: readonly unknown[]): Work | undefined {
  const { tensor: given, op, group, asyncOp } = readArguments('allReduce', TABLE, args);
  const members = memberGroup('allReduce', group);
  if (!members) return undefined;
  requireComplex('allReduce', op, [given]);
  return launch('allReduce', members, asyncOp, (box, wait) =>
    native.allReduce(box, realHandles([given]), encodeOp(op), wait),
  );
}

const COALESCED = { tensors: tensorArray(), op: reduceOp(), group: groupField(), asyncOp: asyncField };

/**
 * {@link allReduce} of several tensors at once.
 *
 * @deprecated As in Python.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_reduce_coalesced
 * @example
 * const tensors = [torch.ones([2]), torch.ones([3])];
 * distributed.allReduceCoalesced(tensors); // both are sums over all ranks now
 */
export function allReduceCoalesced(tensors: readonly Tensor[], options: AllReduceOptions & Async): Work;
export function allReduceCoalesced(tensors: readonly Tensor[], options?: AllReduceOptions & Sync): undefined;
export function allReduceCoalesced(
  tensors: readonly Tensor[],
  op?: ReduceOp | AllReduceOptions,
  group?: GroupOrNone | null | CollectiveOptions,
  asyncOp?: boolean,
): Work | undefined;
export function allReduceCoalesced(...args: readonly unknown[]): Work | undefined {
  const { tensors, op, group, asyncOp } = readArguments('allReduceCoalesced', COALESCED, args);
  requireOneDtype(tensors);
  const members = memberGroup('allReduceCoalesced', group);
  if (!members) return undefined;
  requireComplex('allReduce', op, tensors);
  return launch('allReduceCoalesced', members, asyncOp, (box, wait) =>
    native.allReduceCoalesced(box, realHandles(tensors), encodeOp(op), wait),
  );
}
