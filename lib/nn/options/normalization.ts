import type { ProcessGroup } from '../../c10d/process-group';
import type { Tensor } from '../../tensor/tensor';
import type { FactoryOptions } from './common';

/** The options of normalizations. */

export interface EpsOptions {
  /** Added to the variance, against division by 0. @defaultValue 1e-5 */
  readonly eps?: number | undefined;
}

interface MomentumOptions extends EpsOptions {
  /** The share of the new batch in the running statistics. The layers take null as well, for a cumulative average. @defaultValue 0.1 */
  readonly momentum?: number | undefined;
}

export interface AffineBiasOptions {
  /** Learn a bias beside the weight. @defaultValue true */
  readonly bias?: boolean | undefined;
}

interface RunningNormOptions extends EpsOptions, AffineBiasOptions, FactoryOptions {
  /** The share of the new batch in the running statistics; null averages over all batches. @defaultValue 0.1 */
  readonly momentum?: number | null | undefined;
}

export interface BatchNormOptions extends RunningNormOptions {
  /** Learn a weight and a bias for each channel. @defaultValue true */
  readonly affine?: boolean | undefined;
  /** Keep running statistics, which are used in evaluation. @defaultValue true */
  readonly trackRunningStats?: boolean | undefined;
}

export interface SyncBatchNormOptions extends BatchNormOptions {
  /** The ranks that share statistics; null means all of them. @defaultValue null */
  readonly processGroup?: ProcessGroup | null | undefined;
}

export interface InstanceNormOptions extends RunningNormOptions {
  /** Learn a weight and a bias for each channel. @defaultValue false */
  readonly affine?: boolean | undefined;
  /** Keep running statistics, which are used in evaluation. @defaultValue false */
  readonly trackRunningStats?: boolean | undefined;
}

/** As Python's: the lazy layers have the defaults of a batch norm. */
export interface LazyInstanceNormOptions extends BatchNormOptions {}

export interface ElementwiseAffineOptions {
  /** Learn a weight (and a bias) of the normalized shape. @defaultValue true */
  readonly elementwiseAffine?: boolean | undefined;
}

export interface LayerNormOptions extends EpsOptions, ElementwiseAffineOptions, AffineBiasOptions, FactoryOptions {}

export interface RMSNormEpsOptions {
  /** Added to the mean square, against division by 0. @defaultValue null, which means the dtype's machine epsilon */
  readonly eps?: number | null | undefined;
}

export interface RMSNormOptions extends RMSNormEpsOptions, ElementwiseAffineOptions, FactoryOptions {}

export interface GroupNormOptions extends EpsOptions, AffineBiasOptions, FactoryOptions {
  /** Learn a weight and a bias for each channel. @defaultValue true */
  readonly affine?: boolean | undefined;
}

export interface ResponseNormOptions {
  /** The factor of the sum of squares. @defaultValue 1e-4 */
  readonly alpha?: number | undefined;
  /** The power to which the denominator is raised. @defaultValue 0.75 */
  readonly beta?: number | undefined;
  /** The constant to which the sum of squares is added. @defaultValue 1 */
  readonly k?: number | undefined;
}

export interface ResponseNormArguments extends ResponseNormOptions {
  /** Over how many neighboring channels squares are summed. */
  readonly size: number;
}

export interface NormWeightOptions {
  /** The factor of each normalized element. @defaultValue null, which means 1 */
  readonly weight?: Tensor | null | undefined;
}

export interface NormAffineOptions extends NormWeightOptions {
  /** Added to each normalized element. @defaultValue null, which means 0 */
  readonly bias?: Tensor | null | undefined;
}

export interface LayerNormFunctionOptions extends NormAffineOptions, EpsOptions {}

export interface RMSNormFunctionOptions extends NormWeightOptions, RMSNormEpsOptions {}

export interface BatchNormFunctionOptions extends NormAffineOptions, MomentumOptions {
  /** Normalize by the batch's statistics and update the running ones; false uses the running ones. @defaultValue false */
  readonly training?: boolean | undefined;
}

export interface InstanceNormFunctionOptions extends NormAffineOptions, MomentumOptions {
  /** The running means, shape `[C]`, which are updated. @defaultValue null */
  readonly runningMean?: Tensor | null | undefined;
  /** The running variances, shape `[C]`, which are updated. @defaultValue null */
  readonly runningVar?: Tensor | null | undefined;
  /** Normalize by the statistics of each plane; false uses the running ones. @defaultValue true */
  readonly useInputStats?: boolean | undefined;
}
