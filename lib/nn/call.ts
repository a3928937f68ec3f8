/**
 * The one place where each `forward` is called. It runs hooks, reads arguments, and adds to errors where in the model
 * they happened.
 */
import { explain } from './explain';
import { readInputs, signatureOf } from './forward-arguments';
import { type ModuleHooks, HookedCall, runsAround } from './module-hooks';
import type { Module } from './module';
import { callRecorded, isRecorded } from './recorded';

const METHODS = ['forward', 'forwardAsync'] as const;
type Method = (typeof METHODS)[number];
type Forward = (this: Module, ...inputs: unknown[]) => unknown;
type Read = (module: Module, inputs: unknown[]) => unknown[];

const wrapped = new WeakSet<object>();
/** The methods of classes by those that stand in their places. */
const originals = new WeakMap<object, object>();

/** A class's own `forward`, in whose place another one stands that runs hooks. @internal */
export function originalOf(method: object): object {
  return originals.get(method) ?? method;
}

/**
 * Wraps each `forward` and `forwardAsync` on the classes of a module; once for a class. A call then runs the module's
 * hooks, reads its arguments as the class has declared them, and adds to an error where in the model it happened.
 */
export function wrapForward(module: Module): void {
  for (
    let prototype = Object.getPrototypeOf(module) as object;
    prototype !== Object.prototype && !wrapped.has(prototype);
    prototype = Object.getPrototypeOf(prototype) as object
  ) {
    wrapped.add(prototype);
    for (const method of METHODS) wrapMethod(prototype, method);
  }
}

function wrapMethod(prototype: object, method: Method): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, method);
  if (typeof descriptor?.value !== 'function') return;
  const forward = descriptor.value as Forward;
  const read = readerOf(prototype, method);
  const [reporting, hooked] =
    method === 'forward' ? [now(forward, read), callHooked] : [later(forward, read), startHooked];
  const value: Forward = function (...inputs) {
    const hooks = hooksAround(this, method, value);
    return hooks ? hooked(this, hooks, reporting, inputs) : reporting.apply(this, inputs);
  };
  originals.set(value, forward);
  Object.defineProperty(value, 'length', { value: forward.length });
  Object.defineProperty(prototype, method, { ...descriptor, value });
}

/** Hooks run once for a call: around the class's own method, but not around methods that it calls by `super`. */
function hooksAround(module: Module, method: Method, called: Forward): ModuleHooks | null {
  const hooks = module.state?.hooks;
  return hooks && runsAround(hooks) && (module as Partial<Record<Method, unknown>>)[method] === called ? hooks : null;
}

function callHooked(module: Module, hooks: ModuleHooks, forward: Forward, given: unknown[]): unknown {
  const call = new HookedCall(module, hooks);
  const inputs = call.before(given);
  return call.after(inputs, forward.apply(module, inputs));
}

/** Hooks run on this thread, before the forward starts and after it has ended. */
async function startHooked(module: Module, hooks: ModuleHooks, forward: Forward, given: unknown[]): Promise<unknown> {
  const call = new HookedCall(module, hooks);
  const inputs = call.before(given);
  return call.after(inputs, await forward.apply(module, inputs));
}

/** Converts the arguments of a call to those of the class's own method. */
function readerOf(prototype: object, method: Method): Read {
  const signature = signatureOf(prototype);
  if (!signature) return (_module, inputs) => inputs;
  return (module, inputs) => readInputs(module, method, signature, inputs);
}

function now(forward: Forward, read: Read): Forward {
  return function (...inputs) {
    try {
      if (isRecorded()) return callRecorded(this, () => forward.apply(this, read(this, inputs)));
      return forward.apply(this, read(this, inputs));
    } catch (error) {
      explain(error, this, inputs);
      throw error;
    }
  };
}

function later(forward: Forward, read: Read): Forward {
  return async function (...inputs) {
    try {
      return await forward.apply(this, read(this, inputs));
    } catch (error) {
      explain(error, this, inputs);
      throw error;
    }
  };
}
