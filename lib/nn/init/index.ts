import type { Tensor } from '../../tensor-methods';
import { aten, atenMany } from '../functional/define';
import { type RandomOptions, checkTensor, fill, isMeta } from './fill';
import { typeError, valueError, warn } from '../../errors';

export type { RandomOptions } from './fill';
export { type TruncatedOptions, truncNormal_ } from './truncated';

/**
 * Initial values: they fill a tensor in place, without recording, and return it. The same seed gives the same bits as
 * in Python.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.init.html
 */

/** Uniform in [a, b). */
export function uniform_(tensor: Tensor, a = 0, b = 1, { generator }: RandomOptions = {}): Tensor {
  return fill(tensor, () => aten('uniform_')(tensor, a, b, { generator }));
}

/** Normal with mean and standard deviation. */
export function normal_(tensor: Tensor, mean = 0, std = 1, { generator }: RandomOptions = {}): Tensor {
  return fill(tensor, () => aten('normal_')(tensor, mean, std, { generator }));
}

export function constant_(tensor: Tensor, value: number): Tensor {
  return fill(tensor, () => aten('fill_')(tensor, value));
}

export function ones_(tensor: Tensor): Tensor {
  return constant_(tensor, 1);
}

export function zeros_(tensor: Tensor): Tensor {
  return fill(tensor, () => aten('zero_')(tensor));
}

/** The identity matrix. */
export function eye_(tensor: Tensor): Tensor {
  checkTensor(tensor);
  if (tensor.ndim !== 2) throw valueError('Only tensors with 2 dimensions are supported');
  const { dtype, device, shape } = tensor;
  return fill(tensor, () => aten('copy_')(tensor, aten('eye')(shape[0], shape[1], { dtype, device })));
}

/** Convolution weights that pass as many channels through as fit. */
export function dirac_(tensor: Tensor, groups = 1): Tensor {
  checkTensor(tensor);
  if (!Number.isInteger(groups)) throw typeError(`the number of groups has to be an integer, not ${String(groups)}`);
  const { shape } = tensor;
  const [out = 0, inChannels = 0, ...kernel] = shape;
  if (kernel.length < 1 || kernel.length > 3) throw valueError('Only tensors with 3, 4, or 5 dimensions are supported');
  if (out % groups !== 0) throw valueError('dim 0 must be divisible by groups');
  if (isMeta(tensor)) return tensor;
  const perGroup = out / groups;
  const centre = kernel.map((extent) => Math.trunc(extent / 2));
  return fill(tensor, () => {
    aten('zero_')(tensor);
    for (let g = 0; g < groups; g++) {
      for (let d = 0; d < Math.min(perGroup, inChannels); d++) {
        const element = [g * perGroup + d, d, ...centre].reduce((view, i) => aten('select')(view, 0, i), tensor);
        aten('fill_')(element, 1);
      }
    }
  });
}

/** The number of inputs and outputs that a weight connects. */
function fans(tensor: Tensor): { readonly fanIn: number; readonly fanOut: number } {
  checkTensor(tensor);
  const { shape } = tensor;
  if (shape.length < 2) {
    throw valueError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions');
  }
  const field = shape.slice(2).reduce((a, b) => a * b, 1);
  return { fanIn: (shape[1] ?? 0) * field, fanOut: (shape[0] ?? 0) * field };
}

export type Nonlinearity =
  | 'linear'
  | `conv${1 | 2 | 3}d`
  | `convTranspose${1 | 2 | 3}d`
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leakyRelu'
  | 'leaky_relu'
  | 'selu';

function leakyGain(slope: unknown): number {
  if (typeof slope !== 'number') throw valueError(`negative_slope ${String(slope)} not a valid number`);
  return Math.sqrt(2 / (1 + slope * slope));
}

/** The recommended gain of a nonlinearity; `param` is the negative slope of leaky ReLU. */
export function calculateGain(nonlinearity: Nonlinearity, param: number | null = null): number {
  if (/^(linear|sigmoid|conv(_?[tT]ranspose)?[123]d)$/.test(nonlinearity)) return 1;
  switch (nonlinearity) {
    case 'tanh':
      return 5 / 3;
    case 'relu':
      return Math.sqrt(2);
    case 'leakyRelu':
    case 'leaky_relu':
      return leakyGain(param ?? 0.01);
    case 'selu':
      return 3 / 4;
    default:
      throw valueError(`Unsupported nonlinearity ${nonlinearity}`);
  }
}

