import { limitArguments } from '../arguments/surplus';
import { runtimeError, typeError } from '../errors';
import { isThenable } from '../arguments/synchronous';

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/**
 * The result of something under way, as Python's `torch.futures.Future`: it can be awaited, and {@link wait} blocks this
 * thread for it. What {@link then} adds is run once, by the event loop or by a `wait`, whichever needs it first. So it
 * serves communication hooks also where `backward()` blocks the thread, which a promise cannot.
 *
 * @see https://docs.pytorch.org/docs/2.13/futures.html
 * @example
 * const sum = distributed.allReduce(x, { asyncOp: true }).getFuture().then(([total]) => total!.div(2));
 * sum.wait(); // or: await sum
 */
export class Future<T> implements PromiseLike<T> {
  readonly #block: () => T;
  readonly #ready: Promise<unknown>;
  #outcome: Outcome<T> | undefined;
  #promise: Promise<T> | undefined;

  /**
   * @param block Waits for the result.
   * @param ready Settles when that no longer blocks.
   * @internal
   */
  constructor(block: () => T, ready: Promise<unknown>) {
    if (typeof block !== 'function' || !isThenable(ready)) throw typeError('a Future is made by Work.getFuture()');
    this.#block = block;
    this.#ready = ready;
    // An error is told by whoever waits for the result.
    ready.catch(() => undefined);
  }

  /** Blocks this thread until the result is there, and returns it or throws its error. */
  wait(): T {
    if (!this.#outcome) {
      try {
        this.#outcome = { value: this.#block() };
      } catch (error) {
        this.#outcome = { error };
      }
    }
    if ('error' in this.#outcome) throw this.#outcome.error;
    return this.#outcome.value;
  }

  /** The same as a promise. */
  get promise(): Promise<T> {
    return (this.#promise ??= this.#ready.then(
      () => this.wait(),
      () => this.wait(),
    ));
  }

  /**
   * The future of what a function makes of the result; the second function is for errors. A function that gives another
   * future, such as that of a second collective, is waited for; a promise only where nobody blocks for it.
   */
  then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    const next = new Later<A | B>(() => {
      let value: T;
      try {
        value = this.wait();
      } catch (error) {
        if (!rejected) throw error;
        return rejected(error);
      }
      return fulfilled ? fulfilled(value) : (value as unknown as A);
    });
    return new Future<A | B>(
      () => next.blocking(),
      this.#ready.then(
        () => next.settled(),
        () => next.settled(),
      ),
    );
  }

  catch<B>(rejected: (reason: unknown) => B | PromiseLike<B>): Future<T | B> {
    return this.then(undefined, rejected);
  }
}

/** A function that is called once, and whose result may be still to come. */
class Later<T> {
  #called: Outcome<T | PromiseLike<T>> | undefined;
  #settled: Outcome<T> | undefined;

  constructor(readonly body: () => T | PromiseLike<T>) {}

  #call(): T | PromiseLike<T> {
    if (!this.#called) {
      try {
        this.#called = { value: this.body() };
      } catch (error) {
        this.#called = { error };
      }
    }
    if ('error' in this.#called) throw this.#called.error;
    return this.#called.value;
  }

  blocking(): T {
    if (this.#settled) {
      if ('error' in this.#settled) throw this.#settled.error;
      return this.#settled.value;
    }
    const result = this.#call();
    if (result instanceof Future) return result.wait() as T;
    if (!isThenable(result)) return result;
    throw runtimeError(
      'a promise cannot be waited for while this thread is blocked: await the future, or give a Future',
    );
  }

  async settled(): Promise<void> {
    try {
      this.#settled = { value: await this.#call() };
    } catch (error) {
      this.#settled = { error };
    }
  }
}

limitArguments([Future], { wait: 0, then: 2, catch: 1 });
