import { bool, callback } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import { runtimeError } from '../errors';
import { native } from '../native/binding';

const STATE = { enable: bool(true) };
const DURING = { body: callback<() => unknown>() };

/**
 * Whether libtorch's constructors of sparse tensors check that indices are in order and within the shape. They do from the start,
 * while Python's do not: there a wrong index can end the process. Without the checks, indices are still checked before each
 * operator, so that no tensor can end the process here. The switch holds for the whole process, workers included.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.check_sparse_tensor_invariants.html
 * @example
 * const checks = new torch.sparse.checkSparseTensorInvariants();
 * checks.during(() => torch.sparse.checkSparseTensorInvariants.isEnabled()); // true
 */
export class checkSparseTensorInvariants implements Disposable {
  readonly state: boolean;
  #saved: boolean | null = null;

  /** @param enable - Whether to check, or not. @defaultValue true */
  constructor(...args: [enable?: boolean]) {
    this.state = readArguments('checkSparseTensorInvariants', STATE, args).enable;
  }

  /** Whether constructors check. */
  static isEnabled(...args: []): boolean {
    takesNothing('checkSparseTensorInvariants.isEnabled', args);
    return native.isSwitchedOn('sparseInvariants');
  }

  /** Lets constructors check from now on. */
  static enable(...args: []): void {
    takesNothing('checkSparseTensorInvariants.enable', args);
    native.switchTo('sparseInvariants', true);
  }

  /** Ends it. */
  static disable(...args: []): void {
    takesNothing('checkSparseTensorInvariants.disable', args);
    native.switchTo('sparseInvariants', false);
  }

  /**
   * Begins; {@link stop} or the end of `using` restores what was.
   *
   * @throws TorchError if it has begun already.
   */
  start(...args: []): this {
    takesNothing('start', args);
    if (this.#saved !== null) {
      throw runtimeError(
        'This context manager instance is already activated. Use a different context manager instance for context nesting.',
      );
    }
    this.#saved = native.isSwitchedOn('sparseInvariants');
    native.switchTo('sparseInvariants', this.state);
    return this;
  }

  /** Restores what was before {@link start}. */
  stop(...args: []): void {
    takesNothing('stop', args);
    if (this.#saved !== null) native.switchTo('sparseInvariants', this.#saved);
    this.#saved = null;
  }

  /** Begins, calls a synchronous function, and ends. */
  during<R>(body: () => R, ...surplus: []): R {
    refuseSurplus('during', 1, surplus);
    readArguments('during', DURING, [body]);
    this.start();
    try {
      return body();
    } finally {
      this.stop();
    }
  }

  [Symbol.dispose](): void {
    this.stop();
  }
}
