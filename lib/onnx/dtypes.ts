import { runtimeError } from '../errors';
import { SCALAR_TYPES } from '../export/schema/tensor-meta';

/** ONNX's numbers of element types, by torch's names. */
const TYPES: Readonly<Record<string, number>> = {
  ...{ float32: 1, uint8: 2, int8: 3, uint16: 4, int16: 5, int32: 6, int64: 7, bool: 9, float16: 10, float64: 11 },
  ...{ uint32: 12, uint64: 13, complex64: 14, complex128: 15, bfloat16: 16, float8_e4m3fn: 17, float8_e4m3fnuz: 18 },
  ...{ float8_e5m2: 19, float8_e5m2fnuz: 20 },
};

/** ONNX's number of a dtype. */
export function onnxType(name: string): number {
  const found = TYPES[name];
  if (found === undefined) throw runtimeError(`torch.onnx.export: ONNX has no element type ${name}`);
  return found;
}

/** The name of a dtype by its number in a program. */
export function dtypeName(code: number): string {
  return SCALAR_TYPES[code] ?? `number ${code}`;
}

/** Whether a dtype has fractions. */
export const isFloat = (name: string): boolean => /^b?float/.test(name);

/** The dtype in which two are compared. */
export function promoted(a: string, b: string): string {
  if (a === b) return a;
  if (isFloat(a) !== isFloat(b)) return isFloat(a) ? a : b;
  const rank = (name: string): number =>
    name === 'bool' ? 0 : Number(/\d+$/.exec(name)?.[0]) + (name.startsWith('u') ? 0 : 0.5);
  return rank(a) >= rank(b) ? a : b;
}
