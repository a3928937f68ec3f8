import { native } from '../native/binding';
import { listOfInts, nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { tensor } from '../tensor/arguments';
import { type Tensor, handleOf } from '../tensor/tensor';
import { type Async, type CollectiveOptions, type Sync, asyncField, memberGroup } from './arguments';
import { real, realHandles, requireOneDtype, tensorArray } from './tensors';
import { type Work, launch } from './work';
import { type GroupOrNone, groupField } from './world';

export interface AllToAllSingleOptions extends CollectiveOptions {
  /** How many rows come from each rank; equally many by default. */
  readonly outputSplitSizes?: readonly number[] | null;
  /** How many rows go to each rank; equally many by default. */
  readonly inputSplitSizes?: readonly number[] | null;
}

const LIST = {
  outputTensorList: tensorArray(),
  inputTensorList: tensorArray(),
  group: groupField(),
  asyncOp: asyncField,
};

/**
 * Each rank sends a tensor to each other, and receives one from each.
 *
 * @param outputTensorList The tensors that come, by rank; they are written to.
 * @param inputTensorList The tensors that go, by rank.
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_to_all
 * @example
 * const each = (value: number) => Array.from({ length: torch.distributed.getWorldSize() }, () => torch.full([1], value));
 * torch.distributed.allToAll(each(0), each(torch.distributed.getRank()));
 */
export function allToAll(
  outputTensorList: readonly Tensor[],
  inputTensorList: readonly Tensor[],
  options: CollectiveOptions & Async,
): Work;
export function allToAll(
  outputTensorList: readonly Tensor[],
  inputTensorList: readonly Tensor[],
  options?: CollectiveOptions & Sync,
): undefined;
export function allToAll(
  outputTensorList: readonly Tensor[],
  inputTensorList: readonly Tensor[],
  group?: GroupOrNone | null,
  asyncOp?: boolean | CollectiveOptions,
): Work | undefined;
export function allToAll(...args: readonly unknown[]): Work | undefined {
  const { outputTensorList, inputTensorList, group, asyncOp } = readArguments('allToAll', LIST, args);
  const members = memberGroup('allToAll', group);
  if (!members) return undefined;
  requireOneDtype([...outputTensorList, ...inputTensorList]);
  return launch('allToAll', members, asyncOp, (box, wait) =>
    native.allToAll(box, realHandles(outputTensorList), realHandles(inputTensorList), wait),
  );
}

const SINGLE = {
  output: tensor(),
  input: tensor(),
  outputSplitSizes: nullable(listOfInts()),
  inputSplitSizes: nullable(listOfInts()),
  group: groupField(),
  asyncOp: asyncField,
};

/**
 * Splits a tensor by rows and sends a part to each rank; what comes from all ranks stands in the output, one behind the
 * other.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.html#torch.distributed.all_to_all_single
 * @example
 * const size = torch.distributed.getWorldSize();
 * torch.distributed.allToAllSingle(torch.zeros([size]), torch.ones([size]));
 */
export function allToAllSingle(output: Tensor, input: Tensor, options: AllToAllSingleOptions & Async): Work;
export function allToAllSingle(output: Tensor, input: Tensor, options?: AllToAllSingleOptions & Sync): undefined;
export function allToAllSingle(
  output: Tensor,
  input: Tensor,
  outputSplitSizes?: readonly number[] | null | AllToAllSingleOptions,
  inputSplitSizes?: readonly number[] | null | AllToAllSingleOptions,
  group?: GroupOrNone | null | CollectiveOptions,
  asyncOp?: boolean | CollectiveOptions,
): Work | undefined;
export function allToAllSingle(...args: readonly unknown[]): Work | undefined {
  const given = readArguments('allToAllSingle', SINGLE, args);
  const members = memberGroup('allToAllSingle', given.group);
  if (!members) return undefined;
  requireOneDtype([given.output, given.input]);
  const [output, input] = [handleOf(real(given.output)), handleOf(real(given.input))];
  const sizes = [given.outputSplitSizes ?? [], given.inputSplitSizes ?? []] as const;
  return launch('allToAllSingle', members, given.asyncOp, (box, wait) =>
    native.allToAllSingle(box, output, input, ...sizes, wait),
  );
}
