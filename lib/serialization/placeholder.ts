import type { NativeCheckpointInfo, NativeTensorInfo } from '../native/contract/serialization';

/** Stands for a tensor that is not loaded. @internal */
export class Placeholder {
  constructor(readonly index: number) {}
}

/** A checkpoint that was opened and checked, with a {@link Placeholder} for each of its tensors. @internal */
export interface Outline {
  readonly info: NativeCheckpointInfo;
  readonly tensors: readonly NativeTensorInfo[];
  readonly root: unknown;
}
