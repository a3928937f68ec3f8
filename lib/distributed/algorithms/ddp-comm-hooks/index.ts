/** `torch.distributed.algorithms.ddp_comm_hooks`. */
import * as debuggingHooks from './debugging-hooks';
import * as defaultHooks from './default-hooks';
import * as postLocalSGDHook from './post-local-sgd-hook';
import * as powerSGDHook from './power-sgd-hook';
import * as quantizationHooks from './quantization-hooks';
import { choice, nullable, required } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { typeError } from '../../../errors';
import { type CommHook, DistributedDataParallel } from '../../../nn/parallel';
import { groupField } from '../../../c10d/world';
import type { ProcessGroup } from '../../../c10d/process-group';
import { something } from '../../../tensor/arguments';

export { debuggingHooks, defaultHooks, postLocalSGDHook, powerSGDHook, quantizationHooks };

/**
 * The hooks by Python's names.
 *
 * @example
 * distributed.algorithms.ddpCommHooks.registerDdpCommHook(distributed.algorithms.ddpCommHooks.DDPCommHookType.FP16_COMPRESS, ddp);
 */
export const DDPCommHookType = {
  ALLREDUCE: 'ALLREDUCE',
  FP16_COMPRESS: 'FP16_COMPRESS',
  BF16_COMPRESS: 'BF16_COMPRESS',
  QUANTIZE_PER_TENSOR: 'QUANTIZE_PER_TENSOR',
  QUANTIZE_PER_CHANNEL: 'QUANTIZE_PER_CHANNEL',
  POWER_SGD: 'POWER_SGD',
  POWER_SGD_RANK2: 'POWER_SGD_RANK2',
  BATCHED_POWER_SGD: 'BATCHED_POWER_SGD',
  BATCHED_POWER_SGD_RANK2: 'BATCHED_POWER_SGD_RANK2',
  NOOP: 'NOOP',
} as const;
export type DDPCommHookType = (typeof DDPCommHookType)[keyof typeof DDPCommHookType];

type Register = (model: DistributedDataParallel, group: ProcessGroup | null) => void;

const plain =
  (hook: CommHook<ProcessGroup | null>): Register =>
  (model, group) =>
    model.registerCommHook(group, hook);
const compressed =
  (hook: CommHook<powerSGDHook.PowerSGDState>, matrixApproximationRank: number): Register =>
  (model, group) =>
    model.registerCommHook(new powerSGDHook.PowerSGDState(group, { matrixApproximationRank }), hook);

const HOOKS: Readonly<Record<DDPCommHookType, Register>> = {
  ALLREDUCE: plain(defaultHooks.allreduceHook),
  FP16_COMPRESS: plain(defaultHooks.fp16CompressHook),
  BF16_COMPRESS: plain(defaultHooks.bf16CompressHook),
  QUANTIZE_PER_TENSOR: plain(quantizationHooks.quantizationPertensorHook),
  QUANTIZE_PER_CHANNEL: plain((group, bucket) => quantizationHooks.quantizationPerchannelHook(group, bucket)),
  POWER_SGD: compressed(powerSGDHook.powerSGDHook, 1),
  POWER_SGD_RANK2: compressed(powerSGDHook.powerSGDHook, 2),
  BATCHED_POWER_SGD: compressed(powerSGDHook.batchedPowerSGDHook, 1),
  BATCHED_POWER_SGD_RANK2: compressed(powerSGDHook.batchedPowerSGDHook, 2),
  NOOP: plain(debuggingHooks.noopHook),
};

const TABLE = {
  commHookType: choice(Object.keys(HOOKS) as DDPCommHookType[]),
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
  HOOKS[commHookType](model, state as ProcessGroup | null);
}
