import type { ConvOptions, ConvTransposeOptions, Ints } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { aten, spread } from '../functional/define';
import { kaimingUniform_, uniform_ } from '../init';
import { Layer, emptyParameter } from '../layer';
import type { Parameter } from '../parameter';
import { pythonText } from '../../ops/print/python-text';
import { trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, choice, either, int, ints, listOfInts, nullable } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';
import { volumeOf } from '../../arguments/extents';

const mode = choice(['valid', 'same']);
const HEAD = { inChannels: int(), outChannels: int(), kernelSize: ints(), stride: ints(1) };
const MODES = choice(['zeros', 'reflect', 'replicate', 'circular'], 'zeros');

export const CONV = {
  ...HEAD,
  padding: either(ints(), mode, 0),
  ...{ dilation: ints(1), groups: int(1), bias: bool(true), paddingMode: MODES, ...FACTORY },
};
export const CONV_TRANSPOSE = {
  ...HEAD,
  ...{ padding: ints(0), outputPadding: ints(0), groups: int(1), bias: bool(true), dilation: ints(1) },
  ...{ paddingMode: MODES, ...FACTORY },
};

export type { ConvOptions, ConvTransposeOptions };

/** What may follow the kernel size. */
export type ConvArguments = [
  stride?: Ints,
  padding?: Ints | 'valid' | 'same',
  dilation?: Ints,
  groups?: number,
  bias?: boolean,
  paddingMode?: 'zeros' | 'reflect' | 'replicate' | 'circular',
  device?: DeviceLike | null,
  dtype?: DType | null,
];
export type ConvTransposeArguments = [
  stride?: Ints,
  padding?: Ints,
  outputPadding?: Ints,
  groups?: number,
  bias?: boolean,
  dilation?: Ints,
  paddingMode?: 'zeros' | 'reflect' | 'replicate' | 'circular',
  device?: DeviceLike | null,
  dtype?: DType | null,
];

const zerosOnly = (values: readonly number[], zero: number): boolean => values.every((n) => n === zero);

/** What all convolutions share. Options hold one number for each dimension. */
export abstract class Convolution extends Layer {
  declare inChannels: number;
  declare readonly outChannels: number;
  declare readonly kernelSize: readonly number[];
  declare readonly stride: readonly number[];
  declare readonly padding: readonly number[] | 'same' | 'valid';
  declare readonly dilation: readonly number[];
  declare readonly outputPadding: readonly number[];
  declare readonly groups: number;
  declare readonly paddingMode: 'zeros' | 'reflect' | 'replicate' | 'circular';
  declare weight: Parameter;
  declare bias: Parameter | null;

  /** The number of spatial dimensions. */
  protected abstract dimensions(): 1 | 2 | 3;

  protected build(table: typeof CONV | typeof CONV_TRANSPOSE, args: readonly unknown[]): void {
    const values = this.read(table, trim(args), ['bias']);
    this.spreadAll();
    this.checkOptions();
    this.makeWeights(values.bias, values);
  }

  protected spreadAll(): void {
    const n = this.dimensions();
    const given = this as unknown as Record<string, Ints | string | undefined>;
    for (const name of ['kernelSize', 'stride', 'padding', 'dilation', 'outputPadding']) {
      const option = given[name] ?? 0;
      const list = typeof option === 'string' ? option : spread(option, n);
      if (list.length !== n && typeof list !== 'string') {
        throw valueError(`${this.constructor.name}: '${name}' should have ${n} numbers, got ${list.length}`);
      }
      Object.defineProperty(this, name, { value: list, enumerable: true, writable: true, configurable: true });
    }
  }

  private checkOptions(): void {
    const { groups, inChannels, outChannels, stride } = this;
    if (groups <= 0) throw valueError('groups must be a positive integer');
    if (inChannels % groups !== 0) throw valueError('inChannels must be divisible by groups');
    if (outChannels % groups !== 0) throw valueError('outChannels must be divisible by groups');
    if (this.padding === 'same' && !zerosOnly(stride, 1)) {
      throw valueError("padding='same' is not supported for strided convolutions");
    }
  }

