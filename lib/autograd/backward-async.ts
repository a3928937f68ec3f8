import { native } from '../native/binding';
import { type JobOptions, runJob } from '../native/jobs';
import { keyword, nullable, optional, signal } from '../arguments/fields';
import { tensors as tensorsField } from '../tensor/arguments';
import { readArguments } from '../arguments/read';
import { Tensor } from '../tensor/tensor';
import { type BackwardOptions, BACKWARD as METHOD } from './backward-members';
import { BACKWARD, type BackwardArguments, type TensorOrTensors, encodeBackward } from './backward';

/**
 * {@link backward} off the JavaScript thread, so that the event loop stays free. Hooks and custom functions still run
 * on this thread, between other work. Do not change the tensors of the graph or their `grad` before it settles.
 *
 * @example
 * const x = torch.ones([1000, 1000], { requiresGrad: true });
 * await torch.autograd.backwardAsync(x.mm(x).sum());
 * x.grad?.shape; // [1000, 1000]
 */
export async function backwardAsync(
  tensors: TensorOrTensors,
  options?: Omit<BackwardArguments, 'inputs'> & {
    /** Accumulate into these leaves only. @defaultValue null, which means all leaves */
    readonly inputs?: TensorOrTensors | null;
  } & JobOptions,
): Promise<void>;
export async function backwardAsync(...args: readonly unknown[]): Promise<void> {
  const { tensors, signal: abort, ...options } = readArguments('backwardAsync', FUNCTION, args);
  return run(tensors, options, abort ?? undefined);
}

/** Edges of the graph are for `backward` only. */
const FUNCTION = {
  ...BACKWARD,
  tensors: tensorsField(),
  inputs: optional(nullable(tensorsField())),
  signal: keyword(signal()),
};

async function run(
  tensors: Tensor | Iterable<Tensor>,
  options: Parameters<typeof encodeBackward>[2],
  abort: AbortSignal | undefined,
): Promise<void> {
  abort?.throwIfAborted();
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
      { signal: abort },
    );
  } finally {
    if (started) native.backwardSettled();
  }
}

declare module '../tensor/tensor' {
  interface Tensor {
    /** {@link Tensor.backward} off the JavaScript thread; see `autograd.backwardAsync`. */
    backwardAsync(options?: BackwardOptions & JobOptions): Promise<void>;
  }
}

const METHOD_FIELDS = { ...METHOD, signal: keyword(signal()) };

async function method(this: Tensor, ...args: readonly unknown[]): Promise<void> {
  const { gradient, signal: abort, ...options } = readArguments('backwardAsync', METHOD_FIELDS, args);
  return run(this, { ...options, gradTensors: [gradient] }, abort ?? undefined);
}

Object.defineProperty(Tensor.prototype, 'backwardAsync', { value: method, configurable: true, writable: true });
