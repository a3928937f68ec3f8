import { refuseSurplus, takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { scalarType } from '../native/codes';
import { typeError } from '../errors';

/** Which kind of number a dtype holds; it decides promotion, printing and the typed array. */
export type DTypeKind = 'bool' | 'int' | 'uint' | 'float' | 'complex' | 'quantized' | 'bits';

/**
 * The type of a tensor's elements, as `torch.float32`.
 *
 * @see https://docs.pytorch.org/docs/2.13/tensor_attributes.html#torch.dtype
 * @example
 * torch.zeros([2], { dtype: torch.int64 }).dtype === torch.int64; // true
 */
export class DType {
  constructor(
    readonly name: string,
    /** libtorch's ScalarType. */
    readonly code: number,
    readonly kind: DTypeKind,
    /** Bytes of one element. */
    readonly itemsize: number,
    ...surplus: []
  ) {
    refuseSurplus('DType', 4, surplus);
    Object.freeze(this);
  }

  get isFloatingPoint(): boolean {
    return this.kind === 'float';
  }

  get isComplex(): boolean {
    return this.kind === 'complex';
  }

  get isSigned(): boolean {
    return this.kind !== 'uint' && this.kind !== 'bool' && this.kind !== 'bits';
  }

  /** `torch.float32`, as Python writes it. */
  toString(): string {
    return `torch.${this.name}`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

const byCode = new Map<number, DType>();

function define(name: keyof typeof scalarType, kind: DTypeKind, itemsize: number): DType {
  const dtype = new DType(name, scalarType[name], kind, itemsize);
  byCode.set(dtype.code, dtype);
  return dtype;
}

export const uint8 = define('uint8', 'uint', 1);
export const int8 = define('int8', 'int', 1);
export const int16 = define('int16', 'int', 2);
export const int32 = define('int32', 'int', 4);
export const int64 = define('int64', 'int', 8);
export const float16 = define('float16', 'float', 2);
export const float32 = define('float32', 'float', 4);
export const float64 = define('float64', 'float', 8);
export const complex32 = define('complex32', 'complex', 4);
export const complex64 = define('complex64', 'complex', 8);
export const complex128 = define('complex128', 'complex', 16);
export const bool = define('bool', 'bool', 1);
export const qint8 = define('qint8', 'quantized', 1);
export const quint8 = define('quint8', 'quantized', 1);
export const qint32 = define('qint32', 'quantized', 4);
export const bfloat16 = define('bfloat16', 'float', 2);
export const quint4x2 = define('quint4x2', 'quantized', 1);
export const quint2x4 = define('quint2x4', 'quantized', 1);
export const bits1x8 = define('bits1x8', 'bits', 1);
export const bits2x4 = define('bits2x4', 'bits', 1);
export const bits4x2 = define('bits4x2', 'bits', 1);
export const bits8 = define('bits8', 'bits', 1);
export const bits16 = define('bits16', 'bits', 2);
export const float8_e5m2 = define('float8_e5m2', 'float', 1);
export const float8_e4m3fn = define('float8_e4m3fn', 'float', 1);
export const float8_e5m2fnuz = define('float8_e5m2fnuz', 'float', 1);
export const float8_e4m3fnuz = define('float8_e4m3fnuz', 'float', 1);
export const uint16 = define('uint16', 'uint', 2);
export const uint32 = define('uint32', 'uint', 4);
export const uint64 = define('uint64', 'uint', 8);
export const float8_e8m0fnu = define('float8_e8m0fnu', 'float', 1);
export const float4_e2m1fn_x2 = define('float4_e2m1fn_x2', 'float', 1);

// Python's other names.
export { uint8 as byte, int8 as char, int16 as short, int32 as int, int64 as long };
export { float16 as half, float32 as float, float64 as double };
export { complex32 as chalf, complex64 as cfloat, complex128 as cdouble };

/** The dtype of a ScalarType code. */
export function dtypeOf(code: number): DType {
  const dtype = byCode.get(code);
  if (!dtype) throw typeError(`libtorch-node does not know the dtype with code ${code}`);
  return dtype;
}

/**
 * The dtype of floating point literals: `torch.float32` until `torch.setDefaultDtype` changes it.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.get_default_dtype.html
 */
export function getDefaultDtype(...args: []): DType {
  takesNothing('getDefaultDtype', args);
  return dtypeOf(native.getDefaultDtype());
}
