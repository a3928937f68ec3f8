import { valueError } from '../../errors';

export type Nonlinearity =
  | 'linear'
  | `conv${1 | 2 | 3}d`
  | `convTranspose${1 | 2 | 3}d`
  | `conv_transpose${1 | 2 | 3}d`
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

/** The recommended gain of a nonlinearity. @internal */
export function gainOf(nonlinearity: string, param: unknown): number {
  if (/^(linear|sigmoid|conv(_t|T)ranspose[123]d|conv[123]d)$/.test(nonlinearity)) return 1;
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
