/** `torch.distributed.algorithms.ddp_comm_hooks`. */
import * as debuggingHooks from './debugging-hooks';
import * as defaultHooks from './default-hooks';
import { choice, nullable, required } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { typeError } from '../../../errors';
import { DistributedDataParallel } from '../../../nn/parallel';
import { groupField } from '../../../c10d/world';
import type { ProcessGroup } from '../../../c10d/process-group';
import { something } from '../../../tensor/arguments';

export { debuggingHooks, defaultHooks };

/** The hooks by Python's names. */
export const DDPCommHookType = {
  ALLREDUCE: 'ALLREDUCE',
  FP16_COMPRESS: 'FP16_COMPRESS',
  BF16_COMPRESS: 'BF16_COMPRESS',
  NOOP: 'NOOP',
} as const;
export type DDPCommHookType = (typeof DDPCommHookType)[keyof typeof DDPCommHookType];

const HOOKS = {
  ALLREDUCE: defaultHooks.allreduceHook,
  FP16_COMPRESS: defaultHooks.fp16CompressHook,
  BF16_COMPRESS: defaultHooks.bf16CompressHook,
  NOOP: debuggingHooks.noopHook,
};

const TABLE = {
  commHookType: choice(['ALLREDUCE', 'FP16_COMPRESS', 'BF16_COMPRESS', 'NOOP']),
  model: required(something()),
  state: nullable(groupField()),
};

/**
 * Registers one of the hooks by name.
 *
 * @param state The ranks that reduce; all of them by default.
 * @example
 * distributed.algorithms.ddpCommHooks.registerDdpCommHook('BF16_COMPRESS', ddp);
 */
export function registerDdpCommHook(
  commHookType: DDPCommHookType,
  model: DistributedDataParallel,
  state?: ProcessGroup | null,
): void;
export function registerDdpCommHook(...args: readonly unknown[]): void {
  const { commHookType, model, state } = readArguments('registerDdpCommHook', TABLE, args);
  if (!(model instanceof DistributedDataParallel)) {
    throw typeError("registerDdpCommHook(): 'model' should be a DistributedDataParallel");
  }
  model.registerCommHook(state as ProcessGroup | null, HOOKS[commHookType]);
}
