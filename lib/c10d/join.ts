import { limitArguments } from '../arguments/surplus';
import { bool } from '../arguments/fields';
import { isPlainObject } from '../arguments/plain-object';
import { readOptions, refuseSurplus, takesNothing } from '../arguments/read';
import { isThenable } from '../arguments/synchronous';
import { runtimeError, typeError, valueError, warn } from '../errors';
import { ones, zeros } from '../ops/generated/functions';
import type { Device } from '../tensor/device';
import type { Tensor } from '../tensor/tensor';
import { allReduce } from './all-reduce';
import { type ProcessGroup, groupFacts } from './process-group';
import type { Work } from './work';

/**
 * What a rank does once it has run out of inputs: {@link mainHook} again and again while others still train, to take part
 * in their collectives; {@link postHook} once all have joined. The forms whose names end in Async do the same without
 * blocking this thread; they are called where {@link Join.run} was given an async function.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.algorithms.join.html#torch.distributed.algorithms.JoinHook
 * @example
 * // Takes part in a sum that the others compute.
 * class LossHook extends distributed.algorithms.JoinHook {
 *   override mainHook(): void {
 *     distributed.allReduce(torch.zeros([1]));
 *   }
 * }
 * new LossHook().mainHook();
 */
export class JoinHook {
  constructor(...args: readonly never[]) {
    takesNothing('JoinHook', args);
  }

  /** Takes part in the collectives of one iteration: forward, backward and the optimizer's step. */
  mainHook(): void {
    // There may be none.
  }

  /** Called once all ranks have joined; true for those that joined last. */
  postHook(_isLastJoiner: boolean): void {
    // There may be nothing to do.
  }

  async mainHookAsync(): Promise<void> {
    this.mainHook();
    await Promise.resolve();
  }

  async postHookAsync(isLastJoiner: boolean): Promise<void> {
    this.postHook(isLastJoiner);
    await Promise.resolve();
  }
}

/**
 * What can be trained with uneven inputs: it calls {@link Join.notifyJoinContext} before the collectives of each
 * iteration, and gives a hook that takes part in them.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.algorithms.join.html#torch.distributed.algorithms.Joinable
 */
export interface Joinable {
  /**
   * Gives the hook of this rank for one {@link Join}.
   *
   * @param kwargs What {@link Join} was given besides its own options.
   */
  joinHook(kwargs?: Readonly<Record<string, unknown>>): JoinHook;
  /** Where the tensors of the ranks' agreement live. */
  readonly joinDevice: Device;
  /** The ranks that train together. All joinables of a {@link Join} have the same. */
  readonly joinProcessGroup: ProcessGroup;
}

export interface JoinConfig {
  readonly enable: boolean;
  readonly throwOnEarlyTermination: boolean;
  readonly isFirstJoinable: boolean;
}

const DISABLED: JoinConfig = { enable: false, throwOnEarlyTermination: false, isFirstJoinable: false };
const configs = new WeakMap<Joinable, JoinConfig>();

/** Python's `_join_config`: how the latest {@link Join} wants it. @internal */
export function joinConfigOf(joinable: Joinable): JoinConfig {
  return configs.get(joinable) ?? DISABLED;
}

export interface JoinOptions {
  /** Whether ranks may have uneven inputs; false where it is known that they have not. @defaultValue true */
  readonly enable?: boolean;
  /** Throws on all ranks as soon as one has run out of inputs. @defaultValue false */
  readonly throwOnEarlyTermination?: boolean;
}

const OPTIONS = { enable: bool(true), throwOnEarlyTermination: bool(false) };
/** So many iterations ahead of the others are a reason to warn. */
const WARN_THRESHOLD = 1000;

/**
 * Trains with uneven inputs: a rank that has run out of them takes part in the collectives of the others until all are
 * done.
 *
 * Python's context manager is a function here, {@link run}: an error in the body has to reach the caller at once, and what
 * `using` disposes does not learn of errors.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.algorithms.join.html#torch.distributed.algorithms.Join
 * @example
 * new distributed.algorithms.Join([ddp]).run(() => {
 *   for (const [x, y] of loader) {
 *     optimizer.zeroGrad();
 *     criterion.forward(ddp.forward(x), y).backward();
 *     optimizer.step();
 *   }
 * });
 */
export class Join {
  readonly #hooks: readonly JoinHook[];
  readonly #enable: boolean;
  readonly #throwEarly: boolean;
  readonly #group: ProcessGroup;
  readonly #device: Device;

  /**
   * @param joinables Their hooks are called in this order. They share one process group.
   * @param options Those of {@link JoinOptions}; all others go to {@link Joinable.joinHook}.
   */
  constructor(joinables: readonly Joinable[], options?: JoinOptions & Readonly<Record<string, unknown>>);
  constructor(
    joinables: readonly Joinable[],
    enable: boolean,
    throwOnEarlyTermination?: boolean,
    kwargs?: Readonly<Record<string, unknown>>,
  );
  constructor(joinables: readonly Joinable[], ...rest: readonly unknown[]) {
    const { enable, throwOnEarlyTermination, kwargs } = readRest(rest);
    if (!Array.isArray(joinables)) throw typeError("Join(): 'joinables' should be an array of joinables");
    const [first] = joinables as readonly Joinable[];
    if (!first) throw valueError('The join context manager requires at least one joinable');
    for (const joinable of joinables as readonly Joinable[]) {
      if (typeof joinable?.joinHook === 'function') continue;
      throw typeError('Join(): each joinable has joinHook(), joinDevice and joinProcessGroup');
    }
    this.#hooks = (joinables as readonly Joinable[]).map((joinable) => joinable.joinHook(kwargs));
    this.#enable = enable;
    this.#throwEarly = throwOnEarlyTermination;
    (joinables as readonly Joinable[]).forEach((joinable, i) =>
      configs.set(joinable, { enable, throwOnEarlyTermination, isFirstJoinable: i === 0 }),
    );
    this.#group = commonGroup(joinables as readonly Joinable[]);
    this.#device = first.joinDevice;
  }

