import type { GroupNormOptions, LayerNormOptions, RMSNormOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import type { ResponseNormArguments } from '../options';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { aten } from '../functional/define';
import { ones_, zeros_ } from '../init';
import { Layer, emptyParameter } from '../layer';
import type { Parameter } from '../parameter';
import { pythonText } from '../../ops/print/python-text';
import { named, simple } from '../simple';
import { trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, float, int, ints, keyword, nullable } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

/** Normalization over the features of each sample; see batch-norm.ts for those with running statistics. */

export type ShapeLike = number | readonly number[];
const shape = ints();

/** Weight and bias, if they are wanted. */
abstract class AffineNorm extends Layer {
  declare readonly eps: number;
  declare weight: Parameter | null;
  declare bias: Parameter | null;

  protected makeAffine(size: readonly number[], weight: boolean, bias: boolean, factory: object): void {
    this.registerParameter('weight', weight ? emptyParameter(size, factory) : null);
    this.registerParameter('bias', weight && bias ? emptyParameter(size, factory) : null);
    this.resetParameters();
  }

  resetParameters(): void {
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }
}

const LAYER_NORM = {
  ...{ normalizedShape: shape, eps: float(1e-5), elementwiseAffine: bool(true), bias: bool(true) },
  ...FACTORY,
};

/**
 * Normalizes over the last dimensions, `normalizedShape`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LayerNorm.html
 * @example
 * new nn.LayerNorm([10, 10]).forward(torch.randn([20, 5, 10, 10]));
 */
export class LayerNorm extends AffineNorm {
  declare readonly normalizedShape: readonly number[];
  declare readonly elementwiseAffine: boolean;

  constructor(
    normalizedShape: ShapeLike,
    ...rest: Mixed<
      [eps?: number, elementwiseAffine?: boolean, bias?: boolean, device?: DeviceLike | null, dtype?: DType | null],
      LayerNormOptions
    >
  ) {
    super();
    const values = this.read(LAYER_NORM, trim([normalizedShape, ...rest]), ['bias']);
    const size: readonly number[] = [values.normalizedShape].flat();
    Object.assign(this, { normalizedShape: size });
    this.makeAffine(size, values.elementwiseAffine, values.bias, values);
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return aten('layer_norm')(input, this.normalizedShape, this.weight, this.bias, this.eps, true);
  }

  override extraRepr(): string {
    const shown = this.list('eps', 'elementwiseAffine');
    return `${pythonText(this.normalizedShape)}, ${shown}, bias=${pythonText(this.bias !== null)}`;
  }
}

const RMS_NORM = {
  ...{ normalizedShape: shape, eps: nullable(float()), elementwiseAffine: bool(true) },
  ...FACTORY,
};

/**
 * Divides by the root mean square over the last dimensions.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.RMSNorm.html
 * @example
 * new nn.RMSNorm([2, 3]).forward(torch.randn([2, 2, 3]));
 */
export class RMSNorm extends Layer {
  declare readonly normalizedShape: readonly number[];
  declare readonly eps: number | null;
  declare readonly elementwiseAffine: boolean;
  declare weight: Parameter | null;

  constructor(
    normalizedShape: ShapeLike,
    ...rest: Mixed<
      [eps?: number | null, elementwiseAffine?: boolean, device?: DeviceLike | null, dtype?: DType | null],
      RMSNormOptions
    >
  ) {
    super();
    const values = this.read(RMS_NORM, trim([normalizedShape, ...rest]));
    const size: readonly number[] = [values.normalizedShape].flat();
    Object.assign(this, { normalizedShape: size });
    this.registerParameter('weight', values.elementwiseAffine ? emptyParameter(size, values) : null);
    this.resetParameters();
  }

  resetParameters(): void {
    if (this.weight) ones_(this.weight);
  }

  static {
    takes(this, { x: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return aten('rms_norm')(input, this.normalizedShape, this.weight, this.eps);
  }

  override extraRepr(): string {
    return `${pythonText(this.normalizedShape)}, ${this.list('eps', 'elementwiseAffine')}`;
  }
}

const GROUP_NORM = {
  ...{ numGroups: int(), numChannels: int(), eps: float(1e-5), affine: bool(true) },
  ...FACTORY,
  bias: keyword(bool(true)),
};

/**
 * Normalizes over groups of channels of `[N, C, *]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.GroupNorm.html
 * @example
 * new nn.GroupNorm(3, 6).forward(torch.randn([20, 6, 10, 10]));
 */
export class GroupNorm extends AffineNorm {
  declare readonly numGroups: number;
  declare readonly numChannels: number;
  declare readonly affine: boolean;

  constructor(
    numGroups: number,
    numChannels: number,
    ...rest: Mixed<[eps?: number, affine?: boolean, device?: DeviceLike | null, dtype?: DType | null], GroupNormOptions>
  ) {
    super();
    const values = this.read(GROUP_NORM, trim([numGroups, numChannels, ...rest]), ['bias']);
    if (values.numChannels % values.numGroups !== 0) throw valueError('numChannels must be divisible by numGroups');
    this.makeAffine([values.numChannels], values.affine, values.bias, values);
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return F.groupNorm(input, this.numGroups, this.weight, this.bias, this.eps);
  }

  override extraRepr(): string {
    const shown = this.list('eps', 'affine');
    return `${this.numGroups}, ${this.numChannels}, ${shown}, bias=${pythonText(this.bias !== null)}`;
  }
}

const RESPONSE = { size: int(), alpha: float(1e-4), beta: float(0.75), k: float(1) };

/**
 * Divides by a power of the squares' mean over neighboring channels.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LocalResponseNorm.html
 * @example
 * new nn.LocalResponseNorm(2).forward(torch.randn([2, 5, 4, 4]));
 */
export class LocalResponseNorm extends simple<
  ResponseNormArguments,
  [size: number, alpha?: number, beta?: number, k?: number]
>(
  RESPONSE,
  (x, v) => F.localResponseNorm(x, v.size, v.alpha, v.beta, v.k),
  (layer) => `${layer.pythonText('size')}, ${named('alpha', 'beta', 'k')(layer)}`,
) {}

limitArguments([AffineNorm, RMSNorm], { resetParameters: 0 });
