import type { NativeScriptType } from '../native/contract/jit';
import { entriesOf, isMap, isPlainObject } from '../arguments/plain-object';
import { encodeScalar, isScalar } from '../ops/dispatch/encode';
import { handleOf, isTensor } from '../ops/tensor-methods';
import { Complex } from '../tensor/complex';
import { isDeviceLike } from '../tensor/device';
import { DType } from '../tensor/dtype';
import { Layout, MemoryFormat } from '../tensor/layout';
import { encodeTagged, isTaggable } from './values';

/** Which JavaScript values fit a type of TorchScript, and how native code takes them. */

interface Codec {
  readonly fits: (value: unknown, of: readonly NativeScriptType[]) => boolean;
  readonly encode: (value: unknown, of: readonly NativeScriptType[]) => unknown;
}

const identity = (value: unknown): unknown => value;
const isInteger = (value: unknown): boolean => Number.isInteger(value) || typeof value === 'bigint';
const isCode = (value: unknown): value is DType | Layout | MemoryFormat =>
  value instanceof DType || value instanceof Layout || value instanceof MemoryFormat;
const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';
const isNothing = (value: unknown): boolean => value === null || value === undefined;
const part = (of: readonly NativeScriptType[], index = 0): NativeScriptType => of[index] as NativeScriptType;
const isDict = (value: unknown): value is object => isMap(value) || isPlainObject(value);

const complexOf = (value: unknown): unknown => (value instanceof Complex ? [value.re, value.im] : [Number(value), 0]);

const CODECS: Readonly<Record<NativeScriptType['kind'], Codec>> = {
  Tensor: { fits: isTensor, encode: (value) => handleOf(value as Parameters<typeof handleOf>[0]) },
  // Dtypes, layouts and memory formats are integers in a schema of TorchScript.
  int: { fits: (v) => isInteger(v) || isCode(v), encode: (v) => (isCode(v) ? v.code : v) },
  float: { fits: isNumber, encode: Number },
  bool: { fits: (v) => typeof v === 'boolean', encode: identity },
  str: { fits: (v) => typeof v === 'string', encode: identity },
  complex: { fits: (v) => isNumber(v) || v instanceof Complex, encode: complexOf },
  number: { fits: isScalar, encode: encodeScalar },
  device: { fits: isDeviceLike, encode: String },
  None: { fits: isNothing, encode: () => null },
  Any: { fits: (v) => isTaggable(v), encode: (v) => encodeTagged(v) },
  Optional: {
    fits: (v, of) => isNothing(v) || fits(part(of), v),
    encode: (v, of) => (isNothing(v) ? null : encode(part(of), v)),
  },
  Union: {
    fits: (v, of) => of.some((type) => fits(type, v)),
    encode: (v, of) => {
      const index = of.findIndex((type) => fits(type, v));
      return [index, encode(part(of, index), v)];
    },
  },
  List: {
    fits: (v, of) => Array.isArray(v) && v.every((item) => fits(part(of), item)),
    encode: (v, of) => (v as unknown[]).map((item) => encode(part(of), item)),
  },
  Tuple: {
    fits: (v, of) => Array.isArray(v) && v.length === of.length && of.every((type, i) => fits(type, v[i])),
    encode: (v, of) => of.map((type, i) => encode(type, (v as unknown[])[i])),
  },
  Dict: {
    fits: (v, of) => isDict(v) && entriesOf(v).every(([key, item]) => fits(part(of), key) && fits(part(of, 1), item)),
    encode: (v, of) => {
      const entries = entriesOf(v as object);
      return [entries.map(([key]) => encode(part(of), key)), entries.map(([, item]) => encode(part(of, 1), item))];
    },
  },
  Future: { fits: () => false, encode: identity },
  other: { fits: () => false, encode: identity },
};

/** Whether a value may stand where a type is asked for. */
export function fits(type: NativeScriptType, value: unknown): boolean {
  return CODECS[type.kind].fits(value, type.of);
}

/** A value that {@link fits}, as native code reads it. */
export function encode(type: NativeScriptType, value: unknown): unknown {
  return CODECS[type.kind].encode(value, type.of);
}

/** Whether a plain object in this place may be the value itself. */
export function takesObjects(type: NativeScriptType): boolean {
  return type.kind === 'Dict' || type.kind === 'Any' || (hasParts(type) && type.of.some(takesObjects));
}

function hasParts({ kind }: NativeScriptType): boolean {
  return kind === 'Optional' || kind === 'Union';
}
