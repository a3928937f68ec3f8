import type { PairMarginOptions, TripletDistanceOptions, TripletMarginLossOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import { takes } from '../forward-arguments';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { Layer } from '../layer';
import { PairwiseDistance } from './shape';
import { REDUCTION as reduction, type Reduction } from './class-losses';
import { trim } from '../../arguments/read';
import { bool, float, keyword, nullable, value } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/** Losses that compare two or three tensors with each other. `reduction` is 'mean', or 'sum' or 'none'. */

const MARGIN = { margin: float(0), reduction };

abstract class OfTwoInputs extends Layer {
  declare readonly margin: number;
  declare readonly reduction: Reduction;

  constructor(...rest: Mixed<[margin?: number, reduction?: 'none' | 'mean' | 'sum'], PairMarginOptions>) {
    super();
    this.read(MARGIN, trim(rest));
  }
}

/**
 * max(0, -y · (x1 - x2) + margin).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.MarginRankingLoss.html
 * @example
 * new nn.MarginRankingLoss().forward(torch.rand([3]), torch.rand([3]), torch.ones([3]));
 */
export class MarginRankingLoss extends OfTwoInputs {
  static {
    takes(this, { input1: tensor(), input2: tensor(), target: tensor() });
  }

  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return F.marginRankingLoss(input1, input2, target, this.margin, this.reduction);
  }
}

/**
 * 1 - cos(x1, x2) where y is 1, max(0, cos(x1, x2) - margin) where y is -1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CosineEmbeddingLoss.html
 * @example
 * new nn.CosineEmbeddingLoss().forward(torch.rand([2, 3]), torch.rand([2, 3]), torch.ones([2]));
 */
export class CosineEmbeddingLoss extends OfTwoInputs {
  static {
    takes(this, { input1: tensor(), input2: tensor(), target: tensor() });
  }

  override forward(input1: Tensor, input2: Tensor, target: Tensor): Tensor {
    return F.cosineEmbeddingLoss(input1, input2, target, this.margin, this.reduction);
  }
}

const TRIPLE = { anchor: tensor(), positive: tensor(), negative: tensor() };
const TRIPLET = { margin: float(1), p: float(2), eps: float(1e-6), swap: bool(false), reduction };

/**
 * max(d(anchor, positive) - d(anchor, negative) + margin, 0) with a p-norm.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.TripletMarginLoss.html
 * @example
 * new nn.TripletMarginLoss().forward(torch.rand([4, 8]), torch.rand([4, 8]), torch.rand([4, 8]));
 */
export class TripletMarginLoss extends Layer {
  declare readonly margin: number;
  declare readonly p: number;
  declare readonly eps: number;
  declare readonly swap: boolean;
  declare readonly reduction: Reduction;

  constructor(
    ...rest: Mixed<
      [margin?: number, p?: number, eps?: number, swap?: boolean, reduction?: 'none' | 'mean' | 'sum'],
      TripletMarginLossOptions
    >
  ) {
    super();
    this.read(TRIPLET, trim(rest));
  }

  static {
    takes(this, TRIPLE);
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { margin, p, eps, swap } = this;
    return F.tripletMarginLoss(anchor, positive, negative, margin, p, eps, swap, this.reduction);
  }
}

const WITH_DISTANCE = {
  distanceFunction: keyword(nullable(value<F.Distance>('a function', (v) => typeof v === 'function'))),
  ...{ margin: float(1), swap: bool(false), reduction },
};

/**
 * The triplet loss with a distance of one's own; pairwise distance by default.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.TripletMarginWithDistanceLoss.html
 * @example
 * const loss = new nn.TripletMarginWithDistanceLoss({ distanceFunction: (a, b) => a.sub(b).abs().sum(1) });
 * loss.forward(torch.rand([4, 8]), torch.rand([4, 8]), torch.rand([4, 8]));
 */
export class TripletMarginWithDistanceLoss extends Layer {
  declare readonly distanceFunction: F.Distance | PairwiseDistance;
  declare readonly margin: number;
  declare readonly swap: boolean;
  declare readonly reduction: Reduction;

  constructor(...options: [options?: TripletDistanceOptions]) {
    super();
    const { distanceFunction } = this.read(WITH_DISTANCE, trim(options));
    Object.assign(this, { distanceFunction: distanceFunction ?? new PairwiseDistance() });
  }

  override keyOf(property: string): string {
    return property === 'distanceFunction' ? 'distance_function' : super.keyOf(property);
  }

  static {
    takes(this, TRIPLE);
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { distanceFunction: given, margin, swap } = this;
    const distanceFunction = given instanceof PairwiseDistance ? (a: Tensor, b: Tensor) => given.forward(a, b) : given;
    return F.tripletMarginWithDistanceLoss(anchor, positive, negative, {
      ...{ distanceFunction, margin, swap, reduction: this.reduction },
    });
  }
}
