import { takes } from '../nn/forward-arguments';
import { Module } from '../nn/module';
import { Linear as FloatLinear } from '../nn/modules/linear';
import { withoutGrad } from '../native/grad-mode';
import { float32, qint8 } from '../tensor/dtypes';
import type { DType } from '../tensor/dtype';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { takesNothing } from '../arguments/read';
import { runtimeError } from '../errors';
import { type PackedBox, linearDynamic, packLinear, unpackLinear } from './packed';
import { quantizeWeight, readFromFloat, requireInput } from './weights';

/**
 * A linear layer whose weight is int8 (or float16). It quantizes its input at each call, and its output is float32. It is
 * for inference on the CPU. {@link Linear.fromFloat} makes it of a trained layer.
 *
 * `[*, inFeatures]` → `[*, outFeatures]`, as `torch.ao.nn.quantized.dynamic.Linear`.
 *
 * @example
 * const { Linear } = torch.ao.nn.quantized.dynamic;
 * const layer = Linear.fromFloat(new torch.nn.Linear(20, 30));
 * layer.forward(torch.randn([128, 20])).shape; // [128, 30]
 */
export class Linear extends Module {
  readonly inFeatures: number;
  readonly outFeatures: number;
  /** What the weight is stored as. */
  readonly dtype: DType;
  readonly #packed: PackedBox;

  private constructor(packed: PackedBox, dtype: DType, [outFeatures, inFeatures]: readonly number[]) {
    super();
    this.#packed = packed;
    this.dtype = dtype;
    this.inFeatures = inFeatures as number;
    this.outFeatures = outFeatures as number;
    this.eval();
  }

  /**
   * Makes one of a trained layer.
   *
   * @param layer the layer, which stays as it is
   * @param dtype `torch.qint8` or `torch.float16`
   */
  static fromFloat(...args: [layer: FloatLinear, dtype?: DType]): Linear {
    const { layer, dtype } = readFromFloat('Linear.fromFloat', FloatLinear, args);
    const half = dtype !== qint8;
    const packed = withoutGrad(() => {
      const weight = half ? layer.weight.detach().to(float32) : quantizeWeight(layer.weight);
      return packLinear(weight, layer.bias && layer.bias.detach().to(float32), half);
    });
    return new Linear(packed, dtype, layer.weight.shape);
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    requireInput(input);
    if (input.shape.length === 0 || input.shape.at(-1) !== this.inFeatures) {
      const shape = `[${input.shape.join(', ')}]`;
      throw runtimeError(`a linear layer of ${this.inFeatures} inputs got a tensor of shape ${shape}`);
    }
    return withoutGrad(() => linearDynamic(input, this.#packed, this.dtype !== qint8));
  }

  /** The quantized weight: `[outFeatures, inFeatures]`. */
  weight(...args: []): Tensor {
    takesNothing('Linear.weight', args);
    return unpackLinear(this.#packed, this.dtype !== qint8)[0];
  }

  /** The bias in float32, or null. */
  bias(...args: []): Tensor | null {
    takesNothing('Linear.bias', args);
    return unpackLinear(this.#packed, this.dtype !== qint8)[1];
  }

  override displayName(): string {
    return 'DynamicQuantizedLinear';
  }

  override extraRepr(): string {
    const scheme = this.dtype === qint8 ? ', qscheme=torch.per_tensor_affine' : '';
    return `in_features=${this.inFeatures}, out_features=${this.outFeatures}, dtype=${String(this.dtype)}${scheme}`;
  }
}
