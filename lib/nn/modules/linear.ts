import type { LinearOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import { getRngState, setRngState } from '../../tensor/generator';
import type { Tensor } from '../../ops/tensor-methods';
import { uniform_ } from '../init';
import { NativeLayer, emptyParameter } from '../layer';
import type { Parameter } from '../parameter';
import { valueError } from '../../errors';
import { pick, trim } from '../../arguments/read';
import { FACTORY, tensor } from '../../tensor/arguments';
import { type Values, bool, int } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

export const LINEAR = { inFeatures: int(), outFeatures: int(), bias: bool(true), ...FACTORY };
export type { LinearOptions };
export type LinearArguments = [bias?: boolean, device?: DeviceLike | null, dtype?: DType | null];

/**
 * `y = x·weightᵀ + bias`: `[*, inFeatures]` → `[*, outFeatures]`. `bias` is true by default.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Linear.html
 * @example
 * new nn.Linear(20, 30).forward(torch.randn([128, 20])).shape; // [128, 30]
 */
export class Linear extends NativeLayer {
  declare readonly inFeatures: number;
  declare readonly outFeatures: number;
  /** `[outFeatures, inFeatures]`. */
  declare weight: Parameter;
  /** `[outFeatures]`, or null. */
  declare bias: Parameter | null;

  constructor(inFeatures: number, outFeatures: number, ...rest: Mixed<LinearArguments, LinearOptions>) {
    super();
    this.build(LINEAR, trim([inFeatures, outFeatures, ...rest]));
  }

  protected build(table: typeof LINEAR, args: readonly unknown[]): void {
    const values = this.read(table, args, ['bias']);
    if (values.inFeatures === 0) this.makeEmpty(values);
    else this.make('Linear', pick(values, ['inFeatures', 'outFeatures', 'bias']), values);
    if (!values.bias) this.registerParameter('bias', null);
  }

  /** torch::nn's initial values divide by the number of inputs. */
  private makeEmpty(values: Values<typeof LINEAR>): void {
    const { outFeatures, bias } = values;
    const former = getRngState();
    this.make('Linear', { inFeatures: 1, outFeatures, bias });
    setRngState(former);
    former.dispose();
    this.weight = emptyParameter([outFeatures, 0], values);
    if (bias) this.bias = emptyParameter([outFeatures], values);
    this.resetParameters();
  }

  override resetParameters(): void {
    if (this.inFeatures !== 0) super.resetParameters();
    else if (this.bias) uniform_(this.bias, 0, 0);
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    return this.run1(input);
  }

  /** {@link forward} off the JavaScript thread, with the grad mode and autocast that are set when it is called. */
  async forwardAsync(input: Tensor): Promise<Tensor> {
    return this.start1(input);
  }

  override extraRepr(): string {
    return `${this.list('inFeatures', 'outFeatures')}, bias=${this.bias ? 'True' : 'False'}`;
  }
}

const BILINEAR = { in1Features: int(), in2Features: int(), outFeatures: int(), bias: bool(true), ...FACTORY };
export type BilinearOptions = LinearOptions;

/**
 * `y = x1ᵀ·A·x2 + bias`: `[*, in1Features]` and `[*, in2Features]` → `[*, outFeatures]`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Bilinear.html
 * @example
 * new nn.Bilinear(20, 30, 40).forward(torch.randn([8, 20]), torch.randn([8, 30])).shape; // [8, 40]
 */
export class Bilinear extends NativeLayer {
  declare readonly in1Features: number;
  declare readonly in2Features: number;
  declare readonly outFeatures: number;
  /** `[outFeatures, in1Features, in2Features]`. */
  declare weight: Parameter;
  declare bias: Parameter | null;

  constructor(
    in1Features: number,
    in2Features: number,
    outFeatures: number,
    ...rest: Mixed<LinearArguments, BilinearOptions>
  ) {
    super();
    const values = this.read(BILINEAR, trim([in1Features, in2Features, outFeatures, ...rest]), ['bias']);
    if (values.in1Features <= 0) throw valueError(`in1Features must be > 0, but got ${values.in1Features}`);
    this.make('Bilinear', pick(values, ['in1Features', 'in2Features', 'outFeatures', 'bias']), values);
    if (!values.bias) this.registerParameter('bias', null);
  }

  static {
    takes(this, { input1: tensor(), input2: tensor() });
  }

  override forward(input1: Tensor, input2: Tensor): Tensor {
    return this.run2(input1, input2);
  }

  /** {@link forward} off the JavaScript thread, with the grad mode and autocast that are set when it is called. */
  async forwardAsync(input1: Tensor, input2: Tensor): Promise<Tensor> {
    return this.start1(input1, input2);
  }

  override extraRepr(): string {
    return `${this.list('in1Features', 'in2Features', 'outFeatures')}, bias=${this.bias ? 'True' : 'False'}`;
  }
}

limitArguments([Linear], { resetParameters: 0 });
