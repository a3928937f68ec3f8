import { DType } from '../dtype';
import { Device } from '../device';
import { Complex, Layout, MemoryFormat } from '../enums';
import { handleOf, isTensor } from '../tensor';
import { Generator } from '../random';
import type { Parameter, ParameterKind } from './parameter';

/** For each kind of parameter: which values fit, and how native code takes them. */
interface Codec {
  readonly fits: (value: unknown) => boolean;
  readonly encode: (value: unknown) => unknown;
  /** For messages. */
  readonly expects: string;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isInteger = (value: unknown): boolean =>
  (isNumber(value) && Number.isInteger(value)) || typeof value === 'bigint';
const identity = (value: unknown): unknown => value;

function isScalar(value: unknown): boolean {
  return isNumber(value) || typeof value === 'bigint' || typeof value === 'boolean' || value instanceof Complex;
}

function instanceCodec<T>(Class: new (...args: never[]) => T, expects: string, encode: (value: T) => unknown): Codec {
  return { fits: (value) => value instanceof Class, encode: (value) => encode(value as T), expects };
}

export const CODECS: Readonly<Record<ParameterKind, Codec>> = {
  Tensor: { fits: isTensor, encode: (value) => handleOf(value as never), expects: 'Tensor' },
  int: { fits: isInteger, encode: identity, expects: 'integer' },
  float: { fits: (value) => isNumber(value) || typeof value === 'bigint', encode: identity, expects: 'number' },
  bool: { fits: (value) => typeof value === 'boolean', encode: identity, expects: 'boolean' },
  str: { fits: (value) => typeof value === 'string', encode: identity, expects: 'string' },
  Scalar: {
    fits: isScalar,
    encode: (value) => (value instanceof Complex ? [value.re, value.im] : value),
    expects: 'number',
  },
  Device: {
    fits: (value) => typeof value === 'string' || value instanceof Device,
    encode: String,
    expects: 'device',
  },
  Generator: instanceCodec(Generator, 'Generator', (value) => Generator.boxOf(value)),
  ScalarType: instanceCodec(DType, 'dtype', (value) => value.code),
  Layout: instanceCodec(Layout, 'layout', (value) => value.code),
  MemoryFormat: instanceCodec(MemoryFormat, 'memory format', (value) => value.code),
  unsupported: { fits: () => false, encode: identity, expects: 'nothing that JavaScript has' },
};

/** Whether `value` may be passed for `parameter`. */
export function fits(parameter: Parameter, value: unknown): boolean {
  if (value === null) return parameter.nullable;
  const { fits: one } = CODECS[parameter.kind];
  if (!parameter.list) return one(value);
  if (!Array.isArray(value)) return parameter.size > 0 && parameter.kind !== 'Tensor' && one(value);
  return value.every((item) => (item === null ? parameter.nullableElements : one(item)));
}

/** A value that {@link fits}, as native code takes it. */
export function encode(parameter: Parameter, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const { encode: one } = CODECS[parameter.kind];
  if (!parameter.list || !Array.isArray(value)) return one(value);
  return value.map((item) => (item === null ? null : one(item)));
}

/** What `parameter` takes, for messages: `Tensor`, `integer[]`, `number or null`. */
export function expectation(parameter: Parameter): string {
  const { expects } = CODECS[parameter.kind];
  return `${expects}${parameter.list ? '[]' : ''}${parameter.nullable ? ' or null' : ''}`;
}
