import type { PReLUOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import type {
  EluOptions,
  GeluOptions,
  GluOptions,
  HardtanhOptions,
  InplaceOptions,
  LambdOptions,
  LeakyReluOptions,
  NoOptions,
  RReluOptions,
  SoftplusOptions,
  ThresholdArguments,
} from '../options';
import type { Tensor } from '../../ops/tensor-methods';
import * as F from '../functional';
import { aten } from '../functional/define';
import { constant_ } from '../init';
import { Layer, emptyParameter } from '../layer';
import type { Parameter } from '../parameter';
import { type Printable, named, nothing, simple, withInplace } from '../simple';
import { trim } from '../../arguments/read';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, choice, float, int } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

/** Activations. `inplace` is false by default. Each keeps the shape of its input, except GLU, which halves `dim`. */

const inplace = bool(false);
const bare =
  (name: string) =>
  (layer: Printable): string =>
    layer.pythonText(name);

/**
 * max(x, 0).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReLU.html
 * @example
 * new nn.ReLU().forward(torch.randn([2, 4]));
 */
export class ReLU extends simple<InplaceOptions, [inplace?: boolean]>(
  { inplace },
  (x, v) => aten(v.inplace ? 'relu_' : 'relu')(x),
  withInplace(),
) {}

/**
 * min(max(x, 0), 6).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ReLU6.html
 * @example
 * new nn.ReLU6().forward(torch.randn([2, 4]));
 */
export class ReLU6 extends simple<InplaceOptions, [inplace?: boolean]>(
  { inplace },
  (x, v) => F.relu6(x, v.inplace),
  withInplace(),
) {}

/**
 * The scaled exponential unit, which keeps activations normalized.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.SELU.html
 * @example
 * new nn.SELU().forward(torch.randn([2, 4]));
 */
export class SELU extends simple<InplaceOptions, [inplace?: boolean]>(
  { inplace },
  (x, v) => F.selu(x, v.inplace),
  withInplace(),
) {}

/**
 * x · sigmoid(x), also called swish.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.SiLU.html
 * @example
 * new nn.SiLU().forward(torch.randn([2, 4]));
 */
export class SiLU extends simple<InplaceOptions, [inplace?: boolean]>(
  { inplace },
  (x, v) => F.silu(x, v.inplace),
  withInplace(),
) {}

/**
 * x · tanh(softplus(x)).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Mish.html
 * @example
 * new nn.Mish().forward(torch.randn([2, 4]));
 */
export class Mish extends simple<InplaceOptions, [inplace?: boolean]>(
  { inplace },
  (x, v) => F.mish(x, v.inplace),
  withInplace(),
) {}

/**
 * A piecewise linear sigmoid.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Hardsigmoid.html
 * @example
 * new nn.Hardsigmoid().forward(torch.randn([2, 4]));
 */
export class Hardsigmoid extends simple<InplaceOptions, [inplace?: boolean]>(
  { inplace },
  (x, v) => F.hardsigmoid(x, v.inplace),
  nothing,
) {}

/**
 * A piecewise approximation of SiLU.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Hardswish.html
 * @example
 * new nn.Hardswish().forward(torch.randn([2, 4]));
 */
export class Hardswish extends simple<InplaceOptions, [inplace?: boolean]>(
  { inplace },
  (x, v) => F.hardswish(x, v.inplace),
  nothing,
) {}

/**
 * 1 / (1 + exp(-x)).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Sigmoid.html
 * @example
 * new nn.Sigmoid().forward(torch.randn([2, 4]));
 */
export class Sigmoid extends simple<NoOptions, []>({}, (x) => aten('sigmoid')(x), nothing) {}

/**
 * The hyperbolic tangent.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Tanh.html
 * @example
 * new nn.Tanh().forward(torch.randn([2, 4]));
 */
export class Tanh extends simple<NoOptions, []>({}, (x) => aten('tanh')(x), nothing) {}

/**
 * log(sigmoid(x)).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LogSigmoid.html
 * @example
 * new nn.LogSigmoid().forward(torch.randn([2, 4]));
 */
export class LogSigmoid extends simple<NoOptions, []>({}, (x) => aten('log_sigmoid')(x), nothing) {}

/**
 * x / (1 + |x|).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Softsign.html
 * @example
 * new nn.Softsign().forward(torch.randn([2, 4]));
 */
export class Softsign extends simple<NoOptions, []>({}, (x) => F.softsign(x), nothing) {}

/**
 * x - tanh(x).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Tanhshrink.html
 * @example
 * new nn.Tanhshrink().forward(torch.randn([2, 4]));
 */
export class Tanhshrink extends simple<NoOptions, []>({}, (x) => F.tanhshrink(x), nothing) {}

/**
 * x where positive, alpha · (exp(x) - 1) elsewhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.ELU.html
 * @example
 * new nn.ELU().forward(torch.randn([2, 4]));
 */
export class ELU extends simple<EluOptions, [alpha?: number, inplace?: boolean]>(
  { alpha: float(1), inplace },
  (x, v) => F.elu(x, v.alpha, v.inplace),
  withInplace('alpha'),
) {}

/**
 * max(x, 0) + min(0, alpha · (exp(x / alpha) - 1)).
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.CELU.html
 * @example
 * new nn.CELU().forward(torch.randn([2, 4]));
 */
