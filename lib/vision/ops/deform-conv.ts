import { bool, int, ints, nullable, value } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { valueError } from '../../errors';
import { Tensor, nn } from '../../index';
import * as torch from '../../index';
import { tupleText } from '../text';
import { pair } from './regions';

interface Steps {
  /** The step of the kernel, down and across. 1 by itself, as a number for both. */
  readonly stride?: number | readonly [number, number];
  /** The zeros around the input, above and below, and left and right. 0 by itself. */
  readonly padding?: number | readonly [number, number];
  /** The distance of the kernel's elements, down and across. 1 by itself. */
  readonly dilation?: number | readonly [number, number];
}

export interface DeformConv2dOptions extends Steps {
  /** Added to each channel, `[O]`. @defaultValue null */
  readonly bias?: Tensor | null;
  /** What the samples are multiplied by, `[N, offset groups * kh * kw, outH, outW]`. @defaultValue null */
  readonly mask?: Tensor | null;
}

export interface DeformConv2dLayerOptions extends Steps {
  /** Into how many groups channels are divided. @defaultValue 1 */
  readonly groups?: number;
  /** Whether a bias is learned. @defaultValue true */
  readonly bias?: boolean;
}

const STEPS = { stride: ints(1), padding: ints(0), dilation: ints(1) };
const tensor = value<Tensor>('a tensor', (one) => one instanceof Tensor);
const OPTIONS = { ...STEPS, bias: nullable(tensor), mask: nullable(tensor) };
const LAYER = { ...STEPS, groups: int(1), bias: bool(true) };

type Two = readonly [down: number, across: number];

interface Plan {
  readonly stride: Two;
  readonly padding: Two;
  readonly dilation: Two;
  readonly kernel: Two;
  /** The height and width of the result. */
  readonly out: Two;
  readonly offsetGroups: number;
}

/** The samples of the kernel along an axis, where nothing is moved: `[kernel, out]`. */
function grid(plan: Plan, axis: 0 | 1, like: Tensor): Tensor {
  const along = (count: number, step: number): Tensor =>
    torch.arange(count, { device: like.device }).to(like.dtype).mul(step);
  const first = along(plan.out[axis], plan.stride[axis]).sub(plan.padding[axis]);
  return along(plan.kernel[axis], plan.dilation[axis]).unsqueeze(1).add(first);
}

/** The pixels below and above positions along an axis, with the part of each; outside of the picture it is 0. */
function neighbours(at: Tensor, size: number): { readonly index: Tensor; readonly part: Tensor }[] {
  const low = at.detach().floor();
  const above = at.sub(low);
  return [
    { pixel: low, part: torch.rsub(above, 1) },
    { pixel: low.add(1), part: above },
  ].map(({ pixel, part }) => ({
    index: pixel.clamp({ min: 0, max: size - 1 }).to(torch.int64),
    part: part.mul(pixel.ge(0).logicalAnd(pixel.lt(size)).to(at.dtype)),
  }));
}

/** What the kernel sees at each place of the result: `[N, C, kh * kw, outH * outW]`. */
function columns(input: Tensor, offset: Tensor, mask: Tensor | null, plan: Plan): Tensor {
  const [pictures, channels, height, width] = input.shape as [number, number, number, number];
  const { kernel, out, offsetGroups: groups } = plan;
  const [samples, places] = [kernel[0] * kernel[1], out[0] * out[1]];
  const moved = offset.view([pictures, groups, kernel[0], kernel[1], 2, out[0], out[1]]);
  const y = moved.select(4, 0).add(grid(plan, 0, offset).view([kernel[0], 1, out[0], 1]));
  const x = moved.select(4, 1).add(grid(plan, 1, offset).view([kernel[1], 1, out[1]]));
  const flat = input.reshape([pictures, groups, channels / groups, height * width]);
  const shape = [pictures, groups, channels / groups, samples * places];
  const wide = (one: Tensor): Tensor => one.reshape([pictures, groups, 1, samples * places]);
  const corners = neighbours(y, height).flatMap((row) =>
    neighbours(x, width).map((column) => {
      const index = wide(row.index.mul(width).add(column.index)).expand(shape);
      return flat.gather(3, index).mul(wide(row.part.mul(column.part)));
    }),
  );
  const sum = corners.reduce((all, corner) => all.add(corner));
  const weighed = mask === null ? sum : sum.mul(wide(mask));
  return weighed.view([pictures, channels, samples, places]);
}

