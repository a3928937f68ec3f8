/**
 * Values between a test and Python, exactly: JSON, and for what JSON lacks an object with one key: `$tensor`, `$int`
 * (beyond 2^53), `$float` (nan, inf, -0.0), `$complex` (two floats), `$bytes`. test/support/driver.py has the other end.
 */
import { native } from '../../lib/native/binding';
import { DType } from '../../lib/tensor/dtype';
import * as dtypes from '../../lib/tensor/dtypes';
import { Complex } from '../../lib/tensor/complex';
import { type Tensor, handleOf, isTensor, wrap } from '../../lib/ops/tensor-methods';

interface WireTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: string;
  readonly requiresGrad?: boolean;
}

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

function encodeTensor(tensor: Tensor): WireTensor {
  const data = bytesOf(tensor).toString('base64');
  return { dtype: tensor.dtype.name, shape: tensor.shape, data, requiresGrad: tensor.requiresGrad };
}

function decodeTensor({ dtype, shape, data, requiresGrad }: WireTensor): Tensor {
  const bytes = Uint8Array.from(Buffer.from(data, 'base64'));
  const tensor = wrap(native.fromBytes(bytes.buffer, 0, bytes.length, dtypeNamed(dtype).code, shape));
  return requiresGrad ? tensor.requiresGrad_() : tensor;
}

function encodeNumber(value: number): unknown {
  if (Number.isNaN(value)) return { $float: 'nan' };
  if (!Number.isFinite(value)) return { $float: value > 0 ? 'inf' : '-inf' };
  return Object.is(value, -0) ? { $float: '-0.0' } : value;
}

function encodeObject(value: object): unknown {
  if (isTensor(value)) return { $tensor: encodeTensor(value) };
  if (value instanceof DType) return value.name;
  if (value instanceof Complex) return { $complex: [encodeNumber(value.re), encodeNumber(value.im)] };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(encodeWire);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodeWire(item)]));
}

/** A value as plain JSON. A number with a whole value arrives in Python as int: send `$float` where that matters. */
export function encodeWire(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'bigint') return { $int: String(value) };
  return typeof value === 'object' && value !== null ? encodeObject(value) : value;
}

function decodeFloat(text: string): number {
  return { nan: NaN, inf: Infinity, '-inf': -Infinity }[text] ?? Number(text);
}

const DECODERS: Readonly<Record<string, (inner: never) => unknown>> = {
  $tensor: decodeTensor,
  $int: (text: string) => BigInt(text),
  $float: decodeFloat,
  $complex: (pair: unknown[]) => new Complex(decodeWire(pair[0]) as number, decodeWire(pair[1]) as number),
  $bytes: (text: string) => Uint8Array.from(Buffer.from(text, 'base64')),
};

/** The inverse of {@link encodeWire}: tensors are tensors again. */
export function decodeWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeWire);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const decoder = entries.length === 1 ? DECODERS[entries[0]![0]] : undefined;
  if (decoder) return decoder(entries[0]![1] as never);
  return Object.fromEntries(entries.map(([key, item]) => [key, decodeWire(item)]));
}
