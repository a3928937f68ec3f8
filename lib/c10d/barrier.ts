import { native } from '../native/binding';
import { readArguments } from '../arguments/read';
import { type Async, type CollectiveOptions, type Sync, asyncField, memberGroup } from './arguments';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

const TABLE = { group: groupField(), asyncOp: asyncField };

/**
 * Waits until all ranks have come here.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.barrier
 * @example
 * await torch.distributed.barrier({ asyncOp: true });
 */
export function barrier(options: CollectiveOptions & Async): Work;
export function barrier(options?: CollectiveOptions & Sync): undefined;
export function barrier(group?: GroupOrNone | null, asyncOp?: boolean | CollectiveOptions): Work | undefined;
export function barrier(...args: readonly unknown[]): Work | undefined {
  const { group, asyncOp } = readArguments('barrier', TABLE, args);
  const members = memberGroup('barrier', group);
  if (!members) return undefined;
  return launch('barrier', members, asyncOp, (box, wait) => native.barrier(box, wait));
}
