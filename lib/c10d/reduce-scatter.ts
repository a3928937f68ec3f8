import { native } from '../native/binding';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import { type Tensor, handleOf } from '../tensor/tensor';
import { warn } from '../errors';
import type { AllReduceOptions } from './all-reduce';
import { type Async, type CollectiveOptions, type Sync, asyncField, handles, memberGroup } from './arguments';
import { type ReduceOp, encodeOp, reduceOp } from './reduce-op';
import { requireOneDtype, tensorArray } from './tensors';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

const LIST = {
  output: tensor(),
  inputList: tensorArray(),
  op: reduceOp(),
  group: groupField(),
  asyncOp: asyncField,
};

/**
 * Reduces a list of tensors over all ranks, and gives each rank the one of its place.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.reduce_scatter
 * @example
 * const share = torch.zeros([2]);
 * const parts = Array.from({ length: torch.distributed.getWorldSize() }, () => torch.ones([2]));
 * torch.distributed.reduceScatter(share, parts);
 */
export function reduceScatter(output: Tensor, inputList: readonly Tensor[], options: AllReduceOptions & Async): Work;
export function reduceScatter(
  output: Tensor,
  inputList: readonly Tensor[],
  options?: AllReduceOptions & Sync,
): undefined;
export function reduceScatter(
  output: Tensor,
  inputList: readonly Tensor[],
  op?: ReduceOp | AllReduceOptions,
  group?: GroupOrNone | null | CollectiveOptions,
  asyncOp?: boolean,
): Work | undefined;
export function reduceScatter(...args: readonly unknown[]): Work | undefined {
  const { output, inputList, op, group, asyncOp } = readArguments('reduceScatter', LIST, args);
  requireOneDtype([output, ...inputList]);
  const members = memberGroup('reduceScatter', group);
  if (!members) return undefined;
  return launch('reduceScatter', members, asyncOp, (box, wait) =>
    native.reduceScatter(box, handles([output]), [handles(inputList)], encodeOp(op), wait),
  );
}

const SINGLE = { output: tensor(), input: tensor(), op: reduceOp(), group: groupField(), asyncOp: asyncField };

/**
 * Reduces a tensor over all ranks, and gives each rank one part of it, along the first dimension.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.reduce_scatter_single
 * @example
 * const share = torch.zeros([2]);
 * torch.distributed.reduceScatterSingle(share, torch.ones([torch.distributed.getWorldSize() * 2]));
 */
export function reduceScatterSingle(output: Tensor, input: Tensor, options: AllReduceOptions & Async): Work;
export function reduceScatterSingle(output: Tensor, input: Tensor, options?: AllReduceOptions & Sync): undefined;
export function reduceScatterSingle(
  output: Tensor,
  input: Tensor,
  op?: ReduceOp | AllReduceOptions,
  group?: GroupOrNone | null | CollectiveOptions,
  asyncOp?: boolean,
): Work | undefined;
export function reduceScatterSingle(...args: readonly unknown[]): Work | undefined {
  return scatterSingle('reduceScatterSingle', args);
}

function scatterSingle(label: string, args: readonly unknown[]): Work | undefined {
  const { output, input, op, group, asyncOp } = readArguments(label, SINGLE, args);
  const members = memberGroup(label, group);
  if (!members) return undefined;
  return launch(label, members, asyncOp, (box, wait) =>
    native.reduceScatterSingle(box, handleOf(output), handleOf(input), encodeOp(op), wait),
  );
}

/**
 * The old name of {@link reduceScatterSingle}.
 *
 * @deprecated Python 2.13 says: use `reduceScatterSingle`.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.reduce_scatter_tensor
 * @example
 * const mine = torch.empty([2]);
 * distributed.reduceScatterTensor(mine, torch.ones([2 * distributed.getWorldSize()]));
 * mine.tolist(); // [1, 1]
 */
const reduceScatterTensor = ((...args: readonly unknown[]) => {
  warn(
    '`torch.distributed.reduceScatterTensor` is deprecated. Please use `torch.distributed.reduceScatterSingle` instead.',
  );
  return scatterSingle('reduceScatterTensor', args);
}) as typeof reduceScatterSingle;

export { reduceScatterTensor };
