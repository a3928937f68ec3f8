import { typeError } from '../errors';

/** What a mode or a scope lasts for is one synchronous function: the others would do their work after it has ended. */

const LATER: Readonly<Record<string, string>> = {
  '[object AsyncFunction]': 'an async function',
  '[object GeneratorFunction]': 'a generator function',
  '[object AsyncGeneratorFunction]': 'an async generator function',
};

const GENERATORS = new Set(['[object Generator]', '[object AsyncGenerator]']);

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

/** Fails on a promise, whose rejection is then nobody else's concern, and on a generator, of which nothing has run. */
export function refuseLater(label: string, result: unknown, advice: string): void {
  if (isThenable(result)) Promise.resolve(result).catch(() => undefined);
  else if (!isGeneratorObject(result)) return;
  const what = isThenable(result) ? 'a promise' : 'a generator, which does its work later';
  throw typeError(`${label} is synchronous: its function returned ${what}. ${advice}`);
}

/** What a generator function returns, whatever function passes it on. */
export function isGeneratorObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && GENERATORS.has(Object.prototype.toString.call(value));
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
