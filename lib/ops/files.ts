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
  /** The dtype of the elements. @defaultValue null, which means the default dtype */
  readonly dtype?: DType | null;
  /** The memory layout, which must be strided. @defaultValue null */
  readonly layout?: Layout | null;
  /** The device, which must be the CPU. @defaultValue null */
  readonly device?: DeviceLike | null;
  /** Pinned memory, which a mapped file does not have. @defaultValue null */
  readonly pinMemory?: boolean | null;
  /** Record operations on the tensor for autograd. @defaultValue false */
  readonly requiresGrad?: boolean;
  /** Receives the result. */
  readonly out?: Tensor;
}

/** How much of the file is meant, and whether it is written. */
interface Extent {
  /** Write changes of the tensor to the file. @defaultValue null, which means false */
  readonly shared?: boolean | null;
  /** The number of elements. @defaultValue 0 */
  readonly size?: Int | null;
}

interface FileArgument {
  /** The file. */
  readonly filename: string | URL;
}

const operator = asFunction<(...args: readonly unknown[]) => Tensor>('aten::from_file');

/**
 * A tensor of the first `size` elements of a file. The file is mapped: its parts are read when they are used. With
 * `shared: true`, changes of the tensor are written to the file, which is created, or made longer, if needed.
 *
 * The file must not become shorter while the tensor lives: the first use of the missing part ends the process with the
 * signal SIGBUS, and a message says why. As in Python, this cannot be caught.
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
export function fromFile(filename: string | URL, options?: Extent & FromFileOptions): Tensor;
export function fromFile(options: FileArgument & Extent & FromFileOptions): Tensor;
export function fromFile(
  filename: string | URL,
  shared: boolean | null | undefined,
  options?: Omit<Extent, 'shared'> & FromFileOptions,
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

/** Checks that this is a regular file. With `shared: true` it need not exist. */
function mappable(given: unknown, shared: boolean): string {
  const file = pathOf('torch.fromFile', given);
  const stats = shared ? statIfThere('torch.fromFile', file) : statOf('torch.fromFile', file);
  if (stats) requireRegular('torch.fromFile', file, stats);
  return file;
}
