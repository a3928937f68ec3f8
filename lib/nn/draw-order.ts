import { AsyncLocalStorage } from 'node:async_hooks';
import { asFunction } from '../ops/dispatch/operator';
import { type Tensor, isTensor, keep } from '../ops/tensor-methods';
import type { Module } from './module';

/**
 * If two Sequentials ran off the thread at once, their layers would draw from the default generator in turn. So those
 * that draw random numbers run one after the other, and each draws the numbers of a synchronous call.
 */

/** Set during such a run. Forwards within the run belong to it, and must not wait for its end. */
const running = new AsyncLocalStorage<true>();
/** Settles with the last run that was started. Null while there is none. */
let last: Promise<void> | null = null;

const alias = asFunction<(tensor: Tensor) => Tensor>('aten::alias');

function drawsItself(module: Module): boolean {
  if (!module.training) return false;
  const { dropout } = module as { dropout?: unknown };
  if (typeof dropout === 'number') return dropout > 0;
  for (let at: object | null = module; at; at = Object.getPrototypeOf(at) as object | null) {
    if (/^RReLU$|Dropout/.test(at.constructor.name)) return true;
  }
  return false;
}

function draws(module: Module): boolean {
  for (const each of module.modules()) if (drawsItself(each)) return true;
  return false;
}

/** Runs a forward of several layers. If it draws random numbers, it waits for those that were called before. */
export async function inDrawOrder<T>(
  module: Module,
  input: unknown,
  forward: (input: unknown) => Promise<T>,
): Promise<T> {
  if (running.getStore() || !draws(module)) return forward(input);
  const before = last;
  // A forward that waits gets its own tensor, since the caller may dispose the input.
  const own = before && isTensor(input) ? keep(alias(input)) : input;
  const start = (): Promise<T> => running.run(true, () => forward(own));
  const run = before ? before.then(start) : start();
  const end = run.then(
    () => undefined,
    () => undefined,
  );
  last = end;
  try {
    return await run;
  } finally {
    if (last === end) last = null;
    if (own !== input) (own as Tensor).dispose();
  }
}
