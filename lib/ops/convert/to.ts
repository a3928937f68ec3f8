import { type Field, bool, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { FACTORY, tensor } from '../../tensor/arguments';
import { native } from '../../native/binding';
import { DType } from '../../tensor/dtype';
import type { DeviceLike } from '../../tensor/device';
import { MemoryFormat } from '../../tensor/layout';
import type { Handle, NativeOperator } from '../../native/contract';
import { type Tensor, handleOf, isTensor, wrap } from '../../tensor/tensor';
import { typeError } from '../../errors';

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

const BEHAVIOR = { nonBlocking: bool(false), copy: bool(false), memoryFormat: nullable(memoryFormat()) };
const TO = { ...FACTORY, ...BEHAVIOR };
/** Each of Python's forms by what comes first. */
const TO_DTYPE = { dtype: FACTORY.dtype, ...BEHAVIOR };
const TO_OTHER = { other: tensor(), ...BEHAVIOR };

function memoryFormat(): Field<MemoryFormat> {
  return value<MemoryFormat>('a memory format', (given) => given instanceof MemoryFormat);
}

/** Python's `to(dtype)`, `to(device, dtype)`, `to(other)`, each with `nonBlocking`, `copy` and options after it. */
export function readTo(args: readonly unknown[]): ToOptions {
  const [first] = args;
  if (first instanceof DType) return readArguments('to', TO_DTYPE, args);
  if (isTensor(first)) {
    const { other, ...options } = readArguments('to', TO_OTHER, args);
    return { dtype: other.dtype, device: other.device, ...options };
  }
  if (args.length === 0) throw typeError('to() needs a dtype, a device, a tensor or options');
  return readArguments('to', TO, args);
}
