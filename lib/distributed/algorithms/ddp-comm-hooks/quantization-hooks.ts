import { count, nullable, required } from '../../../arguments/fields';
import { readArguments, refuseSurplus } from '../../../arguments/read';
import { allGather } from '../../../c10d/all-gather';
import type { Future } from '../../../c10d/future';
import type { ProcessGroup } from '../../../c10d/process-group';
import { groupField, groupOrDefault } from '../../../c10d/world';
import type { GradBucket } from '../../../nn/parallel';
import { constantPadNd, stack, zerosLike } from '../../../ops/generated/functions';
import { keep } from '../../../tensor/scope';
import type { Tensor } from '../../../ops/tensor-methods';
import { something } from '../../../tensor/arguments';
import { float32, int32, uint8 } from '../../../tensor/dtype';

/**
 * Communication hooks that send gradients as whole numbers of 8 bits. Every rank gathers those of all and adds them up, so that
 * with many ranks more bytes travel than an all-reduce sends. Their state is a process group, or null for all ranks.
 */

/** float32's, which Python's observers take as the least scale. */
const EPSILON = 2 ** -23;
const MOST = 255;

/** One tensor of each rank. */
function gathered(own: Tensor, group: ProcessGroup): Future<Tensor[]> {
  const all = Array.from({ length: group.size() }, () => keep(zerosLike(own)));
  return allGather(all, own, { group, asyncOp: true })
    .getFuture()
    .then(() => all);
}

/** Scales and zero points `[2, …]` for what lies between the least and the greatest, and 0. */
function scalesOf(least: Tensor, greatest: Tensor): Tensor {
  const low = least.clamp({ max: 0 });
  const scale = greatest.clamp({ min: 0 }).sub(low).div(MOST).clamp({ min: EPSILON });
  const zero = low.div(scale).round().to(int32).neg().clamp({ min: 0, max: MOST });
  return stack([scale, zero.to(float32)]);
}

/** Gathers the scales of all ranks, then their numbers, and gives the mean in the shape of `values`. */
function quantized(values: Tensor, scales: Tensor, group: ProcessGroup): Future<Tensor> {
  return gathered(scales, group).then((all) => {
    const [scale, zero] = (all[group.rank()] as Tensor).unbind();
    const own = values
      .div(scale as Tensor)
      .round()
      .add(zero as Tensor);
    return gathered(own.clamp({ min: 0, max: MOST }).to(uint8), group).then((numbers) => {
      const total = numbers.reduce(
        (sum, one, rank) => {
          const [factor, offset] = (all[rank] as Tensor).unbind();
          return sum.add_((factor as Tensor).mul(one.to(float32).sub(offset as Tensor)));
        },
        zerosLike(values, { dtype: float32 }),
      );
      for (const tensor of [...all, ...numbers]) tensor.dispose();
      return total.div_(group.size());
    });
  });
}

/**
 * Quantizes a bucket with one scale.
 *
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html
 * @example
 * const { quantizationHooks } = distributed.algorithms.ddpCommHooks;
 * ddp.registerCommHook(null, quantizationHooks.quantizationPertensorHook);
 */
export function quantizationPertensorHook(
  processGroup: ProcessGroup | null,
  bucket: GradBucket,
  ...surplus: []
): Future<Tensor> {
  refuseSurplus('quantizationPertensorHook', 2, surplus);
  const buffer = bucket.buffer();
  return quantized(buffer, scalesOf(buffer.min(), buffer.max()), groupOrDefault(processGroup));
}

const PER_CHANNEL = {
  processGroup: required(nullable(groupField())),
  bucket: required(something()),
  bucketSize: count(1, 512),
};

/**
 * Quantizes a bucket in pieces, each with a scale of its own, which is nearer to the gradients.
 *
 * @param options - How large a piece is.
 * @see https://docs.pytorch.org/docs/2.13/ddp_comm_hooks.html
 * @example
 * const { quantizationHooks } = distributed.algorithms.ddpCommHooks;
 * ddp.registerCommHook(null, quantizationHooks.quantizationPerchannelHook);
 */
export function quantizationPerchannelHook(
  processGroup: ProcessGroup | null,
  bucket: GradBucket,
  options?:
    | number
    | {
        /** Elements of a piece. @defaultValue 512 */
        readonly bucketSize?: number;
      },
): Future<Tensor>;
export function quantizationPerchannelHook(...args: readonly unknown[]): Future<Tensor> {
  const { processGroup, bucket, bucketSize } = readArguments('quantizationPerchannelHook', PER_CHANNEL, args);
  const group = groupOrDefault(processGroup as ProcessGroup | null);
  const buffer = (bucket as GradBucket).buffer();
  const length = buffer.numel();
  const channels = constantPadNd(buffer, [0, bucketSize - (length % bucketSize)]).view([-1, bucketSize]);
  const scales = scalesOf(channels.amin(1, true), channels.amax(1, true));
  return quantized(channels, scales, group).then((mean) => mean.flatten().narrow(0, 0, length));
}
