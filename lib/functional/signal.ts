import { asFunction } from '../dispatch/operator';
import { type Tensor, isTensor } from '../tensor';
import { typeError } from '../errors';

export interface StftOptions {
  /** `nFft / 4` by default. */
  readonly hopLength?: number | null;
  /** `nFft` by default. */
  readonly winLength?: number | null;
  readonly window?: Tensor | null;
  /** Pad so that frame t is centred at `t * hopLength`; true by default. */
  readonly center?: boolean;
  readonly padMode?: 'reflect' | 'constant' | 'replicate' | 'circular';
  readonly normalized?: boolean;
  readonly onesided?: boolean | null;
  readonly returnComplex?: boolean | null;
  readonly alignToWindow?: boolean | null;
}

type Flag = boolean | null;
type Length = number | null;
type Stft = (
  input: Tensor,
  nFft: number,
  hop: Length,
  win: Length,
  window: Tensor | null,
  normalized: boolean,
  onesided: Flag,
  returnComplex: Flag,
  align: Flag,
) => Tensor;

const ops = {
  stft: asFunction<Stft>('aten::stft'),
  pad: asFunction<(x: Tensor, pad: readonly number[], mode: string) => Tensor>('aten::pad'),
};

/** The short-time Fourier transform. @see https://docs.pytorch.org/docs/2.13/generated/torch.stft.html */
export function stft(input: Tensor, nFft: number, options: StftOptions = {}): Tensor {
  if (!isTensor(input)) throw typeError('stft(): expected a tensor');
  const { center = true, padMode = 'reflect', hopLength = null, winLength = null, window = null } = options;
  const { normalized = false, onesided = null, returnComplex = null, alignToWindow = null } = options;
  if (center && alignToWindow !== null) throw typeError('stft(): alignToWindow is for center: false only');
  const signal = center ? padded(input, Math.floor(nFft / 2), padMode) : input;
  return ops.stft(signal, nFft, hopLength, winLength, window, normalized, onesided, returnComplex, alignToWindow);
}

function padded(input: Tensor, pad: number, mode: string): Tensor {
  const dims = input.ndim;
  const extended = [...new Array<number>(Math.max(0, 3 - dims)).fill(1), ...input.shape];
  const result = ops.pad(input.view(extended), [pad, pad], mode);
  return result.view(result.shape.slice(-dims));
}
