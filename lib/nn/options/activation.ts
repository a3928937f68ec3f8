import type { DType } from '../../tensor/dtype';
import type { FactoryOptions, InplaceOptions } from './common';

/** The options of activations and of dropout. */

export interface AlphaOptions {
  /** The scale below 0, where the result approaches −alpha. @defaultValue 1 */
  readonly alpha?: number | undefined;
}

export interface EluOptions extends AlphaOptions, InplaceOptions {}

export interface SlopeOptions {
  /** The slope below 0. @defaultValue 0.01 */
  readonly negativeSlope?: number | undefined;
}

export interface LeakyReluOptions extends SlopeOptions, InplaceOptions {}

export interface RangeOptions {
  /** The lowest value that is returned. @defaultValue -1 */
  readonly minVal?: number | undefined;
  /** The highest value that is returned; at least `minVal`. @defaultValue 1 */
  readonly maxVal?: number | undefined;
}

export interface HardtanhOptions extends RangeOptions, InplaceOptions {}

export interface SlopesOptions {
  /** The least slope below 0. @defaultValue 1/8 */
  readonly lower?: number | undefined;
  /** The greatest slope below 0; at least `lower`. @defaultValue 1/3 */
  readonly upper?: number | undefined;
}

export interface RReluOptions extends SlopesOptions, InplaceOptions {}

export interface RReluInPlaceOptions extends SlopesOptions {
  /** Draw the slope of each element at random; otherwise the mean of `lower` and `upper` is used. @defaultValue false */
  readonly training?: boolean | undefined;
}

export interface RReluFunctionOptions extends RReluInPlaceOptions, InplaceOptions {}

export interface ThresholdArguments extends InplaceOptions {
  /** Elements above it stay. */
  readonly threshold: number;
  /** What the other elements become. */
  readonly value: number;
}

export interface LambdOptions {
  /** Elements whose absolute value is at most this become 0. @defaultValue 0.5 */
  readonly lambd?: number | undefined;
}

export interface SoftplusOptions {
  /** How sharp the bend at 0 is: log(1 + e^(beta·x)) / beta. @defaultValue 1 */
  readonly beta?: number | undefined;
  /** Where beta·x is above it, x itself is returned. @defaultValue 20 */
  readonly threshold?: number | undefined;
}

export interface GeluOptions {
  /** `'none'` computes the exact function, `'tanh'` a fast approximation. @defaultValue 'none' */
  readonly approximate?: 'none' | 'tanh' | undefined;
}

export interface GluOptions {
  /** The dimension that is halved. @defaultValue -1 */
  readonly dim?: number | undefined;
}

export interface PReLUOptions extends FactoryOptions {
  /** How many slopes are learned: 1, or one for each channel of the input. @defaultValue 1 */
  readonly numParameters?: number | undefined;
  /** What each slope starts with. @defaultValue 0.25 */
  readonly init?: number | undefined;
}

export interface SoftmaxOptions {
  /** The dimension along which the results sum to 1. @defaultValue null, which chooses a dimension by the number of dimensions, and warns */
  readonly dim?: number | null | undefined;
}

export interface SoftmaxFunctionOptions extends SoftmaxOptions {
  /** The dtype to which the input is cast first, against overflow. @defaultValue null, which keeps the input's */
  readonly dtype?: DType | null | undefined;
}

export interface GumbelSoftmaxOptions {
  /** The temperature: the lower, the closer samples are to one-hot. @defaultValue 1 */
  readonly tau?: number | undefined;
  /** Return one-hot samples, with the gradient of the soft ones. @defaultValue false */
  readonly hard?: boolean | undefined;
  /** Has no effect, as in Python. @defaultValue 1e-10 */
  readonly eps?: number | undefined;
  /** The dimension along which samples sum to 1. @defaultValue -1 */
  readonly dim?: number | undefined;
}

export interface DropoutOptions extends InplaceOptions {
  /** The probability with which an element (or a channel) becomes 0, between 0 and 1. @defaultValue 0.5 */
  readonly p?: number | undefined;
}

export interface DropoutFunctionOptions extends DropoutOptions {
  /** Drop elements; false returns the input. @defaultValue true */
  readonly training?: boolean | undefined;
}

export interface AlphaDropoutFunctionOptions extends DropoutOptions {
  /** Drop elements; false returns the input. @defaultValue false */
  readonly training?: boolean | undefined;
}
