import { native } from '../native/binding';
import { runtimeError } from '../errors';
import { int64, uint8 } from '../tensor/dtypes';
import { type Tensor, handleOf, wrap } from '../tensor/tensor';
import { allGather } from './all-gather';
import { broadcast } from './broadcast';
import { gather, scatter } from './gather';
import { type ProcessGroup, groupFacts } from './process-group';
import type { Work } from './work';

/**
 * Collectives of bytes, of which each rank may have another number. Python's collectives of objects send their pickles in the
 * same messages.
 */

/** A collective in steps: each is to end before the next begins. */
export type WorkSteps<T> = Generator<Work | undefined, T>;

/** Blocks for each step. */
export function runNow<T>(steps: WorkSteps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    step.value?.wait();
  }
}

/** Leaves this thread to others meanwhile. */
export async function runLater<T>(steps: WorkSteps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await step.value;
  }
}

export function bytesTensor(bytes: Uint8Array, group: ProcessGroup): Tensor {
  const copy = Uint8Array.from(bytes);
  return onDevice(wrap(native.fromBytes(copy.buffer, 0, copy.length, uint8.code, [copy.length])), group);
}

export function sizesTensor(sizes: readonly number[], group: ProcessGroup): Tensor {
  const numbers = BigInt64Array.from(sizes, BigInt);
  return onDevice(wrap(native.fromBytes(numbers.buffer, 0, numbers.byteLength, int64.code, [sizes.length])), group);
}

/** NCCL takes tensors of a GPU only. */
function onDevice(tensor: Tensor, group: ProcessGroup): Tensor {
  const onCpu = groupFacts(group).backends.some(([device]) => device === 'cpu');
  return onCpu ? tensor : (tensor as unknown as { cuda(): Tensor }).cuda();
}

export const bytesOf = (tensor: Tensor): Uint8Array => new Uint8Array(native.toBytes(handleOf(tensor)));

export function sizesOf(label: string, tensor: Tensor): number[] {
  const sizes = Array.from(new BigInt64Array(native.toBytes(handleOf(tensor))), Number);
  if (sizes.every((size) => size >= 0 && Number.isSafeInteger(size))) return sizes;
  throw runtimeError(`${label}: another rank sent ${sizes.join(', ')} as the sizes of its objects`);
}

export const zeroBytes = (count: number, group: ProcessGroup): Tensor => bytesTensor(new Uint8Array(count), group);

/** `bytes` and zeros behind them, up to a size. */
function padded(bytes: Uint8Array, size: number): Uint8Array {
  const all = new Uint8Array(size);
  all.set(bytes);
  return all;
}

export const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);

/** Cuts a row of bytes into parts. */
export function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  let offset = 0;
  return sizes.map((size) => bytes.subarray(offset, (offset += size)));
}

function* exchangeSizes(label: string, group: ProcessGroup, size: number): WorkSteps<number[]> {
  const all = Array.from({ length: group.size() }, () => sizesTensor([0], group));
  yield allGather(all, sizesTensor([size], group), { group, asyncOp: true });
  return all.flatMap((one) => sizesOf(label, one));
}

/** The bytes of all ranks, on all ranks. */
export function* allGatherBytes(label: string, group: ProcessGroup, bytes: Uint8Array): WorkSteps<Uint8Array[]> {
  const sizes = yield* exchangeSizes(label, group, bytes.length);
  const most = Math.max(...sizes);
  const outputs = sizes.map(() => zeroBytes(most, group));
  yield allGather(outputs, bytesTensor(padded(bytes, most), group), { group, asyncOp: true });
  return outputs.map((output, i) => bytesOf(output).subarray(0, sizes[i]));
}

/** The bytes of all ranks on the root, a rank of the group; null elsewhere. */
export function* gatherBytes(
  label: string,
  group: ProcessGroup,
  bytes: Uint8Array,
  root: number,
): WorkSteps<Uint8Array[] | null> {
  const sizes = yield* exchangeSizes(label, group, bytes.length);
  const most = Math.max(...sizes);
  const outputs = root === group.rank() ? sizes.map(() => zeroBytes(most, group)) : null;
  yield gather(bytesTensor(padded(bytes, most), group), outputs, { groupDst: root, group, asyncOp: true });
  return outputs && outputs.map((output, i) => bytesOf(output).subarray(0, sizes[i]));
}

/** The parts that the root has, on all ranks; the others say how many they wait for. */
export function* broadcastBytes(
  label: string,
  group: ProcessGroup,
  given: readonly Uint8Array[] | number,
  root: number,
): WorkSteps<Uint8Array[]> {
  const parts = typeof given === 'number' ? null : given;
  const count = parts?.length ?? (given as number);
  const sizes = sizesTensor(parts?.map(({ length }) => length) ?? Array.from({ length: count }, () => 0), group);
  yield broadcast(sizes, { groupSrc: root, group, asyncOp: true });
  const lengths = sizesOf(label, sizes);
  const row = parts ? bytesTensor(Buffer.concat(parts), group) : zeroBytes(sum(lengths), group);
  yield broadcast(row, { groupSrc: root, group, asyncOp: true });
  return cut(bytesOf(row), lengths);
}

/** Each rank's part of what the root has; null elsewhere. */
export function* scatterBytes(
  label: string,
  group: ProcessGroup,
  parts: readonly Uint8Array[] | null,
  root: number,
): WorkSteps<Uint8Array> {
  const most = sizesTensor([Math.max(0, ...(parts ?? []).map(({ length }) => length))], group);
  yield broadcast(most, { groupSrc: root, group, asyncOp: true });
  const [width = 0] = sizesOf(label, most);
  const row = zeroBytes(width, group);
  const rows = parts?.map((part) => bytesTensor(padded(part, width), group)) ?? null;
  yield scatter(row, rows, { groupSrc: root, group, asyncOp: true });
  const size = sizesTensor([0], group);
  const sizes = parts?.map(({ length }) => sizesTensor([length], group)) ?? null;
  yield scatter(size, sizes, { groupSrc: root, group, asyncOp: true });
  const [length] = sizesOf(label, size);
  return bytesOf(row).subarray(0, length);
}
