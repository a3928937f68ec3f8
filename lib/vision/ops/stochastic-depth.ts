import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';

/** What is dropped together: each row of a batch for itself, or the whole batch. */
export type StochasticDepthMode = 'batch' | 'row';

/**
 * Drops whole residual branches at random, in training.
 *
 * @param input - `[N, …]`.
 * @param p - The probability that a row, or the batch, becomes zero.
 * @param mode - `'row'` decides for each row, `'batch'` for all of them together.
 * @param training - Without it, `input` itself comes back. @defaultValue true
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.stochastic_depth.html
 * @example
 * vision.ops.stochasticDepth(torch.ones([4, 2]), 0.5, 'row'); // rows of zeros and of twos
 */
export function stochasticDepth(input: Tensor, p: number, mode: StochasticDepthMode, training = true): Tensor {
  if (!(p >= 0 && p <= 1)) throw valueError(`drop probability has to be between 0 and 1, but got ${p}`);
  if (!['batch', 'row'].includes(mode)) {
    throw valueError(`mode has to be either 'batch' or 'row', but got ${String(mode)}`);
  }
  if (!training || p === 0) return input;
  const survival = 1 - p;
  const size = input.shape.map((length, axis) => (axis === 0 && mode === 'row' ? length : 1));
  const noise = torch.empty(size, { dtype: input.dtype, device: input.device }).bernoulli_(survival);
  if (survival > 0) noise.div_(survival);
  return input.mul(noise);
}

/**
 * {@link stochasticDepth} as a layer.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.StochasticDepth.html
 * @example
 * new vision.ops.StochasticDepth(0.1, 'row').eval().forward(torch.ones([2])); // in evaluation: as it came
 */
export class StochasticDepth extends nn.Module {
  readonly p: number;
  readonly mode: StochasticDepthMode;

  constructor(p: number, mode: StochasticDepthMode) {
    super();
    this.p = p;
    this.mode = mode;
  }

  override forward(input: Tensor): Tensor {
    return stochasticDepth(input, this.p, this.mode, this.training);
  }

  override extraRepr(): string {
    return `p=${pythonFloat(this.p)}, mode=${this.mode}`;
  }
}

/** As Python writes a float. */
function pythonFloat(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
