import type { Tensor } from '../../ops/tensor-methods';
import type * as Options from '../options';
import type { Named, Reduction } from './calls';
import type { Lengths } from './inputs';

type PairLossCall = Named<[input: Tensor, target: Tensor], [reduction?: Reduction], Options.ReductionOptions, 'target'>;
type TwoInputsLossCall = Named<
  [input1: Tensor, input2: Tensor, target: Tensor],
  [margin?: number, reduction?: Reduction],
  Options.PairMarginOptions,
  'input2' | 'target'
>;
type WeightedLossCall = Named<
  [input: Tensor, target: Tensor],
  [reduction?: Reduction, weight?: Tensor | null],
  Options.WeightedLossOptions,
  'target'
>;

/** Every loss by its name. */
export interface LossSignatures {
  nllLoss: Named<
    [input: Tensor, target: Tensor],
    [weight?: Tensor | null, ignoreIndex?: number, reduction?: Reduction],
    Options.NLLLossOptions,
    'target'
  >;
  crossEntropy: Named<
    [input: Tensor, target: Tensor],
    [weight?: Tensor | null, ignoreIndex?: number, reduction?: Reduction, labelSmoothing?: number],
    Options.CrossEntropyLossOptions,
    'target'
  >;
  binaryCrossEntropy: Named<
    [input: Tensor, target: Tensor],
    [weight?: Tensor | null, reduction?: Reduction],
    Options.BCELossOptions,
    'target'
  >;
  binaryCrossEntropyWithLogits: Named<
    [input: Tensor, target: Tensor],
    [weight?: Tensor | null, reduction?: Reduction, posWeight?: Tensor | null],
    Options.BCEWithLogitsLossOptions,
    'target'
  >;
  hingeEmbeddingLoss: Named<
    [input: Tensor, target: Tensor],
    [margin?: number, reduction?: Reduction],
    Options.ClassMarginOptions,
    'target'
  >;
  softMarginLoss: PairLossCall;
  multiMarginLoss: Named<
    [input: Tensor, target: Tensor],
    [p?: number, margin?: number, weight?: Tensor | null, reduction?: Reduction],
    Options.MultiMarginLossOptions,
    'target'
  >;
  multilabelMarginLoss: PairLossCall;
  multilabelSoftMarginLoss: Named<
    [input: Tensor, target: Tensor],
    [weight?: Tensor | null, reduction?: Reduction],
    Options.ClassLossOptions,
    'target'
  >;
  ctcLoss: Named<
    [logProbs: Tensor, targets: Tensor, inputLengths: Lengths, targetLengths: Lengths],
    [blank?: number, reduction?: Reduction, zeroInfinity?: boolean],
    Options.CTCLossOptions,
    'targets' | 'inputLengths' | 'targetLengths'
  >;
  marginRankingLoss: TwoInputsLossCall;
  cosineEmbeddingLoss: TwoInputsLossCall;
  tripletMarginLoss: Named<
    [anchor: Tensor, positive: Tensor, negative: Tensor],
    [margin?: number, p?: number, eps?: number, swap?: boolean, reduction?: Reduction],
    Options.TripletMarginLossOptions,
    'positive' | 'negative'
  >;
  tripletMarginWithDistanceLoss: Named<
    [anchor: Tensor, positive: Tensor, negative: Tensor],
    [options?: never],
    Options.TripletDistanceOptions,
    'positive' | 'negative'
  >;
  linearCrossEntropy: Named<
    [input: Tensor, linearWeight: Tensor, target: Tensor],
    [options?: never],
    Options.LinearCrossEntropyOptions,
    'linearWeight' | 'target'
  >;
  mseLoss: WeightedLossCall;
  l1Loss: WeightedLossCall;
  smoothL1Loss: Named<
    [input: Tensor, target: Tensor],
    [reduction?: Reduction, beta?: number],
    Options.SmoothL1LossOptions,
    'target'
  >;
  huberLoss: Named<
    [input: Tensor, target: Tensor],
    [reduction?: Reduction, delta?: number, weight?: Tensor | null],
    Options.WeightedHuberLossOptions,
    'target'
  >;
  klDiv: Named<
    [input: Tensor, target: Tensor],
    [reduction?: Reduction | 'batchmean', logTarget?: boolean],
    Options.KLDivLossOptions,
    'target'
  >;
  poissonNllLoss: Named<
    [input: Tensor, target: Tensor],
    [logInput?: boolean, full?: boolean, eps?: number, reduction?: Reduction],
    Options.PoissonNLLLossOptions,
    'target'
  >;
  gaussianNllLoss: Named<
    [input: Tensor, target: Tensor, variance: Tensor | number],
    [full?: boolean, eps?: number, reduction?: Reduction],
    Options.GaussianNLLLossOptions,
    'target' | 'var'
  >;
}
