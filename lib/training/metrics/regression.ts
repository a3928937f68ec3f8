import type { Tensor } from '../../ops/tensor-methods';
import { float64, int64 } from '../../tensor/dtype';
import { int, optional } from '../../arguments/fields';
import { readOptions, refuseSurplus, takesNothing } from '../../arguments/read';
import { METRIC_ARGUMENTS, SumMetric, checkPair, requireShape, share } from './metric';
import { limitArguments } from '../../arguments/surplus';

function difference(label: string, output: Tensor, target: Tensor): Tensor {
  checkPair(label, output, target);
  requireShape(label, output, target, output.shape);
  return output.detach().to(float64).sub(target.detach().to(float64));
}

const total = (tensor: Tensor): number => Number(tensor.sum().item());

/**
 * The mean squared error.
 *
 * @example
 * const error = new torch.training.MeanSquaredError();
 * error.update(torch.tensor([1, 2]), torch.tensor([1, 4]));
 * error.compute(); // 2
 */
export class MeanSquaredError extends SumMetric {
  constructor(...args: []) {
    super(2);
    takesNothing('MeanSquaredError', args);
  }

  override update(output: Tensor, target: Tensor): void {
    this.add(total(difference(this.constructor.name, output, target).square()), target.numel());
  }

  override compute(): number {
    return share(this.sum(0), this.sum(1));
  }
}

/**
 * The mean absolute error.
 *
 * @example
 * const error = new torch.training.MeanAbsoluteError();
 * error.update(torch.tensor([1, 2]), torch.tensor([1, 4]));
 * error.compute(); // 1
 */
export class MeanAbsoluteError extends SumMetric {
  constructor(...args: []) {
    super(2);
    takesNothing('MeanAbsoluteError', args);
  }

  override update(output: Tensor, target: Tensor): void {
    this.add(total(difference(this.constructor.name, output, target).abs()), target.numel());
  }

  override compute(): number {
    return share(this.sum(0), this.sum(1));
  }
}

/**
 * R²: the share of the targets' variance that the outputs explain. Where all targets are equal, there is none to explain:
 * 1 for outputs without an error, else 0, as scikit-learn has it. NaN for fewer than two targets.
 *
 * @example
 * const r2 = new torch.training.R2Score();
 * r2.update(torch.tensor([1, 2, 4]), torch.tensor([1, 2, 3]));
 * r2.compute(); // 0.5
 */
export class R2Score extends SumMetric {
  constructor(...args: []) {
    super(5);
    takesNothing('R2Score', args);
  }

  /** Targets are summed as distances from the first of them: their squares would hide a small variance. */
  override update(output: Tensor, target: Tensor): void {
    const squares = total(difference('R2Score', output, target).square());
    const n = target.numel();
    if (n === 0) return;
    const wanted = target.detach().to(float64);
    const first = this.sum(3) === 0;
    const center = first ? Number(wanted.reshape([-1]).select(0, 0).item()) : this.sum(4);
    const distances = wanted.sub(center);
    this.add(squares, total(distances), total(distances.square()), n, first ? center : 0);
  }

  override compute(): number {
    const [residual, sum, squares, n] = [this.sum(0), this.sum(1), this.sum(2), this.sum(3)];
    if (n < 2) return NaN;
    const variance = squares - (sum * sum) / n;
    if (variance > 0) return 1 - residual / variance;
    return residual === 0 ? 1 : Number.isNaN(variance + residual) ? NaN : 0;
  }
}

/**
 * exp of the mean negative log-likelihood. Outputs are raw scores `[N, C]` or `[N, C, …]`, targets class numbers.
 *
 * @example
 * const perplexity = new torch.training.Perplexity({ ignoreIndex: -100 });
 * perplexity.update(torch.zeros([2, 4]), torch.tensor([3, -100]));
 * perplexity.compute(); // 4
 */
export class Perplexity extends SumMetric {
  readonly options: { readonly ignoreIndex: number | undefined };

  constructor(
    options: {
      /** The label that does not count. @defaultValue undefined, which counts all labels */
      readonly ignoreIndex?: number;
    } = {},
    ...surplus: []
  ) {
    super(2);
    refuseSurplus('Perplexity', 1, surplus);
    this.options = readOptions('Perplexity', { ignoreIndex: optional(int()) }, options);
  }

  override update(output: Tensor, target: Tensor): void {
    checkPair('Perplexity', output, target);
    requireShape('Perplexity', output, target, [...output.shape.slice(0, 1), ...output.shape.slice(2)]);
    const logProbabilities = output.detach().to(float64).logSoftmax(1);
    const { ignoreIndex } = this.options;
    const kept = ignoreIndex === undefined ? target.eq(target) : target.ne(ignoreIndex);
    const safe = target.mul(kept).to(int64);
    const chosen = logProbabilities.gather(1, safe.unsqueeze(1)).squeeze(1);
    this.add(-total(chosen.mul(kept)), total(kept));
  }

  override compute(): number {
    return Math.exp(share(this.sum(0), this.sum(1)));
  }
}

limitArguments([MeanSquaredError, MeanAbsoluteError, R2Score, Perplexity], METRIC_ARGUMENTS);
