import { native } from '../native/binding';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import { type Tensor, handleOf } from '../tensor/tensor';
import { warn } from '../errors';
import { type Async, type CollectiveOptions, type Sync, asyncField, memberGroup } from './arguments';
import { real, realHandles, requireOneDtype, tensorArray, tensorArrays } from './tensors';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

const LIST = { tensorList: tensorArray(), tensor: tensor(), group: groupField(), asyncOp: asyncField };

/**
 * Gathers a tensor of each rank, on all ranks.
 *
 * @param tensorList A tensor for each rank, which is written to.
 * @param tensor This rank's.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_gather
 * @example
 * const all = Array.from({ length: torch.distributed.getWorldSize() }, () => torch.zeros([2]));
 * torch.distributed.allGather(all, torch.ones([2]));
 */
export function allGather(tensorList: readonly Tensor[], tensor: Tensor, options: CollectiveOptions & Async): Work;
export function allGather(tensorList: readonly Tensor[], tensor: Tensor, options?: CollectiveOptions & Sync): undefined;
export function allGather(
  tensorList: readonly Tensor[],
  tensor: Tensor,
  group?: GroupOrNone | null,
  asyncOp?: boolean | CollectiveOptions,
): Work | undefined;
export function allGather(...args: readonly unknown[]): Work | undefined {
  const { tensorList, tensor: given, group, asyncOp } = readArguments('allGather', LIST, args);
  requireOneDtype([...tensorList, given]);
  const members = memberGroup('allGather', group);
  if (!members) return undefined;
  return launch('allGather', members, asyncOp, (box, wait) =>
    native.allGather(box, [realHandles(tensorList)], realHandles([given]), wait),
  );
}

const SINGLE = { outputTensor: tensor(), inputTensor: tensor(), group: groupField(), asyncOp: asyncField };

/**
 * Gathers a tensor of each rank into one tensor, on all ranks: one behind the other along the first dimension.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_gather_single
 * @example
 * const all = torch.zeros([torch.distributed.getWorldSize() * 2]);
 * torch.distributed.allGatherSingle(all, torch.ones([2]));
 */
export function allGatherSingle(outputTensor: Tensor, inputTensor: Tensor, options: CollectiveOptions & Async): Work;
export function allGatherSingle(
  outputTensor: Tensor,
  inputTensor: Tensor,
  options?: CollectiveOptions & Sync,
): undefined;
export function allGatherSingle(
  outputTensor: Tensor,
  inputTensor: Tensor,
  group?: GroupOrNone | null,
  asyncOp?: boolean | CollectiveOptions,
): Work | undefined;
export function allGatherSingle(...args: readonly unknown[]): Work | undefined {
  return gatherSingle('allGatherSingle', args);
}

function gatherSingle(label: string, args: readonly unknown[]): Work | undefined {
  const { outputTensor, inputTensor, group, asyncOp } = readArguments(label, SINGLE, args);
  const members = memberGroup(label, group);
  if (!members) return undefined;
  return launch(label, members, asyncOp, (box, wait) =>
    native.allGatherSingle(box, handleOf(real(outputTensor)), handleOf(real(inputTensor)), wait),
  );
}

/**
 * The old name of {@link allGatherSingle}.
 *
 * @deprecated Python 2.13 says: use `allGatherSingle`.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_gather_into_tensor
 * @example
 * const all = torch.empty([distributed.getWorldSize() * 2]);
 * distributed.allGatherIntoTensor(all, torch.ones([2]));
 * all.tolist(); // [1, 1]
 */
const allGatherIntoTensor = ((...args: readonly unknown[]) => {
  warn(
    '`torch.distributed.allGatherIntoTensor` is deprecated. Please use `torch.distributed.allGatherSingle` instead.',
  );
  return gatherSingle('allGatherIntoTensor', args);
}) as typeof allGatherSingle;

export { allGatherIntoTensor };

const COALESCED = {
  outputTensorLists: tensorArrays(),
  inputTensorList: tensorArray(),
  group: groupField(),
  asyncOp: asyncField,
};

/**
 * Gathers several tensors of each rank, on all ranks.
 *
 * @param outputTensorLists For each rank its tensors.
 * @deprecated As in Python.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_gather_coalesced
 * @example
 * const mine = [torch.ones([2]), torch.zeros([3])];
 * const all = Array.from({ length: distributed.getWorldSize() }, () => mine.map((tensor) => torch.emptyLike(tensor)));
 * distributed.allGatherCoalesced(all, mine);
 * all[0]![1]!.tolist(); // [0, 0, 0]
 */
export function allGatherCoalesced(
  outputTensorLists: readonly (readonly Tensor[])[],
  inputTensorList: readonly Tensor[],
  options: CollectiveOptions & Async,
): Work;
export function allGatherCoalesced(
  outputTensorLists: readonly (readonly Tensor[])[],
  inputTensorList: readonly Tensor[],
  options?: CollectiveOptions & Sync,
): undefined;
export function allGatherCoalesced(
  outputTensorLists: readonly (readonly Tensor[])[],
  inputTensorList: readonly Tensor[],
  group?: GroupOrNone | null,
  asyncOp?: boolean | CollectiveOptions,
): Work | undefined;
export function allGatherCoalesced(...args: readonly unknown[]): Work | undefined {
  const { outputTensorLists, inputTensorList, group, asyncOp } = readArguments('allGatherCoalesced', COALESCED, args);
  const members = memberGroup('allGatherCoalesced', group);
  if (!members) return undefined;
  for (const list of [inputTensorList, ...outputTensorLists]) requireOneDtype(list);
  return launch('allGatherCoalesced', members, asyncOp, (box, wait) =>
    native.allGatherCoalesced(box, outputTensorLists.map(realHandles), realHandles(inputTensorList), wait),
  );
}
