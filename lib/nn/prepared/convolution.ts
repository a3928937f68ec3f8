import { native } from '../../native/binding';
import type { PackedConvolutionBox } from '../../native/contract/nn';
import type { SmallConvolutionBox } from '../../native/contract/prepared';
import { type Tensor, handleOf, wrap } from '../../ops/tensor-methods';
import { takes } from '../forward-arguments';
import type { Module } from '../module';
import { Conv2d } from '../modules/convolution';
import { tensor } from '../../tensor/arguments';
import { type Fused, NONE } from './activation';
import { become } from './become';
import { arePlain } from './plain';

/**
 * Multiplications from which on oneDNN with a packed weight is faster than the kernels of this library
 * (bench/RESULTS.md).
 */
const MANY = 20e6;

/** What is packed of a convolution: for small inputs, and for oneDNN by an input's size. */
interface Packs {
  small: SmallConvolutionBox | null;
  large: { readonly key: string; readonly box: PackedConvolutionBox } | null;
}

const packs = new WeakMap<Module, Packs | null>();

/** A convolution in inference: its weight is packed once, and an activation is computed in the same kernel. */
export class PreparedConv2d extends Conv2d {
  declare readonly activation: Fused;

  static {
    takes(this, { input: tensor() });
  }

  static from(conv: Conv2d, activation: Fused = NONE): PreparedConv2d {
    return become(conv, PreparedConv2d, { activation });
  }

  override forward(input: Tensor): Tensor {
    const { activation } = this;
    const work = workOf(this, input);
    const isLarge = work >= MANY && native.getBackendSwitch('mkldnn.enabled');
    if (isLarge) {
      const isRelu = activation.name === 'ReLU';
      const large = largeOf(this, input);
      const output = large && native.runPackedConvolution(large, handleOf(input), isRelu);
      if (output !== null) return isRelu ? wrap(output) : activation.apply(wrap(output));
    }
    const small = work > 0 && this.groups === 1 ? smallOf(this) : null;
    const output = small && native.runSmallConvolution(small, handleOf(input), activation.code, activation.slope);
    return output === null ? activation.apply(super.forward(input)) : wrap(output);
  }

  override extraRepr(): string {
    const { activation } = this;
    return activation === NONE ? super.extraRepr() : `${super.extraRepr()}, activation=${activation.name}`;
  }
}

/** How many multiplications an input takes; 0 where the kernels do not take it or it does not fit, for which the layer has an error. */
function workOf(conv: Conv2d, input: Tensor): number {
  const { padding, stride, dilation, groups, inChannels, outChannels, kernelSize, paddingMode } = conv;
  const { shape } = input;
  const [batch = 0, channels, height = 0, width = 0] = shape;
  if (shape.length !== 4 || channels !== inChannels || paddingMode !== 'zeros' || typeof padding === 'string') return 0;
  const [rows = 0, columns = 0] = [height, width].map((extent, i) => {
    const covered = (dilation[i] ?? 1) * ((kernelSize[i] ?? 1) - 1) + 1;
    return Math.floor((extent + 2 * (padding[i] ?? 0) - covered) / (stride[i] ?? 1)) + 1;
  });
  if (batch < 1 || rows < 1 || columns < 1) return 0;
  return batch * rows * columns * outChannels * (inChannels / groups) * (kernelSize[0] ?? 1) * (kernelSize[1] ?? 1);
}

/** What has been packed, or null where the weight is not of a kind that the kernels take. */
function packsOf(conv: Conv2d): Packs | null {
  const known = packs.get(conv);
  if (known !== undefined) return known;
  const fits = arePlain([conv.weight, conv.bias]) && conv.weight.numel() > 0;
  const empty = fits ? { small: null, large: null } : null;
  packs.set(conv, empty);
  return empty;
}

function smallOf(conv: Conv2d): SmallConvolutionBox | null {
  const known = packsOf(conv);
  if (!known || known.small) return known?.small ?? null;
  const { weight, bias, padding, stride, dilation } = conv;
  const handles = [handleOf(weight), bias && handleOf(bias)] as const;
  known.small = native.packSmallConvolution(...handles, padding as readonly number[], stride, dilation);
  return known.small;
}

function largeOf(conv: Conv2d, input: Tensor): PackedConvolutionBox | null {
  const known = packsOf(conv);
  if (!known) return null;
  const key = input.shape.join();
  if (known.large?.key === key) return known.large.box;
  const { weight, bias, padding, stride, dilation, groups } = conv;
  const handles = [handleOf(weight), bias && handleOf(bias)] as const;
  const options = [padding as readonly number[], stride, dilation, groups, input.shape] as const;
  const box = native.packConvolution(...handles, ...options);
  known.large = { key, box };
  return box;
}
