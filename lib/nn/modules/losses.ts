import type { CTCLossOptions, GaussianNLLLossOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import { takes } from '../forward-arguments';
import type {
  BCELossOptions,
  BCEWithLogitsLossOptions,
  ClassLossOptions,
  ClassMarginOptions,
  HuberLossOptions,
  KLDivLossOptions,
  MultiMarginLossOptions,
  PoissonNLLLossOptions,
  ReductionOptions,
  SmoothL1LossOptions,
} from '../options';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { Layer } from '../layer';
import { simpleOfTwo } from '../simple';
import { REDUCTION as reduction, type Reduction } from './class-losses';
import { trim } from '../../arguments/read';
import { bool, choice, either, float, int, keyword, listOfInts, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/** Losses of an input and a target. `reduction` is 'mean', or 'sum' or 'none'. */

const weight = nullable(tensor());

/**
 * The mean of |x - y|.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.L1Loss.html
 * @example
 * new nn.L1Loss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class L1Loss extends simpleOfTwo<ReductionOptions, [reduction?: Reduction]>(
  { reduction },
  (x, y, v) => F.l1Loss(x, y, v.reduction),
  [],
) {}

/**
 * The mean of (x - y)².
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MSELoss.html
 * @example
 * new nn.MSELoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class MSELoss extends simpleOfTwo<ReductionOptions, [reduction?: Reduction]>(
  { reduction },
  (x, y, v) => F.mseLoss(x, y, v.reduction),
  [],
) {}

/**
 * Squared below beta, linear above.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.SmoothL1Loss.html
 * @example
 * new nn.SmoothL1Loss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class SmoothL1Loss extends simpleOfTwo<SmoothL1LossOptions, [reduction?: Reduction, beta?: number]>(
  { reduction, beta: float(1) },
  (x, y, v) => F.smoothL1Loss(x, y, v.reduction, v.beta),
  [],
) {}

/**
 * Squared below delta, delta-scaled linear above.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.HuberLoss.html
 * @example
 * new nn.HuberLoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class HuberLoss extends simpleOfTwo<HuberLossOptions, [reduction?: Reduction, delta?: number]>(
  { reduction, delta: float(1) },
  (x, y, v) => F.huberLoss(x, y, v.reduction, v.delta),
  [],
) {}

/**
 * Binary cross entropy of probabilities.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.BCELoss.html
 * @example
 * new nn.BCELoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class BCELoss extends simpleOfTwo<BCELossOptions, [weight?: Tensor | null, reduction?: Reduction]>(
  { weight, reduction },
  (x, y, v) => F.binaryCrossEntropy(x, y, v.weight, v.reduction),
  ['weight'],
) {}

/**
 * Binary cross entropy of raw scores; posWeight is the weight of positive answers.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.BCEWithLogitsLoss.html
 * @example
 * new nn.BCEWithLogitsLoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class BCEWithLogitsLoss extends simpleOfTwo<
  BCEWithLogitsLossOptions,
  [weight?: Tensor | null, reduction?: Reduction, posWeight?: Tensor | null]
>(
  { weight, reduction, posWeight: weight },
  (x, y, v) => F.binaryCrossEntropyWithLogits(x, y, v.weight, v.reduction, v.posWeight),
  ['weight', 'posWeight'],
) {}

/**
 * The Kullback-Leibler divergence of log-probabilities x from probabilities y.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.KLDivLoss.html
 * @example
 * new nn.KLDivLoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class KLDivLoss extends simpleOfTwo<
  KLDivLossOptions,
  [reduction?: Reduction | 'batchmean', logTarget?: boolean]
>(
  { reduction: choice(['none', 'mean', 'sum', 'batchmean'], 'mean'), logTarget: bool(false) },
  (x, y, v) => F.klDiv(x, y, v.reduction, v.logTarget),
  [],
) {}

/**
 * The negative log-likelihood of Poisson counts.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.PoissonNLLLoss.html
 * @example
 * new nn.PoissonNLLLoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class PoissonNLLLoss extends simpleOfTwo<
  PoissonNLLLossOptions,
  [logInput?: boolean, full?: boolean, eps?: number, reduction?: Reduction]
>(
  { logInput: bool(true), full: bool(false), eps: float(1e-8), reduction },
  (x, y, v) => F.poissonNllLoss(x, y, v.logInput, v.full, v.eps, v.reduction),
  [],
  'logInput',
) {}

/**
 * x where y is 1, max(0, margin - x) where y is -1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.HingeEmbeddingLoss.html
 * @example
 * new nn.HingeEmbeddingLoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class HingeEmbeddingLoss extends simpleOfTwo<ClassMarginOptions, [margin?: number, reduction?: Reduction]>(
  { margin: float(1), reduction },
  (x, y, v) => F.hingeEmbeddingLoss(x, y, v.margin, v.reduction),
  [],
) {}

/**
 * The margin loss for several classes at once. y lists class numbers, and ends with -1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MultiLabelMarginLoss.html
 * @example
 * new nn.MultiLabelMarginLoss().forward(torch.rand([1, 3]), torch.tensor([[0, -1, 1]]));
 */
export class MultiLabelMarginLoss extends simpleOfTwo<ReductionOptions, [reduction?: Reduction]>(
  { reduction },
  (x, y, v) => F.multilabelMarginLoss(x, y, v.reduction),
  [],
) {}

/**
 * log(1 + exp(-y · x)) for y of ±1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.SoftMarginLoss.html
 * @example
 * new nn.SoftMarginLoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class SoftMarginLoss extends simpleOfTwo<ReductionOptions, [reduction?: Reduction]>(
  { reduction },
  (x, y, v) => F.softMarginLoss(x, y, v.reduction),
  [],
) {}

/**
 * Binary cross entropy of raw scores, averaged over classes.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MultiLabelSoftMarginLoss.html
 * @example
 * new nn.MultiLabelSoftMarginLoss().forward(torch.rand([1, 3]), torch.ones([1, 3]));
 */
export class MultiLabelSoftMarginLoss extends simpleOfTwo<
  ClassLossOptions,
  [weight?: Tensor | null, reduction?: Reduction]
>({ weight, reduction }, (x, y, v) => F.multilabelSoftMarginLoss(x, y, v.weight, v.reduction), ['weight']) {}

/**
 * The margin loss of one class of many.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MultiMarginLoss.html
 * @example
 * new nn.MultiMarginLoss().forward(torch.rand([1, 3]), torch.tensor([1]));
 */
export class MultiMarginLoss extends simpleOfTwo<
  MultiMarginLossOptions,
  [p?: number, margin?: number, weight?: Tensor | null, reduction?: Reduction]
>(
  { p: int(1), margin: float(1), weight, reduction },
  (x, y, v) => F.multiMarginLoss(x, y, v.p, v.margin, v.weight, v.reduction),
  ['weight'],
) {}

const GAUSSIAN = { full: keyword(bool(false)), eps: float(1e-6), reduction };

/**
 * The negative log-likelihood of normal variables with given variances.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.GaussianNLLLoss.html
 * @example
 * new nn.GaussianNLLLoss().forward(torch.rand([5, 2]), torch.rand([5, 2]), torch.ones([5, 2]));
 */
export class GaussianNLLLoss extends Layer {
  declare readonly full: boolean;
  declare readonly eps: number;
  declare readonly reduction: Reduction;

  constructor(...options: [options?: GaussianNLLLossOptions]) {
    super();
    this.read(GAUSSIAN, trim(options));
  }

  static {
    takes(this, { input: tensor(), target: tensor(), var: either(tensor(), float()) });
  }

  override forward(input: Tensor, target: Tensor, variance: Tensor | number): Tensor {
    return F.gaussianNllLoss(input, target, variance, this.full, this.eps, this.reduction);
  }
}

const LENGTHS = either(tensor(), listOfInts());
const CTC = { blank: int(0), reduction, zeroInfinity: bool(false) };

/**
 * Connectionist temporal classification: log-probabilities `[T, N, C]`, targets `[N, S]` or all in one row, and the
 * lengths of both.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CTCLoss.html
 * @example
 * const logProbs = torch.randn([50, 2, 20]).logSoftmax(2);
 * new nn.CTCLoss().forward(logProbs, torch.randint(1, 20, [2, 10]), [50, 50], [10, 10]);
 */
export class CTCLoss extends Layer {
  declare readonly blank: number;
  declare readonly reduction: Reduction;
  declare readonly zeroInfinity: boolean;

  constructor(
    ...rest: Mixed<[blank?: number, reduction?: 'none' | 'mean' | 'sum', zeroInfinity?: boolean], CTCLossOptions>
  ) {
    super();
    this.read(CTC, trim(rest));
  }

  static {
    takes(this, { logProbs: tensor(), targets: tensor(), inputLengths: LENGTHS, targetLengths: LENGTHS });
  }

  override forward(
    logProbs: Tensor,
    targets: Tensor,
    inputLengths: Tensor | readonly number[],
    targetLengths: Tensor | readonly number[],
  ): Tensor {
    const { blank, zeroInfinity } = this;
    return F.ctcLoss(logProbs, targets, inputLengths, targetLengths, blank, this.reduction, zeroInfinity);
  }
}
