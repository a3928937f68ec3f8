import type { HookHandle } from './types';
import { typeError } from '../errors';

/** Functions in the order in which they were registered. */
export class Hooks<F> implements Iterable<F> {
  #hooks: F[] = [];

  get size(): number {
    return this.#hooks.length;
  }

  add(hook: F, prepend = false): HookHandle {
    if (typeof hook !== 'function') throw typeError(`a hook must be a function, got ${typeof hook}`);
    // Each registration is one entry, also of a function that is there already.
    const entry = { hook };
    if (prepend) this.#entries.unshift(entry);
    else this.#entries.push(entry);
    this.#refresh();
    return { remove: () => this.#remove(entry) };
  }

  readonly #entries: { readonly hook: F }[] = [];

  #remove(entry: { readonly hook: F }): void {
    const index = this.#entries.indexOf(entry);
    if (index >= 0) this.#entries.splice(index, 1);
    this.#refresh();
  }

  /** A new array each time: a hook may remove itself while all are run. */
  #refresh(): void {
    this.#hooks = this.#entries.map(({ hook }) => hook);
  }

  [Symbol.iterator](): Iterator<F> {
    return this.#hooks[Symbol.iterator]();
  }
}
