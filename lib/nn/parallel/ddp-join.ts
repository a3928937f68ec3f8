import { allReduce } from '../../c10d/all-reduce';
import { JoinHook } from '../../c10d/join';
import { native } from '../../native/binding';
import type { ReducerBox } from '../../native/contract/reducer';
import { runJob } from '../../native/jobs';
import { wrap } from '../../ops/tensor-methods';
import { type ReplicaSync, rebuild } from './replica-sync';
import { type Step, type Steps, explained, finish, finishAsync } from './steps';

/** Takes part in forward and backward of the other ranks: Python's `_DDPJoinHook`. */
export class DdpJoinHook extends JoinHook {
  constructor(
    readonly sync: ReplicaSync,
    readonly reducer: ReducerBox,
    readonly findsUnused: boolean,
    divideByInitialWorldSize: boolean,
  ) {
    super();
    native.logUnevenInputs(reducer);
    sync.divideByInitialWorldSize = divideByInitialWorldSize;
  }

  *#main(): Steps {
    const { sync, reducer } = this;
    yield rebuild(sync.group, reducer);
    if (sync.sendsBuffersNow()) yield* sync.buffers(true, false);
    const reduces = yield* sync.announced();
    // As in the ranks that train: no buffers after a step that was not reduced.
    sync.requireForward = reduces;
    if (!reduces) return;
    yield this.#zeros();
    if (this.findsUnused) {
      const used = wrap(native.localUsedMap(reducer));
      yield { now: () => allReduce(used, { group: sync.group }), later: () => this.#reduceUsed(used) };
    }
    native.pushRebuiltParameters(reducer);
  }

  async #reduceUsed(used: ReturnType<typeof wrap>): Promise<void> {
    await allReduce(used, { group: this.sync.group, asyncOp: true }).promise;
  }

  #zeros(): Step {
    return explained(this.sync.group, {
      now: () => native.matchAllReduce(this.reducer),
      later: () =>
        runJob(
          (settle) => native.matchAllReduceAsync(this.reducer, settle),
          () => undefined,
        ),
    });
  }

  *#post(isLastJoiner: boolean): Steps {
    const rank = yield* this.sync.commonRank(isLastJoiner);
    yield this.sync.states(rank, this.sync.sendsBuffers);
  }

  override mainHook(): void {
    finish(this.#main());
  }

  override postHook(isLastJoiner: boolean): void {
    finish(this.#post(isLastJoiner));
  }

  override async mainHookAsync(): Promise<void> {
    return finishAsync(this.#main());
  }

  override async postHookAsync(isLastJoiner: boolean): Promise<void> {
    return finishAsync(this.#post(isLastJoiner));
  }
}
