import type { ParamGroup } from '../../optim/types';
import type { Tensor } from '../../tensor/tensor';

/**
 * Which rank keeps the state of which parameter: from the largest on, each goes to the rank with the fewest elements so
 * far. Python's `_partition_parameters`, on which all ranks agree without a word.
 *
 * @returns For each rank, for each group, the parameters.
 * @internal
 */
export function partitionParameters(groups: readonly ParamGroup[], ranks: number): Tensor[][][] {
  const sizes = Array.from({ length: ranks }, () => 0);
  const shares = Array.from({ length: ranks }, (): Tensor[][] => groups.map(() => []));
  groups.forEach(({ params }, i) => {
    const sorted = params.map((param) => ({ param, size: param.numel() })).sort((a, b) => b.size - a.size);
    for (const { param, size } of sorted) {
      const rank = sizes.indexOf(Math.min(...sizes));
      shares[rank]?.[i]?.push(param);
      sizes[rank] = (sizes[rank] ?? 0) + size;
    }
  });
  return shares;
}

/** The parameters of one rank in one tensor, of which each becomes a view. @internal */
export function bucketOf(params: readonly Tensor[], like: Tensor): Tensor {
  const trainable = params.filter((param) => param.requiresGrad);
  for (const param of params) if (!param.requiresGrad) param.data = param.data.clone();
  const size = trainable.reduce((sum, param) => sum + param.numel(), 0);
  const bucket = like.data.newEmpty([Math.max(size, 1)]);
  if (size === 0) bucket.zero_();
  let offset = 0;
  for (const param of trainable) {
    const { data } = param;
    const part = bucket.narrow(0, offset, data.numel());
    part.copy_(data.flatten());
    param.data = part.viewAs(data);
    offset += data.numel();
  }
  return bucket;
}
