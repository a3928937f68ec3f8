import { native } from '../binding';
import { type JobOptions, runJob } from '../jobs';
import { type BackwardOptions, Tensor } from '../tensor';
import { type BackwardArguments, type TensorOrTensors, encodeBackward } from './backward';

/**
 * {@link backward} off the JavaScript thread: the event loop goes on meanwhile. Hooks and custom functions still run on
 * this thread, between other work. Until it settles, leave the tensors of the graph and their `grad` alone.
 *
 * @example
 * const x = torch.ones([1000, 1000], { requiresGrad: true });
 * await torch.autograd.backwardAsync(x.mm(x).sum());
 * x.grad?.shape; // [1000, 1000]
 */
export async function backwardAsync(
  tensors: TensorOrTensors,
  options: BackwardArguments & JobOptions = {},
): Promise<void> {
  options.signal?.throwIfAborted();
  const encoded = encodeBackward('torch.autograd.backwardAsync', tensors, options);
  let started = false;
  try {
    await runJob(
      (settle) => {
        const job = native.backwardAsync(...encoded, settle);
        started = true;
        return job;
      },
      () => undefined,
      options,
    );
  } finally {
    if (started) native.backwardSettled();
  }
}

declare module '../tensor' {
  interface Tensor {
    /** {@link Tensor.backward} off the JavaScript thread; see {@link autograd.backwardAsync}. */
    backwardAsync(options?: BackwardOptions & JobOptions): Promise<void>;
  }
}

async function method(this: Tensor, { gradient = null, ...options }: BackwardOptions & JobOptions = {}): Promise<void> {
  return backwardAsync(this, { ...options, gradTensors: [gradient] });
}

Object.defineProperty(Tensor.prototype, 'backwardAsync', { value: method, configurable: true, writable: true });
