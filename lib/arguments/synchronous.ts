import { typeError } from '../errors';

/**
 * A mode or a scope lasts for one synchronous function. An asynchronous one would do its work after the mode has ended.
 */

/**
 * What a synchronous function may return: anything but a promise. A function that passes another on names it, too:
 * `function timed<R>(body: () => Synchronous<R>): R { return torch.noGrad(body); }`.
 */
export type Synchronous<R> = R extends PromiseLike<unknown> ? 'an async function does its work later' : R;

const LATER: Readonly<Record<string, string>> = {
  '[object AsyncFunction]': 'an async function',
  '[object GeneratorFunction]': 'a generator function',
  '[object AsyncGeneratorFunction]': 'an async generator function',
};

const GENERATORS = new Set(['[object Generator]', '[object AsyncGenerator]']);

/** Throws for anything but a function, and for functions whose bodies run after the call. */
export function requireSynchronous(label: string, body: unknown, advice: string): void {
  if (typeof body !== 'function') throw typeError(`${label}: expected a function`);
  // The others have prototypes of their own; this is a question less than their names are, and asked with each scope.
  if (Object.getPrototypeOf(body) === Function.prototype) return;
  const kind = LATER[Object.prototype.toString.call(body)];
  if (kind !== undefined) throw typeError(`${label} is synchronous, and ${kind} does its work later. ${advice}`);
}

/**
 * Whether `body` is a generator function: a call runs none of it, since its work happens when the result is iterated.
 */
export function isGenerator(body: object): boolean {
  return Object.prototype.toString.call(body).endsWith('GeneratorFunction]');
}

/** Throws for a promise, whose rejection it handles since nobody else would, and for a generator, which has not run yet. */
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
