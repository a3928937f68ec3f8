import type { Synchronous } from '../arguments/synchronous';
import { callback, iterable, optional } from '../arguments/fields';
import { show } from '../arguments/describe';
import { readArguments } from '../arguments/read';
import { typeError } from '../errors';

/** Names that {@link load} with `weightsOnly: true` takes beside those of its own list. */
const added = new Set<string>();

/** @internal */
export function allowedNames(): ReadonlySet<string> {
  return added;
}

const NAMES = { safeGlobals: iterable<string>('an iterable of names') };
const WITHIN = { safeGlobals: iterable<string>('an iterable of names'), body: optional(callback<() => unknown>()) };
const NONE = {};

/**
 * Adds classes to those that `torch.load` takes with `weightsOnly: true`. They are given by their names in Python, such
 * as `my_project.config.Config`. Nothing of them is run: their values become `PickledObject`s.
 *
 * @see https://docs.pytorch.org/docs/2.13/notes/serialization.html#torch.serialization.add_safe_globals
 * @example
 * ```ts
 * torch.serialization.addSafeGlobals(['my_project.Config']);
 * torch.serialization.getSafeGlobals(); // ['my_project.Config']
 * torch.serialization.clearSafeGlobals();
 * ```
 */
export function addSafeGlobals(safeGlobals: Iterable<string>): void;
export function addSafeGlobals(...args: readonly unknown[]): void {
  const { safeGlobals: names } = readArguments('torch.serialization.addSafeGlobals', NAMES, args);
  for (const name of namesIn('torch.serialization.addSafeGlobals', names)) added.add(name);
}

/** The names that {@link addSafeGlobals} has added. */
export function getSafeGlobals(): string[];
export function getSafeGlobals(...args: readonly unknown[]): string[] {
  readArguments('torch.serialization.getSafeGlobals', NONE, args);
  return [...added];
}

/** Forgets the names that {@link addSafeGlobals} has added. */
export function clearSafeGlobals(): void;
export function clearSafeGlobals(...args: readonly unknown[]): void {
  readArguments('torch.serialization.clearSafeGlobals', NONE, args);
  added.clear();
}

/** Names that are safe until the guard is disposed, at the end of its block. */
export interface SafeGlobalsGuard extends Disposable {
  /** Forgets the names again. */
  dispose(): void;
}

/**
 * Adds names while a synchronous function runs, or without one until the guard that it returns is disposed.
 *
 * @throws TypeError if the function returns a promise: the names would be forgotten before the work.
 * @see https://docs.pytorch.org/docs/2.13/notes/serialization.html#torch.serialization.safe_globals
 * @example
 * ```ts
 * torch.save({ lr: 0.1 }, 'config.pt');
 * torch.serialization.safeGlobals(['my_project.Config'], () => torch.load('config.pt'));
 * ```
 */
export function safeGlobals(safeGlobals: Iterable<string>): SafeGlobalsGuard;
export function safeGlobals<R>(safeGlobals: Iterable<string>, body: () => Synchronous<R>): R;
export function safeGlobals(...args: readonly unknown[]): unknown {
  const given = readArguments('torch.serialization.safeGlobals', WITHIN, args);
  const before = [...added];
  for (const name of namesIn('torch.serialization.safeGlobals', given.safeGlobals)) added.add(name);
  const dispose = (): void => {
    added.clear();
    for (const name of before) added.add(name);
  };
  if (given.body === undefined) return { dispose, [Symbol.dispose]: dispose };
  try {
    const value = given.body();
    if (typeof (value as Partial<Promise<unknown>> | null | undefined)?.then !== 'function') return value;
    throw typeError(
      'torch.serialization.safeGlobals: the function returned a promise; use the guard, and await in its block',
    );
  } finally {
    dispose();
  }
}

function namesIn(label: string, given: Iterable<unknown>): string[] {
  if (typeof given === 'string') throw typeError(`${label}: expected a list of names, got the string ${show(given)}`);
  return [...given].map((name) => {
    if (typeof name === 'string' && name.includes('.')) return name;
    throw typeError(
      `${label}: expected the name of a class with its module, such as 'my_project.Config', got ${show(name)}`,
    );
  });
}
