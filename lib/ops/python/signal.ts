import { bool, choice, int, nullable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { tensor } from '../../tensor/arguments';
import { asFunction } from '../dispatch/operator';
import { typeError } from '../../errors';
import type { Tensor } from '../../tensor/tensor';

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

/** What may follow `nFft`: the options by position, in Python's order, or an object of them. */
export type StftRest = readonly (StftOptions | StftOptions[keyof StftOptions])[];

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
export function stft(input: Tensor, options: StftOptions & { readonly nFft: number }): Tensor;
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
