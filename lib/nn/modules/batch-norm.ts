import type { BatchNormOptions, InstanceNormOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import { int64 } from '../../tensor/dtype';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { aten } from '../functional/define';
import { ones_, zeros_ } from '../init';
import { type FactoryOptions, Layer, emptyParameter, factoryOptions } from '../layer';
import type { Parameter } from '../parameter';
import { pythonText } from '../../ops/print/python-text';
import type { Loading } from '../state-dict';
import { trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, float, int, keyword, nullable } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

/** Of all these layers. @internal */
export const COMMON = { numFeatures: int(), eps: float(1e-5), momentum: nullable(float(), 0.1) };
export const BATCH_NORM = {
  ...COMMON,
  ...{ affine: bool(true), trackRunningStats: bool(true), ...FACTORY, bias: keyword(bool(true)) },
};
export const INSTANCE_NORM = {
  ...COMMON,
  ...{ affine: bool(false), trackRunningStats: bool(false), ...FACTORY, bias: keyword(bool(true)) },
};

export type NormArguments = [
  eps?: number,
  momentum?: number | null,
  affine?: boolean,
  trackRunningStats?: boolean,
  device?: DeviceLike | null,
  dtype?: DType | null,
];

/** The base of batch and instance normalization: running statistics, weight and bias. */
export abstract class RunningNorm extends Layer {
  declare numFeatures: number;
  declare readonly eps: number;
  declare readonly momentum: number | null;
  declare readonly affine: boolean;
  declare readonly trackRunningStats: boolean;
  declare weight: Parameter | null;
  declare bias: Parameter | null;
  declare runningMean: Tensor | null;
  declare runningVar: Tensor | null;
  declare numBatchesTracked: Tensor | null;

  protected build(table: typeof BATCH_NORM, args: readonly unknown[]): void {
    const values = this.read(table, trim(args), ['bias']);
    this.makeTensors(values.bias, values);
  }

  protected makeTensors(bias: boolean, factory: FactoryOptions): void {
    const { affine, trackRunningStats } = this;
    const size = [this.numFeatures];
    this.registerParameter('weight', affine ? emptyParameter(size, factory) : null);
    this.registerParameter('bias', affine && bias ? emptyParameter(size, factory) : null);
    const options = factoryOptions(factory);
    const counter = { ...factoryOptions({ device: factory.device }), dtype: int64 };
    this.registerBuffer('runningMean', trackRunningStats ? aten('zeros')(size, options) : null);
    this.registerBuffer('runningVar', trackRunningStats ? aten('ones')(size, options) : null);
    this.registerBuffer('numBatchesTracked', trackRunningStats ? aten('zeros')([], counter) : null);
    this.resetParameters();
  }

  resetRunningStats(): void {
    if (this.runningMean) zeros_(this.runningMean);
    if (this.runningVar) ones_(this.runningVar);
    if (this.numBatchesTracked) zeros_(this.numBatchesTracked);
  }

  resetParameters(): void {
    this.resetRunningStats();
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }

  /** @internal */
  override stateVersion(): number {
    return 2;
  }

  /** Before version 2 there was no counter. @internal */
  override beforeLoad(loading: Loading, prefix: string): void {
    const key = `${prefix}num_batches_tracked`;
    if ((loading.versionAt(prefix) ?? 0) >= 2 || !this.numBatchesTracked || loading.entries.has(key)) return;
    loading.entries.set(key, aten('zeros')([], { dtype: int64 }));
  }

  protected abstract checkInput(input: Tensor): void;

  override extraRepr(): string {
    const shown = this.list('eps', 'momentum', 'affine');
    const bias = `bias=${pythonText(this.bias !== null)}`;
    return `${this.numFeatures}, ${shown}, ${bias}, ${this.list('trackRunningStats')}`;
  }
}

/** Throws unless the input has one of these numbers of dimensions. */
function checkDimensions(input: Tensor, allowed: readonly number[]): void {
  if (allowed.includes(input.ndim)) return;
  throw valueError(`expected ${allowed.map((n) => `${n}D`).join(' or ')} input (got ${input.ndim}D input)`);
}

/** Batch normalization of any number of dimensions. */
export abstract class BatchNorm extends RunningNorm {
  constructor(numFeatures: number, ...rest: Mixed<NormArguments, BatchNormOptions>) {
    super();
    this.build(this.arguments(), [numFeatures, ...rest]);
  }

  protected arguments(): typeof BATCH_NORM {
    return BATCH_NORM;
  }

  /** The weight of this batch in the running statistics. With `momentum: null` these are plain averages. */
  private averageFactor(): number {
    const { training, trackRunningStats, numBatchesTracked, momentum } = this;
    if (!training || !trackRunningStats || !numBatchesTracked) return momentum ?? 0;
    aten('add_')(numBatchesTracked, 1);
    return momentum ?? 1 / Number(numBatchesTracked.item());
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    this.checkInput(input);
    const factor = this.averageFactor();
    const { training, trackRunningStats, runningMean, runningVar, weight, bias, eps } = this;
    const fromBatch = training || (runningMean === null && runningVar === null);
    const [mean, variance] = !training || trackRunningStats ? [runningMean, runningVar] : [null, null];
    return this.normalize(input, { mean, variance, weight, bias, fromBatch, factor, eps });
  }

  /** Statistics that are null are not kept. @internal */
  protected normalize(input: Tensor, values: BatchNormCall): Tensor {
    const { mean, variance, weight, bias, fromBatch, factor, eps } = values;
    return F.batchNorm(input, mean, variance, weight, bias, fromBatch, factor, eps);
  }
}

/** One batch normalization. @internal */
export interface BatchNormCall {
  /** The running statistics. */
  readonly mean: Tensor | null;
  readonly variance: Tensor | null;
  readonly weight: Tensor | null;
  readonly bias: Tensor | null;
  /** Whether to normalize by the batch's own statistics. */
  readonly fromBatch: boolean;
  /** The weight of this batch in the running statistics. */
  readonly factor: number;
  readonly eps: number;
}

/** Instance normalization of any number of dimensions. */
export abstract class InstanceNorm extends RunningNorm {
  constructor(numFeatures: number, ...rest: Mixed<NormArguments, InstanceNormOptions>) {
    super();
    this.build(INSTANCE_NORM, [numFeatures, ...rest]);
  }

  /** The number of dimensions of an input without a batch. */
  protected abstract unbatched(): number;

  protected override checkInput(input: Tensor): void {
    checkDimensions(input, [this.unbatched(), this.unbatched() + 1]);
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    this.checkInput(input);
    const channels = input.shape.at(-this.unbatched());
    if (channels !== this.numFeatures && this.affine) {
      throw valueError(
        `expected input's size at dim=${input.ndim - this.unbatched()} to match numFeatures (${this.numFeatures}), ` +
          `but got: ${channels}.`,
      );
    }
    if (input.ndim !== this.unbatched()) return this.normalize(input);
    return aten('squeeze')(this.normalize(aten('unsqueeze')(input, 0)), 0);
  }

  private normalize(input: Tensor): Tensor {
    const { runningMean, runningVar, weight, bias, training, trackRunningStats, momentum, eps } = this;
    const fromInput = training || !trackRunningStats;
    return F.instanceNorm(input, runningMean, runningVar, weight, bias, fromInput, momentum ?? 0, eps);
  }
}

/**
 * Normalizes each channel over the batch: `[N, C]` or `[N, C, L]`. While training it keeps running statistics for `eval()`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.BatchNorm1d.html
 * @example
 * new nn.BatchNorm1d(100).forward(torch.randn([20, 100]));
 */
export class BatchNorm1d extends BatchNorm {
  protected override checkInput(input: Tensor): void {
    checkDimensions(input, [2, 3]);
  }
}

/**
 * Normalizes each channel over the batch: `[N, C, H, W]`. While training it keeps running statistics for `eval()`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.BatchNorm2d.html
 * @example
 * new nn.BatchNorm2d(100).forward(torch.randn([20, 100, 35, 45]));
 */
export class BatchNorm2d extends BatchNorm {
  protected override checkInput(input: Tensor): void {
    checkDimensions(input, [4]);
  }
}

/**
 * Normalizes each channel over the batch: `[N, C, D, H, W]`. While training it keeps running statistics for `eval()`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.BatchNorm3d.html
 * @example
 * new nn.BatchNorm3d(100).forward(torch.randn([20, 100, 3, 4, 5]));
 */
export class BatchNorm3d extends BatchNorm {
  protected override checkInput(input: Tensor): void {
    checkDimensions(input, [5]);
  }
}

/**
 * Normalizes each channel of each sample: `[N, C, L]` or `[C, L]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.InstanceNorm1d.html
 * @example
 * new nn.InstanceNorm1d(100, { affine: true }).forward(torch.randn([20, 100, 40]));
 */
export class InstanceNorm1d extends InstanceNorm {
  protected override unbatched(): number {
    return 2;
  }
}

/**
 * Normalizes each channel of each sample: `[N, C, H, W]` or `[C, H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.InstanceNorm2d.html
 * @example
 * new nn.InstanceNorm2d(100, { affine: true }).forward(torch.randn([20, 100, 35, 45]));
 */
export class InstanceNorm2d extends InstanceNorm {
  protected override unbatched(): number {
    return 3;
  }
}

/**
 * Normalizes each channel of each sample: `[N, C, D, H, W]` or `[C, D, H, W]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.InstanceNorm3d.html
 * @example
 * new nn.InstanceNorm3d(100, { affine: true }).forward(torch.randn([20, 100, 3, 4, 5]));
 */
export class InstanceNorm3d extends InstanceNorm {
  protected override unbatched(): number {
    return 4;
  }
}

limitArguments([RunningNorm], { resetParameters: 0, resetRunningStats: 0 });
