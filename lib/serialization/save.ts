import { native } from '../binding';
import { Device } from '../device';
import { DType } from '../dtype';
import { type JobOptions, runJob } from '../jobs';
import { handleOf, isTensor } from '../tensor';
import { kindOfTensor } from './hooks';
import type { NativeSaver } from './native';
import { checkOptions, pathOf } from './options';
import { Pickler, type PicklerHost } from './pickler';
import { TorchConstant } from './values';

/**
 * Writes a value to a file that Python's `torch.load(weights_only=True)` takes: tensors, plain objects, arrays, Maps,
 * Sets, strings, numbers, bigints, booleans, null, Uint8Arrays, dtypes and devices, in any nesting.
 *
 * The file appears whole or not at all: it is written under a temporary name, synced and renamed. Tensors that share
 * their storage are written once and share it again after loading.
 *
 * @throws TypeError for a value that has no place in a checkpoint, with the path to it.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.save.html
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * const optimizer = new optim.Adam(model.parameters());
 * torch.save({ model: model.stateDict(), optimizer: optimizer.stateDict(), epoch: 3 }, 'checkpoint.pt');
 * ```
 */
export function save(value: unknown, path: string | URL): void {
  const target = pathOf('torch.save', path);
  const { saver, pickle } = prepare(value);
  native.saverWrite(saver, target, pickle);
}

/**
 * {@link save}, off the thread. What is written is decided before this returns, but the tensors' elements are read
 * while it runs: change none of them in place before the promise settles. A `signal` takes a save back that has not begun.
 */
export async function saveAsync(value: unknown, path: string | URL, options?: JobOptions): Promise<void> {
  checkOptions('torch.saveAsync', options, ['signal']);
  const target = pathOf('torch.saveAsync', path);
  const { saver, pickle } = prepare(value);
  await runJob(
    (settle) => native.saverWriteAsync(saver, target, pickle, settle),
    () => undefined,
    options,
  );
}

/** The bytes that {@link save} would write. */
export function saveToBuffer(value: unknown): Buffer {
  const { saver, pickle } = prepare(value);
  return Buffer.from(native.saverWriteBuffer(saver, pickle));
}

function prepare(value: unknown): { readonly saver: NativeSaver; readonly pickle: Buffer } {
  const saver = native.saverCreate();
  return { saver, pickle: new Pickler(hostOf(saver)).dump(value) };
}

function hostOf(saver: NativeSaver): PicklerHost {
  return {
    describeTensor: (value) => {
      if (!isTensor(value)) return null;
      return { tensor: native.saverAdd(saver, handleOf(value)), kind: kindOfTensor(value) };
    },
    describeConstant: (value) => {
      if (value instanceof DType) return new TorchConstant('dtype', value.name);
      return value instanceof Device ? new TorchConstant('device', value.toString()) : null;
    },
  };
}
