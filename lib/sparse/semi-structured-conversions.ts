/** The compressed form of matrices with two zeros in each four elements, as CUTLASS stores it; in plain tensor code, as in Python. */
import { runtimeError } from '../errors';
import { arange, gather, stack, zeros } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { type DType, bfloat16, float16, float32, int16, int32, int64, int8 } from '../tensor/dtype';
import type { Device } from '../tensor/device';

/** Four positions of two bits each fit into half a byte: how many of those an element of the metadata has. */
const quadbits = (meta: DType): number => (meta.itemsize * 8) / 4;

/** How many elements of a matrix one position of the metadata stands for. */
const sparseWidth = (dtype: DType): number => (dtype === float32 ? 2 : 4);

/** Where each element of the metadata goes: rows in groups, blocks of 2 × 2 swizzled, two columns interleaved. */
function reorderingOffsets(rows: number, columns: number, meta: DType, device: Device): Tensor {
  const [group, interweave] = meta.itemsize === 2 ? [32, 4] : [16, 2];
  const row = arange(rows, { device }).unsqueeze(1).repeat([1, columns]);
  const column = arange(columns, { device }).repeat([rows, 1]);
  const floored = { roundingMode: 'floor' } as const;
  const grouped = row
    .div(group, floored)
    .mul(group)
    .add(row.remainder(8).mul(interweave))
    .add(row.remainder(group).div(8, floored));
  const isOdd = (x: Tensor): Tensor => x.remainder(2).eq(1);
  const topRight = isOdd(grouped).logicalNot().logicalAnd(isOdd(column)).to(int8);
  const bottomLeft = isOdd(grouped).logicalAnd(isOdd(column).logicalNot()).to(int8);
  const shift = topRight.sub(bottomLeft);
  const [toRow, toColumn] = [grouped.add(shift), column.sub(shift)];
  const major = toColumn.div(2, floored);
  return major
    .mul(rows * 2)
    .add(toRow.mul(2))
    .add(toColumn.remainder(2))
    .view([-1]);
}

function metaDtype(dtype: DType): DType {
  if (dtype === int8) return int32;
  if (dtype === float16 || dtype === bfloat16 || dtype === float32) return int16;
  throw runtimeError(`Invalid datatype ${String(dtype)} of dense matrix`);
}

function requireMultiples(rows: number, columns: number, meta: DType): void {
  const [tall, wide] = [meta === int32 ? 16 : 32, 4 * quadbits(meta)];
  if (rows % tall !== 0) throw runtimeError(`Number of rows of dense matrix ${rows} must be divisible by ${tall}`);
  if (columns % wide !== 0) {
    throw runtimeError(`Number of columns of dense matrix ${columns} must be divisible by ${wide}`);
  }
}

/** The positions of the two elements that are kept of each four, as int64 of two bits. */
function keptPositions(nonzero: readonly Tensor[]): readonly [Tensor, Tensor] {
  const [m0, m1, m3] = nonzero as [Tensor, Tensor, Tensor];
  const both = m0.logicalAnd(m1);
  const second = m0.logicalNot().logicalAnd(m1);
  const neither = m0.logicalOr(m1).logicalNot();
  const bit2 = both.logicalOr(neither).logicalOr(m3);
  const bit3 = second.logicalOr(m1.logicalNot());
  const position = (low: Tensor, high: Tensor): Tensor => high.to(int64).mul(2).add(low.to(int64));
  return [position(second, neither), position(bit2, bit3)];
}

