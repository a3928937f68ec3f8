import { Generator } from '../../tensor/generator';
import type { Tensor } from '../../ops/tensor-methods';
import { type Field, nullable, value } from '../../arguments/fields';
import { withoutGrad } from '../../native/grad-mode';

export interface RandomOptions {
  /** Where random numbers come from. @defaultValue null, which means the global generator */
  readonly generator?: Generator | null;
}

/** The generator that is used; by default the global one. @internal */
export const generator: Field<Generator | null> = nullable(
  value<Generator>('a Generator', (v) => v instanceof Generator),
);

/** @internal */
export const isMeta = (tensor: Tensor): boolean => tensor.device.type === 'meta';

/** Fills a tensor without recording it for autograd. @internal */
export function fill(tensor: Tensor, body: (tensor: Tensor) => unknown): Tensor {
  withoutGrad(() => body(tensor));
  return tensor;
}
