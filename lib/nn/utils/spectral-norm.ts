import { indexError, valueError } from '../../errors';
import type { Tensor } from '../../ops/tensor-methods';
import { withoutGrad } from '../../native/grad-mode';
import * as F from '../functional';
import { aten } from '../functional/define';
import { Module } from '../module';

/** Divides by an estimate of the greatest singular value. @internal */
export class SpectralNorm extends Module {
  readonly dim: number;
  declare _u: Tensor;
  declare _v: Tensor;

  constructor(
    weight: Tensor,
    readonly nPowerIterations: number,
    dim: number,
    readonly eps: number,
  ) {
    super();
    const { ndim } = weight;
    if (!Number.isInteger(dim) || dim >= ndim || dim < -ndim) {
      throw indexError(`Dimension out of range (expected to be in range of [-${ndim}, ${ndim - 1}] but got ${dim})`);
    }
    if (!(nPowerIterations > 0)) {
      throw valueError(`Expected nPowerIterations to be positive, but got nPowerIterations=${nPowerIterations}`);
    }
    this.dim = dim >= 0 ? dim : dim + ndim;
    if (ndim > 1) this.start(weight);
  }

  private start(weight: Tensor): void {
    withoutGrad(() => {
      const matrix = this.asMatrix(weight);
      const [u, v] = matrix.shape.map((size) => this.normalized(this.random(matrix, size))) as [Tensor, Tensor];
      this.registerBuffer('_u', u);
      this.registerBuffer('_v', v);
      this.iterate(matrix, 15);
    });
  }

  private random(like: Tensor, size: number): Tensor {
    return aten('normal_')(aten('new_empty')(like, [size]), 0, 1);
  }

  private normalized(vector: Tensor): Tensor {
    return F.normalize(vector, { dim: 0, eps: this.eps });
  }

  /** `[outputs, everything else]`. */
  private asMatrix(weight: Tensor): Tensor {
    const others = Array.from({ length: weight.ndim }, (_, d) => d).filter((d) => d !== this.dim);
    const turned = this.dim === 0 ? weight : aten('permute')(weight, [this.dim, ...others]);
    return aten('flatten')(turned, 1);
  }

  private iterate(matrix: Tensor, steps: number): void {
    withoutGrad(() => {
      const turned = aten('t')(aten('conj')(matrix));
      for (let step = 0; step < steps; step++) {
        aten('copy_')(this._u, this.normalized(aten('mv')(matrix, this._v)));
        aten('copy_')(this._v, this.normalized(aten('mv')(turned, this._u)));
      }
    });
  }

  override forward(weight: Tensor): Tensor {
    if (weight.ndim === 1) return this.normalized(weight);
    const matrix = this.asMatrix(weight);
    if (this.training) this.iterate(matrix, this.nPowerIterations);
    // Copies, since the next forward may change them before the backward of this one.
    const [u, v] = [aten('clone')(this._u), aten('clone')(this._v)];
    return aten('div')(weight, aten('vdot')(u, aten('mv')(matrix, v)));
  }

  rightInverse(value: Tensor): Tensor {
    return value;
  }

  override displayName(): string {
    return '_SpectralNorm';
  }
}
