import type { NamedSignature, Signature } from '../../arguments/signature';
import type { Tensor } from '../../ops/tensor-methods';
import type { Generator } from '../../tensor/generator';
import type { RandomOptions } from './fill';
import type { Nonlinearity } from './gain';

/** What callers of `torch.nn.init` see: the arguments of each function, in Python's order. */

export interface UniformOptions extends RandomOptions {
  /** The lower bound. @defaultValue 0 */
  readonly a?: number | undefined;
  /** The upper bound. @defaultValue 1 */
  readonly b?: number | undefined;
}

export interface NormalOptions extends RandomOptions {
  /** The mean. @defaultValue 0 */
  readonly mean?: number | undefined;
  /** The standard deviation. @defaultValue 1 */
  readonly std?: number | undefined;
}

export interface TruncatedOptions extends NormalOptions {
  /** The least value. @defaultValue -2 */
  readonly a?: number | undefined;
  /** The greatest value. @defaultValue 2 */
  readonly b?: number | undefined;
}

export interface DiracOptions {
  /** Into how many groups channels are divided. @defaultValue 1 */
  readonly groups?: number | undefined;
}

export interface GainOptions extends RandomOptions {
  /** The factor of the standard deviation, as from `calculateGain`. @defaultValue 1 */
  readonly gain?: number | undefined;
}

/** Whether the number of inputs or of outputs counts, in our spelling or in Python's. */
type FanMode = 'fanIn' | 'fanOut' | 'fan_in' | 'fan_out';

export interface KaimingOptions extends RandomOptions {
  /** The negative slope of the leaky ReLU that follows. @defaultValue 0 */
  readonly a?: number | undefined;
  /** `'fanIn'` keeps the variance in the forward pass, `'fanOut'` in the backward pass. @defaultValue 'fanIn' */
  readonly mode?: FanMode | undefined;
  /** The nonlinearity that follows. @defaultValue 'leakyRelu' */
  readonly nonlinearity?: Nonlinearity | undefined;
}

export interface SparseOptions extends RandomOptions {
  /** The standard deviation of the elements that are not 0. @defaultValue 0.01 */
  readonly std?: number | undefined;
}

export interface FillValue {
  /** The value of each element. */
  readonly val: number;
}

export interface Sparsity {
  /** The share of each column that becomes 0, between 0 and 1. */
  readonly sparsity: number;
}

type Given = [tensor: Tensor];
type Source = Generator | null;
type Plain = Signature<Given, [], Readonly<Record<never, never>>, Tensor>;
type Gained = Signature<Given, [gain?: number, generator?: Source], GainOptions, Tensor>;
type Kaiming = Signature<
  Given,
  [a?: number, mode?: FanMode, nonlinearity?: Nonlinearity, generator?: Source],
  KaimingOptions,
  Tensor
>;

/** Every function by its name. */
export interface InitSignatures {
  uniform_: Signature<Given, [a?: number, b?: number, generator?: Source], UniformOptions, Tensor>;
  normal_: Signature<Given, [mean?: number, std?: number, generator?: Source], NormalOptions, Tensor>;
  truncNormal_: Signature<
    Given,
    [mean?: number, std?: number, a?: number, b?: number, generator?: Source],
    TruncatedOptions,
    Tensor
  >;
  constant_: NamedSignature<[tensor: Tensor, val: number], [], Readonly<Record<never, never>>, FillValue, Tensor>;
  ones_: Plain;
  zeros_: Plain;
  eye_: Plain;
  dirac_: Signature<Given, [groups?: number], DiracOptions, Tensor>;
  xavierUniform_: Gained;
  xavierNormal_: Gained;
  kaimingUniform_: Kaiming;
  kaimingNormal_: Kaiming;
  orthogonal_: Gained;
  sparse_: NamedSignature<
    [tensor: Tensor, sparsity: number],
    [std?: number, generator?: Source],
    SparseOptions,
    Sparsity,
    Tensor
  >;
}
