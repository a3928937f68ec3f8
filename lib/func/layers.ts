import { refuseLater, requireSynchronous } from '../arguments/synchronous';
import { native } from '../native/binding';

/**
 * The layers of libtorch's functorch. Each transform runs its function inside a layer, of which libtorch keeps a stack; what
 * the function computes with the wrapped tensors of a layer, the layer transforms.
 */

/** What `randomness` may be, by libtorch's numbers. */
export const RANDOMNESS = ['error', 'same', 'different'] as const;
export type Randomness = (typeof RANDOMNESS)[number];

const ADVICE = 'Compute what needs waiting before, and give its tensors to the function.';

/** Runs `body` in a layer, and ends the layer however `body` ends. */
function inLayer<R>(push: () => number, body: (level: number) => R): R {
  const level = push();
  try {
    return body(level);
  } finally {
    native.popLayer();
  }
}

/** Calls a user's function. Nothing in it may wait: the layer ends when it returns. */
export function callSynchronously<A extends readonly unknown[], R>(label: string, func: (...args: A) => R, args: A): R {
  requireSynchronous(label, func, ADVICE);
  const result = func(...args);
  refuseLater(label, result, ADVICE);
  return result;
}

export function inVmap<R>(batchSize: number, randomness: Randomness, body: (level: number) => R): R {
  return inLayer(() => native.pushVmap(batchSize, RANDOMNESS.indexOf(randomness)), body);
}

export function inGrad<R>(body: (level: number) => R): R {
  return inLayer(() => native.pushGrad(), body);
}

export function inJvp<R>(body: (level: number) => R): R {
  return inLayer(() => native.pushJvp(), body);
}

export function inFunctionalize<R>(addBackViews: boolean, body: (level: number) => R): R {
  return inLayer(() => native.pushFunctionalize(addBackViews), body);
}
