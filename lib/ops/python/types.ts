/** What Python's torch says of dtypes and of values. */
import { inspect } from 'node:util';
import { value } from '../../arguments/fields';
import { readArguments, refuseSurplus } from '../../arguments/read';
import { FACTORY, tensor } from '../../tensor/arguments';
import { asFunction } from '../dispatch/operator';
import { generalText } from '../print/numbers';
import { type DType, dtypeOf } from '../../tensor/dtype';
import * as dtypes from '../../tensor/dtype';
import type { Scalar } from '../../tensor/scalar';
import { type Tensor, isTensor as isTensorValue } from '../../tensor/tensor';
import { typeError } from '../../errors';

const ops = {
  promote: asFunction<(a: DType, b: DType) => number>('aten::promote_types'),
  result: asFunction<(a: Tensor | Scalar, b: Tensor | Scalar) => number>('aten::result_type'),
};

/** The dtype to which two dtypes promote. @see https://docs.pytorch.org/docs/2.13/generated/torch.promote_types.html */
export function promoteTypes(type1: DType, type2: DType, ...surplus: []): DType {
  refuseSurplus('promoteTypes', 2, surplus);
  return dtypeOf(ops.promote(type1, type2));
}

/** The dtype of arithmetic between two values. @see https://docs.pytorch.org/docs/2.13/generated/torch.result_type.html */
export function resultType(a: Tensor | Scalar, b: Tensor | Scalar, ...surplus: []): DType {
  refuseSurplus('resultType', 2, surplus);
  return dtypeOf(ops.result(a, b));
}

/** Whether `value` is a tensor. @see https://docs.pytorch.org/docs/2.13/generated/torch.is_tensor.html */
export function isTensor(value: unknown): value is Tensor {
  return isTensorValue(value);
}

/** The number of elements. @see https://docs.pytorch.org/docs/2.13/generated/torch.numel.html */
export function numel(input: Tensor | { readonly input: Tensor }): number;
export function numel(...args: readonly unknown[]): number {
  return readArguments('numel', { input: tensor() }, args).input.numel();
}

/** The number of a tensor's GPU; -1 on the CPU. @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.get_device.html */
export function getDevice(input: Tensor | { readonly input: Tensor }): number;
export function getDevice(...args: readonly unknown[]): number {
  const { device } = readArguments('getDevice', { input: tensor() }, args).input;
  return device.index ?? -1;
}

/** What a floating point dtype can hold. */
export interface FloatInfo {
  /** The number of bits. */
  readonly bits: number;
  /** The difference between 1 and the next larger number. */
  readonly eps: number;
  /** The greatest number. */
  readonly max: number;
  /** The least number. */
  readonly min: number;
  /** The smallest positive normal number. */
  readonly tiny: number;
  /** The same as `tiny`. */
  readonly smallestNormal: number;
  /** The approximate decimal resolution. */
  readonly resolution: number;
  /** The name of the dtype. */
  readonly dtype: string;
}

/** [bits of the significand without its hidden one, largest exponent, smallest exponent, largest, decimal digits] */
const FORMATS: Readonly<Record<string, readonly [number, number, number]>> = {
  float64: [52, 1023, -1022],
  float32: [23, 127, -126],
  float16: [10, 15, -14],
  bfloat16: [7, 127, -126],
  float8_e5m2: [2, 15, -14],
  float8_e4m3fn: [3, 8, -6],
  float8_e5m2fnuz: [2, 15, -15],
  float8_e4m3fnuz: [3, 7, -7],
  float8_e8m0fnu: [0, 127, -127],
};

/** The figures of a dtype, which print as in Python. */
function printed<T extends object>(info: T, name: string, shown: Readonly<Record<string, string>>): T {
  const text = `${name}(${Object.entries(shown)
    .map(([key, figure]) => `${key}=${figure}`)
    .join(', ')})`;
  const value = (): string => text;
  return Object.defineProperties(info, { toString: { value }, [inspect.custom]: { value } });
}

/** e4m3fn has no infinity, and its largest significand is NaN. */
function largest(name: string, mantissa: number, exponent: number): number {
  const missing = name === 'float8_e4m3fn' ? 2 : 1;
  return (2 - missing * 2 ** -mantissa) * 2 ** exponent;
}

const REAL: Readonly<Record<string, DType>> = {
  complex32: dtypes.float16,
  complex64: dtypes.float32,
  complex128: dtypes.float64,
};

/**
 * The limits of a floating point dtype, of the default dtype if none is given.
 *
 * @see https://docs.pytorch.org/docs/2.13/type_info.html#torch.finfo
 * @example
 * torch.finfo(torch.float32).eps; // 1.1920928955078125e-7
 */
export function finfo(
  type?:
    | DType
    | null
    | {
        /** The dtype. @defaultValue null, which means the default dtype */
        readonly type?: DType | null;
      },
): FloatInfo;
export function finfo(...args: readonly unknown[]): FloatInfo {
  const dtype = readArguments('finfo', { type: FACTORY.dtype }, args).type ?? dtypes.getDefaultDtype();
  const real = REAL[dtype.name] ?? dtype;
  const format = FORMATS[real.name];
  if (!format) throw typeError(`finfo() requires a floating point dtype, got ${dtype}; see iinfo()`);
  const [mantissa, high, low] = format;
  const max = largest(real.name, mantissa, high);
  const tiny = 2 ** low;
  const resolution = 10 ** -Math.floor(mantissa * Math.log10(2));
  const eps = 2 ** -mantissa;
  // One format has no sign.
  const min = real.name === 'float8_e8m0fnu' ? tiny : -max;
  const info = { bits: real.itemsize * 8, eps, max, min, tiny, smallestNormal: tiny, resolution, dtype: real.name };
  const [least, most, small] = [min, max, tiny].map(generalText) as [string, string, string];
  const shown = { resolution: generalText(resolution), min: least, max: most, eps: generalText(eps) };
  return printed(info, 'finfo', { ...shown, smallest_normal: small, tiny: small, dtype: real.name });
}

/** What an integer dtype can hold; 64 bits as bigint. */
export interface IntegerInfo {
  /** The number of bits. */
  readonly bits: number;
  /** The greatest integer; a bigint for 64 bits. */
  readonly max: number | bigint;
  /** The least integer; a bigint for 64 bits. */
  readonly min: number | bigint;
  /** The name of the dtype. */
  readonly dtype: string;
}

const IINFO = { type: value<DType>('a dtype', (given) => given instanceof dtypes.DType) };

/** The limits of an integer dtype. @see https://docs.pytorch.org/docs/2.13/type_info.html#torch.iinfo */
export function iinfo(type: DType | { readonly type: DType }): IntegerInfo;
export function iinfo(...args: readonly unknown[]): IntegerInfo {
  const { type: dtype } = readArguments('iinfo', IINFO, args);
  if (dtype.kind !== 'int' && dtype.kind !== 'uint') throw typeError(`iinfo() requires an integer dtype, got ${dtype}`);
  const bits = dtype.itemsize * 8;
  const signed = dtype.kind === 'int';
  const max = 2n ** BigInt(signed ? bits - 1 : bits) - 1n;
  const min = signed ? -max - 1n : 0n;
  const wide = bits === 64;
  const info = { bits, max: wide ? max : Number(max), min: wide ? min : Number(min), dtype: dtype.name };
  const [least, most] = [min, max].map((bound) => generalText(Number(bound))) as [string, string];
  return printed(info, 'iinfo', { min: least, max: most, dtype: dtype.name });
}