function refuse(what: string, got: unknown, expected: unknown): never {
  throw valueError(`deformConv2d(): ${what}, got ${String(got)}, expected ${String(expected)}`);
}

/** What the shapes say, checked against each other. */
function planOf(
  input: Tensor,
  offset: Tensor,
  weight: Tensor,
  given: Pick<Plan, 'stride' | 'padding' | 'dilation'>,
): Plan {
  for (const [name, one] of Object.entries({ input, offset, weight })) {
    if (!(one instanceof Tensor) || one.ndim !== 4) refuse(`${name} should be a tensor of 4 dimensions`, one?.ndim, 4);
  }
  const { stride, padding, dilation } = given;
  if (!(Math.min(...stride, ...dilation) > 0 && Math.min(...padding) >= 0)) {
    throw valueError('deformConv2d(): stride and dilation should be positive, and padding not negative');
  }
  const [pictures, channels, height, width] = input.shape as [number, number, number, number];
  const [outChannels, own, kh, kw] = weight.shape as [number, number, number, number];
  const samples = kh * kw;
  const offsetGroups = Math.floor((offset.shape[1] as number) / (2 * samples));
  if (offsetGroups === 0 || offset.shape[1] !== 2 * samples * offsetGroups) {
    refuse('offset.shape[1]', offset.shape[1], `a multiple of 2 * weight.shape[2] * weight.shape[3], ${2 * samples}`);
  }
  if (channels % own !== 0) refuse('input.shape[1]', channels, `a multiple of weight.shape[1], ${own}`);
  if (outChannels % (channels / own) !== 0) {
    refuse('weight.shape[0]', outChannels, `a multiple of the ${channels / own} groups`);
  }
  if (channels % offsetGroups !== 0) refuse('input.shape[1]', channels, `a multiple of ${offsetGroups} offset groups`);
  const along = (size: number, kernel: number, axis: 0 | 1): number =>
    Math.floor((size + 2 * padding[axis] - (dilation[axis] * (kernel - 1) + 1)) / stride[axis]) + 1;
  const out = [along(height, kh, 0), along(width, kw, 1)] as const;
  if (!(Math.min(...out) > 0)) refuse('the size of the result', tupleText(out), 'a positive one');
  const sizes = [pictures, ...out];
  if (String(sizes) !== String([offset.shape[0], ...offset.shape.slice(2)])) {
    refuse('offset', `[${offset.shape.join(', ')}]`, `[${pictures}, ${offset.shape[1]}, ${out.join(', ')}]`);
  }
  return { ...given, kernel: [kh, kw], out, offsetGroups };
}

/**
 * A convolution whose samples are moved by offsets, which another layer computes; with `mask`, they are weighed, too.
 *
 * @param input - `[N, C, H, W]`, of floats.
 * @param offset - `[N, 2 * offset groups * kh * kw, outH, outW]`: down and across for each element of the kernel, in pixels.
 * @param weight - `[O, C / groups, kh, kw]`.
 * @returns `[N, O, outH, outW]`
 * @throws TorchValueError for shapes that do not fit each other.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.deform_conv2d.html
 * @example
 * const [input, weight] = [torch.rand([4, 3, 10, 10]), torch.rand([5, 3, 3, 3])];
 * const [offset, mask] = [torch.rand([4, 2 * 3 * 3, 8, 8]), torch.rand([4, 3 * 3, 8, 8])];
 * vision.ops.deformConv2d(input, offset, weight, { mask }).shape; // [4, 5, 8, 8]
 */
