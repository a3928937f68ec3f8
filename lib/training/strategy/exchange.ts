import { allGather, allReduce, broadcast, type ProcessGroup, ReduceOp } from '../../c10d/index';
import { noGrad } from '../../autograd/modes';
import type { Module } from '../../nn/index';
import type { Optimizer } from '../../optim/index';
import { fromTypedArray, tensor as makeTensor } from '../../ops/creation/index';
import { zeros, zerosLike } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { load } from '../../serialization/load';
import { saveToBuffer } from '../../serialization/save';
import { float64, int64 } from '../../tensor/dtype';

/** What the ranks of a training run exchange, besides the gradients. Nothing here blocks the thread, unless it says so. */

/** Tensors here outlive a turn of the event loop, so no scope has them. */
async function using<R>(tensors: readonly Tensor[], body: () => Promise<R>): Promise<R> {
  try {
    return await body();
  } finally {
    for (const tensor of tensors) tensor.dispose();
  }
}

/** The sum of each number over the ranks; the same bits everywhere. */
export function sum(group: ProcessGroup, values: readonly number[]): Promise<number[]> {
  const tensor = makeTensor(values, { dtype: float64 });
  return using([tensor], async () => {
    await allReduce(tensor, { group, asyncOp: true });
    return tensor.tolist<number[]>();
  });
}

/** The same for one number, and this thread waits. */
export function sumNow(group: ProcessGroup, value: number): number {
  const tensor = makeTensor([value], { dtype: float64 });
  allReduce(tensor, { group });
  return Number(tensor.item());
}

/** What each rank has given, on all ranks. */
export async function gather<T>(group: ProcessGroup, value: T): Promise<T[]> {
  const bytes = saveToBuffer({ value });
  const counts = await gatherTensors(group, makeTensor([bytes.length], { dtype: int64 }));
  const lengths = counts.map((count) => Number(count[0]));
  const longest = Math.max(...lengths);
  const padded = new Uint8Array(longest);
  padded.set(bytes);
  const parts = await gatherTensors(group, fromTypedArray(padded));
  return parts.map(
    (part, rank) => load<{ value: T }>(Buffer.from(part as Uint8Array).subarray(0, lengths[rank])).value,
  );
}

/** One tensor of each rank, as numbers. */
function gatherTensors(group: ProcessGroup, own: Tensor): Promise<ArrayLike<number | bigint>[]> {
  const all = Array.from({ length: group.size() }, () => zeros(own.shape, { dtype: own.dtype }));
  return using([own, ...all], async () => {
    await allGather(all, own, { group, asyncOp: true });
    return all.map((tensor) => tensor.toTypedArray() as ArrayLike<number | bigint>);
  });
}

/** Gives all ranks the buffers of rank 0. */
export async function shareBuffers(group: ProcessGroup, model: Module): Promise<void> {
  for (const buffer of model.buffers()) await broadcast(buffer, { src: 0, group, asyncOp: true });
}

/**
 * Averages the gradients of an optimizer's parameters over the ranks. A parameter that has one on some ranks only counts as
 * zero on the others; one that has none anywhere stays without.
 */
export async function averageGradients(group: ProcessGroup, optimizer: Optimizer): Promise<void> {
  const parameters = optimizer.paramGroups.flatMap(({ params }) => params);
  const used = await sum(
    group,
    parameters.map(({ grad }) => (grad === null ? 0 : 1)),
  );
  for (const [i, parameter] of parameters.entries()) {
    if (used[i] === 0) continue;
    parameter.grad ??= noGrad(() => zerosLike(parameter));
    const { grad } = parameter;
    if (!grad) continue;
    await allReduce(grad, { op: ReduceOp.SUM, group, asyncOp: true });
    noGrad(() => grad.div_(group.size()));
  }
}
