import { refuseSurplus } from '../../../arguments/read';
import type { GradBucket } from '../../../nn/parallel';
import type { Tensor } from '../../../tensor/tensor';

/**
 * Leaves the gradients of this rank as they are: to measure a step without its communication.
 *
 * @example
 * const { debuggingHooks } = distributed.algorithms.ddpCommHooks;
 * ddp.registerCommHook(null, debuggingHooks.noopHook); // what a step takes without any message
 */
export function noopHook(_state: unknown, bucket: GradBucket, ...surplus: []): Tensor {
  refuseSurplus('noopHook', 2, surplus);
  return bucket.buffer();
}
