import { native } from '../../native/binding';
import type { Handle, NativeOperator } from '../../native/contract';
import { type Tensor, handleIn, handleOf, wrap, wrapOrNull } from '../../tensor/tensor';
import { type Bound, type Mismatch, bind, encodeAll, encodePositional, readCall } from './arguments';
import { type Overload, frontOf, overloadsOf } from './overload';
import { camelCase, closest } from '../../arguments/names';
import { typeError } from '../../errors';

/** A call of one or two tensors that goes to native code at once; null where the rules have to be asked. */
type Shortcut = NativeOperator | null;

/**
 * One operator with all its overloads, resolved at its first call.
 *
 * The shortcuts serve calls of one or two tensors, which are most calls of a training step; they must stay free of
 * allocations, since the kernels of small tensors take half a microsecond.
 */
export class Operator {
  /** Those that calls without `out` take, in order. */
  #front: readonly Overload[] | undefined;
  #overloads: readonly Overload[] | undefined;
  #ofOne: Shortcut | undefined;
  #ofTwo: Shortcut | undefined;

  constructor(
    /** With its namespace, as `aten::add`. */
    readonly name: string,
    /** For messages: `add`. */
    readonly label: string,
    /** All overloads, where they are not those of {@link overloadsOf}. */
    private readonly list: ((name: string) => readonly Overload[]) | null = null,
  ) {}

  /** All overloads, in the order in which they are tried. */
  get overloads(): readonly Overload[] {
    return this.#overloads ?? this.#resolveAll();
  }

  #resolveAll(): readonly Overload[] {
    const overloads = (this.list ?? overloadsOf)(this.name);
    if (overloads.length === 0) throw typeError(`this libtorch has no operator ${this.name}`);
    return (this.#overloads = overloads);
  }

  #resolveFront(): readonly Overload[] {
    const front = (this.list === null ? frontOf(this.name) : null) ?? this.overloads;
    return (this.#front = front);
  }

  #shortcut(tensors: number): Shortcut {
    const overload = (this.#front ?? this.#resolveFront()).find((one) => one.takesTensors(tensors));
    return overload?.result === 'tensor' ? overload.native : null;
  }

  /** A call with one argument. */
  call1(a: unknown): unknown {
    const x = handleIn(a);
    if (x !== 0) {
      const compute = this.#ofOne === undefined ? (this.#ofOne = this.#shortcut(1)) : this.#ofOne;
      if (compute !== null) return wrap(compute(x) as Handle);
    }
    return this.call([a]);
  }

  /** A call with two arguments. */
  call2(a: unknown, b: unknown): unknown {
    const x = handleIn(a);
    const y = handleIn(b);
    if (x !== 0 && y !== 0) {
      const compute = this.#ofTwo === undefined ? (this.#ofTwo = this.#shortcut(2)) : this.#ofTwo;
      if (compute !== null) return wrap(compute(x, y) as Handle);
    }
    return this.call([a, b]);
  }

  /** Any call: Python's rules for positional and keyword arguments. */
  call(args: readonly unknown[]): unknown {
    const call = readCall(args);
    const front = this.#front ?? this.#resolveFront();
    for (let i = 0; call.keywords === null && i < front.length; i++) {
      const overload = front[i] as Overload;
      const encoded = encodePositional(overload, call.positional);
      if (encoded === null) continue;
      const result = overload.native(...encoded);
      return overload.result === 'tensor' ? wrap(result as Handle) : decode(overload, result, call.positional);
    }
    for (let i = 0; call.keywords !== null && i < front.length; i++) {
      const bound = bind(front[i] as Overload, call);
      if ('values' in bound) return invoke(bound);
    }
    const mismatches: Mismatch[] = [];
    for (const overload of this.overloads) {
      const bound = bind(overload, call);
      if ('values' in bound) return invoke(bound);
      mismatches.push(bound);
    }
    throw this.#explain(mismatches, Object.keys(call.keywords ?? {}));
  }