/** The elements that are kept, and where they stood. Of more than two in four, the first ones are kept. */
export function fromDenseCutlass(dense: Tensor): readonly [packed: Tensor, meta: Tensor] {
  if (dense.ndim !== 2) {
    throw runtimeError(`Expected 2-dimensional dense tensor, got ${dense.ndim}-dimensional tensor`);
  }
  const [rows, columns] = dense.shape as [number, number];
  const meta = metaDtype(dense.dtype);
  requireMultiples(rows, columns, meta);
  const width = sparseWidth(dense.dtype);
  const tiles = dense.view([-1, columns / width, width]);
  const flags = tiles.ne(0).unbind(-1) as [Tensor, Tensor, Tensor, Tensor];
  const [first, second] = keptPositions(width === 4 ? [flags[0], flags[1], flags[3]] : [flags[0], flags[0], flags[1]]);
  const kept =
    width === 4
      ? stack([tiles.gather(-1, first.unsqueeze(-1)), tiles.gather(-1, second.unsqueeze(-1))], -1)
      : tiles.gather(-1, first.unsqueeze(-1).div(2, { roundingMode: 'floor' }));
  const metaColumns = columns / (width * quadbits(meta));
  const encoded = encode(
    first
      .add(second.mul(4))
      .view([-1, metaColumns, quadbits(meta)])
      .to(meta),
  );
  const offsets = reorderingOffsets(rows, metaColumns, meta, dense.device);
  const reordered = encoded.newEmpty([rows * metaColumns]).scatter_(0, offsets, encoded.view([-1]));
  return [kept.view([rows, columns / 2]), reordered.view([rows, metaColumns])];
}

/** Half bytes of the last dimension as one number. */
function encode(halves: Tensor): Tensor {
  return halves
    .unbind(-1)
    .map((half, i) => half.bitwiseLeftShift(4 * i))
    .reduce((all, half) => all.bitwiseOr(half));
}

/** The positions, two bits each, that numbers of the metadata hold, in a new last dimension. */
function decode(meta: Tensor): Tensor {
  const positions = 2 * quadbits(meta.dtype);
  const parts = Array.from({ length: positions }, (_, i) => meta.bitwiseRightShift(2 * i).bitwiseAnd(3));
  return stack(parts, -1);
}

function requireParts(sparse: Tensor, meta: Tensor): void {
  if (sparse.ndim !== 2) {
    throw runtimeError(`Expected 2-dimensional sparse tensor, got ${sparse.ndim}-dimensional tensor`);
  }
  if (meta.ndim !== 2) throw runtimeError(`Expected 2-dimensional meta tensor, got ${meta.ndim}-dimensional tensor`);
  if (String(meta.device) !== String(sparse.device)) {
    throw runtimeError(
      `Expected meta matrix to be on ${String(sparse.device)} device, got matrix on ${String(meta.device)} device`,
    );
  }
  if (meta.dtype !== int16 && meta.dtype !== int32) {
    throw runtimeError(`Invalid datatype ${String(meta.dtype)} of meta matrix`);
  }
  const [rows, columns] = sparse.shape as [number, number];
  const [metaRows, metaColumns] = meta.shape as [number, number];
  if (metaRows !== rows) {
    throw runtimeError(
      `Number of rows of meta matrix ${metaRows} must be equal to number of columns of sparse matrix ${rows}`,
    );
  }
  const wanted = metaColumns * sparseWidth(sparse.dtype) * quadbits(meta.dtype);
  if (wanted !== 2 * columns) {
    throw runtimeError(
      `Number of columns of sparse matrix ${columns} different from the ${Math.floor(wanted / 2)}, expected according to ` +
        'the number of columns of meta matrix',
    );
  }
}

/** The matrix of which {@link fromDenseCutlass} made these parts. */
export function toDenseCutlass(sparse: Tensor, reordered: Tensor): Tensor {
  requireParts(sparse, reordered);
  const [rows, columns] = sparse.shape as [number, number];
  const { device, dtype } = sparse;
  const metaColumns = reordered.shape[1] as number;
  const offsets = reorderingOffsets(rows, metaColumns, reordered.dtype, device);
  const positions = decode(gather(reordered.view([-1]), 0, offsets).view([rows, metaColumns]));
  const tiles = (2 * rows * columns) / sparseWidth(dtype);
  const begins = arange(tiles, { device }).mul(4).view([-1, 1]).repeat([1, 2]).view([-1]);
  const places = positions.view([-1]).add(begins);
  const dense = zeros([rows * 2 * columns], { dtype, device });
  // A pair of float32 lies in the memory of four halves, of which the first or the last two are kept.
  const as = (x: Tensor): Tensor => (dtype === float32 ? x.view(float16) : x);
  as(dense).scatter_(0, places, as(sparse).view([-1]));
  return dense.view([rows, 2 * columns]);
}
