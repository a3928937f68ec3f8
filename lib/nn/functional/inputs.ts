import type { Tensor } from '../../ops/tensor-methods';
import type { Ints } from '../options';

/** Required arguments of functions, for calls that give them by name. */
export interface Inputs {
  /** What the input is compared with: a tensor of its shape, or labels. */
  readonly target: Tensor;
  /** The labels of all sequences: `[N, S]`, or one after the other. */
  readonly targets: Tensor;
  /** The length of each input: at most its first dimension. */
  readonly inputLengths: Lengths;
  /** How many labels each sequence has. */
  readonly targetLengths: Lengths;
  /** What the input is multiplied with: the kernel of a convolution, the matrix of a linear layer, the table of an embedding. */
  readonly weight: Tensor;
  /** Added to the result. */
  readonly bias: Tensor;
  /** The second input. */
  readonly input2: Tensor;
  /** The size of a window. */
  readonly kernelSize: Ints;
  /** The spatial size of the result. */
  readonly outputSize: Ints | null | readonly (number | null)[];
  /** The right matrices. */
  readonly matB: Tensor;
  /** The second vectors. */
  readonly x2: Tensor;
  /** Examples that are close to the anchor. */
  readonly positive: Tensor;
  /** Examples that are far from the anchor. */
  readonly negative: Tensor;
  /** The matrix of the linear layer: `[classes, features]`. */
  readonly linearWeight: Tensor;
  /** The running means, shape `[C]`; updated while training. */
  readonly runningMean: Tensor | null;
  /** The running variances, shape `[C]`; updated while training. */
  readonly runningVar: Tensor | null;
  /** The sizes of the last dimensions, which are normalized. */
  readonly normalizedShape: Ints;
  /** Into how many groups channels are divided. */
  readonly numGroups: number;
  /** The number of neighboring channels, or the shape of the result of `affineGrid`. */
  readonly size: Ints;
  /** The power p of the norm (Σ xᵖ)^(1/p); not 0. */
  readonly normType: number;
  /** Elements above it stay. */
  readonly threshold: number;
  /** What other elements become; in attention, what is averaged: `[*, S, Ev]`. */
  readonly value: number | Tensor;
  /** The variance: one number, or a tensor of the input's shape. */
  readonly var: Tensor | number;
  /** The keys: `[*, S, E]`. */
  readonly key: Tensor;
  /** The places of the values, as a max pool returned them. */
  readonly indices: Tensor;
  /** The places to sample, between -1 and 1: `[N, H, W, 2]` or `[N, D, H, W, 3]`. */
  readonly grid: Tensor;
  /** By how much height and width grow. */
  readonly upscaleFactor: number;
  /** By how much height and width shrink. */
  readonly downscaleFactor: number;
  /** Into how many groups channels are divided. */
  readonly groups: number;
  /** How many elements are added before and after each dimension, from the last one on. */
  readonly pad: readonly number[];
}

/** The lengths of sequences. */
export type Lengths = Tensor | readonly number[];
