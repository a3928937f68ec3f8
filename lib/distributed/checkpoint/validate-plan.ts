import { type ChunkStorageMetadata, type Metadata, TensorStorageMetadata } from './metadata';
import { volumeOf } from '../../arguments/extents';

/** Whether the parts of each tensor lie inside of it, do not overlap, and fill it. Returns what is wrong. @internal */
export function validateGlobalPlan(ranks: number, metadata: Metadata): string[] {
  return [...metadata.stateDictMetadata].flatMap(([key, entry]) => {
    if (!(entry instanceof TensorStorageMetadata) || entry.size.length === 0) return [];
    return [...outside(key, entry), ...overlaps(key, entry), ...unfilled(key, entry, ranks)];
  });
}

const text = ({ offsets, sizes }: ChunkStorageMetadata): string => `[${sizes.join(', ')}] at [${offsets.join(', ')}]`;

function outside(key: string, { size, chunks }: TensorStorageMetadata): string[] {
  const inside = ({ offsets, sizes }: ChunkStorageMetadata): boolean =>
    size.every((extent, dim) => (offsets[dim] ?? -1) >= 0 && (offsets[dim] ?? 0) + (sizes[dim] ?? Infinity) <= extent);
  return chunks
    .filter((chunk) => !inside(chunk))
    .map((chunk) => `key:${key} has out of bounds chunk: tensor-size:[${size.join(', ')}] chunk: ${text(chunk)}`);
}

/** Parts in the order of the longest dimension: only those that begin before another ends can overlap it. */
function overlaps(key: string, { size, chunks }: TensorStorageMetadata): string[] {
  const sweep = size.indexOf(Math.max(...size));
  const from = (chunk: ChunkStorageMetadata): number => chunk.offsets[sweep] ?? 0;
  const sorted = [...chunks].sort((a, b) => from(a) - from(b));
  const errors: string[] = [];
  sorted.forEach((chunk, i) => {
    const end = from(chunk) + (chunk.sizes[sweep] ?? 0);
    for (let j = i + 1; j < sorted.length; j++) {
      const other = sorted[j] as ChunkStorageMetadata;
      if (from(other) >= end) break;
      if (overlap(chunk, other)) errors.push(`key:${key} has overlapping chunks: ${text(chunk)} ${text(other)}`);
    }
  });
  return errors;
}

function overlap(a: ChunkStorageMetadata, b: ChunkStorageMetadata): boolean {
  return a.offsets.every((from, dim) => {
    const other = b.offsets[dim] ?? 0;
    return from < other + (b.sizes[dim] ?? 0) && other < from + (a.sizes[dim] ?? 0);
  });
}

function unfilled(key: string, { size, chunks }: TensorStorageMetadata, ranks: number): string[] {
  const volume = chunks.reduce((sum, { sizes }) => sum + volumeOf(sizes), 0);
  if (ranks <= 1 || volume === volumeOf(size)) return [];
  return [`key:${key} invalid fill tensor-volume: ${volumeOf(size)} chunks-volume: ${volume}`];
}
