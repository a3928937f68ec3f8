import { native } from '../../native/binding';
import type { PackedConvolutionBox } from '../../native/contract/nn';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { aten } from '../functional/define';
import { takes } from '../forward-arguments';
import { Layer } from '../layer';
import type { Conv2d } from '../modules/convolution';
import { float32 } from '../../tensor/dtype';
import { tensor } from '../../tensor/arguments';

/**
 * Multiplications from which on oneDNN with a packed weight is faster than libtorch's choice: below it converting the input costs
 * more than the packing saves (bench/RESULTS.md).
 */
const MANY = 20e6;

/** A convolution in inference: its weight is packed for oneDNN where that pays, and ReLU is computed with it. */
export class PreparedConv2d extends Layer {
  /** The weight as it was packed for an input's size. */
  #packed: { readonly key: string; readonly box: PackedConvolutionBox } | null = null;

  constructor(
    readonly conv: Conv2d,
    readonly relu: boolean,
  ) {
    super();
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    const { conv } = this;
    const packed = this.packedFor(input);
    if (packed) return wrap(native.runPackedConvolution(packed, handleOf(input), this.relu));
    const output = conv.forward(input);
    return this.relu ? aten('relu_')(output) : output;
  }

  /** The packed weight, or null where oneDNN is not to be used or the input does not fit, for which the layer has an error. */
  private packedFor(input: Tensor): PackedConvolutionBox | null {
    const { weight, padding, stride, dilation, groups, inChannels, outChannels, kernelSize, paddingMode } = this.conv;
    const { shape } = input;
    const [batch = 0, channels, height = 0, width = 0] = shape;
    if (shape.length !== 4 || channels !== inChannels || paddingMode !== 'zeros' || typeof padding === 'string')
      return null;
    if (input.dtype !== float32 || weight.dtype !== float32 || String(input.device) !== 'cpu') return null;
    if (!native.getBackendSwitch('mkldnn.enabled')) return null;
    const extents = [height, width].map((extent, i) => {
      const covered = (dilation[i] ?? 1) * ((kernelSize[i] ?? 1) - 1) + 1;
      return Math.floor((extent + 2 * (padding[i] ?? 0) - covered) / (stride[i] ?? 1)) + 1;
    });
    const [rows = 0, columns = 0] = extents;
    if (batch < 1 || rows < 1 || columns < 1) return null;
    const work =
      batch * rows * columns * outChannels * (inChannels / groups) * (kernelSize[0] ?? 1) * (kernelSize[1] ?? 1);
    if (work < MANY) return null;
    const key = `${shape.join()} ${weight.version}`;
    if (this.#packed?.key !== key) {
      const { bias } = this.conv;
      const handles = [handleOf(weight), bias && handleOf(bias)] as const;
      this.#packed = { key, box: native.packConvolution(...handles, padding, stride, dilation, groups, shape) };
    }
    return this.#packed.box;
  }

  override extraRepr(): string {
    return `relu=${this.relu ? 'True' : 'False'}`;
  }
}
