import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { native } from '../binding';
import { type JobOptions, runJob } from '../jobs';
import { isTensor, type Tensor, handleOf } from '../tensor';
import { serializationError } from './errors';
import { checkOptions, pathOf } from './options';
import { safetensorsDtypes } from './safetensors-header';
import { typeError } from '../errors';

export interface SaveSafetensorsOptions {
  /** Strings that are kept beside the tensors; other libraries look for `{ format: 'pt' }`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Makes `path` a folder of shards of at most so many bytes, with an index file. */
  readonly maxShardSize?: number;
}

const known = ['metadata', 'maxShardSize'];

interface Item {
  readonly name: string;
  readonly tensor: Tensor;
  readonly dtype: (typeof safetensorsDtypes)[number];
  readonly bytes: number;
}

/**
 * Writes tensors as a safetensors file, or as a folder of shards. The file appears whole or not at all.
 *
 * @throws TorchError for tensors that share their elements, which the format cannot express: clone one of them.
 * @see https://huggingface.co/docs/safetensors/api/torch
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * torch.saveSafetensors(model.stateDict(), 'model.safetensors', { metadata: { format: 'pt' } });
 * ```
 */
export function saveSafetensors(
  tensors: Readonly<Record<string, Tensor>>,
  path: string | URL,
  options: SaveSafetensorsOptions = {},
): void {
  for (const job of jobsOf('torch.saveSafetensors', tensors, path, options)) {
    if (typeof job === 'function') job();
    else native.rawWrite(job.path, job.header, job.handles);
  }
}

/** {@link saveSafetensors}, off the thread. Change none of the tensors in place before the promise settles. */
export async function saveSafetensorsAsync(
  tensors: Readonly<Record<string, Tensor>>,
  path: string | URL,
  { signal, ...options }: SaveSafetensorsOptions & JobOptions = {},
): Promise<void> {
  for (const job of jobsOf('torch.saveSafetensorsAsync', tensors, path, options)) {
    if (typeof job === 'function') job();
    else {
      const { path: target, header, handles } = job;
      await runJob(
        (settle) => native.rawWriteAsync(target, header, handles, settle),
        () => undefined,
        { signal },
      );
    }
  }
}

interface WriteJob {
  readonly path: string;
  readonly header: Buffer;
  readonly handles: number[];
}

/** What to write, in order; the index, which makes the shards count, comes last. */
function jobsOf(
  caller: string,
  tensors: Readonly<Record<string, Tensor>>,
  path: string | URL,
  options: SaveSafetensorsOptions,
): readonly (WriteJob | (() => void))[] {
  checkOptions(caller, options, known);
  const target = pathOf(caller, path);
  const items = itemsOf(caller, tensors);
  checkSharing(items);
  const metadata = options.metadata ?? {};
  if (options.maxShardSize === undefined) return [jobOf(target, items, metadata)];
  if (!(options.maxShardSize > 0)) throw typeError(`${caller}: maxShardSize must be a positive number of bytes`);
  mkdirSync(target, { recursive: true });
  const shards = shardsOf(items, options.maxShardSize);
  const total = String(shards.length).padStart(5, '0');
  const names = shards.map((_, index) => `model-${String(index + 1).padStart(5, '0')}-of-${total}.safetensors`);
  const jobs = shards.map((shard, index) => jobOf(join(target, names[index] as string), shard, metadata));
  return [...jobs, () => writeIndex(target, shards, names)];
}

function itemsOf(caller: string, tensors: Readonly<Record<string, Tensor>>): Item[] {
  return Object.entries(tensors).map(([name, tensor]) => {
    if (!isTensor(tensor)) throw typeError(`${caller}: ${name} is not a tensor; safetensors hold nothing else`);
    const dtype = safetensorsDtypes.find(([, torchName]) => torchName === tensor.dtype.name);
    if (!dtype) throw serializationError(`${caller}: ${name} has dtype ${tensor.dtype}, which safetensors lack`);
    return { name, tensor, dtype, bytes: tensor.numel() * dtype[2] };
  });
}

/** Refuses two tensors with common bytes: a reader would get two tensors, and a file twice as large. */
function checkSharing(items: readonly Item[]): void {
  const seen = new Map<bigint, { readonly item: Item; readonly begin: number; readonly end: number }[]>();
  for (const item of items) {
    if (item.bytes === 0) continue;
    const { address, offset } = native.storageInfo(handleOf(item.tensor));
    const begin = offset * item.dtype[2];
    const reach = item.tensor.shape.reduce((sum, dim, axis) => sum + (dim - 1) * item.tensor.stride(axis), 1);
    const end = begin + reach * item.dtype[2];
    const others = seen.get(address) ?? [];
    const other = others.find((range) => begin < range.end && range.begin < end);
    if (other) {
      throw serializationError(
        `torch.saveSafetensors: ${other.item.name} and ${item.name} share their elements, which safetensors cannot ` +
          'express; leave one out or clone it',
      );
    }
    seen.set(address, [...others, { item, begin, end }]);
  }
}

/** The order of the format's own library: wide elements first, so that all are aligned; then by name. */
function ordered(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => b.dtype[2] - a.dtype[2] || (a.name < b.name ? -1 : 1));
}

function jobOf(path: string, items: readonly Item[], metadata: Readonly<Record<string, string>>): WriteJob {
  const sorted = ordered(items);
  let at = 0;
  const entries: [string, unknown][] = sorted.map((item) => {
    const begin = at;
    at += item.bytes;
    return [item.name, { dtype: item.dtype[0], shape: item.tensor.shape, data_offsets: [begin, at] }];
  });
  if (Object.keys(metadata).length > 0) entries.unshift(['__metadata__', metadata]);
  return { path, header: headerOf(entries), handles: sorted.map((item) => handleOf(item.tensor)) };
}

/** The length, the JSON, and spaces up to a multiple of eight. */
function headerOf(entries: readonly (readonly [string, unknown])[]): Buffer {
  const members = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const json = Buffer.from(`{${members.join(',')}}`, 'utf8');
  const header = Buffer.alloc(8 + Math.ceil(json.length / 8) * 8, ' ');
  header.writeBigUInt64LE(BigInt(header.length - 8));
  json.copy(header, 8);
  return header;
}

function shardsOf(items: readonly Item[], limit: number): Item[][] {
  const shards: Item[][] = [[]];
  let filled = 0;
  for (const item of items) {
    if (filled > 0 && filled + item.bytes > limit) {
      shards.push([]);
      filled = 0;
    }
    shards.at(-1)?.push(item);
    filled += item.bytes;
  }
  return shards;
}

function writeIndex(folder: string, shards: readonly (readonly Item[])[], names: readonly string[]): void {
  const weights = shards.flatMap((shard, index) => shard.map((item) => [item.name, names[index]] as const));
  const total = shards.flat().reduce((sum, item) => sum + item.bytes, 0);
  const index = { metadata: { total_size: total }, weight_map: Object.fromEntries(weights) };
  const path = join(folder, 'model.safetensors.index.json');
  writeFileSync(`${path}.tmp`, `${JSON.stringify(index, null, 2)}\n`);
  renameSync(`${path}.tmp`, path);
}
