import { bool, choice, int, nullable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { tensor } from '../../tensor/arguments';
import { asFunction } from '../dispatch/operator';
import { typeError } from '../../errors';
import type { Tensor } from '../../tensor/tensor';

export interface StftOptions {
  /** The distance between neighboring frames. @defaultValue null, which means nFft / 4 */
  readonly hopLength?: number | null;
  /** The length of the window. @defaultValue null, which means nFft */
  readonly winLength?: number | null;
  /** The window, of `winLength` values. @defaultValue null, which means all ones */
  readonly window?: Tensor | null;
  /** Pad the signal, so that frame t is centered at `t * hopLength`. @defaultValue true */
  readonly center?: boolean;
  /** How the signal is padded. @defaultValue 'reflect' */
  readonly padMode?: 'reflect' | 'constant' | 'replicate' | 'circular';
  /** Divide the result by √nFft. @defaultValue false */
  readonly normalized?: boolean;
  /** Leave out negative frequencies. @defaultValue null, which means true for a real signal and window */
  readonly onesided?: boolean | null;
  /** Return complex numbers. @defaultValue null, which means true for a complex signal or window */
  readonly returnComplex?: boolean | null;
  /** Begin the first frame at the start of the window. @defaultValue null */
  readonly alignToWindow?: boolean | null;
}

/** The arguments of {@link stft} by name. */
export interface StftArguments extends StftOptions {
  /** The size of the Fourier transform. */
  readonly nFft: number;
}

/** What may follow `nFft`: the options by position, in Python's order, or an object of them. */
export type StftRest = Mixed<
  [
    hopLength?: number | null,
    winLength?: number | null,
    window?: Tensor | null,
    center?: boolean,
    padMode?: 'reflect' | 'constant' | 'replicate' | 'circular',
    normalized?: boolean,
    onesided?: boolean | null,
    returnComplex?: boolean | null,
    alignToWindow?: boolean | null,
  ],
  StftOptions
>;

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

const STFT = {
  input: tensor(),
  nFft: int(),
  hopLength: nullable(int()),
  winLength: nullable(int()),
  window: nullable(tensor()),
  center: bool(true),
  padMode: choice(['reflect', 'constant', 'replicate', 'circular'], 'reflect'),
  normalized: bool(false),
  onesided: nullable(bool()),
  returnComplex: nullable(bool()),
  alignToWindow: nullable(bool()),
};

/**
 * The short-time Fourier transform.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.stft.html
 * @example
 * torch.stft(torch.randn([64]), 16, { returnComplex: true }).shape; // [9, 17]
 */
export function stft(input: Tensor, nFft: number, ...rest: StftRest): Tensor;
export function stft(input: Tensor, options: StftArguments): Tensor;
export function stft(...args: readonly unknown[]): Tensor {
  const { input, nFft, hopLength, winLength, window, center, padMode, ...rest } = readArguments('stft', STFT, args);
  const { normalized, onesided, returnComplex, alignToWindow } = rest;
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
