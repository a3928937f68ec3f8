import { float, int } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import { heFanOut, initialize, onesAndZeros } from './initialize';
import { type Recipe, define } from './registry';

const MOMENTUM = 1 - 0.9997;

class InvertedResidual extends nn.Module {
  private readonly applyResidual: boolean;
  readonly layers: nn.Sequential;

  constructor(input: number, output: number, kernel: number, stride: number, expansion: number) {
    super();
    const middle = input * expansion;
    const norm = (channels: number): nn.Module => new nn.BatchNorm2d(channels, { momentum: MOMENTUM });
    const depthwise = { padding: Math.floor(kernel / 2), stride, groups: middle, bias: false };
    this.applyResidual = input === output && stride === 1;
    this.layers = new nn.Sequential(
      new nn.Conv2d(input, middle, 1, { bias: false }),
      norm(middle),
      new nn.ReLU({ inplace: true }),
      new nn.Conv2d(middle, middle, kernel, depthwise),
      norm(middle),
      new nn.ReLU({ inplace: true }),
      new nn.Conv2d(middle, output, 1, { bias: false }),
      norm(output),
    );
  }

  override displayName(): string {
    return '_InvertedResidual';
  }

  override forward(x: Tensor): Tensor {
    const out = this.layers.forward(x);
    return this.applyResidual ? out.add(x) : out;
  }
}

/** Kernel, stride, expansion and number of blocks of each stage. */
const STAGES = [
  [3, 2, 3, 3],
  [5, 2, 3, 3],
  [5, 2, 6, 3],
  [3, 1, 6, 2],
  [5, 2, 6, 4],
  [3, 1, 6, 1],
] as const;

/** A multiple of 8 that is not much smaller. */
function rounded(value: number): number {
  const whole = Math.max(8, Math.floor(Math.trunc(value + 4) / 8) * 8);
  return whole >= 0.9 * value ? whole : whole + 8;
}

export interface MNASNetOptions {
  /** The number of classes. @defaultValue 1000 */
  readonly numClasses?: number;
  /** The probability that dropout zeroes a number before the last layer. @defaultValue 0.2 */
  readonly dropout?: number;
}

const OPTIONS = { numClasses: int(1000), dropout: float(0.2) };

/**
 * MNASNet over pictures `[N, 3, H, W]`, `alpha` times as wide as the paper's; gives `[N, numClasses]`.
 *
 * @throws TorchValueError for an `alpha` of 0 or less.
 * @see https://docs.pytorch.org/vision/stable/models/mnasnet.html
 * @example
 * new vision.models.MNASNet(0.5, { numClasses: 5 }).forward(torch.ones([2, 3, 64, 64])).shape; // [2, 5]
 */
export class MNASNet extends nn.Module {
  readonly alpha: number;
  readonly numClasses: number;
  readonly layers: nn.Sequential;
  /** The last layers: put others here for other classes. */
  classifier: nn.Module;

  constructor(alpha: number, options: MNASNetOptions = {}) {
    super();
    if (!(alpha > 0)) throw valueError(`alpha should be greater than 0.0 instead of ${alpha}`);
    const { numClasses, dropout } = readOptions('MNASNet', OPTIONS, options);
    const depths = [32, 16, 24, 40, 80, 96, 192, 320].map((depth) => rounded(depth * alpha));
    const [first, second] = depths as [number, number];
    const norm = (channels: number): nn.Module => new nn.BatchNorm2d(channels, { momentum: MOMENTUM });
    const stack = ([kernel, stride, expansion, count]: (typeof STAGES)[number], i: number): nn.Module => {
      const [before, now] = depths.slice(i + 1, i + 3) as [number, number];
      const block = (_: unknown, k: number): nn.Module =>
        new InvertedResidual(k === 0 ? before : now, now, kernel, k === 0 ? stride : 1, expansion);
      return new nn.Sequential(...Array.from({ length: count }, block));
    };
    this.alpha = alpha;
    this.numClasses = numClasses;
    this.layers = new nn.Sequential(
      new nn.Conv2d(3, first, 3, { padding: 1, stride: 2, bias: false }),
      norm(first),
      new nn.ReLU({ inplace: true }),
      new nn.Conv2d(first, first, 3, { padding: 1, stride: 1, groups: first, bias: false }),
      norm(first),
      new nn.ReLU({ inplace: true }),
      new nn.Conv2d(first, second, 1, { padding: 0, stride: 1, bias: false }),
      norm(second),
      ...STAGES.map(stack),
      new nn.Conv2d(depths.at(-1) as number, 1280, 1, { padding: 0, stride: 1, bias: false }),
      norm(1280),
      new nn.ReLU({ inplace: true }),
    );
    const head = new nn.Linear(1280, numClasses);
    this.classifier = new nn.Sequential(new nn.Dropout(dropout, { inplace: true }), head);
    const linear = ({ weight, bias }: nn.Linear): void => {
      nn.init.kaimingUniform_(weight, { mode: 'fanOut', nonlinearity: 'sigmoid' });
      if (bias) nn.init.zeros_(bias);
    };
    initialize(this, { convolution: heFanOut, norm: onesAndZeros, linear });
  }

  override forward(x: Tensor): Tensor {
    return (this.classifier as nn.Sequential).forward(this.layers.forward(x).mean([2, 3]));
  }
}

const make =
  (alpha: number): Recipe<MNASNet, MNASNetOptions> =>
  (options) =>
    new MNASNet(alpha, options);

/**
 * MNASNet of half the width.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mnasnet0_5.html
 * @example
 * const model = vision.models.mnasnet0_5({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const mnasnet0_5 = define('mnasnet0_5', make(0.5));
/**
 * MNASNet of three quarters of the width.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mnasnet0_75.html
 * @example
 * const model = vision.models.mnasnet0_75({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const mnasnet0_75 = define('mnasnet0_75', make(0.75));
/**
 * MNASNet.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mnasnet1_0.html
 * @example
 * const model = vision.models.mnasnet1_0({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const mnasnet1_0 = define('mnasnet1_0', make(1));
/**
 * MNASNet of 1.3 times the width.
 *
 * @see https://docs.pytorch.org/vision/stable/models/generated/torchvision.models.mnasnet1_3.html
 * @example
 * const model = vision.models.mnasnet1_3({ numClasses: 10 }).eval();
 * model.forward(torch.rand([2, 3, 64, 64])).shape; // [2, 10]
 */
export const mnasnet1_3 = define('mnasnet1_3', make(1.3));
