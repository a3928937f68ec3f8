/**
 * Values between a test and Python, exactly: JSON, and for what JSON lacks an object with one key: `$tensor`, `$int`
 * (beyond 2^53), `$float` (nan, inf, -0.0), `$complex` (two floats), `$bytes`. test/support/driver.py has the other end.
 *
 * The library comes from outside: a test has that of lib/, a process that it starts has that of dist/.
 */
import type { Complex } from '../../lib/tensor/complex';
import type { DType } from '../../lib/tensor/dtype';
import type { Tensor } from '../../lib/tensor/tensor';

interface WireTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: string;
  readonly requiresGrad?: boolean;
}

/** What of a library values are made with. */
export interface WireLibrary {
  readonly DType: abstract new (...args: never) => DType;
  readonly Complex: new (re: number, im: number) => Complex;
  isTensor(value: unknown): value is Tensor;
  /** The elements' bytes in row-major order. */
  bytesOf(tensor: Tensor): Buffer;
  /** A tensor of a copy of these bytes. */
  tensorOf(bytes: Uint8Array<ArrayBuffer>, dtype: string, shape: readonly number[]): Tensor;
}

export interface Wire {
  /** A value as plain JSON. A number with a whole value arrives in Python as int: send `$float` where that matters. */
  encodeWire(value: unknown): unknown;
  /** The inverse of {@link Wire.encodeWire}: tensors are tensors again. */
  decodeWire(value: unknown): unknown;
}

function encodeNumber(value: number): unknown {
  if (Number.isNaN(value)) return { $float: 'nan' };
  if (!Number.isFinite(value)) return { $float: value > 0 ? 'inf' : '-inf' };
  return Object.is(value, -0) ? { $float: '-0.0' } : value;
}

function decodeFloat(text: string): number {
  return { nan: NaN, inf: Infinity, '-inf': -Infinity }[text] ?? Number(text);
}

export function wireOf({ DType, Complex, isTensor, bytesOf, tensorOf }: WireLibrary): Wire {
  function encodeTensor(tensor: Tensor): WireTensor {
    const data = bytesOf(tensor).toString('base64');
    return { dtype: tensor.dtype.name, shape: tensor.shape, data, requiresGrad: tensor.requiresGrad };
  }

  function decodeTensor({ dtype, shape, data, requiresGrad }: WireTensor): Tensor {
    const tensor = tensorOf(Uint8Array.from(Buffer.from(data, 'base64')), dtype.replace(/^torch\./, ''), shape);
    return requiresGrad ? tensor.requiresGrad_() : tensor;
  }

  function encodeObject(value: object): unknown {
    if (isTensor(value)) return { $tensor: encodeTensor(value) };
    if (value instanceof DType) return value.name;
    if (value instanceof Complex) return { $complex: [encodeNumber(value.re), encodeNumber(value.im)] };
    if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
    if (Array.isArray(value)) return value.map(encodeWire);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encodeWire(item)]));
  }

  function encodeWire(value: unknown): unknown {
    if (value === undefined) return null;
    if (typeof value === 'number') return encodeNumber(value);
    if (typeof value === 'bigint') return { $int: String(value) };
    return typeof value === 'object' && value !== null ? encodeObject(value) : value;
  }

  const decoders: Readonly<Record<string, (inner: never) => unknown>> = {
    $tensor: decodeTensor,
    $int: (text: string) => BigInt(text),
    $float: decodeFloat,
    $complex: (pair: unknown[]) => new Complex(decodeWire(pair[0]) as number, decodeWire(pair[1]) as number),
    $bytes: (text: string) => Uint8Array.from(Buffer.from(text, 'base64')),
  };

  function decodeWire(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(decodeWire);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const decoder = entries.length === 1 ? decoders[entries[0]![0]] : undefined;
    if (decoder) return decoder(entries[0]![1] as never);
    return Object.fromEntries(entries.map(([key, item]) => [key, decodeWire(item)]));
  }

  return { encodeWire, decodeWire };
}
