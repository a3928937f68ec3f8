import { typeError } from '../errors';

/** What a mode or a scope lasts for is one synchronous function: the others would do their work after it has ended. */

const LATER: Readonly<Record<string, string>> = {
  '[object AsyncFunction]': 'an async function',
  '[object GeneratorFunction]': 'a generator function',
  '[object AsyncGeneratorFunction]': 'an async generator function',
};

/** Fails on what is no function, and on functions whose bodies run when the call is over. */
export function requireSynchronous(label: string, body: unknown, advice: string): void {
  if (typeof body !== 'function') throw typeError(`${label}: expected a function`);
  const kind = LATER[Object.prototype.toString.call(body)];
  if (kind !== undefined) throw typeError(`${label} is synchronous, and ${kind} does its work later. ${advice}`);
}

/** Whether a call of `body` runs nothing of it: its work is done by whoever iterates over the result. */
export function isGenerator(body: object): boolean {
  return Object.prototype.toString.call(body).endsWith('GeneratorFunction]');
}

/** Fails on a promise, whose rejection is then nobody else's concern. */
export function refusePromise(label: string, result: unknown, advice: string): void {
  if (!isThenable(result)) return;
  Promise.resolve(result).catch(() => undefined);
  throw typeError(`${label} is synchronous: its function returned a promise. ${advice}`);
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
