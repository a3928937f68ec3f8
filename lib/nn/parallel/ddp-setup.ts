import type { ProcessGroup } from '../../c10d/process-group';
import { NON_GROUP_MEMBER, groupOrDefault } from '../../c10d/world';
import { runtimeError, valueError } from '../../errors';
import type { Module } from '../module';
import type { Parameter } from '../parameter';
import { type Placement, checkDevices } from './ddp-devices';
import type { DdpValues, DistributedDataParallelOptions } from './ddp-options';

/** What the constructor of DistributedDataParallel makes of its arguments. */

export function requirePair({ delayAllReduceNamedParams, paramToHookAllReduce }: DdpValues): void {
  if ((delayAllReduceNamedParams === null) === (paramToHookAllReduce === null)) return;
  throw valueError('delayAllReduceNamedParams and paramToHookAllReduce need to be set at the same time.');
}

/** What another module is wrapped with, without warnings that have been told. */
export function optionsOf({
  module: _,
  broadcastBuffers,
  ...rest
}: DdpValues & { readonly module: Module }): DistributedDataParallelOptions {
  const forwardSyncBuffers = rest.forwardSyncBuffers ?? broadcastBuffers;
  return { ...rest, forwardSyncBuffers, checkReduction: false } as DistributedDataParallelOptions;
}

export function groupOf({ processGroup }: DdpValues): ProcessGroup {
  if (processGroup === NON_GROUP_MEMBER) {
    throw valueError('DistributedDataParallel(): this rank is not part of the process group, which newGroup has said');
  }
  return groupOrDefault(processGroup);
}

export function placementOf(
  module: Module,
  ignored: ReadonlySet<string>,
  delayed: readonly Parameter[],
  options: DdpValues,
): Placement {
  const parameters = module.namedParameters().flatMap(([name, value]) => (ignored.has(name) ? [] : [value]));
  if (delayed.length === 0 && !parameters.some((parameter) => parameter.requiresGrad)) {
    throw runtimeError(
      "DistributedDataParallel is not needed when a module doesn't have any parameter that requires a gradient.",
    );
  }
  return checkDevices(parameters.length ? parameters : delayed, options);
}
