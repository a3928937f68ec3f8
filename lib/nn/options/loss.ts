import type { Tensor } from '../../tensor/tensor';
import type { FactoryOptions } from './common';
import type { NormDegreeOptions } from './distance';

/** The options of losses, each described once for the layer and the function. */

export interface ReductionOptions {
  /** What becomes of the losses of the elements: their mean, their sum, or `'none'` for all of them. @defaultValue 'mean' */
  readonly reduction?: 'none' | 'mean' | 'sum' | undefined;
}

export interface ElementWeightOptions {
  /** The factor of each element's loss, in the input's shape. @defaultValue null, which means 1 */
  readonly weight?: Tensor | null | undefined;
}

export interface WeightedLossOptions extends ReductionOptions, ElementWeightOptions {}

export interface ClassWeightOptions {
  /** The factor of each class: shape `[C]`. @defaultValue null, which means 1 */
  readonly weight?: Tensor | null | undefined;
}

export interface ClassLossOptions extends ReductionOptions, ClassWeightOptions {}

interface IgnoreIndexOptions {
  /** The label that does not count: it adds nothing to the loss, its mean and its gradient. @defaultValue -100 */
  readonly ignoreIndex?: number | undefined;
}

interface LabelSmoothingOptions {
  /** The share of the target that is spread evenly over all classes, between 0 and 1. @defaultValue 0 */
  readonly labelSmoothing?: number | undefined;
}

export interface NLLLossOptions extends ClassLossOptions, IgnoreIndexOptions {}

export interface CrossEntropyLossOptions extends NLLLossOptions, LabelSmoothingOptions {}

export interface BCELossOptions extends ReductionOptions {
  /** The factor of each element's loss, broadcast to the input's shape. @defaultValue null, which means 1 */
  readonly weight?: Tensor | null | undefined;
}

export interface BCEWithLogitsLossOptions extends BCELossOptions {
  /** The factor of positive examples, for each class: broadcast to the input's shape. @defaultValue null, which means 1 */
  readonly posWeight?: Tensor | null | undefined;
}

export interface SmoothL1LossOptions extends ReductionOptions {
  /** The difference at which the squared error becomes the absolute one. @defaultValue 1 */
  readonly beta?: number | undefined;
}

export interface HuberLossOptions extends ReductionOptions {
  /** The difference at which the squared error becomes the absolute one; above 0. @defaultValue 1 */
  readonly delta?: number | undefined;
}

export interface WeightedHuberLossOptions extends HuberLossOptions, ElementWeightOptions {}

export interface KLDivLossOptions {
  /** What becomes of the losses of the elements; `'batchmean'` divides their sum by the batch's size, which is the divergence itself. @defaultValue 'mean' */
  readonly reduction?: 'none' | 'mean' | 'sum' | 'batchmean' | undefined;
  /** The target holds logarithms of probabilities, as the input does. @defaultValue false */
  readonly logTarget?: boolean | undefined;
}

export interface PoissonNLLLossOptions extends ReductionOptions {
  /** The input holds the logarithm of the expected count. @defaultValue true */
  readonly logInput?: boolean | undefined;
  /** Add Stirling's approximation of log(target!). @defaultValue false */
  readonly full?: boolean | undefined;
  /** Added to the input before its logarithm, where `logInput` is false. @defaultValue 1e-8 */
  readonly eps?: number | undefined;
}

export interface GaussianNLLLossOptions extends ReductionOptions {
  /** Add the constant log(2π)/2. @defaultValue false */
  readonly full?: boolean | undefined;
  /** The least variance. @defaultValue 1e-6 */
  readonly eps?: number | undefined;
}

export interface ClassMarginOptions extends ReductionOptions {
  /** The distance beyond which an example adds no loss. @defaultValue 1 */
  readonly margin?: number | undefined;
}

export interface PairMarginOptions extends ReductionOptions {
  /** The distance beyond which a pair adds no loss. @defaultValue 0 */
  readonly margin?: number | undefined;
}

export interface MultiMarginLossOptions extends ClassMarginOptions, ClassWeightOptions {
  /** The power of each difference: 1 or 2. @defaultValue 1 */
  readonly p?: number | undefined;
}

interface TripletOptions extends ReductionOptions {
  /** By how much the negative must be farther away than the positive; above 0. @defaultValue 1 */
  readonly margin?: number | undefined;
  /** Use the distance between positive and negative where it is shorter. @defaultValue false */
  readonly swap?: boolean | undefined;
}

export interface TripletMarginLossOptions extends TripletOptions, NormDegreeOptions {
  /** Added to each difference, so that no distance is 0. @defaultValue 1e-6 */
  readonly eps?: number | undefined;
}

export interface TripletDistanceOptions extends TripletOptions {
  /** The distance of two batches, one number for each pair. @defaultValue null, which means the Euclidean distance */
  readonly distanceFunction?: ((a: Tensor, b: Tensor) => Tensor) | null | undefined;
}

export interface CTCLossOptions extends ReductionOptions {
  /** The class that stands for no label. @defaultValue 0 */
  readonly blank?: number | undefined;
  /** Turn infinite losses and their gradients into 0; they occur where inputs are too short for their targets. @defaultValue false */
  readonly zeroInfinity?: boolean | undefined;
}

interface LinearLossOptions extends ClassLossOptions, LabelSmoothingOptions {
  /** The label that does not count; not allowed where targets are probabilities. @defaultValue null, which means -100 for labels */
  readonly ignoreIndex?: number | null | undefined;
}

export interface LinearCrossEntropyOptions extends LinearLossOptions {
  /** The bias of the linear layer: shape `[C]`. @defaultValue null */
  readonly linearBias?: Tensor | null | undefined;
}

export interface LinearCrossEntropyLossOptions extends LinearLossOptions, FactoryOptions {
  /** Further dimensions of the loss, as in `[N, C, d1, d2]`. @defaultValue [] */
  readonly outFeatures?: readonly number[] | undefined;
  /** Learn a bias. @defaultValue false */
  readonly bias?: boolean | undefined;
}
