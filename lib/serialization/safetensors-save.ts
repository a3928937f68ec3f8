import { show } from '../arguments/describe';
import { type Values, count, keyword, nullable, record } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { native } from '../native/binding';
import { strided } from '../tensor/layout';
import { runJob, type JobOptions } from '../native/jobs';
import { fileToWrite, pathOf } from '../arguments/files';
import { isTensor, type Tensor, handleOf } from '../tensor/tensor';
import { serializationError } from './errors';
import { OBJECT, PATH, SIGNAL, entriesOfTensors } from './fields';
import { MAX_HEADER, METADATA, safetensorsDtypes } from './safetensors-header';
import { ShardSet } from './safetensors-shards';
import { typeError, valueError } from '../errors';

export interface SaveSafetensorsOptions {
  /** Strings that are kept beside the tensors; other libraries look for `{ format: 'pt' }`. */
  readonly metadata?: Readonly<Record<string, string>> | ReadonlyMap<string, string> | null;
  /** Makes `path` a folder of shards of at most this many bytes, with an index file. */
  readonly maxShardSize?: number | null;
}

const SAVE = {
  tensors: OBJECT,
  filename: PATH,
  metadata: keyword(nullable(record<Readonly<Record<string, string>> | ReadonlyMap<string, string>>())),
  maxShardSize: keyword(nullable(count(1))),
};
const SAVE_ASYNC = { ...SAVE, ...SIGNAL };

interface Item {
  readonly name: string;
  readonly tensor: Tensor;
  readonly dtype: (typeof safetensorsDtypes)[number];
  readonly bytes: number;
}

/**
 * Writes tensors as a safetensors file, or as a folder of shards. The file appears whole or not at all, and so does a set
 * of shards: over an older one it is written under other names, the index that names it replaces the old index in one step,
 * and then the old shards are removed.
 *
 * @throws TypeError for metadata that are no strings, and for what is no tensor; TorchError for tensors that share their
 *   elements, which the format cannot express (clone one of them), and for a file that cannot be written.
 * @see https://huggingface.co/docs/safetensors/api/torch
 * @example
 * ```ts
 * const model = new nn.Linear(2, 1);
 * torch.saveSafetensors(model.stateDict(), 'model.safetensors', { metadata: { format: 'pt' } });
 * ```
 */
export function saveSafetensors(
  tensors: Readonly<Record<string, Tensor>> | ReadonlyMap<string, Tensor>,
  path: string | URL,
  options?: SaveSafetensorsOptions,
): void;
export function saveSafetensors(...args: readonly unknown[]): void {
  const { jobs, set, index } = planOf('torch.saveSafetensors', readArguments('torch.saveSafetensors', SAVE, args));
  const write = (job: WriteJob): void => native.rawWrite(job.path, job.header, job.handles);
  if (!set) return jobs.forEach(write);
  try {
    jobs.forEach(write);
    set.finishSync(() => write(index));
  } catch (error) {
    set.discard();
    throw error;
  } finally {
    set.end();
  }
}

/** {@link saveSafetensors}, off the thread. Change none of the tensors in place before the promise settles. */
export function saveSafetensorsAsync(
  tensors: Readonly<Record<string, Tensor>> | ReadonlyMap<string, Tensor>,
  path: string | URL,
  options?: SaveSafetensorsOptions & JobOptions,
): Promise<void>;
export async function saveSafetensorsAsync(...args: readonly unknown[]): Promise<void> {
  const { signal, ...values } = readArguments('torch.saveSafetensorsAsync', SAVE_ASYNC, args);
  signal?.throwIfAborted();
  const { jobs, set, index } = planOf('torch.saveSafetensorsAsync', values);
  const write = (job: WriteJob): Promise<void> =>
    runJob(
      (settle) => native.rawWriteAsync(job.path, job.header, job.handles, settle),
      () => undefined,
      { signal },
    );
  if (!set) return write(jobs[0] as WriteJob);
  try {
    for (const job of jobs) await write(job);
    await set.finish(() => write(index));
  } catch (error) {
    set.discard();
    throw error;
  } finally {
    set.end();
  }
}

interface WriteJob {
  readonly path: string;
  readonly header: Buffer;
  readonly handles: number[];
}

/** What to write: one file, or a set of shards with the index that makes the set valid. */
type Plan =
  | { readonly jobs: readonly WriteJob[]; readonly set: null; readonly index: null }
  | { readonly jobs: readonly WriteJob[]; readonly set: ShardSet; readonly index: WriteJob };