export interface GainOptions extends RandomOptions {
  readonly gain?: number;
}

function xavierStd(tensor: Tensor, gain: number): number {
  const { fanIn, fanOut } = fans(tensor);
  if (fanIn + fanOut === 0) throw valueError('fan in and fan out are both 0');
  return gain * Math.sqrt(2 / (fanIn + fanOut));
}

/** Glorot's: uniform in ±gain·√(6 / (fanIn + fanOut)). */
export function xavierUniform_(tensor: Tensor, { gain = 1, generator }: GainOptions = {}): Tensor {
  const bound = Math.sqrt(3) * xavierStd(tensor, gain);
  return uniform_(tensor, -bound, bound, { generator });
}

/** Glorot's: normal with standard deviation gain·√(2 / (fanIn + fanOut)). */
export function xavierNormal_(tensor: Tensor, { gain = 1, generator }: GainOptions = {}): Tensor {
  return normal_(tensor, 0, xavierStd(tensor, gain), { generator });
}

export interface KaimingOptions extends RandomOptions {
  /** The negative slope of leaky ReLU. The default is 0. */
  readonly a?: number;
  readonly mode?: 'fanIn' | 'fanOut';
  readonly nonlinearity?: Nonlinearity;
}

function kaimingStd(tensor: Tensor, { a = 0, mode = 'fanIn', nonlinearity = 'leakyRelu' }: KaimingOptions): number {
  if (mode !== 'fanIn' && mode !== 'fanOut') {
    throw valueError(`Mode ${String(mode)} not supported, please use one of fanIn, fanOut`);
  }
  const fan = fans(tensor)[mode];
  return calculateGain(nonlinearity, a) / Math.sqrt(fan);
}

/** He's: uniform in ±gain·√(3 / fan). */
export function kaimingUniform_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
  checkTensor(tensor);
  if (tensor.shape.includes(0)) {
    warn('Initializing zero-element tensors is a no-op');
    return tensor;
  }
  const bound = Math.sqrt(3) * kaimingStd(tensor, options);
  return uniform_(tensor, -bound, bound, options);
}

/** He's: normal with standard deviation gain / √fan. */
export function kaimingNormal_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
  checkTensor(tensor);
  if (tensor.shape.includes(0)) {
    warn('Initializing zero-element tensors is a no-op');
    return tensor;
  }
  return normal_(tensor, 0, kaimingStd(tensor, options), options);
}

/** A (semi-)orthogonal matrix. */
export function orthogonal_(tensor: Tensor, { gain = 1, generator }: GainOptions = {}): Tensor {
  checkTensor(tensor);
  if (tensor.ndim < 2) throw valueError('Only tensors with 2 or more dimensions are supported');
  if (tensor.numel() === 0 || isMeta(tensor)) return tensor;
  const rows = tensor.shape[0] ?? 1;
  const columns = tensor.numel() / rows;
  return fill(tensor, () => {
    const { dtype, device } = tensor;
    let flat = aten('normal_')(aten('empty')([rows, columns], { dtype, device }), 0, 1, { generator });
    if (rows < columns) flat = aten('t')(flat);
    const [q, r] = atenMany('linalg_qr')(flat) as [Tensor, Tensor];
    aten('mul_')(q, aten('sign')(aten('diag')(r, 0)));
    const oriented = rows < columns ? aten('t')(q) : q;
    aten('copy_')(aten('view')(tensor, [rows, columns]), oriented);
    aten('mul_')(tensor, gain);
  });
}

export interface SparseOptions extends RandomOptions {
  readonly std?: number;
}

/** Normal, with a share of each column zero. */
export function sparse_(tensor: Tensor, sparsity: number, { std = 0.01, generator }: SparseOptions = {}): Tensor {
  checkTensor(tensor);
  if (tensor.ndim !== 2) throw valueError('Only tensors with 2 dimensions are supported');
  if (isMeta(tensor)) return tensor;
  const [rows = 0, columns = 0] = tensor.shape;
  const zeros = Math.ceil(sparsity * rows);
  return fill(tensor, () => {
    aten('normal_')(tensor, 0, std, { generator });
    for (let column = 0; column < columns; column++) {
      // A slice, as Python takes it: shares above 1 and below 0 have a meaning.
      const chosen = aten('slice')(aten('randperm')(rows), 0, 0, zeros);
      aten('index_fill_')(aten('select')(tensor, 1, column), 0, chosen, 0);
    }
  });
}
