/** The functions of this folder that are methods of Tensor too. */
import { type NestedArray, type TensorData, type TensorOptions, tensor } from '../creation';
import type { Tensor } from '../tensor';
import { requireOptions } from '../arguments/read';
import { type LuRest, type NormRest, lu, normMethod } from './algebra';
import { type NonzeroOptions, type UniqueOptions, nonzero, unique, uniqueConsecutive } from './search';
import { type SplitOptions, split } from './shapes';
import { type StftOptions, type StftRest, stft } from './signal';

export interface FunctionalMembers {
  /** The norm of a matrix or of vectors: `x.norm(2, 1, { keepdim: true })`. */
  norm(...options: NormRest): Tensor;
  split(splitSize: number | readonly number[] | SplitOptions, dim?: number | Pick<SplitOptions, 'dim'>): Tensor[];
  unique<const O extends UniqueOptions>(options?: O): ReturnType<typeof unique<O>>;
  unique(...options: readonly (UniqueOptions | boolean | number | null)[]): Tensor | Tensor[];
  uniqueConsecutive<const O extends Omit<UniqueOptions, 'sorted'>>(
    options?: O,
  ): ReturnType<typeof uniqueConsecutive<O>>;
  uniqueConsecutive(...options: readonly (UniqueOptions | boolean | number | null)[]): Tensor | Tensor[];
  nonzero(options?: NonzeroOptions<false>): Tensor;
  nonzero(options: NonzeroOptions<true> & { readonly asTuple: true }): Tensor[];
  stft(nFft: number, ...options: StftRest): Tensor;
  stft(options: StftOptions & { readonly nFft: number }): Tensor;
  lu(...options: LuRest): Tensor[];
  /** A tensor of `data` with this one's dtype and device. */
  newTensor(data: TensorData, options?: TensorOptions): Tensor;
  nelement(): number;
  ndimension(): number;
}

type Args = readonly never[];

export const functionalMembers = {
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
  newTensor(this: Tensor, data: NestedArray, options: TensorOptions = {}) {
    requireOptions('newTensor', options);
    return tensor(data, { dtype: this.dtype, device: this.device, ...options });
  },
  nelement(this: Tensor) {
    return this.numel();
  },
  ndimension(this: Tensor) {
    return this.ndim;
  },
};