  /** `[outChannels, inChannels / groups, ...kernelSize]`. */
  protected weightShape(): number[] {
    return [this.outChannels, this.inChannels / this.groups, ...this.kernelSize];
  }

  protected makeWeights(bias: boolean, factory: object): void {
    this.registerParameter('weight', emptyParameter(this.weightShape(), factory));
    this.registerParameter('bias', bias ? emptyParameter([this.outChannels], factory) : null);
    this.resetParameters();
  }

  resetParameters(): void {
    kaimingUniform_(this.weight, Math.sqrt(5));
    const fanIn = volumeOf(this.weight.shape.slice(1));
    const bound = 1 / Math.sqrt(fanIn);
    if (this.bias && fanIn !== 0) uniform_(this.bias, -bound, bound);
  }

  override extraRepr(): string {
    const { padding, dilation, outputPadding, groups, bias, paddingMode } = this;
    const parts = [this.text('inChannels'), this.text('outChannels'), this.list('kernelSize', 'stride')];
    if (typeof padding === 'string') parts.push(`padding=${padding}`);
    else if (!zerosOnly(padding, 0)) parts.push(`padding=${pythonText(padding)}`);
    if (!zerosOnly(dilation, 1)) parts.push(`dilation=${pythonText(dilation)}`);
    if (!zerosOnly(outputPadding, 0)) parts.push(`output_padding=${pythonText(outputPadding)}`);
    if (groups !== 1) parts.push(`groups=${groups}`);
    if (!bias) parts.push('bias=False');
    if (paddingMode !== 'zeros') parts.push(`padding_mode=${paddingMode}`);
    return parts.join(', ');
  }
}

abstract class Forward extends Convolution {
  constructor(inChannels: number, outChannels: number, kernelSize: Ints, ...rest: Mixed<ConvArguments, ConvOptions>) {
    super();
    this.build(CONV, [inChannels, outChannels, kernelSize, ...rest]);
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    const { weight, bias, stride, padding, dilation, groups, paddingMode } = this;
    const operator = aten<string>(`conv${this.dimensions()}d`);
    if (paddingMode === 'zeros') return operator(input, weight, bias, stride, padding, dilation, groups);
    const padded = F.pad(input, this.bothSides(), paddingMode);
    return operator(padded, weight, bias, stride, 0, dilation, groups);
  }

  /** Padding before and after each dimension, the last one first. */
  private bothSides(): number[] {
    const { padding, dilation, kernelSize } = this;
    const sides = kernelSize.map((kernel, i): [number, number] => {
      if (padding === 'valid') return [0, 0];
      if (padding !== 'same') return [padding[i] ?? 0, padding[i] ?? 0];
      const total = (dilation[i] ?? 1) * (kernel - 1);
      return [Math.trunc(total / 2), total - Math.trunc(total / 2)];
    });
    return sides.reverse().flat();
  }
}

abstract class Transposed extends Convolution {
  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: Ints,
    ...rest: Mixed<ConvTransposeArguments, ConvTransposeOptions>
  ) {
    super();
    this.build(CONV_TRANSPOSE, [inChannels, outChannels, kernelSize, ...rest]);
    if (this.paddingMode !== 'zeros') {
      throw valueError(`Only 'zeros' padding mode is supported for ${this.constructor.name}`);
    }
  }

  protected override weightShape(): number[] {
    return [this.inChannels, this.outChannels / this.groups, ...this.kernelSize];
  }

  static {
    takes(this, { input: tensor(), outputSize: nullable(listOfInts()) });
  }

  /** `outputSize` chooses among the sizes that a stride makes possible. */
  override forward(input: Tensor, outputSize: readonly number[] | null = null): Tensor {
    const { weight, bias, stride, padding, groups, dilation } = this;
    const n = this.dimensions();
    const outputPadding = outputSize ? this.paddingFor(input, outputSize) : this.outputPadding;
    const operator = aten<string>(`conv_transpose${n}d`);
    return operator(input, weight, bias, stride, padding, outputPadding, groups, dilation);
  }

  private paddingFor(input: Tensor, given: readonly number[]): number[] {
    const n = this.dimensions();
    if (![n, n + 1, n + 2].includes(given.length)) {
      throw valueError(
        `${this.constructor.name}: outputSize must have ${n} or ${n + 2} elements (got ${given.length})`,
      );
    }
    const spatial = input.shape.slice(-n);
    return given.slice(-n).map((size, d) => {
      const at = (list: readonly number[]): number => list[d] ?? 0;
      const reach = at(this.dilation) * (at(this.kernelSize) - 1) + 1;
      const least = (at(spatial) - 1) * at(this.stride) - 2 * at(this.padding as readonly number[]) + reach;
      const most = least + at(this.stride) - 1;
      if (size < least || size > most) {
        throw valueError(`requested an output size of ${size}, but valid sizes range from ${least} to ${most}`);
      }
      return size - least;
    });
  }
}

