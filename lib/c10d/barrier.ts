import { native } from '../native/binding';
import { valueError } from '../errors';
import { bool, float, keyword, nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { type Async, type CollectiveOptions, type Sync, asyncField, memberGroup } from './arguments';
import { collectiveFailure } from './failure';
import { type ProcessGroup, groupFacts, nativeOf } from './process-group';
import { milliseconds, settled } from './time';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

export interface BarrierOptions extends CollectiveOptions {
  /** How long to wait, in seconds; by default the group's timeout. */
  readonly timeout?: number | null;
}

const TABLE = { group: groupField(), asyncOp: asyncField, timeout: keyword(nullable(float())) };

/**
 * Waits until all ranks have come here.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.barrier
 * @example
 * await torch.distributed.barrier({ asyncOp: true });
 */
export function barrier(options: BarrierOptions & Async): Work;
export function barrier(options?: BarrierOptions & Sync): undefined;
export function barrier(group?: GroupOrNone | null, asyncOp?: boolean | BarrierOptions): Work | undefined;
export function barrier(...args: readonly unknown[]): Work | undefined {
  const { group, asyncOp, timeout } = readArguments('barrier', TABLE, args);
  const members = memberGroup('barrier', group);
  if (!members) return undefined;
  const limit = timeout === null ? -1 : milliseconds('barrier', timeout);
  return launch('barrier', members, asyncOp, (box, wait) => native.barrier(box, limit, wait));
}

export interface MonitoredBarrierOptions {
  /** The ranks that take part; all of them by default. */
  readonly group?: GroupOrNone | null;
  /** How long to wait, in seconds. @defaultValue null, which means the group's timeout */
  readonly timeout?: number | null;
  /** Whether rank 0 names all ranks that have not come, and not the first of them only. @defaultValue false */
  readonly waitAllRanks?: boolean;
  /** Gives a promise at once, in place of blocking this thread until the end. @defaultValue false */
  readonly asyncOp?: boolean;
}

const MONITORED = {
  group: groupField(),
  timeout: nullable(float()),
  waitAllRanks: bool(false),
  asyncOp: keyword(bool(false)),
};

/**
 * A {@link barrier} that says, on rank 0, which ranks have not come. Only gloo has it.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.monitored_barrier
 * @example
 * await torch.distributed.monitoredBarrier({ timeout: 30, asyncOp: true });
 */
export function monitoredBarrier(options: MonitoredBarrierOptions & Async): Promise<void>;
export function monitoredBarrier(options?: MonitoredBarrierOptions & Sync): undefined;
export function monitoredBarrier(
  group?: GroupOrNone | null,
  timeout?: number | null | MonitoredBarrierOptions,
  waitAllRanks?: boolean | MonitoredBarrierOptions,
): undefined;
export function monitoredBarrier(...args: readonly unknown[]): Promise<void> | undefined {
  const { group, timeout, waitAllRanks, asyncOp } = readArguments('monitoredBarrier', MONITORED, args);
  const members = memberGroup('monitoredBarrier', group);
  if (!members) return asyncOp ? Promise.resolve() : undefined;
  if (!groupFacts(members).backends.some(([, backend]) => backend === 'gloo')) {
    throw valueError('monitoredBarrier is only implemented for GLOO backend.');
  }
  const limit = timeout === null ? groupFacts(members).timeout : milliseconds('monitoredBarrier', timeout);
  return asyncOp ? monitorAsync(members, limit, waitAllRanks) : monitor(members, limit, waitAllRanks);
}

function monitor(group: ProcessGroup, limit: number, waitAllRanks: boolean): undefined {
  try {
    native.monitoredBarrier(nativeOf(group), limit, waitAllRanks, null);
  } catch (cause) {
    throw collectiveFailure('monitoredBarrier', group, cause);
  }
}

async function monitorAsync(group: ProcessGroup, limit: number, waitAllRanks: boolean): Promise<void> {
  try {
    await settled(
      (settle) => native.monitoredBarrier(nativeOf(group), limit, waitAllRanks, settle),
      () => undefined,
    );
  } catch (cause) {
    throw collectiveFailure('monitoredBarrier', group, cause);
  }
}
