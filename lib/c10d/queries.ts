import { valueError } from '../errors';
import { str, value } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { type DeviceLike, isDeviceLike } from '../tensor/device';
import { native } from '../native/binding';
import { groupFacts } from './process-group';
import { type GroupOrNone, NON_GROUP_MEMBER, groupField, groupOrDefault, world } from './world';

/** What groups and backends say of themselves. */

const GROUP = { group: groupField() };
const BACKEND = { backend: str() };
const DEVICE = {
  device: value<DeviceLike>('a device', isDeviceLike),
};

/**
 * The backend of a group, by default that of all ranks: `gloo`, `nccl`, or pairs as in `cpu:gloo,cuda:nccl`.
 *
 * @example
 * distributed.getBackend(); // 'gloo'
 */
export function getBackend(group?: GroupOrNone | null): string;
export function getBackend(...args: readonly unknown[]): string {
  const { group } = readArguments('getBackend', GROUP, args);
  if (group === NON_GROUP_MEMBER) throw valueError('Invalid process group specified');
  const { backend, backends } = groupFacts(groupOrDefault(group));
  return backend === 'undefined' ? (backends[0]?.[1] ?? backend) : backend.toLowerCase();
}

/**
 * The backend of each device type of a group: `cpu:gloo,cuda:gloo`.
 *
 * @example
 * distributed.getBackendConfig().startsWith('cpu:gloo'); // true
 */
export function getBackendConfig(group?: GroupOrNone | null): string;
export function getBackendConfig(...args: readonly unknown[]): string {
  const { group } = readArguments('getBackendConfig', GROUP, args);
  if (group === NON_GROUP_MEMBER) throw valueError('Invalid process group specified');
  return groupFacts(groupOrDefault(group))
    .backends.map((pair) => pair.join(':'))
    .join(',');
}

/**
 * Whether a backend, such as `gloo`, can be used.
 *
 * @example
 * distributed.isBackendAvailable('mpi'); // false
 */
export function isBackendAvailable(backend: string): boolean;
export function isBackendAvailable(...args: readonly unknown[]): boolean {
  const name = readArguments('isBackendAvailable', BACKEND, args).backend.toLowerCase();
  return name === 'gloo' || (name === 'nccl' && native.ncclBuilt());
}

/**
 * The backend that serves a device unless another is asked for: `gloo` for `cpu`, `nccl` for `cuda`.
 *
 * @example
 * distributed.getDefaultBackendForDevice('cpu'); // 'gloo'
 */
export function getDefaultBackendForDevice(device: DeviceLike): string;
export function getDefaultBackendForDevice(...args: readonly unknown[]): string {
  const { device } = readArguments('getDefaultBackendForDevice', DEVICE, args);
  const type = String(device).split(':')[0];
  const backend = { cpu: 'gloo', cuda: 'nccl', xpu: 'xccl', mps: 'gloo' }[type as string];
  if (backend) return backend;
  throw valueError(`Default backend not registered for device : ${String(device)}`);
}

/**
 * How many groups have been made by this thread since `initProcessGroup`: Python's `get_pg_count()`.
 *
 * @example
 * const before = distributed.getPgCount();
 * await distributed.newGroup();
 * distributed.getPgCount() - before; // 1
 */
export function getPgCount(...args: readonly never[]): number {
  takesNothing('getPgCount', args);
  return world.count;
}
