import { Generator } from '../../tensor/generator';
import type { Tensor } from '../../ops/tensor-methods';
import { type Field, nullable, value } from '../../arguments/fields';
import { withoutGrad } from '../../native/grad-mode';

export interface RandomOptions {
  /** Where random numbers come from. @defaultValue null, which means the global generator */
  readonly generator?: Generator | null;
}

/** Whose random numbers are drawn: the global ones where there is none. @internal */
export const generator: Field<Generator | null> = nullable(
  value<Generator>('a Generator', (v) => v instanceof Generator),
);

/** @internal */
export const isMeta = (tensor: Tensor): boolean => tensor.device.type === 'meta';

/** Fills without recording. @internal */
export function fill(tensor: Tensor, body: (tensor: Tensor) => unknown): Tensor {
  withoutGrad(() => body(tensor));
  return tensor;
}
