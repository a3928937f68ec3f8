import { bool, either, float, keyword, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { allReduce } from '../../c10d/all-reduce';
import type { ProcessGroup } from '../../c10d/process-group';
import { ReduceOp } from '../../c10d/reduce-op';
import { type GroupOrNone, groupField, groupOrDefault, NON_GROUP_MEMBER } from '../../c10d/world';
import { runtimeError, valueError } from '../../errors';
import { withoutGrad } from '../../native/grad-mode';
import { clipGradsWithNorm_, getTotalNorm } from '../../nn/utils/gradients';
import { zeros } from '../../ops/generated/functions';
import { tensorList, tensors } from '../../tensor/arguments';
import type { Tensor } from '../../tensor/tensor';
import { shardOf } from '../shards';

export interface ShardedClipOptions {
  /** The order of the norm; `Infinity` for the greatest absolute value. @defaultValue 2 */
  readonly normType?: number | 'inf';
  /** Throw where the norm is not finite. @defaultValue false */
  readonly errorIfNonfinite?: boolean;
  /** The ranks among which the parameters are divided. @defaultValue all */
  readonly processGroup?: GroupOrNone | null;
}

const infinity = { ...value<number>("'inf'", (given) => given === 'inf'), convert: () => Infinity };
const TABLE = {
  parameters: tensors(),
  maxNorm: float(),
  normType: either(float(), infinity, 2),
  errorIfNonfinite: bool(false),
  processGroup: keyword(groupField()),
};

/**
 * `nn.utils.clipGradNorm_` for parameters that are divided among ranks: the norm is that of the whole gradients, which no
 * rank has. Every rank has to call it. In Python `clip_grad_norm_` itself does this, since it sees DTensors.
 *
 * @param parameters - Parameters of a module that `fullyShard` has divided; undivided ones among them count once.
 * @param maxNorm - The most that the norm may be.
 * @param options - See {@link ShardedClipOptions}.
 * @returns The norm that the gradients had, on every rank.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.utils.clip_grad_norm_.html
 * @example
 * const network = distributed.fsdp.fullyShard(new nn.Linear(4, 2));
 * network.forward(torch.ones([1, 4])).sum().backward();
 * distributed.fsdp.clipGradNorm_(network.parameters(), 1.0).item(); // 3.1623
 */
export function clipGradNorm_(
  parameters: Tensor | Iterable<Tensor>,
  maxNorm: number,
  options?: ShardedClipOptions,
): Tensor;
export function clipGradNorm_(...args: readonly unknown[]): Tensor {
  const given = readArguments('fsdp.clipGradNorm_', TABLE, args);
  const list = tensorList('fsdp.clipGradNorm_', given.parameters);
  if (given.processGroup === NON_GROUP_MEMBER)
    throw valueError('fsdp.clipGradNorm_: this rank is not part of the group');
  const group = groupOrDefault(given.processGroup);
  return withoutGrad(() => {
    const norm = wholeNorm(list, given.normType, group);
    if (given.errorIfNonfinite && !Number.isFinite(Number(norm.item()))) {
      throw runtimeError(`The total norm of order ${given.normType} for gradients from \`parameters\` is non-finite`);
    }
    clipGradsWithNorm_(list, given.maxNorm, norm);
    return norm;
  });
}

function wholeNorm(parameters: readonly Tensor[], normType: number, group: ProcessGroup): Tensor {
  const isDivided = (parameter: Tensor): boolean => shardOf(parameter) !== null;
  const divided = powered(parameters.filter(isDivided), normType);
  allReduce(divided, { op: normType === Infinity ? ReduceOp.MAX : ReduceOp.SUM, group });
  const others = powered(
    parameters.filter((parameter) => !isDivided(parameter)),
    normType,
  );
  return normType === Infinity ? divided.maximum(others) : divided.add(others).pow(1 / normType);
}

/** What is added up over ranks: the norm to its power, or for the greatest value itself. */
function powered(parameters: readonly Tensor[], normType: number): Tensor {
  const gradients = parameters.flatMap(({ grad }) => (grad && grad.numel() > 0 ? grad : []));
  if (gradients.length === 0) return zeros([]);
  const norm = getTotalNorm(gradients, normType).clone();
  return normType === Infinity ? norm : norm.pow(normType);
}
