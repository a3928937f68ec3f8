import type { DType } from '../../tensor/dtype';
import { Complex } from '../../tensor/complex';
import type { Element, Flattened } from './nested';
import { type TorchError, typeError, valueError } from '../../errors';

/** Elements as bytes: `dtype` may be wider than the tensor's own, which is then converted by libtorch. */
export interface Written {
  readonly bytes: ArrayBuffer;
  readonly wide: 'bool' | 'float32' | 'float64' | 'complex64' | 'complex128' | IntegerName;
}

type IntegerName = 'uint8' | 'int8' | 'int16' | 'int32' | 'int64' | 'uint16' | 'uint32' | 'uint64';

/** Writes elements for `dtype`, with Python's checks: an integer that does not fit is a TorchValueError. */
export function write(elements: Flattened['elements'], dtype: DType): Written {
  const written = elements instanceof Float64Array ? writeNumbers(elements, dtype) : null;
  return written ?? writeElements(elements, dtype);
}

/** Numbers as a typed array has them: null where one does not fit, and for dtypes that need more than that. */
function writeNumbers(numbers: Float64Array, dtype: DType): Written | null {
  // Buffers with nothing else in them: the elements may be a part of a larger one.
  if (dtype.name === 'float64') return { bytes: numbers.slice().buffer, wide: 'float64' };
  if (dtype.kind === 'float') return { bytes: new Float32Array(numbers).buffer, wide: 'float32' };
  if (dtype.kind === 'bool') return { bytes: numbers.slice().buffer, wide: 'float64' };
  if (dtype.name === 'int64') return writeSafe(numbers);
  if (!(dtype.name in SMALL)) return null;
  const name = dtype.name as keyof typeof SMALL;
  const [Type, max] = SMALL[name];
  const least = name.startsWith('u') ? -max : -max - 1;
  for (const number of numbers) if (!(Math.trunc(number) >= least && Math.trunc(number) <= max)) return null;
  return { bytes: new Type(numbers).buffer, wide: name };
}

/** Whole numbers that are exact, which a double holds as well as an int64. */
function writeSafe(numbers: Float64Array): Written | null {
  for (const number of numbers) if (!(Math.abs(number) <= Number.MAX_SAFE_INTEGER)) return null;
  return { bytes: numbers.slice().buffer, wide: 'float64' };
}

function writeElements(elements: ArrayLike<Element> & Iterable<Element>, dtype: DType): Written {
  switch (dtype.kind) {
    case 'bool':
      return { bytes: Uint8Array.from(elements, isTrue).buffer, wide: 'bool' };
    case 'int':
    case 'uint':
      return writeIntegers(elements, dtype.name as IntegerName);
    case 'float':
      if (dtype.name === 'float64') return { bytes: Float64Array.from(elements, toReal).buffer, wide: 'float64' };
      return { bytes: Float32Array.from(elements, toReal).buffer, wide: 'float32' };
    case 'complex':
      return writeComplex(elements, dtype.name === 'complex128');
    default:
      throw typeError(`tensor(): elements of ${dtype} cannot be given as numbers; quantize a float tensor instead`);
  }
}

function isTrue(element: Element): number {
  return (element instanceof Complex ? element.re !== 0 || element.im !== 0 : Boolean(element) || Number.isNaN(element))
    ? 1
    : 0;
}

function toReal(element: Element): number {
  if (element instanceof Complex) throw typeError('tensor(): a complex number does not fit a real dtype');
  return Number(element);
}

function writeComplex(elements: Iterable<Element>, double: boolean): Written {
  const pairs = Array.from(elements).flatMap((it) => (it instanceof Complex ? [it.re, it.im] : [Number(it), 0]));
  if (double) return { bytes: Float64Array.from(pairs).buffer, wide: 'complex128' };
  return { bytes: Float32Array.from(pairs).buffer, wide: 'complex64' };
}

/** For each integer dtype its array and its largest value; a negative number wraps in unsigned ones, as in Python. */
const SMALL = {
  uint8: [Uint8Array, 0xff],
  int8: [Int8Array, 0x7f],
  int16: [Int16Array, 0x7fff],
  uint16: [Uint16Array, 0xffff],
  int32: [Int32Array, 0x7fffffff],
  uint32: [Uint32Array, 0xffffffff],
} as const;

function writeIntegers(elements: ArrayLike<Element>, name: IntegerName): Written {
  if (name === 'int64' || name === 'uint64') return { bytes: writeWide(elements, name), wide: name };
  const [Type, max] = SMALL[name];
  const least = name.startsWith('u') ? -max : -max - 1;
  const array = new Type(elements.length);
  for (let i = 0; i < elements.length; i++) {
    const value = Math.trunc(toReal(elements[i] as Element));
    if (!(value >= least && value <= max)) throw overflow(elements[i] as Element, name);
    array[i] = value;
  }
  return { bytes: array.buffer, wide: name };
}

/** Writes 64-bit integers as two halves, since BigInt costs ten times as much for each number. */
function writeWide(elements: ArrayLike<Element>, name: 'int64' | 'uint64'): ArrayBuffer {
  const halves = new Uint32Array(elements.length * 2);
  const wide = new BigUint64Array(halves.buffer);
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i] as Element;
    const value = typeof element === 'bigint' ? element : Math.trunc(toReal(element));
    if (typeof value === 'number' && Number.isSafeInteger(value) && (value >= 0 || name === 'int64')) {
      halves[2 * i] = value;
      halves[2 * i + 1] = Math.floor(value / 2 ** 32);
    } else {
      wide[i] = toInt64(value, element, name);
    }
  }
  return halves.buffer;
}

function toInt64(value: number | bigint, element: Element, name: 'int64' | 'uint64'): bigint {
  if (typeof value === 'number' && !Number.isFinite(value)) throw overflow(element, name);
  const big = BigInt(value);
  const fits = name === 'int64' ? BigInt.asIntN(64, big) === big : BigInt.asUintN(64, big) === big;
  if (!fits) throw overflow(element, name);
  return BigInt.asUintN(64, big);
}

function overflow(element: Element, name: string): TorchError {
  return valueError(`tensor(): ${String(element)} cannot be converted to ${name} without overflow`);
}
