import type { Generator } from '../../random';
import { type Tensor, isTensor } from '../../tensor-methods';
import { withoutGrad } from '../convert';
import { typeError } from '../../errors';

export interface RandomOptions {
  readonly generator?: Generator | null;
}

/** @internal */
export function checkTensor(value: unknown): asserts value is Tensor {
  if (!isTensor(value)) throw typeError('nn.init fills a tensor, and got something else');
}

/** @internal */
export const isMeta = (tensor: Tensor): boolean => tensor.device.type === 'meta';

/** Fills without recording. @internal */
export function fill(tensor: Tensor, body: (tensor: Tensor) => unknown): Tensor {
  checkTensor(tensor);
  withoutGrad(() => body(tensor));
  return tensor;
}