  #explain(mismatches: readonly Mismatch[], keywords: readonly string[]): TypeError {
    const best = mismatches.reduce((a, b) => (b.depth > a.depth ? b : a));
    const known = new Set(this.overloads.flatMap((overload) => [...overload.keywords.keys(), 'requiresGrad']));
    const slips = keywords.filter((name) => !known.has(name));
    const hints = slips.map((name) => {
      const right = closest(name, known);
      return right ? `unknown argument '${name}': did you mean '${right}'?` : `unknown argument '${name}'`;
    });
    const reason = hints.length ? hints.join('; ') : `${this.label}() ${best.reason}`;
    const schemas = this.overloads.map((overload) => `  ${overload.schema.schema}`);
    const prefix = hints.length ? `${this.label}(): ` : '';
    return typeError(`${prefix}${reason}\nIts overloads are\n${schemas.join('\n')}`);
  }
}

function invoke(bound: Bound): unknown {
  const { overload, values } = bound;
  const result = overload.native(...encodeAll(bound));
  if (overload.result === 'tensor') return finish(wrap(result as Handle), bound);
  return decode(overload, result, values);
}

function finish(tensor: Tensor, bound: Bound): Tensor {
  if (bound.requiresGrad) native.setRequiresGrad(handleOf(tensor), true);
  return tensor;
}

/** Arguments that an operator writes to are returned as the same objects. */
function decode(overload: Overload, result: unknown, values: readonly unknown[]): unknown {
  switch (overload.result) {
    case 'nothing':
      return undefined;
    case 'argument':
      release(result);
      return values[overload.returned];
    default:
      if (overload.out.length > 1) {
        release(result);
        return overload.out.map((index) => values[index]);
      }
      if (overload.results.length === 1) return decodeOne(overload.results[0], result);
      return (result as unknown[]).map((item, i) => decodeOne(overload.results[i], item));
  }
}

/** Releases the handles of results whose tensors have wrappers already. */
function release(result: unknown): void {
  if (typeof result === 'number') native.release(result);
  else if (Array.isArray(result)) result.forEach(release);
}

function decodeOne(kind: 'tensor' | 'list' | 'value' | undefined, item: unknown): unknown {
  if (kind === 'tensor') return wrapOrNull(item as Handle | null);
  if (kind === 'list') return (item as (Handle | null)[]).map(wrapOrNull);
  return item;
}

const operators = new Map<string, Operator>();

/** The operator of a name, as `aten::add`; one object for each name. */
export function operatorOf(name: string, label = camelCase(name.replace(/^aten::/, ''))): Operator {
  let operator = operators.get(name);
  if (!operator) operators.set(name, (operator = new Operator(name, label)));
  return operator;
}

/** A free function that calls an operator. */
export function asFunction<F>(name: string): F {
  return asCallable(operatorOf(name));
}

/** A function that calls `operator` with its arguments. */
export function asCallable<F>(operator: Operator): F {
  const call = function (...args: unknown[]): unknown {
    switch (args.length) {
      case 1:
        return operator.call1(args[0]);
      case 2:
        return operator.call2(args[0], args[1]);
      default:
        return operator.call(args);
    }
  };
  return call as F;
}

/** A method of Tensor that calls an operator with `this` as its first argument. */
export function asMethod(name: string): (this: Tensor, ...args: unknown[]) => unknown {
  const operator = operatorOf(name);
  return function (this: Tensor, a?: unknown, ...rest: unknown[]): unknown {
    if (rest.length > 0) return operator.call(joined(this, a, rest));
    return a === undefined ? operator.call1(this) : operator.call2(this, a);
  };
}

/** `[first, second, ...rest]`, for which V8 makes an object for each element until it has compiled the function. */
function joined(first: unknown, second: unknown, rest: readonly unknown[]): unknown[] {
  const all = new Array<unknown>(rest.length + 2);
  all[0] = first;
  all[1] = second;
  for (let i = 0; i < rest.length; i++) all[i + 2] = rest[i];
  return all;
}
