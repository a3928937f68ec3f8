/** The functions of this folder that are methods of Tensor too. */
import { type NestedArray, type TensorData, type TensorOptions, tensor } from '../creation';
import type { Tensor } from '../tensor';
import { type LuOptions, type NormOptions, lu, norm } from './algebra';
import { type UniqueOptions, nonzero, unique, uniqueConsecutive } from './search';
import { split } from './shapes';
import { type StftOptions, stft } from './signal';

export interface FunctionalMembers {
  norm(p?: NormOptions['p'] | NormOptions, dim?: NormOptions['dim'] | NormOptions, keepdim?: boolean): Tensor;
  split(sizeOrSections: number | readonly number[], dim?: number | { dim?: number }): Tensor[];
  unique<const O extends UniqueOptions>(options?: O): ReturnType<typeof unique<O>>;
  uniqueConsecutive<const O extends Omit<UniqueOptions, 'sorted'>>(
    options?: O,
  ): ReturnType<typeof uniqueConsecutive<O>>;
  nonzero(options?: { readonly asTuple?: false }): Tensor;
  nonzero(options: { readonly asTuple: true }): Tensor[];
  stft(nFft: number, options?: StftOptions): Tensor;
  lu(options?: LuOptions): Tensor[];
  /** A tensor of `data` with this one's dtype and device. */
  newTensor(data: TensorData, options?: TensorOptions): Tensor;
  nelement(): number;
  ndimension(): number;
}

export const functionalMembers = {
  norm(this: Tensor, ...args: [NormOptions['p']?, NormOptions['dim']?, boolean?]) {
    return norm(this, ...args);
  },
  split(this: Tensor, sizeOrSections: number | readonly number[], dim?: number) {
    return split(this, sizeOrSections, dim);
  },
  unique(this: Tensor, options: UniqueOptions = {}) {
    return unique(this, options);
  },
  uniqueConsecutive(this: Tensor, options: UniqueOptions = {}) {
    return uniqueConsecutive(this, options);
  },
  nonzero(this: Tensor, options?: { asTuple?: boolean }) {
    return nonzero(this, options as { asTuple: true });
  },
  stft(this: Tensor, nFft: number, options?: StftOptions) {
    return stft(this, nFft, options);
  },
  lu(this: Tensor, options?: LuOptions) {
    return lu(this, options);
  },
  newTensor(this: Tensor, data: NestedArray, options: TensorOptions = {}) {
    return tensor(data, { dtype: this.dtype, device: this.device, ...options });
  },
  nelement(this: Tensor) {
    return this.numel();
  },
  ndimension(this: Tensor) {
    return this.ndim;
  },
};