  /**
   * Runs a function in which this rank trains on all its inputs, and then waits for the others. With an async function it
   * gives a promise, and does not block while it waits.
   *
   * @throws What the function throws, at once: the other ranks then fail at their next collective.
   */
  run<R>(body: () => R): R {
    if (typeof body !== 'function') throw typeError('Join.run: expected a function');
    const result = body();
    if (isThenable(result)) {
      return Promise.resolve(result).then(async (value: unknown) => {
        if (this.#enable) await this.#finishAsync();
        return value;
      }) as R;
    }
    if (this.#enable) this.#finish();
    return result;
  }

  #finish(): void {
    let isLast = true;
    for (let i = 0; this.#remaining() > 0; i++) {
      this.#warnOfSkew(i);
      if (this.#throwEarly) this.#terminate();
      for (const hook of this.#hooks) hook.mainHook();
      isLast = false;
    }
    for (const hook of this.#hooks) hook.postHook(isLast);
  }

  async #finishAsync(): Promise<void> {
    let isLast = true;
    for (let i = 0; (await this.#remainingAsync()) > 0; i++) {
      this.#warnOfSkew(i);
      if (this.#throwEarly) this.#terminate();
      for (const hook of this.#hooks) await hook.mainHookAsync();
      isLast = false;
    }
    for (const hook of this.#hooks) await hook.postHookAsync(isLast);
  }

  #warnOfSkew(iterations: number): void {
    if (iterations <= WARN_THRESHOLD) return;
    warn(
      `Detected uneven input skew of greater than ${WARN_THRESHOLD}. This means that rank ${this.#group.rank()} has at ` +
        `least ${WARN_THRESHOLD} fewer inputs than other currently-active ranks. This level of skew could lead to ` +
        'performance degradation during training.',
    );
  }

  /** How many ranks still train. */
  #remaining(): number {
    const count = zeros([1], { device: this.#device });
    allReduce(count, { group: this.#group });
    return Number(count.item());
  }

  async #remainingAsync(): Promise<number> {
    const count = zeros([1], { device: this.#device });
    await allReduce(count, { group: this.#group, asyncOp: true }).promise;
    return Number(count.item());
  }

  #terminate(): never {
    allReduce(ones([1], { device: this.#device }), { group: this.#group });
    throw runtimeError(`Rank ${this.#group.rank()} exhausted all inputs.`);
  }

  /**
   * Tells the ranks that have run out of inputs that this one has not; called by a {@link Joinable} before the collectives
   * of each iteration. Only the first one of a {@link Join} communicates.
   *
   * @returns The work of that, or null.
   * @throws TorchError with `throwOnEarlyTermination`, where a rank has run out of inputs.
   */
  static notifyJoinContext(joinable: Joinable, ...surplus: []): Work | null {
    refuseSurplus('Join.notifyJoinContext', 1, surplus);
    const { enable, isFirstJoinable, throwOnEarlyTermination } = joinConfigOf(joinable);
    if (!isFirstJoinable || !enable) return null;
    const { joinDevice: device, joinProcessGroup: group } = joinable;
    const work = allReduce(ones([1], { device }), { group, asyncOp: true });
    if (throwOnEarlyTermination) {
      const ended: Tensor = zeros([1], { device });
      allReduce(ended, { group });
      if (Number(ended.item()) !== 0) {
        throw runtimeError('Detected at least one rank that exhausted inputs. Throwing across all ranks.');
      }
    }
    return work;
  }
}

/** By position or by name; what has another name is for the hooks. */
function readRest(rest: readonly unknown[]): Required<JoinOptions> & { kwargs: Readonly<Record<string, unknown>> } {
  const last = rest.at(-1);
  const named = isPlainObject(last) ? last : {};
  const positions = isPlainObject(last) ? rest.slice(0, -1) : rest;
  if (positions.length > 2) throw typeError(`Join() takes at most 3 arguments, got ${positions.length + 1}`);
  const { enable = positions[0], throwOnEarlyTermination = positions[1], ...kwargs } = named;
  return { ...readOptions('Join', OPTIONS, { enable, throwOnEarlyTermination }), kwargs };
}

function commonGroup(joinables: readonly Joinable[]): ProcessGroup {
  const [group, ...others] = new Set(joinables.map((joinable) => joinable.joinProcessGroup));
  if (others.length > 0) throw valueError('Using join context manager with multiple process groups');
  groupFacts(group as ProcessGroup);
  return group as ProcessGroup;
}

limitArguments([JoinHook], { mainHook: 0, postHook: 1, mainHookAsync: 0, postHookAsync: 1 });
limitArguments([Join], { run: 1 });
