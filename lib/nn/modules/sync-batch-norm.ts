import type { Mixed } from '../../arguments/signature';
import { bool, keyword, required } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { ProcessGroup } from '../../c10d/process-group';
import { NON_GROUP_MEMBER, groupField, liveGroup, world } from '../../c10d/world';
import { typeError, valueError } from '../../errors';
import type { Tensor } from '../../ops/tensor-methods';
import { FACTORY, something } from '../../tensor/arguments';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import type { SyncBatchNormOptions } from '../options';
import { Module } from '../module';
import { ownChildren } from '../walk';
import { BatchNorm, type BatchNormCall, COMMON } from './batch-norm';
import { SyncBatchNormFunction } from './sync-batch-norm-function';

const SYNC_BATCH_NORM = {
  ...{ ...COMMON, affine: bool(true), trackRunningStats: bool(true), processGroup: groupField() },
  ...{ ...FACTORY, bias: keyword(bool(true)) },
};
const CONVERT = { module: required(something()), processGroup: groupField() };

type SyncBatchNormArguments = [
  eps?: number,
  momentum?: number | null,
  affine?: boolean,
  trackRunningStats?: boolean,
  processGroup?: ProcessGroup | null,
  device?: DeviceLike | null,
  dtype?: DType | null,
];

/** The ranks to agree with; null in a single process. */
function ranksOf(given: SyncBatchNorm['processGroup']): ProcessGroup | null {
  if ((given as unknown) === NON_GROUP_MEMBER) {
    throw valueError('SyncBatchNorm: this rank is not part of the process group, which newGroup has said');
  }
  const found = given ?? world.group;
  return found && liveGroup(found);
}

/**
 * Batch normalization over the batches of all ranks, for inputs of any number of dimensions. While it trains in a process
 * group, mean and variance are those of all ranks' inputs together, and so are their gradients; in a single process, and
 * after `eval()`, it is batch normalization.
 *
 * Python has it for GPUs only. Here it also works on the CPU, with what {@link BatchNorm1d} makes of the joined batch up to
 * rounding.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.SyncBatchNorm.html
 * @example
 * new nn.SyncBatchNorm(100).forward(torch.randn([20, 100, 35]));
 */
export class SyncBatchNorm extends BatchNorm {
  declare readonly processGroup: ProcessGroup | null;

  constructor(numFeatures: number, ...rest: Mixed<SyncBatchNormArguments, SyncBatchNormOptions>) {
    super(numFeatures, ...(rest as []));
  }

  protected override arguments(): typeof SYNC_BATCH_NORM {
    return SYNC_BATCH_NORM;
  }

  protected override checkInput(input: Tensor): void {
    if (input.ndim < 2) throw valueError(`expected at least 2D input (got ${input.ndim}D input)`);
    if (input.shape[1] === 0) throw valueError('SyncBatchNorm number of input channels should be non-zero');
  }

  /** @internal */
  protected override normalize(input: Tensor, values: BatchNormCall): Tensor {
    const group = values.fromBatch && this.training ? ranksOf(this.processGroup) : null;
    if (!group || group.size() < 2) return super.normalize(input, values);
    return SyncBatchNormFunction.apply(input, values.weight, values.bias, values, group);
  }

  /**
   * Puts a SyncBatchNorm into the place of each batch normalization of a module, with the same parameters and statistics;
   * before an optimizer and DistributedDataParallel get them.
   *
   * @param module The module, which is changed; where it is a batch normalization itself, the new one is returned.
   * @param processGroup The ranks that share statistics; all of them by default.
   * @example
   * const model = nn.SyncBatchNorm.convertSyncBatchnorm(new nn.Sequential(new nn.Linear(4, 8), new nn.BatchNorm1d(8)));
   */
  static convertSyncBatchnorm<M extends Module>(
    module: M,
    processGroup?: ProcessGroup | null,
  ): M extends BatchNorm ? SyncBatchNorm : M;
  static convertSyncBatchnorm(...args: readonly unknown[]): Module {
    const { module, processGroup } = readArguments('convertSyncBatchnorm', CONVERT, args);
    if (!(module instanceof Module)) throw typeError("convertSyncBatchnorm(): 'module' should be a Module");
    return convert(module, processGroup as ProcessGroup | null);
  }
}

function convert(module: Module, processGroup: ProcessGroup | null): Module {
  const result = module instanceof BatchNorm ? likeBatchNorm(module, processGroup) : module;
  for (const { property, value } of ownChildren(module)) {
    const converted = convert(value, processGroup);
    if (result !== module) result.registerModule(property, converted);
    else if (converted !== value) result.replaceMember(property, converted);
  }
  return result;
}

function likeBatchNorm(module: BatchNorm, processGroup: ProcessGroup | null): SyncBatchNorm {
  const { eps, momentum, affine, trackRunningStats } = module;
  const options = { eps, momentum, affine, trackRunningStats, processGroup, bias: module.bias !== null };
  const result = new SyncBatchNorm(module.numFeatures, options);
  if (affine) {
    result.weight = module.weight;
    result.bias = module.bias;
  }
  result.runningMean = module.runningMean;
  result.runningVar = module.runningVar;
  result.numBatchesTracked = module.numBatchesTracked;
  result.training = module.training;
  return result;
}
