import { valueError } from '../../errors';
import type { Tensor } from '../../ops/tensor-methods';

/** What Embedding and EmbeddingBag share. */

/** A row counted from the end is counted from the start from here on. */
export function normalizePadding(paddingIdx: number | null, rows: number): number | null {
  if (paddingIdx === null) return null;
  if (paddingIdx >= rows || paddingIdx < -rows) throw valueError('paddingIdx must be within numEmbeddings');
  return paddingIdx < 0 ? paddingIdx + rows : paddingIdx;
}

/** Rows and columns of given embeddings. */
export function matrixShape(embeddings: Tensor): readonly [rows: number, columns: number] {
  const [rows, columns] = embeddings.shape;
  if (rows === undefined || columns === undefined || embeddings.ndim !== 2) {
    throw valueError('Embeddings parameter is expected to be 2-dimensional');
  }
  return [rows, columns];
}
