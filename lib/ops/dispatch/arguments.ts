import { deviceInForce } from '../../tensor/default-device';
import { encode, expectation, fits } from './encode';
import type { Overload } from './overload';
import type { Parameter } from './parameter';
import { tensorHint, typeName } from '../../arguments/describe';
import { trim } from '../../arguments/read';
import { isPlainObject } from '../../arguments/plain-object';

/** A call as JavaScript wrote it. */
export interface Call {
  readonly positional: readonly unknown[];
  /** The trailing plain object, or null. */
  readonly keywords: Readonly<Record<string, unknown>> | null;
}

/** A call matched to an overload: values by parameter. */
export interface Bound {
  readonly overload: Overload;
  readonly values: readonly unknown[];
  readonly requiresGrad: boolean;
}

/** Why a call does not fit an overload. The error reports the mismatch that comes last in its overload. */
export interface Mismatch {
  readonly overload: Overload;
  readonly reason: string;
  /** How many parameters did fit. */
  readonly depth: number;
}

/** Splits the trailing plain object off, as Python does with keyword arguments. */
export function readCall(args: readonly unknown[]): Call {
  const last = args[args.length - 1];
  if (isPlainObject(last)) return { positional: args.slice(0, -1), keywords: last };
  return { positional: last === undefined ? trim(args) : args, keywords: null };
}

/**
 * The encoded arguments of a call without keywords, in the schema's order; null if they do not fit, for which {@link bind}
 * finds the reason. It makes no objects but the result: programs spend their first thousands of calls here.
 */
export function encodePositional(overload: Overload, positional: readonly unknown[]): unknown[] | null {
  const { parameters } = overload;
  const args = spreadLast(overload, positional);
  if (args.length > overload.positional.length) return null;
  // Of the length that it will have: a list that grows has room for 17.
  const encoded = new Array<unknown>(encodedLength(overload));
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i] as Parameter;
    const value = i < args.length ? args[i] : undefined;
    const isLeftOut = value === undefined;
    if (isLeftOut ? !parameter.optional || overload.out.includes(i) : !fits(parameter, value)) return null;
    encoded[i] = encode(parameter, value);
  }
  if (overload.device >= 0) placeDevice(overload, encoded);
  return encoded;
}

/** An extra argument follows where numbers may stand for tensors, since native code's shortcut for two tensors takes none. */
function encodedLength({ parameters, takesNumbers }: Overload): number {
  return parameters.length + (takesNumbers ? 1 : 0);
}

/** A factory without a device gets the default one. */
function placeDevice({ device }: Overload, encoded: unknown[]): void {
  const set = deviceInForce();
  if (set !== null) encoded[device] ??= String(set);
}

/** Matches a call to one overload. */
export function bind(overload: Overload, call: Call): Bound | Mismatch {
  const values: unknown[] = new Array<unknown>(overload.parameters.length).fill(undefined);
  const positional = spreadLast(overload, call.positional);
  if (positional.length > overload.positional.length) {
    return mismatch(overload, 0, tooMany(overload.positional.length, positional));
  }
  for (let i = 0; i < positional.length; i++) values[i] = positional[i];
  const problem = placeKeywords(overload, call, values, positional.length);
  if (problem !== null) return mismatch(overload, positional.length, problem);
  for (let i = 0; i < overload.parameters.length; i++) {
    const parameter = overload.parameters[i] as Parameter;
    const value = values[i];
    if (value === undefined) {
      if (parameter.optional && !overload.out.includes(i)) continue;
      return mismatch(overload, i, `misses argument '${parameter.name}' (${expectation(parameter)})`);
    }
    if (!fits(parameter, value)) {
      return mismatch(
        overload,
        i,
        `argument '${parameter.name}' must be ${expectation(parameter)}, got ${typeName(value)}${hintFor(parameter, value)}`,
      );
    }
  }
  return { overload, values, requiresGrad: call.keywords?.['requiresGrad'] === true };
}

function tooMany(most: number, positional: readonly unknown[]): string {
  const isNull = positional.at(-1) === null ? ': null is an argument of its own, as None in Python' : '';
  return `takes ${most} positional argument${most === 1 ? '' : 's'}, got ${positional.length}${isNull}`;
}

function hintFor(parameter: Parameter, value: unknown): string {
  return parameter.kind === 'Tensor' && !parameter.list ? tensorHint(value) : '';
}

/** Python's other names for parameters, those of NumPy among them. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  input: ['self'],
  axis: ['dim'],
  keepdims: ['keepdim'],
  x: ['self'],
  a: ['self'],
  x1: ['self'],
  x2: ['other'],
  indicesOrSections: ['sections', 'indices', 'tensorIndicesOrSections'],
};

/** Where an argument of this name goes. */
function placeOf({ keywords }: Overload, name: string): number | undefined {
  const index = keywords.get(name);
  if (index !== undefined) return index;
  const other = OTHER_NAMES[name]?.find((one) => keywords.has(one));
  return other === undefined ? undefined : keywords.get(other);
}

/** `x.view(2, 3)`: several numbers for the only positional parameter after the tensor, when that is an int list. */
function spreadLast({ variadic: index }: Overload, positional: readonly unknown[]): readonly unknown[] {
  if (index < 0 || positional.length <= index) return positional;
  for (let i = index; i < positional.length; i++) {
    const kind = typeof positional[i];
    if (kind !== 'number' && kind !== 'bigint') return positional;
  }
  return [...positional.slice(0, index), positional.slice(index)];
}

function placeKeywords(overload: Overload, call: Call, values: unknown[], taken: number): string | null {
  if (call.keywords === null) return null;
  const { keywords } = call;
  for (const name of Object.keys(keywords)) {
    const value = keywords[name];
    if (value === undefined || (name === 'requiresGrad' && overload.factory)) continue;
    if (name === 'out' && Array.isArray(value) && value.length === overload.out.length) {
      overload.out.forEach((parameter, i) => (values[parameter] = value[i] as unknown));
      continue;
    }
    const index = placeOf(overload, name);
    if (index === undefined) return `has no argument '${name}'`;
    if (index < taken || values[index] !== undefined) return `got several values for argument '${name}'`;
    values[index] = value;
  }
  return null;
}

function mismatch(overload: Overload, depth: number, reason: string): Mismatch {
  return { overload, depth, reason };
}

/** The encoded arguments, in the schema's order. */
export function encodeAll({ overload, values }: Bound): unknown[] {
  const { parameters } = overload;
  const encoded = new Array<unknown>(encodedLength(overload));
  for (let i = 0; i < parameters.length; i++) encoded[i] = encode(parameters[i] as Parameter, values[i]);
  if (overload.device >= 0) placeDevice(overload, encoded);
  return encoded;
}
