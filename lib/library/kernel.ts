/** JavaScript functions as kernels of the dispatcher. */
import { show } from '../arguments/describe';
import { camelCase } from '../arguments/names';
import { typeError } from '../errors';
import { native } from '../native/binding';
import type { OverloadSchema, SchemaArgument } from '../native/contract';
import type { NativeCall } from '../native/contract/graph';
import { decodeCall, encodeResults } from '../autograd/graph/dispatch-mode';
import { isThenable } from '../arguments/synchronous';
import { type OperatorNamespace, type RawOperator, ops } from '../ops/raw';
import { Complex } from '../tensor/complex';
import { Device } from '../tensor/device';
import { DType, dtypeOf } from '../tensor/dtype';
import { isTensor } from '../tensor/tensor';

/**
 * A kernel: it gets the arguments of the operator by position, in the order of the schema, keyword arguments among them, and
 * returns the result, or an array of several.
 */
export type Kernel = (...args: never[]) => unknown;

/** One overload of an operator by its names. */
export class Target {
  constructor(
    /** With the namespace: `mine::add`. */
    readonly name: string,
    readonly overload: string,
  ) {}

  get namespace(): string {
    return this.name.slice(0, this.name.indexOf('::'));
  }
  get operator(): string {
    return this.name.slice(this.name.indexOf('::') + 2);
  }
  /** As the dispatcher writes it: `add.Tensor`. */
  get local(): string {
    return this.overload ? `${this.operator}.${this.overload}` : this.operator;
  }
  get schema(): OverloadSchema {
    const found = native.operatorSchemas(this.name).find(({ overload }) => overload === this.overload);
    if (!found) throw typeError(`there is no operator ${this.namespace}::${this.local}`);
    return found;
  }
  /** The operator as users call it. */
  get callable(): RawOperator {
    return (ops[this.namespace] as OperatorNamespace)[this.operator]?.[this.overload || 'default'] as RawOperator;
  }
  /** Calls it with all its arguments by position. */
  call(args: readonly unknown[]): unknown {
    const { arguments: list } = this.schema;
    const positional = args.filter((_, i) => !list[i]?.keyword);
    const named = list.flatMap(({ name, keyword }, i) => (keyword ? [[camelCase(name), args[i]] as const] : []));
    const given = named.filter(([, value]) => value !== undefined);
    return this.callable(...positional, ...(given.length ? [Object.fromEntries(given)] : []));
  }
}

/** An argument as users know it: libtorch has numbers for dtypes. */
function toUser(value: unknown, { type }: SchemaArgument): unknown {
  if (value === null || value === undefined) return null;
  if (type.startsWith('ScalarType')) return dtypeOf(value as number);
  if (type.startsWith('Device')) return new Device(value as string);
  if (/^(Scalar|complex)\??$/.test(type) && Array.isArray(value))
    return new Complex(value[0] as number, value[1] as number);
  return value;
}

function toNative(value: unknown): unknown {
  if (value instanceof DType) return value.code;
  if (value instanceof Device) return value.toString();
  return value instanceof Complex ? [value.re, value.im] : value;
}

/** A result. A number must not pass for a tensor: it would be read as the handle of another one. */
function checked(name: string, value: unknown, i: number, { type }: SchemaArgument): unknown {
  const fits = (item: unknown): boolean => isTensor(item) || item === null || item === undefined;
  const list = /^Tensor\??\[/.test(type);
  if (list ? Array.isArray(value) && value.every(fits) : !type.startsWith('Tensor') || fits(value)) {
    return toNative(value);
  }
  throw typeError(
    `result ${i} of the kernel of ${name} should be ${list ? 'an array of Tensors' : 'a Tensor'}, got ${show(value)}`,
  );
}

/** A kernel as native code calls it. @internal */
export function nativeKernel(target: Target, kernel: Kernel): (call: NativeCall) => readonly unknown[] {
  const { arguments: list, returns } = target.schema;
  return (call) => {
    const args = decodeCall(call).map((value, i) => toUser(value, list[i] as SchemaArgument));
    const result: unknown = Reflect.apply(kernel, undefined, args);
    if (isThenable(result)) throw typeError(`the kernel of ${target.name} returned a promise: kernels are synchronous`);
    if (returns.length === 0) return [];
    const results: readonly unknown[] = returns.length === 1 ? [result] : (result as readonly unknown[]);
    if (!Array.isArray(results) || results.length !== returns.length) {
      throw typeError(`the kernel of ${target.name} must return an array of ${returns.length} results`);
    }
    return encodeResults(results.map((value, i) => checked(target.name, value, i, returns[i] as SchemaArgument)));
  };
}
