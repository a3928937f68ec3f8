/** Options that several transforms have. */
import type { Interpolation } from './functional/interpolation';
import type { FillByKind, NumberOrList, PaddingMode } from './types';

export interface ProbabilityOptions {
  /** The probability that a sample is transformed. @defaultValue 0.5 */
  readonly p?: number;
}

export interface SizeOptions {
  /** Height and width, or one number for both. */
  readonly size?: NumberOrList;
}

export interface InterpolationOptions {
  /** How pixels between pixels are found; masks take the nearest one. @defaultValue 'bilinear' */
  readonly interpolation?: Interpolation;
  /** Smooth what shrinks. @defaultValue true */
  readonly antialias?: boolean | null;
}

export interface FillOptions {
  /** What pixels from outside hold: a number, one for each channel, or one fill for each kind of input. @defaultValue 0 */
  readonly fill?: FillByKind;
}

export interface PadModeOptions extends FillOptions {
  /** What is outside the edge. @defaultValue 'constant' */
  readonly paddingMode?: PaddingMode;
}
