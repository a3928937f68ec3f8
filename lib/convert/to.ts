import { native } from '../binding';
import { DType } from '../dtype';
import { Device, type DeviceLike } from '../device';
import { MemoryFormat } from '../enums';
import type { Handle, NativeOperator } from '../native';
import { type Tensor, handleOf, isTensor, wrap } from '../tensor';
import { typeError } from '../errors';

export interface ToOptions {
  readonly dtype?: DType | null;
  readonly device?: DeviceLike | null;
  /** Copy even if nothing changes. */
  readonly copy?: boolean;
  /** Return before a copy from pinned memory to a GPU has ended. */
  readonly nonBlocking?: boolean;
  readonly memoryFormat?: MemoryFormat | null;
}

let operator: NativeOperator | undefined;

/** `tensor` with another dtype, device or memory format; the same object if nothing changes. */
export function convert<T extends Tensor>(tensor: T, options: ToOptions): T | Tensor {
  const { dtype, device, copy = false, nonBlocking = false, memoryFormat } = options;
  if (device == null && memoryFormat == null && !copy && (dtype == null || dtype === tensor.dtype)) return tensor;
  operator ??= native.bindOperator('aten::to', 'dtype_layout');
  const where = device == null ? null : String(device);
  const self = handleOf(tensor);
  const handle = operator(self, dtype?.code, null, where, null, nonBlocking, copy, memoryFormat?.code) as Handle;
  if (!native.isSame(handle, self)) return wrap(handle);
  native.release(handle);
  return tensor;
}

const KEYS: Readonly<Record<keyof ToOptions, (value: unknown) => boolean>> = {
  dtype: (value) => value instanceof DType,
  device: (value) => typeof value === 'string' || value instanceof Device,
  copy: (value) => typeof value === 'boolean',
  nonBlocking: (value) => typeof value === 'boolean',
  memoryFormat: (value) => value instanceof MemoryFormat,
};

/** Python's `to(dtype)`, `to(device, dtype)`, `to(other)`, each with options after it. */
export function readTo(args: readonly unknown[]): ToOptions {
  const options: Record<string, unknown> = {};
  for (const [i, arg] of args.entries()) {
    if (arg === undefined) continue;
    if (isTensor(arg) && i === 0) Object.assign(options, { dtype: arg.dtype, device: arg.device });
    else if (arg instanceof DType) options['dtype'] = arg;
    else if (typeof arg === 'string' || arg instanceof Device) options['device'] = arg;
    else if (typeof arg === 'object' && arg !== null && i === args.length - 1) Object.assign(options, arg);
    else throw typeError('to(): expected a dtype, a device, a tensor or options');
  }
  for (const [key, value] of Object.entries(options)) {
    const check = Object.hasOwn(KEYS, key) ? KEYS[key as keyof ToOptions] : undefined;
    if (!check) throw typeError(`to(): unknown option '${key}'; it takes ${Object.keys(KEYS).join(', ')}`);
    if (value != null && !check(value)) throw typeError(`to(): option '${key}' has a wrong type`);
  }
  return options;
}
