/**
 * The one place where each `forward` is called. It runs hooks, reads arguments, and adds to errors where in the model
 * they happened.
 */
import { explain } from './explain';
import { type Signature, readInputs, signatureOf } from './forward-arguments';
import { type ModuleHooks, HookedCall, runsAround } from './module-hooks';
import type { Module } from './module';
import { callRecorded, isRecorded } from './recorded';

const METHODS = ['forward', 'forwardAsync'] as const;
type Method = (typeof METHODS)[number];
type Forward = (this: Module, ...inputs: unknown[]) => unknown;

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
  const run = method === 'forward' ? now : later;
  const hooked = method === 'forward' ? callHooked : startHooked;
  const own: Own = { forward, method, signature: signatureOf(prototype) };
  const value: Forward = function (...inputs) {
    const hooks = hooksAround(this, method, value);
    return hooks ? hooked(this, hooks, own, inputs) : run(this, own, inputs);
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

/** A class's own method, and what it takes where the class has declared it. */
interface Own {
  readonly forward: Forward;
  readonly method: Method;
  readonly signature: Signature | undefined;
}

function callHooked(module: Module, hooks: ModuleHooks, own: Own, given: unknown[]): unknown {
  const call = new HookedCall(module, hooks);
  const inputs = call.before(given);
  return call.after(inputs, now(module, own, inputs));
}

/** Hooks run on this thread, before the forward starts and after it has ended. */
async function startHooked(module: Module, hooks: ModuleHooks, own: Own, given: unknown[]): Promise<unknown> {
  const call = new HookedCall(module, hooks);
  const inputs = call.before(given);
  return call.after(inputs, await later(module, own, inputs));
}

/** It makes no closure: programs spend their first thousands of calls here. */
function now(module: Module, own: Own, inputs: unknown[]): unknown {
  try {
    return isRecorded() ? record(module, own, inputs) : call(module, own, inputs);
  } catch (error) {
    explain(error, module, inputs);
    throw error;
  }
}

async function later(module: Module, own: Own, inputs: unknown[]): Promise<unknown> {
  try {
    return await call(module, own, inputs);
  } catch (error) {
    explain(error, module, inputs);
    throw error;
  }
}

function record(module: Module, own: Own, inputs: unknown[]): unknown {
  return callRecorded(module, () => call(module, own, inputs));
}

/** Calls the class's own method with the arguments that it has declared. */
function call(module: Module, { forward, method, signature }: Own, inputs: unknown[]): unknown {
  return forward.apply(module, signature ? readInputs(module, method, signature, inputs) : inputs);
}
