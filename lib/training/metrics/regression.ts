import type { Tensor } from '../../tensor-methods';
import { float64 } from '../../dtype';
import { SumMetric } from './metric';
import { typeError } from '../../errors';

function difference(output: Tensor, target: Tensor): Tensor {
  if (output.shape.join() !== target.shape.join()) {
    throw typeError(
      `metric: output [${output.shape.join(', ')}] and target [${target.shape.join(', ')}] differ in shape`,
    );
  }
  return output.detach().to(float64).sub(target.detach().to(float64));
}

const total = (tensor: Tensor): number => Number(tensor.sum().item());

/** The mean squared error. */
export class MeanSquaredError extends SumMetric {
  constructor() {
    super(2);
  }

  override update(output: Tensor, target: Tensor): void {
    this.add(total(difference(output, target).square()), target.numel());
  }

  override compute(): number {
    return this.sum(0) / this.sum(1);
  }
}

/** The mean absolute error. */
export class MeanAbsoluteError extends SumMetric {
  constructor() {
    super(2);
  }

  override update(output: Tensor, target: Tensor): void {
    this.add(total(difference(output, target).abs()), target.numel());
  }

  override compute(): number {
    return this.sum(0) / this.sum(1);
  }
}

/** R²: the share of the targets' variance that the outputs explain. */
export class R2Score extends SumMetric {
  constructor() {
    super(4);
  }

  override update(output: Tensor, target: Tensor): void {
    const wanted = target.detach().to(float64);
    const squares = total(difference(output, target).square());
    this.add(squares, total(wanted), total(wanted.square()), target.numel());
  }

  override compute(): number {
    const [residual, sum, squares, n] = [this.sum(0), this.sum(1), this.sum(2), this.sum(3)];
    return 1 - residual / (squares - (sum * sum) / n);
  }
}

/** exp of the mean negative log-likelihood. Outputs are raw scores `[N, C]` or `[N, C, …]`, targets class numbers. */
export class Perplexity extends SumMetric {
  constructor(readonly options: { readonly ignoreIndex?: number } = {}) {
    super(2);
  }

  override update(output: Tensor, target: Tensor): void {
    const logProbabilities = output.detach().to(float64).logSoftmax(1);
    const { ignoreIndex } = this.options;
    const kept = ignoreIndex === undefined ? target.eq(target) : target.ne(ignoreIndex);
    const safe = target.mul(kept);
    const chosen = logProbabilities.gather(1, safe.unsqueeze(1)).squeeze(1);
    this.add(-total(chosen.mul(kept)), total(kept));
  }

  override compute(): number {
    return Math.exp(this.sum(0) / this.sum(1));
  }
}
