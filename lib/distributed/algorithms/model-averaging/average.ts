import { allReduce } from '../../../c10d/all-reduce';
import type { ProcessGroup } from '../../../c10d/process-group';
import { type GroupOrNone, NON_GROUP_MEMBER, groupOrDefault } from '../../../c10d/world';
import { withoutGrad } from '../../../native/grad-mode';
import { cat } from '../../../ops/generated/functions';
import type { Tensor } from '../../../ops/tensor-methods';

/** What averagers have in common. */

/** All parameters in one tensor, divided by the number of ranks: what is summed. */
function flattened(parameters: readonly Tensor[], group: ProcessGroup): Tensor {
  return withoutGrad(() => cat(parameters.map((parameter) => parameter.detach().reshape([-1]))).div_(group.size()));
}

/** The parameters out of one tensor again. */
function spread(flat: Tensor, parameters: readonly Tensor[]): void {
  withoutGrad(() => {
    let offset = 0;
    for (const parameter of parameters) {
      parameter.detach().copy_(flat.narrow(0, offset, parameter.numel()).viewAs(parameter));
      offset += parameter.numel();
    }
  });
}

/** @internal */
export function averageNow(parameters: readonly Tensor[], given: GroupOrNone | null): void {
  if (given === NON_GROUP_MEMBER) return;
  const group = groupOrDefault(given);
  const flat = flattened(parameters, group);
  allReduce(flat, { group });
  spread(flat, parameters);
}

/** @internal */
export async function averageLater(parameters: readonly Tensor[], given: GroupOrNone | null): Promise<void> {
  if (given === NON_GROUP_MEMBER) return;
  const group = groupOrDefault(given);
  const flat = flattened(parameters, group);
  await allReduce(flat, { group, asyncOp: true });
  spread(flat, parameters);
}

/** What a period of one step means. @internal */
export const ALWAYS = (when: string): string =>
  `${when}, no need to use model averaging because the communication cost of all-reducing parameters will be no less than ` +
  'the cost of all-reducing gradients by DistributedDataParallel in the backward pass. Therefore, only ' +
  'DistributedDataParallel should be used for this case.';
