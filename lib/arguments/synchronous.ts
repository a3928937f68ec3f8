import { typeError } from '../errors';

/**
 * A mode or a scope lasts for one synchronous function. An asynchronous one would do its work after the mode has ended.
 */

const LATER: Readonly<Record<string, string>> = {
  '[object AsyncFunction]': 'an async function',
  '[object GeneratorFunction]': 'a generator function',
  '[object AsyncGeneratorFunction]': 'an async generator function',
};

/** Throws for anything but a function, and for functions whose bodies run after the call. */
export function requireSynchronous(label: string, body: unknown, advice: string): void {
  if (typeof body !== 'function') throw typeError(`${label}: expected a function`);
  const kind = LATER[Object.prototype.toString.call(body)];
  if (kind !== undefined) throw typeError(`${label} is synchronous, and ${kind} does its work later. ${advice}`);
}

/**
 * Whether `body` is a generator function: a call runs none of it, since its work happens when the result is iterated.
 */
export function isGenerator(body: object): boolean {
  return Object.prototype.toString.call(body).endsWith('GeneratorFunction]');
}

/** Throws for a promise, and handles its rejection, which nobody else would. */
export function refusePromise(label: string, result: unknown, advice: string): void {
  if (!isThenable(result)) return;
  Promise.resolve(result).catch(() => undefined);
  throw typeError(`${label} is synchronous: its function returned a promise. ${advice}`);
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
