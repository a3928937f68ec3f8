import { native } from '../native/binding';
import type { GroupBox } from '../native/contract/distributed';
import { TorchError, runtimeError } from '../errors';
import { messageOf } from '../arguments/describe';
import { type BackendMap, backendMap } from './backend';
import { ProcessGroup } from './process-group';
import { type Store, storeBox } from './store';
import { settledUnlessLeft } from './time';
import { world } from './world';

/** What a group is made of. @internal */
export interface GroupPlan {
  readonly store: Store;
  readonly rank: number;
  readonly size: number;
  readonly name: string;
  readonly description: string;
  readonly backend: string;
  /** In milliseconds. */
  readonly timeout: number;
  /** None for the group of all ranks, as in Python. */
  readonly globalRanks: readonly number[];
}

function failure({ rank, size, description }: GroupPlan, cause: unknown): unknown {
  if (!(cause instanceof TorchError)) return cause;
  const hint = /timed out|timeout|refused|closed|reset/i.test(cause.message)
    ? 'Not all ranks came in time: see that each has been started, with a rank of its own and the same number of ranks, ' +
      'TORCH_DISTRIBUTED_DEBUG and version of libtorch, and that they reach each other (GLOO_SOCKET_IFNAME names the ' +
      'network interface).\n  '
    : '';
  const where = `the process group ${description} could not be made on rank ${rank} of ${size}`;
  return runtimeError(`${where}. ${hint}${messageOf(cause)}`, { cause });
}

/**
 * Joins the other ranks under Python's keys, and adds the group to this thread's.
 *
 * @param store - Where to wait for the others. It answers nobody else meanwhile.
 * @param signal - Aborted when nobody waits for the group any more.
 * @internal
 */
export async function openGroup(
  plan: GroupPlan,
  store: Store = plan.store,
  signal?: AbortSignal,
): Promise<ProcessGroup> {
  const backends: BackendMap = backendMap(plan.backend);
  const { rank, size, name, description, timeout, globalRanks } = plan;
  let box: GroupBox;
  try {
    box = await settledUnlessLeft(
      (settle) =>
        native.openGroup(
          ...([storeBox(store), rank, size, name, description, backends, timeout, globalRanks] as const),
          settle,
        ),
      (made) => made as GroupBox,
      signal,
    );
  } catch (cause) {
    throw failure(plan, cause);
  }
  const ranks = globalRanks.length > 0 ? globalRanks : Array.from({ length: size }, (_, i) => i);
  const { backend } = plan;
  const facts = { box, name, description, rank, ranks, backends, backend, store: plan.store, timeout };
  const group = new ProcessGroup(facts);
  world.groups.add(group);
  return group;
}