function planOf(label: string, values: Values<typeof SAVE>): Plan {
  const { maxShardSize } = values;
  const target = maxShardSize === null ? fileToWrite(label, values.filename) : pathOf(label, values.filename);
  const items = itemsOf(label, values.tensors);
  checkSharing(label, items);
  const metadata = textsOf(label, values.metadata);
  if (maxShardSize === null) return { jobs: [jobOf(label, target, items, metadata)], set: null, index: null };
  const shards = shardsOf(items, maxShardSize);
  const set = new ShardSet(label, target, shards.length);
  try {
    const jobs = shards.map((shard, i) => jobOf(label, set.path(i), shard, metadata));
    return { jobs, set, index: { path: set.index, header: indexOf(shards, set.names), handles: [] } };
  } catch (error) {
    set.end();
    throw error;
  }
}

/** Metadata as an object of strings. Other values are refused, as in Python, since no reader would take the file. */
function textsOf(label: string, given: Values<typeof SAVE>['metadata']): Readonly<Record<string, string>> {
  const entries: [unknown, unknown][] = given instanceof Map ? [...given] : Object.entries(given ?? {});
  for (const [name, text] of entries) {
    if (typeof name !== 'string') throw typeError(`${label}: names of metadata should be strings, got ${show(name)}`);
    if (typeof text !== 'string') {
      const hint = 'safetensors hold nothing else, so use String() or JSON.stringify()';
      throw typeError(`${label}: metadata '${name}' should be a string, got ${show(text)}; ${hint}`);
    }
    checkText(label, name);
    checkText(label, text);
  }
  return Object.fromEntries(entries as [string, string][]);
}

/** A lone surrogate has no UTF-8 form, and no reader takes it. */
function checkText(label: string, text: string): void {
  if (/\p{Surrogate}/u.test(text)) {
    throw valueError(`${label}: ${JSON.stringify(text)} holds a lone surrogate, which safetensors cannot express`);
  }
}

function itemsOf(label: string, tensors: unknown): Item[] {
  return entriesOfTensors(label, tensors).map(([name, tensor]) => {
    if (name === METADATA) {
      throw valueError(`${label}: no tensor can be named '${METADATA}', which is where safetensors keep metadata`);
    }
    checkText(label, name);
    if (!isTensor(tensor)) {
      throw typeError(`${label}: '${name}' should be a Tensor, got ${show(tensor)}; safetensors hold nothing else`);
    }
    const dtype = safetensorsDtypes.find(([, torchName]) => torchName === tensor.dtype.name);
    if (!dtype) throw serializationError(`${label}: ${name} has dtype ${tensor.dtype}, which safetensors lack`);
    if (tensor.layout !== strided) {
      throw serializationError(`${label}: ${name} has layout ${tensor.layout}, which safetensors lack; use toDense()`);
    }
    if (tensor.device.type === 'meta') throw serializationError(`${label}: ${name} is a meta tensor, without elements`);
    return { name, tensor, dtype, bytes: tensor.numel() * dtype[2] };
  });
}

/** Refuses two tensors with common bytes: a reader would get two tensors, and a file twice as large. */
function checkSharing(label: string, items: readonly Item[]): void {
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
        `${label}: ${other.item.name} and ${item.name} share their elements, which safetensors cannot ` +
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

function jobOf(
  label: string,
  path: string,
  items: readonly Item[],
  metadata: Readonly<Record<string, string>>,
): WriteJob {
  const sorted = ordered(items);
  let at = 0;
  const entries: [string, unknown][] = sorted.map((item) => {
    const begin = at;
    at += item.bytes;
    return [item.name, { dtype: item.dtype[0], shape: item.tensor.shape, data_offsets: [begin, at] }];
  });
  if (Object.keys(metadata).length > 0) entries.unshift([METADATA, metadata]);
  return { path, header: headerOf(label, entries), handles: sorted.map((item) => handleOf(item.tensor)) };
}

/** The length, the JSON, and spaces up to a multiple of eight. */
function headerOf(label: string, entries: readonly (readonly [string, unknown])[]): Buffer {
  const members = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const json = Buffer.from(`{${members.join(',')}}`, 'utf8');
  if (json.length > MAX_HEADER - 8) {
    throw serializationError(`${label}: names, shapes and metadata take more than the ${MAX_HEADER} bytes of a header`);
  }
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

function indexOf(shards: readonly (readonly Item[])[], names: readonly string[]): Buffer {
  const weights = shards.flatMap((shard, index) => shard.map((item) => [item.name, names[index]] as const));
  const total = shards.flat().reduce((sum, item) => sum + item.bytes, 0);
  const index = { metadata: { total_size: total }, weight_map: Object.fromEntries(weights) };
  return Buffer.from(`${JSON.stringify(index, null, 2)}\n`);
}
