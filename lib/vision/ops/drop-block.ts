import { bool, float } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { floatText } from '../text';

export interface DropBlockLayerOptions {
  /** Whether the input itself is overwritten. @defaultValue false */
  readonly inplace?: boolean;
  /** Added where a division by zero could be. @defaultValue 1e-6 */
  readonly eps?: number;
}

export interface DropBlockOptions extends DropBlockLayerOptions {
  /** Without it, `input` itself comes back. @defaultValue true */
  readonly training?: boolean;
}

const LAYER = { inplace: bool(false), eps: float(1e-6) };
const OPTIONS = { ...LAYER, training: bool(true) };

/** What is kept and what is not, 1 and 0: blocks of zeros in `dims` dimensions of the size of the input. */
function keep(input: Tensor, p: number, blockSize: number, dims: 2 | 3): Tensor {
  const lengths = input.shape.slice(2);
  const block = Math.min(blockSize, ...lengths);
  if (!(block % 2 === 1)) throw valueError(`block size should be odd. Got ${block} which is even.`);
  // Where the middle of a block can be, and how likely it is there.
  const inner = lengths.map((length) => length - block + 1);
  const product = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);
  const gamma = (p * product(lengths)) / (block ** dims * product(inner));
  const { dtype, device } = input;
  const middles = torch.empty([...input.shape.slice(0, 2), ...inner], { dtype, device }).bernoulli_(gamma);
  const half = Math.floor(block / 2);
  const padded = nn.functional.pad(middles, new Array<number>(2 * dims).fill(half));
  const grow = dims === 2 ? nn.functional.maxPool2d : nn.functional.maxPool3d;
  return torch.rsub(grow(padded, block, 1, half), 1);
}

function dropBlock(input: Tensor, p: number, blockSize: number, dims: 2 | 3, given: DropBlockOptions): Tensor {
  const { inplace, eps, training } = readOptions(`dropBlock${dims}d`, OPTIONS, given);
  if (!(p >= 0 && p <= 1)) throw valueError(`drop probability has to be between 0 and 1, but got ${p}.`);
  if (input.ndim !== dims + 2) {
    throw valueError(`input should be ${dims + 2} dimensional. Got ${input.ndim} dimensions.`);
  }
  if (!training || p === 0) return input;
  const kept = keep(input, p, blockSize, dims);
  const scale = kept.sum().add(eps).reciprocal().mul(kept.numel());
  return inplace ? input.mul_(kept).mul_(scale) : input.mul(kept).mul(scale);
}

/**
 * Drops square blocks of feature maps at random, in training, and scales what is left, so that the mean stays.
 *
 * @param input - `[N, C, H, W]`.
 * @param p - About the part of the elements that becomes zero, from 0 to 1.
 * @param blockSize - The height and width of a block, odd; at most that of the maps.
 * @throws TorchValueError for another `p`, for an even block, and for an input of other dimensions.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.drop_block2d.html
 * @example
 * vision.ops.dropBlock2d(torch.ones([1, 2, 8, 8]), 0.2, 3); // blocks of zeros, and more than 1 elsewhere
 */
export function dropBlock2d(input: Tensor, p: number, blockSize: number, options: DropBlockOptions = {}): Tensor {
  return dropBlock(input, p, blockSize, 2, options);
}

/**
 * {@link dropBlock2d} in three dimensions: drops cubes.
 *
 * @param input - `[N, C, D, H, W]`.
 * @param p - About the part of the elements that becomes zero, from 0 to 1.
 * @param blockSize - The length of a cube's sides, odd; at most that of the maps.
 * @throws TorchValueError for another `p`, for an even block, and for an input of other dimensions.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.drop_block3d.html
 * @example
 * vision.ops.dropBlock3d(torch.ones([1, 2, 4, 8, 8]), 0.2, 3, { training: false }); // as it came
 */
export function dropBlock3d(input: Tensor, p: number, blockSize: number, options: DropBlockOptions = {}): Tensor {
  return dropBlock(input, p, blockSize, 3, options);
}

/**
 * {@link dropBlock2d} as a layer.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.DropBlock2d.html
 * @example
 * String(new vision.ops.DropBlock2d(0.2, 3)); // 'DropBlock2d(p=0.2, block_size=3, inplace=False)'
 */
export class DropBlock2d extends nn.Module {
  readonly p: number;
  readonly blockSize: number;
  readonly inplace: boolean;
  readonly eps: number;

  constructor(p: number, blockSize: number, options: DropBlockLayerOptions = {}) {
    super();
    const { inplace, eps } = readOptions('DropBlock', LAYER, options);
    this.p = p;
    this.blockSize = blockSize;
    this.inplace = inplace;
    this.eps = eps;
  }

  override forward(input: Tensor): Tensor {
    const { p, blockSize, inplace, eps, training } = this;
    return dropBlock2d(input, p, blockSize, { inplace, eps, training });
  }

  override extraRepr(): string {
    return `p=${floatText(this.p)}, block_size=${this.blockSize}, inplace=${this.inplace ? 'True' : 'False'}`;
  }
}

/**
 * {@link dropBlock3d} as a layer.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.DropBlock3d.html
 * @example
 * new vision.ops.DropBlock3d(0.2, 3).eval().forward(torch.ones([1, 2, 4, 8, 8])); // in evaluation: as it came
 */
export class DropBlock3d extends DropBlock2d {
  override forward(input: Tensor): Tensor {
    const { p, blockSize, inplace, eps, training } = this;
    return dropBlock3d(input, p, blockSize, { inplace, eps, training });
  }
}
