import { allReduce } from '../../c10d/all-reduce';
import { type ProcessGroup, nativeOf } from '../../c10d/process-group';
import { native } from '../../native/binding';
import { withoutGrad } from '../../native/grad-mode';
import { zeros } from '../../ops/generated/functions';
import { viewAs } from '../../ops/method-functions';
import { type Tensor, handleOf, keep } from '../../ops/tensor-methods';
import type { Device } from '../../tensor/device';
import type { Parameter } from '../parameter';
import { BROADCAST_BYTES } from './ddp-parameters';

/**
 * Parameters whose gradients lie in one tensor, which is reduced in one go when the gradient of another parameter is there:
 * Python's `delay_all_reduce_named_params`.
 */
export class DelayedReduction {
  readonly #parameters: readonly Parameter[];
  readonly #buffer: Tensor;
  readonly #views: readonly Tensor[];

  constructor(parameters: readonly Parameter[], last: Parameter, group: ProcessGroup, device: Device) {
    this.#parameters = parameters;
    const sizes = parameters.map((parameter) => parameter.numel());
    const buffer = keep(zeros([sizes.reduce((sum, size) => sum + size, 0)], { device }));
    this.#buffer = buffer;
    native.broadcastCoalesced(nativeOf(group), parameters.map(handleOf), BROADCAST_BYTES, 0);
    let offset = 0;
    this.#views = parameters.map((parameter, i) => {
      const view = viewAs(buffer.narrow(0, offset, sizes[i] as number), parameter);
      offset += sizes[i] as number;
      return keep(view);
    });
    // It reaches neither this nor a parameter, as `last` keeps it. Python's hook runs before the gradient of `last` itself is
    // in the buffer.
    last.registerPostAccumulateGradHook(() => {
      withoutGrad(() => buffer.div_(group.size()));
      allReduce(buffer, { group });
    });
  }

  /** Lets gradients that there are none of accumulate in the buffer, from zero. */
  attach(): void {
    const missing = this.#parameters.map((parameter) => parameter.grad === null);
    const all = missing.every(Boolean);
    if (all) withoutGrad(() => this.#buffer.zero_());
    this.#parameters.forEach((parameter, i) => {
      if (!missing[i]) return;
      const view = this.#views[i] as Tensor;
      if (!all) withoutGrad(() => view.zero_());
      parameter.grad = view;
    });
  }
}
