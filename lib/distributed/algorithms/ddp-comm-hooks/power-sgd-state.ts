import { bool, count, float, int, nullable, required } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { limitArguments } from '../../../arguments/surplus';
import type { ProcessGroup } from '../../../c10d/process-group';
import { groupField, type GroupOrNone } from '../../../c10d/world';
import { valueError } from '../../../errors';
import type { GradBucket } from '../../../nn/parallel';
import { keep } from '../../../tensor/scope';
import type { Tensor } from '../../../ops/tensor-methods';
import { RandomState } from './random-state';

/** Options of {@link PowerSGDState}. */
export interface PowerSGDOptions {
  /** The rank of the matrices that take the place of a gradient: the lower, the fewer bytes. @defaultValue 1 */
  readonly matrixApproximationRank?: number;
  /** Before this step gradients are averaged as they are. At least 2 with error feedback or warm start. @defaultValue 1000 */
  readonly startPowerSGDIter?: number;
  /** A gradient is compressed where that makes it smaller by more than this factor. @defaultValue 2 */
  readonly minCompressionRate?: number;
  /** Add what compression has lost to the next step's gradient. @defaultValue true */
  readonly useErrorFeedback?: boolean;
  /** Begin with the matrices of the step before. @defaultValue true */
  readonly warmStart?: boolean;
  /** Added to the norm of each column, where one may have zeros only: without it the result is NaN. @defaultValue 0 */
  readonly orthogonalizationEpsilon?: number;
  /** The seed of the first matrices; the same on all ranks. @defaultValue 0 */
  readonly randomSeed?: number;
  /** Kept for Python's sake: {@link PowerSGDState.compressionStats} tells the same at any time. @defaultValue 10000 */
  readonly compressionStatsLoggingFrequency?: number;
  /** Compress gradients of one shape together. @defaultValue false */
  readonly batchTensorsWithSameShape?: boolean;
}

const TABLE = {
  processGroup: required(nullable(groupField())),
  matrixApproximationRank: count(1, 1),
  startPowerSGDIter: int(1000),
  minCompressionRate: float(2),
  useErrorFeedback: bool(true),
  warmStart: bool(true),
  orthogonalizationEpsilon: float(0),
  randomSeed: count(0, 0),
  compressionStatsLoggingFrequency: int(10_000),
  batchTensorsWithSameShape: bool(false),
};

/**
 * What the hooks of PowerSGD keep from step to step: the settings, the error of each bucket, and its low-rank matrices.
 *
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html#torch.distributed.algorithms.ddp_comm_hooks.powerSGD_hook.PowerSGDState
 * @example
 * const { PowerSGDState, powerSGDHook } = distributed.algorithms.ddpCommHooks.powerSGDHook;
 * ddp.registerCommHook(new PowerSGDState(null, { startPowerSGDIter: 10 }), powerSGDHook);
 */
export class PowerSGDState {
  processGroup: ProcessGroup | null;
  matrixApproximationRank: number;
  startPowerSGDIter: number;
  minCompressionRate: number;
  useErrorFeedback: boolean;
  warmStart: boolean;
  orthogonalizationEpsilon: number;
  batchTensorsWithSameShape: boolean;
  /** Steps so far. */
  iter = 0;
  totalNumelBeforeCompression = 0;
  totalNumelAfterCompression = 0;
  /** By the number of a bucket: what compression has lost. */
  readonly errorDict = new Map<number, Tensor>();
  /** The left matrices of a bucket, one after the other. */
  readonly pMemoryDict = new Map<number, Tensor>();
  /** The right ones. */
  readonly qMemoryDict = new Map<number, Tensor>();
  /** @internal */
  readonly random: RandomState;

  constructor(processGroup: ProcessGroup | null, options?: PowerSGDOptions);
  constructor(processGroup: ProcessGroup | null, matrixApproximationRank?: number, options?: PowerSGDOptions);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('PowerSGDState', TABLE, args);
    if ((given.useErrorFeedback || given.warmStart) && given.startPowerSGDIter <= 1) {
      throw valueError(
        'Expect `startPowerSGDIter` > 1 if `useErrorFeedback` or `warmStart` is enabled, because PowerSGD can only be ' +
          'applied after the first two iterations in DDP.',
      );
    }
    this.processGroup = given.processGroup as Exclude<GroupOrNone, symbol> | null;
    this.matrixApproximationRank = given.matrixApproximationRank;
    this.startPowerSGDIter = given.startPowerSGDIter;
    this.minCompressionRate = given.minCompressionRate;
    this.useErrorFeedback = given.useErrorFeedback;
    this.warmStart = given.warmStart;
    this.orthogonalizationEpsilon = given.orthogonalizationEpsilon;
    this.batchTensorsWithSameShape = given.batchTensorsWithSameShape;
    this.random = new RandomState(given.randomSeed);
  }

  /** Counts a step at its last bucket. */
  maybeIncreaseIter(bucket: GradBucket): void {
    if (bucket.isLast()) this.iter++;
  }

  /** How many elements there were for each that was sent, and both numbers since the beginning. */
  compressionStats(): [rate: number, before: number, after: number] {
    const [before, after] = [this.totalNumelBeforeCompression, this.totalNumelAfterCompression];
    return [after > 0 ? before / after : 0, before, after];
  }
}

/** Puts a tensor that outlives scopes into a table, and gives back the memory of the one before. @internal */
export function remember(table: Map<number, Tensor>, key: number, tensor: Tensor): Tensor {
  const before = table.get(key);
  if (before !== tensor) before?.dispose();
  table.set(key, keep(tensor));
  return tensor;
}

/** Forgets all of a table. @internal */
export function forgetAll(table: Map<number, Tensor>): void {
  for (const tensor of table.values()) tensor.dispose();
  table.clear();
}

limitArguments([PowerSGDState], { maybeIncreaseIter: 1, compressionStats: 0 });