/**
 * A convolution over `[N, inChannels, L]` or the same without N. Options: `stride` 1, `padding` 0 (or 'same', 'valid'),
 * `dilation` 1, `groups` 1, `bias` true, `paddingMode` 'zeros'.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Conv1d.html
 * @example
 * new nn.Conv1d(16, 33, 3, { stride: 2 }).forward(torch.randn([20, 16, 50]));
 */
export class Conv1d extends Forward {
  protected override dimensions(): 1 {
    return 1;
  }
}

/**
 * A convolution over `[N, inChannels, H, W]` or the same without N. Options: `stride` 1, `padding` 0 (or 'same', 'valid'),
 * `dilation` 1, `groups` 1, `bias` true, `paddingMode` 'zeros'.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Conv2d.html
 * @example
 * new nn.Conv2d(16, 33, 3, { stride: 2 }).forward(torch.randn([2, 16, 10, 12]));
 */
export class Conv2d extends Forward {
  protected override dimensions(): 2 {
    return 2;
  }
}

/**
 * A convolution over `[N, inChannels, D, H, W]` or the same without N. Options: `stride` 1, `padding` 0 (or 'same', 'valid'),
 * `dilation` 1, `groups` 1, `bias` true, `paddingMode` 'zeros'.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Conv3d.html
 * @example
 * new nn.Conv3d(16, 33, 3, { stride: 2 }).forward(torch.randn([2, 16, 5, 6, 7]));
 */
export class Conv3d extends Forward {
  protected override dimensions(): 3 {
    return 3;
  }
}

/**
 * The transposed convolution over `[N, inChannels, L]` or the same without N. Options: `stride` 1, `padding` 0,
 * `outputPadding` 0, `groups` 1, `bias` true, `dilation` 1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConvTranspose1d.html
 * @example
 * new nn.ConvTranspose1d(16, 33, 3, { stride: 2 }).forward(torch.randn([20, 16, 50]));
 */
export class ConvTranspose1d extends Transposed {
  protected override dimensions(): 1 {
    return 1;
  }
}

/**
 * The transposed convolution over `[N, inChannels, H, W]` or the same without N. Options: `stride` 1, `padding` 0,
 * `outputPadding` 0, `groups` 1, `bias` true, `dilation` 1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConvTranspose2d.html
 * @example
 * new nn.ConvTranspose2d(16, 33, 3, { stride: 2 }).forward(torch.randn([2, 16, 10, 12]));
 */
export class ConvTranspose2d extends Transposed {
  protected override dimensions(): 2 {
    return 2;
  }
}

/**
 * The transposed convolution over `[N, inChannels, D, H, W]` or the same without N. Options: `stride` 1, `padding` 0,
 * `outputPadding` 0, `groups` 1, `bias` true, `dilation` 1.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ConvTranspose3d.html
 * @example
 * new nn.ConvTranspose3d(16, 33, 3, { stride: 2 }).forward(torch.randn([2, 16, 5, 6, 7]));
 */
export class ConvTranspose3d extends Transposed {
  protected override dimensions(): 3 {
    return 3;
  }
}

limitArguments([Convolution], { resetParameters: 0 });
