/** The functions of this folder that are methods of Tensor too. */
import { type NestedArray, type TensorData, type TensorOptions, tensor } from '../creation';
import { type Tensor, isTensor } from '../../tensor/tensor';
import { defineMembers } from '../../tensor/define-members';
import { value } from '../../arguments/fields';
import { readArguments, refuseSurplus, requireOptions } from '../../arguments/read';
import { tensor as tensorField } from '../../tensor/arguments';
import { isScalar } from '../dispatch/encode';
import { asFunction } from '../dispatch/operator';
import type { Int, Scalar } from '../../tensor/scalar';
import { type LuRest, lu } from './algebra';
import { type NormMethodRest, normMethod } from './norms';
import {
  type NonzeroOptions,
  type UniqueOptions,
  type ConsecutiveRest,
  type UniqueRest,
  nonzero,
  unique,
  uniqueConsecutive,
} from './search';
import { type SplitOptions, split } from './shapes';
import { type StftArguments, type StftRest, stft } from './signal';

export interface FunctionalMembers {
  /** The norm of a matrix or of vectors: `x.norm(2, 1, { keepdim: true })`. */
  norm(...options: NormMethodRest): Tensor;
  split(splitSize: number | readonly number[] | SplitOptions, dim?: number | Pick<SplitOptions, 'dim'>): Tensor[];
  unique<const O extends UniqueOptions>(options?: O): ReturnType<typeof unique<O>>;
  unique(...options: UniqueRest): Tensor | Tensor[];
  uniqueConsecutive<const O extends Omit<UniqueOptions, 'sorted'>>(
    options?: O,
  ): ReturnType<typeof uniqueConsecutive<O>>;
  uniqueConsecutive(...options: ConsecutiveRest): Tensor | Tensor[];
  nonzero(options?: NonzeroOptions<false>): Tensor;
  nonzero(options: NonzeroOptions<true> & { readonly asTuple: true }): Tensor[];
  stft(nFft: number, ...options: StftRest): Tensor;
  stft(options: StftArguments): Tensor;
  lu(...options: LuRest): Tensor[];
  /** A tensor of `data` with this one's dtype and device. */
  newTensor(data: TensorData, options?: TensorOptions): Tensor;
  /** The n-th derivative of the digamma function, of this tensor's elements. */
  polygamma(n: Int | { readonly n: Int }): Tensor;
  /**
   * This tensor's elements where the condition is true, and the other's elsewhere.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.where.html
   * @example
   * const x = torch.tensor([-1, 2]);
   * x.where(x.gt(0), 0).tolist(); // [0, 2]
   */
  where(condition: Tensor, other: Tensor | Scalar): Tensor;
  where(condition: Tensor, options: { readonly other: Tensor | Scalar }): Tensor;
  where(options: { readonly condition: Tensor; readonly other: Tensor | Scalar }): Tensor;
  nelement(): number;
  ndimension(): number;
}

const ops = {
  polygamma: asFunction<(n: Int, input: Tensor) => Tensor>('aten::polygamma'),
  where: asFunction<(condition: Tensor, input: Tensor, other: Tensor | Scalar) => Tensor>('aten::where'),
};

const isInt = (given: unknown): boolean => typeof given === 'bigint' || Number.isSafeInteger(given);
const isOperand = (given: unknown): boolean => isTensor(given) || isScalar(given);
const POLYGAMMA = { n: value<Int>('an integer', isInt) };
const WHERE = { condition: tensorField(), other: value<Tensor | Scalar>('a Tensor or a number', isOperand) };

type Args = readonly never[];

const functionalMembers = {
  norm(this: Tensor, ...args: Args) {
    return normMethod(this, ...args);
  },
  split(this: Tensor, ...args: Args) {
    return split(...([this, ...args] as unknown as Parameters<typeof split>));
  },
  unique(this: Tensor, ...args: Args) {
    return unique(this, ...args);
  },
  uniqueConsecutive(this: Tensor, ...args: Args) {
    return uniqueConsecutive(this, ...args);
  },
  nonzero(this: Tensor, ...args: Args) {
    return nonzero(...([this, ...args] as unknown as Parameters<typeof nonzero>));
  },
  stft(this: Tensor, ...args: Args) {
    return stft(...([this, ...args] as unknown as Parameters<typeof stft>));
  },
  lu(this: Tensor, ...args: Args) {
    return lu(this, ...args);
  },
  newTensor(this: Tensor, data: NestedArray, options: TensorOptions = {}, ...surplus: Args) {
    refuseSurplus('newTensor', 2, surplus);
    requireOptions('newTensor', options);
    return tensor(data, { dtype: this.dtype, device: this.device, ...options });
  },
  polygamma(this: Tensor, ...args: Args) {
    const { n } = readArguments('polygamma', POLYGAMMA, args);
    return ops.polygamma(n, this);
  },
  where(this: Tensor, ...args: Args) {
    const { condition, other } = readArguments('where', WHERE, args);
    return ops.where(condition, this, other);
  },
  nelement(this: Tensor) {
    return this.numel();
  },
  ndimension(this: Tensor) {
    return this.ndim;
  },
};

declare module '../../tensor/tensor' {
  interface Tensor extends FunctionalMembers {}
}

defineMembers(functionalMembers);
