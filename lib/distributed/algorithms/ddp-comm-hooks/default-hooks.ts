import { refuseSurplus } from '../../../arguments/read';
import { allReduce } from '../../../c10d/all-reduce';
import type { Future } from '../../../c10d/future';
import type { ProcessGroup } from '../../../c10d/process-group';
import { Work } from '../../../c10d/work';
import { groupOrDefault } from '../../../c10d/world';
import type { CommHook, CommHookResult, GradBucket } from '../../../nn/parallel';
import { type DType, bfloat16, float16 } from '../../../tensor/dtype';
import { type Tensor, isTensor } from '../../../ops/tensor-methods';

/** Communication hooks for `DistributedDataParallel.registerCommHook`; their state is a process group, or null for all ranks. */

const first = (tensors: readonly Tensor[]): Tensor => tensors[0] as Tensor;

/**
 * Averages gradients as no hook does: a pattern for hooks of your own.
 *
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html#torch.distributed.algorithms.ddp_comm_hooks.default_hooks.allreduce_hook
 * @example
 * const { defaultHooks } = distributed.algorithms.ddpCommHooks;
 * ddp.registerCommHook(null, defaultHooks.allreduceHook);
 */
export function allreduceHook(processGroup: ProcessGroup | null, bucket: GradBucket, ...surplus: []): Future<Tensor> {
  refuseSurplus('allreduceHook', 2, surplus);
  const group = groupOrDefault(processGroup);
  const tensor = bucket.buffer().div_(group.size());
  return allReduce(tensor, { group, asyncOp: true }).getFuture().then(first);
}

function compress(dtype: DType, processGroup: ProcessGroup | null, bucket: GradBucket): Future<Tensor> {
  const group = groupOrDefault(processGroup);
  const buffer = bucket.buffer();
  const compressed = buffer.to(dtype).div_(group.size());
  return allReduce(compressed, { group, asyncOp: true })
    .getFuture()
    .then((tensors) => buffer.copy_(first(tensors)));
}

/**
 * Sends gradients as `float16`, half of the bytes: divides by the number of ranks, sums, and converts back.
 *
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html#torch.distributed.algorithms.ddp_comm_hooks.default_hooks.fp16_compress_hook
 * @example
 * const { defaultHooks } = distributed.algorithms.ddpCommHooks;
 * ddp.registerCommHook(null, defaultHooks.fp16CompressHook);
 */
export function fp16CompressHook(
  processGroup: ProcessGroup | null,
  bucket: GradBucket,
  ...surplus: []
): Future<Tensor> {
  refuseSurplus('fp16CompressHook', 2, surplus);
  return compress(float16, processGroup, bucket);
}

/**
 * Sends gradients as `bfloat16`, which has the range of `float32`. Python has it for NCCL only; here gloo does it, too.
 *
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html#torch.distributed.algorithms.ddp_comm_hooks.default_hooks.bf16_compress_hook
 * @example
 * const { defaultHooks } = distributed.algorithms.ddpCommHooks;
 * ddp.registerCommHook(null, defaultHooks.bf16CompressHook);
 */
export function bf16CompressHook(
  processGroup: ProcessGroup | null,
  bucket: GradBucket,
  ...surplus: []
): Future<Tensor> {
  refuseSurplus('bf16CompressHook', 2, surplus);
  return compress(bfloat16, processGroup, bucket);
}

function wrapper<S>(dtype: DType, hook: CommHook<S>): CommHook<S> {
  const around = (state: S, bucket: GradBucket): CommHookResult => {
    const buffer = bucket.buffer();
    bucket.setBuffer(buffer.to(dtype));
    const back = (tensor: Tensor): Tensor => buffer.copy_(tensor);
    const result = hook(state, bucket);
    if (isTensor(result)) return back(result);
    if (result instanceof Work) return result.getFuture().then((tensors) => back(first(tensors)));
    return result.then<Tensor>(back);
  };
  return around;
}

/**
 * A hook that gets gradients as `float16`, and whose result is converted back.
 *
 * @example
 * const { defaultHooks } = distributed.algorithms.ddpCommHooks;
 * ddp.registerCommHook(null, defaultHooks.fp16CompressWrapper(defaultHooks.allreduceHook));
 */
export function fp16CompressWrapper<S>(hook: CommHook<S>, ...surplus: []): CommHook<S> {
  refuseSurplus('fp16CompressWrapper', 1, surplus);
  return wrapper(float16, hook);
}

/**
 * A hook that gets gradients as `bfloat16`, and whose result is converted back.
 *
 * @example
 * const { defaultHooks } = distributed.algorithms.ddpCommHooks;
 * ddp.registerCommHook(null, defaultHooks.bf16CompressWrapper(defaultHooks.allreduceHook));
 */
export function bf16CompressWrapper<S>(hook: CommHook<S>, ...surplus: []): CommHook<S> {
  refuseSurplus('bf16CompressWrapper', 1, surplus);
  return wrapper(bfloat16, hook);
}