export class CELU extends simple<EluOptions, [alpha?: number, inplace?: boolean]>(
  { alpha: float(1), inplace },
  (x, v) => F.celu(x, v.alpha, v.inplace),
  withInplace('alpha'),
) {}

/**
 * x limited to [minVal, maxVal].
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Hardtanh.html
 * @example
 * new nn.Hardtanh().forward(torch.randn([2, 4]));
 */
export class Hardtanh extends simple<HardtanhOptions, [minVal?: number, maxVal?: number, inplace?: boolean]>(
  { minVal: float(-1), maxVal: float(1), inplace },
  (x, v) => F.hardtanh(x, v.minVal, v.maxVal, v.inplace),
  withInplace('minVal', 'maxVal'),
) {}

/**
 * x where positive, negativeSlope · x elsewhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LeakyReLU.html
 * @example
 * new nn.LeakyReLU().forward(torch.randn([2, 4]));
 */
export class LeakyReLU extends simple<LeakyReluOptions, [negativeSlope?: number, inplace?: boolean]>(
  { negativeSlope: float(0.01), inplace },
  (x, v) => F.leakyRelu(x, v.negativeSlope, v.inplace),
  withInplace('negativeSlope'),
) {}

/**
 * Leaky ReLU with a random slope while training.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.RReLU.html
 * @example
 * new nn.RReLU().forward(torch.randn([2, 4]));
 */
export class RReLU extends simple<RReluOptions, [lower?: number, upper?: number, inplace?: boolean]>(
  { lower: float(1 / 8), upper: float(1 / 3), inplace },
  (x, v) => F.rrelu(x, v.lower, v.upper, v.training, v.inplace),
  withInplace('lower', 'upper'),
) {}

/**
 * x where above threshold, value elsewhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Threshold.html
 * @example
 * new nn.Threshold(0.1, 20).forward(torch.randn([2, 4]));
 */
export class Threshold extends simple<ThresholdArguments, [threshold: number, value: number, inplace?: boolean]>(
  { threshold: float(), value: float(), inplace },
  (x, v) => F.threshold(x, v.threshold, v.value, v.inplace),
  withInplace('threshold', 'value'),
) {}

/**
 * The gated linear unit: a · sigmoid(b) of the two halves along dim.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.GLU.html
 * @example
 * new nn.GLU().forward(torch.randn([4, 2]));
 */
export class GLU extends simple<GluOptions, [dim?: number]>(
  { dim: int(-1) },
  (x, v) => F.glu(x, v.dim),
  named('dim'),
) {}

/**
 * x · Φ(x) with the normal distribution function, or its tanh approximation.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.GELU.html
 * @example
 * new nn.GELU().forward(torch.randn([2, 4]));
 */
export class GELU extends simple<GeluOptions, [approximate?: 'none' | 'tanh']>(
  { approximate: choice(['none', 'tanh'], 'none') },
  (x, v) => F.gelu(x, v.approximate),
  named('approximate'),
) {}

/**
 * log(1 + exp(beta · x)) / beta.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Softplus.html
 * @example
 * new nn.Softplus().forward(torch.randn([2, 4]));
 */
export class Softplus extends simple<SoftplusOptions, [beta?: number, threshold?: number]>(
  { beta: float(1), threshold: float(20) },
  (x, v) => F.softplus(x, v.beta, v.threshold),
  named('beta', 'threshold'),
) {}

/**
 * x moved towards 0 by lambd.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Softshrink.html
 * @example
 * new nn.Softshrink().forward(torch.randn([2, 4]));
 */
export class Softshrink extends simple<LambdOptions, [lambd?: number]>(
  { lambd: float(0.5) },
  (x, v) => F.softshrink(x, v.lambd),
  bare('lambd'),
) {}

/**
 * x where |x| > lambd, 0 elsewhere.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Hardshrink.html
 * @example
 * new nn.Hardshrink().forward(torch.randn([2, 4]));
 */
export class Hardshrink extends simple<LambdOptions, [lambd?: number]>(
  { lambd: float(0.5) },
  (x, v) => F.hardshrink(x, v.lambd),
  bare('lambd'),
) {}

const PRELU = { numParameters: int(1), init: float(0.25), ...FACTORY };

/**
 * x where positive, weight · x elsewhere, with a slope that is learned: one, or one for each channel.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.PReLU.html
 * @example
 * new nn.PReLU().forward(torch.randn([2, 4]));
 */
export class PReLU extends Layer {
  declare readonly numParameters: number;
  declare readonly init: number;
  declare weight: Parameter;

  constructor(
    ...rest: Mixed<
      [numParameters?: number, init?: number, device?: DeviceLike | null, dtype?: DType | null],
      PReLUOptions
    >
  ) {
    super();
    const values = this.read(PRELU, trim(rest));
    this.registerParameter('weight', emptyParameter([values.numParameters], values));
    this.resetParameters();
  }

  resetParameters(): void {
    constant_(this.weight, this.init);
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return aten('prelu')(input, this.weight);
  }

  override extraRepr(): string {
    return this.list('numParameters');
  }
}

limitArguments([PReLU], { resetParameters: 0 });
