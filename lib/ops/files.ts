import { isPlainObject } from '../arguments/plain-object';
import type { DeviceLike } from '../tensor/device';
import { asFunction } from './dispatch/operator';
import type { DType } from '../tensor/dtype';
import type { Layout } from '../tensor/layout';
import { pathOf, requireRegular, statIfThere, statOf } from '../arguments/files';
import type { Int } from '../tensor/scalar';
import type { Tensor } from '../tensor/tensor';
import { refuseSurplus } from '../arguments/read';

export interface FromFileOptions {
  readonly dtype?: DType | null;
  readonly layout?: Layout | null;
  readonly device?: DeviceLike | null;
  readonly pinMemory?: boolean | null;
  readonly requiresGrad?: boolean;
  readonly out?: Tensor;
}

interface Rest {
  readonly shared?: boolean | null;
  readonly size?: Int | null;
}

const operator = asFunction<(...args: readonly unknown[]) => Tensor>('aten::from_file');

/**
 * A tensor of the first `size` elements of a file, which is mapped: nothing is read before it is used. With
 * `shared: true` what is written to the tensor goes to the file, which is made, or made longer, where it is too short.
 *
 * The file must not become shorter while the tensor lives: the first use of what is gone ends the process with the signal
 * SIGBUS and a message that says why. No error can be caught, in Python neither.
 *
 * @returns a tensor of shape `[size]`
 * @throws TorchError with code `ERR_TORCH_FILE` for a folder, a device, a FIFO.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.from_file.html
 * @example
 * ```ts
 * import fs from 'node:fs';
 * fs.writeFileSync('numbers.bin', Float32Array.of(1, 2, 3));
 * torch.fromFile('numbers.bin', { size: 3 }).tolist(); // [1, 2, 3]
 * ```
 */
export function fromFile(filename: string | URL, options?: Rest & FromFileOptions): Tensor;
export function fromFile(options: { readonly filename: string | URL } & Rest & FromFileOptions): Tensor;
export function fromFile(
  filename: string | URL,
  shared: boolean | null | undefined,
  options?: Omit<Rest, 'shared'> & FromFileOptions,
): Tensor;
export function fromFile(
  filename: string | URL,
  shared: boolean | null | undefined,
  size: Int | null | undefined,
  options?: FromFileOptions,
): Tensor;
export function fromFile(...args: readonly unknown[]): Tensor {
  refuseSurplus('torch.fromFile', 4, args.slice(4));
  const [first, ...rest] = args;
  const options = args.find((arg) => isPlainObject(arg)) as { filename?: unknown; shared?: unknown } | undefined;
  if (args.length === 1 && options) {
    return operator({ ...options, filename: mappable(options.filename, options.shared === true) });
  }
  return operator(mappable(first, rest[0] === true || options?.shared === true), ...rest);
}

/** A regular file; `shared: true` makes one that is not there. */
function mappable(given: unknown, shared: boolean): string {
  const file = pathOf('torch.fromFile', given);
  const stats = shared ? statIfThere('torch.fromFile', file) : statOf('torch.fromFile', file);
  if (stats) requireRegular('torch.fromFile', file, stats);
  return file;
}
