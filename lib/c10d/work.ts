import { limitArguments } from '../arguments/surplus';
import { native } from '../native/binding';
import type { Started, WorkBox } from '../native/contract/distributed';
import { type Tensor, wrap } from '../tensor/tensor';
import { float, nullable } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { typeError } from '../errors';
import { collectiveFailure } from './failure';
import { Future } from './future';
import { type ProcessGroup, nativeOf } from './process-group';
import { milliseconds, settled } from './time';

const WAIT = { timeout: nullable(float()) };

let boxOf: (work: Work) => WorkBox;

/**
 * A collective under way. `await work`, or `await work.promise`, waits for its end without blocking; {@link wait} blocks
 * this thread. Until then leave its tensors alone.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.Work
 * @example
 * const x = torch.ones([2]);
 * const work = torch.distributed.allReduce(x, { asyncOp: true });
 * await work;
 * work.isSuccess(); // true
 */
export class Work implements PromiseLike<undefined> {
  readonly #box: WorkBox;
  readonly #label: string;
  readonly #group: ProcessGroup;
  #promise: Promise<undefined> | undefined;

  /** @internal */
  constructor(box: WorkBox, label: string, group: ProcessGroup) {
    if (typeof box !== 'object') throw typeError('a Work is what a collective gives with asyncOp, not made by new');
    this.#box = box;
    this.#label = label;
    this.#group = group;
  }

  static {
    boxOf = (work) => work.#box;
  }

  /**
   * Blocks this thread until the work has ended.
   *
   * @param timeout In seconds; by default the group's. What is still under way then goes on.
   * @throws TorchError, with operation and rank, if the work failed, or did not end in this time.
   */
  wait(timeout?: number | null): true;
  wait(...args: readonly unknown[]): true {
    const { timeout } = readArguments('wait', WAIT, args);
    const limit = timeout === null ? 0 : milliseconds('wait', timeout);
    try {
      native.waitWork(this.#box, limit);
    } catch (cause) {
      throw this.#explain(cause);
    }
    return true;
  }

  /** Fulfilled when the work has ended; rejected with its error. */
  get promise(): Promise<undefined> {
    return (this.#promise ??= settled(
      (settle) => native.watchWork(this.#box, settle),
      () => undefined,
    ).catch((cause: unknown) => {
      throw this.#explain(cause);
    }));
  }

  /** For `await work`: a forgotten `.promise` would go on before the work has ended. */
  async then<A = undefined, B = never>(
    fulfilled?: ((value: undefined) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.promise.then(fulfilled, rejected);
  }

  /** A future of the tensors that the work writes to. Await it, `wait()` for it, or continue with `then`. */
  getFuture(...args: readonly never[]): Future<Tensor[]> {
    takesNothing('getFuture', args);
    const result = (): Tensor[] => {
      this.wait();
      return native.workResult(this.#box).map(wrap);
    };
    return new Future(result, this.promise);
  }

  /** Whether the work has ended, well or not. A send or a receive of gloo ends only where somebody waits for it. */
  isCompleted(...args: readonly never[]): boolean {
    takesNothing('isCompleted', args);
    return native.workCompleted(this.#box);
  }

  /** Whether the work has ended well. */
  isSuccess(...args: readonly never[]): boolean {
    takesNothing('isSuccess', args);
    return native.workSuccess(this.#box);
  }

  /** The tensors that the work has written to: those that it was given, with their shapes. */
  result(...args: readonly never[]): Tensor[] {
    takesNothing('result', args);
    return native.workResult(this.#box).map(wrap);
  }

  /** The rank in the group, from 0, that a receive from any rank had its tensor from. */
  sourceRank(...args: readonly never[]): number {
    takesNothing('sourceRank', args);
    return native.workSource(this.#box);
  }

  #explain(cause: unknown): unknown {
    return collectiveFailure(this.#label, this.#group, cause);
  }
}

/** @internal */
export const nativeWorkOf = (work: Work): WorkBox => boxOf(work);

/**
 * Runs a collective, or starts it where it is asynchronous.
 *
 * @internal
 */
export function launch(
  label: string,
  group: ProcessGroup,
  asyncOp: boolean,
  start: (box: ReturnType<typeof nativeOf>, wait: boolean) => Started,
): Work | undefined {
  let started: Started;
  try {
    started = start(nativeOf(group), !asyncOp);
  } catch (cause) {
    throw collectiveFailure(label, group, cause);
  }
  return started && new Work(started, label, group);
}

limitArguments([Work], { then: 2 });
