import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';

/** What options of several families have in common. */

/** One number for all spatial dimensions, or a list with one for each. */
export type Ints = number | readonly number[];

/** Where and how the tensors of a layer are made. */
export interface FactoryOptions {
  /** The device on which parameters and buffers are made. @defaultValue null, which means the default device */
  readonly device?: DeviceLike | null | undefined;
  /** The dtype of parameters and buffers. @defaultValue null, which means the default dtype, float32 */
  readonly dtype?: DType | null | undefined;
}

/** No options. */
export type NoOptions = Readonly<Record<never, never>>;

export interface InplaceOptions {
  /** Change the input itself and return it, instead of making a new tensor. @defaultValue false */
  readonly inplace?: boolean | undefined;
}
