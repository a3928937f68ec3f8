import { TorchError } from '../errors';
import { isTensor } from '../tensor-methods';
import type { Module } from './module';
import { wholeNumberHint } from './failures';
import { readInputs, signatureOf } from './forward-arguments';
import { ownParameters, walkModules } from './walk';

/**
 * An error that leaves a module's forward says where in the model it happened. Each enclosing forward that the error
 * passes knows one more step of the path.
 */

interface Origin {
  readonly module: Module;
  readonly message: string;
  readonly inputs: readonly unknown[];
}

const origins = new WeakMap<Error, Origin>();
const guarded = new WeakSet<object>();

type Forward = (this: Module, ...inputs: unknown[]) => unknown;

/** Makes each `forward` on the class's prototypes read its arguments and report; once for a class. */
export function guardForward(module: Module): void {
  for (
    let prototype = Object.getPrototypeOf(module) as Module;
    prototype !== Object.prototype && !guarded.has(prototype);
    prototype = Object.getPrototypeOf(prototype) as Module
  ) {
    guarded.add(prototype);
    wrapMethod(prototype, 'forward', reporting);
    wrapMethod(prototype, 'forwardAsync', reportingLater);
  }
}

function wrapMethod(prototype: object, name: string, wrap: (forward: Forward, read: Read) => Forward): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  if (typeof descriptor?.value !== 'function') return;
  const value = wrap(descriptor.value as Forward, readerOf(prototype, name));
  Object.defineProperty(prototype, name, { ...descriptor, value });
}

type Read = (module: Module, inputs: unknown[]) => unknown[];

/** What makes the arguments of a class's own method of what it is given. */
function readerOf(prototype: object, method: string): Read {
  const signature = signatureOf(prototype);
  if (!signature) return (_module, inputs) => inputs;
  return (module, inputs) => readInputs(module, method, signature, inputs);
}

function reportingLater(forward: Forward, read: Read): Forward {
  return async function (...inputs) {
    try {
      return await forward.apply(this, read(this, inputs));
    } catch (error) {
      explain(error, this, inputs);
      throw error;
    }
  };
}

function reporting(forward: Forward, read: Read): Forward {
  const wrapper: Forward = function (...inputs) {
    try {
      return forward.apply(this, read(this, inputs));
    } catch (error) {
      explain(error, this, inputs);
      throw error;
    }
  };
  Object.defineProperty(wrapper, 'length', { value: forward.length });
  return wrapper;
}

function explain(error: unknown, module: Module, inputs: readonly unknown[]): void {
  if (!(error instanceof TorchError || error instanceof TypeError)) return;
  let origin = origins.get(error);
  if (!origin) {
    const explained = error.message + wholeNumberHint(error.message, inputs);
    origins.set(error, (origin = { module, message: explained, inputs }));
  }
  const { message } = error;
  error.message = `${origin.message}\n  in ${place(module, origin)}`;
  error.stack = error.stack?.replace(message, () => error.message);
}

/** `encoder.layers.3.selfAttn (Linear): weight [5, 4], bias [5]; given [2, 3]` */
function place(outer: Module, { module, inputs }: Origin): string {
  const path = pathWithin(outer, module);
  const parameters = ownParameters(module).map(({ property, value }) =>
    value.isDisposed ? `${property} (disposed)` : `${property} [${value.shape.join(', ')}]`,
  );
  const given = inputs.filter(isTensor).map((input) => (input.isDisposed ? 'disposed' : `[${input.shape.join(', ')}]`));
  const name = path ? `${path} (${module.constructor.name})` : module.constructor.name;
  return `${name}${parameters.length ? `: ${parameters.join(', ')}` : ''}${given.length ? `; given ${given.join(', ')}` : ''}`;
}

function pathWithin(outer: Module, inner: Module): string {
  for (const [path, module] of walkModules(outer, {}, 'property')) if (module === inner) return path;
  return '';
}