export function deformConv2d(input: Tensor, offset: Tensor, weight: Tensor, options: DeformConv2dOptions = {}): Tensor {
  const { bias, mask, stride, padding, dilation } = readOptions('deformConv2d', OPTIONS, options);
  const steps = { stride: pair(stride), padding: pair(padding), dilation: pair(dilation) };
  const plan = planOf(input, offset, weight, steps);
  const [pictures, channels] = input.shape as [number, number];
  const [outChannels, own] = weight.shape as [number, number];
  const { kernel, out, offsetGroups } = plan;
  const samples = kernel[0] * kernel[1];
  const expected = [pictures, offsetGroups * samples, ...out];
  if (mask && String(mask.shape) !== String(expected)) {
    refuse('mask', `[${mask.shape.join(', ')}]`, `[${expected.join(', ')}]`);
  }
  if (bias && String(bias.shape) !== String([outChannels])) {
    refuse('bias', `[${bias.shape.join(', ')}]`, `[${outChannels}]`);
  }
  const groups = channels / own;
  const seen = columns(input, offset, mask, plan).reshape([pictures, groups, own * samples, out[0] * out[1]]);
  const product = weight.reshape([groups, outChannels / groups, own * samples]).matmul(seen);
  const result = product.view([pictures, outChannels, out[0], out[1]]);
  return bias === null ? result : result.add(bias.view([-1, 1, 1]));
}

/**
 * {@link deformConv2d} as a layer, with a weight and a bias that are learned. Offsets and masks come with the input.
 *
 * @throws TorchValueError where channels are no multiple of `groups`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.DeformConv2d.html
 * @example
 * const layer = new vision.ops.DeformConv2d(3, 5, 3);
 * layer.forward(torch.rand([4, 3, 10, 10]), torch.zeros([4, 18, 8, 8])).shape; // [4, 5, 8, 8]
 */
export class DeformConv2d extends nn.Module {
  declare weight: nn.Parameter;
  declare bias: nn.Parameter | null;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: Two;
  readonly stride: Two;
  readonly padding: Two;
  readonly dilation: Two;
  readonly groups: number;

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | readonly [number, number],
    options: DeformConv2dLayerOptions = {},
  ) {
    super();
    const { stride, padding, dilation, groups, bias } = readOptions('DeformConv2d', LAYER, options);
    if (inChannels % groups !== 0) throw valueError('in_channels must be divisible by groups');
    if (outChannels % groups !== 0) throw valueError('out_channels must be divisible by groups');
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernelSize = pair(kernelSize);
    this.stride = pair(stride);
    this.padding = pair(padding);
    this.dilation = pair(dilation);
    this.groups = groups;
    this.weight = new nn.Parameter(torch.empty([outChannels, inChannels / groups, ...this.kernelSize]));
    this.registerParameter('bias', bias ? new nn.Parameter(torch.empty([outChannels])) : null);
    this.resetParameters();
  }

  /** Draws the weight and the bias again, as a convolution's. */
  resetParameters(): void {
    nn.init.kaimingUniform_(this.weight, { a: Math.sqrt(5) });
    if (this.bias === null) return;
    const bound = 1 / Math.sqrt((this.inChannels / this.groups) * this.kernelSize[0] * this.kernelSize[1]);
    nn.init.uniform_(this.bias, -bound, bound);
  }

  /** @param mask - Weighs the samples: `[N, offset groups * kh * kw, outH, outW]`. @defaultValue null */
  override forward(input: Tensor, offset: Tensor, mask: Tensor | null = null): Tensor {
    const { weight, bias, stride, padding, dilation } = this;
    return deformConv2d(input, offset, weight, { bias, mask, stride, padding, dilation });
  }

  override extraRepr(): string {
    const { inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias } = this;
    const parts = [inChannels, outChannels, `kernel_size=${tupleText(kernelSize)}`, `stride=${tupleText(stride)}`];
    if (String(padding) !== '0,0') parts.push(`padding=${tupleText(padding)}`);
    if (String(dilation) !== '1,1') parts.push(`dilation=${tupleText(dilation)}`);
    if (groups !== 1) parts.push(`groups=${groups}`);
    if (bias === null) parts.push('bias=False');
    return parts.join(', ');
  }
}
