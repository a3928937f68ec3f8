import { AsyncLocalStorage } from 'node:async_hooks';
import { asFunction } from '../ops/dispatch/operator';
import { type Tensor, isTensor, keep } from '../ops/tensor-methods';
import type { Module } from './module';

/**
 * Two Sequentials off the thread would take turns at the default generator, layer by layer. Those that draw run one
 * after the other instead, so that each gets the numbers of a synchronous call.
 */

/** Set within such a run: what it contains belongs to it, and must not wait for it. */
const running = new AsyncLocalStorage<true>();
/** Ends with the last that was called; null when none is under way. */
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

/** Runs a forward of several layers, after those that were called before if it draws random numbers. */
export async function inDrawOrder<T>(
  module: Module,
  input: unknown,
  forward: (input: unknown) => Promise<T>,
): Promise<T> {
  if (running.getStore() || !draws(module)) return forward(input);
  const before = last;
  // Whoever waits has an input of its own: the caller may dispose its tensor.
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
