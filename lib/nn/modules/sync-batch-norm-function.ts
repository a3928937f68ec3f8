import { allGather } from '../../c10d/all-gather';
import { allReduce } from '../../c10d/all-reduce';
import type { ProcessGroup } from '../../c10d/process-group';
import { Function, type FunctionContext } from '../../autograd/function';
import { valueError } from '../../errors';
import type { Tensor } from '../../ops/tensor-methods';
import { float32, float64, int32 } from '../../tensor/dtype';
import { channelsLast, channelsLast3d } from '../../tensor/layout';
import { aten, atenMany } from '../functional/define';
import type { BatchNormCall } from './batch-norm';

/**
 * Batch normalization over all ranks' batches: Python's `torch.nn.modules._functions.SyncBatchNorm`. GPUs have operators for
 * it, which are used as Python uses them. The CPU has not: there each rank's mean and variance are joined in float64.
 */

type Call = Pick<BatchNormCall, 'mean' | 'variance' | 'factor' | 'eps'>;

/** What the backward of all ranks needs of the forward. */
interface Statistics {
  readonly mean: Tensor;
  /** One over the square root of variance and eps. */
  readonly invstd: Tensor;
  /** How many elements of a channel each rank has. */
  readonly counts: Tensor;
}

/** Of the gradient, and of its product with the input's distance from the mean; for each channel. */
type Sums = readonly [sumDy: Tensor, sumDyXmu: Tensor];

/** The arithmetic of one kind of device. */
interface Kernels {
  /** What this rank tells the others: `[2 * channels + 1]`. */
  local(input: Tensor, eps: number): Tensor;
  /** Of what the ranks have told, `[ranks, 2 * channels + 1]`; brings the running statistics up to date, too. */
  join(input: Tensor, gathered: Tensor, call: Call): Statistics;
  normalize(input: Tensor, weight: Tensor | null, bias: Tensor | null, of: Statistics, eps: number): Tensor;
  /** Over this rank. */
  sums(gradient: Tensor, input: Tensor, of: Statistics): Sums;
  gradInput(gradient: Tensor, input: Tensor, weight: Tensor | null, of: Statistics, sums: Sums): Tensor;
}

const channelsOf = (input: Tensor): number => input.shape[1] as number;
const perChannel = (input: Tensor): number => input.numel() / channelsOf(input);
/** All dimensions but the channels. */
const others = (input: Tensor): number[] => input.shape.flatMap((_, dim) => (dim === 1 ? [] : [dim]));
/** A value of each channel in the shape of the input. */
const spread = (values: Tensor, input: Tensor): Tensor =>
  values.view(input.shape.map((_, dim) => (dim === 1 ? -1 : 1)));
const split = (combined: Tensor, channels: number): Sums => [
  combined.narrow(-1, 0, channels),
  combined.narrow(-1, channels, channels),
];
const counting = (gathered: Tensor, channels: number): Tensor => gathered.narrow(1, 2 * channels, 1);

const general: Kernels = {
  local(input) {
    const wide = input.dtype === float64 ? input : input.to(float32);
    const [mean, variance] = atenMany('batch_norm_update_stats')(wide, null, null, 0) as [Tensor, Tensor];
    const count = aten('full')([1], perChannel(input), { dtype: float64, device: input.device });
    return aten('cat')([mean.to(float64), variance.to(float64), count]);
  },

  join(input, gathered, { mean: runningMean, variance: runningVar, factor, eps }) {
    const [means, variances] = split(gathered, channelsOf(input));
    const counts = counting(gathered, channelsOf(input));
    const total = counts.sum();
    const mean = means.mul(counts).sum(0).div(total);
    const variance = variances.add(means.sub(mean).square()).mul(counts).sum(0).div(total);
    const unbiased = variance.mul(total.div(total.sub(1)));
    for (const [running, now] of [[runningMean, mean] as const, [runningVar, unbiased] as const]) {
      running?.copy_(now.mul(factor).add(running.to(float64).mul(1 - factor)));
    }
    return { mean, invstd: variance.add(eps).rsqrt(), counts: counts.view(-1) };
  },

  normalize(input, weight, bias, { mean, invstd }) {
    const scale = weight ? invstd.mul(weight) : invstd;
    const shift = bias ? mean.mul(scale).neg().add(bias) : mean.mul(scale).neg();
    const dtype = input.dtype === float64 ? float64 : float32;
    const result = aten('addcmul')(spread(shift.to(dtype), input), input.to(dtype), spread(scale.to(dtype), input));
    return result.to(input.dtype);
  },

  sums(gradient, input, { mean }) {
    const away = input.to(float64).sub(spread(mean, input));
    const wide = gradient.to(float64);
    return [wide.sum(others(input)), wide.mul(away).sum(others(input))];
  },

  gradInput(gradient, input, weight, { mean, invstd, counts }, [sumDy, sumDyXmu]) {
    const total = counts.sum();
    const slope = sumDyXmu.div(total).mul(invstd.square());
    const offset = sumDy.div(total);
    const scale = weight ? invstd.mul(weight) : invstd;
    const away = input.to(float64).sub(spread(mean, input));
    const centered = gradient
      .to(float64)
      .sub(spread(offset, input))
      .sub(away.mul(spread(slope, input)));
    return centered.mul(spread(scale, input)).to(gradient.dtype);
  },
};

