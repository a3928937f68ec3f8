/** What a jagged tensor is made of, and whether the parts fit each other. */
import { typeError, valueError } from '../errors';
import { arange } from '../ops/generated/functions';
import { finfo, iinfo } from '../ops/python/types';
import type { Tensor } from '../ops/tensor-methods';
import { type DType, int32, int64 } from '../tensor/dtype';

/** What a `JaggedTensor` is made of. @internal */
export interface JaggedParts {
  readonly values: Tensor;
  readonly offsets: Tensor;
  readonly lengths: Tensor | null;
  readonly raggedIdx: number;
  readonly minSeqlen: number | null;
  readonly maxSeqlen: number | null;
}

/** Python numbers the offsets of a program in the order in which tensors are made with them. */
const raggedNames = new WeakMap<Tensor, string>();
let named = 0;

/** The name of the ragged dimension of rows with these offsets or lengths. @internal */
export function raggedName(source: Tensor): string {
  let name = raggedNames.get(source);
  if (name === undefined) raggedNames.set(source, (name = `j${named++}`));
  return name;
}

/** How many elements each row has. @internal */
export function rowLengths({ lengths, offsets }: JaggedParts): Tensor {
  return lengths ?? offsets.diff();
}

/** For each of `total` elements of the ragged dimension its row, and its place in it. @internal */
export function placesOf({ offsets }: JaggedParts, total: number): readonly [row: Tensor, place: Tensor] {
  const all = arange(total, { device: offsets.device });
  const row = all
    .unsqueeze(1)
    .ge(offsets.narrow(0, 1, offsets.numel() - 1).unsqueeze(0))
    .sum(1);
  const begins = offsets.to(int64).indexSelect(0, row.clamp(0, Math.max(offsets.numel() - 2, 0)));
  return [row, all.sub(begins)];
}

/** The least and the largest number of a dtype: what stands in the place of missing elements. @internal */
export function extremes(dtype: DType): { readonly min: number; readonly max: number } {
  if (dtype.kind === 'bool') return { min: 0, max: 1 };
  const { min, max } = dtype.isFloatingPoint ? finfo(dtype) : iinfo(dtype);
  return { min: Number(min), max: Number(max) };
}

/** Checks the parts: rows must lie in the values, one behind the other unless there are lengths. @internal */
export function requireParts({ values, offsets, lengths, raggedIdx }: JaggedParts): void {
  if (offsets.ndim !== 1) throw valueError(`offsets must be 1D, but got ${offsets.ndim}D`);
  if (String(values.device) !== String(offsets.device)) {
    throw valueError(
      'values and offsets must be on the same device, but got ' +
        `values.device=${String(values.device)} and offsets.device=${String(offsets.device)}`,
    );
  }
  for (const [name, given] of Object.entries({ offsets, lengths })) {
    if (given === null || given.dtype === int64 || given.dtype === int32) continue;
    throw typeError(`a jagged tensor: '${name}' should be a Tensor of int64 or int32, got ${String(given.dtype)}`);
  }
  if (offsets.numel() === 0) throw valueError('a jagged tensor: offsets need one number more than there are rows');
  if (raggedIdx > values.ndim) {
    throw valueError(`jagged_dim ${raggedIdx} is beyond the ${values.ndim + 1} dimensions of the nested tensor`);
  }
  const batch = offsets.numel() - 1;
  if (lengths !== null && (lengths.ndim !== 1 || lengths.numel() !== batch)) {
    throw valueError(
      'offsets and lengths batch sizes must match: ' +
        `offsets.shape[0] - 1 = ${batch}, lengths.shape[0] = ${lengths.shape[0] ?? 0}`,
    );
  }
}
