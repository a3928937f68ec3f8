/** The values of wire-format.ts with the library of lib/: what a test has. */
import { native } from '../../lib/native/binding';
import { DType } from '../../lib/tensor/dtype';
import * as dtypes from '../../lib/tensor/dtypes';
import { Complex } from '../../lib/tensor/complex';
import { type Tensor, handleOf, isTensor, wrap } from '../../lib/ops/tensor-methods';
import { wireOf } from './wire-format';

/** The dtype that Python calls `torch.<name>`. */
export function dtypeNamed(name: string): DType {
  const dtype = (dtypes as Readonly<Record<string, DType>>)[name.replace(/^torch\./, '')];
  if (!dtype) throw new Error(`no dtype is called ${name}`);
  return dtype;
}

/** The elements' bytes in row-major order. */
export function bytesOf(tensor: Tensor): Buffer {
  return Buffer.from(native.toBytes(handleOf(tensor)));
}

function tensorOf(bytes: Uint8Array<ArrayBuffer>, dtype: string, shape: readonly number[]): Tensor {
  return wrap(native.fromBytes(bytes.buffer, 0, bytes.length, dtypeNamed(dtype).code, shape));
}

export const { encodeWire, decodeWire } = wireOf({ DType, Complex, isTensor, bytesOf, tensorOf });
