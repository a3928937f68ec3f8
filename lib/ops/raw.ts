import { native } from '../native/binding';
import { Operator, asCallable } from './dispatch/operator';
import { allOverloadsOf } from './dispatch/overload';

/** An operator under its own name. `schemas` says what it takes and returns. */
export interface RawOperator {
  (...args: unknown[]): unknown;
  /** What each overload takes and returns, as libtorch writes it. */
  readonly schemas: readonly string[];
}

/** An operator with its overloads, the unnamed one as `default`. */
export type OperatorPacket = RawOperator & Readonly<Record<string, RawOperator>>;

export type OperatorNamespace = Readonly<Record<string, OperatorPacket>>;

export type Operators = OperatorsOfLibtorch & Readonly<Record<string, OperatorNamespace>>;

export interface OperatorsOfLibtorch {
  /** Loads a shared library whose operators register themselves with the dispatcher. */
  loadLibrary(path: string): void;
  readonly aten: OperatorNamespace;
}

function callable(name: string, accepts: (overload: string) => boolean, label: string): RawOperator {
  const list = () => allOverloadsOf(name).filter(({ schema }) => accepts(schema.overload));
  const operator = new Operator(name, label, list);
  const call = asCallable<RawOperator>(operator);
  const text = `${name.slice(0, name.indexOf('::'))}.${label}`;
  Object.defineProperty(call, 'toString', { value: () => text });
  Object.defineProperty(call, 'schemas', { get: () => operator.overloads.map(({ schema }) => schema.schema) });
  return call;
}

/** What stands behind each namespace: operators that have been read once. */
const namespaces = new Map<string, object>();

/** Lets an operator be looked up anew: it has been defined or taken back since. @internal */
export function forgetOperator(name: string): void {
  const [namespace, operator] = name.split('::') as [string, string];
  const space = namespaces.get(namespace);
  if (space) Reflect.deleteProperty(space, operator);
}

/** An object whose properties are made when they are first read. */
function lazily<T extends object>(target: T, make: (name: string) => unknown): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key !== 'string' || Reflect.has(object, key)) return Reflect.get(object, key, receiver);
      const value = make(key);
      if (value !== undefined) Object.defineProperty(object, key, { value, enumerable: true, configurable: true });
      return value;
    },
  });
}

function packet(name: string): unknown {
  const overloads = native.operatorSchemas(name).map(({ overload }) => overload);
  if (overloads.length === 0) return undefined;
  const label = name.slice(name.indexOf('::') + 2);
  return lazily(
    callable(name, () => true, label),
    (key) => {
      const wanted = key === 'default' ? '' : key;
      return overloads.includes(wanted) ? callable(name, (it) => it === wanted, `${label}.${key}`) : undefined;
    },
  );
}

function namespace(name: string): OperatorNamespace {
  const space = Object.create(null) as OperatorNamespace;
  namespaces.set(name, space);
  return lazily(space, (operator) => packet(`${name}::${operator}`));
}

/**
 * Every operator of the dispatcher under its own name, including private ones and those of loaded libraries. Keyword
 * arguments are in camelCase.
 *
 * @see https://docs.pytorch.org/docs/2.13/library.html
 * @example
 * torch.ops.aten.add!.Tensor!(x, x);
 * torch.ops.aten._softmax!(x, -1, false);
 */
export const ops: Operators = lazily({ loadLibrary: native.loadLibrary } as Operators, namespace);
