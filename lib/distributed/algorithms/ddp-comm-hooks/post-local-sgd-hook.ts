import { bool, count, nullable, required } from '../../../arguments/fields';
import { readArguments, refuseSurplus } from '../../../arguments/read';
import { limitArguments } from '../../../arguments/surplus';
import type { Future } from '../../../c10d/future';
import type { ProcessGroup } from '../../../c10d/process-group';
import { groupField } from '../../../c10d/world';
import { valueError } from '../../../errors';
import type { GradBucket } from '../../../nn/parallel';
import type { Tensor } from '../../../ops/tensor-methods';
import { allreduceHook } from './default-hooks';

const TABLE = {
  processGroup: required(nullable(groupField())),
  subgroup: required(nullable(groupField())),
  startLocalSGDIter: required(count(0)),
  postLocalGradientAllreduce: bool(true),
};

/**
 * What {@link postLocalSGDHook} needs: which ranks average gradients before a step, and which after it.
 *
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html
 * @example
 * const { PostLocalSGDState, postLocalSGDHook } = distributed.algorithms.ddpCommHooks.postLocalSGDHook;
 * const [own] = await distributed.newSubgroups(1);
 * ddp.registerCommHook(new PostLocalSGDState(null, own as torch.distributed.ProcessGroup, 100), postLocalSGDHook);
 */
export class PostLocalSGDState {
  /** The ranks that average at first; null for all. */
  processGroup: ProcessGroup | null;
  /** The ranks that average later, as those of one machine. */
  subgroup: ProcessGroup | null;
  /** The step from which on only the subgroup averages. */
  startLocalSGDIter: number;
  /** Whether the subgroup does, or each rank goes on alone. */
  postLocalGradientAllreduce: boolean;
  /** Steps so far. */
  iter = 0;

  constructor(
    processGroup: ProcessGroup | null,
    subgroup: ProcessGroup | null,
    startLocalSGDIter: number,
    postLocalGradientAllreduce?: boolean,
  );
  constructor(...args: readonly unknown[]) {
    const given = readArguments('PostLocalSGDState', TABLE, args);
    this.processGroup = given.processGroup as ProcessGroup | null;
    this.subgroup = given.subgroup as ProcessGroup | null;
    this.startLocalSGDIter = given.startLocalSGDIter;
    this.postLocalGradientAllreduce = given.postLocalGradientAllreduce;
  }

  /** Counts a step at its last bucket. */
  maybeIncreaseIter(bucket: GradBucket): void {
    if (bucket.isLast()) this.iter++;
  }
}

/**
 * Averages gradients over all ranks until a step, and then within a subgroup only, which the program complements by
 * averaging parameters now and then.
 *
 * @throws TorchValueError Where the subgroup is needed and there is none: Python makes it here, and a group is made by a promise.
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html
 * @example
 * const { postLocalSGDHook: local } = distributed.algorithms.ddpCommHooks;
 * const state = new local.PostLocalSGDState(null, null, 10);
 * ddp.registerCommHook(state, local.postLocalSGDHook);
 */
export function postLocalSGDHook(
  state: PostLocalSGDState,
  bucket: GradBucket,
  ...surplus: []
): Future<Tensor> | Tensor {
  refuseSurplus('postLocalSGDHook', 2, surplus);
  if (state.iter < state.startLocalSGDIter) {
    state.maybeIncreaseIter(bucket);
    return allreduceHook(state.processGroup, bucket);
  }
  if (!state.postLocalGradientAllreduce) return bucket.buffer();
  if (state.subgroup) return allreduceHook(state.subgroup, bucket);
  throw valueError('postLocalSGDHook: give PostLocalSGDState a subgroup: (await distributed.newSubgroups())[0]');
}

limitArguments([PostLocalSGDState], { maybeIncreaseIter: 1 });
