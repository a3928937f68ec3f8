import { DType } from '../../tensor/dtype';
import { isDeviceLike } from '../../tensor/device';
import { Complex } from '../../tensor/complex';
import { Layout, MemoryFormat } from '../../tensor/layout';
import { native } from '../../native/binding';
import { type Tensor, handleOf, isTensor } from '../../tensor/tensor';
import type { Scalar } from '../../tensor/scalar';
import { Generator } from '../../tensor/generator';
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

/** Whether `value` is a number of any kind, as an operator's Scalar takes it. */
export function isScalar(value: unknown): value is Scalar {
  return isNumber(value) || typeof value === 'bigint' || typeof value === 'boolean' || value instanceof Complex;
}

function instanceCodec<T>(Class: new (...args: never[]) => T, expects: string, encode: (value: T) => unknown): Codec {
  return { fits: (value) => value instanceof Class, encode: (value) => encode(value as T), expects };
}

/** Like Python, takes a tensor without dimensions and without gradient instead of a number. */
function isNumberTensor(value: unknown): value is Tensor {
  return isTensor(value) && value.ndim === 0 && !value.requiresGrad;
}

function isIntegerTensor(value: unknown): boolean {
  return isNumberTensor(value) && (value.dtype.kind === 'int' || value.dtype.kind === 'uint');
}

const encodeNumber = (value: unknown): unknown => (isTensor(value) ? native.item(handleOf(value)) : value);
/** A number as native code takes it. */
export const encodeScalar = (value: unknown): unknown =>
  value instanceof Complex ? [value.re, value.im] : encodeNumber(value);

/** Where a schema says `Any`: a tensor is [handle], a list [[items]], everything else itself. */
function isAny(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isAny);
  return value === null || typeof value === 'string' || isScalar(value) || isTensor(value);
}

function encodeAny(value: unknown): unknown {
  if (isTensor(value)) return [handleOf(value)];
  return Array.isArray(value) ? [value.map(encodeAny)] : value;
}

export const CODECS: Readonly<Record<ParameterKind, Codec>> = {
  Tensor: { fits: isTensor, encode: (value) => handleOf(value as Tensor), expects: 'Tensor' },
  int: { fits: (value) => isInteger(value) || isIntegerTensor(value), encode: encodeNumber, expects: 'integer' },
  float: {
    fits: (value) => isNumber(value) || typeof value === 'bigint' || isNumberTensor(value),
    encode: encodeNumber,
    expects: 'number',
  },
  bool: { fits: (value) => typeof value === 'boolean', encode: identity, expects: 'boolean' },
  str: { fits: (value) => typeof value === 'string', encode: identity, expects: 'string' },
  Scalar: { fits: (value) => isScalar(value) || isNumberTensor(value), encode: encodeScalar, expects: 'number' },
  Device: {
    fits: isDeviceLike,
    encode: String,
    expects: 'device',
  },
  Generator: instanceCodec(Generator, 'Generator', (value) => Generator.boxOf(value)),
  ScalarType: instanceCodec(DType, 'dtype', (value) => value.code),
  Layout: instanceCodec(Layout, 'layout', (value) => value.code),
  MemoryFormat: instanceCodec(MemoryFormat, 'memory format', (value) => value.code),
  Any: { fits: isAny, encode: encodeAny, expects: 'Tensor, number, boolean, string, null or a list of these' },
  unsupported: { fits: () => false, encode: identity, expects: 'nothing that JavaScript has' },
};

/** Whether `value` may be passed for `parameter`. */
export function fits(parameter: Parameter, value: unknown): boolean {
  if (value === null) return parameter.nullable || parameter.kind === 'Any';
  const { fits: one } = CODECS[parameter.kind];
  if (!parameter.list) return one(value) || (parameter.numbers && isScalar(value));
  if (!Array.isArray(value)) return parameter.size > 0 && parameter.kind !== 'Tensor' && one(value);
  return areFitting(value, one, parameter.nullableElements);
}

/** Apart from {@link fits}, which would make a closure's surroundings for each call otherwise. */
function areFitting(list: readonly unknown[], one: Codec['fits'], nullable: boolean): boolean {
  return list.every((item) => (item === null ? nullable : one(item)));
}

/** A value that {@link fits}, as native code takes it. A number in place of a tensor is an array of itself. */
export function encode(parameter: Parameter, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (parameter.numbers && isScalar(value)) return [encodeScalar(value)];
  const { encode: one } = CODECS[parameter.kind];
  if (!parameter.list || !Array.isArray(value)) return one(value);
  return encodeEach(value, one);
}

function encodeEach(list: readonly unknown[], one: Codec['encode']): unknown[] {
  return list.map((item) => (item === null ? null : one(item)));
}

/** What `parameter` takes, for messages: `Tensor`, `integer[]`, `number or null`. */
export function expectation(parameter: Parameter): string {
  const { expects } = CODECS[parameter.kind];
  const also = parameter.numbers ? ' or number' : '';
  return `${expects}${also}${parameter.list ? '[]' : ''}${parameter.nullable ? ' or null' : ''}`;
}
