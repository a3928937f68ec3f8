import { typeError } from '../errors';
import { limitArguments } from '../arguments/surplus';
import { refuseSurplus } from '../arguments/read';

/** Removes a hook, by `remove()` or with `using`. */
export class RemovableHandle implements Disposable {
  #take: (() => void) | null;

  /** @internal */
  constructor(take: () => void, ...surplus: []) {
    refuseSurplus('RemovableHandle', 1, surplus);
    this.#take = take;
  }

  /** Removes the hook. A second call does nothing. */
  remove(): void {
    this.#take?.();
    this.#take = null;
  }

  [Symbol.dispose](): void {
    this.remove();
  }
}

/** One registration. The same function may be registered several times. */
interface Entry<F> {
  readonly hook: F;
}

/** Functions in the order in which they are to be called. */
export class Hooks<F> implements Iterable<F> {
  readonly #entries: Entry<F>[] = [];
  /** A new array after each change: a hook may remove itself while all are run. */
  #hooks: readonly F[] = [];

  get size(): number {
    return this.#hooks.length;
  }

  add(hook: F, first = false): RemovableHandle {
    if (typeof hook !== 'function') throw typeError(`a hook must be a function, got ${typeof hook}`);
    const entry = { hook };
    if (first) this.#entries.unshift(entry);
    else this.#entries.push(entry);
    this.#refresh();
    return new RemovableHandle(() => this.#remove(entry));
  }

  #remove(entry: Entry<F>): void {
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    this.#refresh();
  }

  #refresh(): void {
    this.#hooks = this.#entries.map(({ hook }) => hook);
  }

  [Symbol.iterator](): Iterator<F> {
    return this.#hooks[Symbol.iterator]();
  }
}

limitArguments([RemovableHandle], { remove: 0 });
