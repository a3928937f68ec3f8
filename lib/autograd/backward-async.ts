import { native } from '../binding';
import { bool, nullable, optional, value } from '../arguments/fields';
import { readOptions } from '../arguments/read';
import { JOB_FIELDS, type JobOptions, runJob } from '../jobs';
import { type BackwardOptions, Tensor, isTensor } from '../tensor';
import { type BackwardArguments, type TensorOrTensors, encodeBackward } from './backward';

const list = (what: string) => value<TensorOrTensors>(what, (v) => isTensor(v) || Array.isArray(v));

const FIELDS = {
  retainGraph: optional(bool()),
  createGraph: bool(false),
  inputs: optional(list('a Tensor or an array of Tensors')),
  ...JOB_FIELDS,
};
const LISTS = { gradTensors: nullable(list('a Tensor or an array of Tensors and nulls')) };
const METHOD = { gradient: nullable(value<Tensor>('a Tensor', isTensor)) };

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
  const { signal, ...given } = readOptions('torch.autograd.backwardAsync', { ...FIELDS, ...LISTS }, options);
  signal?.throwIfAborted();
  const encoded = encodeBackward('torch.autograd.backwardAsync', tensors, given);
  let started = false;
  try {
    await runJob(
      (settle) => {
        const job = native.backwardAsync(...encoded, settle);
        started = true;
        return job;
      },
      () => undefined,
      { signal },
    );
  } finally {
    if (started) native.backwardSettled();
  }
}

declare module '../tensor' {
  interface Tensor {
    /** {@link Tensor.backward} off the JavaScript thread; see {@link autograd.backwardAsync}. */
    backwardAsync(options?: (BackwardOptions & JobOptions) | Tensor): Promise<void>;
  }
}

async function method(this: Tensor, options: (BackwardOptions & JobOptions) | Tensor = {}): Promise<void> {
  const given = isTensor(options) ? { gradient: options } : options;
  const { gradient, ...rest } = readOptions('Tensor.backwardAsync', { ...FIELDS, ...METHOD }, given);
  return backwardAsync(this, { ...rest, gradTensors: [gradient] });
}

Object.defineProperty(Tensor.prototype, 'backwardAsync', { value: method, configurable: true, writable: true });
