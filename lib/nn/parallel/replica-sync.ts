import { allReduce } from '../../c10d/all-reduce';
import { type ProcessGroup, nativeOf } from '../../c10d/process-group';
import { ReduceOp } from '../../c10d/reduce-op';
import { valueError } from '../../errors';
import { native } from '../../native/binding';
import type { ReducerBox } from '../../native/contract/reducer';
import { runJob } from '../../native/jobs';
import { tensor } from '../../ops/creation';
import { ones, zeros } from '../../ops/generated/functions';
import { type Tensor, handleOf } from '../../ops/tensor-methods';
import type { Device } from '../../tensor/device';
import { int64 } from '../../tensor/dtype';
import type { Module } from '../module';
import { BROADCAST_BYTES, buffersOf, statesOf } from './ddp-parameters';
import { type Step, type Steps, collective, explained } from './steps';

/** What the replicas of one module agree on besides gradients: buffers, who leads, whether a step is reduced. */
export class ReplicaSync {
  /** Whether the backward of the next forward reduces. */
  requireBackward = true;
  /** Whether the next forward sends buffers: not after one whose gradients were not reduced. */
  requireForward = true;
  /** In `join`: whether gradients are divided by the number of all ranks. */
  divideByInitialWorldSize = true;

  constructor(
    readonly module: Module,
    readonly group: ProcessGroup,
    readonly device: Device,
    readonly ignored: ReadonlySet<string>,
    public sendsBuffers: boolean,
  ) {}

  sendsBuffersNow(): boolean {
    return this.requireForward && this.sendsBuffers && buffersOf(this.module, this.ignored).length > 0;
  }

  /** Buffers from rank 0 or, where ranks may have run out of inputs, from one that has not. */
  *buffers(joining: boolean, candidate: boolean): Steps {
    const rank = joining ? yield* this.commonRank(candidate) : 0;
    yield this.#broadcast(buffersOf(this.module, this.ignored), rank);
  }

  /** Parameters and buffers of one rank to all. */
  states(rank: number, withBuffers: boolean): Step {
    return this.#broadcast(statesOf(this.module, this.ignored, withBuffers), rank);
  }

  #broadcast(tensors: readonly Tensor[], rank: number): Step {
    const handles = tensors.map(handleOf);
    const group = nativeOf(this.group);
    return explained(this.group, {
      now: () => native.broadcastCoalesced(group, handles, BROADCAST_BYTES, rank),
      later: () =>
        runJob(
          (settle) => native.broadcastCoalescedAsync(group, handles, BROADCAST_BYTES, rank, settle),
          () => undefined,
        ),
    });
  }

  /** The largest rank that is a candidate. */
  *commonRank(candidate: boolean): Steps<number> {
    const rank = tensor([candidate ? this.group.rank() : -1], { dtype: int64, device: this.device });
    yield collective(() => allReduce(rank, { op: ReduceOp.MAX, group: this.group, asyncOp: true }));
    const found = Number(rank.item());
    if (found >= 0) return found;
    throw valueError('BUG! Expected rankCond to be true for at least one process.');
  }

  /** Tells ranks that have run out of inputs whether this step will be reduced. */
  announce(): void {
    const make = this.requireBackward ? ones : zeros;
    allReduce(make([1], { device: this.device }), { group: this.group, asyncOp: true });
  }

  /** The other side of {@link announce}. */
  *announced(): Steps<boolean> {
    const sum = zeros([1], { device: this.device });
    yield collective(() => allReduce(sum, { group: this.group, asyncOp: true }));
    return Number(sum.item()) !== 0;
  }
}

/** New buckets in the order of the gradients, once that is known. */
export function rebuild(group: ProcessGroup, reducer: ReducerBox): Step {
  return explained(group, {
    now: () => void native.rebuildBuckets(reducer),
    later: () =>
      runJob(
        (settle) => native.rebuildBucketsAsync(reducer, settle),
        () => undefined,
      ),
  });
}
