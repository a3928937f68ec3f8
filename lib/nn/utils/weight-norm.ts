import type { Tensor } from '../../ops/tensor-methods';
import { aten } from '../functional/define';
import { Module } from '../module';

/** Length and direction of a weight. @internal */
export class WeightNorm extends Module {
  readonly dim: number;

  constructor(dim: number | null = 0) {
    super();
    this.dim = dim ?? -1;
  }

  override forward(length: Tensor, direction: Tensor): Tensor {
    return aten('_weight_norm')(direction, length, this.dim);
  }

  rightInverse(weight: Tensor): Tensor[] {
    return [aten('norm_except_dim')(weight, 2, this.dim), weight];
  }

  override displayName(): string {
    return '_WeightNorm';
  }
}