const gpu: Kernels = {
  local(input, eps) {
    const [mean, invstd] = atenMany('batch_norm_stats')(input, eps) as [Tensor, Tensor];
    const count = aten('full')([1], perChannel(input), { dtype: mean.dtype, device: mean.device });
    return aten('cat')([mean, invstd, count]);
  },

  join(input, gathered, { mean: runningMean, variance: runningVar, factor, eps }) {
    const [means, invstds] = split(gathered, channelsOf(input));
    const counts = counting(gathered, channelsOf(input)).view(-1);
    const typed = runningMean ? counts.to(runningMean.dtype) : counts;
    const gather = atenMany('batch_norm_gather_stats_with_counts');
    const [mean, invstd] = gather(input, means, invstds, runningMean, runningVar, factor, eps, typed) as [
      Tensor,
      Tensor,
    ];
    return { mean, invstd, counts: counts.to(int32) };
  },

  normalize(input, weight, bias, { mean, invstd }, eps) {
    return aten('batch_norm_elemt')(input, weight, bias, mean, invstd, eps);
  },

  sums(gradient, input, { mean, invstd }) {
    const reduce = atenMany('batch_norm_backward_reduce');
    const [sumDy, sumDyXmu] = reduce(gradient, input, mean, invstd, null, true, false, false);
    return [sumDy as Tensor, sumDyXmu as Tensor];
  },

  gradInput(gradient, input, weight, { mean, invstd, counts }, [sumDy, sumDyXmu]) {
    const factor = weight?.to(mean.dtype) ?? null;
    return aten('batch_norm_backward_elemt')(gradient, input, mean, invstd, factor, sumDy, sumDyXmu, counts);
  },
};

const kernelsOf = (tensor: Tensor): Kernels => (tensor.device.type === 'cuda' ? gpu : general);

/** As the kernels read it: channels last where it is so, else one element after the other. */
function dense(tensor: Tensor): Tensor {
  const last =
    (tensor.ndim === 4 && tensor.isContiguous({ memoryFormat: channelsLast })) ||
    (tensor.ndim === 5 && tensor.isContiguous({ memoryFormat: channelsLast3d }));
  return last ? tensor : tensor.contiguous();
}

function checkSize(input: Tensor, ranks: number): void {
  if (perChannel(input) !== 1 || ranks > 1) return;
  throw valueError('Expected more than 1 value per channel when training, got input size 1');
}

/** @internal */
export class SyncBatchNormFunction extends Function {
  static forward(
    context: FunctionContext,
    given: Tensor,
    weight: Tensor | null,
    bias: Tensor | null,
    call: Call,
    group: ProcessGroup,
  ): Tensor {
    const input = dense(given);
    checkSize(input, group.size());
    const kernels = kernelsOf(input);
    const statistics = kernels.join(input, gather(input, call.eps, group), call);
    context.saveForBackward(input, weight, statistics.mean, statistics.invstd, statistics.counts);
    context.data['group'] = group;
    if (input.numel() === 0) return aten('empty_like')(input);
    return kernels.normalize(input, weight, bias, statistics, call.eps);
  }

  static backward(context: FunctionContext, given: Tensor): (Tensor | null)[] {
    const [input, weight, mean, invstd, counts] = context.savedTensors as [
      Tensor,
      Tensor | null,
      Tensor,
      Tensor,
      Tensor,
    ];
    const [needsInput, needsWeight, needsBias] = context.needsInputGrad;
    const kernels = kernelsOf(input);
    const statistics = { mean, invstd, counts };
    const gradient = dense(given);
    const none = input.numel() === 0;
    const sums = none ? [mean.mul(0), mean.mul(0)] : kernels.sums(gradient, input, statistics);
    const [sumDy, sumDyXmu] = sums as [Tensor, Tensor];
    const cast = (tensor: Tensor): Tensor => (weight ? tensor.to(weight.dtype) : tensor);
    const gradWeight = weight && needsWeight && !none ? cast(sumDyXmu.mul(invstd)) : null;
    const gradBias = weight && needsBias && !none ? cast(sumDy) : null;
    if (!needsInput) return [null, gradWeight, gradBias, null, null];
    // A rank without inputs takes part, too: the others wait for it.
    const combined = aten('cat')([sumDy, sumDyXmu]);
    allReduce(combined, { group: context.data['group'] as ProcessGroup });
    if (none) return [null, null, null, null, null];
    const all = split(combined, channelsOf(input));
    return [kernels.gradInput(gradient, input, weight, statistics, all), gradWeight, gradBias, null, null];
  }
}

/** What all ranks that have inputs tell of theirs. */
function gather(input: Tensor, eps: number, group: ProcessGroup): Tensor {
  const kernels = kernelsOf(input);
  const own = input.numel() > 0 ? kernels.local(input, eps) : nothing(input);
  const parts = Array.from({ length: group.size() }, () => aten('empty_like')(own));
  allGather(parts, own, { group });
  const gathered = aten('stack')(parts);
  return gathered.index(counting(gathered, channelsOf(input)).squeeze(-1).ge(1));
}

function nothing(input: Tensor): Tensor {
  const dtype = input.device.type === 'cuda' ? input.dtype : float64;
  return aten('zeros')([2 * channelsOf(input) + 1], { dtype, device: input.device });
}
