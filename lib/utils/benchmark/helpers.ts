import { callback, count, iterable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { refuseLater } from '../../arguments/synchronous';
import { getNumThreads, setNumThreads } from '../../tensor/settings';

/** The elements without repetitions, in the order of their first occurrence. */
export function orderedUnique<T>(...args: [elements: Iterable<T>]): T[] {
  const { elements } = readArguments('orderedUnique', { elements: iterable<Iterable<T>>() }, args);
  return [...new Set(elements)];
}

const THREADS = { n: count(1), body: callback<() => unknown>() };

/** Calls a synchronous function while libtorch uses this many threads. */
export function setTorchThreads<R>(...args: [n: number, body: () => R]): R {
  const { n, body } = readArguments('setTorchThreads', THREADS, args);
  const before = getNumThreads();
  setNumThreads(n);
  try {
    const result = body() as R;
    refuseLater('setTorchThreads', result, 'Await before or after it.');
    return result;
  } finally {
    setNumThreads(before);
  }
}
